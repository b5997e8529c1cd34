"""The report model: frozen data, standard library only."""

from .coded import CodedDocument, Failure, LeftOut
from .document import Document, Span, document_id
from .marked_places import MarkedPlace, PlacedText
from .mentions import (
    ActorMention,
    FigureMention,
    Mention,
    PlaceMention,
    TimeMention,
    type_of_mention,
)
from .parse import Parse, Sentence, Token
from .places import Ambiguous, Place, kilometres
from .plover_record import PloverRecord, PloverSide
from .reports import KINDS, STATUSES, TYPES, Quote, Report
from .timex import TIMEX_TYPES, MarkedText, Timex

__all__ = [
    "KINDS",
    "STATUSES",
    "TIMEX_TYPES",
    "TYPES",
    "ActorMention",
    "Ambiguous",
    "CodedDocument",
    "Document",
    "Failure",
    "FigureMention",
    "LeftOut",
    "MarkedPlace",
    "MarkedText",
    "Mention",
    "Parse",
    "Place",
    "PlaceMention",
    "PlacedText",
    "PloverRecord",
    "PloverSide",
    "Quote",
    "Report",
    "Sentence",
    "Span",
    "TimeMention",
    "Timex",
    "Token",
    "document_id",
    "kilometres",
    "type_of_mention",
]
