"""The web asked over real connections: what hosts may do, and what becomes of the run.

No test decides by a clock: what hangs is told by the reason that is given.
"""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from warcio import ArchiveIterator

from polybe.fetching import Fetcher, Limits, Page, archive
from polybe.fetching.archive import Archive
from polybe.messages import Reason
from polybe.model import Failure
from tests.web import (
    Answer,
    Behaviour,
    Drip,
    Hang,
    Host,
    Raw,
    Request,
    gzipped,
    hosted,
    page,
    redirect,
)

SMALL = Limits(body=100_000, wait=10.0)
IMPATIENT = Limits(read=1.0, body=100_000)
"""For hosts that never answer: long enough for those that do."""
CERTIFICATE = Path(__file__).with_name("self_signed.pem")


class Clock:
    """A time that passes when it is slept, and only then."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 6))
        self.now += seconds


@pytest.fixture
def host() -> Iterator[Host]:
    with hosted({"/a": page("Goma"), "/b": page("Bukavu"), "/c": page("Uvira")}) as host:
        yield host


def fetcher(**options: Any) -> Fetcher:
    return Fetcher(**{"limits": SMALL, "delay": 0.0, "allow_private": True, **options})


def fetched(url: str, **options: Any) -> Page | Failure | None:
    with fetcher(**options) as fetch:
        return fetch(url)


def reason(answer: Page | Failure | None) -> str:
    assert isinstance(answer, Failure), answer
    assert isinstance(answer.reason, Reason)
    return answer.reason.key.removeprefix("fetching.")


def body(answer: Page | Failure | None) -> bytes:
    assert isinstance(answer, Page), answer
    return answer.data


def test_a_page_has_its_bytes_its_type_and_the_time_it_was_asked_for(host: Host) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    answer = fetched(f"{host.url}/a#comments")
    assert isinstance(answer, Page)
    assert answer.url == f"{host.url}/a"
    assert "Un article : Goma." in answer.data.decode()
    assert answer.content_type == "text/html; charset=utf-8"
    assert before <= datetime.fromisoformat(answer.fetched) <= datetime.now(UTC)


def test_no_part_of_the_web_is_loaded_before_it_is_asked() -> None:
    loaded = "import polybe.fetching, sys; print(*sys.modules)"
    command = [sys.executable, "-c", loaded]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    names = subprocess.run(command, capture_output=True, text=True, env=env, check=True).stdout
    assert "polybe.fetching.pages" in names.split()
    assert {"httpx", "httpcore", "warcio", "protego"}.isdisjoint(names.split())


def test_hosts_are_told_who_asks(host: Host) -> None:
    fetched(f"{host.url}/a", software="Polybe/9.9")
    assert {r.headers["User-Agent"].split()[0] for r in host.requests} == {"Polybe/9.9"}
    assert host.requests[0].headers["Host"] == host.url.removeprefix("http://")


def test_user_and_password_of_an_address_are_sent_to_nobody(host: Host, tmp_path: Path) -> None:
    address = host.url.replace("http://", "http://ana:secret@")
    assert isinstance(fetched(f"{address}/a", archive=Archive(tmp_path)), Page)
    assert all("Authorization" not in request.headers for request in host.requests)
    (file,) = tmp_path.glob("*.warc.gz")
    assert b"secret" not in gzip.decompress(file.read_bytes())


def test_redirects_are_followed_to_the_last_address(host: Host) -> None:
    host.routes |= {"/1": redirect("2", 301), "/2": redirect("/a?x=1", 308), "/a?x=1": page("Goma")}
    answer = fetched(f"{host.url}/1")
    assert isinstance(answer, Page)
    assert answer.url == f"{host.url}/a?x=1"


def test_redirects_in_circles_and_without_end_are_told(host: Host) -> None:
    host.routes |= {"/1": redirect("/2"), "/2": redirect("/1")}
    host.routes |= {f"/n{n}": redirect(f"/n{n + 1}") for n in range(30)}
    assert reason(fetched(f"{host.url}/1")) == "loop"
    assert reason(fetched(f"{host.url}/n0")) == "redirects"
    assert host.asked()[-1] == "/n10"


@pytest.mark.parametrize(
    ("location", "told"), [("file:///etc/passwd", "scheme"), ("http://h:port/", "bad_redirect")]
)
def test_a_redirect_to_what_is_no_address_of_the_web_is_refused(
    host: Host, location: str, told: str
) -> None:
    host.routes["/1"] = redirect(location)
    assert reason(fetched(f"{host.url}/1")) == told


def test_a_redirect_to_a_private_address_is_refused(host: Host) -> None:
    """The first host is taken for a public one; the second is asked for nothing."""
    public = "93.184.216.34"

    def resolve(name: str, _port: int) -> list[str]:
        return [public if name == "public.test" else name]

    port = host.url.rpartition(":")[2]
    host.routes["/1"] = redirect(f"http://127.0.0.1:{port}/a")
    with fetcher(allow_private=False, resolve=resolve) as fetch:
        _lead(fetch, public)
        answer = fetch(f"http://public.test:{port}/1")
    assert reason(answer) == "private"
    assert host.asked() == ["/1"]


def _lead(fetch: Fetcher, ip: str) -> None:
    """Have connections to an address go to this machine, as a route of the network would."""
    plain = fetch._client._wire._plain
    connect = plain.connect_tcp
    plain.connect_tcp = lambda host, *rest: connect(  # type: ignore[method-assign]
        "127.0.0.1" if host == ip else host, *rest
    )


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.1", "0x7f.1", "2130706433", "017700000001", "[::1]", "[::ffff:127.0.0.1]",
     "0.0.0.0", "[::]", "169.254.169.254", "10.0.0.1", "192.168.1.1", "[fe80::1]", "[fd00::1]",
     "user@127.0.0.1", "example.org@127.0.0.1", "127.0.0.1."],
)  # fmt: skip
def test_no_private_machine_is_asked_however_it_is_written(host: Host, address: str) -> None:
    port = host.url.rpartition(":")[2]
    told = reason(fetched(f"http://{address}:{port}/a", allow_private=False))
    assert told == "private" or (address.endswith(".") and told == "unknown_host")
    assert host.requests == []


def test_a_proxy_of_the_environment_is_not_asked(
    host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert isinstance(fetched(f"{host.url}/a"), Page)


@pytest.mark.parametrize(
    ("behaviour", "told"),
    [
        (Raw(b""), "protocol"),
        (Raw(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort"), "protocol"),
        (Raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), "protocol"),
        (Raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"), "protocol"),
        (Raw(b"\x00\x01\x02 nothing of HTTP\r\n\r\n"), "protocol"),
        (Answer(b"x" * 100_001), "too_large"),
        (Answer(b"x" * 1_000_000), "too_large"),
        (gzipped(b"\0" * 50_000_000), "too_large"),
        (Answer(gzip.compress(b"cut")[:-9], headers={"Content-Encoding": "gzip"}), "broken_body"),
        (Answer(b"plain", headers={"Content-Encoding": "gzip"}), "broken_body"),
        (Answer(b"?", headers={"Content-Encoding": "br"}), "encoding"),
        (Answer(status=404), "status"),
        (Answer(status=410), "status"),
        (Answer(status=500), "status"),
        (Answer(status=302), "status"),
        (Answer(status=304), "status"),
    ],
)  # fmt: skip
def test_what_a_host_answers_badly_is_told_and_the_next_is_asked(
    host: Host, behaviour: Behaviour, told: str
) -> None:
    host.routes["/bad"] = behaviour
    with fetcher() as fetch:
        assert reason(fetch(f"{host.url}/bad")) == told
        assert isinstance(fetch(f"{host.url}/a"), Page)


def test_a_host_that_hangs_is_told_and_the_next_page_is_asked_for(host: Host) -> None:
    host.routes["/hang"] = Hang()
    with fetcher(limits=IMPATIENT) as fetch:
        assert reason(fetch(f"{host.url}/hang")) == "silent"
        assert isinstance(fetch(f"{host.url}/a"), Page)


def test_a_host_that_drips_is_left_when_the_time_of_the_whole_is_up(host: Host) -> None:
    host.routes["/drip"] = Drip()
    limits = Limits(read=30.0, whole=1.0)
    assert reason(fetched(f"{host.url}/drip", limits=limits)) == "slow"


def test_a_port_where_nobody_listens_and_a_name_that_is_none_are_told() -> None:
    with hosted({}) as gone:
        url = gone.url
    assert reason(fetched(f"{url}/a")) == "robots"
    assert "connection" in str(fetched(f"{url}/a"))
    assert reason(fetched("http://nowhere.invalid/")) == "unknown_host"


def test_a_connection_that_breaks_before_the_answer_is_tried_once_more(host: Host) -> None:
    answers = iter([Raw(b""), page("Goma")])
    host.routes["/once"] = lambda _: next(answers)
    assert isinstance(fetched(f"{host.url}/once"), Page)
    assert host.asked() == ["/once", "/once"]


def test_a_certificate_that_nobody_vouches_for_is_told_plainly() -> None:
    with hosted({"/a": page("Goma")}, certificate=str(CERTIFICATE)) as host:
        answer = fetched(f"{host.url}/a")
        assert reason(answer) == "certificate"
        assert "self-signed" in str(answer).replace("self signed", "self-signed")
        assert host.requests == []


def test_a_certificate_must_be_that_of_the_name_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is vouched for here, and made out to the name `presse.test` alone."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with hosted({"/a": page("Goma")}, certificate=str(CERTIFICATE)) as host:
        port = host.url.rpartition(":")[2]
        resolve = {"resolve": lambda *_: ["127.0.0.1"]}
        assert isinstance(fetched(f"https://presse.test:{port}/a", **resolve), Page)
        assert reason(fetched(f"https://autre.test:{port}/a", **resolve)) == "certificate"


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_where_there_is_no_robots_txt_all_may_be_asked_for(host: Host, status: int) -> None:
    host.routes["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /", status=status)
    assert isinstance(fetched(f"{host.url}/a"), Page)


def test_what_robots_txt_forbids_is_not_asked_for_and_it_is_read_once(host: Host) -> None:
    host.routes["/robots.txt"] = Answer(
        b"User-agent: polybe\nDisallow: /a\n\nUser-agent: *\nDisallow: /\n"
    )
    with fetcher() as fetch:
        assert reason(fetch(f"{host.url}/a")) == "forbidden"
        assert isinstance(fetch(f"{host.url}/b"), Page)
        assert isinstance(fetch(f"{host.url}/c"), Page)
    assert host.asked(robots=True) == ["/robots.txt", "/b", "/c"]


def test_what_robots_txt_forbids_is_not_asked_for_behind_a_redirect_either(host: Host) -> None:
    host.routes["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /private/\n")
    host.routes["/1"] = redirect("/private/x")
    assert reason(fetched(f"{host.url}/1")) == "forbidden"
    assert host.asked() == ["/1"]


@pytest.mark.parametrize("behaviour", [Hang(), Answer(status=500), Answer(status=429)])
def test_a_host_whose_robots_txt_cannot_be_read_is_left_alone(
    host: Host, behaviour: Behaviour
) -> None:
    host.routes["/robots.txt"] = behaviour
    with fetcher(limits=IMPATIENT) as fetch:
        assert reason(fetch(f"{host.url}/a")) == "robots"
        assert reason(fetch(f"{host.url}/b")) == "robots"
    assert host.asked(robots=True) == ["/robots.txt"]


def test_requests_to_one_host_are_kept_apart(host: Host) -> None:
    clock = Clock()
    with fetcher(delay=1.5, clock=clock, sleep=clock.sleep) as fetch:
        fetch(f"{host.url}/a")
        fetch(f"{host.url}/b")
    assert clock.slept == [1.5, 1.5]  # after robots.txt, and after the first page


def test_a_crawl_delay_is_kept_and_one_too_long_is_told(host: Host) -> None:
    clock = Clock()
    host.routes["/robots.txt"] = Answer(b"User-agent: *\nCrawl-delay: 7\n")
    with fetcher(delay=1.0, clock=clock, sleep=clock.sleep) as fetch:
        fetch(f"{host.url}/a")
        fetch(f"{host.url}/b")
    assert clock.slept == [7.0, 7.0]
    host.routes["/robots.txt"] = Answer(b"User-agent: *\nCrawl-delay: 86400\n")
    assert reason(fetched(f"{host.url}/a", clock=clock, sleep=clock.sleep)) == "resting"


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_host_is_asked_again_when_it_says_so(host: Host, status: int) -> None:
    clock = Clock()
    answers = iter([Answer(status=status, headers={"Retry-After": "4"}), page("Goma")])
    host.routes["/busy"] = lambda _: next(answers)
    assert isinstance(fetched(f"{host.url}/busy", clock=clock, sleep=clock.sleep), Page)
    assert clock.slept == [4.0]


def test_a_host_that_is_busy_for_long_is_left_alone_at_once(host: Host) -> None:
    tomorrow = format_datetime(datetime.now(UTC) + timedelta(days=1))
    host.routes["/busy"] = Answer(status=503, headers={"Retry-After": tomorrow})
    clock = Clock()
    with fetcher(clock=clock, sleep=clock.sleep) as fetch:
        assert reason(fetch(f"{host.url}/busy")) == "resting"
        assert reason(fetch(f"{host.url}/a")) == "resting"
    assert clock.slept == []
    assert host.asked() == ["/busy"]


def test_an_address_is_given_once_a_run(host: Host) -> None:
    host.routes["/same"] = redirect("/a")
    with fetcher() as fetch:
        assert isinstance(fetch(f"{host.url}/a"), Page)
        assert fetch(f"{host.url}/a#again") is None
        assert fetch(f"{host.url}/same") is None


def marked(request: Request) -> Answer:
    """A page with an ETag, which is not sent to whoever has it."""
    if request.headers.get("If-None-Match") == '"v1"':
        return Answer(status=304, headers={"ETag": '"v1"'})
    return Answer(b"<p>Un article.</p>", headers={"ETag": '"v1"', "Content-Type": "text/html"})


def test_a_page_that_an_earlier_run_had_is_not_given_again(host: Host, tmp_path: Path) -> None:
    host.routes["/marked"] = marked
    addresses = [f"{host.url}/marked", f"{host.url}/a"]  # one with, one without an ETag
    for wanted in (2, 0, 0):
        with fetcher(state=tmp_path) as fetch:
            assert sum(fetch(address) is not None for address in addresses) == wanted
    conditions = [r.headers.get("If-None-Match") for r in host.requests if r.path == "/marked"]
    assert conditions == [None, '"v1"', '"v1"']
    host.routes["/a"] = page("Goma, corrigé")
    assert isinstance(fetched(f"{host.url}/a", state=tmp_path), Page)


def test_the_conditions_of_a_page_are_not_sent_to_another(host: Host, tmp_path: Path) -> None:
    """Where a redirect leads elsewhere today, `304` would be said of another page."""
    host.routes |= {"/today": redirect("/marked"), "/marked": marked}
    fetched(f"{host.url}/today", state=tmp_path)
    host.routes |= {"/today": redirect("/other"), "/other": marked}
    assert isinstance(fetched(f"{host.url}/today", state=tmp_path), Page)


def test_a_feed_is_read_again_where_a_page_could_not_be_had(host: Host, tmp_path: Path) -> None:
    rss = {"Content-Type": "application/rss+xml"}
    host.routes |= {"/rss": Answer(b"<rss/>", headers=rss), "/away": Answer(status=503)}
    with fetcher(state=tmp_path) as fetch:
        assert isinstance(fetch(f"{host.url}/rss"), Page)
        assert reason(fetch(f"{host.url}/away")) == "status"
        assert isinstance(fetch(f"{host.url}/a"), Page)
    host.routes["/away"] = page("Beni")
    with fetcher(state=tmp_path) as fetch:
        assert isinstance(fetch(f"{host.url}/rss"), Page)
        assert isinstance(fetch(f"{host.url}/away"), Page)
        assert fetch(f"{host.url}/a") is None
    assert fetched(f"{host.url}/rss", state=tmp_path) is None


def test_a_run_that_ended_with_an_error_gives_its_pages_again_and_asks_nobody(
    host: Host, tmp_path: Path
) -> None:
    given: list[Page | Failure | None] = []

    def work() -> None:
        with fetcher(state=tmp_path) as fetch:
            given.append(fetch(f"{host.url}/a"))
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        work()
    assert [fetched(f"{host.url}/a", state=tmp_path)] == given
    assert host.asked() == ["/a"]


RUN = """
import sys
from pathlib import Path
from polybe.fetching import Fetcher
from polybe.fetching.archive import Archive
where, *addresses = sys.argv[1:]
archive = Archive(Path(where) / "archive")
with Fetcher(allow_private=True, delay=0.0, archive=archive, state=Path(where)) as fetch:
    for address in addresses:
        print(fetch(address).url, flush=True)
