"""From drafts to the coded document: one use of each name, ids, order."""

from __future__ import annotations

from hashlib import blake2b

from ..model import (
    ActorMention,
    Ambiguous,
    CodedDocument,
    FigureMention,
    Mention,
    Place,
    PlaceMention,
    Quote,
    Report,
    Span,
    TimeMention,
)
from .actors import ActorDraft
from .drafts import ReportDraft
from .scene import PlaceDraft, Scene


def assemble(scene: Scene, drafts: list[ReportDraft]) -> CodedDocument:
    """Settle which names are actors and which are ground, number the mentions, write the reports."""
    drafts = sorted(drafts, key=lambda d: (d.trigger.start, d.trigger.end, str(d.code), d.rule))
    for draft in drafts:
        for actor in (*draft.actors, *draft.recipients, *draft.sources):
            _mark(actor)
        for place in draft.places:
            place.used = True
    actors = _actor_drafts(scene)
    places = _place_drafts(scene, actors)
    ids, mentions = _number(scene, actors, places)
    reports = _reports(scene, drafts, ids)
    return CodedDocument(scene.document, tuple(mentions), tuple(reports))


def _mark(actor: ActorDraft) -> None:
    while actor is not None and not actor.used:
        actor.used = True
        if actor.antecedent is None:
            return
        actor = actor.antecedent


def _actor_drafts(scene: Scene) -> list[ActorDraft]:
    """Actor mentions to give: those used, and names and roles found anywhere that are no ground."""
    found: dict[tuple[int, int, str | None], ActorDraft] = {}
    for draft in scene.actors.drafts:
        if draft.kind in ("pronoun", "adjective", "unknown") and not draft.used:
            continue
        if draft.kind in ("state", "capital") and not draft.used and not _acts(scene, draft):
            continue
        if draft.kind == "role" and not draft.used and _part_of_other(scene, draft):
            continue
        key = (draft.span.start, draft.span.end, draft.actor if draft.kind == "adjective" else None)
        kept = found.get(key)
        if kept is None or (draft.used and not kept.used):
            found[key] = draft
    return sorted(found.values(), key=lambda d: (d.span.start, d.span.end))


def _acts(scene: Scene, draft: ActorDraft) -> bool:
    """Whether a state's name that no report uses stands as an actor and not as ground."""
    grammar = scene.grammar
    token = grammar.tokens[draft.head]
    if token.dep in ("nsubj", "nsubj:pass", "obl:agent", "iobj"):
        return True
    preposition = grammar.preposition(draft.head)
    if preposition is None:
        return token.dep in ("obj", "conj") and grammar.determiner(draft.head) is not None
    return preposition in ("avec", "contre", "entre", "par", "envers")


def _part_of_other(scene: Scene, draft: ActorDraft) -> bool:
    return any(
        other is not draft and other.used and other.span.covers(draft.span)
        for other in scene.actors.drafts
    )


def _place_drafts(scene: Scene, actors: list[ActorDraft]) -> list[PlaceDraft]:
    """Place mentions to give: a span used as an actor and not as a place is none."""
    acting = [a.span for a in actors if a.kind in ("state", "capital")]
    found = []
    for place in scene.places:
        if not place.used and any(span.overlaps(place.span) for span in acting):
            continue
        found.append(place)
    return found


def _number(
    scene: Scene, actors: list[ActorDraft], places: list[PlaceDraft]
) -> tuple[dict[int, str], list[Mention]]:
    """Ids in text order, and the mentions; drafts that share a span share its id."""
    items: list[tuple[Span, int, object]] = [(a.span, 0, a) for a in actors]
    items += [(p.span, 1, p) for p in places]
    items += [(Span(t.start, t.end), 2, t) for t in scene.times]
    items += [(Span(f.start, f.end), 3, f) for f in scene.figures]
    items.sort(key=lambda item: (item[0].start, item[0].end, item[1]))
    ids = {id(item): f"m{number}" for number, (_, _, item) in enumerate(items, 1)}
    by_span = {(a.span, a.actor if a.kind == "adjective" else None): ids[id(a)] for a in actors}
    for draft in scene.actors.drafts:
        key = (draft.span, draft.actor if draft.kind == "adjective" else None)
        if id(draft) not in ids and key in by_span:
            ids[id(draft)] = by_span[key]
    mentions = [_mention(scene, item, ids) for _, _, item in items]
    return ids, mentions


