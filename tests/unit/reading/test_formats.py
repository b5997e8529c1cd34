"""Every format gives its article; what is broken is told, and never ends a run."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polybe.errors import ReadingError
from polybe.fetching import Page
from polybe.model import CodedDocument, Document, Failure
from polybe.reading import Item, read, size_of
from polybe.reading.formats import FORMATS, jsonl, read_source
from polybe.reading.pages import decode_page, read_page
from polybe.reading.source import HEAD, How, Source
from tests.unit.reading import made
from tests.unit.reading.made import FIRST, SECOND, TITLE, URL


def items_of(data: bytes, name: str = "-", how: How | None = None) -> list[Item]:
    """What bytes give, as a file of that name."""
    suffix = Path(name).suffix.lower()
    return list(read_source(Source(name, io.BytesIO(data), data[:HEAD], suffix), how or How()))


def only(items: list[Item]) -> Document:
    """The only article among items."""
    (item,) = items
    assert isinstance(item, Document), item
    return item


def reason(items: list[Item]) -> str:
    """Why the only item failed."""
    (item,) = items
    assert isinstance(item, Failure), item
    return str(item.reason)


@pytest.mark.parametrize("name", made.FORMATS)
def test_every_format_gives_its_article(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(made.FORMATS[name]())
    document = only(list(read(path)))
    text = " ".join(document.text.split())
    for told in (TITLE, FIRST, SECOND):
        assert " ".join(told.split()) in text
    for beside in ("Sport", "Lire aussi", "Mentions", "Que savez-vous", "rue du Port"):
        assert beside not in text
    assert document.title == TITLE


@pytest.mark.parametrize("name", made.FORMATS)
def test_every_format_is_told_by_its_content_where_it_has_a_signature(name: str) -> None:
    if name.endswith((".csv", ".tsv", ".txt")):
        return  # which only their suffix tells
    assert only(items_of(made.FORMATS[name]())).title == TITLE


@pytest.mark.parametrize(
    "name", ["article.html", "articles.jsonl", "articles.csv", "crawl.warc.gz", "feed.rss"]
)
def test_address_date_and_outlet_are_taken_where_they_are_told(name: str) -> None:
    document = only(items_of(made.FORMATS[name](), name))
    assert document.url == URL
    assert (document.published or "")[:10] == "2021-05-03"
    assert document.outlet == "Le Jour"


def test_a_mail_tells_its_day_and_who_sent_it() -> None:
    document = only(items_of(made.mail(), "a.eml"))
    assert document.published == "2021-05-03T16:04:00+00:00"
    assert document.outlet == "Agence du Nord"


def test_an_odt_gives_its_text_without_what_stands_beside_it() -> None:
    document = only(items_of(made.odt()))
    assert document.text == made.TEXT
    assert document.published == "2021-05-03"


def test_lines_of_a_pdf_are_put_together_and_its_page_number_left_out() -> None:
    assert only(items_of(made.pdf())).text == made.TEXT


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (made.scanned_pdf(), "a.pdf", "no text"),
        (b"%PDF-1.4 and nothing that follows", "a.pdf", "broken PDF"),
        (made.word()[:-400], "a.docx", "broken zip"),
        (made.zipped(**{"word/document__xml": b"<w:document"}), "a.docx", "broken DOCX"),
        (made.odt("<office:document-content"), "a.odt", "broken ODT"),
        (made.odt("<a/>"), "a.odt", "nothing"),
        (made.odt(manifest="<manifest:encryption-data/>"), "a.odt", "password"),
        (gzip.compress(made.html())[:200], "a.html.gz", "broken gzip"),
        (made.zipped(picture__png=b"x"), "a.zip", "nothing to read"),
        (b"subject,day\nKesh,lundi\n", "a.csv", "no column of text"),
        (b"texte,titre\nLa ville est prise.\n", "a.csv", "not as many values"),
        (b"<html><body><p></p></body></html>", "a.html", "no article"),
        (b"From: a\nTo: b\nSubject: c\n\n\n", "a.eml", "nothing"),
        (b'<!DOCTYPE r [<!ENTITY a "b">]><rss version="2.0"></rss>', "a.rss", "entity"),
        (b"<rss version='2.0'><channel><item>", "a.rss", ""),
    ],
)
def test_what_is_broken_or_empty_is_told(data: bytes, name: str, told: str) -> None:
    assert told in reason(items_of(data, name))


def test_a_password_is_told_of() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made.pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    kept = io.BytesIO()
    writer.write(kept)
    assert "password" in reason(items_of(kept.getvalue(), "a.pdf"))


def test_a_bomb_is_not_unpacked() -> None:
    assert "unpacks" in reason(items_of(made.zipped(a__txt=b"a" * 50_000_000), "a.zip"))


def test_archives_in_archives_are_read_once_and_no_deeper() -> None:
    inner = made.zipped(a__html=made.html())
    assert only(items_of(made.zipped(b__zip=inner))).title == TITLE
    deeper = made.zipped(d__zip=made.zipped(c__zip=made.zipped(b__zip=inner)))
    assert "archive in an archive" in reason(items_of(deeper))


def test_a_warc_that_breaks_off_gives_the_pages_before_it() -> None:
    data = made.warc(pages=3)
    whole = items_of(data)
    assert [item.url for item in whole if isinstance(item, Document)] == [
        URL,
        f"{URL}-1",
        f"{URL}-2",
    ]
    cut = items_of(data[:-80])
    assert [type(item) for item in cut] == [Document, Document, Failure]


def test_a_damaged_record_of_a_warc_costs_no_other() -> None:
    data = bytearray(made.warc(pages=3))
    middle = bytes(data).index(b"\x1f\x8b\x08", len(made.warc()) + 10)
    second = bytes(data).index(b"\x1f\x8b\x08", middle + 3)
    data[second + 40 : second + 60] = b"\xff" * 20
    items = items_of(bytes(data))
    assert [item.url for item in items if isinstance(item, Document)][-1] == f"{URL}-2"
    assert sum(isinstance(item, Failure) for item in items) == 1
    assert "byte" in next(str(item.reason) for item in items if isinstance(item, Failure))


def test_only_pages_that_were_answered_are_read_from_a_warc() -> None:
    assert items_of(made.warc(status="404 Not Found")) == []


def test_an_endless_line_is_told_and_the_next_is_read() -> None:
    lines = io.BytesIO(b"a" * 50 + b"\n" + b"ok\n")
    first, second = jsonl.bounded_lines(lines, longest=10)
    assert isinstance(first, Failure)
    assert second == b"ok\n"


def test_what_is_larger_than_an_article_is_told() -> None:
    source = Source("a", io.BytesIO(b"a" * 20), b"a")
    with pytest.raises(ReadingError):
        source.all(most=10)


def test_a_deeply_nested_page_does_not_end_the_run() -> None:
    (item,) = items_of(b"<html><body>" + b"<div>" * 30_000 + b"Bonjour", "a.html")
    assert isinstance(item, Document | Failure)


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ("<p>été</p>".encode(), "iso-8859-1"),
        ("<p>été</p>".encode("iso-8859-1"), "iso-8859-1"),
        ('<meta charset="iso-8859-15"><p>été</p>'.encode("iso-8859-15"), None),
        ('<meta charset="no-such"><p>été à Kesh</p>'.encode("cp1252"), None),
    ],
)
def test_a_page_is_decoded_whatever_it_declares(data: bytes, charset: str | None) -> None:
    assert "été" in decode_page(data, charset)


def test_the_title_of_a_page_is_told_once() -> None:
    page = read_page(made.html())
    assert page.title == TITLE
    assert page.text.count(TITLE) == 1


# ---- tables and lists of addresses ----


class Web:
    """Answers every address with one page, and notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, url: str) -> Page:
        """The page."""
        self.asked.append(url)
        data = made.PAGE.replace(URL, url).encode()
        return Page(url, data, "text/html; charset=utf-8", "2021-05-04T00:00:00+00:00")


