"""The account in a store follows documents and decisions, in whatever order and batches."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text

from polybe import app
from polybe.account.claims import claims_of
from polybe.account.copies import signature_of
from polybe.account.decisions import Decision
from polybe.account.ratings import Rating
from polybe.account.reconciling import reconcile
from polybe.errors import ReviewError
from polybe.model import CodedDocument
from polybe.store import (
    Store,
    add_documents,
    begin_run,
    examine,
    mark_pending,
    pending_documents,
    reconcile_pending,
)
from polybe.store.answers import Answer, Asked, answer
from polybe.store.decisions import record, undo
from polybe.store.ratings import rate
from polybe.store.tables import reconciling as tables
from tests.happenings import DAECH, dispatch, offer, several, taking
from tests.integration.store.conftest import FreshPlace, FreshStore
from tests.stored import NOW, contents

WORDS = app.account_words()
AT = "2017-04-01T12:00:00+00:00"


def put(store: Store, *documents: CodedDocument, batch: int = 100) -> None:
    """Add documents, and work them into the account."""
    with store.writing() as connection:
        run = begin_run(connection, "v1", now=NOW)
        add_documents(connection, documents, run, now=NOW)
    reconcile_pending(store, WORDS, batch=batch)


def clusters(store: Store) -> set[frozenset[str]]:
    """The clusters in a store, as sets of ids of claims."""
    found: dict[str, set[str]] = {}
    claim = tables.claim.c
    with store.reading() as connection:
        for id_, cluster in connection.execute(select(claim.id, claim.cluster)):
            found.setdefault(cluster, set()).add(id_)
    assert all(cluster == min(members) for cluster, members in found.items())
    return {frozenset(members) for members in found.values()}


def account(store: Store, on: str, known: str, **asked: str) -> Answer:
    """The account of a store as of a date."""
    with store.reading() as connection:
        return answer(connection, Asked(on, known, **asked), WORDS)


def decide(store: Store, action: str, *claims: str, rest: tuple[str, ...] = ()) -> int:
    """Record a decision and let the account follow it; gives its number."""
    with store.writing() as connection:
        made = record(connection, Decision(0, AT, "Ana", action, claims, rest))
    reconcile_pending(store, WORDS)
    return made.number


def test_the_account_is_that_of_all_documents_at_once(store: Store) -> None:
    """Worked in one by one or together, in the store or in memory, the clusters are the same."""
    documents = several()
    for document in documents:
        put(store, document, batch=1)
    claims = [
        claim for each in documents for claim in claims_of(each, known=str(each.document.published))
    ]
    signatures = {each.document.id: signature_of(each.document.text) for each in documents}
    assert clusters(store) == set(reconcile(claims, signatures))
    assert max(len(cluster) for cluster in clusters(store)) >= 5


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_order_and_batches_play_no_part(fresh_store: FreshStore, seed: int) -> None:
    """Findings, clusters and origins are the same in whatever order documents come."""
    chance, documents = random.Random(seed), several()
    one, other = fresh_store(), fresh_store()
    put(one, *documents)
    chance.shuffle(documents)
    while documents:
        some = [documents.pop() for _ in range(min(chance.randint(1, 4), len(documents)))]
        put(other, *some, batch=chance.randint(1, 3))
    told = ("claim", "finding", "finding_place", "finding_actor", "text", "copy")
    for table in told:
        columns = {"claim": slice(0, 2)}.get(table, slice(None))
        assert [row[columns] for row in contents(one)[table]] == [
            row[columns] for row in contents(other)[table]
        ], table
    assert clusters(one) == clusters(other)


def test_copies_of_a_dispatch_are_one_origin(store: Store) -> None:
    """Seven articles tell the attack; two of them are one dispatch, another tells another town."""
    put(store, *several())
    tolls = [
        toll
        for incident in account(store, "2017-03-05", "2017-03-05").situation.tolls.incidents
        for toll in incident.tolls
        if len(toll.claims) > 1
    ]
    assert [(len(toll.claims), toll.origins) for toll in tolls] == [(6, 5)]


def test_what_was_known_then_is_told_as_it_was_known_then(store: Store) -> None:
    """On the second nobody told more than fourteen dead, on the third seventeen."""
    put(store, *several())
    ranges = {
        known: [
            (toll.estimate("persons").low, toll.estimate("persons").high)  # type: ignore[union-attr]
            for incident in account(store, "2017-03-09", known).situation.tolls.incidents
            for toll in incident.tolls
            if toll.places[0].value.name == "Tadmur"
        ]
        for known in ("2017-03-01", "2017-03-02", "2017-03-03")
    }
    assert ranges["2017-03-01"] == []
    assert [high for _, high in ranges["2017-03-02"]] == [14]
    assert [high for _, high in ranges["2017-03-03"]] == [17]


def test_who_holds_a_town_depends_on_both_clocks(store: Store) -> None:
    """Taken on the first and back on the sixth: true then, and known then, are two questions."""
    put(store, *several())

    def holder(on: str, known: str) -> str | None:
        grounds = account(store, on, known, place="Palmyre").situation.control
        return grounds[0].now.holder.name if grounds and grounds[0].now.holder else None

    assert holder("2017-03-03", "2017-03-31") == "Islamic State"
    assert holder("2017-03-31", "2017-03-05") == "Islamic State"
    assert holder("2017-03-07", "2017-03-31") == "Syrian Armed Forces"


def test_a_newer_version_takes_the_place_of_the_older_from_its_day(store: Store) -> None:
    """What the first version said is known until the second; then what that says."""
    put(store, dispatch(1, "2017-03-02", 12, url="https://exemple.fr/1", id="d1a"))
    put(store, dispatch(2, "2017-03-04", 20, url="https://exemple.fr/1", id="d1b"))

    def told(known: str) -> list[float | None]:
        tolls = account(store, "2017-03-09", known).situation.tolls.incidents
        return [t.estimate("persons").high for i in tolls for t in i.tolls]  # type: ignore[union-attr]

    assert told("2017-03-03") == [12]
    assert 20 in told("2017-03-04")
    assert 12 not in told("2017-03-04")


def test_a_merge_and_its_undoing(store: Store) -> None:
    """Facts put together stay so when more arrives, and come apart when it is taken back."""
    put(store, dispatch(1, "2017-03-02", 12), dispatch(2, "2017-03-20", 12))
    before = clusters(store)
    number = decide(store, "merge", "d01/e1", "d02/e2")
    assert frozenset(("d01/e1", "d02/e2")) in clusters(store)
    put(store, dispatch(3, "2017-03-02", 12))
    assert frozenset(("d01/e1", "d02/e2", "d03/e3")) in clusters(store)
    with store.writing() as connection:
        undo(connection, number, at=AT, who="Ana", why=None)
    reconcile_pending(store, WORDS)
    assert not any({"d01/e1", "d02/e2"} <= cluster for cluster in clusters(store))
    assert len(before) == 4


def test_a_split_holds_against_the_scores(store: Store) -> None:
    """What a reviewer keeps apart is apart, though all speaks for one fact."""
    put(store, dispatch(1, "2017-03-02", 12), dispatch(2, "2017-03-02", 12))
    assert frozenset(("d01/e1", "d02/e2")) in clusters(store)
    decide(store, "split", "d01/e1", rest=("d02/e2",))
    assert frozenset(("d01/e1",)) in clusters(store)


def test_what_is_rejected_counts_no_more_and_nothing_is_lost(store: Store) -> None:
    """A rejected report leaves the account and stays in the store; undone, it counts again."""
    put(store, dispatch(1, "2017-03-02", 12), dispatch(2, "2017-03-03", 30))
    number = decide(store, "reject", "d02/t2")

    def high() -> float | None:
        tolls = account(store, "2017-03-09", "2017-03-09").situation.tolls.incidents
        return max(t.estimate("persons").high for i in tolls for t in i.tolls)  # type: ignore

    assert high() == 12
    with store.writing() as connection:
        undo(connection, number, at=AT, who="Ana", why=None)
    reconcile_pending(store, WORDS)
    assert high() == 30


def test_a_rating_weighs_and_deletes_nothing(store: Store) -> None:
    """The better source's count becomes the best one; the range stays as wide as it was."""
    put(store, dispatch(1, "2017-03-02", 12), dispatch(2, "2017-03-02", 30))

    def best() -> tuple[float | None, float | None, float | None]:
        tolls = account(store, "2017-03-09", "2017-03-09").situation.tolls.incidents
        (toll,) = (t.estimate("persons") for i in tolls for t in i.tolls)
        assert toll is not None
        return toll.low, toll.best, toll.high

    with store.writing() as connection:
        rate(connection, "outlet", "Journal 2", Rating("A", "1"), at=AT, who="Ana")
        rate(connection, "outlet", "Journal 1", Rating("E", "5"), at=AT, who="Ana")
    reconcile_pending(store, WORDS)
    assert best() == (12, 30, 30)


