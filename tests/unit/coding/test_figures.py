"""Figures: their span, bounds, unit and counted phrase, on hand-built parses."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybe.codebook.numerals import Numerals, load_numerals
from polybe.codebook.packs import Packs
from polybe.coding.figures import FigureSpan, find_figures
from polybe.model import Parse, Sentence, Token

_POS = {
    "N": "NOUN", "P": "PROPN", "A": "ADJ", "D": "DET", "E": "ADP", "V": "VERB", "#": "NUM",
    "O": "ADV", ".": "PUNCT", "R": "PRON",
}  # fmt: skip
_TAGGED = re.compile(r"(\S+?)/([NPADEV#O.R])")


@cache
def french() -> Numerals:
    return load_numerals(Packs(), "fr")


def parse(tagged: str) -> Parse:
    """A parse from « trois/# soldats/N »; « _ » inside a word is a space of its own token."""
    text, tokens = "", []
    for word, pos in _TAGGED.findall(tagged):
        if text and not text.endswith("'") and word not in ".,%":
            text += " "
        morph = frozenset({"VerbForm=Part", "Tense=Past"}) if pos == "V" else frozenset()
        definite = frozenset({"Definite=Def"}) if word == "des" and pos == "E" else morph
        start = len(text)
        text += word
        tokens.append(
            Token(len(tokens), start, len(text), word, word, _POS[pos], definite, "dep", 0)
        )
    return Parse(text, tuple(tokens), (Sentence(0, 0, len(tokens)),))


def figures(tagged: str, taken: tuple[tuple[int, int], ...] = ()) -> list[FigureSpan]:
    return find_figures(parse(tagged), french(), taken)


def only(tagged: str) -> FigureSpan:
    found = figures(tagged)
    assert len(found) == 1, found
    return found[0]


def bounds(figure: FigureSpan) -> tuple[float | None, float | None, float | None]:
    return figure.low, figure.best, figure.high


@pytest.mark.parametrize(
    ("tagged", "span", "low", "best", "high"),
    [
        ("deux/# soldats/N", "deux", 2, 2, 2),
        ("2/# 000/# soldats/N", "2 000", 2000, 2000, 2000),
        ("15.000/# soldats/N", "15.000", 15000, 15000, 15000),
        ("1,5/# million/N de/E dollars/N", "1,5 million", 1.5e6, 1.5e6, 1.5e6),
        ("quatre-vingt-dix/# soldats/N", "quatre-vingt-dix", 90, 90, 90),
        ("deux/# cents/# soldats/N", "deux cents", 200, 200, 200),
        ("vingt/# et/E un/# soldats/N", "vingt et un", 21, 21, 21),
        ("une/D centaine/N de/E civils/N", "une centaine", None, 100, None),
        ("une/D vingtaine/N d'/E hommes/N", "une vingtaine", None, 20, None),
        ("des/D dizaines/N de/E civils/N", "des dizaines", 20, None, None),
        ("plusieurs/D dizaines/N de/E morts/N", "plusieurs dizaines", 20, None, None),
        ("des/D milliers/N de/E civils/N", "des milliers", 2000, None, None),
        (
            "des/D dizaines/N de/E milliers/N de/E civils/N",
            "des dizaines de milliers", 20000, None, None,
        ),
        ("plus/O de/E 40/# morts/N", "40", 40, 40, None),
        ("au/E moins/O 40/# morts/N", "40", 40, 40, None),
        ("moins/O de/E 40/# morts/N", "40", None, 40, 40),
        ("jusqu'/E à/E 40/# morts/N", "40", None, 40, 40),
        ("environ/O 40/# morts/N", "40", None, 40, None),
        ("près/O de/E 40/# morts/N", "40", None, 40, None),
        ("entre/E 20/# et/E 30/# morts/N", "20 et 30", 20, None, 30),
        ("20/# à/E 30/# morts/N", "20 à 30", 20, None, 30),
        ("deux/# ou/E trois/# morts/N", "deux ou trois", 2, None, 3),
        ("93/# %/N des/E quartiers/N", "93%", 93, 93, 93),
        ("la/D moitié/N du/E pays/N", "la moitié", 50, 50, 50),
    ],
)  # fmt: skip
def test_the_number_alone_is_the_span_and_its_hedge_sets_the_bounds(
    tagged: str, span: str, low: float | None, best: float | None, high: float | None
) -> None:
    figure = only(tagged)
    assert parse(tagged).text[figure.start : figure.end] == span
    assert bounds(figure) == (low, best, high)


@pytest.mark.parametrize(
    ("tagged", "unit"),
    [
        ("trois/# otages/N", "persons"),
        ("trois/# Américains/N", "persons"),
        ("trois/# secouristes/N", "persons"),
        ("trois/# blindés/N", "vehicles"),
        ("trois/# Mirage/P", "other"),
        ("trois/# roquettes/N", "weapons"),
        ("trois/# euros/N", "money"),
        ("trois/# millions/N de/E dollars/N", "money"),
        ("trois/# kilomètres/N", "distance"),
        ("trois/# heures/N", "duration"),
        ("trois/# villages/N", "other"),
        ("trois/# %/N des/E otages/N", "percent"),
        ("une/D tonne/N d'/E explosifs/N", "weapons"),
        ("trois/# autres/A soldats/N", "persons"),
    ],
)
def test_the_unit_is_the_class_of_what_is_counted(tagged: str, unit: str) -> None:
    assert only(tagged).unit == unit


