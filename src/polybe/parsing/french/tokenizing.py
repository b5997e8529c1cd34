"""How a text is cut into words, as the treebank of the model does and the stock rules do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..words import ParsingWords

if TYPE_CHECKING:
    from spacy.language import Language

_HYPHEN = "(?:-|–|—"
"""How spaCy's rule begins that cuts words at hyphens."""


def teach_tokenizer(nlp: Language, words: ParsingWords) -> None:
    """Cut words as the model's treebank does and the stock rules do not.

    « attentat-suicide » and « israélo-palestinien » stay whole; guillemets are cut off inside
    words too (« d'«état » »); a title keeps its full stop (« Gal. »).
    """
    from spacy.util import compile_infix_regex

    infixes = [pattern for pattern in nlp.Defaults.infixes or [] if _HYPHEN not in str(pattern)]
    rules = [*infixes, r"(?<=\w)(?:–|—|--|~)(?=\w)", r"(?<=\w['’])(?=[«\w])", "[«»]"]
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(rules).finditer
    for title in words.titles:
        stopped = f"{title.capitalize()}."
        tokenizer.add_special_case(stopped, [{"ORTH": stopped}])
