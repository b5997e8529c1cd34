"""Every section says what is known, how sure it is, and what it rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from polybe.account.finding import Finding
from polybe.account.situation import Situation, findings_in
from polybe.account.tolls import CountryTolls, Sum
from polybe.export.situation_sections import Section, findings_shown, more_words, sections_of
from polybe.export.situation_words import Words
from polybe.messages import load_messages
from tests.situations import evidence, findings, situation, situation_from, told
from tests.unit.account.claiming import ARMY, DAECH, claim, on_day, persons
from tests.unit.account.finding_out import found

FRENCH = load_messages("fr")
ENGLISH = load_messages("en")

NAMES = [
    "control", "contested", "events", "undated", "sums", "incidents", "totals", "forces", "truces",
    "statements", "ties", "expected", "disputed",
]  # fmt: skip


def text(words: Words) -> str:
    return "".join(piece.text for piece in words).replace("\xa0", " ").replace("\u202f", " ")


def made(some: Situation | None = None, **fields: Any) -> dict[str, Section]:
    """The sections by name, in English with all evidence where nothing else is asked for."""
    given = {"messages": ENGLISH, "evidence": evidence(), **fields}
    return {section.name: section for section in sections_of(some or situation(), **given)}


def lines(name: str, some: Situation | None = None, **fields: Any) -> list[str]:
    """The rows of a section, cells parted by bars."""
    rows = made(some, **fields)[name].rows
    return [" | ".join(text(cell) for cell in row.cells) for row in rows]


def one(*some: Finding, **asked: Any) -> Situation:
    return situation_from(some, **asked)


def test_all_sections_come_in_their_order() -> None:
    assert list(made()) == NAMES


def test_what_has_nothing_to_tell_is_left_out() -> None:
    assert list(made(one(told("undated", None)))) == ["undated"]
    assert made(one()) == {}


@pytest.mark.parametrize("messages", [FRENCH, ENGLISH])
def test_every_row_rests_on_findings_and_fills_its_columns(messages: Any) -> None:
    """Only what goes on under the row before may leave its traces to it."""
    for section in made(messages=messages).values():
        for row in section.rows:
            assert len(row.cells) == len(section.columns)
            assert row.findings or row.continues
        assert all(f"column.{column}" in messages.texts for column in section.columns)


def test_nothing_of_the_situation_is_left_untold() -> None:
    """Every finding that it rests on shows somewhere."""
    some = situation()
    shown = {finding.cluster for finding in findings_shown(made(some).values())}
    assert shown == {finding.cluster for finding in findings_in(some)}


def test_who_holds_what_since_when_and_who_disputes_it() -> None:
    rows = lines("control", countries={"SYR": "Syria"})
    assert "Palmyre (Tadmur), Syria | l'armée (Syrian Armed Forces) disputed" in rows[2]
    assert rows[2].endswith("2017-03-02 | Observatoire")
    assert rows[1] == "Raqqa, Syria | Daech (Islamic State) | seen on 2017-03-01 | "
    assert rows[0].startswith("Homs, Syria | contested: l'armée (Syrian Armed Forces) 93 %")


def test_ground_that_nobody_is_told_to_hold_says_so() -> None:
    """Lost, nobody says to whom; and a holder who is only alleged is told to be."""
    lost = told("lost", "2017-03-01", kind="control", type="LOSES", actors=(ARMY,))
    assert "lost, nobody says to whom" in lines("control", one(lost))[0]
    alleged = told(
        "said", "2017-03-01", kind="control", type="GAINS", actors=(ARMY,), status="alleged"
    )
    assert "Armed Forces) alleged" in lines("control", one(alleged))[0]


def test_contested_ground_has_all_its_intervals() -> None:
    assert [row.split(" | ")[1] for row in lines("contested")] == [
        "2017-03-03 → 2017-03-04",
        "2017-03-04 → ",
        "2017-02-01 → 2017-03-02",
        "2017-03-02 → ",
    ]
    assert [len(group) for group in made()["contested"].groups] == [2, 2]


def test_events_are_told_with_their_day_and_on_whose_word() -> None:
    rows = lines("events")
    assert "2017-03-07 | Daech (Islamic State) attacks (explosives) · Homs | blast" in rows
    assert "2017-03-05 | l'armée (Syrian Armed Forces) reinforced · 200 hommes · Palmyre" in (
        "\n".join(rows)
    )
    assert made()["events"].title == "Events of the 14 days up to 2017-03-16"


def test_who_did_it_is_an_or_where_it_is_disputed() -> None:
    (row,) = [row for row in lines("events") if "Raqqa" in row]
    assert "l'armée (Syrian Armed Forces) or Daech (Islamic State) attacks disputed" in row


def test_incidents_are_added_up_by_country_and_category() -> None:
    assert lines("sums", countries={"SYR": "Syria"}) == [
        "Syria | killed | 10 | 30 | 30 | 1 |  | 1",
        " | wounded | 40 | 40 | open | 1 |  | ",
    ]


def test_what_nobody_counts_is_no_nought() -> None:
    toll = {"kind": "toll", "type": "KILLED", "mode": "incident"}
    assert lines("sums", one(told("some", "2017-03-07", **toll)))[0] == (
        "SYR | killed | ? | ? | ? | 1 | 1 | "
    )


def test_an_incident_tells_who_says_what() -> None:
    first, second = lines("incidents")
    assert first.startswith("Homs, SYR | 2017-03-07 | 30 (10 to 30) | killed disputed · attacks")
    assert first.endswith("12: Le Soir; 30: Observatoire; at least 10: La Dépêche")
    assert second == " |  | at least 40 | wounded | hurt"


def test_totals_stand_beside_the_incidents_and_are_not_added() -> None:
    assert lines("totals") == ["SYR |  | 300 000 | killed | United Nations | 30 (10 to 30)"]
    assert "300 000" not in "".join(lines("sums"))
    assert made()["totals"].note == ENGLISH("situation_note.totals")


def test_a_force_has_its_level_and_what_came_since() -> None:
    (row,) = lines("forces")
    assert "| 1 000 | 2017-03-01 | reinforced 200 hommes 2017-03-05" in row


def test_a_truce_is_told_step_by_step() -> None:
    rows = lines("truces")
    assert "violated disputed from 2017-03-04" in rows[0]
    steps = [row.split(" | ")[2] for row in rows]
    assert steps == ["proposed", "in force", "violated disputed inferred"]
    assert "l'ONU (United Nations) → l'armée" in rows[0]


def test_statements_stand_under_their_speaker() -> None:
    rows = lines("statements", messages=FRENCH)
    assert (
        rows[0] == "Paul Ardent | 2017-03-09 | « Nous tiendrons »  à l'ONU (United Nations) | quote"
    )
    assert rows[1].startswith("l'OSDH (Observatoire) | dit le 2017-03-09 | la ville est vide")
    assert rows[2].startswith("locuteur non dit | ")


def test_ties_are_signed_and_dated() -> None:
    rows = lines("ties")
    (un,) = [row for row in rows if "l'ONU" in row]
    assert (
        "| against contradicted | l'ONU (United Nations) | 2017-03-05 | accuses, allied with" in un
    )


def test_what_is_expected_is_told_as_planned() -> None:
    (row,) = lines("expected")
    assert row.startswith("2017-03-15 | l'ONU (United Nations) meets, talks (visit) planned")


def test_disputes_name_both_sides_and_who_is_on_them() -> None:
    told = [" | ".join(row.split(" | ")[2:]) for row in lines("disputed")]
    assert "whether it was | says so | Le Soir, La Dépêche" in told
    assert " | denies it | Observatoire" in told
    assert "who did it | l'armée (Syrian Armed Forces) | Le Soir" in told
    assert " | Daech (Islamic State) | La Dépêche" in told
    assert "how many | 12 | Le Soir" in told
    assert "when | 2017-03-04 | Le Soir" in told
    assert " | 2017-03-08 | La Dépêche" in told


def test_all_sides_of_a_dispute_stand_under_one_trace() -> None:
    for group in made()["disputed"].groups:
        assert len(group) > 1
        assert [len(row.findings) for row in group] == [1] + [0] * (len(group) - 1)


def test_a_dispute_about_days_is_told_without_sides_where_sentences_are_not_at_hand() -> None:
    told = [row.split(" | ")[2:] for row in lines("disputed", evidence={})]
    assert ["when", "", ""] in told


def test_what_a_reviewer_accepted_is_told_to_be_verified() -> None:
    verified = replace(told("seen", "2017-03-15"), verified=True)
    assert "attacks verified" in lines("events", one(verified))[0]


def test_of_many_voices_the_first_are_named() -> None:
    many = found(*(claim(f"m{n}", time=on_day("2017-03-15")) for n in range(7)))
    assert lines("events", one(many))[0].endswith("m0, m1, m2, m3 and 3 more")


def test_a_section_that_was_cut_says_how_many_more_there_are() -> None:
    told = made(more={"events": 3, "tolls": 1, "disputed": 0, "forces": 1000})
    assert told["events"].more == "and 3 more"
    assert told["incidents"].more == "and 1 more"
    assert told["forces"].more == "and at least 1\u202f000 more"
    assert {name for name, section in told.items() if section.more} == {
        "events", "incidents", "forces",
    }  # fmt: skip
    assert more_words(1, FRENCH) == "et 1 autre"


def test_sums_that_come_without_their_incidents_are_told() -> None:
    """A store that is large adds them up by itself."""
    sums = (Sum("KILLED", 3.0, 5.0, None, 2, 0, 0, ()),)
    some = one()
    large = replace(some, tolls=replace(some.tolls, countries=(CountryTolls(None, sums),)))
    assert lines("sums", large) == ["country not told | killed | 3 | 5 | open | 2 |  | "]


def test_text_of_an_article_stays_on_its_line() -> None:
    """A name or a quote cannot break rows or steer a terminal."""
    hostile = "un\nnom\x1b[31m\x07"
    actor = replace(DAECH, name=hostile, text=hostile, actor=None)
    some = one(
        told("said", "2017-03-15", kind="statement", type="DIRECT", actors=(actor,), said=hostile,
             outlet=hostile),
        told("done", "2017-03-15", actors=(actor,), figures=(replace(persons(2), of=hostile),)),
    )  # fmt: skip
    shown = "".join(lines("statements", some) + lines("events", some))
    assert "nom" in shown
    assert not set("\n\x1b\x07") & set(shown)


def test_the_findings_shown_come_once_and_in_order() -> None:
    shown = [finding.cluster for finding in findings_shown(made().values())]
    assert len(shown) == len(set(shown))
    assert shown[0] == "part/r1"
    assert {finding.cluster for finding in findings()} >= set(shown)
