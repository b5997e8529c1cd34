"""What hangs on a verb or a noun: objects, infinitives, participles, names set beside."""

from __future__ import annotations

from polybe.model import Token

from ..draft import NOMINAL, Draft
from ..words import ParsingWords
from .verbs import SUBJECTS, is_finite, is_infinitive, is_participle

_ASIDES = frozenset(("côté", "part", "tour"))
_PLURAL_ARTICLE = frozenset(("Definite=Ind", "Number=Plur", "PronType=Art"))
_TIME_ADJECTIVES = frozenset(("prochain", "dernier", "suivant", "précédent", "passé"))


def repair_complements(draft: Draft, words: ParsingWords) -> None:
    """Mend objects, complements, clauses under nouns and appositions, in place."""
    for token in draft:
        if token.pos == "VERB":
            _split_perfect(draft, token)
            _counted_participle(draft, draft[token.index])
            _verb_joined_to_noun(draft, draft[token.index])
            _infinitive(draft, draft[token.index], words)
            _perfect_infinitive(draft, draft[token.index], words)
            _gerund(draft, draft[token.index])
            _noun_before_gerund(draft, draft[token.index])
            _participle_after_comma(draft, draft[token.index])
            _relative_clause(draft, draft[token.index])
            _agent(draft, token.index)
            _length_of_time(draft, draft[token.index])
            _bare_object(draft, draft[token.index], words)
    for token in draft:
        if token.pos == "NUM":
            _bare_number(draft, token)
        if token.pos in NOMINAL:
            _time_as_object(draft, draft[token.index], words)
            _object_under_time(draft, draft[token.index], words)
            _complement_under_time(draft, draft[token.index], words)
            if _is_aside(draft, draft[token.index]):
                draft.change(token.index, dep="advmod")
            _dative(draft, draft[token.index], words)
            _apposition(draft, draft[token.index])
            _name_after_title(draft, draft[token.index])
        elif token.dep == "acl:relcl":
            _cleft(draft, draft[token.index])


def _counted_participle(draft: Draft, verb: Token) -> None:
    """« héberge 160 000 déplacés »: what is counted is a noun."""
    if not is_participle(draft, verb) or not draft.has(verb.index, "nummod"):
        return
    label = "obj" if verb.dep == "xcomp" else verb.dep
    lemma = verb.text.lower().removesuffix("s").removesuffix("e")
    lemma = lemma if lemma.endswith(("é", "i", "u")) else verb.text.lower().removesuffix("s")
    morph = verb.morph - {"VerbForm=Part", "Tense=Past"}
    draft.change(verb.index, pos="NOUN", dep=label, lemma=lemma, morph=morph)


def _verb_joined_to_noun(draft: Draft, verb: Token) -> None:
    """« tuant dix personnes et en blessant quatre »: a verb is joined to a verb, not to a noun.

    Nor is a conjugated verb joined to an infinitive.
    """
    if verb.dep != "conj" or verb.head > verb.index:
        return
    head = draft[verb.head]
    above = draft[head.head]
    if head.pos in ("NOUN", "PROPN") and head.dep in ("obj", "obl:mod", "obl:arg", "obl:agent"):
        if above.pos == "VERB" and above.index < head.index and not is_participle(draft, verb):
            draft.attach(verb.index, above.index, "conj")
    elif is_infinitive(head) and is_finite(draft, verb):
        while above.head != above.index and not is_finite(draft, above):
            above = draft[above.head]
        if is_finite(draft, above) and above.index < head.index:
            draft.attach(verb.index, above.index, "conj")


def _split_perfect(draft: Draft, verb: Token) -> None:
    """« a de son côté dénoncé »: the auxiliary that the parser took for a verb with its aside."""
    aside = draft[verb.head]
    auxiliary = draft[aside.head]
    if verb.dep != "acl" or not is_participle(draft, verb) or not _is_aside(draft, aside):
        return
    if auxiliary.lemma != "avoir" or auxiliary.pos != "VERB" or draft.has(auxiliary.index, "obj"):
        return
    draft.attach(verb.index, auxiliary.index, "acl")
    draft.promote(verb.index, "aux:tense")
    draft.change(auxiliary.index, pos="AUX")
    for child in draft.children(auxiliary.index):
        draft.attach(child.index, verb.index, child.dep)


