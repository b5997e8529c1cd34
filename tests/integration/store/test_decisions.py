"""Decisions and ratings in a store: kept as made, undone by rows, followed by the account."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from polybe import app
from polybe.account.decisions import Decision
from polybe.account.ratings import Rating, Ratings
from polybe.errors import ReviewError
from polybe.store import Store, pending_documents, recode_stream
from polybe.store.decisions import (
    decisions,
    history_of,
    last_of,
    record,
    review_state_of,
    successions,
    undo,
)
from polybe.store.ratings import current_ratings, rate, ratings_given, sources
from tests.stored import NEW, article, coding_of, keep

AT = "2021-05-06T12:00:00+00:00"
ONE, OTHER = "a000.1/r1", "a001.1/r1"


def draft(action: str, *claims: str, who: str = "Ada", **fields: object) -> Decision:
    """A decision before it is kept."""
    return replace(Decision(0, AT, who, action, claims), **fields)  # type: ignore[arg-type]


def made(store: Store, action: str, *claims: str, who: str = "Ada", **fields: object) -> Decision:
    """A decision that is kept."""
    with store.writing() as connection:
        return record(connection, draft(action, *claims, who=who, **fields))


def taken_back(store: Store, number: int) -> Decision:
    """An undo that is kept."""
    with store.writing() as connection:
        return undo(connection, number, at=AT, who="Ben", why="trop vite")


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with three articles, worked into the account."""
    keep(store, [article(number, outlet=f"Média {number % 2}") for number in range(3)])
    app.reconcile_store(store)
    return store


def test_decisions_are_read_as_they_were_made(filled: Store) -> None:
    kept = [
        made(filled, "accept", ONE, why="c'est écrit"),
        made(filled, "edit", ONE, slot="places", value=[{"name": "Kesh", "text": "Kesh"}]),
        made(filled, "edit", ONE, slot="time", value=None),
        made(filled, "merge", OTHER, ONE),
        made(filled, "split", ONE, rest=(OTHER,), who="Ben"),
        taken_back(filled, 1),
    ]
    with filled.reading() as connection:
        read = decisions(connection)
    assert [each.number for each in read] == [1, 2, 3, 4, 5, 6]
    assert read == [replace(each, claims=tuple(sorted(each.claims))) for each in kept]


def test_a_decision_makes_its_documents_wait_for_the_account(filled: Store) -> None:
    made(filled, "merge", ONE, OTHER)
    with filled.reading() as connection:
        assert sorted(pending_documents(connection)) == ["a000.1", "a001.1"]
    app.reconcile_store(filled)
    taken_back(filled, 1)
    with filled.reading() as connection:
        assert sorted(pending_documents(connection)) == ["a000.1", "a001.1"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (draft("accept", ONE, who="  "), "who decides"),
        (draft("praise", ONE), "praise"),
        (draft("accept", "a000.1/none"), "a000.1/none"),
        (draft("reject", "none/r1"), "none/r1"),
        (draft("accept", ONE, OTHER), "number it takes"),
        (draft("merge", ONE), "number it takes"),
        (draft("merge", ONE, ONE), "number it takes"),
        (draft("split", ONE), "leave behind"),
        (draft("split", ONE, OTHER, rest=(ONE,)), "leave behind"),
    ],
)
def test_a_decision_that_means_nothing_is_refused_and_leaves_no_row(
    filled: Store, wrong: Decision, told: str
) -> None:
    with pytest.raises(ReviewError, match=told), filled.writing() as connection:
        record(connection, wrong)
    with filled.reading() as connection:
        assert decisions(connection) == []
        assert pending_documents(connection) == []


def test_an_undo_wants_a_decision_that_holds(filled: Store) -> None:
    made(filled, "accept", ONE)
    with pytest.raises(ReviewError, match="no decision 7"):
        taken_back(filled, 7)
    taken_back(filled, 1)
    with pytest.raises(ReviewError, match="decision 1 is undone"):
        taken_back(filled, 1)
    taken_back(filled, 2)
    with filled.reading() as connection:
        assert review_state_of(connection).verdicts == {ONE: "accepted"}


def test_the_history_of_a_claim_has_its_undos_and_nothing_of_others(filled: Store) -> None:
    made(filled, "accept", ONE)
    made(filled, "accept", OTHER)
    taken_back(filled, 1)
    taken_back(filled, 3)
    with filled.reading() as connection:
        assert [each.number for each in history_of(connection, ONE)] == [1, 3, 4]
        assert history_of(connection, "a002.1/r1") == []


