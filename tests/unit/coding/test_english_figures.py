"""English figures: their span, bounds, unit and counted phrase, on hand-built parses."""

from __future__ import annotations

import re
from functools import cache

import pytest

from polybe.codebook.numerals import Numerals, load_numerals
from polybe.codebook.packs import Packs
from polybe.coding.figures import FigureSpan, find_figures
from polybe.model import Parse, Sentence, Token

_POS = {
    "N": "NOUN", "P": "PROPN", "A": "ADJ", "D": "DET", "E": "ADP", "V": "VERB", "#": "NUM",
    "O": "ADV", ".": "PUNCT", "R": "PRON", "C": "NOUN", "J": "ADJ", "$": "SYM",
}  # fmt: skip
_TAGGED = re.compile(r"(\S+?)/([NPADEV#O.RCJ$])(?= |$)")
_GLUED = ".,%"


@cache
def english() -> Numerals:
    return load_numerals(Packs(), "en")


def parse(tagged: str) -> Parse:
    """A parse from « three/# army/C soldiers/N »; C and J stand before their head."""
    text, tokens = "", []
    for word, pos in _TAGGED.findall(tagged):
        if text and word not in _GLUED and tokens[-1].text not in ("$", "£", "US$"):
            text += " "
        morph = frozenset({"VerbForm=Part", "Tense=Past"}) if pos == "V" else frozenset()
        dep = {"C": "compound", "J": "amod"}.get(pos, "dep")
        head = len(tokens) + 1 if pos in "CJ" else 0
        start = len(text)
        text += word
        tokens.append(Token(len(tokens), start, len(text), word, word, _POS[pos], morph, dep, head))
    return Parse(text, tuple(tokens), (Sentence(0, 0, len(tokens)),))


def figures(tagged: str, taken: tuple[tuple[int, int], ...] = ()) -> list[FigureSpan]:
    return find_figures(parse(tagged), english(), taken)


def only(tagged: str) -> FigureSpan:
    found = figures(tagged)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("tagged", "span", "low", "best", "high"),
    [
        ("two/# soldiers/N", "two", 2, 2, 2),
        ("one/# soldier/N", "one", 1, 1, 1),
        ("3,000/# soldiers/N", "3,000", 3000, 3000, 3000),
        ("1,250,000/# people/N", "1,250,000", 1250000, 1250000, 1250000),
        ("2000/# soldiers/N", "2000", 2000, 2000, 2000),
        ("3.5/# million/# people/N", "3.5 million", 3.5e6, 3.5e6, 3.5e6),
        ("a/D million/# people/N", "a million", 1e6, 1e6, 1e6),
        ("half/D a/D million/# people/N", "half a million", 5e5, 5e5, 5e5),
        ("ninety/# soldiers/N", "ninety", 90, 90, 90),
        ("twenty-one/# soldiers/N", "twenty-one", 21, 21, 21),
        ("two/# hundred/# soldiers/N", "two hundred", 200, 200, 200),
        ("a/D hundred/# soldiers/N", "a hundred", 100, 100, 100),
        (
            "one/# hundred/# and/E twenty-five/# men/N",
            "one hundred and twenty-five", 125, 125, 125,
        ),
        ("two/# thousand/# and/E three/# men/N", "two thousand and three", 2003, 2003, 2003),
        ("two/# hundred/# thousand/# men/N", "two hundred thousand", 200000, 200000, 200000),
        ("40/# thousand/# men/N", "40 thousand", 40000, 40000, 40000),
        ("a/D dozen/N civilians/N", "a dozen", None, 12, None),
        ("two/# dozen/N men/N", "two dozen", None, 24, None),
        ("half/D a/D dozen/N men/N", "half a dozen", 6, 6, 6),
        ("a/D couple/N of/E men/N", "a couple of", None, 2, None),
        ("dozens/N of/E civilians/N", "dozens", 24, None, None),
        ("dozens/N were/V", "dozens", 24, None, None),
        ("scores/N of/E civilians/N", "scores", 40, None, None),
        ("hundreds/N of/E civilians/N", "hundreds", 200, None, None),
        ("thousands/N of/E civilians/N", "thousands", 2000, None, None),
        ("several/A hundred/# civilians/N", "several hundred", 200, None, None),
        ("a/D few/A dozen/N civilians/N", "a few dozen", 24, None, None),
        ("several/A thousand/# civilians/N", "several thousand", 2000, None, None),
        ("tens/N of/E thousands/N of/E civilians/N", "tens of thousands", 20000, None, None),
        (
            "hundreds/N of/E thousands/N of/E people/N",
            "hundreds of thousands", 200000, None, None,
        ),
        ("millions/N of/E people/N", "millions", 2e6, None, None),
        ("more/A than/E 40/# people/N", "40", 40, 40, None),
        ("at/E least/A 40/# people/N", "40", 40, 40, None),
        ("over/E 40/# people/N", "40", 40, 40, None),
        ("no/D fewer/A than/E 40/# people/N", "40", 40, 40, None),
        ("fewer/A than/E 40/# people/N", "40", None, 40, 40),
        ("less/A than/E 40/# people/N", "40", None, 40, 40),
        ("up/E to/E 40/# people/N", "40", None, 40, 40),
        ("as/O many/A as/E 40/# people/N", "40", None, 40, 40),
        ("nearly/O 40/# people/N", "40", None, 40, None),
        ("some/D 300/# people/N", "300", None, 300, None),
        ("about/O 40/# people/N", "40", None, 40, None),
        ("an/D estimated/V 40/# people/N", "40", None, 40, None),
        ("between/E 40/# and/E 50/# people/N", "40 and 50", 40, None, 50),
        ("40/# to/E 50/# people/N", "40 to 50", 40, None, 50),
        ("40-50/# people/N", "40-50", 40, None, 50),
        ("5,000-6,000/# people/N", "5,000-6,000", 5000, None, 6000),
        ("two/# or/E three/# people/N", "two or three", 2, None, 3),
        ("80/# %/N of/E towns/N", "80%", 80, 80, 80),
        ("80/# percent/N of/E towns/N", "80 percent", 80, 80, 80),
        ("80/# per/E cent/N of/E towns/N", "80 per cent", 80, 80, 80),
        ("two-thirds/N of/E the/D town/N", "two-thirds", 66.7, 66.7, 66.7),
        ("a/D third/N of/E the/D town/N", "a third", 33.3, 33.3, 33.3),
        ("half/N of/E the/D town/N", "half", 50, 50, 50),
        ("half/D the/D town/N", "half", 50, 50, 50),
        ("three-quarters/N of/E it/R", "three-quarters", 75, 75, 75),
    ],
)  # fmt: skip
def test_the_number_alone_is_the_span_and_its_hedge_sets_the_bounds(
    tagged: str, span: str, low: float | None, best: float | None, high: float | None
) -> None:
    figure = only(tagged)
    assert parse(tagged).text[figure.start : figure.end] == span
    assert (figure.low, figure.best, figure.high) == (low, best, high)


