"""How a coding is explained: entries, slots, statuses, sources, refusals, words without entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from polybe.coding import Coder, code_parsed
from polybe.coding.explaining import explain_parsed
from polybe.coding.explanation import (
    Explanation,
    Filler,
    RefusalExplanation,
    ReportExplanation,
    SentenceExplanation,
)
from polybe.model import Document, Parse
from tests.readings import PUBLISHED
from tests.treebank import parse_of

Explaining = Callable[..., Explanation]


@pytest.fixture
def explained(coder: Coder) -> Explaining:
    """Explains a text made of sentences of the treebank."""

    def explain(*sentences: str, unrepaired: Parse | None = None) -> Explanation:
        parse = parse_of(*sentences)
        document = Document("kesh", parse.text, published=PUBLISHED)
        return explain_parsed(document, parse, coder, unrepaired or parse)

    return explain


def report_of(explanation: Explanation, code: str) -> ReportExplanation:
    """The one report of a kind (`control`) or event type (`ASSAULT`)."""
    found = [
        each
        for sentence in explanation.sentences
        for each in sentence.reports
        if code in (each.report.kind, each.report.type)
    ]
    assert len(found) == 1, found
    return found[0]


def refusals(sentence: SentenceExplanation, lemma: str) -> list[RefusalExplanation]:
    return [each for each in sentence.refused if each.entry.lemma == lemma]


def test_what_is_explained_is_what_is_coded(explained: Explaining, coder: Coder) -> None:
    """The same document as coding gives, each report in the sentence of its word."""
    sentences = ("L'armée a repris Alep aux rebelles.", "Il a été arrêté par la police.")
    explanation = explained(*sentences)
    document = explanation.coded.document
    assert explanation.coded == code_parsed(document, parse_of(*sentences), coder)
    reports = [each.report for s in explanation.sentences for each in s.reports]
    assert reports == list(explanation.coded.reports)
    assert [s.text for s in explanation.sentences] == list(sentences)
    assert [s.number for s in explanation.sentences] == [1, 2]


def test_the_entry_is_told_with_its_file(explained: Explaining) -> None:
    """Lemma, code, example, and the pack's file from `packs` on."""
    entry = report_of(explained("L'armée a repris Alep aux rebelles."), "control").entry
    assert entry is not None
    assert (entry.lemma, entry.code) == ("reprendre", "control/GAINS")
    assert entry.file == "fr/predicates/control.toml"
    assert entry.example


def test_slots_tell_their_words_and_roles(explained: Explaining) -> None:
    """« L'armée » is the subject and acts; « aux rebelles » is whom it is taken from."""
    told = report_of(explained("L'armée a repris Alep aux rebelles."), "control")
    assert {(s.name, s.fillers, s.roles) for s in told.slots} >= {
        ("subject", ("L'armée",), ("actor",)),
        ("object", ("Alep",), ("place",)),
        ("à", ("aux rebelles",), ("recipient",)),
    }
    assert [(s.role, s.text, s.slot) for s in told.sides] == [
        ("actor", "L'armée", "subject"),
        ("recipient", "rebelles", "à"),
    ]


@pytest.mark.parametrize(
    ("sentence", "code", "reason"),
    [
        ("L'armée a repris Alep aux rebelles.", "control", "nothing in the text"),
        ("L'armée aurait bombardé un hôpital.", "ASSAULT", "«\xa0aurait\xa0» is in the cond"),
        ("L'armée bombardera la ville.", "ASSAULT", "«\xa0bombardera\xa0» is in the future"),
        ("L'armée n'a pas bombardé la ville.", "ASSAULT", "«\xa0n'\xa0» is in the list negations"),
        ("L'armée a peut-être bombardé un hôpital.", "ASSAULT", "hypothetical_adverbs ([stance]"),
        ("Si les rebelles attaquent la ville, l'armée ripostera.", "ASSAULT", "conditionals"),
        ("L'armée prévoit d'attaquer Alep.", "ASSAULT", "«\xa0prévoit\xa0» is in the list planned"),
        (
            "Une attaque présumée a tué deux soldats.",
            "ASSAULT",
            "«\xa0présumée\xa0» is in the list",
        ),
        ("La Russie accuse les rebelles d'avoir bombardé une école.", "ASSAULT", "a charge of it"),
    ],
)
def test_a_status_is_told_with_the_word_that_gave_it(
    explained: Explaining, sentence: str, code: str, reason: str
) -> None:
    """Mood, negation, adverb, condition, verb above, adjective, charge."""
    told = explained(sentence).sentences[0].reports
    statuses = [str(each.status) for each in told if code in (each.report.kind, each.report.type)]
    assert any(reason in status for status in statuses), statuses


