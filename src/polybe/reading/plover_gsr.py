"""PLOVER's gold standard records: a JSON file of sentences, each with one event and its sides."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from ..errors import ReadingError
from ..messages import Reason
from ..model import Document, PloverRecord, PloverSide
from .decoding import decode

_NOTE = "DOCUMENT"
_GAP = "..."
"""Stands between the parts of an actor that the sentence tells apart."""


def read_plover_gsr(path: str | Path) -> list[PloverRecord]:
    """The records of a file, notes left out, each with today's types of its event.

    Raises ReadingError naming file and record at the first thing wrong: a measure taken on part
    of the records would not be the measure asked for.
    """
    try:
        rows = json.loads(decode(Path(path).read_bytes()))
    except OSError as error:
        raise _error(path, error.strerror or str(error)) from error
    except json.JSONDecodeError as error:
        where, column = f"{path}:{error.lineno}", error.colno
        raise _error(
            where, Reason("reading.broken_json", detail=error.msg, column=column)
        ) from error
    except RecursionError as error:
        raise _error(path, Reason("reading.deep_json")) from error
    if not isinstance(rows, list) or not rows:
        raise _error(path, Reason("reading.no_records"))
    records = list(_records(rows, path))
    if not records:
        raise _error(path, Reason("reading.no_records"))
    return records


def _error(where: object, detail: object) -> ReadingError:
    return ReadingError(Reason("reading.gold", where=where, detail=detail))


def _records(rows: list[Any], path: str | Path) -> Iterator[PloverRecord]:
    for number, row in enumerate(rows, start=1):
        where = f"{path}:{number}"
        if not isinstance(row, dict):
            raise _error(where, Reason("reading.no_record"))
        if row.get("event") != _NOTE:
            yield _record(row, number, where)


def _record(row: Mapping[str, Any], number: int, where: str) -> PloverRecord:
    for key in ("id", "event", "text"):
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise _error(where, Reason("reading.record_lacks", key=key))
    renaming, words = _renaming(), str(row.get("eventText") or "").strip()
    named = renaming.types.get(row["event"])
    if named is None:
        raise _error(where, Reason("reading.no_plover_type", value=row["event"]))
    return PloverRecord(
        # ids of records repeat: the number tells them apart
        Document(f"{number}:{row['id']}", row["text"], published=row.get("date"), language="en"),
        renaming.rulings.get((row["event"], words), named),
        named,
        words,
        _sides(row.get("source"), where),
        _sides(row.get("target"), where),
    )


def _sides(told: object, where: str) -> tuple[PloverSide, ...]:
    """The sides that name somebody; a side may be one actor, several, or left empty."""
    actors = told if isinstance(told, list) else [told] if told else []
    return tuple(side for actor in actors if (side := _side(actor, where)).parts)


def _side(actor: object, where: str) -> PloverSide:
    if isinstance(actor, str):
        actor = {"actorText": actor}
    if not isinstance(actor, dict):
        raise _error(where, Reason("reading.record_lacks", key="actorText"))
    parts = str(actor.get("actorText") or "").split(_GAP)
    code = actor.get("code")
    return PloverSide(tuple(p.strip() for p in parts if p.strip()), str(code) if code else None)


@dataclass(frozen=True, slots=True)
class _Renaming:
    """Today's types by an older one's name, and by that with the words of the event."""

    types: Mapping[str, tuple[str, ...]]
    rulings: Mapping[tuple[str, str], tuple[str, ...]]


@cache
def _renaming() -> _Renaming:
    table = tomllib.loads(files(__package__).joinpath("plover_gsr.toml").read_text("utf-8"))
    types = {was: tuple(row.get("now", [was])) for row in table["type"] for was in row["was"]}
    rulings = {
        (row["was"], words): tuple(row["now"]) for row in table["record"] for words in row["words"]
    }
    return _Renaming(types, rulings)
