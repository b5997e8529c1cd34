"""Addresses of the web, and which of the machines behind them may be asked."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

from ..messages import Reason
from .unanswered import UnansweredError

_SCHEMES = ("http", "https")
_LAST_PORT = 65535
_NAT64 = IPv6Network("64:ff9b::/96")


def parse_address(text: str) -> httpx.URL:
    """The address that a text is, without user, password and fragment, which no host is to have.

    Raises UnansweredError when it is none, or none of http or https.
    """
    try:
        url = httpx.URL(text.strip())
    except (httpx.InvalidURL, UnicodeError) as error:
        raise UnansweredError(Reason("fetching.bad_address", detail=error)) from error
    return _checked(url)


def next_address(url: httpx.URL, location: str) -> httpx.URL:
    """The address to which a redirect leads; UnansweredError when it is none to be asked."""
    try:
        target = url.join(location)
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise UnansweredError(Reason("fetching.bad_redirect", location=location)) from error
    return _checked(target)


def _checked(url: httpx.URL) -> httpx.URL:
    if url.scheme not in _SCHEMES:
        raise UnansweredError(Reason("fetching.scheme", scheme=url.scheme or "?"))
    if not url.host or (url.port or 0) > _LAST_PORT:
        raise UnansweredError(Reason("fetching.bad_address", detail=str(url)))
    return url.copy_with(userinfo=b"", fragment=None)


def origin_of(url: httpx.URL) -> str:
    """Scheme, host and port: what one robots.txt is valid for."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def is_public(ip: str) -> bool:
    """Whether an IP address is one of the public internet.

    Loopback, private, link-local, unique-local, multicast, unspecified and reserved addresses are
    not, nor IPv4 addresses written as IPv6; 6to4 and NAT64 are what the address inside them is.
    """
    address = ip_address(ip)
    if isinstance(address, IPv6Address):
        if address.scope_id or address.is_site_local:
            return False
        inner = address.sixtofour
        if address in _NAT64:
            inner = IPv4Address(int(address) & 0xFFFF_FFFF)
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not (address.is_multicast or address.is_reserved)
