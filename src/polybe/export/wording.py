"""Facts in words: the same in the terminal and on the page."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable

from ..account import ActorRef, Fact, PlaceRef
from ..account.facts import FigureRef, TimeRef
from ..account.finding import Estimate, Finding, Told, Voice, When
from ..messages import Messages

_ACRONYM = re.compile(r"(.*?)(?: \(([^()]+)\))?", re.DOTALL)
"""A canonical name, and the acronym that may stand behind it in brackets."""

_SPACES = str.maketrans(dict.fromkeys("\t\r\n\v\f\u2028\u2029\x85", " "))


def one_line(text: str) -> str:
    """The text on one line and without control characters."""
    return "".join(char for char in text.translate(_SPACES) if char.isprintable() or char == "\xa0")


def number(value: float) -> str:
    """A number without a needless fraction, thousands parted by a narrow space."""
    text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")
    return text.replace(",", "\u202f")


def figure_bounds(figure: FigureRef) -> str:
    """A figure's bounds for a table: `20`, `20..`, `..20`, `20..30`; its words when it has none."""
    low, best, high = figure.low, figure.best, figure.high
    if low is not None and low == high:
        return f"{low:g}"
    if low is None and high is None:
        return f"{best:g}" if best is not None else figure.text
    return f"{'' if low is None else f'{low:g}'}..{'' if high is None else f'{high:g}'}"


def figure_words(figure: FigureRef, messages: Messages) -> str:
    """A figure as a reader wants it: number, bound or range, with the sign of per cent."""
    low, best, high = figure.low, figure.best, figure.high
    sign = "\u202f%" if figure.unit == "percent" else ""
    if low is not None and high is not None and low != high:
        told = messages("figures.between", low=number(low), high=number(high) + sign)
    elif low is not None and high is None:
        told = messages("figures.at_least", n=number(low) + sign)
    elif high is not None and low is None:
        told = messages("figures.at_most", n=number(high) + sign)
    elif best is not None and low is None:
        told = messages("figures.about", n=number(best) + sign)
    elif best is not None:
        told = number(best) + sign
    else:
        told = figure.text
    return told


def figures_words(fact: Fact, messages: Messages) -> str:
    """All figures of a fact."""
    return ", ".join(figure_words(figure, messages) for figure in fact.figures)


def told_words(told: Told, unit: str, messages: Messages) -> str:
    """A figure as one voice gives it."""
    return figure_words(FigureRef(told.text, told.low, told.best, told.high, unit), messages)


def estimate_words(estimate: Estimate, messages: Messages) -> str:
    """The best word on a figure, and its range where there is one: « 17 (12–20) »."""
    low, best, high = estimate.low, estimate.best, estimate.high
    if best is None or (low is None and high is None):
        return figure_words(FigureRef("?", low, best, high, estimate.unit), messages)
    sign = "\u202f%" if estimate.unit == "percent" else ""
    return range_words(low, best, high, messages, sign=sign)


def range_words(
    low: float | None, best: float, high: float | None, messages: Messages, *, sign: str = ""
) -> str:
    """A number with its range, None at an end that is open; the number alone where it is exact."""
    told = number(best) + sign
    if low == high == best:
        return told
    if high is None:
        key = "figures.at_least" if low in (None, best) else "figures.from"
        return messages(key, n=told, low=_bound(low), best=told)
    if low is None:
        return messages("figures.up_to", best=told, high=number(high))
    return messages("figures.range", best=told, low=number(low), high=number(high))


def _bound(value: float | None) -> str:
    return "" if value is None else number(value)


def when_words(when: When | None, messages: Messages) -> str:
    """The days of a fact: a day, a month or year, or a stretch of days; empty when none is told."""
    if when is None or (when.earliest is None and when.latest is None):
        return ""
    if when.earliest is None:
        return messages("situation.until", day=when.latest)
    if when.latest is None:
        return messages("situation.from", day=when.earliest)
    return days_words(when.earliest, when.latest)


def days_words(first: str, last: str) -> str:
    """Two ISO days as one stretch: « 2016-12 » for a whole month, « 2016 » for a whole year."""
    if first == last:
        return first
    if first[5:] == "01-01" and last == f"{first[:4]}-12-31":
        return first[:4]
    year, month = int(first[:4]), int(first[5:7])
    if first[8:] == "01" and last == f"{first[:7]}-{monthrange(year, month)[1]:02d}":
        return first[:7]
    return f"{first} – {last}"


def voices_words(voices: Iterable[Voice], messages: Messages, *, most: int = 4) -> str:
    """Who says something, each once; of more than ``most`` the first, and how many others."""
    unknown = messages("situation.no_source")
    told = list(dict.fromkeys(one_line(voice.who or unknown) for voice in voices))
    words = ", ".join(told[:most])
    if len(told) > most:
        words = f"{words} {messages.count('situation.more', len(told) - most)}"
    return words


def time_words(time: TimeRef | None) -> str:
    """A time: its value, else its words as written; empty when none is told."""
    if time is None:
        return ""
    if not time.value:
        return f"« {one_line(time.text)} »"
    return time.value


def actor_words(actor: ActorRef) -> str:
    """An actor as written, with its canonical name where that tells more."""
    text = one_line(actor.text)
    if text.casefold() in actor.name.casefold():
        return one_line(actor.name)
    return _with_name(text, actor.name)


def place_words(place: PlaceRef) -> str:
    """A place as written, with the gazetteer's name where it is quite another."""
    return _with_name(one_line(place.text), place.name)


def _with_name(text: str, name: str) -> str:
    long, acronym = _ACRONYM.fullmatch(name).groups()  # type: ignore[union-attr]
    if not long or _alike(text, long) or (acronym and acronym in text):
        return text
    return f"{text} ({one_line(long)}{f', {acronym}' if acronym else ''})"


def _alike(text: str, name: str) -> bool:
    """Whether a name says no more than the text: most of its words begin like words of the text.

    « la Turquie » and « Turkey », « Idleb » and « Idlib » are alike, « Damas » and « Government of
    Syria » are not.
    """
    beginnings = {word[:3] for word in _words(text)}
    words = _words(name)
    return 2 * sum(word[:3] in beginnings for word in words) > len(words)


def _words(text: str) -> list[str]:
    """The words that carry meaning, without case and accents: those of four letters and more."""
    spread = unicodedata.normalize("NFD", text.casefold())
    words = re.findall(r"[^\W_]+", "".join(c for c in spread if not unicodedata.combining(c)))
    return [word for word in words if len(word) > 3] or words


def names(references: Iterable[ActorRef | PlaceRef]) -> str:
    """Several actors or places in a row."""
    told = (
        actor_words(ref) if isinstance(ref, ActorRef) else place_words(ref) for ref in references
    )
    return ", ".join(told)


def act_words(fact: Fact | Finding, messages: Messages) -> str:
    """What a fact is: its type in words, with the mode."""
    label = messages.label("type", fact.type)
    return f"{label} ({messages.label('mode', fact.mode)})" if fact.mode else label


def status_words(fact: Fact | Finding, messages: Messages) -> str:
    """The status, empty for what is told as a fact."""
    return "" if fact.status == "actual" else messages.label("status", fact.status)


def act_parts(fact: Fact) -> tuple[tuple[ActorRef, ...], tuple[ActorRef, ...]]:
    """The two sides of a relation: with no recipient, the first actor and the others."""
    if fact.recipients or len(fact.actors) < 2:
        return fact.actors, fact.recipients
    return fact.actors[:1], fact.actors[1:]
