"""What was served is found again, byte by byte, and what is no longer itself is told."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from polybe.errors import FetchingError
from polybe.fetching import archive
from polybe.fetching.archive import Archive, Entry
from polybe.fetching.exchange import Exchange

BEGUN = datetime(2026, 1, 2, 3, 4, 5, 678900, tzinfo=UTC)
GOMA = "http://exemple.fr/goma"
HTML = (("Content-Type", "text/html"),)


def exchange(
    url: str = GOMA,
    body: bytes = b"<p>Goma</p>",
    *,
    status: int = 200,
    minute: int = 0,
    **more: str,
) -> Exchange:
    head = f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in more.items())
    headers = (*HTML, *more.items())
    begun = BEGUN + timedelta(minutes=minute)
    received = head.encode() + b"\r\n" + body
    return Exchange(
        url, status, headers, body, b"GET /goma HTTP/1.1\r\n\r\n", received, begun, None
    )


def kept(folder: Path, *exchanges: Exchange, **options: int) -> list[Path]:
    with closing(Archive(folder, **options)) as out:
        for each in exchanges:
            out.keep(each)
    return sorted(folder.glob("*.warc.gz"))


def test_a_record_tells_when_and_where_and_gives_the_bytes(tmp_path: Path) -> None:
    (file,) = kept(tmp_path, exchange())
    (entry,) = archive.find(tmp_path, "http://EXEMPLE.fr/goma#haut")
    assert (entry.file, entry.kind, entry.status) == (file.name, "response", 200)
    assert entry.date == "2026-01-02T03:04:05.678900Z"
    assert archive.bytes_of(tmp_path, entry) == b"<p>Goma</p>"


def test_versions_of_a_page_are_told_newest_first(tmp_path: Path) -> None:
    kept(tmp_path, exchange(body=b"un"), exchange(body=b"deux", minute=5))
    kept(tmp_path, exchange(body=b"trois", minute=9))
    found = archive.find(tmp_path, GOMA)
    assert [archive.bytes_of(tmp_path, entry) for entry in found] == [b"trois", b"deux", b"un"]


def test_a_document_leads_to_the_version_that_it_was_made_of(tmp_path: Path) -> None:
    with closing(Archive(tmp_path)) as out:
        out.keep(exchange(body=b"un"))
        out.trace("d1", GOMA, since="2026-01-02T03:04:05+00:00")
        out.keep(exchange(body=b"deux", minute=5))
        for _ in range(2):
            out.trace("d2", GOMA, since="2026-01-02T03:09:05+00:00")
    for document, body in (("d1", b"un"), ("d2", b"deux"), ("d2/r7", b"deux")):
        (entry,) = archive.find(tmp_path, document)
        assert archive.bytes_of(tmp_path, entry) == body
    assert archive.find(tmp_path, "d3") == []


def test_a_document_is_not_led_back_to_an_answer_older_than_its_page(tmp_path: Path) -> None:
    with closing(Archive(tmp_path)) as out:
        out.keep(exchange())
        out.trace("d1", GOMA, since="2026-01-02T03:04:06+00:00")
        out.trace("d1", "http://exemple.fr/autre", since="2026-01-02T03:04:05+00:00")
    assert archive.find(tmp_path, "d1") == []


def test_the_id_of_one_document_cannot_pass_for_that_of_another(tmp_path: Path) -> None:
    forged = "d1\r\npolybe-document: d2\r\n"
    with closing(Archive(tmp_path)) as out:
        out.keep(exchange())
        out.trace(forged, GOMA, since="2026-01-02T03:04:05+00:00")
    assert [archive.find(tmp_path, each) for each in ("d1", "d2")] == [[], []]
    assert len(archive.find(tmp_path, forged)) == 1


def test_a_redirect_leads_on_to_what_is_behind_it(tmp_path: Path) -> None:
    moved = exchange("http://exemple.fr/1", b"", status=301, Location="/goma#x")
    round_ = exchange("http://exemple.fr/2", b"", status=302, Location="/2")
    kept(tmp_path, moved, exchange(), round_)
    assert [e.url for e in archive.find(tmp_path, "http://exemple.fr/1")] == [moved.url, GOMA]
    assert [e.url for e in archive.find(tmp_path, "http://exemple.fr/2")] == [round_.url]


def test_files_are_followed_by_others_when_they_are_full_and_none_is_written_to_again(
    tmp_path: Path,
) -> None:
    exchanges = [exchange(f"{GOMA}/{n}", f"{n}".encode() * 50) for n in range(4)]
    files = kept(tmp_path, *exchanges[:3], most=1)
    assert len(files) == 3
    before = [file.read_bytes() for file in files]
    assert len(kept(tmp_path, exchanges[3])) == 4
    assert [file.read_bytes() for file in files] == before
    for each in exchanges:
        (entry,) = archive.find(tmp_path, each.url)
        assert archive.bytes_of(tmp_path, entry) == each.body


def test_the_index_can_be_thrown_away(tmp_path: Path) -> None:
    with closing(Archive(tmp_path)) as out:
        out.keep(exchange())
        out.trace("d1", GOMA, since="2026-01-02T03:04:05+00:00")
    before = archive.find(tmp_path, "d1")
    (tmp_path / "index.db").unlink()
    assert archive.find(tmp_path, "d1") == before == archive.find(tmp_path, GOMA)


@pytest.mark.parametrize("cut", [1, 9, 60, 200])
def test_a_torn_end_is_told_and_what_is_whole_is_found(tmp_path: Path, cut: int) -> None:
    (file,) = kept(tmp_path, exchange(), exchange("http://exemple.fr/2", b"deux"))
    data = file.read_bytes()
    file.write_bytes(data[:-cut])
    (tmp_path / "index.db").unlink()
    (fault,) = archive.check(tmp_path)
    assert fault.file == file.name
    (entry,) = archive.find(tmp_path, GOMA)
    assert archive.bytes_of(tmp_path, entry) == b"<p>Goma</p>"


def rewritten(path: Path, old: bytes, new: bytes) -> None:
    """Change bytes within the records of a file, each compressed by itself as it was."""
    import gzip
    import zlib

    data, members = path.read_bytes(), []
    while data:
        member = zlib.decompressobj(31)
        members.append(member.decompress(data).replace(old, new))
        data = member.unused_data
    path.write_bytes(b"".join(gzip.compress(member) for member in members))


def test_bytes_that_were_changed_are_told_and_not_given_out(tmp_path: Path) -> None:
    (file,) = kept(tmp_path, exchange(), exchange("http://exemple.fr/2", b"deux"))
    assert list(archive.check(tmp_path)) == []
    rewritten(file, b"<p>Goma</p>", b"<p>Sake</p>")
    (tmp_path / "index.db").unlink()
    (entry,) = archive.find(tmp_path, GOMA)
    assert {fault.start for fault in archive.check(tmp_path)} == {entry.start}
    with pytest.raises(FetchingError) as raised:
        archive.bytes_of(tmp_path, entry)
    assert raised.value.args[0].key == "fetching.no_bytes"
    (other,) = archive.find(tmp_path, "http://exemple.fr/2")
    assert archive.bytes_of(tmp_path, other) == b"deux"


def test_a_body_that_is_kept_already_is_referred_to(tmp_path: Path) -> None:
    kept(tmp_path, exchange(), exchange("http://exemple.fr/copie", minute=1))
    (copy,) = archive.find(tmp_path, "http://exemple.fr/copie")
    (first,) = archive.find(tmp_path, GOMA)
    assert (copy.kind, copy.refers, copy.digest) == ("revisit", first.id, first.digest)
    assert archive.bytes_of(tmp_path, copy) == b"<p>Goma</p>"
    lost = Entry(**{**{n: getattr(copy, n) for n in Entry.__slots__}, "refers": None})
    with pytest.raises(FetchingError):
        archive.bytes_of(tmp_path, lost)


def test_a_folder_without_files_is_no_archive(tmp_path: Path) -> None:
    for look in (lambda: archive.find(tmp_path, GOMA), lambda: list(archive.check(tmp_path))):
        with pytest.raises(FetchingError) as raised:
            look()
        assert raised.value.args[0].key == "fetching.no_archive"
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_index_is_told(tmp_path: Path) -> None:
    kept(tmp_path, exchange())
    (tmp_path / "index.db").write_bytes(b"Pas une base de donnees." * 100)
    with pytest.raises(FetchingError) as raised:
        archive.find(tmp_path, GOMA)
    assert raised.value.args[0].key == "fetching.archive"


def test_half_a_character_in_an_id_stops_nothing(tmp_path: Path) -> None:
    with closing(Archive(tmp_path)) as out:
        out.keep(exchange())
        out.trace("d\ud83d", GOMA, since="2026-01-02T03:04:05+00:00")
    assert list(archive.check(tmp_path)) == []


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FetchingError) as raised:
        Archive(tmp_path / "file" / "archive")
    assert raised.value.args[0].key == "fetching.archive"
