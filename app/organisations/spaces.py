"""What Pix Orga and Pix Certif are to the code they share: a team, its invitations, the request to open a space."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from piccolo.columns import ForeignKey

from app.organisations.columns import InvitationColumns, MembershipColumns, WorkplaceColumns


@dataclass(frozen=True)
class TeamWords:
    """What one space says otherwise than another: message ids, some about `%(workplace)s`."""

    invites: str
    """The message of an invitation begins so."""
    will: Sequence[tuple[str, str]]
    """What one can do there: (icon, words)."""
    enters: str
    """With the account of `%(name)s`."""
    works_there: str
    is_closed: str
    was_closed: str
    moved: str
    """Another workplace was chosen in another tab: nothing was sent."""
    member: str
    """What a member does."""
    administrator: str
    """What an administrator does besides."""
    removed: str
    removal_closes: str
    removal_keeps: str
    leaving_closes: str
    leaving_keeps: str
    leaving_alone: str
    """What the only one of a team does before she may leave."""


@dataclass(frozen=True)
class Space:
    """Where teams work, each for its workplace: an organisation in Pix Orga, a certification centre in Pix Certif."""

    name: str
    """As after « Pix »."""
    path: str
    """What its addresses begin with."""
    joining: str
    """Where the link of an invitation leads."""
    entry: str
    """Where someone goes on who works there already."""
    noun: str
    """A workplace in the columns of its tables, the fields of its forms, its addresses: `organisation`, `centre`."""
    workplaces: type[WorkplaceColumns]
    memberships: type[MembershipColumns]
    invitations: type[InvitationColumns]
    has_organisations: bool
    """Its workplaces are organisations: the audit log knows of each event in which one it was."""
    words: TeamWords

    @property
    def team(self) -> str:
        """The address of the team."""
        return f"{self.path}/equipe"

    @property
    def choice(self) -> str:
        """Where one chooses between several workplaces."""
        return f"{self.path}/{self.noun}"

    @property
    def layout(self) -> str:
        """What its pages extend."""
        return f"layouts{self.path}.html"

    def workplace_of(self, table: type[MembershipColumns | InvitationColumns]) -> ForeignKey[Any]:
        """The column of one of its tables that says for which workplace."""
        column: ForeignKey[Any] = getattr(table, self.noun)
        return column

    def join_path(self, invitation: int, code: str) -> str:
        """The address of an invitation."""
        return f"{self.joining}?invitation={invitation}&code={code}"
