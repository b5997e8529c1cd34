"""A connection leads to the address that was looked at, and to no other."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event
from time import monotonic

import httpcore
import pytest

from polybe.fetching.limits import Limits
from polybe.fetching.unanswered import NoHostError, UnansweredError
from polybe.fetching.wire import Wire

PUBLIC, OTHER = "93.184.216.34", "198.41.0.4"


class Network(httpcore.NetworkBackend):
    """Connects to nothing, and tells to what; addresses that are down refuse."""

    def __init__(self, *down: str) -> None:
        self.down = down
        self.asked: list[str] = []

    def connect_tcp(self, host: str, *_: object, **__: object) -> httpcore.NetworkStream:
        self.asked.append(host)
        if host in self.down:
            raise httpcore.ConnectError("refused")
        return httpcore.MockStream([b"answer"] * 50)


def wire(
    network: Network, *resolved: str, limits: Limits | None = None, private: bool = False
) -> Wire:
    return Wire(
        limits or Limits(), allow_private=private, resolve=lambda *_: resolved, plain=network
    )


def test_the_name_is_resolved_once_and_that_address_is_connected_to() -> None:
    """A name that leads to this machine when it is asked for a second time gains nothing."""
    answers: Iterator[list[str]] = iter([[PUBLIC], ["127.0.0.1"]])
    network = Network()
    rebinding = Wire(Limits(), resolve=lambda *_: next(answers), plain=network)
    rebinding.connect_tcp("rebind.test", 80)
    with pytest.raises(NoHostError):
        rebinding.connect_tcp("rebind.test", 80)
    assert network.asked == [PUBLIC]


@pytest.mark.parametrize("resolved", [["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["::1", PUBLIC]])
def test_a_name_with_a_private_address_among_its_own_is_not_asked(resolved: list[str]) -> None:
    network = Network()
    with pytest.raises(NoHostError):
        wire(network, *resolved).connect_tcp("exemple.fr", 80)
    assert network.asked == []
    wire(network, *resolved, private=True).connect_tcp("exemple.fr", 80)
    assert network.asked == [resolved[0]]


def test_the_next_address_is_tried_where_one_refuses() -> None:
    network = Network(PUBLIC)
    wire(network, PUBLIC, OTHER).connect_tcp("exemple.fr", 80)
    assert network.asked == [PUBLIC, OTHER]
    with pytest.raises(httpcore.ConnectError):
        wire(Network(PUBLIC), PUBLIC).connect_tcp("exemple.fr", 80)


def test_a_name_that_is_none_is_told() -> None:
    def unknown(*_: object) -> list[str]:
        raise OSError("no such name")

    with pytest.raises(NoHostError) as raised:
        Wire(Limits(), resolve=unknown, plain=Network()).connect_tcp("exemple.fr", 80)
    assert raised.value.again


def test_a_name_that_is_resolved_for_too_long_is_left() -> None:
    over = Event()
    slow = Wire(Limits(connect=0.05), resolve=lambda *_: over.wait(30) and [], plain=Network())
    begun = monotonic()
    with pytest.raises(NoHostError) as raised:
        slow.connect_tcp("exemple.fr", 80)
    over.set()
    assert raised.value.again
    assert monotonic() - begun < 10


def test_no_more_is_read_than_may_be_and_all_of_it_is_on_the_tape() -> None:
    limits = Limits(body=0)
    one = wire(Network(), PUBLIC, limits=limits)
    stream = one.connect_tcp("exemple.fr", 80)
    stream.write(b"GET /")
    assert (stream.read(100), stream.read(100)) == (b"answer",) * 2
    assert bytes(one.tape.received) == b"answer" * 2
    assert bytes(one.tape.sent) == b"GET /"
    one.tape.received += bytes(300_000)
    with pytest.raises(UnansweredError):
        stream.read(100)


def test_when_the_time_is_up_nothing_more_is_waited_for() -> None:
    one = wire(Network(), PUBLIC, limits=Limits(whole=0.0))
    with pytest.raises(UnansweredError) as raised:
        one.connect_tcp("exemple.fr", 80)
    assert raised.value.again
