"""Reconciling: the same claims make the same clusters, and look-alikes stay apart."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from polybe.account.claims import Claim
from polybe.account.constraints import Constraints
from polybe.account.reconciling import reconcile
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

MARKET = replace(PALMYRE, name="marché", text="un marché", precision="site", geonames=None)
MOSQUE = replace(MARKET, name="mosquée", text="une mosquée")


def clusters(*claims: Claim, constraints: Constraints | None = None) -> set[frozenset[str]]:
    """The clusters of some claims."""
    return set(reconcile(claims, constraints=constraints or Constraints()))


def test_one_attack_told_by_two_outlets_is_one_cluster() -> None:
    """The same act in the same town on the same day, told in other words, is one fact."""
    a = claim("a", places=(PALMYRE,), time=on_day("2017-03-01"))
    b = claim("b", places=(PALMYRE,), time=on_day("2017-03-01"), trigger="assaut")
    assert clusters(a, b) == {frozenset((a.id, b.id))}


def test_attacks_of_two_days_or_two_towns_stay_apart() -> None:
    """What is told of another day, or of a town far away, is another fact."""
    a = claim("a", places=(PALMYRE,), time=on_day("2017-03-01"))
    later = claim("b", places=(PALMYRE,), time=on_day("2017-03-05"), known="2017-03-05")
    elsewhere = claim("c", places=(RAQQA,), time=on_day("2017-03-01"))
    assert len(clusters(a, later, elsewhere)) == 3


def test_look_alikes_of_one_town_and_day_are_told_by_their_targets() -> None:
    """A market and a mosque hit in one town on one day are two attacks."""
    market = claim("a", places=(MARKET, PALMYRE), time=on_day("2017-03-01"))
    mosque = claim("b", places=(MOSQUE, PALMYRE), time=on_day("2017-03-01"))
    again = claim("c", places=(MARKET, PALMYRE), time=on_day("2017-03-01"))
    assert clusters(market, mosque, again) == {
        frozenset((market.id, again.id)),
        frozenset((mosque.id,)),
    }


def test_a_total_is_never_put_with_an_incident() -> None:
    """The dead of the year and those of the day are two facts, were the numbers the same."""
    told = {"kind": "toll", "type": "KILLED", "places": (PALMYRE,), "figures": (persons(12),)}
    incident = claim("a", mode="incident", time=on_day("2017-03-01"), **told)
    total = claim("b", mode="cumulative", time=on_day("2017-03-01"), **told)
    assert len(clusters(incident, total)) == 2


def test_contradictory_tolls_of_one_event_are_one_fact() -> None:
    """Twelve, at least ten, fifteen: one toll told thrice."""
    told = {
        "kind": "toll",
        "type": "KILLED",
        "mode": "incident",
        "places": (MARKET, PALMYRE),
        "time": on_day("2017-03-01"),
        "trigger": "tués",
    }
    claims = [
        claim("a", figures=(persons(12),), **told),
        claim("b", figures=(at_least(10),), **told),
        claim("c", figures=(persons(15),), **told),
    ]
    assert clusters(*claims) == {frozenset(each.id for each in claims)}


def test_a_town_taken_and_taken_back_are_two_facts() -> None:
    """Who takes it tells the two apart, also where one is told as the other's loss."""
    told = {"kind": "control", "places": (PALMYRE,), "time": on_day("2017-03-01")}
    taken = claim("a", type="GAINS", actors=(ARMY,), recipients=(DAECH,), **told)
    lost = claim("b", type="LOSES", actors=(DAECH,), recipients=(ARMY,), **told)
    back = claim("c", type="GAINS", actors=(DAECH,), recipients=(ARMY,), **told)
    assert clusters(taken, lost, back) == {
        frozenset((taken.id, lost.id)),
        frozenset((back.id,)),
    }


def test_a_title_without_place_joins_its_lead() -> None:
    """What the title leaves open the lead tells; both then meet what other articles tell."""
    title = claim("a", "r1", part="title")
    lead = claim("a", "r2", part="lead", places=(PALMYRE,), time=on_day("2017-03-01"))
    other = claim("b", places=(PALMYRE,), time=on_day("2017-03-01"))
    assert clusters(title, lead, other) == {frozenset((title.id, lead.id, other.id))}


def test_reviewers_have_the_last_word() -> None:
    """What is put together stays together, what is kept apart stays apart, whatever the scores."""
    a = claim("a", places=(PALMYRE,), time=on_day("2017-03-01"))
    b = claim("b", places=(PALMYRE,), time=on_day("2017-03-01"))
    far = claim("c", places=(RAQQA,), time=on_day("2017-01-01"), known="2017-01-02")
    decided = Constraints(
        together=(frozenset((a.id, far.id)),), apart=((frozenset((a.id,)), frozenset((b.id,))),)
    )
    assert clusters(a, b, far, constraints=decided) == {
        frozenset((a.id, far.id)),
        frozenset((b.id,)),
    }


DAYS = [f"2017-03-{day:02d}" for day in range(1, 6)]


@st.composite
def some_claims(draw: st.DrawFn) -> list[Claim]:
    """Claims of a few documents that may or may not tell the same."""
    made = []
    for number in range(draw(st.integers(2, 9))):
        day = draw(st.sampled_from(DAYS))
        made.append(
            claim(
                draw(st.sampled_from("abcd")),
                f"r{number}",
                kind=(kind := draw(st.sampled_from(["event", "toll"]))),
                type="KILLED" if kind == "toll" else "ASSAULT",
                mode="incident" if kind == "toll" else None,
                places=draw(st.sampled_from([(), (PALMYRE,), (RAQQA,), (MARKET, PALMYRE)])),
                time=draw(st.sampled_from([None, on_day(day)])),
                known=day,
                figures=draw(st.sampled_from([(), (persons(12),), (at_least(40),)])),
                actors=draw(st.sampled_from([(), (ARMY,), (DAECH,)])),
            )
        )
    return made


@settings(max_examples=60, deadline=None)
@given(some_claims(), st.randoms(use_true_random=False))
def test_the_order_of_claims_plays_no_part(claims: list[Claim], chance: object) -> None:
    """Any order of arrival makes the same clusters, and every claim is in exactly one."""
    shuffled = list(claims)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    made = reconcile(claims)
    assert reconcile(shuffled) == made
    assert sorted(each for cluster in made for each in cluster) == sorted(c.id for c in claims)
