"""The page stands alone, leads both ways between facts and words, and trusts no text."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from polybe.account import account_of
from polybe.export import Context, render_brief
from polybe.messages import load_messages
from polybe.model import CodedDocument
from tests.made import TEXT, coded, record

CONTEXT = Context(quads={"AID": "material cooperation"}, countries={"SYR": "Syrie"}, version="0")


class Page(HTMLParser):
    """Ids, links and the plain text of the article."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.article = ""
        self._depth = 0
        self._skip = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if tag == "a":
            self.links.append(values.get("href") or "")
        self.loaded += [
            v for k, v in attrs if v and (k == "src" or (tag == "link" and k == "href"))
        ]
        if tag == "div" and (self._depth or values.get("class") == "text"):
            self._depth += 1
        self._skip += tag == "sup"

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == "div" and self._depth > 0
        self._skip -= tag == "sup"

    def handle_data(self, data: str) -> None:
        if self._depth and not self._skip:
            self.article += data


def page(*documents: CodedDocument, language: str = "fr") -> str:
    return render_brief(account_of(documents), documents, load_messages(language), CONTEXT)


def test_the_article_stands_on_the_page_word_for_word() -> None:
    assert Page(page(coded())).article == TEXT


def test_every_link_leads_somewhere_on_the_page_and_no_id_stands_twice() -> None:
    found = Page(page(coded(), coded(id="other")))
    inner = [link[1:] for link in found.links if link.startswith("#")]
    assert inner
    assert set(inner) <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))


def test_each_report_is_reached_from_its_words_and_leads_back() -> None:
    found = Page(page(coded()))
    facts = len(account_of([coded()]).facts)
    for number in range(1, facts + 1):
        assert f"#r1-{number}" in found.links
    for report in coded().reports:
        assert f"#t1-{report.id}" in found.links


def test_nothing_is_asked_of_any_network() -> None:
    html = page(coded(url="https://exemple.org/a"))
    assert Page(html).loaded == []
    assert "default-src 'none'" in html
    assert not re.search(r"@import|url\(\s*['\"]?(?!#)", html)


def test_hostile_text_is_shown_and_never_obeyed() -> None:
    hostile = "<script>alert(1)</script> \"x\" onload='y' & {{ 7*7 }}"
    data = record(title=hostile, outlet=hostile, id=hostile, url="javascript:alert(1)")
    data["document"]["text"] = TEXT + hostile
    data["mentions"][4]["name"] = hostile
    html = page(coded(data))
    assert "<script>alert" not in html
    assert "{{ 7*7 }}" in html
    assert "javascript:alert(1)" not in Page(html).links
    assert Page(html).article == TEXT + hostile


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "Qui tient quoi"), ("en", "Who holds what")]
)
def test_the_page_speaks_the_language_asked_for(language: str, words: str) -> None:
    html = page(coded(), language=language)
    assert f'<html lang="{language}">' in html
    assert words in html


def test_what_is_not_told_as_fact_is_marked() -> None:
    assert 'class="status s-alleged">allégué<' in page(coded())


def test_an_article_in_which_nothing_was_found_has_a_page_too() -> None:
    bare = CodedDocument(coded().document, (), ())
    html = page(bare)
    assert load_messages("fr")("account.nothing_at_all") in unescape(html)
    assert Page(html).article == TEXT


def test_the_map_names_the_place() -> None:
    assert re.search(r'<circle class="point p-site"', page(coded()))
