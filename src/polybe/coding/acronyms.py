"""Short forms that a text gives its bodies itself: « le Front des patriotes (FPK) », « le FPK »."""

from __future__ import annotations

from collections.abc import Iterator

from ..codebook.folding import fold
from .actor_draft import ActorDraft
from .actor_index import ActorIndex

_LONGEST_NAME = 14  # tokens of a name before its bracket
_BODIES = ("organisation", "group", "role", "name", "force")


def join_acronyms(actors: ActorIndex) -> None:
    """Give every acronym that a bracket introduces the body named before it, there and later."""
    for index in _bracketed(actors):
        body = _named_before(actors, index - 1)
        if body is not None and not _is_known_otherwise(actors, index, body):
            _give(actors, index, body)


def _bracketed(actors: ActorIndex) -> Iterator[int]:
    """Tokens that are acronyms alone in a bracket."""
    words = actors.grammar.words
    for index in range(2, len(words) - 1):
        if words[index - 1] == "(" and words[index + 1] == ")" and _is_acronym(actors, index):
            yield index


def _is_acronym(actors: ActorIndex, index: int) -> bool:
    text = actors.grammar.tokens[index].text
    return text[0].isupper() and sum(letter.isupper() for letter in text) > 1


def _named_before(actors: ActorIndex, bracket: int) -> ActorDraft | None:
    """The body whose name ends right before a bracket; a mention is made where there is none."""
    known = actors.by_token.get(bracket - 1)
    if known is not None and known.kind in _BODIES and known.actor is not None:
        return known
    start = _start_of_name(actors, bracket)
    if start is None:
        return known if known is not None and known.kind in _BODIES[:2] else None
    return _body(actors, start, bracket)


def _start_of_name(actors: ActorIndex, bracket: int) -> int | None:
    """The noun from which the words before a bracket spell the acronym in it; None when none do."""
    letters = fold(actors.grammar.tokens[bracket + 1].text).replace("-", "").replace(".", "")
    found = None
    for start in range(bracket - 1, max(-1, bracket - 1 - _LONGEST_NAME), -1):
        token = actors.grammar.tokens[start]
        if token.pos in ("PUNCT", "VERB", "AUX", "PRON", "SCONJ"):
            break
        if token.pos in ("NOUN", "PROPN", "X") and _spell(actors, start, bracket, letters):
            found = start
    return found


def _spell(actors: ActorIndex, start: int, end: int, letters: str) -> bool:
    """Whether words give the letters of an acronym in their order, the first word the first."""
    links = actors.language.grammar["name_links"]
    words = [w for w in actors.grammar.words[start:end] if w not in links]
    initials = [part for word in words for part in word.split("-") if part]
    if not initials or initials[0][0] != letters[0]:
        return False
    left = letters
    for word in initials:
        taken = 0
        while left and taken < len(word) and word[taken] == left[0]:
            left, taken = left[1:], taken + 1
    return len(left) * 3 <= len(letters) and len(initials) > 1


def _body(actors: ActorIndex, start: int, end: int) -> ActorDraft:
    """The mention of a name spelt out: the one that begins there, made longer, or a new one."""
    known = actors.by_token.get(start)
    grammar = actors.grammar
    first = start
    if start and grammar.tokens[start - 1].pos == "DET":
        first = start if grammar.is_form(start - 1, "contracted_articles") else start - 1
    draft = ActorDraft(
        first,
        end,
        start,
        grammar.span(first, end),
        "organisation",
        name=actors.text_of(grammar.span(start, end)),
        country=known.country if known is not None else None,
        sector=known.sector if known is not None else "UNK",
        plural=False,
        gender=grammar.gender(start),
    )
    for other in {id(d): d for i in range(first, end) if (d := actors.by_token.get(i))}.values():
        if draft.span.covers(other.span):
            actors.drafts.remove(other)
    actors.put(draft)
    return draft


def _is_known_otherwise(actors: ActorIndex, index: int, body: ActorDraft) -> bool:
    """Whether the catalogue has the acronym for the body already."""
    known = actors.by_token.get(index)
    return known is not None and known.actor is not None and known.identity == body.identity


def _give(actors: ActorIndex, index: int, body: ActorDraft) -> None:
    """Make every mention of an acronym from its bracket on the body."""
    acronym = actors.grammar.tokens[index].text
    for token in actors.grammar.tokens[index:]:
        if token.text != acronym:
            continue
        known = actors.by_token.get(token.index)
        if known is not None and known.last - known.first > 1:
            known.take(body)
            continue
        if known is not None:
            actors.drafts.remove(known)
        short = ActorDraft(
            token.index,
            token.index + 1,
            token.index,
            actors.grammar.span(token.index, token.index + 1),
            "organisation" if body.kind == "role" else body.kind,
            plural=False,
            gender=body.gender,
        )
        short.take(body)
        actors.put(short)