def test_columns_are_taken_as_told() -> None:
    data = "corps;quand\nLa ville de Kesh est prise par l'armée.;2021-05-03\n".encode()
    how = How(columns={"text": "corps", "published": "quand"})
    document = only(items_of(data, "a.csv", how))
    assert document.text.startswith("La ville")
    assert document.published == "2021-05-03"
    assert "no column" in reason(items_of(data, "a.csv", How(columns={"text": "texte"})))


def test_addresses_fail_where_the_web_is_not_asked() -> None:
    assert "--follow" in reason(items_of(f"{URL}\n".encode()))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (f"{URL}\n{URL}\n\nhttps://nuit.example/a\n".encode(), "list.txt"),
        (f"title,url\nKesh,{URL}\nKesh,https://nuit.example/a\n".encode(), "mediacloud.csv"),
        (
            b"".join(
                b"\t".join([b"1"] * 60 + [url.encode()]) + b"\n"
                for url in (URL, URL, "https://nuit.example/a")
            ),
            "20210503180000.export.CSV",
        ),
    ],
)
def test_lists_of_addresses_are_asked_for_each_once(data: bytes, name: str) -> None:
    web = Web()
    items = items_of(data, name, How(fetch=web, follow=True))
    assert web.asked == [URL, "https://nuit.example/a"]
    assert [item.title for item in items if isinstance(item, Document)] == [TITLE, TITLE]


