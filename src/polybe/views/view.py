"""A report as another scheme tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model import CodedDocument, Report
from .conditions import holds, side_holds
from .table import Row, Table, load_table
from .telling import Side, Telling, code_of, telling_of


@dataclass(frozen=True, slots=True)
class View:
    """What a report is in a scheme.

    ``values`` has every field of the scheme in its order, None where the report does not tell it;
    ``values`` itself is None when the report is not in the scheme.  ``row`` is the row of the
    table that held, ``reason`` its reason.
    """

    report: str
    scheme: str
    values: Mapping[str, str | None] | None
    row: str
    reason: str


def view_of(report: Report, coded: CodedDocument, scheme: str) -> View:
    """A report of a coded document in a scheme of :data:`polybe.views.SCHEMES`.

    Raises CodebookError when there is no such scheme.
    """
    table = load_table(scheme)
    telling = telling_of(report, coded)
    row = _row_for(telling, table)
    values = _values(row, telling, table) if row.gives else None
    return View(report.id, scheme, values, row.id, row.reason)


def views_of(coded: CodedDocument, scheme: str) -> Iterator[View]:
    """The view of every report of a coded document, in their order."""
    return (view_of(report, coded, scheme) for report in coded.reports)


def _row_for(telling: Telling, table: Table) -> Row:
    """The first row that holds; the last of every table holds always."""
    return next(row for row in table.row if holds(row.when, telling, table.named))


def _values(row: Row, telling: Telling, table: Table) -> dict[str, str | None]:
    given = {name: _filled(value, telling.report) for name, value in row.gives.items()}
    for field, brought in table.follows.items():
        given.update(brought.get(given.get(field) or "", {}))
    if table.side:
        given.update(_sides(telling, table))
    return {name: given.get(name) or None for name in table.fields}


def _filled(template: str, report: Report) -> str:
    return template.format(type=report.type, mode=report.mode or "")


def _sides(telling: Telling, table: Table) -> dict[str, str]:
    """What each side is, and both together where all that is told of them is known."""
    order = table.values["inter1"]
    first = _side_type(telling.one, telling, table)
    second = _side_type(telling.other, telling, table)
    given = {"inter1": first or "", "inter2": second or ""}
    if first and second:
        given["interaction"] = "-".join(sorted((first, second), key=order.index))
    elif first and not telling.other:
        given["interaction"] = f"{first} only"
    return given


def _side_type(side: Side, telling: Telling, table: Table) -> str | None:
    """What all of one side are; None where they differ or one cannot be told."""
    found = {_actor_type((actor,), telling, table) for actor in side}
    return found.pop() if len(found) == 1 else None


def _actor_type(actor: Side, telling: Telling, table: Table) -> str | None:
    codes = _deeds_of(actor, telling)
    for row in table.side:
        if row.of and not codes & set(row.of):
            continue
        if side_holds(row.when, actor, telling, table.classes):
            return row.gives
    return None


def _deeds_of(actor: Side, telling: Telling) -> set[str]:
    """The protests of an actor: this report, or those told of the ones who suffer it."""
    if actor[0] in telling.actors:
        return {code_of(telling.report)}
    return set(telling.protests)
