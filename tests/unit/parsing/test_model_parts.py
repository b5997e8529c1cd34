"""The parts of a model that are kept answer as those that spaCy reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from polybe.errors import ParsingError
from polybe.parsing import parts
from polybe.parsing.parts import load_parts

srsly = pytest.importorskip("srsly")
lookups_module = pytest.importorskip("spacy.lookups")

LARGE_TOKEN = "(?iu)" + "|".join(f"(?:^{head}[-–—‐‑][a-zé]*$)" for head in ("anti", "sud"))
TABLES = {
    "lemma_index": {"noun": ["gare", "ville"], "adv": []},
    "lemma_exc": {"noun": {"yeux": ["œil"], "cieux": ["ciel", "ciel"]}},
    "lemma_rules": {"noun": [["s", ""], ["aux", "al"], ["s", ""]]},
    "lemma_lookup": {"gares": ["gare"], "yeux": "œil"},
}


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of a small model that can be imported as « tiny_model »."""
    monkeypatch.setenv("POLYBE_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "site" / "tiny_model" / "tiny_model-1.0.0"
    lookups = lookups_module.Lookups()
    for name, table in TABLES.items():
        lookups.add_table(name, table)
    (folder / "lemmatizer" / "lookups").mkdir(parents=True)
    lookups.to_disk(folder / "lemmatizer" / "lookups")
    (folder.parent / "__init__.py").write_text("")
    rules = {"token_match": LARGE_TOKEN, "infix_finditer": "[a-z]-", "url_match": None}
    (folder / "tokenizer").write_bytes(srsly.msgpack_dumps(rules))
    monkeypatch.syspath_prepend(str(folder.parent.parent))
    return folder


@pytest.mark.usefixtures("model")
def test_kept_parts_equal_those_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made = load_parts("tiny_model")
    monkeypatch.setattr(parts, "_read_parts", None)  # nothing is read from the model any more
    assert load_parts("tiny_model") == made
    assert set(made.patterns) == {LARGE_TOKEN, "[a-z]-"}
    assert made.patterns[LARGE_TOKEN].match("Sud-est")


def test_tables_answer_as_those_of_spacy(model: Path) -> None:
    """By string and by hash, with what they have and what they lack; the order of rules stays."""
    stock = lookups_module.Lookups().from_disk(model / "lemmatizer" / "lookups")
    found = load_parts("tiny_model").lookups()
    assert set(found.tables) == set(stock.tables) == set(TABLES)
    for name in TABLES:
        table, expected = found.get_table(name), stock.get_table(name)
        assert set(table) == set(expected)
        for key in ("noun", "adv", "gares", "yeux", "daech", *expected):
            assert (key in table) == (key in expected)
            assert (table.get(key) is None) == (expected.get(key) is None)
    rules = found.get_table("lemma_rules")["noun"]
    assert [list(rule) for rule in rules] == TABLES["lemma_rules"]["noun"]
    assert found.get_table("lemma_index").get("noun") == {"gare", "ville"}
    assert list(found.get_table("lemma_exc")["noun"]["cieux"]) == ["ciel", "ciel"]
    assert found.get_table("lemma_lookup").get("gares", ["x"])[0] == "gare"
    assert found.get_table("lemma_lookup").get("yeux") == "œil"
    assert found.get_table("lemma_lookup").get("daech", ["x"]) == ["x"]


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "tokenizer").write_bytes(srsly.msgpack_dumps({"url_match": "h"})),
        lambda folder: (folder / "lemmatizer/lookups/lookups.bin").write_bytes(
            srsly.msgpack_dumps({})
        ),
    ],
)
def test_a_changed_model_is_seen_at_once(model: Path, change: Callable[[Path], object]) -> None:
    before = load_parts("tiny_model")
    change(model)
    assert load_parts("tiny_model") != before


def test_a_model_that_is_missing_or_lacks_a_part_is_named(model: Path) -> None:
    with pytest.raises(ParsingError, match="pip install no-such-model"):
        load_parts("no_such_model")
    (model / "tokenizer").unlink()
    with pytest.raises(ParsingError, match=r"tiny_model.*tokenizer"):
        load_parts("tiny_model")
