"""Predicates: the verbs and nouns that state facts, and which slot of their frame is who."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from pydantic import Field

from ..errors import CodebookError
from ..model import TYPES
from .folding import fold, fold_words
from .ontology import Code, Ontology, Status
from .packs import Entry, Name, Packs, read_entry, tables_of, told

SPEAKER_SLOTS = ("speaker", "quoted")
"""Slots of verbs of obligation, filled by who says so or by who is quoted directly."""

Role = Literal["actor", "recipient", "place", "content", "figure"]


class PredicateEntry(Entry):
    """One `[[verb]]` or `[[noun]]` table; see docs/reference/codebook.md for its keys."""

    lemma: Name
    code: str
    example: str
    actor: list[str] | None = None
    recipient: list[str] | None = None
    place: list[str] | None = None
    content: list[str] | None = None
    requires: list[Role] = []
    object: list[str] = []
    subject: list[str] = []
    with_: dict[str, list[str]] = Field({}, alias="with")
    of: Literal["actor", "recipient", "content", "place", "none"] | None = None
    status: Status | None = None
    mutual: bool | None = None


class SlotsEntry(Entry):
    """Default slots of one part of speech in `frames.toml`."""

    actor: list[str] = []
    recipient: list[str] = []
    place: list[str] = []
    content: list[str] = []
    of: Literal["actor", "recipient", "content", "place", "none"] = "none"


class FrameEntry(Entry):
    """Default slots of a code in `frames.toml`."""

    verb: SlotsEntry
    noun: SlotsEntry


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or noun that states a fact.

    ``head`` is the folded lemma it is found by, ``fixed`` the folded words that must follow.
    ``slots`` gives for each role the grammatical slots that fill it; ``conditions`` the classes
    that a slot's filler must belong to; ``requires`` the roles without which it states nothing.
    ``lemma`` and ``file`` tell where the entry stands.
    """

    rule: str
    pos: str
    head: str
    fixed: tuple[str, ...]
    reflexive: bool
    code: Code
    slots: Mapping[str, tuple[str, ...]]
    conditions: Mapping[str, frozenset[str]]
    requires: frozenset[str]
    mutual: bool
    status: str | None
    example: str
    weight: int = 0
    lemma: str = ""
    file: str = ""

    @property
    def speaker_slot(self) -> str | None:
        """The slot of who says so, where a verb of obligation asks; None for other predicates."""
        return next((slot for slot in self.slots["actor"] if slot in SPEAKER_SLOTS), None)

    def has_slot(self, slot: str) -> bool:
        """Whether a slot fills one of the roles, or has a condition."""
        return slot in self.conditions or any(slot in slots for slots in self.slots.values())


@dataclass(frozen=True, slots=True)
class Predicates:
    """All predicates, found by the folded lemma of their first word."""

    verbs: Mapping[str, tuple[Predicate, ...]]
    nouns: Mapping[str, tuple[Predicate, ...]]

    def all(self) -> list[Predicate]:
        """Every predicate, in the order of their rules."""
        entries = [p for table in (self.verbs, self.nouns) for ps in table.values() for p in ps]
        return sorted(entries, key=lambda p: p.rule)


def load_predicates(
    packs: Packs,
    language: str,
    ontology: Ontology,
    classes: Collection[str],
    relation: Callable[[str], str],
) -> Predicates:
    """Read `packs/<language>/frames.toml` and `predicates/`; CodebookError names file and key.

    `classes` are the names of the classes of words that conditions may ask for; `relation` tells
    what grammar calls a slot.
    """
    frames = _load_frames(packs, language, ontology)
    verbs: dict[str, list[Predicate]] = {}
    nouns: dict[str, list[Predicate]] = {}
    for path, data in packs.tables(f"{language}/predicates"):
        for pos, table in (("verb", verbs), ("noun", nouns)):
            for raw in tables_of(data, pos, path=path, beside=("verb", "noun")):
                key = f"{pos}[{raw.get('lemma')}]"
                entry = read_entry(PredicateEntry, raw, path=path, key=key)
                _check_classes(entry, classes, where=f"{path}: {key}")
                code = ontology.code(entry.code, where=f"{path}: {key}")
                frame = _frame_of(code, frames, where=f"{path}: {key}")
                predicate = _compile(entry, pos, code, frame, language, ontology)
                predicate = _with_relations(predicate, relation)
                predicate = replace(predicate, file=told(path))
                table.setdefault(predicate.head, []).append(predicate)
    return Predicates(_heaviest_first(verbs), _heaviest_first(nouns))


def _load_frames(packs: Packs, language: str, ontology: Ontology) -> dict[str, FrameEntry]:
    frames: dict[str, FrameEntry] = {}
    homes: dict[str, Path] = {}
    for path, data in packs.tables(f"{language}/frames.toml"):
        for key, raw in data.items():
            if key not in TYPES:
                ontology.code(key, where=f"{path}: {key}")
            if key in homes:
                raise CodebookError(f"{path}: {key}: its slots are in {homes[key]}")
            homes[key] = path
            frames[key] = read_entry(FrameEntry, raw, path=path, key=key)
    return frames


