"""Names of a package are loaded when they are first used, once, and no others are there."""

from __future__ import annotations

import subprocess
import sys

import pytest

import polybe
from polybe import export, fetching


@pytest.mark.parametrize("package", [polybe, export, fetching])
def test_every_public_name_of_a_package_is_there_and_no_other(package: object) -> None:
    for name in package.__all__:  # type: ignore[attr-defined]
        assert getattr(package, name) is getattr(package, name)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = package.nothing  # type: ignore[attr-defined]


def test_a_module_is_loaded_when_a_name_of_it_is_used() -> None:
    told = (
        "import sys, polybe.fetching as f; a = 'httpx' in sys.modules; f.Fetcher;"
        " print(a, 'httpx' in sys.modules, 'Fetcher' in vars(f))"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True", "True"]
