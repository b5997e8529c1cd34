"""Rows of tellings: put in, taken out, found by their keys, read back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Select, delete, func, insert, select

from ..account.claims import Claim
from ..account.copies import Signature
from ..account.reconciling.blocking import keys_of
from ..account.reconciling.profiles import Profile
from ..batches import batched
from . import bodies
from .tables import reconciling as tables

T = TypeVar("T")

MOST = 5_000
"""Values named in one query, below the limits of both databases."""

_KEPT = 20_000
"""Profiles kept in memory between batches; those of one time are asked for again and again."""


@dataclass(frozen=True, slots=True)
class Article:
    """What a document has in the account: its claims, its tellings, the signature of its text."""

    document: str
    claims: tuple[Claim, ...]
    tellings: tuple[Profile, ...]
    signature: Signature


class Profiles:
    """Profiles by the numbers of their tellings, read when first asked for."""

    def __init__(self) -> None:
        self._kept: dict[int, Profile] = {}

    def get(self, connection: Connection, numbers: Collection[int]) -> dict[int, Profile]:
        """The profiles of some tellings."""
        missing = [number for number in numbers if number not in self._kept]
        for some in batched(missing, MOST):
            query = (
                select(tables.telling.c.number, tables.telling.c.body, tables.text.c.signature)
                .join(tables.text, tables.text.c.document == tables.telling.c.document)
                .where(tables.telling.c.number.in_(some))
            )
            for number, body, signature in connection.execute(query):
                self._kept[number] = bodies.profile_from(body, signature)
        return {number: self._kept[number] for number in numbers if number in self._kept}

    def forget(self, numbers: Iterable[int] = ()) -> None:
        """Drop what is no longer so, and everything once it grows too large."""
        for number in numbers:
            self._kept.pop(number, None)
        if len(self._kept) > _KEPT:
            self._kept.clear()


def put_articles(connection: Connection, articles: Sequence[Article]) -> dict[int, Profile]:
    """Write what documents have in the account; the new tellings by their numbers.

    Every claim stands as a cluster of its own telling until it is clustered.
    """
    first = (connection.scalar(select(func.max(tables.telling.c.number))) or 0) + 1
    numbered = dict(enumerate((t for article in articles for t in article.tellings), first))
    _put_texts(connection, articles)
    rows = [
        {"number": n, "document": p.document, "body": bodies.of_profile(p)}
        for n, p in numbered.items()
    ]
    owner = {claim: n for n, p in numbered.items() for claim in p.claims}
    claims = [
        {
            "id": claim.id,
            "document": claim.document,
            "telling": owner[claim.id],
            "cluster": numbered[owner[claim.id]].id,
            "kind": claim.kind,
            "body": bodies.of_claim(claim),
        }
        for article in articles
        for claim in article.claims
    ]
    keys = [{"key": key, "telling": n} for n, p in numbered.items() for key in keys_of(p).found]
    for table, values in ((tables.telling, rows), (tables.claim, claims), (tables.block, keys)):
        if values:
            connection.execute(insert(table), values)
    return numbered


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
    return numbers, near - numbers, clusters


def met_by(connection: Connection, tellings: Mapping[int, Profile]) -> dict[int, set[int]]:
    """The tellings that each of some meets in blocking, by number; none meets itself."""
    looking: dict[int, list[int]] = defaultdict(list)
    for number, profile in tellings.items():
        for key in keys_of(profile).looks:
            looking[key].append(number)
    met: dict[int, set[int]] = defaultdict(set)
    block = tables.block.c
    for some in batched(looking, MOST):
        found = connection.execute(select(block.key, block.telling).where(block.key.in_(some)))
        for key, number in found:
            for looker in looking[key]:
                if looker != number:
                    met[looker].add(number)
    return met


def _in(
    connection: Connection, query: Select[T], column: Column[Any], values: Sequence[str]
) -> Iterator[T]:
    """What a query of one column gives where another column is one of some values."""
    for some in batched(values, MOST):
        yield from connection.scalars(query.where(column.in_(some)))
