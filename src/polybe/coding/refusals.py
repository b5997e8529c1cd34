"""Why predicates whose words stand in a text state nothing there."""

from __future__ import annotations

from typing import NamedTuple

from ..codebook.predicates import Predicate


class Refusal(NamedTuple):
    """Why a predicate states nothing: ``reason`` is a message of the section `refusal`.

    ``about`` names the slot, role or rule at fault, ``fillers`` the tokens that stand
    in the slot, None where none was asked for.
    """

    reason: str
    about: str = ""
    fillers: tuple[int, ...] | None = None


class Refused(NamedTuple):
    """A predicate tried at the token ``head``, and refused there."""

    head: int
    predicate: Predicate
    refusal: Refusal
