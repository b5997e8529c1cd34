"""From the labels of spaCy's English models (ClearNLP's) to those of Universal Dependencies.

The grammar in ``coding`` reads one kind of tree: a preposition hangs on its noun, a copula on
what it says, a name on its first word.  Labels: https://universaldependencies.org/en/dep/ and
https://github.com/clir/clearnlp-guidelines.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from polybe.model import Token

from ..draft import NOMINAL, Draft

_LABELS = {
    "acomp": "xcomp",
    "agent": "obl:mod",
    "attr": "xcomp",
    "aux": "aux:tense",
    "auxpass": "aux:pass",
    "csubjpass": "csubj",
    "dative": "iobj",
    "dobj": "obj",
    "expl": "expl:subj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "npadvmod": "obl:mod",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "pcomp": "advcl",
    "pobj": "obl:mod",
    "preconj": "cc",
    "predet": "det",
    "prep": "advmod",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
"""Labels that only change their name, once the tree is turned."""

_BESIDE = frozenset(("amod", "compound", "nmod"))
"""Labels of words that stand beside a noun and say of what kind it is."""

_PREPOSITIONS = frozenset(("prep", "agent", "dative"))
_ARGUMENTS = frozenset(("to", "of"))
_CLAUSES_OF_VERBS = frozenset(
    ("about", "against", "at", "for", "from", "in", "into", "of", "on", "to", "toward", "towards")
)
"""Prepositions whose gerund completes a verb; other gerunds tell when, how or why."""

_ENTITIES = {
    "PERSON": "PER",
    "ORG": "ORG",
    "GPE": "LOC",
    "LOC": "LOC",
    "FAC": "LOC",
    "NORP": "MISC",
}
"""Named entities by the labels that French models give; the rest are none."""


def make_universal(draft: Draft, lexicon: Container[str]) -> None:
    """Turn the tree and name its labels, in place; ``lexicon`` holds the common words."""
    _name_entities(draft)
    # From the last word back: the inner of two prepositions comes before the outer one.
    for token in reversed(list(draft)):
        if draft[token.index].dep in _PREPOSITIONS:
            _turn_preposition(draft, draft[token.index])
    for token in draft:
        if token.lemma == "be" and token.pos in ("AUX", "VERB"):
            _turn_copula(draft, draft[token.index])
    _rename(draft)
    for token in draft:
        if token.pos == "VERB" and token.dep == "amod":
            _turn_compound(draft, draft[token.index])
    for token in draft:
        if token.dep in ("nmod", "conj") and token.pos in ("ADJ", "PROPN", "NOUN"):
            _turn_modifier(draft, draft[token.index])
    for first, last in _persons(draft):
        _turn_name(draft, _with_first_name(draft, first, lexicon), last)


def _name_entities(draft: Draft) -> None:
    for token in draft:
        entity = _ENTITIES.get(token.entity, "")
        if entity != token.entity:
            draft.change(
                token.index, entity=entity, entity_start=token.entity_start and entity != ""
            )


# -- prepositions ----------------------------------------------------------------------------------


def _turn_preposition(draft: Draft, preposition: Token) -> None:
    """« in → Aleppo » as « Aleppo → in »; « of → bombing » as a clause with a mark."""
    noun = draft.child(preposition.index, "pobj")
    clause = draft.child(preposition.index, "pcomp")
    if noun is not None and _is_gerund(draft, noun):
        noun, clause = None, noun
    if noun is not None:
        _turn_phrase(draft, preposition, noun)
    elif clause is not None and clause.pos in ("VERB", "AUX"):
        _turn_clause(draft, preposition, clause)


def _is_gerund(draft: Draft, noun: Token) -> bool:
    """« from marching », « for killing civilians »: a verb with no article, for a noun."""
    if noun.pos != "VERB" or not noun.text.endswith("ing"):
        return False
    return not draft.has(noun.index, "det", "poss", "amod", "prep")


def _turn_phrase(draft: Draft, preposition: Token, noun: Token) -> None:
    governor = draft[preposition.head]
    inner = draft.child(noun.index, "case")
    draft.attach(noun.index, governor.index, _label(governor, preposition))
    draft.attach(preposition.index, noun.index, "case")
    if inner is not None and inner.index == preposition.index + 1:
        draft.attach(inner.index, preposition.index, "fixed")  # « according to », « out of »
    _hand_over(draft, preposition.index, noun.index)


def _label(governor: Token, preposition: Token) -> str:
    """How a phrase hangs on its governor: by what the governor and the preposition are."""
    if governor.dep in _PREPOSITIONS:
        return "pobj"  # of two prepositions the outer one comes next
    if preposition.dep == "agent":
        return "obl:agent"
    if governor.pos in NOMINAL:
        return "nmod"
    argument = preposition.dep == "dative" or preposition.text.lower() in _ARGUMENTS
    return "obl:arg" if argument else "obl:mod"


def _turn_clause(draft: Draft, preposition: Token, clause: Token) -> None:
    governor = draft[preposition.head]
    completes = preposition.text.lower() in _CLAUSES_OF_VERBS
    label = "acl" if governor.pos in NOMINAL else "xcomp" if completes else "advcl"
    draft.attach(clause.index, governor.index, label)
    draft.attach(preposition.index, clause.index, "mark")
    _hand_over(draft, preposition.index, clause.index)


def _hand_over(draft: Draft, index: int, to: int) -> None:
    """Hang on another token what still hangs on one that no longer governs."""
    for child in draft.children(index):
        if child.dep != "fixed":
            draft.attach(child.index, to, child.dep)


# -- copulas ---------------------------------------------------------------------------------------


def _turn_copula(draft: Draft, verb: Token) -> None:
    """« is → rebel » as « rebel → is »; « there are clashes »: the clashes are its subject."""
    said = draft.child(verb.index, "attr", "acomp")
    if said is None or verb.dep in ("aux", "auxpass"):
        return
    if draft.has(verb.index, "expl"):
        draft.change(said.index, dep="nsubj")
        return
    draft.promote(said.index, "cop")
    _hand_over(draft, verb.index, said.index)


# -- labels ----------------------------------------------------------------------------------------


def _rename(draft: Draft) -> None:
    for token in draft:
        if token.dep == "aux" and token.pos == "PART":
            draft.change(token.index, dep="mark")  # « to withdraw »
        elif token.dep == "poss":
            draft.change(token.index, dep="det" if token.pos == "PRON" else "nmod:poss")
        elif token.dep in _LABELS:
            draft.change(token.index, dep=_LABELS[token.dep])


# -- compounds -------------------------------------------------------------------------------------


def _turn_compound(draft: Draft, participle: Token) -> None:
    """« rebel-held », « Russian-backed »: who does it, the hyphen in the place of « by »."""
    hyphen, word = participle.index - 1, participle.index - 2
    if draft.text(hyphen) != "-" or draft.pos(word) not in ("NOUN", "PROPN", "ADJ"):
        return
    if "Tense=Past" in participle.morph and draft[word].head == participle.index:
        draft.change(word, dep="obl:agent")
        draft.attach(hyphen, word, "case")


# -- words before a noun ---------------------------------------------------------------------------


def _turn_modifier(draft: Draft, word: Token) -> None:
    """« US and British forces »: each of two words joined before a noun hangs on it."""
    noun = draft[word.head]
    if word.dep == "conj":
        if noun.dep not in _BESIDE or noun.head < word.index:
            return
        noun = draft[noun.head]
    if word.index < noun.index and noun.pos in NOMINAL and not draft.has(word.index, "case"):
        draft.attach(word.index, noun.index, "amod" if word.pos == "ADJ" else "compound")


# -- names -----------------------------------------------------------------------------------------


def _persons(draft: Draft) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) token of each person's name."""
    index = draft.first
    while index < draft.last:
        end = index + 1
        if draft[index].entity == "PER":
            while end < draft.last and draft[end].entity == "PER" and not draft[end].entity_start:
                end += 1
            yield index, end
        index = end


