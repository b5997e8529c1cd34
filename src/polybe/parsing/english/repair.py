"""What a small model of English regularly gets wrong in the news, mended on a sentence's tokens."""

from __future__ import annotations

from collections.abc import Sequence

from polybe.model import Token

from ..draft import Draft
from ..lexicon import Lexicon
from ..words import ParsingWords
from .universal import make_universal
from .verbs import repair_lemmas, repair_verbs


def repair_sentence(tokens: Sequence[Token], lexicon: Lexicon, words: ParsingWords) -> list[Token]:
    """The tokens of one sentence in Universal Dependencies, its verbs mended.

    Their number, order and offsets stay.
    """
    draft = Draft(tokens)
    make_universal(draft, lexicon)
    repair_verbs(draft)
    repair_lemmas(draft, lexicon, words)
    return draft.tokens()
