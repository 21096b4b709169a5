"""What is asked about a candidate, as it was typed, and what it means: for the form and for the sheet. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal

from app.accounts.identity import is_email, is_name
from app.certification.candidates.countries import FRANCE, country_named
from app.lib.msgids import N_
from app.web.forms import Errors

Billing = Literal["", "free", "paid", "prepaid"]
BILLINGS: Mapping[Billing, str] = {"free": N_("Gratuite"), "paid": N_("Payante"), "prepaid": N_("Prépayée")}
EARLIEST = date(1900, 1, 1)
LONGEST = 255
MOST_EXTRA_TIME = 999
_INSEE = re.compile(r"(?:[0-9]{2}|2[AB])[0-9]{3}", re.ASCII)
_POSTAL = re.compile(r"[0-9]{5}", re.ASCII)
_EXTRA_TIME = re.compile(r"([0-9]{1,4})\s*%?", re.ASCII)


@dataclass(frozen=True)
class Typed:
    """What was typed, to show again."""

    last_name: str = ""
    first_name: str = ""
    day: str = ""
    month: str = ""
    year: str = ""
    sex: str = ""
    insee_code: str = ""
    postal_code: str = ""
    city: str = ""
    country: str = FRANCE
    results_email: str = ""
    email: str = ""
    external_id: str = ""
    extra_time: str = ""
    adjusted: bool = False
    billing: str = ""
    prepayment_code: str = ""
    client_token: str = ""


@dataclass(frozen=True)
class Identity:
    """Who a candidate is, checked."""

    last_name: str
    first_name: str
    birthdate: date
    sex: str
    birth_country: str
    birth_city: str
    birth_code: str
    results_email: str
    email: str
    external_id: str
    extra_time: int
    adjusted: bool
    billing: Billing
    prepayment_code: str

    def columns(self) -> dict[Any, Any]:
        """The same, by the columns of the table."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


@dataclass(frozen=True)
class CivilStatus:
    """What the identity papers say, checked: the part of an identity that the certificate shows."""

    last_name: str
    first_name: str
    birthdate: date
    sex: str
    birth_country: str
    birth_city: str
    birth_code: str

    def columns(self) -> dict[Any, Any]:
        """The same, by the columns of the table."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


def read_civil_status(typed: Typed, today: date) -> tuple[CivilStatus | None, Errors]:
    """Who it is, or what to correct, whatever else the form may hold."""
    errors = Errors()
    birthdate, country = _check_civil_status(typed, today, errors)
    if errors or birthdate is None or country is None:
        return None, errors
    return CivilStatus(
        last_name=typed.last_name,
        first_name=typed.first_name,
        birthdate=birthdate,
        sex=typed.sex,
        birth_country=country,
        birth_city=typed.city,
        birth_code=typed.insee_code or typed.postal_code,
    ), errors


def read_identity(typed: Typed, today: date, *, school: bool) -> tuple[Identity | None, Errors]:
    """Who it is, or what to correct, in the order of the form. `school`: a school's candidates pay nothing."""
    errors = Errors()
    birthdate, country = _check_civil_status(typed, today, errors)
    _check_addresses(typed, errors)
    extra_time = _extra_time(typed, errors)
    billing = _billing(typed, school, errors)
    if errors or birthdate is None or country is None or extra_time is None or billing is None:
        return None, errors
    return _identity(typed, birthdate, country, extra_time, billing), errors


def _identity(typed: Typed, birthdate: date, country: str, extra_time: int, billing: Billing) -> Identity:
    return Identity(
        last_name=typed.last_name,
        first_name=typed.first_name,
        birthdate=birthdate,
        sex=typed.sex,
        birth_country=country,
        birth_city=typed.city,
        birth_code=typed.insee_code or typed.postal_code,
        results_email=typed.results_email,
        email=typed.email,
        external_id=typed.external_id,
        extra_time=extra_time,
        adjusted=typed.adjusted,
        billing=billing,
        prepayment_code=typed.prepayment_code,
    )


def _check_civil_status(typed: Typed, today: date, errors: Errors) -> tuple[date | None, str | None]:
    """The birth date and the country that were read."""
    _check_names(typed, errors)
    birthdate = _birthdate(typed, today, errors)
    if typed.sex not in ("M", "F"):
        errors.add("sex", N_("Choisissez le sexe inscrit sur la pièce d’identité"))
    country = country_named(typed.country)
    _check_birth_place(typed, country, errors)
    return birthdate, country


def _check_names(typed: Typed, errors: Errors) -> None:
    for name, value, missing in (
        ("last_name", typed.last_name, N_("Indiquez le nom de naissance")),
        ("first_name", typed.first_name, N_("Indiquez le prénom")),
    ):
        if len(value) > LONGEST:
            errors.add(name, N_("255 caractères au plus"))
        elif not is_name(value):
            errors.add(name, missing)


def _birthdate(typed: Typed, today: date, errors: Errors) -> date | None:
    parts = (typed.day, typed.month, typed.year)
    if not any(parts):
        errors.add("birthdate", N_("Indiquez la date de naissance"))
        return None
    found = None
    if all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts) and len(typed.year) == 4:
        try:
            found = date(int(typed.year), int(typed.month), int(typed.day))
        except ValueError:
            found = None
    if found is None:
        errors.add("birthdate", N_("Cette date n’existe pas. Exemple : 23 06 2005"))
    elif found <= EARLIEST:
        errors.add("birthdate", N_("La date de naissance doit être après le 1er janvier 1900"))
    elif found > today:
        errors.add("birthdate", N_("Cette date est dans l’avenir"))
    return found


def _check_birth_place(typed: Typed, country: str | None, errors: Errors) -> None:
    if not typed.country:
        errors.add("country", N_("Indiquez le pays de naissance"))
    elif country is None:
        errors.add("country", N_("Nous ne connaissons pas ce pays. Écrivez son nom en français. Exemple : Turquie"))
    if len(typed.city) > LONGEST:
        errors.add("city", N_("255 caractères au plus"))
    if country == FRANCE:
        _check_french_birth_place(typed, errors)
    elif country is not None:
        if typed.insee_code:
            errors.add("insee_code", N_("Laissez vide : le code Insee est celui d’une commune française"))
        if typed.postal_code:
            errors.add("postal_code", N_("Laissez vide : le code postal est celui d’une commune française"))
        if not typed.city:
            errors.add("city", N_("Indiquez la ville de naissance"))


def _check_french_birth_place(typed: Typed, errors: Errors) -> None:
    """The INSEE code of the town, or else its postal code and its name."""
    if typed.insee_code:
        if not _INSEE.fullmatch(typed.insee_code):
            errors.add("insee_code", N_("Un code Insee a cinq signes. Exemples : 51454, 2A004"))
        if typed.postal_code:
            errors.add("postal_code", N_("Laissez vide : le code Insee suffit"))
        if typed.city:
            errors.add("city", N_("Laissez vide : le code Insee suffit"))
    elif not typed.postal_code:
        errors.add("postal_code", N_("Indiquez le code Insee, ou bien le code postal et la ville"))
    else:
        if not _POSTAL.fullmatch(typed.postal_code):
            errors.add("postal_code", N_("Un code postal a cinq chiffres. Exemple : 51100"))
        if not typed.city:
            errors.add("city", N_("Indiquez la ville de naissance"))


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
