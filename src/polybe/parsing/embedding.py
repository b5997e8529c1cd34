"""The first layers of a model, which know words without their neighbours, run once a word.

A text repeats its words: « le » stands in it a hundred times, and a model that looks at forms
alone gives it the same vector each time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy
from spacy.attrs import IDS, IS_SPACE, NORM, ORTH, PREFIX, SHAPE, SPACY, SUFFIX
from thinc.api import Model

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

_FEATURES = (ORTH, NORM, PREFIX, SUFFIX, SHAPE, SPACY, IS_SPACE)
_COLUMNS = {feature: column for column, feature in enumerate(_FEATURES)}
_SPREAD = numpy.uint64(0x9E3779B97F4A7C15)
"""An odd number by which a hash is multiplied, so that it can be added to another one."""


class DistinctWords:
    """Each different word of some documents once, in the shape in which layers read a document.

    Words are the same that have one form, one norm and alike a space after them or none: all
    other features are of the form.
    """

    def __init__(self, docs: Sequence[Doc]) -> None:
        self.vocab = docs[0].vocab
        rows = numpy.concatenate([doc.to_array(list(_FEATURES)) for doc in docs])
        form, norm, space = (rows[:, _COLUMNS[feature]] for feature in (ORTH, NORM, SPACY))
        keys = form + norm * _SPREAD + space
        _, first, self._positions = numpy.unique(keys, return_index=True, return_inverse=True)
        self._rows = rows[first]
        self._ends = numpy.cumsum([len(doc) for doc in docs])[:-1]

    def __len__(self) -> int:
        return len(self._rows)

    def to_array(self, features: int | Sequence[str]) -> NDArray[numpy.uint64]:
        """The values of one feature, or of several side by side, as of a spaCy document."""
        if isinstance(features, int):
            return self._rows[:, _COLUMNS[features]]
        return self._rows[:, [_COLUMNS[IDS[feature]] for feature in features]]

    def spread(self, vectors: NDArray[numpy.float32]) -> list[NDArray[numpy.float32]]:
        """The vectors of the documents' words in text order, given those of the distinct ones."""
        return numpy.split(vectors[self._positions], self._ends)


def embed_once(model: Model[Any, Any]) -> None:
    """Change a tok2vec model, in place, to embed each distinct word of a batch once.

    The vectors are the same but for what the order of additions changes in the last digit.
    """
    model.layers[0] = Model("embed_once", _forward, layers=[model.layers[0]])


def _forward(
    model: Model[Any, Any], docs: Sequence[Doc], is_train: bool
) -> tuple[list[NDArray[numpy.float32]], Callable[[object], object]]:
    if is_train or not any(map(len, docs)):
        vectors, backward = model.layers[0](docs, is_train)
        return vectors, backward
    words = DistinctWords(docs)
    return words.spread(model.layers[0].predict([words])[0]), lambda gradient: gradient
