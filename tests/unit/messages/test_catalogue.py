"""Every message stands in every language, with the same values to fill in."""

from __future__ import annotations

import pickle
from string import Formatter

import pytest

from polybe.codebook.ontology import load_ontology
from polybe.codebook.packs import Packs
from polybe.messages import LANGUAGES, Reason, load_messages, preferred_language
from polybe.model import KINDS, STATUSES, TYPES
from polybe.model.mentions import PLACE_PRECISIONS


def fields_of(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_the_languages_have_the_same_messages_with_the_same_values() -> None:
    french, english = (load_messages(language).texts for language in LANGUAGES)
    assert french.keys() == english.keys()
    differing = [key for key in french if fields_of(french[key]) != fields_of(english[key])]
    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_report_model_has_words(language: str) -> None:
    messages = load_messages(language)
    wanted = [("kind", kind) for kind in KINDS] + [("status", status) for status in STATUSES]
    wanted += [("type", type_) for types in TYPES.values() for type_ in types]
    wanted += [("precision", precision) for precision in PLACE_PRECISIONS]
    for event in load_ontology(Packs()).events.values():
        wanted += [("type", event.type), *(("mode", mode) for mode in event.modes)]
    assert [pair for pair in wanted if ".".join(pair) not in messages.texts] == []


def test_a_code_without_words_is_given_as_it_is() -> None:
    assert load_messages("fr").label("type", "NEW") == "NEW"
    assert load_messages("fr").label("mode", None) == ""


def test_numbers_follow_the_rule_of_the_language() -> None:
    french, english = load_messages("fr"), load_messages("en")
    assert [french.count("account.n_facts", n) for n in (0, 1, 2)] == [
        "0 fait",
        "1 fait",
        "2 faits",
    ]
    assert [english.count("account.n_facts", n) for n in (0, 1, 2)] == [
        "0 facts",
        "1 fact",
        "2 facts",
    ]


def test_a_reason_is_english_text_that_can_be_told_in_french() -> None:
    reason = Reason("reading.no_text")
    assert "no «\u00a0text\u00a0»" in reason
    assert "n'a pas de" in load_messages("fr").translate(reason)
    assert load_messages("fr").translate("plain text") == "plain text"


def test_a_reason_within_a_reason_is_told_in_french_too() -> None:
    reason = Reason("reading.gold", where="a.jsonl", detail=Reason("reading.empty"))
    assert load_messages("fr").translate(reason).endswith(load_messages("fr")("reading.empty"))
    assert reason.endswith(load_messages("en")("reading.empty"))


def test_a_reason_crosses_to_another_process_whole() -> None:
    reason = Reason("reading.coded_lacks", key="document")
    again = pickle.loads(pickle.dumps(reason))
    assert again == reason
    assert load_messages("fr").translate(again) == load_messages("fr").translate(reason)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "fr_FR", "LC_ALL": "C"}, "en"),
        ({"LC_MESSAGES": "fr", "LANG": "en"}, "fr"),
        ({}, "en"),
    ],
)
def test_the_environment_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert preferred_language(environment) == language
