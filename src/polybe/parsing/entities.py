"""Named entities: the model's decisions, made for all words of a batch at once.

spaCy goes from word to word, for what it decides may hang on the entity that is open.  But outside
entities a decision hangs on the word alone, and most words stand outside: all are decided at once
as if outside, and only what begins an entity is followed to its end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy
from spacy.attrs import ENT_IOB, ENT_TYPE, IS_SPACE, SENT_START

from polybe.batches import batched

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Floats = NDArray[numpy.float32]
    Indices = NDArray[numpy.intp]
    Mask = NDArray[numpy.bool_]

_IN, _OUT, _BEGIN = 1, 2, 3  # spaCy's codes of where a word stands in an entity


class EntityReader:
    """A step of the pipeline that gives the entities that spaCy's greedy ``ner`` would give."""

    def __init__(self, ner: Any) -> None:
        self._vectors: Callable[[Sequence[Doc]], Floats] = ner.model.get_ref("tok2vec").predict
        self._score = _Scorer(ner.model)
        moves = [ner.moves.get_class_name(number) for number in range(ner.moves.n_moves)]
        labels = sorted({move[2:] for move in moves if len(move) > 2})
        numbers = {move: number for number, move in enumerate(moves)}
        self._labels = numpy.array([ner.vocab.strings[label] for label in labels], dtype="uint64")
        begin, inside, last, unit = (
            [numbers[f"{letter}-{label}"] for label in labels] for letter in "BILU"
        )
        self._inside, self._last = numpy.array(inside), numpy.array(last)
        self._openings = [*begin, *unit, numbers["O"]]

    def __call__(self, doc: Doc) -> Doc:
        """Give one document its entities."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Give documents their entities, ``batch_size`` of them at a time."""
        for docs in batched(stream, batch_size):
            self._annotate(docs)
            yield from docs

    def _annotate(self, docs: Sequence[Doc]) -> None:
        if not any(map(len, docs)):
            return
        self._score.read(self._vectors(docs))
        may_go_on, blank = _surroundings(docs)
        columns = self._decide(may_go_on, blank)
        ends = numpy.cumsum([len(doc) for doc in docs])[:-1]
        for doc, part in zip(docs, numpy.split(columns, ends), strict=True):
            doc.from_array([ENT_IOB, ENT_TYPE], part)  # type: ignore[arg-type]

    def _decide(self, may_go_on: Mask, blank: Mask) -> NDArray[numpy.uint64]:
        """For each word where it stands in an entity, and the entity's label."""
        opened = self._open(may_go_on, blank)
        count = len(self._labels)
        starts = numpy.flatnonzero(opened < 2 * count)
        labels = opened[starts] % count
        ends = self._close(starts, labels, opened[starts] < count, may_go_on)
        columns = numpy.zeros((len(blank), 2), dtype="uint64")
        columns[:, 0] = _OUT
        free = 0
        for start, end, label in zip(starts, ends, self._labels[labels], strict=True):
            if start >= free:
                columns[start:end] = _IN, label
                columns[start, 0] = _BEGIN
                free = end
        return columns

    def _open(self, may_go_on: Mask, blank: Mask) -> Indices:
        """What each word opens if none is open: a long entity, one of one word, or (last) none."""
        count = len(self._labels)
        scores = self._score.outside()[:, self._openings]
        scores[~may_go_on | blank, :count] = -numpy.inf
        scores[blank, count : 2 * count] = -numpy.inf
        chosen: Indices = scores.argmax(axis=1)
        return chosen

    def _close(self, starts: Indices, labels: Indices, is_long: Mask, may_go_on: Mask) -> Indices:
        """Where the entities end (exclusive) that begin at ``starts``; those not long at once."""
        ends = starts + 1
        going = numpy.flatnonzero(is_long)
        while len(going):
            here = ends[going]
            ends[going] += 1
            scores = self._score.inside(here, starts[going])
            rows, label = numpy.arange(len(going)), labels[going]
            further = scores[rows, self._inside[label]] >= scores[rows, self._last[label]]
            going = going[further & may_go_on[here]]
        return ends


class _Scorer:
    """The two upper layers of the model: scores of moves, given a word and the open entity."""

    def __init__(self, model: Any) -> None:
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self._lower, self._bias = lower.get_param("W"), lower.get_param("b")
        self._nothing = lower.get_param("pad")[0]
        self._upper, self._upper_bias = upper.get_param("W"), upper.get_param("b")

    def read(self, vectors: Floats) -> None:
        """Take the vectors of the words that the scores are to be of."""
        self._here, self._first, self._before = (
            (vectors @ weights.reshape(-1, weights.shape[-1]).T).reshape(-1, *self._bias.shape)
            for weights in self._lower
        )

    def outside(self) -> Floats:
        """The scores of every word where no entity is open."""
        return self._finish(self._here + self._nothing[1] + self._nothing[2])

    def inside(self, words: Indices, starts: Indices) -> Floats:
        """The scores of words in entities that began at ``starts``."""
        return self._finish(self._here[words] + self._first[starts] + self._before[words - 1])

    def _finish(self, hidden: Floats) -> Floats:
        scores: Floats = (hidden + self._bias).max(axis=2) @ self._upper.T + self._upper_bias
        return scores


def _surroundings(docs: Sequence[Doc]) -> tuple[Mask, Mask]:
    """Of each word, whether an entity may go on after it, and whether it is blank.

    No entity runs over the end of a sentence.
    """
    columns = [doc.to_array([SENT_START, IS_SPACE]) for doc in docs]
    may_go_on = numpy.concatenate([numpy.append(column[1:, 0] != 1, False) for column in columns])
    blank = numpy.concatenate([column[:, 1] != 0 for column in columns])
    return may_go_on, blank
