"""An explanation as a reader sees it, and as JSON."""

from __future__ import annotations

import io
import json

import pytest

from polybe.coding import Coder
from polybe.coding.explaining import explain_parsed
from polybe.coding.explanation import Explanation
from polybe.export import print_explanation, print_sentences, write_explanation
from polybe.messages import load_messages
from polybe.model import Document
from tests.readings import PUBLISHED
from tests.treebank import parse_of

SENTENCES = (
    "Le président veut rencontrer les rebelles.",
    "Il a été arrêté par la police.",
    "La mort rôdait.",
)


@pytest.fixture(scope="module")
def explanation(coder: Coder) -> Explanation:
    """Three sentences: a report with a status, one with a pronoun, and a verb without entry."""
    parse = parse_of(*SENTENCES)
    document = Document("kesh", parse.text, published=PUBLISHED)
    return explain_parsed(document, parse, coder, parse)


def printed(explanation: Explanation, language: str) -> str:
    stream = io.StringIO()
    print_explanation(explanation, load_messages(language), stream)
    return " ".join(stream.getvalue().split())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            (
                "Sentence 1",
                "subject: « Le président » → actor",
                "sought – « veut »",
                "([stance] of language.toml)",
                "fr/predicates/consult.toml",
                "the verb has no « se » here",
                "see « Le président » (m1)",
                "no entry for the verb « rôder »",
            ),
        ),
        (
            "fr",
            (
                "Phrase 1",
                "recherché – « veut » est dans la liste sought_verbs",
                "le verbe n'a pas de « se » ici",
                "voir « Le président » (m1)",
                "pas d'entrée pour le verbe « rôder »",
            ),
        ),
    ],
)
def test_a_reader_is_told_what_and_why(
    explanation: Explanation, language: str, words: tuple[str, ...]
) -> None:
    """In the language asked for: entry, slots, status, refusals, antecedent, words unknown."""
    told = printed(explanation, language)
    assert [each for each in words if each not in told] == []


def test_a_lone_sentence_is_printed_alone(explanation: Explanation) -> None:
    """Of an explanation narrowed to one."""
    told = printed(explanation.only(lambda s: s.number == 3), "en")
    assert "Sentence 3" in told
    assert "Sentence 1" not in told


def test_sentences_are_listed_with_their_numbers(explanation: Explanation) -> None:
    """A heading, and a row a sentence: number, start, reports, text."""
    stream = io.StringIO()
    print_sentences(explanation, load_messages("en"), stream)
    heading, *rows = (line.split("\t") for line in stream.getvalue().splitlines())
    assert heading == ["sentence", "start", "reports", "text"]
    assert [row[0] for row in rows] == ["1", "2", "3"]
    assert [row[3] for row in rows] == list(SENTENCES)


def test_json_has_every_part(explanation: Explanation) -> None:
    """Reports in the report model's form, reasons in English."""
    stream = io.StringIO()
    write_explanation(explanation, stream)
    data = json.loads(stream.getvalue())
    assert (data["document"], data["codebook"]) == ("kesh", explanation.codebook)
    first, second, third = data["sentences"]
    assert first["reports"][0]["report"]["type"] == "CONSULT"
    assert first["reports"][0]["entry"]["file"] == "fr/predicates/consult.toml"
    assert first["refused"][0]["reason"]
    assert second["mentions"][0]["kind"] == "actor"
    assert third["untried"][0]["lemma"] == "rôder"
    assert third["words"][0]["text"] == "La"
