"""Who belongs to what: a rank relates a named person to a body."""

from __future__ import annotations

from tests.readings import Coding


def test_a_rank_in_a_body_that_no_name_tells(coded: Coding) -> None:
    """« le colonel X, porte-parole de la force africaine »: a titled name and a common noun."""
    text = coded(
        "Le colonel Paul Anda, porte-parole de la force africaine, a critiqué les rebelles."
    )
    fact = text.fact("relation/MEMBER")
    assert fact.actors == ("Le colonel Paul Anda",)
    assert fact.recipients == ("la force africaine",)


def test_a_president_of_a_body_leads_it(coded: Coding) -> None:
    """« le président de l'association, X »."""
    text = coded(
        "Le président de l'association, Karim Mansour, a critiqué le gouvernement du Mali."
    )
    fact = text.fact("relation/LEADS")
    assert (fact.actors, fact.recipients) == (("Karim Mansour",), ("l'association",))


def test_a_president_of_the_land_leads_no_body(coded: Coding) -> None:
    """An office of state is no relation."""
    assert "relation/LEADS" not in coded("Le président du pays a démissionné.").codes