def _mention(scene: Scene, item: object, ids: dict[int, str]) -> Mention:
    text = scene.document.text
    if isinstance(item, ActorDraft):
        antecedent = ids.get(id(item.antecedent)) if item.antecedent is not None else None
        return ActorMention(
            ids[id(item)],
            item.span.start,
            item.span.end,
            item.span.of(text),
            name=item.name,
            actor=item.actor,
            country=item.country,
            sector=item.sector,
            antecedent=antecedent if antecedent != ids[id(item)] else None,
        )
    if isinstance(item, PlaceDraft):
        return _place_mention(item, ids[id(item)], text)
    start, end = item.start, item.end  # type: ignore[attr-defined]
    if hasattr(item, "earliest"):
        return TimeMention(
            ids[id(item)],
            start,
            end,
            text[start:end],
            item.value,
            item.earliest,
            item.latest,  # type: ignore[attr-defined]
            item.precision,  # type: ignore[attr-defined]
        )
    return FigureMention(
        ids[id(item)],
        start,
        end,
        text[start:end],
        item.low,
        item.best,
        item.high,
        item.unit,
        item.of,  # type: ignore[attr-defined]
    )


def _place_mention(draft: PlaceDraft, mention_id: str, text: str) -> PlaceMention:
    start, end = draft.span
    place = draft.place
    if isinstance(place, Place):
        return PlaceMention(
            mention_id,
            start,
            end,
            text[start:end],
            place.name,
            place.geonames,
            place.latitude,
            place.longitude,
            place.country,
            place.admin1,
            draft.precision or place.precision,
        )
    if isinstance(place, Ambiguous):
        countries = {candidate.country for candidate in place.candidates}
        return PlaceMention(
            mention_id,
            start,
            end,
            text[start:end],
            place.name,
            country=countries.pop() if len(countries) == 1 else None,
            precision=draft.precision,
        )
    return PlaceMention(
        mention_id, start, end, text[start:end], text[start:end], precision=draft.precision
    )


def _reports(scene: Scene, drafts: list[ReportDraft], ids: dict[int, str]) -> list[Report]:
    text = scene.document.text
    reports: list[Report] = []
    seen: set[str] = set()
    for draft in drafts:
        fields = {
            "actors": _ids(draft.actors, ids),
            "recipients": _ids(draft.recipients, ids),
            "places": _ids(draft.places, ids),
            "figures": _ids(draft.figures, ids),
            "sources": _ids(draft.sources, ids),
        }
        mode = draft.code.mode
        report_id = _report_id(scene.document.id, draft, text, seen)
        reports.append(
            Report(
                id=report_id,
                kind=draft.code.kind,
                type=draft.code.type,
                mode=mode,
                trigger=Quote(*draft.trigger, draft.trigger.of(text)),
                time=ids.get(id(draft.time)) if draft.time is not None else None,
                content=Quote(*draft.content, draft.content.of(text)) if draft.content else None,
                status=draft.status,
                contexts=_contexts(scene, draft),
                rule=draft.rule,
                codebook=scene.codebook.version,
                **fields,
            )
        )
    return reports


def _ids(items: list, ids: dict[int, str]) -> tuple[str, ...]:  # type: ignore[type-arg]
    return tuple(dict.fromkeys(ids[id(item)] for item in items if id(item) in ids))


def _report_id(document: str, draft: ReportDraft, text: str, seen: set[str]) -> str:
    """Stable as long as document, trigger and code are; a number tells twins apart."""
    digest = blake2b(digest_size=6)
    digest.update(
        f"{document}\0{draft.trigger.start}\0{draft.trigger.of(text)}\0{draft.code}".encode()
    )
    base = f"r{digest.hexdigest()}"
    report_id, number = base, 2
    while report_id in seen:
        report_id, number = f"{base}-{number}", number + 1
    seen.add(report_id)
    return report_id


def _contexts(scene: Scene, draft: ReportDraft) -> tuple[str, ...]:
    """PLOVER contexts told by the words of the sentence's clause around the trigger."""
    grammar = scene.grammar
    table = scene.codebook.language.contexts
    found: set[str] = set()
    sentence = grammar.parse.sentence_of(draft.head)
    first, last = max(sentence.first, draft.head - 6), min(sentence.last, draft.head + 8)
    for index in range(first, last):
        found.update(table.get(grammar.lemmas[index], ()))
    return tuple(sorted(found))
