"""Findings: what the claims of one cluster amount to, and how that changes with what is known."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybe.account.claims import Claim
from polybe.account.facts import FigureRef, TimeRef
from polybe.account.findings import findings_of
from polybe.account.ratings import Rating, Ratings
from tests.unit.account.claiming import (
    ARMY,
    DAECH,
    PALMYRE,
    RAQQA,
    at_least,
    claim,
    on_day,
    persons,
)
from tests.unit.account.finding_out import OSDH, REBELS, found


def killed(document: str, count: FigureRef | None, **fields: object) -> Claim:
    """A claim of people killed in one incident."""
    figures = (count,) if count else ()
    made = {"kind": "toll", "type": "KILLED", "mode": "incident", "figures": figures}
    return claim(document, **{**made, **fields})


def test_no_claims_no_finding() -> None:
    """Nothing told, nothing found."""
    assert findings_of([]) == ()


def test_a_finding_lasts_until_more_is_known() -> None:
    """Each day on which a claim comes begins a finding; the last one is open."""
    first, second = claim("a", known="2017-03-02"), claim("b", known="2017-03-04")
    stretches = [(f.known_from, f.known_to, f.claims) for f in findings_of([second, first])]
    assert stretches == [
        ("2017-03-02", "2017-03-04", ("a/r1",)),
        ("2017-03-04", None, ("a/r1", "b/r1")),
    ]


def test_what_a_revision_withdraws_ends() -> None:
    """A claim counts until the day of the revision; with no other, nothing is known after it."""
    gone = claim("a", known="2017-03-02", until="2017-03-05")
    assert [(f.known_from, f.known_to) for f in findings_of([gone])] == [
        ("2017-03-02", "2017-03-05")
    ]


def test_a_withdrawn_revision_leaves_the_others() -> None:
    """What others tell goes on, without the count that was withdrawn."""
    claims = [
        killed("a", persons(40), known="2017-03-02", until="2017-03-03"),
        killed("b", persons(12), known="2017-03-02"),
    ]
    before, after = findings_of(claims)
    assert before.estimates[0].high == 40
    assert after.known_from == "2017-03-03"
    assert after.estimates[0].high == 12


def test_a_finding_is_known_in_its_stretch_alone() -> None:
    """From the first day on, and not on the day of the next."""
    finding = findings_of([claim("a", known="2017-03-02", until="2017-03-05")])[0]
    days = ["2017-03-01", "2017-03-02", "2017-03-04", "2017-03-05"]
    assert [finding.is_known(day) for day in days] == [False, True, True, False]


def test_the_cluster_keeps_its_name_when_a_claim_is_rejected() -> None:
    """The smallest id of all claims names it; the rejected one does not count."""
    claims = [claim("a"), claim("b")]
    [finding] = findings_of(claims, verdicts={"a/r1": "rejected"})
    assert finding.cluster == "a/r1"
    assert finding.claims == ("b/r1",)
    assert not finding.verified


def test_accepted_is_verified_and_weighs_no_more() -> None:
    """A reviewer says that the text says so, not that it is true."""
    claims = [killed("a", persons(5)), killed("b", persons(9)), killed("c", persons(9))]
    [finding] = findings_of(claims, verdicts={"a/r1": "accepted"})
    assert finding.verified
    assert finding.estimates[0].best == 9


def test_told_and_denied_is_disputed_not_denied() -> None:
    """One denial against two tellings, and against one."""
    denial = claim("z", status="denied", sources=(OSDH,))
    finding = found(claim("a"), denial)
    assert finding.status == "actual"
    assert finding.disputes == ("denied",)
    assert [voice.who for voice in finding.deniers] == ["Observatoire"]


def test_only_denied_is_denied_and_not_disputed() -> None:
    """Nobody contradicts."""
    finding = found(claim("a", status="denied"))
    assert (finding.status, finding.disputed) == ("denied", False)


def test_who_admits_disputes_no_more() -> None:
    """The newest word of a voice counts."""
    finding = found(
        claim("a", known="2017-03-02"),
        claim("b", status="denied", sources=(ARMY,), known="2017-03-03"),
        claim("c", sources=(ARMY,), known="2017-03-04"),
    )
    assert not finding.disputed


def test_what_was_planned_and_told_has_happened() -> None:
    """Many plans against one telling."""
    plans = [claim(name, status="planned") for name in "abc"]
    assert found(*plans, claim("d", known="2017-03-05")).status == "actual"


@pytest.mark.parametrize(
    ("denied_on", "status"), [("2017-03-01", "planned"), ("2017-03-05", "denied")]
)
def test_a_plan_denied_after_it_did_not_come_about(denied_on: str, status: str) -> None:
    """A denial before the plan is older news."""
    plan = claim("a", status="planned", known="2017-03-03")
    assert found(plan, claim("b", status="denied", known=denied_on)).status == status


def test_denying_ones_own_part_disputes_the_authorship() -> None:
    """« L'armée dément avoir bombardé »: that it was bombed stands."""
    denial = claim("b", status="denied", actors=(ARMY,), sources=(ARMY,))
    finding = found(claim("a", actors=(ARMY,)), denial)
    assert finding.disputes == ("authorship",)


