"""XML that unfolds without end is refused or left folded, in little time and memory."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from polybe.errors import ReadingError
from polybe.reading.xml import refuse_entities
from tests.unit.reading import made

ENTITIES = '<!ENTITY e0 "bombe">' + "".join(
    f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 13)
)
"""The last of them stands for a million million words."""

LATE = f"<!-- {'x' * 100_000} -->"
ENCODINGS = ("utf-8", "utf-16", "utf-32")
READ = """
import resource, sys
from polybe.reading import read
resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
for item in read(sys.argv[1]):
    print(type(item).__name__, len(getattr(item, "text", "")))
"""


def bomb(root: str, encoding: str, before: str = "") -> bytes:
    """XML whose root is this, behind a declaration of entities."""
    head = f'<?xml version="1.0" encoding="{encoding}"?>{before}<!DOCTYPE d [{ENTITIES}]>'
    return (head + root.replace("bombe", "&e12;")).encode(encoding)


def word(data: bytes) -> bytes:
    """A DOCX document with this in place of its own text."""
    kept = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(made.word())) as whole,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for info in whole.infolist():
            own = info.filename == "word/document.xml"
            archive.writestr(info, data if own else whole.read(info))
    return kept.getvalue()


def bombs() -> dict[str, bytes]:
    """Bombs in every format that is XML, or holds some."""
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    wordy = (
        f'<w:document xmlns:w="{namespace}"><w:body><w:p w:rsidR="bombe"><w:r><w:t>bombe</w:t>'
        "</w:r></w:p></w:body></w:document>"
    )
    rss = made.feed().decode().partition("?>")[2].replace("la gare", "bombe")
    open_text = made.CONTENT.partition("?>")[2].replace("la gare", "bombe")
    page = made.PAGE.partition(">")[2].replace("la gare", "bombe")
    found: dict[str, bytes] = {}
    for encoding in ENCODINGS:
        for place, before in (("", ""), ("late", LATE)):
            name = f"{encoding}{place}"
            found[f"{name}.docx"] = word(bomb(wordy, encoding, before))
            found[f"{name}.odt"] = made.odt(bomb(open_text, encoding, before))
            found[f"{name}.rss"] = bomb(rss, encoding, before.replace("x" * 99_000, ""))
            found[f"{name}.xhtml"] = bomb(page, encoding, before)
            found[f"{name}.warc"] = made.warc(page=bomb(page, encoding, before))
    return found


def test_no_bomb_takes_more_than_some_seconds_and_a_gigabyte(tmp_path: Path) -> None:
    made_of = bombs()
    for name, data in made_of.items():
        (tmp_path / name).write_bytes(data)
    command = [sys.executable, "-c", READ, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    items = [line.split() for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr
    assert len(items) == len(made_of)
    assert max(int(size) for _, size in items) < 2_000


@pytest.mark.parametrize("encoding", ENCODINGS[:2])
@pytest.mark.parametrize("before", ["", LATE])
def test_an_entity_is_refused_in_any_encoding_however_late(encoding: str, before: str) -> None:
    with pytest.raises(ReadingError, match="entity"):
        refuse_entities(bomb("<d/>", encoding, before))


@pytest.mark.parametrize(
    "data",
    [b"", b"<d", b"<d>&lt;!ENTITY</d>", b"<!DOCTYPE html><html>", b"\xff\xfe\0", b"<d/>" * 9],
)
def test_what_declares_none_passes_whatever_it_is(data: bytes) -> None:
    refuse_entities(data)
