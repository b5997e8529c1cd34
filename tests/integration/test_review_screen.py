"""The screen of `polybe review`, driven through every key on a real store, at 80 by 24."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from polybe.account.decisions import Decision
from polybe.account.edit_words import Vocabulary
from polybe.cli.reviewing.screen import KEYS, ReviewScreen
from polybe.errors import StoreError
from polybe.messages import LANGUAGES, load_messages
from polybe.store import Store
from polybe.store.decisions import decisions
from polybe.store.review import Review
from polybe.store.reviewing import StoredReviewing
from tests.reviewed import attack, filled, review_of
from tests.stored import keep

VOCABULARY = Vocabulary(modes={"ASSAULT": ("aerial", "drone")}, actors=("Army of Norland",))


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    """Ada's work on three articles of one attack and one of another."""
    with Store.open(tmp_path / "s.db") as store:
        yield replace(review_of(filled(store)), vocabulary=lambda: VOCABULARY)


class Shown:
    """What stood on the screen after some keys, line by line."""

    def __init__(self, screen: ReviewScreen) -> None:
        strips = screen.screen._compositor.render_strips()
        self.lines = ["".join(part.text for part in strip) for strip in strips]
        self.text = "\n".join(line.rstrip() for line in self.lines)
        self.styles: dict[str, str] = {}
        for part in (part for strip in strips for part in strip):
            self.styles.setdefault(part.text.strip(), str(part.style))


def press(review: Review, *keys: str, language: str = "en", **asked: str) -> Shown:
    """The screen after some keys; « type:… » types, the rest are names of keys."""

    async def drive() -> Shown:
        screen = ReviewScreen(review, load_messages(language), **asked)  # type: ignore[arg-type]
        async with screen.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            for key in keys:
                typed = key.removeprefix("type:")
                if typed != key:
                    screen.screen.query_one(Input).insert_text_at_cursor(typed)
                else:
                    await pilot.press(key)
                await pilot.pause()
            return Shown(screen)

    return asyncio.run(drive())


def to(review: Review, card: str, **asked: str) -> list[str]:
    """The keys that lead to a card."""
    ids = [each.id for each in review.cards(**asked)]  # type: ignore[arg-type]
    return ["n"] * ids.index(card)


def made(review: Review) -> list[Decision]:
    """All decisions in the store."""
    with review.store.reading() as connection:
        return decisions(connection)


