"""A coded document, its JSON form, and what stands in its place when coding failed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from .document import Document
from .mentions import (
    ActorMention,
    FigureMention,
    Mention,
    PlaceMention,
    TimeMention,
    type_of_mention,
)
from .reports import Quote, Report

_MENTION_KINDS: dict[str, type[Mention]] = {
    "actor": ActorMention,
    "place": PlaceMention,
    "time": TimeMention,
    "figure": FigureMention,
}


@dataclass(frozen=True, slots=True)
class CodedDocument:
    """One article with all that was read off it."""

    document: Document
    mentions: tuple[Mention, ...]
    reports: tuple[Report, ...]

    def mention(self, mention_id: str) -> Mention:
        """The mention of that id; KeyError when there is none."""
        for mention in self.mentions:
            if mention.id == mention_id:
                return mention
        raise KeyError(mention_id)

    def to_dict(self) -> dict[str, Any]:
        """The report model's JSON object: fields not known are None, nothing is left out."""
        return {
            "document": asdict(self.document),
            "mentions": [mention_to_dict(mention) for mention in self.mentions],
            "reports": [asdict(report) for report in self.reports],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> CodedDocument:
        """Read the report model's JSON object; unknown keys are ignored, missing ones are None.

        Raises KeyError when an object lacks what it cannot be without (text, id, kind, trigger).
        """
        return cls(
            document=Document(**_known(Document, data["document"])),
            mentions=tuple(
                _MENTION_KINDS[m["kind"]](**_known(_MENTION_KINDS[m["kind"]], m))
                for m in data["mentions"]
            ),
            reports=tuple(_report_from_dict(r) for r in data["reports"]),
        )


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be coded, and why; it never ends a run."""

    source: str
    reason: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut(Failure):
    """An article that was not coded because it surely tells nothing that the codebook codes.

    It stands where a Failure would, so that no empty coding is taken for an article that tells
    nothing; but nothing went wrong, and it counts apart.
    """


def mention_to_dict(mention: Mention) -> dict[str, Any]:
    """The report model's JSON object of a mention."""
    data = asdict(mention)
    return {"id": data.pop("id"), "kind": type_of_mention[type(mention)], **data}


def _known(cls: type, data: Mapping[str, Any]) -> dict[str, Any]:
    names = {f.name for f in fields(cls)}
    return {key: value for key, value in data.items() if key in names}


def _report_from_dict(data: Mapping[str, Any]) -> Report:
    known = _known(Report, data)
    for key in ("actors", "recipients", "places", "figures", "sources", "contexts"):
        known[key] = tuple(data.get(key) or ())
    known["trigger"] = Quote(**data["trigger"])
    known["content"] = Quote(**data["content"]) if data.get("content") else None
    known.setdefault("mode", None)
    return Report(**known)
