"""Rows of links and copies: made, and followed to everything that they hold together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from sqlalchemy import Column, Connection, insert, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from ..account.constraints import Constraints
from ..account.copies import are_copies
from ..account.reconciling.clustering import components
from ..account.reconciling.profiles import Profile
from ..account.reconciling.linking import LINK, Link, pair_score, tied
from ..batches import batched
from .tables import reconciling as tables
from .tellings import MOST, Profiles, met_by

T = TypeVar("T", int, str)

_COPIED_WITHIN = 3
"""Days between the publication of a dispatch and of its copies."""


def link_tellings(
    connection: Connection, new: Mapping[int, Profile], profiles: Profiles
) -> set[tuple[str, str]]:
    """Link new tellings to all they are likely one fact with; gives the pairs of new copies."""
    met = met_by(connection, new)
    others = profiles.get(connection, {n for numbers in met.values() for n in numbers})
    rows: dict[tuple[int, int], float] = {}
    copies = set()
    for number, profile in new.items():
        for other in met.get(number, ()):
            score = pair_score(profile, others[other], LINK)
            if score > LINK:
                rows[min(number, other), max(number, other)] = score
                copies |= _copies(profile, others[other])
    _put_links(connection, rows)
    return copies


def _copies(one: Profile, other: Profile) -> set[tuple[str, str]]:
    """The pair of two documents when they are copies, else nothing."""
    if one.document == other.document or abs(one.published - other.published) > _COPIED_WITHIN:
        return set()
    if not are_copies(one.signature, other.signature):
        return set()
    return {(min(one.document, other.document), max(one.document, other.document))}


def tie_tellings(
    connection: Connection, new: Mapping[int, Profile], constraints: Constraints, profiles: Profiles
) -> None:
    """Link new tellings to those that a reviewer has put them together with."""
    mine = {claim for profile in new.values() for claim in profile.claims}
    wanted = {c for group in constraints.together if group & mine for c in group}
    if not wanted:
        return
    claim = tables.claim.c
    numbers: set[int] = set()
    for some in batched(sorted(wanted), MOST):
        numbers.update(connection.scalars(select(claim.telling).where(claim.id.in_(some))))
    found = profiles.get(connection, numbers)
    number_of = {profile.id: number for number, profile in found.items()}
    rows = {}
    for one, other, score in tied(found.values(), constraints):
        a, b = sorted((number_of[one], number_of[other]))
        if a in new or b in new:
            rows[a, b] = score
    _take_links(connection, rows)
    _put_links(connection, rows)


def _take_links(connection: Connection, pairs: Iterable[tuple[int, int]]) -> None:
    link = tables.link
    for a, b in pairs:
        connection.execute(link.delete().where(link.c.a == a, link.c.b == b))


def _put_links(connection: Connection, rows: Mapping[tuple[int, int], float]) -> None:
    if rows:
        values = [{"a": a, "b": b, "score": score} for (a, b), score in rows.items()]
        connection.execute(insert(tables.link), values)


def reached(
    connection: Connection, seeds: Collection[int]
) -> tuple[set[int], list[tuple[int, int, float]]]:
    """All tellings that links lead to from some, these included, and all links between them."""
    link = tables.link.c
    found, frontier = set(seeds), set(seeds)
    links: dict[tuple[int, int], float] = {}
    while frontier:
        seen: set[int] = set()
        for some in batched(sorted(frontier), MOST // 2):
            query = select(link.a, link.b, link.score).where(
                or_(link.a.in_(some), link.b.in_(some))
            )
            for a, b, score in connection.execute(query):
                links[a, b] = score
                seen |= {a, b}
        frontier = seen - found
        found |= seen
    return found, [(a, b, score) for (a, b), score in links.items()]


def named(links: Iterable[tuple[int, int, float]], profiles: Mapping[int, Profile]) -> list[Link]:
    """Links by the ids of tellings in place of their numbers."""
    return [
        (*sorted((profiles[a].id, profiles[b].id)), score)  # type: ignore[misc]
        for a, b, score in links
        if a in profiles and b in profiles
    ]


def join_copies(connection: Connection, pairs: Iterable[tuple[str, str]]) -> set[str]:
    """Keep new pairs of copies; gives the documents whose origin is another than before."""
    new = sorted(pairs)
    if not new:
        return set()
    rows = [{"a": a, "b": b} for a, b in new if not _are_known(connection, a, b)]
    if rows:
        connection.execute(insert(tables.copy), rows)
    documents, kept = _copies_reached(connection, {each for pair in new for each in pair})
    origin = {each: group[0] for group in components(documents, kept) for each in group}
    text = tables.text.c
    changed = set()
    for some in batched(sorted(documents), MOST):
        query = select(text.document, text.origin).where(text.document.in_(some))
        for document, old in connection.execute(query).all():
            if origin[document] != old:
                changed.add(document)
                connection.execute(
                    update(tables.text)
                    .where(text.document == document)
                    .values(origin=origin[document])
                )
    return changed


def _are_known(connection: Connection, a: str, b: str) -> bool:
    copy = tables.copy.c
    return connection.scalar(select(copy.a).where(copy.a == a, copy.b == b)) is not None


def _copies_reached(
    connection: Connection, seeds: Collection[str]
) -> tuple[set[str], list[tuple[str, str]]]:
    copy = tables.copy.c
    found, frontier = set(seeds), set(seeds)
    pairs: set[tuple[str, str]] = set()
    while frontier:
        seen: set[str] = set()
        for some in batched(sorted(frontier), MOST // 2):
            query = select(copy.a, copy.b).where(or_(copy.a.in_(some), copy.b.in_(some)))
            for a, b in connection.execute(query):
                pairs.add((a, b))
                seen |= {a, b}
        frontier = seen - found
        found |= seen
    return found, sorted(pairs)
