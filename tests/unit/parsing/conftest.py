"""Hand-built sentences for the tests of the repairs: no model is loaded."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from polybe.model import Token
from polybe.parsing.draft import Draft
from polybe.parsing.french.complements import repair_complements
from polybe.parsing.french.roots import repair_roots
from polybe.parsing.french.subjects import repair_subjects
from polybe.parsing.lexicon import Lexicon
from polybe.parsing.words import ParsingWords


def _build_draft(rows: str, *, first: int = 0) -> Draft:
    """A sentence from rows « form lemma POS label head [features] »; heads count from 1, 0 is root.

    A lemma « _ » is the form; features are joined by « | ».  Tokens stand one space apart and are
    numbered from ``first`` as in a document.
    """
    tokens: list[Token] = []
    position = 0
    for number, row in enumerate(line.split() for line in rows.strip().splitlines()):
        form, lemma, pos, dep, head, *rest = row
        index = first + number
        tokens.append(
            Token(
                index=index,
                start=position,
                end=position + len(form),
                text=form,
                lemma=form if lemma == "_" else lemma,
                pos=pos,
                morph=frozenset(rest[0].split("|")) if rest else frozenset(),
                dep=dep,
                head=index if head == "0" else first + int(head) - 1,
            )
        )
        position += len(form) + 1
    return Draft(tokens)


def _edges(draft: Draft) -> dict[str, tuple[str, str]]:
    """Label and governor of each word, by its form; a root's governor is « »."""
    return {
        token.text: (token.dep, "" if token.head == token.index else draft[token.head].text)
        for token in draft
    }


@pytest.fixture(scope="session")
def build_draft() -> Callable[..., Draft]:
    """Makes a sentence from rows; see :func:`_build_draft`."""
    return _build_draft


@pytest.fixture(scope="session")
def edges() -> Callable[[Draft], dict[str, tuple[str, str]]]:
    """Reads the tree of a sentence; see :func:`_edges`."""
    return _edges


@pytest.fixture(scope="session")
def words() -> ParsingWords:
    """The word lists of French."""
    return ParsingWords.load("fr")


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """A small lexicon in the form of the model's tables."""
    return Lexicon(
        lemmas={
            "verb": frozenset(
                ("contrôler", "bombarder", "tirer", "assiéger", "entrer", "estimer", "tuer")
            ),
            "noun": frozenset(("gang", "tire", "entrée", "roi", "moment", "bombarde")),
            "adj": frozenset(("russe", "civil")),
            "adv": frozenset(("souvent",)),
        },
        irregular={
            "verb": {"vit": ["voir"], "tue": ["taire"], "assiégée": ["assiéger"]},
            "noun": {"assiégée": ["assiégé"]},
            "adj": {},
            "adv": {},
        },
        rules={
            "verb": [["ent", "er"], ["é", "er"], ["ées", "er"], ["ée", "er"]],
            "noun": [["s", ""]],
            "adj": [["s", ""]],
            "adv": [],
        },
        others=frozenset(("sanctions",)),
    )


@pytest.fixture
def drafted(
    build_draft: Callable[..., Draft], lexicon: Lexicon, words: ParsingWords
) -> Callable[[str], Draft]:
    """Makes a sentence from rows and mends its tree."""

    def repair(rows: str) -> Draft:
        draft = build_draft(rows)
        repair_roots(draft, lexicon)
        repair_subjects(draft, words)
        repair_complements(draft, words)
        return draft

    return repair


@pytest.fixture
def repaired(
    drafted: Callable[[str], Draft], edges: Callable[[Draft], dict[str, tuple[str, str]]]
) -> Callable[[str], dict[str, tuple[str, str]]]:
    """The tree of a sentence made from rows, mended."""
    return lambda rows: edges(drafted(rows))
