"""Findings: what the claims of one cluster amount to, day of knowledge by day of knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .claims import Claim
from .finding import Backed, Estimate, Finding, Told, Voice, When
from .ratings import Ratings

__all__ = ["Backed", "Estimate", "Finding", "Told", "Voice", "When", "findings_of"]

NO_VERDICTS: Mapping[str, str] = {}
UNRATED = Ratings()


def findings_of(
    claims: Iterable[Claim],
    ratings: Ratings = UNRATED,
    *,
    verdicts: Mapping[str, str] = NO_VERDICTS,
) -> tuple[Finding, ...]:
    """The findings of one cluster, in the order of knowledge; they never overlap.

    A claim counts from its day ``known`` until before its day ``until``.  ``verdicts`` are the
    reviewers' « accepted » or « rejected » by claim id: a rejected claim does not count, an
    accepted one makes its findings verified.  There is no finding for days on which no claim
    counts.  The order of the claims plays no part.
    """
    raise NotImplementedError
