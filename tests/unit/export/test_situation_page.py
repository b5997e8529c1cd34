"""The page of a situation stands alone, leads from facts to sentences, and trusts no text."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest

from polybe.account.evidence import Evidence
from polybe.account.situation import Situation
from polybe.export import Context, render_situation
from polybe.export.situation_sections import findings_shown, sections_of
from polybe.messages import load_messages
from tests.situations import HOMS, MINISTER, evidence, situation, situation_from, told
from tests.unit.account.claiming import DAECH

CONTEXT = Context(quads={}, countries={"SYR": "Syrie"}, version="0")
HOSTILE = "<script>alert(1)</script> \"x\" onload='y' & {{ 7*7 }}"


class Page(HTMLParser):
    """Ids, links, marked words, and the text under every id of a fact."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.facts: dict[str, str] = {}
        self.marked: list[str] = []
        self._fact = ""
        self._marking = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.add(tag)
        self.attributes |= set(values)
        if values.get("id"):
            self.ids.append(str(values["id"]))
            self._fact = str(values["id"])
        if tag == "a":
            self.links.append(values.get("href") or "")
        self.loaded += [v for k, v in attrs if v and k in {"src", "srcset", "data"}]
        self._marking = tag == "mark"

    def handle_endtag(self, tag: str) -> None:
        self._marking = self._marking and tag != "mark"

    def handle_data(self, data: str) -> None:
        self.facts[self._fact] = self.facts.get(self._fact, "") + data
        if self._marking:
            self.marked.append(data)


def page(some: Situation | None = None, language: str = "en", **fields: Any) -> str:
    given = {"evidence": evidence(), **fields}
    return render_situation(some or situation(), load_messages(language), CONTEXT, **given)


