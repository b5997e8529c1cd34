"""The account puts every fact where a reader looks for it, and makes nothing up."""

from __future__ import annotations

from polybe.account import account_of
from tests.made import coded, record, report


def test_control_stands_under_its_place() -> None:
    account = account_of([coded()])
    (stand,) = account.control
    assert stand.place is not None
    assert stand.place.name == "Fort of Kesh"
    assert [fact.type for fact in stand.facts] == ["GAINS", "GAINS"]


def test_only_what_has_a_settled_time_is_dated() -> None:
    account = account_of([coded()])
    assert [fact.traces[0].report for fact in account.timeline] == ["r1"]
    assert [fact.traces[0].report for fact in account.undated] == ["r4"]


def test_a_time_that_is_not_settled_dates_nothing() -> None:
    data = record()
    data["mentions"][10] |= {"value": None, "earliest": None, "latest": None}
    assert account_of([coded(data)]).timeline == ()


def test_the_timeline_runs_from_the_earliest_across_articles() -> None:
    later, earlier = record(id="later"), record(id="earlier")
    earlier["mentions"][10] |= {"value": "2019", "earliest": "2019-01-01", "latest": "2019-12-31"}
    account = account_of([coded(later), coded(earlier)])
    assert [fact.document for fact in account.timeline] == ["earlier", "later"]


def test_tolls_say_on_whose_word_and_the_gravest_comes_first() -> None:
    data = record()
    wounded = report("r9", "toll", "WOUNDED", "été", figures=["f1"])
    data["reports"] = [wounded, data["reports"][2]]
    (tolls,) = account_of([coded(data)]).tolls
    assert tolls.place is None
    assert [fact.type for fact in tolls.facts] == ["KILLED", "WOUNDED"]
    assert [source.name for source in tolls.facts[0].sources] == ["Paul Ardent"]


def test_statements_are_gathered_by_speaker() -> None:
    (speaker,) = account_of([coded(), coded(id="other")]).statements
    assert speaker.actor is not None
    assert speaker.actor.name == "Paul Ardent"
    assert [fact.said for fact in speaker.facts] == ["Nous tiendrons", "Nous tiendrons"]


def test_facts_of_two_articles_are_not_put_together() -> None:
    account = account_of([coded(), coded(id="other")])
    assert len(account.facts) == 2 * len(account_of([coded()]).facts)


def test_ties_join_doer_and_done_to_and_the_sides_of_a_mutual_fact() -> None:
    ties = {(t.actor.name, t.recipient.name): t.codes for t in account_of([coded()]).ties}
    assert ties == {
        ("Sudland", "Rebels of Norland"): (("AID", 1),),
        ("Army of Norland", "Rebels of Norland"): (("RIVAL", 1),),
    }


def test_no_document_gives_an_empty_account() -> None:
    account = account_of([])
    assert account.facts == ()
    assert account.articles == ()
