"""Signs: by which first bytes, or else by which suffix, a format is known."""

from __future__ import annotations

import re
import zlib

from ..source import Source

_BOM = b"\xef\xbb\xbf"
_MAIL = re.compile(
    rb"(?im)^(?:return-path|received|delivered-to|message-id|mime-version|from|to|subject|date)"
    rb":[ \t]"
)
_FEED = re.compile(rb"(?i)<(?:rss|feed|rdf:rdf)[\s>]")
_HTML = re.compile(rb"(?i)<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]")
_ADDRESS = re.compile(rb"https?://\S+$")
_LOOKED_AT = 4_096


def is_gzip(source: Source) -> bool:
    """The signature of gzip."""
    return source.head.startswith(b"\x1f\x8b")


def is_zip(source: Source) -> bool:
    """The signature of zip, in which DOCX, ODT and WACZ are too."""
    return source.head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_parquet(source: Source) -> bool:
    """The signature of Parquet."""
    return source.head.startswith(b"PAR1")


def is_pdf(source: Source) -> bool:
    """The signature of PDF, which may stand behind some stray bytes."""
    return b"%PDF-" in source.head[:1_024]


def is_warc(source: Source) -> bool:
    """The signature of WARC, plain or in gzip."""
    return source.head.startswith(b"WARC/") or unzipped(source.head).startswith(b"WARC/")


def is_jsonl(source: Source) -> bool:
    """What begins with an object, or is called JSONL."""
    return source.suffix in {".jsonl", ".ndjson"} or _start(source.head).startswith(b"{")


def is_feed(source: Source) -> bool:
    """What opens as RSS, RDF or Atom."""
    start = _start(source.head)[:_LOOKED_AT]
    return start.startswith(b"<") and _FEED.search(start) is not None


def is_html(source: Source) -> bool:
    """What opens as HTML, or is called so and has tags."""
    start = _start(source.head)[:_LOOKED_AT]
    if not start.startswith(b"<"):
        return False
    return source.suffix in {".html", ".htm", ".xhtml"} or _HTML.search(start) is not None


def is_mail(source: Source) -> bool:
    """Headers of a mail, or its suffix."""
    if source.suffix == ".eml":
        return True
    headers = re.split(rb"\r?\n\r?\n", source.head[:_LOOKED_AT], maxsplit=1)[0]
    return bool(_MAIL.match(headers)) and len(_MAIL.findall(headers)) >= 3


def is_addresses(source: Source) -> bool:
    """Lines of web addresses alone."""
    lines = [line.strip() for line in _start(source.head).splitlines()[:20] if line.strip()]
    whole = lines[:-1] if len(source.head) >= _LOOKED_AT and len(lines) > 1 else lines
    return bool(whole) and all(_ADDRESS.match(line) for line in whole)


def is_table(source: Source) -> bool:
    """What is called a table of values parted by commas or tabs."""
    return source.suffix in {".csv", ".tsv"}


def unzipped(head: bytes) -> bytes:
    """What the first bytes of a gzip file hold; nothing for any other."""
    if not head.startswith(b"\x1f\x8b"):
        return b""
    try:
        return zlib.decompressobj(31).decompress(head, _LOOKED_AT)
    except zlib.error:
        return b""


def _start(head: bytes) -> bytes:
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:  # UTF-16: the letters of tags are every other byte
        return head[2:].replace(b"\0", b"").lstrip()
    return head.removeprefix(_BOM).lstrip()