def test_two_authors_who_cannot_be_one_are_disputed() -> None:
    """Two groups of the catalogue; the army and its government are one side."""
    government = replace(ARMY, actor="SYR-GOV", sector="GOV", name="Damas")
    assert found(claim("a", actors=(DAECH,)), claim("b", actors=(REBELS,))).disputes == (
        "authorship",
    )
    assert not found(claim("a", actors=(ARMY,)), claim("b", actors=(government,))).disputed


def test_a_handover_is_told_one_way() -> None:
    """« X perd la ville », « Y la prend », « X la perd face à Y »: Y takes it from X."""
    finding = found(
        claim("a", kind="control", type="LOSES", actors=(ARMY,)),
        claim("b", kind="control", type="GAINS", actors=(DAECH,)),
        claim("c", kind="control", type="LOSES", actors=(ARMY,), recipients=(DAECH,)),
    )
    assert finding.type == "GAINS"
    assert [row.value.key for row in finding.actors] == [DAECH.key]
    assert [row.value.key for row in finding.recipients] == [ARMY.key]
    assert finding.recipients[0].claims == ("a/r1", "c/r1")


def test_copies_of_a_dispatch_are_one_origin() -> None:
    """Three outlets, two texts."""
    finding = found(
        claim("a", origin="afp"), claim("b", origin="afp"), claim("c", places=(PALMYRE,))
    )
    assert (finding.origins, finding.witnesses) == (2, 2)


def test_a_speaker_is_one_witness_however_many_repeat_him() -> None:
    """The title of an article that cites him rests on his word too."""
    cited = [claim(name, sources=(OSDH,)) for name in "abc"]
    finding = found(*cited, claim("a", "r2"), claim("d"))
    assert (finding.origins, finding.witnesses) == (4, 2)


def test_places_come_by_weight() -> None:
    """Two against one, and a bad rating turns it round."""
    claims = [
        claim("a", places=(RAQQA,)),
        claim("b", places=(RAQQA,)),
        claim("c", places=(PALMYRE,)),
    ]
    assert found(*claims).places[0].value.name == RAQQA.name
    poor = Ratings(outlets={"a": Rating("E", "6"), "b": Rating("E", "6")})
    assert findings_of(claims, poor)[-1].places[0].value.name == PALMYRE.name


def test_references_belong_to_no_document() -> None:
    """The id of a mention means nothing outside its article."""
    [row] = found(claim("a", actors=(replace(ARMY, mention="m4"),))).actors
    assert row.value == ARMY


def test_no_day_is_made_up() -> None:
    """With no time told there is none; the day of the first telling stands beside it."""
    finding = found(claim("a", known="2017-03-02"))
    assert (finding.when, finding.day, finding.told_from) == (None, None, "2017-03-02")


def test_a_day_tells_more_of_a_month() -> None:
    """« En mars » and « le 1er mars » agree on the day."""
    month = TimeRef("en mars", "2017-03", "2017-03-01", "2017-03-31", "month")
    finding = found(claim("a", time=month), claim("b", time=on_day("2017-03-01")))
    assert finding.when is not None
    assert (finding.when.earliest, finding.when.latest) == ("2017-03-01", "2017-03-01")
    assert finding.when.precision == "day"
    assert not finding.disputed


