"""What the identity papers of a candidate say: names, birth, sex. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from app.accounts.identity import is_name
from app.certification.candidates.countries import FRANCE, country_named
from app.certification.candidates.typed import LONGEST, Typed
from app.lib.msgids import N_
from app.web.forms import Errors
from app.web.messages import Message

EARLIEST = date(1900, 1, 1)
FIELDS_EXAMPLE = "23 06 2005"
CELL_EXAMPLE = "23/06/2005"
"""A date in the three fields of a form, or in the cell of a sheet."""
_INSEE = re.compile(r"(?:[0-9]{2}|2[AB])[0-9]{3}", re.ASCII)
_POSTAL = re.compile(r"[0-9]{5}", re.ASCII)


@dataclass(frozen=True)
class CivilStatus:
    """Checked: the part of an identity that the certificate shows."""

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


def read_civil_status(typed: Typed, today: date, *, example: str = FIELDS_EXAMPLE) -> tuple[CivilStatus | None, Errors]:
    """Who it is, or what to correct, whatever else the form may hold. `example`: a date, as this form has them."""
    errors = Errors()
    _check_names(typed, errors)
    birthdate = _birthdate(typed, today, example, errors)
    if typed.sex not in ("M", "F"):
        errors.add("sex", N_("Choisissez le sexe inscrit sur la pièce d’identité"))
    country = country_named(typed.country)
    _check_birth_place(typed, country, errors)
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


def _check_names(typed: Typed, errors: Errors) -> None:
    for name, value, missing in (
        ("last_name", typed.last_name, N_("Indiquez le nom de naissance")),
        ("first_name", typed.first_name, N_("Indiquez le prénom")),
    ):
        if len(value) > LONGEST:
            errors.add(name, N_("255 caractères au plus"))
        elif not is_name(value):
            errors.add(name, missing)


def _birthdate(typed: Typed, today: date, example: str, errors: Errors) -> date | None:
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
        errors.add("birthdate", Message(N_("Cette date n’existe pas. Exemple : %(example)s"), example=example))
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