def _infinitive(draft: Draft, verb: Token, words: ParsingWords) -> None:
    """« a remercié X et demandé à Y de suspendre »: an infinitive with « de » or « à » hangs on the
    nearest verb before it that takes one.
    """
    mark = draft.child(verb.index, "mark")
    if mark is None or mark.lemma not in ("de", "à") or verb.dep not in ("xcomp", "acl", "advcl"):
        return
    for index in range(verb.index - 1, verb.head - 1, -1):
        other = draft[index]
        if other.pos == "VERB" and other.lemma in words.control_verbs:
            free = not draft.has(index, "xcomp", "ccomp") or index == verb.head
            if free and index != verb.head:
                draft.attach(verb.index, index, "xcomp")
            return
    noun = draft[verb.head]
    governor = draft[noun.head]
    under_object = verb.dep == "acl" and noun.dep in ("obj", "obl:arg")
    if under_object and governor.index < noun.index and governor.lemma in words.control_verbs:
        draft.attach(verb.index, governor.index, "xcomp")


def _perfect_infinitive(draft: Draft, verb: Token, words: ParsingWords) -> None:
    """« affirme au contraire avoir détruit »: hangs on the verb of saying before it."""
    if verb.dep != "acl" or draft.has(verb.index, "mark", *SUBJECTS):
        return
    if not any(c.pos == "AUX" and "VerbForm=Inf" in c.morph for c in draft.children(verb.index)):
        return
    saying = draft[draft[verb.head].head]
    if saying.lemma in words.speech_verbs and not draft.has(saying.index, "xcomp", "ccomp"):
        draft.attach(verb.index, saying.index, "xcomp")


def _gerund(draft: Draft, verb: Token) -> None:
    """« …, tuant dix civils » goes with the verb, not with the place before it; « et appelant à … »
    is joined to the participle before it.
    """
    if verb.dep not in ("acl", "advcl") or not verb.text.endswith("ant") or verb.head > verb.index:
        return
    start = draft.phrase_start(verb.index)
    if draft.has(verb.index, "cc"):
        for index in range(start - 1, draft.first, -1):
            other = draft[index]
            if other.pos == "VERB" and other.text.endswith("ant") and other.dep in ("acl", "advcl"):
                draft.attach(verb.index, index, "conj")
                return
    elif draft.text(start - 1) == "," and draft.has(verb.head, "case"):
        above = draft[verb.head]
        while above.pos != "VERB" and above.head != above.index:
            above = draft[above.head]
        if above.pos == "VERB":
            draft.attach(verb.index, above.index, "advcl")


def _noun_before_gerund(draft: Draft, verb: Token) -> None:
    """« a bloqué un texte condamnant le putsch »: the text is what is blocked."""
    noun = draft.child(verb.index, "nsubj")
    if noun is None or verb.dep != "advcl" or not verb.text.endswith("ant"):
        return
    head = verb.head
    before = draft.phrase_start(noun.index) - 1
    between = head < noun.index < verb.index and draft.text(before) != ","
    if between and not draft.has(head, "obj") and draft.has(noun.index, "det"):
        draft.attach(noun.index, head, "obj")
        draft.attach(verb.index, noun.index, "acl")


def _participle_after_comma(draft: Draft, verb: Token) -> None:
    """« des discussions avec X, prévues mercredi »: a participle goes with the nearest noun before
    it that agrees.
    """
    if verb.dep != "advcl" or verb.head > verb.index or not is_participle(draft, verb):
        return
    if verb.text.endswith("ant") or draft.text(draft.phrase_start(verb.index) - 1) != ",":
        return
    agreement = {f for f in verb.morph if f.startswith(("Gender", "Number"))}
    for index in range(verb.index - 1, verb.head, -1):
        noun = draft[index]
        if noun.pos == "NOUN" and len(agreement) == 2 and agreement <= noun.morph:
            draft.attach(verb.index, index, "acl")
            return


def _relative_clause(draft: Draft, verb: Token) -> None:
    """« a annoncé la Monusco, qui condamne »: a clause with « qui » hangs on the noun before it."""
    subject = draft.child(verb.index, "nsubj", "nsubj:pass")
    if subject is None or subject.text.lower() != "qui" or verb.dep == "acl:relcl":
        return
    if draft.has(subject.index, "case") or subject.index == draft.first:
        return
    before = subject.index - (2 if draft.text(subject.index - 1) == "," else 1)
    noun = before
    while noun in draft and draft[noun].head < noun and draft[draft[noun].head].pos in NOMINAL:
        noun = draft[noun].head
    if noun in draft and draft[noun].pos in NOMINAL and noun < verb.index:
        draft.attach(verb.index, noun, "acl:relcl")


