"""What the doctor asks of the account: that it holds what the documents say, each thing once."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

_CHECKS = {
    # reports of current codings that the account ought to hold, since their document does not wait
    "problem.no_claim": """
        SELECT r.document || '/' || r.id FROM report r
        JOIN coding c ON c.document = r.document AND c.run = r.run AND c.current
        LEFT JOIN claim l ON l.id = r.document || '/' || r.id
        LEFT JOIN pending p ON p.document = r.document
        WHERE l.id IS NULL AND p.document IS NULL
    """,
    # claims of reports that no current coding has
    "problem.stale_claim": """
        SELECT l.id FROM claim l
        LEFT JOIN pending p ON p.document = l.document
        WHERE p.document IS NULL AND NOT EXISTS (
            SELECT 1 FROM report r
            JOIN coding c ON c.document = r.document AND c.run = r.run AND c.current
            WHERE r.document = l.document AND l.id = r.document || '/' || r.id
        )
    """,
    # clusters that are not called by a claim of theirs
    "problem.cluster": """
        SELECT DISTINCT l.cluster FROM claim l
        LEFT JOIN claim first ON first.id = l.cluster AND first.cluster = l.cluster
        WHERE first.id IS NULL
    """,
    # findings of clusters that there are not
    "problem.finding": """
        SELECT DISTINCT f.cluster FROM finding f
        LEFT JOIN claim l ON l.id = f.cluster AND l.cluster = f.cluster
        WHERE l.id IS NULL
    """,
    # findings of one cluster that are known at the same time
    "problem.overlap": """
        SELECT DISTINCT f.cluster FROM finding f
        JOIN finding g ON g.cluster = f.cluster AND g.known_from > f.known_from
        WHERE g.known_from < f.known_to
    """,
}


def faults_of_account(connection: Connection) -> Iterator[tuple[str, str]]:
    """Every claim or cluster with which something is wrong, and the key of what it is."""
    for key, query in _CHECKS.items():
        for id_ in sorted(connection.scalars(text(query))):
            yield str(id_), key
