"""Conditions of a table's rows: what a report must be like for a row to hold."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ..codebook.packs import Entry
from ..model import ActorMention
from ..model.mentions import SUPRANATIONAL
from .telling import Side, Telling, code_of

Classes = Mapping[str, list[str]]
Words = Mapping[str, Mapping[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Named:
    """What the conditions of a table name: classes of sectors, and lists of words by language."""

    classes: Classes
    words: Words


class SideCondition(Entry):
    """What one side must be; every key that stands must hold.

    ``all`` and ``some`` name classes of the table, sectors or PLOVER's supranational codes;
    a side that names nobody has neither.
    """

    all: list[str] = []
    some: list[str] = []
    none: list[str] = []
    told: bool | None = None
    at: Literal["home", "abroad"] | None = None


class Condition(Entry):
    """What a report must be; every key that stands must hold.

    ``word`` and ``followed_by`` name lists of words of the table: the codebook's word that fired
    is in one, a word right behind it is.  ``type`` takes `ASSAULT` (any mode) and `ASSAULT/aerial`,
    and `ASSAULT/` for none.  ``between`` are what the two parties are, in whichever order.
    ``one_country`` is whether both sides are of one country, and fails where that of either is not
    known.
    """

    kind: list[str] = []
    type: list[str] = []
    status: list[str] = []
    word: list[str] = []
    followed_by: list[str] = []
    announced: bool | None = None
    source: list[Literal["outlet", "actor", "other"]] = []
    actors: SideCondition | None = None
    recipients: SideCondition | None = None
    one: SideCondition | None = None
    other: SideCondition | None = None
    between: tuple[list[str], list[str]] | None = None
    one_country: bool | None = None
    harm: list[str] = []
    protests: list[str] = []
    met: list[str] = []
    acts: list[str] = []
    fights: list[str] = []


def holds(condition: Condition, telling: Telling, named: Named) -> bool:
    """Whether a report fulfils a condition."""
    return all(test(condition, telling, named) for test in _TESTS)


def classes_named(condition: Condition) -> Iterator[str]:
    """Every class, sector or code that a condition names."""
    for side in (condition.actors, condition.recipients, condition.one, condition.other):
        if side is not None:
            yield from (*side.all, *side.some, *side.none)
    for named in condition.between or ():
        yield from named


def _is_such(condition: Condition, telling: Telling, _: Named) -> bool:
    report = telling.report
    return (
        (not condition.kind or report.kind in condition.kind)
        and (not condition.status or report.status in condition.status)
        and (condition.announced is None or telling.announced is condition.announced)
        and (not condition.source or telling.source in condition.source)
        and (not condition.type or _has_code(code_of(report), report.mode, condition.type))
    )


def _has_code(code: str, mode: str | None, wanted: list[str]) -> bool:
    named = code if mode else f"{code}/"
    return any(named == w or named.startswith(f"{w}/") for w in wanted)


def _has_words(condition: Condition, telling: Telling, named: Named) -> bool:
    pairs = ((condition.word, {telling.word}), (condition.followed_by, telling.following))
    return all(not lists or _is_listed(words, lists, telling, named) for lists, words in pairs)


def _is_listed(words: Collection[str], lists: list[str], telling: Telling, named: Named) -> bool:
    """Whether one of some words is in a list, as the report's language has it."""
    return any(
        word in named.words[name].get(telling.language, ()) for name in lists for word in words
    )


def _has_sides(condition: Condition, telling: Telling, named: Named) -> bool:
    sides = (
        (condition.actors, telling.actors),
        (condition.recipients, telling.recipients),
        (condition.one, telling.one),
        (condition.other, telling.other),
    )
    return all(w is None or side_holds(w, side, telling, named.classes) for w, side in sides)


def side_holds(wanted: SideCondition, side: Side, telling: Telling, classes: Classes) -> bool:
    """Whether a side is as wanted."""
    if wanted.told is not None and bool(side) is not wanted.told:
        return False
    if wanted.all and not _all_are(side, wanted.all, classes):
        return False
    if wanted.some and not any(_is_of(actor, wanted.some, classes) for actor in side):
        return False
    if any(_is_of(actor, wanted.none, classes) for actor in side):
        return False
    return wanted.at is None or (
        bool(side) and all(_stands(a, telling.lands) == wanted.at for a in side)
    )


def _all_are(side: Side, names: list[str], classes: Classes) -> bool:
    return bool(side) and all(_is_of(actor, names, classes) for actor in side)


def _is_of(actor: ActorMention, names: list[str], classes: Classes) -> bool:
    codes = {code for name in names for code in classes.get(name, (name,))}
    return actor.sector in codes or actor.country in codes & SUPRANATIONAL


def _stands(actor: ActorMention, lands: frozenset[str]) -> str | None:
    """Whether an actor is `home` or `abroad`; None when its country or the place's is not told."""
    if actor.country is None or len(lands) != 1:
        return None
    return "home" if actor.country in lands else "abroad"


def _is_between(condition: Condition, telling: Telling, named: Named) -> bool:
    if condition.between is None:
        return True
    first, second = condition.between
    return any(
        _all_are(telling.one, a, named.classes) and _all_are(telling.other, b, named.classes)
        for a, b in ((first, second), (second, first))
    )


def _is_within(condition: Condition, telling: Telling, _: Named) -> bool:
    if condition.one_country is None:
        return True
    countries = [{actor.country for actor in side} for side in (telling.one, telling.other)]
    if any(not side or None in side for side in countries):
        return False
    return (countries[0] == countries[1]) is condition.one_country and (
        condition.one_country or not countries[0] & countries[1]
    )


def _stands_beside(condition: Condition, telling: Telling, _: Named) -> bool:
    pairs = (
        (condition.harm, telling.harm),
        (condition.protests, telling.protests),
        (condition.met, telling.met),
        (condition.acts, telling.acts),
        (condition.fights, telling.fights),
    )
    return all(
        not wanted or any(_has_code(code, code.partition("/")[2], wanted) for code in found)
        for wanted, found in pairs
    )


_TESTS: tuple[Callable[[Condition, Telling, Named], bool], ...] = (
    _is_such,
    _has_words,
    _is_between,
    _has_sides,
    _is_within,
    _stands_beside,
)
