"""What tells articles apart, and what does not."""

from __future__ import annotations

import pytest

from polybe.model import Document
from polybe.store.addresses import address_of


def address(url: str | None, **fields: str) -> str:
    return address_of(Document(id="7", text="x", url=url, **fields))


@pytest.mark.parametrize(
    "url",
    [
        "https://exemple.fr/monde/goma",
        "http://www.exemple.fr/monde/goma/",
        "https://EXEMPLE.fr:443/monde/goma#commentaires",
        "https://exemple.fr/monde/goma?utm_source=lettre&fbclid=1&xtor=RSS-1&at_medium=fil",
        "exemple.fr/monde/goma",
    ],
)
def test_ways_to_write_one_url_are_one_address(url: str) -> None:
    assert address(url) == "exemple.fr/monde/goma"


@pytest.mark.parametrize(
    "url",
    [
        "https://exemple.fr/monde/Goma",
        "https://exemple.fr/monde/goma-2",
        "https://exemple.fr/monde/goma?page=2",
        "https://autre.exemple.fr/monde/goma",
    ],
)
def test_what_may_be_another_article_is_another_address(url: str) -> None:
    assert address(url) != "exemple.fr/monde/goma"


def test_parameters_that_name_the_article_count_in_any_order() -> None:
    assert address("https://exemple.fr/?id=3&p=1") == address("https://exemple.fr/?p=1&id=3")
    assert address("https://exemple.fr/?id=3") != address("https://exemple.fr/?id=4")


def test_without_url_outlet_and_id_tell_the_article() -> None:
    assert address(None) == address(None)
    assert address(None, outlet="Le Jour") != address(None, outlet="La Nuit")
    assert address(None) != address("7")


def test_what_is_no_url_is_taken_as_it_is() -> None:
    assert address("http://[exemple") == "http://[exemple"


def test_endless_addresses_are_cut_and_yet_told_apart() -> None:
    path = "https://exemple.fr/" + "é" * 5_000
    first, other = address(path), address(path + "2")
    assert first != other
    assert max(len(told.encode()) for told in (first, other)) <= 1_000
