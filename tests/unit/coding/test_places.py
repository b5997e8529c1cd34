"""Places in hand-built parses: found, told apart from other names, settled by the article."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest

from polybe.codebook.aliases import by_opening
from polybe.codebook.catalogue import Actor, Alias, Catalogue, alias_words
from polybe.codebook.packs import Packs
from polybe.codebook.place_words import load_place_words
from polybe.coding.place_labels import label_places
from polybe.coding.place_reading import read_places
from polybe.coding.place_resolution import Setting, resolve_places
from polybe.coding.places import PlaceCandidate, find_place_names
from polybe.model import Ambiguous, Parse, Place, Sentence, Span, Token

WORDS = load_place_words(Packs(), "fr")

SYRIA = Place("Syria", "country", country="SYR", population=17_000_000)
LEBANON = Place("Lebanon", "country", country="LBN", population=5_000_000)
MALI = Place("Mali", "country", country="MLI", population=20_000_000)
NIGER = Place("Niger", "country", country="NER", population=22_000_000)
ALEPPO = Place("Aleppo", "city", 1, 36.2, 37.2, "SYR", "Aleppo", 2_000_000)
ALEPPO_PROVINCE = Place("Aleppo", "admin1", 2, 36.3, 37.3, "SYR", None, 2_800_000)
DAMASCUS = Place("Damascus", "city", 3, 33.5, 36.3, "SYR", "Damascus", 1_500_000)
GAO = Place("Gao", "city", 4, 16.3, 0.0, "MLI", "Gao", 130_000)
GAO_ELSEWHERE = Place("Gao", "city", 5, 11.6, -2.2, "BFA", "Centre-Ouest", 26_000)
TRIPOLI = Place("Tripoli", "city", 6, 32.9, 13.2, "LBY", "Tripoli", 1_300_000)
TRIPOLI_LEBANON = Place("Tripoli", "city", 7, 34.4, 35.8, "LBN", "North", 229_000)
DEIR_EZ_ZOR = Place("Deir ez-Zor", "city", 8, 35.3, 40.1, "SYR", "Deir ez-Zor", 271_000)
GAZA_STRIP = Place("Gaza Strip", "admin1", 9, 31.4, 34.4, "PSE")
PARIS = Place("Paris", "city", 10, 48.9, 2.3, "FRA", "Île-de-France", 2_100_000)
PARIS_TEXAS = Place("Paris", "city", 11, 33.7, -95.6, "USA", "Texas", 25_000)
WAGNER = Place("Wagner", "city", 12, -12.3, -40.2, "BRA", "Bahia", 9_000)
SAHEL = Place("Sahel", "region")
KESH = Place("Kesh", "city", 13, 1.0, 1.0, "AAA", None, 60_000)
KESH_TWIN = Place("Kesh", "city", 14, 9.0, 9.0, "BBB", None, 70_000)


@dataclass(frozen=True)
class Index:
    """A gazetteer of a few places."""

    places: dict[str, tuple[Place, ...]]

    def find(self, name: str) -> tuple[Place, ...]:
        return self.places.get(name, ())


INDEX = Index(
    {
        "Syrie": (SYRIA,),
        "Liban": (LEBANON,),
        "Mali": (MALI,),
        "Niger": (NIGER,),
        "Alep": (ALEPPO_PROVINCE, ALEPPO),
        "Damas": (DAMASCUS,),
        "Gao": (GAO, GAO_ELSEWHERE),
        "Tripoli": (TRIPOLI, TRIPOLI_LEBANON),
        "Deir ez-Zor": (DEIR_EZ_ZOR,),
        "bande de Gaza": (GAZA_STRIP,),
        "Gaza": (KESH,),
        "Paris": (PARIS, PARIS_TEXAS),
        "Wagner": (WAGNER,),
        "Sahel": (SAHEL,),
        "Mars": (WAGNER,),
        "Kesh": (KESH_TWIN, KESH),
    }
)


def parse(*sentences: str) -> Parse:
    """A parse from « word/POS/entity » tokens; a word ending in an apostrophe joins the next.

    An entity in lower case goes on with the one before; heads are left flat.
    """
    text, tokens, borders = "", [], []
    for number, sentence in enumerate(sentences):
        first = len(tokens)
        for part in sentence.split():
            word, pos, entity = ([*part.split("/"), "", ""])[:3]
            start = len(text)
            text += word + ("" if word[-1] in "'’" else " ")
            index = len(tokens)
            lemma = "de" if word in ("d'", "d’", "du") else word.lower().removesuffix("s")
            tokens.append(
                Token(
                    index,
                    start,
                    start + len(word),
                    word,
                    lemma,
                    pos or ("PROPN" if word[0].isupper() else "NOUN"),
                    frozenset(),
                    "dep",
                    first,
                    entity.upper(),
                    entity.isupper(),
                )
            )
        borders.append(Sentence(number, first, len(tokens)))
    return Parse(text, tuple(tokens), tuple(borders))


def names(*sentences: str, taken: tuple[Span, ...] = ()) -> list[str]:
    return [c.name for c in find_place_names(parse(*sentences), INDEX, WORDS, taken=taken)]


def read(*sentences: str, **countries: int) -> dict[str, Place | Ambiguous]:
    placed = read_places(parse(*sentences), INDEX, WORDS, setting=Setting(countries))
    return {candidate.name: place for candidate, place in placed}


def settle(*candidates: PlaceCandidate, **countries: int) -> list[Place | Ambiguous]:
    return resolve_places(candidates, setting=Setting(countries))


def named(name: str, first: int = 0) -> PlaceCandidate:
    return PlaceCandidate(first * 10, first * 10 + 5, first, first + 1, name, INDEX.find(name))


class TestFindingNames:
    """Which runs of tokens are names of places, and where they begin and end."""

    def test_elided_names_are_bare(self) -> None:
        """« d’Alep » gives « Alep », with either apostrophe; the offsets are the text's."""
        tree = parse("la prise/NOUN d’/ADP Alep/PROPN et/CCONJ d'/ADP Alep/PROPN")
        found = find_place_names(tree, INDEX, WORDS)
        assert [tree.text[c.start : c.end] for c in found] == ["Alep", "Alep"]
        assert [(c.first, c.last) for c in found] == [(3, 4), (6, 7)]

    def test_the_longest_name_wins(self) -> None:
        """Particles in lower case stand inside a name, and nouns may open it."""
        assert names("à/ADP Deir ez-Zor/PROPN") == ["Deir ez-Zor"]
        assert names("dans/ADP la/DET bande/NOUN de/ADP Gaza") == ["bande de Gaza"]

    def test_a_place_inside_a_hyphenated_word(self) -> None:
        """« après-Alep » and « pro-Damas » give the place alone."""
        tree = parse("l'/DET après-Alep/NOUN/ORG des/ADP milices/NOUN pro-Damas/ADJ")
        found = find_place_names(tree, INDEX, WORDS)
        assert [tree.text[c.start : c.end] for c in found] == ["Alep", "Damas"]

    def test_names_do_not_cross_sentences(self) -> None:
        """« Deir » ends one sentence, « ez-Zor » cannot complete it from the next."""
        assert names("à/ADP Deir", "ez-Zor/PROPN revient/VERB") == []

    def test_taken_spans_stay_taken(self) -> None:
        """A name that an actor has claimed is no place; others are."""
        tree = parse("Damas/PROPN bombarde/VERB Alep/PROPN")
        taken = (Span(0, 5),)
        assert [c.name for c in find_place_names(tree, INDEX, WORDS, taken=taken)] == ["Alep"]

    def test_persons_are_no_places(self) -> None:
        """A town's name inside a person's, or behind a title, is the person."""
        assert names("Paris/PROPN/PER Hilton/PROPN/per arrive/VERB") == []
        assert names("selon/ADP Paris/PROPN Hilton/PROPN") == []
        assert names("le/DET général/NOUN Wagner/PROPN/LOC") == []

    def test_small_places_need_proof(self) -> None:
        """A small town's name alone is not enough; a preposition of place is."""
        assert names("avec/ADP Wagner/PROPN/PER") == []
        assert names("à/ADP Wagner/PROPN") == ["Wagner"]

    def test_months_and_first_words_are_no_places(self) -> None:
        """« Mars » opens a sentence without being a town."""
        assert names("Mars/NOUN commence/VERB") == []

    def test_a_river_or_a_government_is_no_town(self) -> None:
        """« le fleuve Niger », « le gouvernement Wagner » name neither country nor town."""
        assert names("le/DET fleuve/NOUN Niger/PROPN/LOC") == []
        assert names("le/DET gouvernement/NOUN Wagner/PROPN/LOC") == []

    def test_a_place_that_the_gazetteer_lacks(self) -> None:
        """« le village de Tarbek » is told as a place by its noun."""
        (found,) = find_place_names(
            parse("dans/ADP le/DET village/NOUN de/ADP Tarbek/PROPN/LOC"), INDEX, WORDS
        )
        assert (found.name, found.candidates, found.precision) == ("Tarbek", (), "city")

    def test_a_name_found_once_is_found_again(self) -> None:
        """What the tagger later takes for a person is the same village still."""
        first = "au/ADP village/NOUN de/ADP Tarbek/PROPN/LOC"
        assert names(first, "Tarbek/PROPN/PER brûle/VERB") == ["Tarbek", "Tarbek"]

    def test_the_word_before_picks_the_kind(self) -> None:
        """« à » wants a town, « province de » a division, « en » a country."""
        tree = parse("à/ADP Alep dans/ADP la/DET province/NOUN d'/ADP Alep")
        town, province = find_place_names(tree, INDEX, WORDS)
        assert (town.candidates, province.candidates) == ((ALEPPO,), (ALEPPO_PROVINCE,))

    @pytest.mark.parametrize(
        "qualifier", ["au sud de ", "à 40 km de ", "à 12 kilomètres au nord de ", "près de "]
    )
    def test_qualifiers_are_kept_as_written(self, qualifier: str) -> None:
        """« à 40 km de Gao » is at Gao, and says so."""
        (found,) = find_place_names(parse(f"une base {qualifier.strip()}/ADP Gao"), INDEX, WORDS)
        assert (found.name, found.qualifier) == ("Gao", qualifier)


