"""Classes of words that conditions may ask for: those the packs list, and those worked out."""

from __future__ import annotations

from collections.abc import Iterable

SECTORS_OF = {
    "official": frozenset({"GOV", "LEG", "JUD", "ELI"}),
    "troops": frozenset({"MIL", "PRM", "REB", "UAF"}),
    "fighter": frozenset({"REB", "UAF", "PRM"}),
    "rescuer": frozenset({"MIL", "COP"}),
}
"""Classes to which actors belong by their sector as well, whatever they are called."""

_WORKED_OUT = frozenset({"actor", "place", "event", *SECTORS_OF})
"""Classes that the coder tells by more than a list."""


def known_classes(listed: Iterable[str]) -> frozenset[str]:
    """The names that a condition may hold, `listed` being those of classes.toml."""
    return _WORKED_OUT.union(listed)
