"""What goes into a store comes out of it, once, and versions of an article stand in order."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from polybe import app
from polybe.errors import StoreError
from polybe.messages import Reason
from polybe.model import CodedDocument, Failure
from polybe.store import (
    Added,
    Store,
    add_documents,
    begin_run,
    coded_document,
    coded_documents,
    counts,
    documents,
    examine,
    pending_documents,
    settle_pending,
    stored_ids,
    versions,
)
from polybe.store.answers import Asked, answer
from polybe.store.streams import Coding, add_stream
from tests.made import coded, record
from tests.stored import NOW, OLD, article, articles, as_read, coding_of, contents, keep


def add(store: Store, *coded_documents: CodedDocument, now: datetime = NOW) -> Added:
    with store.writing() as connection:
        run = begin_run(connection, OLD, now=now)
        return add_documents(connection, coded_documents, run, now=now)


def waiting(store: Store) -> list[str]:
    with store.reading() as connection:
        return pending_documents(connection)


def settle(store: Store) -> None:
    with store.writing() as connection:
        settle_pending(connection, pending_documents(connection))


def history(store: Store, id_: str) -> list[tuple[str, int, str, str | None]]:
    with store.reading() as connection:
        found = versions(connection, id_)
    return [(each.document.id, each.revision, each.known, each.until) for each in found]


def test_a_coded_document_comes_out_as_it_went_in(store: Store) -> None:
    samples = Path("samples/samples.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in samples]
    given = [article(1), article(2, title=None, outlet="Le Jour", published=None, url=None)]
    given += [
        CodedDocument(replace(article(n).document, id=f"s{n}", text=t, url=f"u.fr/{n}"), (), ())
        for n, t in enumerate(texts)
    ]
    add(store, *given)
    with store.reading() as connection:
        assert [coded_document(connection, each.document.id) for each in given] == given
        found = list(coded_documents(connection, [each.document.id for each in given]))
    assert {each.document.id: each for each in found} == {each.document.id: each for each in given}


def test_figures_and_coordinates_keep_their_type(store: Store) -> None:
    add(store, made := coded())
    with store.reading() as connection:
        assert repr(coded_document(connection, "kesh")) == repr(made)


def test_what_is_not_there_is_told(store: Store) -> None:
    with store.reading() as connection, pytest.raises(StoreError, match="no document nobody"):
        coded_document(connection, "nobody")


def test_adding_twice_changes_nothing(store: Store) -> None:
    first = add(store, *articles(10))
    settle(store)
    before = contents(store)
    again = add(store, *articles(10), now=NOW + timedelta(days=3))
    assert (len(first.new), len(first.revised), first.known) == (10, 2, ())
    assert again == Added(known=(*first.new, *first.revised))
    assert contents(store) == before
    assert waiting(store) == []


def test_a_document_twice_in_one_batch_is_kept_once(store: Store) -> None:
    assert add(store, article(1), article(1)) == Added(new=("a001.1",), known=("a001.1",))


def test_articles_that_are_there_are_not_coded_again(store: Store) -> None:
    read = as_read(articles(5))
    keep(store, read[:3])
    asked: list[str] = []

    def code(documents: Iterable[object]) -> list[CodedDocument]:
        found = list(coding_of(OLD).code(documents))  # type: ignore[arg-type]
        asked.extend(each.document.id for each in found if isinstance(each, CodedDocument))
        return [each for each in found if isinstance(each, CodedDocument)]

    list(add_stream(store, read, Coding(OLD, code)))
    assert asked == [each.id for each in read[3:]]
    with store.reading() as connection:
        assert None not in stored_ids(connection, read)
        assert counts(connection).documents == len(read)


def test_everything_new_waits_for_the_account(store: Store) -> None:
    added = add(store, *articles(6))
    assert set(waiting(store)) == {*added.new, *added.revised}


def test_a_newer_version_stands_in_the_place_of_the_older(store: Store) -> None:
    add(store, article(1, published="2021-05-04"))
    settle(store)
    added = add(store, article(1, version=2, published="2021-05-06"))
    assert added == Added(revised=("a001.2",))
    assert history(store, "a001.1") == [
        ("a001.1", 1, "2021-05-04", "2021-05-06"),
        ("a001.2", 2, "2021-05-06", None),
    ]
    assert waiting(store) == ["a001.1", "a001.2"]


def test_a_correction_in_silence_is_known_from_the_day_it_was_added(store: Store) -> None:
    add(store, article(1, published="2021-05-04"))
    add(store, article(1, version=2, published="2021-05-04"), now=NOW + timedelta(days=2))
    assert history(store, "a001.2")[1] == ("a001.2", 2, "2021-05-08", None)


def test_an_older_version_that_comes_late_takes_its_place_in_the_past(store: Store) -> None:
    add(store, article(1, version=3, published="2021-05-09T10:00:00+02:00"))
    add(store, article(1, version=1, published="2021-05-01"))
    settle(store)
    add(store, article(1, version=2, published="2021-05-09T07:00:00+00:00"))
    assert history(store, "a001.1") == [
        ("a001.1", 1, "2021-05-01", "2021-05-09"),
        ("a001.2", 2, "2021-05-09", "2021-05-09"),
        ("a001.3", 3, "2021-05-09", None),
    ]
    assert waiting(store) == ["a001.2", "a001.3"]


def test_one_address_is_one_article_however_its_url_is_written(store: Store) -> None:
    add(store, article(1, url="https://www.exemple.fr/une/guerre/?utm_source=x#haut"))
    add(store, article(1, version=2, url="http://exemple.fr/une/guerre"))
    assert [row[0] for row in history(store, "a001.2")] == ["a001.1", "a001.2"]


def test_another_text_under_a_known_id_is_a_version_and_not_lost(store: Store) -> None:
    """Newsrooms number articles: the number stays when the article changes."""
    first, second = article(1), article(1, version=2)
    second = replace(second, document=replace(second.document, id=first.document.id))
    add(store, first)
    (id_,) = add(store, second).revised
    assert id_.startswith("a001.1~")
    assert add(store, second) == Added(known=(id_,))
    with store.reading() as connection:
        kept = coded_document(connection, id_)
    assert kept.document == replace(second.document, id=id_)
    assert kept.reports == second.reports
    assert [row[0] for row in history(store, id_)] == ["a001.1", id_]


def test_without_url_articles_of_different_outlets_are_different(store: Store) -> None:
    first = article(1, url=None, outlet="Le Jour")
    other = article(1, version=2, url=None, outlet="La Nuit")
    other = replace(other, document=replace(other.document, id=first.document.id))
    assert len(add(store, first, other).new) == 2


def test_a_damaged_document_is_a_failure_and_the_others_are_kept(store: Store) -> None:
    bad = article(2)
    bad = replace(bad, document=replace(bad.document, text="x" + bad.document.text))
    nul = article(3)
    nul = replace(nul, document=replace(nul.document, text=nul.document.text + "\0"))
    outcomes = dict(keep(store, [article(1), bad, nul, article(4)]))
    assert outcomes["a001.1"] == outcomes["a004.1"] == "new"
    assert "is not the one told" in outcomes["a002.1"]
    assert "NUL" in outcomes["a003.1"]


def test_failures_of_the_stream_are_passed_on(store: Store) -> None:
    failure = Failure("x.txt", "broken")
    assert list(add_stream(store, [failure], coding_of(OLD))) == [failure]


def test_documents_are_found_by_outlet_day_and_page(store: Store) -> None:
    add(
        store,
        article(1, outlet="Le Jour", published="2021-05-01"),
        article(2, outlet="Le Jour", published="2021-05-03"),
        article(3, outlet="La Nuit", published="2021-05-03"),
        article(2, version=2, outlet="Le Jour", published="2021-05-05"),
    )

    def found(**asked: object) -> list[str]:
        with store.reading() as connection:
            return [each.document.id for each in documents(connection, **asked)]  # type: ignore[arg-type]

    assert found() == ["a001.1", "a002.1", "a002.2", "a003.1"]
    assert found(outlet="Le Jour") == ["a001.1", "a002.1", "a002.2"]
    assert found(known_from="2021-05-02", known_to="2021-05-03") == ["a002.1", "a003.1"]
    assert found(superseded=False) == ["a001.1", "a002.2", "a003.1"]
    assert found(after="a001.1", limit=2) == ["a002.1", "a002.2"]
    assert found(ids=["a003.1", "nobody"]) == ["a003.1"]


def test_the_store_tells_how_much_it_holds(store: Store) -> None:
    add(store, *articles(10))
    with store.reading() as connection:
        held = counts(connection)
        assert list(examine(connection)) == []
    assert (held.articles, held.documents, held.reports, held.runs) == (10, 12, 72, 1)
    assert held.pending == 12


@pytest.mark.parametrize("id_", ["a\0b", "a\ud83d"])
def test_articles_that_no_database_holds_fail_before_the_store_is_asked(
    store: Store, id_: str
) -> None:
    good = article(1).document
    told = list(add_stream(store, [replace(good, id=id_), good], coding_of(OLD)))
    failed = [each.reason for each in told if isinstance(each, Failure)]
    assert [reason.key for reason in failed if isinstance(reason, Reason)] == ["unsound.characters"]
    with store.reading() as connection:
        assert counts(connection).documents == 1


def test_a_codebook_that_is_no_text_is_told(store: Store) -> None:
    made, version = article(1), ["v1"]
    reports = (replace(made.reports[0], codebook=version), *made.reports[1:])  # type: ignore[arg-type]
    (told,) = add_stream(store, [replace(made, reports=reports)], coding_of(OLD))
    assert isinstance(told, Failure)


def test_names_of_any_length_can_be_indexed(store: Store) -> None:
    signs = [chr(code) for code in range(0x4E00, 0x8E00)]
    endless = "".join(random.Random(0).sample(signs, 10_000))  # which no compression makes short
    data = record(id=endless[:333], outlet=endless[:333], url=f"https://exemple.fr/{endless}")
    for mention in data["mentions"]:
        if mention["kind"] in {"actor", "place"}:
            mention |= {"name": endless, "actor": None, "geonames": None}
    for report in data["reports"]:
        report["id"] = report["id"] + endless[:66]
    made = coded(data)
    assert keep(store, [made]) == [(made.document.id, "new")]
    app.reconcile_store(store)
    app.rate_source(store, "speaker", endless, "B2", who="Ana")
    (speaker,) = [each for each in app.list_sources(store) if each.kind == "speaker"]
    assert speaker.rating.code == "B2"
    asked = Asked("2021-05-06", "2021-05-06", place=endless, actor=endless)
    with store.reading() as connection:
        assert answer(connection, asked, app.account_words()).situation.control
