"""Catalogues of messages: one TOML file a language, keys dotted by section."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of one language.

    ``texts`` maps a dotted key (``cli.no_input``) to a template of :meth:`str.format`.
    """

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """The message of that key, filled in; KeyError when the catalogue lacks it."""
        return self.texts[key].format(**values)

    def count(self, key: str, n: int) -> str:
        """The message of a number of things: `one` or `many` by the rule of the language."""
        one = n < 2 if self.language == "fr" else n == 1
        return self(f"{key}.{'one' if one else 'many'}", n=n)

    def label(self, section: str, code: str | None) -> str:
        """The words for a code (``label("type", "KILLED")``), else the code itself."""
        if not code:
            return ""
        return self.texts.get(f"{section}.{code}", code)

    def translate(self, text: str) -> str:
        """A reason in this language; a text that is no :class:`Reason` stays as it is."""
        key = getattr(text, "key", None)
        if key is None or key not in self.texts:
            return text
        values = {name: self._value(value) for name, value in text.values.items()}  # type: ignore[attr-defined]
        return self(key, **values)

    def _value(self, value: object) -> object:
        """Among a reason's values, codes of languages are named in words, and reasons told."""
        if isinstance(value, LanguageCode):
            return self.label("language", value)
        return self.translate(value) if isinstance(value, str) else value


class LanguageCode(str):
    """An ISO 639-1 code inside a reason, named in words where the reason is shown."""

    __slots__ = ()


@cache
def load_messages(language: str) -> Messages:
    """The catalogue of a language (`fr` or `en`); read from the package, once."""
    text = files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return Messages(language, dict(_flatten("", tomllib.loads(text))))


def preferred_language(environment: Mapping[str, str]) -> str:
    """The language the environment asks for, by the rule of POSIX: LC_ALL, LC_MESSAGES, LANG.

    French when it names French, English otherwise.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"


def _flatten(prefix: str, table: Mapping[str, object]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            pairs.extend(_flatten(f"{prefix}{key}.", value))
        else:
            pairs.append((f"{prefix}{key}", str(value)))
    return pairs