def _check_classes(entry: PredicateEntry, classes: Collection[str], *, where: str) -> None:
    """CodebookError when a condition asks for a class that there is not: it would never hold."""
    asked = {"object": entry.object, "subject": entry.subject}
    asked |= {f"with.{slot}": wanted for slot, wanted in entry.with_.items()}
    for key, wanted in asked.items():
        if unknown := set(wanted).difference(classes):
            raise CodebookError(f"{where}.{key}: no class of words is called {min(unknown)!r}")


def _frame_of(code: Code, frames: Mapping[str, FrameEntry], *, where: str) -> FrameEntry:
    """The default slots of a code: its mode's, else its type's, else its kind's."""
    frame = frames.get(str(code)) or frames.get(code.type) or frames.get(code.kind)
    if frame is None:
        raise CodebookError(f"{where}: frames.toml has no slots for {code}")
    return frame


def _compile(
    entry: PredicateEntry,
    pos: str,
    code: Code,
    frame: FrameEntry,
    language: str,
    ontology: Ontology,
) -> Predicate:
    words = fold_words(entry.lemma)
    reflexive = pos == "verb" and words[0] in ("se", "s'")
    if reflexive:
        words = words[1:]
    conditions = _conditions(entry)
    return Predicate(
        rule=f"{language}/{pos}/{entry.lemma}/{code}",
        pos=pos,
        head=words[0],
        fixed=tuple(words[1:]),
        reflexive=reflexive,
        code=code,
        slots=_slots(entry, frame.verb) if pos == "verb" else _noun_slots(entry, frame.noun, code),
        conditions=conditions,
        requires=frozenset(entry.requires),
        mutual=_is_mutual(entry, code, ontology),
        status=entry.status,
        example=entry.example,
        weight=2 * len(words) + 2 * len(conditions) + len(entry.requires) + reflexive,
        lemma=entry.lemma,
    )


def _slots(entry: PredicateEntry, defaults: SlotsEntry) -> dict[str, tuple[str, ...]]:
    """The folded slots of each role: the entry's own, else those of its code."""
    given = {
        "actor": entry.actor,
        "recipient": entry.recipient,
        "place": entry.place,
        "content": entry.content,
    }
    return {
        role: tuple(fold(slot) for slot in (getattr(defaults, role) if own is None else own))
        for role, own in given.items()
    }


def _noun_slots(
    entry: PredicateEntry, defaults: SlotsEntry, code: Code
) -> dict[str, tuple[str, ...]]:
    """A noun's slots: its complement with « de » and its owner are whom the code says."""
    slots = _slots(entry, defaults)
    if "announcer" in defaults.actor and "announcer" not in slots["actor"]:
        slots["actor"] = (*slots["actor"], "announcer")
    target = entry.of or defaults.of
    if target != "none" and "of" not in slots[target]:
        slots[target] = (*slots[target], "of")
    if target == "recipient" and entry.actor is None and _done_to_owner(code):
        slots["actor"] = tuple(slot for slot in slots["actor"] if slot != "poss")
        slots["recipient"] = (*slots["recipient"], "poss")
    return slots


def _conditions(entry: PredicateEntry) -> dict[str, frozenset[str]]:
    """The classes wanted of the fillers of each folded slot."""
    given = {"object": entry.object, "subject": entry.subject, **entry.with_}
    return {fold(slot): frozenset(classes) for slot, classes in given.items() if classes}


def _with_relations(predicate: Predicate, relation: Callable[[str], str]) -> Predicate:
    """The predicate with its slots called as grammar calls them."""
    named = {
        role: tuple(dict.fromkeys(map(relation, slots))) for role, slots in predicate.slots.items()
    }
    conditions = {relation(slot): c for slot, c in predicate.conditions.items()}
    return replace(predicate, slots=named, conditions=conditions)


def _is_mutual(entry: PredicateEntry, code: Code, ontology: Ontology) -> bool:
    if entry.mutual is not None:
        return entry.mutual
    return code.kind == "event" and ontology.events[code.type].mutual


def _done_to_owner(code: Code) -> bool:
    """Whether the owner of a deed is whom it is done to: « sa libération », « son procès »."""
    if code.type == "ASSAULT":
        return code.mode in ("abduct", "targeted", "beat", "torture", "sexual")
    return True


def _heaviest_first(table: dict[str, list[Predicate]]) -> dict[str, tuple[Predicate, ...]]:
    return {
        head: tuple(sorted(predicates, key=lambda p: (-p.weight, p.rule)))
        for head, predicates in table.items()
    }
