"""Verbs that a model took for other words, and the sentence's main verb put at its root."""

from __future__ import annotations

from polybe.model import Token

from .draft import NOMINAL, Draft
from .lexicon import Lexicon
from .verbs import CLAUSES, RELATIVES, group_start, has_subject, is_finite, subject_label

_PRESENT = frozenset(("Mood=Ind", "Person=3", "Tense=Pres", "VerbForm=Fin"))
_WRONG_FOR_A_VERB = ("amod", "advmod", "nmod", "acl", "appos", "dep", "conj")


def repair_roots(draft: Draft, lexicon: Lexicon) -> None:
    """Find the verbs that pass for other words and put main verbs above what they govern."""
    for token in draft:
        if token.pos in ("NOUN", "ADJ"):
            _verb_under_auxiliary(draft, token, lexicon)
            _verb_between_nouns(draft, token, lexicon)
    _verb_before_object(draft, lexicon)
    for token in draft:
        if token.pos == "VERB" and token.dep in ("amod", "acl", "advmod", "nmod", "appos"):
            _verb_inside_its_subject(draft, token)
    _verb_beside_root(draft)
    _verb_after_subordinate(draft)
    for token in draft:
        if token.pos == "VERB":
            _participle_before_verb(draft, draft[token.index])


def _verb_under_auxiliary(draft: Draft, token: Token, lexicon: Lexicon) -> None:
    """« sont entrées », « est assiégée » with the participle taken for a noun: a verb."""
    if draft.has(token.index, "det", "case", "nummod") and not draft.has(token.index, "aux:pass"):
        return
    copula = draft.child(token.index, "cop")
    form = token.text.lower()
    if copula is None and not draft.has(token.index, "aux:pass", "aux:tense"):
        return
    if copula is not None and (token.pos == "ADJ" or lexicon.lemma(form, "noun") == form):
        return
    infinitive = lexicon.infinitive(form)
    if infinitive is None or (copula is not None and copula.lemma != "être"):
        return
    agreement = {feature for feature in token.morph if feature[:6] in ("Gender", "Number")}
    features = frozenset(agreement | {"VerbForm=Part", "Tense=Past"})
    draft.change(token.index, pos="VERB", lemma=infinitive, morph=features)
    if copula is not None:
        draft.change(copula.index, dep="aux:pass", pos="AUX")
        for child in draft.children(token.index):
            if child.dep == "nsubj":
                draft.change(child.index, dep="nsubj:pass")


def _verb_between_nouns(draft: Draft, token: Token, lexicon: Lexicon) -> None:
    """« Daech contrôle encore un tiers »: a « noun » with subject and object is a verb."""
    if draft.has(token.index, "cop", "det", "case", "amod", "nummod"):
        return
    governs = draft.has(token.index, "obj", "ccomp", "obl:arg", "xcomp", "parataxis")
    infinitive = lexicon.infinitive(token.text.lower())
    if governs and draft.has(token.index, "nsubj") and infinitive is not None:
        draft.change(token.index, pos="VERB", lemma=infinitive, morph=_PRESENT)


def _verb_before_object(draft: Draft, lexicon: Lexicon) -> None:
    """« L'armée dément cette information »: where a noun seems to have an object, the word
    between them is its verb.
    """
    for noun in draft:
        if noun.pos not in ("NOUN", "PROPN") or draft.has(noun.index, "cop", *CLAUSES[:2]):
            continue
        obj = draft.child(noun.index, "obj")
        if obj is None or obj.index < noun.index:
            continue
        for child in draft.children(noun.index):
            between = noun.index < child.index < obj.index and child.pos in ("ADJ", "ADV", "NOUN")
            bare = child.dep in ("amod", "advmod", "nmod") and not draft.has(child.index, "case")
            if between and bare:
                _make_verb(draft, noun, child, lexicon)


def _make_verb(draft: Draft, noun: Token, word: Token, lexicon: Lexicon) -> None:
    infinitive = lexicon.infinitive(word.text.lower())
    if infinitive is None or word.text.lower() == infinitive or draft.pos(noun.index) == "VERB":
        return
    draft.change(word.index, pos="VERB", lemma=infinitive, morph=_PRESENT)
    _lift(draft, word.index)


