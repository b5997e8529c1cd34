"""The standing of a fact: told as actual, alleged, planned, sought, hypothetical or denied."""

from __future__ import annotations

import pytest

from polybe.coding.stance import stronger
from polybe.model import STATUSES
from tests.readings import Coding


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        pytest.param(sentence, trigger, status, id=rule)
        for rule, sentence, trigger, status in [
            ("perfect", "L'armée syrienne a bombardé Alep.", "bombardé", "actual"),
            ("hearsay conditional", "L'armée aurait bombardé un hôpital.", "bombardé", "alleged"),
            ("bare conditional", "L'armée attaquerait la ville.", "attaquerait", "alleged"),
            (
                "conditional with an if-clause",
                "L'armée attaquerait la ville si les rebelles refusaient.",
                "attaquerait",
                "hypothetical",
            ),
            (
                "future seen from the past",
                "Le président a dit que l'armée attaquerait la ville.",
                "attaquerait",
                "planned",
            ),
            (
                "negated if-clause",
                "Si les rebelles ne quittent pas la ville, l'armée attaquera la caserne.",
                "quittent",
                "hypothetical",
            ),
            (
                "future with an if-clause",
                "L'armée attaquera la caserne si les rebelles refusent de partir.",
                "attaquera",
                "hypothetical",
            ),
            (
                "verb of intent",
                "L'armée entend attaquer la ville.",
                "attaquer",
                "planned",
            ),
            ("future", "L'armée bombardera Alep et Homs.", "bombardera", "planned"),
            ("near future", "L'armée va attaquer la ville.", "attaquer", "planned"),
            ("duty", "L'armée doit quitter la ville.", "quitter", "planned"),
            ("verb of planning", "L'armée prévoit d'attaquer Alep.", "attaquer", "planned"),
            ("verb of trying", "L'armée a tenté de prendre la ville.", "prendre", "sought"),
            (
                "aim after pour",
                "L'armée a envoyé des renforts pour libérer la ville.",
                "libérer",
                "sought",
            ),
            ("possibility", "L'armée pourrait attaquer la ville.", "attaquer", "hypothetical"),
            (
                "if-clause",
                "Si les rebelles attaquent la ville, l'armée ripostera.",
                "attaquent",
                "hypothetical",
            ),
            (
                "object of fear",
                "Le ministre craint une attaque des rebelles.",
                "attaque",
                "hypothetical",
            ),
            ("noun of risk", "Le risque d'une attaque grandit.", "attaque", "hypothetical"),
            ("negation", "L'armée n'a pas bombardé la ville.", "bombardé", "denied"),
            (
                "sans",
                "L'armée s'est retirée sans attaquer le village.",
                "attaquer",
                "denied",
            ),
            (
                "denial",
                "Le ministre a démenti que l'armée ait bombardé un hôpital.",
                "bombardé",
                "denied",
            ),
            (
                "own denial",
                "Les rebelles nient avoir attaqué la caserne.",
                "attaqué",
                "denied",
            ),
            (
                "ne que restricts",
                "L'armée n'a bombardé que la caserne.",
                "bombardé",
                "actual",
            ),
            (
                "adjective of hearsay",
                "Une attaque présumée a tué deux soldats.",
                "attaque",
                "alleged",
            ),
            (
                "charge",
                "La Russie accuse les rebelles d'avoir bombardé une école.",
                "bombardé",
                "alleged",
            ),
        ]
    ],
)
def test_status(coded: Coding, sentence: str, trigger: str, status: str) -> None:
    """Mood, negation and the words above a deed give it its standing."""
    assert {f.status for f in coded(sentence).facts if f.trigger == trigger} == {status}


def test_status_is_of_the_deed_not_of_its_neighbour(coded: Coding) -> None:
    """Under « pour » only the aim is sought; « des renforts » have been sent."""
    facts = coded("L'armée a envoyé des renforts pour libérer la ville.").facts
    assert {f.trigger: f.status for f in facts}["envoyé"] == "actual"


def test_an_attack_that_has_hit_its_aim_is_actual(coded: Coding) -> None:
    """« Une attaque … a visé la caserne » has taken place."""
    text = coded("Une attaque menée par les rebelles a visé la caserne.")
    assert text.fact("ASSAULT").status == "actual"


def test_peut_etre_makes_a_deed_hypothetical(coded: Coding) -> None:
    """« a peut-être bombardé »."""
    text = coded("L'armée a peut-être bombardé un hôpital.")
    assert text.fact("ASSAULT").status == "hypothetical"


@pytest.mark.xfail(strict=True, reason="« aura lieu » does not carry its subject's standing")
def test_what_will_take_place_is_planned(coded: Coding) -> None:
    """« La réunion aura lieu »."""
    text = coded("La réunion aura lieu mardi à Genève.")
    assert text.fact("CONSULT").status == "planned"


@pytest.mark.parametrize("first", STATUSES)
@pytest.mark.parametrize("second", STATUSES)
def test_stronger_is_one_of_the_two_whichever_comes_first(first: str, second: str) -> None:
    """Two tellings of one fact: the further from plain fact stands, in either order."""
    assert stronger(first, second) == stronger(second, first)
    assert stronger(first, second) in (first, second)
    assert stronger(first, "actual") == first
