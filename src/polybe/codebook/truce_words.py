"""The words by which a language tells of truces."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TruceWords:
    """Folded beginnings of words, by what they mean for a truce."""

    truce: tuple[str, ...] = ()
    proposal: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    violation: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
