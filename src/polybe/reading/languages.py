"""Which language a text is in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

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


def foreign_language(text: str, wanted: tuple[str, ...]) -> str | None:
    """The ISO 639-1 code of a text's language when it is surely none of those wanted, else None.

    Short or mixed texts that could be in a wanted language pass: a headline of names is no proof.
    """
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    ranking = _identifier().rank(text[:_SAMPLE] + "\n" + text[middle : middle + _SAMPLE])
    best, probability = ranking[0]
    likeliest_wanted = max(share for language, share in ranking if language in wanted)
    if best in wanted or probability < _SURE or likeliest_wanted > _UNLIKELY:
        return None
    return str(best)


@cache
def _identifier() -> LanguageIdentifier:
    """Loaded on first use: it takes a second, which `--help` must not pay."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(CANDIDATES)
    return identifier
