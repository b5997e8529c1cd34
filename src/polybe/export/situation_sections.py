"""The sections of a situation as rows of words: what the terminal and the page both show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..account.contradictions import Contradiction, contradictions_of
from ..account.evidence import Evidence
from ..account.finding import Finding
from ..account.forces import Force
from ..account.situation import Situation
from ..account.ties import WITH, Stance
from ..account.tolls import CountryTolls, Incident, Sum, Total, count_of
from ..account.truces import Truce
from ..messages import Messages
from .situation_words import NOTHING, Piece, SituationWords, Words, joined
from .wording import number, range_words

_SO_MANY_MORE = 1000
"""Counting what is left out ends here: it may be more."""

_CUT_AS = {"incidents": "tolls"}
"""Sections that are cut under another name: the sums of tolls are never cut."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a section, and the findings that it tells, the weightiest for it first.

    One that ``continues`` has an empty first cell and goes on under that of the row before.
    """

    cells: tuple[Words, ...]
    findings: tuple[Finding, ...] = ()
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A section: ``name`` is its key in the messages ``situation.*`` and on the page.

    ``columns`` are keys of the messages ``column.*``.  ``note`` is told below the heading, empty
    when there is nothing to say; ``more`` tells how much was cut off, empty when nothing was.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    more: str = ""

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns in which any row says something."""
        return tuple(i for i in range(len(self.columns)) if any(r.cells[i] for r in self.rows))

    @property
    def groups(self) -> tuple[tuple[Row, ...], ...]:
        """The rows, those that continue together with the one that they continue."""
        groups: list[list[Row]] = []
        for row in self.rows:
            if row.continues and groups:
                groups[-1].append(row)
            else:
                groups.append([row])
        return tuple(tuple(group) for group in groups)


def sections_of(
    situation: Situation,
    messages: Messages,
    *,
    more: Mapping[str, int] | None = None,
    evidence: Mapping[str, Evidence] | None = None,
    countries: Mapping[str, str] | None = None,
) -> tuple[Section, ...]:
    """The sections that have something to tell, in the order in which they are shown.

    ``more`` tells by name of section how many findings it was cut by; ``evidence`` gives by claim
    id the time that each claim tells, where it is disputed; ``countries`` gives names of countries
    by alpha-3 code.
    """
    words = SituationWords(messages, countries)
    rows = _Rows(words, messages, evidence or {})
    built = (
        Section(name, _title(name, situation, messages), columns, tuple(build(rows, situation)))
        for name, columns, build in _SECTIONS
    )
    return tuple(_finished(section, messages, more or {}) for section in built if section.rows)


def findings_shown(sections: Iterable[Section]) -> tuple[Finding, ...]:
    """Every finding that the sections tell, once, in the order in which they come."""
    shown = (finding for section in sections for row in section.rows for finding in row.findings)
    return tuple({finding.cluster: finding for finding in shown}.values())


def more_words(left: int, messages: Messages) -> str:
    """How much a section was cut by; empty when by nothing."""
    if left <= 0:
        return ""
    if left >= _SO_MANY_MORE:
        return messages("situation.at_least_more", n=number(left))
    return messages.count("situation.more", left)


def _title(name: str, situation: Situation, messages: Messages) -> str:
    if name == "events":
        return messages("situation.events", days=situation.window_days, on=situation.on)
    return messages(f"situation.{name}")


def _finished(section: Section, messages: Messages, more: Mapping[str, int]) -> Section:
    left = more.get(_CUT_AS.get(section.name, section.name), 0)
    note = messages.texts.get(f"situation_note.{section.name}", "")
    return replace(section, note=note, more=more_words(left, messages))


