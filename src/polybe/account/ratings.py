"""How far sources are trusted: the Admiralty code, as weights that delete nothing.

The code (NATO AJP-2.1) rates the source and the information by themselves: reliability A
(completely reliable) to E (unreliable), credibility 1 (confirmed by other sources) to 5
(improbable); F and 6 mean « cannot be judged », which is what every source is until rated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..errors import ReviewError
from ..messages import Reason

RELIABILITIES = "ABCDEF"
CREDIBILITIES = "123456"


@dataclass(frozen=True, slots=True)
class Rating:
    """What a source is worth: ``reliability`` A to F, ``credibility`` 1 to 6."""

    reliability: str = "F"
    credibility: str = "6"

    @property
    def code(self) -> str:
        """Both as one code: « B2 »."""
        return self.reliability + self.credibility


UNRATED = Rating()


@dataclass(frozen=True, slots=True)
class Ratings:
    """The ratings of outlets by their name, and of speakers by their key (see ActorRef.key)."""

    outlets: Mapping[str, Rating] = field(default_factory=dict)
    speakers: Mapping[str, Rating] = field(default_factory=dict)


def rating_from(code: str) -> Rating:
    """The rating that a code such as « B2 » tells; ReviewError when it is none."""
    letter, number = code[:1].upper(), code[1:]
    if len(code) != 2 or letter not in RELIABILITIES or number not in CREDIBILITIES:
        raise ReviewError(Reason("rating.no_code", code=code))
    return Rating(letter, number)
