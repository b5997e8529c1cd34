"""Labels and governors that a model regularly gets wrong in the news."""

from __future__ import annotations

from polybe.model import Token

from .draft import NOMINAL, Draft
from .lexicon import Lexicon
from .words import ParsingWords

_REFLEXIVE = frozenset(("se", "s'", "s’"))
_SUBJECTS = ("nsubj", "nsubj:pass")
_NO_PASSIVE = {"nsubj:pass": "nsubj", "aux:pass": "aux:tense", "expl:pass": "expl:comp"}


def repair_tree(draft: Draft, lexicon: Lexicon, words: ParsingWords) -> None:
    """Mend the tree, in place; each mending stands alone."""
    for token in draft:
        if token.pos in ("NOUN", "ADJ"):
            _verb_under_auxiliary(draft, token, lexicon)
            _verb_between_nouns(draft, token, lexicon)
    _promote_lone_verb(draft)
    for token in draft:
        if token.pos == "VERB":
            _active_with_etre(draft, token, words)
            _participle_before_verb(draft, draft[token.index])
            _second_subject(draft, token.index)
            _verb_joined_to_noun(draft, draft[token.index])
    for token in draft:
        if token.pos == "NUM":
            _bare_number(draft, token)
        elif token.pos in NOMINAL:
            _time_as_object(draft, token, words)
            _dative(draft, draft[token.index], words)
            _apposition(draft, token)
        elif token.dep == "acl:relcl":
            _cleft(draft, token)


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
    draft.change(
        token.index,
        pos="VERB",
        lemma=infinitive,
        morph=frozenset((*_agreement(token), "VerbForm=Part", "Tense=Past")),
    )
    if copula is not None:
        draft.change(copula.index, dep="aux:pass", pos="AUX")
        for child in draft.children(token.index):
            if child.dep == "nsubj":
                draft.change(child.index, dep="nsubj:pass")


def _agreement(token: Token) -> frozenset[str]:
    return frozenset(feature for feature in token.morph if feature[:6] in ("Gender", "Number"))


def _verb_between_nouns(draft: Draft, token: Token, lexicon: Lexicon) -> None:
    """« Daech contrôle encore un tiers »: a « noun » with subject and object is a verb."""
    if draft.has(token.index, "cop", "det", "case", "amod", "nummod"):
        return
    if not (draft.has(token.index, "nsubj") and draft.has(token.index, "obj", "ccomp", "obl:arg")):
        return
    infinitive = lexicon.infinitive(token.text.lower())
    if infinitive is not None:
        features = frozenset(("Mood=Ind", "Person=3", "Tense=Pres", "VerbForm=Fin"))
        draft.change(token.index, pos="VERB", lemma=infinitive, morph=features)


def _promote_lone_verb(draft: Draft) -> None:
    """A sentence's only verb that the model hung as a modifier in the noun phrase before it.

    « La coalition menée par X bombarde Y »: the noun becomes the verb's subject, and what follows
    the verb its object or complement.
    """
    root = next((token for token in draft if token.head == token.index), None)
    if root is None or root.pos not in ("NOUN", "PROPN") or draft.has(root.index, "cop"):
        return
    finite = [token for token in draft if _is_finite(draft, token)]
    if len(finite) != 1 or finite[0].pos != "VERB":
        return
    verb = finite[0]
    if verb.index <= root.index or draft.has(verb.index, *_SUBJECTS, "mark"):
        return
    if verb.dep not in ("amod", "nmod", "acl", "appos", "dep", "conj"):
        return
    draft.attach(verb.index, root.index, "dep")
    draft.promote(verb.index, "nsubj")
    _take_what_follows(draft, verb.index)


def _is_finite(draft: Draft, token: Token) -> bool:
    """Whether a token is a conjugated verb, also where the model gives no features."""
    if token.pos not in ("VERB", "AUX") or draft.pos(token.index - 1) == "AUX":
        return token.pos == "AUX" and "VerbForm=Fin" in token.morph
    return "VerbForm=Fin" in token.morph or token.lemma == f"{token.text}r"


def _take_what_follows(draft: Draft, verb: int) -> None:
    """Hang on a verb what stands after it and was hung on something before it."""
    for token in draft:
        if token.index > verb and token.head < verb:
            if token.dep == "punct" or draft.has(token.index, "case"):
                label = token.dep if token.dep == "punct" else "obl:mod"
            else:
                label = "obj" if not draft.has(verb, "obj") and token.pos in NOMINAL else token.dep
            draft.attach(token.index, verb, label)


def _active_with_etre(draft: Draft, verb: Token, words: ParsingWords) -> None:
    """« s'est retirée », « sont entrées »: built with « être », yet no passive."""
    children = draft.children(verb.index)
    reflexive = any(child.text.lower() in _REFLEXIVE for child in children)
    if not reflexive and verb.lemma not in words.moving_verbs:
        return
    if any(child.lemma == "être" and "VerbForm=Part" in child.morph for child in children):
        return
    for child in children:
        if child.dep in _NO_PASSIVE:
            draft.change(child.index, dep=_NO_PASSIVE[child.dep])


