"""The account of a store as of a date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .codebook import account_words, country_names

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ..account.evidence import Evidence
    from ..account.finding import Finding
    from ..account.situation import Situation


@dataclass(frozen=True, slots=True)
class Answer:
    """The account as of a date.

    ``more`` tells by section how many findings there are beside those told (counting ends at a
    thousand); ``evidence`` gives the sentences of claims by their ids: of all, where asked for,
    else of those that put a fact on days that contradict each other.
    """

    situation: Situation
    more: Mapping[str, int]
    evidence: Mapping[str, Evidence]


def situation(
    where: str | Path,
    *,
    on: str | None = None,
    known: str | None = None,
    place: str | None = None,
    actor: str | None = None,
    days: int = 7,
    limit: int = 30,
    evidence: bool = False,
    codebook: Path | None = None,
) -> Answer:
    """The account of a store as true ``on`` one ISO day and ``known`` on another.

    Without ``known`` it is what is known at the newest day in the store, without ``on`` what is
    true on the day of ``known``.  ``place`` and ``actor`` narrow it to what is told of them, by a
    name, a country's alpha-3 code or a catalogue id.  ``days`` are those before ``on`` of which
    events and statements are told, ``limit`` the findings of a section where there are too many.
    ``codebook`` is the folder of packs that tells what words of truces and types are a user's own.
    Raises StoreError when there is no such store or nothing in it.
    """
    from ..account.situation import findings_in
    from ..errors import StoreError
    from ..messages import Reason
    from ..store import Store
    from ..store.answers import Asked, answer, newest_known

    with Store.open(where, create=False) as store, store.reading() as connection:
        newest = newest_known(connection)
        if newest is None:
            raise StoreError(Reason("store.empty", where=store.place.name))
        known = known or newest
        asked = Asked(on or known, known, _country_code(place), actor, days, limit)
        told = answer(connection, asked, account_words(codebook=codebook))
        # What each says of disputed days stands in no finding, only in the articles.
        apart = [f for f in told.situation.disputed if "time" in f.disputes]
        shown = findings_in(told.situation) if evidence else apart
        return Answer(told.situation, told.more, _evidence(connection, shown))


def _country_code(place: str | None) -> str | None:
    """The alpha-3 code where a place is a country by its French or English name, else the place."""
    from ..codebook.folding import fold

    if place is None:
        return None
    wanted = fold(place.strip())
    names = (pair for language in ("fr", "en") for pair in country_names(language).items())
    return next((code for code, name in names if fold(name) == wanted), place)


def _evidence(connection: Connection, findings: Iterable[Finding]) -> dict[str, Evidence]:
    """The sentences of all claims of some findings, by the ids of claims."""
    from ..account.evidence import evidence_of
    from ..store import coded_documents

    reports: dict[str, set[str]] = {}
    for claim in (claim for finding in findings for claim in finding.claims):
        document, _, report = claim.rpartition("/")
        reports.setdefault(document, set()).add(report)
    found: dict[str, Evidence] = {}
    for coded in coded_documents(connection, reports):
        found |= evidence_of(coded, reports[coded.document.id])
    return found
