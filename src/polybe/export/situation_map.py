"""The maps of a situation: who holds which place, and where something happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..account import ActorRef, PlaceRef
from ..account.control import CONTESTED, HELD, Ground, Spell
from ..account.finding import Finding
from ..account.situation import Situation
from .map import Maps, Mark, Placed, draw_maps
from .outlines import Outlines

MOST_SIDES = 6
"""So many holders have a colour of their own: those of most places."""


@dataclass(frozen=True, slots=True)
class Happening:
    """A finding as the map has it: told of places."""

    finding: Finding
    places: tuple[PlaceRef, ...]


@dataclass(frozen=True, slots=True)
class HeldGround:
    """A place with the spell that runs, as the map has it."""

    spell: Spell
    places: tuple[PlaceRef, ...]


@dataclass(frozen=True, slots=True)
class SituationMaps:
    """Maps, and the holders that have a colour on them: the first has side 1."""

    drawn: Maps
    sides: tuple[ActorRef, ...]

    def findings(self, mark: Mark) -> tuple[Finding, ...]:
        """The findings told of a mark's place, those of its control first."""
        held = [f for each in _held(mark.facts) for f in each.spell.findings]
        happened = [each.finding for each in mark.facts if isinstance(each, Happening)]
        return tuple({f.cluster: f for f in (*held, *happened)}.values())

    def spell(self, mark: Mark) -> Spell | None:
        """The spell that runs in a mark's place; None where nothing is told of its control."""
        return next((each.spell for each in _held(mark.facts)), None)

    def classes(self, mark: Mark) -> str:
        """How a point is drawn: by the side that holds it, contested, or for events alone."""
        spell = self.spell(mark)
        if spell is None:
            return "events"
        keys = [side.key for side in self.sides]
        holder = spell.holder.key if spell.holder and spell.state in (HELD, CONTESTED) else None
        side = f"side{keys.index(holder) + 1}" if holder in keys else "side0"
        doubted = spell.state == CONTESTED or spell.disputed
        return f"{side} contested" if doubted else side


def draw_situation(
    situation: Situation, outlines: Outlines, names: Mapping[str, str]
) -> SituationMaps | None:
    """The maps of a situation; None when no place of it can be drawn.

    ``names`` gives the names of countries by alpha-3 code.
    """
    drawn = draw_maps(_placed(situation), outlines, names)
    return SituationMaps(drawn, _sides(situation.control)) if drawn else None


def _placed(situation: Situation) -> Iterable[Placed]:
    for ground in situation.control:
        yield HeldGround(ground.now, (ground.place,))
    for finding in (*situation.events, *situation.undated):
        yield Happening(finding, tuple(row.value for row in finding.places))


def _sides(grounds: Iterable[Ground]) -> tuple[ActorRef, ...]:
    """The holders of most places, of as many the first by name."""
    holders = [ground.now.holder for ground in grounds if ground.now.holder]
    counts = Counter(holder.key for holder in holders)
    order = sorted({h.key: h for h in holders}.values(), key=lambda h: (-counts[h.key], h.name))
    return tuple(order[:MOST_SIDES])


def _held(placed: Sequence[Placed]) -> list[HeldGround]:
    return [each for each in placed if isinstance(each, HeldGround)]
