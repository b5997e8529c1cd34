"""Frames: who fills which slot of a verb or noun, whatever the construction.

Passive, relative and participial clauses, nominalisations, light verbs, coordination and control
are undone here once, so that a predicate of the codebook says only « subject » or « contre ».
"""

from __future__ import annotations

from collections.abc import Callable

from .grammar import Grammar
from .noun_frames import NounFrames
from .slots import Frame
from .verb_frames import VerbFrames


class FrameReader:
    """Reads frames off one document's grammar; each frame is read once.

    `is_actor_like` tells whether a token heads a phrase that names somebody who acts,
    `names_actor` whether a token is the last of such a name or phrase.
    """

    def __init__(
        self,
        grammar: Grammar,
        is_actor_like: Callable[[int], bool],
        names_actor: Callable[[int], bool],
    ) -> None:
        self._verbs = VerbFrames(grammar, is_actor_like)
        self._nouns = NounFrames(grammar, self._verbs, is_actor_like, names_actor)

    def verb(self, index: int) -> Frame:
        """The frame of a verb; shared, so that whoever changes it copies it first."""
        return self._verbs.of(index)

    def noun(self, index: int) -> Frame:
        """The frame of a noun of action or state; shared, so that whoever changes it copies it."""
        return self._nouns.of(index)


__all__ = ["Frame", "FrameReader"]
