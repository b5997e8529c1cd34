"""How well coded documents agree with gold ones: mentions, reports, and each slot of a report.

A report agrees with a gold one of its kind when their triggers overlap, or when both stand in one
sentence, have one type, and share a participant, a place, a figure or their content.  Best pairs
are taken first, each report once.  ``found`` counts the pairs, ``typed`` those of one type,
``strict`` those of one type whose actors, recipients and status are all the same.  The row of a
type counts a report as right when its partner has that type too.

Actors are the same when their spans overlap by half of the shorter, or when a name or antecedent
inside either document leads to a span that does.  Optional gold reports and speech cued by a bare
« selon » count neither way.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from ..model import (
    KINDS,
    ActorMention,
    CodedDocument,
    FigureMention,
    Mention,
    PlaceMention,
    Quote,
    Report,
    Span,
    TimeMention,
    type_of_mention,
)
from .measures import Agreement, Rate

M = TypeVar("M", bound=Mention)

MENTION_KINDS = ("actor", "place", "time", "figure")
LEVELS = ("found", "typed", "strict")
SLOTS = ("actors", "recipients", "sources", "places", "time", "figures")
RIGHTS = ("status", "status marked", "mode")
FIELDS = (
    "actor country",
    "actor sector",
    "place country",
    "place 50 km",
    "time value",
    "figure value",
)

_EARTH_DIAMETER_KM = 12_742
_SENTENCE_BORDER = re.compile(r"""\n+|(?<=[.!?…])[»"”)]*\s+""")
_BARE_CUE = re.compile(r"(selon|d.après|pour)\b", re.IGNORECASE)


class Difference(NamedTuple):
    """Two reports that are not strictly the same, or one that has no partner."""

    document: str
    gold: Report | None
    system: Report | None


@dataclass(slots=True)
class Score:
    """The counts of a comparison, by name."""

    agreements: dict[str, Agreement] = field(default_factory=dict)
    rates: dict[str, Rate] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)
    missing: int = 0
    changed: int = 0

    def agreement(self, name: str) -> Agreement:
        """The agreement of that name (`report ALL strict`); all zero when nothing was counted."""
        return self.agreements.get(name, Agreement(0, 0, 0))

    def _agree(self, name: str, *, both: int = 0, system: int = 0, gold: int = 0) -> None:
        old = self.agreement(name)
        self.agreements[name] = Agreement(old.both + both, old.system + system, old.gold + gold)

    def _rate(self, name: str, right: bool) -> None:
        old = self.rates.get(name, Rate(0, 0))
        self.rates[name] = Rate(old.right + right, old.compared + 1)


def score(
    golds: Sequence[CodedDocument],
    systems: Iterable[CodedDocument],
    optional: Mapping[str, frozenset[str]] | None = None,
) -> Score:
    """Compare coded documents with gold ones, paired by id, else by text.

    ``optional`` gives by gold document id the ids of reports that count neither way.
    """
    result = _blank()
    kept = list(systems)
    by_id = {coded.document.id: coded for coded in kept}
    by_text = {coded.document.text.strip(): coded for coded in kept}
    for gold in golds:
        document = gold.document
        system = by_id.get(document.id) or by_text.get(document.text.strip())
        if system is None:
            result.missing += 1
            system = CodedDocument(document, (), ())
        elif system.document.text != document.text:
            result.changed += 1
        free = (optional or {}).get(document.id, frozenset())
        _compare(_Side(gold), _Side(system), free, result)
    _sort_types(result)
    return result


def _sort_types(result: Score) -> None:
    """Put the rows of types last, by name; only types that were met have one."""
    types = sorted(name for name in result.agreements if name.startswith("type "))
    result.agreements |= {name: result.agreements.pop(name) for name in types}


def _blank() -> Score:
    """All rows at zero, in the order in which they are shown."""
    reports = [f"report {kind} {level}" for level in LEVELS for kind in (*KINDS, "ALL")]
    names = [
        *(f"mention {kind}" for kind in MENTION_KINDS),
        *reports,
        *(f"slot {s}" for s in SLOTS),
    ]
    zero = Agreement(0, 0, 0)
    return Score(dict.fromkeys(names, zero), {n: Rate(0, 0) for n in (*FIELDS, *RIGHTS)})


