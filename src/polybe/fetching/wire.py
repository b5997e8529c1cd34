"""The connection to a host: whom it may lead to, how long it may last, what went over it.

Names are resolved here, once, and the connection is made to the very address that was checked: a
name which resolves to another address the next time gets round nothing.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Thread
from typing import Any, TypeVar

import httpcore

from ..messages import Reason
from .addresses import is_public
from .bodies import too_large
from .limits import Limits
from .unanswered import NoHostError, UnansweredError

_MOST_HEADERS = 256 * 1024
_MOST_TRIED = 3
"""Addresses of one name that are tried, each for as long as a connection may take."""

T = TypeVar("T")
Resolve = Callable[[str, int], Iterable[str]]


@dataclass(slots=True)
class Tape:
    """What went over the wire for one request, and until when it may."""

    until: float
    sent: bytearray = field(default_factory=bytearray)
    received: bytearray = field(default_factory=bytearray)

    def left(self, timeout: float | None) -> float:
        """Seconds that a single wait may take; UnansweredError when the time of the whole is up."""
        if self.is_over():
            raise slow()
        left = max(self.until - time.monotonic(), 0.001)
        return left if timeout is None else min(left, timeout)

    def is_over(self) -> bool:
        """Whether the time of the whole is up."""
        return time.monotonic() >= self.until


def slow() -> UnansweredError:
    """The error that tells the time of the whole is up."""
    return UnansweredError(Reason("fetching.slow"), again=True)


class Wire(httpcore.NetworkBackend):
    """Connects to hosts for a pool of connections, one request at a time."""

    def __init__(
        self,
        limits: Limits,
        *,
        allow_private: bool = False,
        resolve: Resolve | None = None,
        plain: httpcore.NetworkBackend | None = None,
    ) -> None:
        self.limits = limits
        self.tape = self.begin()
        self._allow_private = allow_private
        self._resolve = resolve or resolve_host
        self._plain = plain or httpcore.SyncBackend()

    def begin(self) -> Tape:
        """The tape of a new request, whose time runs from now on."""
        self.tape = Tape(time.monotonic() + self.limits.whole)
        return self.tape

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to a host, by one of its addresses that may be asked."""
        tried: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for ip in self._addresses(host, port)[:_MOST_TRIED]:
            try:
                stream = self._plain.connect_tcp(
                    ip, port, self.tape.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                tried = error
            else:
                return _TapedStream(stream, self)
        raise tried or httpcore.ConnectError("no address")

    def _addresses(self, host: str, port: int) -> list[str]:
        """The addresses of a host; a name with a private one among them is not asked at all."""
        try:
            within = self.tape.left(self.limits.connect)
            addresses = bounded(lambda: list(self._resolve(host, port)), within)
        except (OSError, UnicodeError, OverflowError) as error:
            reason = Reason("fetching.unknown_host", host=host)
            raise NoHostError(reason, again=isinstance(error, OSError)) from error
        private = [] if self._allow_private else [ip for ip in addresses if not is_public(ip)]
        if private:
            raise NoHostError(Reason("fetching.private", host=host, ip=private[0]))
        return addresses


def bounded(ask: Callable[[], T], seconds: float) -> T:
    """What is asked for, where it is there within so many seconds; TimeoutError where it is not.

    The system resolves a name for as long as it likes, and cannot be interrupted: the thread is
    left to itself.
    """
    answer: Future[T] = Future()

    def resolve() -> None:
        try:
            answer.set_result(ask())
        except Exception as error:  # noqa: BLE001  raised where it is waited for
            answer.set_exception(error)

    Thread(target=resolve, daemon=True).start()
    return answer.result(seconds)


def resolve_host(host: str, port: int) -> list[str]:
    """The IP addresses of a host, as the system resolves it; also `127.1` and `0x7f.1` are read."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class _TapedStream(httpcore.NetworkStream):
    """A connection whose every wait is bounded, and whose bytes are on the tape of the request."""

    def __init__(self, stream: httpcore.NetworkStream, wire: Wire) -> None:
        self._stream = stream
        self._wire = wire

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        tape, limits = self._wire.tape, self._wire.limits
        data = self._stream.read(max_bytes, tape.left(timeout))
        tape.received += data
        if len(tape.received) > limits.body + _MOST_HEADERS:
            raise too_large(limits.body)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._wire.tape.left(timeout))
        self._wire.tape.sent += buffer

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._wire.tape.left(timeout)
        return _TapedStream(self._stream.start_tls(ssl_context, server_hostname, left), self._wire)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
