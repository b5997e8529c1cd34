"""Text as patterns want it, every character at the place it had."""

from __future__ import annotations

_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "})


def fold_text(text: str) -> str:
    """Lower case, straight apostrophes, plain spaces; every character keeps its offset."""
    plain = text.translate(_PLAIN)
    folded = plain.lower()
    if len(folded) == len(plain):
        return folded
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
