"""Role phrases of the codebook in a text: « autorités », « homme armé », « chef d'état-major »."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..codebook.language import Language, Phrase, RoleEntry
from .grammar import Grammar

_PASSED_OVER = ("ADJ", "DET", "ADV")
_MOST_PASSED_OVER = 2  # words between those of a phrase
_NO_NOUN_DEPS = ("amod", "acl", "advcl", "xcomp", "aux:pass", "cop")


class RolePhrases:
    """Finds the role phrases of one document by their words."""

    def __init__(self, grammar: Grammar, language: Language) -> None:
        self._grammar = grammar
        self._roles = language.roles
        self._idioms = frozenset(_tokens_of_phrases(grammar, language.idioms))

    def at(self, index: int) -> tuple[int, RoleEntry] | None:
        """The longest role phrase that starts at a noun: number of tokens, and the role.

        None too inside an idiom, where the noun is nobody: « dans le cadre de ».
        """
        if index in self._idioms:
            return None
        # « forces » is a role only as written: what the lemma opens is tried first
        for form in dict.fromkeys((self._grammar.lemmas[index], self._grammar.words[index])):
            for phrase in self._roles.get(form, ()):
                length = self._length(index, phrase)
                if length:
                    return length, phrase.role
        return None

    def is_label(self, index: int) -> bool:
        """« conférence de presse », « chef de gouvernement »: a bare noun that tells a kind."""
        grammar = self._grammar
        if grammar.plural(index) or grammar.determiner(index) is not None:
            return False
        if grammar.is_form(index, "nobody_words"):
            return True  # « personne n'est venu »
        after_de = (
            index > 0
            and grammar.relation(index - 1) == "of"
            and grammar.tokens[index - 1].head >= index  # not « Kenya 's »
            and not grammar.is_form(index - 1, "contracted_articles")
        )
        return after_de and grammar.child(index, "amod") is None

    def _length(self, index: int, phrase: Phrase) -> int:
        """How many tokens a phrase takes at a noun; 0 when it does not stand there."""
        token = self._grammar.tokens[index]
        if phrase.capital and not token.text[0].isupper():
            return 0
        if phrase.role.gender and self._grammar.gender(index) not in (None, phrase.role.gender):
            return 0
        if len(phrase.words) > 1:
            return self._length_of_words(index, phrase.words)
        quality = token.pos in ("ADJ", "VERB") or token.dep == "amod"
        return 0 if quality and not self._noun_like(index) else 1

    def _noun_like(self, index: int) -> bool:
        """Whether a word of quality is a noun: « les blessés », « trois disparus »."""
        if self._grammar.tokens[index].dep in _NO_NOUN_DEPS:
            return False
        return self._grammar.child(index, "det", "nummod") is not None

    def _length_of_words(self, index: int, words: tuple[str, ...]) -> int:
        """How many tokens words take from a noun on; adjectives between are passed over."""
        position, wanted, skipped = index, 0, 0
        while position < len(self._grammar.tokens) and wanted < len(words):
            if self._is_word(position, words[wanted]):
                wanted += 1
            elif wanted and self._grammar.tokens[position].text == "-":
                pass  # « vice-president », cut at its hyphen
            elif wanted and skipped < _MOST_PASSED_OVER and self._may_be_passed_over(position):
                skipped += 1
            else:
                return 0
            position += 1
        return position - index if wanted == len(words) else 0

    def _is_word(self, position: int, word: str) -> bool:
        grammar = self._grammar
        written = grammar.words[position]
        forms = (
            grammar.lemmas[position],
            written,
            grammar.normal(position),
            written.rstrip("s"),
        )
        return word in forms or word.rstrip("'") in forms

    def _may_be_passed_over(self, position: int) -> bool:
        if self._grammar.is_form(position, "negating_prefixes"):
            return False
        return self._grammar.tokens[position].pos in _PASSED_OVER


def _tokens_of_phrases(
    grammar: Grammar, phrases: Mapping[str, tuple[tuple[str, ...], ...]]
) -> Iterator[int]:
    """The tokens of some phrases, known by their first words, wherever they stand as written."""
    for index, word in enumerate(grammar.words):
        for phrase in phrases.get(word, ()):
            if tuple(grammar.words[index : index + len(phrase)]) == phrase:
                yield from range(index, index + len(phrase))