def _agent(draft: Draft, verb: int) -> None:
    """« a été approuvé par Moscou »: what a passive takes with « par » is its agent."""
    if not draft.has(verb, "aux:pass") or draft.has(verb, "obl:agent"):
        return
    for child in draft.children(verb):
        case = draft.child(child.index, "case")
        if child.dep != "obl:mod" or case is None or case.lemma != "par":
            continue
        if child.pos == "PROPN" or draft.has(child.index, "det"):
            draft.change(child.index, dep="obl:agent")
            return


def _bare_number(draft: Draft, token: Token) -> None:
    """« en blessant quatre »: a number that counts nothing after it is the verb's object."""
    after_verb = draft.pos(token.index - 1) == "VERB" and token.head < token.index
    if after_verb and token.dep in ("nummod", "nmod") and draft.pos(token.head) != "VERB":
        draft.attach(token.index, token.index - 1, "obj")


def _is_time(draft: Draft, token: Token, words: ParsingWords) -> bool:
    """« mardi », « cette semaine », « la semaine prochaine », « le 15 avril »: tells when."""
    if token.pos == "NUM":
        return any(child.lemma in words.time_nouns for child in draft.children(token.index))
    if token.pos != "NOUN" or token.lemma not in words.time_nouns:
        return False
    determiner = draft.child(token.index, "det")
    adjective = draft.child(token.index, "amod")
    if adjective is not None and adjective.lemma in _TIME_ADJECTIVES:
        return True
    if token.lemma == "veille":
        return True
    return (determiner is None or determiner.lemma == "ce") and not draft.has(token.index, "nummod")


def _is_aside(draft: Draft, token: Token) -> bool:
    """« de son côté », « à leur tour »: says no more than « too »."""
    determiner = draft.child(token.index, "det")
    if token.lemma not in _ASIDES or determiner is None or determiner.index != token.index - 1:
        return False
    return "Poss=Yes" in determiner.morph and draft.has(token.index, "case")


def _time_as_object(draft: Draft, token: Token, words: ParsingWords) -> None:
    """« a déclaré mardi », « le 15 avril »: a time is no object."""
    odd = token.dep in ("obj", "xcomp")
    if odd and not draft.has(token.index, "case") and _is_time(draft, token, words):
        draft.change(token.index, dep="obl:mod")


def _object_under_time(draft: Draft, token: Token, words: ParsingWords) -> None:
    """« a attaqué dimanche deux villages »: what follows the day is the verb's object."""
    verb = draft[token.head]
    if verb.pos != "VERB" or verb.index > token.index or draft.has(verb.index, "obj", "aux:pass"):
        return
    if not (_is_time(draft, token, words) or _is_aside(draft, token)):
        return
    under = [c for c in draft.children(token.index) if c.dep in ("nmod", "appos", "amod", "obj")]
    deeper = [
        c for time in under if _is_time(draft, time, words) for c in draft.children(time.index)
    ]
    beside = [c for c in draft.children(verb.index) if c.dep == "obl:mod"]
    for child in (*under, *deeper, *beside):
        follows = child.index > token.index and child.lemma not in words.time_nouns
        if follows and _has_build_of_object(draft, child):
            draft.attach(child.index, verb.index, "obj")
            return


def _complement_under_time(draft: Draft, token: Token, words: ParsingWords) -> None:
    """« se sont emparés jeudi de la ville »: what follows the day is the verb's complement."""
    verb = draft[token.head]
    if verb.pos != "VERB" or verb.index > token.index or draft.has(token.index, "case", "det"):
        return
    if token.pos != "NOUN" or not _is_time(draft, token, words):
        return
    for child in draft.children(token.index):
        case = draft.child(child.index, "case")
        if child.dep not in ("nmod", "obl:arg") or case is None or child.lemma in words.time_nouns:
            continue
        if case.text.lower() == "des" and not draft.has(verb.index, "obj", "expl:comp", "aux:pass"):
            draft.change(case.index, pos="DET", dep="det", lemma="un", morph=_PLURAL_ARTICLE)
            draft.attach(child.index, verb.index, "obj")
        else:
            draft.attach(child.index, verb.index, "obl:arg" if case.lemma == "de" else "obl:mod")


