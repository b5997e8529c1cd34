"""The catalogue: names, offices, nationality words, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from polybe.codebook import Codebook
from polybe.codebook.catalogue import Actor, Catalogue, Office, alias_words, load_catalogue
from polybe.codebook.packs import Packs
from polybe.errors import CodebookError

NORLAND = """
[[state]]
id = "NOR"
name = "Norland"
fr = ["Norland"]
en = ["Norland"]
demonyms_fr = ["norlandais", "norlandaise"]
prefixes_fr = ["norlando"]
government_fr = ["Tarbes"]
defence_fr = ["Armée du Nord"]
"""

ARDENT = """
[[person]]
id = "ardent"
name = "Paul Ardent"
surname = "Ardent"
country = "NOR"
offices = [
  {title = "prime-minister", from = "2015", to = "2016-06-30"},
  {title = "legislator", from = "2016-07-01"},
]
"""

Loader = Callable[..., Catalogue]


@pytest.fixture
def load(tmp_path: Path) -> Loader:
    """Loads a catalogue from the texts of its files."""

    def from_texts(**files: str) -> Catalogue:
        (tmp_path / "world").mkdir()
        for name, text in files.items():
            (tmp_path / "world" / f"{name}.toml").write_text(text, encoding="utf-8")
        return load_catalogue(Packs((tmp_path,)), "fr")

    return from_texts


def test_a_state_is_a_government_and_an_army(load: Loader) -> None:
    """Its names, its seat and its army's name lead to one or the other."""
    catalogue = load(states=NORLAND)
    assert catalogue.government("NOR").sector == "GOV"
    assert catalogue.actors["NOR-MIL"].name == "Armed Forces of Norland"
    uses = {alias.use: alias.actor for found in catalogue.aliases.values() for alias in found}
    assert uses == {"state": "NOR-GOV", "capital": "NOR-GOV", "name": "NOR-MIL"}


def test_nationality_words_lead_to_their_state(load: Loader) -> None:
    """Any form of the adjective, and what stands first in a compound."""
    catalogue = load(states=NORLAND)
    assert catalogue.demonyms["norlandaise"] == ("NOR",)
    assert catalogue.prefixes["norlando"] == "NOR"


@pytest.mark.parametrize(
    ("date", "sector"),
    [("2015-01-01", "GOV"), ("2016-06-30", "GOV"), ("2016-07-01", "LEG"), (None, "LEG")],
)
def test_a_persons_sector_goes_with_the_date(load: Loader, date: str | None, sector: str) -> None:
    """By the office held; without a date by the latest."""
    assert load(states=NORLAND, persons=ARDENT).actors["ardent"].sector_on(date) == sector


def test_who_has_left_office_is_one_of_the_notables() -> None:
    """A former minister is ELI; before the first term he counts as what he will be."""
    person = Actor("a", "A", "person", "NOR", None, (Office("x", "2010", "2012-01-01", "GOV"),))
    assert person.sector_on("2020-01-01") == "ELI"
    assert person.sector_on("2001-01-01") == "GOV"


@pytest.mark.parametrize(
    ("date", "holder"), [("2014-12-31", None), ("2016-06-30", "ardent"), ("2016-07-01", None)]
)
def test_the_holder_of_an_office_on_a_date(load: Loader, date: str, holder: str | None) -> None:
    """First and last day count; outside the term nobody is known."""
    found = load(states=NORLAND, persons=ARDENT).holder("prime-minister", "NOR", date)
    assert (found.id if found else None) == holder


def test_two_holders_at_once_are_none(load: Loader) -> None:
    """Where the catalogue gives two, neither is guessed."""
    twin = ARDENT.replace('id = "ardent"', 'id = "twin"').replace("Paul", "Luc")
    catalogue = load(states=NORLAND, persons=ARDENT + twin)
    assert catalogue.holder("prime-minister", "NOR", "2015-05-05") is None


def test_a_term_known_by_its_year_covers_it_whole() -> None:
    """« to = 2016 » holds on its last day, not the day after."""
    office = Office("x", "2015", "2016", "GOV")
    assert office.held_on("2016-12-31")
    assert not office.held_on("2017-01-01")


def test_two_actors_with_one_id_are_refused(load: Loader) -> None:
    """The error names the id."""
    with pytest.raises(CodebookError, match="'ardent'"):
        load(states=NORLAND, persons=ARDENT + ARDENT)


def test_an_unknown_key_names_file_and_entry(load: Loader) -> None:
    """« surnames » for « surname »."""
    wrong = ARDENT.replace("surname =", "surnames =")
    with pytest.raises(CodebookError, match=r"persons\.toml: person\[ardent\]\.surnames"):
        load(states=NORLAND, persons=wrong)


def test_names_are_parted_at_every_sign() -> None:
    """« Fath el-Islam » is three words, and the Arabic article has one spelling."""
    assert alias_words("Fath el-Islam") == alias_words("Fath al-Islam") == ("fath", "al", "islam")


def test_every_alias_of_the_own_packs_leads_to_an_actor(codebook: Codebook) -> None:
    """No dangling ids, and a name has as many capitals as words."""
    catalogue = codebook.catalogue
    for aliases in catalogue.aliases.values():
        for alias in aliases:
            assert alias.actor in catalogue.actors
            assert len(alias.words) == len(alias.capital)
