"""What opens over the card: a line to fill in, a list to pick from, a page to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Label, OptionList, SelectionList, Static
from textual.widgets.option_list import Option
from textual.widgets.selection_list import Selection

_ESCAPE = Binding("escape", "leave", show=False)

_STYLE = """
LineDialog, PickDialog, MarkDialog, Page { align: center middle; }
LineDialog > Vertical, PickDialog > Vertical, MarkDialog > Vertical, Page > Vertical {
    width: 96%; height: auto; max-height: 90%; border: round $accent; background: $surface;
}
OptionList, SelectionList { height: auto; max-height: 16; border: none; }
Page VerticalScroll { height: auto; max-height: 18; }
"""


class _Completion(Suggester):
    """Completes what is typed by a function that gives the whole line; None completes nothing."""

    def __init__(self, complete: Callable[[str], str | None]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """The line that a beginning is completed to."""
        return self._complete(value)


class LineDialog(ModalScreen[str | None]):
    """Asks for one line; gives None when left."""

    CSS = _STYLE
    BINDINGS = [_ESCAPE]  # noqa: RUF012 - textual's own form

    def __init__(
        self, title: str, value: str = "", complete: Callable[[str], str | None] = lambda _: None
    ) -> None:
        super().__init__()
        self._title, self._value, self._complete = title, value, complete

    def compose(self) -> ComposeResult:
        """A title and the line."""
        with Vertical():
            yield Label(self._title, markup=False)
            yield Input(self._value, suggester=_Completion(self._complete), select_on_focus=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The line is done."""
        self.dismiss(event.value)

    def action_leave(self) -> None:
        """Nothing is set."""
        self.dismiss(None)


class PickDialog(ModalScreen[int | None]):
    """Has one of some lines picked; gives its number, None when left."""

    CSS = _STYLE
    BINDINGS = [_ESCAPE]  # noqa: RUF012

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title, self._lines = title, lines

    def compose(self) -> ComposeResult:
        """A title and the lines."""
        with Vertical():
            yield Label(self._title, markup=False)
            yield OptionList(*(Option(Text(line)) for line in self._lines))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A line is picked."""
        self.dismiss(event.option_index)

    def action_leave(self) -> None:
        """None is."""
        self.dismiss(None)


class MarkDialog(ModalScreen[list[int] | None]):
    """Has some of some lines marked; gives their numbers, None when left."""

    CSS = _STYLE
    BINDINGS = [_ESCAPE, Binding("enter", "done", show=False, priority=True)]  # noqa: RUF012

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title, self._lines = title, lines

    def compose(self) -> ComposeResult:
        """A title and the lines, each with its number and a box."""
        with Vertical():
            yield Label(self._title, markup=False)
            lines = enumerate(self._lines)
            yield SelectionList[int](*(Selection(Text(f"{n + 1} {x}"), n) for n, x in lines))

    def on_selection_list_selected_changed(self) -> None:
        """Tell by number what is marked: boxes differ by colour alone."""
        numbers = " ".join(str(number + 1) for number in self._marked())
        self.query_one(Label).update(f"{self._title} · {numbers}" if numbers else self._title)

    def action_done(self) -> None:
        """What is marked is marked."""
        self.dismiss(self._marked())

    def _marked(self) -> list[int]:
        return sorted(self.query_one(SelectionList).selected)

    def action_leave(self) -> None:
        """Nothing is."""
        self.dismiss(None)


class Page(ModalScreen[None]):
    """A page to read, scrolled with the arrows."""

    CSS = _STYLE
    BINDINGS = [_ESCAPE, Binding("q", "leave", show=False)]  # noqa: RUF012

    def __init__(self, title: str, text: Text) -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """The page, and how it is left."""
        with Vertical():
            with VerticalScroll():
                yield Static(self._text, id="page")
            yield Label(self._title, markup=False)

    def action_leave(self) -> None:
        """Back to the card."""
        self.dismiss(None)
