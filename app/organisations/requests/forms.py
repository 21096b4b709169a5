"""The public form that asks for a workplace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.accounts.identity import clean_name, is_email, is_name
from app.lib.msgids import N_
from app.organisations.organisations import Kind
from app.organisations.requests.establishments import establishment_number, province_code
from app.organisations.requests.requests import Asked
from app.organisations.spaces import Space
from app.web.forms import Errors, Form
from app.web.messages import Message

KINDS: Mapping[Kind, str] = {
    "SCO": N_("Un établissement scolaire (école, collège, lycée)"),
    "SUP": N_("Un établissement d'enseignement supérieur"),
    "PRO": N_("Une entreprise, une administration, une association ou un organisme de formation"),
}
LONGEST_NAME = 255
LONGEST_MESSAGE = 2_000
MOST_LEARNERS = 1_000_000
TOKEN = range(8, 41)
"""Length of a client token."""


@dataclass(frozen=True)
class RequestForm:
    """What was typed, to show again; `asked` is what it means once there are no errors."""

    client_token: str = ""
    workplace_name: str = ""
    kind: str = ""
    external_id: str = ""
    province: str = ""
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    job: str = ""
    learners: str = ""
    message: str = ""
    asked: Asked | None = None
    errors: Errors = field(default_factory=Errors)


def read_request(space: Space, form: Form, new_token: str) -> RequestForm:
    """The form of a space; a token that the page did not give is replaced by a new one."""
    errors, token = Errors(), form.text("client_token")
    typed = RequestForm(
        client_token=token if len(token) in TOKEN and token.isascii() else new_token,
        workplace_name=clean_name(form.text(space.named)),
        kind=form.text("kind"),
        external_id=form.text("external_id")[:LONGEST_NAME],
        province=form.text("province")[:LONGEST_NAME] if space.has_organisations else "",
        first_name=clean_name(form.text("first_name")),
        last_name=clean_name(form.text("last_name")),
        email=form.text("email"),
        job=clean_name(form.text("job")),
        learners=form.text("learners")[:LONGEST_NAME] if space.has_organisations else "",
        message=form.text("message"),
        errors=errors,
    )
    return _checked(space, typed)


def _checked(space: Space, typed: RequestForm) -> RequestForm:
    errors, words = typed.errors, space.request_words
    _check_name(typed.workplace_name, space.named, words.no_name, errors)
    kind = next((one for one in KINDS if one == typed.kind), None)
    if kind is None:
        errors.add("kind", words.no_kind)
    number = establishment_number(typed.external_id) if typed.external_id else ""
    if number is None:
        errors.add("external_id", N_("Un UAI a 7 chiffres et une lettre, un SIRET a 14 chiffres"))
    province = province_code(typed.province) if typed.province else ""
    if province is None:
        errors.add("province", N_("Indiquez le numéro du département. Exemples : 51, 2A, 974"))
    _check_name(typed.first_name, "first_name", N_("Indiquez votre prénom"), errors)
    _check_name(typed.last_name, "last_name", N_("Indiquez votre nom"), errors)
    _check_email(typed.email, errors)
    _check_name(typed.job, "job", N_("Indiquez votre fonction"), errors)
    learners = _learners(typed.learners)
    if learners == 0:
        errors.add("learners", N_("Indiquez un nombre, en chiffres. Exemple : 120"))
    if len(typed.message) > LONGEST_MESSAGE:
        errors.add("message", Message(N_("%(most)s caractères au plus"), most=LONGEST_MESSAGE))
    if errors or kind is None or number is None or province is None:
        return typed
    return _with_asked(typed, kind, number, province, learners)


def _with_asked(typed: RequestForm, kind: Kind, number: str, province: str, learners: int | None) -> RequestForm:
    asked = Asked(
        workplace_name=typed.workplace_name,
        kind=kind,
        first_name=typed.first_name,
        last_name=typed.last_name,
        email=typed.email,
        job=typed.job,
        external_id=number,
        province=province,
        learners=learners,
        message=typed.message,
    )
    return RequestForm(client_token=typed.client_token, asked=asked)


def _check_name(value: str, name: str, missing: str, errors: Errors) -> None:
    if len(value) > LONGEST_NAME:
        errors.add(name, N_("255 caractères au plus"))
    elif not is_name(value):
        errors.add(name, missing)


def _check_email(email: str, errors: Errors) -> None:
    if not email:
        errors.add("email", N_("Indiquez votre adresse e-mail professionnelle"))
    elif not is_email(email):
        errors.add("email", N_("Cette adresse n'est pas complète. Exemple : nom@domaine.fr"))


def _learners(typed: str) -> int | None:
    """How many; None when nothing was typed, 0 for what is no number of people."""
    digits = "".join(typed.split())
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit() and len(digits) <= len(str(MOST_LEARNERS))):
        return 0
    return int(digits) if int(digits) <= MOST_LEARNERS else 0
