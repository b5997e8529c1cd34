"""An actor mention in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..codebook.folding import fold
from ..codebook.language import RoleEntry
from ..model import Span

_LONGEST_CHAIN = 20  # antecedents; more would be a circle


@dataclass(eq=False, slots=True)
class ActorDraft:
    """An actor mention in the making.

    ``first`` and ``last`` are tokens, last exclusive; ``kind`` tells how it was found: `name`,
    `state`, `capital`, `members`, `force`, `group`, `organisation`, `person`, `role`, `pronoun`,
    `adjective`, `unknown`.  ``plural`` and ``gender`` (`Masc`, `Fem`) are None where nothing tells
    them; ``role`` is None but for roles; ``used`` is set once a report needs the mention;
    ``also`` holds those that further adjectives add (« soldats français et maliens »); ``titled``
    is the mention that a name is part of, title and all (« le président X »), else None.
    """

    first: int
    last: int
    head: int
    span: Span
    kind: str
    name: str | None = None
    actor: str | None = None
    country: str | None = None
    sector: str | None = None
    antecedent: ActorDraft | None = None
    plural: bool | None = None
    gender: str | None = None
    role: RoleEntry | None = None
    definite: bool = True
    used: bool = False
    also: list[ActorDraft] = field(default_factory=list)
    titled: ActorDraft | None = None

    @property
    def names_land(self) -> bool:
        """Whether the name is a state's or its capital's, which may be ground as well."""
        return self.kind in ("state", "capital")

    @property
    def identity(self) -> object:
        """What makes two mentions the same actor inside a document."""
        root = self.root()
        return root.actor or (fold(root.name) if root.name else id(root))

    def root(self) -> ActorDraft:
        """The mention at the end of the chain of antecedents."""
        draft, seen = self, 0
        while draft.antecedent is not None and seen < _LONGEST_CHAIN:
            draft, seen = draft.antecedent, seen + 1
        return draft

    def take(self, other: ActorDraft) -> None:
        """Become the actor that another mention names."""
        self.antecedent = other
        self.name, self.actor = other.name, other.actor
        self.country, self.sector = other.country, other.sector
