"""Copies of a dispatch are told by their text, articles on one matter are not."""

from __future__ import annotations

from polybe.account.copies import are_copies, likeness, signature_of

DISPATCH = """Au moins quatorze personnes ont été tuées mardi dans l'explosion d'une voiture piégée
devant le marché couvert de la ville, a indiqué le gouverneur de la province à la presse. Une
trentaine de blessés ont été transportés vers l'hôpital régional, où les médecins manquent de
sang. L'attaque n'a pas été revendiquée. Dans un communiqué, le gouvernement a promis de retrouver
les coupables et décrété trois jours de deuil dans tout le pays."""

TOUCHED_UP = """Quatorze morts dans un attentat à la voiture piégée
Au moins quatorze personnes ont été tuées mardi dans l'explosion d'une voiture piégée
devant le marché couvert de la ville, a annoncé le gouverneur de la province. Une
trentaine de blessés ont été transportés vers l'hôpital régional, où les médecins manquent de
sang. L'attaque n'a pas été revendiquée."""

APART = """Une voiture bourrée d'explosifs a sauté mardi matin à l'entrée du marché couvert : le
bilan, encore provisoire, s'élève à quatorze morts et une trentaine de blessés, selon le
gouverneur. Les autorités ont décrété un deuil de trois jours, et l'hôpital lance un appel aux dons
de sang."""


def test_a_dispatch_touched_up_is_a_copy() -> None:
    """A new title, a sentence cut, a verb changed: still one source."""
    assert are_copies(signature_of(DISPATCH), signature_of(TOUCHED_UP))


def test_an_article_of_its_own_on_the_same_matter_is_none() -> None:
    """The same facts in other words are another source."""
    assert not are_copies(signature_of(DISPATCH), signature_of(APART))


def test_texts_too_short_to_tell_are_no_copies() -> None:
    """Two words are no dispatch, and are like nothing, not even themselves."""
    assert likeness(signature_of("Deux mots"), signature_of("Deux mots")) == 0.0
