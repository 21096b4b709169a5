"""Which role of the service's staff may do what. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Right = Literal[
    "requests.decide",
    "centres.decide",
    "organisations.edit",
    "organisations.archive",
    "teams.invite",
    "lots.manage",
    "profiles.edit",
    "users.edit",
    "users.anonymise",
    "staff.appoint",
    "journal.read",
    "clients.manage",
]

RIGHTS: Mapping[Right, frozenset[str]] = {
    "requests.decide": frozenset({"superadmin", "support", "metier"}),
    "centres.decide": frozenset({"superadmin", "support", "certif"}),
    "organisations.edit": frozenset({"superadmin", "support", "metier"}),
    "organisations.archive": frozenset({"superadmin", "metier"}),
    "teams.invite": frozenset({"superadmin", "support", "metier"}),
    "lots.manage": frozenset({"superadmin", "metier"}),
    "profiles.edit": frozenset({"superadmin", "support", "metier"}),
    "users.edit": frozenset({"superadmin", "support"}),
    "users.anonymise": frozenset({"superadmin", "support"}),
    "staff.appoint": frozenset({"superadmin"}),
    "journal.read": frozenset({"superadmin", "support"}),
    "clients.manage": frozenset({"superadmin"}),
}
"""What a role may do besides reading organisations, target profiles and users, which all of them may.

`support` answers people, `metier` builds the offer (organisations, credits, target profiles), `certif` looks after
certification, and `superadmin` does everything.
"""


def may(role: str, right: Right) -> bool:
    """Whether someone of that role may do that."""
    return role in RIGHTS[right]
