"""The actor mentions of one document, in the order found and by token."""

from __future__ import annotations

from ..codebook import Codebook
from ..model import Span
from .actor_draft import ActorDraft
from .grammar import Grammar
from .names import find_names
from .nationalities import Nationalities


class ActorIndex:
    """What those who find actors share: the mentions found so far, and what they are read by.

    ``published`` is the ISO date of the article, None when not known.  ``by_token`` gives for a
    token the mention that it stands in.
    """

    def __init__(self, grammar: Grammar, codebook: Codebook, published: str | None) -> None:
        self.grammar = grammar
        self.catalogue = codebook.catalogue
        self.language = codebook.language
        self.sites = codebook.place_words.sites
        self.published = published[:10] if published else None
        self.names = find_names(grammar.parse.text, codebook.catalogue)
        self.nationalities = Nationalities(grammar, codebook.catalogue, self.names)
        self.drafts: list[ActorDraft] = []
        self.by_token: dict[int, ActorDraft] = {}

    def add(self, draft: ActorDraft) -> ActorDraft:
        """List a mention; tokens that stand in an earlier one are left to that."""
        self.drafts.append(draft)
        for index in range(draft.first, draft.last):
            self.by_token.setdefault(index, draft)
        return draft

    def put(self, draft: ActorDraft) -> None:
        """List a mention and give it all its tokens, whoever had them."""
        self.drafts.append(draft)
        self.by_token.update(dict.fromkeys(range(draft.first, draft.last), draft))

    def holds(self, first: int, last: int) -> bool:
        """Whether any token from `first` to `last`, exclusive, stands in a mention."""
        return any(index in self.by_token for index in range(first, last))

    def text_of(self, span: Span) -> str:
        """The text's words in a span."""
        return span.of(self.grammar.parse.text)

    def head_of(self, first: int, last: int) -> int:
        """The token of a phrase whose governor lies outside it, last exclusive."""
        tokens = self.grammar.tokens
        for index in range(first, last):
            if not first <= tokens[index].head < last or tokens[index].head == index:
                return index
        return first

    def end_of_name(self, last: int) -> int:
        """Where a name ends whose words the parser strung together from `last` on."""
        tokens = self.grammar.tokens
        while last < len(tokens) and tokens[last].dep == "flat:name":
            last += 1
        return last

    def person_gender(self, first: int) -> str | None:
        """A person's gender by title or given name; None when neither tells."""
        words, lists = self.grammar.words, self.language.grammar
        before = words[first - 1] if first else ""
        given, feminine = words[first], lists["feminine_names"]
        if (
            before in lists["feminine_titles"]
            or given in feminine
            or given.split("-")[0] in feminine
        ):
            return "Fem"
        return "Masc" if before in lists["masculine_titles"] else None
