"""Which predicates of the codebook stand in a text."""

from __future__ import annotations

from tests.readings import Coded, Coding


def rules(text: Coded) -> set[str]:
    """The entries that fired, without language and code."""
    return {fact.rule.split("/")[2] for fact in text.facts if fact.rule.startswith("fr/")}


def test_words_of_a_phrase_may_have_an_article_between(coded: Coding) -> None:
    """« perdu le contrôle de » is one trigger, from the verb to the noun."""
    fact = coded("L'armée a perdu le contrôle de Mossoul.").fact("control/LOSES")
    assert fact.trigger == "perdu le contrôle"
    assert fact.places == ("Mossoul",)


def test_a_phrase_is_preferred_to_its_verb(coded: Coding) -> None:
    """« ont pris d'assaut une caserne » fires the phrase, not only « prendre »."""
    assert "prendre d'assaut" in rules(coded("Les rebelles ont pris d'assaut une caserne."))


def test_a_phrase_and_its_noun_are_one_event(coded: Coding) -> None:
    """« pris d'assaut » is one ASSAULT, not a second one for « assaut »."""
    text = coded("Les rebelles ont pris d'assaut une caserne.")
    assert text.codes.count("ASSAULT") == 1


def test_a_phrase_needs_all_its_words(coded: Coding) -> None:
    """« a fait marche arrière » is CONCEDE; « a fait douze morts » is not."""
    assert coded("L'armée a fait marche arrière.").codes == ["CONCEDE"]
    other = coded("Les combats entre l'armée et les rebelles ont fait douze morts.")
    assert "CONCEDE" not in other.codes


def test_reflexive_entries_want_a_reflexive_verb(coded: Coding) -> None:
    """« se sont retirés de » is a withdrawal of the subject."""
    fact = coded("Les rebelles se sont retirés de Homs.").fact("RETREAT")
    assert fact.actors == ("Les rebelles",)
    assert fact.rule.split("/")[2].startswith("se ")


def test_auxiliaries_state_nothing(coded: Coding) -> None:
    """Of « ont été tués » only « tués » is a trigger."""
    text = coded("Trois soldats ont été tués mardi dans une attaque à Gao.")
    assert {f.trigger for f in text.facts} == {"tués", "attaque"}


def test_lemmas_with_a_hyphen_are_found(coded: Coding) -> None:
    """« Un attentat-suicide » is one word of the text and one of the codebook."""
    assert coded("Un attentat-suicide a fait dix morts à Bagdad.").fact("ASSAULT").mode == (
        "suicide-attack"
    )


class TestStates:
    """What a copula says somebody is."""

    def test_being_ready_to_talk_is_a_promise(self, coded: Coding) -> None:
        """« est prêt à négocier »: the adjective is the trigger, the infinitive the content."""
        fact = coded("Le gouvernement est prêt à négocier avec les rebelles.").fact("AGREE")
        assert (fact.actors, fact.trigger) == (("Le gouvernement",), "prêt")
        assert (fact.recipients, fact.status) == (("les rebelles",), "actual")

    def test_not_being_opposed_refuses_nothing(self, coded: Coding) -> None:
        """The negation is that of the copula."""
        fact = coded("Le gouvernement n'est pas opposé à une trêve.").fact("REJECT")
        assert fact.status == "denied"

    def test_a_phrase_after_the_copula(self, coded: Coding) -> None:
        """« est en état d'alerte »: the words run on behind the head."""
        fact = coded("L'armée est en état d'alerte maximale.").fact("MOBILIZE")
        assert (fact.actors, fact.trigger) == (("L'armée",), "en état d'alerte")
