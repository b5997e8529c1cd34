"""The words of an edit: what a reviewer sets a slot of a report to, read and written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

from ..codebook.folding import fold
from ..errors import ReviewError
from ..messages import Reason
from ..model.reports import STATUSES, TYPES
from .claims import Claim
from .edits import SLOTS
from .edtf import read_edtf
from .facts import ActorRef, FigureRef, PlaceRef
from .figure_words import figure_from, figure_words
from .place_words import place_from

NOTHING = "-"
"""What empties a slot."""

_SEVERAL = "; "
_TOLL_MODES = ("incident", "cumulative")
_ACTORS = ("actors", "recipients", "sources")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the words of an edit may be besides those of the report itself.

    ``modes`` are the types of events with their modes, ``actors`` names that may be completed.
    ``actor`` and ``place`` find somebody by name or catalogue id, somewhere by name; None when
    they know none.
    """

    modes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    actors: Sequence[str] = ()
    actor: Callable[[str], ActorRef | None] = lambda _: None
    place: Callable[[str], PlaceRef | None] = lambda _: None


def value_of(claim: Claim, slot: str, text: str, vocabulary: Vocabulary) -> object:
    """What an edit sets a slot to, as JSON can hold it, from the reviewer's words.

    ``type`` and ``mode`` are codes, ``status`` a status, ``time`` an EDTF value.  Of the others
    several are parted by « ; »: actors by name or catalogue id; places by name, with coordinates
    « Alep @ 36.2, 37.16 » or a GeoNames id « Alep #170063 »; figures as « 12 », « 12..20 »,
    « 12.. », « ..20 » or « ~20 ».  « - » empties a slot.

    Raises ReviewError when there is no such slot, or nothing of that kind in it.
    """
    text = text.strip()
    match slot:
        case "type":
            return _one_of(text, types_of(claim, vocabulary), slot)
        case "mode":
            mode = None if text == NOTHING else _one_of(text, modes_of(claim, vocabulary), slot)
            return {"type": claim.type, "mode": mode}
        case "status":
            return _one_of(text, STATUSES, slot)
        case "time":
            return None if text == NOTHING else _checked_time(text)
        case "actors" | "recipients" | "sources":
            return [asdict(_actor(name, claim, vocabulary)) for name in _parts(text, slot)]
        case "places":
            return [asdict(_place(each, claim, vocabulary)) for each in _parts(text, slot)]
        case "figures":
            return [asdict(_figure(each, claim)) for each in _parts(text, slot)]
    raise ReviewError(Reason("edit.no_slot", slot=slot, slots=", ".join(SLOTS)))


def text_of(claim: Claim, slot: str) -> str:
    """What stands in a slot, in the words that :func:`value_of` would read it from."""
    match slot:
        case "type" | "mode" | "status":
            text = getattr(claim, slot)
        case "time":
            text = claim.time.value if claim.time else None
        case "figures":
            text = _SEVERAL.join(figure_words(figure) for figure in claim.figures)
        case _:
            text = _SEVERAL.join(ref.name for ref in getattr(claim, slot))
    return text or NOTHING


def types_of(claim: Claim, vocabulary: Vocabulary) -> Sequence[str]:
    """The types that a claim of this kind may have."""
    return TYPES.get(claim.kind) or sorted(vocabulary.modes)


def modes_of(claim: Claim, vocabulary: Vocabulary) -> Sequence[str]:
    """The modes that a claim of this type may have."""
    if claim.kind == "toll":
        return _TOLL_MODES
    return vocabulary.modes.get(claim.type, ()) if claim.kind == "event" else ()


def completions(claim: Claim, slot: str, vocabulary: Vocabulary) -> Sequence[str]:
    """What a slot might be set to, the most likely first; a reviewer is not bound to it."""
    match slot:
        case "type":
            return types_of(claim, vocabulary)
        case "mode":
            return modes_of(claim, vocabulary)
        case "status":
            return STATUSES
        case "places":
            return list(dict.fromkeys(p.name for p in claim.settings))
        case "time":
            times = [time.value for time in (claim.time, claim.near_time) if time]
            return list(dict.fromkeys(value for value in times if value))
        case "actors" | "recipients" | "sources":
            return list(dict.fromkeys((*(ref.name for ref in _named(claim)), *vocabulary.actors)))
    return ()


def _one_of(text: str, wanted: Sequence[str], slot: str) -> str:
    found = next((each for each in wanted if fold(each) == fold(text)), None)
    if found is None:
        told = ", ".join(wanted) or NOTHING
        raise ReviewError(Reason("edit.not_one_of", slot=slot, value=text, wanted=told))
    return found


def _checked_time(text: str) -> str:
    try:
        read_edtf(text)
    except ValueError as error:
        raise ReviewError(Reason("edit.no_time", value=text)) from error
    return text


def _parts(text: str, slot: str) -> list[str]:
    """The words for each of several; none for « - »."""
    if text == NOTHING:
        return []
    parts = [part.strip() for part in text.split(";")]
    if not all(parts):
        raise ReviewError(Reason("edit.empty", slot=slot))
    return list(dict.fromkeys(parts))


def _named(claim: Claim) -> Iterable[ActorRef]:
    return (ref for slot in _ACTORS for ref in getattr(claim, slot))


def _actor(name: str, claim: Claim, vocabulary: Vocabulary) -> ActorRef:
    """Somebody of the report, else of the catalogue, else nobody known, by that name."""
    for ref in _named(claim):
        if fold(name) in {fold(each) for each in (ref.name, ref.text, ref.actor or "")}:
            return ref
    return vocabulary.actor(name) or ActorRef(name, name)


def _place(text: str, claim: Claim, vocabulary: Vocabulary) -> PlaceRef:
    told = place_from(text)
    if told.geonames is not None or told.latitude is not None:
        return told
    for ref in claim.settings:
        if fold(told.name) in {fold(ref.name), fold(ref.text)}:
            return ref
    return vocabulary.place(told.name) or told


def _figure(text: str, claim: Claim) -> FigureRef:
    for ref in claim.figures:
        if figure_words(ref) == text:
            return ref
    first = next(iter(claim.figures), FigureRef("", unit="persons"))
    return replace(figure_from(text, first.unit), of=first.of)
