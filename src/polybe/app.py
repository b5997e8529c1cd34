"""The use cases, and the one place where adapters are chosen."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from .batches import batched
from .model import TYPES, CodedDocument, Document, Failure, Report

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from .account.edit_words import Vocabulary
    from .account.evidence import Evidence
    from .account.finding import Finding
    from .account.situation import AccountWords, Situation
    from .codebook.packs import Packs
    from .codebook.predicates import Predicate
    from .coding import Coder, Explanation
    from .engine import CoderSettings
    from .engine.batch import BatchReport
    from .engine.manifests import Done
    from .export import Context
    from .fetching import Fetcher
    from .fetching.archive import Entry, Fault
    from .gazetteer import Gazetteer
    from .messages import Messages
    from .reading import Defaults, Item
    from .store import Coding, Counts, Outcome, Problem, Run, Store
    from .store.ratings import RatingGiven, Source
    from .store.review import Review

logger = logging.getLogger(__name__)

LANGUAGES = ("fr",)
"""Languages that can be coded."""

_BATCH = 64
"""Inputs read ahead of the coder: enough to fill its batches, few enough to be told soon."""


def load_coder(*, language: str = "fr", codebook: Path | None = None) -> Coder:
    """A coder for a language: codebook, gazetteer and parser, loaded and ready.

    ``codebook`` is a folder of packs laid over Polybe's own.  Takes seconds; keep what it gives.
    Raises CodebookError, GazetteerError or ParsingError when a part is missing or malformed.
    """
    from .engine import load_coder

    return load_coder(language=language, codebook=codebook, progress=logger.info)


@cache
def _kept_coder(language: str, codebook: Path | None) -> Coder:
    return load_coder(language=language, codebook=codebook)


def code(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    id: str | None = None,  # noqa: A002 - the name of the field
    language: str = "fr",
) -> CodedDocument:
    """The coded form of one article.

    ``published`` is an ISO 8601 date or datetime, against which « mardi » or « hier » are read;
    without it they stay open.  The first call loads the coder, later ones share it.  Raises
    ReadingError when the text or the date is none, ParsingError when the text cannot be parsed.
    """
    from .coding import code as code_document
    from .errors import ParsingError
    from .reading import document_of_text

    document = document_of_text(
        text, id=id, published=published, title=title, outlet=outlet, url=url, language=language
    )
    coded = code_document(document, _kept_coder(language, None))
    if isinstance(coded, Failure):
        raise ParsingError(coded.reason)
    return coded


def code_documents(
    documents: Iterable[Document],
    *,
    codebook: Path | None = None,
    language: str = "fr",
    gate: bool = False,
) -> Iterator[CodedDocument | Failure]:
    """The coded form of many articles, in order, each as soon as it is there.

    A document that cannot be coded is a Failure in its place.  With ``gate`` an article that surely
    tells nothing the codebook codes is not parsed, and is LeftOut in its place.
    """
    from .coding import code_many

    yield from code_many(documents, _kept_coder(language, codebook), gate=gate)


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """How the web is asked.

    ``archive`` is the folder in which what it answers is kept as WARC, ``state`` that in which is
    remembered what there was; None: neither.  ``delay`` are the seconds between two requests to one
    host.  Machines that are not of the public internet are asked with ``allow_private`` alone.
    """

    archive: Path | None = None
    state: Path | None = None
    allow_private: bool = False
    delay: float = 1.0


def open_web(web: Web) -> Fetcher:
    """The web, to be asked within a ``with``.

    Left without an exception, all that it gave counts as done with.  Raises FetchingError when
    archive or state cannot be had.
    """
    from . import __version__
    from .fetching import Fetcher
    from .fetching.archive import Archive

    software = f"Polybe/{__version__}"
    return Fetcher(
        software=software,
        delay=web.delay,
        allow_private=web.allow_private,
        archive=Archive(web.archive, software=software) if web.archive else None,
        state=web.state,
    )


def code_inputs(
    sources: Iterable[str | Path],
    *,
    defaults: Defaults | None = None,
    codebook: Path | None = None,
    recode: bool = False,
    gate: bool = True,
    workers: int = 1,
    columns: Mapping[str, str] | None = None,
    fetch: Fetcher | None = None,
    follow: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Iterator[CodedDocument | Failure]:
    """Read and code inputs as a user names them: files, folders, patterns, addresses, `-`.

    Documents already coded are given as they are, or coded anew with ``recode``.  What cannot be
    read or coded is a Failure in its place; an article that surely tells nothing the codebook codes
    is LeftOut, unless ``gate`` is off.  Nothing is loaded while nothing is to be coded.  With more
    than one of ``workers`` as many processes code, with the same outcome.

    ``columns`` maps the keys of an article to a table's columns.  ``fetch`` asks the web (see
    :func:`open_web`), which without it is not asked; ``follow`` has the pages read to which feeds
    and lists of addresses lead.  ``progress`` is called with the bytes read of files.
    """
    from .engine import code_many as code_apart

    found = _read(sources, defaults, columns, fetch, follow, progress)
    if workers > 1:
        wanted = map(_document_of, found) if recode else found
        yield from code_apart(wanted, _settings(codebook, gate), workers=workers)
        return
    for batch in batched(found, _BATCH):
        items = [_document_of(item) if recode else item for item in batch]
        documents = [item for item in items if isinstance(item, Document)]
        coded = code_documents(documents, codebook=codebook, gate=gate) if documents else iter(())
        for item in items:
            yield next(coded) if isinstance(item, Document) else item


def _read(
    sources: Iterable[str | Path],
    defaults: Defaults | None,
    columns: Mapping[str, str] | None,
    fetch: Fetcher | None,
    follow: bool,
    progress: Callable[[int], None] | None,
) -> Iterator[Item]:
    """What sources give; where the web is archived, each document is traced to its page."""
    from .reading import read

    for source in sources:
        for item in read(
            source, defaults, columns=columns, fetch=fetch, follow=follow, progress=progress
        ):
            if fetch and isinstance(item, Document):
                fetch.trace(item.id, (item.url if follow else None) or str(source))
            yield item


def input_size(sources: Iterable[str | Path]) -> int | None:
    """The bytes of the files that inputs name; None where that cannot be told beforehand."""
    from .reading import size_of

    return size_of(sources)


def run_batch(
    inputs: Iterable[str],
    out: str,
    *,
    codebook: Path | None = None,
    gate: bool = True,
    engine: str = "processes",
    workers: int = 1,
    address: str | None = None,
    progress: Callable[[Done], None] | None = None,
) -> BatchReport:
    """Code many files into Parquet tables; see :func:`polybe.engine.batch.run_batch`."""
    from .engine.batch import run_batch

    settings = _settings(codebook, gate)
    settings.prepare(logger.info)
    if engine == "ray":
        settings = settings.packed()
    return run_batch(
        inputs,
        out,
        settings,
        engine=engine,
        workers=workers,
        address=address,
        progress=progress,
    )


def find_evidence(archive: Path, what: str) -> list[Entry]:
    """The records of an archive that an address, or a document by its id, comes from.

    Newest first.  Raises FetchingError where there is no archive.
    """
    from .fetching.archive import find

    return find(archive, what)


def evidence_bytes(archive: Path, entry: Entry) -> bytes:
    """The body that a record of an archive holds; FetchingError where it is not what it was."""
    from .fetching.archive import bytes_of

    return bytes_of(archive, entry)


def check_evidence(archive: Path) -> Iterator[Fault]:
    """Every record of an archive whose bytes are not those that were kept.

    Raises FetchingError where there is no archive.
    """
    from .fetching.archive import check

    return check(archive)


def _document_of(item: Item) -> Item:
    return item.document if isinstance(item, CodedDocument) else item


def explain(
    document: Document, *, codebook: Path | None = None, language: str = "fr"
) -> Explanation | Failure:
    """How an article is coded, sentence by sentence; a Failure when it cannot be coded."""
    from .coding import explain as explain_document

    return explain_document(document, _kept_coder(language, codebook))


def brief(
    documents: Iterable[CodedDocument],
    messages: Messages | None = None,
    *,
    codebook: Path | None = None,
) -> str:
    """The account of some coded documents as one HTML page that needs no network.

    ``messages`` gives the page its language; French when not given.  ``codebook`` is the folder
    of packs that tells what types of a user's own are.
    """
    from .account import account_of
    from .codebook.packs import Packs
    from .export import render_brief
    from .messages import load_messages

    coded = list(documents)
    messages = messages or load_messages("fr")
    context = _context(messages.language, Packs.with_overlay(codebook))
    return render_brief(account_of(coded), coded, messages, context)


def _context(language: str, packs: Packs) -> Context:
    """What a page tells beyond the account; the codebook is not loaded whole for it."""
    from . import __version__
    from .codebook.ontology import load_ontology
    from .export import Context

    quads = {name: event.quad for name, event in load_ontology(packs).events.items()}
    return Context(quads, _country_names(language, packs), __version__)


def _country_names(language: str, packs: Packs) -> dict[str, str]:
    from .codebook.catalogue import StateEntry
    from .codebook.packs import read_entries

    states = read_entries(StateEntry, packs, "world/states.toml", "state")
    return {s.id: (s.fr if language == "fr" else s.en)[0] for s in states}


def country_names(language: str = "fr") -> Mapping[str, str]:
    """The names of countries in a language, `fr` or `en`, by alpha-3 code."""
    from .codebook.packs import Packs

    return _country_names(language, Packs())


def time_units(*, language: str = "fr", codebook: Path | None = None) -> Mapping[str, int | str]:
    """The words of a language that name a unit of time, and which: `{"jours": "day"}`.

    Raises CodebookError when the calendar is malformed.
    """
    from .codebook.calendar import load_calendar
    from .codebook.packs import Packs

    return load_calendar(Packs.with_overlay(codebook), language).words["unit"]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A predicate whose example is coded otherwise than it says."""

    rule: str
    expected: str
    found: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class CodebookCheck:
    """What checking the examples of a codebook gave."""

    version: str
    count: int
    mismatches: tuple[Mismatch, ...]