def last(review: Review) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Action, claims and rest of the last decision."""
    found = made(review)[-1]
    return found.action, found.claims, found.rest


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_shown_and_explained(review: Review, language: str) -> None:
    messages = load_messages(language)
    card, page = press(review, language=language), press(review, "?", language=language)
    for name, key in KEYS.items():
        assert f" {key} {messages(f'review_key.{name}')}" in "\n".join(card.lines[-2:])
        assert messages(f"review_help.{name}").split()[0] in page.text
    assert len(card.lines) == 24


def test_a_report_shows_its_sentence_marked_and_its_slots(review: Review) -> None:
    shown = press(review, *to(review, "report a/r2"))
    assert "L'attaque du 3 mai à Kesh a fait 12 morts, selon la police." in shown.text
    assert "reverse" in shown.styles["morts"]
    assert shown.styles["Kesh"] != shown.styles["12"]
    for words in ("KILLED", "incident", "2021-05-03", "Kesh", "12", "Police of Syria", "Le Fil"):
        assert words in shown.text


def test_a_accepts_and_shows_the_next_card(review: Review) -> None:
    shown = press(review, *to(review, "report a/r2"), "a")
    assert last(review) == ("accept", ("a/r2",), ())
    assert made(review)[0].who == "Ada"
    assert "accepted (decision 1)" in shown.text
    assert "report a/r2" not in [each.id for each in review.cards()]
    assert "La Voix" in shown.text


def test_r_rejects(review: Review) -> None:
    press(review, *to(review, "report b/r2"), "r")
    assert last(review) == ("reject", ("b/r2",), ())


def test_a_confirms_a_cluster_and_takes_a_suggestion(review: Review) -> None:
    press(review, *to(review, "cluster a/r2"), "a")
    assert last(review) == ("merge", ("a/r2", "b/r2", "c/r2"), ())
    press(review, *to(review, "merge a/r2 d/r2"), "a")
    assert last(review) == ("merge", ("a/r2", "b/r2", "c/r2", "d/r2"), ())


def test_r_refuses_a_suggestion(review: Review) -> None:
    press(review, *to(review, "merge a/r2 d/r2"), "r")
    assert last(review) == ("split", ("a/r2", "b/r2", "c/r2"), ("d/r2",))


def test_a_suggestion_shows_both_facts_and_how_they_compare(review: Review) -> None:
    keys = to(review, "merge a/r2 d/r2")
    shown = press(review, *keys)
    assert "First" in shown.text
    page = press(review, *keys, "w")
    assert "2021-05-03 | 2021-05-05" in page.text
    assert "Odds" in page.text


def test_e_edits_a_slot_with_what_is_typed(review: Review) -> None:
    shown = press(review, *to(review, "report a/r2"), "e", "type:figures = 15..20", "enter")
    assert last(review) == ("edit", ("a/r2",), ())
    assert "15..20" in shown.text
    assert "edited (decision 1)" in shown.text


def test_a_slot_may_be_named_by_the_word_for_it(review: Review) -> None:
    keys = [*to(review, "report a/r2"), "e", "type:où = Idleb @ 35.9, 36.6", "enter"]
    press(review, *keys, language="fr")
    assert made(review)[0].slot == "places"
    assert review.claim("a/r2").places[0].latitude == 35.9


def test_the_line_is_completed_with_the_slot_and_with_its_values(review: Review) -> None:
    """First with what stands in the slot, then with what might."""
    shown = press(review, *to(review, "report a/r1"), "e", "type:sta", "right", "enter")
    assert made(review)[0].value == "actual"
    keys = [*to(review, "report a/r1"), "e", "type:actors = Police; Army", "right", "enter"]
    shown = press(review, *keys)
    assert [ref.name for ref in review.claim("a/r1").actors] == ["Police", "Army of Norland"]
    assert "Army of Norland" in shown.text


def test_what_cannot_be_read_is_told_and_asked_again(review: Review) -> None:
    keys = [*to(review, "report a/r2"), "e", "type:time = mardi", "enter"]
    shown = press(review, *keys)
    assert "no EDTF date" in shown.text
    assert "time = mardi" in shown.text
    assert made(review) == []
    press(review, *keys, *["backspace"] * 5, "type:2021-05", "enter")
    assert review.claim("a/r2").day == "2021-05-01"
    assert "no slot=value" in press(review, *keys[:-2], "type:mardi", "enter").text


def test_escape_leaves_every_dialog_without_a_decision(review: Review) -> None:
    keys = to(review, "report a/r2")
    for key in ("e", "m", "s", "b", "w", "?"):
        shown = press(review, *keys, key, "escape")
        assert "L'attaque du 3 mai" in shown.text
        assert "Esc" not in shown.text
    assert made(review) == []


def test_m_merges_with_the_near_cluster_that_is_picked(review: Review) -> None:
    shown = press(review, *to(review, "report d/r2"), "m", "enter")
    assert last(review) == ("merge", ("a/r2", "b/r2", "c/r2", "d/r2"), ())
    assert "merged" in shown.text


def test_m_says_when_nothing_is_near(review: Review) -> None:
    lone = attack("z", "Le Fil", 25, 1, "Bien plus tard, une autre affaire.")
    keep(review.store, [lone])
    review.follow(review.store)
    assert "Nothing nearly matches" in press(review, *to(review, "report z/r2"), "m").text


def test_s_splits_off_what_is_marked(review: Review) -> None:
    press(review, *to(review, "cluster a/r2"), "s", "down", "down", "space", "enter")
    assert last(review) == ("split", ("c/r2",), ("a/r2", "b/r2"))
    assert review.cluster_of("c/r2").ids == ("c/r2",)


def test_what_is_marked_is_told_by_number(review: Review) -> None:
    """Colours alone would not do."""
    shown = press(review, *to(review, "cluster a/r2"), "s", "space", "down", "down", "space")
    assert "Esc leaves) · 1 3" in shown.text


def test_s_without_a_mark_or_without_others_decides_nothing(review: Review) -> None:
    press(review, *to(review, "cluster a/r2"), "s", "enter")
    assert "nothing to split" in press(review, *to(review, "report d/r2"), "s").text
    assert made(review) == []


def test_r_on_a_cluster_asks_which_do_not_belong(review: Review) -> None:
    press(review, *to(review, "cluster a/r2"), "r", "space", "enter")
    assert last(review) == ("split", ("a/r2",), ("b/r2", "c/r2"))


def test_e_is_for_reports_alone(review: Review) -> None:
    assert "Only a report" in press(review, *to(review, "cluster a/r2"), "e").text


def test_u_takes_the_last_decision_back_and_its_card_returns(review: Review) -> None:
    keys = to(review, "report a/r2")
    shown = press(review, *keys, "a", "u")
    assert last(review)[0] == "undo"
    assert "undone (decision 2)" in shown.text
    assert "report a/r2" in [each.id for each in review.cards()]
    assert "nothing of yours" in press(review, "u").text


def test_n_space_and_p_move_and_stop_at_the_ends(review: Review) -> None:
    count = len(review.cards())
    assert f"1 of {count}" in press(review, "p").text
    assert f"3 of {count}" in press(review, "n", "space").text
    assert f"2 of {count}" in press(review, "n", "space", "p").text
    assert f"{count} of {count}" in press(review, *["n"] * (count + 2)).text


def test_b_gives_the_reason_of_the_next_decision_alone(review: Review) -> None:
    keys = to(review, "report a/r2")
    shown = press(review, *keys, "b", "type:témoin direct", "enter")
    assert "Because: témoin direct" in shown.text
    press(review, *keys, "b", "type:témoin direct", "enter", "a", "a")
    assert [each.why for each in made(review)] == ["témoin direct", None]


def test_w_shows_what_was_decided_on_the_card(review: Review) -> None:
    review_of(review.store, "Ben").accept("a/r2", "vu")
    review_of(review.store, "Ben").undo()
    shown = press(review, *to(review, "report a/r2"), "w")
    assert "Ben  accepted « vu »" in shown.text
    assert "Ben  undone" in shown.text


def test_q_leaves(review: Review) -> None:
    async def drive() -> bool:
        screen = ReviewScreen(review, load_messages("en"))
        async with screen.run_test() as pilot:
            await pilot.press("q")
            await pilot.pause()
            return not screen.is_running

    assert asyncio.run(drive())


def test_an_empty_queue_says_so_and_every_key_is_harmless(review: Review) -> None:
    shown = press(review, *"aremsnpw", place="Nulle-Part")
    assert "Nothing is left to review here." in shown.text
    assert made(review) == []


def test_a_store_that_breaks_is_told_on_the_screen(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reviewer stays where he is, and may try again."""

    def broken(*_: object) -> None:
        raise StoreError("the connection was lost")

    keys = to(review, "report a/r2")
    monkeypatch.setattr(StoredReviewing, "within", broken)
    assert "the connection was lost" in press(review, *keys, "w").text
    monkeypatch.setattr(review, "follow", broken)
    assert "the connection was lost" in press(review, *keys, "a").text


def test_only_the_kind_asked_for_is_shown(review: Review) -> None:
    shown = press(review, *["n"] * 20, kind="event")
    assert "ASSAULT" in shown.text
    assert "KILLED" not in shown.text


def test_a_long_card_is_scrolled_with_the_arrows(review: Review) -> None:
    keys = to(review, "merge a/r2 d/r2")
    assert press(review, *keys).text != press(review, *keys, *["down"] * 8).text


def test_an_article_cannot_steer_the_terminal(review: Review) -> None:
    nasty = attack("x", "Le\x1b[31mFil", 20, 2, "Rien.")
    keep(review.store, [nasty])
    review.follow(review.store)
    shown = press(review, *to(review, "report x/r2"))
    assert "\x1b" not in shown.text
    assert "[31mFil" in shown.text


def test_the_screen_speaks_french(review: Review) -> None:
    shown = press(review, *to(review, "report a/r2"), language="fr")
    for words in ("accepter", "rejeter", "corriger", "combien", "selon", "quand", "Relevé"):
        assert words in shown.text
