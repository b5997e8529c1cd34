"""What a command asks of the account: true at which day, known at which, of whom, of where."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from .stores import store_named

if TYPE_CHECKING:
    from ..app import Answer

ASKED = ("on", "known", "place", "actor", "days", "limit")
"""The options that ask; None is left to its default."""


def answer_of(options: Namespace, *, evidence: bool) -> Answer:
    """The account of a command's store, with the sentences of all that it tells, or without."""
    from .. import app

    given = {name: getattr(options, name) for name in ASKED}
    asked = {name: value for name, value in given.items() if value is not None}
    return app.situation(
        store_named(options), evidence=evidence, codebook=options.codebook, **asked
    )


def subjects_of(options: Namespace) -> tuple[str, ...]:
    """The place and the actor asked for, as named."""
    return tuple(name for name in (options.place, options.actor) if name is not None)
