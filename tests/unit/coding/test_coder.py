"""The coder as a whole: one document, many, and those that cannot be coded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from polybe.coding import Coder, code, code_many, code_parsed
from polybe.model import CodedDocument, Document, Failure, Parse
from tests.readings import PUBLISHED
from tests.treebank import parse_of

SENTENCES = (
    "L'armée syrienne a bombardé Alep.",
    "Les rebelles se sont retirés de Homs.",
    "Damas a accepté une trêve.",
)


class Treebank:
    """A parser that knows the sentences of the treebank."""

    def parse(self, text: str) -> Parse:
        return parse_of(text)

    def parse_many(self, texts: Iterable[str]) -> Iterator[Parse]:
        return map(parse_of, texts)


@pytest.fixture
def reading_coder(coder: Coder) -> Coder:
    """The coder with a parser of known sentences."""
    return replace(coder, parser=Treebank())


def documents() -> list[Document]:
    return [Document(str(n), text, published=PUBLISHED) for n, text in enumerate(SENTENCES)]


def test_many_are_coded_like_each(reading_coder: Coder) -> None:
    """Order is kept, and no document tells on another."""
    each = [code(document, reading_coder) for document in documents()]
    assert list(code_many(documents(), lambda _: reading_coder)) == each
    assert list(code_many(reversed(documents()), lambda _: reading_coder)) == each[::-1]


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_a_blank_text_is_a_failure_that_names_its_document(coder: Coder, text: str) -> None:
    """It is told, not raised, and the parser is not asked."""
    failure = code(Document("empty", text), coder)
    assert isinstance(failure, Failure)
    assert (failure.document, failure.reason) == ("empty", "the text is empty")


def test_one_failure_does_not_stop_the_others(reading_coder: Coder) -> None:
    """A blank document among others fails in its own place."""
    first, *rest = documents()
    found = list(code_many([first, Document("blank", " "), *rest], lambda _: reading_coder))
    assert [isinstance(each, Failure) for each in found] == [False, True, False, False]
    assert found[2] == code(rest[0], reading_coder)


def test_a_document_coded_twice_is_equal(coder: Coder) -> None:
    """Same text, same codebook: same mentions, reports and ids."""
    parse = parse_of(*SENTENCES)
    document = Document("twice", parse.text, published=PUBLISHED)
    assert code_parsed(document, parse, coder) == code_parsed(document, parse, coder)


def test_the_document_is_given_back_as_it_was(reading_coder: Coder) -> None:
    """Title, address and text are not rewritten."""
    document = Document("d", SENTENCES[2], title="Trêve", url="https://example.org/a")
    coded = code(document, reading_coder)
    assert isinstance(coded, CodedDocument)
    assert coded.document is document


def test_a_text_without_tokens_has_no_mentions_or_reports(coder: Coder) -> None:
    """An empty parse is no error."""
    coded = code_parsed(Document("d", "…"), Parse("…", (), ()), coder)
    assert (coded.mentions, coded.reports) == ((), ())
