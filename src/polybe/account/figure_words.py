"""Figures in a reviewer's words: « 12 », « 12..20 », « 12.. » (at least), « ..20 », « ~20 »."""

from __future__ import annotations

import re

from ..errors import ReviewError
from ..messages import Reason
from ..model.mentions import UNITS
from .facts import FigureRef

_NUMBER = r"\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?"
_FIGURE = re.compile(
    rf"(?P<about>~)?(?P<low>{_NUMBER})?(?P<to>\.\.)?(?P<high>{_NUMBER})?\s*(?P<unit>[a-z]+)?"
)
_Bounds = tuple[float | None, float | None, float | None]


def figure_from(text: str, unit: str) -> FigureRef:
    """The figure of some words, in the unit that they name (« 12 vehicles »), else in ``unit``.

    Raises ReviewError when they tell none, one of UNITS included, or bounds the wrong way round.
    """
    match = _FIGURE.fullmatch(text.strip())
    if match is None or (match["unit"] or unit) not in UNITS:
        raise ReviewError(Reason("edit.no_figure", value=text, units=", ".join(UNITS)))
    low, high = _number(match["low"]), _number(match["high"])
    bounds = _bounds(low, high, about=bool(match["about"]), to=bool(match["to"]))
    if bounds is None:
        raise ReviewError(Reason("edit.no_figure", value=text, units=", ".join(UNITS)))
    return FigureRef(text, *bounds, unit=match["unit"] or unit)


def figure_words(figure: FigureRef) -> str:
    """A figure in the words that :func:`figure_from` reads, but for its unit."""
    low, best, high = figure.low, figure.best, figure.high
    if low is None and high is None:
        return f"~{_told(best)}" if best is not None else figure.text
    if low is not None and low == high:
        return _told(low)
    return f"{_told(low)}..{_told(high)}"


def _bounds(low: float | None, high: float | None, *, about: bool, to: bool) -> _Bounds | None:
    """Low, best and high as the coder gives them; None for what makes no sense."""
    if about:
        return None if low is None or to or high is not None else (None, low, None)
    if not to:
        return None if low is None or high is not None else (low, low, low)
    if low is not None and high is not None:
        return (low, None, high) if low <= high else None
    return None if low is None and high is None else (low, high if low is None else low, high)


def _number(text: str | None) -> float | None:
    if not text:
        return None
    number = float(re.sub(r"\s", "", text).replace(",", "."))
    return int(number) if number == int(number) else number


def _told(number: float | None) -> str:
    """A number without a fraction where it has none, and without an exponent."""
    if number is None:
        return ""
    return str(int(number)) if number == int(number) else str(number)
