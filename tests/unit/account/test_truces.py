"""Truces: read by the French words of the pack, step by step."""

from __future__ import annotations

import pytest

from polybe.account.facts import ActorRef, FigureRef
from polybe.account.finding import Finding
from polybe.account.truces import Truce, truces_at
from polybe.codebook import Codebook
from polybe.codebook.folding import fold_words
from polybe.codebook.truce_words import TruceWords
from tests.unit.account.claiming import ARMY, DAECH, PALMYRE, claim, on_day
from tests.unit.account.finding_out import REBELS, UN, found, told

OTHERS = ActorRef("Somali National Army", "l'armée somalienne", "SOM", "MIL", "SOM-MIL")
LATE = "2017-12-31"


@pytest.fixture(scope="module")
def words(codebook: Codebook) -> TruceWords:
    """The French words."""
    return codebook.truce_words


def act(
    name: str, code: str, day: str | None, trigger: str, said: str | None, **fields: object
) -> Finding:
    """A speech act that one article tells, of no place."""
    kind, _, mode = code.partition("/")
    made = {"type": kind, "mode": mode or None, "trigger": trigger, "said": said, "places": ()}
    return told(name, day, **{"actors": (REBELS,), **made, **fields})


def ceasefire(name: str, day: str | None, sentence: str = "", **fields: object) -> Finding:
    """A ceasefire that one article tells in a sentence, between army and rebels."""
    return found(_ceasefire(name, day, sentence, **fields))


def _ceasefire(name: str, day: str | None, sentence: str = "", **fields: object) -> object:
    made = {"type": "RETREAT", "mode": "ceasefire", "trigger": "trêve", "actors": (ARMY, REBELS)}
    time = on_day(day) if day else None
    said = frozenset(word for word in fold_words(sentence) if len(word) > 3)
    return claim(name, **{**made, "time": time, "words": said, **fields})


def proposal(name: str = "p", day: str | None = "2017-03-01", **fields: object) -> Finding:
    """The rebels offer the army a truce."""
    fields.setdefault("recipients", (ARMY,))
    return act(name, "AGREE", day, "proposé", "une trêve de 72 heures", **fields)


def attack(
    name: str, day: str | None, by: ActorRef = ARMY, on: ActorRef = REBELS, **fields: object
) -> Finding:
    """One attacks the other."""
    return told(name, day, **{"actors": (by,), "recipients": (on,), "places": (), **fields})


def one(words: TruceWords, *findings: Finding, on: str = LATE) -> Truce:
    """The only truce told of."""
    [truce] = truces_at(findings, on, words)
    return truce


def test_proposed(words: TruceWords) -> None:
    """By one of the parties, to the other."""
    truce = one(words, proposal())
    assert (truce.state, truce.since) == ("proposed", "2017-03-01")
    assert truce.parties == (REBELS, ARMY)


def test_who_only_asks_is_no_party(words: TruceWords) -> None:
    """« L'ONU réclame un cessez-le-feu »."""
    asked = act("a", "REQUEST/yield", None, "réclamé", "un cessez-le-feu immédiat", actors=(UN,))
    truce = one(words, asked)
    assert (truce.state, truce.since, truce.parties) == ("proposed", None, ())


def test_asking_to_respect_a_truce_proposes_none(words: TruceWords) -> None:
    """« appelle à respecter la trêve », and a demand of something else."""
    findings = [
        act("a", "REQUEST/yield", None, "appelle", "respecter la trêve"),
        act("b", "REQUEST/yield", None, "exige", "le retrait des troupes"),
    ]
    assert truces_at(findings, LATE, words) == ()


def test_a_refusal_leaves_it_proposed(words: TruceWords) -> None:
    """The refuser is a party, and the step is told."""
    refusal = act("r", "REJECT/yield", "2017-03-02", "rejeté", "la trêve", actors=(ARMY,))
    truce = one(words, proposal(recipients=()), refusal)
    assert truce.state == "proposed"
    assert [step.step for step in truce.steps] == ["proposed", "refused"]
    assert truce.parties == (REBELS, ARMY)


def test_an_offer_accepted_is_declared(words: TruceWords) -> None:
    """By the other side; who accepts what only the United Nations propose is alone."""
    accepted = act("b", "AGREE", "2017-03-02", "accepté", "la trêve", actors=(ARMY,))
    assert one(words, proposal(), accepted).state == "declared"
    by_un = proposal(actors=(UN,), recipients=(ARMY,))
    assert one(words, by_un, accepted).state == "proposed"


def test_declared_by_one_side(words: TruceWords) -> None:
    """« décrète un cessez-le-feu unilatéral », and an announcement."""
    declared = ceasefire("a", "2017-03-01", "l'armée décrète une trêve", actors=(ARMY,))
    assert one(words, declared).state == "declared"
    announced = ceasefire("a", "2017-03-01", "une trêve", status="planned")
    assert one(words, announced).state == "declared"
    conceded = act("a", "CONCEDE", "2017-03-01", "annonce", "une trêve", actors=(ARMY,))
    assert one(words, conceded).state == "declared"


