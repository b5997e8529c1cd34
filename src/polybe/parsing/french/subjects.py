"""Subjects: found where a model missed them, told from what only stands where a subject may."""

from __future__ import annotations

from polybe.model import Token

from ..draft import NOMINAL, Draft
from ..words import ParsingWords
from .verbs import (
    RELATIVES,
    SUBJECTS,
    group_start,
    has_subject,
    is_finite,
    is_reflexive,
    subject_label,
)

_NO_PASSIVE = {"nsubj:pass": "nsubj", "aux:pass": "aux:tense", "expl:pass": "expl:comp"}
_NOT_A_SUBJECT = ("obl:mod", "advmod", "dep", "obj", "vocative", "obl:arg", "nmod", "advcl")
_COMMAS = (",", "(", "–", "—")
_CLITICS = frozenset(("je", "j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles"))


def repair_subjects(draft: Draft, words: ParsingWords) -> None:
    """Mend subjects and voices, in place."""
    for token in draft:
        if token.dep.startswith("aux"):
            _free_auxiliary(draft, token.index)
    for token in draft:
        if token.pos in NOMINAL:
            _prepositional_subject(draft, token)
            _dont_subject(draft, draft[token.index])
    for token in draft:
        if token.pos == "VERB":
            _voice(draft, token, words)
            _object_clitic(draft, token.index)
            _personal_il(draft, token, words)
            _subject_in_two_parts(draft, token.index, words)
            _missing_subject(draft, token, words)
            _second_subject(draft, token.index)
        elif draft.has(token.index, "cop"):
            _missing_subject(draft, token, words)


def _free_auxiliary(draft: Draft, auxiliary: int) -> None:
    """« La Cédéao a, pour sa part, appelé »: what hangs on an auxiliary hangs on its verb."""
    for child in draft.children(auxiliary):
        if child.dep in SUBJECTS or child.dep.startswith(("obl", "advmod", "punct")):
            draft.attach(child.index, draft[auxiliary].head, child.dep)


def _prepositional_subject(draft: Draft, token: Token) -> None:
    """« Devant les participants, le ministre a dit »: with a preposition, no subject."""
    case = draft.child(token.index, "case")
    if token.dep not in ("nsubj", "nsubj:pass") or case is None:
        return
    if case.pos == "SCONJ":
        draft.attach(case.index, token.head, "mark")
    elif case.lemma not in ("de", "entre", "jusque", "environ", "près"):
        draft.change(token.index, dep="obl:mod")


def _dont_subject(draft: Draft, part: Token) -> None:
    """« 34 civils, dont onze enfants, ont été tués »: the whole is the subject, not the part."""
    if part.dep not in ("nsubj", "nsubj:pass"):
        return
    start = draft.phrase_start(part.index)
    before = start - 1 if draft.text(start) != "dont" else start
    if draft.text(before) != "dont":
        return
    whole = before - 1 if draft.text(before - 1) != "," else before - 2
    verb = part.head
    while whole in draft and draft[whole].head != verb and draft[whole].head != whole:
        whole = draft[whole].head
    if whole not in draft or whole == verb or draft[whole].head != verb:
        return
    if whole < before and draft[whole].pos in NOMINAL:
        draft.attach(part.index, whole, "nmod")
        draft.change(whole, dep=part.dep)


def _voice(draft: Draft, verb: Token, words: ParsingWords) -> None:
    """Passive labels only where there is a passive.

    « s'est retirée », « sont entrées » are built with « être » yet active; « ont répondu » has
    « avoir » and no « été ».
    """
    children = draft.children(verb.index)
    reflexive = is_reflexive(draft, verb.index)
    if any(child.lemma == "être" and "VerbForm=Part" in child.morph for child in children):
        return
    if reflexive or verb.lemma in words.moving_verbs:
        for child in children:
            if child.dep in _NO_PASSIVE:
                draft.change(child.index, dep=_NO_PASSIVE[child.dep])
    elif is_finite(draft, verb) and not draft.has(verb.index, "aux:pass", "cop"):
        for child in children:
            if child.dep == "nsubj:pass":
                draft.change(child.index, dep="nsubj")
            elif child.dep == "obl:agent":
                draft.change(child.index, dep="obl:mod")


def _object_clitic(draft: Draft, verb: int) -> None:
    """« Le monde nous a abandonnés »: a pronoun between subject and verb is its object."""
    subjects = [child for child in draft.children(verb) if child.dep in SUBJECTS]
    if len(subjects) != 2 or subjects[1].text.lower() not in ("nous", "vous"):
        return
    if subjects[1].index >= group_start(draft, verb) and subjects[0].pos != "PRON":
        draft.change(subjects[1].index, dep="obj")


def _personal_il(draft: Draft, verb: Token, words: ParsingWords) -> None:
    """« Il menace de partir »: « il » stands for someone where the verb is not impersonal."""
    subject = draft.child(verb.index, "expl:subj")
    if subject is None or subject.lemma != "il" or verb.lemma in words.impersonal_verbs:
        return
    if draft.has(verb.index, "obj", "xcomp", "obl:arg") and not draft.has(verb.index, "aux:pass"):
        draft.change(subject.index, dep="nsubj")


