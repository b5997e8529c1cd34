"""`polybe explain`: why a sentence was coded as it was, for whoever mends the codebook."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from ..arguments import ALL, UsageError, usage_error
from ..console import Console
from ..inputs import defaults_of
from ..status import OK, NothingDone

if TYPE_CHECKING:
    from ...coding.explanation import Explanation, SentenceExplanation
    from ...model import CodedDocument, Document

    Article = Document | CodedDocument

_CHOICES = ("sentence", "report", "word", "offset")
_MOST_IDS = 10  # ids of articles told in a message


def run(options: Namespace, console: Console) -> int:
    """Explain the sentences asked for; without a choice list them all, unless there is but one."""
    from ...export import print_explanation, print_sentences, write_explanation

    _check_usage(options, console)
    explanation = _explanation(options, console)
    chosen = _chosen(explanation, options, console)
    if options.format == "json":
        write_explanation(chosen, sys.stdout)
    elif _is_chosen(options) or len(chosen.sentences) == 1:
        print_explanation(chosen, console.messages, sys.stdout)
    else:
        print_sentences(chosen, console.messages, sys.stdout)
        console.note(console.messages("explain.choose"))
    return OK


def _is_chosen(options: Namespace) -> bool:
    return any(getattr(options, name) is not None for name in _CHOICES)


def _check_usage(options: Namespace, console: Console) -> None:
    if not options.input:
        raise _usage_error(console.messages("cli.no_input"), console)
    if sum(getattr(options, name) is not None for name in _CHOICES) > 1:
        raise _usage_error(console.messages("explain.one_choice"), console)


def _usage_error(message: str, console: Console) -> UsageError:
    return usage_error(console.messages, message, "polybe explain")


# -- the article -----------------------------------------------------------------------------------


def _explanation(options: Namespace, console: Console) -> Explanation:
    """The explanation of the article meant; of several, of the one that has the report asked for.

    NothingDone when none has it.
    """
    from ... import app
    from ...model import Failure

    for document in _documents(options, console):
        explanation = app.explain(document, codebook=options.codebook)
        if isinstance(explanation, Failure):
            console.failed(explanation)
        elif options.report is None or _has_report(explanation.coded, options.report):
            return explanation
    if options.report is None:
        raise NothingDone
    raise NothingDone(console.messages("explain.no_report", value=options.report))


def _documents(options: Namespace, console: Console) -> list[Document]:
    """The articles of the input that may be meant; UsageError where it must be said which."""
    items = _items(options, console)
    if options.document is not None:
        items = [_named(items, options, console)]
    if options.report is not None:
        items = [item for item in items if _has_report(item, options.report)] or items
    elif len(items) > 1:
        told = console.messages("explain.several", count=len(items), **_source(items, options))
        raise _usage_error(told, console)
    return [_document_of(item) for item in items]


def _items(options: Namespace, console: Console) -> list[Article]:
    """The articles of the input, coded or not; NothingDone when none can be read."""
    from ...model import Failure
    from ...reading import read

    items: list[Article] = []
    for item in read(options.input, defaults_of(options)):
        if isinstance(item, Failure):
            console.failed(item)
        else:
            items.append(item)
    if not items:
        raise NothingDone(console.messages("cli.nothing_read"))
    return items


def _named(items: list[Article], options: Namespace, console: Console) -> Article:
    for item in items:
        if _document_of(item).id == options.document:
            return item
    source = _source(items, options)
    raise NothingDone(console.messages("explain.no_document", id=options.document, **source))


def _source(items: list[Article], options: Namespace) -> dict[str, str]:
    """The input and the ids of its articles, for messages."""
    ids = [_document_of(item).id for item in items]
    more = ", …" if len(ids) > _MOST_IDS else ""
    return {"source": options.input, "ids": ", ".join(ids[:_MOST_IDS]) + more}


def _document_of(item: Article) -> Document:
    from ...model import Document

    return item if isinstance(item, Document) else item.document


def _has_report(item: Article, report_id: str) -> bool:
    return any(report.id == report_id for report in getattr(item, "reports", ()))


# -- the sentences ---------------------------------------------------------------------------------


def _chosen(explanation: Explanation, options: Namespace, console: Console) -> Explanation:
    """The explanation of the sentences asked for; NothingDone when there is none such."""
    for name, test in _TESTS.items():
        value = getattr(options, name)
        if value is None or (name == "sentence" and value == ALL):
            continue
        chosen = explanation.only(partial(test, value))
        if not chosen.sentences:
            count = len(explanation.sentences)
            told = console.messages(f"explain.no_{name}", value=value, count=count)
            raise NothingDone(told)
        return chosen
    return explanation


def _has_number(number: int, sentence: SentenceExplanation) -> bool:
    return sentence.number == number


def _gave(report_id: str, sentence: SentenceExplanation) -> bool:
    return any(explained.report.id == report_id for explained in sentence.reports)


def _has_word(word: str, sentence: SentenceExplanation) -> bool:
    wanted = word.casefold()
    return any(wanted in (w.text.casefold(), w.lemma.casefold()) for w in sentence.words)


def _holds(offset: int, sentence: SentenceExplanation) -> bool:
    return sentence.start <= offset < sentence.end


_TESTS: dict[str, Callable[[Any, SentenceExplanation], bool]] = {
    "sentence": _has_number,
    "report": _gave,
    "word": _has_word,
    "offset": _holds,
}