def _participle_before_verb(draft: Draft, verb: Token) -> None:
    """« Les assaillants, arrivés à moto, ont incendié … » with « arrivés » for the main verb."""
    if "VerbForm=Part" not in verb.morph or draft.has(verb.index, "aux:tense", "aux:pass", "cop"):
        return
    subject = draft.child(verb.index, *_SUBJECTS)
    if subject is None or subject.index > verb.index:
        return
    for child in draft.children(verb.index):
        free = child.dep in ("advcl", "conj", "parataxis", "ccomp", "xcomp", "dep")
        if free and child.index > verb.index and child.pos == "VERB" and _is_free(draft, child):
            passive = draft.has(child.index, "aux:pass")
            draft.promote(child.index, "acl")
            draft.attach(subject.index, child.index, "nsubj:pass" if passive else "nsubj")
            draft.attach(verb.index, subject.index, "acl")
            _leave_what_follows(draft, verb.index, child.index)
            return


def _leave_what_follows(draft: Draft, participle: int, verb: int) -> None:
    """Hang on a verb what stands after it and was hung on the participle before it."""
    for child in draft.children(participle):
        if child.index > verb:
            draft.attach(child.index, verb, child.dep)


def _is_free(draft: Draft, verb: Token) -> bool:
    """Whether a verb stands by itself: finite, with no subject, conjunction or relative word."""
    finite = "VerbForm=Fin" in verb.morph or draft.has(verb.index, "aux:tense", "aux:pass")
    return finite and not draft.has(verb.index, *_SUBJECTS, "expl:subj", "mark", "cc")


def _second_subject(draft: Draft, verb: int) -> None:
    """« Le porte-parole, le colonel X, a démenti »: the second subject names the first."""
    subjects = [child for child in draft.children(verb) if child.dep in _SUBJECTS]
    if len(subjects) < 2:
        return
    first, second = subjects[0], subjects[1]
    if first.pos == "PRON" or second.pos == "PRON" or second.index > verb:
        return
    between = draft.phrase_start(second.index) - 1
    if draft.text(between) in (",", "(", "–", "—"):
        draft.attach(second.index, first.index, "appos")


def _verb_joined_to_noun(draft: Draft, verb: Token) -> None:
    """« tuant dix personnes et en blessant quatre »: a verb is joined to a verb, not to a noun."""
    head = draft[verb.head]
    above = draft[head.head]
    joined = verb.dep == "conj" and head.pos in ("NOUN", "PROPN") and head.index < verb.index
    complement = head.dep in ("obj", "obl:mod", "obl:arg", "obl:agent")
    if joined and complement and above.pos == "VERB" and above.index < head.index:
        draft.attach(verb.index, above.index, "conj")


def _bare_number(draft: Draft, token: Token) -> None:
    """« en blessant quatre »: a number that counts nothing after it is the verb's object."""
    after_verb = draft.pos(token.index - 1) == "VERB" and token.head < token.index
    if after_verb and token.dep in ("nummod", "nmod") and draft.pos(token.head) != "VERB":
        draft.attach(token.index, token.index - 1, "obj")


def _dative(draft: Draft, token: Token, words: ParsingWords) -> None:
    """« opposent l'armée aux rebelles »: what a verb takes with « à » hangs on the verb."""
    obj = draft[token.head]
    if token.dep != "nmod" or obj.dep != "obj" or obj.index > token.index:
        return
    verb, case = draft[obj.head], draft.child(token.index, "case")
    if case is not None and case.lemma == "à" and verb.lemma in words.dative_verbs:
        draft.attach(token.index, verb.index, "obl:arg")


def _time_as_object(draft: Draft, token: Token, words: ParsingWords) -> None:
    """« a déclaré mardi », « cette semaine »: a day or week named bare is no object."""
    if token.dep != "obj" or token.pos != "NOUN" or token.lemma not in words.time_nouns:
        return
    determiner = draft.child(token.index, "det")
    if determiner is not None and determiner.lemma != "ce":
        return
    if not draft.has(token.index, "nummod", "case"):
        draft.change(token.index, dep="obl:mod")


def _apposition(draft: Draft, token: Token) -> None:
    """« le secrétaire général de l'ONU, Antonio Guterres, »: a name set beside its office."""
    if token.dep not in ("conj", "nmod", "obl:mod", "dep") or token.head >= token.index:
        return
    head = draft[token.head]
    kinds = {head.pos, token.pos}
    if kinds != {"NOUN", "PROPN"} or draft.has(token.index, "case", "cc", "nummod"):
        return
    if draft.text(draft.phrase_start(token.index) - 1) != ",":
        return
    end = draft.phrase_end(token.index)
    if draft.text(end) not in (",", ".", ")", ":", "?", "!") or _is_listed(draft, token, head):
        return
    draft.change(token.index, dep="appos")


def _is_listed(draft: Draft, token: Token, head: Token) -> bool:
    """Whether a token is one of several that a conjunction joins."""
    siblings = [child for child in draft.children(head.index) if child.dep == "conj"]
    return any(
        draft.has(sibling.index, "cc") for sibling in (*siblings, token) if sibling.dep == "conj"
    )


def _cleft(draft: Draft, token: Token) -> None:
    """« C'est le chef de l'armée qui a donné l'ordre »: « qui » takes up the chef."""
    head = draft[token.head]
    while head.head != head.index:
        head = draft[head.head]
    subject = draft.child(head.index, "nsubj")
    if subject is None or subject.lemma != "ce" or not draft.has(head.index, "cop"):
        return
    opener = draft.phrase_start(token.index)
    if draft.text(opener) in ("qui", "que", "qu'") and draft.text(opener - 1) != ",":
        draft.attach(token.index, head.index, "acl:relcl")
