"""An article's text cut at the border of every coded span, so that overlaps stay readable."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..account import Fact
from ..model import CodedDocument, Mention, type_of_mention


@dataclass(frozen=True, slots=True)
class Cover:
    """A coded span: its kind, its name in the page, the facts (by number) it belongs to."""

    start: int
    end: int
    kind: str
    name: str
    facts: tuple[int, ...] = ()
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same spans throughout.

    ``anchors`` are the spans that begin here, ``notes`` the numbers of the facts whose trigger
    ends here.
    """

    text: str
    covers: tuple[Cover, ...]
    anchors: tuple[str, ...]
    notes: tuple[tuple[int, str], ...]

    @property
    def classes(self) -> str:
        """The kinds that cover the stretch, as classes; `actor2` where two actors overlap."""
        kinds = Counter(cover.kind for cover in self.covers)
        return " ".join(
            f"{kind}{2 if n > 1 and kind != 'content' else ''}" for kind, n in kinds.items()
        )

    @property
    def facts(self) -> tuple[int, ...]:
        """The numbers of all facts the stretch belongs to."""
        return tuple(dict.fromkeys(number for cover in self.covers for number in cover.facts))

    @property
    def target(self) -> int | None:
        """The fact to which the stretch leads: that of its shortest span, contents last."""
        named = [cover for cover in self.covers if cover.facts and cover.kind != "content"]
        return min(named, key=lambda cover: cover.end - cover.start).facts[0] if named else None

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions that cover the stretch."""
        return tuple(cover.mention for cover in self.covers if cover.mention)


def segments_of(coded: CodedDocument, facts: Iterable[Fact]) -> list[Segment]:
    """The whole text in segments; facts are numbered from 1 in their order."""
    text = coded.document.text
    covers = [c for c in covers_of(coded, facts) if 0 <= c.start < c.end <= len(text)]
    borders = sorted({0, len(text), *(c.start for c in covers), *(c.end for c in covers)})
    starting: dict[int, list[Cover]] = defaultdict(list)
    for cover in covers:
        starting[cover.start].append(cover)
    segments = []
    running: list[Cover] = []
    for start, end in pairwise(borders):
        running = [cover for cover in running if cover.end > start] + starting[start]
        segments.append(_segment(text[start:end], running, starting[start], end))
    return segments


def covers_of(coded: CodedDocument, facts: Iterable[Fact]) -> list[Cover]:
    """Every coded span of a document: mentions, triggers and contents."""
    number_of = {
        trace.report: number for number, fact in enumerate(facts, start=1) for trace in fact.traces
    }
    users: dict[str, list[int]] = defaultdict(list)
    covers = list(_report_covers(coded, number_of))
    for report in coded.reports:
        slots = (report.actors, report.recipients, report.places, report.figures, report.sources)
        for mention_id in (*(i for slot in slots for i in slot), report.time):
            if mention_id:
                users[mention_id].append(number_of[report.id])
    for mention in coded.mentions:
        kind = type_of_mention[type(mention)]
        facts_ = tuple(dict.fromkeys(users[mention.id]))
        covers.append(Cover(mention.start, mention.end, kind, mention.id, facts_, mention))
    return covers


def _report_covers(coded: CodedDocument, number_of: dict[str, int]) -> Iterator[Cover]:
    for report in coded.reports:
        number = (number_of[report.id],)
        trigger, content = report.trigger, report.content
        yield Cover(trigger.start, trigger.end, f"t-{report.kind}", f"t-{report.id}", number)
        if content:
            yield Cover(content.start, content.end, "content", f"c-{report.id}", number)


def _segment(text: str, covers: list[Cover], starting: list[Cover], end: int) -> Segment:
    ending = (cover for cover in covers if cover.end == end and cover.kind.startswith("t-"))
    notes = dict.fromkeys((cover.facts[0], cover.kind[2:]) for cover in ending)
    return Segment(
        text=text,
        covers=tuple(covers),
        anchors=tuple(cover.name for cover in starting),
        notes=tuple(sorted(notes)),
    )
