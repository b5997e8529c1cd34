"""Lands among the actors of a text, by the real catalogue and the real gazetteer."""

from __future__ import annotations

from polybe import CodedDocument, Document, app
from polybe.model import ActorMention


def test_lands_are_found_in_the_words_of_actors_of_their_country() -> None:
    """« US officials » holds the land that they are of; « Moscow » lies where the town does."""
    text = "US officials met Moscow and the Georgia team."
    mentions = [
        ActorMention("a", 0, 12, "US officials", country="USA"),
        ActorMention("b", 17, 23, "Moscow", country="RUS"),
        ActorMention("c", 32, 44, "Georgia team", country="USA"),
    ]
    coded = CodedDocument(Document("1", text, language="en"), tuple(mentions), ())
    found = list(app.lands_of()(coded))
    assert [text[land.start : land.end] for land in found] == ["US", "Moscow"]
    moscow = found[1]
    assert (round(moscow.latitude or 0), round(moscow.longitude or 0)) == (56, 38)
