"""The network of an account: its actors in a ring, joined by what they are told to do."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..account import ActorRef, Fact, Tie

WIDTH, HEIGHT = 960, 480
_RADIUS_X, _RADIUS_Y = 240, 200
_MOST_ACTORS = 16
_LONGEST_LABEL = 28
_UNDRAWN = frozenset({"denied", "hypothetical"})
_RELATIONS = {"ALLIED": 1, "SUPPORTS": 1, "MEMBER": 1, "LEADS": 1, "RIVAL": -1}


@dataclass(frozen=True, slots=True)
class Node:
    """An actor in the picture."""

    label: str
    full: str
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str
    size: float


@dataclass(frozen=True, slots=True)
class Edge:
    """What one actor is told to do with another; ``side`` is cooperation, conflict or neither."""

    path: str
    side: str
    width: float
    directed: bool
    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """A network ready to be drawn."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int = WIDTH
    height: int = HEIGHT


def draw_network(
    ties: Sequence[Tie], quads: Mapping[str, str], labels: Mapping[str, str]
) -> Network | None:
    """The network of some ties; None when they join no two actors.

    ``quads`` gives PLOVER's quad category of an event type (« verbal conflict »), ``labels`` the
    words for a type.  The busiest actors are drawn; what is denied or merely possible is not.
    """
    kept = [tie for tie in ties if _drawn_facts(tie)]
    actors = _busiest(kept)
    if len(actors) < 2:
        return None
    order = _around(actors, kept)
    degrees = Counter(key for tie in kept for key in (tie.actor.key, tie.recipient.key))
    nodes = {
        actor.key: _node(actor, i, len(order), degrees[actor.key]) for i, actor in enumerate(order)
    }
    edges = tuple(
        _edge(tie, nodes[tie.actor.key], nodes[tie.recipient.key], quads, labels)
        for tie in kept
        if tie.actor.key in nodes and tie.recipient.key in nodes
    )
    return Network(tuple(nodes.values()), edges)


def _drawn_facts(tie: Tie) -> tuple[Fact, ...]:
    return tuple(fact for fact in tie.facts if fact.status not in _UNDRAWN)


def _busiest(ties: Iterable[Tie]) -> list[ActorRef]:
    """The actors of the most frequent ties, so many as the ring has room for; none stands alone."""
    actors: dict[str, ActorRef] = {}
    for tie in ties:
        new = {ref.key: ref for ref in (tie.actor, tie.recipient) if ref.key not in actors}
        if len(actors) + len(new) <= _MOST_ACTORS:
            actors |= new
    return list(actors.values())


def _around(actors: list[ActorRef], ties: Iterable[Tie]) -> list[ActorRef]:
    """An order for the ring in which actors stand next to those they deal with."""
    joined: Counter[tuple[str, str]] = Counter()
    for tie in ties:
        joined[tie.actor.key, tie.recipient.key] += len(tie.facts)
        joined[tie.recipient.key, tie.actor.key] += len(tie.facts)
    order, left = [actors[0]], actors[1:]
    while left:
        nearest = max(left, key=lambda actor: joined[order[-1].key, actor.key])
        left.remove(nearest)
        order.append(nearest)
    return order


def _node(actor: ActorRef, index: int, count: int, degree: int) -> Node:
    angle = 2 * math.pi * index / count - math.pi / 2
    x = WIDTH / 2 + _RADIUS_X * math.cos(angle)
    y = HEIGHT / 2 + _RADIUS_Y * math.sin(angle)
    anchor = "middle" if abs(math.cos(angle)) < 0.2 else "start" if math.cos(angle) > 0 else "end"
    away = {"middle": 0, "start": 14, "end": -14}[anchor]
    name = actor.name
    short = name if len(name) <= _LONGEST_LABEL else name[: _LONGEST_LABEL - 1].rstrip() + "…"
    lift = (-16 if math.sin(angle) < 0 else 24) if anchor == "middle" else 4
    size = round(5 + 1.5 * math.sqrt(degree), 1)
    return Node(
        short, name, round(x, 1), round(y, 1), round(x + away, 1), round(y + lift, 1), anchor, size
    )


def _edge(
    tie: Tie, start: Node, end: Node, quads: Mapping[str, str], labels: Mapping[str, str]
) -> Edge:
    facts = _drawn_facts(tie)
    codes = Counter(fact.type for fact in facts)
    told = ", ".join(
        f"{labels.get(code, code)}{f' ×{n}' if n > 1 else ''}" for code, n in codes.most_common()
    )
    directed = any(fact.recipients for fact in facts)
    return Edge(
        path=_curve(start, end),
        side=_side(facts, quads),
        width=min(1.2 + 0.7 * len(facts), 5.0),
        directed=directed,
        title=f"{tie.actor.name} {'→' if directed else '—'} {tie.recipient.name}: {told}",
        facts=facts,
    )


def _side(facts: Iterable[Fact], quads: Mapping[str, str]) -> str:
    """Conflict or cooperation, by what prevails; `neither` when they balance."""
    balance = 0
    for fact in facts:
        quad = quads.get(fact.type, "")
        balance += _RELATIONS.get(
            fact.type, quad.endswith("cooperation") - quad.endswith("conflict")
        )
    return "cooperation" if balance > 0 else "conflict" if balance < 0 else "neither"


def _curve(start: Node, end: Node) -> str:
    """A curve bent towards the middle, ending short of the node for its arrow to show.

    The two directions between a pair bend apart, so that both can be seen.
    """
    middle_x, middle_y = (start.x + end.x) / 2, (start.y + end.y) / 2
    across_x, across_y = end.y - start.y, start.x - end.x
    bend_x = middle_x + 0.25 * (WIDTH / 2 - middle_x) + 0.09 * across_x
    bend_y = middle_y + 0.25 * (HEIGHT / 2 - middle_y) + 0.09 * across_y
    length = math.hypot(end.x - bend_x, end.y - bend_y) or 1
    short = (end.size + 5) / length
    to_x, to_y = end.x + (bend_x - end.x) * short, end.y + (bend_y - end.y) * short
    return f"M{start.x:g} {start.y:g}Q{bend_x:.1f} {bend_y:.1f} {to_x:.1f} {to_y:.1f}"
