"""Subjects that stand after their verb: « …, a déclaré le ministre », « a-t-il ajouté »."""

from __future__ import annotations

from polybe.model import Token

from ..draft import NOMINAL, Draft
from ..words import ParsingWords
from .verbs import SUBJECT_CLITICS, SUBJECTS, group_start, is_finite

_ADDRESSEES = frozenset(("lui", "leur"))  # before a verb of saying: to whom it is said
_OPENING_OF = {"»": "«", '"': '"', "”": "“"}
_QUOTE_ENDS = frozenset(_OPENING_OF)
_INCISE_SIGNS = frozenset((",", "»", '"', "”", "?", "!", "–", "—"))
_CLAUSE_LABELS = frozenset(
    (
        "advcl",
        "conj",
        "acl",
        "acl:relcl",
        "advmod",
        "xcomp",
        "ccomp",
        "dep",
        "amod",
        "obl:mod",
        "punct",
        "case",
    )
)


def repair_inversion(draft: Draft, words: ParsingWords) -> None:
    """Give inverted subjects their label, and a clause of saying its place beside what is said."""
    for token in draft:
        if token.text.lower() in SUBJECT_CLITICS:
            _attach_clitic(draft, token.index, words)
    for token in draft:
        if token.pos == "VERB" and token.lemma in words.speech_verbs:
            _free_insertion(draft, token.index)
    for token in draft:
        if token.pos == "VERB" and _is_incise(draft, token, words):
            _give_subject(draft, token.index, words)
            _hang_beside(draft, token.index)


def _attach_clitic(draft: Draft, index: int, words: ParsingWords) -> None:
    """« -il » is the subject of the verb group it is joined to; « -t » is no word of its own."""
    before = index - 1
    if draft.text(before) == "-t":
        draft.change(before, pos="PART")
        before -= 1
    if draft.pos(before) not in ("VERB", "AUX"):
        return
    verb = _main_verb(draft, before, index)
    if index - before == 2:
        draft.attach(index - 1, verb, "dep")
    is_person = draft[verb].lemma not in words.impersonal_verbs or draft.text(index) != "-il"
    draft.attach(index, verb, "nsubj" if is_person else "expl:subj")
    for child in draft.children(verb):
        if child.dep in ("nsubj", "nsubj:pass") and child.index > index and _follows(draft, index):
            draft.change(child.index, dep="obj")


def _main_verb(draft: Draft, before: int, clitic: int) -> int:
    """The verb of the group that a clitic is joined to: « a-t-il déclaré » → déclaré."""
    if draft.pos(before) == "VERB" and not _is_auxiliary(draft, before):
        return before
    for index in range(clitic + 1, min(clitic + 4, draft.last)):
        if draft.pos(index) == "VERB":
            return index
        if draft.pos(index) not in ("ADV", "AUX"):
            break
    return before


def _is_auxiliary(draft: Draft, index: int) -> bool:
    return draft[index].lemma in ("avoir", "être") and draft[index].dep.startswith("aux")


def _follows(draft: Draft, index: int) -> bool:
    return draft.pos(index + 1) == "VERB"


def _free_insertion(draft: Draft, verb: int) -> None:
    """« La ville, affirme l'armée, est tombée »: give « la ville » back to the verb that follows.

    One comma alone never parts a subject from its verb, so the verb after it is an insertion.
    """
    start = group_start(draft, verb)
    subject = next((c for c in draft.children(verb) if c.dep in SUBJECTS and c.index < start), None)
    if subject is None or draft.text(start - 1) != ",":
        return
    signs = [index for index in range(subject.index, start) if draft.pos(index) == "PUNCT"]
    following = _verb_after(draft, verb)
    if signs != [start - 1] or following is None:
        return
    passive = draft.has(following, "aux:pass")
    if draft[verb].head == following:
        draft.change(verb, dep="parataxis")
    else:
        draft.promote(following, "parataxis")
    draft.attach(subject.index, following, "nsubj:pass" if passive else "nsubj")


def _verb_after(draft: Draft, verb: int) -> int | None:
    """The verb that an insertion interrupts: finite, with no subject of its own, after a comma."""
    for other in (draft[draft[verb].head], *draft.children(verb)):
        if other.index <= verb or other.pos not in ("VERB", "NOUN", "ADJ"):
            continue
        auxiliary = draft.has(other.index, "aux:tense", "aux:pass", "cop")
        finite = "VerbForm=Fin" in other.morph or auxiliary
        bare = not draft.has(other.index, *SUBJECTS, "mark", "cc", "case")
        if finite and bare and draft.text(group_start(draft, other.index) - 1) == ",":
            return other.index
    return None


def _is_incise(draft: Draft, verb: Token, words: ParsingWords) -> bool:
    """Whether a verb of saying follows what is said, with nothing before it in its own clause."""
    if "VerbForm=Inf" in verb.morph or verb.text.endswith("ant"):
        return False
    start = group_start(draft, verb.index)
    sign = draft.text(start - 1)
    if sign not in _INCISE_SIGNS or verb.lemma not in words.speech_verbs:
        return False
    if start == verb.index and _is_bare_participle(verb) and not _closes_quote(draft, start):
        return False
    return not _has_own_subject(draft, verb.index, start)


