"""Slots: what one predicate's frame holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Frame:
    """The slots of one predicate: slot → heads of the phrases that fill it, in text order.

    A slot is ``subject``, ``object``, a folded preposition (« contre », « aupres de »), or one of
    ``poss`` (possessive), ``adj`` (adjective or noun beside a noun), ``visant`` (whom a deed aims
    at) and ``announcer`` (who makes a deed known).

    ``head`` is the predicate's own token.  ``clause`` is the head of a complement clause.  ``verb``
    is the verb that bears tense, mood and negation: a verb itself, for a noun the light verb it
    hangs on, None when it hangs on none; ``carrier`` is the verb right above a noun, light or not.
    ``passive`` tells that a verb's surface subject is what the act is done to.
    """

    head: int
    verb: int | None
    slots: dict[str, list[int]] = field(default_factory=dict)
    clause: int | None = None
    passive: bool = False
    carrier: int | None = None

    def add(self, slot: str, token: int) -> None:
        """Put a phrase in a slot, once."""
        tokens = self.slots.setdefault(slot, [])
        if token not in tokens:
            tokens.append(token)

    def add_all(self, slot: str, tokens: Iterable[int]) -> None:
        """Put phrases in a slot, each once."""
        for token in tokens:
            self.add(slot, token)

    def get(self, slot: str) -> list[int]:
        """The heads of the phrases in a slot; empty when nothing fills it."""
        return self.slots.get(slot, [])
