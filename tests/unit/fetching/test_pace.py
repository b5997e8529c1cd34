"""Hosts are left in peace for as long as is due, and no longer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from polybe.fetching.pace import Pace, retry_after
from polybe.fetching.unanswered import UnansweredError


class Clock:
    """A time that passes when it is slept."""

    def __init__(self) -> None:
        self.now = 50.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def paced(delay: float = 1.0, most: float = 60.0) -> tuple[Pace, Clock]:
    clock = Clock()
    return Pace(delay, most, clock=lambda: clock.now, sleep=clock.sleep), clock


def test_one_host_is_waited_for_and_others_are_not() -> None:
    pace, clock = paced()
    pace.wait("a.fr")
    pace.asked("a.fr")
    pace.wait("b.fr")
    assert clock.slept == []
    clock.now += 0.25
    pace.wait("a.fr")
    assert clock.slept == [0.75]


def test_a_host_that_wants_more_time_gets_it_and_one_that_wants_less_does_not() -> None:
    pace, clock = paced()
    pace.slow_down("a.fr", 5.0)
    pace.slow_down("b.fr", 0.1)
    for host in ("a.fr", "b.fr"):
        pace.wait(host)
        pace.asked(host)
        pace.wait(host)
    assert clock.slept == [5.0, 5.0, 1.0]


def test_a_longer_pause_is_not_shortened_by_the_next_request() -> None:
    pace, clock = paced()
    pace.rest("a.fr", 30.0)
    pace.asked("a.fr")
    pace.wait("a.fr")
    assert clock.slept == [30.0]


def test_nobody_is_waited_for_longer_than_may_be() -> None:
    pace, clock = paced()
    pace.rest("a.fr", 61.0)
    with pytest.raises(UnansweredError) as raised:
        pace.wait("a.fr")
    assert raised.value.again
    assert clock.slept == []


def test_a_delay_asked_for_is_kept_however_long() -> None:
    pace, clock = paced(delay=300.0)
    pace.asked("a.fr")
    pace.wait("a.fr")
    assert clock.slept == [300.0]


@pytest.mark.parametrize(
    "value",
    [None, "", "bientôt", "-5", "1.5", "Mon, 99 Foo 2020", "Mon, 1 Jan 99999999999 00:00:00 GMT"],
)
def test_what_is_no_time_to_come_back_at_is_none(value: str | None) -> None:
    assert retry_after(value) is None


def test_a_time_to_come_back_at_is_told_in_seconds_or_as_a_date() -> None:
    assert retry_after(" 120 ") == 120.0
    assert retry_after("9" * 600) == 366 * 86_400
    assert retry_after("Wed, 21 Oct 2015 07:28:00 GMT") == 0.0
    ahead = retry_after(format_datetime(datetime.now(UTC) + timedelta(days=2)))
    assert ahead is not None
    assert 100_000 < ahead < 2 * 86_400
