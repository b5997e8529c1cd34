"""`polybe account`: the account of the store as of any date, in the terminal or as JSON."""

from __future__ import annotations

import json
import sys
from argparse import Namespace

from ..asking import answer_of, subjects_of
from ..console import Console
from ..status import OK


def run(options: Namespace, console: Console) -> int:
    """Tell who held what, what had happened at which cost, and on whose word, as then known."""
    from ... import app
    from ...export import print_situation, situation_as_json

    answer = answer_of(options, evidence=options.reports)
    if options.format == "json":
        told = situation_as_json(answer.situation, more=answer.more, evidence=answer.evidence)
        json.dump(told, sys.stdout, ensure_ascii=False, indent=2)
        print()
        return OK
    print_situation(
        answer.situation,
        console.messages,
        sys.stdout,
        more=answer.more,
        evidence=answer.evidence,
        countries=app.country_names(console.messages.language),
        about=subjects_of(options),
        reports=options.reports,
    )
    return OK
