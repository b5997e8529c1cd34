"""What the codebook knows, and whether its examples are coded as it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import TYPES, CodedDocument, Document, Failure, Report
from . import coding

if TYPE_CHECKING:
    from ..account.situation import AccountWords
    from ..codebook.packs import Packs
    from ..codebook.predicates import Predicate


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A predicate whose example is coded otherwise than it says."""

    rule: str
    expected: str
    found: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class CodebookCheck:
    """What checking the examples of a codebook gave."""

    version: str
    count: int
    mismatches: tuple[Mismatch, ...]


def check_codebook(*, language: str = "fr", codebook: Path | None = None) -> CodebookCheck:
    """Code every predicate's example and tell which are not coded as the predicate says.

    Raises CodebookError when a pack is malformed.
    """
    coder = coding.kept_coder(language, codebook)
    predicates = coder.codebook.predicates.all()
    examples = [
        Document(id=str(number), text=predicate.example, language=language)
        for number, predicate in enumerate(predicates)
    ]
    coded = coding.code_documents(examples, codebook=codebook)
    mismatches = (_mismatch(p, result) for p, result in zip(predicates, coded, strict=True))
    found = tuple(mismatch for mismatch in mismatches if mismatch)
    return CodebookCheck(coder.codebook.version, len(predicates), found)


def _mismatch(predicate: Predicate, coded: CodedDocument | Failure) -> Mismatch | None:
    expected = str(predicate.code)
    if isinstance(coded, Failure):
        return Mismatch(predicate.rule, expected, (coded.reason,), predicate.example)
    if any(_gives(predicate, report) for report in coded.reports):
        return None
    if predicate.code.kind == "statement" and predicate.status == "alleged":
        return None  # a verb of belief vouches for facts and makes no statement of its own
    found = tuple(f"{_code_of(report)} ({report.trigger.text})" for report in coded.reports)
    return Mismatch(predicate.rule, expected, found, predicate.example)


def _gives(predicate: Predicate, report: Report) -> bool:
    """Whether a report is the predicate's own, or one of its code by another entry.

    Whether a statement is quoted or reported is told by its quotes, not by its verb; whether a
    toll is of one incident, by the text.
    """
    if report.rule == predicate.rule or _code_of(report) == str(predicate.code):
        return True
    if report.kind != predicate.code.kind:
        return False
    return report.kind == "statement" or (
        report.kind == "toll" and report.type == predicate.code.type
    )


def _code_of(report: Report) -> str:
    head = report.type if report.kind == "event" else f"{report.kind}/{report.type}"
    return f"{head}/{report.mode}" if report.mode else head


def list_codebook(
    what: str = "types", *, language: str = "fr", codebook: Path | None = None
) -> Iterator[tuple[str, ...]]:
    """Rows of what the codebook knows: `types`, `predicates` or `actors`, a heading first."""
    from ..codebook import load_codebook

    book = load_codebook(language, overlay=codebook)
    if what == "predicates":
        yield ("rule", "code", "example")
        yield from ((p.rule, str(p.code), p.example) for p in book.predicates.all())
    elif what == "actors":
        yield ("id", "name", "kind", "country", "sector")
        for actor in book.catalogue.actors.values():
            yield (actor.id, actor.name, actor.kind, actor.country or "", actor.sector or "")
    else:
        yield ("type", "quad", "modes", "definition")
        for event in book.ontology.events.values():
            yield (event.type, event.quad, " ".join(event.modes), event.definition)
        for kind, types in TYPES.items():
            yield from ((f"{kind}/{type_}", "", "", "") for type_ in types)


def names_of_countries(language: str, packs: Packs) -> dict[str, str]:
    """The names of the countries of some packs in a language, by alpha-3 code."""
    from ..codebook.catalogue import StateEntry
    from ..codebook.packs import read_entries

    states = read_entries(StateEntry, packs, "world/states.toml", "state")
    return {s.id: (s.fr if language == "fr" else s.en)[0] for s in states}


def country_names(language: str = "fr") -> Mapping[str, str]:
    """The names of countries in a language, `fr` or `en`, by alpha-3 code."""
    from ..codebook.packs import Packs

    return names_of_countries(language, Packs())


def time_units(*, language: str = "fr", codebook: Path | None = None) -> Mapping[str, int | str]:
    """The words of a language that name a unit of time, and which: `{"jours": "day"}`.

    Raises CodebookError when the calendar is malformed.
    """
    from ..codebook.calendar import load_calendar
    from ..codebook.packs import Packs

    return load_calendar(Packs.with_overlay(codebook), language).words["unit"]


@cache
def account_words(*, language: str = "fr", codebook: Path | None = None) -> AccountWords:
    """What the account needs of the codebook: the words of truces, the quads of event types.

    Raises CodebookError when these are malformed.
    """
    from ..account.situation import AccountWords
    from ..codebook.ontology import load_ontology
    from ..codebook.packs import Packs
    from ..codebook.truce_words import load_truce_words

    packs = Packs.with_overlay(codebook)
    quads = {name: event.quad for name, event in load_ontology(packs).events.items()}
    return AccountWords(load_truce_words(packs, language), quads)
