"""A third language is begun with data alone: packs of Spanish, made of the English ones."""

from __future__ import annotations

import re
import shutil

import pytest

from polybe.codebook.codebook import read_codebook
from polybe.codebook.packs import OWN_PACKS, Packs
from polybe.coding import Coder, code_parsed
from polybe.model import Document, Parse, Sentence, Token
from tests.readings import FewPlaces, NoParser

RELATIONS = """
[relations]
of = ["de"]
by = ["por"]
to = ["a"]
with = ["con"]
against = ["contra"]
towards = ["hacia"]
between = ["entre"]
on = ["sobre"]
in = ["en"]
for = ["para"]
targeting = []
"""
PREDICATE = """
[[verb]]
lemma = "bombardear"
code = "ASSAULT/aerial"
recipient = ["object", "a"]
example = "El ejército bombardeó a los rebeldes."
"""
ROLES = """
[[role]]
nouns = ["ejército"]
sector = "MIL"
name = "Armed Forces of {country}"
body = true

[[role]]
nouns = ["rebelde"]
sector = "REB"
name = "rebels of {country}"
"""


@pytest.fixture(scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Coder:
    """A coder of Spanish that knows one verb and two roles."""
    folder = tmp_path_factory.mktemp("packs")
    shutil.copytree(OWN_PACKS / "en", folder / "es")
    shutil.rmtree(folder / "es" / "predicates")
    (folder / "es" / "predicates").mkdir()
    (folder / "es" / "predicates" / "assault.toml").write_text(PREDICATE, encoding="utf-8")
    (folder / "es" / "roles.toml").write_text(ROLES, encoding="utf-8")
    language = folder / "es" / "language.toml"
    english = language.read_text(encoding="utf-8")
    told = re.sub(r"\[relations\].*?(?=\n\[)", RELATIONS, english, flags=re.DOTALL)
    agents = 'agent_prepositions = ["por"]'
    told = re.sub(r"^agent_prepositions = .*$", agents, told, flags=re.MULTILINE)
    language.write_text(told, encoding="utf-8")
    codebook = read_codebook(Packs((OWN_PACKS, folder)), "es")
    return Coder(codebook, FewPlaces(), NoParser())


def parse(rows: str) -> Parse:
    """A sentence from rows « form lemma POS label head [features] »; heads count from 1."""
    tokens, position = [], 0
    for number, row in enumerate(line.split() for line in rows.strip().splitlines()):
        form, lemma, pos, dep, head, *rest = row
        morph = frozenset(rest[0].split("|")) if rest else frozenset()
        governor = number if head == "0" else int(head) - 1
        end = position + len(form)
        tokens.append(Token(number, position, end, form, lemma, pos, morph, dep, governor))
        position = end + 1
    text = " ".join(token.text for token in tokens)
    return Parse(text, tuple(tokens), (Sentence(0, 0, len(tokens)),))


@pytest.mark.parametrize(
    "rows",
    [
        """
        El el DET det 2 Definite=Def
        ejército ejército NOUN nsubj 3 Number=Sing
        bombardeó bombardear VERB ROOT 0 Mood=Ind|Tense=Past|VerbForm=Fin
        a a ADP case 6
        los el DET det 6 Definite=Def
        rebeldes rebelde NOUN obl:arg 3 Number=Plur
        """,
        """
        Los el DET det 2 Definite=Def
        rebeldes rebelde NOUN nsubj:pass 4 Number=Plur
        fueron ser AUX aux:pass 4 Mood=Ind|Tense=Past|VerbForm=Fin
        bombardeados bombardear VERB ROOT 0 Tense=Past|VerbForm=Part
        por por ADP case 7
        el el DET det 7 Definite=Def
        ejército ejército NOUN obl:agent 4 Number=Sing
        """,
    ],
    ids=["active", "passive"],
)
def test_a_verb_of_a_third_language_is_coded_in_every_construction(
    spanish: Coder, rows: str
) -> None:
    tree = parse(rows)
    coded = code_parsed(Document("es", tree.text, language="es"), tree, spanish)
    (report,) = coded.reports
    assert (report.type, report.mode, report.rule) == (
        "ASSAULT",
        "aerial",
        "es/verb/bombardear/ASSAULT/aerial",
    )
    assert [coded.mention(each).text.lower() for each in report.actors] == ["el ejército"]
    assert [coded.mention(each).text.lower() for each in report.recipients] == ["los rebeldes"]