def _verb_inside_its_subject(draft: Draft, verb: Token) -> None:
    """« Les gangs contrôlent la ville » with the verb hung on its subject: the verb governs.

    Also where it was hung deeper, on the subject's complement: « La coalition menée par X
    bombarde Y ».
    """
    if not is_finite(draft, verb) or draft.has(verb.index, "mark", "cc", "expl:subj"):
        return
    if has_subject(draft, verb.index) or verb.head > verb.index:
        return
    before = group_start(draft, verb.index) - 1
    if draft.text(before) in RELATIVES or draft.pos(before) in ("SCONJ", "CCONJ"):
        return
    top = _top_noun(draft, verb.index)
    commas = [index for index in range(top, before + 1) if draft.text(index) == ","]
    if commas == [before]:
        return
    if draft[top].pos in ("NOUN", "PROPN", "NUM") and not draft.has(top, "cop", "case"):
        draft.attach(verb.index, top, "dep")
        _lift(draft, verb.index)


def _top_noun(draft: Draft, verb: int) -> int:
    """The highest noun above a verb that reaches to it with no verb and no preposition between."""
    top = draft[verb].head
    best = top
    while draft[top].head != top:
        top = draft[top].head
        if draft[top].pos in ("NOUN", "PROPN") and top < verb:
            best = top
        elif is_finite(draft, draft[top]) or top > verb:
            break
    return best


def _verb_beside_root(draft: Draft) -> None:
    """A root that is no verb though a free verb hangs on it: the verb is the root.

    « Selon une source, l'armée avance » with « source » at the root: it modifies the verb.  « Le
    front X, qui …, n'a pas réagi » with « X » at the root: it is the verb's subject.
    """
    root = next((token for token in draft if token.head == token.index), None)
    if root is None or root.pos not in NOMINAL or draft.has(root.index, "cop", "expl:subj"):
        return
    oblique = draft.has(root.index, "case")
    for child in draft.children(root.index):
        if child.pos != "VERB" or child.index < root.index or not is_finite(draft, child):
            continue
        if draft.has(child.index, "mark", "cc") or _is_relative(draft, child.index):
            continue
        colon = any(draft.text(index) == ":" for index in range(root.index, child.index))
        if oblique == has_subject(draft, child.index) and not colon:
            draft.promote(child.index, "obl:mod" if oblique else subject_label(draft, child.index))
            _take_what_follows(draft, child.index)
            return


def _is_relative(draft: Draft, verb: int) -> bool:
    return any(child.text.lower() in RELATIVES for child in draft.children(verb))


def _verb_after_subordinate(draft: Draft) -> None:
    """« Si X avance, Y tente de … » with the first verb at the root: the second one governs."""
    root = next((token for token in draft if token.head == token.index), None)
    if root is None or root.pos != "VERB" or draft.pos(draft.first) != "SCONJ":
        return
    if draft[draft.first].head != root.index:
        return
    for child in draft.children(root.index):
        free = child.dep in ("parataxis", "conj", "ccomp", "advcl") and child.pos == "VERB"
        bare = not draft.has(child.index, "mark", "cc")
        if free and bare and child.index > root.index and is_finite(draft, child):
            draft.promote(child.index, "advcl")
            return


def _lift(draft: Draft, verb: int) -> None:
    """Put a verb above the noun it hangs on, which becomes its subject."""
    draft.promote(verb, subject_label(draft, verb))
    _take_what_follows(draft, verb)


def _take_what_follows(draft: Draft, verb: int) -> None:
    """Hang on a verb what stands after it and was hung on something before it."""
    for token in draft:
        if token.index > verb and token.head < verb and draft[verb].head != token.head:
            if token.dep in ("punct", "cc") or draft.has(token.index, "case", "mark"):
                label = "obl:mod" if token.dep == "nmod" else token.dep
            else:
                label = "obj" if not draft.has(verb, "obj") and token.pos in NOMINAL else token.dep
            draft.attach(token.index, verb, label)


def _participle_before_verb(draft: Draft, verb: Token) -> None:
    """« Les assaillants, arrivés à moto, ont incendié … » with « arrivés » for the main verb."""
    if "VerbForm=Part" not in verb.morph or draft.has(verb.index, "aux:tense", "aux:pass", "cop"):
        return
    subject = draft.child(verb.index, "nsubj", "nsubj:pass")
    if subject is None or subject.index > verb.index:
        return
    for child in draft.children(verb.index):
        free = child.dep in ("advcl", "conj", "parataxis", "ccomp", "xcomp", "dep")
        bare = not has_subject(draft, child.index) and not draft.has(child.index, "mark", "cc")
        if free and bare and child.index > verb.index and is_finite(draft, child):
            draft.promote(child.index, "acl")
            draft.attach(subject.index, child.index, subject_label(draft, child.index))
            draft.attach(verb.index, subject.index, "acl")
            for follower in draft.children(verb.index):
                if follower.index > child.index:
                    draft.attach(follower.index, child.index, follower.dep)
            return
