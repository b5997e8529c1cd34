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


def test_a_title_before_the_name_that_follows_a_rank(coded: Coding) -> None:
    """« le chef de la garde présidentielle, le général X »."""
    fact = coded("Le chef de la garde présidentielle, le général Paul Anda, a démissionné.").fact(
        "relation/LEADS"
    )
    assert fact.actors == ("le général Paul Anda",)
    assert fact.recipients == ("la garde présidentielle",)


def test_a_rank_that_somebody_is_said_to_have(coded: Coding) -> None:
    """« le colonel X est le porte-parole de la force africaine »."""
    fact = coded("Le colonel Paul Anda est le porte-parole de la force africaine.").fact(
        "relation/MEMBER"
    )
    assert fact.actors == ("Le colonel Paul Anda",)


def test_of_whom_a_noun_of_relation_is_said(coded: Coding) -> None:
    """« X est l'allié de Y », « X, un allié de Y »: X, not « un allié », is the ally."""
    fact = coded("La Turquie est l'alliée du Qatar.").fact("relation/ALLIED")
    assert set(fact.actors) == {"Turquie", "Qatar"}
    fact = coded("Le général Paul Anda, un allié de la Russie, a critiqué les rebelles.").fact(
        "relation/ALLIED"
    )
    assert set(fact.actors) == {"Le général Paul Anda", "Russie"}
