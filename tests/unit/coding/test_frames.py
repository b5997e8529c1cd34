"""Frames: who stands in which slot of a verb or noun, whatever the construction."""

from __future__ import annotations

from tests.readings import Reading


class TestVerbs:
    """Slots of verbs."""

    def test_the_agent_of_a_passive_is_in_the_subject_slot(self, read: Reading) -> None:
        """« bombardée par l'armée »: the army is the subject, the town the object."""
        frame = read("La ville a été bombardée par l'armée syrienne.").verb("bombardée")
        assert frame["subject"] == ["armée"]
        assert frame["object"] == ["ville"]

    def test_who_sees_a_thing_done_is_whom_it_is_done_to(self, read: Reading) -> None:
        """« s'est vu refuser l'accès »: access is refused to the subject."""
        frame = read("L'opposant s'est vu refuser l'accès au palais.").verb("refuser")
        assert frame["object"] == ["accès"]
        assert "opposant" in frame["to"]

    def test_who_gets_himself_arrested_suffers_the_arrest(self, read: Reading) -> None:
        """« s'est fait arrêter »: the reflexive causative is a passive."""
        frame = read("Le militant s'est fait arrêter par la police.").verb("arrêter")
        assert frame["object"] == ["militant"]
        assert frame["subject"] == ["police"]

    def test_what_a_gathering_deed_brings_together_takes_part(self, read: Reading) -> None:
        """« la marche a rassemblé des étudiants »: the students marched."""
        assert read("La marche a rassemblé des étudiants.").noun("marche")["by"] == ["étudiants"]

    def test_all_coordinated_subjects_fill_the_slot(self, read: Reading) -> None:
        """« la Russie et la Syrie ont bombardé »."""
        frame = read("La Russie et la Syrie ont bombardé Alep.").verb("bombardé")
        assert frame["subject"] == ["Russie", "Syrie"]

    def test_complements_stand_under_their_preposition(self, read: Reading) -> None:
        """« a repris Alep aux rebelles »: taken from the rebels."""
        frame = read("L'armée a repris Alep aux rebelles.").verb("repris")
        assert frame["object"] == ["Alep"]
        assert frame["to"] == ["rebelles"]

    def test_a_complement_clause_is_kept_apart(self, read: Reading) -> None:
        """« a affirmé que l'armée avait repris »: the clause, not an object."""
        sentence = read("Le ministre a affirmé que l'armée avait repris la ville.")
        frame = sentence.frames.verb(sentence.at("affirmé"))
        assert sentence.word(frame.clause) == "repris"
        assert frame.get("object") == []

    def test_coordinated_verbs_share_their_object(self, read: Reading) -> None:
        """« ont attaqué et pris le village »: the village is attacked as well."""
        frame = read("Les soldats ont attaqué et pris le village.").verb("attaqué")
        assert frame["object"] == ["village"]


class TestNouns:
    """Slots of nouns of action."""

    def test_a_light_verb_lends_its_subject(self, read: Reading) -> None:
        """« mène une offensive contre les rebelles »: the offensive is the army's."""
        frame = read("L'armée mène une offensive contre les rebelles.").noun("offensive")
        assert frame["by"] == ["armée"]
        assert frame["against"] == ["rebelles"]

    def test_a_verb_of_suffering_lends_its_subject_as_the_target(self, read: Reading) -> None:
        """« le régime a subi une attaque »: it was against the regime."""
        frame = read("Le régime a subi une attaque des rebelles.").noun("attaque")
        assert frame["against"] == ["régime"]
        assert frame["of"] == ["rebelles"]

    def test_a_verb_of_aiming_tells_the_target(self, read: Reading) -> None:
        """« l'offensive que mène l'armée vise les rebelles »: agent and target both."""
        frame = read("L'offensive que mène l'armée vise les rebelles.").noun("offensive")
        assert frame["by"] == ["armée"]
        assert frame["targeting"] == ["rebelles"]

    def test_a_participle_tells_the_agent(self, read: Reading) -> None:
        """« une attaque menée par les rebelles »."""
        frame = read("Une attaque menée par les rebelles a visé la caserne.").noun("attaque")
        assert frame["by"] == ["rebelles"]

    def test_a_present_participle_tells_the_target(self, read: Reading) -> None:
        """« une frappe visant un convoi »."""
        frame = read("Une frappe visant un convoi a tué le chef du groupe.").noun("frappe")
        assert frame["targeting"] == ["convoi"]

    def test_both_sides_of_entre(self, read: Reading) -> None:
        """« les combats entre l'armée et les rebelles »."""
        frame = read("Les combats entre l'armée et les rebelles ont repris.").noun("combats")
        assert frame["between"] == ["armée", "rebelles"]

    def test_opposer_sets_two_sides_against_each_other(self, read: Reading) -> None:
        """« des affrontements ont opposé l'armée aux rebelles »."""
        frame = read("Des affrontements ont opposé l'armée aux rebelles.").noun("affrontements")
        assert frame["between"] == ["armée", "rebelles"]

    def test_who_stands_before_en_lutte_fights(self, read: Reading) -> None:
        """« l'armée en lutte contre les rebelles »."""
        frame = read("L'armée en lutte contre les rebelles a reçu des renforts.").noun("lutte")
        assert frame["by"] == ["armée"]

    def test_adjectives_and_possessives_have_slots(self, read: Reading) -> None:
        """« les frappes russes », « leur offensive »."""
        assert read("Les frappes russes ont détruit une école.").noun("frappes")["adj"] == [
            "russes"
        ]
        assert read("Leur offensive a échoué.").noun("offensive")["poss"] == ["Leur"]


def test_of_a_land_behind_en_no_relative_clause_tells(read: Reading) -> None:
    """« la crise en Syrie qui menace … »: the crisis threatens, not Syria."""
    assert read("La crise en Syrie qui menace le Liban inquiète l'ONU.").verb("menace")[
        "subject"
    ] == ["crise"]
