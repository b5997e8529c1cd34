"""What the coder must know of a language beside its predicates."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import Field, field_validator

from ..errors import CodebookError
from ..model.mentions import SECTORS
from .folding import fold, fold_words
from .packs import Entry, Name, Packs, read_entries, read_laid_over


class StanceEntry(Entry):
    """Words by which a text sets the standing of what it tells."""

    negations: list[str]
    negative_fillers: list[str]
    without: list[str]
    conditionals: list[str]
    conditional_phrases: list[str]
    purposes: list[str]
    sought_verbs: list[str]
    planned_verbs: list[str]
    hypothetical_verbs: list[str]
    denied_verbs: list[str]
    actual_verbs: list[str]
    modal_planned: list[str]
    modal_possible: list[str]
    sought_nouns: list[str]
    planned_nouns: list[str]
    hypothetical_nouns: list[str]
    alleged_words: list[str]
    hypothetical_words: list[str]
    planned_words: list[str]
    hypothetical_adverbs: list[str]
    alleged_adverbs: list[str]
    hypothetical_adjectives: list[str]
    planned_adjectives: list[str]
    before: list[str]
    alleged_passives: list[str]


class AttributionEntry(Entry):
    """Words that cue who says so, and signs of quotation."""

    cues: list[str]
    quote_pairs: list[list[str]]


class RelationsEntry(Entry):
    """The relations that grammar asks for by name, and the prepositions that tell each.

    A preposition that is under none goes by its own words.
    """

    of: list[str]
    by: list[str]
    to: list[str]
    with_: list[str] = Field(alias="with")
    against: list[str]
    towards: list[str]
    between: list[str]
    on: list[str]
    in_: list[str] = Field(alias="in")
    for_: list[str] = Field(alias="for")
    targeting: list[str]


class GrammarEntry(Entry):
    """Small closed classes and the verbs with a grammar of their own."""

    contractions: dict[str, str]
    clitic_joints: list[str]
    contracted_articles: list[str]
    partitive_articles: list[str]
    degrees: list[str]
    relative_pronouns: list[str]
    relative_words: list[str]
    clause_openers: list[str]
    reflexive_pronouns: list[str]
    reflexive_passives: list[str]
    reflexive_datives: list[str]
    finite_endings: list[str]
    twin_endings: list[str]
    having_verbs: list[str]
    having_words: list[str]
    infinitive_marks: list[str]
    infinitive_endings: list[str]
    object_control: list[str]
    light_verbs: list[str]
    intransitive_participles: list[str]
    phase_nouns: list[str]
    account_nouns: list[str]
    time_nouns: list[str]
    sentence_openers: list[str]
    de_verbs: list[str]
    regional_adjectives: list[str]
    relational_nouns: list[str]
    realms: list[str]
    stative_verbs: list[str]
    ending_nouns: list[str]
    agent_endings: list[str]
    deed_endings: list[str]
    feminine_names: list[str]
    civil_titles: list[str]
    announcing_verbs: list[str]
    impersonal_verbs: list[str]
    denying_verbs: list[str]
    finding_verbs: list[str]
    accepting_verbs: list[str]
    believing_verbs: list[str]
    declaring_verbs: list[str]
    purposive_participles: list[str]
    suffering_nouns: list[str]
    suffering_verbs: list[str]
    aiming_verbs: list[str]
    toll_verbs: list[str]
    occurring_verbs: list[str]
    gathering_verbs: list[str]
    pronouns_third: list[str]
    pronouns_back: list[str]
    pronouns_speaker: list[str]
    pronouns_subject: list[str]
    pronouns_plural: list[str]
    pronouns_singular: list[str]
    pronouns_feminine: list[str]
    pronouns_masculine: list[str]
    pronouns_genderless: list[str]
    pronouns_indefinite: list[str]
    pronouns_general: list[str]
    pronouns_empty: list[str]
    pronouns_neuter: list[str]
    pronouns_adverbial: list[str]
    one_words: list[str]
    people_words: list[str]
    naming_verbs: list[str]
    possessives: list[str]
    possessives_speaker: list[str]
    possessives_plural: list[str]
    that_words: list[str]
    relative_places: list[str]
    postpositions: list[str]
    locative_prepositions: list[str]
    whole_prepositions: list[str]
    spoken_at_prepositions: list[str]
    holding_prepositions: list[str]
    ground_prepositions: list[str]
    put_there_prepositions: list[str]
    side_prepositions: list[str]
    acting_prepositions: list[str]
    reference_prepositions: list[str]
    measuring_words: list[str]
    opening_words: list[str]
    addressing_prepositions: list[str]
    agent_prepositions: list[str]
    after_words: list[str]
    since_words: list[str]
    and_words: list[str]
    pointing_determiners: list[str]
    comparison_prepositions: list[str]
    including: list[str]
    part_words: list[str]
    nobody_words: list[str]
    hearsay_forms: list[str]
    insertion_words: list[str]
    opposing_verbs: list[str]
    ungrounded_words: list[str]
    bare_conditionals: list[str]
    adjective_endings: list[str]
    masculine_titles: list[str]
    feminine_titles: list[str]
    name_links: list[str]
    negating_prefixes: list[str]
    signposts: list[str]
    idioms: list[str]
    transparent_nouns: list[str]


class RoleEntry(Entry):
    """Nouns that name actors by what they are.

    `country` tells where the country comes from: `setting` (adjective, complement, else the
    article's), `complement` (adjective or complement only), `none`, or is the code of the one
    country or kind of body there is (« souverain pontife »).  `name` may hold
    `{country}`, `{noun}` (the noun found) and `{phrase}` (all of it).  `body` marks nouns of
    which a country has one.  `office` joins a title to the office holders of the catalogue.
    `thing` marks nouns that mean a thing or a place as often (« pays », « camp », « mort »): actors
    only where a report needs them.  `gender` keeps a noun to one (« le mort », not « la mort »).
    """

    nouns: list[Name]
    sector: str
    name: str = Field(pattern=r"^([^{}]|\{(country|noun|phrase)\})*$")
    country: str = Field("setting", pattern=r"^(setting|complement|none|[A-Z]{3})$")
    body: bool = False
    office: str | None = None
    adjectives: list[str] = []
    protests: bool = False
    person: bool = False
    back: bool = False
    count: bool = True
    thing: bool = False
    gender: Literal["Masc", "Fem"] | None = None

    @field_validator("sector")
    @classmethod
    def _is_sector(cls, sector: str) -> str:
        if sector not in SECTORS:
            raise ValueError(f"{sector!r} is none of PLOVER's sectors")
        return sector


class ClassesFile(Entry):
    """`classes.toml`."""

    classes: dict[str, list[str]]


class ContextWordsFile(Entry):
    """`contexts.toml`."""

    contexts: dict[str, list[str]]


class LanguageFile(Entry):
    """`language.toml`."""

    model: str
    relations: RelationsEntry
    stance: StanceEntry
    attribution: AttributionEntry
    grammar: GrammarEntry


@dataclass(frozen=True, slots=True)
class Phrase:
    """A role noun, alone or with what must stand beside it: « homme armé ».

    ``capital`` marks a noun that must be written with one: « Etat ».
    """

    words: tuple[str, ...]
    role: RoleEntry
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """One language's data, folded and ready to look up.

    ``relations`` gives what grammar calls a preposition, its contractions undone: « de » is `of`;
    ``prepositions`` the other way round; ``elided`` the forms of a word before a vowel.
    """

    code: str
    model: str
    relations: Mapping[str, str]
    prepositions: Mapping[str, str]
    stance: Mapping[str, frozenset[str]]
    attribution: AttributionEntry
    grammar: Mapping[str, frozenset[str]]
    contractions: Mapping[str, str]
    roles: Mapping[str, tuple[Phrase, ...]]
    role_adjectives: Mapping[str, RoleEntry]
    classes: Mapping[str, frozenset[str]]
    contexts: Mapping[str, tuple[str, ...]]
    cues: Mapping[str, tuple[tuple[str, ...], ...]]
    signposts: Mapping[str, tuple[tuple[str, ...], ...]]
    idioms: Mapping[str, tuple[tuple[str, ...], ...]]
    elided: Mapping[str, frozenset[str]]

    def slot_name(self, slot: str) -> str:
        """A slot as a pack writes it: `to` is « à »."""
        return self.prepositions.get(slot, slot)

    def relation(self, preposition: str) -> str:
        """What grammar calls a preposition, as the packs write it: « à l'encontre de »."""
        normal = _normal(preposition, self.contractions)
        return self.relations.get(normal, normal)


def load_language(packs: Packs, code: str, contexts: Collection[str]) -> Language:
    """Read `packs/<code>/`; CodebookError names file and key, or the missing language.

    `contexts` are the contexts of the ontology, of which alone words may tell.
    """
    place = f"{code}/language.toml"
    if not packs.files(place):
        raise CodebookError(f"no pack for language {code!r}")
    file = read_laid_over(LanguageFile, packs, place)
    contractions = {fold(k): fold(v) for k, v in file.grammar.contractions.items()}
    relations = _relations(file.relations, contractions)
    return Language(
        code=code,
        model=file.model,
        relations=relations,
        prepositions={
            relation: told[0]
            for relation, told in file.relations.model_dump(by_alias=True).items()
            if told
        },
        stance=_folded(file.stance),
        attribution=file.attribution,
        grammar=_grammar(file.grammar, relations, contractions),
        contractions=contractions,
        roles=_load_roles(packs, code),
        role_adjectives=_load_role_adjectives(packs, code),
        classes=_load_classes(packs, code),
        contexts=_load_contexts(packs, code, contexts),
        cues=_by_first_word(file.attribution.cues),
        signposts=_by_first_word(file.grammar.signposts),
        idioms=_by_first_word(file.grammar.idioms),
        elided=_elided(contractions),
    )


def _elided(contractions: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The elided forms of words: « d' » of « de »."""
    found: dict[str, set[str]] = {}
    for short, full in contractions.items():
        if short.endswith("'"):
            found.setdefault(full, set()).add(short)
    return {full: frozenset(forms) for full, forms in found.items()}


def _relations(entry: RelationsEntry, contractions: Mapping[str, str]) -> dict[str, str]:
    return {
        _normal(preposition, contractions): relation
        for relation, prepositions in entry.model_dump(by_alias=True).items()
        for preposition in prepositions
    }


def _grammar(
    entry: GrammarEntry, relations: Mapping[str, str], contractions: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """The lists of the grammar; those of prepositions as grammar calls them."""
    lists = _folded(entry, leave=("contractions",))
    for name, words in entry.model_dump().items():
        if name.endswith("_prepositions"):
            normal = (_normal(word, contractions) for word in words)
            lists[name] = frozenset(relations.get(word, word) for word in normal)
    return lists


def _normal(phrase: str, contractions: Mapping[str, str]) -> str:
    """A phrase as the grammar reads it in a text: folded, contractions undone."""
    return " ".join(contractions.get(word, word) for word in fold_words(phrase))


def _by_first_word(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Folded phrases by their first word, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(fold_words(phrase))
        table.setdefault(words[0], []).append(words)
    return {word: tuple(sorted(found, key=len, reverse=True)) for word, found in table.items()}


def _folded_phrase(phrase: str) -> str:
    """One word as it stands (« n't »), several with their elided words apart."""
    return " ".join(fold_words(phrase)) if " " in phrase else fold(phrase)


def _folded(entry: Entry, leave: tuple[str, ...] = ()) -> dict[str, frozenset[str]]:
    return {
        key: frozenset(map(_folded_phrase, words))
        for key, words in entry.model_dump().items()
        if key not in leave
    }


def _load_roles(packs: Packs, code: str) -> dict[str, tuple[Phrase, ...]]:
    roles: dict[str, list[Phrase]] = {}
    for role in read_entries(RoleEntry, packs, f"{code}/roles.toml", "role"):
        for noun in role.nouns:
            words = tuple(fold_words(noun))
            roles.setdefault(words[0], []).append(Phrase(words, role, noun[0].isupper()))
    return {
        head: tuple(sorted(phrases, key=lambda p: -len(p.words))) for head, phrases in roles.items()
    }


def _load_role_adjectives(packs: Packs, code: str) -> dict[str, RoleEntry]:
    return {
        fold(adjective): role
        for role in read_entries(RoleEntry, packs, f"{code}/roles.toml", "role")
        for adjective in role.adjectives
    }


def _load_classes(packs: Packs, code: str) -> dict[str, frozenset[str]]:
    lists = read_laid_over(ClassesFile, packs, f"{code}/classes.toml").classes
    return {name: frozenset(map(_folded_phrase, words)) for name, words in lists.items()}


def _load_contexts(packs: Packs, code: str, known: Collection[str]) -> dict[str, tuple[str, ...]]:
    by_word: dict[str, set[str]] = {}
    place = f"{code}/contexts.toml"
    lists = read_laid_over(ContextWordsFile, packs, place).contexts
    _check_contexts(packs, place, known)
    for context, words in lists.items():
        for word in words:
            by_word.setdefault(_folded_phrase(word), set()).add(context)
    return {word: tuple(sorted(contexts)) for word, contexts in by_word.items()}


def _check_contexts(packs: Packs, place: str, known: Collection[str]) -> None:
    """CodebookError when words are given for a context that the ontology has not."""
    for path, data in packs.tables(place):
        if unknown := set(data.get("contexts", ())).difference(known):
            where = f"{path}: contexts.{min(unknown)}"
            raise CodebookError(f"{where}: plover/contexts.toml has no such context")
