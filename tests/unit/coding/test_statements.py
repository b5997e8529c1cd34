"""Who said what, and who vouches for which fact."""

from __future__ import annotations

import pytest

from tests.readings import Coding


class TestStatements:
    """Verbs of saying with their speaker and content."""

    def test_a_clause_after_que_is_an_indirect_statement(self, coded: Coding) -> None:
        """The content is the clause without « que », and its facts have the speaker as source."""
        text = coded("Le ministre a affirmé que l'armée avait repris la ville.")
        statement = text.fact("statement/INDIRECT")
        assert statement.actors == ("Le ministre",)
        assert statement.content == "l'armée avait repris la ville"
        assert text.fact("control/GAINS").sources == ("Le ministre",)

    def test_inversion_names_the_speaker_of_the_words_before(self, coded: Coding) -> None:
        """« … », a-t-il déclaré: direct, the pronoun speaks, the content has no signs."""
        text = coded(
            "Le ministre a quitté Gao.",
            "« Nous allons reprendre la ville aux rebelles », a-t-il déclaré.",
        )
        statement = text.fact("statement/DIRECT")
        assert statement.actors == ("il",)
        assert statement.content == "Nous allons reprendre la ville aux rebelles"
        assert text.fact("control/GAINS").sources == ("il",)

    def test_a_quote_that_runs_on_is_a_statement_a_sentence(self, coded: Coding) -> None:
        """Both sentences of a quote before « a déclaré » are the speaker's, with their facts."""
        text = coded(
            "« Les rebelles ont attaqué la caserne.",
            "Deux soldats ont été tués », a déclaré le ministre.",
        )
        said = [f for f in text.facts if f.code == "statement/DIRECT"]
        assert [f.actors for f in said] == [("le ministre",)] * 2
        assert {(f.content or "").rstrip(".") for f in said} == {
            "Les rebelles ont attaqué la caserne",
            "Deux soldats ont été tués",
        }
        assert text.fact("ASSAULT").sources == ("le ministre",)
        assert text.fact("toll/KILLED").sources == ("le ministre",)

    def test_a_quote_after_a_colon_runs_on_as_well(self, coded: Coding) -> None:
        """« Le ministre a dit : « … . … » »: two statements, « nous » are his."""
        text = coded("Le ministre a dit : « Nous quitterons Gao.", "Nos soldats rentreront. »")
        said = [f for f in text.facts if f.code == "statement/DIRECT"]
        assert [f.actors for f in said] == [("Le ministre",)] * 2
        assert text.fact("RETREAT").status == "planned"
        assert text.fact("RETREAT").sources == ("Le ministre",)

    def test_a_quote_with_nothing_to_say_whose_it_is_goes_on(self, coded: Coding) -> None:
        """Quoted sentences after « X a démenti … » are X's, one statement each."""
        text = coded(
            "Le ministre de la Défense a démenti ces accusations.",
            "« C'est une calomnie montée de toutes pièces.",
            "Nos soldats n'ont pas quitté leur caserne. »",
        )
        said = [f for f in text.facts if f.code == "statement/DIRECT"]
        assert [f.trigger for f in said] == ["C'", "Nos"]
        assert {f.actors for f in said} == {("Le ministre de la Défense",)}

    def test_a_quote_begun_in_a_clause_runs_on_with_its_subject(self, coded: Coding) -> None:
        """« X dénonce un « scandale. On nous … » »: only the sentence after is a statement."""
        text = coded(
            "Le général Martin a dénoncé un « scandale sans précédent.",
            "On nous cache la vérité. »",
        )
        said = text.fact("statement/DIRECT")
        assert (said.trigger, said.actors) == ("On", ("Le général",))

    def test_a_quote_after_selon_runs_on_with_its_source(self, coded: Coding) -> None:
        """« Selon X, « … . … » »: X vouches for the first sentence and says the second."""
        text = coded(
            "Selon le général Martin, « la colonne a été détruite.",
            "Deux véhicules ont brûlé. »",
        )
        said = text.fact("statement/DIRECT")
        assert (said.trigger, said.content) == ("Deux", "Deux véhicules ont brûlé")

    def test_whoever_declares_is_somebody(self, coded: Coding) -> None:
        """« La centrale affirme que »: any noun speaks; what only shows does not."""
        assert coded("La centrale affirme que le mur tient.").fact("statement/INDIRECT").actors == (
            "La centrale",
        )
        assert not coded("La courbe indique que le mur tient.").facts

    def test_she_who_speaks_need_not_be_known(self, coded: Coding) -> None:
        """« Elle explique que » with nobody named before: the pronoun is the speaker."""
        said = coded("Elle explique que le mur tient.").fact("statement/INDIRECT")
        assert said.actors == ("Elle",)

    def test_an_infinitive_tells_what_is_said(self, coded: Coding) -> None:
        """« affirme vouloir quitter »: what is affirmed is the infinitive."""
        said = coded("Le ministre affirme vouloir quitter la ville.").fact("statement/INDIRECT")
        assert said.content == "vouloir quitter la ville"

    def test_a_participle_of_saying_goes_with_the_clause_of_saying(self, coded: Coding) -> None:
        """« « Nous … », dit le ministre, ajoutant que »: the minister adds, « nous » do not."""
        text = coded("« Nous avons vu le mur », dit le ministre, ajoutant que le mur tient.")
        said = [f for f in text.facts if f.trigger == "ajoutant"]
        assert [f.actors for f in said] == [("le ministre",)]

    def test_behind_a_text_stands_its_author(self, coded: Coding) -> None:
        """« selon un bilan établi par l'armée »: the army vouches for it."""
        text = coded("Selon un bilan établi par l'armée, dix soldats ont été tués.")
        assert text.fact("toll/KILLED").sources == ("l'armée",)

    def test_what_hangs_on_the_source_is_not_on_its_word(self, coded: Coding) -> None:
        """« …, selon le ministre, qui a quitté Gao »: he vouches for the clause before him."""
        text = coded("Les rebelles ont tué dix soldats, selon le ministre, qui a quitté Gao.")
        assert text.fact("toll/KILLED").sources == ("le ministre",)
        assert text.fact("RETREAT").sources == ()

    def test_what_one_person_thinks_has_been_told(self, coded: Coding) -> None:
        """« X pense que » is a statement of X's; of what many think nobody is the speaker."""
        said = coded("Le ministre pense que le mur tient.").fact("statement/INDIRECT")
        assert said.actors == ("Le ministre",)
        assert not coded("Les habitants pensent que le mur tient.").facts

    def test_any_verb_after_a_quote_tells_who_speaks(self, coded: Coding) -> None:
        """« … », s'indigne X: the codebook need not know the verb."""
        said = coded("« Le mur ne tient plus depuis hier », bougonne le ministre.").facts
        assert [(f.code, f.actors) for f in said] == [("statement/DIRECT", ("le ministre",))]

    def test_a_clause_put_into_a_quote_tells_who_speaks(self, coded: Coding) -> None:
        """« « Le mur, dit le ministre, tient » »: the minister says what is quoted."""
        said = coded("« Pour moi, dit le ministre, le mur tient encore. »").fact("statement/DIRECT")
        assert (said.trigger, said.actors) == ("dit", ("le ministre",))

    def test_a_clause_of_comparison_says_what_it_is_set_to(self, coded: Coding) -> None:
        """« Comme le souligne X, le mur … »: X says that the wall holds."""
        said = coded("Comme le souligne le ministre, le mur tient encore.").fact(
            "statement/INDIRECT"
        )
        assert (said.actors, said.content) == (("le ministre",), "le mur tient encore")

    def test_a_denial_is_a_statement_of_what_is_denied(self, coded: Coding) -> None:
        """« a démenti que … »: the minister says; the fact inside is denied on his word."""
        text = coded("Le ministre a démenti que l'armée ait bombardé un hôpital.")
        assert text.fact("statement/INDIRECT").status == "actual"
        shelling = text.fact("ASSAULT")
        assert (shelling.status, shelling.sources) == ("denied", ("Le ministre",))

    def test_an_infinitive_is_what_is_said(self, coded: Coding) -> None:
        """« a dit vouloir négocier »."""
        text = coded("Le ministre a dit vouloir négocier.")
        assert text.fact("statement/INDIRECT").content == "vouloir négocier"

    def test_verbs_of_saying_with_nothing_said_are_none(self, coded: Coding) -> None:
        """« Le ministre s'est exprimé mardi » tells no statement."""
        assert coded("Le ministre s'est exprimé mardi.").codes == []

    def test_a_pronoun_that_stands_for_nobody_says_nothing(self, coded: Coding) -> None:
        """« a-t-il déclaré » with nobody named before gives no statement without a speaker."""
        text = coded("« Nous allons reprendre la ville aux rebelles », a-t-il déclaré.")
        assert [f for f in text.facts if f.code.startswith("statement") and not f.actors] == []

    def test_a_spokesman_speaks(self, coded: Coding) -> None:
        """« Le porte-parole a déclaré : « … » »."""
        text = coded("Le porte-parole a déclaré : « L'armée tient toute la ville. »")
        assert text.fact("statement/DIRECT").actors == ("Le porte-parole",)

    @pytest.mark.xfail(strict=True, reason="an inserted verb of saying takes what is before it")
    def test_an_inserted_verb_of_saying_vouches_for_its_sentence(self, coded: Coding) -> None:
        """« Les rebelles, a-t-il ajouté, ont quitté Gao »: on his word."""
        text = coded("Le ministre a quitté Gao.", "Les rebelles, a-t-il ajouté, ont quitté Gao.")
        flight = next(f for f in text.facts if f.actors == ("Les rebelles",))
        assert flight.sources == ("il",)


