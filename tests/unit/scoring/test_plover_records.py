"""The measure on records of PLOVER's authors, on sentences whose facts can be told by eye."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from polybe.model import (
    ActorMention,
    CodedDocument,
    Document,
    PlaceMention,
    PloverRecord,
    PloverSide,
    Quote,
    Report,
)
from polybe.scoring import Rate, RecordsScore, score_plover_records

TEXT = "Kesh has shelled rebels near Vanta, and Morland condemned it."
DOCUMENT = Document("1:a", TEXT, language="en")


def actor(words: str, country: str | None = None) -> ActorMention:
    start = TEXT.index(words)
    return ActorMention(words, start, start + len(words), words, country=country)


def place(words: str) -> PlaceMention:
    start = TEXT.index(words)
    return PlaceMention(words, start, start + len(words), words)


def report(type_: str, words: str, **slots: Any) -> Report:
    start = TEXT.index(words)
    return Report(
        id=words,
        kind="event",
        type=type_,
        mode=None,
        trigger=Quote(start, start + len(words), words),
        **slots,
    )


def side(text: str, country: str | None = None) -> PloverSide:
    return PloverSide(tuple(text.split(" ... ")), country)


def compare(
    types: tuple[str, ...],
    sources: list[PloverSide],
    targets: list[PloverSide],
    *reports: Report,
    named: tuple[str, ...] | None = None,
    view: str | None = None,
) -> RecordsScore:
    mentions = (actor("Kesh", "KSH"), actor("rebels"), actor("Morland"), place("Vanta"))
    record = PloverRecord(DOCUMENT, types, named or types, "", tuple(sources), tuple(targets))
    coded = CodedDocument(DOCUMENT, mentions, reports)
    return score_plover_records([record], [coded], lambda *_: view)


SHELLED = report("ASSAULT", "shelled", actors=("Kesh",), recipients=("rebels",), places=("Vanta",))
CONDEMNED = report("ACCUSE", "condemned", actors=("Morland",))


def test_any_report_of_a_right_type_will_do() -> None:
    score = compare(("ACCUSE", "REJECT"), [side("Morland")], [], SHELLED, CONDEMNED)
    assert score.rates["right type"] == score.rates["type and sides"] == Rate(1, 1)
    assert score.differences == []


def test_the_type_in_the_view_counts_as_the_own_one_does() -> None:
    threat = report("ASSAULT", "shelled", actors=("Kesh",))
    assert compare(("THREATEN",), [], [], threat, view="THREATEN").rates["right type"].right == 1
    assert compare(("THREATEN",), [], [], threat).rates["right type"].right == 0


def test_sides_are_asked_of_one_report_of_the_type() -> None:
    score = compare(("ASSAULT",), [side("Morland")], [side("rebels")], SHELLED, CONDEMNED)
    assert score.rates["right type"].right == 1
    assert score.rates["type and sides"].right == 0
    assert score.differences[0].report is SHELLED


def test_words_are_compared_whole() -> None:
    """« US » stands in « Russia » for no reader."""
    score = compare(("ASSAULT",), [side("Kes")], [], SHELLED)
    assert score.rates["type and sides"].right == 0
    longer = compare(("ASSAULT",), [side("the army of Kesh")], [side("the rebels")], SHELLED)
    assert longer.rates["type and sides"].right == 1


def test_a_pronoun_is_what_it_stands_for() -> None:
    mentions = (actor("Morland"), replace(actor("it"), antecedent="Morland"))
    accused = report("ACCUSE", "condemned", actors=("it",))
    record = PloverRecord(DOCUMENT, ("ACCUSE",), ("ACCUSE",), "", (side("Morland"),), ())
    coded = CodedDocument(DOCUMENT, mentions, (accused,))
    score = score_plover_records([record], [coded], lambda *_: None)
    assert score.rates["type and sides"] == Rate(1, 1)


def test_a_country_tells_a_side_too() -> None:
    assert compare(("ASSAULT",), [side("Capital", "KSH")], [], SHELLED).rates[
        "type and sides"
    ] == Rate(1, 1)


def test_ground_given_as_target_counts_apart() -> None:
    score = compare(("ASSAULT",), [side("Kesh")], [side("Vanta")], SHELLED)
    assert score.rates["type and sides"].right == 0
    assert score.rates["type and sides, ground too"].right == 1


def test_who_meets_may_be_on_either_side() -> None:
    met = report("CONSULT", "condemned", actors=("Morland",), recipients=("Kesh",))
    score = compare(("CONSULT",), [side("Kesh")], [side("Morland")], met)
    assert score.rates["type and sides"].right == 1


def test_what_the_name_alone_gives_is_told_apart() -> None:
    score = compare(("ACCUSE",), [], [], CONDEMNED, named=("SUPPORT",))
    assert score.rates["right type"].right == 1
    assert score.rates["right type, by name alone"].right == 0


def test_a_sentence_not_coded_is_wrong_throughout() -> None:
    record = PloverRecord(DOCUMENT, ("AID",), ("AID",), "", (), ())
    score = score_plover_records([record], [], lambda *_: None)
    assert score.missing == 1
    assert score.rates["right type"] == Rate(0, 1)
