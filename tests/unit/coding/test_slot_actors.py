"""Things that stand for whose they are: arms that strike, posts and policies that are struck at."""

from __future__ import annotations

import pytest

from tests.readings import Coding


class TestOwners:
    """Whose a thing is takes part in its place."""

    @pytest.mark.parametrize(
        ("text", "actors"),
        [
            ("Des drones ukrainiens ont frappé Moscou.", ("ukrainiens",)),
            ("Les chars de l'armée syrienne ont bombardé Alep.", ("l'armée syrienne",)),
            ("Un missile russe a touché un immeuble à Kharkiv.", ("russe",)),
        ],
    )
    def test_the_owner_of_arms_acts(
        self, coded: Coding, text: str, actors: tuple[str, ...]
    ) -> None:
        """Arms are no actor; who has them is."""
        assert coded(text).fact("ASSAULT").actors == actors

    @pytest.mark.parametrize(
        ("text", "kind", "recipients"),
        [
            ("L'armée a bombardé des positions rebelles à Alep.", "ASSAULT", ("rebelles",)),
            ("L'armée a mené une frappe contre un convoi de l'ONU.", "ASSAULT", ("ONU",)),
            ("Israël a frappé une base iranienne en Syrie.", "ASSAULT", ("iranienne",)),
            ("Les étudiants ont manifesté contre la politique russe.", "PROTEST", ("russe",)),
        ],
    )
    def test_the_owner_of_what_is_struck_at_is_the_recipient(
        self, coded: Coding, text: str, kind: str, recipients: tuple[str, ...]
    ) -> None:
        """« des positions rebelles » are the rebels, as far as the blow goes."""
        assert coded(text).fact(kind).recipients == recipients

    def test_a_land_is_no_owner_of_its_towns(self, coded: Coding) -> None:
        """« un village syrien » tells where, not whose."""
        assert coded("L'armée a bombardé un village syrien.").fact("ASSAULT").recipients == ()
