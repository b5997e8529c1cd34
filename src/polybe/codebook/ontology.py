"""The event ontology: PLOVER's types with their modes, one pack file a type."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ..errors import CodebookError
from ..model import TYPES
from .packs import Entry, Packs, read_entry

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
Status = Literal["actual", "alleged", "planned", "sought", "hypothetical", "denied"]


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
    quad: Quad
    intensity: float
    mutual: bool = False
    suppresses: bool = False
    announced: Status = "actual"
    modes: dict[str, ModeEntry] = {}


class MoreModesEntry(Entry):
    """A later file of an event type: modes beside those that the type has."""

    type: str
    modes: dict[str, ModeEntry]


class ContextsFile(Entry):
    """The list of PLOVER's contexts."""

    contexts: list[str]


SPEECH_ACTS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"})
"""Event types that are acts of speech: saying it is doing it, and somebody must say it."""


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
    """Read `packs/plover/`; CodebookError names file and key, both files of a clash.

    A later file may bring types, modes of a known type, and contexts.
    """
    events: dict[str, EventTypeEntry] = {}
    homes: dict[str, Path] = {}
    contexts: set[str] = set()
    for path, data in packs.tables("plover"):
        if path.name == "contexts.toml":
            contexts.update(read_entry(ContextsFile, data, path=path, key="").contexts)
            continue
        known = events.get(str(data.get("type")))
        if known is None:
            entry = read_entry(EventTypeEntry, data, path=path, key="")
        else:
            entry = _with_more_modes(known, homes[known.type], data, path)
        events[entry.type] = entry
        homes.setdefault(entry.type, path)
    return Ontology(events, frozenset(contexts))


def _with_more_modes(
    known: EventTypeEntry, home: Path, data: dict[str, Any], path: Path
) -> EventTypeEntry:
    """An event type with the modes that another file adds to it."""
    if set(data) != {"type", "modes"}:
        raise CodebookError(f"{path}: type {known.type!r} is in {home}; only modes can be added")
    more = read_entry(MoreModesEntry, data, path=path, key="").modes
    if twins := known.modes.keys() & more:
        raise CodebookError(f"{path}: modes.{min(twins)}: {known.type} has it, see {home}")
    return known.model_copy(update={"modes": {**known.modes, **more}})
