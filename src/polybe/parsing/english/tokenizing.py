"""How a text is cut into words where the stock rules cut at every hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..words import ParsingWords

if TYPE_CHECKING:
    from spacy.language import Language

_ENDINGS = {"VERB": ("s", "ed", "ing"), "NOUN": ("s",)}


def teach_tokenizer(nlp: Language, words: ParsingWords) -> None:
    """Keep whole the words that the codebook knows by their hyphen: « sit-in », « re-arrest ».

    The model has not seen them whole; it reads each as the plain word that the pack gives for it.
    """
    tokenizer: Any = nlp.tokenizer
    for part, compounds in words.compounds.items():
        for form, like in _forms(part, compounds):
            for written in dict.fromkeys((form, form.capitalize(), form.title())):
                tokenizer.add_special_case(written, [{"ORTH": written, "NORM": like}])


def compounds_of(form: str, words: ParsingWords) -> dict[str, str]:
    """The parts of speech that a form of such a word may have, each with the lemma."""
    return {
        part: word
        for part, compounds in words.compounds.items()
        for word, like in compounds.items()
        if form.startswith(word[:-1]) and any(form == own for own, _ in _of(part, word, like))
    }


def _forms(part: str, compounds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for word, like in compounds.items():
        yield from _of(part, word, like)


def _of(part: str, word: str, like: str) -> Iterator[tuple[str, str]]:
    """A word and its regular forms, each with that of the plain word it is read as."""
    yield word, like
    for ending in _ENDINGS.get(part, ()):
        yield _inflected(word, ending), _inflected(like, ending)


def _inflected(word: str, ending: str) -> str:
    """« ill-treated », « gang-raping », « booby-trapped », « re-entries »."""
    if ending[0] in "ei" and word.endswith("e"):
        return word[:-1] + ending
    if ending[0] in "ei" and re.search("[^aeiou][aiou][gnpst]$", word):
        return word + word[-1] + ending
    if ending == "s" and word.endswith(("s", "sh", "ch", "x")):
        return f"{word}es"
    if ending in ("s", "ed") and re.search("[^aeiou]y$", word):
        return word[:-1] + ("ies" if ending == "s" else "ied")
    return word + ending
