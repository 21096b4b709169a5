"""Who may do what in a team, and what would leave it without anyone to manage it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.organisations.organisations import Role


@dataclass(frozen=True)
class Colleague:
    """Someone of the team, for these rules."""

    id: int
    """Of the membership."""
    user: int
    role: Role


def is_last_administrator(colleague: int, team: Iterable[Colleague]) -> bool:
    """Whether this one is an administrator and nobody else of the team is.

    She can then neither leave, nor be removed, nor become a member: her team would have nobody to manage it.
    """
    administrators = {one.id for one in team if one.role == "administrator"}
    return administrators == {colleague}


def role_of(typed: str) -> Role | None:
    """The role that a form names; None for anything else."""
    if typed == "administrator":
        return "administrator"
    return "member" if typed == "member" else None
