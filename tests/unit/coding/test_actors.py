"""Actor mentions: names, roles, offices, nationality words, and how they are put together."""

from __future__ import annotations

import pytest

from tests.readings import Reading


class TestRoles:
    """Noun phrases that name an actor by what it is."""

    def test_an_adjective_gives_the_country(self, read: Reading) -> None:
        """« l'armée syrienne » is the catalogue's army of Syria, the adjective in its span."""
        draft = read("La ville a été bombardée par l'armée syrienne.").draft("armée")
        assert (draft.actor, draft.country, draft.sector) == ("SYR-MIL", "SYR", "MIL")
        assert draft.span.of("La ville a été bombardée par l'armée syrienne.").endswith("syrienne")

    def test_the_article_gives_the_country_when_nothing_else_does(self, read: Reading) -> None:
        """« l'armée » in an article about Syria is Syria's."""
        draft = read("En Syrie, l'armée a bombardé deux villages.").draft("armée")
        assert draft.actor == "SYR-MIL"

    def test_no_country_is_made_up(self, read: Reading) -> None:
        """« l'armée » in an article that names no country stays an unknown army."""
        draft = read("L'armée mène une offensive contre les rebelles.").draft("armée")
        assert (draft.actor, draft.country, draft.sector) == (None, None, "MIL")

    def test_a_role_with_a_group_is_the_group(self, read: Reading) -> None:
        """« les troupes de Bachar al-Assad » are the forces of the state he leads."""
        draft = read("Les troupes de Bachar al-Assad ont repris Alep.").draft("troupes")
        assert draft.actor == "SYR-MIL"

    def test_armed_men_and_numbers(self, read: Reading) -> None:
        """« des hommes armés » are unidentified armed men, plural and not definite."""
        draft = read("Un journaliste a été enlevé par des hommes armés.").draft("hommes")
        assert (draft.sector, draft.plural, draft.definite) == ("UAF", True, False)

    FAITH = "Le souverain pontife a prié pour le Mali dans le cadre d'une visite."

    def test_a_role_may_have_a_country_of_its_own(self, read: Reading) -> None:
        """A « souverain pontife » is of the Vatican, whatever land the article is about."""
        draft = read(self.FAITH).draft("souverain")
        assert (draft.country, draft.sector) == ("VAT", "REL")

    def test_a_noun_of_an_idiom_is_nobody(self, read: Reading) -> None:
        """In « dans le cadre de » no cadre of a party takes part."""
        reading = read(self.FAITH)
        assert reading.at("cadre") not in reading.actors.by_token


class TestOffices:
    """Office, country and date together name a person."""

    SENTENCE = "Le président français a rencontré Vladimir Poutine à Moscou."

    @pytest.mark.parametrize(
        ("published", "holder"),
        [("2016-12-10", "francois-hollande"), ("2018-03-01", "emmanuel-macron")],
    )
    def test_the_holder_goes_with_the_date(
        self, read: Reading, published: str, holder: str
    ) -> None:
        """« le président français » is who held the office when the article appeared."""
        draft = read(self.SENTENCE, published=published).draft("président")
        assert draft.actor == holder
        assert draft.country == "FRA"

    def test_no_holder_without_a_date(self, read: Reading) -> None:
        """An undated article names an office, and no person is guessed."""
        draft = read(self.SENTENCE, published=None).draft("président")
        assert (draft.actor, draft.sector) == (None, "GOV")

    def test_an_apposition_is_the_same_person(self, read: Reading) -> None:
        """« Le ministre de la Défense, Jean-Yves Le Drian, » is one person."""
        sentence = "Le ministre de la Défense, Jean-Yves Le Drian, a visité la caserne."
        reading = read(sentence)
        assert reading.draft("ministre").actor == "jean-yves-le-drian"
        assert reading.draft("Drian").actor == "jean-yves-le-drian"

    def test_a_rank_and_an_unknown_name_are_one_actor(self, read: Reading) -> None:
        """« La colonel Marie Vidal » is a soldier of that name."""
        draft = read("La colonel Marie Vidal a été blessée à Gao.").draft("colonel")
        assert (draft.name, draft.sector, draft.plural) == ("Marie Vidal", "MIL", False)


class TestNames:
    """Names of the catalogue, and persons that it does not know."""

    def test_capitals_of_states_are_their_governments(self, read: Reading) -> None:
        """« Damas a accepté »: the government of Syria, by its seat."""
        draft = read("Damas a accepté une trêve.").draft("Damas")
        assert (draft.actor, draft.kind) == ("SYR-GOV", "capital")

    def test_groups_across_borders_have_plovers_country(self, read: Reading) -> None:
        """« l'Etat islamique » is an international armed group."""
        draft = read("L'Etat islamique a attaqué Palmyre.").draft("Etat")
        assert (draft.actor, draft.country, draft.sector) == ("islamic-state", "IMG", "REB")

    def test_persons_unknown_to_the_catalogue(self, read: Reading) -> None:
        """A name in two words that the parser takes for a person is one, of unknown sector."""
        draft = read("Paul Ardent, chef des rebelles, a été tué à Gao.").draft("Paul")
        assert (draft.name, draft.kind, draft.sector) == ("Paul Ardent", "person", "UNK")

    def test_a_surname_alone_points_back_to_the_full_name(self, read: Reading) -> None:
        """« Ardent » after « Paul Ardent » is the same man."""
        reading = read("Paul Ardent, chef des rebelles, a été tué à Gao.", "Ardent avait fui Gao.")
        surname = reading.actors.by_token[reading.at("Ardent", 1)]
        assert surname.antecedent is reading.draft("Paul")
        assert surname.identity == reading.draft("Paul").identity

    def test_a_surname_in_the_news_needs_no_full_name(self, read: Reading) -> None:
        """« M. Hollande » in his term is the president; long after, nobody."""
        sentence = "M. Hollande a ensuite quitté Bamako."
        assert read(sentence).draft("Hollande").actor == "francois-hollande"
        later = read(sentence, published="2031-01-01")
        assert all(d.actor != "francois-hollande" for d in later.actors.drafts)


class TestNationalityWords:
    """Words such as « russe » and « Américains »."""

    def test_a_military_act_is_the_forces_another_the_governments(self, read: Reading) -> None:
        """« frappes russes »: Russia's forces, or its government when the act is no force."""
        for military, actor in ((True, "RUS-MIL"), (False, "RUS-GOV")):
            reading = read("Les frappes russes ont détruit une école.")
            drafts = reading.actors.from_adjective(reading.at("russes"), military)
            assert [d.actor for d in drafts] == [actor]

    def test_a_compound_is_two_actors(self, read: Reading) -> None:
        """« américano-russe » is the United States and Russia, on one span."""
        reading = read("Une offensive américano-russe a échoué.")
        drafts = reading.actors.from_adjective(reading.at("américano-russe"), True)
        assert [d.actor for d in drafts] == ["USA-MIL", "RUS-MIL"]
        assert len({d.span for d in drafts}) == 1

    def test_people_of_a_country(self, read: Reading) -> None:
        """« Trois Américains » are people of the United States, the number in their span."""
        sentence = "Trois Américains ont été enlevés à Bagdad."
        draft = read(sentence).draft("Américains")
        assert (draft.country, draft.sector) == ("USA", "CVL")
        assert draft.span.of(sentence) == "Trois Américains"
