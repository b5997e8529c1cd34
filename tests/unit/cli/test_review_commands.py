"""`polybe review` by its options, and `polybe sources`: rows out, decisions in the store."""

from __future__ import annotations

from pathlib import Path

import pytest

from polybe.cli.main import main
from polybe.cli.reviewing.screen import ReviewScreen
from polybe.store import Store
from tests.reviewed import filled, review_of

Captured = pytest.CaptureFixture[str]
Row = dict[str, str]


@pytest.fixture(autouse=True)
def where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The store of the environment: three articles of one attack and one of another."""
    path = tmp_path / "news.db"
    monkeypatch.setenv("POLYBE_STORE", str(path))
    with Store.open(path) as store:
        filled(store)
    return path


def rows(capsys: Captured, *arguments: str) -> list[Row]:
    """The rows that a command prints, by the names of their columns; it succeeds in silence."""
    status = main(list(arguments))
    out, err = capsys.readouterr()
    assert (status, err) == (0, "")
    heading, *lines = (line.split("\t") for line in out.splitlines())
    return [dict(zip(heading, line, strict=True)) for line in lines]


def refused(capsys: Captured, *arguments: str) -> tuple[int, str]:
    """Status and message of a command that prints no data."""
    status = main(list(arguments))
    out, err = capsys.readouterr()
    assert out == ""
    return status, err


def test_list_prints_a_row_a_card(capsys: Captured) -> None:
    listed = rows(capsys, "review", "--list")
    assert {row["card"] for row in listed} == {"cluster", "merge", "report"}
    (merge,) = (row for row in listed if row["card"] == "merge")
    assert merge["ids"] == "a/r2 d/r2"
    cluster = next(row for row in listed if row["ids"] == "a/r2 b/r2 c/r2")
    assert (cluster["card"], cluster["toll"], cluster["code"]) == (
        "cluster",
        "14",
        "KILLED/incident",
    )
    assert cluster["words"] == "L'attaque du 3 mai à Kesh a fait 12 morts, selon la police."
    assert rows(capsys, "review", "--list", "--kind", "event", "--place", "Ailleurs") == []


def test_what_is_decided_is_printed_with_its_number(capsys: Captured) -> None:
    who = ("--who", "Ada", "--why", "c'est\técrit")
    (row,) = rows(capsys, "review", "--accept", "a/r2", *who)
    assert (row["number"], row["who"], row["action"], row["ids"]) == ("1", "Ada", "accept", "a/r2")
    assert row["why"] == "c'est écrit"
    assert row["at"].endswith("+00:00")
    (row,) = rows(capsys, "review", "--reject", "b/r2", "--who", "Ben")
    assert (row["action"], row["why"]) == ("reject", "")


def test_edit_sets_slots_each_by_a_decision(capsys: Captured) -> None:
    edits = ("figures=15..20", "places=Idleb @ 35.9, 36.6; Kesh", "status=alleged")
    made = rows(capsys, "review", "--edit", "a/r2", *edits, "--who", "Ada")
    assert [row["slot"] for row in made] == ["figures", "places", "status"]
    assert made[2]["value"] == '"alleged"'
    status, told = refused(capsys, "review", "--edit", "a/r2", "time=mardi", "--who", "Ada")
    assert status == 3
    assert "EDTF" in told


def test_merge_split_undo_and_history(capsys: Captured) -> None:
    (merge,) = rows(capsys, "review", "--merge", "a/r2", "d/r2", "--who", "Ada")
    assert merge["ids"] == "a/r2 b/r2 c/r2 d/r2"
    (split,) = rows(capsys, "review", "--split", "d/r2", "--who", "Ben")
    assert (split["ids"], split["rest"]) == ("d/r2", "a/r2 b/r2 c/r2")
    (undo,) = rows(capsys, "review", "--undo", "2", "--who", "Ada", "--why", "trop vite")
    assert (undo["action"], undo["undoes"], undo["why"]) == ("undo", "2", "trop vite")
    history = rows(capsys, "review", "--history", "d/r2")
    assert [row["action"] for row in history] == ["merge", "split", "undo"]
    assert refused(capsys, "review", "--undo", "2", "--who", "Ada")[0] == 3


def test_agreement_and_disagreements(capsys: Captured, where: Path) -> None:
    with Store.open(where) as store:
        for claim in ("a/r2", "b/r2"):
            review_of(store, "Ada").accept(claim)
        review_of(store, "Ben").accept("a/r2")
        review_of(store, "Ben").reject("b/r2")
    told = {row["field"]: row for row in rows(capsys, "review", "--agreement")}
    assert (told["verdict"]["alpha"], told["verdict"]["units"]) == ("0.000", "2")
    assert told["merge"] == {"field": "merge", "alpha": "", "units": "0", "reviewers": "0"}
    contradicted = rows(capsys, "review", "--disagreements")
    assert [(row["ids"], row["who"], row["value"]) for row in contradicted] == [
        ("b/r2", "Ada", "accepted"),
        ("b/r2", "Ben", "rejected"),
    ]


def test_a_second_reader_is_shown_what_others_have_decided(capsys: Captured, where: Path) -> None:
    with Store.open(where) as store:
        review_of(store, "Ada").accept("a/r2")
    asked = ("review", "--list", "--who", "Ben")
    assert "a/r2" not in [row["ids"] for row in rows(capsys, *asked)]
    assert "a/r2" in [row["ids"] for row in rows(capsys, *asked, "--second")]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--list", "--undo", "1"], "only one of"),
        (["--list", "--why", "x"], "--why"),
        (["--edit", "a/r2"], "slot=value"),
        (["--edit", "a/r2", "status"], "« status »"),
        (["--kind", "battle"], "event, control"),
        (["--undo", "one"], "no number"),
        ([], "terminal"),
    ],
)
def test_wrong_usage_is_2(arguments: list[str], told: str, capsys: Captured) -> None:
    status, message = refused(capsys, "review", *arguments)
    assert status == 2
    assert told in message


@pytest.mark.parametrize("option", ["--accept", "--reject", "--split", "--history"])
def test_a_report_that_is_not_there_is_told(option: str, capsys: Captured) -> None:
    status, message = refused(capsys, "review", option, "a/none", "--who", "Ada", "--lang", "fr")
    assert status == 3
    assert "aucun relevé n'a l'identifiant a/none" in message


def test_nobody_cannot_decide(capsys: Captured) -> None:
    status, message = refused(capsys, "review", "--accept", "a/r2", "--who", " ")
    assert (status, "--who" in message) == (3, True)


def test_the_reviewer_is_who_is_logged_in(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "ada")
    (row,) = rows(capsys, "review", "--accept", "a/r2")
    assert row["who"] == "ada"


def test_a_store_that_is_not_there_is_told(capsys: Captured, tmp_path: Path) -> None:
    status, message = refused(capsys, "review", "--list", "--store", str(tmp_path / "no.db"))
    assert status == 3
    assert "no.db" in message


def test_on_a_terminal_the_screen_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr(ReviewScreen, "run", lambda _: opened.append("screen"))
    assert main(["review", "--who", "Ada", "--kind", "toll"]) == 0
    assert opened == ["screen"]


# -- sources ---------------------------------------------------------------------------------------


def test_sources_lists_outlets_and_speakers_with_their_ratings(capsys: Captured) -> None:
    rows(capsys, "sources", "--rate", "Le Fil", "b2", "--who", "Ada", "--why", "sérieux")
    rows(capsys, "sources", "--rate", "Police of Syria", "D4", "--speaker", "--who", "Ben")
    listed = {row["source"]: row for row in rows(capsys, "sources")}
    assert (listed["Le Fil"]["rating"], listed["Le Fil"]["by"]) == ("B2", "Ada")
    assert (listed["La Voix"]["rating"], listed["La Voix"]["count"]) == ("F6", "1")
    speaker = listed["police of syria"]
    assert (speaker["kind"], speaker["count"], speaker["rating"]) == ("speaker", "4", "D4")


def test_every_rating_of_a_source_is_kept(capsys: Captured) -> None:
    for code in ("B2", "C3"):
        rows(capsys, "sources", "--rate", "Le Fil", code, "--who", "Ada", "--why", "relu")
    history = rows(capsys, "sources", "--history", "Le Fil")
    assert [(row["rating"], row["why"]) for row in history] == [("B2", "relu"), ("C3", "relu")]
    assert rows(capsys, "sources", "--history", "La Voix") == []


def test_a_speaker_is_known_by_the_catalogue_when_no_report_names_him(capsys: Captured) -> None:
    arguments = ("--rate", "France", "A1", "--speaker", "--who", "Ada")
    (row,) = rows(capsys, "sources", *arguments)
    assert row["source"] == "FRA-GOV"
    assert rows(capsys, "sources", "--history", "France", "--speaker") == [row]


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["--rate", "Le Fil", "G2", "--who", "Ada"], 3, "A to F"),
        (["--rate", "Le Fil", "B2", "--history", "Le Fil"], 2, "only one of"),
        (["--speaker"], 2, "--speaker"),
        (["--why", "x"], 2, "--why"),
        (["--rate", "Le Fil"], 2, "--rate"),
    ],
)
def test_a_wrong_rating_is_told(
    arguments: list[str], status: int, told: str, capsys: Captured
) -> None:
    found, message = refused(capsys, "sources", *arguments)
    assert (found, told in message) == (status, True)
