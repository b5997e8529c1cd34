"""The word lists of a language."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from polybe.codebook import Codebook
from polybe.codebook.language import load_language
from polybe.codebook.ontology import load_ontology
from polybe.codebook.packs import OWN_PACKS, Packs
from polybe.errors import CodebookError

CONTEXTS = load_ontology(Packs()).contexts


@pytest.fixture
def own_copy(tmp_path: Path) -> Path:
    """A copy of the French pack's own files, to break."""
    (tmp_path / "fr").mkdir()
    for path in (OWN_PACKS / "fr").glob("*.toml"):
        shutil.copy(path, tmp_path / "fr")
    return tmp_path


def test_a_language_without_pack_is_named(tmp_path: Path) -> None:
    """No folder, no language."""
    with pytest.raises(CodebookError, match="'xx'"):
        load_language(Packs((tmp_path,)), "xx", ())


def test_lists_are_folded(codebook: Codebook) -> None:
    """« à » and « après » are found by the words of any text; contractions lead to « a »."""
    language = codebook.language
    assert "plutot que de" in language.stance["without"]
    assert language.contractions["aux"] == "a"


def test_longer_phrases_come_first(codebook: Codebook) -> None:
    """Of roles, cues and signposts that begin with one word, the longest is tried first."""
    language = codebook.language
    tables = [
        *[[phrase.words for phrase in found] for found in language.roles.values()],
        *language.cues.values(),
        *language.signposts.values(),
    ]
    assert all([len(p) for p in t] == sorted((len(p) for p in t), reverse=True) for t in tables)


def test_nouns_in_capitals_want_one(codebook: Codebook) -> None:
    """« Etat » is a role only with its capital, « armée » with or without."""
    roles = codebook.language.roles
    assert not any(phrase.capital for phrase in roles["armee"] if len(phrase.words) == 1)
    capitals = [p for found in roles.values() for p in found if p.capital]
    assert capitals


def test_a_role_with_an_unknown_key_is_named(own_copy: Path) -> None:
    """File, number of the entry, key."""
    path = own_copy / "fr" / "roles.toml"
    added = '\n[[role]]\nnouns = ["x"]\nsector = "GOV"\nname = "x"\noffise = "y"\n'
    path.write_text(path.read_text(encoding="utf-8") + added, encoding="utf-8")
    with pytest.raises(CodebookError, match=r"roles\.toml: role\[\d+\]\.offise"):
        load_language(Packs((own_copy,)), "fr", CONTEXTS)


def test_a_list_that_is_none_is_named(own_copy: Path) -> None:
    """A class of words must be a list."""
    path = own_copy / "fr" / "classes.toml"
    path.write_text('[classes]\nfort = "kesh"\n', encoding="utf-8")
    with pytest.raises(CodebookError, match=r"classes\.toml: classes\.fort"):
        load_language(Packs((own_copy,)), "fr", CONTEXTS)


def test_words_of_an_unknown_context_are_refused(own_copy: Path) -> None:
    """File and key: a context that no report could be asked for."""
    path = own_copy / "fr" / "contexts.toml"
    path.write_text('[contexts]\nriver = ["fleuve"]\n', encoding="utf-8")
    with pytest.raises(CodebookError, match=r"contexts\.toml: contexts\.river"):
        load_language(Packs((own_copy,)), "fr", CONTEXTS)


def test_words_of_an_overlay_join_those_of_the_package(tmp_path: Path) -> None:
    """A user's class of words adds to the package's of the same name."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "classes.toml").write_text(
        '[classes]\nground = ["keshland"]\n', encoding="utf-8"
    )
    ground = load_language(Packs((OWN_PACKS, tmp_path)), "fr", CONTEXTS).classes["ground"]
    assert "keshland" in ground
    assert len(ground) > 1
