"""Ties: signed and dated bonds, the latest stance, and contradictions."""

from __future__ import annotations

import pytest

from polybe.account.facts import ActorRef
from polybe.account.finding import Finding
from polybe.account.ties import AGAINST, WITH, Stance, ties_at
from tests.unit.account.claiming import ARMY, DAECH, claim
from tests.unit.account.finding_out import REBELS, found, told

QUADS = {
    "ASSAULT": "material conflict",
    "AID": "material cooperation",
    "ACCUSE": "verbal conflict",
    "CONSULT": "verbal cooperation",
}
RUSSIA = ActorRef("Russia", "Moscou", "RUS", "GOV", "RUS-GOV")


def bond(
    name: str,
    code: str,
    day: str | None,
    by: ActorRef = RUSSIA,
    to: ActorRef = ARMY,
    **fields: object,
) -> Finding:
    """An event or relation between two that one article tells."""
    kind = "event" if code in QUADS else "relation"
    made = {"kind": kind, "type": code, "actors": (by,), "recipients": (to,), **fields}
    return told(name, day, **made)


def stance(*findings: Finding, on: str = "2017-12-31") -> Stance:
    """The one stance of the one pair told of."""
    [pair] = ties_at(findings, on, QUADS)
    return pair


@pytest.mark.parametrize(
    ("code", "expected", "ground"),
    [
        ("ASSAULT", AGAINST, "material"),
        ("ACCUSE", AGAINST, "verbal"),
        ("AID", WITH, "material"),
        ("CONSULT", WITH, "verbal"),
        ("RIVAL", AGAINST, "relation"),
        ("ALLIED", WITH, "relation"),
        ("SUPPORTS", WITH, "relation"),
    ],
)
def test_every_code_has_its_sign(code: str, expected: str, ground: str) -> None:
    """By quad category, and by type of relation."""
    pair = stance(bond("a", code, "2017-03-01"))
    assert (pair.stance, pair.bonds[0].ground) == (expected, ground)


def test_the_latest_stance_stands() -> None:
    """Allies who attack each other a year later stand against each other since."""
    findings = [bond("a", "ALLIED", "2016-03-01"), bond("b", "ASSAULT", "2017-03-01")]
    pair = stance(*findings)
    assert (pair.stance, pair.since, pair.contradicted) == (AGAINST, "2017-03-01", False)
    assert stance(*findings, on="2016-12-31").stance == WITH


def test_both_directions_are_one_pair() -> None:
    """Who attacks and who answers."""
    pair = stance(
        bond("a", "ASSAULT", "2017-03-01"), bond("b", "ASSAULT", "2017-03-02", ARMY, RUSSIA)
    )
    assert [b.actor for b in pair.bonds] == [ARMY, RUSSIA]
    assert pair.since == "2017-03-01"


def test_both_signs_in_a_month_contradict() -> None:
    """They talk and shoot; of one day the graver act tells the stance."""
    pair = stance(bond("a", "CONSULT", "2017-03-01"), bond("b", "ASSAULT", "2017-03-01"))
    assert (pair.stance, pair.contradicted) == (AGAINST, True)


def test_a_disputed_bond_is_a_contradiction() -> None:
    """« Moscou dément soutenir »."""
    told_once = bond("a", "SUPPORTS", "2017-03-01")
    assert not stance(told_once).contradicted
    made = {"kind": "relation", "type": "SUPPORTS", "actors": (RUSSIA,), "recipients": (ARMY,)}
    assert stance(found(claim("a", **made), claim("b", status="denied", **made))).contradicted


def test_fighters_are_foes_and_accusers_are_not() -> None:
    """Both actors of a fight stand against each other; who accuse or bomb together do not."""
    both = {"actors": (REBELS, DAECH), "recipients": ()}
    assert stance(bond("a", "ASSAULT", "2017-03-01", **both)).stance == AGAINST
    assert ties_at([bond("a", "ACCUSE", "2017-03-01", **both)], "2018-01-01", QUADS) == ()
    assert ties_at([bond("a", "ASSAULT", None, mode="aerial", **both)], "2018-01-01", QUADS) == ()


def test_no_day_no_since() -> None:
    """An undated relation has no beginning."""
    assert stance(bond("a", "ALLIED", None)).since is None


def test_what_is_denied_or_to_come_ties_nobody() -> None:
    """A meeting planned, an alliance denied; types without quad category."""
    findings = [
        bond("a", "CONSULT", None, status="planned"),
        bond("b", "ALLIED", None, status="denied"),
        bond("c", "MEMBER", None, RUSSIA, RUSSIA),
        told("d", type="STRANGE", actors=(RUSSIA,), recipients=(ARMY,)),
    ]
    assert ties_at(findings, "2018-01-01", QUADS) == ()


def test_who_deal_most_come_first_in_any_order() -> None:
    """By number of bonds, then by name."""
    findings = [
        bond("a", "ACCUSE", None, RUSSIA, DAECH),
        bond("b", "AID", None),
        bond("c", "ALLIED", None),
    ]
    ties = ties_at(findings, "2018-01-01", QUADS)
    assert [len(s.bonds) for s in ties] == [2, 1]
    assert ties_at(findings[::-1], "2018-01-01", QUADS) == ties
