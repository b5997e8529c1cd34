"""The account as one HTML page that asks nothing of any network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

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
from .map import draw_maps
from .network import draw_network
from .outlines import load_outlines


@dataclass(frozen=True, slots=True)
class Context:
    """What a page tells beyond the account: ``version`` is Polybe's.

    ``quads`` gives PLOVER's quad category of every event type, ``countries`` the names of
    countries by alpha-3 code, in the page's language.
    """

    quads: Mapping[str, str]
    countries: Mapping[str, str]
    version: str


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
    template = _environment().get_template("brief.html.j2")
    page = template.render(
        account=account,
        articles=articles,
        links=_links(articles),
        maps=draw_maps(account.facts, load_outlines(), context.countries),
        network=draw_network(account.ties, context.quads, labels),
        quads=context.quads,
        m=messages,
        say=Wording(messages),
        style=_resource("brief.css"),
        script=_resource("brief.js"),
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


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("polybe.export"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _resource(name: str) -> str:
    return (files("polybe.export") / "templates" / name).read_text(encoding="utf-8")