class _Side:
    """One coded document with what comparing asks of it: chains of actors, sentence borders."""

    def __init__(self, coded: CodedDocument) -> None:
        self.coded = coded
        self.mentions = {mention.id: mention for mention in coded.mentions}
        self.chain: dict[str, str] = {}
        self.members: dict[str, list[ActorMention]] = defaultdict(list)
        for mention in self.of_kind(ActorMention):
            key = self._entity(mention)
            self.chain[mention.id] = key
            self.members[key].append(mention)
        self._borders = [0, *(m.end() for m in _SENTENCE_BORDER.finditer(coded.document.text))]

    def of_kind(self, kind: type[M]) -> list[M]:
        """The mentions of a kind, in their order."""
        return [mention for mention in self.coded.mentions if isinstance(mention, kind)]

    def sentence(self, quote: Quote) -> int:
        """The number of the sentence in which a quote begins."""
        return bisect_right(self._borders, quote.start)

    def entities(self, ids: Iterable[str]) -> list[str]:
        """One id for each entity, the first: « Jean Dupont » and « le ministre » are one."""
        firsts: dict[str, str] = {}
        for mention_id in ids:
            firsts.setdefault(self.chain.get(mention_id, mention_id), mention_id)
        return list(firsts.values())

    def get(self, mention_id: str | None, kind: type[M]) -> M | None:
        """The mention of that id and kind; None when there is none."""
        mention = self.mentions.get(mention_id) if mention_id else None
        return mention if isinstance(mention, kind) else None

    def _entity(self, mention: ActorMention) -> str:
        root, seen = mention, set[str]()
        while root.id not in seen and (above := self.get(root.antecedent, ActorMention)):
            seen.add(root.id)
            root = above
        return root.actor or (root.name or "").lower() or root.id


def _compare(gold: _Side, system: _Side, optional: frozenset[str], result: Score) -> None:
    _compare_mentions(gold, system, result)
    pairs = _pair_reports(gold, system)
    for mine, theirs in pairs:
        if not _is_free(mine, optional):
            _compare_reports(gold, mine, system, theirs, result)
    paired_gold = {id(mine) for mine, _ in pairs}
    paired_system = {id(theirs) for _, theirs in pairs}
    name = gold.coded.document.id
    for report in gold.coded.reports:
        if id(report) not in paired_gold and not _is_free(report, optional):
            _count_report(result, report, None)
            result.differences.append(Difference(name, report, None))
    for report in system.coded.reports:
        if id(report) not in paired_system and not _is_free(report, frozenset()):
            _count_report(result, None, report)
            result.differences.append(Difference(name, None, report))


def _is_free(report: Report, optional: frozenset[str]) -> bool:
    """Whether a report counts neither way."""
    cued = report.kind == "statement" and _BARE_CUE.match(report.trigger.text) is not None
    return cued or report.id in optional


def _compare_mentions(gold: _Side, system: _Side, result: Score) -> None:
    for kind, name in type_of_mention.items():
        left: list[Mention] = list(system.of_kind(kind))
        wanted: list[Mention] = list(gold.of_kind(kind))
        pairs: list[tuple[Mention, Mention]] = []
        for mine in wanted:
            theirs = next((other for other in left if _half_overlap(mine, other)), None)
            if theirs is not None:
                left.remove(theirs)
                pairs.append((mine, theirs))
        result._agree(
            f"mention {name}", both=len(pairs), system=len(left) + len(pairs), gold=len(wanted)
        )
        for mine, theirs in pairs:
            _compare_fields(mine, theirs, result)


def _compare_fields(gold: Mention, system: Mention, result: Score) -> None:
    match gold, system:
        case ActorMention(), ActorMention():
            result._rate("actor country", gold.country == system.country)
            result._rate("actor sector", gold.sector == system.sector)
        case PlaceMention(), PlaceMention():
            result._rate("place country", gold.country == system.country)
            if gold.latitude is not None:
                result._rate("place 50 km", _within(gold, system, 50))
        case TimeMention(), TimeMention() if gold.value:
            result._rate("time value", gold.value == system.value)
        case FigureMention(), FigureMention() if gold.best is not None:
            result._rate("figure value", gold.best == system.best)