@pytest.mark.parametrize(
    ("tagged", "value"),
    [
        ("$/$ 2bn/#", 2e9),
        ("$/$ 2/# billion/#", 2e9),
        ("£/$ 30m/#", 3e7),
        ("US$/$ 1.5/# billion/#", 1.5e9),
        ("$/$ 3,000/#", 3000),
        ("2/# million/# dollars/N", 2e6),
    ],
)
def test_a_sign_of_money_before_a_number_is_its_unit(tagged: str, value: float) -> None:
    figure = only(tagged)
    assert (figure.best, figure.unit) == (value, "money")


@pytest.mark.parametrize(
    ("tagged", "unit", "of"),
    [
        ("three/# hostages/N", "persons", "three hostages"),
        ("three/# Americans/N", "persons", "three Americans"),
        ("three/# policemen/N", "persons", "three policemen"),
        ("three/# casualties/N", "persons", "three casualties"),
        ("three/# dead/A", "persons", "three dead"),
        ("three/# people/N killed/V", "persons", "three people killed"),
        ("three/# wounded/J soldiers/N", "persons", "three wounded soldiers"),
        ("three/# police/C officers/N", "persons", "three police officers"),
        ("three/# army/C trucks/N", "vehicles", "three army trucks"),
        ("three/# fighter/C jets/N", "vehicles", "three fighter jets"),
        ("three/# car/C bombs/N", "weapons", "three car bombs"),
        ("three/# rockets/N", "weapons", "three rockets"),
        ("three/# miles/N", "distance", "three miles"),
        ("40/# km/N", "distance", "40 km"),
        ("three/# hours/N", "duration", "three hours"),
        ("three/# towns/N", "other", "three towns"),
        ("three/# tonnes/N of/E explosives/N", "weapons", "three tonnes of explosives"),
        ("three/# of/E the/D soldiers/N", "persons", "three of the soldiers"),
    ],
)
def test_the_noun_at_the_end_of_its_group_is_what_is_counted(
    tagged: str, unit: str, of: str
) -> None:
    figure = only(tagged)
    assert (figure.unit, figure.of) == (unit, of)


@pytest.mark.parametrize(
    "tagged",
    [
        "a/D soldier/N",
        "one/# of/E the/D towns/N",
        "three/# times/N",
        "Resolution/N 2254/#",
        "Article/N 5/#",
        "an/D AK-47/P rifle/N",
        "F-16/P jets/N",
        "a/D 10-day/A truce/N",
        "the/D M23/P rebels/N",
        "2,5/# soldiers/N",
    ],
)
def test_names_and_turns_of_phrase_are_no_figures(tagged: str) -> None:
    assert figures(tagged) == []


def test_a_change_has_two_figures_and_no_range() -> None:
    found = figures("rose/V from/E 20/# people/N to/E 30/# people/N")
    assert [f.best for f in found] == [20, 30]


def test_a_part_of_a_count_is_of_its_class() -> None:
    found = figures("40/# soldiers/N ,/. including/E three/#")
    assert [(f.best, f.unit) for f in found] == [(40, "persons"), (3, "persons")]


def test_a_number_that_is_a_time_is_no_figure() -> None:
    assert figures("2014/# soldiers/N", ((0, 4),)) == []
