"""What somebody says that another must do is his demand."""

from __future__ import annotations

import pytest

from tests.readings import Coding


class TestObligations:
    """« X doit partir », said by Y."""

    def test_who_says_so_asks_who_must_act(self, coded: Coding) -> None:
        """The speaker is the actor, the subject of the duty its recipient."""
        fact = coded("« L'armée doit libérer les prisonniers », a dit le ministre.").fact("REQUEST")
        assert (fact.mode, fact.status) == ("yield", "actual")
        assert (fact.actors, fact.recipients) == (("le ministre",), ("L'armée",))

    def test_the_content_is_what_must_be_done(self, coded: Coding) -> None:
        """Neither the subject nor the sign that closes the quotation belong to it."""
        text = "« L'armée doit libérer les prisonniers », a dit le ministre."
        assert coded(text).fact("REQUEST").content == "libérer les prisonniers"

    def test_the_deed_asked_for_is_no_fact(self, coded: Coding) -> None:
        """« il faut que X dépose les armes »: nobody has laid down anything."""
        coding = coded("« Il faut que les rebelles déposent les armes », a dit le ministre.")
        assert coding.fact("REQUEST").recipients == ("les rebelles",)
        assert "RETREAT" not in coding.codes

    def test_the_past_of_telling_is_no_past(self, coded: Coding) -> None:
        """« a dit qu'il fallait que »: the tense of reported speech."""
        coding = coded("Le ministre a dit qu'il fallait que les rebelles déposent les armes.")
        assert coding.fact("REQUEST").actors == ("Le ministre",)

    @pytest.mark.parametrize(
        "text",
        [
            "Le ministre a dit que le président doit se rendre à Moscou.",  # a plan, not quoted
            "« Nous devons libérer les prisonniers », a dit le ministre.",  # a resolve
            "« L'armée devait libérer les prisonniers », a dit le ministre.",  # it is over
            "« L'armée doit-elle libérer les prisonniers ? », a dit le ministre.",  # a question
            "L'armée doit libérer les prisonniers.",  # nobody says so
        ],
    )
    def test_no_demand_where_nobody_tells_another_what_to_do(
        self, coded: Coding, text: str
    ) -> None:
        """Plans, resolves, duties past, questions and the author's own words."""
        assert "REQUEST" not in coded(text).codes
