"""An explanation of how sentences were coded: a page for the terminal, or one JSON object."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import groupby
from operator import itemgetter
from typing import Any, TextIO

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ..account.facts import figure_of
from ..coding.explanation import (
    Entry,
    Explanation,
    RefusalExplanation,
    ReportExplanation,
    SentenceExplanation,
    Word,
)
from ..messages import Messages
from ..model import ActorMention, FigureMention, Mention, PlaceMention
from ..model.coded import mention_to_dict
from ..model.mentions import type_of_mention
from .wording import figure_words, one_line

_WIDTH_OF_A_FILE = 160
_LONGEST_PHRASE = 60  # code points of a phrase told in a line
_MOST_ENTRIES = 3  # entries told of those that one reason refuses at one word
_FORMS = ("VerbForm=", "Mood=", "Tense=", "Voice=")
"""Features by which a verb states a fact or does not."""


def write_explanation(explanation: Explanation, stream: TextIO) -> None:
    """Write an explanation as one JSON object; reasons are in English."""
    data = {
        "document": explanation.coded.document.id,
        "codebook": explanation.codebook,
        "sentences": [_sentence_dict(sentence) for sentence in explanation.sentences],
    }
    json.dump(data, stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def _sentence_dict(sentence: SentenceExplanation) -> dict[str, Any]:
    return {**asdict(sentence), "mentions": [mention_to_dict(m) for m in sentence.mentions]}


def print_sentences(explanation: Explanation, messages: Messages, stream: TextIO) -> None:
    """Write the numbered sentences, a heading first, parted by tabs."""
    columns = (messages(f"explain.{name}") for name in ("sentence", "start", "reports", "text"))
    stream.write("\t".join(columns) + "\n")
    for sentence in explanation.sentences:
        counts = f"{sentence.number}\t{sentence.start}\t{len(sentence.reports)}"
        print(f"{counts}\t{one_line(sentence.text)}", file=stream)


def print_explanation(explanation: Explanation, messages: Messages, stream: TextIO) -> None:
    """Write an explanation for a reader, in colour when the stream is a terminal."""
    told = stream.isatty() or "COLUMNS" in os.environ
    width = None if told else _WIDTH_OF_A_FILE
    console = Console(file=stream, width=width, highlight=False, markup=False, emoji=False)
    page = _Page(explanation, messages, console)
    with console.capture() as written:
        for sentence in explanation.sentences:
            page.write(sentence)
    stream.writelines(f"{line.rstrip()}\n" for line in written.get().rstrip().splitlines())


class _Page:
    """Writes the sentences of one explanation."""

    def __init__(self, explanation: Explanation, messages: Messages, console: Console) -> None:
        self._coded = explanation.coded
        self._messages = messages
        self._console = console

    def write(self, sentence: SentenceExplanation) -> None:
        """All there is to tell of a sentence."""
        title = Text(self._messages("explain.heading", n=sentence.number), "bold")
        self._console.rule(title, align="left", characters="─")
        self._console.print(Padding(Text(one_line(sentence.text)), (0, 0, 1, 1)))
        self._parse(sentence)
        self._mentions(sentence)
        self._reports(sentence)
        self._left_out(sentence)
        self._untried(sentence)
        self._refused(sentence)

    # -- words and mentions --------------------------------------------------------------------

    def _parse(self, sentence: SentenceExplanation) -> None:
        columns = ("number", "word", "lemma", "pos", "form", "relation", "head", "mended")
        rows = [_word_cells(word, sentence.words) for word in sentence.words]
        self._section("parse", columns, rows)

    def _mentions(self, sentence: SentenceExplanation) -> None:
        rows = [self._mention_cells(mention) for mention in sentence.mentions]
        self._section("mentions", ("", "kind", "", "word", "means"), rows)

    def _mention_cells(self, mention: Mention) -> tuple[str, ...]:
        kind = self._messages.label("kind", type_of_mention[type(mention)])
        span = f"{mention.start}–{mention.end}"
        return mention.id, kind, span, _quoted(mention.text), self._meaning(mention)

    def _meaning(self, mention: Mention) -> str:
        """What a mention stands for: the actor, place, time or number, and its antecedent."""
        if isinstance(mention, ActorMention):
            known = (mention.name, mention.actor, mention.country, mention.sector)
            return " · ".join(filter(None, (*known, self._antecedent(mention))))
        if isinstance(mention, PlaceMention):
            number = f"GeoNames {mention.geonames}" if mention.geonames else None
            known = (mention.name, mention.precision, mention.country, number)
            return " · ".join(filter(None, known))
        if isinstance(mention, FigureMention):
            told = (figure_words(figure_of(mention), self._messages), mention.unit, mention.of)
            return " · ".join(filter(None, told))
        return mention.value or "?"

    def _antecedent(self, mention: ActorMention) -> str | None:
        if mention.antecedent is None:
            return None
        text = _short(self._coded.mention(mention.antecedent).text)
        return self._messages("explain.antecedent", text=text, id=mention.antecedent)

    # -- reports -------------------------------------------------------------------------------

    def _reports(self, sentence: SentenceExplanation) -> None:
        self._heading("facts")
        if not sentence.reports:
            nothing = Text(self._messages("explain.nothing"))
            self._console.print(Padding(nothing, (0, 0, 1, 1)))
        for explained in sentence.reports:
            report = explained.report
            told = self._messages.label("status", report.status)
            trigger = _quoted(report.trigger.text)
            self._console.print(
                Text.assemble((f" {_code(explained)}", "bold"), f"  {trigger}  {told}  ").append(
                    report.id, "dim"
                )
            )
            table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1))
            for label, lines in groupby(self._lines(explained), key=itemgetter(0)):
                values = "\n".join(value for _, value in lines)
                table.add_row(Text(f"   {label}", "dim"), Text(values))
            self._console.print(Padding(table, (0, 0, 1, 0)))

    def _lines(self, explained: ReportExplanation) -> Iterable[tuple[str, str]]:
        """What is told of a report, line by line, each with its label."""
        label, report = self._label, explained.report
        yield label("rule"), self._entry_of(explained)
        if explained.entry is not None:
            yield label("example"), explained.entry.example
        for slot in explained.slots:
            roles = f" → {', '.join(slot.roles)}" if slot.roles else ""
            yield label("slots"), f"{slot.name}: {', '.join(map(_quoted, slot.fillers))}{roles}"
        for side in explained.sides:
            came = self._came_from(side.slot)
            yield label(side.role), f"{_quoted(side.text)} ({side.mention}) – {came}"
        times = (report.time,) if report.time else ()
        for name, ids in (("places", report.places), ("time", times), ("figures", report.figures)):
            if ids:
                yield label(name), ", ".join(self._named(i) for i in ids)
        if report.content is not None:
            yield label("content"), _quoted(report.content.text)
        status = self._messages.label("status", report.status)
        yield label("status"), f"{status} – {self._messages.translate(explained.status)}"
        for source in explained.sources:
            why = self._messages.translate(source.reason)
            yield label("source"), f"{_quoted(source.text)} ({source.mention}) – {why}"

    def _entry_of(self, explained: ReportExplanation) -> str:
        entry = explained.entry
        if entry is None:
            return self._messages("explain.no_entry", rule=explained.report.rule)
        return f"{explained.report.rule} · {entry.file}"

    def _came_from(self, slot: str | None) -> str:
        if slot in (None, "trigger"):
            return self._label("from_trigger" if slot else "from_elsewhere")
        return str(slot)

    def _named(self, mention_id: str) -> str:
        return f"{_quoted(self._coded.mention(mention_id).text)} ({mention_id})"

    # -- what is no report ---------------------------------------------------------------------

    def _left_out(self, sentence: SentenceExplanation) -> None:
        rows = []
        for each in sentence.left_out:
            file, why = each.entry.file if each.entry else "", self._messages.translate(each.reason)
            rows.append((_quoted(each.text), each.code, file, why))
        self._section("left_out", ("word", "entry", "", "why"), rows)

    def _untried(self, sentence: SentenceExplanation) -> None:
        rows = [
            (_quoted(each.text), each.pos, self._messages.translate(each.reason))
            for each in sentence.untried
        ]
        self._section("untried", ("word", "pos", "why"), rows)

    def _refused(self, sentence: SentenceExplanation) -> None:
        def reason(refusal: RefusalExplanation) -> tuple[int, bool, str]:
            return refusal.start, not refusal.fillers, self._why(refusal)

        rows = []
        for (_, _, why), refusals in groupby(sorted(sentence.refused, key=reason), key=reason):
            same = list(refusals)
            rows.append((_quoted(same[0].text), self._entries([r.entry for r in same]), why))
        self._section("refused", ("word", "entry", "why"), rows)

    def _entries(self, entries: list[Entry]) -> str:
        shown = entries if len(entries) <= _MOST_ENTRIES + 1 else entries[:_MOST_ENTRIES]
        lines = [f"{entry.lemma} · {entry.code} · {entry.file}" for entry in shown]
        if len(shown) < len(entries):
            lines.append(self._messages("explain.more", n=len(entries) - len(shown)))
        return "\n".join(lines)

    def _why(self, refusal: RefusalExplanation) -> str:
        """Why an entry is refused; for a condition, with what stands in its slot instead."""
        told = [self._messages.translate(refusal.reason)]
        for filler in refusal.fillers or ():
            key = "explain.found" if filler.classes else "explain.found_none"
            classes = ", ".join(filler.classes)
            told.append(self._messages(key, text=_short(filler.text), classes=classes))
        if refusal.fillers == ():
            told.append(self._messages("explain.found_nothing"))
        return " – ".join(told)

    # -- layout --------------------------------------------------------------------------------

    def _label(self, name: str) -> str:
        return self._messages(f"explain.{name}")

    def _heading(self, name: str) -> None:
        self._console.print(Text(self._label(name), "bold underline"))

    def _section(
        self, heading: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]
    ) -> None:
        """A heading and a table, where there are rows; empty columns are left out."""
        if not rows:
            return
        self._heading(heading)
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
        filled = [i for i in range(len(columns)) if any(row[i] for row in rows)]
        for i in filled:
            table.add_column(self._label(columns[i]) if columns[i] else "", header_style="dim")
        for row in rows:
            table.add_row(*(Text(row[i]) for i in filled))
        self._console.print(table)


def _code(explained: ReportExplanation) -> str:
    report = explained.report
    parts = (None if report.kind == "event" else report.kind, report.type, report.mode)
    return "/".join(filter(None, parts))


def _word_cells(word: Word, words: tuple[Word, ...]) -> tuple[str, ...]:
    read = (word.text, word.lemma, word.pos, _form(word.features), word.relation)
    return str(word.number), *read, _head(word.head, words), _mended(word, words)


def _form(features: tuple[str, ...]) -> str:
    return " ".join(f.partition("=")[2] for form in _FORMS for f in features if f.startswith(form))


def _head(number: int, words: tuple[Word, ...]) -> str:
    return f"{number} {words[number - 1].text}" if number else "–"


def _mended(word: Word, words: tuple[Word, ...]) -> str:
    """What the model had of a word where Polybe reads otherwise."""
    told = dict(word.mended)
    if "head" in told:
        told["head"] = _head(told["head"], words)
    if "features" in told:
        told["features"] = _form(told["features"]) or "–"
    return ", ".join(str(value) for value in told.values())


def _quoted(text: str) -> str:
    return f"« {_short(text)} »"


def _short(text: str) -> str:
    """A phrase on one line, words in its middle left out where it is long."""
    line, half = one_line(text), _LONGEST_PHRASE // 2
    if len(line) <= _LONGEST_PHRASE:
        return line
    return f"{line[:half].rpartition(' ')[0]} … {line[-half:].partition(' ')[2]}"
