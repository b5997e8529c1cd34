"""Edits: reports with their slots as reviewers have set them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from ..errors import ReviewError
from ..messages import Reason
from .claims import Claim
from .edtf import read_edtf
from .facts import ActorRef, FigureRef, PlaceRef, TimeRef

SLOTS = (
    "type",
    "mode",
    "status",
    "time",
    "actors",
    "recipients",
    "places",
    "sources",
    "figures",
)
"""The slots of a report that a reviewer may set."""

_REFERENCES: Mapping[str, type[ActorRef] | type[PlaceRef] | type[FigureRef]] = {
    "actors": ActorRef,
    "recipients": ActorRef,
    "sources": ActorRef,
    "places": PlaceRef,
    "figures": FigureRef,
}


def edited(claim: Claim, edits: Mapping[str, object]) -> Claim:
    """A claim with its slots as edits, values by slot, have set them; see ``value_of``.

    A mode counts only for the type that it was set for: not once the type is another.  Raises
    ReviewError when a value is not of the form that its slot has.
    """
    for slot in SLOTS:  # the type before its mode
        if slot in edits:
            claim = _with_slot(claim, slot, edits[slot])
    return claim


def check_edit(slot: str | None, value: object) -> None:
    """ReviewError unless a value is of the form of its slot: one that is not could not be kept."""
    if slot not in SLOTS:
        raise ReviewError(Reason("edit.malformed", slot=slot, value=value))
    _with_slot(_ANY, slot, value)


_ANY = Claim("", "", "", "", "", None, "", "", 0, 0)


def _with_slot(claim: Claim, slot: str, value: object) -> Claim:
    match slot, value:
        case "type", str(code):
            return replace(claim, type=code, mode=claim.mode if code == claim.type else None)
        case "mode", {"type": code, "mode": None | str() as mode}:
            return replace(claim, mode=mode) if code == claim.type else claim
        case "status", str(status):
            return replace(claim, status=status)
        case "time", None:
            return replace(claim, time=None)
        case "time", str(edtf):
            return replace(claim, time=_time(edtf))
        case (("actors" | "recipients" | "sources" | "places" | "figures"), list(items)):
            refs: Any = tuple(_reference(slot, each) for each in items)
            return replace(claim, **{slot: refs})
    raise ReviewError(Reason("edit.malformed", slot=slot, value=value))


def _reference(slot: str, value: Any) -> ActorRef | PlaceRef | FigureRef:
    cls = _REFERENCES[slot]
    names = {each.name for each in fields(cls)}
    try:
        return cls(**{name: told for name, told in value.items() if name in names})
    except (AttributeError, TypeError) as error:
        raise ReviewError(Reason("edit.malformed", slot=slot, value=value)) from error


def _time(value: str) -> TimeRef:
    try:
        stretch = read_edtf(value)
    except ValueError as error:
        raise ReviewError(Reason("edit.no_time", value=value)) from error
    return TimeRef(value, value, stretch.earliest, stretch.latest, stretch.precision)
