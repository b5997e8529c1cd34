"""Who decides: the name given, else that by which the user is logged in."""

from __future__ import annotations

import getpass
from argparse import Namespace


def reviewer_of(options: Namespace) -> str:
    """The reviewer's name; empty where neither the user nor the system tells one."""
    if options.who is not None:
        return str(options.who)
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, or no names of users on this system
        return ""
