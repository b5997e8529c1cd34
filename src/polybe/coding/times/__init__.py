"""Times: where a text tells when, and which days it means.

Closed rules over the forms of a language's calendar; all reckoning is from the date of
publication, and what needs that date has no value when it is not known.
"""

from .finding import find_times, read_published
from .spans import MENTIONED, TimeSpan

__all__ = ["MENTIONED", "TimeSpan", "find_times", "read_published"]
