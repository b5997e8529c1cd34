"""`polybe account` and `polybe brief --store`: what is asked of the store, and how it is shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from polybe import app
from polybe.account.situation import Situation
from polybe.cli.main import main
from tests.made import record
from tests.situations import evidence, situation, situation_from

Captured = pytest.CaptureFixture[str]
Asked = list[tuple[str, dict[str, Any]]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """A store that answers with the situation made by hand; what it was asked."""
    calls: Asked = []

    def answer(where: str, **given: Any) -> app.Answer:
        calls.append((where, given))
        return app.Answer(situation(), {"events": 3}, evidence())

    monkeypatch.setattr(app, "situation", answer)
    return calls


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The store of the environment, with one article in it."""
    path = tmp_path / "coded.jsonl"
    path.write_text(json.dumps(record(outlet="Le Soir")), encoding="utf-8")
    where = str(tmp_path / "news.db")
    monkeypatch.setenv("POLYBE_STORE", where)
    assert main(["add", str(path)]) == 0
    return where


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", ["telle que connue le 2017-03-12", "Qui tient quoi", "et 3 autres", "Syrie"]),
        ("en", ["as known on 2017-03-12", "Who holds what", "and 3 more", "Syria"]),
    ],
)
def test_the_account_is_told_in_the_language_asked_for(
    asked: Asked, language: str, told: list[str], capsys: Captured
) -> None:
    assert main(["account", "--store", "news.db", "--lang", language]) == 0
    out, err = capsys.readouterr()
    assert [each for each in told if each not in words(out)] == []
    assert err == ""
    assert asked == [("news.db", {"evidence": False, "codebook": None})]


def test_what_is_asked_goes_to_the_store_as_it_is(asked: Asked, capsys: Captured) -> None:
    """What is not asked is left to its default."""
    options = [
        "--on",
        "2017-03-10",
        "--known",
        "20170312",
        "--place",
        "Palmyre",
        "--actor",
        "Daech",
    ]
    assert main(["account", "--store", "x.db", *options, "--days", "3", "--limit", "9"]) == 0
    assert asked == [
        (
            "x.db",
            {
                "evidence": False,
                "codebook": None,
                "on": "2017-03-10",
                "known": "2017-03-12",
                "place": "Palmyre",
                "actor": "Daech",
                "days": 3,
                "limit": 9,
            },
        )
    ]
    assert "About: Palmyre, Daech" in capsys.readouterr().out


def test_with_reports_every_claim_is_named(asked: Asked, capsys: Captured) -> None:
    assert main(["account", "--store", "x.db"]) == 0
    assert "take2/r1" not in capsys.readouterr().out
    assert main(["account", "--store", "x.db", "--reports"]) == 0
    assert "take2/r1" in capsys.readouterr().out
    assert [given["evidence"] for _, given in asked] == [False, True]


def test_json_is_one_object(asked: Asked, capsys: Captured) -> None:
    assert main(["account", "--store", "x.db", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["on"], data["more"]) == ("2017-03-16", {"events": 3})
    assert "take/r1" in data["findings"]["deny/r1"]["claims"]
    assert asked


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["account", "--on", "mardi"], "mardi"),
        (["account", "--known", "0001-01-01"], "0001-01-01"),
        (["account", "--on", "9999-12-31"], "9999-12-31"),
        (["account", "--days", "0"], "1 to 36500"),
        (["account", "--limit", "1001"], "1 to 1000"),
        (["account", "--limit", "-1"], "1 to 1000"),
        (["account", "--format", "xml"], "text, json"),
        (["account", "articles/"], "articles/"),
        (["brief", "--store", "x.db", "a.txt"], "do not go together"),
        (["brief", "--store", "x.db", "--outlet", "Le Soir"], "--outlet"),
        (["brief", "a.txt", "--on", "2017-03-10"], "--on goes with --store"),
        (["brief", "a.txt", "--limit", "3"], "--limit goes with --store"),
    ],
)
def test_wrong_usage_is_2_and_says_what_is_wrong(
    asked: Asked, arguments: list[str], told: str, capsys: Captured
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert asked == []


def test_brief_of_a_store_writes_one_page(asked: Asked, tmp_path: Path) -> None:
    target = tmp_path / "situation.html"
    options = ["--place", "Palmyre", "--lang", "fr", "-o", str(target)]
    assert main(["brief", "--store", "x.db", *options]) == 0
    html = target.read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert "À propos de" in html
    assert "<mark>repris</mark>" in html
    assert asked == [("x.db", {"evidence": True, "codebook": None, "place": "Palmyre"})]


def test_brief_keeps_the_old_page_when_there_is_no_such_store(
    tmp_path: Path, capsys: Captured
) -> None:
    target = tmp_path / "old.html"
    target.write_text("old", encoding="utf-8")
    assert main(["brief", "--store", str(tmp_path / "none.db"), "-o", str(target)]) == 3
    assert target.read_text(encoding="utf-8") == "old"
    assert "there is no store" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()


def test_brief_of_articles_is_not_led_to_the_store_of_the_environment(
    store: str, capsys: Captured
) -> None:
    assert Path(store).exists()
    assert main(["brief"]) == 2
    assert "no input" in capsys.readouterr().err


def test_an_empty_store_is_3_and_says_so(tmp_path: Path, capsys: Captured) -> None:
    where = str(tmp_path / "empty.db")
    app.open_store(where).close()
    assert main(["account", "--store", where]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert where in err


def test_a_store_is_told_from_end_to_end(store: str, capsys: Captured) -> None:
    """Without a day it is what is known in the end; before anything was known it is nothing."""
    assert Path(store).exists()
    assert main(["account"]) == 0
    out = words(capsys.readouterr().out)
    assert "Situation on 2021-05-04, as known on 2021-05-04" in out
    assert "le fort (Fort of Kesh), Syria l'armée (Army of Norland) 2021-05-03 kesh/r0" in out
    assert "kesh/r0 2 reports · 1 independent text" in out
    assert main(["account", "--known", "2021-05-03"]) == 0
    assert "Nothing of it is known on that day." in capsys.readouterr().out


def test_the_page_of_a_store_quotes_its_articles(store: str, capsys: Captured) -> None:
    assert main(["brief", "--store", store]) == 0
    html = capsys.readouterr().out
    assert "L&#39;armée du Norland a <mark>repris</mark> lundi le fort de Kesh" in html
    assert "Le Soir" in html


def test_of_an_empty_situation_nothing_is_hidden(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    empty: Situation = situation_from([])
    monkeypatch.setattr(app, "situation", lambda *_, **__: app.Answer(empty, {}, {}))
    assert main(["account", "--lang", "fr"]) == 0
    assert "Rien n'en est connu ce jour-là." in capsys.readouterr().out
