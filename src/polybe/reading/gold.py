"""Documents coded by hand, to measure with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..errors import ReadingError
from ..messages import Reason
from ..model import CodedDocument
from .decoding import decode
from .records import coded_of, is_coded, parse_line


@dataclass(frozen=True, slots=True)
class Gold:
    """A hand-coded document; ``optional`` holds ids of reports that count neither way."""

    coded: CodedDocument
    optional: frozenset[str] = frozenset()


def read_gold(path: str | Path) -> list[Gold]:
    """The documents of a gold file (JSONL in the report model's form).

    Raises ReadingError naming file and line at the first thing wrong: a measure taken on part of
    a gold file would not be the measure asked for.
    """
    try:
        text = decode(Path(path).read_bytes())
    except OSError as error:
        detail = error.strerror or str(error)
        raise ReadingError(Reason("reading.gold", where=path, detail=detail)) from error
    lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if not lines:
        raise ReadingError(Reason("reading.gold", where=path, detail=Reason("reading.empty")))
    return [_gold_of(line, f"{path}:{number}") for number, line in lines]


def _gold_of(line: str, where: str) -> Gold:
    try:
        record = parse_line(line)
        if not is_coded(record):
            raise ReadingError(Reason("reading.coded_lacks", key="document"))
        coded = coded_of(record)
    except ReadingError as error:
        raise ReadingError(Reason("reading.gold", where=where, detail=str(error))) from error
    optional = frozenset(r["id"] for r in record["reports"] if r.get("optional"))
    return Gold(coded, optional)
