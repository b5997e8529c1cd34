"""Addresses to pages: what the web answers, fetched politely and kept as evidence."""

from .pages import Fetch, Page

__all__ = ["Fetch", "Page"]