def _length_of_time(draft: Draft, verb: Token) -> None:
    """« accuse depuis longtemps le maire »: a length of time is whole, and no preposition."""
    for noun in draft.children(verb.index):
        since = draft.child(noun.index, "case")
        if noun.index < verb.index or since is None or draft.text(since.index) != "depuis":
            continue
        adverb = draft.child(since.index, "fixed")
        if adverb is not None and adverb.pos == "ADV" and draft.has(noun.index, "det"):
            draft.attach(since.index, verb.index, "advmod")
            if not draft.has(verb.index, "obj", "aux:pass", "ccomp", "cop"):
                draft.change(noun.index, dep="obj")


def _bare_object(draft: Draft, verb: Token, words: ParsingWords) -> None:
    """« a appelé toutes les parties au calme »: a bare noun after an active verb is its object."""
    if draft.has(verb.index, "obj", "aux:pass", "ccomp", "cop") or not is_finite(draft, verb):
        return
    for child in draft.children(verb.index):
        after = child.dep == "obl:mod" and child.index > verb.index
        counted = child.pos == "NOUN" and child.lemma not in words.time_nouns
        if after and counted and _has_build_of_object(draft, child):
            draft.change(child.index, dep="obj")
            return


def _has_build_of_object(draft: Draft, token: Token) -> bool:
    """Whether a token is a noun phrase with no preposition and no comma before it."""
    if token.pos not in ("NOUN", "PROPN") or draft.has(token.index, "case"):
        return False
    counted = draft.has(token.index, "det", "nummod")
    return counted and draft.text(draft.phrase_start(token.index) - 1) != ","


def _dative(draft: Draft, token: Token, words: ParsingWords) -> None:
    """« opposent l'armée aux rebelles »: what a verb takes with « à » hangs on the verb."""
    obj = draft[token.head]
    if token.dep != "nmod" or obj.dep != "obj" or obj.index > token.index:
        return
    if obj.lemma in words.dative_nouns:
        return
    verb, case = draft[obj.head], draft.child(token.index, "case")
    if case is not None and case.lemma == "à" and verb.lemma in words.dative_verbs:
        draft.attach(token.index, verb.index, "obl:arg")


def _apposition(draft: Draft, token: Token) -> None:
    """« le secrétaire général de l'ONU, Antonio Guterres, »: a name set beside its office."""
    if token.dep not in ("conj", "nmod", "obl:mod", "dep") or token.head >= token.index:
        return
    head = draft[token.head]
    kinds = {head.pos, token.pos}
    if kinds != {"NOUN", "PROPN"} or draft.has(token.index, "case", "cc", "nummod"):
        return
    if draft.text(draft.phrase_start(token.index) - 1) != ",":
        return
    end = draft.phrase_end(token.index)
    if draft.text(end) not in (",", ".", ")", ":", "?", "!") or _is_listed(draft, token, head):
        return
    draft.change(token.index, dep="appos")


def _is_listed(draft: Draft, token: Token, head: Token) -> bool:
    """Whether a token is one of several that a conjunction joins."""
    siblings = [child for child in draft.children(head.index) if child.dep == "conj"]
    return any(
        draft.has(sibling.index, "cc") for sibling in (*siblings, token) if sibling.dep == "conj"
    )


def _name_after_title(draft: Draft, token: Token) -> None:
    """« Le président Macky Sall » with the name hung on the verb: it is the title's."""
    verb = draft[token.head]
    odd = token.dep in ("advmod", "obl:mod", "dep", "xcomp")
    if token.pos != "PROPN" or verb.pos != "VERB" or not odd or token.index > verb.index:
        return
    title = draft.child(verb.index, "nsubj", "nsubj:pass")
    if title is None or draft.has(token.index, "case", "mark") or title.pos != "NOUN":
        return
    if draft.phrase_end(title.index) == draft.phrase_start(token.index):
        draft.attach(token.index, title.index, "flat:name")


def _cleft(draft: Draft, token: Token) -> None:
    """« C'est le chef de l'armée qui a donné l'ordre »: « qui » takes up the chef."""
    head = draft[token.head]
    while head.head != head.index:
        head = draft[head.head]
    subject = draft.child(head.index, "nsubj")
    if subject is None or subject.lemma != "ce" or not draft.has(head.index, "cop"):
        return
    opener = draft.phrase_start(token.index)
    if draft.text(opener) in ("qui", "que", "qu'") and draft.text(opener - 1) != ",":
        draft.attach(token.index, head.index, "acl:relcl")
