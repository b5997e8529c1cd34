"""Bodies: claims, profiles and findings as JSON in a column, and back."""

from __future__ import annotations

from functools import cache

from pydantic import TypeAdapter
from pydantic_core import from_json

from ..account.claims import Claim
from ..account.finding import Finding
from ..account.reconciling.profiles import Profile


@cache
def _claims() -> TypeAdapter[Claim]:
    return TypeAdapter(Claim)


@cache
def _profiles() -> TypeAdapter[Profile]:
    return TypeAdapter(Profile)


@cache
def _findings() -> TypeAdapter[Finding]:
    return TypeAdapter(Finding)


def of_claim(claim: Claim) -> bytes:
    """A claim as JSON."""
    return _claims().dump_json(claim)


def claim_from(body: bytes, origin: str) -> Claim:
    """The claim of a body, with the origin that its text has now."""
    return _claims().validate_python({**from_json(body), "origin": origin})


def of_profile(profile: Profile) -> bytes:
    """A profile as JSON, without the signature of its text, which is kept once a document."""
    return _profiles().dump_json(profile, exclude={"signature"})


def profile_from(body: bytes, signature: bytes) -> Profile:
    """The profile of a body, given back the signature of its text."""
    return _profiles().validate_python({**from_json(body), "signature": signature})


def of_finding(finding: Finding) -> bytes:
    """A finding as JSON."""
    return _findings().dump_json(finding)


def finding_from(body: bytes) -> Finding:
    """The finding of a body."""
    return _findings().validate_json(body)
