"""The words of a language by which places are known: `packs/<language>/sites.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..errors import CodebookError
from .packs import Entry, Packs, read_laid_over


class NamesEntry(Entry):
    """Words in, before and instead of a place's name."""

    ordinal_endings: list[str]
    particles: list[str]
    openers: list[str]
    prefixes: list[str]
    titles: list[str]
    not_towns: list[str]
    not_towns_of: list[str]
    never: list[str]


class CuesEntry(Entry):
    """Prepositions by what they are likely to stand before."""

    towns: list[str]
    lands: list[str]
    locative: list[str]


class QualifiersEntry(Entry):
    """Regular expressions for what stands before a name, ending where the name begins."""

    patterns: list[str]
    units: list[str]


class SmallWordsEntry(Entry):
    """Articles and prepositions that hold a place's noun and its name together."""

    of: list[str]
    elided: dict[str, str]
    articles: list[str]
    contracted: list[str]
    singular: list[str]
    pointing: list[str]
    between: list[str]
    whole: list[str]
    inside: list[str]
    links: list[str]
    joints: list[str]


class AreasEntry(Entry):
    """Words for parts of a country."""

    joined_by: str
    directions: list[str]
    frontiers: list[str]


class InSitesEntry(Entry):
    """Words that put something in a site."""

    prepositions: list[str]
    definite: list[str]
    idioms: list[str]


class PlaceWordsEntry(Entry):
    """The whole of `sites.toml`."""

    names: NamesEntry
    small: SmallWordsEntry
    cues: CuesEntry
    classes: dict[str, list[str]]
    qualifiers: QualifiersEntry
    areas: AreasEntry
    descriptions: dict[str, list[str]]
    sites: dict[str, list[str]]
    in_sites: InSitesEntry


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The place words of one language, ready to be asked.

    `classes` maps a noun to the precisions it speaks for (« ville » to `city`); `sites` maps a
    site noun, of one word or several, to its group (`site`, `doubtful`, `moving`, `district`,
    `admin1`); `descriptions` maps « pays » to `country`; `qualifier` matches at the end of the
    text before a name.  `ordinal_endings` make ordinals of Roman numerals (« XVe »), `joined_by`
    ties the two lands of a border.  The small words: `of` (« de »), `elided` ones with
    their full forms, `articles`, `contracted` (« au », which
    holds one), `singular` determiners, `pointing` ones, `between`, `whole` (« toute »), and
    `inside`, behind which even what moves is a place (« dans »); `links` tie a noun to a name; a
    name that `joints` tie to a word is no place.
    """

    ordinal_endings: frozenset[str]
    particles: frozenset[str]
    openers: frozenset[str]
    prefixes: frozenset[str]
    titles: frozenset[str]
    not_towns: frozenset[str]
    not_towns_of: frozenset[str]
    never: frozenset[str]
    towns: frozenset[str]
    lands: frozenset[str]
    locative: frozenset[str]
    of: frozenset[str]
    elided: dict[str, str]
    articles: frozenset[str]
    contracted: frozenset[str]
    singular: frozenset[str]
    pointing: frozenset[str]
    between: frozenset[str]
    whole: frozenset[str]
    inside: frozenset[str]
    links: frozenset[str]
    joints: frozenset[str]
    classes: dict[str, frozenset[str]]
    joined_by: str
    directions: frozenset[str]
    frontiers: frozenset[str]
    descriptions: dict[str, str]
    sites: dict[str, str]
    site_openers: frozenset[str]
    qualifier: re.Pattern[str]
    in_site: frozenset[str]
    definite: frozenset[str]
    idioms: frozenset[str]


def load_place_words(packs: Packs, language: str) -> PlaceWords:
    """Read `packs/<language>/sites.toml`; CodebookError names file and key.

    A later folder of packs adds its words to the earlier ones'.
    """
    entries = [read_laid_over(PlaceWordsEntry, packs, f"{language}/sites.toml")]
    names, cues = [e.names for e in entries], [e.cues for e in entries]
    small = [e.small for e in entries]
    elided = {short: full for s in small for short, full in s.elided.items()}
    groups = _by_word(e.sites for e in entries)
    sites = {_spelt_out(noun, elided): group for noun, group in groups.items()}
    return PlaceWords(
        ordinal_endings=_joined(n.ordinal_endings for n in names),
        particles=_joined(n.particles for n in names),
        openers=_joined(n.openers for n in names),
        prefixes=_joined(n.prefixes for n in names),
        titles=_joined(n.titles for n in names),
        not_towns=_joined(n.not_towns for n in names),
        not_towns_of=_joined(n.not_towns_of for n in names),
        never=_joined(n.never for n in names),
        towns=_joined(c.towns for c in cues),
        lands=_joined(c.lands for c in cues),
        locative=_joined(c.locative for c in cues),
        of=_joined(s.of for s in small),
        elided=elided,
        articles=_joined(s.articles for s in small),
        contracted=_joined(s.contracted for s in small),
        singular=_joined(s.singular for s in small),
        pointing=_joined(s.pointing for s in small),
        between=_joined(s.between for s in small),
        whole=_joined(s.whole for s in small),
        inside=_joined(s.inside for s in small),
        links=_joined(s.links for s in small),
        joints=_joined(s.joints for s in small),
        classes=_classes(entries),
        joined_by=entries[-1].areas.joined_by,
        directions=_joined(e.areas.directions for e in entries),
        frontiers=_joined(e.areas.frontiers for e in entries),
        descriptions=_by_word(e.descriptions for e in entries),
        sites=sites,
        site_openers=frozenset(noun.split()[0] for noun in sites),
        qualifier=_qualifier(entries, f"{language}/sites.toml"),
        in_site=_joined(e.in_sites.prepositions for e in entries),
        definite=_joined(e.in_sites.definite for e in entries),
        idioms=_joined(e.in_sites.idioms for e in entries),
    )


def _joined(lists: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset(word for words in lists for word in words)


def _by_word(groups: Iterable[dict[str, list[str]]]) -> dict[str, str]:
    return {word: group for table in groups for group, words in table.items() for word in words}


def _spelt_out(noun: str, elided: Mapping[str, str]) -> str:
    """« maison d'arrêt » as « maison de arrêt »: words apart, the elided one in full."""
    for short, full in elided.items():
        noun = re.sub(rf"\b{re.escape(short)}", f"{full} ", noun)
    return noun


def _classes(entries: Iterable[PlaceWordsEntry]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in entries:
        for precision, nouns in entry.classes.items():
            for noun in nouns:
                found.setdefault(noun, set()).add(precision)
    return {noun: frozenset(precisions) for noun, precisions in found.items()}


def _qualifier(entries: Iterable[PlaceWordsEntry], file: str) -> re.Pattern[str]:
    patterns: list[str] = []
    for entry in entries:
        units = "|".join(map(re.escape, sorted(entry.qualifiers.units, key=len, reverse=True)))
        distance = rf"\d[\d\s.,]*(?:{units})"
        patterns += [p.replace("{distance}", distance) for p in entry.qualifiers.patterns]
    try:
        return re.compile(rf"(?:^|(?<=\W))(?:{'|'.join(patterns)})(?:la |le |les |l['’])?$")
    except re.error as error:
        raise CodebookError(f"{file}: qualifiers.patterns: {error}") from error
