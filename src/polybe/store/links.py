"""Rows of links and copies: made, and followed to everything that they hold together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from sqlalchemy import Connection, TextClause, bindparam, delete, insert, or_, select, text, update

from ..account.constraints import Constraints
from ..account.copies import are_copies
from ..account.reconciling.clustering import components
from ..account.reconciling.linking import LINK, Link, kept_links, pair_score, tied
from ..account.reconciling.profiles import Profile
from ..batches import batched
from .bulk import insert_rows
from .tables import reconciling as tables
from .tellings import MOST, Keyed, Profiles, listed, met_by

T = TypeVar("T", int, str)

_COPIED_WITHIN = 3
"""Days between the publication of a dispatch and of its copies."""


def link_tellings(
    connection: Connection, new: Mapping[int, Keyed], profiles: Profiles
) -> tuple[set[int], set[tuple[str, str]]]:
    """Link new tellings to all they are likely one fact with.

    Gives the tellings that they were linked to, and the pairs of documents that are copies.  Which
    links hold sets together is settled by ``settle_links``.
    """
    met = met_by(connection, new)
    others = profiles.get(connection, {n for numbers in met.values() for n in numbers})
    rows: dict[tuple[int, int], float] = {}
    copies = set()
    for number, each in new.items():
        for other in met.get(number, ()):
            pair = (min(number, other), max(number, other))
            if pair in rows:
                continue
            score = pair_score(each.profile, others[other], LINK)
            if score > LINK:
                rows[pair] = score
                copies |= _copies(each.profile, others[other])
    _put_links(connection, rows)
    return {number for pair in rows for number in pair}, copies


def _copies(one: Profile, other: Profile) -> set[tuple[str, str]]:
    """The pair of two documents when they are copies, else nothing."""
    if one.document == other.document or abs(one.published - other.published) > _COPIED_WITHIN:
        return set()
    if not are_copies(one.signature, other.signature):
        return set()
    return {(min(one.document, other.document), max(one.document, other.document))}


def settle_links(connection: Connection, numbers: Collection[int], profiles: Profiles) -> set[int]:
    """Settle which links hold sets together, where links of some tellings have come or gone.

    Gives the tellings of links that do so now and did not before, or the other way round.
    """
    rows = _rows_of(connection, numbers)
    ends = {n for a, b, *_ in rows for n in (a, b)}
    rows |= _rows_of(connection, ends - set(numbers))
    found = profiles.get(connection, {n for a, b, *_ in rows for n in (a, b)})
    names = {profile.id: number for number, profile in found.items()}
    scored = [
        (*sorted((found[a].id, found[b].id)), score)
        for a, b, score, _ in rows
        if a in found and b in found
    ]
    by_id = {profile.id: profile for profile in found.values()}
    kept = {
        (min(names[one], names[other]), max(names[one], names[other]))
        for one, other, _ in kept_links(by_id, scored)  # type: ignore[arg-type]
    }
    mine = set(numbers)
    changed = [
        {"a_": a, "b_": b, "kept_": int((a, b) in kept)}
        for a, b, _, was in rows
        if (a in mine or b in mine) and was != int((a, b) in kept)
    ]
    if changed:
        link = tables.link
        change = update(link).where(link.c.a == bindparam("a_"), link.c.b == bindparam("b_"))
        connection.execute(change.values(kept=bindparam("kept_")), changed)
    return {number for row in changed for number in (row["a_"], row["b_"])}


def _rows_of(connection: Connection, numbers: Collection[int]) -> set[tuple[int, int, float, int]]:
    """All links of some tellings: numbers, score, and whether they hold sets together."""
    found: set[tuple[int, int, float, int]] = set()
    for some in batched(sorted(numbers), MOST):
        rows = connection.execute(_links_of(some, "a, b, score, kept"))
        found.update((a, b, score, kept) for a, b, score, kept in rows)
    return found


def tie_tellings(
    connection: Connection, new: Mapping[int, Keyed], constraints: Constraints, profiles: Profiles
) -> None:
    """Link new tellings to those that a reviewer has put them together with."""
    mine = {claim for each in new.values() for claim in each.profile.claims}
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
    insert_rows(connection, tables.link, [(a, b, score, 1) for (a, b), score in rows.items()])


def reached(
    connection: Connection, seeds: Collection[int]
) -> tuple[set[int], list[tuple[int, int, float]]]:
    """All tellings that links lead to from some, these included, and all links between them."""
    found, frontier = set(seeds), set(seeds)
    links: dict[tuple[int, int], float] = {}
    while frontier:
        seen: set[int] = set()
        for some in batched(sorted(frontier), MOST):
            for a, b, score, kept in connection.execute(_links_of(some, "a, b, score, kept")):
                if kept:
                    links[a, b] = score
                    seen |= {a, b}
        frontier = seen - found
        found |= seen
    return found, [(a, b, score) for (a, b), score in links.items()]


def _links_of(numbers: Iterable[int], columns: str) -> TextClause:
    some = listed(numbers)
    select_ = f"SELECT {columns} FROM link WHERE"
    return text(f"{select_} a IN ({some}) UNION {select_} b IN ({some})")


def named(links: Iterable[tuple[int, int, float]], profiles: Mapping[int, Profile]) -> list[Link]:
    """Links by the ids of tellings in place of their numbers."""
    return [
        (*sorted((profiles[a].id, profiles[b].id)), score)  # type: ignore[misc]
        for a, b, score in links
        if a in profiles and b in profiles
    ]


def part_copies(connection: Connection, documents: Iterable[str]) -> set[str]:
    """Forget of which documents some are copies; gives all whose origin may change by it."""
    mine = set(documents)
    reached_, _ = _copies_reached(connection, mine)
    copy = tables.copy
    for some in batched(sorted(mine), MOST // 2):
        connection.execute(delete(copy).where(or_(copy.c.a.in_(some), copy.c.b.in_(some))))
    return reached_


def join_copies(
    connection: Connection, pairs: Iterable[tuple[str, str]], parted: Iterable[str] = ()
) -> set[str]:
    """Keep new pairs of copies; gives the documents whose origin is another than before.

    ``parted`` are documents of which pairs have been forgotten.
    """
    new = sorted(pairs)
    concerned = {*parted, *(each for pair in new for each in pair)}
    known = _copies_of(connection, concerned)
    rows = [{"a": a, "b": b} for a, b in new if (a, b) not in known]
    if rows:
        connection.execute(insert(tables.copy), rows)
    documents, kept = _copies_reached(connection, concerned)
    origin = {each: group[0] for group in components(documents, kept) for each in group}
    texts = tables.text.c
    changed = set()
    for some in batched(sorted(documents), MOST):
        query = select(texts.document, texts.origin).where(texts.document.in_(some))
        for document, old in connection.execute(query).all():
            if origin[document] != old:
                changed.add(document)
                connection.execute(
                    update(tables.text)
                    .where(texts.document == document)
                    .values(origin=origin[document])
                )
    return changed


def _copies_of(connection: Connection, documents: Iterable[str]) -> set[tuple[str, str]]:
    """The pairs of copies that some documents are in."""
    copy = tables.copy.c
    found: set[tuple[str, str]] = set()
    for some in batched(sorted(documents), MOST // 2):
        query = select(copy.a, copy.b).where(or_(copy.a.in_(some), copy.b.in_(some)))
        found.update((a, b) for a, b in connection.execute(query))
    return found


def _copies_reached(
    connection: Connection, seeds: Collection[str]
) -> tuple[set[str], list[tuple[str, str]]]:
    """All documents that are copies of some or of their copies, and the pairs."""
    found, frontier = set(seeds), set(seeds)
    pairs: set[tuple[str, str]] = set()
    while frontier:
        new = _copies_of(connection, frontier)
        pairs |= new
        frontier = {each for pair in new for each in pair} - found
        found |= frontier
    return found, sorted(pairs)