def check_codebook(*, language: str = "fr", codebook: Path | None = None) -> CodebookCheck:
    """Code every predicate's example and tell which are not coded as the predicate says.

    Raises CodebookError when a pack is malformed.
    """
    coder = _kept_coder(language, codebook)
    predicates = coder.codebook.predicates.all()
    examples = [
        Document(id=str(number), text=predicate.example, language=language)
        for number, predicate in enumerate(predicates)
    ]
    coded = code_documents(examples, codebook=codebook, language=language)
    mismatches = (_mismatch(p, result) for p, result in zip(predicates, coded, strict=True))
    found = tuple(mismatch for mismatch in mismatches if mismatch)
    return CodebookCheck(coder.codebook.version, len(predicates), found)


def _mismatch(predicate: Predicate, coded: CodedDocument | Failure) -> Mismatch | None:
    expected = str(predicate.code)
    if isinstance(coded, Failure):
        return Mismatch(predicate.rule, expected, (coded.reason,), predicate.example)
    if any(_gives(predicate, report) for report in coded.reports):
        return None
    if predicate.code.kind == "statement" and predicate.status == "alleged":
        return None  # a verb of belief vouches for facts and makes no statement of its own
    found = tuple(f"{_code_of(report)} ({report.trigger.text})" for report in coded.reports)
    return Mismatch(predicate.rule, expected, found, predicate.example)


