"""The codebook, a gazetteer of a few places, and readings of sentences from the treebank."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from polybe.codebook import Codebook, load_codebook
from polybe.coding import Coder, code_parsed
from polybe.coding.actors import Actors
from polybe.coding.frames import FrameReader
from polybe.coding.grammar import Grammar
from polybe.model import Document
from tests.readings import PUBLISHED, Coded, Coding, FewPlaces, NoParser, Read, Reading
from tests.treebank import parse_of


@pytest.fixture(scope="session", autouse=True)
def cache_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What tests compile does not push out of the user's cache what he uses."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POLYBE_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def codebook(cache_of_tests: None) -> Codebook:  # noqa: ARG001 - it is kept there
    """The project's own codebook of French."""
    return load_codebook("fr")


@pytest.fixture(scope="session")
def coder(codebook: Codebook) -> Coder:
    """A coder with a few places, and without a parser."""
    return Coder(codebook, FewPlaces(), NoParser())


@pytest.fixture(scope="session")
def coded(coder: Coder) -> Coding:
    """Codes a text made of sentences of the treebank."""

    def code(*sentences: str, between: str = " ", published: str | None = PUBLISHED) -> Coded:
        parse = parse_of(*sentences, between=between)
        document = Document("kesh", parse.text, published=published)
        return Coded(code_parsed(document, parse, coder))

    return code


@pytest.fixture(scope="session")
def read(codebook: Codebook) -> Reading:
    """Reads the grammar of sentences of the treebank."""

    def build(*sentences: str, published: str | None = PUBLISHED) -> Read:
        grammar = Grammar(parse_of(*sentences), codebook.language)
        actors = Actors(grammar, codebook, published)
        actors.find()
        by_token = actors.by_token

        def names_actor(index: int) -> bool:
            return index in by_token and by_token[index].last == index + 1

        return Read(grammar, actors, FrameReader(grammar, by_token.__contains__, names_actor))

    return build
