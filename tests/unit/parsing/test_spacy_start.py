"""spaCy is imported without its command line, and nobody misses it."""

from __future__ import annotations

import json
import subprocess
import sys

PROGRAM = """
import json, sys
from polybe.parsing.spacy_start import without_commands
with without_commands():
    import spacy
left_out = not any(name.startswith("spacy.cli") for name in sys.modules)
told = spacy.info(silent=True)
import spacy.cli
print(json.dumps([left_out, told["spacy_version"] == spacy.__version__, spacy.cli.__file__]))
"""


def test_the_command_line_is_left_out_and_there_when_asked_for() -> None:
    """In a process of its own: here spaCy may be imported already."""
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True)
    left_out, told, file = json.loads(ran.stdout.splitlines()[-1])
    assert left_out
    assert told
    assert file.endswith("__init__.py")
