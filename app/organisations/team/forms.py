"""What the forms of a team send."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from app.lib.msgids import N_
from app.lib.typography import french_spaces
from app.organisations.organisations import Role
from app.organisations.team.addresses import MOST, parse_addresses
from app.organisations.team.roles import role_of
from app.web.forms import Errors, Form
from app.web.messages import Message

LONGEST = 60
"""Characters of something wrong that the message repeats."""
NAMED = 10
"""How many of them it repeats."""


@dataclass(frozen=True)
class InviteForm:
    """Inviting colleagues."""

    typed: str = ""
    role: Role | None = "member"
    emails: Sequence[str] = ()
    errors: Errors = field(default_factory=Errors)


@dataclass(frozen=True)
class RoleForm:
    """Changing somebody's role."""

    role: Role | None
    errors: Errors = field(default_factory=Errors)


def read_invite(form: Form) -> InviteForm:
    errors = Errors()
    typed, role = form.text("emails"), role_of(form.text("role"))
    found = parse_addresses(typed)
    if found.are_too_many:
        errors.add("emails", Message(N_("%(most)s adresses au plus à la fois"), most=MOST))
    elif found.wrong:
        errors.add("emails", _naming(WRONG, found.wrong))
    elif not found.right:
        errors.add("emails", N_("Indiquez au moins une adresse e-mail"))
    if role is None:
        errors.add("role", N_("Choisissez un rôle"))
    return InviteForm(typed, role, found.right, errors)


def refuse_members(form: InviteForm, members: Collection[str]) -> None:
    """Those of its addresses that are in the team already cannot be invited."""
    if members:
        form.errors.add("emails", _naming(MEMBERS, [email for email in form.emails if email in members]))


def read_role(form: Form) -> RoleForm:
    errors = Errors()
    role = role_of(form.text("role"))
    if role is None:
        errors.add("role", N_("Choisissez un rôle"))
    return RoleForm(role, errors)


WRONG = (N_("Cette adresse n'est pas complète : %(which)s"), N_("Ces adresses ne sont pas complètes : %(which)s"))
MEMBERS = (
    N_("Cette personne est déjà dans l'équipe : %(which)s"),
    N_("Ces personnes sont déjà dans l'équipe : %(which)s"),
)


def _naming(words: tuple[str, str], named: Sequence[str]) -> Message:
    shown = [one if len(one) <= LONGEST else one[:LONGEST] + "…" for one in named[:NAMED]]
    which = ", ".join([*shown, *(["…"] if len(named) > NAMED else [])])
    return Message(words[0] if len(named) == 1 else words[1], which=french_spaces(which))
