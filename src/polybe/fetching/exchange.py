"""One request to one host and what was answered, byte by byte."""

from __future__ import annotations

import os
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import httpcore
import httpx

from ..messages import Reason
from .bodies import ACCEPTED, decode_body, too_large
from .limits import Limits
from .unanswered import NoHostError, UnansweredError
from .wire import Tape, Wire, slow

AGENT = "Polybe"
"""The name by which robots.txt may speak of Polybe."""

_HEADERS = {
    "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
    "Accept-Encoding": ACCEPTED,
    "Accept-Language": "fr, en;q=0.5",
}


_END_OF_HEAD = re.compile(rb"\n\r?\n")
_BROKEN = (httpcore.NetworkError, httpcore.RemoteProtocolError)
_FAULTS = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer.

    ``sent`` and ``received`` are the bytes that went over the wire (inside TLS, where there is
    some); ``body`` is the answer's body without transfer encoding, as it was served; ``begun`` the
    time in UTC at which it was asked for, ``ip`` the address that answered.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    sent: bytes
    received: bytes
    begun: datetime
    ip: str | None

    def header(self, name: str) -> str | None:
        """The value of a header, the first where there are several; None without one."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    def content(self, most: int) -> bytes:
        """The body without content encoding; UnansweredError where it cannot be had, see bodies."""
        return decode_body(self.body, self.header("Content-Encoding"), most)


class Client:
    """Asks hosts, one request after the other, over connections that are kept open."""

    def __init__(self, wire: Wire, software: str) -> None:
        self._wire = wire
        self._headers = {"User-Agent": f"{software} (reads news; obeys robots.txt)", **_HEADERS}
        self._pool = httpcore.ConnectionPool(
            ssl_context=_ssl_context(),
            max_connections=10,
            keepalive_expiry=15.0,
            network_backend=wire,
        )

    def close(self) -> None:
        """Close what is still open."""
        self._pool.close()

    def ask(self, url: httpx.URL, extra: Mapping[str, str]) -> Exchange:
        """What an address answers; no redirect is followed.  Raises UnansweredError.

        A connection that breaks before anything came over it is tried once more.
        """
        try:
            return self._ask(url, extra)
        except UnansweredError as error:
            broken = isinstance(error.__cause__, _BROKEN) and error.again
            if not broken or self._wire.tape.received:
                raise
        return self._ask(url, extra)

    def _ask(self, url: httpx.URL, extra: Mapping[str, str]) -> Exchange:
        tape = self._wire.begin()
        begun = datetime.now(UTC)
        limits = self._wire.limits
        waits = {"connect": limits.connect, "read": limits.read, "write": limits.read}
        named = {"Host": url.netloc.decode("ascii"), **self._headers, **extra}
        # An ETag goes back as it came, which need not be ASCII.
        headers = [(key.encode(), value.encode("latin-1")) for key, value in named.items()]
        target = httpcore.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        )
        request = self._pool.stream("GET", target, headers=headers, extensions={"timeout": waits})
        try:
            with request as response:
                body = _read(response, limits.body)
                return _exchange(str(url), response, body, tape, begun)
        except _FAULTS as error:
            raise _unanswered(error, tape, limits) from error


def _read(response: httpcore.Response, most: int) -> bytes:
    body = bytearray()
    for piece in response.iter_stream():
        body += piece
        if len(body) > most:
            raise too_large(most)
    return bytes(body)


def _exchange(
    url: str, response: httpcore.Response, body: bytes, tape: Tape, begun: datetime
) -> Exchange:
    server = response.extensions["network_stream"].get_extra_info("server_addr")
    return Exchange(
        url,
        response.status,
        tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in response.headers),
        body,
        bytes(tape.sent),
        _without_hints(bytes(tape.received)),
        begun,
        server[0] if server else None,
    )


def _without_hints(received: bytes) -> bytes:
    """The answer without what a host may say before it (`103 Early Hints`)."""
    while received[:10] in {b"HTTP/1.1 1", b"HTTP/1.0 1"}:
        received = split_message(received)[1]
    return received


def split_message(message: bytes) -> tuple[bytes, bytes]:
    """The head of an HTTP message, its blank line included, and the rest.

    As h11 does, a line is taken to end with a bare line feed where a host writes it so.
    """
    end = _END_OF_HEAD.search(message)
    return (message[: end.end()], message[end.end() :]) if end else (message, b"")


def _ssl_context() -> ssl.SSLContext:
    """Certificates as `$SSL_CERT_FILE` has them, else those that come with httpcore."""
    if path := os.environ.get("SSL_CERT_FILE"):
        return ssl.create_default_context(cafile=path)
    return httpcore.default_ssl_context()


def _certificate_fault(error: BaseException) -> str | None:
    """What is wrong with a certificate, where that is why there was no connection."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return cause.verify_message
        cause = cause.__cause__ or cause.__context__
    return None


def _unanswered(error: Exception, tape: Tape, limits: Limits) -> UnansweredError:
    """What httpcore says, said plainly."""
    if tape.is_over():
        return slow()
    if fault := _certificate_fault(error):
        return NoHostError(Reason("fetching.certificate", detail=fault))
    if isinstance(error, httpcore.ConnectTimeout):
        return UnansweredError(Reason("fetching.no_connection", seconds=limits.connect), again=True)
    if isinstance(error, httpcore.TimeoutException):
        return UnansweredError(Reason("fetching.silent", seconds=limits.read), again=True)
    if isinstance(error, httpcore.NetworkError):
        return UnansweredError(Reason("fetching.broken_off", detail=error), again=True)
    return UnansweredError(Reason("fetching.protocol", detail=error), again=True)
