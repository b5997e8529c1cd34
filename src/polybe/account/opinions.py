"""Opinions: the last word of each reviewer on each thing, and where reviewers disagree."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from .decisions import VERDICTS, Decision, carried
from .edits import SLOTS

FIELDS = ("verdict", *SLOTS, "merge")
"""What reviewers may be of one mind on."""

AS_CODED = "as coded"
"""The value of a slot that nobody has edited."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one reviewer last said of one unit in one field.

    The unit is a claim, for « merge » a pair of claims, the smaller id first.  The value of a
    verdict is « accepted » or « rejected », of a merge « together » or « apart », of a slot the
    JSON of the value with which the reviewer let it stand, or AS_CODED.
    """

    field: str
    unit: tuple[str, ...]
    who: str
    value: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A unit on which the last words of reviewers differ, in the order of who spoke first."""

    field: str
    unit: tuple[str, ...]
    opinions: tuple[Opinion, ...]


def opinions_of(
    decisions: Iterable[Decision], successions: Mapping[str, str] | None = None
) -> list[Opinion]:
    """The last word of every reviewer on every unit.

    Who accepts a claim or edits one of its slots has seen all slots, and lets the others stand as
    they are at that moment; who rejects it says nothing of its slots.
    """
    reading = _Reading()
    for decision in carried(decisions, successions or {}):
        reading.take(decision)
    return list(reading.opinions.values())


def disagreements(opinions: Iterable[Opinion]) -> list[Disagreement]:
    """Where reviewers contradict each other, by field and unit."""
    units: dict[tuple[str, tuple[str, ...]], list[Opinion]] = {}
    for opinion in opinions:
        units.setdefault((opinion.field, opinion.unit), []).append(opinion)
    return [
        Disagreement(field, unit, tuple(told))
        for (field, unit), told in sorted(units.items())
        if len({opinion.value for opinion in told}) > 1
    ]


class _Reading:
    """What has been said so far, by field, unit and reviewer."""

    def __init__(self) -> None:
        self.opinions: dict[tuple[str, tuple[str, ...], str], Opinion] = {}
        self._values: dict[tuple[str, str], str] = {}

    def take(self, decision: Decision) -> None:
        """Take in the next decision."""
        if decision.action in ("merge", "split"):
            value = "together" if decision.action == "merge" else "apart"
            for unit in _pairs(decision):
                self._say("merge", unit, decision.who, value)
        for claim in decision.claims:
            if decision.action in VERDICTS:
                self._say("verdict", (claim,), decision.who, VERDICTS[decision.action])
            if decision.action == "reject":
                self._unsay(claim, decision.who)
            if decision.action == "edit" and decision.slot:
                self._values[claim, decision.slot] = _written(decision.value)
            if decision.action in ("accept", "edit"):
                self._let_stand(claim, decision)

    def _let_stand(self, claim: str, decision: Decision) -> None:
        for slot in SLOTS:
            value = self._values.get((claim, slot), AS_CODED)
            self._say(slot, (claim,), decision.who, value)

    def _say(self, field: str, unit: tuple[str, ...], who: str, value: str) -> None:
        self.opinions[field, unit, who] = Opinion(field, unit, who, value)

    def _unsay(self, claim: str, who: str) -> None:
        for slot in SLOTS:
            self.opinions.pop((slot, (claim,), who), None)


def _pairs(decision: Decision) -> Iterator[tuple[str, ...]]:
    if decision.action == "merge":
        yield from combinations(sorted(decision.claims), 2)
    else:
        yield from (tuple(sorted(pair)) for pair in product(decision.claims, decision.rest))


def _written(value: object) -> str:
    """The JSON of a value; the order of actors, places and figures does not count."""
    if isinstance(value, list | tuple):
        return "[" + ", ".join(sorted(_written(each) for each in value)) + "]"
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