"""


def test_killed_in_the_middle_again_and_again_nothing_is_lost_nor_asked_for_twice(
    tmp_path: Path,
) -> None:
    names = [f"/{n}" for n in range(8)]
    arrived = threading.Semaphore(0)
    stop_at: set[str] = set()

    def route(name: str) -> Callable[[Request], Behaviour]:
        def answer(_: Request) -> Behaviour:
            if name in stop_at:
                stop_at.discard(name)
                arrived.release()
                return Hang()
            return page(f"Article {name}")

        return answer

    with hosted({name: route(name) for name in names}) as host:
        addresses = [host.url + name for name in names]
        for stop in ("/0", "/3", "/4", "/7"):
            stop_at.add(stop)
            child = start(tmp_path, addresses)
            arrived.acquire()
            child.send_signal(signal.SIGKILL)
            child.communicate()
        assert list(archive.check(tmp_path / "archive")) == []
        last = start(tmp_path, addresses)
        out, _ = last.communicate()
    assert last.returncode == 0
    assert out.split() == addresses
    hanging = ["/0", "/3", "/4", "/7"]
    assert sorted(host.asked()) == sorted([*names, *hanging])
    for address in addresses:
        (entry,) = archive.find(tmp_path / "archive", address)
        assert f"Article {address.removeprefix(host.url)}".encode() in archive.bytes_of(
            tmp_path / "archive", entry
        )


STEPS = """
import os, signal, sys
from polybe.fetching.archive import index, writing
from polybe.fetching import state
left = int(sys.argv.pop(1))
def step():
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
def watched(owner, name):
    work = getattr(owner, name)
    def done(*args, **options):
        step()
        given = work(*args, **options)
        step()
        return given
    setattr(owner, name, done)
