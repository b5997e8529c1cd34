"""What can be told of a verb from its words: its group, its voice, whether it has a subject."""

from __future__ import annotations

from polybe.model import Token

from ..draft import Draft

SUBJECTS = ("nsubj", "nsubj:pass", "expl:subj")
CLAUSES = ("ccomp", "xcomp", "advcl", "parataxis", "acl", "acl:relcl")
SUBJECT_CLITICS = frozenset(("-il", "-ils", "-elle", "-elles", "-on", "-je", "-tu", "-ce"))
RELATIVES = frozenset(("qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels"))

_PARTICIPLES = ("é", "ée", "és", "ées", "i", "u")
_NOT_FINITE = {"VerbForm=Inf", "VerbForm=Part"}
_REFLEXIVE = frozenset(("se", "s'", "s’"))
_BEFORE_VERB = frozenset(
    ("en", "la", "le", "les", "leur", "lui", "me", "ne", "nous", "se", "te", "vous", "y")
)
_ELIDED = frozenset(("l'", "m'", "n'", "s'", "t'"))


def group_start(draft: Draft, verb: int) -> int:
    """The first word of a verb's group: its auxiliaries, pronouns and adverbs are of it."""
    index = verb - 1
    while index in draft and _is_of_group(draft, index, verb):
        index -= 1
    return index + 1


def _is_of_group(draft: Draft, index: int, verb: int) -> bool:
    text = draft.text(index).replace("’", "'")
    if draft.pos(index) in ("AUX", "PART") or text in SUBJECT_CLITICS or text in _ELIDED:
        return True
    if draft.pos(index) == "ADV":
        return draft[index].head == verb
    return text in _BEFORE_VERB and draft.pos(index) in ("PRON", "ADV", "DET")


def is_finite(draft: Draft, verb: Token) -> bool:
    """Whether a verb is conjugated, itself or by its auxiliary."""
    auxiliaries = [child for child in draft.children(verb.index) if child.dep[:3] in ("aux", "cop")]
    if auxiliaries:
        return any(not _NOT_FINITE & auxiliary.morph for auxiliary in auxiliaries)
    if verb.text.endswith(_PARTICIPLES):
        return False
    return "VerbForm=Fin" in verb.morph or (verb.pos == "VERB" and verb.lemma == f"{verb.text}r")


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands in the infinitive."""
    return verb.pos == "VERB" and ("VerbForm=Inf" in verb.morph or verb.text.lower() == verb.lemma)


def is_participle(draft: Draft, verb: Token) -> bool:
    """Whether a verb is a past participle without auxiliary."""
    past = "VerbForm=Part" in verb.morph and not verb.text.endswith("ant")
    return past and not draft.has(verb.index, "aux:tense", "aux:pass", "cop")


def is_reflexive(draft: Draft, verb: int) -> bool:
    """Whether a verb has « se » before it."""
    return any(child.text.lower() in _REFLEXIVE for child in draft.children(verb))


def has_subject(draft: Draft, verb: int) -> bool:
    """Whether a verb has a subject, an empty « il » among them."""
    return draft.has(verb, *SUBJECTS)


def subject_label(draft: Draft, verb: int) -> str:
    """How the subject of a verb is labelled: by its voice."""
    return "nsubj:pass" if draft.has(verb, "aux:pass") else "nsubj"
