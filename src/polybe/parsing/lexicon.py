"""The words that a model's lemmatizer knows, asked in Polybe's own terms."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import cached_property, lru_cache

INFINITIVE_ENDINGS = ("er", "ir", "re", "oir", "ïr")


class Lexicon:
    """Forms and lemmas of a language, all lower-case.

    ``lemmas`` holds the lemmas of each part of speech (« verb », « noun », « adj », « adv »);
    ``irregular`` the lemmas of the forms no rule gives; ``rules`` pairs of endings, from form to
    lemma; ``others`` further known forms.
    """

    def __init__(
        self,
        lemmas: Mapping[str, frozenset[str]],
        irregular: Mapping[str, Mapping[str, Sequence[str]]],
        rules: Mapping[str, Sequence[Sequence[str]]],
        others: Container[str] = frozenset(),
    ) -> None:
        self._lemmas = lemmas
        self._irregular = irregular
        self._rules = rules
        self._others = others
        self._found = lru_cache(maxsize=20_000)(self._find)

    def __contains__(self, form: object) -> bool:
        return (
            any(form in words for words in self._lemmas.values())
            or any(form in forms for forms in self._irregular.values())
            or form in self._others
        )

    def lemma(self, form: str, part: str) -> str | None:
        """The lemma of a form as « verb », « noun », « adj » or « adv »; None when it is none."""
        return self._found(form, part)

    def _find(self, form: str, part: str) -> str | None:
        known = self._lemmas.get(part, frozenset())
        if form in known:
            return form
        for lemma in self._irregular.get(part, {}).get(form, ()):
            if part != "verb" or lemma.endswith(INFINITIVE_ENDINGS):
                return lemma
        for old, new in self._rules.get(part, ()):
            if form.endswith(old) and form[: len(form) - len(old)] + new in known:
                return form[: len(form) - len(old)] + new
        return None

    def verb_forms(self, infinitive: str) -> frozenset[str]:
        """The forms of a verb, itself among them; forms that do not exist may be among them too."""
        forms = {infinitive, *self._irregular_verbs.get(infinitive, ())}
        for old, new in self._rules.get("verb", ()):
            if old.isalpha() and infinitive.endswith(new):
                forms.add(infinitive.removesuffix(new) + old)
        return frozenset(forms)

    @cached_property
    def _irregular_verbs(self) -> dict[str, list[str]]:
        """The forms that no rule gives, by their infinitives."""
        found: dict[str, list[str]] = {}
        for form, lemmas in self._irregular.get("verb", {}).items():
            for lemma in lemmas:
                found.setdefault(lemma, []).append(form)
        return found

    def infinitive(self, form: str) -> str | None:
        """The infinitive of a verb's form; None when the form is no verb's."""
        found = self.lemma(form, "verb")
        if found is None and form.endswith("e") and self.lemma(f"{form}r", "verb") == f"{form}r":
            return f"{form}r"
        return found

    def is_infinitive(self, lemma: str) -> bool:
        """Whether a lemma is a verb's infinitive: « tire » ends like one and is none."""
        return lemma.endswith(INFINITIVE_ENDINGS) and self.lemma(lemma, "verb") == lemma

    def is_only_verb(self, form: str) -> bool:
        """Whether a form is a verb's and no noun's, adjective's or adverb's."""
        if any(self.lemma(form, part) for part in ("noun", "adj", "adv")):
            return False
        return self.infinitive(form) is not None
