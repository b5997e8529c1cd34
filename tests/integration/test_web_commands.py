"""The commands that ask the web, with a host of this machine and a reader that takes any page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from polybe import app, reading
from polybe.cli.main import main
from polybe.errors import OutputError
from polybe.fetching import Fetch, Page
from polybe.model import CodedDocument, Document, Failure, document_id
from tests.web import Answer, Host, hosted, page, redirect

Captured = pytest.CaptureFixture[str]
ASKED = ["--allow-private", "--delay", "0"]


def read(
    source: str,
    _defaults: object = None,
    *,
    fetch: Fetch | None = None,
    follow: bool = False,
    **_: object,
) -> Iterator[Document | Failure]:
    """A page is an article; with ``follow`` a page of another type is a list of addresses."""
    if fetch is None:
        yield Failure(source, "the web is not asked")
        return
    answer = fetch(source)
    if isinstance(answer, Page) and follow and "html" not in (answer.content_type or ""):
        for address in answer.data.decode().split():
            yield from read(address, fetch=fetch)
    elif isinstance(answer, Page):
        text = answer.data.decode()
        yield Document(document_id(text, answer.url), text, url=answer.url)
    elif answer is not None:
        yield answer


@pytest.fixture(autouse=True)
def _no_parser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def code_documents(
        documents: Iterable[Document], **_: Any
    ) -> Iterator[CodedDocument | Failure]:
        for document in documents:
            yield CodedDocument(document, (), ())

    monkeypatch.setattr(app.coding, "code_documents", code_documents)
    monkeypatch.setattr(reading, "read", read)
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def host() -> Iterator[Host]:
    with hosted({"/a": page("Goma"), "/b": page("Beni"), "/old": redirect("/a")}) as host:
        yield host


def feed(host: Host, *paths: str) -> None:
    host.routes["/rss"] = Answer(
        "\n".join(host.url + path for path in paths).encode(), headers={"Content-Type": "text/xml"}
    )


def urls(out: str) -> list[str]:
    return [json.loads(line)["document"]["url"] for line in out.splitlines()]


def test_a_document_has_the_address_at_the_end_of_redirects(host: Host, capsys: Captured) -> None:
    assert main(["code", f"{host.url}/old", *ASKED]) == 0
    assert urls(capsys.readouterr().out) == [f"{host.url}/a"]


def test_a_private_address_is_refused_unless_it_is_asked_for(host: Host, capsys: Captured) -> None:
    assert main(["code", f"{host.url}/a", "--lang", "fr"]) == 3
    assert "--allow-private le permet" in capsys.readouterr().err
    assert host.requests == []


def test_the_web_is_not_asked_where_no_input_is_of_it(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(app, "open_web", lambda _: pytest.fail("the web was opened"))
    assert main(["code", "a.txt", *ASKED, "--state", "state"]) == 3
    assert "the web is not asked" in capsys.readouterr().err


@pytest.mark.parametrize("value", ["-1", "bientôt", "3601", "nan"])
def test_a_delay_is_a_number_of_seconds(value: str, capsys: Captured) -> None:
    assert main(["code", "a.txt", f"--delay={value}"]) == 2
    assert "seconds" in capsys.readouterr().err


def test_a_feed_asked_again_gives_what_is_new(host: Host, capsys: Captured) -> None:
    command = ["add", f"{host.url}/rss", "--follow", "--state", "state", *ASKED]
    feed(host, "/a")
    assert main(command) == 0
    assert "1 new, 0 already there" in capsys.readouterr().err
    assert main(command) == 0
    assert "0 new, 0 already there, 0 revised, 0 failed" in capsys.readouterr().err
    feed(host, "/a", "/b")
    assert main(command) == 0
    assert "1 new, 0 already there" in capsys.readouterr().err
    host.routes["/b"] = page("Beni, corrigé")
    feed(host, "/b")
    assert main(command) == 0
    assert "0 new, 0 already there, 1 revised" in capsys.readouterr().err


def test_nothing_new_is_no_failure(host: Host, capsys: Captured) -> None:
    command = ["code", f"{host.url}/a", "--state", "state", "-o", "out.jsonl", *ASKED]
    assert main(command) == 0
    capsys.readouterr()
    assert main(command) == 0
    assert "nothing new" in capsys.readouterr().err


def test_pages_whose_output_could_not_be_written_are_given_again(
    host: Host, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """The disk is full just when the output is put in its place."""
    command = ["code", f"{host.url}/a", "--state", "state", "-o", "out.jsonl", *ASKED]

    def full(*_: object) -> None:
        raise OutputError("No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        assert main(command) == 3
    assert not Path("out.jsonl").exists()
    assert main(command) == 0
    assert urls(Path("out.jsonl").read_text(encoding="utf-8")) == [f"{host.url}/a"]
    assert host.asked() == ["/a"]
    capsys.readouterr()


def test_a_run_of_which_nothing_can_be_coded_is_over_all_the_same(
    host: Host, capsys: Captured
) -> None:
    """Else its pages, as they were that day, would be all that later runs are given."""
    feed(host, "/none")
    command = ["add", f"{host.url}/rss", "--follow", "--state", "state", *ASKED]
    assert main(command) == 3
    feed(host, "/none", "/a")
    assert main(command) == 1
    assert "1 new" in capsys.readouterr().err


def test_a_document_is_traced_to_the_bytes_it_came_from(host: Host, capsys: Captured) -> None:
    feed(host, "/a", "/old")
    asked = ["--follow", "--archive", "evidence", *ASKED]
    assert main(["code", f"{host.url}/rss", *asked]) == 0
    document = json.loads(capsys.readouterr().out)["document"]
    host.routes["/a"] = page("Goma, corrigé")
    assert main(["code", f"{host.url}/a", *asked]) == 0
    capsys.readouterr()

    assert main(["evidence", document["id"], "--archive", "evidence"]) == 0
    (row,) = capsys.readouterr().out.splitlines()
    file, start, date, status, kind, digest, url = row.split("\t")
    assert (Path("evidence") / file).stat().st_size > int(start) > 0
    assert (status, kind, url) == ("200", "response", f"{host.url}/a")
    assert date.endswith("Z")
    assert digest.startswith("sha256:")
    command = ["evidence", document["id"], "--archive", "evidence", "-o", "page.html"]
    assert main(command) == 0
    assert Path("page.html").read_text(encoding="utf-8") == document["text"]

    assert main(["evidence", f"{host.url}/a", "--archive", "evidence"]) == 0
    kinds = [line.split("\t")[4] for line in capsys.readouterr().out.splitlines()]
    assert kinds == ["response", "revisit", "response"]  # the second by way of /old


def test_the_digests_of_an_archive_are_checked(host: Host, capsys: Captured) -> None:
    main(["code", f"{host.url}/a", "--archive", "evidence", *ASKED])
    capsys.readouterr()
    assert main(["evidence", "--check", "--archive", "evidence"]) == 0
    assert "all digests hold" in capsys.readouterr().err
    (file,) = Path("evidence").glob("*.warc.gz")
    file.write_bytes(file.read_bytes()[:-5])
    assert main(["evidence", "--check", "--archive", "evidence"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith(f"{file.name}\t")
    assert "1 faults" in err


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([], 2),
        (["http://exemple.fr/"], 2),
        (["--archive", "evidence"], 2),
        (["http://exemple.fr/", "--check", "--archive", "evidence"], 2),
        (["--check", "--archive", "evidence", "-o", "x"], 2),
        (["http://exemple.fr/", "--archive", "none"], 3),
        (["http://exemple.fr/", "--archive", "evidence"], 3),
        (["d1", "--archive", "evidence"], 3),
    ],
)
def test_what_cannot_be_found_or_meant_is_told(
    host: Host, arguments: list[str], status: int, capsys: Captured
) -> None:
    main(["code", f"{host.url}/a", "--archive", "evidence", *ASKED])
    assert main(["evidence", *arguments]) == status
    assert capsys.readouterr().err
