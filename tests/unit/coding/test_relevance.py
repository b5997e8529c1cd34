"""Whether an article may tell anything that the codebook codes, judged from its bare words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from polybe.codebook import Codebook, load_codebook
from polybe.coding import Coder, Relevance, code_many
from polybe.coding.coder import BATCH
from polybe.model import CodedDocument, Document, LeftOut, Parse

SPORT = (
    "Battus à domicile, les joueurs ont quitté la pelouse sous les sifflets. L'entraîneur regrette "
    "deux penalties et attend beaucoup du prochain match de championnat, dans un club rival."
)
GATEAU = "Versez la farine et le sucre dans un saladier, ajoutez le beurre, puis enfournez."


def verb_forms(infinitive: str) -> list[str]:
    """Forms of the verbs in « -er », of which these tests have no others."""
    stem = infinitive.removesuffix("er")
    return [stem + ending for ending in ("é", "ée", "és", "ées", "e", "ent", "ait", "aient", "er")]


@pytest.fixture(scope="module")
def relevance(codebook: Codebook) -> Relevance:
    return Relevance(codebook, verb_forms)


def is_left_out(relevance: Relevance, text: str, title: str | None = None) -> bool:
    return relevance.left_out(Document("d", text, title=title)) is not None


# -- what is left out ------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [SPORT, GATEAU])
def test_articles_of_other_matters_are_left_out(relevance: Relevance, text: str) -> None:
    assert is_left_out(relevance, text)


def test_the_reason_names_words_of_the_other_matter(relevance: Relevance) -> None:
    left_out = relevance.left_out(Document("gateau", GATEAU))
    assert left_out is not None
    assert (left_out.source, left_out.document) == ("gateau", "gateau")
    assert left_out.reason.startswith("of another matter (farine, sucre, saladier, beurre")


def test_a_long_text_without_any_word_of_the_codebook_is_left_out(relevance: Relevance) -> None:
    """A short one proves nothing by its silence."""
    assert is_left_out(relevance, "Rien ne bouge ici. " * 20)
    assert not is_left_out(relevance, "Rien ne bouge ici.")


# -- what is coded ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Deux soldats tués à Gao.",
        "La trêve tient.",
        "Le M23 entre dans Goma.",
        "Bamako rappelle son ambassadeur.",
        "Le chat dort.",
        "",
    ],
)
def test_a_short_text_is_coded(relevance: Relevance, text: str) -> None:
    """Where there is little to go by, nothing is left out."""
    assert not is_left_out(relevance, text)


@pytest.mark.parametrize(
    "fact",
    [
        "Des hommes armés ont tué deux supporters.",
        "Le M23 a bombardé la tribune.",
        "La police a dispersé des manifestants.",
    ],
)
def test_one_fact_beside_much_of_another_matter_is_enough(relevance: Relevance, fact: str) -> None:
    """Two plain words near each other, wherever they stand."""
    assert not is_left_out(relevance, f"{SPORT} {GATEAU} {fact} {GATEAU} {SPORT}")


def test_the_title_counts(relevance: Relevance) -> None:
    assert not is_left_out(relevance, SPORT, title="Deux soldats tués dans la tribune")


def test_plain_words_far_apart_do_not_outweigh_much_of_another_matter(
    relevance: Relevance,
) -> None:
    """A minister here and a policeman there do not make a sports page news of conflict."""
    page = (
        f"Le ministre était là. {SPORT} {GATEAU} L'ailier et le gardien de but du tournoi ont fêté "
        "leur médaille de champion au tennis, au rugby, au basket et au golf. Un policier rit."
    )
    assert len(relevance.weigh(page).plain) == 2
    assert is_left_out(relevance, page)


def test_words_of_sport_that_are_words_of_war_tell_neither_way(relevance: Relevance) -> None:
    """« L'attaque », « le capitaine » alone are coded, among words of sport they are not."""
    evidence = relevance.weigh("L'attaque et le capitaine ont frappé.")
    assert (evidence.plain, evidence.other) == ((), ())
    assert not evidence.is_of_other_matter()
    assert is_left_out(relevance, f"L'attaque et le capitaine ont frappé. {SPORT}")


# -- signs -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("des soldats", ("soldat",)),
        ("LES SOLDATS", ("soldat",)),
        ("un cessez-le-feu", ("cessez-le-feu",)),
        ("les forces de sécurité", ("force de securite",)),
        ("la ville est bombardée", ("bombarder",)),
        ("des hommes armés", ("homme arme",)),
        ("des hommes âgés", ()),
    ],
)
def test_signs_are_found_in_their_forms(
    relevance: Relevance, text: str, plain: tuple[str, ...]
) -> None:
    """Plurals, capitals, participles; the words of a phrase agree."""
    assert relevance.weigh(text).plain == plain


