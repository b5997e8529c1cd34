"""`polybe review`: verify, correct, merge and split what was coded, on a screen or by option."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from ..arguments import UsageError, usage_error
from ..console import Console
from ..reviewers import reviewer_of
from ..status import OK
from ..stores import open_store

if TYPE_CHECKING:
    from ...account.decisions import Decision
    from ...store.review import Review

_SHOWN = ("list", "history", "agreement", "disagreements")
_DECIDED = ("accept", "reject", "edit", "merge", "split", "undo")


def run(options: Namespace, console: Console) -> int:
    """Do the one thing asked for; open the screen when none is."""
    from ... import app

    asked = _asked(options, console)
    with open_store(options) as store:
        review = app.review(store, reviewer_of(options), codebook=options.codebook)
        if asked is None:
            return _on_screen(review, options, console)
        if asked in _SHOWN:
            _print(_SHOW[asked](review, options, console))
        else:
            made = _DECIDE[asked](review, getattr(options, asked), options, console)
            _print(_decisions(*made))
    return OK


def _asked(options: Namespace, console: Console) -> str | None:
    """The one action asked for; None for the screen."""
    given = [name for name in (*_SHOWN, *_DECIDED) if getattr(options, name) not in (None, False)]
    if len(given) > 1:
        raise _usage_error("review.one_action", console)
    if options.why is not None and (not given or given[0] in _SHOWN):
        raise _usage_error("review.why_of_nothing", console)
    if not given and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise _usage_error("review.no_terminal", console)
    return given[0] if given else None


def _usage_error(key: str, console: Console, **values: object) -> UsageError:
    return usage_error(console.messages, console.messages(key, **values), "polybe review")


def _on_screen(review: Review, options: Namespace, console: Console) -> int:
    from ..reviewing.screen import ReviewScreen

    ReviewScreen(
        review,
        console.messages,
        place=options.place,
        kind=options.kind,
        second=options.second,
    ).run()
    return OK


def _print(rows: Iterable[Iterable[object]]) -> None:
    for row in rows:
        print("\t".join("" if each is None else str(each) for each in row))


# -- what is shown ---------------------------------------------------------------------------------

Rows = Iterable[Iterable[object]]


def _list(review: Review, options: Namespace, _console: Console) -> Rows:
    from ...account.reviewing import MergeCard, ReportCard

    yield ("card", "ids", "disputed", "toll", "origins", "code", "day", "words")
    for card in review.cards(place=options.place, kind=options.kind, second=options.second):
        cluster = card.cluster
        claim = card.claim if isinstance(card, ReportCard) else cluster.claims[0]
        words = " ".join(review.reviewing.passage(claim).text.split())
        kind, _, ids = card.id.partition(" ")
        if not isinstance(card, ReportCard | MergeCard):
            ids = " ".join(cluster.ids)
        matters = (int(cluster.disputed), f"{cluster.toll:.0f}", cluster.origins)
        yield (kind, ids, *matters, claim.code, claim.day, words)


def _history(review: Review, options: Namespace, _console: Console) -> Rows:
    return _decisions(*review.history(options.history))


def _agreement(review: Review, _options: Namespace, _console: Console) -> Rows:
    yield ("field", "alpha", "units", "reviewers")
    for each in review.agreement():
        alpha = None if each.alpha is None else f"{each.alpha:.3f}"
        yield (each.field, alpha, each.units, each.reviewers)


def _disagreements(review: Review, _options: Namespace, _console: Console) -> Rows:
    yield ("field", "ids", "who", "value")
    for each in review.disagreements():
        for opinion in each.opinions:
            yield (each.field, " ".join(each.unit), opinion.who, opinion.value)


def _decisions(*made: Decision) -> Rows:
    yield ("number", "at", "who", "action", "ids", "rest", "slot", "value", "undoes", "why")
    for each in made:
        value = json.dumps(each.value, ensure_ascii=False) if each.slot else None
        ids, rest = " ".join(each.claims), " ".join(each.rest)
        head = (each.number, each.at, each.who, each.action, ids, rest)
        yield (*head, each.slot, value, each.undoes, each.why and " ".join(each.why.split()))


_SHOW: dict[str, Callable[[Review, Namespace, Console], Rows]] = {
    "list": _list,
    "history": _history,
    "agreement": _agreement,
    "disagreements": _disagreements,
}


# -- what is decided -------------------------------------------------------------------------------


def _edit(
    review: Review, given: list[str], options: Namespace, console: Console
) -> tuple[Decision, ...]:
    """Several slots are several decisions; all words are read before the first is made."""
    claim, *settings = given
    pairs = [_setting(each, console) for each in settings]
    if not pairs:
        raise _usage_error("review.no_value", console, value="")
    return review.edit_all(claim, pairs, options.why)


def _setting(text: str, console: Console) -> tuple[str, str]:
    slot, sign, value = text.partition("=")
    if not sign:
        raise _usage_error("review.no_value", console, value=text)
    return slot.strip(), value


_DECIDE: dict[str, Callable[[Review, Any, Namespace, Console], tuple[Decision, ...]]] = {
    "accept": lambda review, id_, options, _: (review.accept(id_, options.why),),
    "reject": lambda review, id_, options, _: (review.reject(id_, options.why),),
    "edit": _edit,
    "merge": lambda review, ids, options, _: (review.merge(ids, options.why),),
    "split": lambda review, ids, options, _: (review.split(ids, options.why),),
    "undo": lambda review, number, options, _: (review.undo(number, options.why),),
}
