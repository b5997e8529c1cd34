"""Addresses: what the versions of one article share, whatever way their URLs are written."""

from __future__ import annotations

from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit

from ..model import Document

_TRACKING = frozenset(
    "fbclid gclid dclid gbraid wbraid msclkid twclid yclid igshid mc_cid mc_eid _ga _gl xtor xtref "
    "cmpid ocid ns_campaign ns_mchannel ns_source smid sfnsn wt_mc".split()
)
_TRACKING_PREFIXES = ("utm_", "at_", "mtm_", "pk_", "hsa_", "stc-")
"""Parameters that tell how a reader came to an article, not which it is."""

_LONGEST = 1_000
"""Bytes of an address that is kept as it is."""


def address_of(document: Document) -> str:
    """The address of an article: its URL without what does not tell it from others.

    An article without URL is told by its outlet and id, behind a `#` that no address begins with.
    """
    address = _plain(document.url) if document.url else ""
    return _short(address or f"#{document.outlet or ''}/{document.id}")


def _short(address: str) -> str:
    """An address, the end of a very long one as a hash: databases can index no endless ones."""
    told = address.encode()
    if len(told) <= _LONGEST:
        return address
    return f"{address[: _LONGEST // 8]}~{sha256(told).hexdigest()}"


def _plain(url: str) -> str:
    """A URL without scheme, `www.`, port, fragment, tracking and trailing slash.

    What remains of its parameters stands in order.  Empty for what is no URL at all.
    """
    try:
        parts = urlsplit(url.strip() if "://" in url else f"//{url.strip()}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:  # brackets that close nothing
        return url.strip()
    parameters = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _is_tracking(name.lower())
    )
    query = f"?{urlencode(parameters)}" if parameters else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def _is_tracking(name: str) -> bool:
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)