def test_verbs_of_two_words_and_phrases_of_verbs_are_found(relevance: Relevance) -> None:
    """The words of a verb's phrase may stand a little apart from it."""
    assert "contre-attaquer" in relevance.weigh("les rebelles contre-attaquaient").everyday
    assert relevance.weigh("ils déposent lentement leurs armes").plain == ("déposer armes",)
    assert relevance.weigh("ils déposent leur bilan").plain == ()


def test_names_want_their_capital_and_acronyms_their_spelling(relevance: Relevance) -> None:
    """« un an » is no name, and « ira » no army."""
    assert relevance.weigh("il ira demain").plain == ()
    assert relevance.weigh("l'IRA demain").plain != ()


def test_a_sign_told_twice_counts_once(relevance: Relevance) -> None:
    """One soldier told of again and again is still one word."""
    evidence = relevance.weigh("Un soldat. Le soldat. Les soldats.")
    assert evidence.plain == ("soldat",)
    assert not evidence.near


def test_a_users_own_words_are_signs(tmp_path: Path, relevance: Relevance) -> None:
    """A group of his own is reason enough to code; a word of another matter of his own is not."""
    (tmp_path / "world").mkdir()
    (tmp_path / "fr").mkdir()
    (tmp_path / "world" / "armed_groups.toml").write_text(
        '[[group]]\nid = "kesh"\nname = "Kesh"\ncountry = "SYR"\nfr = ["Kesh"]\n', encoding="utf-8"
    )
    (tmp_path / "fr" / "relevance.toml").write_text(
        '[matters]\npigeons = ["colombier", "pigeonneau", "graineterie"]\n', encoding="utf-8"
    )
    own = Relevance(load_codebook("fr", overlay=tmp_path), verb_forms)
    text = "Le colombier, le pigeonneau et la graineterie."
    assert is_left_out(own, text)
    assert not is_left_out(own, f"Kesh : {text}")
    assert not is_left_out(relevance, text)


# -- streams ---------------------------------------------------------------------------------------


class CountingParser:
    """A parser of no tokens that remembers the batches it was given."""

    def __init__(self) -> None:
        self.batches: list[int] = []

    def parse(self, text: str) -> Parse:
        return Parse(text, (), ())

    def parse_many(self, texts: Iterable[str]) -> Iterator[Parse]:
        given = list(texts)
        self.batches.append(len(given))
        return map(self.parse, given)

    def parse_unrepaired(self, text: str) -> Parse:
        return self.parse(text)


@pytest.fixture
def parser() -> CountingParser:
    return CountingParser()


@pytest.fixture
def gated(coder: Coder, relevance: Relevance, parser: CountingParser) -> Coder:
    return replace(coder, parser=parser, relevance=relevance)


def mixed(count: int) -> list[Document]:
    """Articles of which each third tells of a conflict."""
    return [
        Document(str(n), GATEAU if n % 3 else "Des soldats ont bombardé la ville.")
        for n in range(count)
    ]


@pytest.mark.parametrize("count", [0, 1, 2, 3 * BATCH, 3 * BATCH + 1, 200])
def test_what_is_left_out_stands_in_its_place(gated: Coder, count: int) -> None:
    items = list(code_many(mixed(count), lambda _: gated, gate=True))
    assert [isinstance(item, LeftOut) for item in items] == [bool(n % 3) for n in range(count)]
    coded = [item.document.id for item in items if isinstance(item, CodedDocument)]
    assert coded == [str(n) for n in range(0, count, 3)]


def test_batches_are_full_however_many_are_left_out(gated: Coder, parser: CountingParser) -> None:
    """Half-empty batches would cost in the parse what the gate spares."""
    list(code_many(mixed(6 * BATCH), lambda _: gated, gate=True))
    assert parser.batches[:2] == [BATCH, BATCH]


def test_nothing_is_left_out_unless_it_is_asked_for(gated: Coder) -> None:
    """Neither without the gate nor by a coder that has none."""
    assert all(isinstance(item, CodedDocument) for item in code_many(mixed(9), lambda _: gated))
    bare = replace(gated, relevance=None)
    assert all(
        isinstance(item, CodedDocument) for item in code_many(mixed(9), lambda _: bare, gate=True)
    )


def test_articles_are_read_no_further_ahead_than_needed(gated: Coder) -> None:
    """A stream that hardly tells of conflict is told of as it comes, not all at its end."""
    read = 0

    def stream() -> Iterator[Document]:
        nonlocal read
        while True:
            read += 1
            yield Document(str(read), GATEAU)

    assert isinstance(next(code_many(stream(), lambda _: gated, gate=True)), LeftOut)
    assert read <= 20 * BATCH
