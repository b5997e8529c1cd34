"""The spaCy pipeline: loaded once, made fast without changing what it says."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from .factoring import known_patterns
from .lexicon import Lexicon
from .parts import load_parts, missing_model
from .spacy_start import without_commands

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_LEFT_OUT = ("strings", "senter", "lemmatizer")
"""What is not read: some 700,000 strings, of which the pipeline adds those it meets by itself; a
step that is not run; and a step that is added with tables read before."""

_PARTS = ("verb", "noun", "adj", "adv")


def load_tuned(model: str) -> Language:
    """The model with the same annotations as ``spacy.load`` gives, sooner.

    Raises ParsingError when the model or spaCy is not installed.
    """
    if find_spec("spacy") is None:
        raise missing_model(model)
    # One BLAS thread is faster than several on matrices of this size, and leaves the other
    # cores to other processes.  It is read when NumPy is first imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    parts = load_parts(model)
    with known_patterns(parts.patterns), _uncollected(), without_commands():
        import spacy
        from thinc.api import NumpyOps, set_current_ops

        # NumPy's own BLAS outruns the bundled BLIS several times on current processors.
        set_current_ops(NumpyOps(use_blis=False))
        nlp = spacy.load(model, exclude=_LEFT_OUT)
    lemmatizer: Any = nlp.add_pipe("lemmatizer", after="attribute_ruler", config={"mode": "rule"})
    lemmatizer.lookups = parts.lookups()
    _quicken(nlp)
    return nlp


def _quicken(nlp: Language) -> None:
    """Put quicker steps in the place of the model's, with the same outcome."""
    from .embedding import embed_once
    from .entities import EntityReader
    from .mixing import mix_in_pieces

    shared: Any = nlp.get_pipe("tok2vec")
    ner: Any = nlp.get_pipe("ner")
    ruler: Any = nlp.get_pipe("attribute_ruler")
    for vectors in (shared.model, ner.model.get_ref("tok2vec").layers[0]):
        embed_once(vectors)
        mix_in_pieces(vectors)
    # Rules that only copy the part of speech to the tag, which nobody reads.
    needed = [rule for rule in ruler.patterns if set(rule["attrs"]) != {"TAG"}]
    ruler.clear()
    ruler.add_patterns(needed)
    nlp.remove_pipe("ner")
    _add_step(nlp, "polybe_entities", EntityReader(ner))


def _add_step(nlp: Language, name: str, step: Callable[[Doc], Doc], **place: Any) -> None:
    """Give the pipeline a step of Polybe's own; ``place`` says where, as for ``nlp.add_pipe``."""
    from spacy.language import Language

    Language.component(name, func=step)
    nlp.add_pipe(name, **place)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Inside, no garbage is collected: reading a model makes millions of objects and no garbage.

    Nor does the collector look at them again afterwards: they live as long as the process.
    """
    enabled = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if enabled:
            gc.enable()


def read_lexicon(nlp: Language) -> Lexicon:
    """The lexicon of a pipeline's lemmatizer."""
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index = lookups.get_table("lemma_index", {})
    irregular = lookups.get_table("lemma_exc", {})
    rules = lookups.get_table("lemma_rules", {})
    return Lexicon(
        {part: frozenset(index.get(part, ())) for part in _PARTS},
        {part: irregular.get(part, {}) for part in _PARTS},
        {part: rules.get(part, ()) for part in _PARTS},
        # The keys of this table are hashes: it can be asked, not read.
        lookups.get_table("lemma_lookup", {}),
    )