class TestCues:
    """« selon X » and its like."""

    @pytest.mark.parametrize(
        ("sentence", "code", "source"),
        [
            ("Selon l'ONU, l'armée a bombardé un hôpital.", "ASSAULT", "ONU"),
            ("L'armée a bombardé un hôpital, selon les rebelles.", "ASSAULT", "les rebelles"),
            ("Les rebelles, selon l'ONU, ont tué dix civils.", "toll/KILLED", "ONU"),
            ("D'après le ministre, les rebelles ont quitté Gao.", "RETREAT", "le ministre"),
            ("Selon une ONG, dix civils ont été tués à Alep.", "toll/KILLED", "une ONG"),
        ],
    )
    def test_a_cue_gives_the_source(
        self, coded: Coding, sentence: str, code: str, source: str
    ) -> None:
        """Before, behind or inside the clause; the fact stays actual, and is no statement."""
        text = coded(sentence)
        fact = text.fact(code)
        assert (fact.sources, fact.status) == ((source,), "actual")
        assert not [c for c in text.codes if c.startswith("statement")]

    def test_the_outlets_own_voice_has_no_source(self, coded: Coding) -> None:
        """A plain sentence after one on somebody's word is told by the outlet again."""
        text = coded(
            "Selon l'ONU, l'armée a bombardé un hôpital.", "Des combats ont éclaté en Syrie."
        )
        fights = next(f for f in text.facts if f.trigger == "combats")
        assert fights.sources == ()


