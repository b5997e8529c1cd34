"""A reason that can be kept as text and still be told in another language."""

from __future__ import annotations

from .catalogue import load_messages


class Reason(str):
    """English text that remembers which message it is.

    What is stored does not depend on the reader's language; what is shown may: see
    :meth:`polybe.messages.Messages.translate`.
    """

    key: str
    values: dict[str, object]

    def __new__(cls, key: str, /, **values: object) -> Reason:
        """The reason of that key in the catalogues, its template filled in with the values."""
        english = load_messages("en")
        text = english(key, **{name: english._value(value) for name, value in values.items()})
        reason = super().__new__(cls, text)
        reason.key = key
        reason.values = values
        return reason

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled by key and values, so that it crosses to another process whole."""
        return (_rebuild, (self.key, self.values))


def _rebuild(key: str, values: dict[str, object]) -> Reason:
    return Reason(key, **values)
