"""The versions of one article in order, and from when to when each was what was known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

_MIDNIGHT = datetime.min.time()


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article.

    ``published`` is as the document tells it, ``added`` an ISO datetime in UTC.  Given out with
    ``revision`` (1 for the oldest), ``known`` (the ISO day from which it was known) and ``until``
    (the ISO day from which the next one stands in its place; None for the newest).
    """

    id: str
    published: str | None
    added: str
    revision: int = 0
    known: str = ""
    until: str | None = None


def in_order(versions: Iterable[Version]) -> list[Version]:
    """The versions of one article, oldest first.

    Newer is what was published later, and what was added later where that is the same; a version
    that tells no date of publication counts as published when it was added.  Versions alike in both
    stay in the order in which they come.

    A version is known from its day of publication; but when it was not published later than the one
    before it (a correction in silence), only from the day it was added.
    """
    ordered: list[Version] = []
    for version in sorted(versions, key=lambda each: (_moment(each), each.added)):
        ordered.append(_after(ordered[-1] if ordered else None, version, len(ordered) + 1))
    nexts: list[Version | None] = [*ordered[1:], None]
    return [_until(each, follower) for each, follower in zip(ordered, nexts, strict=True)]


def day_of(moment: str | None) -> str | None:
    """The ISO day of an ISO 8601 date or datetime, as it is written; None for what is neither."""
    parsed = _parsed(moment)
    return parsed.date().isoformat() if parsed else None


def _after(before: Version | None, version: Version, revision: int) -> Version:
    published, added = day_of(version.published), str(day_of(version.added))
    if before is None:
        known = published or added
    else:
        later = _moment(version) > _moment(before)
        known = max(before.known, (published if later else None) or added)
    return Version(version.id, version.published, version.added, revision, known)


def _until(version: Version, follower: Version | None) -> Version:
    until = follower.known if follower else None
    return Version(
        version.id, version.published, version.added, version.revision, version.known, until
    )


def _moment(version: Version) -> datetime:
    """When a version was published, else added, in UTC; a day counts from its midnight."""
    moment = _parsed(version.published) or datetime.fromisoformat(version.added)
    try:
        return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
    except OverflowError:  # the first or last day of all years
        return moment.replace(tzinfo=None)


def _parsed(text: str | None) -> datetime | None:
    """The datetime of an ISO 8601 text; None for what is none."""
    if not text:
        return None
    try:
        return datetime.combine(date.fromisoformat(text), _MIDNIGHT)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