def _gives(predicate: Predicate, report: Report) -> bool:
    """Whether a report is the predicate's own, or one of its code by another entry.

    Whether a statement is quoted or reported is told by its quotes, not by its verb.
    """
    if report.rule == predicate.rule or _code_of(report) == str(predicate.code):
        return True
    return report.kind == predicate.code.kind == "statement"


def _code_of(report: Report) -> str:
    head = report.type if report.kind == "event" else f"{report.kind}/{report.type}"
    return f"{head}/{report.mode}" if report.mode else head


def list_codebook(
    what: str = "types", *, language: str = "fr", codebook: Path | None = None
) -> Iterator[tuple[str, ...]]:
    """Rows of what the codebook knows: `types`, `predicates` or `actors`, a heading first."""
    from .codebook import load_codebook

    book = load_codebook(language, overlay=codebook)
    if what == "predicates":
        yield ("rule", "code", "example")
        yield from ((p.rule, str(p.code), p.example) for p in book.predicates.all())
    elif what == "actors":
        yield ("id", "name", "kind", "country", "sector")
        for actor in book.catalogue.actors.values():
            yield (actor.id, actor.name, actor.kind, actor.country or "", actor.sector or "")
    else:
        yield ("type", "quad", "modes", "definition")
        for event in book.ontology.events.values():
            yield (event.type, event.quad, " ".join(event.modes), event.definition)
        for kind, types in TYPES.items():
            yield from ((f"{kind}/{type_}", "", "", "") for type_ in types)


