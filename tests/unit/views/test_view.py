"""What a report is in the other schemes: values, the sides, and what is not told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from polybe.errors import CodebookError
from polybe.model import ActorMention
from polybe.views import SCHEMES, view_of, views_of
from tests.unit.views.telling import told


def values(scheme: str, *lines: str) -> dict[str, str | None] | None:
    coded = told(*lines)
    found = view_of(coded.reports[0], coded, scheme).values
    return None if found is None else dict(found)


def acled(*lines: str) -> tuple[str | None, ...] | None:
    found = values("acled", *lines)
    return found and (found["disorder_type"], found["event_type"], found["sub_event_type"])


def sides(*lines: str) -> tuple[str | None, ...]:
    found = values("acled", *lines)
    assert found is not None
    return found["inter1"], found["inter2"], found["interaction"]


def test_every_field_of_a_scheme_stands_in_its_order() -> None:
    assert values("plover", "ASSAULT : MIL.SYR") == {
        "event_type": "ASSAULT",
        "event_mode": None,
        "quad": "material conflict",
    }
    assert values("cameo", "ASSAULT/drone : MIL.SYR") == {
        "root": "19",
        "name": "Fight",
        "quad_class": "4",
    }


def test_a_planned_withdrawal_is_a_concession_and_a_planned_meeting_an_agreement() -> None:
    withdrawal = values("plover", "RETREAT/withdraw;status=planned : MIL.FRA")
    meeting = values("plover", "CONSULT;status=planned : GOV.FRA, GOV.MLI")
    assert withdrawal
    assert meeting
    assert (withdrawal["event_type"], withdrawal["quad"]) == ("CONCEDE", "verbal cooperation")
    assert (meeting["event_type"], meeting["event_mode"]) == ("AGREE", None)


def test_a_threat_takes_the_word_of_the_one_who_threatens() -> None:
    assert values("plover", "ASSAULT;status=planned;said=REB.MLI : REB.MLI")
    assert values("plover", "ASSAULT;status=planned;said=GOV.USA : REB.MLI") is None


@pytest.mark.parametrize("status", ["planned", "sought", "hypothetical", "denied"])
def test_an_attack_that_did_not_happen_is_in_neither_acled_nor_ucdp(status: str) -> None:
    line = f"ASSAULT/firearms;status={status} : REB.MLI > CVL.MLI"
    assert values("acled", line) is None
    assert values("ucdp", line, "KILLED/incident : > CVL.MLI") is None


def test_an_alleged_attack_is_in_acled_only() -> None:
    line = "ASSAULT/firearms;status=alleged : REB.MLI > CVL.MLI"
    assert acled(line) == ("Political violence", "Violence against civilians", "Attack")
    assert values("ucdp", line, "KILLED/incident : > CVL.MLI") is None
    assert values("plover", line) is None


@pytest.mark.parametrize(
    ("line", "sub_event_type"),
    [
        ("ASSAULT/heavy-weapons : MIL.SYR > CVL.SYR", "Shelling/artillery/missile attack"),
        ("ASSAULT/aerial : MIL.SYR > CVL.SYR", "Air/drone strike"),
        ("ASSAULT/suicide-attack : REB.SYR > CVL.SYR", "Suicide bomb"),
        ("ASSAULT/explosives;word=poser bombe : REB.SYR", "Remote explosive/landmine/IED"),
        ("ASSAULT/explosives;word=exploser :", None),
    ],
)
def test_remote_violence_is_told_apart_by_its_means(line: str, sub_event_type: str | None) -> None:
    assert acled(line) == ("Political violence", "Explosions/Remote violence", sub_event_type)


def test_a_riot_of_which_no_more_is_told_has_no_sub_event_nor_disorder_type() -> None:
    assert acled("PROTEST/riot : CVL.FRA") == (None, "Riots", None)


def test_police_violence_on_peaceful_protesters_is_both_disorders() -> None:
    found = acled("PROTEST/demo : CVL.TCD", "ASSAULT/firearms : COP.TCD > CVL.TCD")
    assert found == (
        "Political violence; Demonstrations",
        "Protests",
        "Excessive force against protesters",
    )


def test_other_victims_of_the_same_sentence_make_no_protest_deadly() -> None:
    found = acled("PROTEST/demo : CVL.TCD", "KILLED/incident : > CVL.SDN")
    assert found == ("Demonstrations", "Protests", "Peaceful protest")


def test_denied_deaths_make_no_protest_deadly() -> None:
    found = acled("PROTEST/demo : CVL.TCD", "KILLED/incident;status=denied : > CVL.TCD")
    assert found == ("Demonstrations", "Protests", "Peaceful protest")


def test_soldiers_are_state_forces_at_home_and_external_abroad() -> None:
    assert sides("ASSAULT : MIL.MLI, REB.MLI @MLI") == (
        "State forces",
        "Rebel group",
        "State forces-Rebel group",
    )
    assert sides("ASSAULT/aerial : MIL.FRA > REB.MLI @MLI") == (
        "External/Other forces",
        "Rebel group",
        "Rebel group-External/Other forces",
    )


def test_where_the_place_is_not_told_soldiers_are_neither() -> None:
    assert sides("ASSAULT : MIL.MLI, REB.MLI") == (None, "Rebel group", None)


def test_a_side_alone_is_told_as_alone() -> None:
    assert sides("PROTEST/demo : CVL.FRA") == ("Protesters", None, "Protesters only")


def test_the_crowd_that_police_beats_is_of_protesters() -> None:
    line = "ASSAULT/crowd-control : COP.FRA > CVL.FRA @FRA"
    found = sides(line, "PROTEST/demo : CVL.FRA @FRA")
    assert found == ("State forces", "Protesters", "State forces-Protesters")


def test_ucdp_asks_for_deaths_of_the_same_victims() -> None:
    attack = "ASSAULT : REB.MLI > MIL.MLI"
    assert values("ucdp", attack) is None
    assert values("ucdp", attack, "KILLED/incident : > CVL.MLI") is None
    assert values("ucdp", attack, "KILLED/incident : > MIL.MLI") == {
        "type_of_violence": "1",
        "name": "state-based",
    }


def test_two_states_are_state_based_and_two_armies_of_one_state_are_not_told() -> None:
    toll = "KILLED/incident : > MIL.UKR"
    found = values("ucdp", "ASSAULT : MIL.RUS > MIL.UKR", toll)
    assert found
    assert found["type_of_violence"] == "1"
    assert values("ucdp", "ASSAULT : COP.UKR > MIL.UKR", toll) is None


def test_a_report_that_is_in_no_scheme_tells_why() -> None:
    coded = told("LEADS : REB.MLI > REB.MLI2")
    for scheme in SCHEMES:
        (view,) = views_of(coded, scheme)
        assert view.values is None
        assert view.reason


def test_a_pronoun_is_what_it_stands_for() -> None:
    coded = told("ASSAULT/firearms : REB.MLI > CVL.MLI")
    pronoun = ActorMention("il", 0, 3, "dit", antecedent="REB.MLI")
    report = replace(coded.reports[0], actors=("il",))
    coded = replace(coded, mentions=(*coded.mentions, pronoun), reports=(report,))
    assert view_of(report, coded, "acled").row == "acled/attack"


def test_an_unknown_scheme_is_told() -> None:
    coded = told("DIRECT : GOV.FRA")
    with pytest.raises(CodebookError, match="no such scheme"):
        view_of(coded.reports[0], coded, "gdelt")
