"""Coded documents written in a line, as `examples.txt` has them."""

from __future__ import annotations

from polybe.model import (
    ActorMention,
    CodedDocument,
    Document,
    FigureMention,
    Mention,
    PlaceMention,
    Quote,
    Report,
)
from polybe.model.reports import TYPES

_KIND_OF = {type_: kind for kind, types in TYPES.items() for type_ in types}


def told(*lines: str) -> CodedDocument:
    """A coded document with a report a line: `CODE;option=value : ACTOR > RECIPIENT @COUNTRY`."""
    text = ""
    mentions: dict[str, Mention] = {}
    reports = []
    for number, line in enumerate(lines):
        head, _, sides = (f"{line} ").partition(" :")
        code, *pairs = head.strip().split(";")
        options = dict(pair.split("=", 1) for pair in pairs)
        trigger = Quote(len(text), len(text) + 3, "dit")
        text += f"dit {options.get('after', '')}. "
        reports.append(_report(f"r{number}", code, options, sides, trigger, mentions))
    return CodedDocument(Document("d", text), tuple(mentions.values()), tuple(reports))


def _report(
    id_: str,
    code: str,
    options: dict[str, str],
    sides: str,
    trigger: Quote,
    mentions: dict[str, Mention],
) -> Report:
    type_, _, mode = code.partition("/")
    parties, _, land = sides.partition("@")
    actors, _, recipients = parties.partition(">")
    kind = _KIND_OF.get(type_, "event")
    return Report(
        id=id_,
        kind=kind,
        type=type_,
        mode=mode or None,
        trigger=trigger,
        actors=_actors(actors, mentions),
        recipients=_actors(recipients, mentions),
        places=_place(land.strip(), mentions),
        figures=_figure(options.get("count"), mentions),
        sources=_actors(options.get("said", ""), mentions),
        status=options.get("status", "actual"),
        rule=f"{options.get('lang', 'fr')}/verb/{options.get('word', 'dire')}/{code}",
    )


def _actors(names: str, mentions: dict[str, Mention]) -> tuple[str, ...]:
    ids = [name.strip() for name in names.split(",") if name.strip()]
    for name in ids:
        sector, _, country = name.partition(".")
        mentions[name] = ActorMention(name, 0, 3, "dit", country=country[:3] or None, sector=sector)
    return tuple(ids)


def _place(land: str, mentions: dict[str, Mention]) -> tuple[str, ...]:
    if not land:
        return ()
    mentions[f"@{land}"] = PlaceMention(f"@{land}", 0, 3, "dit", country=land)
    return (f"@{land}",)


def _figure(count: str | None, mentions: dict[str, Mention]) -> tuple[str, ...]:
    if count is None:
        return ()
    number = float(count)
    mentions["#"] = FigureMention("#", 0, 3, "dit", number, number, number, "persons")
    return ("#",)
