"""Stretches of a stream of inputs, and the tasks that workers make of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import CodedDocument, Document, Failure

Item = Document | CodedDocument | Failure

LONGEST = 16
"""Items of a stretch: enough for the parser's batches, few enough to share out evenly."""

FULLEST = 60_000
"""Characters of text after which a stretch is closed: what the parser works on at once."""


@dataclass(slots=True)
class Stretch:
    """Items that follow each other; documents give way to what has become of them.

    ``open`` is the number of documents of which that is not yet known.
    """

    items: list[Item]
    open: int

    def coded(self) -> list[CodedDocument | Failure]:
        """The items, once none is open."""
        return [item for item in self.items if not isinstance(item, Document)]


@dataclass(frozen=True, slots=True)
class Task:
    """Documents of a stretch, by their places in it, for one worker to code.

    ``deaths`` counts the workers that died over it.
    """

    stretch: Stretch
    places: tuple[int, ...]
    deaths: int = 0

    def documents(self) -> list[Document]:
        """The documents that are to be coded."""
        items = (self.stretch.items[place] for place in self.places)
        return [item for item in items if isinstance(item, Document)]

    def settle(self, results: Iterable[CodedDocument | Failure]) -> None:
        """Put what has become of the documents in their places."""
        for place, result in zip(self.places, results, strict=True):
            self.stretch.items[place] = result
            self.stretch.open -= 1

    def apart(self) -> list[Task]:
        """A task for each of the documents, after a worker has died over them together."""
        return [Task(self.stretch, (place,), self.deaths + 1) for place in self.places]

    def fail(self, reason: str) -> None:
        """Set the documents aside for a reason."""
        self.settle([Failure(each.id, reason, each.id) for each in self.documents()])


def cut_stretches(items: Iterable[Item]) -> Iterator[tuple[Stretch, Task | None]]:
    """The stretches of a stream, each with the task of coding its documents, if it has any."""
    held: list[Item] = []
    characters = 0
    for item in items:
        held.append(item)
        characters += len(item.text) if isinstance(item, Document) else 0
        if len(held) == LONGEST or characters >= FULLEST:
            yield _stretch_of(held)
            held, characters = [], 0
    if held:
        yield _stretch_of(held)


def _stretch_of(items: list[Item]) -> tuple[Stretch, Task | None]:
    places = tuple(n for n, item in enumerate(items) if isinstance(item, Document))
    stretch = Stretch(items, len(places))
    return stretch, Task(stretch, places) if places else None
