"""Answers into WARC files as they come, each whole on disk before the next is asked for."""

from __future__ import annotations

import os
from base64 import b32encode
from datetime import UTC, datetime
from errno import ENOSPC
from hashlib import sha256
from io import BytesIO, FileIO
from pathlib import Path

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser
from warcio.warcwriter import WARCWriter

from ...errors import FetchingError
from ...messages import Reason
from ..exchange import Exchange, split_message
from .index import DOCUMENT, Entry, Index, document_name

_SECONDS = len("2026-01-01T00:00:00")
_MESSAGES = {"request": "request", "response": "response", "revisit": "response"}
_SAME = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


class Archive:
    """A folder of WARC files to which what is fetched is added.

    No file of an earlier run is written to again.  What is kept at one time goes out in one write:
    a run that is killed leaves whole records.  A file is followed by another at ``most`` bytes.
    """

    def __init__(
        self, folder: Path, *, software: str = "Polybe", most: int = 1_000_000_000
    ) -> None:
        """Open an archive, made where it is not there; FetchingError where it cannot be."""
        self._folder = folder
        self._software = software
        self._most = most
        self._file: FileIO | None = None
        self._count = 0
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._fault(error) from error
        self._index = Index(folder)

    def close(self) -> None:
        """Close what is open."""
        if self._file:
            os.fsync(self._file.fileno())
            self._file.close()
        self._index.close()

    def keep(self, exchange: Exchange) -> None:
        """Keep a request and its answer; they are on disk when this returns."""
        response = self._response(exchange)
        request = _record(
            "request",
            exchange.sent,
            _headers(exchange, {"WARC-Concurrent-To": _id_of(response)}),
        )
        self._write(response, request)

    def trace(self, document: str, url: str, *, since: str) -> None:
        """Keep that a document was made of what an address answered, at an ISO time or after it.

        Nothing is kept where the archive has no such answer.
        """
        record = self._index.answer(url)
        if record is None or record.date[:_SECONDS] < since[:_SECONDS]:
            return
        if record not in self._index.of_document(document):
            headers = {"WARC-Refers-To": record.id, "WARC-Target-URI": record.url}
            self._write(_fields("metadata", {DOCUMENT: document_name(document)}, headers))

    def _response(self, exchange: Exchange) -> ArcWarcRecord:
        """The record of an answer; a revisit where its body is kept already."""
        body = split_message(exchange.received)[1]
        if exchange.status == 304:
            return self._revisit(exchange, self._earlier(exchange.url), _NOT_MODIFIED)
        kept = self._index.with_body(_digest(body)) if body else None
        if kept is not None:
            return self._revisit(exchange, kept, _SAME)
        return _record("response", exchange.received, _headers(exchange, {}))

    def _earlier(self, url: str) -> Entry | None:
        return next((entry for entry in self._index.at(url) if entry.status == 200), None)

    def _revisit(self, exchange: Exchange, kept: Entry | None, profile: str) -> ArcWarcRecord:
        """The record of an answer without its body, which another record has."""
        more = {"WARC-Profile": profile}
        if kept is not None:
            more |= {
                "WARC-Refers-To": kept.refers or kept.id,
                "WARC-Refers-To-Target-URI": kept.url,
                "WARC-Refers-To-Date": kept.date,
                "WARC-Payload-Digest": kept.digest or "",
            }
        head = split_message(exchange.received)[0]
        return _record("revisit", head, _headers(exchange, more))

    def _write(self, *records: ArcWarcRecord) -> None:
        """Write records in one piece, and take them into the index."""
        out = BytesIO()
        for record in records:
            WARCWriter(out, warc_version="WARC/1.1").write_record(record)
        try:
            _append(self._open_file(), out.getvalue())
        except OSError as error:
            raise self._fault(error) from error
        self._index.catch_up()

    def _open_file(self) -> FileIO:
        """The file that is written to, another where there is none or it is full."""
        if self._file and self._file.tell() < self._most:
            return self._file
        if self._file:
            self._file.close()
        stamp = datetime.now(UTC).strftime("%Y%m%d%H%M%S%f")[:17]
        name = f"polybe-{stamp}-{os.getpid()}-{self._count:05}.warc.gz"
        self._count += 1
        self._file = FileIO(self._folder / name, "x")
        out = BytesIO()
        WARCWriter(out, warc_version="WARC/1.1").write_record(_about(name, self._software))
        _append(self._file, out.getvalue())
        return self._file

    def _fault(self, error: OSError) -> FetchingError:
        detail = error.strerror or str(error)
        return FetchingError(Reason("fetching.archive", where=self._folder, detail=detail))


def _append(file: FileIO, data: bytes) -> None:
    """Write all of it or nothing: what a full disk took only a part of is taken back."""
    before = file.tell()
    if file.write(data) != len(data):
        file.truncate(before)
        raise OSError(ENOSPC, os.strerror(ENOSPC))


def _about(name: str, software: str) -> ArcWarcRecord:
    """The record that opens a file and tells who wrote it."""
    fields = {
        "software": software,
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "robots": "obey",
    }
    return _fields("warcinfo", fields, {"WARC-Filename": name})


def _fields(kind: str, fields: dict[str, str], headers: dict[str, str]) -> ArcWarcRecord:
    block = "".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode()
    headers = {"WARC-Date": _warc_date(datetime.now(UTC)), **headers}
    return _record(kind, block, headers, "application/warc-fields")


def _record(
    kind: str, block: bytes, headers: dict[str, str], content_type: str | None = None
) -> ArcWarcRecord:
    """A record whose block is written as it is; warcio would write HTTP headers its own way."""
    payload = block if content_type else split_message(block)[1]
    content_type = content_type or f"application/http; msgtype={_MESSAGES[kind]}"
    named = {
        "WARC-Type": kind,
        "WARC-Record-ID": StatusAndHeadersParser.make_warc_id(),
        "WARC-Block-Digest": _digest(block),
        "WARC-Payload-Digest": _digest(payload),
        **headers,
    }
    lines = StatusAndHeaders("", list(named.items()), protocol="WARC/1.1")
    # The kind stands in the headers; told of a revisit, warcio would look for headers of its own.
    record = ArcWarcRecord(
        "warc", "response", lines, BytesIO(block), None, content_type, len(block)
    )
    record.payload_length = len(block)
    return record


def _headers(exchange: Exchange, more: dict[str, str]) -> dict[str, str]:
    headers = {"WARC-Target-URI": exchange.url, "WARC-Date": _warc_date(exchange.begun)}
    return headers | ({"WARC-IP-Address": exchange.ip} if exchange.ip else {}) | more


def _id_of(record: ArcWarcRecord) -> str:
    return str(record.rec_headers.get_header("WARC-Record-ID"))


def _warc_date(time: datetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _digest(data: bytes) -> str:
    return f"sha256:{b32encode(sha256(data).digest()).decode('ascii')}"
