"""Where and when of facts: places and times, and what facts of one sentence lend each other."""

from __future__ import annotations

from collections.abc import Iterable

from .drafts import ReportDraft
from .fact_clauses import clause_around
from .fact_places import FactPlaces
from .fact_settings import FactSettings
from .fact_times import FactTimes
from .scene import Scene

_GROUNDED = frozenset({"event", "control", "force", "toll"})
"""Kinds of reports that have places."""


class Circumstances:
    """Gives the reports of one document their places and times."""

    def __init__(self, scene: Scene, drafts: Iterable[ReportDraft]) -> None:
        self.grammar = scene.grammar
        self.drafts = list(drafts)
        self._places = FactPlaces(scene, {draft.head for draft in self.drafts})
        self._settings = FactSettings(scene)
        self._times = FactTimes(scene, self.drafts)

    def settle(self) -> None:
        """Attach places and times to every report, in place."""
        for draft in self.drafts:
            if draft.code.kind in _GROUNDED:
                draft.places = self._places.of(draft)
            draft.time = self._times.of(draft)
        self._inherit()
        for draft in self.drafts:
            if draft.code.kind in _GROUNDED:
                self._settings.complete(draft)

    def _inherit(self) -> None:
        """Let a toll take place and time of the deed that its sentence tells, and the reverse."""
        sentences: dict[int, list[ReportDraft]] = {}
        for draft in self.drafts:
            number = self.grammar.parse.sentence_of(draft.head).number
            sentences.setdefault(number, []).append(draft)
        for drafts in sentences.values():
            deeds = [d for d in drafts if d.code.kind == "event" and d.code.type == "ASSAULT"]
            for toll in (d for d in drafts if d.code.kind == "toll"):
                self._share(toll, deeds)

    def _share(self, toll: ReportDraft, deeds: list[ReportDraft]) -> None:
        """Let a toll share with the only deed of its sentence, else with those of its clause."""
        for deed in deeds:
            if len(deeds) == 1 or self._same_clause(toll, deed):
                toll.places = toll.places or deed.places
                toll.time = toll.time or deed.time
                deed.places = deed.places or toll.places
                deed.time = deed.time or toll.time

    def _same_clause(self, toll: ReportDraft, deed: ReportDraft) -> bool:
        of_deed = clause_around(self.grammar, deed.head)
        return clause_around(self.grammar, toll.head) == of_deed
