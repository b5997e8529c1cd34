"""Every row of every table has examples that yield it, and a broken table is told."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from polybe.codebook import load_codebook
from polybe.errors import CodebookError
from polybe.views import SCHEMES, load_table, view_of
from polybe.views.table import read_table
from tests.unit.views.telling import told

EXAMPLES = [
    line
    for line in Path(__file__).with_name("examples.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]

ACLED = {
    "Battles": {
        "Government regains territory",
        "Non-state actor overtakes territory",
        "Armed clash",
    },
    "Protests": {
        "Excessive force against protesters",
        "Protest with intervention",
        "Peaceful protest",
    },
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    },
}

BROKEN = {
    "no such key": "[[row]]\nid='a'\nwhen={ colour=['red'] }\nreason='x'",
    "no class or sector": "[[row]]\nid='a'\nwhen={ actors={ all=['soldiers'] } }\nreason='x'",
    "no list of words": "[[row]]\nid='a'\nwhen={ word=['siege'] }\nreason='x'",
    "no value of": "[[row]]\nid='a'\nwhen={}\ngives={ f='c' }\nreason='x'",
    "no field": "[[row]]\nid='a'\nwhen={}\ngives={ g='c' }\nreason='x'",
    "no reason": "[[row]]\nid='a'\nwhen={}\nreason=''",
    "the id is taken": "[[row]]\nid='a'\nwhen={}\nreason='x'\n[[row]]\nid='a'\nwhen={}\nreason='x'",
    "the last row": "[[row]]\nid='a'\nwhen={ kind=['toll'] }\nreason='x'",
}


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_yields_its_row(example: str) -> None:
    row, *lines = example.split(" | ")
    coded = told(*lines)
    assert view_of(coded.reports[0], coded, row.split("/")[0]).row == row


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_row_has_an_example(scheme: str) -> None:
    shown = {example.split(" | ")[0] for example in EXAMPLES}
    assert [row.id for row in load_table(scheme).row if row.id not in shown] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_row_tells_a_reason_and_the_last_holds_always(scheme: str) -> None:
    rows = load_table(scheme).row
    assert all(len(row.reason) > 8 for row in rows)
    assert rows[-1].when.model_fields_set == set()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_word_of_a_row_is_one_that_the_codebook_codes_so(scheme: str, language: str) -> None:
    table = load_table(scheme)
    words = {(p.lemma, p.code.type) for p in load_codebook(language).predicates.all()}
    for row in table.row:
        for name in row.when.word:
            types = {code.partition("/")[0] for code in row.when.type}
            dead = [w for w in table.words[name][language] if not {(w, t) for t in types} & words]
            assert dead == [], f"{row.id}: {name}"


def test_sub_event_types_of_acled_stand_under_their_event_types() -> None:
    table = load_table("acled")
    assert set(table.values["event_type"]) == set(ACLED)
    assert set(table.values["sub_event_type"]) == set().union(*ACLED.values())
    for row in table.row:
        if "sub_event_type" in row.gives:
            assert row.gives["sub_event_type"] in ACLED[row.gives["event_type"]], row.id


def test_the_reference_shows_the_tables_as_they_are() -> None:
    root = Path(__file__).parents[3]
    made = runpy.run_path(str(root / "tools" / "make_views_reference.py"))["page"]()
    assert (root / "docs" / "reference" / "views.md").read_text(encoding="utf-8") == made


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_table_is_told(fault: str, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    head = "name='N'\nsource='S'\nfields=['f']\n[values]\nf=['v']\n"
    path.write_text(head + BROKEN[fault], encoding="utf-8")
    wanted = "colour" if fault == "no such key" else fault
    with pytest.raises(CodebookError, match=wanted):
        read_table(path)
