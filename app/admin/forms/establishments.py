"""What the forms of an organisation and of a centre check alike."""

from __future__ import annotations

from typing import get_args

from app.accounts.identity import is_name
from app.lib.msgids import N_
from app.organisations.organisations import Kind
from app.organisations.requests.establishments import establishment_number
from app.web.forms import Errors

LONGEST = 255


def check_establishment(name: str, kind: str, external_id: str, *, no_name: str) -> Errors:
    """What is wrong with its name, its kind, its number, in the order of the form."""
    errors = Errors()
    if len(name) > LONGEST:
        errors.add("name", N_("255 caractères au plus"))
    elif not is_name(name):
        errors.add("name", no_name)
    if kind not in get_args(Kind):
        errors.add("kind", N_("Choisissez un type"))
    if len(external_id) > LONGEST:
        errors.add("external_id", N_("255 caractères au plus"))
    elif kind == "SCO" and external_id and establishment_number(external_id) is None:
        errors.add("external_id", N_("Un UAI a 7 chiffres et une lettre, un SIRET a 14 chiffres"))
    return errors
