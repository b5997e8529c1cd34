"""Estimates: what several voices say of one number, as a range and a best word.

Counts of a toll rise while the dead are found, so that an old count is not a contradiction of a new
one: what the same voice said before no longer counts, and a word loses half of its weight to a
newer one in ``HALVING_DAYS`` days.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from ..model.mentions import UNITS
from .claims import Claim
from .finding import Estimate, Told, Voice
from .voices import Voices

HALVING_DAYS = 2.0
"""Days after which a count is worth half of one told anew."""

_INFINITE = float("inf")


def estimates_of(claims: Sequence[Claim], voices: Voices) -> tuple[Estimate, ...]:
    """One estimate for each unit told, in the order of UNITS.

    What is denied is no count of anything and is left out.
    """
    words: dict[str, list[Told]] = {}
    for claim in claims:
        if claim.status != "denied":
            for unit, told in _told(claim, voices.told[claim.id]):
                words.setdefault(unit, []).append(told)
    documents = {claim.id: claim.document for claim in claims}
    return tuple(
        _estimate(unit, _marked(sorted(words[unit], key=_place_in_row), voices, documents), voices)
        for unit in UNITS
        if unit in words
    )


def counts_contradict(estimate: Estimate, voices: Voices) -> bool:
    """Whether two voices' newest words exclude each other.

    An outlet's own lower count that another has overtaken is not a contradiction; a speaker
    stands by his.
    """
    newest = [told for told in estimate.told if told.newest]
    return any(
        not _meet(a, b)
        and voices.keys[a.claim] != voices.keys[b.claim]
        and not _is_overtaken(a, b, voices)
        and not _is_overtaken(b, a, voices)
        for a, b in combinations(_distinct(newest, voices), 2)
    )


def _told(claim: Claim, voice: Voice) -> Iterable[tuple[str, Told]]:
    for f in claim.figures:
        if (f.low, f.best, f.high) != (None, None, None):
            yield (
                f.unit,
                Told(f.low, f.best, f.high, f.text, f.of, voice.who, voice.known, claim.id),
            )


def _place_in_row(told: Told) -> tuple[object, ...]:
    return (told.known, told.claim, told.text)


def _marked(row: Sequence[Told], voices: Voices, documents: Mapping[str, str]) -> list[Told]:
    """The row, each word marked if it is part of a higher one, or its voice has spoken since."""
    last = {voices.keys[told.claim]: told.known for told in row}
    highest: dict[tuple[object, str], float] = {}
    for told in row:
        where = (voices.keys[told.claim], documents[told.claim])
        highest[where] = max(highest.get(where, 0.0), told.count or 0.0)
    found = []
    for told in row:
        key = voices.keys[told.claim]
        part = (told.count or 0.0) < highest[key, documents[told.claim]]
        newest = not part and last[key] == told.known
        found.append(told if newest else _overlaid(told, part))
    return found


def _overlaid(t: Told, part: bool) -> Told:
    """A word that counts no more; made by hand, since `replace` is ten times as slow."""
    return Told(t.low, t.best, t.high, t.text, t.of, t.who, t.known, t.claim, False, part)


def _estimate(unit: str, told: Sequence[Told], voices: Voices) -> Estimate:
    newest = [t for t in told if t.newest]
    lows = [low for low in map(_lower, newest) if low is not None]
    return Estimate(
        unit=unit,
        low=min(lows, default=None),
        best=_best(newest, voices),
        high=_highest(newest),
        told=tuple(told),
    )


def _lower(told: Told) -> float | None:
    return told.low if told.low is not None else told.best


def _upper(told: Told) -> float | None:
    """The upper bound; None when open.  A best number with no bounds is exact."""
    if told.high is None and told.low is None:
        return told.best
    return told.high


def _highest(newest: Iterable[Told]) -> float | None:
    """The highest upper bound, None when somebody says « at least » more than that."""
    told = list(newest)
    uppers = [upper for upper in map(_upper, told) if upper is not None]
    lows = [low for low in map(_lower, told) if low is not None]
    highest = max(uppers, default=None)
    return None if highest is None or max(lows, default=highest) > highest else highest


def _best(newest: Sequence[Told], voices: Voices) -> float | None:
    """The number told that most of the weight agrees with; of equals the newest, then the highest.

    « Au moins 12 » agrees with every number from 12 on.
    """
    counts = {told.count for told in newest if told.count is not None}
    if len(counts) < 2:
        return next(iter(counts), None)
    weights = _weights(newest, voices)
    told_last = {c: max(t.known for t in newest if t.count == c) for c in counts}

    def support(count: float) -> float:
        agreeing: dict[object, float] = {}
        for told, (root, worth) in zip(newest, weights, strict=True):
            if _allows(told, count):
                agreeing[root] = max(agreeing.get(root, 0.0), worth)
        return round(sum(agreeing[root] for root in sorted(agreeing, key=repr)), 9)

    return max(counts, key=lambda count: (support(count), told_last[count], count))


def _weights(newest: Sequence[Told], voices: Voices) -> list[tuple[tuple[str, str], float]]:
    """The root of each word and its worth by rating and age."""
    last = max(date.fromisoformat(told.known).toordinal() for told in newest)
    found = []
    for told in newest:
        age = last - date.fromisoformat(told.known).toordinal()
        worth = voices.told[told.claim].weight * 0.5 ** (age / HALVING_DAYS)
        found.append((voices.roots[told.claim], worth))
    return found


def _allows(told: Told, count: float) -> bool:
    lower, upper = _lower(told), _upper(told)
    return (lower is None or lower <= count) and (upper is None or count <= upper)


def _meet(a: Told, b: Told) -> bool:
    """Whether some number is allowed by both."""
    lower = max(_bound(_lower(a), -_INFINITE), _bound(_lower(b), -_INFINITE))
    upper = min(_bound(_upper(a), _INFINITE), _bound(_upper(b), _INFINITE))
    return lower <= upper


def _bound(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value


def _is_overtaken(old: Told, new: Told, voices: Voices) -> bool:
    if voices.told[old.claim].speaker is not None or old.known >= new.known:
        return False
    return (old.count or 0.0) < (new.count or 0.0)


def _distinct(row: Iterable[Told], voices: Voices) -> list[Told]:
    """One word for each voice, day and bounds: what is repeated contradicts no more than once."""
    kept = {(voices.keys[t.claim], t.known, t.low, t.best, t.high): t for t in row}
    return list(kept.values())
