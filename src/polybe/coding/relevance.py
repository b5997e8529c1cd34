"""Relevance: whether an article may tell anything that the codebook codes, asked of its bare text.

Parsing is what coding costs, and most articles of an outlet are of sport, weather or the table.
The question is answered from single words, so it is answered with care: left out is only what
shows the words of another matter and next to none of the codebook's.  How many reports are lost
by that is measured on the gold, see ``docs/explanation/relevance.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..codebook import Codebook
from ..messages import Reason
from ..model import Document, LeftOut
from .signs import Forms, Sign, SignReader, Signs, Telling, Wording

_PLAIN = 15
"""Everyday words that one plain word is worth."""
_OTHER = 3
"""Everyday words that one word of another matter weighs up."""
_FEWEST = 3
"""Words of other matters without which an article is of none."""
_SILENT = 50
"""Words in which, were it an article on conflict, the codebook would know at least one."""
_NEAR = 40
"""Words within which two plain ones tell a fact, whatever the rest of the article is of."""
_INFLECTED = 4  # letters that a word has at least which agrees with another
_ENDING = 2  # letters that agreement adds at most
_TOLD = 5  # words of other matters named in the reason


@dataclass(frozen=True, slots=True)
class Evidence:
    """The signs found in a text, each once: by their names, in the order of the text.

    ``plain`` tell of what Polybe codes, ``other`` of other matters, ``everyday`` of either;
    ``near`` tells whether two plain ones stand near each other, and then no more were looked for;
    ``length`` is the number of words.
    """

    plain: Sequence[str]
    everyday: Sequence[str]
    other: Sequence[str]
    near: bool
    length: int

    def is_of_other_matter(self) -> bool:
        """Whether the text surely tells of something else than what the codebook codes."""
        told = _PLAIN * len(self.plain) + len(self.everyday)
        if len(self.other) < _FEWEST:
            return not told and self.length >= _SILENT
        return not self.near and told <= _OTHER * len(self.other)


@dataclass(frozen=True)
class Relevance:
    """Judges articles by the words of a codebook, which are made ready when first asked.

    ``verb_forms`` gives the forms of a verb by its infinitive; any spelling of them will do.
    ``keep`` may give the signs that it is handed the making of from where they were kept.
    """

    codebook: Codebook = field(repr=False)
    verb_forms: Forms = field(repr=False)
    keep: Callable[[Callable[[], Signs]], Signs] = field(default=lambda make: make(), repr=False)

    def left_out(self, document: Document) -> LeftOut | None:
        """The document as left out, with the reason; None for one that is to be coded."""
        evidence = self.weigh(f"{document.title or ''}\n{document.text}")
        if not evidence.is_of_other_matter():
            return None
        words = ", ".join(evidence.other[:_TOLD])
        reason = Reason("relevance.other", words=words) if words else Reason("relevance.silent")
        return LeftOut(document.id, reason, document.id)

    def weigh(self, text: str) -> Evidence:
        """The signs in a text."""
        spelt = self._wording.spelt(text)
        words = self._wording.folded(spelt)
        found: dict[Telling, dict[str, int]] = {telling: {} for telling in Telling}
        plain, near = found[Telling.PLAIN], False
        for index, sign in self._found(spelt, words):
            if sign.telling is Telling.PLAIN:
                near = any(index - _NEAR <= plain[name] for name in plain if name != sign.name)
                if near:
                    break
            found[sign.telling][sign.name] = index
        everyday, other = found[Telling.EVERYDAY], found[Telling.OTHER]
        return Evidence(tuple(plain), tuple(everyday), tuple(other), near, len(words))

    def _found(self, spelt: Sequence[str], words: Sequence[str]) -> Iterator[tuple[int, Sign]]:
        """At each word the sign that tells most of those that stand there, if any does."""
        signs = self._signs
        # Phrases are many and most hold a word that the whole text has not, in whatever form.
        present = {form for word in words for form in (word, word[:-1], word[:-_ENDING])}
        for index, word in enumerate(words):
            if word in signs:
                capital = spelt[index][0].isupper()
                for sign in signs[word]:
                    if sign.capital > capital or not present.issuperset(sign.rest):
                        continue
                    if _stands(sign, index, spelt, words):
                        yield index, sign
                        break

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self.codebook.language.contractions)

    @cached_property
    def _signs(self) -> Signs:
        return self.keep(SignReader(self.codebook, self.verb_forms, self._wording).read)


def _stands(sign: Sign, index: int, spelt: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the parts of a sign stand in a text from a word on."""
    if sign.exact and spelt[index] != sign.exact:
        return False
    if not sign.rest:
        return True
    after = index + 1
    if not sign.reach:
        here = words[after : after + len(sign.rest)]
        return len(here) == len(sign.rest) and all(map(_is_form, here, sign.rest))
    within = words[after : after + sign.reach]
    return all(any(_is_form(word, part) for word in within) for part in sign.rest)


def _is_form(word: str, part: str) -> bool:
    """Whether a word is a part of a phrase, or agrees with it: « armés » for « armé »."""
    if len(part) < _INFLECTED:
        return word == part
    return word.startswith(part) and len(word) - len(part) <= _ENDING