class TestCharges:
    """Charges, demands, promises and threats keep their content apart."""

    def test_a_charge_makes_its_content_alleged_on_the_accusers_word(self, coded: Coding) -> None:
        """« accuse les rebelles d'avoir bombardé »: two facts, the second alleged."""
        text = coded("La Russie accuse les rebelles d'avoir bombardé une école.")
        charge, deed = text.fact("ACCUSE"), text.fact("ASSAULT")
        assert (charge.actors, charge.recipients) == (("Russie",), ("les rebelles",))
        assert charge.status == "actual"
        assert charge.content == "avoir bombardé une école"
        assert (deed.actors, deed.status) == (("les rebelles",), "alleged")
        assert deed.sources == ("Russie",)

    @pytest.mark.parametrize(
        ("sentence", "code"),
        [
            ("La France demande le retrait des troupes russes.", "REQUEST"),
            ("L'ONU exhorte les rebelles à libérer les otages.", "REQUEST"),
            ("La France a promis de livrer des armes à l'Ukraine.", "AGREE"),
            ("Les rebelles ont menacé de tuer les otages.", "THREATEN"),
            ("L'armée a refusé d'attaquer le village.", "REJECT"),
        ],
    )
    def test_what_is_asked_promised_or_threatened_is_no_fact(
        self, coded: Coding, sentence: str, code: str
    ) -> None:
        """One report, actual, whose content tells the deed that has not happened."""
        text = coded(sentence)
        assert text.codes == [code]
        assert text.fact(code).status == "actual"
        assert text.fact(code).content
