"""What a model regularly gets wrong in news French, mended on the tokens of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from polybe.model import Token

from .attachment import repair_tree
from .draft import Draft
from .inversion import repair_inversion
from .lexicon import Lexicon
from .wording import repair_words
from .words import ParsingWords


def repair_sentence(tokens: Sequence[Token], lexicon: Lexicon, words: ParsingWords) -> list[Token]:
    """The tokens of one sentence with parts of speech, lemmas and tree mended.

    Their number, order and offsets stay.
    """
    draft = Draft(tokens)
    repair_words(draft, lexicon, words)
    repair_tree(draft, lexicon, words)
    repair_inversion(draft, words)
    return draft.tokens()
