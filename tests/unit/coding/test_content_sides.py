"""Sides of speech acts that only their content tells."""

from __future__ import annotations

import pytest

from tests.readings import Coding


class TestContentSides:
    """Towards whom a threat, promise, refusal or demand goes."""

    @pytest.mark.parametrize(
        ("text", "kind", "recipients"),
        [
            ("La Russie a menacé de bombarder l'Ukraine.", "THREATEN", ("Ukraine",)),
            ("La France a promis de fournir une aide au Mali.", "AGREE", ("Mali",)),
            (
                "Israël a refusé de rencontrer le roi de Jordanie.",
                "REJECT",
                ("le roi de Jordanie",),
            ),
            ("L'armée a exclu toute négociation avec les rebelles.", "REJECT", ("les rebelles",)),
            ("La Russie a rejeté les accusations de l'Ukraine.", "REJECT", ("Ukraine",)),
            ("Ankara a exigé que les rebelles se retirent.", "REQUEST", ("les rebelles",)),
        ],
    )
    def test_the_deed_spoken_of_tells_the_other_side(
        self, coded: Coding, text: str, kind: str, recipients: tuple[str, ...]
    ) -> None:
        """The recipient of the deed, its partner, or whose word is refused."""
        assert coded(text).fact(kind).recipients == recipients

    def test_those_let_go_are_no_party_to_the_promise(self, coded: Coding) -> None:
        """« a promis de libérer les prisonniers » promises them nothing."""
        fact = coded("L'armée a promis de libérer les prisonniers.").fact("AGREE")
        assert fact.recipients == ()

    def test_a_question_asks_nobody_to_act(self, coded: Coding) -> None:
        """« demande si X se retirera »."""
        coding = coded("Le juge a demandé si les rebelles se retireraient.")
        assert not any(fact.recipients for fact in coding.facts)
