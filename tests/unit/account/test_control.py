"""Control: spells of a place, retakings, contests, contradictions, and who holds it on a day."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from polybe.account.control import grounds_at, spells_of
from polybe.account.facts import ActorRef, FigureRef, TimeRef
from polybe.account.finding import Finding
from tests.unit.account.claiming import ARMY, DAECH, PALMYRE, RAQQA, claim, on_day
from tests.unit.account.finding_out import REBELS, control, found

MEN = ActorRef("des hommes armés", "des hommes armés", None, "UAF")


def told(*findings: Finding) -> list[tuple[str, str | None, str | None, str | None]]:
    """State, holder, since and until of the spells."""
    return [
        (s.state, s.holder.key if s.holder else None, s.since, s.until) for s in spells_of(findings)
    ]


def share(percent: float) -> FigureRef:
    """So many per cent."""
    return FigureRef(f"{percent:g} %", percent, percent, percent, "percent")


def test_a_retaking_ends_a_spell() -> None:
    """Taken, and taken back three days later."""
    spells = told(
        control("a", "GAINS", DAECH, "2017-03-01"), control("b", "GAINS", ARMY, "2017-03-04")
    )
    assert spells == [
        ("held", DAECH.key, "2017-03-01", "2017-03-04"),
        ("held", ARMY.key, "2017-03-04", None),
    ]


def test_retaken_in_a_day() -> None:
    """What is taken from its holder comes before what is taken from the taker, whatever the ids."""
    findings = [
        control("a", "GAINS", ARMY, "2017-03-04", recipients=(DAECH,)),
        control("b", "GAINS", DAECH, "2017-03-04", recipients=(ARMY,)),
        control("c", "HOLDS", ARMY, "2017-03-01"),
    ]
    spells = spells_of(findings)
    assert [(s.holder, s.until) for s in spells] == [
        (ARMY, "2017-03-04"),
        (DAECH, "2017-03-04"),
        (ARMY, None),
    ]
    assert not any(s.disputed for s in spells)


def test_both_sides_claim() -> None:
    """Two takings of one day, told at once, and nothing tells which came last: disputed."""
    last = spells_of(
        [control("a", "GAINS", ARMY, "2017-03-04"), control("b", "GAINS", DAECH, "2017-03-04")]
    )[-1]
    assert last.state == "held"
    assert last.disputed


def test_told_later_came_later() -> None:
    """Two takings of one day, one of them told a day later: a retaking."""
    later = control("a", "GAINS", ARMY, "2017-03-04", known="2017-03-05")
    last = spells_of([later, control("b", "GAINS", DAECH, "2017-03-04", known="2017-03-04")])[-1]
    assert (last.holder, last.disputed) == (ARMY, False)


def test_a_denied_taking_is_a_disputed_spell() -> None:
    """Told by one, denied by the loser, in one cluster; who disputes it is told."""
    made = {"kind": "control", "type": "GAINS", "actors": (DAECH,), "places": (PALMYRE,)}
    finding = found(
        claim("a", time=on_day("2017-03-01"), **made),
        claim("b", status="denied", sources=(ARMY,), **made),
    )
    [spell] = spells_of([finding])
    assert (spell.holder, spell.disputed) == (DAECH, True)
    assert [voice.who for voice in spell.disputed_by] == [ARMY.name]


def test_a_denial_by_itself_disputes_the_taking_before_it() -> None:
    """« L'armée dément avoir perdu la ville » disputes who took it, and not the army's own hold."""
    denial = control("b", "LOSES", ARMY, None, status="denied", known="2017-03-03")
    assert spells_of([control("a", "GAINS", DAECH, "2017-03-01"), denial])[-1].disputed
    assert not spells_of([control("a", "GAINS", ARMY, "2017-03-01"), denial])[-1].disputed


def test_a_denial_long_after_disputes_nothing() -> None:
    """It speaks of something else."""
    denial = control("b", "LOSES", ARMY, None, status="denied", known="2017-05-03")
    assert not spells_of([control("a", "GAINS", DAECH, "2017-03-01"), denial])[-1].disputed


def test_only_denied_is_no_spell() -> None:
    """Nobody took it."""
    assert spells_of([control("a", "GAINS", DAECH, None, status="denied")]) == ()


def test_what_is_to_come_is_no_spell() -> None:
    """Planned, wanted, possible."""
    statuses = ["planned", "sought", "hypothetical"]
    assert spells_of([control(s, "GAINS", DAECH, "2017-03-01", status=s) for s in statuses]) == ()


def test_told_to_hold_after_a_taking_is_one_spell() -> None:
    """It began on the day of the taking, and rests on both."""
    findings = [
        control("a", "GAINS", ARMY, "2017-03-01"),
        control("b", "HOLDS", ARMY, None, known="2017-03-20"),
    ]
    [spell] = spells_of(findings)
    assert (spell.since, spell.until, spell.findings) == ("2017-03-01", None, tuple(findings))


def test_told_to_hold_tells_no_beginning() -> None:
    """« La ville tenue par l'armée » on a day: since when is not told; « depuis 2013 » tells it."""
    [spell] = spells_of([control("a", "HOLDS", ARMY, "2017-03-01")])
    assert (spell.since, spell.begins) == (None, "2017-03-01")
    since = TimeRef("depuis 2013", "2013/..", "2013-01-01", None, "year")
    [spell] = spells_of([control("a", "HOLDS", ARMY, None, time=since)])
    assert spell.since == "2013-01-01"