class TestLabels:
    """Names that the model took for a person or a body, by the index of places."""

    def labels(self, sentence: str, dep: str = "obj", *known: str) -> list[str]:
        """The labels of the names of a sentence, its last name in the relation `dep`."""
        tree = parse(sentence)
        last = max(t.index for t in tree.tokens if t.text[0].isupper())
        tokens = [t._replace(dep=dep) if t.index == last else t for t in tree.tokens]
        tree = Parse(tree.text, tuple(tokens), tree.sentences)
        actors = {name: Actor(name, name, "group", None, None) for name in known}
        aliases = by_opening([Alias(alias_words(n), (True,), "", "name", n) for n in known])
        labelled = label_places(tree, INDEX, WORDS, Catalogue(actors, aliases, {}, {}, {}, {}))
        return [t.entity for t in labelled.tokens if t.text[0].isupper()]

    @pytest.mark.parametrize("label", ["PER", "ORG"])
    def test_a_great_town_that_is_taken(self, label: str) -> None:
        """« ont pris Alep » names a town, whatever the model thinks of it."""
        assert self.labels(f"ils/PRON ont/AUX pris/VERB Alep/PROPN/{label}") == ["LOC"]

    def test_who_acts_stays_who_he_is(self) -> None:
        """The subject of a verb may be somebody who is called like a town."""
        assert self.labels("hier/ADV Alep/PROPN/PER parle/VERB", "nsubj") == ["PER"]

    def test_a_bearer_of_the_name_anywhere_in_the_text(self) -> None:
        """« Omar Alep » makes « Alep » a person in the whole text."""
        sentence = "selon/ADP Omar/PROPN/PER Alep/PROPN/per ils/PRON jugent/VERB Alep/PROPN/PER"
        assert self.labels(sentence) == ["PER", "PER", "PER"]

    def test_a_small_town_wants_a_preposition_of_place(self) -> None:
        """« chassés de Gao » is no proof; « entrés dans Gao » is."""
        assert self.labels("ils/PRON jugent/VERB Gao/PROPN/ORG") == ["ORG"]
        assert self.labels("entrés/VERB dans/ADP Gao/PROPN/ORG", "obl:mod") == ["LOC"]

    def test_a_name_of_the_catalogue_stays(self) -> None:
        """What the codebook knows as an actor is not asked of the index of places."""
        assert self.labels("ils/PRON ont/AUX pris/VERB Alep/PROPN/ORG", "obj", "Alep") == ["ORG"]