def plain(html: str) -> str:
    """The words of a page on one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html.split("</style>")[1])).split())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ["Situation au 2017-03-16", "Qui tient quoi", "D'où cela vient",
                "selon Observatoire"]),
        ("en", ["Situation on 2017-03-16", "Who holds what", "Where it comes from",
                "according to Observatoire"]),
    ],
)  # fmt: skip
def test_the_page_speaks_the_language_asked_for(language: str, words: list[str]) -> None:
    html = page(language=language)
    assert f'<html lang="{language}">' in html
    assert [each for each in words if each not in plain(html)] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_says_all_that_the_terminal_says(language: str) -> None:
    messages = load_messages(language)
    sections = sections_of(situation(), messages, evidence=evidence(), countries=CONTEXT.countries)
    told_ = plain(page(language=language))
    for section in sections:
        assert " ".join(section.title.split()) in told_
        for row in section.rows:
            for cell in row.cells:
                words = " ".join("".join(piece.text for piece in cell).split())
                assert words in told_


def test_every_link_leads_somewhere_on_the_page_and_no_id_stands_twice() -> None:
    found = Page(page())
    inner = [link[1:] for link in found.links if link.startswith("#")]
    assert set(inner) <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))


def test_every_fact_shown_leads_to_the_sentences_of_all_its_claims() -> None:
    found = Page(page())
    shown = findings_shown(sections_of(situation(), load_messages("en"), evidence=evidence()))
    quoted = evidence()
    for number, finding in enumerate(shown, start=1):
        assert f"#c{number}" in found.links
        for claim in finding.claims:
            assert " ".join(quoted[claim].sentence.split()) in found.facts[f"c{number}"]
            assert claim in found.facts[f"c{number}"]


def test_a_sentence_is_quoted_with_outlet_day_and_the_word_marked() -> None:
    html = page()
    assert "L&#39;armée dément avoir <mark>pris</mark> Palmyre." in html
    assert "repris" in Page(html).marked
    (card,) = [text for text in Page(html).facts.values() if "repris Palmyre jeudi" in text]
    assert "Le Soir" in card
    assert "published 2017-03-09" in card


def test_a_claim_whose_sentence_is_not_at_hand_says_so() -> None:
    assert "sentence not in the store" in plain(page(evidence={}))
    assert "sentence not in the store" not in plain(page())


def test_what_is_disputed_is_marked_as_disputed_wherever_it_stands() -> None:
    held, disputed = (
        re.search(rf"<tr class=\"fact\">(?:(?!</tr>).)*{place}.*?</tr>", page(), re.DOTALL)
        for place in ("Raqqa", "Palmyre")
    )
    assert disputed
    assert "status disputed" in disputed[0]
    assert held
    assert "status disputed" not in held[0]


def test_denials_and_reservations_are_marked() -> None:
    html = page()
    assert 'class="status s-denied">denied<' in html
    assert 'class="status s-planned">planned<' in html


def test_the_map_colours_places_by_who_holds_them() -> None:
    html = page()
    assert re.search(r'<circle class="point p-city side\d contested"', html)
    assert re.search(r'<circle class="point p-city side\d"', html)
    title = re.search(r"<title>Raqqa · [^<]*</title>", html)
    assert title
    assert "Daech" in title[0]


def test_without_coordinates_there_is_no_map() -> None:
    bare = replace(HOMS, latitude=None, longitude=None)
    html = page(situation_from([told("x", "2017-03-15", places=(bare,))]))
    assert "<svg" not in html
    assert 'href="#map"' not in html


def test_nothing_is_asked_of_any_network_and_nothing_runs() -> None:
    html = page()
    found = Page(html)
    assert found.loaded == []
    assert not {"script", "link", "img", "iframe", "object", "form"} & found.tags
    assert "default-src 'none'; style-src 'unsafe-inline'" in html
    assert not re.search(r"@import|url\(", html)


def test_hostile_text_is_shown_and_never_obeyed() -> None:
    """In names, quotes, places, outlets, ids, sentences, titles, addresses."""
    actor = replace(MINISTER, name=HOSTILE, text=HOSTILE, actor=None)
    place = replace(HOMS, name=HOSTILE, text=HOSTILE, admin1=HOSTILE)
    fields = {"actors": (actor,), "places": (place,), "outlet": HOSTILE, "sources": (actor,)}
    some = [
        told(HOSTILE, "2017-03-15", kind="statement", type="DIRECT", said=HOSTILE, **fields),
        told("taken", "2017-03-15", kind="control", type="GAINS", **fields),
    ]
    end = len(HOSTILE)
    quoted = Evidence(HOSTILE, HOSTILE, HOSTILE, HOSTILE, 0, end, HOSTILE, "javascript:alert(1)")
    sentences = {voice.claim: quoted for finding in some for voice in finding.voices}
    html = page(situation_from(some), evidence=sentences, about=(HOSTILE,))
    assert "script" not in Page(html).tags
    assert "{{ 7*7 }}" in html
    assert not [link for link in Page(html).links if not link.startswith("#")]
    assert not [name for name in Page(html).attributes if name.startswith("on")]


def test_an_article_is_led_to_by_its_address() -> None:
    """That of the web alone."""
    addressed = {
        claim: replace(each, url="https://exemple.fr/a") for claim, each in evidence().items()
    }
    assert "https://exemple.fr/a" in Page(page(evidence=addressed)).links


def test_what_was_cut_off_and_asked_for_is_told() -> None:
    words = plain(page(more={"events": 3}, about=("Palmyre",)))
    assert "… and 3 more" in words
    assert "About: Palmyre" in words


def test_a_day_on_which_nothing_is_known_has_a_page_too() -> None:
    html = page(situation_from([]))
    assert "Nothing of it is known on that day." in plain(html)
    assert 'id="evidence"' not in html


def test_a_row_that_rests_on_many_facts_keeps_them_folded() -> None:
    toll = {"kind": "toll", "type": "KILLED", "mode": "incident", "actors": (DAECH,)}
    many = [told(f"t{n}", f"2017-03-0{n}", **toll) for n in range(1, 8)]
    assert "<summary>7 facts</summary>" in page(situation_from(many))
