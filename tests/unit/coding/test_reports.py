"""Events, control, forces and relations: sides, ground, codes."""

from __future__ import annotations

import pytest

from polybe.model import PlaceMention
from tests.readings import Coding


class TestSides:
    """Who does it to whom."""

    def test_active_and_passive_tell_the_same(self, coded: Coding) -> None:
        """The agent of a passive is the actor, as the subject of an active is."""
        active = coded("L'armée syrienne a bombardé Alep.").fact("ASSAULT")
        passive = coded("La ville a été bombardée par l'armée syrienne.").fact("ASSAULT")
        assert active.actors == ("L'armée syrienne",)
        assert passive.actors == ("l'armée syrienne",)
        assert active.mode == passive.mode == "aerial"

    def test_entre_makes_both_sides_actors(self, coded: Coding) -> None:
        """« les combats entre X et Y » has no recipient."""
        fact = coded("Les combats entre l'armée et les rebelles ont repris.").fact("ASSAULT")
        assert (fact.actors, fact.recipients) == (("l'armée", "les rebelles"), ())

    def test_contre_makes_a_recipient(self, coded: Coding) -> None:
        """« une offensive contre les rebelles »."""
        fact = coded("L'armée mène une offensive contre les rebelles.").fact("ASSAULT")
        assert (fact.actors, fact.recipients) == (("L'armée",), ("les rebelles",))

    def test_the_victim_of_a_deed_is_its_recipient(self, coded: Coding) -> None:
        """« X a été victime d'une agression »: done to X, who does nothing."""
        text = coded("Un lycéen a été victime d'une agression dans un train.")
        fact = text.fact("ASSAULT")
        assert (fact.actors, fact.recipients) == ((), ("Un lycéen",))

    def test_who_comes_to_an_agreement_agrees(self, coded: Coding) -> None:
        """« est parvenu à un accord avec X »: both have agreed."""
        fact = coded("Le parti est parvenu à un accord avec les rebelles.").fact("AGREE")
        assert fact.actors == ("Le parti", "les rebelles")

    def test_forces_are_troops_in_the_plural(self, coded: Coding) -> None:
        """« les forces russes », with no word but their country's."""
        text = coded("Les forces russes ont bombardé la ville.")
        assert text.fact("ASSAULT").actors == ("Les forces russes",)
        assert text.actor("Les forces russes").actor == "RUS-MIL"

    def test_both_who_meet_are_actors(self, coded: Coding) -> None:
        """A meeting is mutual, whoever is its object."""
        text = coded("Le président français a rencontré Vladimir Poutine à Moscou.")
        fact = text.fact("CONSULT")
        assert fact.actors == ("Le président français", "Vladimir Poutine")
        assert fact.recipients == ()

    def test_a_visit_has_a_guest_and_a_host(self, coded: Coding) -> None:
        """« Bachar al-Assad a reçu Vladimir Poutine »: the guest visits the host."""
        fact = coded("Bachar al-Assad a reçu Vladimir Poutine.").fact("CONSULT")
        assert (fact.mode, fact.actors) == ("visit", ("Vladimir Poutine",))
        assert fact.recipients == ("Bachar al-Assad",)

    def test_a_nationality_adjective_acts(self, coded: Coding) -> None:
        """« les frappes russes » are Russia's forces', an actor on the adjective."""
        text = coded("Les frappes russes ont détruit une école.")
        assert text.fact("ASSAULT").actors == ("russes",)
        assert text.actor("russes").actor == "RUS-MIL"

    def test_a_compound_adjective_is_two_mentions_on_one_span(self, coded: Coding) -> None:
        """« américano-russe »: two ids, one stretch of text."""
        text = coded("Une offensive américano-russe a échoué.")
        ids = text.document.reports[0].actors
        mentions = [text.document.mention(i) for i in ids]
        assert len(set(ids)) == 2
        assert len({(m.start, m.end) for m in mentions}) == 1

    def test_who_is_to_leave_is_who_is_asked(self, coded: Coding) -> None:
        """« demande le retrait des troupes russes »: asked of them."""
        fact = coded("La France demande le retrait des troupes russes.").fact("REQUEST")
        assert (fact.mode, fact.recipients) == ("yield", ("troupes russes",))

    def test_coordinated_deeds_have_each_its_own_victims(self, coded: Coding) -> None:
        """« ont tué trois soldats et blessé dix civils »: one actor, two sorts of victims."""
        text = coded("Les rebelles ont tué trois soldats et blessé dix civils.")
        deeds = {f.trigger: (f.actors, f.recipients) for f in text.facts if f.code == "ASSAULT"}
        assert deeds == {
            "tué": (("Les rebelles",), ("trois soldats",)),
            "blessé": (("Les rebelles",), ("dix civils",)),
        }

    def test_people_not_named_may_act(self, coded: Coding) -> None:
        """« Ceux qui ont attaqué la caserne »."""
        assert coded("Ceux qui ont attaqué la caserne ont fui.").fact("ASSAULT").actors == ("Ceux",)


