"""What reviewers have decided of which reports tell one fact, in the form clustering needs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Constraints:
    """Sets of claim ids that belong together, and pairs of sets that do not.

    Of ``apart`` no claim of a pair's first set may share a cluster with one of its second.  The
    two never contradict each other: the decision made last has already won.
    """

    together: tuple[frozenset[str], ...] = ()
    apart: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()


NONE = Constraints()
"""Nothing decided."""
