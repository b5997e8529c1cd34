"""The status of a fact, which remembers what gave it."""

from __future__ import annotations


class Status(str):
    """A status such as `planned`, with what gave it.

    ``by`` is the list of ``language.toml`` that the word belongs to, else the rule of the grammar
    (a message of the section `given`); ``cue`` the token of the word.  A status that nothing
    gave, `actual`, is plain text.
    """

    by: str
    cue: int

    def __new__(cls, status: str, by: str, cue: int) -> Status:
        """A status given by the word at a token."""
        given = super().__new__(cls, status)
        given.by = by
        given.cue = cue
        return given
