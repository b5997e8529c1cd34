"""Short forms that a text gives its actors itself."""

from __future__ import annotations

from tests.readings import Coding, Reading

NAMED = "Le Front des patriotes du Kesh (FPK) a attaqué Bamako."
SHORT = "Le FPK a revendiqué l'attaque."


def test_an_acronym_in_brackets_is_the_body_before_it(read: Reading) -> None:
    """« (FPK) » is the front whose words spell it, and so is « FPK » in the next sentence."""
    text = read(NAMED, SHORT)
    front = text.draft("Front")
    for nth in (0, 1):
        acronym = text.actors.by_token[text.at("FPK", nth)]
        assert acronym.root() is front
        assert acronym.name == "Front des patriotes du Kesh"


def test_a_place_inside_a_name_is_no_place(coded: Coding) -> None:
    """What a bracket shows to be one name is one mention."""
    mentions = coded(NAMED).document.mentions
    assert [m.text for m in mentions] == ["Le Front des patriotes du Kesh", "FPK", "Bamako"]


def test_an_acronym_alone_is_nobody_new(read: Reading) -> None:
    """Without its introduction « le FPK » is a body known by its letters."""
    assert read(SHORT).draft("FPK").name == "FPK"


def test_a_noun_said_again_is_the_one_who_bore_it(coded: Coding) -> None:
    """« le caporal » after « le caporal X »."""
    text = coded("Le caporal Paul Anda a été libéré.", "Le caporal a accusé les rebelles.")
    assert text.meant("Le caporal") == "Le caporal Paul Anda"


def test_a_given_name_is_the_person_named_in_full(coded: Coding) -> None:
    """« Paul » after « Paul X »."""
    text = coded("Paul Anda a été libéré.", "Paul a remercié l'armée.")
    assert text.meant("Paul") == "Paul Anda"