def build_gazetteer() -> Path:
    """The path of the compiled index of places, which is made first when it is not there.

    So are the other files that make a start quick: the codebook and the slow parts of the language
    model, where that is installed.  Raises GazetteerError when the index can neither be read nor
    made.
    """
    from .codebook import load_codebook
    from .errors import ParsingError
    from .gazetteer import Gazetteer
    from .parsing.parser import DEFAULT_MODEL
    from .parsing.parts import load_parts

    path = Gazetteer.open(progress=logger.info).path
    load_codebook()
    with suppress(ParsingError):
        load_parts(DEFAULT_MODEL)
    return path


def open_store(where: str | Path, *, create: bool = True) -> Store:
    """The store at a path or `postgresql://` URL, open, and made when it is not there.

    Raises StoreError when it is no store, cannot be reached, or is not there and not to be made.
    """
    from .store import Store

    return Store.open(where, create=create)


def add_inputs(
    store: Store,
    sources: Iterable[str | Path],
    *,
    defaults: Defaults | None = None,
    codebook: Path | None = None,
    columns: Mapping[str, str] | None = None,
    fetch: Fetcher | None = None,
    follow: bool = False,
    progress: Callable[[int], None] | None = None,
    reconcile: bool = True,
    gate: bool = True,
    workers: int = 1,
) -> Iterator[Outcome | Failure]:
    """Add inputs to a store: what became of each document, once it is kept.

    At the end they are worked into the account, unless ``reconcile`` leaves them to wait.

    Articles are coded unless the store has them; documents already coded are taken as they are.
    What cannot be read, coded or kept is a Failure; an article that surely tells nothing the
    codebook codes is LeftOut and not kept, unless ``gate`` is off.

    Killed at any instant, it goes on where it was when called with the same inputs again.
    ``workers``, ``columns``, ``fetch``, ``follow`` and ``progress`` as for :func:`code_inputs`.
    """
    from .store import add_stream

    items = _read(sources, defaults, columns, fetch, follow, progress)
    with _coding(codebook, gate=gate, workers=workers) as coding:
        yield from add_stream(store, items, coding)
    if reconcile:
        reconcile_store(store, codebook=codebook)


def recode_store(
    store: Store, *, codebook: Path | None = None, workers: int = 1, reconcile: bool = True
) -> Iterator[str | Failure]:
    """Code anew what another codebook coded: the id of each document, once it is kept.

    The older codings stay in the store until their run is dropped.  What cannot be coded keeps the
    coding it has and is a Failure.  Killed at any instant, it goes on where it was when called
    again.
    """
    from .store import recode_stream

    with _coding(codebook, workers=workers) as coding:
        yield from recode_stream(store, coding)
    if reconcile:
        reconcile_store(store, codebook=codebook)


@contextmanager
def _coding(codebook: Path | None, *, gate: bool = False, workers: int = 1) -> Iterator[Coding]:
    """How the store has documents coded; the codebook itself is loaded when there are any."""
    from .engine import Workers
    from .store import Coding

    settings = _settings(codebook, gate)
    if workers == 1:
        code_all = partial(code_documents, codebook=codebook, gate=gate)
        yield Coding(settings.version(), code_all)
        return
    settings.prepare(logger.info)
    with Workers(settings.load, workers) as pool:
        yield Coding(settings.version(), pool.code)


def _settings(codebook: Path | None, gate: bool) -> CoderSettings:
    from .engine import CoderSettings

    return CoderSettings(codebook=codebook, gate=gate)


