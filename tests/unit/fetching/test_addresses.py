"""What is an address of the web, and which machines are of the public internet."""

from __future__ import annotations

import pytest

from polybe.fetching.addresses import is_public, next_address, origin_of, parse_address
from polybe.fetching.unanswered import UnansweredError
from polybe.messages import Reason


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("HTTP://Exemple.FR/à?é=1#suite", "http://exemple.fr/%C3%A0?%C3%A9=1"),
        ("https://médias.exemple/a b", "https://xn--mdias-bsa.exemple/a%20b"),
        ("http://ana:secret@exemple.fr/", "http://exemple.fr/"),
        ("  http://exemple.fr \n", "http://exemple.fr/"),
        ("http://[2606:2800:220:1::1]:8080/", "http://[2606:2800:220:1::1]:8080/"),
    ],
)
def test_an_address_is_written_in_one_way_without_user_and_fragment(
    text: str, address: str
) -> None:
    assert str(parse_address(text)).removesuffix("/") == address.removesuffix("/")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("file:///etc/passwd", "scheme"),
        ("ftp://exemple.fr/a", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("//exemple.fr/a", "scheme"),
        ("exemple.fr", "scheme"),
        ("", "scheme"),
        ("http:///a", "bad_address"),
        ("http://", "bad_address"),
        ("http://exemple.fr:99999/", "bad_address"),
        ("http://exemple.fr:port/", "bad_address"),
        ("http://exemple\x00.fr/", "bad_address"),
        ("http://" + "é" * 80 + ".fr/", "bad_address"),
        ("http://exemple.fr/" + "a" * 70_000, "bad_address"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(text: str, key: str) -> None:
    with pytest.raises(UnansweredError) as raised:
        parse_address(text)
    assert isinstance(raised.value.reason, Reason)
    assert raised.value.reason.key == f"fetching.{key}"
    assert not raised.value.again


def test_a_redirect_is_read_from_where_it_stands() -> None:
    here = parse_address("https://exemple.fr/monde/a")
    assert str(next_address(here, "../b#x")) == "https://exemple.fr/b"
    assert str(next_address(here, "//autre.fr/c")) == "https://autre.fr/c"
    assert origin_of(next_address(here, "http://autre.fr:81/c")) == "http://autre.fr:81"


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_machines_of_the_public_internet_may_be_asked(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",
        "192.168.0.1", "169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fec0::1",
        "fc00::1", "fd12::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:93.184.216.34",
        "2002:7f00:1::", "2002:a00:1::", "64:ff9b::7f00:1", "64:ff9b::a00:1", "::127.0.0.1",
        "2001:0:7f00:1::",
    ],
)  # fmt: skip
def test_other_machines_may_not(ip: str) -> None:
    assert not is_public(ip)
