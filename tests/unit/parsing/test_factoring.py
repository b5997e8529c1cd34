"""Factored patterns must accept the same strings as the patterns they stand for."""

import re

import pytest

from polybe.parsing.factoring import (
    LARGE,
    compile_factored,
    factor_alternatives,
    known_patterns,
)

TAIL = "[-–—‐‑][a-zé][-–—‐‑a-zé'’]*$"
PATTERN = "(?iu)" + "|".join(f"(?:^{head}{TAIL})" for head in ("anti", "apr[èe]s", "su[bd]"))


@pytest.mark.parametrize("word", ["anti-char", "Après-Guerre", "apres–midi", "sud-est", "sub-x"])
def test_words_of_the_pattern_match_still(word: str) -> None:
    assert re.match(PATTERN, word)
    assert re.match(factor_alternatives(PATTERN), word)


@pytest.mark.parametrize("word", ["anti", "anti-", "xanti-char", "anti-9", "été-x", "anti-char !"])
def test_other_words_match_neither(word: str) -> None:
    assert not re.match(PATTERN, word)
    assert not re.match(factor_alternatives(PATTERN), word)


def test_the_tail_is_written_once() -> None:
    assert factor_alternatives(PATTERN).count(TAIL) == 1


@pytest.mark.parametrize("pattern", ["abc", "(?iu)(?:abc)|(?:^d)", "(?i)(?:^a[-–—‐‑][x])"])
def test_a_pattern_of_another_build_comes_back_as_it_is(pattern: str) -> None:
    assert factor_alternatives(pattern) == pattern


def test_compiling_is_as_before_after_the_context_even_when_it_fails() -> None:
    before = re.compile
    with known_patterns({}):
        assert re.compile is not before
    with pytest.raises(re.error), known_patterns({}):
        re.compile("(")
    assert re.compile is before


def test_inside_the_context_small_patterns_and_flags_are_untouched() -> None:
    with known_patterns({}):
        small = re.compile("a|b", re.IGNORECASE)
        large = re.compile(PATTERN + "|(?:^" + "z" * LARGE + ")")
    assert small.pattern == "a|b"
    assert small.flags & re.IGNORECASE
    assert large.pattern.count(TAIL) == 1


def test_inside_the_context_a_known_pattern_is_not_compiled_again() -> None:
    known = re.compile("never|compiled")
    with known_patterns({"source": known}):
        assert re.compile("source") is known
        assert re.compile("source", re.IGNORECASE).pattern == "source"
        assert re.compile("sources").pattern == "sources"


def test_a_large_pattern_is_compiled_factored_and_a_small_one_as_it_is() -> None:
    large = PATTERN + "|(?:^" + "z" * LARGE + ")"
    assert compile_factored(large).pattern == factor_alternatives(large)
    assert compile_factored(PATTERN).pattern == PATTERN
