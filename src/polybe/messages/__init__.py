"""What Polybe says to people, in French and English: words as data, chosen once a run."""

from .catalogue import LANGUAGES, Messages, load_messages, preferred_language
from .reason import Reason

__all__ = ["LANGUAGES", "Messages", "Reason", "load_messages", "preferred_language"]