def test_signed_then_in_force(words: TruceWords) -> None:
    """« ont paraphé un texte qui prévoit l'arrêt des hostilités », in force three days later."""
    both = {"actors": (ARMY, REBELS)}
    signed = act("a", "AGREE", "2017-03-01", "paraphé", "l'arrêt des hostilités", **both)
    silent = ceasefire("b", "2017-03-04", "la trêve est entrée en vigueur")
    states = [one(words, signed, silent, on=day).state for day in ("2017-03-03", "2017-03-04")]
    assert states == ["signed", "in force"]


def test_an_accord_without_content_joins_a_truce_of_the_same_parties(words: TruceWords) -> None:
    """« l'accord » alone is no truce; beside one, it is its signature."""
    accord = act("a", "AGREE", "2017-03-02", "accord", None, actors=(ARMY, REBELS))
    assert truces_at([accord], LATE, words) == ()
    assert one(words, proposal(), accord).state == "signed"


def test_told_violated(words: TruceWords) -> None:
    """By an accusation, which is disputed; by « rompu »; by « la trêve a volé en éclats »."""
    silent = ceasefire("a", "2017-03-01", "la trêve est entrée en vigueur")
    accused = act(
        "b", "ACCUSE/allege", "2017-03-03", "accuse", "avoir violé l'accord", recipients=(ARMY,)
    )
    truce = one(words, silent, accused)
    assert (truce.state, truce.since, truce.disputed) == ("violated", "2017-03-03", True)
    assert truce.steps[-1].by == (ARMY,)
    broken = act("b", "REJECT", "2017-03-03", "rompu", "le cessez-le-feu", actors=(ARMY,))
    truce = one(words, silent, broken)
    assert (truce.state, truce.disputed) == ("violated", False)


def test_a_ceasefire_told_then_gone_in_one_finding(words: TruceWords) -> None:
    """It began on its day; when it broke nobody tells, only when that was first told."""
    finding = found(
        _ceasefire("a", "2017-03-01", "entrée en vigueur", known="2017-03-01"),
        _ceasefire("b", "2017-03-01", "la trêve a volé en éclats", known="2017-03-05"),
        _ceasefire("c", None, "la trêve n'a pas tenu", known="2017-03-06", status="denied"),
    )
    truce = one(words, finding)
    assert [(s.step, s.day, s.told_from) for s in truce.steps] == [
        ("in force", "2017-03-01", "2017-03-01"),
        ("violated", None, "2017-03-05"),
    ]
    assert (truce.state, truce.since) == ("violated", None)
    assert one(words, finding, on="2017-03-04").state == "in force"


def test_no_truce_is_none(words: TruceWords) -> None:
    """« Aucune trêve n'a été conclue »."""
    assert truces_at([ceasefire("a", None, status="denied")], LATE, words) == ()


def test_an_attack_of_one_party_on_the_other_is_a_breach(words: TruceWords) -> None:
    """Inferred, and only after the truce began; an attack on others is none."""
    silent = ceasefire("a", "2017-03-01", "entrée en vigueur", places=(PALMYRE,))
    breach = attack("b", "2017-03-03")
    truce = one(words, silent, breach)
    assert (truce.state, truce.since) == ("violated", "2017-03-03")
    assert truce.steps[-1].inferred
    for none in (
        attack("b", "2017-02-27"),
        attack("b", "2017-03-03", OTHERS),
        attack("b", "2017-03-03", ARMY, DAECH),
        attack("b", "2017-03-03", status="planned"),
        attack("b", None, known="2017-03-03"),
        attack("b", "2017-06-03"),
    ):
        assert one(words, silent, none).state == "in force"


def test_an_attack_where_it_is_to_hold_is_a_breach(words: TruceWords) -> None:
    """By a party, on nobody told, in the place of the truce."""
    silent = ceasefire("a", "2017-03-01", "entrée en vigueur", places=(PALMYRE,))
    there = attack("b", "2017-03-03", recipients=(), places=(PALMYRE,))
    elsewhere = attack("b", "2017-03-03", recipients=())
    assert one(words, silent, there).state == "violated"
    assert one(words, silent, elsewhere).state == "in force"


def test_an_attack_before_there_is_a_truce_breaks_none(words: TruceWords) -> None:
    """What is only proposed cannot be violated."""
    assert one(words, proposal(), attack("b", "2017-03-03")).state == "proposed"


