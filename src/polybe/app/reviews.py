"""The work of reviewers: decisions, ratings of sources."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from . import stores
from .gazetteer import open_gazetteer

if TYPE_CHECKING:
    from ..account.edit_words import Vocabulary
    from ..store import Store
    from ..store.ratings import RatingGiven, Source
    from ..store.review import Review


def review(store: Store, who: str, *, codebook: Path | None = None) -> Review:
    """The work of a reviewer on a store; his decisions are dated by the clock of this machine."""
    from ..store.review import Review, Reviewer
    from ..store.reviewing import StoredReviewing

    return Review(
        store,
        Reviewer(who, _now),
        StoredReviewing(store),
        vocabulary=lambda: _vocabulary(codebook),
        follow=partial(stores.reconcile_store, codebook=codebook),
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@cache
def _vocabulary(codebook: Path | None) -> Vocabulary:
    """What edits may say; the gazetteer is opened when the first place is named."""
    from ..account.edit_vocabulary import vocabulary_of
    from ..codebook.catalogue import load_catalogue
    from ..codebook.ontology import load_ontology
    from ..codebook.packs import Packs

    packs = Packs.with_overlay(codebook)
    catalogue = load_catalogue(packs, "fr")
    ontology = load_ontology(packs)
    return vocabulary_of(ontology, catalogue, lambda name: open_gazetteer(codebook).find(name))


def list_sources(store: Store) -> list[Source]:
    """The outlets and speakers of a store, and whoever else has been rated."""
    from ..store.ratings import sources
    from ..store.reviewing import StoredReviewing

    speakers = {heard.key: heard.reports for heard in StoredReviewing(store).speakers()}
    with store.reading() as connection:
        return sources(connection, speakers)


def rate_source(
    store: Store,
    kind: str,
    source: str,
    code: str,
    *,
    who: str,
    why: str | None = None,
    codebook: Path | None = None,
) -> RatingGiven:
    """Rate an outlet or a speaker by a code such as « B2 »; the account is weighed anew.

    A speaker is told by name or key, also by those of the packs in ``codebook``.  Raises
    ReviewError when the code is none.
    """
    from ..account.ratings import rating_from
    from ..store.ratings import rate

    rating = rating_from(code)
    key = _speaker_key(store, source, codebook) if kind == "speaker" else source
    with store.writing() as connection:
        given = rate(connection, kind, key, rating, at=_now(), who=who, why=why)
    stores.reconcile_store(store, codebook=codebook)
    return given


def _speaker_key(store: Store, name: str, codebook: Path | None) -> str:
    """The key of a speaker: as reports have him, else as the catalogue does, else his name."""
    from ..account.facts import ActorRef
    from ..store.reviewing import StoredReviewing

    for heard in StoredReviewing(store).speakers():
        if name.casefold() in (heard.key.casefold(), heard.name.casefold()):
            return heard.key
    return (_vocabulary(codebook).actor(name) or ActorRef(name, name)).key


def source_history(
    store: Store, kind: str, source: str, *, codebook: Path | None = None
) -> list[RatingGiven]:
    """Every rating that a source has been given, oldest first; a speaker is told as for rating."""
    from ..store.ratings import ratings_given

    key = _speaker_key(store, source, codebook) if kind == "speaker" else source
    with store.reading() as connection:
        return list(ratings_given(connection, kind, key))
