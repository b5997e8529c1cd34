"""How a place's name is brought to the form under which it is looked up."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = "'’‘ʼʻʿʾ`´′"
_TO_SPACE = "-‐‑‒–—_\u00a0\u202f\n\t"
_SIGNS = str.maketrans({**dict.fromkeys(_APOSTROPHES, ""), **dict.fromkeys(_TO_SPACE, " ")})
_WHOLE = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss"}
_SPELT_OUT = str.maketrans(_WHOLE | {k.upper(): v.title() for k, v in _WHOLE.items() if k != "ß"})
"""Letters that are no base letter with an accent, for Unicode, and so are spelt out here."""
_SAINTS = {"st": "saint", "st.": "saint", "ste": "sainte", "ste.": "sainte"}
_LONGEST_ACRONYM = 5
_OTHER_SCRIPT = re.compile("[^\u0000-\u036f\u1e00-\u1eff\u2000-\u206f]")


def name_key(name: str) -> str:
    """The form under which a name is stored and looked up; empty for a name without a capital.

    Case, accents, apostrophes and the choice between hyphen and space do not count; « St » is
    « Saint ».  A short name all in capitals (« RDC », « EAU ») keeps them, so that « ONU » or
    « PAM » never find a village that happens to be called so.
    """
    if name.islower() or not name:
        return ""
    plain = name.translate(_SIGNS)
    if not plain.isascii():
        plain = _without_accents(plain)
    if len(plain) <= _LONGEST_ACRONYM and plain.isupper():
        return plain
    words = plain.casefold().split()
    if words and words[0] in _SAINTS and len(words) > 1:
        words[0] = _SAINTS[words[0]]
    return " ".join(words)


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters, signs and accents only."""
    return _OTHER_SCRIPT.search(name) is None


def _without_accents(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.translate(_SPELT_OUT))
    return "".join(c for c in decomposed if not unicodedata.combining(c) and c not in _APOSTROPHES)
