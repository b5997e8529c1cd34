"""The event ontology: PLOVER's types with their modes, one pack file a type."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import CodebookError
from ..model import TYPES
from .packs import Entry, Packs, read_entry


class ModeEntry(Entry):
    """A mode as the pack gives it; `intensity` is PLOVER's, None when it gives none."""

    definition: str
    intensity: float | None = None


class EventTypeEntry(Entry):
    """An event type as its pack file gives it.

    `suppresses` tells that the deed named in its content is not coded as a fact of its own;
    `announced` is the status of a deed of this type that is told as announced.
    """

    type: str
    definition: str
    quad: str
    intensity: float
    mutual: bool = False
    suppresses: bool = False
    announced: str = "actual"
    modes: dict[str, ModeEntry] = {}


class ContextsFile(Entry):
    """The list of PLOVER's contexts."""

    contexts: list[str]


@dataclass(frozen=True, slots=True)
class Code:
    """What a predicate states: a kind of report with its type and mode."""

    kind: str
    type: str
    mode: str | None = None

    def __str__(self) -> str:
        head = self.type if self.kind == "event" else f"{self.kind}/{self.type}"
        return f"{head}/{self.mode}" if self.mode else head


@dataclass(frozen=True, slots=True)
class Ontology:
    """The event types by name, and the contexts."""

    events: dict[str, EventTypeEntry]
    contexts: frozenset[str]

    def code(self, text: str, *, where: str) -> Code:
        """Read « ASSAULT/aerial », « control/GAINS », « statement »; `where` names the entry.

        Raises CodebookError for a type or mode that does not exist.
        """
        first, _, rest = text.partition("/")
        if first == "statement" and not rest:
            return Code("statement", "INDIRECT")
        if first in TYPES:
            if rest not in TYPES[first]:
                raise CodebookError(f"{where}: no type {rest!r} of kind {first!r}")
            return Code(first, rest)
        event = self.events.get(first)
        if event is None:
            raise CodebookError(f"{where}: no such code {text!r}")
        if rest and rest not in event.modes:
            raise CodebookError(f"{where}: {first} has no mode {rest!r}")
        return Code("event", first, rest or None)


def load_ontology(packs: Packs) -> Ontology:
    """Read `packs/plover/`; CodebookError names file and key."""
    events: dict[str, EventTypeEntry] = {}
    contexts: frozenset[str] = frozenset()
    for path, data in packs.tables("plover"):
        if path.name == "contexts.toml":
            contexts = frozenset(read_entry(ContextsFile, data, path=path, key="").contexts)
            continue
        entry = read_entry(EventTypeEntry, data, path=path, key="")
        events[entry.type] = entry
    return Ontology(events, contexts)