def test_its_term_runs_out(words: TruceWords) -> None:
    """« 72 heures » from the 1st: lapsed on the 4th; a term in letters, and one of the figures."""
    silent = ceasefire("a", "2017-03-01", "entrée en vigueur")
    truce = one(words, silent, proposal(), on="2017-03-03")
    assert (truce.state, truce.until) == ("in force", "2017-03-04")
    truce = one(words, silent, proposal(), on="2017-03-04")
    assert (truce.state, truce.since) == ("lapsed", "2017-03-04")
    assert truce.steps[-1].inferred
    days = FigureRef("trois jours", 3, 3, 3, "duration")
    counted = ceasefire("a", "2017-03-01", "entrée en vigueur", figures=(days,))
    assert one(words, counted).until == "2017-03-04"


def test_without_a_day_no_term(words: TruceWords) -> None:
    """Its length is told, its beginning is not; what is signed may begin later."""
    truce = one(words, ceasefire("a", None, "entrée en vigueur"), proposal())
    assert (truce.state, truce.until) == ("in force", None)
    truce = one(words, ceasefire("a", "2017-03-01", "ils signent une trêve"), proposal())
    assert (truce.state, truce.until) == ("signed", None)


def test_violated_then_renewed(words: TruceWords) -> None:
    """The renewed one is another truce, the newest first; the broken one stays broken."""
    findings = [
        ceasefire("a", "2017-03-01", "entrée en vigueur"),
        act("b", "REJECT", "2017-03-03", "rompu", "la trêve", actors=(ARMY,)),
        ceasefire("c", "2017-03-10", "une trêve est entrée en vigueur"),
    ]
    renewed, broken = truces_at(findings, LATE, words)
    assert (renewed.state, renewed.since) == ("in force", "2017-03-10")
    assert (broken.state, broken.since) == ("violated", "2017-03-03")
    assert [t.state for t in truces_at(findings, "2017-03-05", words)] == ["violated"]


def test_looking_back_renews_nothing(words: TruceWords) -> None:
    """« La trêve », told later with no day, is the one that was broken."""
    findings = [
        ceasefire("a", "2017-03-01", "entrée en vigueur"),
        act("b", "REJECT", "2017-03-03", "rompu", "la trêve", actors=(ARMY,)),
        ceasefire("c", None, "la trêve", known="2017-03-10"),
    ]
    assert one(words, *findings).state == "violated"


def test_a_new_call_after_the_end_is_another_truce(words: TruceWords) -> None:
    """Asked for again, with no day told."""
    findings = [
        ceasefire("a", "2017-03-01", "entrée en vigueur"),
        act("b", "REJECT", "2017-03-03", "rompu", "la trêve", actors=(ARMY,)),
        proposal("c", None, known="2017-03-10"),
    ]
    assert [t.state for t in truces_at(findings, LATE, words)] == ["proposed", "violated"]


def test_truces_of_others_stay_apart(words: TruceWords) -> None:
    """Other parties, another land; the same parties, months later."""
    elsewhere = proposal("b", "2017-03-02", actors=(OTHERS,), recipients=())
    later = proposal("c", "2017-08-01")
    found_truces = truces_at([proposal(), elsewhere, later], LATE, words)
    assert [t.since for t in found_truces] == ["2017-08-01", "2017-03-02", "2017-03-01"]


def test_one_article_tells_of_one_truce(words: TruceWords) -> None:
    """« La trêve », broken, of nobody told: that of the parties whom the same article names."""
    silent = ceasefire("a", "2017-03-01", "entrée en vigueur")
    broken = {"actors": (), "known": "2017-03-05"}
    same = act("a", "REJECT", None, "violée", "la trêve", report="r2", **broken)
    assert one(words, silent, same).state == "violated"
    other = act("b", "REJECT", None, "violée", "la trêve", **broken)
    assert len(truces_at([silent, other], LATE, words)) == 2


def test_one_article_may_tell_of_the_truce_before(words: TruceWords) -> None:
    """Two ceasefires of nobody told, a week apart, in one article."""
    first = ceasefire("a", "2017-03-01", "entrée en vigueur", actors=())
    second = ceasefire("a", "2017-03-09", "entrée en vigueur", actors=(), report="r2")
    assert len(truces_at([first, second], LATE, words)) == 2


def test_nothing_after_the_day_shows(words: TruceWords) -> None:
    """A truce of the 1st is not there on the day before."""
    assert truces_at([proposal()], "2017-02-28", words) == ()


def test_the_order_plays_no_part(words: TruceWords) -> None:
    """The same findings the other way round."""
    findings = [
        proposal(),
        ceasefire("a", "2017-03-01", "entrée en vigueur"),
        act("b", "REJECT", "2017-03-03", "rompu", "la trêve", actors=(ARMY,)),
        attack("c", "2017-03-02"),
        ceasefire("d", "2017-03-10", "une trêve est entrée en vigueur"),
    ]
    assert truces_at(findings[::-1], LATE, words) == truces_at(findings, LATE, words)


def test_a_ceasefire_carries_its_words_and_others_none() -> None:
    """Findings stay small: only a ceasefire is told by the words around it."""
    assert [row.value for row in ceasefire("a", None, "a expiré").words] == ["expire"]
    assert attack("b", None).words == ()
