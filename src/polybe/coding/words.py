"""Words and noun phrases: forms, features, and what hangs directly on a word.

The lowest layer of the grammar.  It knows of verbs only that they too have complements.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from ..codebook.folding import fold
from ..codebook.language import Language
from ..model import Parse, Span, Token
from .remembering import remembered

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})
"""Parts of speech that head a noun phrase."""

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus"})
"""Relations of a subject to its verb."""

_COMPLEMENTS = ("nmod", "obl", "iobj", "dep", "appos")
_DEEPEST_COUNT = 3  # « des dizaines de milliers de … »: quantities in a row that are seen through


class Words:
    """The tokens of a parse with their folded forms and the language's closed classes.

    ``words`` and ``lemmas`` are the folded forms and lemmas, in the order of ``tokens``; a clitic
    is without what joins it to its verb.  ``normals`` are the words with contractions undone:
    « aux » is « a ».  Tokens are named by their index everywhere.
    """

    def __init__(self, parse: Parse, language: Language) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self.language = language
        joints = sorted(language.grammar["clitic_joints"], key=len, reverse=True)
        self.words = [without_joint(fold(token.text), joints) for token in self.tokens]
        self.lemmas = [fold(token.lemma) for token in self.tokens]
        self.normals = [language.contractions.get(word, word) for word in self.words]

    # -- positions -----------------------------------------------------------------------------

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def token_at(self, offset: int) -> int:
        """Index of the token that holds a code point, or of the last one before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def token_range(self, span: Span) -> tuple[int, int]:
        """First and last (exclusive) token of a span of text."""
        first = self.token_at(span.start)
        last = self.token_at(max(span.end - 1, span.start)) + 1
        return first, last

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from token `first` to token `last`, exclusive."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    # -- words ---------------------------------------------------------------------------------

    def normal(self, index: int) -> str:
        """A word's folded form with contractions undone: « aux » is « a »."""
        return self.normals[index]

    def phrase(self, index: int) -> str:
        """A preposition or conjunction with the words fixed to it, folded: « aupres de »."""
        fixed = [c.index for c in self.parse.children(index) if c.dep == "fixed"]
        if not fixed:
            return self.normal(index)
        return " ".join(self.normals[i] for i in [index, *fixed])

    def is_any(self, index: int, name: str) -> bool:
        """Whether a token's lemma or form stands in a list of the language's grammar."""
        words = self.language.grammar[name]
        return self.lemmas[index] in words or self.words[index] in words

    def is_form(self, index: int, name: str) -> bool:
        """Whether a token's form, whatever its lemma, stands in a list of the grammar."""
        return self.words[index] in self.language.grammar[name]

    def relation(self, index: int) -> str:
        """What grammar calls a preposition or particle: « d' » is `of`; its word when nothing."""
        phrase = self.phrase(index)
        return self.language.relations.get(phrase, phrase)

    def has(self, index: int, feature: str) -> bool:
        """Whether a token bears a morphological feature."""
        return feature in self.tokens[index].morph

    def plural(self, index: int) -> bool | None:
        """True for a plural, False for a singular, None when the parse does not say."""
        morph = self.tokens[index].morph
        if "Number=Plur" in morph:
            return True
        return False if "Number=Sing" in morph else None

    def gender(self, index: int) -> str | None:
        """`Masc`, `Fem`, or None when the parse does not say."""
        morph = self.tokens[index].morph
        if "Gender=Fem" in morph:
            return "Fem"
        return "Masc" if "Gender=Masc" in morph else None

    # -- noun phrases --------------------------------------------------------------------------

    def child(self, index: int, *deps: str) -> Token | None:
        """The first dependent in one of these relations; None when there is none."""
        for child in self.parse.children(index):
            if child.dep in deps:
                return child
        return None

    @remembered
    def preposition(self, index: int) -> str | None:
        """The relation of a noun phrase: `of`, `to`, or its own preposition, folded (« aupres
        de »); None when it has none.
        """
        for child in self.parse.children(index):
            if child.dep == "case" and (child.index < index or self._follows(child.index)):
                return self.relation(child.index)
        return None

    def _follows(self, index: int) -> bool:
        """Whether a word of case stands after its noun: « the army's », « rebel-held »."""
        return self.is_form(index, "postpositions")

    def determiner(self, index: int) -> Token | None:
        """The article or other determiner of a noun; None when it has none of its own."""
        return self.child(index, "det")

    def is_definite(self, index: int) -> bool:
        """Whether a noun is told as known: « l'attaque », « cette attaque », « des combats »."""
        if self.tokens[index].pos != "NOUN":
            return False
        determiner = self.determiner(index)
        if determiner is not None:
            pointing = self.is_any(determiner.index, "pointing_determiners")
            return pointing or "Definite=Def" in determiner.morph
        case = self.child(index, "case")
        return case is not None and self.is_form(case.index, "contracted_articles")

    def conjuncts(self, index: int) -> list[int]:
        """A noun and those coordinated with it, in text order."""
        found = [index]
        for child in self.parse.children(index):
            if child.dep == "conj" and child.pos in NOMINAL:
                found.extend(self.conjuncts(child.index))
        return found

    def first_conjunct(self, index: int) -> int:
        """The head of the coordination that a token belongs to; itself when it is in none."""
        while self.tokens[index].dep == "conj":
            index = self.tokens[index].head
        return index

    def transparent(self, index: int) -> int:
        """What a quantity counts: « des dizaines de civils » gives « civils »; else itself."""
        for _ in range(_DEEPEST_COUNT):
            if self.tokens[index].pos != "NUM" and not self.is_any(index, "transparent_nouns"):
                break
            counted = self._counted(index)
            if counted is None:
                break
            index = counted
        return index

    def _counted(self, index: int) -> int | None:
        for child in self.parse.children(index):
            if child.dep in ("nmod", "obl:arg", "obl:mod"):
                if self.preposition(child.index) in self.language.grammar["whole_prepositions"]:
                    return child.index
        return None

    def antecedent(self, index: int, verb: int) -> int:
        """What a relative pronoun under a verb stands for; any other word stands for itself."""
        relative = self.has(index, "PronType=Rel") or self.is_form(index, "relative_pronouns")
        if not relative:
            return index
        clause = self.tokens[verb]
        while not clause.dep.startswith("acl"):
            if clause.head == clause.index:
                return index
            clause = self.tokens[clause.head]
        if self.tokens[clause.head].pos in ("VERB", "AUX"):
            # a relative clause hung on the verb before its noun
            return self._past_land(self.antecedent_before(index))
        return self._past_land(clause.head)

    def _past_land(self, index: int) -> int:
        """« la crise en Syrie qui menace … »: of a land with « en » no relative clause tells."""
        case = self.child(index, "case")
        if case is None or self.relation(case.index) != "in" or self.tokens[index].pos != "PROPN":
            return index
        before = case.index - 1
        return before if before >= 0 and self.tokens[before].pos in NOMINAL else index

    def antecedent_before(self, index: int) -> int:
        """The head of the noun phrase right before a relative pronoun; itself when none."""
        position = index - 1
        while position >= 0 and self.tokens[position].pos == "PUNCT":
            position -= 1
        if position < 0 or self.tokens[position].pos not in NOMINAL:
            return index
        token = self.tokens[position]
        return token.head if token.dep.startswith("flat") else position

    # -- complements ---------------------------------------------------------------------------

    def complements(self, index: int) -> Iterator[tuple[str, int]]:
        """Prepositional complements of a noun or verb: (preposition, head of the phrase).

        A phrase that the parser hung on a proper noun or an adjective in between is taken for the
        complement of the noun before it (« déploiement en Syrie de 200 soldats »).
        """
        for child in self.parse.children(index):
            if child.pos not in NOMINAL and child.pos != "ADJ":
                continue
            if child.dep == "amod":
                yield from self._hung_on(child.index)
                continue
            preposition = self._link(child, index)
            if preposition is not None:
                yield preposition, child.index
            if child.pos in ("PROPN", "ADJ") and child.dep.startswith(_COMPLEMENTS):
                yield from self._hung_on(child.index)

    def _link(self, child: Token, index: int) -> str | None:
        """The preposition that makes a dependent a complement; None when it is none.

        A name before a noun is its complement: « Hamas fighters », « Idlib province ».
        """
        if child.dep == "compound":
            return "of" if child.pos == "PROPN" else None
        if child.dep.startswith(_COMPLEMENTS):
            return self.preposition(child.index)
        if child.dep in SUBJECTS:
            preposition = self.preposition(child.index)
            return None if preposition in ("of", "between") else preposition
        if child.dep == "conj" and child.pos in NOMINAL:
            # « de l'opposition et des civils » with the conjunct hung on the noun itself
            preposition = self.preposition(child.index)
            return None if preposition == self.preposition(index) else preposition
        return None

    def _hung_on(self, index: int) -> Iterator[tuple[str, int]]:
        for child in self.parse.children(index):
            if child.dep.startswith(("nmod", "obl")) and child.pos in NOMINAL:
                preposition = self.preposition(child.index)
                if preposition is not None:
                    yield preposition, child.index


def without_joint(word: str, joints: Iterable[str]) -> str:
    """A clitic without what joins it to its verb: « -t-il » is « il »."""
    for joint in joints:
        if word.startswith(joint) and word != joint:
            return word.removeprefix(joint)
    return word
