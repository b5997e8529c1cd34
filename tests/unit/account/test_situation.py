"""The situation: true on one day, known on another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybe.account.finding import Finding
from polybe.account.findings import findings_of
from polybe.account.situation import AccountWords, Situation, situation_of
from polybe.codebook import Codebook
from tests.unit.account.claiming import ARMY, DAECH, claim, on_day, persons
from tests.unit.account.finding_out import OSDH, control, found, told


@pytest.fixture(scope="module")
def words(codebook: Codebook) -> AccountWords:
    """What the codebook knows that the account needs."""
    quads = {name: entry.quad for name, entry in codebook.ontology.events.items()}
    return AccountWords(codebook.truce_words, quads)


def clusters(situation: Situation) -> set[str]:
    """All clusters that show anywhere in a situation."""
    rows = [
        *situation.events,
        *situation.undated,
        *situation.expected,
        *situation.disputed,
        *(f for ground in situation.control for spell in ground.spells for f in spell.findings),
        *(f for incident in situation.tolls.incidents for f in incident.tolls),
        *(total.finding for total in situation.tolls.totals),
        *(f for force in situation.forces for f in force.findings),
        *(step.finding for truce in situation.truces for step in truce.steps),
        *(f for speaker in situation.statements for f in speaker.statements),
        *(bond.finding for stance in situation.ties for bond in stance.bonds),
    ]
    return {finding.cluster for finding in rows}


def everything(day: str, known: str) -> list[Finding]:
    """One finding of every kind, of one day and known from another."""
    both = {"actors": (ARMY,), "recipients": (DAECH,), "known": known}
    return [
        told("event", day, **both),
        told("control", day, kind="control", type="GAINS", **both),
        told("toll", day, kind="toll", type="KILLED", figures=(persons(3),), **both),
        told("total", day, kind="toll", type="KILLED", mode="cumulative", **both),
        told("force", day, kind="force", type="PRESENT", **both),
        told("statement", day, kind="statement", type="DIRECT", said="« Non »", **both),
        told("relation", day, kind="relation", type="RIVAL", **both),
        told("truce", day, type="RETREAT", mode="ceasefire", **both),
    ]


def test_every_kind_has_its_section(words: AccountWords) -> None:
    """Nothing told is lost."""
    findings = everything("2017-03-01", "2017-03-02")
    situation = situation_of(findings, on="2017-03-02", known="2017-03-02", words=words)
    assert clusters(situation) == {finding.cluster for finding in findings}


def test_nothing_shows_before_it_was_known(words: AccountWords) -> None:
    """Known from the 2nd, true from the 1st: on the 1st nobody knew."""
    findings = everything("2017-03-01", "2017-03-02")
    situation = situation_of(findings, on="2017-03-31", known="2017-03-01", words=words)
    assert clusters(situation) == set()


def test_nothing_shows_before_it_was_true(words: AccountWords) -> None:
    """Known in the end, asked for the day before."""
    findings = everything("2017-03-01", "2017-03-02")
    situation = situation_of(findings, on="2017-02-28", known="2017-12-31", words=words)
    assert clusters(situation) == set()


def test_the_two_clocks_are_two_questions(words: AccountWords) -> None:
    """Who held the town on the 2nd, as known on the 2nd and on the 9th."""
    findings = [
        control("a", "GAINS", ARMY, "2017-02-01", known="2017-02-02"),
        control("b", "GAINS", DAECH, "2017-03-01", known="2017-03-05"),
    ]
    holders = [
        situation_of(findings, on="2017-03-02", known=known, words=words).control[0].now.holder
        for known in ("2017-03-02", "2017-03-09")
    ]
    assert holders == [ARMY, DAECH]


def test_a_finding_shows_as_it_was_known(words: AccountWords) -> None:
    """The count of the first day, then that of the second; never both."""
    made = {"kind": "toll", "type": "KILLED", "mode": "incident", "outlet": "RFI"}
    claims = [
        claim("a", known="2017-03-02", figures=(persons(12),), time=on_day("2017-03-01"), **made),
        claim("b", known="2017-03-04", figures=(persons(17),), time=on_day("2017-03-01"), **made),
    ]
    findings = findings_of(claims)
    counts = [
        situation_of(findings, on="2017-03-01", known=known, words=words).tolls.countries[0].sums[0]
        for known in ("2017-03-03", "2017-03-04")
    ]
    assert [count.best for count in counts] == [12, 17]


def test_what_was_expected(words: AccountWords) -> None:
    """Asked of a day to come: what was planned for the days between, the first first."""
    findings = [
        told("c", "2017-03-08", status="planned"),
        told("a", "2017-03-05", status="planned"),
        told("b", "2017-03-20", status="planned"),
        told("d", "2017-03-01", status="planned"),
        told("e", None, status="planned"),
        told("f", "2017-03-05", status="sought"),
    ]
    ahead = situation_of(findings, on="2017-03-10", known="2017-03-03", words=words)
    assert [f.cluster for f in ahead.expected] == ["a/r1", "c/r1"]
    assert ahead.events == ()
    same_day = situation_of(findings, on="2017-03-03", known="2017-03-03", words=words)
    assert same_day.expected == ()


def test_events_of_the_last_days(words: AccountWords) -> None:
    """Seven days, the newest first; what has no day stands apart; states are no events."""
    findings = [
        told("old", "2017-03-03"),
        told("first", "2017-03-04"),
        told("last", "2017-03-10"),
        told("undated", None, known="2017-03-09"),
        control("taken", "GAINS", ARMY, "2017-03-05"),
        control("held", "HOLDS", ARMY, "2017-03-05"),
        told("denied", "2017-03-05", status="denied"),
    ]
    situation = situation_of(findings, on="2017-03-10", known="2017-03-31", words=words)
    assert [f.cluster for f in situation.events] == ["last/r1", "taken/r1", "first/r1"]
    assert [f.cluster for f in situation.undated] == ["undated/r1"]
    two = situation_of(findings, on="2017-03-10", known="2017-03-31", words=words, window_days=2)
    assert [f.cluster for f in two.events] == ["last/r1"]


def test_contested_ground_is_fought_for_or_disputed(words: AccountWords) -> None:
    """Held without dispute is not contested."""
    made = {"kind": "control", "type": "GAINS", "actors": (DAECH,)}
    disputed = found(claim("a", **made), claim("b", status="denied", **made))
    siege = control("b", "CONTESTS", DAECH, "2017-03-01")
    held = control("c", "GAINS", ARMY, "2017-03-01")
    for finding, contested in ((siege, 1), (held, 0)):
        situation = situation_of([finding], on="2017-03-09", known="2017-03-09", words=words)
        assert len(situation.contested) == contested
    assert disputed.disputed


def test_statements_by_speaker(words: AccountWords) -> None:
    """Who said most first, his newest word first, nobody told last; a denied one is marked."""
    made = {"kind": "statement", "type": "DIRECT"}
    findings = [
        told("a", "2017-03-01", actors=(ARMY,), **made),
        told("b", "2017-03-02", actors=(OSDH,), **made),
        told("c", "2017-03-03", actors=(OSDH,), **made),
        told("d", "2017-03-03", **made),
    ]
    situation = situation_of(findings, on="2017-03-09", known="2017-03-09", words=words)
    rows = [(r.speaker, [f.cluster for f in r.statements]) for r in situation.statements]
    assert rows == [(OSDH, ["c/r1", "b/r1"]), (ARMY, ["a/r1"]), (None, ["d/r1"])]


@given(
    known=st.integers(1, 20),
    on=st.integers(1, 20),
    first=st.integers(1, 20),
    second=st.integers(1, 20),
    random=st.randoms(use_true_random=False),
)
def test_neither_clock_leaks_and_order_plays_no_part(
    words: AccountWords, known: int, on: int, first: int, second: int, random: object
) -> None:
    """Whatever the days: nothing shows that was not known, nor of a later day."""
    findings = everything(f"2017-03-{first:02d}", f"2017-03-{second:02d}")
    random.shuffle(findings)  # type: ignore[attr-defined]
    days = {"on": f"2017-03-{on:02d}", "known": f"2017-03-{known:02d}"}
    situation = situation_of(findings, words=words, **days)
    shown = clusters(situation)
    if second > known or first > on:
        assert shown == set()
    assert situation == situation_of(findings[::-1], words=words, **days)
