"""The schemes by their names."""

SCHEMES = ("plover", "cameo", "acled", "ucdp")
"""Schemes in whose terms a report can be told; each has a table of its name."""
