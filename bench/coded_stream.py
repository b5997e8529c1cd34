"""Coded documents without end, made by varying coded articles: for measuring a store.

Every story happens in a place and on a day of its own and is told by one to eight documents of
several outlets on that day and the two after it, with counts of their own; some are copies of one
dispatch.  Days pass as the stream goes on, so that a store twice as large covers twice as long.
Names of places and of actors that the catalogue lacks are other names in each story, and words that
no mention or report holds are other words in each dispatch, always of the same length: offsets stay
right, and two documents share a text, a place or a person only where they are meant to.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from polybe import CodedDocument

A_DAY = 300
"""Documents published on a day."""

FIRST_DAY = date(2015, 1, 1)
OUTLETS = [f"Journal {number}" for number in range(60)]
PLACES = 400
"""Places that each place of the samples is varied to."""

REPORTS = 10
"""Reports of a document: what a dispatch of some sentences tells."""

LANDS = 40
"""Parts of the world in which the samples are told again, with their own countries and actors."""

_WORD = re.compile(r"[a-zà-ÿ]{2,}")
_NAME = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]{2,}")


def vary(samples: Sequence[CodedDocument], length: int, seed: int = 1) -> Iterator[CodedDocument]:
    """So many coded documents; the same call gives the same documents."""
    originals = [_dispatch(sample.to_dict()) for sample in samples]
    chance = random.Random(seed)
    made = 0
    while made < length:
        original = chance.choice(originals)
        moved = chance.randrange(PLACES)
        day = FIRST_DAY + timedelta(days=made // A_DAY)
        dispatch = chance.getrandbits(32)
        for teller in range(min(chance.choice((1, 1, 2, 3, 5, 8)), length - made)):
            words = dispatch if chance.random() < 0.3 else chance.getrandbits(32)
            published = day + timedelta(days=min(teller // 3, 2))
            record = _varied(original, made, moved, published, words, chance)
            yield CodedDocument.from_dict(record)
            made += 1


def _dispatch(record: dict[str, Any]) -> dict[str, Any]:
    """The beginning of an article, as long as a dispatch: its first reports and what they name."""
    reports = sorted(record["reports"], key=lambda r: r["trigger"]["start"])[:REPORTS]
    last = max(r["trigger"]["end"] for r in reports)
    contents = [r["content"]["end"] for r in reports if r["content"]]
    end = record["document"]["text"].find("\n", max(last, *contents, 0))
    text = record["document"]["text"][: end if end >= 0 else None]
    mentions = [m for m in record["mentions"] if m["end"] <= len(text)]
    kept = {m["id"] for m in mentions}
    for report in reports:
        for slot in ("actors", "recipients", "places", "figures", "sources"):
            report[slot] = [each for each in report[slot] if each in kept]
        report["time"] = report["time"] if report["time"] in kept else None
    for mention in mentions:
        if mention.get("antecedent") not in kept:
            mention.pop("antecedent", None)
    return {
        "document": {**record["document"], "text": text},
        "mentions": mentions,
        "reports": reports,
    }


def _varied(
    original: dict[str, Any],
    number: int,
    moved: int,
    published: date,
    words: int,
    chance: random.Random,
) -> dict[str, Any]:
    record = copy.deepcopy(original)
    document = record["document"]
    old = date.fromisoformat(str(document["published"])[:10])
    shift = published - old
    document["id"] = f"d{number:07d}"
    document["url"] = f"https://exemple.org/{number}"
    document["outlet"] = chance.choice(OUTLETS)
    document["published"] = published.isoformat()
    for mention in record["mentions"]:
        if mention["kind"] == "place":
            _move(mention, moved)
        elif mention["kind"] == "time":
            _shift(mention, shift)
        elif mention["kind"] == "figure":
            _recount(mention, chance)
        else:
            _recast(mention, moved)
        if mention.get("country"):
            mention["country"] = f"{mention['country'][0]}{moved % LANDS:02d}"
    _rename(record, moved)
    _put_in_other_letters(record, random.Random(words))
    for report in record["reports"]:
        report["id"] = f"{report['id']}n{number}"
    return record


def _move(mention: dict[str, Any], moved: int) -> None:
    if mention["precision"] in {"country", "region"}:
        return
    mention["name"] = f"{mention['name']} {moved}"
    if mention["latitude"] is None:
        return
    mention["geonames"] = (mention["geonames"] or 10_000_000) * 1000 + moved
    mention["latitude"] = round(mention["latitude"] + moved % 20 * 0.3, 4)
    mention["longitude"] = round(mention["longitude"] + moved // 20 * 0.3, 4)
    if mention["admin1"]:
        mention["admin1"] = f"{mention['admin1']} {moved % 20}"


def _recast(mention: dict[str, Any], moved: int) -> None:
    """An actor of the story's own part of the world."""
    if mention["actor"]:
        mention["actor"] = f"{mention['actor']}-{moved % LANDS}"
    if mention["name"]:
        mention["name"] = f"{mention['name']} {moved % LANDS if mention['actor'] else moved}"


def _shift(mention: dict[str, Any], shift: timedelta) -> None:
    for key in ("earliest", "latest"):
        if mention[key]:
            mention[key] = (date.fromisoformat(mention[key][:10]) + shift).isoformat()
    if mention["value"] and mention["earliest"] == mention["latest"] is not None:
        mention["value"] = mention["earliest"]


def _recount(mention: dict[str, Any], chance: random.Random) -> None:
    if mention["unit"] == "persons" and chance.random() < 0.5:
        factor = chance.choice((0.7, 0.9, 1.2, 1.5))
        for key in ("low", "best", "high"):
            if mention[key] is not None:
                mention[key] = float(max(1, round(mention[key] * factor)))


def _rename(record: dict[str, Any], moved: int) -> None:
    """Other names for the places that were moved and for the actors that have one of their own."""
    text = record["document"]["text"]
    for mention in record["mentions"]:
        start, end = mention["start"], mention["end"]
        if mention["kind"] == "place" or (mention["kind"] == "actor" and not mention["actor"]):
            text = (
                text[:start] + _NAME.sub(partial(_other_name, moved), text[start:end]) + text[end:]
            )
    _set_text(record, text)


def _other_name(moved: int, name: re.Match[str]) -> str:
    """The name that stands for a name wherever a story is moved to that place."""
    return _word(random.Random(f"{name.group()}{moved}"), len(name.group())).title()


def _put_in_other_letters(record: dict[str, Any], chance: random.Random) -> None:
    """Other words for all that is not named or told."""
    text = record["document"]["text"]
    kept = [(m["start"], m["end"]) for m in record["mentions"]]
    kept += [(r["trigger"]["start"], r["trigger"]["end"]) for r in record["reports"]]
    parts, done = [], 0
    for word in _WORD.finditer(text):
        if not any(start < word.end() and word.start() < end for start, end in kept):
            parts += [text[done : word.start()], _word(chance, len(word.group()))]
            done = word.end()
    _set_text(record, "".join((*parts, text[done:])))


def _set_text(record: dict[str, Any], text: str) -> None:
    """Give a document another text of the same length, and every span the words that it now has."""
    record["document"]["text"] = text
    record["document"]["title"] = text.partition("\n")[0]
    spans = [*record["mentions"], *(r["trigger"] for r in record["reports"])]
    spans += [r["content"] for r in record["reports"] if r["content"]]
    for span in spans:
        span["text"] = text[span["start"] : span["end"]]


def _word(chance: random.Random, length: int) -> str:
    return "".join(chance.choice("bdgklmnrst" if i % 2 else "aeiou") for i in range(length))
