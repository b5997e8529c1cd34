"""Both sides of what is disputed, and who is on which."""

from __future__ import annotations

from typing import Any

from polybe.account.contradictions import DENIES, TELLS, Side, contradictions_of
from tests.unit.account.claiming import ARMY, DAECH, at_least, claim, on_day, persons
from tests.unit.account.finding_out import OSDH, REBELS, found

TOLL = {"kind": "toll", "type": "KILLED", "mode": "incident"}


def sides(reason: str, *claims: Any, times: dict[str, str] | None = None) -> tuple[Side, ...]:
    """The sides of the one contradiction of that reason."""
    told = contradictions_of(found(*claims), times)
    (wanted,) = (each for each in told if each.reason == reason)
    return wanted.sides


def who(side: Side) -> list[str | None]:
    return [voice.who for voice in side.voices]


def test_what_nobody_disputes_has_no_sides() -> None:
    assert contradictions_of(found(claim("a"), claim("b"))) == ()


def test_those_who_tell_it_stand_against_those_who_deny_it() -> None:
    told = sides("denied", claim("a"), claim("b"), claim("c", sources=(OSDH,), status="denied"))
    assert [(side.stand, who(side)) for side in told] == [
        (TELLS, ["a", "b"]),
        (DENIES, ["Observatoire"]),
    ]


def test_who_denies_his_own_part_is_a_side_of_who_did_it() -> None:
    """« L'armée dément avoir attaqué »: others name it."""
    told = sides(
        "authorship",
        claim("a", actors=(ARMY,)),
        claim("b", actors=(ARMY,), sources=(ARMY,), status="denied"),
    )
    assert [(side.stand, side.actors, who(side)) for side in told] == [
        (TELLS, (ARMY,), ["a"]),
        (DENIES, (), ["Syrian Armed Forces"]),
    ]


def test_every_author_named_is_a_side_with_most_voices_first() -> None:
    told = sides(
        "authorship",
        claim("a", actors=(ARMY,)),
        claim("b", actors=(DAECH,)),
        claim("c", actors=(DAECH,)),
        claim("d"),
    )
    assert [(side.actors, who(side)) for side in told] == [((DAECH,), ["b", "c"]), ((ARMY,), ["a"])]


def test_two_who_did_it_together_are_one_side() -> None:
    told = sides("authorship", claim("a", actors=(ARMY, REBELS)), claim("b", actors=(DAECH,)))
    assert [side.actors for side in told] == [(ARMY, REBELS), (DAECH,)]


def test_every_number_now_told_is_a_side() -> None:
    """What its outlet has put right since is no side any more."""
    told = sides(
        "count",
        claim("a", outlet="RFI", figures=(persons(5),), **TOLL),
        claim("b", outlet="RFI", known="2017-03-03", figures=(persons(12),), **TOLL),
        claim("c", known="2017-03-03", figures=(persons(12),), **TOLL),
        claim("d", known="2017-03-03", figures=(at_least(30),), **TOLL),
    )
    assert [(side.count.count if side.count else None, who(side)) for side in told] == [
        (12, ["RFI", "c"]),
        (30, ["d"]),
    ]
    assert {side.unit for side in told} == {"persons"}


def test_the_days_are_told_where_the_sentences_are_at_hand() -> None:
    """Without them it is known that the days differ, not who says which."""
    claims = (claim("a", time=on_day("2017-03-01")), claim("b", time=on_day("2017-03-09")))
    times = {"a/r1": "2017-03-01", "b/r1": "2017-03-09"}
    told = sides("time", *claims, times=times)
    assert [(side.time, who(side)) for side in told] == [
        ("2017-03-01", ["a"]),
        ("2017-03-09", ["b"]),
    ]
    assert sides("time", *claims) == ()
