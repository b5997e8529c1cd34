"""Codes: events of PLOVER, and the kinds of the report model."""

from __future__ import annotations

from pathlib import Path

import pytest

from polybe.codebook import Codebook
from polybe.codebook.ontology import Code, load_ontology
from polybe.codebook.packs import Packs
from polybe.errors import CodebookError
from polybe.model import TYPES


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ASSAULT", Code("event", "ASSAULT")),
        ("ASSAULT/aerial", Code("event", "ASSAULT", "aerial")),
        ("control/GAINS", Code("control", "GAINS")),
        ("statement", Code("statement", "INDIRECT")),
    ],
)
def test_codes_are_read_as_packs_write_them(codebook: Codebook, text: str, code: Code) -> None:
    """With or without a mode, of any kind."""
    assert codebook.ontology.code(text, where="here") == code


@pytest.mark.parametrize("text", ["ASSAULT/aerial", "RETREAT", "control/GAINS", "toll/KILLED"])
def test_codes_are_written_as_they_are_read(codebook: Codebook, text: str) -> None:
    """Reading and writing are each other's reverse."""
    assert str(codebook.ontology.code(text, where="here")) == text


@pytest.mark.parametrize(
    "text", ["ASSULT", "ASSAULT/areal", "control/GRABS", "control", "assault", ""]
)
def test_an_unknown_code_names_the_entry(codebook: Codebook, text: str) -> None:
    """Type, mode or kind that does not exist: the error says where it stands."""
    with pytest.raises(CodebookError, match=r"a\.toml: verb\[prendre\]"):
        codebook.ontology.code(text, where="a.toml: verb[prendre]")


def test_all_sixteen_types_are_there(codebook: Codebook) -> None:
    """PLOVER has sixteen types of event, none of them a kind of its own."""
    events = codebook.ontology.events
    assert len(events) == 16
    assert not set(events) & set(TYPES)
    assert all(event.type == name for name, event in events.items())


def test_acts_of_speech_keep_their_content(codebook: Codebook) -> None:
    """What is asked or promised is no fact; what is shelled is."""
    events = codebook.ontology.events
    assert events["REQUEST"].suppresses
    assert events["AGREE"].suppresses
    assert not events["ASSAULT"].suppresses
    assert events["CONSULT"].mutual


def test_an_unknown_key_of_a_type_names_file_and_key(tmp_path: Path) -> None:
    """« intensty » in a type's file."""
    folder = tmp_path / "plover"
    folder.mkdir()
    (folder / "siege.toml").write_text(
        'type = "SIEGE"\ndefinition = "."\nquad = "verbal conflict"\nintensity = 1\nintensty = 2\n',
        encoding="utf-8",
    )
    with pytest.raises(CodebookError, match=r"siege\.toml: .*intensty"):
        load_ontology(Packs((tmp_path,)))
