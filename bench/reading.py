"""How fast pages are read: records of a WARC, and the articles on them, against coding them.

``python bench/reading.py`` makes a WARC of pages about the articles of the repository, each with a
menu, a footer and what else stands on pages, and measures in processor time, one round after the
other:

- ``records``: pages out of the packed archive, as bytes;
- ``articles``: the same with the article of each page;
- ``coding``: the coding of the articles.

It ends with 1 when reading records is not twenty times as fast as coding.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from statistics import median

from bench import read_texts
from polybe import Document, code_documents
from polybe.reading.formats import warc
from polybe.reading.formats.warc import pages
from polybe.reading.source import HEAD, How, Source

PAGES = 600
CODED = 50
ROUNDS = 3
LEAST = 20.0
"""Reading records must be so many times as fast as coding."""

BESIDE = "".join(f'<li><a href="/rubrique/{n}">Rubrique numéro {n}</a></li>' for n in range(60))


def archive(texts: list[str]) -> bytes:
    """A WARC with so many pages."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    kept = io.BytesIO()
    writer = WARCWriter(kept, gzip=True)
    for number in range(PAGES):
        headers = StatusAndHeaders(
            "200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1"
        )
        body = io.BytesIO(page(texts[number % len(texts)], number).encode())
        url = f"https://jour.example/{number}"
        writer.write_record(
            writer.create_warc_record(url, "response", payload=body, http_headers=headers)
        )
    return kept.getvalue()


def page(text: str, number: int) -> str:
    """A page with an article on it."""
    title, *rest = [line for line in text.split("\n") if line.strip()]
    told = "".join(f"<p>{line}</p>" for line in rest)
    return (
        f"<!DOCTYPE html><html lang='fr'><head><title>{title}</title>"
        f"<meta property='article:published_time' content='2020-01-{number % 28 + 1:02d}'></head>"
        f"<body><nav><ul>{BESIDE}</ul></nav><article><h1>{title}</h1>{told}</article>"
        f"<aside><ul>{BESIDE}</ul></aside><footer>Mentions légales</footer></body></html>"
    )


def source(data: bytes) -> Source:
    """The archive, to be read from its beginning."""
    return Source("bench", io.BytesIO(data), data[:HEAD])


def rate(work: Callable[[], Iterable[object]]) -> float:
    """How many a second of processor time."""
    began = time.process_time()
    count = sum(1 for _ in work())
    return count / (time.process_time() - began)


def main() -> int:
    texts = read_texts()
    data = archive(texts)
    some = [Document(str(n), text, published="2020-01-15") for n, text in enumerate(texts[:CODED])]

    def coding() -> Iterator[object]:
        return code_documents(some)

    list(coding())  # loads the coder
    rounds = [
        (
            rate(lambda: pages(source(data))),
            rate(lambda: warc.read(source(data), How())),
            rate(coding),
        )
        for _ in range(ROUNDS)
    ]
    records, articles, coded = (median(column) for column in zip(*rounds, strict=True))
    print(f"records of a WARC a second    {records:10.0f}")
    print(f"articles of pages a second    {articles:10.0f}")
    print(f"articles coded a second       {coded:10.1f}   (sentences seen before are remembered)")
    print(f"records / coding              {records / coded:10.1f}   (at least {LEAST:.0f})")
    return int(records / coded < LEAST)


if __name__ == "__main__":
    sys.exit(main())
