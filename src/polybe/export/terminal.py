"""The account in the terminal."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TextIO

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ..account import Account, Fact
from ..messages import Messages
from .wording import (
    act_parts,
    act_words,
    actor_words,
    figures_words,
    names,
    one_line,
    place_words,
    status_words,
    time_words,
)

STATUS_STYLES = {
    "alleged": "yellow",
    "planned": "cyan",
    "sought": "cyan",
    "hypothetical": "magenta",
    "denied": "red",
}
_WIDTH_OF_A_FILE = 120


def print_account(account: Account, messages: Messages, stream: TextIO) -> None:
    """Write the account to a stream, in colour when it is a terminal, as wide as $COLUMNS says."""
    _Page(account, messages, console_for(stream)).write()


def console_for(stream: TextIO) -> Console:
    """A console that writes to a stream: in colour to a terminal, as wide as $COLUMNS says."""
    told = stream.isatty() or "COLUMNS" in os.environ
    width = None if told else _WIDTH_OF_A_FILE
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def heading(console: Console, text: str) -> None:
    """A heading with a rule behind it."""
    console.print()
    console.rule(Text(text, "bold"), align="left", characters="─")


def table() -> Table:
    """A table without lines, its columns close together."""
    return Table(box=box.SIMPLE, show_header=False, pad_edge=False, padding=(0, 1))


class _Page:
    """Writes the sections of one account."""

    def __init__(self, account: Account, messages: Messages, console: Console) -> None:
        self._account = account
        self._messages = messages
        self._console = console
        ids = dict.fromkeys(article.id for article in account.articles)
        self._numbers = {article: number for number, article in enumerate(ids, start=1)}

    def write(self) -> None:
        """All sections that have something to tell."""
        self._articles()
        if not self._account.facts:
            self._console.print(self._messages("account.nothing_at_all"))
            return
        self._control()
        self._timeline()
        self._tolls()
        self._forces()
        self._statements()
        self._demands()
        self._relations()

    def _articles(self) -> None:
        self._heading("account.articles")
        articles = table()
        for number, article in enumerate(self._account.articles, start=1):
            title = one_line(article.title or self._messages("account.untitled"))
            about = " · ".join(
                one_line(part)
                for part in (
                    article.outlet,
                    self._published(article.published),
                    self._messages.count("account.n_facts", article.facts),
                )
                if part
            )
            told = Text.assemble((title, "bold"), "\n", (f"{about}  ", ""), (article.id, "dim"))
            articles.add_row(Text(f"[{number}]", "dim"), told)
        self._console.print(articles)

    def _published(self, date: str | None) -> str:
        if date is None:
            return self._messages("account.no_date")
        return self._messages("account.published", date=date)

    def _control(self) -> None:
        rows: list[tuple[Text, ...]] = []
        for stand in self._account.control:
            label = place_words(stand.place) if stand.place else self._messages("account.no_place")
            for fact in stand.facts:
                rows.append(
                    (
                        Text(label, "bold"),
                        self._act(fact),
                        Text(names(fact.actors) or "?"),
                        Text(names(fact.recipients)),
                        Text(figures_words(fact, self._messages)),
                        *self._end(fact),
                    )
                )
                label = ""
        self._section(
            "account.control", ("place", "what", "actor", "recipient", "figure", "source", ""), rows
        )

    def _timeline(self) -> None:
        rows = [
            (Text(time_words(fact.time), "bold"), self._line(fact), *self._end(fact))
            for fact in self._account.timeline
        ]
        self._section("account.timeline", ("time", "fact", "source", ""), rows)
        undated = [
            (self._line(fact, time=True), *self._end(fact)) for fact in self._account.undated
        ]
        self._section("account.undated", ("fact", "source", ""), undated)

    def _tolls(self) -> None:
        rows: list[tuple[Text, ...]] = []
        for tolls in self._account.tolls:
            label = place_words(tolls.place) if tolls.place else self._messages("account.no_place")
            for fact in tolls.facts:
                count = figures_words(fact, self._messages) or "?"
                rows.append(
                    (
                        Text(label, "bold"),
                        Text(count),
                        self._act(fact),
                        Text(names(fact.recipients) or self._counted(fact)),
                        Text(names(fact.actors)),
                        Text(time_words(fact.time)),
                        *self._end(fact),
                    )
                )
                label = ""
        self._section(
            "account.tolls",
            ("place", "count", "what", "victims", "cause", "time", "source", ""),
            rows,
        )

    def _forces(self) -> None:
        rows = [
            (
                Text(names(fact.actors) or "?", "bold"),
                self._act(fact),
                Text(figures_words(fact, self._messages)),
                Text(names(fact.places)),
                Text(names(fact.recipients)),
                Text(time_words(fact.time)),
                *self._end(fact),
            )
            for fact in self._account.forces
        ]
        self._section(
            "account.forces",
            ("actor", "what", "count", "where", "supported", "time", "source", ""),
            rows,
        )

    def _statements(self) -> None:
        if not self._account.statements:
            return
        self._heading("account.statements")
        for speaker in self._account.statements:
            name = self._messages("account.no_speaker")
            if speaker.actor:
                name = actor_words(speaker.actor)
            self._console.print(Text(name, "bold"))
            for fact in speaker.facts:
                self._console.print(Padding(self._statement(fact), (0, 0, 0, 2)))

    def _statement(self, fact: Fact) -> Text:
        said = one_line(fact.said or fact.trigger)
        text = Text(f"« {said} »" if fact.type == "DIRECT" else said)
        if fact.recipients:
            text.append(f"  {self._messages('account.to', names=names(fact.recipients))}", "dim")
        if fact.sources:
            told = self._messages("account.according_to", names=names(fact.sources))
            text.append(f"  {told}", "italic")
        return (
            text.append_text(self._status(fact)).append("  ").append_text(self._trace(fact, ", "))
        )

    def _demands(self) -> None:
        rows = [(self._line(fact), *self._end(fact)) for fact in self._account.demands]
        self._section("account.demands", ("fact", "source", ""), rows)

    def _relations(self) -> None:
        rows = [
            (
                Text(names(act_parts(fact)[0]) or "?", "bold"),
                self._act(fact),
                Text(names(act_parts(fact)[1]) or "?", "bold"),
                *self._end(fact),
            )
            for fact in self._account.relations
        ]
        self._section("account.relations", ("actor", "relation", "recipient", "source", ""), rows)

    def _section(
        self, key: str, columns: tuple[str, ...], rows: Iterable[tuple[Text, ...]]
    ) -> None:
        """A heading and a table, where there are rows; empty columns are left out."""
        kept = list(rows)
        if not kept:
            return
        self._heading(key)
        filled = [i for i in range(len(columns)) if any(row[i].plain for row in kept)]
        made = table()
        made.show_header = True
        for i in filled:
            label = self._messages(f"column.{columns[i]}") if columns[i] else ""
            made.add_column(label, header_style="dim", no_wrap=not columns[i])
        for row in kept:
            made.add_row(*(row[i] for i in filled))
        self._console.print(made)

    def _heading(self, key: str) -> None:
        heading(self._console, self._messages(key))

    def _line(self, fact: Fact, *, time: bool = False) -> Text:
        """A fact on a line: who, what, to whom, where, how many, what is said."""
        text = Text(names(fact.actors), "bold")
        text.append(" " if fact.actors else "").append_text(self._act(fact))
        if fact.recipients:
            text.append(" → ").append(names(fact.recipients), "bold")
        details = [figures_words(fact, self._messages), self._counted(fact), names(fact.places)]
        if time:
            details.append(time_words(fact.time))
        for detail in details:
            if detail:
                text.append(f" · {detail}")
        if fact.said:
            text.append(" · ").append(one_line(fact.said), "italic")
        return text

    def _counted(self, fact: Fact) -> str:
        """The counted noun phrase, where a toll names its victims by nothing else."""
        wanted = fact.kind in {"toll", "force"} and not fact.recipients
        return ", ".join(one_line(f.of) for f in fact.figures if f.of) if wanted else ""

    def _act(self, fact: Fact) -> Text:
        style = "" if fact.status == "actual" else STATUS_STYLES[fact.status]
        return Text(act_words(fact, self._messages), style).append_text(self._status(fact))

    def _status(self, fact: Fact) -> Text:
        told = status_words(fact, self._messages)
        return Text(f" [{told}]" if told else "", STATUS_STYLES.get(fact.status, ""))

    def _end(self, fact: Fact) -> tuple[Text, Text]:
        return Text(names(fact.sources), "italic"), self._trace(fact)

    def _trace(self, fact: Fact, between: str = "\n") -> Text:
        """Where it stands: number of the article, span of the words, id of the report."""
        end = " " if between == ", " else "\n"
        told = between.join(
            f"[{self._numbers[t.document]}] {t.span.start}–{t.span.end}{end}{t.report}"
            for t in fact.traces
        )
        return Text(told, "dim")