watched(writing, "_append")
watched(index.Index, "_take_in")
watched(state.State, "_do")
"""


def test_killed_between_any_two_things_it_keeps_nothing_is_lost(host: Host, tmp_path: Path) -> None:
    """Killed further on each time, in the midst of writing to archive, index or memory."""
    addresses = [f"{host.url}/{name}" for name in "abc"]
    for number, step in enumerate((1, 5, 12, 19, 28)):
        folder = tmp_path / str(number)
        child = start(folder, addresses, f"{STEPS}\n{RUN}", str(step))
        child.communicate()
        assert child.returncode == -signal.SIGKILL
        out, _ = start(folder, addresses).communicate()
        assert out.split() == addresses
        assert list(archive.check(folder / "archive")) == []
        for address in addresses:
            (entry, *_) = archive.find(folder / "archive", address)
            assert b"Un article" in archive.bytes_of(folder / "archive", entry)


def start(
    where: Path, addresses: list[str], script: str = RUN, *first: str
) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *first, str(where), *addresses]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env)


def test_what_was_fetched_is_in_the_archive_as_it_came(host: Host, tmp_path: Path) -> None:
    """Read again by the two libraries of WARC that others use, each by itself."""
    from fastwarc.warc import ArchiveIterator as FastIterator
    from fastwarc.warc import WarcRecordType

    chunks = b"6\r\nUn art\r\n5;x=1\r\nicle.\r\n0\r\n\r\n"
    head = b"HTTP/1.1 200 Fort bien\r\nx-ODD:  two  spaces\r\nTransfer-Encoding: chunked\r\n\r\n"
    host.routes |= {"/raw": Raw(head + chunks), "/gz": gzipped("évacué".encode() * 999)}
    with fetcher(archive=Archive(tmp_path)) as fetch:
        pages = [fetch(f"{host.url}{path}") for path in ("/raw", "/gz", "/a")]
    (file,) = tmp_path.glob("*.warc.gz")
    with file.open("rb") as stream:
        responses = [
            (r.rec_headers.get_header("WARC-Target-URI"), r.content_stream().read())
            for r in ArchiveIterator(stream, check_digests="raise")
            if r.rec_type == "response" and "robots" not in str(r.rec_headers)
        ]
    wanted = [(page.url, page.data) for page in pages if isinstance(page, Page)]
    assert responses == wanted
    with file.open("rb") as stream:
        raw = {
            r.headers["WARC-Target-URI"]: (r.verify_block_digest(consume=False), r.reader.read())
            for r in FastIterator(stream, parse_http=False, record_types=WarcRecordType.response)
        }
    assert raw[f"{host.url}/raw"] == (True, head + chunks)
    assert all(sound for sound, _ in raw.values())
    assert list(archive.check(tmp_path)) == []


@pytest.mark.parametrize(
    "served",
    [
        b"HTTP/1.1 200 OK\nContent-Length: 4\n\nbref",
        b"HTTP/1.1 200 OK\r\nContent-Length: 4\n\r\nbref",
        b"HTTP/1.0 200 OK\r\n\r\nbref",
        b"HTTP/1.1 103 Early Hints\r\nLink: </s.css>\r\n\r\nHTTP/1.1 200 OK\r\n\r\nbref",
        b"HTTP/1.1 200 \xe9\xe9\r\nX-Lieu: K\xe9ran\r\nContent-Length: 4\r\n\r\nbref",
    ],
)
def test_answers_that_are_written_oddly_are_read_and_kept(
    host: Host, tmp_path: Path, served: bytes
) -> None:
    host.routes["/odd"] = Raw(served)
    assert body(fetched(f"{host.url}/odd", archive=Archive(tmp_path))) == b"bref"
    (entry,) = archive.find(tmp_path, f"{host.url}/odd")
    assert archive.bytes_of(tmp_path, entry) == b"bref"
    assert list(archive.check(tmp_path)) == []


def test_what_hosts_write_beyond_ascii_is_understood_and_given_back_to_them(
    host: Host, tmp_path: Path
) -> None:
    seen = []

    def accented(request: Request) -> Behaviour:
        seen.append(request.headers.get("If-None-Match"))
        return Raw(b'HTTP/1.1 200 OK\r\nETag: "\xe9t\xe9"\r\nContent-Length: 2\r\n\r\noh')

    location = "/été".encode()
    host.routes["/1"] = Raw(b"HTTP/1.1 302 Found\r\nLocation: " + location + b"\r\n\r\n")
    host.routes["/%C3%A9t%C3%A9"] = accented
    for _ in range(2):
        fetched(f"{host.url}/1", state=tmp_path, archive=Archive(tmp_path))
    assert seen == [None, '"été"']
    found = archive.find(tmp_path, f"{host.url}/1")
    assert archive.bytes_of(tmp_path, found[-1]) == b"oh"


def test_redirects_refusals_and_requests_are_in_the_archive_too(host: Host, tmp_path: Path) -> None:
    host.routes |= {"/1": redirect("/a"), "/gone": Answer(b"parti", status=410)}
    with fetcher(archive=Archive(tmp_path)) as fetch:
        fetch(f"{host.url}/1")
        fetch(f"{host.url}/gone")
    assert [e.status for e in archive.find(tmp_path, f"{host.url}/1")] == [302, 200]
    assert [e.status for e in archive.find(tmp_path, f"{host.url}/gone")] == [410]
    assert [e.status for e in archive.find(tmp_path, f"{host.url}/robots.txt")] == [404]
    (file,) = tmp_path.glob("*.warc.gz")
    with file.open("rb") as stream:
        records = [(r.rec_type, r.rec_headers) for r in ArchiveIterator(stream)]
    assert [kind for kind, _ in records] == ["warcinfo", *["response", "request"] * 4]
    for (_, response), (_, request) in zip(records[1::2], records[2::2], strict=True):
        answered = response.get_header("WARC-Record-ID")
        assert request.get_header("WARC-Concurrent-To") == answered
        assert request.get_header("WARC-Date") == response.get_header("WARC-Date")
        assert response.get_header("WARC-IP-Address") == "127.0.0.1"


def test_a_page_served_twice_is_kept_once_and_told_twice(host: Host, tmp_path: Path) -> None:
    """Also where it was not sent a second time, since nothing had changed."""
    host.routes["/marked"] = marked
    for _ in range(2):
        with fetcher(archive=Archive(tmp_path), state=tmp_path / "state") as fetch:
            fetch(f"{host.url}/a")
            fetch(f"{host.url}/marked")
    for path, statuses in (("/a", [200, 200]), ("/marked", [304, 200])):
        found = archive.find(tmp_path, host.url + path)
        assert [(e.kind, e.status) for e in found] == [
            ("revisit", statuses[0]),
            ("response", statuses[1]),
        ]
        newest, oldest = (archive.bytes_of(tmp_path, entry) for entry in found)
        assert newest == oldest
        assert b"article" in newest
