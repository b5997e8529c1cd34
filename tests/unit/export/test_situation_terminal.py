"""The situation in the terminal: every section, with the traces at the end of each line."""

from __future__ import annotations

import io
from typing import Any

import pytest

from polybe.account.situation import Situation
from polybe.export import print_situation
from polybe.messages import load_messages
from tests.situations import evidence, situation, situation_from, told


def printed_lines(some: Situation | None = None, language: str = "en", **fields: Any) -> list[str]:
    """What is printed to a file."""
    stream = io.StringIO()
    given = {"evidence": evidence(), **fields}
    print_situation(some or situation(), load_messages(language), stream, **given)
    return stream.getvalue().splitlines()


def printed(some: Situation | None = None, **fields: Any) -> str:
    """The same on one line."""
    return " ".join(" ".join(printed_lines(some, **fields)).split())


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        (
            "fr",
            [
                "Qui tient quoi", "Terrain disputé ou contesté",
                "Événements des 14 jours jusqu'au 2017-03-16", "Sans date dite",
                "Bilans : incidents additionnés", "Bilans : incidents un à un",
                "Bilans : totaux donnés par les sources", "Forces", "Trêves", "Qui a dit quoi",
                "Qui est avec qui, et contre qui", "Attendu", "Contesté : qui dit quoi",
            ],
        ),
        (
            "en",
            [
                "Who holds what", "Contested or disputed ground",
                "Events of the 14 days up to 2017-03-16", "No date told",
                "Tolls: incidents added up", "Tolls: incident by incident",
                "Tolls: totals that sources give", "Forces", "Truces", "Who said what",
                "Who stands with whom, and against whom", "Expected", "Disputed: who says what",
            ],
        ),
    ],
)  # fmt: skip
def test_all_sections_are_shown_in_the_language_asked_for(
    language: str, headings: list[str]
) -> None:
    lines = printed_lines(language=language)
    shown = [" ".join(line.rstrip("─").split()) for line in lines if line.endswith("──")]
    assert [line for line in shown if line] == headings


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("fr", "Situation au 2017-03-16, telle que connue le 2017-03-12"),
        ("en", "Situation on 2017-03-16, as known on 2017-03-12"),
    ],
)
def test_it_opens_with_its_two_days(language: str, head: str) -> None:
    assert printed_lines(language=language)[0] == head


def test_a_line_ends_with_its_cluster_and_how_much_tells_it() -> None:
    assert "deny/r1 3 reports · 3 independent texts" in _columns_of_end(printed_lines())


def test_with_reports_every_claim_is_named() -> None:
    """Without them only the cluster is."""
    assert "take2/r1" not in printed()
    assert "deny/r1 3 reports · 3 independent texts deny/r1 take/r1 take2/r1" in _columns_of_end(
        printed_lines(reports=True)
    )


def test_of_many_findings_in_a_row_the_first_are_named() -> None:
    toll = {"kind": "toll", "type": "KILLED", "mode": "incident"}
    some = situation_from([told(f"t{n}", f"2017-03-0{n}", **toll) for n in range(1, 6)])
    ends = _columns_of_end(printed_lines(some))
    assert "… and 2 more" in ends
    assert "… and 2 more" not in _columns_of_end(printed_lines(some, reports=True))


def test_what_was_cut_off_is_told() -> None:
    assert "… and 3 more" in printed(more={"events": 3})
    assert "… and 3 more" not in printed()


def test_what_was_asked_for_is_told() -> None:
    assert "About: Palmyre, Daech" in printed(about=("Palmyre", "Daech"))
    assert "About" not in printed()


def test_a_day_on_which_nothing_is_known_says_so() -> None:
    assert printed(situation_from([])).endswith("Nothing of it is known on that day.")


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
def test_nothing_is_cut_off_however_little_room_there_is(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words are folded; every letter of a long word and of a long id is there."""
    monkeypatch.setenv("COLUMNS", str(columns))
    word, document = "♖♘" * 60, "♗♕" * 20
    made = {"kind": "statement", "type": "INDIRECT", "said": word, "outlet": "Radio"}
    lines = printed_lines(situation_from([told(document, "2017-03-15", **made)]))
    assert max(map(len, lines)) <= columns
    out = "".join(lines)
    assert "…" not in out
    assert [out.count(sign) for sign in word[:2] + document[:2]] == [60, 60, 20, 20]


@pytest.mark.parametrize("columns", [110, 120])
def test_a_day_and_a_trace_stay_whole_in_a_usual_terminal(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = printed_lines()
    assert sum(line.rstrip().endswith("independent texts") for line in lines) > 3
    assert any(line.startswith(" 2017-03-07 ") for line in lines)


def test_text_of_an_article_does_not_steer_the_terminal() -> None:
    hostile = "\x1b[31mRouge\x07"
    some = situation_from([told("x", "2017-03-15", kind="statement", type="DIRECT", said=hostile)])
    out = printed(some, about=(hostile,))
    assert "Rouge" in out
    assert not set("\x1b\x07") & set(out)


def _columns_of_end(lines: list[str]) -> str:
    """The last column of all lines, read downwards."""
    ends = [line.rstrip().rpartition("   ")[2].strip() for line in lines if line.strip()]
    return " ".join(" ".join(ends).split())
