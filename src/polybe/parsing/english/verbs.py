"""Forms and lemmas that a model takes for others: « killed », « bombing »."""

from __future__ import annotations

from polybe.model import Token

from ..draft import Draft
from ..lexicon import Lexicon
from ..words import ParsingWords
from .tokenizing import compounds_of

_GERUND = frozenset(("VerbForm=Part", "Tense=Pres"))
_PAST = frozenset(("Mood=Ind", "Tense=Past", "VerbForm=Fin"))
_PRESENT = frozenset(("Tense=Pres", "VerbForm=Inf"))
_SUBJECTS = ("nsubj", "nsubj:pass", "expl:subj")


def repair_verbs(draft: Draft) -> None:
    """Mend the forms of verbs, in place."""
    for token in draft:
        _name_for_adverb(draft, token)
        if token.pos == "VERB":
            _of_the_object(draft, draft[token.index])
            _finite_after_subject(draft, draft[token.index])
            _gerund(draft, draft[token.index])
            _noun_of_action(draft, draft[token.index])


def _name_for_adverb(draft: Draft, token: Token) -> None:
    """« recaptured Mosul » with the name for an adverb: it is the verb's object."""
    if token.pos != "ADV" or not token.entity or not token.text[0].isupper():
        return
    draft.change(token.index, pos="PROPN")
    verb = draft[token.head]
    if token.dep == "advmod" and verb.index == token.index - 1 and not draft.has(verb.index, "obj"):
        draft.change(token.index, dep="obj")


def _of_the_object(draft: Draft, verb: Token) -> None:
    """« banned X from rallying » with the gerund hung on X: it completes the verb above."""
    noun = draft[verb.head]
    mark = draft.child(verb.index, "mark")
    if verb.dep == "acl" and noun.dep == "obj" and mark is not None and mark.text == "from":
        draft.attach(verb.index, noun.head, "xcomp")


def _gerund(draft: Draft, verb: Token) -> None:
    """« accused of bombing », « stopped shelling »: a gerund that completes a verb, or stands after
    a preposition, is what the grammar asks for as an infinitive.
    """
    if not verb.morph >= _GERUND:
        return
    if verb.dep in ("xcomp", "csubj") or draft.has(verb.index, "mark"):
        draft.change(verb.index, morph=frozenset({"VerbForm=Inf"}))


def _noun_of_action(draft: Draft, verb: Token) -> None:
    """« Fighting between X and Y erupted »: a gerund that governs no object and has another verb's
    place for a noun is one.
    """
    nominal = verb.dep in ("nsubj", "nsubj:pass", "obj", "csubj") and verb.text.endswith("ing")
    if nominal and not draft.has(verb.index, "obj", "xcomp", "ccomp", "mark", *_SUBJECTS):
        dep = "nsubj" if verb.dep == "csubj" else verb.dep
        morph = frozenset({"Number=Sing"})
        draft.change(verb.index, pos="NOUN", lemma=verb.text.lower(), morph=morph, dep=dep)
        for child in draft.children(verb.index):
            if child.dep.startswith("obl"):
                draft.change(child.index, dep="nmod")


def _finite_after_subject(draft: Draft, verb: Token) -> None:
    """« Air strikes killed 12 civilians, activists said » with « killed » for a participle of the
    strikes: a participle takes no object, so the noun before it is its subject.
    """
    noun = draft[verb.head]
    if verb.dep != "acl" or "Tense=Past" not in verb.morph or noun.index > verb.index:
        return
    if not draft.has(verb.index, "obj") or draft.has(verb.index, "aux:pass", "mark", *_SUBJECTS):
        return
    above = draft[noun.head]
    draft.promote(verb.index, "nsubj")
    draft.change(verb.index, morph=_PAST)
    if above.index == noun.index:
        return
    # what the noun was taken for the subject of has one of its own, or is joined to the verb
    own = draft.has(above.index, *_SUBJECTS)
    draft.change(verb.index, dep="ccomp" if own or above.index > verb.index else "conj")


def repair_lemmas(draft: Draft, lexicon: Lexicon, words: ParsingWords) -> None:
    """Give words the lemmas that lexicon and pack know better, in place."""
    _first_word(draft, lexicon)
    for token in draft:
        if token.pos == "VERB":
            _past_tense(draft, token, lexicon)
        lemma = words.lemmas.get(token.pos, {}).get(token.text.lower())
        if lemma is not None:
            draft.change(token.index, lemma=lemma)
        if "-" in token.text[1:]:
            _whole_compound(draft, token, words)


def _past_tense(draft: Draft, token: Token, lexicon: Lexicon) -> None:
    """« forgave », « jeered » taken for a present or an infinitive: no such verb, but its past."""
    form = token.text.lower()
    if token.lemma != form or _PRESENT.isdisjoint(token.morph) or form.endswith(("ing", "s")):
        return
    lemma = lexicon.lemma(form, "verb")
    if lemma is not None and lemma != form:
        draft.change(token.index, lemma=lemma, morph=_PAST)


def _whole_compound(draft: Draft, token: Token, words: ParsingWords) -> None:
    """« sit-in », « re-arrested »: a lemma, and a part of speech that such a word has."""
    known = compounds_of(token.text.lower(), words)
    part = token.pos if token.pos in known else next(iter(known), None)
    if part is not None:
        draft.change(token.index, pos=part, lemma=known[part])


def _first_word(draft: Draft, lexicon: Lexicon) -> None:
    """« Rebels were shelled »: a capital at the head of a sentence makes no name of a noun."""
    first = next((token for token in draft if token.pos != "PUNCT"), None)
    if first is None or first.pos != "PROPN" or first.entity or first.text.isupper():
        return
    lemma = lexicon.lemma(first.text.lower(), "noun")
    if lemma is not None and first.dep not in ("compound", "flat:name"):
        draft.change(first.index, pos="NOUN", lemma=lemma)