def test_hosts_of_a_list_take_turns_each_in_its_own_order() -> None:
    """So that the pause of one is spent with the others."""
    listed = [f"https://{host}.example/{n}" for host in ("a", "b", "c") for n in range(3)]
    turns = [f"https://{host}.example/{n}" for n in range(3) for host in ("a", "b", "c")]
    web = Web()
    assert len(items_of("\n".join(listed).encode(), "-", How(fetch=web, follow=True))) == 9
    assert web.asked == turns
    links = "".join(f"<item><title>A</title><link>{url}</link></item>" for url in listed)
    feed = f'<rss version="2.0"><channel>{links}</channel></rss>'.encode()
    web = Web()
    assert len(items_of(feed, "-", How(fetch=web, follow=True))) == 9
    assert web.asked == turns


def test_what_is_followed_leads_on_no_further_than_a_list_a_feed_and_an_article() -> None:
    """A page that names itself as a list of addresses does not hold the run."""
    asked: list[str] = []

    def fetch(url: str) -> Page:
        asked.append(url)
        return Page(url, f"{url}\n".encode(), "text/plain", "2021-05-04T00:00:00+00:00")

    assert "--follow" in reason(items_of(f"{URL}\n".encode(), "-", How(fetch=fetch, follow=True)))
    assert len(asked) == 2


def test_a_feed_is_followed_to_the_pages_it_links_to() -> None:
    web = Web()
    document = only(items_of(made.feed(), "a.rss", How(fetch=web, follow=True)))
    assert web.asked == [URL]
    assert document.url == URL


def test_an_address_is_read_by_what_it_answers() -> None:
    web = Web()
    (document,) = read(URL, fetch=web)
    assert isinstance(document, Document)
    assert document.title == TITLE


def test_what_is_not_new_on_the_web_gives_nothing() -> None:
    assert list(read(URL, fetch=lambda _: None)) == []


# ---- folders and patterns ----


def test_patterns_find_files_in_all_folders(tmp_path: Path) -> None:
    (tmp_path / "mai").mkdir()
    (tmp_path / "mai" / "a.html").write_bytes(made.html())
    (tmp_path / "b.txt").write_text(made.TEXT, encoding="utf-8")
    assert only(list(read(tmp_path / "**" / "*.html"))).title == TITLE
    assert "pattern" in reason(list(read(tmp_path / "*.pdf")))


def test_every_format_has_a_reader() -> None:
    assert all(callable(each.reader) for each in FORMATS)


# ---- whatever comes ----

SAMPLES = {name: make() for name, make in made.FORMATS.items()}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(SAMPLES)), st.data())
def test_damaged_files_never_end_a_run(name: str, data: st.DataObject) -> None:
    """Cut off anywhere, and with some bytes changed."""
    damaged = bytearray(SAMPLES[name])
    cut = data.draw(st.integers(1, len(damaged)))
    del damaged[cut:]
    for _ in range(data.draw(st.integers(0, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    for item in items_of(bytes(damaged), name):
        assert isinstance(item, Document | CodedDocument | Failure)


@pytest.mark.parametrize("place", range(40, 2_000, 35))
def test_a_document_damaged_inside_its_archive_is_told(place: int) -> None:
    """In what is packed, in the table of contents, or where nothing is lost by it."""
    for name in ("article.docx", "article.odt"):
        damaged = bytearray(SAMPLES[name])
        damaged[place % len(damaged)] ^= 0xFF
        for item in items_of(bytes(damaged), name):
            assert isinstance(item, Document | Failure)


def test_a_byte_that_cannot_be_read_costs_no_row_of_a_table() -> None:
    rows = b"".join(b"La ville de Kesh est prise par les rebelles, %d\n" % n for n in range(2_000))
    data = b"texte,id\n" + rows + b"L'arm\xe9e reprend la ville de Kesh aux rebelles,last\n" + rows
    items = items_of(data, "a.csv")
    assert len(items) == 4_001
    assert all(isinstance(item, Document) for item in items)


# ---- how far ----


@pytest.mark.parametrize("name", made.FORMATS)
def test_every_byte_of_a_file_is_told_as_read_once(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(made.FORMATS[name]())
    told: list[int] = []
    assert list(read(path, progress=told.append))
    assert sum(told) == path.stat().st_size == size_of([path])


def test_how_much_there_is_to_read_is_told_of_files_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"12345")
    (tmp_path / "b.png").write_bytes(b"12345")
    assert size_of([tmp_path, tmp_path / "*.txt", tmp_path / "none.txt"]) == 10
    assert size_of([tmp_path, "-"]) is None
    assert size_of([URL]) is None