class _Rows:
    """Makes the rows of each section."""

    def __init__(
        self, words: SituationWords, messages: Messages, evidence: Mapping[str, Evidence]
    ) -> None:
        self._words = words
        self._messages = messages
        self._times = {claim: each.time for claim, each in evidence.items() if each.time}

    def control(self, situation: Situation) -> Iterator[Row]:
        """Who holds each place now."""
        for ground in situation.control:
            spell, place = ground.now, self._words.spot(ground.place)
            against = self._words.voices(spell.disputed_by)
            cells = (place, self._words.holder(spell), self._words.since(spell), against)
            yield Row(cells, spell.findings)

    def contested(self, situation: Situation) -> Iterator[Row]:
        """Every spell of the places that are contested or disputed."""
        for ground in situation.contested:
            for n, spell in enumerate(ground.spells):
                place = self._words.spot(ground.place) if not n else NOTHING
                against = self._words.voices(spell.disputed_by)
                held = self._words.holder(spell)
                cells = (place, self._words.interval(spell), held, against)
                yield Row(cells, spell.findings, bool(n))

    def events(self, situation: Situation) -> Iterator[Row]:
        """What happened of late, at a day that is told."""
        return map(self._dated, situation.events)

    def expected(self, situation: Situation) -> Iterator[Row]:
        """What was planned for the days to come."""
        return map(self._dated, situation.expected)

    def _dated(self, finding: Finding) -> Row:
        words = self._words
        cells = (words.when(finding), words.line(finding), words.sayers(finding))
        return Row(cells, (finding,))

    def undated(self, situation: Situation) -> Iterator[Row]:
        """What was told of late with no day of its own."""
        for finding in situation.undated:
            day = (Piece(finding.told_from, "when"),)
            cells = (day, self._words.line(finding), self._words.sayers(finding))
            yield Row(cells, (finding,))

    def sums(self, situation: Situation) -> Iterator[Row]:
        """Incidents added up by country and category."""
        for country in situation.tolls.countries:
            for n, total in enumerate(country.sums):
                yield self._sum(country, total, n)

    def _sum(self, country: CountryTolls, total: Sum, n: int) -> Row:
        counts = (total.incidents, total.uncounted, total.disputed)
        cells = (
            self._words.country(country.country) if not n else NOTHING,
            (Piece(self._messages.label("type", total.category), "act", "toll"),),
            *self._bounds(total),
            *((Piece(number(count), "count"),) if count else NOTHING for count in counts),
        )
        return Row(cells, total.findings, bool(n))

    def _bounds(self, total: Sum) -> Iterator[Words]:
        """Lowest, best and highest; question marks where nobody gives any number at all."""
        told = [number(total.low), number(total.best)]
        told.append(self._messages("situation.open") if total.high is None else number(total.high))
        if total.uncounted == total.incidents:
            told = ["?", "?", "?"]
        yield from ((Piece(each, "count"),) for each in told)

    def incidents(self, situation: Situation) -> Iterator[Row]:
        """What each incident cost, and who says what of it."""
        for incident in situation.tolls.incidents:
            for n, toll in enumerate(incident.tolls):
                yield self._toll(incident, toll, n)

    def _toll(self, incident: Incident, toll: Finding, n: int) -> Row:
        words, count = self._words, count_of(toll)
        acts = () if n else incident.events
        cells = (
            words.spot(incident.place) if not n else NOTHING,
            (words.when(toll) or words.day(None, toll.told_from)) if not n else NOTHING,
            words.estimate(count),
            words.cost(toll, acts),
            words.who_says(count, toll),
        )
        return Row(cells, (toll, *acts), bool(n))

    def totals(self, situation: Situation) -> Iterator[Row]:
        """Totals that sources give, beside what the incidents come to."""
        return map(self._total, situation.tolls.totals)

    def _total(self, total: Total) -> Row:
        words, finding = self._words, total.finding
        cells = (
            words.country(total.country),
            words.when(finding),
            words.estimate(total.estimate),
            words.cost(finding),
            words.who_says(total.estimate, finding),
            self._held_against(total.incidents),
        )
        return Row(cells, (finding,))

    def _held_against(self, incidents: Sum | None) -> Words:
        if incidents is None:
            return NOTHING
        low, best, high = incidents.low, incidents.best, incidents.high
        return (Piece(range_words(low, best, high, self._messages), "count"),)

    def forces(self, situation: Situation) -> Iterator[Row]:
        """Whose troops stand where, and what has come or gone since."""
        return map(self._force, situation.forces)

    def _force(self, force: Force) -> Row:
        words = self._words
        since = (Piece(force.since, "when"),) if force.since else NOTHING
        changes = [words.change(change) for change in force.after]
        cells = (
            words.spot(force.place),
            (*words.actors([force.actor]), *words.disputed(force.disputed)),
            words.counts(force.level),
            since,
            joined(changes, ", "),
        )
        return Row(cells, force.findings)

    def truces(self, situation: Situation) -> Iterator[Row]:
        """What has become of each truce, step by step."""
        for truce in situation.truces:
            for n, step in enumerate(truce.steps):
                words = self._words
                cells = (
                    self._truce(truce) if not n else NOTHING,
                    words.day(step.day, step.told_from),
                    words.step(step),
                    words.parties(step),
                    (Piece(", ".join(step.told_by), "source"),) if step.told_by else NOTHING,
                )
                yield Row(cells, (step.finding,), bool(n))

    def _truce(self, truce: Truce) -> Words:
        """Parties, places, and the state with its days."""
        words = self._words
        parties = words.actors(truce.parties, " – ") or (words.label("situation.no_party", "note"),)
        places = tuple(p for place in truce.places for p in (Piece(" · "), *words.place(place)))
        state = Piece(self._messages.label("truce", truce.state), "act", "event")
        told = [
            *parties,
            *places,
            words.label("situation.colon"),
            state,
            *words.disputed(truce.disputed),
        ]
        if truce.since:
            told += [Piece(" "), words.label("situation.from", "when", day=truce.since)]
        if truce.until:
            told += [Piece(" "), words.label("situation.term", "when", day=truce.until)]
        return tuple(told)

    def statements(self, situation: Situation) -> Iterator[Row]:
        """Who has said what."""
        words = self._words
        for row in situation.statements:
            speaker = words.actors([row.speaker]) if row.speaker else self._nobody()
            for n, finding in enumerate(row.statements):
                said = (*words.said(finding), *words.marks(finding), *words.addressed(finding))
                day = words.when(finding) or words.day(None, finding.told_from)
                cells = (speaker if not n else NOTHING, day, said, words.sayers(finding))
                yield Row(cells, (finding,), bool(n))

    def _nobody(self) -> Words:
        return (self._words.label("account.no_speaker", "note"),)

    def ties(self, situation: Situation) -> Iterator[Row]:
        """Who stands with whom, and against whom."""
        return map(self._tie, situation.ties)

    def _tie(self, stance: Stance) -> Row:
        words = self._words
        sign = "situation.with" if stance.stance == WITH else "situation.against"
        since = (Piece(stance.since, "when"),) if stance.since else NOTHING
        codes = Counter(bond.finding.type for bond in stance.bonds)
        told = ", ".join(
            f"{self._messages.label('type', code)}{f' ×{n}' if n > 1 else ''}"
            for code, n in codes.most_common()
        )
        cells = (
            words.actors([stance.actor]),
            (words.label(sign, "act"), *self._contradicted(stance)),
            words.actors([stance.other]),
            since,
            (Piece(told, "note"),),
        )
        findings = {bond.finding.cluster: bond.finding for bond in stance.bonds}
        return Row(cells, tuple(findings.values()))

    def _contradicted(self, stance: Stance) -> Words:
        if not stance.contradicted:
            return NOTHING
        return (Piece(" "), self._words.label("situation.contradicted", "disputed"))

    def disputed(self, situation: Situation) -> Iterator[Row]:
        """All sides of what is disputed, and who is on each."""
        for finding in situation.disputed:
            rows = [r for c in contradictions_of(finding, self._times) for r in self._sides(c)]
            day = self._words.when(finding) or self._words.day(None, finding.told_from)
            for n, cells in enumerate(rows):
                head = (self._words.line(finding), day) if not n else (NOTHING, NOTHING)
                yield Row((*head, *cells), () if n else (finding,), bool(n))

    def _sides(self, contradiction: Contradiction) -> Iterator[tuple[Words, Words, Words]]:
        reason = (self._words.label(f"dispute.{contradiction.reason}", "disputed"),)
        if not contradiction.sides:
            yield reason, NOTHING, NOTHING
        for n, side in enumerate(contradiction.sides):
            told = (self._words.side(side), self._words.voices(side.voices))
            yield (reason if not n else NOTHING, *told)


