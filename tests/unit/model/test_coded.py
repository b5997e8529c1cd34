"""The coded document and its JSON form."""

from __future__ import annotations

import json

import pytest

from polybe.model import (
    KINDS,
    STATUSES,
    TYPES,
    ActorMention,
    CodedDocument,
    FigureMention,
    PlaceMention,
    TimeMention,
    type_of_mention,
)
from tests.made import coded, record


def test_json_and_back_is_the_same_document() -> None:
    """Every field comes back, through real JSON."""
    document = coded()
    assert CodedDocument.from_dict(json.loads(json.dumps(document.to_dict()))) == document


def test_nothing_is_left_out_of_the_json() -> None:
    """Fields not known are null, lists are lists; ids and kinds come first."""
    data = coded().to_dict()
    assert list(data) == ["document", "mentions", "reports"]
    assert data["document"]["outlet"] is None
    assert [list(m)[:2] for m in data["mentions"]] == [["id", "kind"]] * len(data["mentions"])
    keys = {tuple(report) for report in data["reports"]}
    assert len(keys) == 1
    assert {"content", "contexts", "time"} <= set(next(iter(keys)))


def test_unknown_keys_are_ignored_and_missing_ones_are_none() -> None:
    """A file of another version can be read."""
    data = record()
    data["mentions"][0]["colour"] = "red"
    data["reports"][0]["weight"] = 3
    del data["mentions"][0]["country"]
    assert coded(data).mention("a0") == ActorMention(
        "a0", 18, 25, "l'armée", name="Army of Norland", sector="MIL"
    )


@pytest.mark.parametrize("key", ["text", "id"])
def test_a_document_without_its_text_is_refused(key: str) -> None:
    """What it cannot be without is missed, not made up."""
    data = record()
    del data["document"][key]
    with pytest.raises((KeyError, TypeError), match=key):
        CodedDocument.from_dict(data)


def test_mentions_are_found_by_id() -> None:
    """Any kind of mention, and an id that none bears is an error."""
    document = coded()
    found = [type(document.mention(i)) for i in ("a0", "p0", "t1", "f1")]
    assert found == [ActorMention, PlaceMention, TimeMention, FigureMention]
    assert [type_of_mention[kind] for kind in found] == ["actor", "place", "time", "figure"]
    with pytest.raises(KeyError, match="x9"):
        document.mention("x9")


def test_kinds_statuses_and_types_are_those_of_the_contract() -> None:
    """Six kinds and six statuses; every kind but the event has its types here."""
    assert set(TYPES) == set(KINDS) - {"event"}
    assert len(KINDS) == len(STATUSES) == 6
