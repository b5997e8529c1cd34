"""Figures, names and times in words that say neither more nor less than is known."""

from __future__ import annotations

import pytest

from polybe.account import ActorRef, PlaceRef
from polybe.account.facts import FigureRef, TimeRef
from polybe.export.wording import (
    actor_words,
    figure_bounds,
    figure_words,
    one_line,
    place_words,
    time_words,
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
