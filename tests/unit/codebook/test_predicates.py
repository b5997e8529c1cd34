"""Predicates compiled from packs: slots by default and by entry, phrases, conditions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from polybe.codebook import Codebook
from polybe.codebook.classes import known_classes
from polybe.codebook.packs import Packs
from polybe.codebook.predicates import Predicates, load_predicates
from polybe.errors import CodebookError

FRAMES = """
[ASSAULT]
verb = { actor = ["subject"], recipient = ["object", "à"] }
noun = { actor = ["par", "adj"], recipient = ["contre"], of = "actor" }

["ASSAULT/aerial"]
verb = { actor = ["subject"], place = ["object"] }
noun = { actor = ["par"], place = ["sur"] }

[control]
verb = { actor = ["subject"], place = ["object"] }
noun = { actor = ["par"], place = ["de"] }
"""

Loader = Callable[[str], Predicates]


@pytest.fixture
def load(tmp_path: Path, codebook: Codebook) -> Loader:
    """Loads predicates from the text of one file."""

    def from_text(text: str) -> Predicates:
        (tmp_path / "fr" / "predicates").mkdir(parents=True)
        (tmp_path / "fr" / "frames.toml").write_text(FRAMES, encoding="utf-8")
        (tmp_path / "fr" / "predicates" / "own.toml").write_text(text, encoding="utf-8")
        classes = known_classes(codebook.language.classes)
        return load_predicates(
            Packs((tmp_path,)), "fr", codebook.ontology, classes, codebook.language.relation
        )

    return from_text


def entry(pos: str, lemma: str, code: str, *more: str) -> str:
    return "\n".join(
        [f"[[{pos}]]", f'lemma = "{lemma}"', f'code = "{code}"', 'example = "."', *more, ""]
    )


def test_slots_come_from_the_code(load: Loader) -> None:
    """A verb that says nothing of its slots has those of its type, as grammar calls them."""
    (verb,) = load(entry("verb", "frapper", "ASSAULT")).verbs["frapper"]
    assert verb.slots["actor"] == ("subject",)
    assert verb.slots["recipient"] == ("object", "to")


def test_a_mode_may_have_slots_of_its_own(load: Loader) -> None:
    """« ASSAULT/aerial » is read before « ASSAULT »."""
    (verb,) = load(entry("verb", "frapper", "ASSAULT/aerial")).verbs["frapper"]
    assert verb.slots["place"] == ("object",)
    assert verb.slots["recipient"] == ()


def test_an_entry_overrules_its_code(load: Loader) -> None:
    """Only the role that the entry names changes."""
    (verb,) = load(entry("verb", "frapper", "ASSAULT", 'recipient = ["sur"]')).verbs["frapper"]
    assert verb.slots["recipient"] == ("on",)
    assert verb.slots["actor"] == ("subject",)


def test_a_nouns_de_goes_where_the_frame_or_the_entry_says(load: Loader) -> None:
    """« l'attaque de X » is X's; « l'assassinat de X » is done to X."""
    nouns = load(
        entry("noun", "attaque", "ASSAULT")
        + entry("noun", "assassinat", "ASSAULT", 'of = "recipient"')
    ).nouns
    assert nouns["attaque"][0].slots["actor"] == ("by", "adj", "of")
    assert nouns["assassinat"][0].slots["recipient"] == ("against", "of")
    assert nouns["assassinat"][0].slots["actor"] == ("by", "adj")


def test_phrases_are_found_by_their_first_word(load: Loader) -> None:
    """« prendre d'assaut » and « se rendre »: head, fixed words, reflexive."""
    verbs = load(
        entry("verb", "prendre d'assaut", "ASSAULT") + entry("verb", "se rendre", "ASSAULT")
    ).verbs
    assert verbs["prendre"][0].fixed == ("d'", "assaut")
    assert (verbs["rendre"][0].fixed, verbs["rendre"][0].reflexive) == ((), True)


def test_the_entry_that_asks_most_comes_first(load: Loader) -> None:
    """Longer phrases and more conditions before the bare verb, whatever the order in the file."""
    verbs = load(
        entry("verb", "prendre", "control/GAINS")
        + entry("verb", "prendre", "control/HOLDS", 'object = ["place"]')
        + entry("verb", "prendre d'assaut", "ASSAULT")
    ).verbs
    assert [str(p.code) for p in verbs["prendre"]] == ["ASSAULT", "control/HOLDS", "control/GAINS"]
    assert verbs["prendre"][1].conditions == {"object": frozenset({"place"})}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (entry("verb", "prendre", "ASSAULT", "objet = []"), r"own\.toml: verb\[prendre\]\.objet"),
        (entry("verb", "prendre", "ASSULT"), r"own\.toml: verb\[prendre\]: no such code 'ASSULT'"),
        (entry("noun", "prise", "ASSAULT", 'of = "agent"'), r"own\.toml: noun\[prise\]\.of"),
        (entry("verbs", "prendre", "ASSAULT"), r"own\.toml: unknown key 'verbs'"),
        ('[[verb]]\nlemma = "prendre"\n', r"own\.toml: verb\[prendre\]\.code"),
        (
            entry("verb", "prendre", "ASSAULT", 'object = ["actor", "plce"]'),
            r"own\.toml: verb\[prendre\]\.object: .*'plce'",
        ),
        (
            entry("noun", "prise", "ASSAULT", 'with = { "contre" = ["fort"] }'),
            r"own\.toml: noun\[prise\]\.with\.contre: .*'fort'",
        ),
    ],
)
def test_a_wrong_entry_names_file_entry_and_key(load: Loader, text: str, message: str) -> None:
    """Unknown key, code, value, table, class of words, or a key that lacks."""
    with pytest.raises(CodebookError, match=message):
        load(text)


def test_rules_of_the_own_packs_tell_entries_apart(codebook: Codebook) -> None:
    """A rule names language, part of speech, lemma and code, and every code exists."""
    for predicate in codebook.predicates.all():
        assert predicate.rule.split("/")[:2] == ["fr", predicate.pos]
        assert predicate.rule.endswith(f"/{predicate.code}")
        assert predicate.example
