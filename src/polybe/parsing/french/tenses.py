"""Tense and mood told by the ending: future and conditional are written on the infinitive.

The model takes « quitteront » for a present, « bénéficiait » for a conditional; whether a fact is
planned or hearsay hangs on it.
"""

from __future__ import annotations

from polybe.model import Token

from ..draft import Draft

_FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
_CONDITIONAL = ("ais", "ait", "ions", "iez", "aient")
_IMPERFECT = ("ais", "ait", "aient")


def repair_tenses(draft: Draft) -> None:
    """Mend tense and mood of conjugated verbs from their written form, in place."""
    for token in draft:
        if token.pos in ("VERB", "AUX") and not {"VerbForm=Inf", "VerbForm=Part"} & token.morph:
            told = told_by_form(token)
            if told is not None:
                _set(draft, token, *told)


def told_by_form(token: Token) -> tuple[str, str] | None:
    """Mood and tense that a verb's ending settles; None when it settles nothing.

    Only regular stems are judged: the infinitive, or the infinitive without its last « e ».
    """
    form, lemma = token.text.lower(), token.lemma
    if lemma.endswith(("er", "ir", "re")):
        stem = lemma.removesuffix("e")
        ending = form[len(stem) :] if form.startswith(stem) else ""
        if ending in _FUTURE:
            return "Mood=Ind", "Tense=Fut"
        if ending in _CONDITIONAL:
            return "Mood=Cnd", "Tense=Pres"
    if "Mood=Cnd" in token.morph and form.endswith(_IMPERFECT) and not _has_r_stem(form):
        return "Mood=Ind", "Tense=Imp"
    return None


def _has_r_stem(form: str) -> bool:
    """Whether an « r » stands before « -ais, -ait, -aient », as in every conditional."""
    return any(form.endswith(f"r{ending}") for ending in _IMPERFECT)


def _set(draft: Draft, token: Token, mood: str, tense: str) -> None:
    kept = {f for f in token.morph if not f.startswith(("Mood=", "Tense=", "VerbForm="))}
    morph = frozenset({*kept, mood, tense, "VerbForm=Fin"})
    if morph != token.morph:
        draft.change(token.index, morph=morph)
