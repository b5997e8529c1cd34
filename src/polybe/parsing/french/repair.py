"""What a model regularly gets wrong in news French, mended on the tokens of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from polybe.model import Token

from ..draft import Draft
from ..lexicon import Lexicon
from ..words import ParsingWords
from .complements import repair_complements
from .inversion import repair_inversion
from .roots import repair_roots
from .subjects import repair_subjects
from .tenses import repair_tenses
from .wording import repair_words


def repair_sentence(tokens: Sequence[Token], lexicon: Lexicon, words: ParsingWords) -> list[Token]:
    """The tokens of one sentence with parts of speech, lemmas and tree mended.

    Their number, order and offsets stay.
    """
    draft = Draft(tokens)
    repair_words(draft, lexicon, words)
    repair_tenses(draft)
    # A clause of saying goes first: its subject stands after it, and no other is to be looked for.
    repair_inversion(draft, words)
    repair_roots(draft, lexicon)
    repair_subjects(draft, words)
    repair_complements(draft, words)
    return draft.tokens()
