"""Every input gives its articles; whatever fails is told in its place, and ends nothing."""

from __future__ import annotations

import io
import json
import logging
from pathlib import Path

import pytest

from polybe.model import CodedDocument, Document, Failure
from polybe.reading import Defaults, Item, read, read_all
from polybe.reading.articles import title_of
from tests.made import record

FRENCH = "L'armée a repris la ville lundi, après une semaine de combats avec les rebelles."


def failure_of(items: list[Item]) -> Failure:
    """The one item, which is a failure."""
    assert len(items) == 1
    assert isinstance(items[0], Failure)
    return items[0]


def document_of(items: list[Item]) -> Document:
    """The one item, which is a document."""
    assert len(items) == 1
    assert isinstance(items[0], Document), items
    return items[0]


def write_lines(path: Path, *records: object) -> Path:
    lines = (r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in records)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_text_file_is_one_article_with_its_text_untouched(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"  {FRENCH}\r\n".encode())
    document = document_of(list(read(path, Defaults(published="2020-01-02", outlet="Le Jour"))))
    assert document.text == f"  {FRENCH}\r\n"
    assert (document.published, document.outlet) == ("2020-01-02", "Le Jour")
    assert document.title is None


def test_a_short_first_line_is_the_title_and_stays_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"La ville reprise\n\n{FRENCH}", encoding="utf-8")
    document = document_of(list(read(path)))
    assert document.title == "La ville reprise"
    assert document.text.startswith("La ville reprise\n")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"La ville reprise\n{FRENCH}", "La ville reprise"),
        (f"La ville reprise\r\n\r\n{FRENCH}", "La ville reprise"),
        (f"\n\nLa ville reprise\n\n{FRENCH}", "La ville reprise"),
        ("L'armée a repris la ville lundi, après une semaine\nde combats avec les rebelles.", None),
        ("L'armée a repris la ville.\n\nLes rebelles ont fui vers le nord.", None),
        ("La ville reprise", None),
        (f"{'La ville ' * 30}\n\n{FRENCH * 9}", None),
    ],
)
def test_a_title_is_a_short_line_set_off_from_the_text(text: str, title: str | None) -> None:
    assert title_of(text) == title


