"""The form « Rejoindre une session »."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.accounts.identity import clean_name
from app.certification.candidates.civil_status import FIELDS_EXAMPLE
from app.certification.joining.candidacies import Claim
from app.lib.msgids import N_
from app.lib.row_ids import row_id
from app.web.forms import Errors, Form
from app.web.messages import Message

LONGEST = 256
FIRST_YEAR = 1900


@dataclass(frozen=True)
class Typed:
    """What was typed, to show again."""

    session: str = ""
    first_name: str = ""
    birth_name: str = ""
    day: str = ""
    month: str = ""
    year: str = ""


def read(form: Form) -> Typed:
    """What somebody typed."""
    return Typed(
        session="".join(form.text("session").split())[:LONGEST],
        first_name=clean_name(form.text("first_name"))[:LONGEST],
        birth_name=clean_name(form.text("birth_name"))[:LONGEST],
        day=form.text("birthdate.day")[:LONGEST],
        month=form.text("birthdate.month")[:LONGEST],
        year=form.text("birthdate.year")[:LONGEST],
    )


def checked(typed: Typed) -> tuple[Claim | None, Errors]:
    """What it means; or everything to correct, in the order of the form."""
    errors = Errors()
    if not typed.session:
        errors.add("session", N_("Indiquez le numéro de session"))
    elif not (typed.session.isascii() and typed.session.isdigit()):
        errors.add("session", N_("Un numéro de session n’a que des chiffres"))
    if not typed.first_name:
        errors.add("first_name", N_("Indiquez votre prénom"))
    if not typed.birth_name:
        errors.add("birth_name", N_("Indiquez votre nom de naissance"))
    born = _date(typed)
    if not (typed.day and typed.month and typed.year):
        errors.add("birthdate", N_("Indiquez le jour, le mois et l’année de votre naissance"))
    elif born is None:
        errors.add("birthdate", Message(N_("Cette date n’existe pas. Exemple : %(example)s"), example=FIELDS_EXAMPLE))
    if errors or born is None:
        return None, errors
    return Claim(row_id(typed.session), typed.first_name, typed.birth_name, born), errors


def _date(typed: Typed) -> date | None:
    parts = (typed.year, typed.month, typed.day)
    if not all(one.isascii() and one.isdigit() and len(one) <= 4 for one in parts):
        return None
    try:
        born = date(*map(int, parts))
    except ValueError:
        return None
    return born if born.year >= FIRST_YEAR else None
