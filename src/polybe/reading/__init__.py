"""Sources to documents: files of many formats, folders, addresses and standard input."""

from .articles import document_of_text
from .geovirus import read_geovirus
from .gold import Gold, read_gold
from .plover_gsr import read_plover_gsr
from .records import Defaults, iso_date
from .source import Item
from .sources import STANDARD_INPUT, read, read_all, size_of
from .timeml import read_timeml

__all__ = [
    "STANDARD_INPUT",
    "Defaults",
    "Gold",
    "Item",
    "document_of_text",
    "iso_date",
    "read",
    "read_all",
    "read_geovirus",
    "read_gold",
    "read_plover_gsr",
    "read_timeml",
    "size_of",
]
