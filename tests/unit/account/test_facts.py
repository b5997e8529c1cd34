"""Reports become facts: mentions read out, sameness seen, every word traceable."""

from __future__ import annotations

import pytest

from polybe.account import facts_of
from polybe.account.facts import TimeRef
from polybe.model import Span
from tests.made import TEXT, at, coded, record, report


def test_facts_come_in_the_order_of_the_text() -> None:
    facts = facts_of(coded())
    starts = [fact.traces[0].span.start for fact in facts]
    assert starts == sorted(starts)


def test_every_trace_leads_to_the_words_that_state_the_fact() -> None:
    for fact in facts_of(coded()):
        for trace in fact.traces:
            assert trace.span.of(TEXT) == fact.trigger
            assert trace.document == "kesh"


def test_a_pronoun_takes_the_name_of_its_antecedent() -> None:
    (said,) = (fact for fact in facts_of(coded()) if fact.kind == "statement")
    assert [(a.name, a.text, a.country, a.mention) for a in said.actors] == [
        ("Paul Ardent", "Paul Ardent", "NOR", "a5")
    ]


def test_a_ring_of_antecedents_ends() -> None:
    data = record()
    data["mentions"][4]["antecedent"] = "a5"
    assert facts_of(coded(data))


def test_title_and_body_telling_the_same_make_one_fact_with_two_traces() -> None:
    data = record()
    second = report("r9", "control", "GAINS", "repris", actors=["a1"], places=["p1"])
    data["reports"] = [data["reports"][0], second]
    (fact,) = facts_of(coded(data))
    assert [trace.report for trace in fact.traces] == ["r0", "r9"]
    assert fact.traces[1].span == Span(at("repris")["start"], at("repris")["end"])


@pytest.mark.parametrize(
    "difference",
    [
        {"status": "alleged"},
        {"type": "LOSES"},
        {"recipients": ["a2"]},
        {"time": "t1"},
        {"sources": ["a4"]},
        {"places": []},
    ],
)
def test_what_differs_in_anything_told_stays_apart(difference: dict[str, object]) -> None:
    data = record()
    other = {**report("r9", "control", "GAINS", "repris", actors=["a1"], places=["p1"])}
    data["reports"] = [data["reports"][0], other | difference]
    assert len(facts_of(coded(data))) == 2


def test_reports_that_say_nothing_but_their_type_are_never_the_same() -> None:
    data = record()
    data["reports"] = [
        report("r1", "event", "ASSAULT", "reprend"),
        report("r2", "event", "ASSAULT", "repris"),
    ]
    assert len(facts_of(coded(data))) == 2


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2016-12-10", "2016-12-10"),
        ("2016-12-10T06:00", "2016-12-10"),
        ("2016-11", "2016-11-01"),
        ("2016", "2016-01-01"),
        ("201X", "2010-01-01"),
        ("2016~", "2016-01-01"),
        ("2016-22", "2016-06-01"),
        ("2016-11-15/..", "2016-11-15"),
        ("../2016", None),
        (None, None),
    ],
)
def test_the_day_of_a_time_is_read_off_its_value_and_never_made_up(
    value: str | None, day: str | None
) -> None:
    assert TimeRef("x", value).day == day


def test_known_bounds_of_a_time_come_first() -> None:
    assert TimeRef("x", "2016", earliest="2016-03-01").day == "2016-03-01"
    assert TimeRef("x", "../2016-05", latest="2016-05-31").day == "2016-05-31"