def reconcile_store(
    store: Store,
    *,
    codebook: Path | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> None:
    """Bring the account of a store up to date with the documents that wait for it.

    ``progress`` is called with the number of documents that are done since the last call.
    """
    from .store import reconcile_pending

    reconcile_pending(store, account_words(codebook=codebook), progress=progress)


def count_waiting(store: Store) -> int:
    """How many documents wait to be worked into the account of a store."""
    from .store import count_pending

    with store.reading() as connection:
        return count_pending(connection)


@dataclass(frozen=True, slots=True)
class Answer:
    """The account as of a date.

    ``more`` tells by section how many findings there are beside those told (counting ends at a
    thousand); ``evidence`` gives the sentences of claims by their ids: of all, where asked for,
    else of those that put a fact on days that contradict each other.
    """

    situation: Situation
    more: Mapping[str, int]
    evidence: Mapping[str, Evidence]


def situation(
    where: str | Path,
    *,
    on: str | None = None,
    known: str | None = None,
    place: str | None = None,
    actor: str | None = None,
    days: int = 7,
    limit: int = 30,
    evidence: bool = False,
    codebook: Path | None = None,
) -> Answer:
    """The account of a store as true ``on`` one ISO day and ``known`` on another.

    Without ``known`` it is what is known at the newest day in the store, without ``on`` what is
    true on the day of ``known``.  ``place`` and ``actor`` narrow it to what is told of them, by a
    name, a country's alpha-3 code or a catalogue id.  ``days`` are those before ``on`` of which
    events and statements are told, ``limit`` the findings of a section where there are too many.
    ``codebook`` is the folder of packs that tells what words of truces and types are a user's own.
    Raises StoreError when there is no such store or nothing in it.
    """
    from .account.situation import findings_in
    from .errors import StoreError
    from .messages import Reason
    from .store import Store
    from .store.answers import Asked, answer, newest_known

    with Store.open(where, create=False) as store, store.reading() as connection:
        newest = newest_known(connection)
        if newest is None:
            raise StoreError(Reason("store.empty", where=store.place.name))
        known = known or newest
        asked = Asked(on or known, known, _country_code(place), actor, days, limit)
        told = answer(connection, asked, account_words(codebook=codebook))
        # What each says of disputed days stands in no finding, only in the articles.
        apart = [f for f in told.situation.disputed if "time" in f.disputes]
        shown = findings_in(told.situation) if evidence else apart
        return Answer(told.situation, told.more, _evidence(connection, shown))


def situation_brief(
    answer: Answer,
    messages: Messages | None = None,
    *,
    about: Iterable[str] = (),
    codebook: Path | None = None,
) -> str:
    """The account of a store as one HTML page that needs no network.

    The answer should hold its evidence, which the page quotes.  ``messages`` gives the page its
    language; French when not given.  ``about`` names the place and the actor that were asked for;
    ``codebook`` is the folder of packs that tells what types of a user's own are.
    """
    from .codebook.packs import Packs
    from .export import render_situation
    from .messages import load_messages

    messages = messages or load_messages("fr")
    return render_situation(
        answer.situation,
        messages,
        _context(messages.language, Packs.with_overlay(codebook)),
        more=answer.more,
        evidence=answer.evidence,
        about=tuple(about),
    )


def _country_code(place: str | None) -> str | None:
    """The alpha-3 code where a place is a country by its French or English name, else the place."""
    from .codebook.folding import fold

    if place is None:
        return None
    wanted = fold(place.strip())
    names = (pair for language in ("fr", "en") for pair in country_names(language).items())
    return next((code for code, name in names if fold(name) == wanted), place)


def _evidence(connection: Connection, findings: Iterable[Finding]) -> dict[str, Evidence]:
    """The sentences of all claims of some findings, by the ids of claims."""
    from .account.evidence import evidence_of
    from .store import coded_documents

    reports: dict[str, set[str]] = {}
    for claim in (claim for finding in findings for claim in finding.claims):
        document, _, report = claim.rpartition("/")
        reports.setdefault(document, set()).add(report)
    found: dict[str, Evidence] = {}
    for coded in coded_documents(connection, reports):
        found |= evidence_of(coded, reports[coded.document.id])
    return found


@cache
def account_words(*, language: str = "fr", codebook: Path | None = None) -> AccountWords:
    """What the account needs of the codebook: the words of truces, the quads of event types.

    Raises CodebookError when these are malformed.
    """
    from .account.situation import AccountWords
    from .codebook.ontology import load_ontology
    from .codebook.packs import Packs
    from .codebook.truce_words import load_truce_words

    packs = Packs.with_overlay(codebook)
    quads = {name: event.quad for name, event in load_ontology(packs).events.items()}
    return AccountWords(load_truce_words(packs, language), quads)


def list_runs(store: Store) -> list[Run]:
    """The runs of coding in a store, oldest first."""
    from .store import runs

    with store.reading() as connection:
        return runs(connection)


def drop_run(store: Store, run: int) -> Run:
    """Drop a run with its codings and reports, and tell what it was.

    Raises StoreError when there is no such run, or when codings of it are current.
    """
    from .store import drop_run

    with store.writing() as connection:
        return drop_run(connection, run)


def examine_store(store: Store) -> Iterator[Problem]:
    """Everything that is wrong with a store, as it is found."""
    from .store import examine

    with store.reading() as connection:
        yield from examine(connection)


def count_store(store: Store) -> Counts:
    """How much a store holds."""
    from .store import counts

    with store.reading() as connection:
        return counts(connection)


def back_up(store: Store, path: str | Path) -> None:
    """Copy a store, also while it is in use, into an SQLite file that opens as a store.

    Raises StoreError when the file is there already or cannot be written.
    """
    from .store import backup

    backup(store, path)


def review(store: Store, who: str, *, codebook: Path | None = None) -> Review:
    """The work of a reviewer on a store; his decisions are dated by the clock of this machine."""
    from .store.review import Review, Reviewer
    from .store.reviewing import StoredReviewing

    return Review(
        store,
        Reviewer(who, _now),
        StoredReviewing(store),
        vocabulary=lambda: _vocabulary(codebook),
        follow=partial(reconcile_store, codebook=codebook),
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@cache
def _vocabulary(codebook: Path | None) -> Vocabulary:
    """What edits may say; the gazetteer is opened when the first place is named."""
    from .account.edit_vocabulary import vocabulary_of
    from .codebook.catalogue import load_catalogue
    from .codebook.ontology import load_ontology
    from .codebook.packs import Packs

    packs = Packs.with_overlay(codebook)
    catalogue = load_catalogue(packs, "fr")
    return vocabulary_of(load_ontology(packs), catalogue, lambda n: _gazetteer(codebook).find(n))


@cache
def _gazetteer(codebook: Path | None) -> Gazetteer:
    from .codebook.packs import Packs
    from .gazetteer import Gazetteer

    return Gazetteer.open(progress=logger.info, packs=Packs.with_overlay(codebook))


def list_sources(store: Store) -> list[Source]:
    """The outlets and speakers of a store, and whoever else has been rated."""
    from .store.ratings import sources
    from .store.reviewing import StoredReviewing

    speakers = {heard.key: heard.reports for heard in StoredReviewing(store).speakers()}
    with store.reading() as connection:
        return sources(connection, speakers)


def rate_source(
    store: Store,
    kind: str,
    source: str,
    code: str,
    *,
    who: str,
    why: str | None = None,
    codebook: Path | None = None,
) -> RatingGiven:
    """Rate an outlet or a speaker by a code such as « B2 »; the account is weighed anew.

    A speaker is told by name or key, also by those of the packs in ``codebook``.  Raises
    ReviewError when the code is none.
    """
    from .account.ratings import rating_from
    from .store.ratings import rate

    rating = rating_from(code)
    key = _speaker_key(store, source, codebook) if kind == "speaker" else source
    with store.writing() as connection:
        given = rate(connection, kind, key, rating, at=_now(), who=who, why=why)
    reconcile_store(store, codebook=codebook)
    return given


def _speaker_key(store: Store, name: str, codebook: Path | None) -> str:
    """The key of a speaker: as reports have him, else as the catalogue does, else his name."""
    from .account.facts import ActorRef
    from .store.reviewing import StoredReviewing

    for heard in StoredReviewing(store).speakers():
        if name.casefold() in (heard.key.casefold(), heard.name.casefold()):
            return heard.key
    return (_vocabulary(codebook).actor(name) or ActorRef(name, name)).key


def source_history(
    store: Store, kind: str, source: str, *, codebook: Path | None = None
) -> list[RatingGiven]:
    """Every rating that a source has been given, oldest first; a speaker is told as for rating."""
    from .store.ratings import ratings_given

    key = _speaker_key(store, source, codebook) if kind == "speaker" else source
    with store.reading() as connection:
        return list(ratings_given(connection, kind, key))
