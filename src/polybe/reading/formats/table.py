"""CSV and TSV: an article, or the address of one, a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...errors import ReadingError
from ...messages import Reason
from ...model import Document, Failure
from ..articles import check_article
from ..decoding import decode
from ..records import KEYS, Defaults, document_of
from ..source import MOST, How, Item, Source, detail_of, reason_of
from .addresses import follow, gdelt_column
from .jsonl import bounded_lines

_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "doc_id", "stories_id", "identifiant"),
    "text": ("text", "texte", "content", "contenu", "body", "article", "fulltext", "full_text"),
    "title": ("title", "titre", "headline"),
    "published": ("published", "date", "publish_date", "published_at", "pubdate", "publication"),
    "outlet": ("outlet", "source", "media_name", "media", "journal", "publisher"),
    "url": ("url", "link", "lien", "address", "adresse"),
    "language": ("language", "langue", "lang"),
}
"""What the columns of tables are mostly called."""

_DELIMITERS = ",;\t|"


def read(source: Source, how: How) -> Iterator[Item]:
    """The articles of a table; rows that tell but an address are asked for."""
    csv.field_size_limit(MOST)
    try:
        lines = _lines(source)
        first = source.head[:8_192].decode("utf-8", "replace")
        position = gdelt_column(first.partition("\n")[0])
        if position is not None:
            rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            yield from _of_gdelt(rows, position, source, how)
        else:
            yield from _of_table(csv.DictReader(lines, dialect=_dialect(first)), source, how)
    except ReadingError as error:
        yield Failure(source.name, reason_of(error))
    except csv.Error as error:
        yield Failure(source.name, Reason("reading.broken_table", detail=detail_of(error)))


def _lines(source: Source) -> Iterator[str]:
    """The lines of a table, in the encoding that its beginning is in.

    A byte that is none of it becomes the sign of what could not be read, so that it costs one sign
    and no row.  Raises ReadingError for a line that is too long.
    """
    if source.head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        yield from decode(source.all()).splitlines(keepends=True)
        return
    encoding = _encoding(source.head)
    for line in bounded_lines(source.stream, MOST):
        if isinstance(line, Failure):
            raise ReadingError(line.reason)
        yield line.decode(encoding, "replace")


def _encoding(head: bytes) -> str:
    try:
        head.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "utf-8-sig" if error.end >= len(head) - 3 else _single_byte(head)
    return "utf-8-sig"


def _single_byte(head: bytes) -> str:
    decode(head)  # which raises where the letters are none of a known encoding
    return "cp1252"


def _dialect(first: str) -> type[csv.Dialect]:
    try:
        return csv.Sniffer().sniff(first.partition("\n")[0] + "\n", delimiters=_DELIMITERS)
    except csv.Error:
        return csv.excel


def _of_table(rows: csv.DictReader[str], source: Source, how: How) -> Iterator[Item]:
    columns = columns_of(rows.fieldnames or [], how.columns)
    count = 0
    for row in rows:
        count += 1
        where = f"{source.name}:{rows.line_num}"
        if None in row or None in row.values():
            yield Failure(where, Reason("reading.ragged_row"))
            continue
        record = {key: row[name].strip("\0") for key, name in columns.items()}
        yield from items_of_row(record, where, how)
    if not count:
        yield Failure(source.name, Reason("reading.empty"))


def items_of_row(record: dict[str, str], where: str, how: How) -> Iterator[Item]:
    """The article of a row, or of the address that it tells."""
    if not record.get("text", "").strip() and record.get("url"):
        told = replace(how, defaults=_defaults(record, how.defaults))
        yield from follow(record["url"], where, told)
        return
    try:
        document: Document = document_of(record, how.defaults)
        yield check_article(document, how.defaults.languages)
    except ReadingError as error:
        yield Failure(where, reason_of(error), record.get("id"))


def _defaults(record: Mapping[str, str], defaults: Defaults) -> Defaults:
    """What a row tells of the article at its address."""
    return replace(
        defaults,
        title=record.get("title") or defaults.title,
        outlet=record.get("outlet") or defaults.outlet,
        published=(record.get("published") or "")[:10] or defaults.published,
    )


def columns_of(names: Sequence[str], wanted: Mapping[str, str]) -> dict[str, str]:
    """The column of each key: as wanted, else by what it is mostly called.

    Raises ReadingError when a column that is wanted is not there, or there is neither text nor
    address.
    """
    folded = {name.strip().casefold().lstrip("\ufeff"): name for name in names if name}
    found = {}
    for key in KEYS:
        if key in wanted:
            if wanted[key] not in names:
                told = ", ".join(names)
                raise ReadingError(Reason("reading.no_column", column=wanted[key], names=told))
            found[key] = wanted[key]
        elif own := next((folded[name] for name in _NAMES[key] if name in folded), None):
            found[key] = own
    if "text" not in found and "url" not in found:
        raise ReadingError(Reason("reading.no_text_column", names=", ".join(names)))
    return found


def _of_gdelt(rows: Iterator[list[str]], position: int, source: Source, how: How) -> Iterator[Item]:
    """The pages that rows of GDELT name, each once."""
    asked: set[str] = set()
    for number, row in enumerate(rows, start=1):
        address = row[position] if len(row) > position else ""
        if address.startswith(("http://", "https://")) and address not in asked:
            asked.add(address)
            yield from follow(address, f"{source.name}:{number}", how)
