"""What was fetched, kept as it came: WARC files, their index, and the way back to the bytes."""

from .finding import Fault, bytes_of, check, find
from .index import Entry
from .writing import Archive

__all__ = ["Archive", "Entry", "Fault", "bytes_of", "check", "find"]
