"""The use cases, with a coder that says what it is told to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from polybe import app
from polybe.model import CodedDocument, Document, Failure
from tests.made import coded, record, report

FRENCH = "L'armée a repris la ville lundi, après une semaine de combats avec les rebelles."


def code_documents(documents: Iterable[Document], **_: Any) -> Iterator[CodedDocument | Failure]:
    for document in documents:
        yield CodedDocument(document, (), ())


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("count", [1, 64, 65, 200])
def test_inputs_come_out_in_order_with_failures_in_their_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr(app.coding, "code_documents", code_documents)
    paths = [
        write(tmp_path / f"{n}.txt", "" if n % 3 == 1 else f"{FRENCH} {n}") for n in range(count)
    ]
    items = list(app.code_inputs(paths))
    assert len(items) == count
    for n, item in enumerate(items):
        if n % 3 == 1:
            assert isinstance(item, Failure)
        else:
            assert isinstance(item, CodedDocument)
            assert item.document.text == f"{FRENCH} {n}"


def test_no_coder_is_loaded_while_nothing_is_to_be_coded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.coding, "load_coder", lambda **_: pytest.fail("a coder was loaded"))
    path = write(tmp_path / "c.jsonl", json.dumps(record()))
    (item,) = app.code_inputs([path])
    assert isinstance(item, CodedDocument)
    assert item.reports


def test_the_page_knows_the_types_of_a_users_own(tmp_path: Path) -> None:
    """A conflict of a type that only the user's folder has is drawn as one."""
    (tmp_path / "plover").mkdir()
    write(
        tmp_path / "plover" / "siege.toml",
        'type = "SIEGE"\ndefinition = "."\nquad = "material conflict"\nintensity = -7.0\n',
    )
    sides = {"actors": ["a1"], "recipients": ["a2"]}
    data = {**record(), "reports": [report("r0", "event", "SIEGE", "repris", **sides)]}
    assert 'class="edge conflict' in app.brief([coded(data)], codebook=tmp_path)
    assert 'class="edge conflict' not in app.brief([coded(data)])


def test_documents_already_coded_are_coded_anew_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.coding, "code_documents", code_documents)
    path = write(tmp_path / "c.jsonl", json.dumps(record()))
    (item,) = app.code_inputs([path], recode=True)
    assert isinstance(item, CodedDocument)
    assert item.document.id == "kesh"
    assert item.reports == ()


def checked(
    monkeypatch: pytest.MonkeyPatch, code: SimpleNamespace, *reports: dict[str, Any]
) -> app.CodebookCheck:
    """The check of one predicate, of rule « r » and that code, whose example gives the reports."""
    predicate = SimpleNamespace(rule="r", code=code, example=FRENCH, status=None)
    predicates = SimpleNamespace(all=lambda: [predicate])
    coder = SimpleNamespace(codebook=SimpleNamespace(predicates=predicates, version="v1"))
    data = record()
    data["reports"] = list(reports)
    monkeypatch.setattr(app.coding, "kept_coder", lambda *_: coder)
    monkeypatch.setattr(app.coding, "code_documents", lambda *_, **__: iter([coded(data)]))
    return app.check_codebook()


class Code(SimpleNamespace):
    def __str__(self) -> str:
        return str(self.text)


ASSAULT = Code(kind="event", text="ASSAULT/aerial")
SAYING = Code(kind="statement", text="statement/INDIRECT")
AERIAL = report("x", "event", "ASSAULT", "repris", mode="aerial", rule="other")


@pytest.mark.parametrize(
    ("code", "reports", "mismatches"),
    [
        (ASSAULT, [AERIAL], 0),
        (ASSAULT, [report("x", "event", "ASSAULT", "repris", rule="r")], 0),
        (ASSAULT, [report("x", "event", "ASSAULT", "repris", rule="other")], 1),
        (ASSAULT, [], 1),
        (SAYING, [report("x", "statement", "DIRECT", "dit", rule="other")], 0),
        (SAYING, [AERIAL], 1),
    ],
)
def test_an_example_must_give_its_code(
    monkeypatch: pytest.MonkeyPatch,
    code: SimpleNamespace,
    reports: list[dict[str, Any]],
    mismatches: int,
) -> None:
    check = checked(monkeypatch, code, *reports)
    assert (check.version, check.count, len(check.mismatches)) == ("v1", 1, mismatches)


def test_a_mismatch_tells_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    (mismatch,) = checked(monkeypatch, SAYING, AERIAL).mismatches
    assert mismatch == app.Mismatch("r", "statement/INDIRECT", ("ASSAULT/aerial (repris)",), FRENCH)


def test_the_codebook_is_listed_with_a_heading() -> None:
    heading, *rows = app.list_codebook("types")
    assert heading[0] == "type"
    assert {"ASSAULT", "CONSULT", "control/HOLDS", "toll/KILLED"} <= {row[0] for row in rows}
    assert {len(row) for row in rows} == {len(heading)}