def _pair_reports(gold: _Side, system: _Side) -> list[tuple[Report, Report]]:
    """Pairs of reports, best first, each report in one pair at most."""
    candidates = [
        (likeness, mine, theirs)
        for mine in gold.coded.reports
        for theirs in system.coded.reports
        if mine.kind == theirs.kind and (likeness := _likeness(gold, mine, system, theirs))
    ]
    candidates.sort(key=lambda candidate: -candidate[0])
    done: set[int] = set()
    pairs = []
    for _, mine, theirs in candidates:
        if id(mine) not in done and id(theirs) not in done:
            done |= {id(mine), id(theirs)}
            pairs.append((mine, theirs))
    return pairs


def _likeness(gold: _Side, mine: Report, system: _Side, theirs: Report) -> int:
    """How much two reports of a kind have in common; 0 when they cannot be a pair."""
    same_type = mine.type == theirs.type
    trigger = _overlap(mine.trigger, theirs.trigger)
    shared = (
        _matches(
            gold.entities(mine.actors + mine.recipients),
            system.entities(theirs.actors + theirs.recipients),
            lambda a, b: _same_actor(gold, a, system, b),
        )
        + _matches(mine.figures, theirs.figures, lambda a, b: _same_span(gold, a, system, b))
        + _matches(mine.places, theirs.places, lambda a, b: _same_place(gold, a, system, b))
        + _same_content(mine, theirs)
    )
    near = (
        same_type
        and bool(shared)
        and gold.sentence(mine.trigger) == system.sentence(theirs.trigger)
    )
    return 4 * same_type + 2 * trigger + shared if trigger or near else 0


def _same_content(mine: Report, theirs: Report) -> bool:
    both = mine.content is not None and theirs.content is not None
    return both and _half_overlap(mine.content, theirs.content)  # type: ignore[arg-type]


def _compare_reports(
    gold: _Side, mine: Report, system: _Side, theirs: Report, result: Score
) -> None:
    same_type = mine.type == theirs.type
    same_parts = [_compare_actors(gold, mine, system, theirs, slot, result) for slot in SLOTS[:2]]
    _compare_actors(gold, mine, system, theirs, "sources", result)
    _compare_circumstances(gold, mine, system, theirs, result)
    same_status = mine.status == theirs.status
    result._rate("status", same_status)
    if mine.status != "actual":
        result._rate("status marked", same_status)
    if mine.mode:
        result._rate("mode", mine.mode == theirs.mode)
    strict = same_type and same_status and all(same_parts)
    _count_report(result, mine, theirs, strict=strict)
    if not strict:
        result.differences.append(Difference(gold.coded.document.id, mine, theirs))


def _compare_actors(
    gold: _Side, mine: Report, system: _Side, theirs: Report, slot: str, result: Score
) -> bool:
    """Count a slot that actors fill; whether both sides fill it with the same."""
    wanted, given = gold.entities(getattr(mine, slot)), system.entities(getattr(theirs, slot))
    both = _matches(wanted, given, lambda a, b: _same_actor(gold, a, system, b))
    result._agree(f"slot {slot}", both=both, system=len(given), gold=len(wanted))
    return both == len(wanted) == len(given)


def _compare_circumstances(
    gold: _Side, mine: Report, system: _Side, theirs: Report, result: Score
) -> None:
    places = _matches(mine.places, theirs.places, lambda a, b: _same_place(gold, a, system, b))
    result._agree("slot places", both=places, system=len(theirs.places), gold=len(mine.places))
    wanted, given = gold.get(mine.time, TimeMention), system.get(theirs.time, TimeMention)
    same = wanted is not None and given is not None and _same_time(wanted, given)
    result._agree("slot time", both=same, system=given is not None, gold=wanted is not None)
    figures = _matches(mine.figures, theirs.figures, lambda a, b: _same_figure(gold, a, system, b))
    result._agree("slot figures", both=figures, system=len(theirs.figures), gold=len(mine.figures))


