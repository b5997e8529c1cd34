"""Articles with marked places, in files of the tests' own."""

from __future__ import annotations

from pathlib import Path

import pytest

from polybe.errors import ReadingError
from polybe.model import MarkedPlace
from polybe.reading import read_geovirus

TEXT = "Fever in Vanta & Kesh."


def location(name: str = "Vanta", start: str = "10", lat: str = "60.29", lon: str = "25.04") -> str:
    end = str(int(start) + len(name)) if start.isdigit() else start
    values = (("name", name), ("start", start), ("end", end), ("lat", lat), ("lon", lon))
    return "".join(f"<{key}>{value}</{key}>" for key, value in values)


def article(*locations: str, text: str = "Fever in Vanta &amp; Kesh.") -> str:
    places = "".join(f"<location>{told}<page>p</page></location>" for told in locations)
    return (
        f"<article><source>https://a.example/1</source><text>{text}</text>"
        f"<locations>{places}</locations></article>"
    )


def written(folder: Path, *articles: str, head: str = "") -> Path:
    path = folder / "places.xml"
    path.write_text(f"{head}<articles>{''.join(articles)}</articles>", encoding="utf-8")
    return path


def test_places_stand_where_they_are_counted_from_one(tmp_path: Path) -> None:
    (text,) = read_geovirus(written(tmp_path, article(location())))
    assert (text.document.text, text.document.language) == (TEXT, "en")
    assert text.document.url == "https://a.example/1"
    assert text.places == (MarkedPlace(9, 14, "Vanta", 60.29, 25.04),)


def test_articles_keep_their_order_and_an_article_may_have_no_place(tmp_path: Path) -> None:
    texts = read_geovirus(written(tmp_path, article(), article(location())))
    assert [len(text.places) for text in texts] == [0, 1]
    assert [text.document.id for text in texts] == ["1", "2"]


def test_a_location_within_a_location_is_two(tmp_path: Path) -> None:
    nested = f"{location()}</location>{location('Kesh', '18')}<location><name>Kesh</name>"
    nested += "<start>18</start><end>22</end><lat>1</lat><lon>2</lon>"
    (text,) = read_geovirus(written(tmp_path, article(nested)))
    assert [place.text for place in text.places] == ["Vanta", "Kesh", "Kesh"]


@pytest.mark.parametrize(
    ("articles", "told"),
    [
        ((), "no article"),
        ((article(), article(location(start="11"))), "places.xml:2: « Vanta » does not stand"),
        ((article(location(lat="north")),), "places.xml:1: « Vanta »"),
        ((article(location(name="")),), "« name » is missing"),
        ((article(text=""),), "« text » is missing"),
        (("<article>",), "broken XML"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, articles: tuple[str, ...], told: str) -> None:
    with pytest.raises(ReadingError, match=r"places\.xml") as caught:
        read_geovirus(written(tmp_path, *articles))
    assert told in str(caught.value)


def test_an_entity_is_refused(tmp_path: Path) -> None:
    """A file may not ask for other files, nor for more text than memory holds."""
    head = '<!DOCTYPE articles [<!ENTITY all SYSTEM "/etc/passwd">]>'
    with pytest.raises(ReadingError, match="entit"):
        read_geovirus(written(tmp_path, article(text="&all;"), head=head))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="absent"):
        read_geovirus(tmp_path / "absent.xml")
