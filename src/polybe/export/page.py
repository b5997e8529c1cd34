"""What pages have in common: templates, style, and what they tell beyond the account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape


@dataclass(frozen=True, slots=True)
class Context:
    """What a page tells beyond the account: ``version`` is Polybe's.

    ``quads`` gives PLOVER's quad category of every event type, ``countries`` the names of
    countries by alpha-3 code, in the page's language.
    """

    quads: Mapping[str, str]
    countries: Mapping[str, str]
    version: str


@cache
def page_environment() -> Environment:
    """The templates; text put into them is escaped, and a name that is not there an error."""
    return Environment(
        loader=PackageLoader("polybe.export"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def resource(name: str) -> str:
    """A style or a script of the templates' folder."""
    return (files("polybe.export") / "templates" / name).read_text(encoding="utf-8")
