"""Fixed phrases of predicates: « prendre » with « en otage », « coup » with « d'Etat »."""

from __future__ import annotations

from functools import lru_cache

from .grammar import Grammar

_WINDOW = 9  # tokens after a verb within which its fixed words stand
_PASSED_OVER = frozenset({"DET", "ADV", "ADJ", "NUM"})
_ANCHORS = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "VERB"})
_NEAR = 3  # tokens from a verb to fixed words that the parser may hang on another noun


def follows(grammar: Grammar, index: int, fixed: tuple[str, ...]) -> int | None:
    """The last token of fixed words right after a noun, hyphens apart; None without them there.

    The noun itself when there are no fixed words to find.
    """
    last, count = index, len(grammar.tokens)
    words = list(fixed)
    while words:
        word = words.pop(0)
        last += 1
        if last < count and grammar.tokens[last].text == "-":
            last += 1
        if last < count and words and _is_word(grammar, last, word + words[0]):
            word += words.pop(0)  # « coup d'état » in a language that cuts nothing there
        if last >= count or not _is_word(grammar, last, word):
            return None
        if grammar.tokens[index].head == last and grammar.objects(last):
            return None  # « drones struck Moscow » is no « drone strike »
    return last


def words_after(grammar: Grammar, verb: int) -> frozenset[str]:
    """All fixed words that may stand after a verb: a phrase with another one stands nowhere."""
    last = min(grammar.parse.sentence_of(verb).last, verb + 1 + _WINDOW)
    return frozenset().union(*(_forms_at(grammar, index) for index in range(verb + 1, last)))


def find_phrase(grammar: Grammar, verb: int, fixed: tuple[str, ...]) -> tuple[int, int] | None:
    """Where fixed words stand after their verb: (their last token, their last noun), or None."""
    last = min(grammar.parse.sentence_of(verb).last, verb + 1 + _WINDOW)
    for start in range(verb + 1, last):
        if start < last - 1 and _is_other_verb(grammar, start, fixed):
            return None
        end = _run(grammar, start, last, fixed)
        if end is None:
            continue
        anchor = _anchor(grammar, start, end)
        if end == anchor and len(fixed) == 1 and _is_verb_of_its_own(grammar, anchor, fixed[0]):
            continue
        if _hangs_on(grammar, anchor, verb, fixed, start - verb):
            return end, anchor
    return None


def preposition_after_object(grammar: Grammar, verb: int, last: int) -> str | None:
    """« took six men hostage in X »: the preposition, behind the object, that a verb's fixed words
    end with; None where they end with something else.
    """
    if grammar.tokens[last].dep != "case" or grammar.child(last, "fixed") is not None:
        return None
    behind = any(verb < target < last for target in grammar.objects(verb))
    return grammar.relation(last) if behind else None


def run_around(
    grammar: Grammar, first: int, head: int, fixed: tuple[str, ...]
) -> tuple[int, int] | None:
    """The first and last token of fixed words that hold a head; None where they do not stand."""
    end = grammar.parse.sentence_of(head).last
    for start in range(first, head + 1):
        last = _run(grammar, start, end, fixed) if fixed else None
        if last is not None and last >= head:
            return start, last
    return None


def adverb_before(grammar: Grammar, verb: int, fixed: tuple[str, ...]) -> int | None:
    """Where the one fixed word of a verb stands as an adverb before it: « forcibly recruited »."""
    if len(fixed) == 1:
        for child in grammar.parse.children(verb):
            if (
                child.pos == "ADV"
                and child.index < verb
                and _is_word(grammar, child.index, fixed[0])
            ):
                return child.index
    return None


def _is_verb_of_its_own(grammar: Grammar, index: int, word: str) -> bool:
    """Whether a fixed word is a verb, and no participle as the entry has it: « left wounded »."""
    if grammar.tokens[index].pos not in ("VERB", "AUX"):
        return False
    return grammar.lemmas[index] == word or grammar.words[index] != word


def _is_other_verb(grammar: Grammar, index: int, fixed: tuple[str, ...]) -> bool:
    """Whether a clause of its own begins before the fixed words; participles do not begin one."""
    if grammar.tokens[index].pos != "VERB" or grammar.words[index] == fixed[0]:
        return False
    return not grammar.is_past_participle(index)


def _run(grammar: Grammar, start: int, last: int, fixed: tuple[str, ...]) -> int | None:
    """The last token of a run of fixed words; articles and adjectives between are passed over."""
    wanted = 0
    for position in range(start, last):
        if _is_word(grammar, position, fixed[wanted]):
            wanted += 1
            if wanted == len(fixed):
                return position
        elif wanted == 0 or not _is_passed_over(grammar, position):
            return None
    return None


def _is_passed_over(grammar: Grammar, index: int) -> bool:
    """Whether a word may stand between fixed ones: « from their homes »."""
    token = grammar.tokens[index]
    return token.pos in _PASSED_OVER or token.dep == "det"


def _anchor(grammar: Grammar, start: int, end: int) -> int:
    """The last word of a run that is no function word; its last token when all are."""
    for position in range(end, start - 1, -1):
        if grammar.tokens[position].pos in _ANCHORS:
            return position
    return end


def _hangs_on(grammar: Grammar, anchor: int, verb: int, fixed: tuple[str, ...], gap: int) -> bool:
    """Whether the noun of a fixed phrase is the verb's own complement, not another noun's.

    « prendre X en otage » may have « en otage » hung on X by the parser; « semer le doute sur la
    mort » is no « semer la mort ».
    """
    head = grammar.tokens[grammar.first_conjunct(anchor)].head
    if gap <= 1 or verb in (grammar.tokens[anchor].head, head):
        return True
    above = grammar.tokens[head].head
    if fixed[0] in grammar.language.grammar["opening_words"]:
        return verb in (above, grammar.tokens[above].head)
    return gap <= _NEAR and grammar.preposition(anchor) is None


def _is_word(grammar: Grammar, index: int, wanted: str) -> bool:
    """Whether a token is a fixed word by its lemma, form or undone contraction."""
    return wanted in _forms_at(grammar, index)


def _forms_at(grammar: Grammar, index: int) -> frozenset[str]:
    lemma, word, normal = grammar.lemmas[index], grammar.words[index], grammar.normals[index]
    language = grammar.language
    elided = language.elided.get(normal, frozenset())
    return _forms(lemma, word, normal, language.grammar["infinitive_endings"], elided)


@lru_cache(maxsize=10_000)
def _forms(
    lemma: str, word: str, normal: str, endings: frozenset[str], elided: frozenset[str]
) -> frozenset[str]:
    """The fixed words that a token may be."""
    bare = word.rstrip("'")
    forms = {lemma, word, normal, bare, f"{bare}'"}
    for ending in endings:
        forms.add(lemma.removesuffix(ending))  # « forcées » read as a participle
    return frozenset(forms | elided)
