"""How well coded sentences agree with the records of PLOVER's own authors.

A record is one event with its sides.  Its type is right when any report of the sentence has one
of the types that are right for it, in Polybe's codes or in those of the derived PLOVER view.  Its
sides are right when one such report has every source of the record among its actors, and every
target among its recipients; who meets, agrees or works together may be on either side, and both
sides of a fight are actors.  A mention is a side when the words of one hold those of the other
whole, articles apart, or when its country is the side's; a pronoun is what it stands for.

The records often give as target the mere ground of an event (« in central Baghdad »), which Polybe
has among a report's places; how many are right with those is told apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..model import ActorMention, CodedDocument, Mention, PloverRecord, PloverSide, Report
from .measures import Agreement, Rate

EventType = Callable[[Report, CodedDocument], str | None]
"""The type of a report in the PLOVER view; None where PLOVER codes nothing."""

TYPE, NAMED = "right type", "right type, by name alone"
SIDES, GROUND = "type and sides", "type and sides, ground too"

_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types of acts that sides do together, whichever is named first."""

_TWO_SIDED = _MUTUAL | {"ASSAULT"}
"""Types of acts whose both sides may be actors: those, and fights."""

_ARTICLES = frozenset({"the", "a", "an"})
_WORD = re.compile(r"\w+")


class RecordDifference(NamedTuple):
    """A record that no report answers whole, and the report nearest to it or None."""

    record: PloverRecord
    report: Report | None


@dataclass(slots=True)
class RecordsScore:
    """The counts of a comparison, by name."""

    agreements: dict[str, Agreement] = field(default_factory=dict)
    rates: dict[str, Rate] = field(default_factory=dict)
    differences: list[RecordDifference] = field(default_factory=list)
    missing: int = 0

    def _rate(self, name: str, right: bool) -> None:
        old = self.rates.get(name, Rate(0, 0))
        self.rates[name] = Rate(old.right + right, old.compared + 1)


def score_plover_records(
    records: Sequence[PloverRecord], systems: Iterable[CodedDocument], event_type: EventType
) -> RecordsScore:
    """Compare coded sentences with records, paired by id; one not coded is wrong throughout."""
    result = RecordsScore()
    by_id = {coded.document.id: coded for coded in systems}
    for name in (TYPE, NAMED, SIDES, GROUND):
        result.rates[name] = Rate(0, 0)
    for record in records:
        coded = by_id.get(record.document.id)
        result.missing += coded is None
        _compare(record, coded, event_type, result)
    return result


def _compare(
    record: PloverRecord, coded: CodedDocument | None, event_type: EventType, result: RecordsScore
) -> None:
    typed = list(_typed(record.types, coded, event_type)) if coded else []
    named = any(True for _ in _typed(record.named, coded, event_type)) if coded else False
    whole = [r for r in typed if coded and _has_sides(record, r, coded)]
    grounded = any(coded and _has_sides(record, r, coded, ground=True) for r in typed)
    result._rate(TYPE, bool(typed))
    result._rate(NAMED, named)
    result._rate(SIDES, bool(whole))
    result._rate(GROUND, grounded)
    result._rate(f"type {record.types[0]}", bool(typed))
    if not whole:
        result.differences.append(RecordDifference(record, typed[0] if typed else None))


def _typed(types: tuple[str, ...], coded: CodedDocument, event_type: EventType) -> Iterator[Report]:
    """The reports of one of these types, by Polybe's code or the view's."""
    for report in coded.reports:
        own = report.type if report.kind == "event" else None
        if own in types or event_type(report, coded) in types:
            yield report


def _has_sides(
    record: PloverRecord, report: Report, coded: CodedDocument, *, ground: bool = False
) -> bool:
    mentions = {mention.id: mention for mention in coded.mentions}
    actors = list(_meant(report.actors, mentions))
    recipients = list(_meant(report.recipients, mentions))
    sides = [*actors, *recipients]
    if record.types[0] in _MUTUAL:
        actors = sides
    if record.types[0] in _TWO_SIDED:
        recipients = sides
    if ground:
        recipients = [*recipients, *(mentions[i] for i in report.places)]
    return _are_among(record.sources, actors) and _are_among(record.targets, recipients)


def _meant(ids: Iterable[str], mentions: Mapping[str, Mention]) -> Iterator[Mention]:
    """Mentions, and after each those that it stands for: « they », and « the rebels »."""
    for wanted in ids:
        known: str | None = wanted
        while known is not None:
            mention = mentions[known]
            yield mention
            known = mention.antecedent if isinstance(mention, ActorMention) else None


def _are_among(sides: tuple[PloverSide, ...], mentions: Sequence[Mention]) -> bool:
    return all(any(_is_side(mention, side) for mention in mentions) for side in sides)


def _is_side(mention: Mention, side: PloverSide) -> bool:
    if isinstance(mention, ActorMention) and side.country and mention.country == side.country:
        return True
    words = _words(mention.text)
    return any(_holds(words, _words(part)) or _holds(_words(part), words) for part in side.parts)


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word not in _ARTICLES]


def _holds(words: list[str], part: list[str]) -> bool:
    last = len(words) - len(part)
    return bool(part) and any(words[i : i + len(part)] == part for i in range(last + 1))
