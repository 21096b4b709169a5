"""The form of a certification centre: made from a request, or changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from app.accounts.identity import clean_name
from app.admin.forms.establishments import LONGEST, check_establishment
from app.lib.msgids import N_
from app.lib.row_ids import row_id
from app.organisations.organisations import Kind
from app.organisations.requests.establishments import establishment_number
from app.organisations.requests.queries import Request
from app.web.forms import Errors, Form


@dataclass(frozen=True)
class Typed:
    """What was typed, to show again."""

    name: str = ""
    kind: str = ""
    external_id: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class Details:
    """What it means."""

    name: str
    kind: Kind
    external_id: str | None
    organisation: int | None


def as_asked(request: Request) -> Typed:
    """The centre that the request asks for."""
    return Typed(name=request.workplace_name, kind=request.kind, external_id=request.external_id)


def read(form: Form) -> Typed:
    """What somebody typed."""
    return Typed(
        name=clean_name(form.text("name")),
        kind=form.text("kind"),
        external_id=clean_name(form.text("external_id"))[: LONGEST + 1],
        organisation=form.text("organisation")[:LONGEST],
    )


def to_correct(typed: Typed) -> Errors:
    """Everything to correct, in the order of the form."""
    errors = check_establishment(typed.name, typed.kind, typed.external_id, no_name=N_("Indiquez le nom du centre"))
    if typed.organisation and not row_id(typed.organisation):
        errors.add("organisation", N_("Indiquez le numéro de l’organisation, en chiffres"))
    return errors


def details_of(typed: Typed) -> Details:
    """What it means, once there is nothing to correct."""
    kind: Kind = next(one for one in get_args(Kind) if one == typed.kind)
    number = establishment_number(typed.external_id) or typed.external_id
    return Details(typed.name, kind, number or None, row_id(typed.organisation) or None)
