"""The screen: a card, what can be done with it, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from ...account.decisions import Decision
from ...account.edit_words import completions, text_of
from ...account.edits import SLOTS
from ...account.reviewing import Card, ClusterCard, MergeCard, ReportCard
from ...codebook.folding import fold
from ...errors import PolybeError, ReviewError
from ...messages import Messages, Reason
from ...store.review import Review
from .card_text import CardText, plain
from .dialogs import LineDialog, MarkDialog, Page, PickDialog

KEYS = {
    "accept": "a",
    "reject": "r",
    "edit": "e",
    "merge": "m",
    "split": "s",
    "undo": "u",
    "next": "n",
    "previous": "p",
    "because": "b",
    "why": "w",
    "help": "?",
    "quit": "q",
}
"""The key of each thing that can be done; the space bar is a second one for the next card."""

_MOST_COMPARISONS = 5


class ReviewScreen(App[None]):
    """One reviewer's work on a store, card by card.

    ``place``, ``kind`` and ``second`` tell which cards; see ``Review.cards``.
    """

    CSS = """
    #head { height: 1; text-style: bold; background: $panel; }
    #body { height: 1fr; padding: 0 1; }
    #told { height: 1; color: $warning; }
    #keys { height: 2; background: $panel; }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [  # noqa: RUF012 - textual's own form
        *(
            Binding(
                "question_mark" if key == "?" else key, name if name == "quit" else f"do_{name}"
            )
            for name, key in KEYS.items()
        ),
        Binding("space", "do_next"),
        Binding("down", "scroll(1)"),
        Binding("up", "scroll(-1)"),
    ]

    def __init__(
        self,
        review: Review,
        messages: Messages,
        *,
        place: str | None = None,
        kind: str | None = None,
        second: bool = False,
    ) -> None:
        super().__init__()
        self._review = review
        self._messages = messages
        self._find = partial(review.cards, place=place, kind=kind, second=second)
        self._cards = self._find()  # an error that ends the run is told before the screen opens
        self._at = 0
        self._because: str | None = None

    def compose(self) -> ComposeResult:
        """Where in the queue, the card, what came of the last key, the keys."""
        yield Static(id="head")
        with VerticalScroll(id="body", can_focus=False):
            yield Static(id="card")
        yield Static(id="told")
        yield Static(self._keys(), id="keys")

    def on_mount(self) -> None:
        """Show the first card."""
        self._show()

    async def run_action(
        self, action: Any, default_namespace: Any = None, namespaces: Any = None
    ) -> bool:
        """Do what a key stands for; an error, such as a lost connection, is told on the screen."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except PolybeError as error:
            self._tell(self._messages.translate(error.args[0]))
            return True

    # -- keys ----------------------------------------------------------------------------------

    def action_do_accept(self) -> None:
        """The report is verified; of a suggestion: it is one fact."""
        match self._card():
            case ReportCard(claim):
                self._decide(lambda why: self._review.accept(claim.id, why))
            case MergeCard(near):
                self._merge([near.left.id, near.right.id])
            case ClusterCard(cluster):
                self._merge([cluster.id])

    def action_do_reject(self) -> None:
        """The report is refuted; of a merge: they are two facts; of a cluster: which belong not."""
        match self._card():
            case ReportCard(claim):
                self._decide(lambda why: self._review.reject(claim.id, why))
            case MergeCard(near):
                self._decide(lambda why: self._review.part(near.left.ids, near.right.ids, why))
            case ClusterCard():
                self.action_do_split()

    def action_do_edit(self) -> None:
        """Ask for a slot and its value."""
        card = self._card()
        if isinstance(card, ReportCard):
            self._ask_edit(card, "")
        elif card is not None:
            self._tell(self._messages("review.only_reports"))

    def action_do_merge(self) -> None:
        """Ask which of the near clusters is the same fact."""
        card = self._card()
        if card is None:
            return
        near = self._review.reviewing.near(card.cluster)
        if not near:
            self._tell(self._messages("review.none_near"))
            return
        lines = [self._text().line(each.right.claims[0]) for each in near]

        def picked(number: int | None) -> None:
            if number is not None:
                self._merge([card.cluster.id, near[number].right.id])

        self.push_screen(PickDialog(self._messages("review.merge_title"), lines), picked)

    def action_do_split(self) -> None:
        """Ask which claims of the cluster tell another fact."""
        card = self._card()
        if card is None:
            return
        claims = card.cluster.claims
        if len(claims) < 2:
            self._tell(self._messages("review.one_only"))
            return

        def marked(numbers: list[int] | None) -> None:
            if numbers:
                ids = [claims[number].id for number in numbers]
                self._decide(lambda why: self._review.split(ids, why), anew=True)

        lines = [self._text().line(claim) for claim in claims]
        self.push_screen(MarkDialog(self._messages("review.split_title"), lines), marked)

    def action_do_undo(self) -> None:
        """Take back the reviewer's last decision."""
        self._decide(lambda why: self._review.undo(why=why), anew=True)

    def action_do_next(self) -> None:
        """The card behind; behind the last there is none."""
        self._go(1)

    def action_do_previous(self) -> None:
        """The card before."""
        self._go(-1)

    def action_do_because(self) -> None:
        """Ask for the reason of the next decision."""

        def kept(words: str | None) -> None:
            if words is not None:
                self._because = words.strip() or None
                self._show()

        title = self._messages("review.because_title")
        self.push_screen(LineDialog(title, self._because or ""), kept)

    def action_do_why(self) -> None:
        """Show what has been decided on the card and how it compares."""
        card = self._card()
        if card is not None:
            lines = Text("\n").join([*self._history(card), *self._comparisons(card)])
            self.push_screen(Page(self._messages("review.view_title"), lines))

    def action_do_help(self) -> None:
        """Show what each key does."""
        lines = [
            Text(f" {key} ", "reverse").append(f" {self._messages(f'review_help.{name}')}", "none")
            for name, key in KEYS.items()
        ]
        slots = self._messages("review.hint_slots", slots=", ".join(SLOTS))
        page = Text("\n").join([*lines, Text(slots)])
        self.push_screen(Page(self._messages("review.view_title"), page))

    def action_scroll(self, lines: int) -> None:
        """Move over a card that is longer than the screen."""
        self.query_one("#body").scroll_relative(y=lines, animate=False)

    # -- deciding ------------------------------------------------------------------------------

    def _merge(self, claims: list[str]) -> None:
        self._decide(lambda why: self._review.merge(claims, why), anew=True)

    def _decide(self, decide: Callable[[str | None], Decision], *, anew: bool = False) -> bool:
        """Decide, tell what came of it, go on to what is next; False when it cannot be decided.

        With ``anew`` the decision may change other cards than the one it is about.
        """
        try:
            made = decide(self._because)
            self._because = None
            if anew:
                self._reload()
            else:
                del self._cards[self._at]
                self._go(0)
        except PolybeError as error:
            self._tell(self._messages.translate(error.args[0]))
            return False
        action = self._messages(f"review_action.{made.action}")
        self._tell(self._messages("review.done", action=action, number=made.number))
        return True

    def _ask_edit(self, card: ReportCard, line: str) -> None:
        """Ask for `slot = value`, again with the same words while they cannot be read."""

        def done(words: str | None) -> None:
            if words is not None and not self._decide(partial(self._edit, card, words), anew=True):
                self._ask_edit(card, words)

        complete = partial(self._complete, card)
        self.push_screen(LineDialog(self._messages("review.edit_title"), line, complete), done)

    def _edit(self, card: ReportCard, words: str, why: str | None) -> Decision:
        slot, sign, value = words.partition("=")
        if not sign:
            raise ReviewError(Reason("review.no_value", value=words))
        return self._review.edit(card.claim.id, self._slot(slot), value, why)

    def _slot(self, name: str) -> str:
        """The slot of a code or of the word for it; the name itself when it is neither."""
        words = {fold(self._messages.label("slot", slot)): slot for slot in SLOTS}
        return words.get(fold(name.strip()), name.strip())

    def _complete(self, card: ReportCard, line: str) -> str | None:
        """The line completed: a slot with what stands in it, or the last of its values."""
        slot, sign, value = line.partition("=")
        if not sign:
            named = ((self._messages.label("slot", s), s) for s in SLOTS)
            names = [(name, s) for pair in named for name, s in ((pair[1], pair[1]), pair)]
            found = next(((n, s) for n, s in names if line and n.startswith(line)), None)
            return f"{found[0]} = {text_of(card.claim, found[1])}" if found else None
        last = value.rpartition(";")[2].strip()
        words = completions(card.claim, self._slot(slot), self._review.vocabulary())
        word = next((w for w in words if last and fold(w).startswith(fold(last))), "")
        return line + word[len(last) :] if len(word) > len(last) else None

    # -- showing -------------------------------------------------------------------------------

    def _card(self) -> Card | None:
        return self._cards[self._at] if self._cards else None

    def _text(self) -> CardText:
        return CardText(self._messages, self._review.reviewing)

    def _reload(self) -> None:
        """Find the cards anew, and stay at the one that was shown, else at its place."""
        shown = self._card()
        self._cards = self._find()
        ids = [card.id for card in self._cards]
        if shown is not None and shown.id in ids:
            self._at = ids.index(shown.id)
        self._go(0)

    def _go(self, steps: int) -> None:
        self._at = max(0, min(self._at + steps, len(self._cards) - 1))
        self._tell("")
        self._show()

    def _tell(self, words: str) -> None:
        self.query_one("#told", Static).update(Text(plain(words)))

    def _show(self) -> None:
        card = self._card()
        text = self._text().card(card) if card else Text(self._messages("review.nothing"))
        if self._because:
            text.append(plain(self._messages("review.because", why=self._because)), "italic")
        self.query_one("#card", Static).update(text)
        self.query_one("#head", Static).update(Text(self._head(card)))
        self.query_one("#body").scroll_home(animate=False)

    def _head(self, card: Card | None) -> str:
        if card is None:
            return f"Polybe · {plain(self._review.reviewer.name)}"
        what, count = card.id.partition(" ")[0], len(self._cards)
        place = self._messages("review.place_in_queue", n=self._at + 1, count=count)
        name = plain(self._review.reviewer.name)
        return f"Polybe · {self._messages(f'review.{what}')} · {place} · {name}"

    def _keys(self) -> Text:
        """Every key with its word, on two lines."""
        shown = [
            Text(f" {key} ", "reverse").append(self._messages(f"review_key.{name}"), "none")
            for name, key in KEYS.items()
        ]
        half = len(shown) // 2
        return Text("\n").join(Text(" ").join(part) for part in (shown[:half], shown[half:]))

    def _comparisons(self, card: Card) -> Iterator[Text]:
        if isinstance(card, MergeCard):
            yield from self._text().comparison(card.near.comparison)
            return
        found = self._review.reviewing.within(card.cluster)
        yield Text(self._messages("review.compared" if found else "review.no_comparison"), "bold")
        for each in found[:_MOST_COMPARISONS]:
            yield from self._text().comparison(each)

    def _history(self, card: Card) -> Iterator[Text]:
        yield Text(self._messages("review.history"), "bold")
        ids = [card.claim.id] if isinstance(card, ReportCard) else card.cluster.ids
        made = {each.number: each for id_ in ids for each in self._review.history(id_)}
        if not made:
            yield Text(self._messages("review.no_history"))
        for number, each in sorted(made.items()):
            slot = f" {each.slot}" if each.slot else ""
            why = f" « {each.why} »" if each.why else ""
            action = self._messages(f"review_action.{each.action}")
            yield Text(plain(f"  {number}  {each.at}  {each.who}  {action}{slot}{why}"))
