"""Verbs that a model took for other words, and the sentence's main verb put at its root."""

from __future__ import annotations

from polybe.model import Token

from ..draft import NOMINAL, Draft
from ..lexicon import Lexicon
from .verbs import CLAUSES, RELATIVES, SUBJECTS, group_start, has_subject, is_finite, subject_label

_PRESENT = frozenset(("Mood=Ind", "Person=3", "Tense=Pres", "VerbForm=Fin"))
_SUBORDINATORS = frozenset(("si", "s'", "s’", "lorsque", "quand", "puisque", "comme", "tandis"))


def repair_roots(draft: Draft, lexicon: Lexicon) -> None:
    """Find the verbs that pass for other words and put main verbs above what they govern."""
    for token in draft:
        if token.pos in ("NOUN", "ADJ"):
            _verb_under_auxiliary(draft, token, lexicon)
            _verb_between_nouns(draft, token, lexicon)
    _verb_before_object(draft, lexicon)
    for token in draft:
        if token.pos == "VERB":
            _verb_before_infinitive(draft, token, lexicon)
            _verb_called_subject(draft, draft[token.index])
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
    if governs and has_subject(draft, token.index) and infinitive is not None:
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


def _verb_before_infinitive(draft: Draft, verb: Token, lexicon: Lexicon) -> None:
    """« Paris dément avoir été informé »: what stands before « avoir » with a subject is a verb."""
    auxiliaries = [c for c in draft.children(verb.index) if "VerbForm=Inf" in c.morph]
    if not auxiliaries or auxiliaries[0].pos != "AUX" or draft.has(verb.index, "mark"):
        return
    word = auxiliaries[0].index - 1
    left = [c for c in draft.children(verb.index) if c.index < word and c.dep != "punct"]
    infinitive = (
        lexicon.infinitive(draft.text(word)) if left or draft[verb.index].head < word else None
    )
    if infinitive is None or draft.pos(word) not in ("ADJ", "ADV", "NOUN"):
        return
    draft.change(word, pos="VERB", lemma=infinitive, morph=_PRESENT)
    subject = draft[word].head
    draft.attach(word, verb.index, "dep")
    draft.promote(word, "xcomp")
    for child in left:
        draft.attach(child.index, word, child.dep)
    if draft.pos(subject) in NOMINAL and subject < word and not has_subject(draft, word):
        draft.attach(subject, word, "nsubj")


def _verb_called_subject(draft: Draft, verb: Token) -> None:
    """« évalue à 27 000 le nombre de … » with the verb under « nombre »: it governs it."""
    head = draft[verb.head]
    under_noun = head.pos == "NOUN" and head.index > verb.index and not draft.has(head.index, "cop")
    if verb.dep == "nsubj" and under_noun and has_subject(draft, verb.index):
        draft.promote(verb.index, "obj")


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
    for verb in draft:
        if verb.index > root.index and verb.pos == "VERB" and is_finite(draft, verb):
            if any(draft.text(index) == ":" for index in range(root.index, verb.index)):
                return
            bare = not draft.has(verb.index, "mark", "cc") and not _is_relative(draft, verb.index)
            if bare and _put_at_root(draft, root, verb):
                return


def _put_at_root(draft: Draft, root: Token, verb: Token) -> bool:
    """Put a verb above a root that modifies it or is its subject; False when it is neither."""
    if draft.has(root.index, "case"):
        if not has_subject(draft, verb.index):
            return False
        draft.attach(verb.index, root.index, "dep")
        draft.promote(verb.index, "obl:mod")
        return True
    comma = draft.text(group_start(draft, verb.index) - 1) == ","
    subject = draft.child(verb.index, *SUBJECTS)
    if subject is None:
        if verb.head != root.index:
            return False
    elif not comma or not _gives_back(draft, root, subject):
        return False
    draft.attach(verb.index, root.index, "dep")
    _lift(draft, verb.index)
    return True


def _gives_back(draft: Draft, root: Token, subject: Token) -> bool:
    """Take a wrong subject from between two commas: « Le chef, X, a … », « L'armée, qui tient
    Gao, a … ».  It names the root, or is the object of the relative clause.
    """
    before = draft.phrase_start(subject.index) - 1
    if subject.pos == "PRON" or before <= root.index:
        return False
    if draft.text(before) == ",":
        draft.attach(subject.index, root.index, "appos")
        return True
    clause = draft[before]
    if clause.pos == "VERB" and _is_relative(draft, before) and not draft.has(before, "obj"):
        draft.attach(subject.index, before, "obj")
        return True
    return False


def _is_relative(draft: Draft, verb: int) -> bool:
    return any(child.text.lower() in RELATIVES for child in draft.children(verb))


def _verb_after_subordinate(draft: Draft) -> None:
    """« Si X avance, Y tente de … » with the first verb at the root: the second one governs."""
    root = next((token for token in draft if token.head == token.index), None)
    if root is None or root.pos != "VERB" or draft.text(draft.first) not in _SUBORDINATORS:
        return
    if draft[draft.first].head > root.index:
        return
    for child in draft.children(root.index):
        free = child.dep in ("parataxis", "conj", "ccomp", "advcl") and child.pos == "VERB"
        bare = not draft.has(child.index, "mark", "cc")
        if free and bare and child.index > root.index and is_finite(draft, child):
            draft.promote(child.index, "advcl")
            draft.attach(draft.first, root.index, "mark")
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
