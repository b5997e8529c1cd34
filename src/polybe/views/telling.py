"""What a table's conditions may ask of a report, read out of its coded document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..model import ActorMention, CodedDocument, FigureMention, Mention, PlaceMention, Report

Side = tuple[ActorMention, ...]

_NEAR = 4  # words after the trigger that are taken to be of it
_TOLD = ("actual", "alleged")
_WORD = re.compile(r"[^\W\d_]+|[.;:!?]")


@dataclass(frozen=True, slots=True)
class Telling:
    """A report with its mentions, and what the same words tell beside it.

    ``source`` tells whose word it is: `outlet`, `actor` (of the report itself) or `other`. ``one``
    and ``other`` are the two parties: actors and recipients, or, of a mutual act, the first actor
    and the others. ``lands`` are the countries of its places, ``word`` the codebook's word that
    fired, in ``language``. ``harm`` are the types of the tolls of its victims, ``acts`` the codes
    of the attacks whose toll it is; ``protests`` are the codes of the protests of those who suffer
    it, ``met`` those of what its own actors suffered or protested with, ``fights`` those of the
    attacks that the same actors are told to have made or suffered at the same place.
    """

    report: Report
    source: str
    actors: Side
    recipients: Side
    one: Side
    other: Side
    lands: frozenset[str]
    language: str
    word: str
    following: frozenset[str]
    harm: frozenset[str]
    protests: frozenset[str]
    met: frozenset[str]
    acts: frozenset[str]
    fights: frozenset[str]

    @property
    def announced(self) -> bool:
        """Whether the deed is to come: planned, or under a condition that its own actor sets."""
        status = self.report.status
        return status == "planned" or (status == "hypothetical" and self.source == "actor")


def telling_of(report: Report, coded: CodedDocument) -> Telling:
    """All that a condition may ask; what a report names and the document lacks is not told."""
    mentions = {mention.id: mention for mention in coded.mentions}
    actors = _side(report.actors, mentions)
    recipients = _side(report.recipients, mentions)
    places = [mentions.get(place) for place in report.places]
    one, other = (actors, recipients) if recipients else (actors[:1], actors[1:])
    others = [r for r in coded.reports if r.id != report.id and r.status in _TOLD]
    return Telling(
        report=report,
        source=_source(report, mentions),
        actors=actors,
        recipients=recipients,
        one=one,
        other=other,
        lands=frozenset(p.country for p in places if isinstance(p, PlaceMention) and p.country),
        language=report.rule.partition("/")[0],
        word=_word_of(report.rule),
        following=_following(report, coded.document.text),
        harm=frozenset(r.type for r in others if _is_toll(r, coded) and _is_harm_of(r, report)),
        protests=frozenset(_protests(report.recipients, others)),
        met=frozenset(_met(report, others, coded)),
        acts=frozenset(
            code_of(r) for r in others if r.type == "ASSAULT" and _is_harm_of(report, r)
        ),
        fights=frozenset(
            code_of(r) for r in others if r.type == "ASSAULT" and _is_fight_for(r, report)
        ),
    )


def _source(report: Report, mentions: Mapping[str, Mention]) -> str:
    if not report.sources:
        return "outlet"
    own = _meanings(report.sources, mentions) & _meanings(report.actors, mentions)
    return "actor" if own else "other"


def _meanings(ids: Iterable[str], mentions: Mapping[str, Mention]) -> set[str]:
    """Mentions with those that they stand for: « they » and « the rebels »."""
    found: set[str] = set()
    for wanted in ids:
        known: str | None = wanted
        while known is not None and known not in found:
            found.add(known)
            mention = mentions.get(known)
            known = mention.antecedent if isinstance(mention, ActorMention) else None
    return found


def code_of(report: Report) -> str:
    """Type and mode as one code: `ASSAULT/aerial`."""
    return "/".join(part for part in (report.type, report.mode) if part)


def _side(ids: Iterable[str], mentions: Mapping[str, Mention]) -> Side:
    found = (mentions.get(mention) for mention in ids)
    return tuple(_meant(a, mentions) for a in found if isinstance(a, ActorMention))


def _meant(actor: ActorMention, mentions: Mapping[str, Mention]) -> ActorMention:
    """The actor that a pronoun without sector stands for; itself where that is not told."""
    meant = mentions.get(actor.antecedent or "")
    if actor.sector is None and isinstance(meant, ActorMention):
        return replace(meant, id=actor.id)
    return actor


def _word_of(rule: str) -> str:
    """The codebook's word in a rule (`fr/verb/prendre/control/GAINS`); empty without one."""
    parts = rule.split("/")
    return parts[2] if len(parts) > 3 else ""


def _following(report: Report, text: str) -> frozenset[str]:
    """The few words after the trigger, up to the end of the clause."""
    words: list[str] = []
    for match in _WORD.finditer(text, report.trigger.end):
        if not match.group().isalpha() or len(words) == _NEAR:
            break
        words.append(match.group().casefold())
    return frozenset(words)


def _is_toll(report: Report, coded: CodedDocument) -> bool:
    """Whether a report counts victims as a fact: not « aucun mort »."""
    counts = [m for m in coded.mentions if isinstance(m, FigureMention) and m.id in report.figures]
    nobody = bool(counts) and all(count.high == 0 for count in counts)
    return report.kind == "toll" and report.status == "actual" and not nobody


def _is_harm_of(toll: Report, report: Report) -> bool:
    """Whether a toll counts what a report tells.

    It does where one word carries both, where both have the same victims, word for word, and where
    both name the same two or more sides; anything less would be a guess.
    """
    if toll.kind != "toll" or toll.mode == "cumulative":
        return False
    if (toll.trigger.start, toll.trigger.end) == (report.trigger.start, report.trigger.end):
        return True
    if set(toll.recipients) & set(report.recipients):
        return True
    return len(toll.actors) > 1 and set(toll.actors) == set(report.actors)


def _is_fight_for(attack: Report, report: Report) -> bool:
    """Whether an attack that is told as a fact has an actor and a place of a report."""
    fighters = {*attack.actors, *attack.recipients}
    return (
        attack.status == "actual"
        and bool(fighters & set(report.actors))
        and bool(set(attack.places) & set(report.places))
    )


def _protests(people: Iterable[str], others: Iterable[Report]) -> Iterator[str]:
    wanted = set(people)
    return (code_of(r) for r in others if r.type == "PROTEST" and wanted & set(r.actors))


def _met(report: Report, others: Iterable[Report], coded: CodedDocument) -> Iterator[str]:
    actors = set(report.actors)
    for other in others:
        protests = other.type == "PROTEST" and actors & set(other.actors)
        if other.kind == "toll" and not _is_toll(other, coded):
            continue
        if protests or actors & set(other.recipients):
            yield code_of(other)