def _subject_in_two_parts(draft: Draft, verb: int, words: ParsingWords) -> None:
    """« Le chef de la junte, le général X, a promis » with only « général » for the subject."""
    subject = draft.child(verb, "nsubj", "nsubj:pass")
    if subject is None or subject.index > verb or subject.pos == "PRON":
        return
    if draft.text(group_start(draft, verb) - 1) != ",":
        return
    comma = draft.phrase_start(subject.index) - 1
    if draft.text(comma) != ",":
        return
    for child in draft.children(verb):
        touches = child.dep in _NOT_A_SUBJECT and draft.phrase_end(child.index) == comma
        if touches and _can_be_subject(draft, child, words):
            draft.change(child.index, dep=subject.dep)
            draft.attach(subject.index, child.index, "appos")
            return


def _can_be_subject(draft: Draft, token: Token, words: ParsingWords) -> bool:
    """Whether a noun phrase has the build of a subject: no preposition, no time, not bare."""
    if token.pos not in ("NOUN", "PROPN") or token.lemma in words.time_nouns:
        return False
    if draft.has(token.index, "case", "mark", "cop"):
        return False
    return token.pos == "PROPN" or draft.has(token.index, "det", "nummod", "flat:name")


def _missing_subject(draft: Draft, verb: Token, words: ParsingWords) -> None:
    """A conjugated verb without subject takes the noun phrase that ends where its group begins."""
    if not is_finite(draft, verb) or has_subject(draft, verb.index) or verb.dep == "conj":
        return
    start = group_start(draft, verb.index)
    before = start - 2 if draft.text(start - 1) == "," else start - 1
    if before not in draft or draft.text(before) in RELATIVES:
        return
    found = _phrase_ending_at(draft, before, verb.index, words)
    if found is None:
        found = _phrase_after_place(draft, verb.index, start, words)
    if found is not None:
        draft.attach(found, verb.index, subject_label(draft, verb.index))


def _phrase_after_place(draft: Draft, verb: int, start: int, words: ParsingWords) -> int | None:
    """« A Gao, des milices alliées à X ont … » with « milices » joined to « Gao »: parted by a
    comma from what opens the sentence, and with no « et », it is a phrase of its own.
    """
    for place in draft.children(verb):
        if not place.dep.startswith("obl") or place.index > start:
            continue
        for noun in draft.children(place.index):
            comma = draft.phrase_start(noun.index) - 1
            apart = place.index < comma and draft.text(comma) == "," and noun.index < start
            if apart and noun.dep in ("conj", "appos") and not draft.has(noun.index, "cc"):
                if _can_be_subject(draft, noun, words):
                    for child in draft.children(place.index):
                        if child.index > noun.index:
                            draft.attach(child.index, noun.index, child.dep)
                    return noun.index
    return None


def _phrase_ending_at(draft: Draft, last: int, verb: int, words: ParsingWords) -> int | None:
    """The widest noun phrase that ends at a token and may be a verb's subject; None without."""
    found = None
    index = last
    while index in draft and draft.phrase_end(index) == last + 1:
        token = draft[index]
        labelled = token.dep in _NOT_A_SUBJECT or token.dep in ("conj", "appos", "ccomp", "xcomp")
        signs = any(draft.text(other) in (":", ";") for other in range(index, last))
        joined = draft.has(index, "cc") or token.head > verb or signs
        if labelled and not joined and _can_be_subject(draft, token, words):
            found = index
        if token.head in (index, verb) or token.head > index:
            break
        index = token.head
        if draft.pos(index) not in NOMINAL and draft.pos(index) != "ADJ":
            break
    return found


def _second_subject(draft: Draft, verb: int) -> None:
    """« Le porte-parole, le colonel X, a démenti »: the second subject names the first."""
    subjects = [child for child in draft.children(verb) if child.dep in ("nsubj", "nsubj:pass")]
    if len(subjects) < 2:
        return
    first, second = subjects[0], subjects[1]
    if first.text.lower() in _CLITICS and first.index < verb < second.index:
        _object_after_verb(draft, verb, second)
        return
    if first.pos == "PRON" or second.pos == "PRON" or second.index > verb:
        return
    start = draft.phrase_start(second.index)
    if draft.text(start - 1) in _COMMAS:
        draft.attach(second.index, first.index, "appos")
    elif second.pos == "PROPN" and start == draft.phrase_end(first.index):
        draft.attach(second.index, first.index, "flat:name")


def _object_after_verb(draft: Draft, verb: int, noun: Token) -> None:
    """« Nous contrôlons tous les points » with two subjects: the noun is the object."""
    follows = not any(draft.text(index) == "," for index in range(verb, noun.index))
    if follows and noun.pos != "PRON" and not draft.has(verb, "obj", "aux:pass"):
        draft.change(noun.index, dep="obj")
