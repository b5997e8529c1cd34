"""The commands of the store: what they tell, and the exit status that was promised."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from polybe import app
from polybe.cli.main import main
from polybe.codebook.packs import Packs
from polybe.model import CodedDocument, Document
from polybe.store import Store, coded_document
from tests.made import coded, record

FRENCH = "L'armée a repris la ville lundi, après une semaine de combats avec les rebelles."
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The store of the environment."""
    path = tmp_path / "news.db"
    monkeypatch.setenv("POLYBE_STORE", str(path))
    return str(path)


def write(path: Path, *records: dict[str, Any]) -> str:
    path.write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
    return str(path)


@pytest.fixture
def articles(tmp_path: Path) -> str:
    """Two articles and a document already coded."""
    one = {"id": "a", "text": FRENCH, "url": "https://exemple.fr/a", "published": "2021-05-04"}
    two = {"id": "b", "text": f"{FRENCH} Encore.", "url": "https://exemple.fr/b"}
    return write(tmp_path / "articles.jsonl", one, two, record())


def rows(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines()]


def newer_codebook(monkeypatch: pytest.MonkeyPatch) -> None:
    """A codebook that reads one report off every text."""

    def code_documents(documents: Iterable[Document], **_: Any) -> Iterator[CodedDocument]:
        for document in documents:
            yield CodedDocument(document, (), ())

    monkeypatch.setattr(app.coding, "code_documents", code_documents)
    monkeypatch.setattr(Packs, "version", lambda _: "newer")


