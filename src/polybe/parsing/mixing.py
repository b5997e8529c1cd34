"""The later layers of a model, which mix into each word's vector those of its neighbours.

They are worked out in pieces whose numbers stay in the processor's cache, with the same weights.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy
from numpy.lib.stride_tricks import sliding_window_view
from thinc.api import Model

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]

PIECE = 512
"""Words worked on together, unless one text is longer."""

_TINY = 1e-8  # what thinc adds to a variance before it divides by it


def mix_in_pieces(model: Model[Any, Any]) -> None:
    """Change a tok2vec model, in place, to mix neighbours' vectors piece by piece.

    The vectors are the same but for what the order of additions changes in the last digit.
    """
    mixer = Mixer(model.layers[1])

    def forward(
        model: Model[Any, Any], vectors: Sequence[Floats], is_train: bool
    ) -> tuple[Sequence[Floats], Callable[[object], object]]:
        if is_train:
            mixed, backward = model.layers[0](vectors, is_train)
            return mixed, backward
        return mixer.mix(vectors), lambda gradient: gradient

    model.layers[1] = Model("mix_in_pieces", forward, layers=[model.layers[1]])


class Mixer:
    """The layers of spaCy's ``MaxoutWindowEncoder`` with a window of one word on either side."""

    def __init__(self, encoder: Model[Any, Any]) -> None:
        self._gap: int = encoder.attrs["pad"]
        self._layers = [_Layer(layer) for layer in encoder.layers[0].layers]

    def mix(self, texts: Sequence[Floats]) -> list[Floats]:
        """The vectors of words in their context, given those of the words alone, text by text."""
        return [mixed for piece in _pieces(texts) for mixed in self._mix_piece(piece)]

    def _mix_piece(self, texts: Sequence[Floats]) -> Iterator[Floats]:
        """Empty words are put between the texts, so many that no text touches the next one's."""
        firsts, last = [], self._gap
        for text in texts:
            firsts.append(last)
            last += len(text) + self._gap
        # One more row at either end, which stays empty, is the neighbour of the outermost words.
        rows = numpy.zeros((last + 2, texts[0].shape[1]), dtype=numpy.float32)
        vectors = rows[1:-1]
        for first, text in zip(firsts, texts, strict=True):
            vectors[first : first + len(text)] = text
        windows = sliding_window_view(rows.reshape(-1), 3 * rows.shape[1])[:: rows.shape[1]]
        for layer in self._layers:
            vectors += layer.mix(windows)
        for first, text in zip(firsts, texts, strict=True):
            yield vectors[first : first + len(text)]


class _Layer:
    """One layer: for each number the largest of several sums, brought to a common scale."""

    def __init__(self, layer: Model[Any, Any]) -> None:
        maxout, norm = (_find(layer, name) for name in ("maxout", "layernorm"))
        weights: Any = maxout.get_param("W")
        bias: Any = maxout.get_param("b")
        self._alternatives = weights.shape[1]
        # All numbers of the first alternative come first, then all of the second one, …
        self._weights = numpy.ascontiguousarray(
            weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T
        )
        self._bias = bias.T.reshape(-1)
        self._scale: Any = norm.get_param("G")
        self._shift: Any = norm.get_param("b")

    def mix(self, windows: Floats) -> Floats:
        """What the layer adds to each word's vector, given it between its two neighbours'."""
        sums = numpy.ascontiguousarray(windows) @ self._weights
        sums += self._bias
        first, *others = numpy.split(sums, self._alternatives, axis=1)
        largest: Floats = first
        for other in others:
            largest = numpy.maximum(largest, other)
        largest -= largest.mean(axis=1, keepdims=True)
        variance = numpy.einsum("ij,ij->i", largest, largest) / largest.shape[1] + _TINY
        largest *= (variance ** (-0.5))[:, None]
        largest *= self._scale
        largest += self._shift
        return largest


def _find(layer: Model[Any, Any], name: str) -> Model[Any, Any]:
    return next(part for part in layer.walk() if part.name == name)


def _pieces(texts: Sequence[Floats]) -> Iterator[list[Floats]]:
    """Texts in runs of about :data:`PIECE` words."""
    piece: list[Floats] = []
    words = 0
    for text in texts:
        piece.append(text)
        words += len(text)
        if words >= PIECE:
            yield piece
            piece, words = [], 0
    if piece:
        yield piece
