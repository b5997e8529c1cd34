"""The account as a page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import CodedDocument
from .answers import Answer
from .codebook import names_of_countries

if TYPE_CHECKING:
    from ..codebook.packs import Packs
    from ..export import Context
    from ..messages import Messages


def brief(
    documents: Iterable[CodedDocument],
    messages: Messages | None = None,
    *,
    codebook: Path | None = None,
) -> str:
    """The account of some coded documents as one HTML page that needs no network.

    ``messages`` gives the page its language; French when not given.  ``codebook`` is the folder
    of packs that tells what types of a user's own are.
    """
    from ..account import account_of
    from ..codebook.packs import Packs
    from ..export import render_brief
    from ..messages import load_messages

    coded = list(documents)
    messages = messages or load_messages("fr")
    context = page_context(messages.language, Packs.with_overlay(codebook))
    return render_brief(account_of(coded), coded, messages, context)


def situation_brief(
    answer: Answer,
    messages: Messages | None = None,
    *,
    about: Iterable[str] = (),
    codebook: Path | None = None,
) -> str:
    """The account of a store as one HTML page that needs no network.

    The answer should hold its evidence, which the page quotes.  ``messages`` gives the page its
    language; French when not given.  ``about`` names the place and the actor that were asked for;
    ``codebook`` is the folder of packs that tells what types of a user's own are.
    """
    from ..codebook.packs import Packs
    from ..export import render_situation
    from ..messages import load_messages

    messages = messages or load_messages("fr")
    return render_situation(
        answer.situation,
        messages,
        page_context(messages.language, Packs.with_overlay(codebook)),
        more=answer.more,
        evidence=answer.evidence,
        about=tuple(about),
    )


def page_context(language: str, packs: Packs) -> Context:
    """What a page tells beyond the account; the codebook is not loaded whole for it."""
    from .. import __version__
    from ..codebook.ontology import load_ontology
    from ..export import Context

    quads = {name: event.quad for name, event in load_ontology(packs).events.items()}
    return Context(quads, names_of_countries(language, packs), __version__)
