"""Make docs/reference/views.md from the tables of the views.

usage: PYTHONPATH=src python tools/make_views_reference.py
"""

from __future__ import annotations

from pathlib import Path

from polybe.views import SCHEMES, Row, Table, load_table

TARGET = Path(__file__).parent.parent / "docs" / "reference" / "views.md"

INTRODUCTION = """# Views: reports in the terms of other schemes

<!-- Made by tools/make_views_reference.py from src/polybe/views/tables. -->

`polybe view SCHEME INPUT…`, `polybe.view_of(report, coded, scheme)`: what a report of [the
report model](report-model.md) is in PLOVER proper, as a root code of CAMEO, in ACLED, in UCDP.
A report is looked up row by row; the first row that holds counts. A row that gives nothing says
that the report is not in the scheme, and why; a field that the report does not settle stays
empty. Nothing is guessed.

What is asked beside the report's own kind, type (`ASSAULT/` is one without mode), status,
parties, `word` (the codebook's word that fired is in one of these lists, which have words by
language) and `followed_by` (a word right behind it is): `harm` (tolls told as facts of the same
victims, of the same word, or of the same two sides), `acts` (attacks whose toll it is),
`protests` (of those who suffer it), `met` (what its actors suffered or protested with),
`fights` (attacks told of the same actors at the same place). « The same » is the same mention.
`one` and `other` are actors and recipients or, of a mutual act, the first actor and the others;
`between` holds in either order. `at` compares an actor's country with the place's.

A view tells single reports: two reports of one deed (an attack and its toll, an attack told
twice) are told one by one.
"""


def main() -> None:
    """Write the page."""
    TARGET.write_text(page(), encoding="utf-8")


def page() -> str:
    """The whole page."""
    return "\n".join([INTRODUCTION, *(_section(scheme) for scheme in SCHEMES)])


def _section(scheme: str) -> str:
    table = load_table(scheme)
    lines = [f"## {table.name}: `{scheme}`", "", f"After: {table.source}.", ""]
    lines += [f"Columns: {', '.join(f'`{name}`' for name in table.fields)}.", ""]
    if table.classes:
        lines += [f"- `{name}`: {', '.join(codes)}" for name, codes in table.classes.items()]
        lines += [""]
    for name, by_language in table.words.items():
        lines += [f"- `{name}`, {lang}: {', '.join(words)}" for lang, words in by_language.items()]
    lines += [""] if table.words else []
    lines += ["| row | when | gives | reason |", "| --- | --- | --- | --- |"]
    lines += [_line(row.id, _when(row), _given(row), row.reason) for row in table.row]
    return "\n".join([*lines, "", *_sides(table)])


def _sides(table: Table) -> list[str]:
    if not table.side:
        return []
    lines = ["Each side, by the first of these that holds:", ""]
    lines += ["| row | when | gives | reason |", "| --- | --- | --- | --- |"]
    for row in table.side:
        when = _told(
            {**row.when.model_dump(exclude_unset=True), **({"of": row.of} if row.of else {})}
        )
        lines.append(_line(row.id, when, row.gives or "not told", row.reason))
    return [*lines, ""]


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _when(row: Row) -> str:
    return _told(row.when.model_dump(exclude_unset=True)) or "always"


def _given(row: Row) -> str:
    return " / ".join(row.gives.values()) or "not in it"


def _told(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_told(part)}" for key, part in value.items())
    if isinstance(value, tuple):
        return " and ".join(_told(part) for part in value)
    if isinstance(value, list):
        return " or ".join(map(str, value))
    return (
        {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    )


if __name__ == "__main__":
    main()
