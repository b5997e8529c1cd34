"""From drafts to the coded document: ids, offsets, one use of each name."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polybe.coding import Coder, code_parsed
from polybe.model import (
    KINDS,
    STATUSES,
    ActorMention,
    CodedDocument,
    Document,
    FigureMention,
    Parse,
    PlaceMention,
    TimeMention,
)
from tests.readings import PUBLISHED, Coding
from tests.treebank import parse_of

_SENTENCES = (
    "« Nous allons reprendre la ville aux rebelles », a-t-il déclaré.",
    "Deux soldats ont été tués », a déclaré le ministre.",
    "La Russie a accusé l'Ukraine d'avoir bombardé un hôpital.",
    "Une explosion a fait dix morts, dont trois enfants.",
    "Le président François Hollande a condamné l'attentat.",
    "Le ministre de la Défense, Jean-Yves Le Drian, a visité la caserne.",
    "Selon l'ONU, l'armée a bombardé un hôpital.",
    "L'Etat islamique a attaqué Palmyre.",
    "Le groupe a pris le contrôle de la ville.",
    "Ils ont pris la ville.",
    "Leur offensive a échoué.",
    "Une offensive américano-russe a échoué.",
    "Trois soldats ont été tués mardi dans une attaque à Gao.",
    "Les combats entre l'armée et les rebelles ont fait douze morts.",
    "Le président a annoncé le retrait des soldats français.",
    "L'armée a repris Alep aux rebelles.",
)
_LABELS = sorted({token.dep for token in parse_of(*_SENTENCES).tokens} - {"ROOT"})


@st.composite
def parses(draw: st.DrawFn) -> Parse:
    """Sentences of news with some arcs and labels wrong, as a parser gets them wrong."""
    chosen = draw(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=4))
    parse = parse_of(*chosen, between=draw(st.sampled_from([" ", "\n", "\n\n"])))
    for _ in range(draw(st.integers(0, 8))):
        index = draw(st.integers(0, len(parse.tokens) - 1))
        sentence, below = parse.sentence_of(index), set(parse.subtree(index))
        heads = [i for i in range(sentence.first, sentence.last) if i not in below]
        if heads:
            parse = _hung_on(parse, index, draw(st.sampled_from(heads)), draw)
    return parse


def _hung_on(parse: Parse, index: int, head: int, draw: st.DrawFn) -> Parse:
    """The parse with one token hung on another, under some label."""
    tokens = list(parse.tokens)
    tokens[index] = tokens[index]._replace(head=head, dep=draw(st.sampled_from(_LABELS)))
    return Parse(parse.text, tuple(tokens), parse.sentences)


def check(coded: CodedDocument) -> None:
    """What holds of every coded document."""
    text = coded.document.text
    kinds = {m.id: type(m) for m in coded.mentions}
    assert len(kinds) == len(coded.mentions), "ids of mentions are unique"
    assert len({r.id for r in coded.reports}) == len(coded.reports), "ids of reports are unique"
    for mention in coded.mentions:
        assert mention.start < mention.end
        assert mention.text == text[mention.start : mention.end]
        if isinstance(mention, ActorMention) and mention.antecedent is not None:
            assert mention.antecedent != mention.id
            assert kinds[mention.antecedent] is ActorMention
    for report in coded.reports:
        assert report.kind in KINDS
        assert report.status in STATUSES
        for quote in filter(None, (report.trigger, report.content)):
            assert quote.text == text[quote.start : quote.end]
        for ids, kind in (
            ((*report.actors, *report.recipients, *report.sources), ActorMention),
            (report.places, PlaceMention),
            (report.figures, FigureMention),
            ((report.time,) if report.time else (), TimeMention),
        ):
            assert all(kinds[i] is kind for i in ids)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parse=parses())
def test_no_parse_gives_wrong_offsets_or_dangling_ids(coder: Coder, parse: Parse) -> None:
    """Whatever the tree, spans are the text's own and every id leads to a mention of its kind."""
    check(code_parsed(Document("any", parse.text, published=PUBLISHED), parse, coder))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parse=parses())
def test_coding_twice_gives_the_same(coder: Coder, parse: Parse) -> None:
    """Nothing of one run is kept for the next; the JSON form gives the document back."""
    document = Document("any", parse.text, published=PUBLISHED)
    first = code_parsed(document, parse, coder)
    assert first == code_parsed(document, parse, coder)
    assert first == CodedDocument.from_dict(first.to_dict())


def test_mentions_are_numbered_in_text_order(coded: Coding) -> None:
    """`m1`, `m2`, … as they stand in the text."""
    mentions = coded("Les rebelles ont attaqué une caserne à Gao lundi.").document.mentions
    assert [m.id for m in mentions] == [f"m{n}" for n in range(1, len(mentions) + 1)]
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)


def test_a_report_keeps_its_id_when_others_come_and_go(coded: Coding) -> None:
    """A sentence added behind changes no id of the reports before it."""
    first = "L'armée syrienne a bombardé Alep."
    short = coded(first).document.reports
    longer = coded(first, "Des combats ont éclaté en Syrie.").document.reports
    assert [r.id for r in short] == [r.id for r in longer[: len(short)]]
    assert len(longer) > len(short)


def test_twins_have_ids_of_their_own(coded: Coding) -> None:
    """Two reports of one code at one trigger, as after « dont », are told apart."""
    reports = coded("Une explosion a fait dix morts, dont trois enfants.").document.reports
    tolls = [r for r in reports if r.kind == "toll"]
    assert len({r.id for r in tolls}) == len(tolls) == 2


def test_every_report_names_its_rule_and_codebook(coded: Coding, coder: Coder) -> None:
    """What fired, and of which version."""
    for report in coded("La Russie a déployé 200 soldats en Syrie.").document.reports:
        assert report.rule.startswith("fr/")
        assert report.codebook == coder.codebook.version


def test_names_are_mentions_where_no_report_uses_them(coded: Coding) -> None:
    """« L'OTAN a été créée en 1949 » tells nothing and still names an actor and a time."""
    text = coded("L'OTAN a été créée en 1949.")
    assert text.codes == []
    assert text.actor("OTAN").actor == "nato"
    assert [m.text for m in text.document.mentions if isinstance(m, TimeMention)] == ["1949"]
