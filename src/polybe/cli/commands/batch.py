"""`polybe batch`: many files into Parquet tables, on one machine or on many."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from ..arguments import usage_error
from ..console import Console
from ..inputs import require_inputs
from ..progress import counted
from ..status import OK, SOME_FAILED, NothingDone

if TYPE_CHECKING:
    from ...engine.manifests import Done


def run(options: Namespace, console: Console) -> int:
    """Code what is not done yet, and count what was written."""
    from ... import app

    require_inputs(options, console)
    if not options.output:
        told = console.messages("cli.no_output")
        raise usage_error(console.messages, told, "polybe batch")
    with counted(console.messages, "engine.shards") as count:

        def progress(done: Done) -> None:
            count(done.rows.get("documents", 0), sum(done.failures.values()))

        report = app.run_batch(
            options.inputs,
            options.output,
            codebook=options.codebook,
            gate=not options.code_all,
            engine=options.engine,
            workers=options.workers,
            address=options.address,
            timeout=options.timeout or None,
            progress=progress,
        )
    if options.report:
        Path(options.report).write_text(json.dumps(report.as_dict(), indent=2), encoding="utf-8")
    failed = report.failures.total()
    console.note(
        console.messages(
            "engine.batch_done",
            done=report.shards,
            passed=report.passed_over,
            documents=report.rows["documents"],
            reports=report.rows["reports"],
            failed=failed,
        )
    )
    if report.shards and failed and not report.rows["documents"]:
        raise NothingDone
    return SOME_FAILED if failed else OK