_Builder = Callable[[_Rows, Situation], Iterator[Row]]

_SECTIONS: tuple[tuple[str, tuple[str, ...], _Builder], ...] = (
    ("control", ("place", "holder", "since", "disputed_by"), _Rows.control),
    ("contested", ("place", "interval", "holder", "disputed_by"), _Rows.contested),
    ("events", ("time", "fact", "source"), _Rows.events),
    ("undated", ("told", "fact", "source"), _Rows.undated),
    (
        "sums",
        ("country", "what", "low", "best", "high", "incidents", "uncounted", "disputed"),
        _Rows.sums,
    ),
    ("incidents", ("place", "time", "count", "what", "source"), _Rows.incidents),
    (
        "totals",
        ("country", "time", "count", "what", "source", "known_incidents"),
        _Rows.totals,
    ),
    ("forces", ("place", "actor", "count", "since", "changes"), _Rows.forces),
    ("truces", ("truce", "time", "step", "actor", "source"), _Rows.truces),
    ("statements", ("actor", "time", "statement", "source"), _Rows.statements),
    ("ties", ("actor", "stance", "recipient", "since", "relation"), _Rows.ties),
    ("expected", ("time", "fact", "source"), _Rows.expected),
    ("disputed", ("fact", "time", "dispute", "side", "source"), _Rows.disputed),
)
"""The sections in the order in which they are shown, with their columns."""
