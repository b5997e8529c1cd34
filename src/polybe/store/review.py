"""Reviewing a store: what one reviewer is shown, and what he decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..account.agreement import Agreement, agreement_of
from ..account.claims import Claim
from ..account.decisions import Decision, ReviewState, review_state, standing
from ..account.edit_words import Vocabulary, value_of
from ..account.edits import edited
from ..account.opinions import Disagreement, disagreements, opinions_of
from ..account.reviewing import Card, Cluster, Reviewing, queue
from ..errors import ReviewError
from ..messages import Reason
from .decisions import decisions, history_of, last_of, record, successions, undo
from .store import Store


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who reviews, and his watch: ``now`` gives the ISO datetime in UTC."""

    name: str
    now: Callable[[], str]


@dataclass(slots=True)
class Review:
    """The work of one reviewer on a store.

    ``reviewing`` is where he looks things up, ``vocabulary`` gives what the words of his edits may
    be when first needed, ``follow`` is called when a decision has been kept, so that the account
    follows it.  All that decides raises ReviewError when it cannot be decided so.
    """

    store: Store
    reviewer: Reviewer
    reviewing: Reviewing
    vocabulary: Callable[[], Vocabulary] = Vocabulary
    follow: Callable[[Store], object] = lambda _: None

    # -- what he is shown ----------------------------------------------------------------------

    def cards(
        self, *, place: str | None = None, kind: str | None = None, second: bool = False
    ) -> list[Card]:
        """What is still to be decided, what matters most first; see ``queue``.

        As ``second`` reviewer he is shown what others have decided too, as long as he has not.
        """
        clusters = self.reviewing.clusters(place=place, kind=kind)
        return queue(clusters, self.reviewing.near, self._state(own=second))

    def claim(self, id_: str) -> Claim:
        """A claim, edits applied; ReviewError when there is none of that id."""
        found = self.reviewing.claims([id_]).get(id_)
        if found is None:
            raise ReviewError(Reason("review.no_claim", claim=id_))
        return found

    def cluster_of(self, claim: str) -> Cluster:
        """The cluster of a claim; ReviewError when there is no such claim."""
        found = self.reviewing.cluster_of(claim)
        if found is None:
            raise ReviewError(Reason("review.no_claim", claim=claim))
        return found

    def history(self, claim: str) -> list[Decision]:
        """All decisions ever made about a claim; ReviewError when there is none of that id."""
        with self.store.reading() as connection:
            found = history_of(connection, claim)
        if not found:
            self.claim(claim)
        return found

    def agreement(self) -> list[Agreement]:
        """How far reviewers agree, by field."""
        with self.store.reading() as connection:
            told = opinions_of(decisions(connection), successions(connection))
        return agreement_of(told)

    def disagreements(self) -> list[Disagreement]:
        """Where the last words of reviewers contradict each other."""
        with self.store.reading() as connection:
            told = opinions_of(decisions(connection), successions(connection))
        return disagreements(told)

    # -- what he decides -----------------------------------------------------------------------

    def accept(self, claim: str, why: str | None = None) -> Decision:
        """Tell that the text states a report as it stands."""
        return self._decide(self._draft("accept", [claim], why=why))[0]

    def reject(self, claim: str, why: str | None = None) -> Decision:
        """Tell that the text does not state a report."""
        return self._decide(self._draft("reject", [claim], why=why))[0]

    def edit(self, claim: str, slot: str, text: str, why: str | None = None) -> Decision:
        """Set a slot of a report, from words as ``value_of`` reads them."""
        return self.edit_all(claim, [(slot, text)], why)[0]

    def edit_all(
        self, claim: str, settings: Iterable[tuple[str, str]], why: str | None = None
    ) -> tuple[Decision, ...]:
        """Set several slots, each a decision of its own; all of them are made, or none."""
        found, wanted = self.claim(claim), []
        for slot, text in settings:
            value = value_of(found, slot, text, self.vocabulary())
            found = edited(found, {slot: value})  # a mode is read for the type set before it
            wanted.append(self._draft("edit", [claim], slot=slot, value=value, why=why))
        return self._decide(*wanted)

    def merge(self, claims: Sequence[str], why: str | None = None) -> Decision:
        """Put the clusters of some claims together; of one alone, confirm that it is one fact."""
        together = {id_ for claim in claims for id_ in self.cluster_of(claim).ids}
        return self._decide(self._draft("merge", sorted(together), why=why))[0]

    def split(self, claims: Sequence[str], why: str | None = None) -> Decision:
        """Take some claims out of their clusters."""
        everyone = {id_ for claim in claims for id_ in self.cluster_of(claim).ids}
        return self.part(claims, sorted(everyone - set(claims)), why)

    def part(self, claims: Sequence[str], rest: Sequence[str], why: str | None = None) -> Decision:
        """Keep some claims apart from others, in whatever clusters they are."""
        return self._decide(self._draft("split", claims, rest=rest, why=why))[0]

    def undo(self, number: int | None = None, why: str | None = None) -> Decision:
        """Take back a decision; without a number, the reviewer's own last one that holds."""
        with self.store.writing() as connection:
            if number is None:
                last = last_of(connection, self.reviewer.name)
                if last is None:
                    raise ReviewError(Reason("review.nothing_to_undo"))
                number = last.number
            made = undo(connection, number, at=self.reviewer.now(), who=self.reviewer.name, why=why)
        self.follow(self.store)
        return made

    def _draft(
        self,
        action: str,
        claims: Sequence[str],
        *,
        rest: Sequence[str] = (),
        slot: str | None = None,
        value: object = None,
        why: str | None = None,
    ) -> Decision:
        who, at = self.reviewer.name, self.reviewer.now()
        return Decision(0, at, who, action, tuple(claims), tuple(rest), slot, value, why)

    def _decide(self, *wanted: Decision) -> tuple[Decision, ...]:
        with self.store.writing() as connection:
            made = tuple(record(connection, each) for each in wanted)
        self.follow(self.store)
        return made

    def _state(self, *, own: bool) -> ReviewState:
        """What all decisions, or his own, amount to."""
        with self.store.reading() as connection:
            held = standing(decisions(connection))
            led_on = successions(connection)
        mine = [each for each in held if not own or each.who == self.reviewer.name]
        return review_state(mine, led_on)
