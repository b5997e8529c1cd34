"""A newer coding takes an older one's place, and what people decided stays with its claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from sqlalchemy import insert, select

from polybe.errors import StoreError
from polybe.model import CodedDocument, Document, Failure
from polybe.store import (
    Coding,
    Run,
    Store,
    coded_document,
    drop_run,
    examine,
    pending_documents,
    recode_stream,
    runs,
    settle_pending,
)
from polybe.store.tables.decisions import decision, decision_claim, succession
from tests.stored import NEW, OLD, article, articles, coding_of, contents, keep


def recode(store: Store, version: str = NEW) -> list[str]:
    return [str(each) for each in recode_stream(store, coding_of(version))]


def told(store: Store) -> list[Run]:
    with store.reading() as connection:
        return runs(connection)


def decide(store: Store, claim: str, action: str = "accept", undoes: int | None = None) -> None:
    with store.writing() as connection:
        row = {"at": "2021-05-07T08:00:00+00:00", "who": "ana", "action": action, "undoes": undoes}
        number = connection.execute(insert(decision).returning(decision.c.number), row).scalar_one()
        of = {"decision": number, "claim": claim, "rest": 0}
        connection.execute(insert(decision_claim), of)


def successions(store: Store) -> dict[str, str]:
    with store.reading() as connection:
        rows = connection.execute(select(succession.c.old, succession.c.new))
        return {row.old: row.new for row in rows}


def problems(store: Store) -> list[str]:
    with store.reading() as connection:
        return [f"{each.where}: {each.what}" for each in examine(connection)]


def test_the_newer_coding_is_current_and_the_older_is_kept(store: Store) -> None:
    keep(store, [article(1)])
    assert recode(store) == ["a001.1"]
    with store.reading() as connection:
        now = coded_document(connection, "a001.1")
        before = coded_document(connection, "a001.1", run=1)
    assert before == article(1)
    assert [report.id for report in now.reports] == ["r0", "n1", "r2", "r3", "r4"]
    assert {report.codebook for report in now.reports} == {NEW}
    assert [(each.id, each.codebook, each.documents, each.current) for each in told(store)] == [
        (1, OLD, 1, 0),
        (2, NEW, 1, 1),
    ]
    assert problems(store) == []


def test_what_is_coded_already_is_not_coded_again(store: Store) -> None:
    keep(store, articles(6))
    assert len(recode(store)) == 8
    never = Coding(NEW, lambda _: pytest.fail("coded again"))
    assert list(recode_stream(store, never)) == []


def test_a_coding_set_aside_is_taken_up_again_without_coding(store: Store) -> None:
    keep(store, [article(1)])
    before = contents(store)
    recode(store)
    never = Coding(OLD, lambda _: pytest.fail("coded again"))
    assert list(recode_stream(store, never)) == ["a001.1"]
    assert [each.current for each in told(store)] == [1, 0]
    with store.writing() as connection:
        drop_run(connection, 2)
    after = contents(store)
    assert {name for name in before if before[name] != after[name]} == {"succession"}
    assert successions(store) == {"a001.1/n1": "a001.1/r1"}


def test_recoded_documents_wait_for_the_account(store: Store) -> None:
    keep(store, [article(1)])
    with store.writing() as connection:
        settle_pending(connection, ["a001.1"])
    recode(store)
    with store.reading() as connection:
        assert pending_documents(connection) == ["a001.1"]


def test_what_cannot_be_coded_keeps_its_coding(store: Store) -> None:
    keep(store, [article(1), article(2)])

    def code(documents: Iterable[Document]) -> Iterator[CodedDocument | Failure]:
        for each in coding_of(NEW).code(documents):
            assert isinstance(each, CodedDocument)
            bad = each.document.id == "a001.1"
            yield Failure("a001.1", "broken", "a001.1") if bad else each

    outcomes = list(recode_stream(store, Coding(NEW, code)))
    assert outcomes == [Failure("a001.1", "broken", "a001.1"), "a002.1"]
    assert [each.current for each in told(store)] == [1, 1]
    assert recode(store) == ["a001.1"]


def test_a_decision_stays_with_a_report_whose_id_stays(store: Store) -> None:
    keep(store, [article(1)])
    decide(store, "a001.1/r0")
    recode(store)
    assert successions(store) == {"a001.1/r1": "a001.1/n1"}
    assert problems(store) == []


def test_a_decision_is_led_on_to_what_is_coded_at_the_same_words(store: Store) -> None:
    keep(store, [article(1)])
    decide(store, "a001.1/r1")
    recode(store)
    assert problems(store) == []
    assert successions(store)["a001.1/r1"] == "a001.1/n1"


def test_a_decision_whose_claim_is_gone_is_told_unless_it_is_undone(store: Store) -> None:
    keep(store, [article(1)])
    decide(store, "a001.1/r5")
    recode(store)
    assert problems(store) == ["a001.1/r5: decision 1 is about a claim that is no longer there"]
    decide(store, "a001.1/r0", "undo", undoes=1)
    assert problems(store) == []


def test_claims_are_led_on_through_several_codings_and_back(store: Store) -> None:
    keep(store, [article(1)])
    recode(store)

    def third(documents: Iterable[Document]) -> Iterator[CodedDocument]:
        for each in coding_of(NEW).code(documents):
            assert isinstance(each, CodedDocument)
            data = each.to_dict()
            data["reports"][1].update(id="m1", type="CONTESTS")
            yield CodedDocument.from_dict(data)

    list(recode_stream(store, Coding("v3", third)))
    assert successions(store) == {"a001.1/r1": "a001.1/m1", "a001.1/n1": "a001.1/m1"}
    recode(store, OLD)
    assert successions(store) == {"a001.1/n1": "a001.1/r1", "a001.1/m1": "a001.1/r1"}


def test_a_run_that_is_no_longer_current_can_be_dropped(store: Store) -> None:
    keep(store, articles(6))
    decide(store, "a001.1/r1")
    recode(store)
    with store.writing() as connection:
        assert drop_run(connection, 1).documents == 8
    assert [each.id for each in told(store)] == [2]
    assert problems(store) == []
    with store.reading() as connection, pytest.raises(StoreError, match="no document"):
        coded_document(connection, "a001.1", run=1)


def test_a_run_in_use_is_not_dropped(store: Store) -> None:
    keep(store, [article(1)])
    with store.writing() as connection, pytest.raises(StoreError, match="run 1 is that of 1"):
        drop_run(connection, 1)
    with store.writing() as connection, pytest.raises(StoreError, match="no run 7"):
        drop_run(connection, 7)
    assert [each.documents for each in told(store)] == [1]