@pytest.mark.parametrize(
    "tagged",
    [
        "un/D soldat/N",
        "une/D ville/N",
        "le/D M23/P avance/V",
        "un/D F-16/P",
        "le/D G20/P",
        "le/D 12e/A régiment/N",
        "la/D résolution/N 2254/# demande/V",
        "l'/D article/N 5/# du/E traité/N",
        "trois/# fois/N",
        "12/# rue/N de/E Rome/P",
        "un/D score/N de/E 3-1/#",
        "tous/D deux/# vont/O",
        "l'/D un/R des/E chefs/N",
        "l'/D édition/N 2010/# de/E Paris/P",
    ],
)
def test_names_ordinals_and_articles_are_no_figures(tagged: str) -> None:
    assert figures(tagged) == []


def test_one_dead_is_a_figure() -> None:
    assert bounds(only("un/D mort/N et/E")) == (1, 1, 1)


def test_a_part_and_its_whole_are_two_figures_of_one_noun() -> None:
    part, whole = figures("12/# des/E 25/# personnes/N détenues/A")
    assert (part.best, whole.best) == (12, 25)
    assert part.noun == whole.noun == 3
    assert whole.of == "25 personnes détenues"


def test_a_part_told_after_dont_is_of_the_same_unit() -> None:
    total, part = figures("50/# civils/N tués/V dont/R au/E moins/O deux/# ./.")
    assert (total.unit, part.unit, part.noun) == ("persons", "persons", None)
    assert bounds(part) == (2, 2, None)


def test_a_change_from_one_number_to_another_is_no_range() -> None:
    found = figures("passé/V de/E 20/# à/E 30/# soldats/N")
    assert [f.best for f in found] == [30]


def test_what_is_taken_is_left_alone() -> None:
    text = "3/# mai/N 40/# morts/N"
    assert [f.best for f in figures(text, ((0, 5),))] == [40]


def test_a_noun_that_belongs_to_a_time_is_not_what_is_counted() -> None:
    tagged = "au/E moins/O deux/# dimanche/N ./."
    start = parse(tagged).text.index("dimanche")
    found = figures(tagged, ((start, start + 8),))
    assert [(f.best, f.noun) for f in found] == [(2, None)]


def test_a_line_break_parts_a_number_from_the_next_line() -> None:
    built = parse("40/# morts/N")
    broken = Parse(built.text.replace(" ", "\n"), built.tokens, built.sentences)
    assert find_figures(broken, french(), ()) == []


UNITS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}


def spell(number: int) -> str:
    """A number below a million in French words, as the schools write it."""
    small = UNITS.split()
    if number <= 16:
        return small[number]
    if number < 20:
        return f"dix-{small[number - 10]}"
    if number < 100:
        return _spell_tens(number)
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        head = "cent" if hundreds == 1 else f"{small[hundreds]} cent{'' if rest else 's'}"
        return f"{head} {spell(rest)}" if rest else head
    thousands, rest = divmod(number, 1000)
    head = "mille" if thousands == 1 else f"{spell(thousands).removesuffix('s')} mille"
    if spell(thousands).endswith(("trois", "six")):
        head = f"{spell(thousands)} mille"
    return f"{head} {spell(rest)}" if rest else head


def _spell_tens(number: int) -> str:
    ten, rest = divmod(number, 10)
    if ten in (7, 9):
        base = "soixante" if ten == 7 else "quatre-vingt"
        joint = " et " if number == 71 else "-"
        return f"{base}{joint}{spell(10 + rest)}"
    base = TENS.get(ten, "quatre-vingt")
    if rest == 0:
        return "quatre-vingts" if ten == 8 else base
    return f"{base} et un" if rest == 1 and ten != 8 else f"{base}-{spell(rest)}"


@given(st.integers(min_value=2, max_value=999_999))
def test_a_number_in_words_is_read_back(number: int) -> None:
    assert french().read_words(spell(number)) == number
    figure = only(f"{spell(number).replace(' ', '/# ')}/# soldats/N")
    assert (figure.best, figure.unit) == (number, "persons")


@given(st.integers(min_value=2, max_value=999_999_999))
def test_a_number_in_figures_is_read_back_however_it_is_parted(number: int) -> None:
    for written in (f"{number:,}".replace(",", "\u202f"), f"{number:,}".replace(",", ".")):
        token = Token(0, 0, len(written), written, written, "NUM", frozenset(), "dep", 0)
        noun_start = len(written) + 1
        noun = Token(
            1, noun_start, noun_start + 7, "soldats", "soldat", "NOUN", frozenset(), "x", 1
        )
        built = Parse(f"{written} soldats", (token, noun), (Sentence(0, 0, 2),))
        assert [f.best for f in find_figures(built, french(), ())] == [number]


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    token = Token(0, 0, len(text), text, text, "X", frozenset(), "dep", 0)
    found = find_figures(Parse(text, (token,), (Sentence(0, 0, 1),)), french(), ())
    assert all(0 <= f.start < f.end <= len(text) for f in found)
