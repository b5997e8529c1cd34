"""A host of the web on this machine, which answers as it is told to."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Answer:
    """A well-formed answer."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Raw:
    """The bytes of an answer as they stand, after which the connection is closed."""

    data: bytes


class Hang:
    """Nothing is answered for as long as the host stands."""


@dataclass(frozen=True)
class Drip:
    """Headers, and then a byte now and then for as long as the host stands."""


Behaviour = Answer | Raw | Hang | Drip
Route = Behaviour | Callable[["Request"], Behaviour]


@dataclass(frozen=True)
class Request:
    """What the host was asked."""

    path: str
    headers: Mapping[str, str]


@dataclass
class Host:
    """The host: its address, what it answers by path, and what it has been asked."""

    url: str
    routes: dict[str, Route]
    requests: list[Request] = field(default_factory=list)

    def asked(self, *, robots: bool = False) -> list[str]:
        """The paths that it was asked for, in order."""
        paths = [request.path for request in self.requests]
        return paths if robots else [path for path in paths if path != "/robots.txt"]


@contextmanager
def hosted(routes: Mapping[str, Route], certificate: str | None = None) -> Iterator[Host]:
    """A host on a free port of 127.0.0.1; without a robots.txt of its own it has none.

    With the path of a certificate and its key it speaks TLS.
    """
    over = threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    scheme = "http"
    if certificate:
        import ssl

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https"
    host = Host(f"{scheme}://127.0.0.1:{server.server_port}", dict(routes))
    server.host, server.over = host, over  # type: ignore[attr-defined]
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield host
    finally:
        over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def page(title: str) -> Answer:
    """A small page of HTML."""
    body = f"<html><title>{title}</title><p>Un article : {title}.</p></html>".encode()
    return Answer(body, headers={"Content-Type": "text/html; charset=utf-8"})


def redirect(location: str, status: int = 302) -> Answer:
    """An answer that leads elsewhere."""
    return Answer(status=status, headers={"Location": location})


def gzipped(data: bytes) -> Answer:
    """A body that is served compressed."""
    return Answer(gzip.compress(data), headers={"Content-Encoding": "gzip"})


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        host: Host = self.server.host  # type: ignore[attr-defined]
        request = Request(self.path, dict(self.headers))
        host.requests.append(request)
        route = host.routes.get(self.path, Answer(status=404))
        self._behave(route(request) if callable(route) else route)

    def _behave(self, behaviour: Behaviour) -> None:
        over: threading.Event = self.server.over  # type: ignore[attr-defined]
        self.close_connection = not isinstance(behaviour, Answer)
        if isinstance(behaviour, Answer):
            self._answer(behaviour)
        elif isinstance(behaviour, Raw):
            self.wfile.write(behaviour.data)
        elif isinstance(behaviour, Hang):
            over.wait()
        else:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
            while not over.wait(0.01):
                self.wfile.write(b".")

    def _answer(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 304:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)
