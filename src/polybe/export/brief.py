"""The account as one HTML page that asks nothing of any network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..account import Account, Fact, Trace, facts_of
from ..account.facts import figure_of
from ..messages import Messages
from ..model import (
    ActorMention,
    CodedDocument,
    Document,
    FigureMention,
    Mention,
    PlaceMention,
    TimeMention,
    type_of_mention,
)
from . import wording
from .highlight import Segment, segments_of
from .map import Mark, draw_maps
from .network import draw_network
from .outlines import load_outlines
from .page import Context, page_environment, resource


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article on the page: its number, its facts in order, its text in segments."""

    number: int
    document: Document
    facts: tuple[Fact, ...]
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """Where on the page a fact stands: number of its article, and its own among the article's."""

    numbers: Mapping[tuple[str, str], tuple[int, int]]

    def of(self, trace: Trace) -> tuple[int, int]:
        """Number of the article and of the fact."""
        return self.numbers[trace.document, trace.report]


@dataclass(frozen=True, slots=True)
class _Marks:
    """What the marks of the map lead to and say."""

    links: Links

    def href(self, mark: Mark) -> str:
        """The words of the first fact told of the place."""
        trace = self._facts(mark)[0].traces[0]
        return f"#t{self.links.of(trace)[0]}-{trace.report}"

    def count(self, mark: Mark) -> int:
        """How many facts are told of the place."""
        return len(mark.facts)

    def about(self, _mark: Mark) -> str:
        """Nothing more: facts of different articles stand side by side."""
        return ""

    classes = about

    def _facts(self, mark: Mark) -> list[Fact]:
        return [fact for fact in mark.facts if isinstance(fact, Fact)]


def render_brief(
    account: Account,
    documents: Sequence[CodedDocument],
    messages: Messages,
    context: Context,
) -> str:
    """The page for an account and the coded documents it was made of.

    ``context`` is what the page tells beyond them.
    """
    articles = [_article_view(n, coded) for n, coded in enumerate(documents, start=1)]
    labels = {
        key.removeprefix("type."): text
        for key, text in messages.texts.items()
        if key.startswith("type.")
    }
    links = _links(articles)
    template = page_environment().get_template("brief.html.j2")
    page = template.render(
        account=account,
        articles=articles,
        links=links,
        marks=_Marks(links),
        maps=draw_maps(account.facts, load_outlines(), context.countries),
        network=draw_network(account.ties, context.quads, labels),
        quads=context.quads,
        m=messages,
        say=Wording(messages),
        style=resource("brief.css"),
        script=resource("brief.js"),
        version=context.version,
    )
    return page.lstrip()


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording of facts in the page's language, for the template."""

    messages: Messages

    def act(self, fact: Fact) -> str:
        """The type of a fact with its mode."""
        return wording.act_words(fact, self.messages)

    def status(self, fact: Fact) -> str:
        """The status, empty for what is told as a fact."""
        return wording.status_words(fact, self.messages)

    def figures(self, fact: Fact) -> str:
        """All figures of a fact."""
        return wording.figures_words(fact, self.messages)

    def counted(self, fact: Fact) -> str:
        """What a toll's or a force's figures count, as written."""
        return ", ".join(wording.one_line(f.of) for f in fact.figures if f.of)

    def mentions(self, segment: Segment) -> str:
        """What the mentions over a segment are and what they resolve to, a line each."""
        told = []
        for mention in segment.mentions:
            kind = self.messages.label("kind", type_of_mention[type(mention)])
            told.append(f"{kind} · {_resolved(mention, self.messages)}")
        return "\n".join(told)

    actor = staticmethod(wording.actor_words)
    place = staticmethod(wording.place_words)
    time = staticmethod(wording.time_words)
    sides = staticmethod(wording.act_parts)
    line = staticmethod(wording.one_line)


def _resolved(mention: Mention, messages: Messages) -> str:
    match mention:
        case ActorMention():
            codes = " ".join(code for code in (mention.country, mention.sector) if code)
            told = " · ".join(part for part in (mention.name or mention.text, codes) if part)
        case PlaceMention():
            precision = messages.label("precision", mention.precision)
            parts = (mention.name or mention.text, mention.admin1, mention.country, precision)
            told = " · ".join(part for part in parts if part)
        case TimeMention():
            told = mention.value or mention.text
        case FigureMention():
            told = wording.figure_words(figure_of(mention), messages)
    return wording.one_line(told)


def _article_view(number: int, coded: CodedDocument) -> ArticleView:
    facts = facts_of(coded)
    return ArticleView(number, coded.document, tuple(facts), tuple(segments_of(coded, facts)))


def _links(articles: Sequence[ArticleView]) -> Links:
    numbers: dict[tuple[str, str], tuple[int, int]] = {}
    for article in articles:
        for number, fact in enumerate(article.facts, start=1):
            for trace in fact.traces:
                numbers.setdefault((trace.document, trace.report), (article.number, number))
    return Links(numbers)
