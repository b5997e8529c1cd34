"""The table of a scheme: `tables/<scheme>.toml`, checked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ..codebook.packs import Entry, read_entry, read_toml
from ..errors import CodebookError
from ..model.mentions import SECTORS, SUPRANATIONAL
from .conditions import Condition, Named, SideCondition, classes_named
from .schemes import SCHEMES

_TABLES = Path(__file__).parent / "tables"


class Row(Entry):
    """One row: when it holds, what the report then is in the scheme, and why.

    A row that gives nothing tells that the report is not in the scheme.  ``{type}`` and ``{mode}``
    in a value are the report's own.
    """

    id: str
    when: Condition
    gives: dict[str, str] = {}
    reason: str


class SideRow(Entry):
    """What one side is in the scheme; ``of`` asks for those who do such in this report."""

    id: str
    when: SideCondition
    of: list[str] = []
    gives: str | None = None
    reason: str


class Table(Entry):
    """A scheme: its fields in their order, their values, rows in the order in which they are tried.

    ``follows`` are values that follow from another's: field, value, then what it brings.  ``words``
    are lists of words, each list by language.
    """

    name: str
    source: str
    fields: list[str]
    values: dict[str, list[str]] = {}
    classes: dict[str, list[str]] = {}
    words: dict[str, dict[str, list[str]]] = {}
    follows: dict[str, dict[str, dict[str, str]]] = {}
    row: list[Row]
    side: list[SideRow] = []

    @property
    def named(self) -> Named:
        """What the conditions may name."""
        return Named(self.classes, self.words)


@cache
def load_table(scheme: str) -> Table:
    """The table of a scheme; CodebookError where there is no such, or names what is wrong in it."""
    if scheme not in SCHEMES:
        raise CodebookError(f"{scheme}: no such scheme; there are: {', '.join(SCHEMES)}")
    return read_table(_TABLES / f"{scheme}.toml")


def read_table(path: Path) -> Table:
    """Read and check a table; CodebookError names file and row that are wrong."""
    table = read_entry(Table, read_toml(path), path=path, key=path.stem)
    for fault in _faults(table):
        raise CodebookError(f"{path}: {fault}")
    return table


def _faults(table: Table) -> Iterator[str]:
    told = [(r.id, r.reason) for r in table.row] + [(r.id, r.reason) for r in table.side]
    ids = [row for row, _ in told]
    yield from (f"{row}: the id is taken" for row in ids if ids.count(row) > 1)
    yield from (f"{row}: no reason" for row, reason in told if not reason)
    yield from _unknown_names(table)
    for row in table.row:
        yield from _wrong_values(row.id, row.gives, table)
    for brought in table.follows.values():
        for given in brought.values():
            yield from _wrong_values("follows", given, table)
    if not table.row or table.row[-1].when.model_fields_set:
        yield "the last row must hold always"


def _unknown_names(table: Table) -> Iterator[str]:
    codes = SECTORS | SUPRANATIONAL
    for name, named in table.classes.items():
        yield from (f"classes.{name}: {code!r} is no sector" for code in sorted({*named} - codes))
    known = codes | set(table.classes)
    conditions = [(row.id, row.when) for row in table.row]
    conditions += [(row.id, Condition(actors=row.when)) for row in table.side]
    for row, when in conditions:
        unknown = sorted(set(classes_named(when)) - known)
        yield from (f"{row}: {name!r} is no class or sector" for name in unknown)
    for listing in table.row:
        lists = {*listing.when.word, *listing.when.followed_by}
        yield from (
            f"{listing.id}: {name!r} is no list of words"
            for name in sorted(lists - set(table.words))
        )


def _wrong_values(where: str, given: dict[str, str], table: Table) -> Iterator[str]:
    for field, value in given.items():
        if field not in table.fields:
            yield f"{where}: {field!r} is no field"
        if "{" not in value and value not in table.values.get(field, [value]):
            yield f"{where}: {value!r} is no value of {field}"