class TestSettling:
    """Which of its bearers a name means."""

    def test_a_town_is_meant_before_the_province_around_it(self) -> None:
        assert settle(named("Alep")) == [ALEPPO]

    def test_a_named_country_settles(self) -> None:
        """Tripoli is Libya's, but Lebanon's in an article on Lebanon."""
        assert settle(named("Tripoli"), LBN=4) == [TRIPOLI_LEBANON]
        assert settle(named("Tripoli"), LBY=1) == [TRIPOLI]

    def test_a_container_behind_the_name_settles(self) -> None:
        """« Tripoli, au Liban » though the article is on Libya."""
        pair = settle(named("Tripoli", 5), named("Liban", 8), LBY=6)
        assert pair == [TRIPOLI_LEBANON, LEBANON]

    def test_size_settles_when_nothing_else_does(self) -> None:
        """Paris is in France in an article that names no country, and in one on America."""
        assert settle(named("Paris")) == [PARIS]
        assert settle(named("Paris"), USA=5) == [PARIS]

    def test_what_stays_open_keeps_its_candidates(self) -> None:
        """Two towns of like size, no country named: no guess, but the candidates and why."""
        (open_name,) = settle(named("Kesh"))
        assert isinstance(open_name, Ambiguous)
        assert set(open_name.candidates) == {KESH, KESH_TWIN}
        assert open_name.reason

    def test_nearness_settles(self) -> None:
        """Of two towns of like size the one beside another place of the article is meant."""
        beside = Place("Tor", "city", 20, 1.1, 1.1, "CCC", None, 900_000)
        other = PlaceCandidate(0, 3, 0, 1, "Tor", (beside,))
        assert settle(other, named("Kesh", 40), AAA=1, BBB=1)[1] == KESH

    def test_a_far_small_bearer_is_doubted(self) -> None:
        """The only Wagner known is small and in a country of which nobody speaks."""
        (doubted,) = settle(named("Wagner"), MLI=3)
        assert isinstance(doubted, Ambiguous)
        assert doubted.candidates == (WAGNER,)

    def test_one_name_means_one_place_throughout(self) -> None:
        """Told once in what it lies, the name is settled everywhere."""
        told = settle(named("Tripoli", 1), named("Tripoli", 30), named("Liban", 33))
        assert told == [TRIPOLI_LEBANON, TRIPOLI_LEBANON, LEBANON]

    def test_an_unknown_name_takes_the_article_s_country_and_no_point(self) -> None:
        """No coordinates are made up; with no country above the others it stays open."""
        unknown = PlaceCandidate(0, 6, 0, 1, "Tarbek", ())
        assert settle(unknown, MLI=2) == [Place("Tarbek", "city", country="MLI")]
        (doubted,) = settle(unknown)
        assert isinstance(doubted, Ambiguous)
        assert doubted.candidates == ()