class TestStatesAndGround:
    """A name of a state is an actor or the ground, never both in one report."""

    def test_after_en_a_state_is_ground(self, coded: Coding) -> None:
        """« en Syrie »: where it happens, and no actor mention."""
        text = coded("Des combats ont éclaté en Syrie.")
        assert text.fact("ASSAULT").places == ("Syrie",)
        assert isinstance(text.mention("Syrie", PlaceMention), PlaceMention)
        assert [m.text for m in text.document.mentions] == ["Syrie"]

    def test_as_subject_a_state_acts(self, coded: Coding) -> None:
        """« La Syrie a bombardé le Liban »: the first acts, the second is bombed ground."""
        text = coded("La Syrie a bombardé le Liban.")
        fact = text.fact("ASSAULT")
        assert fact.actors == ("Syrie",)
        assert fact.places == ("Liban",)
        assert text.actor("Syrie").actor == "SYR-GOV"

    @pytest.mark.parametrize(
        ("sentence", "code", "state"),
        [
            ("Washington a imposé des sanctions à Moscou.", "SANCTION", "Moscou"),
            ("La Russie a accusé l'Ukraine d'avoir bombardé un hôpital.", "ACCUSE", "Ukraine"),
            ("La France livrera des armes à l'Ukraine.", "AID", "Ukraine"),
        ],
    )
    def test_a_state_that_something_is_done_to_is_no_place_of_it(
        self, coded: Coding, sentence: str, code: str, state: str
    ) -> None:
        """The accused, the sanctioned and the helped are recipients only."""
        fact = coded(sentence).fact(code)
        assert (fact.recipients, fact.places) == ((state,), ())


class TestControl:
    """Who holds which ground."""

    def test_capture_has_taker_ground_and_loser(self, coded: Coding) -> None:
        """« a repris Alep aux rebelles »."""
        fact = coded("L'armée a repris Alep aux rebelles.").fact("control/GAINS")
        assert (fact.actors, fact.recipients) == (("L'armée",), ("rebelles",))
        assert fact.places == ("Alep",)

    @pytest.mark.parametrize(
        ("sentence", "code"),
        [
            ("Les rebelles contrôlent le nord de la ville.", "control/HOLDS"),
            ("Les rebelles qui tenaient la ville ont fui.", "control/HOLDS"),
            ("L'armée a perdu le contrôle de Mossoul.", "control/LOSES"),
            ("L'armée assiège Homs depuis deux mois.", "control/CONTESTS"),
            ("La ville est assiégée par les rebelles.", "control/CONTESTS"),
        ],
    )
    def test_types(self, coded: Coding, sentence: str, code: str) -> None:
        """Holding, losing and besieging, in the active and the passive."""
        assert len(coded(sentence).fact(code).actors) == 1

    def test_taking_ground_is_no_assault(self, coded: Coding) -> None:
        """« ont pris la ville à l'armée » tells control, and no force beside it."""
        assert coded("Les rebelles ont pris la ville à l'armée.").codes == ["control/GAINS"]

    def test_a_share_is_a_figure(self, coded: Coding) -> None:
        """« contrôle 80 % de la ville »."""
        fact = coded("L'armée contrôle 80 % de la ville.").fact("control/HOLDS")
        assert fact.figures == ("80 %",)