def test_the_loser_who_says_he_holds_it_disputes_the_taking() -> None:
    """« Nous tenons toujours la ville »: no new spell, a dispute; weeks later a new spell."""
    taking = control("a", "GAINS", DAECH, "2017-03-01")
    soon = control("b", "HOLDS", ARMY, None, sources=(ARMY,), known="2017-03-03")
    [spell] = spells_of([taking, soon])
    assert (spell.holder, spell.disputed) == (DAECH, True)
    assert [voice.claim for voice in spell.disputed_by] == ["b/r1"]
    late = control("b", "HOLDS", ARMY, None, sources=(ARMY,), known="2017-05-03")
    last = spells_of([taking, late])[-1]
    assert (last.holder, last.since, last.disputed) == (ARMY, None, False)


def test_lost_and_still_held_by_the_losers_word() -> None:
    """Told lost, to nobody told, and held by his own word the same day: unknown, and disputed."""
    findings = [
        control("a", "LOSES", ARMY, None),
        control("b", "HOLDS", ARMY, None, sources=(ARMY,)),
    ]
    [spell] = spells_of(findings)
    assert (spell.state, spell.disputed) == ("unknown", True)


def test_a_loss_to_nobody_leaves_it_open() -> None:
    """The spell ends, and nobody is made up to hold it."""
    assert told(
        control("a", "GAINS", ARMY, "2017-03-01"), control("b", "LOSES", ARMY, "2017-03-04")
    ) == [
        ("held", ARMY.key, "2017-03-01", "2017-03-04"),
        ("unknown", None, "2017-03-04", None),
    ]


def test_a_loss_beside_its_taking_adds_no_spell() -> None:
    """« L'armée s'est retirée », told apart from who took it, of one day or a day later."""
    for day in ("2017-03-04", "2017-03-05"):
        spells = told(
            control("a", "HOLDS", ARMY, "2017-03-01"),
            control("b", "LOSES", ARMY, day),
            control("c", "GAINS", DAECH, "2017-03-04"),
        )
        assert [(state, holder) for state, holder, _, _ in spells] == [
            ("held", ARMY.key),
            ("held", DAECH.key),
        ]


def test_a_contest_keeps_who_held_it_and_ends_with_a_taking() -> None:
    """Besieged, then taken."""
    siege = control("b", "CONTESTS", DAECH, "2017-03-04")
    spells = spells_of(
        [
            control("a", "HOLDS", ARMY, "2017-03-01"),
            siege,
            control("c", "GAINS", DAECH, "2017-03-09"),
        ]
    )
    assert [(s.state, s.holder, s.until) for s in spells] == [
        ("held", ARMY, "2017-03-04"),
        ("contested", ARMY, "2017-03-09"),
        ("held", DAECH, None),
    ]
    assert spells[1].contenders == (DAECH,)


def test_a_contest_ends_when_its_holder_is_told_to_hold() -> None:
    """The besieged is told to hold the town again."""
    spells = told(
        control("a", "CONTESTS", DAECH, "2017-03-04", recipients=(ARMY,)),
        control("b", "HOLDS", ARMY, "2017-03-20"),
    )
    assert spells == [
        ("contested", ARMY.key, "2017-03-04", "2017-03-20"),
        ("held", ARMY.key, None, None),
    ]


def test_who_besieges_is_not_forgotten_when_a_share_is_told() -> None:
    """Besieged by two, then 60 % in the hands of one: the other still fights for it."""
    findings = [
        control("a", "CONTESTS", DAECH, "2017-03-01", recipients=(ARMY,)),
        control("b", "GAINS", REBELS, "2017-03-04", figures=(share(60),)),
    ]
    last = spells_of(findings)[-1]
    assert (last.state, last.holder) == ("contested", REBELS)
    assert set(last.contenders) == {ARMY, DAECH}


def test_a_share_is_kept_and_is_contested_ground() -> None:
    """60 %, then 93 % of the quarters: one contest with the newest share; 100 % ends it."""
    first = control("b", "GAINS", ARMY, "2017-03-04", figures=(share(60),))
    second = control("c", "GAINS", ARMY, "2017-03-06", figures=(share(93),))
    whole = control("d", "GAINS", ARMY, "2017-03-08", figures=(share(100),))
    findings = [control("a", "HOLDS", REBELS, "2017-03-01"), first, second]
    last = spells_of(findings)[-1]
    assert (last.state, last.holder, last.contenders) == ("contested", ARMY, (REBELS,))
    assert last.share is not None
    assert last.share.best == 93
    assert spells_of([*findings, whole])[-1].state == "held"


