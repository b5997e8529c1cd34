"""Answers: the account of a store as true on one day and known on another.

What concerns a place or an actor is read whole as long as it is not too much; of more, each section
has its newest findings, and tolls are added up by the database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from sqlalchemy import Connection, RowMapping, bindparam, text

from ..account.facts import PlaceRef
from ..account.finding import Finding
from ..account.situation import AccountWords, Situation, situation_of
from ..account.tolls import CountryTolls, Sum
from ..model import TYPES
from . import bodies
from .keys import EVENT_TRUCE, name_key, place_key

_WHOLE = 1_000
"""So many findings are read whole; of more, sections are cut."""

_COUNTED = 1_000
"""Counting what is left out ends here."""

_HISTORY = 40
"""The newest findings of a place's control that its spells are made of, where sections are cut."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: true ``on`` an ISO day, known on another, of a place and an actor if named.

    ``days`` are those before ``on`` in which events and statements are told one by one; ``limit``
    is the number of findings in a section where there are too many.
    """

    on: str
    known: str
    place: str | None = None
    actor: str | None = None
    days: int = 7
    limit: int = 30


@dataclass(frozen=True, slots=True)
class Answer:
    """A situation, and by section how many findings more there are than it tells.

    Counting ends at a thousand.  A section that is not named is whole.
    """

    situation: Situation
    more: Mapping[str, int] = field(default_factory=dict)


def newest_known(connection: Connection) -> str | None:
    """The last day on which something became known; None in an empty store."""
    found: str | None = connection.scalar(text("SELECT max(known) FROM document"))
    return found


def answer(connection: Connection, asked: Asked, words: AccountWords) -> Answer:
    """The account as of a date; see :class:`Asked`."""
    reader = _Reader(connection, asked)
    whole = reader.all_findings()
    if whole is not None:
        return Answer(_situation(whole, asked, words))
    findings, more = reader.newest()
    situation = _situation(findings, asked, words)
    totals = tuple(replace(total, incidents=None) for total in situation.tolls.totals)
    held = {place_key(place) for place in reader.grounds}
    control = tuple(g for g in situation.control if place_key(g.place) in held)
    return Answer(
        replace(
            situation,
            control=control,
            contested=tuple(g for g in situation.contested if place_key(g.place) in held),
            tolls=replace(situation.tolls, places=(), countries=reader.toll_sums(), totals=totals),
        ),
        more,
    )


def _situation(findings: Iterable[Finding], asked: Asked, words: AccountWords) -> Situation:
    return situation_of(
        findings, on=asked.on, known=asked.known, words=words, window_days=asked.days
    )


class _Reader:
    """Reads findings known on the day asked for, of the place and the actor asked for."""

    def __init__(self, connection: Connection, asked: Asked) -> None:
        self._connection = connection
        self._asked = asked
        self.grounds: list[PlaceRef] = []
        self._joins, self._wheres = "", ["f.known_from <= :known", "f.known_to > :known"]
        self._values: dict[str, object] = {"known": asked.known}
        self._first = "f"
        for name, value in (("place", asked.place), ("actor", asked.actor)):
            if value is not None:
                self._narrow(name, value)

    def _narrow(self, name: str, value: str) -> None:
        """Only what is found under the name of a place or of an actor."""
        self._joins += (
            f" JOIN finding_{name} {name} ON {name}.cluster = f.cluster"
            f" AND {name}.known_from = f.known_from"
        )
        self._wheres.append(f"{name}.{name} = :{name}")
        self._values[name] = name_key(value)
        self._first = name

    def all_findings(self) -> list[Finding] | None:
        """All findings, when there are not too many to be read whole; else None."""
        wheres = ["f.day <= :on"]
        if self._count(wheres, {"on": self._asked.on}, _WHOLE + 1) > _WHOLE:
            return None
        return list(self._read(wheres, {"on": self._asked.on}))

    def newest(self) -> tuple[list[Finding], dict[str, int]]:
        """The newest findings of each section, and how many more each has."""
        found: dict[tuple[str, str], Finding] = {}
        more: dict[str, int] = {}
        for section, wheres, values in self._sections():
            some = list(self._read(wheres, values, self._asked.limit))
            found |= {(f.cluster, f.known_from): f for f in some}
            if len(some) == self._asked.limit:
                left = self._count(wheres, values, _COUNTED + len(some)) - len(some)
                more |= {section: more.get(section, 0) + left} if left else {}
        for finding in self._control():
            found[finding.cluster, finding.known_from] = finding
        return list(found.values()), more

    def _sections(self) -> Iterator[tuple[str, list[str], dict[str, object]]]:
        on, days = self._asked.on, self._asked.days
        since = (date.fromisoformat(on) - timedelta(days)).isoformat()
        told: dict[str, object] = {"on": min(on, self._last_told())}
        window = {**told, "since": since}
        recent = ["f.day <= :on", "f.day > :since"]
        kind = f"{self._first}.kind"
        yield "events", [f"{kind} = 'event'", *recent], window
        yield "statements", [f"{kind} = 'statement'", *recent], window
        yield "tolls", [f"{kind} = 'toll'", *recent], window
        yield "forces", [f"{kind} = 'force'", "f.day <= :on"], told
        yield "ties", [f"{kind} = 'relation'", "f.day <= :on"], told
        yield "disputed", ["f.disputed = TRUE", "f.day <= :on"], told
        yield "truces", [f"f.category = '{EVENT_TRUCE}'", "f.day <= :on"], told
        for type_ in TYPES["toll"]:  # one by one, each along its index
            yield "totals", [f"f.category = 'cumulative/{type_}'", "f.day <= :on"], told
        if on > self._asked.known:
            ahead: dict[str, object] = {"on": on, "since": self._asked.known}
            planned = [f"{kind} IN ('event', 'control', 'force')", "f.status = 'planned'"]
            yield "expected", [*planned, *recent], ahead

    def _last_told(self) -> str:
        """What is told as done was done by the day it was known: no later day need be looked at."""
        return (date.fromisoformat(self._asked.known) + timedelta(1)).isoformat()

    def _control(self) -> list[Finding]:
        """The histories of the places of which control was told last."""
        told = {"on": min(self._asked.on, self._last_told())}
        wheres = [f"{self._first}.kind = 'control'", "f.day <= :on"]
        places: dict[str, PlaceRef] = {}
        for finding in self._read(wheres, told, 3 * self._asked.limit):
            for place in finding.places:
                places.setdefault(place_key(place.value), place.value)
        chosen = list(places)[: self._asked.limit]
        self.grounds = [places[key] for key in chosen]
        return list(self._histories(chosen, told))

    def _histories(self, keys: list[str], told: Mapping[str, object]) -> Iterator[Finding]:
        """The newest findings of control of some places, the same number of each."""
        query = text(
            "SELECT body FROM (SELECT f.body, row_number() OVER (PARTITION BY p.place"
            " ORDER BY p.day DESC) AS nth FROM finding_place p JOIN finding f"
            " ON f.cluster = p.cluster AND f.known_from = p.known_from"
            " WHERE p.place IN :keys AND p.kind = 'control' AND p.day <= :on"
            f" AND f.known_from <= :known AND f.known_to > :known) found WHERE nth <= {_HISTORY}"
        ).bindparams(bindparam("keys", keys, expanding=True))
        for body in self._connection.scalars(query, {**told, "known": self._asked.known}):
            yield bodies.finding_from(body)

    def toll_sums(self) -> tuple[CountryTolls, ...]:
        """The incidents by country and category, added up by the database."""
        query = (
            "SELECT f.country, f.category, count(*) AS incidents, sum(f.low) AS low,"
            " sum(coalesce(f.best, f.low)) AS best, sum(f.high) AS high,"
            " sum(CASE WHEN f.high IS NULL AND f.low IS NOT NULL THEN 1 ELSE 0 END) AS open_ends,"
            " sum(CASE WHEN f.low IS NULL AND f.best IS NULL THEN 1 ELSE 0 END) AS uncounted,"
            " sum(CASE WHEN f.disputed THEN 1 ELSE 0 END) AS disputed"
            f" FROM finding f{self._joins} WHERE {' AND '.join(self._wheres)}"
            " AND f.category >= 'incident/' AND f.category < 'incident0' AND f.day <= :on"
            " AND f.status IN ('actual', 'alleged') GROUP BY f.country, f.category"
        )
        values = {**self._values, "on": min(self._asked.on, self._last_told())}
        by_country: dict[str | None, list[Sum]] = {}
        for row in self._connection.execute(text(query), values).mappings():
            by_country.setdefault(row["country"], []).append(_sum_of(row))
        order = sorted(by_country, key=lambda country: (country is None, country or ""))
        return tuple(
            CountryTolls(country, tuple(sorted(by_country[country], key=lambda s: s.category)))
            for country in order
        )

    def _read(
        self, wheres: Iterable[str], values: Mapping[str, object], limit: int | None = None
    ) -> Iterator[Finding]:
        query = f"SELECT f.body {self._from(wheres)} ORDER BY {self._first}.day DESC"
        query += f" LIMIT {limit}" if limit is not None else ""
        for body in self._connection.scalars(text(query), {**self._values, **values}):
            yield bodies.finding_from(body)

    def _count(self, wheres: Iterable[str], values: Mapping[str, object], most: int) -> int:
        query = f"SELECT count(*) FROM (SELECT 1 {self._from(wheres)} LIMIT {most}) found"
        return int(self._connection.scalar(text(query), {**self._values, **values}) or 0)

    def _from(self, wheres: Iterable[str]) -> str:
        told = [w.replace("f.day", f"{self._first}.day") for w in wheres]
        return f"FROM finding f{self._joins} WHERE {' AND '.join([*self._wheres, *told])}"


def _sum_of(row: RowMapping) -> Sum:
    return Sum(
        category=row["category"].partition("/")[2],
        low=row["low"] or 0.0,
        best=row["best"] or 0.0,
        high=None if row["open_ends"] else row["high"],
        incidents=row["incidents"],
        uncounted=row["uncounted"],
        disputed=row["disputed"],
        findings=(),
    )
