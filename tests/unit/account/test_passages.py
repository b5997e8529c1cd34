"""Passages: the sentence of a report, and where in it what the report names stands."""

from __future__ import annotations

from dataclasses import replace

from polybe.account.claims import Claim, claims_of
from polybe.account.passages import Passage, passage_of
from polybe.model import CodedDocument
from tests.made import coded

CODED = coded(title="Tarbes-sur-Oued : l'armée reprend le fort")


def claim_of(report: str, document: CodedDocument = CODED) -> Claim:
    """The claim of a report of the made article."""
    return next(each for each in claims_of(document, known="2021-05-04") if each.report == report)


def marked(passage: Passage) -> dict[str, list[str]]:
    """The words marked, by slot."""
    found: dict[str, list[str]] = {}
    for mark in passage.marks:
        found.setdefault(mark.slot, []).append(passage.text[mark.start : mark.end])
    return found


def test_the_sentence_with_trigger_and_slots() -> None:
    passage = passage_of(CODED, claim_of("r1"))
    assert passage.text.startswith("L'armée du Norland a repris")
    assert passage.text.endswith("aux rebelles.")
    assert marked(passage) == {
        "actors": ["L'armée du Norland"],
        "trigger": ["repris"],
        "time": ["lundi"],
        "places": ["le fort de Kesh"],
        "recipients": ["rebelles"],
    }
    assert CODED.document.text[passage.start :].startswith(passage.text)
    assert passage.title == CODED.document.title


def test_figures_and_sources_are_marked_too_and_outer_marks_come_first() -> None:
    passage = passage_of(CODED, claim_of("r2"))
    assert marked(passage)["figures"] == ["Vingt"]
    assert marked(passage)["sources"] == ["Paul Ardent"]
    assert [mark.slot for mark in passage.marks][:2] == ["recipients", "figures"]


def test_a_title_is_a_sentence_by_itself() -> None:
    assert passage_of(CODED, claim_of("r0")).text == "Tarbes-sur-Oued : l'armée reprend le fort"


def test_what_stands_in_another_sentence_is_not_marked() -> None:
    """Nor is what a reviewer has set by hand: it stands nowhere."""
    told = claim_of("r1")
    elsewhere = replace(claim_of("r2").sources[0], name="Paul Ardent")
    moved = replace(told, sources=(elsewhere,), places=(replace(told.places[0], mention=""),))
    assert marked(passage_of(CODED, moved)).keys() == {"actors", "trigger", "time", "recipients"}
