"""People who are somebody of a body: its sector, and no office of state."""

from __future__ import annotations

from tests.readings import Coding, Reading


def test_a_president_of_a_body_has_its_sector(read: Reading) -> None:
    """« le président de l'association » is of civil society, and so is who bears the title."""
    sentence = "Le président de l'association, Karim Mansour, a critiqué le gouvernement du Mali."
    text = read(sentence)
    assert text.draft("président").sector == "SOC"
    assert text.draft("Karim").sector == "SOC"


def test_a_president_of_the_land_holds_an_office(read: Reading) -> None:
    """« le président du pays » is the head of state."""
    assert read("Le président du pays a démissionné.").draft("président").sector == "GOV"


def test_several_presidents_are_no_head_of_state(read: Reading) -> None:
    """« les présidents des associations » are nobody of the catalogue."""
    draft = read("Les présidents des associations du Mali ont démissionné.").draft("présidents")
    assert draft.actor is None
    assert draft.sector == "SOC"


def test_an_office_is_over_where_a_title_says_so(read: Reading) -> None:
    """« l'ancien président X » in an article without a date."""
    draft = read("L'ancien président Laurent Gbagbo a été arrêté.", published=None).draft("Gbagbo")
    assert draft.sector == "ELI"


def test_a_title_and_a_name_are_one_mention(coded: Coding) -> None:
    """« le général X » is one man, told once."""
    text = coded("Le général Tarek Nasri a été arrêté.")
    assert [m.text for m in text.document.mentions] == ["Le général Tarek Nasri"]
    assert text.facts[0].recipients == ("Le général Tarek Nasri",)
