"""The parser with its model: spaCy's own annotations, offsets that hold, news that reads."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from polybe.errors import ParsingError
from polybe.model import Parse, Token
from polybe.parsing import PARSING, Parser
from polybe.parsing.factoring import factor_alternatives
from polybe.parsing.pipeline import load_tuned

pytestmark = pytest.mark.model

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "samples.jsonl"

STOCK = """
import json, sys, spacy
nlp = spacy.load(sys.argv[1])
pattern = nlp.tokenizer.token_match.__self__.pattern
texts = json.load(sys.stdin)
rows = [
    [
        [t.text, t.lemma_, t.pos_, str(t.morph), t.dep_, t.head.i, t.ent_type_, t.ent_iob_,
         bool(t.is_sent_start)]
        for t in doc
    ]
    for doc in nlp.pipe(texts)
]
json.dump({"rows": rows, "pattern": pattern, "words": len(WORDS),
           "matches": [bool(nlp.tokenizer.token_match(word)) for word in WORDS]}, sys.stdout)
"""

WORDS = [
    before + sign + after
    for before in (
        "anti",
        "après",
        "Marie",
        "sous",
        "x",
        "arc",
        "état",
        "villeneuve",
        "pet",
        "entr",
    )
    for sign in ("-", "–", "'", "’", "-de-", "-en-l'", "")
    for after in ("Daech", "guerre", "uni", "x1", "É", "sur-mer", "", "9", "out")
]


@pytest.fixture(scope="module")
def samples() -> list[str]:
    return [json.loads(line)["text"] for line in SAMPLES.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser.load()


@pytest.fixture(scope="module")
def stock(samples: list[str]) -> dict[str, object]:
    """What spaCy says of the samples as it comes, in a process that Polybe has not touched."""
    script = STOCK.replace("WORDS", repr(WORDS))
    done = subprocess.run(
        [sys.executable, "-c", script, PARSING["fr"].model],
        input=json.dumps(samples),
        capture_output=True,
        text=True,
        check=True,
        env={key: value for key, value in os.environ.items() if key != "OPENBLAS_NUM_THREADS"},
    )
    return dict(json.loads(done.stdout))


def parse(parser: Parser, text: str) -> dict[str, Token]:
    """The tokens of a text by what is written; a form used twice keeps its last token."""
    return {token.text: token for token in parser.parse(text).tokens}


def sentences(parsed: Parse) -> list[str]:
    return [
        parsed.text[parsed.tokens[s.first].start : parsed.tokens[s.last - 1].end]
        for s in parsed.sentences
    ]


# ---- threads ----


def test_the_parser_has_one_thread_of_linear_algebra() -> None:
    """NumPy reads how many it takes when it is first imported: not before the model is loaded."""
    script = (
        "import os, sys\n"
        "import polybe.parsing, polybe.app, polybe.coding\n"
        "assert 'numpy' not in sys.modules\n"
        "polybe.parsing.Parser.load()\n"
        "print(os.environ['OPENBLAS_NUM_THREADS'])\n"
    )
    env = {key: value for key, value in os.environ.items() if key != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=env
    )
    assert done.stdout.strip() == "1"


# ---- sentences that come again ----


def test_a_sentence_parsed_before_is_what_it_would_be_parsed_as(
    parser: Parser, samples: list[str]
) -> None:
    """With and without the memory of sentences, in whatever order and company, with offsets."""
    fresh = Parser.load(kept=0)
    mixed = "\n".join(line for text in samples for line in reversed(text.split("\n")))
    texts = [*samples, *reversed(samples), mixed]
    remembered = [*parser.parse_many(texts), *parser.parse_many(texts)]
    assert remembered[: len(texts)] == list(fresh.parse_many(texts))
    assert remembered[len(texts) :] == remembered[: len(texts)]
    assert [fresh.parse(text) for text in samples] == remembered[: len(samples)]


def test_what_is_written_otherwise_is_not_taken_for_the_same(parser: Parser) -> None:
    """Two sentences that the model sees alike keep their own words and offsets."""
    plain, odd = "L'armée tient la gare.", "L’armée  tient la gare."
    for text in (plain, odd, plain):
        parsed = parser.parse(text)
        assert [token.text for token in parsed.tokens][-2:] == ["gare", "."]
        assert all(text[token.start : token.end] == token.text for token in parsed.tokens)


# ---- the quicker steps, and the factored tokenizer ----


def test_the_tuned_pipeline_says_what_stock_spacy_says(
    samples: list[str], stock: dict[str, object]
) -> None:
    """No quicker step changes an annotation that Polybe reads, of any token: neither NumPy's BLAS,
    nor the lemmatizer's sets, nor vectors worked out once a word and in pieces, nor entities
    decided all at once.
    """
    nlp = load_tuned(PARSING["fr"].model)
    found = [
        [
            [
                *(t.text, t.lemma_, t.pos_, str(t.morph), t.dep_, t.head.i),
                *(t.ent_type_, t.ent_iob_, bool(t.is_sent_start)),
            ]
            for t in doc
        ]
        for doc in nlp.pipe(samples, batch_size=24)
    ]
    assert sum(map(len, found)) > 3000
    assert found == stock["rows"]


def test_the_factored_pattern_matches_the_same_words(stock: dict[str, object]) -> None:
    nlp = load_tuned(PARSING["fr"].model)
    match = nlp.tokenizer.token_match
    factored = match.__self__.pattern
    assert factored == factor_alternatives(str(stock["pattern"]))
    assert len(factored) < len(str(stock["pattern"])) / 4
    found = [bool(match(word)) for word in WORDS]
    assert found == stock["matches"]
    assert 50 < sum(found) < len(WORDS) - 50


# ---- the parse as a whole ----


def test_every_token_is_what_the_text_says_there(parser: Parser, samples: list[str]) -> None:
    for text, parsed in zip(samples, parser.parse_many(samples), strict=True):
        position = 0
        for index, token in enumerate(parsed.tokens):
            assert token.index == index
            assert token.text == text[token.start : token.end] != ""
            assert token.start >= position
            assert text[position : token.start].strip() == ""
            position = token.end
        assert text[position:].strip() == ""


def test_every_sentence_is_one_tree(parser: Parser, samples: list[str]) -> None:
    for parsed in parser.parse_many(samples):
        assert [s.first for s in parsed.sentences[1:]] == [s.last for s in parsed.sentences[:-1]]
        for sentence in parsed.sentences:
            roots = [t for t in parsed.sentence_tokens(sentence) if t.head == t.index]
            assert len(roots) == 1
            assert roots[0].dep == "ROOT"
            inside = range(sentence.first, sentence.last)
            assert parsed.subtree(roots[0].index) == list(inside)


def test_a_text_is_parsed_the_same_alone_and_among_others(
    parser: Parser, samples: list[str]
) -> None:
    together = list(parser.parse_many(samples, batch_size=5))
    assert together[3].tokens == parser.parse(samples[3]).tokens
    assert together == list(parser.parse_many(samples, batch_size=24))


def test_text_that_is_no_prose_is_parsed_into_trees_too(parser: Parser) -> None:
    """Signs, broken characters and digits in any order: offsets hold, each sentence is one tree."""
    chance = random.Random(7)
    signs = (
        "aeé«»\"'’.,;:!?()[]-–… \n\t012ABÉ\u00a0\u00ad\u0301\u200bﬁ€%漢🙂\ud83d\x00\x0b\x85\u2028"
    )
    texts = ["".join(chance.choices(signs, k=chance.randint(1, 120))) for _ in range(60)]
    for text, parsed in zip(texts, parser.parse_many(texts), strict=True):
        assert all(token.text == text[token.start : token.end] != "" for token in parsed.tokens)
        for sentence in parsed.sentences:
            roots = [t for t in parsed.sentence_tokens(sentence) if t.head == t.index]
            assert len(roots) == 1
            inside = list(range(sentence.first, sentence.last))
            assert parsed.subtree(roots[0].index) == inside


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u00a0\u00ad\n"])
def test_a_blank_text_has_no_tokens(parser: Parser, text: str) -> None:
    assert parser.parse(text) == Parse(text, (), ())


def test_no_texts_give_no_parses(parser: Parser) -> None:
    assert list(parser.parse_many([])) == []


def test_a_generator_left_half_way_does_no_harm(parser: Parser) -> None:
    started = parser.parse_many(["Un homme parle.", "Une femme répond."], batch_size=1)
    next(started)
    assert len(parser.parse("Ils partent.").sentences) == 1


def test_a_text_longer_than_the_model_takes_is_parsed_whole(
    parser: Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parser._nlp, "max_length", 25_000)
    text = "Le chef est parti. " * 4_000
    parsed = parser.parse(text)
    assert len(parsed.sentences) == 4_000
    last = parsed.tokens[-2]
    assert (last.text, last.end) == ("parti", len(text) - 2)


def test_a_missing_model_is_named_with_what_to_install() -> None:
    with pytest.raises(ParsingError, match="fr-core-news-lg"):
        Parser.load(model="fr_core_news_lg")


def test_a_language_that_polybe_does_not_know_is_refused() -> None:
    with pytest.raises(ParsingError, match="xx"):
        Parser.load("xx")


def test_importing_the_room_loads_no_spacy() -> None:
    code = "import sys, polybe, polybe.parsing; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# ---- typography ----


@pytest.mark.parametrize("marks", ["« {} »", "«\u202f{}\u202f»", "“{}”", '"{}"', "«{}»", "''{}''"])
def test_quotation_marks_of_every_sort_read_alike(parser: Parser, marks: str) -> None:
    said = marks.format("Nous ne céderons pas")
    tokens = parse(parser, f"{said}, a déclaré mardi le ministre.")
    assert tokens["ministre"].dep == "nsubj"
    assert tokens["ministre"].head == tokens["déclaré"].index
    assert tokens["céderons"].pos == "VERB"


@pytest.mark.parametrize("sign", ["'", "’", "ʼ"])
def test_apostrophes_of_every_sort_read_alike(parser: Parser, sign: str) -> None:
    tokens = parse(parser, f"Le chef de l{sign}armée n{sign}a pas répondu.")
    assert tokens[f"l{sign}"].lemma == "le"
    assert tokens[f"n{sign}"].lemma == "ne"


@pytest.mark.parametrize(
    ("word", "lemma"), [("conseil-lers", "conseiller"), ("gouver-nements", "gouvernement")]
)
def test_a_broken_word_is_one_token_read_as_the_whole(
    parser: Parser, word: str, lemma: str
) -> None:
    parsed = parser.parse(f"Le pays envoie des {word} militaires.")
    token = next(token for token in parsed.tokens if token.text == word)
    assert (token.lemma, token.pos) == (lemma, "NOUN")
    assert len(parsed.sentences) == 1


@pytest.mark.parametrize(
    "word", ["après-Alep", "anti-Daech", "pro-russe", "attentat-suicide", "israélo-palestinien"]
)
def test_a_compound_is_one_token(parser: Parser, word: str) -> None:
    assert word in parse(parser, f"On parle de l'{word} depuis mardi.")


def test_a_number_in_groups_is_one_token(parser: Parser) -> None:
    tokens = parse(parser, "Près de 50 000 personnes ont fui.")
    assert tokens["50 000"].pos == "NUM"
    assert tokens["50 000"].head == tokens["personnes"].index


# ---- sentence borders ----


@pytest.mark.parametrize(
    "text",
    [
        "M. Ba et Mme Touré ont rencontré le Gal. Diop à Gao.",
        "Le Col. Keita et le Dr Sow sont partis.",
        "La ville a été fondée en 40 av. J.-C. par des marchands.",
        "George W. Bush et J. Kerry ont parlé.",
    ],
)
def test_shortened_words_end_no_sentence(parser: Parser, text: str) -> None:
    assert len(parser.parse(text).sentences) == 1


def test_a_headline_ends_a_sentence(parser: Parser) -> None:
    parsed = parser.parse("Mali : dix morts dans une attaque\nDes hommes armés ont tiré.")
    assert sentences(parsed) == ["Mali : dix morts dans une attaque", "Des hommes armés ont tiré."]


def test_a_quotation_of_several_sentences_is_several(parser: Parser) -> None:
    parsed = parser.parse(
        "« Assez ! [...] Nous demandons la paix. Le monde regarde », a lancé le maire. "
        "Rien d'autre."
    )
    assert sentences(parsed) == [
        "« Assez ! [...]",
        "Nous demandons la paix.",
        "Le monde regarde », a lancé le maire.",
        "Rien d'autre.",
    ]


# ---- grammar ----


@pytest.mark.parametrize(
    "text",
    [
        "La ville est tombée, a annoncé l'armée.",
        "« La ville est tombée », annonce l'armée.",
        "La ville, affirme l'armée, est tombée.",
        "« La ville est tombée », a confirmé mardi soir l'armée.",
    ],
)
def test_an_inverted_subject_is_a_subject(parser: Parser, text: str) -> None:
    tokens = parse(parser, text)
    saying = next(t for t in tokens.values() if t.lemma in ("annoncer", "affirmer", "confirmer"))
    assert (tokens["armée"].dep, tokens["armée"].head) == ("nsubj", saying.index)


@pytest.mark.parametrize("verb", ["a-t-il déclaré", "déclare-t-il", "ont-ils déclaré"])
def test_a_joined_pronoun_is_a_subject(parser: Parser, verb: str) -> None:
    parsed = parser.parse(f"« Nous partons », {verb}.")
    pronoun = next(t for t in parsed.tokens if t.text in ("-il", "-ils"))
    assert pronoun.dep == "nsubj"
    assert parsed.tokens[pronoun.head].lemma == "déclarer"


def test_a_hearsay_passive_is_a_passive(parser: Parser) -> None:
    tokens = parse(parser, "Vingt civils auraient été tués par des soldats.")
    assert tokens["tués"].lemma == "tuer"
    assert tokens["civils"].dep == "nsubj:pass"
    assert tokens["soldats"].dep == "obl:agent"
    assert {tokens["auraient"].lemma, tokens["été"].lemma} == {"avoir", "être"}


def test_troops_that_withdrew_are_the_ones_who_act(parser: Parser) -> None:
    assert parse(parser, "L'armée s'est retirée de Gao.")["armée"].dep == "nsubj"
    assert parse(parser, "Les troupes sont entrées dans Kidal.")["troupes"].dep == "nsubj"


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Le chef estime la guerre finie.", "estime", "estimer"),
        ("Daech contrôle encore un tiers de la ville.", "contrôle", "contrôler"),
        ("Un drone tue trois civils.", "tue", "tuer"),
        ("Blessée à la jambe, elle a survécu.", "Blessée", "blesser"),
        ("L'accord convient aux rebelles.", "convient", "convenir"),
    ],
)
def test_verbs_of_the_news_have_their_infinitive(
    parser: Parser, text: str, form: str, lemma: str
) -> None:
    token = parse(parser, text)[form]
    assert (token.pos, token.lemma) == ("VERB", lemma)


def test_the_models_own_reading_stands_beside_the_repaired_one(parser: Parser) -> None:
    """The same tokens, some of them read otherwise; and the next parse is repaired again."""
    text = "« Nous irons », a déclaré le ministre. Lundi, ont annoncé les rebelles, l'armée a fui."
    before, plain, after = parser.parse(text), parser.parse_unrepaired(text), parser.parse(text)
    assert [(t.start, t.text) for t in plain.tokens] == [(t.start, t.text) for t in before.tokens]
    assert plain != before == after
