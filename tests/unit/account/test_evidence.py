"""Evidence quotes the sentence that states a report, and marks the word."""

from __future__ import annotations

from polybe.account.evidence import evidence_of
from tests.made import coded


def test_the_sentence_the_word_and_the_article_are_told() -> None:
    article = coded(title="Le fort", outlet="Le Soir", url="https://exemple.fr/a")
    told = evidence_of(article, ["r1"])["kesh/r1"]
    assert told.sentence == "L'armée du Norland a repris lundi le fort de Kesh aux rebelles."
    assert told.sentence[told.start : told.end] == "repris"
    assert (told.title, told.outlet, told.published) == ("Le fort", "Le Soir", "2021-05-04")
    assert (told.time, told.url) == ("2021-05-03", "https://exemple.fr/a")


def test_only_the_reports_asked_for_are_quoted() -> None:
    """One that is gone from the document is left out, not an error."""
    assert set(evidence_of(coded(), ["r2", "r4", "gone"])) == {"kesh/r2", "kesh/r4"}


def test_a_report_without_a_time_tells_none() -> None:
    assert evidence_of(coded(), ["r2"])["kesh/r2"].time is None
