"""Looking for times in a text: forms, what stands before them, and what joins them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from polybe.codebook.calendar import Calendar
from polybe.codebook.calendar_forms import Form
from polybe.errors import ReadingError

from .readings import READINGS
from .scene import Scene, sentence_bounds, tells_future
from .spans import TimeSpan
from .when import When, between_days, edge, joined, on_day, since, until

_BEFORE = 44
"""Characters before a telling word in which a form that holds it may begin."""

_TOLD_REACH = 400
"""Characters that « le lendemain » or « à 14 heures » may look back for their day."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A time that was found, with what it takes to read it anew."""

    start: int
    end: int
    form: Form
    slots: dict[str, int | str]
    when: When

    def span(self) -> TimeSpan:
        when = self.when
        return TimeSpan(
            start=self.start,
            end=self.end,
            value=when.value,
            earliest=when.earliest.isoformat() if when.earliest else None,
            latest=when.latest.isoformat() if when.latest else None,
            precision=when.precision,
            kind=when.kind or self.form.kind,
            length=when.length,
            clock=when.clock,
        )

    @property
    def day(self) -> date | None:
        """The day it tells, of a night its last; None when it tells none or many."""
        when = self.when
        if when.precision not in ("day", "time") or when.value is None or self.form.kind == "term":
            return None
        return when.latest if "/" in when.value else date.fromisoformat(when.value)


def find_times(text: str, calendar: Calendar, published: str | None) -> list[TimeSpan]:
    """The times of a text in order, none overlapping, read against its publication.

    ``published`` is an ISO date or datetime; when None, what needs it has no value.  Raises
    ReadingError when it is neither.
    """
    finder = _Finder(text, calendar.fold(text), calendar, read_published(published))
    found = finder.settle_dates([finder.extend(f) for f in finder.find_forms()])
    return [f.span() for f in finder.lend_days(finder.join(found))]


def read_published(published: str | None) -> date | None:
    """The day of an ISO 8601 date or datetime; ReadingError when it is none."""
    if published is None:
        return None
    try:
        return date.fromisoformat(published.strip()[:10])
    except ValueError as error:
        raise ReadingError(f"published: {published!r} is no ISO 8601 date") from error


