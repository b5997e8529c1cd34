"""The Python names a reader of the README would try."""

from __future__ import annotations

import pytest

import polybe
from polybe.errors import PolybeError, ReadingError


def test_every_public_name_is_there() -> None:
    for name in polybe.__all__:
        assert getattr(polybe, name) is not None
    assert set(polybe.__all__) <= set(dir(polybe))
    with pytest.raises(AttributeError, match="nothing_such"):
        _ = polybe.nothing_such


@pytest.mark.model
def test_code_gives_reports_whose_words_are_those_of_the_text() -> None:
    text = "L'armée syrienne a repris lundi la ville de Palmyre aux djihadistes de Daech."
    coded = polybe.code(text, published="2016-03-30", title="Palmyre reprise", outlet="Le Jour")
    assert coded.document.text == text
    assert coded.document.title == "Palmyre reprise"
    assert ("control", "GAINS") in [(report.kind, report.type) for report in coded.reports]
    for item in (*coded.mentions, *(report.trigger for report in coded.reports)):
        assert text[item.start : item.end] == item.text


@pytest.mark.model
def test_the_same_article_is_coded_the_same_twice() -> None:
    text = "Vingt civils ont été tués mardi dans une frappe aérienne à Idleb."
    first, second = (polybe.code(text, published="2019-05-02") for _ in range(2))
    assert first == second


@pytest.mark.model
def test_with_no_publication_date_a_weekday_stays_open() -> None:
    coded = polybe.code("Vingt civils ont été tués mardi dans une frappe aérienne à Idleb.")
    times = [m for m in coded.mentions if isinstance(m, polybe.TimeMention)]
    assert [time.value for time in times] == [None]


@pytest.mark.parametrize(("text", "published"), [("", None), ("Kidal.", "hier"), ("12", None)])
def test_what_is_no_article_raises_an_error_of_ours(text: str, published: str | None) -> None:
    with pytest.raises(ReadingError):
        polybe.code(text, published=published)
    assert issubclass(ReadingError, PolybeError)