class TestAreasAndSites:
    """Parts of countries, described places and sites."""

    def test_a_part_of_a_country_covers_its_name(self) -> None:
        """« le nord du Mali » is one place, in Mali, without coordinates."""
        found = read("dans/ADP le/DET nord/NOUN du/ADP Mali")
        assert list(found) == ["le nord du Mali"]
        place = found["le nord du Mali"]
        assert isinstance(place, Place)
        assert (place.precision, place.country, place.latitude) == ("region", "MLI", None)

    def test_the_country_of_le_pays_is_the_last_named(self) -> None:
        found = read("au/ADP Niger puis/ADV au/ADP Mali", "dans/ADP l'/DET est/NOUN du/ADP pays")
        place = found["l'est du pays"]
        assert isinstance(place, Place)
        assert place.country == "MLI"

    def test_a_direction_from_a_town_is_a_qualifier(self) -> None:
        """« au nord de Gao » is no part of Gao."""
        tree = parse("au/ADP nord/NOUN de/ADP Gao")
        ((candidate, _),) = read_places(tree, INDEX, WORDS, setting=Setting({"MLI": 1}))
        assert (candidate.name, candidate.qualifier) == ("Gao", "au nord de ")

    def test_the_verb_est_is_no_direction(self) -> None:
        """« il l'est devenu au Mali » tells of no east."""
        assert list(read("il/PRON l'/PRON est/AUX devenu/VERB au/ADP Mali")) == ["Mali"]

    def test_a_frontier_covers_both_sides(self) -> None:
        found = read("la/DET frontière/NOUN entre/ADP le/DET Mali et/CCONJ le/DET Niger")
        assert list(found) == ["la frontière entre le Mali et le Niger"]

    def test_a_described_town_is_the_one_told_before(self) -> None:
        """« la ville » is Gao; « la ville de Gao » is the name's own mention."""
        found = read("ils/PRON tiennent/VERB Gao", "ils/PRON pillent/VERB la/DET ville", MLI=1)
        assert found == {"Gao": GAO, "la ville": GAO}
        assert list(read("dans/ADP la/DET ville/NOUN de/ADP Gao", MLI=1)) == ["Gao"]

    def test_a_site_lies_in_the_town_told_with_it(self) -> None:
        """« un hôtel à Gao » is a site at Gao's coordinates; Gao stays a place of its own."""
        found = read("ils/PRON attaquent/VERB un/DET hôtel/NOUN à/ADP Gao", MLI=1)
        hotel = found["un hôtel"]
        assert isinstance(hotel, Place)
        assert (hotel.precision, hotel.country, hotel.latitude) == ("site", "MLI", 16.3)
        assert found["Gao"] == GAO

    def test_a_definite_site_takes_its_name_in(self) -> None:
        """« l'aéroport d'Alep » is one place, not two."""
        found = read("devant/ADP l'/DET aéroport/NOUN d'/ADP Alep")
        assert list(found) == ["l'aéroport d'Alep"]

    def test_a_site_without_a_town_has_only_a_country(self) -> None:
        """A pin in the middle of the country would be wrong."""
        found = read("dans/ADP les/DET prisons/NOUN secrètes/ADJ du/ADP Mali") or {}
        (place,) = [p for p in found.values() if isinstance(p, Place) and p.precision == "site"]
        assert (place.country, place.latitude) == ("MLI", None)

    def test_a_nationality_word_gives_the_country(self) -> None:
        """« les prisons maliennes », « le nord malien » lie in Mali wherever the text plays."""
        for phrase in ("les/DET prisons/NOUN maliennes/ADJ", "le/DET nord/NOUN malien/ADJ"):
            ((_, place),) = read_places(
                parse(phrase),
                INDEX,
                WORDS,
                setting=Setting({"NER": 5}),
                demonyms={"malien": ("MLI",), "maliennes": ("MLI",)},
            )
            assert isinstance(place, Place)
            assert place.country == "MLI"

    def test_a_word_that_is_also_a_body_is_no_unknown_place(self) -> None:
        """« à Tarbek » may be a firm's name when the text also tells of it as one."""
        once = "à/ADP Tarbek/PROPN/LOC brûle/VERB"
        assert names(once) == ["Tarbek"]
        assert names(once, "selon/ADP Tarbek/PROPN/ORG rien/PRON") == []

    def test_doubtful_nouns_need_a_preposition_of_place(self) -> None:
        """« dans un camp » is a place, « le camp adverse » is none, « à ce stade » is none."""
        assert list(read("dans/ADP un/DET camp/NOUN", MLI=1)) == ["un camp"]
        assert read("le/DET camp/NOUN adverse/ADJ proteste/VERB", MLI=1) == {}
        assert read("à/ADP ce/DET stade/NOUN", MLI=1) == {}

    def test_spans_never_overlap(self) -> None:
        """Names, areas and sites of one text part it among them."""
        tree = parse(
            "dans/ADP le/DET nord/NOUN du/ADP Mali une/DET mosquée/NOUN de/ADP Gao et/CCONJ "
            "l'/DET aéroport/NOUN d'/ADP Alep près/ADV de/ADP la/DET frontière/NOUN entre/ADP "
            "le/DET Mali et/CCONJ le/DET Niger"
        )
        spans = [Span(c.start, c.end) for c, _ in read_places(tree, INDEX, WORDS)]
        assert spans == sorted(spans)
        assert len(spans) >= 4
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
