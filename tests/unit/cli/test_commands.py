"""Data on standard output, messages on standard error, and the exit status that was promised."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from polybe import CodedDocument, Document
from polybe.cli.main import main
from polybe.model import PlaceMention
from tests.made import record, timeml

FRENCH = "L'armée a repris la ville lundi, après une semaine de combats avec les rebelles."
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "a.txt"
    path.write_text(FRENCH, encoding="utf-8")
    return str(path)


@pytest.fixture
def coded_file(tmp_path: Path) -> str:
    path = tmp_path / "coded.jsonl"
    path.write_text(json.dumps(record()) + "\n", encoding="utf-8")
    return str(path)


def test_code_prints_one_json_object_a_document(article: str, capsys: Captured) -> None:
    assert main(["code", article, "--published", "2020-01-02", "--outlet", "Le Jour"]) == 0
    out, err = capsys.readouterr()
    (data,) = map(json.loads, out.splitlines())
    assert list(data) == ["document", "mentions", "reports"]
    assert data["document"]["text"] == FRENCH
    assert data["document"]["published"] == "2020-01-02"
    assert data["document"]["outlet"] == "Le Jour"
    assert data["document"]["title"] is None
    assert err == ""


def test_some_inputs_failed_is_1_and_the_others_are_coded(article: str, capsys: Captured) -> None:
    assert main(["code", "none.txt", article]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert "none.txt: there is no such file" in err
    assert "1 coded, 1 failed" in err


def test_a_document_that_cannot_be_coded_is_told_and_ends_nothing(
    article: str, tmp_path: Path, capsys: Captured
) -> None:
    bad = tmp_path / "b.txt"
    bad.write_text(f"{FRENCH} C'est indicible.", encoding="utf-8")
    assert main(["code", str(bad), article]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert "cannot be parsed" in err


def test_nothing_done_is_3(tmp_path: Path, capsys: Captured) -> None:
    empty = tmp_path / "e.txt"
    empty.write_bytes(b"")
    assert main(["code", str(empty), "none.txt"]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert str(empty) in err
    assert "no input could be coded" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "name a command"),
        (["code"], "no input"),
        (["read"], "no input"),
        (["brief", "-o", "x.html"], "no input"),
        (["codebook"], "name a command"),
        (["explain"], "no input"),
        (["score"], "no input"),
        (["score", "gold.jsonl", "--times", "folder"], "--times"),
        (["score", "gold.jsonl", "--plover-gsr", "file"], "--plover-gsr"),
        (["score", "--times", "folder", "--geovirus", "file"], "by itself"),
        (["unknown"], "unknown"),
        (["code", "a", "--nonsense"], "--nonsense"),
        (["code", "a", "--format", "xml"], "jsonl, table"),
        (["code", "a", "--published", "mardi"], "ISO 8601"),
        (["code", "a", "--codebook", "/no/such/folder"], "/no/such/folder"),
        (["code", "--lang", "de", "a"], "fr, en"),
    ],
)
def test_wrong_usage_is_2_and_says_what_is_wrong(
    arguments: list[str], told: str, capsys: Captured
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err


@pytest.mark.parametrize(
    "command", ["code", "read", "brief", "explain", "score", "codebook", "gazetteer"]
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_command_explains_itself(command: str, language: str, capsys: Captured) -> None:
    assert main([command, "--help", "--lang", language]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("usage\u00a0:" if language == "fr" else "usage:")
    assert "--help" in out
    assert err == ""


def test_the_version_is_told(capsys: Captured) -> None:
    from polybe import __version__

    assert main(["--version"]) == 0
    assert capsys.readouterr().out.strip() == __version__


def test_messages_are_in_the_language_asked_for_or_the_environments(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    assert main(["code", "rien.txt", "--lang", "fr"]) == 3
    assert "ce fichier n'existe pas" in capsys.readouterr().err
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert main(["code", "rien.txt"]) == 3
    assert "ce fichier n'existe pas" in capsys.readouterr().err
    assert main(["code", "rien.txt", "--lang=en"]) == 3
    assert "no such file" in capsys.readouterr().err


def test_an_output_file_holds_what_standard_output_would(
    article: str, tmp_path: Path, capsys: Captured
) -> None:
    target = tmp_path / "deep" / "out.jsonl"
    assert main(["code", article, "-o", str(target)]) == 0
    assert json.loads(target.read_text(encoding="utf-8"))["document"]["text"] == FRENCH
    assert capsys.readouterr().out == ""
    assert [path.name for path in target.parent.iterdir()] == ["out.jsonl"]


def test_an_input_may_be_its_own_output(coded_file: str) -> None:
    assert main(["code", coded_file, "-o", coded_file]) == 0
    data = json.loads(Path(coded_file).read_text(encoding="utf-8"))
    assert data["document"]["id"] == "kesh"
    assert data["reports"] == []


def test_an_unwritable_output_is_3_before_anything_is_read(
    article: str, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    from polybe import app

    monkeypatch.setattr(app, "code_inputs", lambda *_, **__: pytest.fail("coding began"))
    for target in (tmp_path, Path(article) / "inside.jsonl"):
        assert main(["code", article, "-o", str(target)]) == 3
        assert f"cannot write {target}" in capsys.readouterr().err


def test_a_run_that_does_nothing_leaves_the_old_output_alone(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old", encoding="utf-8")
    assert main(["code", "none.txt", "-o", str(target)]) == 3
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_table_has_a_heading_and_a_row_a_report(
    coded_file: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    from polybe.cli.commands import code
    from polybe.cli.inputs import coded_inputs

    monkeypatch.setattr(  # keep the reports that are there: no coder stands behind these tests
        code,
        "coded_inputs",
        lambda options, console, tally, **_: coded_inputs(options, console, tally),
    )
    assert main(["code", coded_file, "--format", "table"]) == 0
    heading, *rows = capsys.readouterr().out.splitlines()
    assert heading.split("\t")[:6] == ["document", "report", "start", "end", "kind", "type"]
    assert len(rows) == len(record()["reports"])
    assert {len(row.split("\t")) for row in rows} == {len(heading.split("\t"))}


def test_read_shows_the_account_of_coded_lines_without_a_coder(
    coded_file: str, capsys: Captured
) -> None:
    assert main(["read", coded_file, "--lang", "fr"]) == 0
    out = capsys.readouterr().out
    for words in ("Qui tient quoi", "le fort de Kesh", "Paul Ardent", "Nous tiendrons", "allégué"):
        assert words in out
    start = record()["reports"][1]["trigger"]["start"]
    assert f"[1] {start}–{start + 6}" in " ".join(out.split())


def test_read_obeys_no_control_characters_of_an_article(tmp_path: Path, capsys: Captured) -> None:
    data = record(title="\x1b[31mRouge\x07")
    path = tmp_path / "c.jsonl"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert main(["read", str(path)]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_brief_writes_one_page(coded_file: str, tmp_path: Path) -> None:
    target = tmp_path / "account.html"
    assert main(["brief", coded_file, "-o", str(target), "--lang", "en"]) == 0
    html = target.read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert "Who holds what" in html


def test_score_of_a_gold_file_with_itself_is_perfect(coded_file: str, capsys: Captured) -> None:
    assert main(["score", coded_file, coded_file, "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["report ALL strict"]["f1"] == 1
    assert figures["status"] == {"share": 1.0, "compared": 6}


def test_score_without_a_system_codes_the_gold_texts(coded_file: str, capsys: Captured) -> None:
    assert main(["score", coded_file, "--errors", "2"]) == 0
    out = capsys.readouterr().out
    assert "report ALL found" in out
    assert len([line for line in out.splitlines() if "missed" in line]) == 2


def test_score_refuses_a_gold_file_that_is_broken(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("{", encoding="utf-8")
    assert main(["score", str(path)]) == 3
    assert f"{path}:1" in capsys.readouterr().err


def test_score_of_times_codes_the_texts_and_tells_what_differs(
    tmp_path: Path, capsys: Captured
) -> None:
    body = 'Élue <TIMEX3 type="DATE" value="2021-05-03">lundi</TIMEX3>.'
    (tmp_path / "a.tml").write_text(timeml(body), encoding="utf-8")
    assert main(["score", "--times", str(tmp_path), "--errors", "9"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].split() == ["times", "found", "P", "0.000", "R", "0.000", "F1", "0.000", "(1)"]
    assert out[-1].split("\t") == ["kesh", "missed", "DATE « lundi » 2021-05-03", ""]
    assert main(["score", "--times", str(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["found DATE"] == {"share": 0.0, "compared": 1}


def test_score_of_times_refuses_a_folder_without_timeml(tmp_path: Path, capsys: Captured) -> None:
    assert main(["score", "--times", str(tmp_path)]) == 3
    assert "no .tml file" in capsys.readouterr().err


def test_score_of_plover_records_tells_shares_and_what_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    record = {"id": "R1", "event": "AID", "eventText": "sent", "text": "Kesh sent grain."}
    path = tmp_path / "records.json"
    path.write_text(json.dumps([record]), encoding="utf-8")

    def coded(documents: Iterable[Document], **_: object) -> list[CodedDocument]:
        return [CodedDocument(document, (), ()) for document in documents]

    monkeypatch.setattr("polybe.app.code_documents", coded)
    assert main(["score", "--plover-gsr", str(path), "--errors", "9"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].split() == ["right", "type", "0.000", "(1)"]
    assert out[-1].split("\t") == ["1:R1", "missed", "AID « sent »", ""]
    assert main(["score", "--plover-gsr", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["type AID"] == {"share": 0.0, "compared": 1}


def test_score_of_places_tells_how_far_off_they_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    text = "<text>Fever in Vanta.</text>"
    place = "<name>Vanta</name><start>10</start><end>15</end><lat>60</lat><lon>25</lon>"
    path = tmp_path / "places.xml"
    path.write_text(f"<articles><article>{text}{place}</article></articles>", encoding="utf-8")

    def coded(documents: Iterable[Document], **_: object) -> list[CodedDocument]:
        found = PlaceMention("p", 9, 14, "Vanta", latitude=50.0, longitude=25.0)
        return [CodedDocument(document, (found,), ()) for document in documents]

    monkeypatch.setattr("polybe.app.code_documents", coded)
    monkeypatch.setattr("polybe.app.lands_of", lambda **_: lambda _: ())
    assert main(["score", "--geovirus", str(path), "--errors", "9"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].split() == ["places", "P", "1.000", "R", "1.000", "F1", "1.000", "(1)"]
    assert out[-1].split("\t") == ["1", "differs", "« Vanta »", "« Vanta » 1112 km"]
    assert main(["score", "--geovirus", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["places median km"] == {"amount": 1111.9493}


def test_standard_input_is_read_with_a_dash(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(FRENCH.encode())))
    assert main(["code", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["document"]["text"] == FRENCH


def test_unknown_keys_are_noted_in_the_users_language(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": FRENCH, "author": "x"}), encoding="utf-8")
    assert main(["code", str(path), "--lang", "fr"]) == 0
    assert "clés laissées de côté" in capsys.readouterr().err


@pytest.fixture
def recipe(tmp_path: Path) -> str:
    path = tmp_path / "recette.txt"
    path.write_text("Une recette de gâteau, avec de la farine et du sucre.", encoding="utf-8")
    return str(path)


def test_articles_of_other_matters_are_counted_and_are_no_failures(
    article: str, recipe: str, capsys: Captured
) -> None:
    assert main(["code", recipe, article]) == 0
    out, err = capsys.readouterr()
    assert [json.loads(line)["document"]["text"] for line in out.splitlines()] == [FRENCH]
    assert "1 article of another matter left out uncoded (--code-all codes all)" in err
    assert "recette" not in err


def test_nothing_but_articles_of_other_matters_is_no_failure(recipe: str, capsys: Captured) -> None:
    assert main(["code", recipe]) == 0
    assert capsys.readouterr().out == ""


def test_all_are_coded_when_asked(recipe: str, capsys: Captured) -> None:
    assert main(["code", "--code-all", recipe]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert err == ""


def test_the_account_of_articles_of_other_matters_alone_is_empty(
    recipe: str, capsys: Captured
) -> None:
    assert main(["read", recipe]) == 0
    assert "1 article of another matter" in capsys.readouterr().err
