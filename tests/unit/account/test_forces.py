"""Forces: levels told last, changes since, by place and actor."""

from __future__ import annotations

from polybe.account.facts import ActorRef, FigureRef
from polybe.account.finding import Finding
from polybe.account.forces import forces_at
from tests.unit.account.claiming import ARMY, DAECH, RAQQA, persons
from tests.unit.account.finding_out import told


def force(name: str, code: str, day: str | None, *figures: FigureRef, **fields: object) -> Finding:
    """A finding about a force of the army that one article tells."""
    made = {"kind": "force", "type": code, "actors": (ARMY,), "figures": figures, **fields}
    return told(name, day, **made)


def test_the_level_told_last_stands() -> None:
    """500, then 800 men: 800 since that day; earlier days have the earlier level."""
    findings = [
        force("a", "PRESENT", "2017-03-01", persons(500)),
        force("b", "PRESENT", "2017-03-05", persons(800)),
    ]
    [now], [before] = forces_at(findings, "2017-03-09"), forces_at(findings, "2017-03-04")
    assert (now.level[0].best, now.since) == (800, "2017-03-05")
    assert (before.level[0].best, before.since) == (500, "2017-03-01")


def test_changes_stand_beside_the_level() -> None:
    """A reinforcement since is told, and not added: nobody told the sum."""
    findings = [
        force("a", "REINFORCED", "2017-02-01", persons(100)),
        force("b", "PRESENT", "2017-03-01", persons(500)),
        force("c", "WITHDRAWN", "2017-03-03", persons(200)),
    ]
    [now] = forces_at(findings, "2017-03-09")
    assert now.level[0].best == 500
    assert [(c.sign, c.day) for c in now.changes] == [(1, "2017-02-01"), (-1, "2017-03-03")]
    assert [c.finding.cluster for c in now.after] == ["c/r1"]


def test_changes_without_level() -> None:
    """Only a withdrawal told: no strength is made up."""
    [now] = forces_at([force("a", "WITHDRAWN", None, persons(200))], "2017-03-09")
    assert (now.level, now.since) == ((), None)
    assert [(c.sign, c.day) for c in now.after] == [(-1, None)]


def test_place_and_actor_part_forces() -> None:
    """Two actors in one place, one actor in two, and one nowhere told."""
    findings = [
        force("a", "PRESENT", "2017-03-01"),
        force("b", "PRESENT", "2017-03-01", actors=(DAECH,)),
        force("c", "PRESENT", "2017-03-01", places=(RAQQA,)),
        force("d", "PRESENT", "2017-03-01", places=()),
    ]
    rows = [(f.place and f.place.name, f.actor.key) for f in forces_at(findings, "2017-03-09")]
    assert rows == [
        ("Raqqa", ARMY.key),
        ("Tadmur", DAECH.key),
        ("Tadmur", ARMY.key),
        (None, ARMY.key),
    ]


def test_what_is_to_come_or_denied_is_no_force() -> None:
    """« Doit envoyer 2 000 hommes » puts nobody there."""
    statuses = ("planned", "sought", "hypothetical", "denied")
    assert forces_at([force(s, "REINFORCED", None, status=s) for s in statuses], "2018-01-01") == ()


def test_shares_and_distances_are_no_strength() -> None:
    """Only what counts men, vehicles, weapons."""
    away = FigureRef("20 km", 20, 20, 20, "distance")
    [now] = forces_at([force("a", "PRESENT", None, away, persons(50))], "2017-03-09")
    assert [estimate.unit for estimate in now.level] == ["persons"]


def test_later_days_do_not_show() -> None:
    """Nothing before the first day of a force."""
    assert forces_at([force("a", "PRESENT", "2017-03-05")], "2017-03-04") == ()


def test_the_order_plays_no_part() -> None:
    """The same findings the other way round."""
    findings = [
        force("a", "PRESENT", "2017-03-01", persons(500)),
        force("b", "PRESENT", "2017-03-01", persons(800), actors=(ActorRef("x", "x"), ARMY)),
        force("c", "REINFORCED", "2017-03-01", persons(1)),
    ]
    assert forces_at(findings, "2017-03-09") == forces_at(findings[::-1], "2017-03-09")
