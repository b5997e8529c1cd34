"""The codebook of one language: ontology, catalogue, words and predicates, with a version."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..caching import content_version, kept
from .calendar import Calendar, load_calendar
from .catalogue import Catalogue, load_catalogue
from .classes import known_classes
from .language import Language, load_language
from .numerals import Numerals, load_numerals
from .ontology import Ontology, load_ontology
from .packs import Packs
from .place_words import PlaceWords, load_place_words
from .predicates import Predicates, load_predicates
from .relevance_words import RelevanceWords, load_relevance_words
from .truce_words import TruceWords, load_truce_words


@dataclass(frozen=True, slots=True)
class Codebook:
    """All data by which a document of one language is coded."""

    version: str
    ontology: Ontology
    catalogue: Catalogue
    language: Language
    predicates: Predicates
    calendar: Calendar
    numerals: Numerals
    place_words: PlaceWords
    truce_words: TruceWords
    relevance_words: RelevanceWords


def load_codebook(language: str = "fr", *, overlay: Path | None = None) -> Codebook:
    """Load the packs for a language, a user's folder laid over them when given.

    What they come to is kept in the user's cache, under their contents.  Raises CodebookError
    naming file and key when a pack is malformed.
    """
    packs = Packs.with_overlay(overlay)
    version = f"{language} {len(packs.folders)} {packs.version()} {_form()}"
    return kept("codebook", version, lambda: read_codebook(packs, language), package=__package__)


def _form() -> str:
    """The version of the code that makes a codebook of packs."""
    return content_version(Path(__file__).parent.glob("*.py"))


def read_codebook(packs: Packs, language: str) -> Codebook:
    """Make the codebook of a language from its packs.

    Raises CodebookError naming file and key when a pack is malformed.
    """
    ontology = load_ontology(packs)
    words = load_language(packs, language, ontology.contexts)
    return Codebook(
        version=packs.version(),
        ontology=ontology,
        catalogue=load_catalogue(packs, language),
        language=words,
        predicates=load_predicates(
            packs, language, ontology, known_classes(words.classes), words.relation
        ),
        calendar=load_calendar(packs, language),
        numerals=load_numerals(packs, language),
        place_words=load_place_words(packs, language),
        truce_words=load_truce_words(packs, language),
        relevance_words=load_relevance_words(packs, language, ontology),
    )
