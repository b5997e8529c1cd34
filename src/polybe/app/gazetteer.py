"""The index of places, and what else is made once and kept."""

from __future__ import annotations

import logging
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..gazetteer import Gazetteer

logger = logging.getLogger(__name__)


def build_gazetteer() -> Path:
    """The path of the compiled index of places, which is made first when it is not there.

    So are the other files that make a start quick: the codebook and the slow parts of the language
    model, where that is installed.  Raises GazetteerError when the index can neither be read nor
    made.
    """
    from ..codebook import load_codebook
    from ..errors import ParsingError
    from ..gazetteer import Gazetteer
    from ..parsing import PARSING
    from ..parsing.parts import load_parts

    path = Gazetteer.open(progress=logger.info).path
    load_codebook()
    with suppress(ParsingError):
        load_parts(PARSING["fr"].model)
    return path


@cache
def open_gazetteer(codebook: Path | None) -> Gazetteer:
    """The index of places that this process opens once, with the places of a codebook."""
    from ..codebook.packs import Packs
    from ..gazetteer import Gazetteer

    return Gazetteer.open(progress=logger.info, packs=Packs.with_overlay(codebook))
