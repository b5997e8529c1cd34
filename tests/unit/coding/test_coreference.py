"""Pronouns, possessives and descriptions: whom they stand for."""

from __future__ import annotations

from tests.readings import Coding

ATTACK = "Les rebelles ont attaqué l'armée."


def test_a_plural_pronoun_takes_a_plural_actor(coded: Coding) -> None:
    """« Ils » after rebels attacked in the singular « une caserne » are the rebels."""
    text = coded("Les rebelles ont attaqué une caserne à Gao lundi.", "Ils ont pris la ville.")
    assert text.meant("Ils") == "Les rebelles"
    assert text.fact("control/GAINS").actors == ("Ils",)


def test_a_singular_feminine_pronoun_takes_the_army(coded: Coding) -> None:
    """« Elle » after « les rebelles … l'armée » cannot be the rebels, though they are subject."""
    assert coded(ATTACK, "Elle a repris la ville.").meant("Elle") == "l'armée"


def test_a_plural_pronoun_never_takes_one_body(coded: Coding) -> None:
    """« Ils » with only « l'armée syrienne » before stands for nobody that is named."""
    text = coded("L'armée syrienne a bombardé Alep.", "Ils ont pris la ville.")
    assert "Ils" not in [m.text for m in text.document.mentions]


def test_gender_must_agree(coded: Coding) -> None:
    """« Elle » is the minister who is a woman, not the one who is a man."""
    she = coded("La ministre a quitté Gao.", "Elle a condamné l'attentat.")
    assert she.meant("Elle") == "La ministre"
    he = coded("Le ministre a quitté Gao.", "Elle a condamné l'attentat.")
    assert "Elle" not in [m.text for m in he.document.mentions]


def test_a_pronoun_is_not_the_subject_of_its_own_clause(coded: Coding) -> None:
    """« Le ministre l'a accusé »: somebody else, named before."""
    text = coded(
        "Paul Ardent, chef des rebelles, a été tué à Gao.", "Le ministre l'a accusé de trahison."
    )
    assert text.meant("l'") == "Paul Ardent"
    assert text.fact("ACCUSE").recipients == ("l'",)


def test_celui_ci_points_back(coded: Coding) -> None:
    """« Celui-ci a fui » after one man named is that man."""
    text = coded("Paul Ardent, chef des rebelles, a été tué à Gao.", "Celui-ci a fui.")
    assert text.meant("Celui-ci") == "Paul Ardent"


def test_a_possessive_gives_the_noun_its_owner(coded: Coding) -> None:
    """« Leur offensive »: the actors of the sentence before, without a mention of its own."""
    text = coded(
        "Les soldats français ont attaqué les djihadistes au Mali.", "Leur offensive a échoué."
    )
    offensive = next(f for f in text.facts if f.trigger == "offensive")
    assert offensive.actors == ("Les soldats français",)
    assert "Leur" not in [m.text for m in text.document.mentions]


def test_a_possessive_takes_its_clauses_subject(coded: Coding) -> None:
    """« L'armée a lancé son offensive »: the army's."""
    text = coded("L'armée a lancé son offensive contre Alep.")
    assert text.fact("ASSAULT").actors == ("L'armée",)


def test_le_groupe_points_back_to_a_group(coded: Coding) -> None:
    """« Le groupe » after a group named is that group, with its id."""
    text = coded("L'Etat islamique a attaqué Palmyre.", "Le groupe a pris le contrôle de la ville.")
    assert text.meant("Le groupe") == "Etat islamique"
    assert text.actor("Le groupe").actor == "islamic-state"


def test_le_groupe_alone_stays_unknown(coded: Coding) -> None:
    """With nobody named before, a description has no antecedent and no id."""
    mention = coded("Le groupe a pris le contrôle de la ville.").actor("Le groupe")
    assert (mention.antecedent, mention.actor) == (None, None)


def test_les_assaillants_are_the_armed_men_before(coded: Coding) -> None:
    """« Les assaillants » takes a description of armed men as well as a name."""
    text = coded(
        "Des hommes armés ont tué deux policiers à Kidal.",
        "Les assaillants ont ensuite incendié le poste.",
    )
    assert text.meant("Les assaillants") == "Des hommes armés"


def test_nous_in_a_quote_is_the_speaker(coded: Coding) -> None:
    """« Nous », « il » and the minister are one, through the chain of antecedents."""
    text = coded(
        "Le ministre a quitté Gao.",
        "« Nous allons reprendre la ville aux rebelles », a-t-il déclaré.",
    )
    assert text.meant("Nous") == "il"
    assert text.meant("il") == "Le ministre"