def test_nothing_waits_when_all_is_worked_in(store: Store) -> None:
    """And what was worked in already is not worked in again."""
    put(store, *several())
    with store.reading() as connection:
        assert pending_documents(connection) == []
    assert reconcile_pending(store, WORDS) == 0


def test_of_too_much_each_section_tells_its_newest(store: Store, monkeypatch: object) -> None:
    """Where findings are too many to be read whole, sections are cut and say how many are left."""
    from polybe.store import answers

    monkeypatch.setattr(answers, "_WHOLE", 5)  # type: ignore[attr-defined]
    days = [(NOW + timedelta(days=n)).date().isoformat() for n in range(8)]
    put(store, *(dispatch(n, day, 10 + n) for n, day in enumerate(days)))
    put(store, taking(30, days[0], ("Daech", DAECH)))
    with store.reading() as connection:
        cut = answer(connection, Asked(days[-1], days[-1], days=30, limit=3), WORDS)
    assert [event.type for event in cut.situation.events].count("ASSAULT") == 3
    assert cut.more["events"] == 5
    assert [ground.place.name for ground in cut.situation.control] == ["Tadmur"]
    (country,) = cut.situation.tolls.countries
    assert country.sums[0].incidents == 8
    assert country.sums[0].best == sum(range(10, 18))


