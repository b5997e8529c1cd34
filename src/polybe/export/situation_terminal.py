"""The situation in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..account.evidence import Evidence
from ..account.finding import Finding
from ..account.situation import Situation
from ..messages import Messages
from .situation_sections import Row, Section, sections_of
from .situation_words import Piece, Words
from .terminal import STATUS_STYLES, console_for, heading, table
from .wording import one_line

_STYLES = {
    "actor": "bold",
    "place": "bold",
    "when": "green",
    "count": "bold",
    "said": "italic",
    "source": "italic",
    "note": "dim",
    "disputed": "red",
    "verified": "green",
}
_BRACKETED = frozenset(("status", "disputed", "verified"))
_LONG = frozenset(("fact", "what", "statement", "holder"))
_READABLE, _LEAST, _GAP = 40, 14, 3
"""Widths: what a long cell should have, what any other needs, what lies between two."""

_MOST_TRACES = 3
"""So many findings of a row are named; of more, the number is told."""


def print_situation(
    situation: Situation,
    messages: Messages,
    stream: TextIO,
    *,
    more: Mapping[str, int] | None = None,
    evidence: Mapping[str, Evidence] | None = None,
    countries: Mapping[str, str] | None = None,
    about: Sequence[str] = (),
    reports: bool = False,
) -> None:
    """Write a situation to a stream, in colour when it is a terminal, as wide as $COLUMNS says.

    ``about`` names the place and the actor asked for.  With ``reports`` every row has the ids of
    all its findings and of all claims that tell them.  For the rest see ``sections_of``.
    """
    console = console_for(stream)
    _print_head(situation, messages, console, about)
    sections = sections_of(situation, messages, more=more, evidence=evidence, countries=countries)
    if not sections:
        console.print(messages("situation.nothing"))
    for section in sections:
        _Section(section, messages, console, reports=reports).write()


def _print_head(
    situation: Situation, messages: Messages, console: Console, about: Sequence[str]
) -> None:
    head = messages("situation.as_known", on=situation.on, known=situation.known)
    console.print(Text(head, "bold"))
    if about:
        names = ", ".join(one_line(name) for name in about)
        console.print(messages("situation.about", names=names))


class _Section:
    """Writes one section."""

    def __init__(
        self, section: Section, messages: Messages, console: Console, *, reports: bool
    ) -> None:
        self._section = section
        self._messages = messages
        self._console = console
        self._reports = reports

    def write(self) -> None:
        """Heading, note, a table with the traces of every row at its end, and what was cut off."""
        section = self._section
        heading(self._console, section.title)
        if section.note:
            self._console.print(Text(section.note, "dim"))
        self._console.print(self._table())
        if section.more:
            self._console.print(Text(f"… {section.more}", "dim"))

    def _table(self) -> Table:
        """The rows; words that do not fit are folded, never cut off."""
        section = self._section
        traces = [self._trace(row) for row in section.rows]
        longest = max(len(line) for trace in traces for line in trace.plain.split("\n"))
        made = table()
        made.show_header = True
        for i in section.filled:
            label, width = self._messages(f"column.{section.columns[i]}"), self._width(i, longest)
            made.add_column(label, header_style="dim", width=width, overflow="fold")
        made.add_column("", no_wrap=2 * longest <= self._console.width, overflow="fold")
        for row, trace in zip(section.rows, traces, strict=True):
            made.add_row(*(_text(row.cells[i]) for i in section.filled), trace)
        return made

    def _width(self, column: int, trace: int) -> int | None:
        """Whole facts have room to be read, where the traces and the other columns leave any."""
        if self._section.columns[column] not in _LONG:
            return None
        others = len(self._section.filled) - 1
        room = self._console.width - trace - others * _LEAST - _GAP * (others + 3)
        longest = max(len(_text(row.cells[column])) for row in self._section.rows)
        return min(_READABLE, room, longest) if room >= _LEAST else None

    def _trace(self, row: Row) -> Text:
        """The clusters of a row, with how many reports and independent texts each has."""
        shown = row.findings if self._reports else row.findings[:_MOST_TRACES]
        lines = [line for finding in shown for line in self._cluster(finding)]
        if left := len(row.findings) - len(shown):
            lines.append(f"… {self._messages.count('situation.more', left)}")
        return Text("\n".join(lines), "dim")

    def _cluster(self, finding: Finding) -> Iterable[str]:
        reports = self._messages.count("review.n_reports", len(finding.claims))
        origins = self._messages.count("review.n_origins", finding.origins)
        yield one_line(finding.cluster)
        yield f"  {self._messages('situation.trace', reports=reports, origins=origins)}"
        if self._reports:
            yield from (f"  {one_line(claim)}" for claim in finding.claims)


def _text(words: Words) -> Text:
    text = Text()
    for piece in words:
        told = f"[{piece.text}]" if piece.role in _BRACKETED else piece.text
        text.append(told, _style(piece))
    return text


def _style(piece: Piece) -> str:
    if piece.role == "status":
        return STATUS_STYLES.get(piece.code, "")
    return _STYLES.get(piece.role, "")