def test_days_that_exclude_each_other_are_disputed() -> None:
    """The weightier stands; a night may be either day."""
    days = {"a": "2017-03-01", "b": "2017-03-01", "c": "2017-03-05"}
    finding = found(*(claim(name, time=on_day(day)) for name, day in days.items()))
    assert finding.day == "2017-03-01"
    assert finding.disputes == ("time",)
    night = [claim("a", time=on_day("2017-03-01")), claim("b", time=on_day("2017-03-02"))]
    assert not found(*night).disputed


def test_an_open_time_stays_open() -> None:
    """« Depuis le 1er mars » has no last day."""
    since = TimeRef("depuis le 1er mars", "2017-03-01/..", "2017-03-01", None, "day")
    finding = found(claim("a", time=since))
    assert finding.when is not None
    assert (finding.when.earliest, finding.when.latest) == ("2017-03-01", None)


def test_at_least_has_no_upper_end() -> None:
    """« Au moins 12 » alone: 12 so far, and nobody says where it ends."""
    [estimate] = found(killed("a", at_least(12))).estimates
    assert (estimate.low, estimate.best, estimate.high) == (12, 12, None)


def test_at_least_agrees_with_more() -> None:
    """« Au moins 12 » and 17: 12 to 17, best 17, no contradiction."""
    finding = found(killed("a", at_least(12)), killed("b", persons(17)))
    [estimate] = finding.estimates
    assert (estimate.low, estimate.best, estimate.high) == (12, 17, 17)
    assert not finding.disputed


def test_at_least_more_than_all_others_stays_open() -> None:
    """« Au moins 20 » against 17: nobody bounds it above, and they contradict each other."""
    finding = found(killed("a", at_least(20)), killed("b", persons(17)))
    [estimate] = finding.estimates
    assert (estimate.low, estimate.high) == (17, None)
    assert finding.disputes == ("count",)


def test_at_most_alone_has_no_best() -> None:
    """« Moins de 20 » is no count."""
    [estimate] = found(killed("a", FigureRef("20", None, None, 20, "persons"))).estimates
    assert (estimate.low, estimate.best, estimate.high) == (None, None, 20)


def test_a_voice_supersedes_itself() -> None:
    """A rising toll of one outlet is no dispute; what it said is kept."""
    finding = found(
        killed("a", persons(12), outlet="RFI", known="2017-03-02"),
        killed("b", persons(17), outlet="RFI", known="2017-03-03"),
    )
    [estimate] = finding.estimates
    assert (estimate.low, estimate.best, estimate.high) == (17, 17, 17)
    assert [(t.count, t.newest) for t in estimate.told] == [(12, False), (17, True)]
    assert estimate.ever == (12, 17)
    assert not finding.disputed


def test_a_falling_toll_is_the_newest_word_too() -> None:
    """Who corrects himself downwards is believed, and disputes nothing."""
    finding = found(
        killed("a", persons(40), outlet="RFI", known="2017-03-02"),
        killed("b", persons(31), outlet="RFI", known="2017-03-03"),
    )
    assert finding.estimates[0].best == 31
    assert not finding.disputed


def test_a_fall_between_outlets_is_disputed() -> None:
    """A later lower count of somebody else contradicts; a later higher one overtakes."""
    fall = [
        killed("a", persons(40), known="2017-03-02"),
        killed("b", persons(9), known="2017-03-03"),
    ]
    rise = [
        killed("a", persons(9), known="2017-03-02"),
        killed("b", persons(40), known="2017-03-03"),
    ]
    assert found(*fall).disputes == ("count",)
    assert found(*rise).disputes == ()
    assert (found(*rise).estimates[0].low, found(*rise).estimates[0].high) == (9, 40)


def test_a_speakers_count_stands_against_later_ones() -> None:
    """« L'armée parle de 5 morts » is not overtaken."""
    army = killed("a", persons(5), sources=(ARMY,), known="2017-03-02")
    assert found(army, killed("b", persons(17), known="2017-03-03")).disputes == ("count",)


