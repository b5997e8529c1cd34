"""Actor mentions: names of the catalogue, roles, persons it does not know, and their composition."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from ..codebook import Codebook
from ..codebook.catalogue import Actor
from ..codebook.folding import fold
from ..codebook.language import RoleEntry
from ..model import Span
from .grammar import Grammar
from .names import NameMatch, find_names

_COMPOUND = re.compile(r"^([^\W\d_]+)[-–]([^\W\d_]+)$")
_PERSON_LABELS = ("PER", "PERSON")


@dataclass(eq=False, slots=True)
class ActorDraft:
    """An actor mention in the making.

    ``first`` and ``last`` are tokens, last exclusive; ``kind`` tells how it was found: `name`,
    `state`, `capital`, `person`, `role`, `pronoun`, `adjective`, `unknown`.
    """

    first: int
    last: int
    head: int
    span: Span
    kind: str
    name: str | None = None
    actor: str | None = None
    country: str | None = None
    sector: str | None = None
    antecedent: ActorDraft | None = None
    plural: bool | None = None
    gender: str | None = None
    role: RoleEntry | None = None
    definite: bool = True
    used: bool = False

    @property
    def identity(self) -> object:
        """What makes two mentions the same actor inside a document."""
        root = self.root()
        return root.actor or (fold(root.name) if root.name else id(root))

    def root(self) -> ActorDraft:
        """The mention at the end of the chain of antecedents."""
        draft, seen = self, 0
        while draft.antecedent is not None and seen < 20:
            draft, seen = draft.antecedent, seen + 1
        return draft

    def take(self, other: ActorDraft) -> None:
        """Become the actor that another mention names."""
        self.antecedent = other
        self.name, self.actor = other.name, other.actor
        self.country, self.sector = other.country, other.sector


@dataclass(slots=True)
class Setting:
    """The countries that an article names, and how often; the first is its own."""

    countries: Counter[str] = field(default_factory=Counter)

    @property
    def home(self) -> str | None:
        """The article's own country: named most, None when none is named."""
        ranked = self.countries.most_common(2)
        if not ranked:
            return None
        return ranked[0][0]


