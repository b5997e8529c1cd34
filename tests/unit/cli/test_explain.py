"""`polybe explain`: which sentence of which article is meant, and what is told when none is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from polybe import app
from polybe.cli.main import main
from polybe.coding import Coder, code_parsed
from polybe.coding.explaining import explain_parsed
from polybe.coding.explanation import Explanation
from polybe.model import Document, Failure
from tests.readings import PUBLISHED
from tests.treebank import parse_of

FIRST = ("L'armée a bombardé Alep mardi.", "Les rebelles se sont retirés de Homs.")
SECOND = ("La ville est assiégée par les rebelles.",)
Captured = pytest.CaptureFixture[str]
Running = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _treebank(monkeypatch: pytest.MonkeyPatch, coder: Coder) -> None:
    """Articles are made of sentences of the treebank, and need no parser."""

    def explain(document: Document, **_: Any) -> Explanation | Failure:
        known = {" ".join(sentences): sentences for sentences in (FIRST, SECOND)}
        if document.text not in known:
            return Failure(document.id, "cannot be parsed", document.id)
        parse = parse_of(*known[document.text])
        return explain_parsed(document, parse, coder, parse)

    monkeypatch.setattr(app, "explain", explain)


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "a.txt"
    path.write_text(" ".join(FIRST), encoding="utf-8")
    return str(path)


@pytest.fixture
def articles(tmp_path: Path) -> str:
    path = tmp_path / "a.jsonl"
    texts = {"one": FIRST, "two": SECOND}
    lines = [json.dumps({"id": id_, "text": " ".join(text)}) for id_, text in texts.items()]
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


@pytest.fixture
def run(capsys: Captured) -> Running:
    """Runs the command: its exit status, standard output, standard error."""

    def explain(*arguments: str) -> tuple[int, str, str]:
        status = main(["explain", *arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return explain


def numbers(out: str) -> list[int]:
    return [sentence["number"] for sentence in json.loads(out)["sentences"]]


def test_without_a_choice_the_sentences_are_listed(run: Running, article: str) -> None:
    status, out, err = run(article)
    assert status == 0
    assert [line.split("\t")[0] for line in out.splitlines()] == ["sentence", "1", "2"]
    assert "--sentence N" in err


def test_an_article_of_one_sentence_is_explained_at_once(run: Running, articles: str) -> None:
    status, out, err = run(articles, "--document", "two")
    assert (status, err) == (0, "")
    assert "control/CONTESTS" in out or "COERCE" in out


@pytest.mark.parametrize(
    ("choice", "chosen"),
    [
        (("--sentence", "2"), [2]),
        (("--sentence", "all"), [1, 2]),
        (("--word", "RETIRER"), [2]),
        (("--word", "Alep"), [1]),
        (("--offset", "0"), [1]),
        (("--offset", "40"), [2]),
        ((), [1, 2]),
    ],
)
def test_a_sentence_is_chosen_in_many_ways(
    run: Running, article: str, choice: tuple[str, ...], chosen: list[int]
) -> None:
    status, out, _ = run(article, "--format", "json", *choice)
    assert status == 0
    assert numbers(out) == chosen


def test_a_report_is_found_in_whichever_article_has_it(run: Running, articles: str) -> None:
    data = json.loads(run(articles, "--document", "two", "--format", "json")[1])
    report = data["sentences"][0]["reports"][0]["report"]["id"]
    status, out, _ = run(articles, "--report", report, "--format", "json")
    assert status == 0
    assert json.loads(out)["document"] == "two"


def test_a_report_leads_to_its_coded_document(
    run: Running, tmp_path: Path, coder: Coder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No other article of what polybe code has written is coded anew."""
    coded = [
        code_parsed(Document(id_, " ".join(text), published=PUBLISHED), parse_of(*text), coder)
        for id_, text in (("one", FIRST), ("two", SECOND))
    ]
    path = tmp_path / "coded.jsonl"
    path.write_text("\n".join(json.dumps(c.to_dict()) for c in coded), encoding="utf-8")
    explain, asked = app.explain, list[str]()

    def noted(document: Document, **options: Any) -> Explanation | Failure:
        asked.append(document.id)
        return explain(document, **options)

    monkeypatch.setattr(app, "explain", noted)
    status, _, _ = run(str(path), "--report", coded[1].reports[0].id)
    assert (status, asked) == (0, ["two"])


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        (("--sentence", "9"), "no sentence 9: the article has 2"),
        (("--sentence", "0"), "no sentence 0"),
        (("--report", "rx"), "no report has the id rx"),
        (("--word", "all"), "«\xa0all\xa0» stands in no sentence"),
        (("--word", "zèbre"), "«\xa0zèbre\xa0» stands in no sentence"),
        (("--offset", "999"), "the offset 999"),
        (("--document", "x"), "no article with the id x"),
    ],
)
def test_what_is_not_there_is_told_and_is_3(
    run: Running, article: str, choice: tuple[str, ...], told: str
) -> None:
    status, out, err = run(article, *choice)
    assert (status, out) == (3, "")
    assert told in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "no input"),
        (("a.txt", "--sentence", "first"), "«\xa0first\xa0» is no number"),
        (("a.txt", "--sentence", "1", "--word", "ville"), "only one of --sentence"),
        (("a.txt", "--format", "xml"), "text, json"),
    ],
)
def test_wrong_usage_is_2(run: Running, arguments: tuple[str, ...], told: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert told in err


def test_of_several_articles_one_must_be_named(run: Running, articles: str) -> None:
    status, _, err = run(articles, "--sentence", "1")
    assert status == 2
    assert "2 articles" in err
    assert "one, two" in err


def test_what_cannot_be_read_or_coded_is_3(run: Running, tmp_path: Path) -> None:
    assert run(str(tmp_path / "none.txt"))[0] == 3
    path = tmp_path / "b.txt"
    path.write_text("Le texte que voici n'est pas de ceux que l'on connaît.", encoding="utf-8")
    status, _, err = run(str(path))
    assert status == 3
    assert "cannot be parsed" in err


def test_messages_are_in_french_when_asked(run: Running, article: str) -> None:
    assert "il n'y a pas de phrase 9" in run(article, "--sentence", "9", "--lang", "fr")[2]
    assert "Entrées essayées" in run(article, "--sentence", "2", "--lang", "fr")[1]
