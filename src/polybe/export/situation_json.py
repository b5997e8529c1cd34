"""A situation as plain JSON: every finding once, by its cluster, and sections that point there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from ..account.control import Ground, Spell
from ..account.evidence import Evidence
from ..account.finding import Finding
from ..account.forces import Change, Force
from ..account.situation import Situation, SpeakerSaid
from ..account.ties import Bond, Stance
from ..account.tolls import Incident, Sum, Total
from ..account.truces import Step, Truce
from .finding_json import (
    Json,
    actor_json,
    actors_json,
    estimate_json,
    finding_json,
    place_json,
    voice_json,
    when_json,
)


def situation_as_json(
    situation: Situation,
    *,
    more: Mapping[str, int] | None = None,
    evidence: Mapping[str, Evidence] | None = None,
) -> Json:
    """A situation as an object of strings, numbers, lists and null alone.

    The keys are those of docs/reference/situation.md.  ``more`` tells by section what was cut off;
    ``evidence`` gives sentences by claim id, of as many claims as it holds.
    """
    quoted = evidence or {}
    findings = _Findings({claim: each.time for claim, each in quoted.items() if each.time})
    sections = _sections(situation, findings)
    return {
        "on": situation.on,
        "known": situation.known,
        "window_days": situation.window_days,
        "more": dict(more or {}),
        **sections,
        "findings": findings.told,
        "evidence": {claim: asdict(each) for claim, each in quoted.items()},
    }


class _Findings:
    """The findings that have been pointed to."""

    def __init__(self, times: Mapping[str, str]) -> None:
        self._times = times
        self.told: Json = {}

    def point(self, finding: Finding) -> str:
        """The id under which a finding is told."""
        if finding.cluster not in self.told:
            self.told[finding.cluster] = finding_json(finding, self._times)
        return finding.cluster

    def points(self, findings: Iterable[Finding]) -> list[str]:
        """The same of several."""
        return [self.point(finding) for finding in findings]


def _sections(situation: Situation, findings: _Findings) -> Json:
    tolls = situation.tolls
    return {
        "control": [_ground(ground, findings) for ground in situation.control],
        "contested": [place_json(ground.place) for ground in situation.contested],
        "events": findings.points(situation.events),
        "undated": findings.points(situation.undated),
        "tolls": {
            "countries": [
                {"country": each.country, "sums": [_sum(s, findings) for s in each.sums]}
                for each in tolls.countries
            ],
            "places": [
                {"place": place_json(each.place), "sums": [_sum(s, findings) for s in each.sums]}
                for each in tolls.places
            ],
            "incidents": [_incident(each, findings) for each in tolls.incidents],
            "totals": [_total(each, findings) for each in tolls.totals],
        },
        "forces": [_force(force, findings) for force in situation.forces],
        "truces": [_truce(truce, findings) for truce in situation.truces],
        "statements": [_speaker(row, findings) for row in situation.statements],
        "ties": [_stance(stance, findings) for stance in situation.ties],
        "expected": findings.points(situation.expected),
        "disputed": findings.points(situation.disputed),
    }


def _ground(ground: Ground, findings: _Findings) -> Json:
    spells = [_spell(spell, findings) for spell in ground.spells]
    return {
        "place": place_json(ground.place),
        "now": _spell(ground.now, findings),
        "spells": spells,
    }


def _spell(spell: Spell, findings: _Findings) -> Json:
    return {
        "state": spell.state,
        "holders": actors_json(spell.holders),
        "contenders": actors_json(spell.contenders),
        "share": estimate_json(spell.share) if spell.share else None,
        "when": when_json(spell.when),
        "told_from": spell.told_from,
        "until": spell.until,
        "status": spell.status,
        "disputed": spell.disputed,
        "disputed_by": [voice_json(voice) for voice in spell.disputed_by],
        "findings": findings.points(spell.findings),
    }


def _sum(total: Sum, findings: _Findings) -> Json:
    return {
        "category": total.category,
        "low": total.low,
        "best": total.best,
        "high": total.high,
        "incidents": total.incidents,
        "uncounted": total.uncounted,
        "disputed": total.disputed,
        "findings": findings.points(total.findings),
    }


def _incident(incident: Incident, findings: _Findings) -> Json:
    return {
        "place": place_json(incident.place),
        "when": when_json(incident.when),
        "tolls": findings.points(incident.tolls),
        "events": findings.points(incident.events),
    }


def _total(total: Total, findings: _Findings) -> Json:
    return {
        "category": total.category,
        "country": total.country,
        "estimate": estimate_json(total.estimate) if total.estimate else None,
        "finding": findings.point(total.finding),
        "incidents": _sum(total.incidents, findings) if total.incidents else None,
    }


def _force(force: Force, findings: _Findings) -> Json:
    return {
        "actor": actor_json(force.actor),
        "place": place_json(force.place),
        "level": [estimate_json(estimate) for estimate in force.level],
        "since": force.since,
        "disputed": force.disputed,
        "changes": [_change(change, findings) for change in force.changes],
        "after": [_change(change, findings) for change in force.after],
        "findings": findings.points(force.findings),
    }


def _change(change: Change, findings: _Findings) -> Json:
    return {
        "sign": change.sign,
        "day": change.day,
        "estimates": [estimate_json(estimate) for estimate in change.estimates],
        "finding": findings.point(change.finding),
    }


def _truce(truce: Truce, findings: _Findings) -> Json:
    return {
        "parties": actors_json(truce.parties),
        "places": [place_json(place) for place in truce.places],
        "state": truce.state,
        "since": truce.since,
        "until": truce.until,
        "disputed": truce.disputed,
        "steps": [_step(step, findings) for step in truce.steps],
    }


def _step(step: Step, findings: _Findings) -> Json:
    return {
        "step": step.step,
        "day": step.day,
        "told_from": step.told_from,
        "by": actors_json(step.by),
        "against": actors_json(step.against),
        "told_by": list(step.told_by),
        "disputed": step.disputed,
        "inferred": step.inferred,
        "finding": findings.point(step.finding),
    }


def _speaker(row: SpeakerSaid, findings: _Findings) -> Json:
    speaker = actor_json(row.speaker) if row.speaker else None
    return {"speaker": speaker, "statements": findings.points(row.statements)}


def _stance(stance: Stance, findings: _Findings) -> Json:
    return {
        "actor": actor_json(stance.actor),
        "other": actor_json(stance.other),
        "stance": stance.stance,
        "since": stance.since,
        "contradicted": stance.contradicted,
        "bonds": [_bond(bond, findings) for bond in stance.bonds],
    }


def _bond(bond: Bond, findings: _Findings) -> Json:
    return {
        "sign": bond.sign,
        "ground": bond.ground,
        "day": bond.day,
        "actor": bond.actor.key,
        "recipient": bond.recipient.key,
        "finding": findings.point(bond.finding),
    }