def test_add_counts_what_became_of_each_input(
    articles: str, tmp_path: Path, capsys: Captured
) -> None:
    assert main(["add", articles]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "polybe: 3 new, 0 already there, 0 revised, 0 failed\n"
    revised = {"id": "a2", "text": f"{FRENCH} Corrigé.", "url": "http://www.exemple.fr/a/"}
    more = write(tmp_path / "more.jsonl", revised)
    assert main(["add", articles, more, "none.txt"]) == 1
    err = capsys.readouterr().err
    assert "none.txt: there is no such file" in err
    assert err.endswith("polybe: 0 new, 3 already there, 1 revised, 1 failed\n")


def test_add_takes_what_is_coded_as_it_is(articles: str, where: str) -> None:
    assert main(["add", articles]) == 0
    with Store.open(where) as store, store.reading() as connection:
        assert coded_document(connection, "kesh") == coded(record())


def test_add_codes_nothing_that_is_there(articles: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["add", articles]) == 0
    monkeypatch.setattr(app.coding, "code_documents", lambda *_, **__: pytest.fail("coded again"))
    assert main(["add", articles]) == 0


def test_add_of_nothing_that_can_be_kept_is_3(tmp_path: Path, capsys: Captured) -> None:
    broken = record(text="Un autre texte que celui des relevés.")
    assert main(["add", write(tmp_path / "bad.jsonl", broken)]) == 3
    err = capsys.readouterr().err
    assert "kesh: a0: the text from" in err
    assert "nothing could be added" in err


def test_add_says_for_all_articles_what_they_do_not_say(tmp_path: Path, where: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FRENCH, encoding="utf-8")
    assert main(["add", str(path), "--published", "2020-01-02", "--outlet", "Le Jour"]) == 0
    with closing(sqlite3.connect(where)) as raw:
        kept = raw.execute("SELECT published, known, outlet FROM document").fetchall()
    assert kept == [("2020-01-02", "2020-01-02", "Le Jour")]


def test_the_store_is_the_one_named_or_the_environments_or_polybe_db(
    articles: str, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.db"
    assert main(["add", articles, "--store", str(other)]) == 0
    assert (other.exists(), Path(where).exists()) == (True, False)
    assert main(["add", articles]) == 0
    assert Path(where).exists()
    monkeypatch.delenv("POLYBE_STORE")
    monkeypatch.chdir(tmp_path)
    assert main(["add", articles]) == 0
    assert (tmp_path / "polybe.db").exists()


@pytest.mark.parametrize("command", [["recode"], ["runs"], ["doctor"], ["backup", "copy.db"]])
def test_a_store_that_is_not_there_is_3_and_is_not_made(
    command: list[str], where: str, capsys: Captured
) -> None:
    assert main(command) == 3
    assert f"there is no store {where}" in capsys.readouterr().err
    assert not Path(where).exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["add"], "no input"),
        (["backup"], "name the file"),
        (["runs", "--drop", "all"], "is no number"),
        (["doctor", "--store"], "--store"),
    ],
)
def test_wrong_usage_is_2(arguments: list[str], told: str, capsys: Captured) -> None:
    assert main(arguments) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("command", ["add", "recode", "runs", "doctor", "backup"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_command_explains_itself(command: str, language: str, capsys: Captured) -> None:
    assert main([command, "--help", "--lang", language]) == 0
    assert "--store" in capsys.readouterr().out


def test_runs_are_listed_recoded_and_dropped(
    articles: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    assert main(["add", articles]) == 0
    newer_codebook(monkeypatch)
    assert main(["recode"]) == 0
    assert capsys.readouterr().err.endswith("polybe: 3 coded anew, 0 failed\n")
    assert main(["runs"]) == 0
    heading, *found = rows(capsys.readouterr().out)
    assert heading == ["run", "codebook", "begun", "documents", "current"]
    assert [row[3:] for row in found] == [["2", "0"], ["1", "0"], ["3", "3"]]
    assert found[-1][1] == "newer"
    assert main(["runs", "--drop", "1"]) == 0
    assert "run 1 dropped (2 documents)" in capsys.readouterr().err
    assert main(["runs", "--drop", "3"]) == 3
    assert "run 3 is that of 3 documents" in capsys.readouterr().err
    assert main(["runs", "--drop", "1"]) == 3
    assert main(["doctor"]) == 0


def test_doctor_tells_what_is_wrong_in_the_users_language(
    articles: str, where: str, capsys: Captured
) -> None:
    assert main(["add", articles]) == 0
    assert main(["doctor"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert f"{where}: nothing wrong (3 documents, 6 reports)" in err
    with closing(sqlite3.connect(where)) as raw, raw:
        raw.execute("UPDATE report SET body = replace(body, 'repris', 'perdu') WHERE id = 'r1'")
    assert main(["doctor", "--lang", "fr"]) == 1
    out, err = capsys.readouterr()
    ((document, what),) = rows(out)
    assert document == "kesh"
    assert "n'est pas celui qui est dit" in what
    assert "1 défauts" in err


def test_backup_copies_the_store(articles: str, tmp_path: Path, capsys: Captured) -> None:
    assert main(["add", articles]) == 0
    copy = str(tmp_path / "copy.db")
    assert main(["backup", copy]) == 0
    assert f"copied to {copy}" in capsys.readouterr().err
    assert main(["doctor", "--store", copy]) == 0
    assert main(["backup", copy]) == 3
    assert "is there already" in capsys.readouterr().err


def test_a_file_that_is_no_store_is_3(where: str, capsys: Captured) -> None:
    Path(where).write_text("Chère Ana, " * 400, encoding="utf-8")
    assert main(["doctor"]) == 3
    assert "no store of Polybe's" in capsys.readouterr().err


def test_articles_of_other_matters_are_not_kept_unless_all_are_asked_for(
    tmp_path: Path, capsys: Captured
) -> None:
    recipe = write(tmp_path / "r.jsonl", {"id": "r", "text": "Une recette de gâteau aux pommes."})
    assert main(["add", recipe]) == 0
    err = capsys.readouterr().err
    assert "0 new, 0 already there, 0 revised, 0 failed" in err
    assert "1 article of another matter" in err
    assert main(["add", recipe, "--code-all"]) == 0
    assert "1 new" in capsys.readouterr().err