def test_the_same_text_has_the_same_id_wherever_it_stands(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(FRENCH, encoding="utf-8")
    first, second = read(tmp_path)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.id == second.id


def test_a_folder_is_read_through_but_for_hidden_and_other_files(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    for name in ("in/deep/a.txt", "in/b.TXT", ".git/c.txt", "in/d.png", ".e.txt"):
        (tmp_path / name).write_text(f"{FRENCH} {name}", encoding="utf-8")
    write_lines(tmp_path / "in" / "f.jsonl", {"text": FRENCH})
    items = list(read(tmp_path))
    assert len(items) == 3
    assert all(isinstance(item, Document) for item in items)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "nothing"),
        (b" \n\t\n", "nothing"),
        (b"\xef\xbb\xbf", "nothing"),
        (b"%PDF-1.4", "PDF"),
        (b"\x00\x01\x02\x03" * 20, "binary"),
        (b"<!DOCTYPE html><html><body></body></html>", "no article"),
        (b"1234 5678\n", "no word"),
        (b"The army took the town on Monday after a week of heavy fighting.", "English"),
    ],
)
def test_what_is_no_french_article_is_a_failure_that_says_why(
    tmp_path: Path, content: bytes, told: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    failure = failure_of(list(read(path)))
    assert failure.source == str(path)
    assert told in failure.reason


def test_missing_files_and_empty_folders_are_failures(tmp_path: Path) -> None:
    assert "no such file" in failure_of(list(read(tmp_path / "none.txt"))).reason
    assert "no file" in failure_of(list(read(tmp_path))).reason
    assert failure_of(list(read("x" * 5000))).reason


def test_a_line_of_jsonl_gives_its_fields_and_keeps_its_id(tmp_path: Path) -> None:
    line = {
        "id": 7,
        "text": FRENCH,
        "title": "Titre",
        "published": "2019-05-06T10:00:00Z",
        "outlet": "Le Jour",
        "url": "https://exemple.org/a",
        "language": "fr",
    }
    document = document_of(list(read(write_lines(tmp_path / "a.jsonl", line))))
    assert document == Document(
        id="7",
        text=FRENCH,
        language="fr",
        title="Titre",
        url="https://exemple.org/a",
        outlet="Le Jour",
        published="2019-05-06T10:00:00Z",
    )


def test_defaults_fill_only_what_a_line_leaves_open(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", {"text": FRENCH, "published": "2019-01-01"})
    document = document_of(list(read(path, Defaults(published="2020-01-01", outlet="Le Jour"))))
    assert (document.published, document.outlet) == ("2019-01-01", "Le Jour")


def test_broken_lines_fail_by_number_and_the_others_are_read(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "a.jsonl",
        {"id": "one", "text": FRENCH},
        '{"text": "cut',
        "",
        "[1, 2]",
        {"title": "no text"},
        {"text": FRENCH, "published": "10/12/2016"},
        {"text": FRENCH, "title": 3},
        {"id": "en", "text": FRENCH, "language": "en"},
        "[" * 100_000,
        f'{{"id": {"1" * 5_000}, "text": "{FRENCH[:10]}"}}',
        {"id": "last", "text": FRENCH},
    )
    items = list(read(path))
    failed = {item.source: item.reason for item in items if isinstance(item, Failure)}
    read_ids = [item.id for item in items if isinstance(item, Document)]
    assert read_ids == ["one", "last"]
    assert [int(source.rpartition(":")[2]) for source in failed] == [2, 4, 5, 6, 7, 8, 9, 10]
    assert "10/12/2016" in failed[f"{path}:6"]
    assert "English" in failed[f"{path}:8"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_jsonl_is_read_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    lines = [json.dumps({"text": f"{FRENCH} {n} été"}, ensure_ascii=False) for n in range(3)]
    path.write_bytes("\n".join(lines).encode(encoding))
    texts = [item.text for item in read(path) if isinstance(item, Document)]
    assert texts == [f"{FRENCH} {n} été" for n in range(3)]


def test_unknown_keys_are_warned_of_once_a_source(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = write_lines(tmp_path / "a.jsonl", *[{"text": FRENCH, "author": "x"}] * 3)
    with caplog.at_level(logging.WARNING, "polybe"):
        assert len(list(read(path))) == 3
    assert [record.getMessage() for record in caplog.records] == [
        f"{path}: keys left aside: author"
    ]


def test_a_coded_line_is_given_as_coded(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", record(), {"document": {"id": "x"}})
    good, bad = read(path)
    assert isinstance(good, CodedDocument)
    assert good.document.id == "kesh"
    assert isinstance(bad, Failure)


def test_an_empty_jsonl_file_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n\n", encoding="utf-8")
    assert "nothing" in failure_of(list(read(path))).reason


@pytest.mark.parametrize(
    ("data", "count"),
    [(FRENCH, 1), (json.dumps({"text": FRENCH}) + "\n" + json.dumps({"text": FRENCH}), 2)],
)
def test_standard_input_is_an_article_or_jsonl(
    monkeypatch: pytest.MonkeyPatch, data: str, count: int
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    items = list(read("-"))
    assert len(items) == count
    assert all(isinstance(item, Document) and item.text == FRENCH for item in items)


def test_half_a_character_is_replaced_so_that_all_can_be_written_again(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", '{"text": "' + FRENCH + ' \\ud83d fin"}')
    document = document_of(list(read(path)))
    assert document.text.encode("utf-8").decode() == f"{FRENCH} \ufffd fin"


def test_a_five_megabyte_article_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = (FRENCH + "\n") * 62_000
    path.write_text(text, encoding="utf-8")
    assert len(text) > 5_000_000
    assert document_of(list(read(path))).text == text


def test_a_failure_among_inputs_stops_none(tmp_path: Path) -> None:
    good = tmp_path / "a.txt"
    good.write_text(FRENCH, encoding="utf-8")
    items = list(read_all([tmp_path / "none", good, tmp_path / "none.jsonl", good]))
    assert [type(item) for item in items] == [Failure, Document, Failure, Document]
