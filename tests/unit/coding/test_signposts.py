"""Signposts to other articles."""

from __future__ import annotations

from polybe.coding.signposts import signposts
from tests.readings import Coding, Reading

SIGNPOST = "Lire aussi : Bombardements russes sur Alep"


def test_a_signpost_runs_to_the_end_of_its_title(read: Reading) -> None:
    """Every token of « Lire aussi : … » is apart, none of the sentence before."""
    grammar = read("Damas a accepté une trêve.", SIGNPOST).grammar
    assert signposts(grammar) == frozenset(range(6, len(grammar.tokens)))


def test_a_sentence_run_into_a_signpost_is_the_articles(read: Reading) -> None:
    """A title has no full stop: what follows the cue and has one is told by the article."""
    reading = read("Lire aussi : L'armée a bombardé Alep.")
    apart = signposts(reading.grammar)
    assert reading.at("Lire") in apart
    assert reading.at("bombardé") not in apart


def test_plain_sentences_hold_no_signpost(read: Reading) -> None:
    """Nothing is set apart in an article's own sentences."""
    assert signposts(read("Damas a accepté une trêve.").grammar) == frozenset()


def test_what_a_signpost_tells_is_not_reported(coded: Coding) -> None:
    """The headline of another article gives no report; the article's own sentence does."""
    assert coded(SIGNPOST).codes == []
    assert coded("L'armée syrienne a bombardé Alep.", SIGNPOST, between="\n").codes == ["ASSAULT"]


def test_a_title_ends_where_a_sentence_begins(read: Reading) -> None:
    """Two run together without a stop: the title is apart, the sentence after it is not."""
    reading = read(
        "Lire aussi : Le pape en visite Dans la capitale, les rebelles ont tué deux soldats."
    )
    apart = signposts(reading.grammar)
    assert reading.at("pape") in apart
    assert reading.at("Dans") not in apart