class Actors:
    """All actor mentions of one document, looked up by token."""

    def __init__(self, grammar: Grammar, codebook: Codebook, published: str | None) -> None:
        self.grammar = grammar
        self.codebook = codebook
        self.published = published[:10] if published else None
        self.drafts: list[ActorDraft] = []
        self.by_token: dict[int, ActorDraft] = {}
        self.adjectives: dict[int, list[ActorDraft]] = {}
        self.names = find_names(grammar.parse.text, codebook.catalogue)
        self.setting = self._setting()

    # -- finding -------------------------------------------------------------------------------

    def find(self) -> None:
        """Find names, then persons that the catalogue does not know, then roles."""
        for match in self.names:
            self._add_name(match)
        self._add_unknown_persons()
        self._add_unknown_bodies()
        for index, token in enumerate(self.grammar.tokens):
            if token.pos in ("NOUN", "ADJ", "PROPN", "VERB") and index not in self.by_token:
                self._add_role(index)
        self._join_short_names()
        self._add_titled_names()
        self._join_appositions()

    def _add_titled_names(self) -> None:
        """« M. Lèbre », whose full name the text never gives."""
        for index, token in enumerate(self.grammar.tokens[:-1]):
            if not self.grammar.is_any(index, "civil_titles") or index in self.by_token:
                continue
            after = self.grammar.tokens[index + 1]
            if index + 1 in self.by_token or after.pos != "PROPN" or not token.text[0].isupper():
                continue
            last = index + 2
            while last < len(self.grammar.tokens) and self.grammar.tokens[last].dep == "flat:name":
                last += 1
            span = self.grammar.span(index, last)
            self._add(
                ActorDraft(
                    index,
                    last,
                    self._head(index, last),
                    span,
                    "person",
                    name=span.of(self.grammar.parse.text),
                    sector="UNK",
                    plural=False,
                    gender=self._person_gender(index + 1),
                )
            )

    def _join_appositions(self) -> None:
        """« Le chef du putsch, le général X, … »: two phrases for one person."""
        for draft in self.drafts:
            if draft.kind != "role" or draft.role is None or not draft.role.person or draft.plural:
                continue
            start = next(
                (
                    i
                    for i in range(draft.last, min(draft.last + 5, len(self.grammar.words)))
                    if self.grammar.words[i] == ","
                ),
                None,
            )
            if start is None:
                continue
            other = self.by_token.get(start + 1)
            if other is None or other.first != start + 1 or other.kind not in ("role", "person"):
                continue
            inner = self.by_token.get(other.last - 1)
            named = other.kind == "person" or (inner is not None and inner.kind == "person")
            closed = other.last < len(self.grammar.words) and self.grammar.words[other.last] == ","
            if named and closed and other.name != draft.name:
                draft.take(other.root())

    def _setting(self) -> Setting:
        """Count the countries that names and nationality words of the text tell of."""
        setting = Setting()
        catalogue = self.codebook.catalogue
        title_end = self.grammar.parse.text.find("\n")
        for match in self.names:
            actor = catalogue.actors[match.actors[0]]
            if match.use in ("state", "capital") and actor.country:
                weight = 3 if match.span.start < title_end else 1
                setting.countries[actor.country] += weight
            elif actor.kind == "group" and actor.country and len(actor.active) == 1:
                setting.countries[actor.active[0]] += 1
        for token in self.grammar.tokens:
            for country in self.demonym(token.index)[:1]:
                setting.countries[country] += 1
        return setting

    def _add(self, draft: ActorDraft) -> ActorDraft:
        self.drafts.append(draft)
        for index in range(draft.first, draft.last):
            self.by_token.setdefault(index, draft)
        return draft

    def _add_name(self, match: NameMatch) -> None:
        first, last = self.grammar.token_range(match.span)
        if match.use == "members" and self.grammar.tokens[first].pos not in (
            "NOUN",
            "PROPN",
            "ADJ",
        ):
            return
        actor = self._choose(match)
        if actor is None:
            return
        head = self._head(first, last)
        kind = match.use if match.use in ("state", "capital", "members") else actor.kind
        if match.use in ("name", "acronym", "seat") and actor.kind == "state":
            kind = "name"
        self._add(
            ActorDraft(
                first,
                last,
                head,
                match.span,
                kind,
                name=actor.name,
                actor=actor.id,
                country=actor.country,
                sector=actor.sector_on(self.published),
                plural=self.grammar.plural(head),
                gender=self._person_gender(first)
                if actor.kind == "person"
                else self.grammar.gender(head),
            )
        )

    def _person_gender(self, first: int) -> str | None:
        """A person's gender by title or given name; None when neither tells."""
        before = self.grammar.words[first - 1] if first else ""
        if before in ("mme", "mlle", "madame"):
            return "Fem"
        names = self.codebook.language.grammar["feminine_names"]
        if self.grammar.words[first] in names or self.grammar.words[first].split("-")[0] in names:
            return "Fem"
        return "Masc" if before in ("m.", "m", "monsieur") else None

    def _choose(self, match: NameMatch) -> Actor | None:
        """The actor that a shared name means here; None for a surname that fits nobody."""
        catalogue = self.codebook.catalogue
        actors = [catalogue.actors[i] for i in match.actors]
        full = {i for m in self.names if m.use == "name" for i in m.actors}
        if match.use == "surname":
            if self._part_of_longer_name(match):
                return None
            named = [a for a in actors if a.id in full]
            if named:
                return named[0]
            actors = [a for a in actors if self._in_the_news(a)]
            return actors[0] if len(actors) == 1 else None
        if len(actors) == 1:
            return actors[0]
        settled = [
            a
            for a in actors
            if a.country in self.setting.countries
            or any(c in self.setting.countries for c in a.active)
        ]
        return (settled or actors)[0]

    def _part_of_longer_name(self, match: NameMatch) -> bool:
        """Whether a surname touches another capitalised name: « Melania Trump » is not the president."""
        first, last = self.grammar.token_range(match.span)
        before = self.grammar.tokens[first - 1] if first else None
        after = self.grammar.tokens[last] if last < len(self.grammar.tokens) else None
        touches = [
            t
            for t in (before, after)
            if t is not None and t.pos == "PROPN" and t.text[0].isupper() and t.text != "M."
        ]
        known = self.codebook.language.roles
        return any(
            self.grammar.words[t.index] not in known
            and not self.grammar.is_any(t.index, "civil_titles")
            and t.entity in ("PER", "PERSON")
            for t in touches
        )

    def _in_the_news(self, actor: Actor) -> bool:
        """Whether a surname alone may mean this person: an office held about the date."""
        if self.published is None:
            return bool(actor.country in self.setting.countries)
        return any(
            office.held_on(self.published) or office.start[:4] == self.published[:4]
            for office in actor.offices
        )

    def _head(self, first: int, last: int) -> int:
        """The token of a span whose governor lies outside it."""
        tokens = self.grammar.tokens
        for index in range(first, last):
            if not first <= tokens[index].head < last or tokens[index].head == index:
                return index
        return first

    def _add_unknown_persons(self) -> None:
        """Persons by the parser's named entities, where the catalogue has no name."""
        for first, last in self._entities(_PERSON_LABELS):
            while first < last and self.grammar.tokens[first].pos not in ("PROPN", "NOUN", "X"):
                first += 1
            if any(i in self.by_token for i in range(first, last)):
                continue
            if last - first < 2 + (self.grammar.is_any(first, "civil_titles")):
                continue
            if first and self.grammar.is_any(first - 1, "civil_titles"):
                first -= 1
            if not all(
                self.grammar.tokens[i].text[:1].isupper() or i > first for i in (first, last - 1)
            ):
                continue
            if not self.grammar.tokens[last - 1].text[0].isupper():
                continue
            span = self.grammar.span(first, last)
            self._add(
                ActorDraft(
                    first,
                    last,
                    self._head(first, last),
                    span,
                    "person",
                    name=span.of(self.grammar.parse.text),
                    sector="UNK",
                    plural=False,
                    gender=self._person_gender(first),
                )
            )

    def _add_unknown_bodies(self) -> None:
        """Organisations by the parser's named entities, where the catalogue has no name."""
        for first, last in self._entities(("ORG",)):
            if any(i in self.by_token for i in range(first, last)):
                continue
            head = self._head(first, last)
            token = self.grammar.tokens[first]
            if (
                token.pos not in ("PROPN", "NOUN")
                or not token.text[0].isupper()
                or "-" in token.text
            ):
                continue
            if token.pos == "NOUN" and self.grammar.lemmas[first] in self.codebook.language.roles:
                continue
            if self.demonym(first) or not self._looks_like_name(first, last):
                continue
            span = self.grammar.span(first, last)
            self._add(
                ActorDraft(
                    first,
                    last,
                    head,
                    span,
                    "organisation",
                    name=span.of(self.grammar.parse.text),
                    sector="UNK",
                    plural=self.grammar.plural(head),
                    gender=self.grammar.gender(head),
                )
            )

    def _looks_like_name(self, first: int, last: int) -> bool:
        token = self.grammar.tokens[first]
        if last - first == 1 and self.grammar.words[first] in self.codebook.language.roles:
            return False
        return (
            any(self.grammar.tokens[i].pos == "PROPN" for i in range(first, last))
            and len(token.text) > 1
            and token.text not in ("M.", "Mme")
        )

    def _entities(self, labels: tuple[str, ...]) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        tokens = self.grammar.tokens
        index = 0
        while index < len(tokens):
            if tokens[index].entity in labels:
                last = index + 1
                while (
                    last < len(tokens)
                    and tokens[last].entity == tokens[index].entity
                    and not tokens[last].entity_start
                ):
                    last += 1
                found.append((index, last))
                index = last
            else:
                index += 1
        return found

    def add_unknown(self, index: int) -> ActorDraft:
        """A mention for a noun phrase that must be somebody, known by nothing but its words."""
        known = self.by_token.get(index)
        if known is not None:
            return known
        first, last = self._phrase_start(index), self._phrase_end(index, index + 1)
        while last < len(self.grammar.tokens) and self.grammar.tokens[last].dep == "flat:name":
            last += 1
        span = self.grammar.span(first, last)
        return self._add(
            ActorDraft(
                first,
                last,
                index,
                span,
                "role",
                name=span.of(self.grammar.parse.text),
                sector="UNK",
                plural=self.grammar.plural(index),
                gender=self.grammar.gender(index),
                definite=self._definite(index),
            )
        )

    # -- roles ---------------------------------------------------------------------------------

    def _add_role(self, index: int) -> None:
        """A noun phrase headed by a role noun: « les autorités locales du Mali »."""
        matched = self._role_at(index)
        if matched is None:
            people = self._people(index)
            if people:
                self._add_people(index, people)
            return
        length, role = matched
        grammar = self.grammar
        if length == 1 and self._is_label(index):
            return
        head = index
        last = index + length
        first = self._phrase_start(index)
        last = self._phrase_end(index, last)
        country = self._country_of(index, last, role)
        draft = ActorDraft(
            first,
            last,
            head,
            grammar.span(first, last),
            "role",
            sector=role.sector,
            country=country,
            plural=grammar.plural(head),
            gender=self._gender_of_phrase(head),
            role=role,
            definite=self._definite(head),
        )
        self._name_role(draft, role)
        self._compose(draft, index, role)
        self._add(draft)

    def _is_label(self, index: int) -> bool:
        """« conférence de presse », « chef de gouvernement »: a bare noun that tells a kind."""
        grammar = self.grammar
        if grammar.plural(index) or grammar.determiner(index) is not None:
            return False
        if grammar.words[index] == "personne":
            return True  # « personne n'est venu »
        return (
            index > 0
            and grammar.words[index - 1] in ("de", "d'")
            and not any(c.dep == "amod" for c in grammar.parse.children(index))
        )

    def _gender_of_phrase(self, head: int) -> str | None:
        """The gender that a phrase shows: its article's, since « porte-parole » has either."""
        determiner = self.grammar.determiner(head)
        if determiner is not None:
            shown = self.grammar.gender(determiner.index)
            if shown is not None or determiner.text.lower() in ("l'", "l’", "les", "des"):
                return shown or self.grammar.gender(head)
        return self.grammar.gender(head)

    def _role_at(self, index: int) -> tuple[int, RoleEntry] | None:
        """The longest role phrase that starts at a noun: number of tokens, and the role."""
        grammar = self.grammar
        phrases = self.codebook.language.roles.get(grammar.lemmas[index])
        if phrases is None:
            phrases = self.codebook.language.roles.get(grammar.words[index])
        if phrases is None:
            return None
        for phrase in phrases:
            if phrase.capital and not grammar.tokens[index].text[0].isupper():
                continue
            if len(phrase.words) == 1:
                if grammar.tokens[index].pos in ("ADJ", "VERB") and not self._noun_like(index):
                    continue
                return 1, phrase.role
            length = self._phrase_length(index, phrase.words)
            if length:
                return length, phrase.role
        return None

    def _noun_like(self, index: int) -> bool:
        """Whether an adjective or participle stands as a noun: « les blessés », « trois disparus »."""
        grammar = self.grammar
        token = grammar.tokens[index]
        if token.dep in ("amod", "acl", "advcl", "xcomp", "aux:pass", "cop"):
            return False
        return any(c.dep in ("det", "nummod") for c in grammar.parse.children(index))

    def _phrase_length(self, index: int, words: tuple[str, ...]) -> int:
        """How many tokens a phrase takes from a noun on; adjectives between are passed over."""
        grammar = self.grammar
        position, wanted, skipped = index, 0, 0
        while position < len(grammar.tokens) and wanted < len(words):
            word = words[wanted]
            written = grammar.words[position]
            forms = (
                grammar.lemmas[position],
                written,
                grammar.normal(position),
                written.rstrip("s"),
            )
            if word in forms or word.rstrip("'") in forms:
                wanted += 1
            elif (
                wanted
                and skipped < 2
                and written != "non"
                and grammar.tokens[position].pos in ("ADJ", "DET", "ADV")
            ):
                skipped += 1
            else:
                return 0
            position += 1
        return position - index if wanted == len(words) else 0

    def _phrase_start(self, index: int) -> int:
        """Back over the article, numbers and adjectives before a noun."""
        grammar = self.grammar
        first = index
        while first > 0:
            token = grammar.tokens[first - 1]
            if token.head not in (index, first) or token.dep not in (
                "det",
                "nummod",
                "amod",
                "advmod",
            ):
                break
            if token.pos not in ("DET", "NUM", "ADJ", "ADV") or token.index in self.by_token:
                break
            if (
                token.pos == "DET"
                and fold(token.text) in ("du", "au", "aux")
                or grammar.is_any(first - 1, "pointing_determiners")
            ):
                return first - 1 if grammar.is_any(first - 1, "pointing_determiners") else first
            first -= 1
        return first

    def _phrase_end(self, index: int, last: int) -> int:
        """On over the adjectives, and a complement that is a name, after a noun."""
        grammar = self.grammar
        while last < len(grammar.tokens):
            token = grammar.tokens[last]
            if token.pos in ("ADJ",) and token.dep in ("amod", "conj") or self.demonym(last):
                last += 1
            elif (
                token.pos in ("ADP",)
                and grammar.normal(last) == "de"
                and (named := self._name_after(last)) is not None
            ):
                return named.last
            else:
                break
        name = self.by_token.get(last)
        if name is not None and name.first == last and name.kind not in ("state", "capital"):
            return name.last
        return last

    def _name_after(self, index: int) -> ActorDraft | None:
        """The name that follows a preposition, an article between them or not."""
        for position in (index + 1, index + 2):
            draft = self.by_token.get(position)
            if draft is not None:
                return draft if draft.first == position else None
            if position >= len(self.grammar.tokens) or self.grammar.tokens[position].pos != "DET":
                return None
        return None

    def _country_of(self, index: int, last: int, role: RoleEntry) -> str | None:
        """The country of a role: its adjective, its complement, else the article's setting."""
        if role.country == "none":
            return None
        for position in range(index, last):
            countries = self.demonym(position)
            if countries:
                return self._settle(countries)
        for preposition, token in self.grammar.complements(index):
            if preposition not in ("de", "en", "a") or self.grammar.is_any(
                index, "relational_nouns"
            ):
                continue
            draft = self.by_token.get(token)
            if draft is not None and draft.country and draft.kind in ("state", "capital", "person"):
                return draft.country
        named = next(
            (d for d in (self.by_token.get(p) for p in range(index, last)) if d is not None), None
        )
        if self.grammar.is_any(index, "relational_nouns"):
            return None
        if named is not None and named.country and named.kind in ("state", "capital", "person"):
            return named.country
        if role.country != "setting" or self._is_of_another(index, last):
            return self._country_of_body(index)
        return self.setting.home

    def _is_of_another(self, index: int, last: int) -> bool:
        """Whether a phrase says of whom it is, so that the article's own country is not meant."""
        regional = self.codebook.language.grammar["regional_adjectives"]
        if any(self.grammar.lemmas[i] in regional for i in range(index + 1, last)):
            return True
        return any(
            preposition == "de" and self.grammar.tokens[token].pos == "PROPN"
            for preposition, token in self.grammar.complements(index)
        )

    def _country_of_body(self, index: int) -> str | None:
        """The country or PLOVER code of the body that a role is of: « le chef de l'Otan »."""
        for preposition, token in self.grammar.complements(index):
            draft = self.by_token.get(token)
            if (
                preposition == "de"
                and draft is not None
                and draft.kind in ("organisation", "group")
            ):
                return draft.country
        return None

    def _settle(self, countries: tuple[str, ...]) -> str:
        """One of several countries that a nationality word means: the one that the text names."""
        named = [c for c in countries if self.setting.countries[c] > 0]
        return max(named or countries, key=lambda c: self.setting.countries[c])

    def _definite(self, index: int) -> bool:
        determiner = self.grammar.determiner(index)
        if determiner is None:
            return True
        return "Definite=Ind" not in determiner.morph and not any(
            c.dep == "nummod" for c in self.grammar.parse.children(index)
        )

    def _name_role(self, draft: ActorDraft, role: RoleEntry) -> None:
        """Give a role its canonical name, and its catalogue id when a country has one such body."""
        catalogue = self.codebook.catalogue
        country = draft.country or ""
        state = catalogue.states.get(country)
        phrase = draft.span.of(self.grammar.parse.text)
        draft.name = role.name.format(
            country=state.name if state else "unknown country",
            noun=self.grammar.lemmas[draft.head],
            phrase=phrase,
        )
        if state is None and "{country}" in role.name:
            draft.name = phrase
        related = self.grammar.is_any(draft.head, "relational_nouns")
        named_country = (
            any(self.demonym(i) for i in range(draft.head, draft.last))
            or not related
            and any(
                d.kind in ("state", "capital")
                for i in range(draft.head, draft.last)
                if (d := self.by_token.get(i)) is not None
            )
        )
        if not draft.definite and not named_country:
            draft.name = phrase
            return
        if role.body and state is not None and role.sector in ("GOV", "MIL"):
            draft.actor = f"{country}-{role.sector}"
            draft.name = catalogue.actors[draft.actor].name
        if role.sector == "GOV" and role.country == "complement" and state is not None:
            draft.actor = f"{country}-GOV"
            draft.name = catalogue.actors[draft.actor].name
        if role.office and not named_country and self._same_office(draft, role):
            return
        if role.office and state is not None and self.published:
            holder = catalogue.holder(role.office, country, self.published)
            if holder is not None:
                draft.actor, draft.name = holder.id, holder.name

    def _same_office(self, draft: ActorDraft, role: RoleEntry) -> bool:
        """« le ministre » after « le ministre français de la Défense »: the one named before."""
        if draft.plural:
            return False
        for other in reversed(self.drafts):
            if (
                other.role is not None
                and other.role.office == role.office
                and other.first < draft.first
            ):
                draft.take(other.root())
                return True
        return False

    def _compose(self, draft: ActorDraft, index: int, role: RoleEntry) -> None:
        """Join a role with the name beside it: a person in apposition, or the group it is of."""
        beside = self._beside(draft, index)
        for name in sorted(beside, key=lambda d: d.kind != "person"):
            if name.kind == "person":
                if self.grammar.preposition(name.head) == "de":
                    self._belong_to(draft, name, role)
                else:
                    self._join_person(draft, name)
                return
            if name.kind in ("group", "organisation", "members", "name", "force"):
                if (
                    role.person
                    and not role.back
                    and role.sector == "UNK"
                    and draft.plural is not True
                ):
                    draft.country, draft.sector = name.country, name.sector
                    draft.name = f"{self.grammar.lemmas[index]} of {name.name}"
                elif role.sector in ("REB", "UNK", "UAF", "PRM", "MIL", "SOC", "CVL", "CRM"):
                    if role.sector == "CVL":
                        continue
                    draft.name, draft.actor = name.name, name.actor
                    draft.country, draft.sector = name.country, name.sector
                return

    def _belong_to(self, draft: ActorDraft, person: ActorDraft, role: RoleEntry) -> None:
        """« les troupes de X »: the forces or government of the state that X leads."""
        catalogue = self.codebook.catalogue
        if role.body and person.country in catalogue.states and role.sector in ("GOV", "MIL"):
            actor = catalogue.actors[f"{person.country}-{role.sector}"]
            draft.actor, draft.name, draft.country = actor.id, actor.name, actor.country

    def _beside(self, draft: ActorDraft, index: int) -> list[ActorDraft]:
        """Names inside a role's phrase, in apposition to it, or its complement with « de »."""
        grammar = self.grammar
        found = [
            d
            for i in range(draft.head, min(draft.last + 1, len(grammar.tokens)))
            if (d := self.by_token.get(i)) is not None and d.first >= draft.head
        ]
        for child in grammar.parse.children(index):
            if child.dep in ("appos", "conj", "flat:name", "nmod", "flat:foreign"):
                name = self.by_token.get(child.index)
                if name is None:
                    continue
                before = grammar.preposition(child.index)
                apposed = child.dep in ("appos", "flat:name") or (
                    child.dep in ("nmod", "conj")
                    and before is None
                    and self._after_comma(name, draft)
                )
                if apposed or before == "de":
                    found.append(name)
        name = self._apposed_after_comma(draft)
        if name is not None:
            found.append(name)
        return list(dict.fromkeys(found))

    def _after_comma(self, name: ActorDraft, draft: ActorDraft) -> bool:
        return draft.last <= name.first <= draft.last + 2

    def _apposed_after_comma(self, draft: ActorDraft) -> ActorDraft | None:
        """A person named between commas right after a role."""
        grammar = self.grammar
        end = draft.last
        if end + 1 < len(grammar.tokens) and grammar.words[end] == ",":
            name = self.by_token.get(end + 1)
            if name is not None and name.kind == "person" and name.first == end + 1:
                after = grammar.words[name.last] if name.last < len(grammar.words) else "."
                if after in {",", ".", ")", "»", ";", ":", '"'} or name.head in {
                    c.index for c in grammar.parse.children(draft.head)
                }:
                    return name
        return None

    def _join_person(self, role: ActorDraft, person: ActorDraft) -> None:
        """A role and the person who bears it are one actor."""
        if person.actor is None:
            person.country = role.country or person.country
            person.sector = role.sector if role.sector != "UNK" else person.sector
        role.name, role.actor = person.name, person.actor
        role.country = person.country or role.country
        if person.sector not in (None, "UNK"):
            role.sector = person.sector
        role.plural = person.plural = False
        person.gender = role.gender
        if person.first > role.last - 1 or person.first >= role.last:
            person.antecedent = role

    # -- nationality words ---------------------------------------------------------------------

    def demonym(self, index: int) -> tuple[str, ...]:
        """The countries that a nationality word may mean; both for « américano-russe »."""
        table = self.codebook.catalogue.demonyms
        word = self.grammar.words[index]
        found = table.get(word)
        if found is not None:
            return found
        return ()

    def compound(self, index: int) -> list[str]:
        """The two countries of a compound such as « américano-russe »; empty for any other word."""
        match = _COMPOUND.match(self.grammar.tokens[index].text)
        if match is None:
            return []
        catalogue = self.codebook.catalogue
        first, second = fold(match.group(1)), fold(match.group(2))
        left = catalogue.prefixes.get(first) or next(iter(catalogue.demonyms.get(first, ())), None)
        right = catalogue.demonyms.get(second, ())
        return [left, self._settle(right)] if left and right else []

    def _people(self, index: int) -> tuple[str, ...]:
        """Countries of a nationality word that stands as a noun: « trois Américains »."""
        token = self.grammar.tokens[index]
        if not token.text[0].isupper() or token.dep == "amod":
            return ()
        if (
            token.dep.startswith("flat")
            or self.grammar.tokens[token.head].text[0].isupper()
            and token.dep != "nsubj"
            and abs(token.head - index) == 1
        ):
            return ()
        return self.demonym(index)

    def _add_people(self, index: int, countries: tuple[str, ...]) -> None:
        country = self._settle(countries)
        state = self.codebook.catalogue.states[country]
        first = self._phrase_start(index)
        self._add(
            ActorDraft(
                first,
                index + 1,
                index,
                self.grammar.span(first, index + 1),
                "role",
                name=f"people of {state.name}",
                country=country,
                sector="CVL",
                plural=self.grammar.plural(index),
                gender=self.grammar.gender(index),
                definite=self._definite(index),
            )
        )

    def from_adjective(self, index: int, military: bool) -> list[ActorDraft]:
        """The actors that the adjective of an event noun names: « frappes russes ».

        An adjective such as « djihadiste » names them by what they are; a nationality word names
        the state, its forces when the act is theirs.
        """
        if index in self.adjectives:
            return self.adjectives[index]
        catalogue = self.codebook.catalogue
        countries = self.compound(index) or [self._settle(c) for c in [self.demonym(index)] if c]
        drafts = []
        for country in countries:
            actor = catalogue.actors[f"{country}-{'MIL' if military else 'GOV'}"]
            drafts.append(
                ActorDraft(
                    index,
                    index + 1,
                    index,
                    self.grammar.span(index, index + 1),
                    "adjective",
                    name=actor.name,
                    actor=actor.id,
                    country=country,
                    sector=actor.sector,
                )
            )
        if not drafts:
            drafts = self._role_adjective(index)
        self.adjectives[index] = drafts
        self.drafts.extend(drafts)
        return drafts

    def _role_adjective(self, index: int) -> list[ActorDraft]:
        role = self.codebook.language.role_adjectives.get(self.grammar.lemmas[index])
        if role is None:
            return []
        draft = ActorDraft(
            index,
            index + 1,
            index,
            self.grammar.span(index, index + 1),
            "adjective",
            sector=role.sector,
            country=self.setting.home,
            role=role,
        )
        self._name_role(draft, role)
        return [draft]

    # -- short names ---------------------------------------------------------------------------

    def _join_short_names(self) -> None:
        """Give « Hamdok » the person whose full name the text gave before; and acronyms in brackets."""
        full: dict[str, ActorDraft] = {}
        for draft in sorted(self.drafts, key=lambda d: d.first):
            if draft.kind == "person" and draft.last - draft.first > 1:
                full.setdefault(self.grammar.words[draft.last - 1], draft)
        for index, token in enumerate(self.grammar.tokens):
            if index in self.by_token and self.by_token[index].kind != "role":
                continue
            draft = full.get(self.grammar.words[index])
            if (
                draft is None
                or not token.text[0].isupper()
                or token.pos not in ("PROPN", "NOUN", "X", "ADJ")
            ):
                continue
            if index in range(draft.first, draft.last):
                continue
            holder = self.by_token.get(index)
            if holder is not None and holder.head != index:
                holder.take(draft)
                continue
            first = index - 1 if index and self.grammar.is_any(index - 1, "civil_titles") else index
            head = self._head(first, index + 1)
            short = ActorDraft(
                first,
                index + 1,
                head,
                self.grammar.span(first, index + 1),
                "person",
                name=draft.name,
                actor=draft.actor,
                country=draft.country,
                sector=draft.sector,
                antecedent=draft,
                plural=False,
                gender=draft.gender,
            )
            self.drafts.append(short)
            for position in range(first, index + 1):
                self.by_token[position] = short
            self._join_titled(short)

    def _join_titled(self, short: ActorDraft) -> None:
        """« Premier ministre Hamdok »: the role before a short name is the same person."""
        before = self.by_token.get(short.first - 1)
        if (
            before is not None
            and before.kind == "role"
            and before.role is not None
            and before.role.person
        ):
            before.take(short.root())
