"""Coded documents as lines: JSON objects, or a table with a row a report."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TextIO

from ..model import CodedDocument

Writer = Callable[[CodedDocument], None]


def writer_for(form: str, stream: TextIO) -> Writer:
    """What writes coded documents to a stream one by one: `jsonl`, or `table` (tabs, heading)."""
    if form == "jsonl":
        return lambda coded: _write_json(coded, stream)
    from .table import write_heading, write_rows  # brings the account, which JSON does without

    write_heading(stream)
    return lambda coded: write_rows(coded, stream)


def _write_json(coded: CodedDocument, stream: TextIO) -> None:
    json.dump(coded.to_dict(), stream, ensure_ascii=False, separators=(",", ":"))
    stream.write("\n")
    stream.flush()
