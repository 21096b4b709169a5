"""What Pix Orga and Pix Certif are to the code they share: a team, its invitations, the request to open a space."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from piccolo.columns import ForeignKey

from app.organisations.columns import InvitationColumns, MembershipColumns, RequestColumns, WorkplaceColumns


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
class RequestWords:
    """What one space says otherwise than another to who asks for a workplace: message ids."""

    no_name: str
    no_kind: str
    subject: str
    """Of the acknowledgement, and of a refusal."""
    acknowledged: str
    """Repeats nothing of the form: anyone could make us send anything to anyone. `%(help)s`: an address."""
    opened_subject: str
    opened: str
    """With the name of the `%(workplace)s`, and the `%(link)s` that leads in."""
    declined: str
    """With the `%(reason)s`, and the `%(link)s` of the form."""


@dataclass(frozen=True)
class Space:
    """Where teams work, each for its workplace: an organisation in Pix Orga, a certification centre in Pix Certif."""

    name: str
    """As after « Pix »."""
    path: str
    """What its addresses begin with."""
    home: str
    """Where someone who works there begins."""
    joining: str
    """Where the link of an invitation leads."""
    entry: str
    """Where it leads someone who works there already."""
    choice_page: str
    """The component that shows one's workplaces."""
    noun: str
    """A workplace in the columns of its tables, the fields of its forms, its addresses: `organisation`, `centre`."""
    workplaces: type[WorkplaceColumns]
    memberships: type[MembershipColumns]
    invitations: type[InvitationColumns]
    requests: type[RequestColumns]
    request_form: str
    """The component of the form that asks for a workplace."""
    request_sent: str
    """The one that says what comes next."""
    logged_request: str
    """What the audit log calls a request."""
    has_organisations: bool
    """Its workplaces are organisations: the audit log knows of each event in which one it was."""
    words: TeamWords
    request_words: RequestWords

    @property
    def team(self) -> str:
        """The address of the team."""
        return f"{self.path}/equipe"

    @property
    def asking(self) -> str:
        """The address of the form that asks for a workplace."""
        return f"{self.path}/demande"

    @property
    def choice(self) -> str:
        """Where one chooses between several workplaces."""
        return f"{self.path}/{self.noun}"

    @property
    def layout(self) -> str:
        """What its pages extend."""
        return f"layouts{self.path}.html"

    @property
    def named(self) -> str:
        """The column of a request, and the field of its form, where the workplace is named."""
        return f"{self.noun}_name"

    def workplace_of(self, table: type[MembershipColumns | InvitationColumns | RequestColumns]) -> ForeignKey[Any]:
        """The column of one of its tables that says for which workplace."""
        column: ForeignKey[Any] = getattr(table, self.noun)
        return column

    def join_path(self, invitation: int, code: str) -> str:
        """The address of an invitation."""
        return f"{self.joining}?invitation={invitation}&code={code}"