@dataclass(slots=True)
class _Finder:
    """One text being read; ``told`` is the time last told and where, ``day`` the last such day."""

    text: str
    folded: str
    calendar: Calendar
    published: date | None
    told: tuple[int, When] | None = None
    day: tuple[int, date] | None = None

    def find_forms(self) -> Iterator[_Found]:
        """Each form in the text, leftmost first, the calendar's order deciding between equals."""
        done = 0
        for trigger in self.calendar.trigger.finditer(self.folded):
            scanner = self.calendar.scanners[trigger.lastgroup or "other"]
            low = max(done, trigger.start() - _BEFORE)
            for word in _WORD.finditer(self.folded, low, trigger.start() + 1):
                if word.start() < done:
                    continue
                found = self._read_at(word.start(), scanner.forms_at(self.folded, word.start()))
                if found:
                    done = found.end
                    self._note(found)
                    yield found

    def _note(self, found: _Found) -> None:
        if found.form.kind in _TELLING and found.when.value and "/" not in found.when.value:
            self.told = (found.end, found.when)
        if day := found.day:
            self.day = (found.end, day)

    def _read_at(self, position: int, forms: tuple[Form, ...]) -> _Found | None:
        """The first form that fits and makes sense where it stands."""
        for form in forms:
            hit = form.pattern.match(self.folded, position)
            if hit is None or not form.fits(hit, self.folded, self.text):
                continue
            slots = self.calendar.read_slots(form, hit)
            when = self._read(form, slots, hit.start(), hit.end())
            if when is not None:
                return _Found(hit.start(), hit.end(), form, slots, when)
        return None

    def _read(self, form: Form, slots: dict[str, int | str], start: int, end: int) -> When | None:
        direction = self.calendar.direction
        scene = Scene(
            published=self.published,
            sign=lambda: tells_future(self.text, self.folded, start, end, direction),
            told=self.told[1] if self.told and start - self.told[0] < _TOLD_REACH else None,
            day=self.day[1] if self.day and start - self.day[0] < _TOLD_REACH else None,
        )
        try:
            return READINGS[form.op](slots, scene)
        except (ValueError, OverflowError):
            return None  # outside the years 1 to 9999

    def extend(self, found: _Found) -> _Found:
        """Take in what stands before a date: its article, « fin », « depuis », « jusqu'à »."""
        if found.form.kind != "date" or found.form.op in _OPEN_ALREADY:
            return found
        words = self.calendar.prefixes
        start, when = found.start, found.when
        low = max(0, start - 40)
        if part := words.edge.search(self.folded, low, start):
            start, when = part.start(), edge(when, words.edges[part["edge"]])
        if before := words.since.search(self.folded, low, start):
            return replace(found, start=before.start(), when=since(when, self.published))
        if before := words.until.search(self.folded, low, start):
            return replace(found, start=before.start(), when=until(when))
        if before := words.after.search(self.folded, low, start):
            return replace(found, start=before.start(), when=since(when, self.published))
        if before := words.article.search(self.folded, low, start):
            start = before.start()
        return replace(found, start=start, when=when)

    def settle_dates(self, found: list[_Found]) -> list[_Found]:
        """Read « mardi » as the « mardi 7 mai » told elsewhere, « 2012 (en mars) » in its year."""
        dated = {f.day for f in found if f.form.op == "date" and "weekday" in f.slots}
        year: _Found | None = None
        settled: list[_Found] = []
        for item in found:
            year = item if item.form.op == "year" else year
            if _is_bare_weekday(item):
                settled.append(self._settle_weekday(item, dated))
            elif year and self._is_in_brackets_of(year, item):
                settled.append(replace(item, when=self._in_year(item, int(str(year.when.value)))))
            else:
                settled.append(item)
        return settled

    def _is_in_brackets_of(self, year: _Found, item: _Found) -> bool:
        """Whether a date stands in the brackets that open behind a year."""
        between = self.folded[year.end : item.start].lstrip()
        alone = item.when.value is not None and "/" not in str(year.when.value)
        return alone and "side" not in item.slots and between[:1] == "(" and ")" not in between

    def _settle_weekday(self, found: _Found, dated: set[date | None]) -> _Found:
        near = [d for d in dated if d and found.day and abs((d - found.day).days) == 7]
        if len(near) != 1 or found.day in dated:
            return found
        return replace(found, when=on_day(near[0]).at(found.when.clock))

    def join(self, found: list[_Found]) -> list[_Found]:
        """« entre 2012 et 2014 », « de mars à mai 2013 », « lundi et mardi » as one time each."""
        result: list[_Found] = []
        for item in found:
            if result and (whole := self._joined(result[-1], item)):
                result[-1] = whole
            elif not result or item.start >= result[-1].end:
                result.append(item)
        return result

    def _joined(self, first: _Found, last: _Found) -> _Found | None:
        if not (first.form.kind == last.form.kind == "date") or last.start < first.end:
            return None
        words = self.calendar.prefixes
        joint = self.folded[first.end : last.start]
        low = max(0, first.start - 20)
        if words.to.fullmatch(joint):
            opening = words.from_.search(self.folded, low, first.start)
        elif words.and_.fullmatch(joint):
            opening = words.between.search(self.folded, low, first.start)
            if opening is None and first.form.op == last.form.op == "weekday":
                return self._weekdays(first, last)
        else:
            return None
        return self._interval(first, last, opening.start()) if opening else None

    def _weekdays(self, first: _Found, last: _Found) -> _Found | None:
        """« lundi et mardi », « lundi et mardi prochains »."""
        if "side" in last.slots and "side" not in first.slots:
            slots = {**first.slots, "side": last.slots["side"]}
            when = self._read(first.form, slots, first.start, first.end) or first.when
            first = replace(first, when=when)
        return self._interval(first, last, first.start)

    def _interval(self, first: _Found, last: _Found, start: int) -> _Found | None:
        """Both as one; a year told for one of two months is the other's too."""
        begin, end = first.when, last.when
        if "year" in last.slots:
            begin = self._in_year(first, int(last.slots["year"]))
        elif begin.earliest and end.earliest and begin.earliest > end.earliest:
            end = self._in_year(last, begin.earliest.year)
            if first.form.op == last.form.op == "weekday":
                begin, end = self._over_sunday(begin, end)
        if begin.earliest and end.latest and begin.earliest > end.latest:
            return None
        return replace(last, start=start, when=joined(begin, end))

    def _over_sunday(self, begin: When, end: When) -> tuple[When, When]:
        """« de vendredi à lundi »: both past where the first day is, else the last to come."""
        week = timedelta(weeks=1)
        assert begin.earliest is not None
        assert end.earliest is not None
        if self.published and begin.earliest >= self.published:
            return begin, on_day(end.earliest + week).at(end.clock)
        return on_day(begin.earliest - week).at(begin.clock), end

    def _in_year(self, found: _Found, year: int) -> When:
        """The same time read in a year, when it is one of a month and told without year."""
        if "year" in found.slots or "month" not in found.slots:
            return found.when
        slots = {**found.slots, "year": year}
        return self._read(found.form, slots, found.start, found.end) or found.when

    def lend_days(self, found: list[_Found]) -> list[_Found]:
        """Give times of day the day told nearest in their sentence, else the last told before."""
        return [
            self._lend_day(item, found) if item.when.inherits else item
            for item in found
        ]  # fmt: skip

    def _lend_day(self, item: _Found, found: list[_Found]) -> _Found:
        low, high = sentence_bounds(self.folded, item.start, item.end)
        days = [(f.start, f.day) for f in found if f.day and f is not item]
        within = [(abs(s - item.start), d) for s, d in days if low <= s < high]
        before = [d for s, d in days if item.start - _TOLD_REACH < s < item.start]
        if not within and not before:
            return self._on_publication(item) if not any(s < item.start for s, _ in days) else item
        day = min(within)[1] if within else before[-1]
        lent = on_day(day).at(item.when.clock) if day else item.when
        return replace(item, when=replace(lent, precision="time"))

    def _on_publication(self, item: _Found) -> _Found:
        """« dans la matinée » where no day is told before: of the day of publication."""
        if item.form.op != "part_alone" or self.published is None:
            return item
        day = on_day(self.published).at(item.when.clock)
        if item.when.clock == "night":
            day = between_days(self.published - timedelta(days=1), self.published).at("night")
        return replace(item, when=replace(day, precision="time"))


def _is_bare_weekday(found: _Found) -> bool:
    return found.form.op == "weekday" and "side" not in found.slots


_OPEN_ALREADY = frozenset({
    "coming_length", "last_lengths", "next_lengths", "since_length", "since_then", "within_length",
})  # fmt: skip
_TELLING = frozenset({"date", "relative"})
"""Kinds of times from which one can count on."""
_WORD = re.compile(r"(?<!\w)\w")
