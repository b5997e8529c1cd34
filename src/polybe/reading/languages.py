"""Which language a text is in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

CANDIDATES = (
    *("am", "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "ha"),
    *("he", "hi", "hr", "ht", "hu", "hy", "id", "it", "ja", "ka", "ko", "ku", "nl", "no", "pl"),
    *("ps", "pt", "ro", "ru", "so", "sr", "sv", "sw", "tr", "uk", "ur", "vi", "zh"),
)
"""The languages of news that a text is held against; rare kin of these only confuse short texts."""

_SURE = 0.8
_UNLIKELY = 0.1
_SAMPLE = 4_000


class Identified(NamedTuple):
    """The likeliest of the languages wanted, and the one that a text is surely in instead, if any.

    Both are ISO 639-1 codes.
    """

    language: str
    foreign: str | None


def identify(text: str, wanted: tuple[str, ...]) -> Identified:
    """The language of a text.

    Short or mixed texts that could be in a wanted language pass: a headline of names is no proof.
    """
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    ranking = _identifier().rank(text[:_SAMPLE] + "\n" + text[middle : middle + _SAMPLE])
    best, probability = ranking[0]
    language, share = next((str(each), share) for each, share in ranking if each in wanted)
    if best in wanted or probability < _SURE or share > _UNLIKELY:
        return Identified(language, None)
    return Identified(language, str(best))


@cache
def _identifier() -> LanguageIdentifier:
    """Loaded on first use: it takes a second, which `--help` must not pay."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(CANDIDATES)
    return identifier
