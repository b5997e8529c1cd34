"""Questions that the rules ask of a tree: subjects, objects, voice, coordination, control."""

from __future__ import annotations

import pytest

from polybe.model import Span
from tests.readings import Read, Reading
from tests.treebank import parse_of


def subject(sentence: Read, verb: str) -> str | None:
    return sentence.word(sentence.grammar.subject(sentence.at(verb)))


def objects(sentence: Read, verb: str) -> list[str | None]:
    return [sentence.word(i) for i in sentence.grammar.objects(sentence.at(verb))]


class TestSubjects:
    """Who a verb is said of, whether it stands beside the verb or elsewhere."""

    def test_relative_qui_gives_its_antecedent(self, read: Reading) -> None:
        """« les rebelles qui tenaient »: the rebels hold."""
        sentence = read("Les rebelles qui tenaient la ville ont fui.")
        assert subject(sentence, "tenaient") == "rebelles"

    def test_coordinated_verbs_share_their_subject(self, read: Reading) -> None:
        """« les soldats ont attaqué et pris »: the second verb has none of its own."""
        sentence = read("Les soldats ont attaqué et pris le village.")
        assert subject(sentence, "pris") == "soldats"

    def test_an_infinitive_takes_the_subject_of_its_verb(self, read: Reading) -> None:
        """« le président veut rencontrer »: he wants, he would meet."""
        sentence = read("Le président veut rencontrer les rebelles.")
        assert subject(sentence, "rencontrer") == "président"

    def test_a_verb_of_charge_gives_its_object(self, read: Reading) -> None:
        """« accuse l'Ukraine d'avoir bombardé »: it is Ukraine that would have shelled."""
        sentence = read("La Russie a accusé l'Ukraine d'avoir bombardé un hôpital.")
        assert subject(sentence, "bombardé") == "Ukraine"

    def test_the_passive_of_a_verb_of_charge_gives_its_subject(self, read: Reading) -> None:
        """« l'armée a été accusée d'avoir bombardé »: the accused would have shelled."""
        sentence = read("L'armée a été accusée d'avoir bombardé un hôpital.")
        assert subject(sentence, "bombardé") == "armée"

    def test_an_addressee_is_the_subject_of_what_he_is_asked(self, read: Reading) -> None:
        """« demandé à l'armée de quitter »: the army would leave."""
        sentence = read("Les rebelles ont demandé à l'armée de quitter la ville.")
        assert subject(sentence, "quitter") == "armée"

    def test_a_participle_after_a_comma_goes_with_the_clause(self, read: Reading) -> None:
        """« a attaqué les rebelles, tuant … »: the attackers kill."""
        sentence = read("L'armée a attaqué les rebelles, tuant dix combattants.")
        assert subject(sentence, "tuant") == "armée"

    def test_the_il_of_an_impersonal_verb_is_nobody(self, read: Reading) -> None:
        """« il faut libérer »: neither verb has a subject."""
        sentence = read("Il faut libérer les otages.")
        assert subject(sentence, "faut") is None
        assert subject(sentence, "libérer") is None


class TestVoiceAndObjects:
    """What a deed is done to."""

    @pytest.mark.parametrize(
        ("sentence", "verb", "passive"),
        [
            ("La ville a été bombardée par l'armée syrienne.", "bombardée", True),
            ("Une attaque menée par les rebelles a visé la caserne.", "menée", True),
            ("Une attaque menée par les rebelles a visé la caserne.", "visé", False),
            ("La ville que les rebelles tenaient est tombée.", "tombée", False),
            ("Les rebelles se sont retirés de Homs.", "retirés", False),
        ],
    )
    def test_voice(self, read: Reading, sentence: str, verb: str, passive: bool) -> None:
        """« être » makes the passive of most verbs, the past of some; a bare participle suffers."""
        parsed = read(sentence)
        assert parsed.grammar.passive(parsed.at(verb)) is passive

    def test_relative_que_gives_its_antecedent(self, read: Reading) -> None:
        """« la ville que les rebelles tenaient »: the town is held."""
        sentence = read("La ville que les rebelles tenaient est tombée.")
        assert objects(sentence, "tenaient") == ["ville"]

    def test_a_reflexive_pronoun_is_no_object(self, read: Reading) -> None:
        """« s'est retirée » has no object and is reflexive; « a repris » is not."""
        sentence = read("L'armée s'est retirée sans attaquer le village.")
        assert objects(sentence, "retirée") == []
        assert sentence.grammar.reflexive(sentence.at("retirée"))
        assert not sentence.grammar.reflexive(sentence.at("attaquer"))


class TestPhrases:
    """Noun phrases, their prepositions and what hangs together with them."""

    def test_contractions_are_undone(self, read: Reading) -> None:
        """« aux rebelles » is a complement with « à »."""
        sentence = read("L'armée a livré des armes aux rebelles.")
        found = dict(sentence.grammar.complements(sentence.at("livré")))
        assert sentence.word(found["to"]) == "rebelles"

    def test_prepositions_of_several_words_are_one(self, read: Reading) -> None:
        """« auprès de la Turquie »."""
        sentence = read("La France a protesté auprès de la Turquie.")
        assert sentence.grammar.preposition(sentence.at("Turquie")) == "aupres de"

    def test_quantities_are_seen_through(self, read: Reading) -> None:
        """« des dizaines de civils » is about civilians; a plain noun about itself."""
        sentence = read("Des dizaines de civils ont fui la ville.")
        grammar = sentence.grammar
        assert grammar.transparent(sentence.at("dizaines")) == sentence.at("civils")
        assert grammar.transparent(sentence.at("ville")) == sentence.at("ville")

    def test_conjuncts_stand_in_text_order(self, read: Reading) -> None:
        """« le gouvernement et l'opposition » are two, and the first leads."""
        sentence = read("Le gouvernement et l'opposition négocient.")
        grammar, second = sentence.grammar, sentence.at("opposition")
        assert grammar.conjuncts(sentence.at("gouvernement")) == [1, second]
        assert grammar.first_conjunct(second) == sentence.at("gouvernement")

    def test_a_subtree_leaves_the_signs_at_its_ends(self, read: Reading) -> None:
        """The span of a whole sentence ends before its full stop and holds its root."""
        sentence = read("Le président a dit que l'armée attaquerait la ville.")
        root = sentence.at("dit")
        first, last = sentence.grammar.subtree_span(root)
        text = sentence.grammar.span(first, last).of(sentence.grammar.parse.text)
        assert text == "Le président a dit que l'armée attaquerait la ville"


def test_tokens_and_offsets_agree(read: Reading) -> None:
    """Every offset inside a token leads to it, and a token's span leads to it alone."""
    grammar = read("L'ONU exhorte les rebelles à libérer les otages.").grammar
    for token in grammar.tokens:
        found = {grammar.token_at(offset) for offset in range(token.start, token.end)}
        assert found == {token.index}
        span = Span(token.start, token.end)
        assert grammar.token_range(span) == (token.index, token.index + 1)


def test_the_treebank_holds_its_own_texts() -> None:
    """Tokens stand in a text of several sentences where their characters stand."""
    parse = parse_of("Damas a accepté une trêve.", "Ils ont pris la ville.")
    assert parse.text == "Damas a accepté une trêve. Ils ont pris la ville."
    assert all(parse.text[t.start : t.end] == t.text for t in parse.tokens)
    assert [parse.sentence_of(i).number for i in (0, 6)] == [0, 1]
