"""The network joins those told to deal with each other, on the side they deal on."""

from __future__ import annotations

from polybe.account import account_of
from polybe.export.network import draw_network
from tests.made import coded, record

QUADS = {"AID": "material cooperation", "ASSAULT": "material conflict"}


def test_help_is_cooperation_with_an_arrow_and_rivalry_conflict_without() -> None:
    network = draw_network(account_of([coded()]).ties, QUADS, {"AID": "aide"})
    assert network is not None
    edges = {edge.title: (edge.side, edge.directed) for edge in network.edges}
    assert edges == {
        "Sudland → Rebels of Norland: aide": ("cooperation", True),
        "Army of Norland — Rebels of Norland: RIVAL": ("conflict", False),
    }


def test_nobody_stands_in_the_ring_without_a_line() -> None:
    network = draw_network(account_of([coded()]).ties, QUADS, {})
    assert network is not None
    titles = " ".join(edge.title for edge in network.edges)
    assert all(node.full in titles for node in network.nodes)


def test_what_is_denied_or_possible_is_not_drawn() -> None:
    data = record()
    data["reports"] = [r | {"status": "denied"} for r in data["reports"]]
    assert draw_network(account_of([coded(data)]).ties, QUADS, {}) is None
