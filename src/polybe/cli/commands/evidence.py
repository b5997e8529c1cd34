"""`polybe evidence`: from an address or a document back to the bytes that were served."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from ..arguments import usage_error
from ..console import Console
from ..output import write_bytes
from ..status import OK, SOME_FAILED, NothingDone

if TYPE_CHECKING:
    from ...fetching.archive import Entry


def run(options: Namespace, console: Console) -> int:
    """Show where in an archive something stands, write its bytes out, or check them all."""
    _check_usage(options, console)
    return _check(options, console) if options.check else _find(options, console)


def _find(options: Namespace, console: Console) -> int:
    from ... import app

    found = app.find_evidence(options.archive, options.what)
    if not found:
        where = options.archive
        raise NothingDone(console.messages("evidence.none", where=where, what=options.what))
    if options.output:
        write_bytes(options.output, app.evidence_bytes(options.archive, _served(found)))
        return OK
    for entry in found:
        values = (entry.file, entry.start, entry.date, entry.status, entry.kind)
        print(*values, entry.digest or "", entry.url, sep="\t")
    return OK


def _check(options: Namespace, console: Console) -> int:
    from ... import app

    faults = 0
    for fault in app.check_evidence(options.archive):
        faults += 1
        print(fault.file, fault.start, console.messages.translate(fault.what), sep="\t")
    if faults:
        console.note(console.messages("evidence.faults", where=options.archive, count=faults))
        return SOME_FAILED
    console.note(console.messages("evidence.sound", where=options.archive))
    return OK


def _served(found: list[Entry]) -> Entry:
    """The newest record that has a page, or of what was answered in its stead."""
    return next((entry for entry in found if 200 <= entry.status < 300), found[0])


def _check_usage(options: Namespace, console: Console) -> None:
    key = None
    if options.archive is None:
        key = "evidence.no_archive"
    elif (options.what is None) != options.check or (options.check and options.output):
        key = "evidence.what_or_check"
    if key:
        raise usage_error(console.messages, console.messages(key), "polybe evidence")
