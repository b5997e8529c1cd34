"""Questions to the finished account of a story: tolls, control, truces, independent origins.

They are asked of the account as it was known on the day that the question names, made from the bare
texts, so that what the coder misses counts as wrong like any other error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from polybe.account.claims import Claim
from polybe.account.control import grounds_at
from polybe.account.finding import Finding
from polybe.account.findings import findings_of
from polybe.account.situation import AccountWords
from polybe.account.truces import truces_at
from polybe.codebook.folding import fold, fold_words

from .stories import Story

KINDS = ("toll", "control", "truce", "independent")


class Answers:
    """The account of one story, asked questions.

    ``clusters`` are the claims of every cluster, ``labels`` the label of the facts marked in the
    texts by the id of the claim that was found on them.
    """

    def __init__(
        self,
        clusters: Mapping[str, list[Claim]],
        labels: Mapping[str, str],
        words: AccountWords,
    ) -> None:
        self._findings = {id_: findings_of(claims) for id_, claims in clusters.items()}
        self._cluster_of = {c.id: id_ for id_, claims in clusters.items() for c in claims}
        self._claims = [claim for claims in clusters.values() for claim in claims]
        self._labels = labels
        self._words = words

    def are_right(self, question: Mapping[str, Any], story: Story) -> bool:
        """Whether the account answers a question as the story's author does."""
        asked: dict[str, Any] = {
            "toll": self._toll,
            "control": self._control,
            "truce": self._truce,
            "independent": self._independent,
        }
        answer: bool = asked[str(question["ask"])](question, story)
        return answer

    def _toll(self, question: Mapping[str, Any], story: Story) -> bool:
        finding = self._finding(f"{story.name}/{question['cluster']}", question["known"])
        estimate = finding.estimate("persons") if finding else None
        return estimate is not None and estimate.ever == (question["low"], question["high"])

    def _independent(self, question: Mapping[str, Any], story: Story) -> bool:
        finding = self._finding(f"{story.name}/{question['cluster']}", question["known"])
        return finding is not None and finding.origins == question["count"]

    def _control(self, question: Mapping[str, Any], _: Story) -> bool:
        wanted = fold(question["place"])
        for ground in grounds_at(self._known(question["known"]), question["on"]):
            if wanted in (fold(ground.place.text), fold(ground.place.name)):
                now = ground.now
                held = now.holder.key if now.holder else None
                holder = question.get("holder")
                return now.state == question["state"] and (
                    holder is None or held in self._keys(holder)
                )
        return question["state"] == "unknown"

    def _truce(self, question: Mapping[str, Any], _: Story) -> bool:
        truces = truces_at(self._known(question["known"]), question["on"], self._words.truces)
        states = {"declared" if truce.state == "in force" else truce.state for truce in truces}
        return question["state"] in states or (question["state"] == "none" and not states)

    def _known(self, day: str) -> list[Finding]:
        return [f for findings in self._findings.values() for f in findings if f.is_known(day)]

    def _finding(self, label: str, known: str) -> Finding | None:
        """The finding of the cluster that holds most of the claims of a label."""
        told = Counter(
            self._cluster_of[claim] for claim, found in self._labels.items() if found == label
        )
        if not told:
            return None
        cluster = min(told, key=lambda id_: (-told[id_], id_))
        return next((f for f in self._findings[cluster] if f.is_known(known)), None)

    def _keys(self, holder: str) -> set[str]:
        """The actors that the articles call so, in these words or in fewer or more of them."""
        wanted = _name_words(holder)
        refs = (ref for c in self._claims for ref in (*c.actors, *c.recipients, *c.sources))
        return {ref.key for ref in refs if _begins_alike(wanted, _name_words(ref.text))}


_ARTICLES = frozenset(("le", "la", "les", "l'", "un", "une", "des", "du", "de", "d'"))


def _name_words(name: str) -> list[str]:
    """The words of a name without the articles before it."""
    words = fold_words(name)
    while words and words[0] in _ARTICLES:
        words = words[1:]
    return words


def _begins_alike(one: list[str], other: list[str]) -> bool:
    """Whether one name is the other, or its beginning: « les rebelles », « rebelles syriens »."""
    shorter = min(len(one), len(other))
    return shorter > 0 and one[:shorter] == other[:shorter]


def answered(
    stories: Iterable[Story],
    claims: Iterable[Claim],
    found: Mapping[str, str],
    gold: Mapping[str, str],
    words: AccountWords,
) -> Iterator[tuple[str, bool]]:
    """The kind of every question, and whether it is answered right."""
    told = list(claims)
    for story in stories:
        here = {document.id for document in story.documents}
        clusters: dict[str, list[Claim]] = {}
        for claim in told:
            if claim.document in here:
                clusters.setdefault(found[claim.id], []).append(claim)
        labels = {claim.id: gold[claim.id] for claim in told if claim.id in gold}
        own = {id_: label for id_, label in labels.items() if id_.partition("/")[0] in here}
        answers = Answers(clusters, own, words)
        for question in story.questions:
            yield str(question["ask"]), answers.are_right(question, story)
