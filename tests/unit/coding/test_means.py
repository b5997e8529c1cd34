"""Weapons and vehicles act for those whose they are."""

from __future__ import annotations

import pytest

from tests.readings import Coding


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Des avions turcs ont bombardé le village.", "turcs"),
        ("Les chars de l'armée ont bombardé le village.", "l'armée"),
    ],
)
def test_whose_planes_bomb_is_who_bombs(coded: Coding, text: str, owner: str) -> None:
    assert coded(text).fact("ASSAULT").actors == (owner,)
