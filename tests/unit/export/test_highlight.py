"""The text is cut without loss, and every stretch knows the spans over it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from polybe.account import facts_of
from polybe.export.highlight import segments_of
from polybe.model import ActorMention, CodedDocument, Document
from tests.made import TEXT, coded


def test_the_segments_are_the_text() -> None:
    document = coded()
    segments = segments_of(document, facts_of(document))
    assert "".join(segment.text for segment in segments) == TEXT


@given(st.lists(st.tuples(st.integers(-3, 30), st.integers(-3, 30)), max_size=12))
def test_no_spans_whatever_lose_or_double_text(spans: list[tuple[int, int]]) -> None:
    text = "L'armée reprend la ville."
    mentions = tuple(ActorMention(f"m{i}", a, b, "") for i, (a, b) in enumerate(spans))
    document = CodedDocument(Document("d", text), mentions, ())
    segments = segments_of(document, [])
    assert "".join(segment.text for segment in segments) == text
    kept = {m.id for m in mentions if 0 <= m.start < m.end <= len(text)}
    assert {anchor for segment in segments for anchor in segment.anchors} == kept


def test_overlapping_spans_share_the_stretch_they_share() -> None:
    text = "abcdef"
    mentions = (ActorMention("m1", 0, 4, "abcd"), ActorMention("m2", 2, 6, "cdef"))
    segments = segments_of(CodedDocument(Document("d", text), mentions, ()), [])
    assert [(s.text, s.classes) for s in segments] == [
        ("ab", "actor"),
        ("cd", "actor2"),
        ("ef", "actor"),
    ]


def test_a_stretch_leads_to_the_fact_of_its_shortest_span() -> None:
    document = coded()
    facts = facts_of(document)
    segments = segments_of(document, facts)
    (trigger,) = (s for s in segments if s.text == "tués")
    assert trigger.target is not None
    assert facts[trigger.target - 1].kind == "toll"
    assert [kind for _, kind in trigger.notes] == ["toll"]


def test_a_quote_alone_leads_nowhere_but_knows_its_fact() -> None:
    document = coded()
    (quote,) = (s for s in segments_of(document, facts_of(document)) if s.text == "Nous tiendrons")
    assert quote.target is None
    assert len(quote.facts) == 1