def test_the_last_decision_of_a_reviewer_is_his_last_that_holds(filled: Store) -> None:
    made(filled, "accept", ONE)
    made(filled, "reject", OTHER)
    made(filled, "accept", "a002.1/r1", who="Ben")
    taken_back(filled, 2)
    with filled.reading() as connection:
        last = last_of(connection, "Ada")
        assert last is not None
        assert last.number == 1
        assert last_of(connection, "Carl") is None


def test_decisions_follow_a_report_that_is_coded_otherwise(filled: Store) -> None:
    """The newer codebook reads « r1 » as another type: merges and edits go with it."""
    made(filled, "accept", ONE)
    made(filled, "edit", ONE, slot="status", value="alleged")
    made(filled, "merge", ONE, OTHER)
    assert sorted(map(str, recoded(filled))) == ["a000.1", "a001.1", "a002.1"]
    with filled.reading() as connection:
        state = review_state_of(connection)
        assert successions(connection)[ONE] == "a000.1/n1"
        assert [each.number for each in history_of(connection, "a000.1/n1")] == [1, 2, 3]
    assert state.verdicts == {}
    assert state.again == {"a000.1/n1": "accepted"}
    assert state.edits == {"a000.1/n1": {"status": "alleged"}}
    assert state.constraints.are_together({"a000.1/n1", "a001.1/n1"})


def recoded(store: Store) -> list[object]:
    """What became of the documents under the newer codebook."""
    return list(recode_stream(store, coding_of(NEW)))


def test_two_reviewers_at_once_lose_nothing_and_share_no_number(filled: Store) -> None:
    """Each waits for the other at the beginning of his transaction."""

    def work(who: str) -> list[int]:
        return [made(filled, "accept", ONE, who=who).number for _ in range(8)]

    with ThreadPoolExecutor(2) as pool:
        numbers = [number for found in pool.map(work, ("Ada", "Ben")) for number in found]
    assert sorted(numbers) == list(range(1, 17))
    with filled.reading() as connection:
        assert [each.number for each in decisions(connection)] == list(range(1, 17))


def test_ratings_are_kept_and_the_newest_counts(filled: Store) -> None:
    with filled.writing() as connection:
        rate(connection, "outlet", "Média 0", Rating("B", "2"), at=AT, who="Ada", why="sérieux")
        rate(connection, "outlet", "Média 0", Rating("D", "4"), at=AT, who="Ben")
        rate(connection, "speaker", "paul ardent", Rating("E", "5"), at=AT, who="Ben")
    with filled.reading() as connection:
        assert current_ratings(connection) == Ratings(
            {"Média 0": Rating("D", "4")}, {"paul ardent": Rating("E", "5")}
        )
        history = list(ratings_given(connection, "outlet", "Média 0"))
    assert [(each.who, each.rating.code, each.why) for each in history] == [
        ("Ada", "B2", "sérieux"),
        ("Ben", "D4", None),
    ]


def test_rating_an_outlet_makes_its_documents_wait(filled: Store) -> None:
    with filled.writing() as connection:
        rate(connection, "outlet", "Média 0", Rating("B", "2"), at=AT, who="Ada")
    with filled.reading() as connection:
        assert sorted(pending_documents(connection)) == ["a000.1", "a002.1"]


def test_sources_are_outlets_speakers_and_whatever_was_rated(filled: Store) -> None:
    with filled.writing() as connection:
        rate(connection, "outlet", "Ailleurs", Rating("A", "1"), at=AT, who="Ada")
    with filled.reading() as connection:
        listed = sources(connection, {"paul ardent": 3})
    assert [(each.kind, each.name, each.count, each.rating.code) for each in listed] == [
        ("outlet", "Ailleurs", 0, "A1"),
        ("outlet", "Média 0", 2, "F6"),
        ("outlet", "Média 1", 1, "F6"),
        ("speaker", "paul ardent", 3, "F6"),
    ]


@pytest.mark.parametrize(("kind", "source", "who"), [("outlet", " ", "A"), ("paper", "x", "A")])
def test_a_rating_of_nothing_is_refused(filled: Store, kind: str, source: str, who: str) -> None:
    with pytest.raises(ReviewError), filled.writing() as connection:
        rate(connection, kind, source, Rating(), at=AT, who=who)
    with pytest.raises(ReviewError), filled.writing() as connection:
        rate(connection, "outlet", "Média 0", Rating(), at=AT, who="")
