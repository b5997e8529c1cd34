"""Tables of documents: the articles, the runs that coded them, and the reports of each run."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from .base import metadata

run = Table(
    "run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("codebook", Text, nullable=False),  # the codebook's version; empty when none was told
    Column("begun", Text, nullable=False),  # ISO datetime, UTC
    UniqueConstraint("codebook"),
)
"""The coding of documents by one version of the codebook; however often it is taken up again."""

document = Table(
    "document",
    metadata,
    Column("id", Text, primary_key=True),
    Column("address", Text, nullable=False),  # what versions of one article share: see address_of
    Column("revision", Integer, nullable=False),  # 1 for the first version at an address
    Column("language", Text, nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("outlet", Text),
    Column("published", Text),  # as the document tells it
    Column("text", Text, nullable=False),
    Column("text_hash", Text, nullable=False),  # SHA-256 of the UTF-8 text
    Column("added", Text, nullable=False),  # ISO datetime, UTC
    Column("known", Text, nullable=False),  # ISO day from which its claims were known
    Column("until", Text),  # ISO day from which a newer revision stands in its place
    Index(None, "address", "revision"),
    Index(None, "outlet"),
)
"""One version of an article; its text is never changed."""

coding = Table(
    "coding",
    metadata,
    Column("document", ForeignKey("document.id"), primary_key=True),
    Column("run", ForeignKey("run.id"), primary_key=True),
    Column("current", Boolean, nullable=False),  # whether the account is made of this coding
    Column("mentions", LargeBinary, nullable=False),  # zlib of the JSON list of mentions
    Index(None, "run"),
)
"""What one run read off one document."""

Index(
    "uq_coding_current",
    coding.c.document,
    unique=True,
    sqlite_where=coding.c.current,
    postgresql_where=coding.c.current,
)

report = Table(
    "report",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Text, nullable=False),
    Column("run", Integer, nullable=False),
    Column("id", Text, nullable=False),  # stable between runs, unique in its document and run
    Column("kind", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("start", Integer, nullable=False),  # of the trigger
    Column("end", Integer, nullable=False),
    Column("body", Text, nullable=False),  # the report model's JSON object
    UniqueConstraint("document", "run", "id"),
    ForeignKeyConstraint(["document", "run"], ["coding.document", "coding.run"]),
)
"""The reports of a coding."""

pending = Table(
    "pending",
    metadata,
    Column("document", ForeignKey("document.id"), primary_key=True),
)
"""Documents whose claims the account does not hold as they are: new, recoded, superseded."""
