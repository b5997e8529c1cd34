"""Rows of tellings: put in, taken out, found by their keys, read back."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Select, delete, func, insert, select, text

from ..account.claims import Claim
from ..account.copies import Signature
from ..account.reconciling.blocking import Keys, keys_of
from ..account.reconciling.linking import pair_score
from ..account.reconciling.profiles import Profile
from ..batches import batched
from . import bodies
from .bulk import insert_rows
from .tables import reconciling as tables

T = TypeVar("T")

MOST = 5_000
"""Values named in one query, below the limits of both databases."""

_KEPT = 20_000
"""Profiles kept in memory between batches; those of one time are asked for again and again."""


_SCORES = 1_000_000


def listed(numbers: Iterable[int]) -> str:
    """Whole numbers for the brackets of an IN: as text, since thousands of parameters are slow."""
    return ",".join(str(int(number)) for number in numbers)


@dataclass(frozen=True, slots=True)
class Article:
    """What a document has in the account: its claims, its tellings, the signature of its text."""

    document: str
    claims: tuple[Claim, ...]
    tellings: tuple[Profile, ...]
    signature: Signature


class Profiles:
    """Profiles by the numbers of their tellings, read when first asked for, and their scores."""

    def __init__(self) -> None:
        self._kept: dict[int, Profile] = {}
        self._scores: dict[tuple[str, str], float] = {}

    def get(self, connection: Connection, numbers: Collection[int]) -> dict[int, Profile]:
        """The profiles of some tellings."""
        missing = [number for number in numbers if number not in self._kept]
        for some in batched(missing, MOST):
            query = text(
                "SELECT t.number, t.body, x.signature FROM telling t "
                f"JOIN text x ON x.document = t.document WHERE t.number IN ({listed(some)})"
            )
            for number, body, signature in connection.execute(query):
                self._kept[number] = bodies.profile_from(body, signature)
        return {number: self._kept[number] for number in numbers if number in self._kept}

    def score(self, a: Profile, b: Profile, least: float) -> float:
        """The score of two profiles (see ``pair_score``), worked out once."""
        pair = (a.id, b.id)
        if pair not in self._scores:
            self._scores[pair] = pair_score(a, b, least)
        return self._scores[pair]

    def forget(self, numbers: Iterable[int] = ()) -> None:
        """Drop what is no longer so, and everything once it grows too large."""
        gone = {self._kept.pop(number).id for number in numbers if number in self._kept}
        if gone:
            self._scores = {p: s for p, s in self._scores.items() if gone.isdisjoint(p)}
        if len(self._kept) > _KEPT or len(self._scores) > _SCORES:
            self._kept.clear()
            self._scores.clear()


@dataclass(frozen=True, slots=True)
class Keyed:
    """A telling with the keys under which it meets others."""

    profile: Profile
    keys: Keys


def put_articles(connection: Connection, articles: Sequence[Article]) -> dict[int, Keyed]:
    """Write what documents have in the account; the new tellings by their numbers.

    Every claim stands as a cluster of its own telling until it is clustered.
    """
    first = (connection.scalar(select(func.max(tables.telling.c.number))) or 0) + 1
    tellings = (telling for article in articles for telling in article.tellings)
    numbered = {n: Keyed(each, keys_of(each)) for n, each in enumerate(tellings, first)}
    _put_texts(connection, articles)
    rows = [
        {"number": n, "document": new.profile.document, "body": bodies.of_profile(new.profile)}
        for n, new in numbered.items()
    ]
    owner = {claim: n for n, new in numbered.items() for claim in new.profile.claims}
    claims = [
        {
            "id": claim.id,
            "document": claim.document,
            "telling": owner[claim.id],
            "cluster": numbered[owner[claim.id]].profile.id,
            "kind": claim.kind,
            "body": bodies.of_claim(claim),
        }
        for article in articles
        for claim in article.claims
    ]
    keys = [(key, n) for n, new in numbered.items() for key in new.keys.found]
    for table, values in ((tables.telling, rows), (tables.claim, claims)):
        if values:
            connection.execute(insert(table), values)
    insert_rows(connection, tables.block, keys)
    speaking = [row for article in articles for row in _speaking(article)]
    insert_rows(connection, tables.speaking, speaking)
    return numbered


def _speaking(article: Article) -> Iterator[tuple[str, str, str, int]]:
    """A row for everybody who is a source in an article, and of how many reports the innermost."""
    names = {ref.key: ref.name for claim in article.claims for ref in claim.sources}
    innermost = Counter(claim.sources[-1].key for claim in article.claims if claim.sources)
    for key, name in names.items():
        yield key, article.document, name, innermost[key]


def _put_texts(connection: Connection, articles: Sequence[Article]) -> None:
    known = set(
        _in(
            connection,
            select(tables.text.c.document),
            tables.text.c.document,
            [article.document for article in articles],
        )
    )
    rows = [
        {"document": a.document, "signature": a.signature, "origin": a.document}
        for a in articles
        if a.document not in known
    ]
    if rows:
        connection.execute(insert(tables.text), rows)


def take_out(
    connection: Connection, documents: Sequence[str]
) -> tuple[set[int], set[int], set[str]]:
    """Take the tellings of some documents out of the account.

    Gives the numbers of these tellings, those of others that they were linked to, and the clusters
    that they were in.
    """
    t = tables.telling
    numbers: set[int] = set(_in(connection, select(t.c.number), t.c.document, documents))
    near: set[int] = set()
    c = tables.claim.c
    clusters: set[str] = set(_in(connection, select(c.cluster), c.document, documents))
    for some in batched(sorted(numbers), MOST):
        for one, other in ((tables.link.c.a, tables.link.c.b), (tables.link.c.b, tables.link.c.a)):
            near.update(connection.scalars(select(other).where(one.in_(some))))
            connection.execute(delete(tables.link).where(one.in_(some)))
        connection.execute(delete(tables.block).where(tables.block.c.telling.in_(some)))
        connection.execute(delete(tables.claim).where(tables.claim.c.telling.in_(some)))
        connection.execute(delete(t).where(t.c.number.in_(some)))
    speaking = tables.speaking
    for documents_ in batched(documents, MOST):
        connection.execute(delete(speaking).where(speaking.c.document.in_(documents_)))
    return numbers, near - numbers, clusters


def met_by(connection: Connection, tellings: Mapping[int, Keyed]) -> dict[int, set[int]]:
    """The tellings that each of some meets in blocking, by number; none meets itself."""
    looking: dict[int, list[int]] = defaultdict(list)
    for number, new in tellings.items():
        for key in new.keys.looks:
            looking[key].append(number)
    met: dict[int, set[int]] = defaultdict(set)
    for some in batched(looking, MOST):
        query = text(f"SELECT key, telling FROM block WHERE key IN ({listed(some)})")
        for key, number in connection.execute(query):
            for looker in looking[key]:
                met[looker].add(number)
    return {looker: numbers - {looker} for looker, numbers in met.items()}


def _in(
    connection: Connection, query: Select[T], column: Column[Any], values: Sequence[str]
) -> Iterator[T]:
    """What a query of one column gives where another column is one of some values."""
    for some in batched(values, MOST):
        yield from connection.scalars(query.where(column.in_(some)))
