"""Figures, names and times in words that say neither more nor less than is known."""

from __future__ import annotations

import pytest

from polybe.account import ActorRef, PlaceRef
from polybe.account.facts import FigureRef, TimeRef
from polybe.account.finding import Estimate, Voice, When
from polybe.export.wording import (
    actor_words,
    estimate_words,
    figure_bounds,
    figure_words,
    one_line,
    place_words,
    time_words,
    voices_words,
    when_words,
)
from polybe.messages import load_messages

ENGLISH = load_messages("en")


@pytest.mark.parametrize(
    ("figure", "words", "bounds"),
    [
        (FigureRef("vingt", 20, 20, 20), "20", "20"),
        (FigureRef("plus de 40", 40, 40, None), "at least 40", "40.."),
        (FigureRef("moins de 40", None, 40, 40), "at most 40", "..40"),
        (FigureRef("de 20 à 30", 20, 25, 30), "20 to 30", "20..30"),
        (FigureRef("une vingtaine", None, 20, None), "about 20", "20"),
        (FigureRef("des centaines", 200, None, None), "at least 200", "200.."),
        (FigureRef("93 %", 93, 93, 93, "percent"), "93\u202f%", "93"),
        (FigureRef("12 500", 12500, 12500, 12500), "12\u202f500", "12500"),
        (FigureRef("2,5", 2.5, 2.5, 2.5), "2.5", "2.5"),
        (FigureRef("plusieurs"), "plusieurs", "plusieurs"),
    ],
)
def test_figures_keep_their_bounds(figure: FigureRef, words: str, bounds: str) -> None:
    assert figure_words(figure, ENGLISH) == words
    assert figure_bounds(figure) == bounds


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Damas", "Government of Syria", "Damas (Government of Syria)"),
        ("la Turquie", "Turkey", "la Turquie"),
        ("Carter", "Ashton Carter", "Ashton Carter"),
        ("FSR", "Rapid Support Forces (RSF)", "FSR (Rapid Support Forces, RSF)"),
        ("les rebelles du M23", "March 23 Movement (M23)", "les rebelles du M23"),
        ("les rebelles", "Rebels of Mali", "les rebelles (Rebels of Mali)"),
        ("elle", "", "elle"),
        ("les\nrebelles", "les\nrebelles", "les rebelles"),
    ],
)
def test_an_actor_has_its_canonical_name_where_that_tells_more(
    text: str, name: str, words: str
) -> None:
    assert actor_words(ActorRef(name, text)) == words


def test_a_place_is_called_as_the_article_calls_it() -> None:
    assert place_words(PlaceRef("Aleppo", "Alep")) == "Alep"
    assert place_words(PlaceRef("Kidal", "la ville")) == "la ville (Kidal)"


def test_a_time_that_is_not_settled_is_quoted() -> None:
    assert time_words(TimeRef("mardi")) == "« mardi »"
    assert time_words(TimeRef("mardi", "2016-12-06")) == "2016-12-06"
    assert time_words(None) == ""


def test_control_characters_go() -> None:
    assert one_line("a\tb\nc\x1b[31md\x07\u200be") == "a b c[31mde"


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (12, 12, 12, "12"),
        (12, 17, 20, "17 (12 to 20)"),
        (12, 17, None, "17 (12 or more)"),
        (12, 12, None, "at least 12"),
        (None, 17, 20, "17 (at most 20)"),
        (None, None, 20, "at most 20"),
        (None, 20, None, "about 20"),
    ],
)
def test_an_estimate_has_its_best_number_and_its_range(
    low: float | None, best: float | None, high: float | None, words: str
) -> None:
    assert estimate_words(Estimate("persons", low, best, high, ()), ENGLISH) == words


def test_a_share_is_in_per_cent() -> None:
    assert estimate_words(Estimate("percent", 90, 93, 95, ()), ENGLISH) == "93\u202f% (90 to 95)"


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2016-12-10", "2016-12-10", "2016-12-10"),
        ("2016-12-10", "2016-12-12", "2016-12-10 – 2016-12-12"),
        ("2016-02-01", "2016-02-29", "2016-02"),
        ("2016-02-01", "2016-02-28", "2016-02-01 – 2016-02-28"),
        ("2016-01-01", "2016-12-31", "2016"),
        ("2016-12-10", None, "from 2016-12-10"),
        (None, "2016-12-10", "until 2016-12-10"),
        (None, None, ""),
    ],
)
def test_days_are_told_as_exactly_as_they_are_known(
    earliest: str | None, latest: str | None, words: str
) -> None:
    assert when_words(When(earliest, latest, None, ()), ENGLISH) == words


def test_a_voice_is_named_once_and_one_unknown_is_told_to_be() -> None:
    def voice(claim: str, outlet: str | None) -> Voice:
        return Voice(claim, outlet, None, "2016-12-10", "actual")

    told = [voice("a", "RFI"), voice("b", "RFI"), voice("c", None), voice("d", "Le\nSoir")]
    assert voices_words(told, ENGLISH) == "RFI, source not told, Le Soir"
    assert voices_words(told, ENGLISH, most=2) == "RFI, source not told and 1 more"