def test_a_rating_of_a_speaker_reaches_all_that_he_says(store: Store) -> None:
    """The articles in which he is a source are weighed anew, the others are not touched."""
    put(store, dispatch(1, "2017-03-02", 12), dispatch(2, "2017-03-02", 30))
    edit(store, "d01/t1", "sources", [{"name": "Maire", "text": "le maire"}])
    with store.writing() as connection:
        rate(connection, "speaker", "maire", Rating("A", "1"), at=AT, who="Ana")
        assert pending_documents(connection) == ["d01"]


def test_an_edit_that_could_not_be_followed_is_not_kept(store: Store) -> None:
    """A value of no slot's form would stop the account for good: it is refused at once."""
    put(store, dispatch(1, "2017-03-02", 12))
    for slot, value in (("sources", [{"name": "Maire"}]), ("when", "mardi"), ("status", 3)):
        with pytest.raises(ReviewError):
            edit(store, "d01/t1", slot, value)
    assert reconcile_pending(store, WORDS) == 0


def edit(store: Store, claim: str, slot: str, value: object) -> None:
    """Record an edit and let the account follow it."""
    with store.writing() as connection:
        record(connection, Decision(0, AT, "Ana", "edit", (claim,), slot=slot, value=value))
    reconcile_pending(store, WORDS)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("DELETE FROM claim WHERE id = 'd01/t1'", {"problem.no_claim", "problem.finding"}),
        ("UPDATE claim SET id = 'd01/x', cluster = 'd01/x' WHERE id = 'd01/t1'", None),
        ("UPDATE claim SET cluster = 'd09/x' WHERE id = 'd01/e1'", {"problem.cluster"}),
        ("UPDATE finding SET cluster = 'd09/x' WHERE cluster = 'd01/e1'", {"problem.finding"}),
    ],
)
def test_the_doctor_tells_what_is_wrong_with_the_account(
    store: Store, damage: str, told: set[str] | None
) -> None:
    """What the account lacks, holds too much or calls by no name is told; a sound one is not."""
    put(store, dispatch(1, "2017-03-02", 12))
    with store.reading() as connection:
        assert list(examine(connection)) == []
    with store.writing() as connection:
        connection.execute(text(damage))
    with store.reading() as connection:
        found = {problem.what.key for problem in examine(connection)}
    assert found >= (told or {"problem.no_claim", "problem.stale_claim", "problem.finding"})


def test_copies_are_told_anew_when_an_article_is_worked_in_again(store: Store) -> None:
    """What no longer links two texts leaves no trace: the store is as a fresh one would be."""
    put(store, *several())
    before = contents(store)
    with store.writing() as connection:
        mark_pending(connection, ["d05", "d06", "d00"])
    reconcile_pending(store, WORDS, batch=1)
    assert contents(store)["copy"] == before["copy"] == [("d05", "d06")]
    assert contents(store)["text"] == before["text"]
    edit(store, "d06/e6", "type", "PROTEST")
    edit(store, "d06/t6", "type", "DISPLACED")
    assert contents(store)["copy"] == []
    assert len({row[2] for row in contents(store)["text"]}) == len(contents(store)["text"])


def test_words_of_truces_of_ones_own_are_read_by_every_answer(
    fresh_place: FreshPlace, tmp_path: Path
) -> None:
    """What Polybe's own words call no truce is one by packs laid over them, after rating too."""
    where, packs = fresh_place(), tmp_path / "packs"
    (packs / "fr").mkdir(parents=True)
    (packs / "fr" / "truces.toml").write_text('truce = ["bonace*"]', encoding="utf-8")
    with Store.open(where) as store:
        put(store, offer(1, "2017-03-01", "une bonace de deux jours"))
        app.rate_source(store, "outlet", "Journal 1", "B2", who="Ana", codebook=packs)
    assert app.situation(where).situation.truces == ()
    (truce,) = app.situation(where, codebook=packs).situation.truces
    assert (truce.state, truce.since) == ("proposed", None)
