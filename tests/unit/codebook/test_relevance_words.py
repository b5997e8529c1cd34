"""The words of relevance: which tell plainly, which of other matters, what no pack may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from polybe.codebook import Codebook, load_codebook
from polybe.codebook.folding import fold_words
from polybe.codebook.ontology import Code
from polybe.errors import CodebookError


def folded(phrase: str) -> str:
    return " ".join(fold_words(phrase))


@pytest.fixture(scope="module")
def known(codebook: Codebook) -> set[str]:
    """Folded phrases of the codebook that tell plainly unless they are listed as everyday words."""
    words = codebook.relevance_words
    found = {
        folded(predicate.lemma.removeprefix("se ").removeprefix("s'"))
        for predicate in codebook.predicates.all()
        if predicate.code.kind not in ("statement", "relation")
        and not predicate.conditions
        and not words.is_everyday("", predicate.code)
    }
    for phrases in codebook.language.roles.values():
        for phrase in phrases:
            role = phrase.role
            if role.protests or (role.sector in words.sectors and not role.thing):
                found.add(" ".join(phrase.words))
    return found


def test_every_everyday_word_is_one_of_the_codebook(codebook: Codebook, known: set[str]) -> None:
    """One that the codebook does not know, or does not count as plain anyway, would do nothing."""
    assert codebook.relevance_words.everyday - known == set()


def test_no_plain_word_is_listed_that_the_codebook_has(codebook: Codebook, known: set[str]) -> None:
    words = codebook.relevance_words
    assert {folded(word) for word in words.plain} & (known - words.everyday) == set()


def test_no_word_of_another_matter_tells_plainly(codebook: Codebook, known: set[str]) -> None:
    """It would never be counted, or count against what the codebook says."""
    words = codebook.relevance_words
    others = [folded(word) for matter in words.matters.values() for word in matter]
    assert (
        set(others) & ((known - words.everyday) | {folded(word) for word in words.plain}) == set()
    )
    assert len(others) == len(set(others))


@pytest.mark.parametrize(
    ("code", "everyday"),
    [
        (Code("event", "SUPPORT"), True),
        (Code("event", "CONSULT", "visit"), True),
        (Code("event", "ACCUSE", "disapprove"), True),
        (Code("event", "ACCUSE", "allege"), False),
        (Code("event", "ASSAULT", "aerial"), False),
    ],
)
def test_a_code_is_everyday_by_its_type_or_its_mode(
    codebook: Codebook, code: Code, everyday: bool
) -> None:
    assert codebook.relevance_words.is_everyday("quelconque", code) is everyday


def test_plurals_of_french(codebook: Codebook) -> None:
    """Too many rather than too few."""
    assert {"soldat", "soldats"} <= set(codebook.relevance_words.numbers("soldat"))
    assert "generaux" in set(codebook.relevance_words.numbers("general"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('sectors = ["XYZ"]', r"relevance\.toml.*sectors.*XYZ"),
        ('everyday_codes = ["DANCE"]', r"relevance\.toml.*everyday_codes.*DANCE"),
        ('plain = ["…"]', r"relevance\.toml.*plain"),
        ('words = ["mot"]', r"relevance\.toml.*words"),
    ],
)
def test_what_means_nothing_is_refused_by_name(tmp_path: Path, text: str, named: str) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "relevance.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError, match=named):
        load_codebook("fr", overlay=tmp_path)