@pytest.mark.parametrize(
    ("sentence", "source", "reason"),
    [
        ("Selon l'ONU, l'armée a bombardé un hôpital.", "ONU", "by «\xa0Selon\xa0»"),
        (
            "L'armée a bombardé un hôpital, selon les rebelles.",
            "les rebelles",
            "by «\xa0selon\xa0»",
        ),
        (
            "Le ministre a affirmé que l'armée avait repris la ville.",
            "Le ministre",
            "in what «\xa0affirmé\xa0» tells",
        ),
    ],
)
def test_a_source_is_told_with_what_names_it(
    explained: Explaining, sentence: str, source: str, reason: str
) -> None:
    """The cue or the verb of saying."""
    sources = [s for each in explained(sentence).sentences[0].reports for s in each.sources]
    assert {(s.text, str(s.reason)) for s in sources} == {(source, reason)}


def test_a_condition_not_met_names_slot_classes_and_what_stands_there(
    explained: Explaining,
) -> None:
    """« le contrôle » is no ground that can be taken."""
    (sentence,) = explained("Le groupe a pris le contrôle de la ville.").sentences
    (refused,) = (each for each in refusals(sentence, "prendre") if each.fillers)
    assert str(refused.reason) == "object must be one of: ground, place, road, site"
    assert [filler.text for filler in refused.fillers or ()] == ["le contrôle de la ville"]
    assert refused.entry.file == "fr/predicates/control.toml"


def test_an_empty_slot_is_told_from_a_wrong_filler(explained: Explaining) -> None:
    """« Il faut libérer les otages »: who is to do it is not told."""
    (sentence,) = explained("Il faut libérer les otages.").sentences
    (refused,) = (each for each in refusals(sentence, "libérer") if each.fillers == ())
    assert str(refused.reason) == "subject must be one of: rescuer"


def test_phrases_and_reflexives_are_refused_for_their_words(explained: Explaining) -> None:
    """« se rencontrer » without « se », « prendre d'assaut » without « d'assaut »."""
    (sentence,) = explained("Le président veut rencontrer les rebelles.").sentences
    (reflexive,) = refusals(sentence, "se rencontrer")
    assert "no «\xa0se\xa0»" in reflexive.reason
    (sentence,) = explained("Les rebelles ont pris la ville à l'armée.").sentences
    phrases = refusals(sentence, "prendre d'assaut")
    assert phrases
    assert all("must go with it" in phrase.reason for phrase in phrases)


def test_what_another_fact_keeps_to_itself_is_left_out_with_its_reason(
    explained: Explaining,
) -> None:
    """« menace de tuer » is no killing."""
    (sentence,) = explained("Les rebelles ont menacé de tuer les otages.").sentences
    assert "tuer" in {each.text for each in sentence.left_out}
    assert all("asks, promises, threatens" in str(each.reason) for each in sentence.left_out)


def test_a_verb_without_entry_is_told(explained: Explaining) -> None:
    """« rôdait » stands in no pack; verbs that only bear on others are not told."""
    (untried,) = explained("La mort rôdait.").sentences[0].untried
    assert (untried.lemma, untried.pos) == ("rôder", "VERB")
    assert explained("Le président veut rencontrer les rebelles.").sentences[0].untried == ()


def test_a_word_read_as_another_part_of_speech_is_told(coder: Coder) -> None:
    """An entry of a verb is not tried at what the parser takes for an adjective."""
    parse = parse_of("Le président veut rencontrer les rebelles.")
    tokens = tuple(t._replace(pos="ADJ") if t.lemma == "rencontrer" else t for t in parse.tokens)
    wrong = replace(parse, tokens=tokens)
    document = Document("kesh", parse.text, published=PUBLISHED)
    (sentence,) = explain_parsed(document, wrong, coder, parse).sentences
    (untried,) = sentence.untried
    assert "read as ADJ" in untried.reason
    (word,) = (w for w in sentence.words if w.lemma == "rencontrer")
    assert (word.pos, word.mended) == ("ADJ", {"pos": "VERB"})


def test_words_count_in_their_sentence(explained: Explaining) -> None:
    """From 1, the root's head being 0, whatever stands before."""
    sentence = explained("La mort rôdait.", "Il a été arrêté par la police.").sentences[1]
    words = {word.text: word for word in sentence.words}
    assert words["Il"].number == 1
    assert words["arrêté"].head == 0
    assert words["Il"].head == words["arrêté"].number
    assert not any(word.mended for word in sentence.words)


def test_fillers_tell_their_classes(explained: Explaining) -> None:
    """So that one sees what a condition could have asked for."""
    (sentence,) = explained("L'armée a livré des armes aux rebelles.").sentences
    fillers = [filler for each in sentence.refused for filler in each.fillers or ()]
    assert any("weapon" in filler.classes for filler in fillers if filler.text == "des armes")
    assert all(isinstance(filler, Filler) for filler in fillers)
