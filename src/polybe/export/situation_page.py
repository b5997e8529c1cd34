"""The situation as one HTML page that asks nothing of any network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..account import ActorRef
from ..account.evidence import Evidence
from ..account.finding import Finding, Voice
from ..account.situation import Situation
from ..messages import Messages
from .map import Mark
from .outlines import load_outlines
from .page import Context, page_environment, resource
from .situation_map import SituationMaps, draw_situation
from .situation_sections import Row, findings_shown, sections_of
from .situation_words import SituationWords, Words
from .wording import actor_words, one_line


@dataclass(frozen=True, slots=True)
class Quote:
    """What one claim says: its voice, and its sentence cut at the word that states the fact.

    ``evidence`` is None where the sentence is not at hand; ``cut`` is then empty.  ``link`` is
    the article's address, None where it has none that a page may lead to.
    """

    voice: Voice
    evidence: Evidence | None
    cut: tuple[str, str, str]
    link: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """A finding with its number on the page, in words, and all that is quoted for it."""

    number: int
    finding: Finding
    line: Words
    quotes: tuple[Quote, ...]


def render_situation(
    situation: Situation,
    messages: Messages,
    context: Context,
    *,
    more: Mapping[str, int] | None = None,
    evidence: Mapping[str, Evidence] | None = None,
    about: Sequence[str] = (),
) -> str:
    """The page of a situation; ``evidence`` gives the sentence of every claim by its id.

    ``about`` names the place and the actor asked for; ``more`` tells what was cut off, see
    ``sections_of``.
    """
    sections = sections_of(
        situation, messages, more=more, evidence=evidence, countries=context.countries
    )
    words = SituationWords(messages, context.countries)
    shown = [
        _source(n, f, words, evidence or {}) for n, f in enumerate(findings_shown(sections), 1)
    ]
    maps = draw_situation(situation, load_outlines(), context.countries)
    page = (
        page_environment()
        .get_template("situation.html.j2")
        .render(
            situation=situation,
            sections=sections,
            sources=shown,
            maps=maps,
            traces=Traces(messages, {source.finding.cluster: source.number for source in shown}),
            marks=_Marks(maps, words, shown) if maps else None,
            about=[one_line(name) for name in about],
            quads=context.quads,
            m=messages,
            line=one_line,
            style=f"{resource('brief.css')}\n{resource('situation.css')}",
            version=context.version,
        )
    )
    return page.lstrip()


@dataclass(frozen=True, slots=True)
class Traces:
    """Where on the page the findings of a row are quoted, and on how much each rests."""

    messages: Messages
    numbers: Mapping[str, int]

    def of(self, row: Row) -> list[tuple[int, str, str]]:
        """Number, « reports / independent texts » and the same in words, of every finding."""
        return [self.trace(finding) for finding in row.findings]

    def trace(self, finding: Finding) -> tuple[int, str, str]:
        """The same of one finding."""
        reports = self.messages.count("review.n_reports", len(finding.claims))
        origins = self.messages.count("review.n_origins", finding.origins)
        values = {"cluster": one_line(finding.cluster), "reports": reports, "origins": origins}
        title = self.messages("situation.trace_title", **values)
        short = f"{len(finding.claims)}/{finding.origins}"
        return self.numbers[finding.cluster], short, title


class _Marks:
    """What the marks of the map lead to and say."""

    def __init__(self, maps: SituationMaps, words: SituationWords, shown: Sequence[Source]) -> None:
        self._maps = maps
        self._words = words
        self._numbers = {source.finding.cluster: source.number for source in shown}

    def href(self, mark: Mark) -> str:
        """The first finding told of the place."""
        return f"#c{self._numbers[self._maps.findings(mark)[0].cluster]}"

    def about(self, mark: Mark) -> str:
        """Who holds the place; empty where nothing is told of that."""
        spell = self._maps.spell(mark)
        return "".join(piece.text for piece in self._words.holder(spell)) if spell else ""

    def count(self, mark: Mark) -> int:
        """How many findings are told of the place."""
        return len(self._maps.findings(mark))

    def classes(self, mark: Mark) -> str:
        """How its point is drawn."""
        return self._maps.classes(mark)

    @property
    def sides(self) -> list[str]:
        """The names of the holders that have a colour, side 1 first."""
        return [_name(side) for side in self._maps.sides]


def _name(actor: ActorRef) -> str:
    return actor_words(actor)


def _source(
    number: int, finding: Finding, words: SituationWords, evidence: Mapping[str, Evidence]
) -> Source:
    quotes = tuple(_quote(voice, evidence.get(voice.claim)) for voice in finding.voices)
    return Source(number, finding, words.line(finding), quotes)


def _quote(voice: Voice, evidence: Evidence | None) -> Quote:
    if evidence is None:
        return Quote(voice, None, ("", "", ""), None)
    text, start, end = evidence.sentence, evidence.start, evidence.end
    url = evidence.url or ""
    link = url if url.startswith(("http://", "https://")) else None
    return Quote(voice, evidence, (text[:start], text[start:end], text[end:]), link)
