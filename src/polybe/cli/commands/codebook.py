"""`polybe codebook check|list`: what the codebook knows, and whether it means what it says."""

from __future__ import annotations

from argparse import Namespace

from ..console import Console
from ..status import OK, SOME_FAILED


def run(options: Namespace, console: Console) -> int:
    """Run the action named."""
    return _check(options, console) if options.action == "check" else _list(options)


def _check(options: Namespace, console: Console) -> int:
    from ... import app

    checked = app.check_codebook(codebook=options.codebook)
    for mismatch in checked.mismatches:
        print(
            f"{mismatch.rule}\t{mismatch.expected}\t{', '.join(mismatch.found)}\t{mismatch.example}"
        )
    if checked.mismatches:
        bad = len(checked.mismatches)
        console.note(console.messages("codebook.bad", bad=bad, count=checked.count))
        return SOME_FAILED
    told = console.messages("codebook.good", count=checked.count, version=checked.version)
    console.note(told)
    return OK


def _list(options: Namespace) -> int:
    from ... import app

    for row in app.list_codebook(options.what, codebook=options.codebook):
        print("\t".join(row))
    return OK
