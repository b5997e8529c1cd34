"""Reports to an account: who holds what, what happened when, at what cost, on whose word."""

from .account import Account, Article, account_of
from .facts import ActorRef, Fact, PlaceRef, TimeRef, Trace, facts_of
from .sections import Speaker, StandOf, Tie, Tolls

__all__ = [
    "Account",
    "ActorRef",
    "Article",
    "Fact",
    "PlaceRef",
    "Speaker",
    "StandOf",
    "Tie",
    "TimeRef",
    "Tolls",
    "Trace",
    "account_of",
    "facts_of",
]