def test_many_who_repeat_a_speaker_do_not_outvote_two() -> None:
    """Four outlets cite the army's 5; two count 17."""
    cited = [killed(name, persons(5), sources=(ARMY,)) for name in "abcd"]
    finding = found(*cited, killed("e", persons(17)), killed("f", persons(17)))
    assert finding.estimates[0].best == 17


def test_a_trusted_outlet_outweighs_two() -> None:
    """Ratings move the best count, and delete none."""
    claims = [killed("a", persons(5)), killed("b", persons(5)), killed("c", persons(17))]
    ratings = Ratings(outlets={"c": Rating("A", "1")})
    [estimate] = findings_of(claims, ratings)[-1].estimates
    assert (estimate.low, estimate.best, estimate.high) == (5, 17, 17)


def test_a_new_count_outweighs_older_ones() -> None:
    """Two counts of a week ago against one of today."""
    old = [killed(name, persons(12), known="2017-03-01") for name in "ab"]
    assert found(*old, killed("c", persons(30), known="2017-03-08")).estimates[0].best == 30


def test_a_part_is_no_toll() -> None:
    """« 12 morts, dont trois enfants »: the lower of one voice in one article counts nowhere."""
    finding = found(killed("a", persons(12)), killed("a", persons(3), report="r2"))
    [estimate] = finding.estimates
    assert (estimate.low, estimate.best, estimate.high, estimate.ever) == (12, 12, 12, (12, 12))
    assert [t.part for t in estimate.told] == [False, True]


def test_what_is_denied_counts_nobody() -> None:
    """« Il n'y a pas eu 40 morts » is no count of 40."""
    finding = found(killed("a", persons(12)), killed("b", persons(40), status="denied"))
    assert finding.estimates[0].high == 12


def test_units_are_not_mixed() -> None:
    """300 men and 40 vehicles are two estimates, people first."""
    tanks = FigureRef("40 blindés", 40, 40, 40, "vehicles", "blindés")
    force = claim("a", kind="force", type="REINFORCED", figures=(tanks, persons(300)))
    assert [(e.unit, e.best) for e in found(force).estimates] == [
        ("persons", 300),
        ("vehicles", 40),
    ]


claims = st.builds(
    lambda n, known, until, status, count, source, day, outlet: killed(
        f"d{n}",
        persons(count),
        known=f"2017-03-{known:02d}",
        until=f"2017-03-{known + until:02d}" if until else None,
        status=status,
        sources=(source,) if source else (),
        actors=(ARMY,) if count % 2 else (DAECH,),
        time=on_day(f"2017-03-{day:02d}") if day else None,
        outlet=outlet,
    ),
    st.integers(0, 30),
    st.integers(1, 9),
    st.integers(0, 9),
    st.sampled_from(["actual", "alleged", "planned", "denied"]),
    st.integers(1, 4),
    st.sampled_from([None, OSDH, ARMY]),
    st.integers(0, 5),
    st.sampled_from([None, "RFI", "AFP"]),
)
clusters = st.lists(claims, max_size=8, unique_by=lambda claim: claim.id)


@given(clusters, st.randoms(use_true_random=False))
def test_the_order_of_claims_plays_no_part(some: list[Claim], random: object) -> None:
    """Shuffled claims make the same findings."""
    shuffled = list(some)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert findings_of(shuffled) == findings_of(some)


@given(clusters)
def test_stretches_follow_each_other_and_hold_what_was_known(some: list[Claim]) -> None:
    """They never overlap, and no claim counts before it was known or after it was withdrawn."""
    by_id = {claim.id: claim for claim in some}
    end = ""
    for finding in findings_of(some):
        assert end is not None
        assert finding.known_from >= end
        end = finding.known_to
        for each in finding.claims:
            assert by_id[each].known <= finding.known_from
            until = by_id[each].until
            assert until is None or (end is not None and end <= until)


@given(clusters)
def test_an_estimate_is_in_order_and_made_of_what_was_told(some: list[Claim]) -> None:
    """Low, best and high rise, and the best is somebody's number."""
    for finding in findings_of(some):
        for estimate in finding.estimates:
            assert estimate.best in {told.count for told in estimate.told}
            assert estimate.low is not None
            assert estimate.best is not None
            assert estimate.low <= estimate.best
            assert estimate.high is None or estimate.best <= estimate.high
