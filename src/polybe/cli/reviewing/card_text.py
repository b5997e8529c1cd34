"""Cards as styled text: the sentence with its trigger and slots marked, what it was read as."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp

from rich.text import Text

from ...account.claims import Claim
from ...account.edit_words import NOTHING, text_of
from ...account.edits import SLOTS
from ...account.passages import Passage
from ...account.reconciling.comparison import Comparison
from ...account.reviewing import Card, Cluster, ClusterCard, MergeCard, ReportCard, Reviewing
from ...messages import Messages

STYLES = {
    "trigger": "bold reverse",
    "actors": "bold cyan",
    "recipients": "bold magenta",
    "places": "green",
    "time": "yellow",
    "figures": "bold red",
    "sources": "blue underline",
}
"""How the sentence shows what each slot names; the names of slots are shown the same."""

_SHORT = 72
"""Letters of a sentence on the one line that a list has for it."""


class CardText:
    """Writes cards in one language, with what can be looked up of them."""

    def __init__(self, messages: Messages, reviewing: Reviewing) -> None:
        self._messages = messages
        self._reviewing = reviewing

    def card(self, card: Card) -> Text:
        """A whole card."""
        lines = Text()
        for line in self._lines(card):
            lines.append_text(line).append("\n")
        return lines

    def line(self, claim: Claim) -> str:
        """A claim on one line, for lists."""
        words = plain(self._reviewing.passage(claim).text)
        short = words if len(words) <= _SHORT else words[: _SHORT - 1] + "…"
        return f"{claim.outlet or '?'} {claim.known} · {claim.code} · {short}"

    def comparison(self, comparison: Comparison) -> Iterator[Text]:
        """Why two tellings may be one fact: every feature that counts, with both values."""
        m = self._messages
        odds = m("review.vetoed") if comparison.vetoed else _odds(comparison.score)
        yield Text(m("review.odds", odds=odds), "bold")
        yield Text(f"  {comparison.base:+.1f}  {m('review.base')}")
        for each in sorted(comparison.weighed, key=lambda w: -abs(w.points)):
            if not each.points:
                continue
            feature = each.feature
            told = f"{m.label('feature', feature.name)}: {feature.left} | {feature.right}"
            style = "green" if each.points > 0 else "red"
            line = Text(f"  {each.points:+.1f}  ", style)
            yield line.append(plain(f"{told} ({feature.level})"), "default")

    def _lines(self, card: Card) -> Iterator[Text]:
        match card:
            case ReportCard():
                yield from self._report(card)
            case MergeCard(near):
                yield from self._listed("review.first", near.left)
                yield from self._listed("review.second", near.right)
                yield Text()
                yield from self.comparison(near.comparison)
            case ClusterCard(cluster):
                yield from self._listed("review.cluster", cluster)

    def _report(self, card: ReportCard) -> Iterator[Text]:
        claim, m = card.claim, self._messages
        passage = self._reviewing.passage(claim)
        outlet = claim.outlet or m("review.no_outlet")
        yield Text(plain(f"{outlet} · {claim.known} · {passage.title or m('review.untitled')}"))
        yield Text()
        yield marked(passage)
        yield Text()
        yield from self._slots(claim)
        yield Text()
        yield self._cluster(card.cluster)
        if card.again:
            verdict = m(f"review.{card.again}")
            yield Text(m("review.again", verdict=verdict), "bold yellow")

    def _slots(self, claim: Claim) -> Iterator[Text]:
        """Every slot that is filled, in the words by which it could be edited."""
        width = max(len(self._messages.label("slot", slot)) for slot in SLOTS)
        for slot in SLOTS:
            words = text_of(claim, slot)
            if words != NOTHING:
                name = self._messages.label("slot", slot)
                line = Text(" " * (2 + width - len(name))).append(name, STYLES.get(slot, "bold"))
                yield line.append(f"  {plain(words)}{self._in_words(claim, slot)}")

    def _in_words(self, claim: Claim, slot: str) -> str:
        """What a code means, where the slot has one."""
        label = self._messages.label
        match slot:
            case "type":
                return f" · {label('kind', claim.kind)} · {label('type', claim.type)}"
            case "mode" | "status":
                return f" · {label(slot, getattr(claim, slot))}"
        return ""

    def _listed(self, key: str, cluster: Cluster) -> Iterator[Text]:
        yield Text(self._messages(key), "bold").append("  ").append_text(self._cluster(cluster))
        for claim in cluster.claims:
            yield Text(f"  {claim.outlet or '?'} · {claim.known} · {claim.code}", "dim")
            yield Text("    ").append_text(marked(self._reviewing.passage(claim)))

    def _cluster(self, cluster: Cluster) -> Text:
        """How often a fact is told, whether it is disputed, what it cost."""
        m = self._messages
        reports = m.count("review.n_reports", len(cluster.claims))
        origins = m.count("review.n_origins", cluster.origins)
        text = Text(m("review.told_by", reports=reports, origins=origins))
        if cluster.disputed:
            text.append(" · ").append(m("review.disputed"), "bold red")
        if cluster.toll:
            text.append(" · ").append(m("review.toll", n=f"{cluster.toll:.0f}"))
        return text


def marked(passage: Passage) -> Text:
    """A sentence with the stretches that fill slots in the styles of these."""
    text = Text(plain(passage.text))
    for mark in passage.marks:
        text.stylize(STYLES[mark.slot], mark.start, mark.end)
    return text


def plain(text: str) -> str:
    """A text as long as it was, on one line, in which nothing steers the terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


def _odds(score: float) -> str:
    """Odds, of which a score is the natural logarithm, as one number to another."""
    odds = exp(abs(score))
    told = f"{odds:.0f}" if odds >= 10 else f"{odds:.1f}"
    return f"{told} : 1" if score >= 0 else f"1 : {told}"
