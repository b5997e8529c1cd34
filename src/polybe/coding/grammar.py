"""The tree read as grammar: subjects, objects and clauses of verbs, whatever the predicate.

Every question that the rules ask of a parse is answered here, once for all predicates.  What a word
or a noun phrase tells stands in ``words``, what the form of a verb tells in ``verb_forms``.
"""

from __future__ import annotations

from ..model import Token
from .remembering import remembered
from .subjects import find_subject
from .verb_forms import CLAUSES, VerbForms
from .words import NOMINAL, SUBJECTS

_PARTITIVE_REACH = 5  # tokens after a verb within which « des » may open its object
_LEADING_SIGNS = frozenset(",;:.")
_TRAILING_SIGNS = frozenset(",;:.…!?")


class Grammar(VerbForms):
    """A parse with the language's closed classes: who governs what, in which role."""

    # -- subjects and objects ------------------------------------------------------------------

    @remembered
    def subject(self, index: int) -> int | None:
        """The surface subject of a verb, its own or the one it shares; None when it has none."""
        return find_subject(self, index)

    def objects(self, index: int) -> list[int]:
        """Direct objects of a verb in text order, relative « que » resolved."""
        found = [
            self._antecedent_of_object(child.index, index)
            for child in self.parse.children(index)
            if self._is_object(child)
        ]
        return found or self._relative_object(index) or self._partitive_objects(index)

    def _relative_object(self, index: int) -> list[int]:
        """« la ville, que X tenait »: the object of a clause whose « que » is a mere mark."""
        token = self.tokens[index]
        if self.child(index, *SUBJECTS) is None:
            return []
        mark = next((c.index for c in self.parse.children(index) if c.dep == "mark"), None)
        if mark is None:
            return self._contact_object(token)
        if not self.is_any(mark, "that_words"):
            return []
        if token.dep == "acl:relcl":
            return [token.head]
        # « …, que tiennent les rebelles » taken for a complement clause
        inverted = token.dep == "ccomp" and self.words[mark - 1] == ","
        return [self.antecedent_before(mark)] if inverted else []

    def _contact_object(self, verb: Token) -> list[int]:
        """« the town rebels captured »: the noun of a clause that nothing joins to it."""
        joined = verb.dep != "acl:relcl"
        if joined or any(self.is_form(i, "relative_words") for i in self.parse.subtree(verb.index)):
            return []
        return [verb.head]

    def _is_object(self, child: Token) -> bool:
        if self.is_form(child.index, "reflexive_pronouns"):
            return False
        if child.dep == "obl:agent":
            return self.preposition(child.index) is None
        return child.dep == "obj"

    def _antecedent_of_object(self, index: int, verb: int) -> int:
        """What a relative « que » stands for; any other word stands for itself."""
        if self.is_any(index, "that_words") and self.tokens[verb].dep.startswith("acl"):
            return self.tokens[verb].head
        return index

    def _partitive_objects(self, index: int) -> list[int]:
        """« ciblent des civils » where the parser took the article « des » for a preposition."""
        if self.lemmas[index] in self.language.grammar["de_verbs"] or self.reflexive(index):
            return []
        for child in self._after_time(index):
            near = index < child.index <= index + _PARTITIVE_REACH
            if child.dep in ("obl:arg", "nmod") and near and child.pos == "NOUN":
                case = self.child(child.index, "case")
                plural = case is not None and self.is_form(case.index, "partitive_articles")
                return [child.index] if plural and not self.passive(index) else []
        return []

    def _after_time(self, index: int) -> list[Token]:
        """What hangs on a verb, and what hangs on a time after it (« annonce lundi des »)."""
        found: list[Token] = []
        for child in self.parse.children(index):
            if child.index <= index + 2 and self.is_any(child.index, "time_nouns"):
                found.extend(c for c in self.parse.children(child.index) if c.dep == "nmod")
            elif child.dep != "nmod":
                found.append(child)
        return found

    # -- clauses -------------------------------------------------------------------------------

    def clause_of(self, index: int) -> int | None:
        """The head of the clause that a verb takes as its complement; None when it takes none."""
        for find in (self._complement, self._clause_of_addressee, self._infinitive_adjunct):
            clause = find(index)
            if clause is not None:
                return clause
        return None

    def _complement(self, index: int) -> int | None:
        for child in self.parse.children(index):
            if child.dep in CLAUSES and child.index > index and self._is_clause(child):
                return child.index
        return None

    def clause_before(self, index: int) -> int | None:
        """« Rebels took the town, activists said »: a whole clause before the verb of saying.

        None when none stands there, or the subject does not stand between the two.
        """
        subject = self.child(index, *SUBJECTS)
        for child in self.parse.children(index):
            whole = child.dep == "ccomp" and self.child(child.index, *SUBJECTS) is not None
            if whole and subject is not None and child.index < subject.index < index:
                return child.index
        return None

    def _is_clause(self, token: Token) -> bool:
        """Whether a complement is a clause: a bare noun that the parser took for one is none."""
        if token.pos not in ("NOUN", "PROPN") or self.is_infinitive(token.index):
            return True
        return any(
            c.dep.startswith(("mark", "cop", "aux", "nsubj"))
            for c in self.parse.children(token.index)
        )

    def _clause_of_addressee(self, index: int) -> int | None:
        """« a dit à la presse qu'il partait »: the clause that the parser hung on an adjunct."""
        for child in self.parse.children(index):
            if child.dep.startswith("obl") and child.index > index:
                for inner in self.parse.children(child.index):
                    if inner.dep.startswith("acl") and self._is_complete_clause(inner.index):
                        return inner.index
        return None

    def _is_complete_clause(self, index: int) -> bool:
        """Whether « que » only opens a clause that has a subject of its own."""
        marked = any(
            c.dep == "mark" and self.is_any(c.index, "that_words")
            for c in self.parse.children(index)
        )
        return marked and self.child(index, *SUBJECTS) is not None

    def _infinitive_adjunct(self, index: int) -> int | None:
        """« s'engage à partir », « refuse de partir », where the parser saw an adjunct."""
        for child in self.parse.children(index):
            if child.dep in ("advcl", "obl:arg", "obl:mod") and self.is_infinitive(child.index):
                mark = self.child(child.index, "mark", "case")
                if mark is not None and self.is_form(mark.index, "infinitive_marks"):
                    return child.index
        return None

    # -- stretches -----------------------------------------------------------------------------

    def subtree_span(self, index: int) -> tuple[int, int]:
        """First and last (exclusive) token of all that a token governs, signs at the ends left out.

        Only the unbroken run around the head counts, so that one wrong arc does not stretch it.
        """
        start, end = self._unbroken(index)
        end = self._before_participle(index, start, end)
        while start < index and self._is_leading_sign(start):
            start += 1
        while end > index + 1 and self.words[end - 1] in _TRAILING_SIGNS:
            end -= 1
        return start, end

    def _is_leading_sign(self, index: int) -> bool:
        return self.tokens[index].pos == "PUNCT" and self.words[index] in _LEADING_SIGNS

    def _unbroken(self, index: int) -> tuple[int, int]:
        """First and last (exclusive) token of the run around a token that it governs entirely."""
        governed = set(self.parse.subtree(index))
        start, end = index, index + 1
        while start - 1 in governed:
            start -= 1
        while end in governed:
            end += 1
        return start, end

    def _before_participle(self, index: int, start: int, end: int) -> int:
        """The end of a stretch, cut before a participle that goes with the clause above it."""
        nominal = self.tokens[index].pos in NOMINAL
        for position in range(index + 1, end):
            if nominal and self.is_set_off(position):
                return position - 1
            partner = self.coordinated_participle(position)
            if partner is not None and partner < start:
                return next(c.index for c in self.parse.children(position) if c.dep == "cc")
        return end


__all__ = ["CLAUSES", "NOMINAL", "SUBJECTS", "Grammar"]
