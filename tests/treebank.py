"""French sentences with their trees, made once, so that tests of the grammar load no model.

The trees stand in CoNLL-U (https://universaldependencies.org/format.html), one file a language;
the column MISC holds ``SpaceAfter=No`` and the named entity as ``NER=B-PER`` or ``NER=I-PER``.
A few are corrected by hand: the grammar is tested on the tree a sentence has.

``python -m tests.treebank "Une phrase."`` prints new trees, to be read over and appended.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from polybe.model import Parse, Sentence, Token

_FILE = Path(__file__).parent / "trees" / "french.conllu"


def parse_of(*sentences: str, between: str = " ") -> Parse:
    """The parse of a text made of these sentences, each of which stands in the treebank.

    A sentence that the treebank lacks raises KeyError.
    """
    text, tokens, borders = "", list[Token](), list[Sentence]()
    for number, sentence in enumerate(sentences):
        text += between if number else ""
        first = len(tokens)
        tokens.extend(_shifted(_trees()[sentence], first, len(text)))
        borders.append(Sentence(number, first, len(tokens)))
        text += sentence
    return Parse(text, tuple(tokens), tuple(borders))


def _shifted(rows: list[list[str]], first: int, start: int) -> Iterator[Token]:
    for index, (_, form, lemma, pos, _, feats, head, dep, _, misc) in enumerate(rows, first):
        entity = next((m[4:] for m in misc.split("|") if m.startswith("NER=")), "")
        yield Token(
            index=index,
            start=start,
            end=start + len(form),
            text=form,
            lemma=lemma,
            pos=pos,
            morph=frozenset(() if feats == "_" else feats.split("|")),
            dep="ROOT" if dep == "root" else dep,
            head=index if head == "0" else first + int(head) - 1,
            entity=entity[2:],
            entity_start=entity.startswith("B-"),
        )
        start += len(form) + ("SpaceAfter=No" not in misc)


@cache
def _trees() -> dict[str, list[list[str]]]:
    trees = {}
    for block in _FILE.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip().splitlines()
        named = [line for line in lines if line.startswith("# text = ")]
        if named:
            rows = [line.split("\t") for line in lines if not line.startswith("#")]
            trees[named[0].removeprefix("# text = ")] = rows
    return trees


def conllu(parse: Parse) -> str:
    """A parse as CoNLL-U, a block a sentence."""
    return "\n".join(_block(parse, sentence) for sentence in parse.sentences)


def _block(parse: Parse, sentence: Sentence) -> str:
    tokens = parse.sentence_tokens(sentence)
    rows = [f"# text = {parse.text[tokens[0].start : tokens[-1].end]}"]
    for token in tokens:
        following = tokens[min(token.index + 1, sentence.last - 1) - sentence.first]
        root = token.head == token.index
        columns = (
            str(token.index - sentence.first + 1),
            token.text,
            token.lemma,
            token.pos,
            "_",
            "|".join(sorted(token.morph)) or "_",
            "0" if root else str(token.head - sentence.first + 1),
            "root" if token.dep == "ROOT" else token.dep,
            "_",
            _misc(token, joined=token.end == following.start),
        )
        rows.append("\t".join(columns))
    return "\n".join(rows) + "\n"


def _misc(token: Token, *, joined: bool) -> str:
    entity = f"NER={'B' if token.entity_start else 'I'}-{token.entity}" if token.entity else ""
    return "|".join(filter(None, ("SpaceAfter=No" if joined else "", entity))) or "_"


def main(sentences: Iterable[str]) -> None:
    """Parse sentences with the project's parser and print their trees."""
    from polybe.parsing import Parser

    for parse in Parser.load().parse_many(sentences):
        print(conllu(parse))


if __name__ == "__main__":
    main(sys.argv[1:] or (line.strip() for line in sys.stdin if line.strip()))
