"""Bodies as served to bodies as meant: compression taken off, with a bound on what comes out."""

from __future__ import annotations

import zlib

from ..messages import Reason
from .unanswered import UnansweredError

ACCEPTED = "gzip, deflate"
"""What hosts are told may be taken off; both can be decoded bit by bit, with a bound."""

_GZIP = frozenset({"gzip", "x-gzip"})
_ANY_HEADER = zlib.MAX_WBITS | 32
_NO_HEADER = -zlib.MAX_WBITS


def decode_body(data: bytes, encodings: str | None, most: int) -> bytes:
    """The body without its content encodings, given as in the header of that name.

    Raises UnansweredError where they are unknown, broken, or unfold to more than ``most`` bytes.
    """
    for encoding in reversed([name.strip().lower() for name in (encodings or "").split(",")]):
        if encoding in _GZIP or encoding == "deflate":
            data = _unfolded(data, most) if data else data
        elif encoding not in ("", "identity"):
            raise UnansweredError(Reason("fetching.encoding", encoding=encoding))
    if len(data) > most:
        raise too_large(most)
    return data


def too_large(most: int) -> UnansweredError:
    """The error that tells a body is larger than ``most`` bytes."""
    return UnansweredError(Reason("fetching.too_large", most=most // 1_000_000))


def _unfolded(data: bytes, most: int) -> bytes:
    """The members of a gzip, or the one of a deflate, which may come without its header."""
    try:
        return _members(data, _ANY_HEADER, most)
    except zlib.error as error:
        try:
            return _members(data, _NO_HEADER, most)
        except zlib.error:
            raise UnansweredError(Reason("fetching.broken_body", detail=error)) from error


def _members(data: bytes, window: int, most: int) -> bytes:
    unfolded = b""
    while data:
        member = zlib.decompressobj(window)
        unfolded += member.decompress(data, most + 1 - len(unfolded))
        if len(unfolded) > most:
            raise too_large(most)
        if not member.eof:
            raise zlib.error("incomplete")
        data = member.unused_data.lstrip(b"\0")
        if unfolded and not data.startswith(b"\x1f\x8b"):
            break  # what follows the last member is no part of the body
    return unfolded
