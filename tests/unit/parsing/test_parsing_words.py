"""Packs of parsing words: what is missing or unknown is told with file and key."""

from pathlib import Path

import pytest

from polybe.errors import CodebookError
from polybe.parsing.words import ParsingWords


def test_the_french_lists_are_lower_case_and_not_empty(words: ParsingWords) -> None:
    lists = [words.abbreviations, words.titles, words.prefixes, words.clitics, words.speech_verbs]
    lists += [words.moving_verbs, words.impersonal_verbs, words.dative_verbs, words.time_nouns]
    for entries in lists:
        assert entries
        assert all(entry == entry.lower().strip() for entry in entries)
    assert words.titles <= words.abbreviations


def test_verbs_are_listed_as_infinitives(words: ParsingWords) -> None:
    for verb in words.speech_verbs | words.moving_verbs | words.dative_verbs:
        assert verb.endswith(("er", "ir", "re", "oir")), verb


def test_an_unknown_key_is_named_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "parsing.toml").write_text("abreviations = []", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"parsing\.toml: (abbreviations|abreviations)"):
        ParsingWords.load("xx", tmp_path)


def test_a_language_without_a_pack_is_named(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"xx.parsing\.toml"):
        ParsingWords.load("xx", tmp_path)
