"""What the coder and the grammar read off sentences of the treebank, looked up by words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from polybe.coding.actors import ActorDraft, Actors
from polybe.coding.frames import FrameReader
from polybe.coding.grammar import Grammar
from polybe.model import ActorMention, CodedDocument, Mention, Parse, Place, Report

PUBLISHED = "2016-12-10"  # a Saturday

_CITIES = {
    "Alep": ("Aleppo", "SYR"),
    "Alger": ("Algiers", "DZA"),
    "Bagdad": ("Baghdad", "IRQ"),
    "Bamako": ("Bamako", "MLI"),
    "Damas": ("Damascus", "SYR"),
    "Gao": ("Gao", "MLI"),
    "Genève": ("Geneva", "CHE"),
    "Homs": ("Homs", "SYR"),
    "Kidal": ("Kidal", "MLI"),
    "Moscou": ("Moscow", "RUS"),
    "Mossoul": ("Mosul", "IRQ"),
    "Palmyre": ("Palmyra", "SYR"),
    "Paris": ("Paris", "FRA"),
    "Washington": ("Washington", "USA"),
}
_COUNTRIES = {
    "France": "FRA",
    "Iran": "IRN",
    "Liban": "LBN",
    "Mali": "MLI",
    "Russie": "RUS",
    "Syrie": "SYR",
    "Turquie": "TUR",
    "Ukraine": "UKR",
}


class FewPlaces:
    """A gazetteer of the places that the tests name."""

    def find(self, name: str) -> tuple[Place, ...]:
        if name in _CITIES:
            known, country = _CITIES[name]
            number = list(_CITIES).index(name) + 1
            return (Place(known, "city", number, 10.0, 10.0, country, None, 500_000),)
        if name in _COUNTRIES:
            return (Place(name, "country", country=_COUNTRIES[name], population=20_000_000),)
        return ()


class NoParser:
    """A parser that must not be asked."""

    def parse(self, text: str) -> Parse:
        raise AssertionError(f"parsed {text!r}")

    def parse_many(self, texts: Iterable[str]) -> Iterator[Parse]:
        raise AssertionError(f"parsed {texts!r}")


@dataclass(frozen=True)
class Fact:
    """A report with the words of its mentions in the place of their ids."""

    code: str
    trigger: str
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    time: str | None
    figures: tuple[str, ...]
    sources: tuple[str, ...]
    content: str | None
    rule: str
    mode: str | None


@dataclass(frozen=True)
class Coded:
    """A coded text, looked up by words."""

    document: CodedDocument

    @cached_property
    def facts(self) -> list[Fact]:
        return [self._fact(report) for report in self.document.reports]

    @property
    def codes(self) -> list[str]:
        """The codes of all reports, in text order."""
        return [fact.code for fact in self.facts]

    def fact(self, code: str) -> Fact:
        """The one report of that kind (`toll/KILLED`) or event type (`ASSAULT`)."""
        found = [f for f in self.facts if f.code == code]
        assert len(found) == 1, f"{len(found)} of {code} in {self.codes}"
        return found[0]

    def mention(self, words: str, kind: type[Mention] = ActorMention) -> Mention:
        """The one mention that has these very words."""
        found = [m for m in self.document.mentions if m.text == words and isinstance(m, kind)]
        assert len(found) == 1, [(m.text, type(m).__name__) for m in self.document.mentions]
        return found[0]

    def actor(self, words: str) -> ActorMention:
        """The one actor mention that has these very words."""
        mention = self.mention(words)
        assert isinstance(mention, ActorMention)
        return mention

    def meant(self, words: str) -> str | None:
        """The words of the mention that a pronoun or description stands for."""
        antecedent = self.actor(words).antecedent
        return None if antecedent is None else self._words(antecedent)

    def _fact(self, report: Report) -> Fact:
        head = report.type if report.kind == "event" else f"{report.kind}/{report.type}"
        return Fact(
            code=head,
            trigger=report.trigger.text,
            status=report.status,
            actors=tuple(map(self._words, report.actors)),
            recipients=tuple(map(self._words, report.recipients)),
            places=tuple(map(self._words, report.places)),
            time=self._words(report.time) if report.time else None,
            figures=tuple(map(self._words, report.figures)),
            sources=tuple(map(self._words, report.sources)),
            content=report.content.text if report.content else None,
            rule=report.rule,
            mode=report.mode,
        )

    def _words(self, mention_id: str) -> str:
        return self.document.mention(mention_id).text


@dataclass(frozen=True)
class Read:
    """The grammar of a sentence, with its actors and frames; tokens are named by their words."""

    grammar: Grammar
    actors: Actors
    frames: FrameReader

    def at(self, word: str, nth: int = 0) -> int:
        """The token of a word, the nth time it occurs."""
        return [t.index for t in self.grammar.tokens if t.text == word][nth]

    def word(self, index: int | None) -> str | None:
        """The word of a token."""
        return None if index is None else self.grammar.tokens[index].text

    def verb(self, word: str) -> dict[str, list[str]]:
        """The slots of a verb with the words that head their fillers."""
        return self._slots(self.frames.verb(self.at(word)).slots)

    def noun(self, word: str) -> dict[str, list[str]]:
        """The slots of a noun with the words that head their fillers."""
        return self._slots(self.frames.noun(self.at(word)).slots)

    def draft(self, word: str) -> ActorDraft:
        """The actor mention in which a word stands."""
        return self.actors.by_token[self.at(word)]

    def _slots(self, slots: dict[str, list[int]]) -> dict[str, list[str]]:
        words = [t.text for t in self.grammar.tokens]
        return {slot: [words[i] for i in tokens] for slot, tokens in slots.items() if tokens}


Coding = Callable[..., Coded]
Reading = Callable[..., Read]
