"""What the gate before the parse loses and what it spares; see ``docs/explanation/relevance.md``.

Losses are measured on all that is hand-coded: the reports of gold files in articles that would be
left out, once as they are and once each paragraph as an article of its own; the facts marked in the
stories; and every example of the codebook, a sentence each.  Gain is measured on articles of other
matters: those *studied* when the words of the pack were chosen, and others *unseen* by whoever
chose them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from polybe import app
from polybe.codebook import load_codebook
from polybe.coding import Relevance
from polybe.model import CodedDocument, Document
from polybe.reading import read, read_gold

from .reconciled import FOLDERS
from .stories import read_stories

SAMPLES = Path(__file__).parents[1] / "samples"
BESIDE = SAMPLES / "related" / "beside.jsonl"
UNRELATED = {name: SAMPLES / "unrelated" / f"{name}.jsonl" for name in ("studied", "unseen")}

Judge = Callable[[Document], bool]
"""Whether an article would be coded."""


@cache
def relevance() -> Relevance:
    """The gate of the project's own codebook, with the forms that the model's lexicon knows."""
    judge = app.load_coder().relevance
    assert judge is not None
    return judge


def is_coded(document: Document) -> bool:
    """Whether an article passes the gate."""
    return relevance().left_out(document) is None


def reached(files: Iterable[Path], judge: Judge = is_coded) -> dict[str, float]:
    """Shares kept of what must be, over all gold files together, and left out of what may be."""
    golds = [gold.coded for path in files for gold in read_gold(path)]
    return {
        "reports kept": _share(_kept(golds, judge)),
        "reports kept by paragraph": _share(_kept_by_paragraph(golds, judge)),
        "facts of stories kept": _share(_kept_in_stories(judge)),
        "examples kept": _share(map(judge, _examples())),
        "conflict beside other matters kept": _share(map(judge, samples(BESIDE))),
        **{
            f"other matters left out, {name}": _share(not judge(each) for each in samples(path))
            for name, path in UNRELATED.items()
        },
    }


def samples(path: Path) -> list[Document]:
    """The articles of a file of samples."""
    return [item for item in read(path) if isinstance(item, Document)]


def _kept(golds: Iterable[CodedDocument], judge: Judge) -> Iterator[bool]:
    for gold in golds:
        yield from [judge(gold.document)] * len(gold.reports)


def _kept_by_paragraph(golds: Iterable[CodedDocument], judge: Judge) -> Iterator[bool]:
    for gold in golds:
        start = 0
        for text in gold.document.text.split("\n"):
            end = start + len(text)
            count = sum(start <= report.trigger.start < end for report in gold.reports)
            start = end + 1
            if count:
                yield from [judge(Document("paragraph", text))] * count


def _kept_in_stories(judge: Judge) -> Iterator[bool]:
    for folder in FOLDERS.values():
        for story in read_stories(folder):
            kept = {document.id: judge(document) for document in story.documents}
            yield from (kept[told.document] for told in story.told)


def _examples() -> Iterator[Document]:
    for predicate in load_codebook("fr").predicates.all():
        yield Document(predicate.rule, predicate.example)


def _share(right: Iterable[bool]) -> float:
    found = list(right)
    return sum(found) / len(found)
