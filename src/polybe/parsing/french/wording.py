"""Parts of speech and lemmas that a model gets wrong in the news, mended word by word."""

from __future__ import annotations

from ..draft import Draft
from ..lexicon import INFINITIVE_ENDINGS, Lexicon
from ..words import ParsingWords

_SMALL_WORDS = frozenset(("ADP", "ADV", "CCONJ", "SCONJ", "DET", "PRON"))
_ODD_FOR_A_NAME = frozenset(("PRON", "ADV", "ADP", "AUX", "VERB", "X", "SCONJ", "DET", "INTJ"))
_OPENERS = frozenset(("«", "(", "[", ":", "-", "–", "—", "...", "…", '"', "•"))
_PLURAL_VERB = frozenset(("Mood=Ind", "Number=Plur", "Person=3", "Tense=Pres", "VerbForm=Fin"))
_SINGULAR_VERB = frozenset(("Mood=Ind", "Number=Sing", "Person=3", "Tense=Pres", "VerbForm=Fin"))


def repair_words(draft: Draft, lexicon: Lexicon, words: ParsingWords) -> None:
    """Mend parts of speech and lemmas, in place."""
    for token in draft:
        if token.pos in ("PUNCT", "SPACE", "SYM"):
            continue
        _repair_part_of_speech(draft, token.index, lexicon)
        _repair_lemma(draft, token.index, lexicon, words)


def _repair_part_of_speech(draft: Draft, index: int, lexicon: Lexicon) -> None:
    token = draft[index]
    form = token.text.lower()
    if token.text[:1].isupper():
        if _is_name(draft, index, lexicon):
            draft.change(index, pos="PROPN", lemma=token.text)
    elif "VerbForm=Inf" in token.morph and token.pos not in ("VERB", "AUX"):
        _infinitive_again(draft, index, lexicon)
    elif token.pos == "PROPN":
        _unname(draft, index, lexicon)
    elif token.pos in ("ADJ", "NOUN", "ADV") and form.endswith("ent"):
        if lexicon.is_only_verb(form):
            lemma = lexicon.infinitive(form)
            draft.change(index, pos="VERB", lemma=lemma, morph=_PLURAL_VERB)
    elif token.pos == "VERB" and lexicon.infinitive(form) is None:
        _unverb(draft, index, lexicon)
    elif token.pos == "VERB" and form.endswith("ent") and "VerbForm=Fin" not in token.morph:
        draft.change(index, morph=_PLURAL_VERB)
    elif token.pos == "ADV" and lexicon.infinitive(form) and not lexicon.lemma(form, "adv"):
        _verb_for_adverb(draft, index, lexicon)


def _infinitive_again(draft: Draft, index: int, lexicon: Lexicon) -> None:
    """« libérer » told as an infinitive and yet as an adjective is the verb."""
    form = draft.text(index)
    if lexicon.is_infinitive(form):
        draft.change(index, pos="VERB", lemma=form)


def _verb_for_adverb(draft: Draft, index: int, lexicon: Lexicon) -> None:
    """« Paris dément »: an « adverb » that none is, but a verb's form after a noun, is the verb."""
    infinitive = lexicon.infinitive(draft.text(index))
    if draft.pos(index - 1) in ("NOUN", "PROPN", "ADJ") and draft.text(index) != infinitive:
        draft.change(index, pos="VERB", lemma=infinitive, morph=_SINGULAR_VERB)


def _is_name(draft: Draft, index: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised word is a name though the model says otherwise."""
    token = draft[index]
    form = token.text.lower()
    if form in lexicon or token.text.endswith(("'", "’", ".")):
        return False
    starts = index == draft.first or draft[index - 1].text in _OPENERS
    if token.pos == "NOUN":
        return not starts or token.text.isupper()
    return token.pos in _ODD_FOR_A_NAME and not starts and token.text.replace("-", "").isalnum()


def _unname(draft: Draft, index: int, lexicon: Lexicon) -> None:
    """A lower-case word called a name is the noun or adjective that the lexicon has."""
    token = draft[index]
    form = token.text.lower()
    parts = ("adj", "noun") if token.dep == "amod" else ("noun", "adj")
    for part in parts:
        lemma = lexicon.lemma(form, part)
        if lemma is not None:
            draft.change(index, pos=part.upper(), lemma=lemma)
            return


def _unverb(draft: Draft, index: int, lexicon: Lexicon) -> None:
    """A word called a verb that no verb has as a form is what else the lexicon says it is."""
    form = draft[index].text.lower()
    for part in ("adj", "noun", "adv"):
        lemma = lexicon.lemma(form, part)
        if lemma is not None:
            draft.change(index, pos=part.upper(), lemma=lemma)
            return


def _repair_lemma(draft: Draft, index: int, lexicon: Lexicon, words: ParsingWords) -> None:
    token = draft[index]
    form = token.text.lower().replace("’", "'")
    table = words.lemmas.get("VERB" if token.pos == "AUX" else token.pos, {})
    lemma = table.get(form)
    if lemma is None:
        lemma = _lemma_by_rule(token.pos, form, token.lemma, lexicon)
    if lemma != token.lemma:
        draft.change(index, lemma=lemma)


def _lemma_by_rule(pos: str, form: str, lemma: str, lexicon: Lexicon) -> str:
    if pos in ("VERB", "AUX") and not lexicon.is_infinitive(lemma):
        return lexicon.infinitive(form) or lemma
    if pos in _SMALL_WORDS and lemma.endswith(INFINITIVE_ENDINGS) and lemma not in form:
        return form
    if pos == "NUM":
        return lemma.lower()
    if pos in ("NOUN", "ADJ") and "-" in form and lemma not in lexicon:
        return _compound_lemma(form, pos.lower(), lemma, lexicon)
    return lemma


def _compound_lemma(form: str, part: str, lemma: str, lexicon: Lexicon) -> str:
    """« pro-russes » → « pro-russe »: the lemma of the last part after what stands before it."""
    before, last = form.rsplit("-", 1)
    other = "adj" if part == "noun" else "noun"
    found = lexicon.lemma(last, part) or lexicon.lemma(last, other)
    return f"{before}-{found}" if found else form.removesuffix("s") if lemma not in form else lemma
