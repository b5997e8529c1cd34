"""Subjects: who or what does the deed of a verb, told with it or shared with another verb.

Beside the subjects that a parse gives, those are found that it missed: of participles and
infinitives, of verbs coordinated or under control, and right before a verb left without one.
"""

from __future__ import annotations

from ..model import Token
from .verb_forms import VerbForms
from .words import NOMINAL, SUBJECTS

_DEEPEST = 6  # verbs climbed over before a subject is given up
_FURTHEST = 8  # tokens before a verb within which a missed subject may stand
_NEAREST = 3  # as many where the parser gave no subject at all
_SUBORDINATE = frozenset(
    {"xcomp", "advcl", "obl:mod", "obl:arg", "nmod", "parataxis", "ccomp", "dep"}
)


def find_subject(grammar: VerbForms, index: int, depth: int = 0) -> int | None:
    """The surface subject of a verb, its own or the one it shares; None when it has none.

    `depth` counts the verbs that have been asked before this one.
    """
    if depth > _DEEPEST:
        return None
    told = _told(grammar, index)
    return told if told is not None else _shared(grammar, index, depth)


# -- subjects told with the verb -------------------------------------------------------------------


def _told(grammar: VerbForms, index: int) -> int | None:
    """The subject that stands with the verb itself: noun, relative pronoun, or « -t-il »."""
    own = _own(grammar, index)
    if own is not None:
        after_heading = _after_heading(grammar, own, index)
        return after_heading if after_heading is not None else grammar.antecedent(own, index)
    beside = _beside(grammar, index)
    if beside is not None:
        return beside
    expletive = grammar.child(index, "expl:subj")
    if expletive is None or grammar.impersonal(index):
        return None
    return expletive.index


def _own(grammar: VerbForms, index: int) -> int | None:
    for child in grammar.parse.children(index):
        if child.dep in SUBJECTS and _may_be_subject(grammar, child.index, index):
            return child.index
    return None


def _may_be_subject(grammar: VerbForms, index: int, verb: int) -> bool:
    """Whether what the parser calls a subject can be one.

    No preposition stands before it, and no colon between it and its verb, as after the keyword
    of a headline (« Syrie : une ONG dénonce … »).
    """
    if grammar.preposition(index) not in (None, "of", "between"):
        return False
    return index > verb or ":" not in grammar.words[index:verb]


def _after_heading(grammar: VerbForms, index: int, verb: int) -> int | None:
    """« Réactions Les Etats-Unis condamnent … »: the subject after a heading run into the text."""
    for child in grammar.parse.children(index):
        if child.dep not in ("nmod", "appos") or not index < child.index < verb:
            continue
        determiner = grammar.determiner(child.index)
        if determiner is not None and determiner.text[0].isupper() and determiner.index > index:
            return child.index if grammar.preposition(child.index) is None else None
    return None


def _beside(grammar: VerbForms, index: int) -> int | None:
    """The noun phrase right before a finite verb whose subject the parser took for another.

    Asked only where a wrong subject, one with a preposition, was given, or a main verb has none.
    """
    wrong = grammar.child(index, *SUBJECTS) is not None
    if not wrong and not _lacks_subject(grammar, index):
        return None
    first = min(grammar.bearers(index))
    furthest = first - 1 - (_FURTHEST if wrong else _NEAREST)
    last = max(furthest, grammar.parse.sentence_of(index).first - 1)
    number = grammar.plural(first)
    for position in range(first - 1, last, -1):
        if grammar.tokens[position].pos == "PUNCT" and position < first - 1:
            return None
        if _agrees(grammar, position, number) and _stands_free(grammar, position):
            return position
    return None


def _lacks_subject(grammar: VerbForms, index: int) -> bool:
    """Whether a finite main verb was left without a subject, pronouns counted."""
    if grammar.tokens[index].dep not in ("ROOT", "parataxis", "ccomp"):
        return False
    finite = any(grammar.has(i, "VerbForm=Fin") for i in grammar.bearers(index))
    return finite and grammar.child(index, "expl:subj") is None


