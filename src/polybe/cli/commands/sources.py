"""`polybe sources`: the outlets and speakers of the store, how far they are trusted, by whom."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from ..console import Console
from ..reviewers import reviewer_of
from ..status import OK
from ..stores import open_store

if TYPE_CHECKING:
    from ...store.ratings import RatingGiven


def run(options: Namespace, console: Console) -> int:
    """List sources or the history of one, parted by tabs with a heading, or rate one."""
    from ... import app

    _check_usage(options, console)
    kind, codebook = "speaker" if options.speaker else "outlet", options.codebook
    with open_store(options) as store:
        if options.rate:
            who = reviewer_of(options)
            rating = app.rate_source(
                store, kind, *options.rate, who=who, why=options.why, codebook=codebook
            )
            _print_given(rating)
        elif options.history is not None:
            _print_given(*app.source_history(store, kind, options.history, codebook=codebook))
        else:
            print("kind", "source", "count", "rating", "by", "at", sep="\t")
            for each in app.list_sources(store):
                given = (each.given.who, each.given.at) if each.given else ("", "")
                print(each.kind, each.name, each.count, each.rating.code, *given, sep="\t")
    return OK


def _check_usage(options: Namespace, console: Console) -> None:
    from ..arguments import usage_error

    key = None
    if options.rate and options.history is not None:
        key = "rating.one_action"
    elif options.why is not None and not options.rate:
        key = "review.why_of_nothing"
    elif options.speaker and not options.rate and options.history is None:
        key = "rating.which_speaker"
    if key:
        raise usage_error(console.messages, console.messages(key), "polybe sources")


def _print_given(*ratings: RatingGiven) -> None:
    print("number", "at", "who", "kind", "source", "rating", "why", sep="\t")
    for each in ratings:
        why = " ".join((each.why or "").split())
        head = (each.number, each.at, each.who, each.kind, each.source)
        print(*head, each.rating.code, why, sep="\t")