def _count_report(
    result: Score, mine: Report | None, theirs: Report | None, *, strict: bool = False
) -> None:
    """Count a pair, or a report that has no partner, in the rows of its kind and type."""
    types = [report.type for report in (mine, theirs) if report]
    same_type = len(types) == 2 and types[0] == types[1]
    kinds = {report.kind for report in (mine, theirs) if report}
    for level, hit in zip(LEVELS, (len(types) == 2, same_type, strict), strict=True):
        for name in (*kinds, "ALL"):
            result._agree(f"report {name} {level}", both=hit, system=bool(theirs), gold=bool(mine))
    for name in set(types):
        result._agree(
            f"type {name}",
            both=same_type,
            system=theirs is not None and theirs.type == name,
            gold=mine is not None and mine.type == name,
        )


def _matches(wanted: Iterable[str], given: Iterable[str], same: Callable[[str, str], bool]) -> int:
    """How many of those wanted find a partner among those given, one to one."""
    left, count = list(given), 0
    for mine in wanted:
        for theirs in left:
            if same(mine, theirs):
                left.remove(theirs)
                count += 1
                break
    return count


def _same_actor(gold: _Side, mine: str, system: _Side, theirs: str) -> bool:
    a, b = gold.mentions.get(mine), system.mentions.get(theirs)
    if a is None or b is None:
        return False
    alike_a = gold.members.get(gold.chain.get(mine, ""), [])
    alike_b = system.members.get(system.chain.get(theirs, ""), [])
    return (
        _half_overlap(a, b)
        or any(_half_overlap(other, b) for other in alike_a)
        or any(_half_overlap(a, other) for other in alike_b)
    )


def _same_place(gold: _Side, mine: str, system: _Side, theirs: str) -> bool:
    """The same span, a point within 10 km of the same precision, or the same country."""
    a, b = gold.mentions.get(mine), system.mentions.get(theirs)
    if a is None or b is None:
        return False
    if _overlap(a, b):
        return True
    if not isinstance(a, PlaceMention) or not isinstance(b, PlaceMention):
        return False
    if a.precision != b.precision:
        return False
    if None not in (a.latitude, a.longitude, b.latitude, b.longitude):
        return _within(a, b, 10)
    return a.precision == "country" and a.country == b.country


def _same_time(wanted: TimeMention, given: TimeMention) -> bool:
    return _overlap(wanted, given) or bool(wanted.value and wanted.value == given.value)


def _same_figure(gold: _Side, mine: str, system: _Side, theirs: str) -> bool:
    a, b = gold.get(mine, FigureMention), system.get(theirs, FigureMention)
    return a is not None and b is not None and _overlap(a, b) and a.best == b.best


def _same_span(gold: _Side, mine: str, system: _Side, theirs: str) -> bool:
    a, b = gold.mentions.get(mine), system.mentions.get(theirs)
    return a is not None and b is not None and _overlap(a, b)


def _span(stretch: Mention | Quote) -> Span:
    return Span(stretch.start, stretch.end)


def _overlap(a: Mention | Quote, b: Mention | Quote) -> bool:
    return _span(a).overlaps(_span(b))


def _half_overlap(a: Mention | Quote, b: Mention | Quote) -> bool:
    """Whether two stretches share at least half of the shorter."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared > 0 and 2 * shared >= min(a.end - a.start, b.end - b.start)


def _within(a: PlaceMention, b: PlaceMention, limit_km: float) -> bool:
    """Whether two points lie so near (great circle); False when either has no coordinates."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return False
    south, north = math.radians(a.latitude), math.radians(b.latitude)
    east = math.radians(b.longitude - a.longitude)
    chord = (
        math.sin((north - south) / 2) ** 2
        + math.cos(south) * math.cos(north) * math.sin(east / 2) ** 2
    )
    return _EARTH_DIAMETER_KM * math.asin(math.sqrt(chord)) <= limit_km