def test_government_and_army_are_one_holder() -> None:
    """« Damas tient la ville » goes on with what the army took."""
    government = replace(ARMY, actor="SYR-GOV", sector="GOV", name="Damas")
    findings = [
        control("a", "GAINS", ARMY, "2017-03-01"),
        control("b", "HOLDS", government, "2017-03-03"),
    ]
    assert [(s.holder, s.disputed) for s in spells_of(findings)] == [(ARMY, False)]


def test_unidentified_men_are_not_the_army() -> None:
    """Who may be anybody is nobody known: the army takes from them."""
    findings = [
        control("a", "GAINS", MEN, "2017-03-01"),
        control("b", "GAINS", ARMY, "2017-03-03"),
    ]
    assert [s.holder for s in spells_of(findings)] == [MEN, ARMY]


def test_alleged_is_told_so() -> None:
    """« Aurait pris » holds it, as alleged."""
    [spell] = spells_of([control("a", "GAINS", DAECH, "2017-03-01", status="alleged")])
    assert (spell.status, spell.disputed) == ("alleged", False)


def test_who_holds_on_a_day() -> None:
    """Each day has its holder; before the first spell the place is not told of."""
    findings = [
        control("a", "GAINS", DAECH, "2017-03-01"),
        control("b", "GAINS", ARMY, "2017-03-04"),
    ]
    holders = {
        day: [g.now.holder for g in grounds_at(findings, day)]
        for day in ("2017-02-28", "2017-03-01", "2017-03-03", "2017-03-04", "2017-04-01")
    }
    assert list(holders.values()) == [[], [DAECH], [DAECH], [ARMY], [ARMY]]


def test_nothing_after_the_day_shows() -> None:
    """On the 3rd the spell runs, though it is known to have ended on the 4th."""
    findings = [
        control("a", "GAINS", DAECH, "2017-03-01"),
        control("b", "GAINS", ARMY, "2017-03-04"),
    ]
    [ground] = grounds_at(findings, "2017-03-03")
    assert ground.now.until is None


def test_a_quarter_is_not_the_town() -> None:
    """Places that lie in one another have spells of their own."""
    quarter = replace(PALMYRE, name="Al-Jamiya", text="Al-Jamiya", precision="district", geonames=1)
    findings = [
        control("a", "HOLDS", ARMY, "2017-03-01"),
        control("b", "GAINS", DAECH, "2017-03-04", places=(quarter,)),
    ]
    found_at = {g.place.name: g.now.holder for g in grounds_at(findings, "2017-03-05")}
    assert found_at == {"Al-Jamiya": DAECH, PALMYRE.name: ARMY}


def test_one_finding_of_two_places_counts_for_both() -> None:
    """« Les deux villes sont tombées »."""
    both = control("a", "GAINS", DAECH, "2017-03-01", places=(PALMYRE, RAQQA))
    assert [g.place.name for g in grounds_at([both], "2017-03-02")] == ["Raqqa", "Tadmur"]


def test_a_denial_counts_whenever_it_was_told() -> None:
    """Who held it on the 1st was denied on the 3rd: that dispute is of the 1st."""
    denial = control("b", "LOSES", ARMY, None, status="denied", known="2017-03-03")
    [ground] = grounds_at([control("a", "GAINS", DAECH, "2017-03-01"), denial], "2017-03-01")
    assert ground.now.disputed


steps = st.builds(
    lambda n, code, actor, day, late, status: control(
        f"d{n}",
        code,
        actor,
        f"2017-03-{day:02d}" if day else None,
        known=f"2017-03-{day + late + 1:02d}",
        status=status,
    ),
    st.integers(0, 50),
    st.sampled_from(["GAINS", "LOSES", "HOLDS", "CONTESTS"]),
    st.sampled_from([ARMY, DAECH, REBELS, None]),
    st.integers(0, 9),
    st.integers(0, 9),
    st.sampled_from(["actual", "alleged", "denied", "planned"]),
)
histories = st.lists(steps, max_size=9, unique_by=lambda finding: finding.cluster)


@given(histories, st.randoms(use_true_random=False))
def test_the_order_of_findings_plays_no_part(some: list[Finding], random: object) -> None:
    """Shuffled findings make the same spells."""
    shuffled = list(some)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert spells_of(shuffled) == spells_of(some)


@given(histories)
def test_spells_follow_each_other_without_gap(some: list[Finding]) -> None:
    """Each ends on the day on which the next begins, the last is open, and none runs backwards."""
    spells = spells_of(some)
    for spell, following in pairwise(spells):
        assert spell.until is not None
        assert spell.begins <= spell.until == following.begins
    assert all(spell.until is None for spell in spells[-1:])


@given(histories)
def test_every_spell_rests_on_what_was_told(some: list[Finding]) -> None:
    """No holder without a finding that names him, none from what was only planned or denied."""
    for spell in spells_of(some):
        named = {row.value.key for f in some for row in (*f.actors, *f.recipients)}
        assert {holder.key for holder in spell.holders} <= named
        assert all(f.status != "planned" for f in spell.findings)
        assert any(f.status in ("actual", "alleged") for f in spell.findings)
