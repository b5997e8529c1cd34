"""Sides: whether two names can stand for one actor, so that two tellings do not contradict."""

from __future__ import annotations

from collections.abc import Iterable

from .facts import ActorRef

_STATE = frozenset("GOV MIL PRM COP SPY JUD LEG".split())
_ARMED = frozenset("REB CRM".split())
_UNTOLD = frozenset(("UAF", "UNK", None))


def same_side(a: ActorRef, b: ActorRef) -> bool:
    """Whether two references mean one side.

    A state's government and forces are one side; « les rebelles » are any rebels of their country,
    but two groups that the catalogue tells apart are two.
    """
    if a.key == b.key:
        return True
    if a.sector in _UNTOLD or b.sector in _UNTOLD:
        return False
    if a.country == b.country and a.sector in _STATE and b.sector in _STATE:
        return True
    if a.actor and b.actor:
        return False
    # Groups active in many countries are also called by the one in which they fight.
    one_land = a.country == b.country or (a.sector in _ARMED and b.sector in _ARMED)
    return one_land and a.sector == b.sector


def may_be_one(a: ActorRef, b: ActorRef) -> bool:
    """Whether two references can mean one side: « des hommes armés » can be anybody."""
    return same_side(a, b) or a.sector in _UNTOLD or b.sector in _UNTOLD


def share_a_side(left: Iterable[ActorRef], right: Iterable[ActorRef]) -> bool:
    """Whether any of the one means the side of any of the other."""
    others = list(right)
    return any(same_side(a, b) for a in left for b in others)


def may_share_a_side(left: Iterable[ActorRef], right: Iterable[ActorRef]) -> bool:
    """Whether any of the one can mean the side of any of the other."""
    others = list(right)
    return any(may_be_one(a, b) for a in left for b in others)
