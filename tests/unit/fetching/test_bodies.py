"""Compression is taken off, and never more comes out than may."""

from __future__ import annotations

import gzip
import zlib

import pytest

from polybe.fetching.bodies import decode_body
from polybe.fetching.unanswered import UnansweredError
from polybe.messages import Reason

TEXT = "Les combats ont repris à Kidal. ".encode() * 50
BARE = zlib.compressobj(wbits=-15)


@pytest.mark.parametrize(
    ("data", "encodings"),
    [
        (TEXT, None),
        (TEXT, ""),
        (TEXT, "identity"),
        (gzip.compress(TEXT), "gzip"),
        (gzip.compress(TEXT), "X-GZip"),
        (zlib.compress(TEXT), "deflate"),
        (BARE.compress(TEXT) + BARE.flush(), "deflate"),
        (gzip.compress(zlib.compress(TEXT)), "deflate, gzip"),
        (gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:]), "gzip"),
        (gzip.compress(TEXT) + b"\0" * 7, "gzip"),
        (gzip.compress(TEXT) + b"bavardage", "gzip"),
    ],
)
def test_a_body_comes_out_as_it_was_meant(data: bytes, encodings: str | None) -> None:
    assert decode_body(data, encodings, len(TEXT)) == TEXT


def test_an_empty_body_is_empty_whatever_is_said_of_it() -> None:
    assert decode_body(b"", "gzip", 10) == b""


@pytest.mark.parametrize(
    ("data", "encodings", "key"),
    [
        (TEXT, None, "too_large"),
        (gzip.compress(TEXT), "gzip", "too_large"),
        (gzip.compress(b"a" * 90) * 2, "gzip", "too_large"),
        (gzip.compress(gzip.compress(b"\0" * 10**7)), "gzip, gzip", "too_large"),
        (gzip.compress(b"abc")[:-1], "gzip", "broken_body"),
        (b"abc", "gzip", "broken_body"),
        (b"abc", "br", "encoding"),
        (b"abc", "zstd", "encoding"),
    ],
)
def test_what_is_too_large_broken_or_not_known_is_told(
    data: bytes, encodings: str | None, key: str
) -> None:
    with pytest.raises(UnansweredError) as raised:
        decode_body(data, encodings, 100)
    assert isinstance(raised.value.reason, Reason)
    assert raised.value.reason.key == f"fetching.{key}"


def test_a_bomb_is_stopped_before_it_unfolds() -> None:
    """A hundred megabytes of nothing, of which a thousandth is ever held."""
    import tracemalloc

    bomb = gzip.compress(b"\0" * 100_000_000, 9)
    tracemalloc.start()
    with pytest.raises(UnansweredError):
        decode_body(bomb, "gzip", 100_000)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5_000_000
