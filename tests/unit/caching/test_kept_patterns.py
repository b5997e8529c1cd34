"""Patterns kept compiled are those that were compiled."""

from __future__ import annotations

import re

import pytest

from polybe.caching import patterns
from polybe.caching.patterns import freeze, thaw

SOURCES = [
    r"(?<!\w)(?P<day>\d{1,2})(?:er)?\s+(?P<month>août|décembre)(?!\w)",
    "(?iu)(?:^été[-–—][a-zé]*$)|(?:^x)",
    r"(a)|(?P<b>b)|(c)()",
    "",
]


@pytest.mark.parametrize("source", SOURCES)
def test_a_thawed_pattern_is_the_frozen_one(source: str) -> None:
    """Python compares patterns by flags, source and code."""
    pattern = re.compile(source, re.MULTILINE)
    thawed = thaw(*freeze(pattern))
    assert thawed == pattern
    assert isinstance(thawed, re.Pattern)
    assert thawed.groupindex == pattern.groupindex


def test_the_code_is_kept_and_names_and_numbers_of_groups_stay() -> None:
    frozen = freeze(re.compile(SOURCES[0]))
    assert frozen[2]
    match = thaw(*frozen).search("le 15 août")  # type: ignore[attr-defined]
    assert match.groupdict() == {"day": "15", "month": "août"}
    assert thaw(*freeze(re.compile(SOURCES[2]))).match("c").lastindex == 4  # type: ignore[attr-defined]


@pytest.mark.parametrize("code", [b"", b"\xff" * 40, b"abc"])
def test_code_that_is_none_is_compiled_from_the_source(code: bytes) -> None:
    source, flags, _, groups, names = freeze(re.compile("a(b)"))
    thawed = thaw(source, flags, code, groups, names)
    assert thawed == re.compile("a(b)")


def test_a_python_without_such_an_engine_compiles_from_the_source(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    frozen = freeze(re.compile("a(b)"))
    monkeypatch.setattr(patterns, "_engine", lambda: None)
    assert thaw(*frozen) == re.compile("a(b)")
