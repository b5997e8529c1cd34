"""Tellings: what one article tells of one fact, all its claims of it pooled.

A title without place or date, the lead that has both and the count in the last paragraph are found
to be one fact first; only then is it held against what other articles tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..claims import Claim
from ..constraints import NONE, Constraints
from ..copies import Signature
from .clustering import CONFLICT, cluster
from .comparison import score
from .profiles import Profile, pooled, profile_of

LEAST = 0.5
"""Claims of one article are one fact when they score above this on average.

A little above even odds: what is pooled wrongly here is never parted again.
"""


def tellings_of(
    claims: Iterable[Claim], signature: Signature = b"", constraints: Constraints = NONE
) -> list[Profile]:
    """The tellings of one article's claims, in the order of their ids.

    ``signature`` is that of the article's text.
    """
    families: dict[str, list[Profile]] = {}
    for claim in claims:
        profile = profile_of(claim, signature)
        families.setdefault(profile.family, []).append(profile)
    found = [each for family in families.values() for each in _pool(family, constraints)]
    return sorted(found, key=lambda telling: telling.id)


def _pool(profiles: Sequence[Profile], constraints: Constraints) -> Iterable[Profile]:
    by_id = {profile.id: profile for profile in profiles}
    for ids in cluster(by_id, lambda a, b: score(by_id[a], by_id[b], CONFLICT), LEAST, constraints):
        yield pooled([by_id[each] for each in sorted(ids)])
