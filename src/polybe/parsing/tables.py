"""Tables of a lemmatizer that are read at once."""

from __future__ import annotations

from typing import Any

from spacy.strings import get_string_id


class HashedTable(dict[int, Any]):
    """What spaCy's ``Table`` answers, without the filter that it fills key by key.

    Keys are hashes; it may be asked by strings.
    """

    def get(self, key: str | int, default: Any = None) -> Any:
        """The value of a string or hash, ``default`` where there is none."""
        return super().get(get_string_id(key), default)

    def __getitem__(self, key: str | int) -> Any:
        return super().__getitem__(get_string_id(key))

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str | int) and super().__contains__(get_string_id(key))
