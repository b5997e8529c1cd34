"""Ratings in the store: every one given is kept, the newest of a source counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from ..account.ratings import UNRATED, Rating, Ratings
from ..errors import ReviewError
from ..messages import Reason
from .pending import mark_pending
from .tables.decisions import rating
from .tables.documents import document
from .tables.reconciling import speaking

KINDS = ("outlet", "speaker")
"""What can be rated: an outlet by its name, a speaker by its key (see ActorRef.key)."""


@dataclass(frozen=True, slots=True)
class RatingGiven:
    """What a reviewer once rated a source; ``number`` rises, ``at`` is an ISO datetime in UTC."""

    number: int
    at: str
    who: str
    why: str | None
    kind: str
    source: str
    rating: Rating


def rate(
    connection: Connection,
    kind: str,
    source: str,
    given: Rating,
    *,
    at: str,
    who: str,
    why: str | None = None,
) -> RatingGiven:
    """Rate an outlet or a speaker.  Wants a connection of ``Store.writing``.

    The documents of an outlet, or in which a speaker is a source, wait in ``pending`` until the
    account follows it.  Raises ReviewError
    when nobody rates, or nothing is rated.
    """
    if not who.strip():
        raise ReviewError(Reason("review.nobody"))
    if kind not in KINDS or not source.strip():
        raise ReviewError(Reason("rating.no_source", kind=kind, source=source))
    row = {"at": at, "who": who.strip(), "why": why, "kind": kind, "source": source.strip()}
    codes = {"reliability": given.reliability, "credibility": given.credibility}
    asked = insert(rating).values(**row, **codes).returning(rating.c.number)
    number = int(connection.execute(asked).scalar_one())
    theirs = select(document.c.id).where(document.c.outlet == row["source"])
    if kind == "speaker":
        theirs = select(speaking.c.document).where(speaking.c.speaker == row["source"])
    mark_pending(connection, connection.scalars(theirs).all())
    return RatingGiven(number, at, who.strip(), why, kind, source.strip(), given)


def current_ratings(connection: Connection) -> Ratings:
    """The newest rating of every source that has been rated."""
    newest: dict[str, dict[str, Rating]] = {kind: {} for kind in KINDS}
    for given in ratings_given(connection):
        newest[given.kind][given.source] = given.rating
    return Ratings(newest["outlet"], newest["speaker"])


def ratings_given(
    connection: Connection, kind: str | None = None, source: str | None = None
) -> Iterator[RatingGiven]:
    """Every rating ever given, by number; only those of a kind, or of one source, when named."""
    asked = select(rating).order_by(rating.c.number)
    if kind is not None:
        asked = asked.where(rating.c.kind == kind)
    if source is not None:
        asked = asked.where(rating.c.source == source)
    for row in connection.execute(asked):
        codes = Rating(row.reliability, row.credibility)
        yield RatingGiven(row.number, row.at, row.who, row.why, row.kind, row.source, codes)


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet or a speaker with its rating that counts, and who gave it when.

    ``name`` is the outlet's name or the speaker's key, ``count`` the number of the outlet's
    documents, or of the reports on the speaker's word.  ``given`` is None until somebody rates it.
    """

    kind: str
    name: str
    count: int
    given: RatingGiven | None

    @property
    def rating(self) -> Rating:
        """Its rating; F6, « cannot be judged », while it has none."""
        return self.given.rating if self.given else UNRATED


def sources(connection: Connection, speakers: Mapping[str, int]) -> list[Source]:
    """The outlets of the store, some speakers, and whatever has been rated: outlets first, by name.

    ``speakers`` are keys with the number of reports that have them as a source.
    """
    newest = {(given.kind, given.source): given for given in ratings_given(connection)}
    counts = {("outlet", name): n for name, n in _documents_by_outlet(connection).items()}
    counts |= {("speaker", key): n for key, n in speakers.items()}
    return [Source(*key, counts.get(key, 0), newest.get(key)) for key in sorted({*newest, *counts})]


def _documents_by_outlet(connection: Connection) -> dict[str, int]:
    asked = select(document.c.outlet, func.count()).where(document.c.outlet.is_not(None))
    return dict(connection.execute(asked.group_by(document.c.outlet)).all())
