"""Who a candidate is and what her enrolment says, from what was typed: for the form and for sheets. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.accounts.identity import is_email
from app.certification.candidates.civil_status import FIELDS_EXAMPLE, CivilStatus, read_civil_status
from app.certification.candidates.typed import LONGEST, Typed
from app.lib.msgids import N_
from app.web.forms import Errors

Billing = Literal["", "free", "paid", "prepaid"]
BILLINGS: Mapping[Billing, str] = {"free": N_("Gratuite"), "paid": N_("Payante"), "prepaid": N_("Prépayée")}
MOST_EXTRA_TIME = 999
_EXTRA_TIME = re.compile(r"([0-9]{1,4})\s*%?", re.ASCII)


@dataclass(frozen=True)
class Identity(CivilStatus):
    """Who a candidate is, checked, and what is wanted for her."""

    results_email: str
    email: str
    external_id: str
    extra_time: int
    """Percents."""
    adjusted: bool
    billing: Billing
    prepayment_code: str


def read_identity(
    typed: Typed, today: date, *, school: bool, example: str = FIELDS_EXAMPLE
) -> tuple[Identity | None, Errors]:
    """Who it is, or what to correct, in the order of the form. `school`: a school's candidates pay nothing.

    `example`: of a date, as `read_civil_status` takes it.
    """
    civil_status, errors = read_civil_status(typed, today, example=example)
    _check_addresses(typed, errors)
    extra_time = _extra_time(typed, errors)
    billing = _billing(typed, school, errors)
    if errors or civil_status is None or extra_time is None or billing is None:
        return None, errors
    return Identity(
        **civil_status.columns(),
        results_email=typed.results_email,
        email=typed.email,
        external_id=typed.external_id,
        extra_time=extra_time,
        adjusted=typed.adjusted,
        billing=billing,
        prepayment_code=typed.prepayment_code,
    ), errors


def _check_addresses(typed: Typed, errors: Errors) -> None:
    for name, value in (("results_email", typed.results_email), ("email", typed.email)):
        if value and not is_email(value):
            errors.add(name, N_("Cette adresse n’est pas complète. Exemple : nom@domaine.fr"))
    if len(typed.external_id) > LONGEST:
        errors.add("external_id", N_("255 caractères au plus"))


def _extra_time(typed: Typed, errors: Errors) -> int | None:
    """Percents; 0 for none."""
    if not typed.extra_time:
        return 0
    found = _EXTRA_TIME.fullmatch(typed.extra_time)
    if found is None or not 1 <= int(found[1]) <= MOST_EXTRA_TIME:
        errors.add("extra_time", N_("Indiquez un pourcentage entier, de 1 à 999. Exemple : 33"))
        return None
    return int(found[1])


def _billing(typed: Typed, school: bool, errors: Errors) -> Billing | None:
    if school:
        if typed.billing:
            errors.add("billing", N_("Laissez vide : un établissement scolaire ne paie pas"))
        if typed.prepayment_code:
            errors.add("prepayment_code", N_("Laissez vide : un établissement scolaire ne paie pas"))
        return ""
    chosen = next((one for one in BILLINGS if one == typed.billing), None)
    if chosen is None:
        errors.add("billing", N_("Choisissez une tarification"))
    elif chosen == "prepaid" and not typed.prepayment_code:
        errors.add("prepayment_code", N_("Indiquez le code de prépaiement"))
    elif chosen != "prepaid" and typed.prepayment_code:
        errors.add("prepayment_code", N_("Laissez vide : il ne sert qu’à une certification prépayée"))
    elif len(typed.prepayment_code) > LONGEST:
        errors.add("prepayment_code", N_("255 caractères au plus"))
    return chosen