def _is_bare_participle(verb: Token) -> bool:
    """Whether a form can only be a past participle: « dit », « écrit » are the present too."""
    return "VerbForm=Part" in verb.morph and not verb.text.endswith("it")


def _closes_quote(draft: Draft, start: int) -> bool:
    signs = (draft.text(start - 1), draft.text(start - 2))
    return signs[0] in _QUOTE_ENDS or (signs[0] == "," and signs[1] in _QUOTE_ENDS)


def _has_own_subject(draft: Draft, verb: int, start: int) -> bool:
    """Whether a subject stands before the verb, other than one taken out of the words quoted."""
    for child in draft.children(verb):
        clause = child.pos == "VERB" and is_finite(draft, child)  # which is what is said
        if child.dep in SUBJECTS and child.index < start and not clause:
            return not (_is_quoted(draft, child.index, start) or _is_stolen(draft, child, start))
    return False


def _is_stolen(draft: Draft, subject: Token, start: int) -> bool:
    """« …, tuant dix civils, a annoncé l'armée » with « civils » for a subject: a clause of saying
    hung on what stands before it has no subject there, parted from it by one comma alone.
    """
    verb = draft[subject.head]
    if draft.text(draft.phrase_start(subject.index) - 1) == ",":
        return False
    signs = [index for index in range(subject.index, start) if draft.pos(index) == "PUNCT"]
    return verb.head < subject.index and signs == [start - 1] and draft.has(verb.index, "obj")


def _is_quoted(draft: Draft, index: int, start: int) -> bool:
    """Whether a token lies in the quotation that closes just before ``start``."""
    closing = start - 1 if draft.text(start - 1) != "," else start - 2
    opening_sign = _OPENING_OF.get(draft.text(closing))
    if opening_sign is None or index >= closing:
        return False
    opening = closing - 1
    while opening in draft and draft.text(opening) != opening_sign:
        opening -= 1
    return opening < index


def _give_subject(draft: Draft, verb: int, words: ParsingWords) -> None:
    """Label the noun after the verb its subject; a noun of the quotation is what is said."""
    start = group_start(draft, verb)
    for child in draft.children(verb):
        if child.dep in SUBJECTS and child.index < verb and child.text.lower() in _ADDRESSEES:
            draft.change(child.index, dep="iobj")
        elif child.dep in SUBJECTS and child.index < start:
            _give_back(draft, child)
    if any(child.dep in SUBJECTS for child in draft.children(verb)):
        return
    found = _noun_after(draft, verb, words) or _name_after_addressee(draft, verb)
    if found is not None:
        if draft.pos(found) == "ADJ":
            draft.change(found, pos="NOUN")
        draft.attach(found, verb, "nsubj")


def _give_back(draft: Draft, noun: Token) -> None:
    """A wrong subject is the object of the verb right before it, else what is said."""
    before = draft.phrase_start(noun.index) - 1
    if draft.pos(before) == "VERB" and not draft.has(before, "obj"):
        draft.attach(noun.index, before, "obj")
    else:
        draft.change(noun.index, dep="ccomp")


def _noun_after(draft: Draft, verb: int, words: ParsingWords) -> int | None:
    """The first bare noun that hangs on the verb after it, and tells no time."""
    for child in draft.children(verb):
        if child.index < verb or child.dep in ("punct", "conj", "ccomp", "parataxis"):
            continue
        named = child.pos in NOMINAL or child.dep == "obj" or _is_taken_for_quality(draft, child)
        if not named:
            continue
        bare = not draft.has(child.index, "case", "mark", "cop")
        if bare and child.lemma not in words.time_nouns and child.dep != "advmod":
            return child.index
    return None


def _is_taken_for_quality(draft: Draft, token: Token) -> bool:
    """« affirme un jeune manifestant »: a word of quality with an article is a noun."""
    return token.pos == "ADJ" and token.dep == "xcomp" and draft.has(token.index, "det")


def _name_after_addressee(draft: Draft, verb: int) -> int | None:
    """« a déclaré à l'AFP Jean Dupont »: the name that the model hung on the addressee."""
    for child in draft.children(verb):
        if child.index < verb or not draft.has(child.index, "case"):
            continue
        for name in draft.children(child.index):
            bare = name.pos == "PROPN" and not draft.has(name.index, "case")
            if bare and name.index > child.index and name.dep in ("nmod", "appos", "flat:name"):
                return name.index
    return None


def _hang_beside(draft: Draft, verb: int) -> None:
    """What is said before a verb of saying is its content when the verb is the sentence's root;
    else the clause of saying stands beside (parataxis), not under a word of the quotation.
    """
    start = group_start(draft, verb)
    if draft[verb].head == verb:
        for child in draft.children(verb):
            clausal = child.dep in ("advcl", "dep", "acl", "xcomp", "parataxis", "obj")
            if clausal and child.index < start and child.pos in ("VERB", "NOUN", "ADJ", "AUX"):
                draft.change(child.index, dep="ccomp")
    elif draft[verb].dep in _CLAUSE_LABELS and draft[verb].head < verb:
        draft.change(verb, dep="parataxis")
