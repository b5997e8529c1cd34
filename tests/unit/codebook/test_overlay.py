"""A user's folder laid over the package's packs: what adds, and what is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from polybe.codebook import Codebook, load_codebook
from polybe.codebook.packs import Packs
from polybe.errors import CodebookError

GROUP = '[[group]]\nid = "{id}"\nname = "Kesh Front"\ncountry = "SYR"\nfr = ["Front de Kesh"]\n'
BODY = '[[organisation]]\nid = "{id}"\nname = "Kesh Club"\ncountry = "SYR"\nfr = ["Club de Kesh"]\n'
SIEGE = 'type = "SIEGE"\ndefinition = "."\nquad = "material conflict"\nintensity = -7.0\n'
BESIEGE = '[[verb]]\nlemma = "kesher"\ncode = "SIEGE"\nexample = "Il a keshé."\n'
KESH = BESIEGE.replace("SIEGE", "ASSAULT") + 'object = ["place"]\n'
SLOTS = '[SIEGE]\nverb = { actor = ["subject"] }\nnoun = { actor = ["par"] }\n'


def lay(folder: Path, **files: str) -> Codebook:
    """The codebook with files laid over it: `fr__roles` is `fr/roles.toml`."""
    for place, text in files.items():
        path = folder / f"{place.replace('__', '/')}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_codebook("fr", overlay=folder)


def test_a_group_is_added(tmp_path: Path, codebook: Codebook) -> None:
    """It is found by its name, and no other actor is lost."""
    actors = lay(tmp_path, world__armed_groups=GROUP.format(id="kesh")).catalogue.actors
    assert actors["kesh"].name == "Kesh Front"
    assert actors.keys() - {"kesh"} == codebook.catalogue.actors.keys()


@pytest.mark.parametrize(
    ("files", "names"),
    [
        ({"world__armed_groups": GROUP.format(id="al-qaeda")}, "armed_groups.*armed_groups"),
        (
            {
                "world__armed_groups": GROUP.format(id="kesh"),
                "world__organisations": BODY.format(id="kesh"),
            },
            r"armed_groups\.toml: group\[kesh\].*organisations\.toml",
        ),
        ({"plover__mine": 'type = "ASSAULT"\nquad = "x"\n'}, r"mine\.toml.*assault\.toml"),
        (
            {"plover__mine": 'type = "ASSAULT"\n[modes.aerial]\ndefinition = "."\n'},
            r"mine\.toml: modes\.aerial.*assault\.toml",
        ),
        ({"fr__frames": SLOTS.replace("SIEGE", "ASSAULT")}, r"frames\.toml: ASSAULT.*frames\.toml"),
    ],
)
def test_what_is_there_already_is_refused_with_both_files(
    tmp_path: Path, files: dict[str, str], names: str
) -> None:
    """An id, a type, a mode, the slots of a code: nothing is replaced in silence."""
    with pytest.raises(CodebookError, match=names):
        lay(tmp_path, **files)


def test_a_type_is_added_with_its_slots(tmp_path: Path) -> None:
    """A verb may then state it; without slots for it, the verb is named."""
    files = {"plover__siege": SIEGE, "fr__predicates__mine": BESIEGE}
    with pytest.raises(CodebookError, match=r"mine\.toml: verb\[kesher\]: .*SIEGE"):
        lay(tmp_path, **files)
    book = lay(tmp_path, **files, fr__frames=SLOTS)
    assert book.ontology.events["SIEGE"].quad == "material conflict"
    assert book.predicates.verbs["kesher"][0].slots["actor"] == ("subject",)


def test_modes_and_contexts_are_added(tmp_path: Path, codebook: Codebook) -> None:
    """To those that a type and the list have."""
    modes = 'type = "ASSAULT"\n[modes.river]\ndefinition = "From boats."\n'
    book = lay(tmp_path, plover__mine=modes, plover__contexts='contexts = ["rivers"]\n')
    own = codebook.ontology
    assert book.ontology.events["ASSAULT"].modes.keys() - own.events["ASSAULT"].modes == {"river"}
    assert book.ontology.contexts - own.contexts == {"rivers"}
    assert own.contexts < book.ontology.contexts


def test_roles_and_words_are_added(tmp_path: Path, codebook: Codebook) -> None:
    """A role's noun, a verb that makes what it governs an aim, the noun of a site."""
    book = lay(
        tmp_path,
        fr__roles='[[role]]\nnouns = ["kesheur"]\nsector = "CVL"\nname = "kesh of {country}"\n',
        fr__language='[stance]\nsought_verbs = ["keshir"]\n',
        fr__sites='[sites]\nsite = ["kesherie"]\n',
    )
    assert book.language.roles["kesheur"][0].role.sector == "CVL"
    own = codebook.language.stance
    assert book.language.stance["sought_verbs"] - own["sought_verbs"] == {"keshir"}
    assert book.language.stance["before"] == own["before"]
    assert book.place_words.sites["kesherie"] == "site"
    assert book.place_words.towns == codebook.place_words.towns


@pytest.mark.parametrize(
    ("files", "names"),
    [
        ({"fr__language": 'model = "other"\n'}, r"language\.toml: model"),
        (
            {"fr__language": "[stance]\nsougth_verbs = []\n"},
            r"language\.toml: stance\.sougth_verbs",
        ),
        (
            {"fr__roles": '[[role]]\nnouns = ["x"]\nsector = "CVL"\nname = "{town}"\n'},
            r"role\[1\]\.name",
        ),
        (
            {"fr__roles": '[[role]]\nnouns = [""]\nsector = "CVL"\nname = "x"\n'},
            r"role\[1\]\.nouns",
        ),
        ({"world__armed_groups": '[[groups]]\nid = "x"\n'}, "unknown key 'groups'"),
        ({"world__armed_groups": '[group]\nid = "x"\n'}, r"tables headed \[\[group\]\]"),
        ({"fr__predicates__mine": BESIEGE.replace("kesher", "")}, r"verb\[\]\.lemma"),
        ({"fr__frames": SLOTS.replace("SIEGE", "ASSULT")}, "'ASSULT'"),
        ({"plover__siege": SIEGE.replace("material conflict", "war")}, r"siege\.toml: quad"),
        (
            {"fr__contexts": '[contexts]\nrivers = ["fleuve"]\n'},
            r"contexts\.toml: contexts\.rivers",
        ),
        (
            {"fr__predicates__mine": KESH.replace('"place"', '"plce"')},
            r"mine\.toml: verb\[kesher\]\.object: .*'plce'",
        ),
        (
            {"fr__predicates__mine": f'{KESH}status = "aledged"\n'},
            r"mine\.toml: verb\[kesher\]\.status",
        ),
    ],
)
def test_a_slip_is_told_with_file_and_key(
    tmp_path: Path, files: dict[str, str], names: str
) -> None:
    """Whatever the user's file gets wrong, no entry is lost without a word."""
    with pytest.raises(CodebookError, match=names):
        lay(tmp_path, **files)


@pytest.mark.parametrize(
    "place",
    ["mine.toml", "predicates/mine.toml", "fr/role.toml", "world/mine.toml", "fr/parsing.toml"],
)
def test_a_file_that_nothing_reads_is_refused(tmp_path: Path, place: str) -> None:
    """A file in the wrong folder, under a wrong name, or one of the parser's own."""
    path = tmp_path / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("", encoding="utf-8")
    with pytest.raises(CodebookError, match=path.name):
        Packs.with_overlay(tmp_path)