def _agrees(grammar: VerbForms, position: int, number: bool | None) -> bool:
    if grammar.tokens[position].pos not in ("NOUN", "PROPN"):
        return False
    return grammar.plural(position) in (None, number)


def _stands_free(grammar: VerbForms, position: int) -> bool:
    """Whether a noun is neither part of a name nor ruled by a preposition of its own."""
    dep = grammar.tokens[position].dep
    if dep.startswith("flat"):
        return False
    return dep in ("appos", "conj", "dep") or grammar.preposition(position) is None


# -- subjects shared with another verb -------------------------------------------------------------


def _shared(grammar: VerbForms, index: int, depth: int) -> int | None:
    """The subject that a verb takes from what it is coordinated with, hangs on or is ruled by."""
    token = grammar.tokens[index]
    if token.head == index:
        return None
    if token.dep == "conj":
        return find_subject(grammar, token.head, depth + 1)
    if token.dep.startswith("acl") and grammar.tokens[token.head].pos in NOMINAL:
        return _of_noun_clause(grammar, token, depth)
    if token.dep in _SUBORDINATE:
        return _controlled(grammar, token, depth)
    if token.dep == "amod" and grammar.is_past_participle(index):
        return token.head
    return None


def _of_noun_clause(grammar: VerbForms, token: Token, depth: int) -> int | None:
    """The subject of a participle, infinitive or relative clause under a noun."""
    partner = grammar.coordinated_participle(token.index)
    if partner is not None:
        return find_subject(grammar, partner, depth + 1)
    if grammar.is_set_off(token.index) and grammar.tokens[token.head].dep not in SUBJECTS:
        above = grammar.governing_verb(token.head)
        if above is not None:
            return find_subject(grammar, above, depth + 1)
    if grammar.is_infinitive(token.index):
        return _nominal_controller(grammar, token.head, depth)
    return token.head


def _nominal_controller(grammar: VerbForms, noun: int, depth: int) -> int | None:
    """The one who would do what an infinitive under a noun says: « sa volonté de partir »."""
    governor = grammar.parse.head(noun)
    if governor is None or not grammar.is_verb(governor.index):
        return None
    return find_subject(grammar, governor.index, depth + 1)


def _controlled(grammar: VerbForms, token: Token, depth: int) -> int | None:
    """The subject that an infinitive or participle takes from the verb above it."""
    if not grammar.is_infinitive(token.index) and "VerbForm=Part" not in token.morph:
        return None
    if grammar.tokens[token.head].pos in NOMINAL:
        return token.head if token.dep in ("nmod", "dep") else None
    if grammar.is_present_participle(token.index):
        inserted = _inserted_before(grammar, token)
        return find_subject(grammar, token.head if inserted is None else inserted, depth + 1)
    if grammar.lemmas[token.head] in grammar.language.grammar["object_control"]:
        return _object_controller(grammar, token, depth)
    return find_subject(grammar, token.head, depth + 1)


def _inserted_before(grammar: VerbForms, token: Token) -> int | None:
    """« …, dit-elle, ajoutant que »: the clause put in before a participle lends its subject."""
    found = None
    for child in grammar.parse.children(token.head):
        if child.dep == "parataxis" and child.index < token.index and grammar.is_verb(child.index):
            found = child.index
    return found


def _object_controller(grammar: VerbForms, token: Token, depth: int) -> int | None:
    """« appelle X à partir », « demande à X de partir », « X est appelé à partir »: X."""
    verb = token.head
    target = grammar.child(verb, "obj", "iobj")
    index = target.index if target is not None else _addressee(grammar, verb)
    if index is not None and index != token.index:
        return grammar.antecedent(index, verb)
    if grammar.passive(verb):
        return find_subject(grammar, verb, depth + 1)
    return None


def _addressee(grammar: VerbForms, verb: int) -> int | None:
    for preposition, index in grammar.complements(verb):
        if preposition == "to":
            return index
    return None