class TestOtherKinds:
    """Forces, relations, and events told by more than their verb."""

    def test_soldiers_sent_are_an_event_and_a_force(self, coded: Coding) -> None:
        """« a déployé 200 soldats en Syrie »: sent by, and counted there."""
        text = coded("La Russie a déployé 200 soldats en Syrie.")
        assert text.fact("MOBILIZE").actors == ("Russie",)
        force = next(f for f in text.facts if f.code.startswith("force/"))
        assert (force.figures, force.places) == (("200",), ("Syrie",))

    def test_support_of_state_for_state_is_a_relation(self, coded: Coding) -> None:
        """« L'Iran soutient Damas » lasts; it is no event of its own."""
        text = coded("L'Iran soutient Damas.")
        assert text.codes == ["relation/SUPPORTS"]
        assert text.fact("relation/SUPPORTS").recipients == ("Damas",)

    def test_captives_freed_by_forces_are_helped(self, coded: Coding) -> None:
        """« L'armée a libéré vingt otages » is a rescue, not a release by who held them."""
        text = coded("L'armée a libéré vingt otages.")
        assert "AID" in text.codes
        assert "RETREAT" not in text.codes

    def test_an_announced_withdrawal_is_planned(self, coded: Coding) -> None:
        """« a annoncé le retrait »: said, and to come, on the announcer's word."""
        text = coded("Le président a annoncé le retrait des soldats français.")
        assert text.fact("RETREAT").status == "planned"
        assert text.fact("RETREAT").sources == ("Le président",)

    def test_a_meeting_wants_two_sides(self, coded: Coding) -> None:
        """« Le ministre l'a … » alone meets nobody; ministers in the plural meet each other."""
        assert coded("Les deux ministres se rencontreront jeudi à Paris.").fact("CONSULT")
        assert "CONSULT" not in coded("Le ministre a quitté Gao.").codes


class TestNobodyNamed:
    """Facts that stand though no name stands for those who take part."""

    def test_a_lifting_is_told_by_what_is_lifted(self, coded: Coding) -> None:
        """« Le couvre-feu a été levé » needs nobody who lifts it."""
        assert coded("Le couvre-feu a été levé.").fact("CONCEDE").content == "Le couvre-feu"

    def test_days_of_fights_are_fights(self, coded: Coding) -> None:
        """« trois jours de combats » tells of fights, without an article."""
        assert "ASSAULT" in coded("Les autorités ont annoncé trois jours de combats.").codes

    def test_a_number_stands_for_people(self, coded: Coding) -> None:
        """« Deux d'entre eux » is a count of wounded."""
        fact = coded("Deux d'entre eux ont été blessés.").fact("toll/WOUNDED")
        assert fact.figures == ("Deux",)

    def test_who_is_awaited_somewhere_will_visit(self, coded: Coding) -> None:
        """« est attendu à Moscou » is a visit to come."""
        fact = coded("Le ministre syrien est attendu à Moscou.").fact("CONSULT")
        assert (fact.mode, fact.status) == ("visit", "planned")

    def test_who_does_not_accept_refuses(self, coded: Coding) -> None:
        """« n'accepteront pas » is a refusal, and it is told as done."""
        assert coded("Les rebelles n'accepteront pas la trêve.").fact("REJECT").status == "actual"

    def test_where_takes_up_the_place_before_it(self, coded: Coding) -> None:
        """« Gao, où les rebelles avaient tué … »: the killing was in Gao."""
        text = coded("L'armée a repris Gao, où les rebelles avaient tué deux soldats.")
        assert text.fact("toll/KILLED").places == ("Gao",)

    def test_the_two_ministers_are_no_count(self, coded: Coding) -> None:
        """« Les deux ministres » are known, and nothing is counted."""
        assert coded("Les deux ministres ont rencontré les rebelles.").fact("CONSULT").figures == ()
