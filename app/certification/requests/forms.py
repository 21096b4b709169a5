"""The public form that asks for a centre."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.accounts.identity import clean_name, is_email, is_name
from app.certification.requests.requests import Asked
from app.lib.msgids import N_
from app.organisations.organisations import Kind
from app.organisations.requests.establishments import establishment_number
from app.web.forms import Errors, Form
from app.web.messages import Message

KINDS: Mapping[Kind, str] = {
    "SCO": N_("Un établissement scolaire (école, collège, lycée)"),
    "SUP": N_("Un établissement d'enseignement supérieur"),
    "PRO": N_("Une entreprise, une administration, une association ou un organisme de formation"),
}
LONGEST_NAME = 255
LONGEST_MESSAGE = 2_000
TOKEN = range(8, 41)
"""Length of a client token."""


@dataclass(frozen=True)
class RequestForm:
    """What was typed, to show again; `asked` is what it means once there are no errors."""

    client_token: str = ""
    centre_name: str = ""
    kind: str = ""
    external_id: str = ""
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    job: str = ""
    message: str = ""
    asked: Asked | None = None
    errors: Errors = field(default_factory=Errors)


def read_request(form: Form, new_token: str) -> RequestForm:
    """The form; a token that the page did not give is replaced by a new one."""
    token = form.text("client_token")
    typed = RequestForm(
        client_token=token if len(token) in TOKEN and token.isascii() else new_token,
        centre_name=clean_name(form.text("centre_name")),
        kind=form.text("kind"),
        external_id=form.text("external_id")[:LONGEST_NAME],
        first_name=clean_name(form.text("first_name")),
        last_name=clean_name(form.text("last_name")),
        email=form.text("email"),
        job=clean_name(form.text("job")),
        message=form.text("message"),
    )
    return _checked(typed)


def _checked(typed: RequestForm) -> RequestForm:
    errors = typed.errors
    _check_name(typed.centre_name, "centre_name", N_("Indiquez le nom de votre établissement"), errors)
    kind = next((one for one in KINDS if one == typed.kind), None)
    if kind is None:
        errors.add("kind", N_("Choisissez ce qui ressemble le plus à votre établissement"))
    number = establishment_number(typed.external_id) if typed.external_id else ""
    if number is None:
        errors.add("external_id", N_("Un UAI a 7 chiffres et une lettre, un SIRET a 14 chiffres"))
    _check_name(typed.first_name, "first_name", N_("Indiquez votre prénom"), errors)
    _check_name(typed.last_name, "last_name", N_("Indiquez votre nom"), errors)
    if not typed.email:
        errors.add("email", N_("Indiquez votre adresse e-mail professionnelle"))
    elif not is_email(typed.email):
        errors.add("email", N_("Cette adresse n'est pas complète. Exemple : nom@domaine.fr"))
    _check_name(typed.job, "job", N_("Indiquez votre fonction"), errors)
    if len(typed.message) > LONGEST_MESSAGE:
        errors.add("message", Message(N_("%(most)s caractères au plus"), most=LONGEST_MESSAGE))
    if errors or kind is None or number is None:
        return typed
    return replace(typed, asked=_asked(typed, kind, number))


def _asked(typed: RequestForm, kind: Kind, number: str) -> Asked:
    return Asked(
        centre_name=typed.centre_name,
        kind=kind,
        first_name=typed.first_name,
        last_name=typed.last_name,
        email=typed.email,
        job=typed.job,
        external_id=number,
        message=typed.message,
    )


def _check_name(value: str, name: str, missing: str, errors: Errors) -> None:
    if len(value) > LONGEST_NAME:
        errors.add(name, N_("255 caractères au plus"))
    elif not is_name(value):
        errors.add(name, missing)
