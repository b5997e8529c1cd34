"""The tree read as grammar: complements, subjects, voice, coordination, whatever the predicate.

Every question that the rules ask of a parse is answered here, once for all predicates.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from ..codebook.folding import fold
from ..codebook.language import Language
from ..model import Parse, Span, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus"})
CLAUSES = frozenset({"ccomp", "xcomp"})


class Grammar:
    """A parse with the language's closed classes: who governs what, in which role."""

    def __init__(self, parse: Parse, language: Language) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self.language = language
        self.words = [_bare(fold(token.text)) for token in self.tokens]
        self.lemmas = [fold(token.lemma) for token in self.tokens]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def token_at(self, offset: int) -> int:
        """Index of the token that holds a code point, or of the last one before it."""
        from bisect import bisect_right

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
        word = self.words[index]
        return self.language.contractions.get(word, word)

    def is_any(self, index: int, name: str) -> bool:
        """Whether a token's lemma or form stands in a list of the language's grammar."""
        words = self.language.grammar[name]
        return self.lemmas[index] in words or self.words[index] in words

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
        return next((c for c in self.parse.children(index) if c.dep in deps), None)

    def preposition(self, index: int) -> str | None:
        """The folded preposition of a noun phrase (« aupres de »); None when it has none."""
        case = next(
            (c for c in self.parse.children(index) if c.dep == "case" and c.index < index), None
        )
        if case is None:
            return None
        fixed = [c.index for c in self.parse.children(case.index) if c.dep == "fixed"]
        return " ".join(self.normal(i) for i in [case.index, *fixed])

    def determiner(self, index: int) -> Token | None:
        """The article or other determiner of a noun."""
        return self.child(index, "det")

    def conjuncts(self, index: int) -> list[int]:
        """A noun and those coordinated with it, in text order."""
        found = [index]
        for child in self.parse.children(index):
            if child.dep == "conj" and child.pos in NOMINAL:
                found.extend(self.conjuncts(child.index))
        return found

    def first_conjunct(self, index: int) -> int:
        """The head of the coordination that a token belongs to."""
        while self.tokens[index].dep == "conj":
            index = self.tokens[index].head
        return index

    def transparent(self, index: int) -> int:
        """What a quantity counts: « des dizaines de civils » gives « civils »; else itself."""
        seen = 0
        while seen < 3 and (
            self.tokens[index].pos == "NUM" or self.is_any(index, "transparent_nouns")
        ):
            inner = next(
                (
                    c.index
                    for c in self.parse.children(index)
                    if c.dep in ("nmod", "obl:arg", "obl:mod") and self.preposition(c.index) == "de"
                ),
                None,
            )
            if inner is None:
                break
            index, seen = inner, seen + 1
        return index

    def complements(self, index: int) -> Iterator[tuple[str, int]]:
        """Prepositional complements of a noun or verb: (preposition, head of the phrase).

        A phrase that the parser hung on a proper noun or an adjective in between is taken for the
        complement of the noun before it (« déploiement en Syrie de 200 soldats »).
        """
        for child in self.parse.children(index):
            if child.pos not in NOMINAL and child.pos != "ADJ":
                continue
            if child.dep in SUBJECTS:
                preposition = self.preposition(child.index)
                if preposition not in (None, "de", "entre"):
                    yield preposition or "", child.index
            elif child.dep.startswith(("nmod", "obl", "iobj", "dep", "appos")):
                preposition = self.preposition(child.index)
                if preposition is not None:
                    yield preposition, child.index
                if child.pos in ("PROPN", "ADJ"):
                    yield from self._hung_on(child.index)
            elif child.dep == "amod":
                yield from self._hung_on(child.index)
            elif child.dep == "conj" and child.pos in NOMINAL:
                # « de l'opposition et des civils » with the conjunct hung on the noun itself
                preposition = self.preposition(child.index)
                if preposition is not None and preposition != self.preposition(index):
                    yield preposition, child.index

    def _hung_on(self, index: int) -> Iterator[tuple[str, int]]:
        for child in self.parse.children(index):
            if child.dep.startswith(("nmod", "obl")) and child.pos in NOMINAL:
                preposition = self.preposition(child.index)
                if preposition is not None:
                    yield preposition, child.index

    # -- verbs ---------------------------------------------------------------------------------

    def is_verb(self, index: int) -> bool:
        """Whether a token is a verb that states something (no auxiliary, no copula)."""
        token = self.tokens[index]
        return token.pos in ("VERB", "AUX") and not token.dep.startswith(("aux", "cop"))

    def auxiliaries(self, index: int) -> list[Token]:
        """Auxiliaries and copula of a verb or predicate."""
        return [c for c in self.parse.children(index) if c.dep.startswith(("aux", "cop"))]

    def passive(self, index: int) -> bool:
        """Whether a verb's surface subject is what the act is done to."""
        token = self.tokens[index]
        children = list(self.parse.children(index))
        if any(c.dep == "aux:pass" for c in children):
            return True
        if not self.is_past_participle(index):
            return False
        if any(c.dep == "nsubj:pass" for c in children):
            return True
        if any(c.dep.startswith("aux") for c in children):
            return False
        if token.dep == "conj" and self.is_past_participle(token.head):
            return self.passive(token.head)
        if self.lemmas[index] in self.language.grammar["intransitive_participles"]:
            return False
        return not any(c.dep == "obj" for c in children)

    def is_past_participle(self, index: int) -> bool:
        """Whether a token is a past participle."""
        morph = self.tokens[index].morph
        if self.words[index].endswith(("ons", "ez")):
            return False  # « nous contrôlons » taken for a participle
        if self.words[index].endswith("it") and self._is_finite_twin(index):
            return False  # « dit-il », « le ministre écrit que » taken for participles
        return "VerbForm=Part" in morph and "Tense=Past" in morph

    def _is_finite_twin(self, index: int) -> bool:
        """Whether a form that is both participle and finite is finite: it has a subject, no auxiliary."""
        token = self.tokens[index]
        children = list(self.parse.children(index))
        if any(c.dep.startswith("aux") for c in children) or token.dep.startswith(("acl", "amod")):
            return False
        return any(c.dep in ("nsubj", "nsubj:pass", "expl:subj") for c in children)

    def is_present_participle(self, index: int) -> bool:
        """Whether a token is a present participle."""
        morph = self.tokens[index].morph
        return "VerbForm=Part" in morph and "Tense=Pres" in morph

    def is_infinitive(self, index: int) -> bool:
        """Whether a token is an infinitive."""
        return "VerbForm=Inf" in self.tokens[index].morph

    def is_perfect(self, index: int) -> bool:
        """Whether an infinitive tells of something done: « avoir pris »."""
        return any(
            a.dep == "aux:tense" for a in self.auxiliaries(index)
        ) and self.is_past_participle(index)

    def reflexive(self, index: int) -> bool:
        """Whether a verb is pronominal here."""
        return any(
            self.words[c.index] in ("se", "s'")
            and c.dep.startswith(("expl", "obj", "iobj", "dep", "obl"))
            for c in self.parse.children(index)
        )

    def subject(self, index: int, depth: int = 0) -> int | None:
        """The surface subject of a verb, its own or the one it shares; None when it has none."""
        if depth > 6:
            return None
        own = next(
            (
                c
                for c in self.parse.children(index)
                if c.dep in SUBJECTS and self._may_be_subject(c.index, index)
            ),
            None,
        )
        if own is not None:
            after_heading = self._after_heading(own.index, index)
            return after_heading if after_heading is not None else self.antecedent(own.index, index)
        beside = self._subject_beside(index)
        if beside is not None:
            return beside
        expletive = self.child(index, "expl:subj")
        if expletive is not None and not self.impersonal(index):
            return expletive.index
        token = self.tokens[index]
        if token.head == index:
            return None
        head = token.head
        if token.dep == "conj":
            return self.subject(head, depth + 1)
        if token.dep.startswith("acl") and self.tokens[head].pos in NOMINAL:
            partner = self._coordinated_participle(index)
            if partner is not None:
                return self.subject(partner, depth + 1)
            above = self.governing_verb(head)
            if (
                above is not None
                and self._after_comma(index)
                and self.tokens[head].dep not in SUBJECTS
            ):
                return self.subject(above, depth + 1)
            if self.is_infinitive(index):
                return self._nominal_controller(head, depth)
            return head
        if token.dep in (
            "xcomp",
            "advcl",
            "obl:mod",
            "obl:arg",
            "nmod",
            "parataxis",
            "ccomp",
            "dep",
        ):
            return self._controlled_subject(index, head, depth)
        if token.dep == "amod" and self.is_past_participle(index):
            return head
        return None

    def _after_comma(self, index: int) -> bool:
        """« …, faisant deux morts »: a present participle set off by a comma goes with the clause."""
        return index > 0 and self.is_present_participle(index) and self.words[index - 1] == ","

    def _coordinated_participle(self, index: int) -> int | None:
        """« demandant … et appelant … » where the second was hung on a noun of the first."""
        if not self.is_present_participle(index) or self.child(index, "cc") is None:
            return None
        for ancestor in self.parse.ancestors(index):
            if self.is_present_participle(ancestor.index):
                return ancestor.index
            if self.is_verb(ancestor.index):
                return None
        return None

    def _after_heading(self, index: int, verb: int) -> int | None:
        """« Réactions Les Etats-Unis condamnent … »: the subject after a heading run into the text."""
        for child in self.parse.children(index):
            if child.dep not in ("nmod", "appos") or not index < child.index < verb:
                continue
            determiner = self.determiner(child.index)
            if determiner is not None and determiner.text[0].isupper() and determiner.index > index:
                return child.index if self.preposition(child.index) is None else None
        return None

    def _may_be_subject(self, index: int, verb: int) -> bool:
        """Whether what the parser calls a subject can be one.

        No preposition stands before it, and no colon between it and its verb, as after the keyword
        of a headline (« Syrie : une ONG dénonce … »).
        """
        if self.preposition(index) not in (None, "de", "entre"):
            return False
        return index > verb or ":" not in self.words[index:verb]

    def _subject_beside(self, index: int) -> int | None:
        """The noun phrase right before a finite verb whose subject the parser took for another.

        Asked only where a wrong subject, one with a preposition, was given, or a main verb has none.
        """
        wrong = any(c.dep in SUBJECTS for c in self.parse.children(index))
        if not wrong and not self._lacks_subject(index):
            return None
        first = min([index, *(a.index for a in self.auxiliaries(index))])
        number = self.plural(first)
        for position in range(
            first - 1, max(first - 9, self.parse.sentence_of(index).first - 1), -1
        ):
            token = self.tokens[position]
            if token.pos == "PUNCT" and position < first - 1:
                return None
            if not wrong and position < first - 3:
                return None
            if token.pos in ("NOUN", "PROPN") and self.plural(position) in (None, number):
                if token.dep.startswith("flat"):
                    continue
                if token.dep in ("appos", "conj", "dep") or self.preposition(position) is None:
                    return position
        return None

    def _lacks_subject(self, index: int) -> bool:
        """Whether a finite main verb was left without a subject, pronouns counted."""
        token = self.tokens[index]
        if token.dep not in ("ROOT", "parataxis", "ccomp"):
            return False
        finite = self.has(index, "VerbForm=Fin") or any(
            "VerbForm=Fin" in a.morph for a in self.auxiliaries(index)
        )
        return finite and self.child(index, "expl:subj") is None

    def impersonal(self, index: int) -> bool:
        """Whether « il » before a verb stands for nobody: « il faut », « il s'agit »."""
        if self.lemmas[index] in self.language.grammar["impersonal_verbs"]:
            return True
        children = list(self.parse.children(index))
        if any(self.words[c.index] == "y" for c in children) and self.lemmas[index] == "avoir":
            return True
        if self.tokens[index].pos == "ADJ" and any(c.dep in CLAUSES for c in children):
            return True
        return any(
            c.dep in ("xcomp",)
            and self.lemmas[c.index] in self.language.grammar["impersonal_verbs"]
            for c in self.parse.children(index)
        )

    def _controlled_subject(self, index: int, head: int, depth: int) -> int | None:
        """The subject that a verb form without its own takes from the verb above it."""
        if not self.is_infinitive(index) and "VerbForm=Part" not in self.tokens[index].morph:
            return None
        if self.tokens[head].pos in NOMINAL:
            return head if self.tokens[index].dep in ("nmod", "dep") else None
        if self.lemmas[head] in self.language.grammar["object_control"]:
            target = self.child(head, "obj", "iobj") or next(
                (self.tokens[i] for p, i in self.complements(head) if p == "a"), None
            )
            if target is not None and target.index != index:
                return self.antecedent(target.index, head)
            if self.passive(head):
                return self.subject(head, depth + 1)
            return None
        return self.subject(head, depth + 1)

    def _nominal_controller(self, noun: int, depth: int) -> int | None:
        """The one who would do what an infinitive under a noun says: « sa volonté de partir »."""
        governor = self.parse.head(noun)
        if governor is not None and self.is_verb(governor.index):
            return self.subject(governor.index, depth + 1)
        return None

    def antecedent(self, index: int, verb: int) -> int:
        """What a relative pronoun stands for; any other word stands for itself."""
        if "PronType=Rel" not in self.tokens[index].morph and self.words[index] not in (
            "qui",
            "lequel",
            "laquelle",
            "lesquels",
            "lesquelles",
        ):
            return index
        clause: int | None = verb
        while clause is not None and not self.tokens[clause].dep.startswith("acl"):
            if self.tokens[clause].head == clause:
                return index
            clause = self.tokens[clause].head
        return index if clause is None else self.tokens[clause].head

    def objects(self, index: int) -> list[int]:
        """Direct objects of a verb, relative « que » resolved."""
        found = [
            self.antecedent_of_object(c.index, index)
            for c in self.parse.children(index)
            if self.words[c.index] not in ("se", "s'")
            and (c.dep == "obj" or (c.dep == "obl:agent" and self.preposition(c.index) is None))
        ]
        return found or self._partitive_objects(index)

    def _partitive_objects(self, index: int) -> list[int]:
        """« ciblent des civils » where the parser took the article « des » for a preposition."""
        if self.lemmas[index] in self.language.grammar["de_verbs"] or self.reflexive(index):
            return []
        for child in self.parse.children(index):
            if child.dep == "obl:arg" and index < child.index <= index + 5 and child.pos == "NOUN":
                case = self.child(child.index, "case")
                plural = case is not None and self.words[case.index] == "des"
                return [child.index] if plural and not self.passive(index) else []
        return []

    def antecedent_of_object(self, index: int, verb: int) -> int:
        """What a relative « que » stands for; any other word stands for itself."""
        if self.words[index] in ("que", "qu'") and self.tokens[verb].dep.startswith("acl"):
            return self.tokens[verb].head
        return index

    def clause_of(self, index: int) -> int | None:
        """The clause that a verb takes as its complement; None when it takes none."""
        for child in self.parse.children(index):
            if child.dep in CLAUSES and child.index > index and self._is_clause(child.index):
                return child.index
        for child in self.parse.children(index):
            if child.dep.startswith("obl") and self.preposition(child.index) == "a":
                hung = self._clause_hung_on(child.index)
                if hung is not None:
                    return hung
        for child in self.parse.children(index):
            if child.dep in ("advcl", "obl:arg", "obl:mod") and self.is_infinitive(child.index):
                mark = next(
                    (c for c in self.parse.children(child.index) if c.dep in ("mark", "case")), None
                )
                if mark is not None and self.normal(mark.index) in ("de", "a"):
                    return child.index
        return None

    def _is_clause(self, index: int) -> bool:
        """Whether a complement is a clause: a bare noun that the parser took for one is none."""
        if self.tokens[index].pos not in ("NOUN", "PROPN"):
            return True
        return any(
            c.dep.startswith(("mark", "cop", "aux", "nsubj")) for c in self.parse.children(index)
        )

    def _clause_hung_on(self, addressee: int) -> int | None:
        """« a dit à la presse qu'il partait »: the clause that the parser hung on the addressee."""
        for child in self.parse.children(addressee):
            if child.dep == "acl:relcl":
                marked = any(
                    c.dep == "mark" and self.words[c.index] in ("que", "qu'")
                    for c in self.parse.children(child.index)
                )
                if marked and self.child(child.index, *SUBJECTS) is not None:
                    return child.index
        return None

    def governing_verb(self, index: int) -> int | None:
        """The nearest verb (or predicate with a copula) above a token."""
        for ancestor in self.parse.ancestors(index):
            if self.is_verb(ancestor.index) or self.auxiliaries(ancestor.index):
                return ancestor.index
        return None

    def subtree_span(self, index: int) -> tuple[int, int]:
        """First and last (exclusive) token of all that a token governs, signs at the ends left out.

        Only the unbroken run around the head counts, so that one wrong arc does not stretch it.
        """
        indices = self.parse.subtree(index)
        position = indices.index(index)
        first = last = position
        while first > 0 and indices[first - 1] == indices[first] - 1:
            first -= 1
        while last + 1 < len(indices) and indices[last + 1] == indices[last] + 1:
            last += 1
        start, end = indices[first], indices[last] + 1
        for position in range(index + 1, end):
            if self._after_comma(position) and self.tokens[index].pos in NOMINAL:
                end = position - 1
                break
            partner = self._coordinated_participle(position)
            if partner is not None and partner < start:
                end = next(c.index for c in self.parse.children(position) if c.dep == "cc")
                break
        while start < index and self.tokens[start].pos == "PUNCT" and self.words[start] in ",;:.":
            start += 1
        while end > index + 1 and self.words[end - 1] in {",", ";", ":", ".", "…", "!", "?"}:
            end -= 1
        return start, end


def _bare(word: str) -> str:
    """A clitic without what joins it to its verb: « -t-il » is « il »."""
    if len(word) > 1 and word[0] == "-":
        return word.removeprefix("-t-").removeprefix("-")
    return word
