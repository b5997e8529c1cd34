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
from .claims import Claim

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


RELIABILITY_WEIGHTS: Mapping[str, float] = {
    "A": 2.0,  # no doubt of its trustworthiness: twice one not yet judged
    "B": 1.5,  # minor doubts
    "C": 1.0,  # right in the past, doubted as well: as good as one not yet judged
    "D": 0.5,  # significant doubts: two of them for one
    "E": 0.25,  # wrong as a rule, yet heard: a bad source may tell the truth
    "F": 1.0,  # cannot be judged: neither for nor against it
}
"""What a reliability is worth; nothing is worth 0, since weighing must never delete."""

CREDIBILITY_WEIGHTS: Mapping[str, float] = {
    "1": 2.0,  # confirmed by others
    "2": 1.5,  # probably true
    "3": 1.0,  # possibly true
    "4": 0.5,  # doubtful
    "5": 0.25,  # improbable
    "6": 1.0,  # cannot be judged
}
"""What a credibility is worth; rated by itself, as the code wants it, so that weights multiply."""


def weight_of(rating: Rating) -> float:
    """What a rating is worth: 1.0 unrated, at most 4, at least 1/16, never 0."""
    return RELIABILITY_WEIGHTS[rating.reliability] * CREDIBILITY_WEIGHTS[rating.credibility]


def weight(claim: Claim, ratings: Ratings) -> float:
    """What a claim is worth: the weights of its outlet and of its speakers, multiplied.

    Of the speakers count the outermost, who passes it on, and the innermost, on whose word it
    rests; each once.  Who is not rated changes nothing, and an outlet unknown is not rated.
    """
    outlet = ratings.outlets.get(claim.outlet or "", UNRATED)
    speakers = {source.key for source in (*claim.sources[:1], *claim.sources[-1:])}
    worth = weight_of(outlet)
    for speaker in sorted(speakers):
        worth *= weight_of(ratings.speakers.get(speaker, UNRATED))
    return worth