def _with_first_name(draft: Draft, first: int, lexicon: Container[str]) -> int:
    """Where a name begins of which the model has seen the end alone: « Meral Demir »."""
    if first == draft.first:
        return first
    before = draft[first - 1]
    part = before.pos == "PROPN" and before.dep == "compound" and before.head == first
    if not part or before.entity or before.text.endswith(".") or before.text.lower() in lexicon:
        return first
    draft.change(first - 1, entity="PER", entity_start=True)
    draft.change(first, entity_start=False)
    return first - 1


def _turn_name(draft: Draft, first: int, last: int) -> None:
    """« Bashar al-Assad », « President Assad »: the first word governs, the others are flat.

    Of what stands before a name and hangs on it, the last noun is the head: « army spokesman X ».
    """
    words = [index for index in range(first, last) if draft.pos(index) != "PART"]
    head = next((i for i in words if not first <= draft[i].head < last or draft[i].head == i), None)
    if head is None:
        return
    title = first - 1
    titled = title in draft and draft[title].head == head and draft[title].dep == "compound"
    top = title if titled and draft.pos(title) in ("NOUN", "PROPN") else first
    if top != head:
        draft.promote(top, "flat:name") if draft[top].head == head else _replace(draft, top, head)
        for child in draft.children(head):
            if child.dep != "case" or child.index > head:
                draft.attach(child.index, top, child.dep)
            elif child.dep == "case":
                draft.attach(child.index, top, "case")
    for index in words:
        if index != top:
            draft.attach(index, top, "flat:name")


def _replace(draft: Draft, index: int, head: int) -> None:
    """Put a token in the place of its name's head, deeper though it hangs."""
    draft.attach(index, head, "flat:name")
    draft.promote(index, "flat:name")
