"""Polybe's errors: one small tree, so that a caller can catch what he means to catch.

Broken input and broken settings raise one of these, and its text names the file, the key
or the input at fault.  « Could not tell » is not an error but a value
(:class:`polybe.model.Ambiguous`, :class:`polybe.model.Failure`).
"""


class PolybeError(Exception):
    """Base of every error that Polybe raises on purpose."""


class CodebookError(PolybeError):
    """A pack is malformed or means nothing; the text names file and key."""


class ReadingError(PolybeError):
    """An input cannot be read as a document; the text names the input."""


class FetchingError(PolybeError):
    """What the web answers cannot be had, kept or found again; the text names what is at fault."""


class OutputError(PolybeError):
    """An output cannot be written; the text names it."""


class ParsingError(PolybeError):
    """A language model is missing, or a text cannot be parsed by it."""


class GazetteerError(PolybeError):
    """The index of places is missing, damaged or cannot be built."""


class EngineError(PolybeError):
    """Coding on many processes or machines cannot go on; the text tells what fails."""


class StoreError(PolybeError):
    """A store cannot be reached, read or written; the text names it, never with its password."""


class ReviewError(PolybeError):
    """A decision or a rating cannot be made as asked; the text names what is wrong with it."""
