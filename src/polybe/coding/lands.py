"""Countries and capitals by a country's code: what « le pays », « la capitale » come down to."""

from __future__ import annotations

from collections.abc import Mapping

from ..codebook.catalogue import StateEntry
from ..model import Place
from .places import PlaceIndex


class Lands:
    """The states of the catalogue as places of the gazetteer."""

    __slots__ = ("_gazetteer", "_states")

    def __init__(self, gazetteer: PlaceIndex, states: Mapping[str, StateEntry]) -> None:
        """`states` by alpha-3 code, as the catalogue has them."""
        self._gazetteer, self._states = gazetteer, states

    def country(self, code: str | None) -> Place | None:
        """The country of a code; None when the catalogue or the gazetteer lacks it."""
        state = self._states.get(code or "")
        return self._find(state.name, "country", state.id) if state else None

    def capital(self, code: str | None) -> Place | None:
        """The capital of a country; None when the catalogue or the gazetteer lacks it."""
        state = self._states.get(code or "")
        return self._find(state.capital, "city", state.id) if state and state.capital else None

    def _find(self, name: str, precision: str, country: str) -> Place | None:
        for place in self._gazetteer.find(name):
            if place.precision == precision and place.country == country:
                return place
        return None
