"""The form that adds a lot of credits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.accounts.identity import clean_name
from app.lib.codes import draw_id
from app.lib.fingerprints import fingerprint
from app.lib.msgids import N_
from app.lib.typed_dates import read_date, shown_date
from app.organisations.credits.lots import NewLot
from app.web.forms import Errors, Form

MOST = 1_000_000
FIRST_DAY = date(2015, 1, 2)
FURTHEST = timedelta(days=366)
LONGEST_REFERENCE = 255
LONGEST_TOKEN = 40


@dataclass(frozen=True)
class Typed:
    """What was typed, to show again."""

    size: str = ""
    free: str = "yes"
    ordered_on: str = ""
    reference: str = ""
    client_token: str = ""


def blank(today: date) -> Typed:
    return Typed(ordered_on=today.isoformat(), client_token=draw_id())


def read(form: Form) -> Typed:
    """What somebody typed."""
    return Typed(
        size=form.text("size")[:20],
        free=form.text("free"),
        ordered_on=shown_date(form.text("ordered_on")[:20]),
        reference=clean_name(form.text("reference")),
        client_token=form.text("client_token")[:LONGEST_TOKEN],
    )


def to_correct(typed: Typed, today: date) -> Errors:
    """Everything to correct, in the order of the form."""
    errors = Errors()
    if not 0 < _number(typed.size) <= MOST:
        errors.add("size", N_("Indiquez un nombre de crédits, en chiffres : au moins 1, au plus 1 000 000"))
    if typed.free not in ("yes", "no"):
        errors.add("free", N_("Choisissez entre des crédits gratuits et des crédits payants"))
    ordered = read_date(typed.ordered_on)
    if ordered is None:
        errors.add("ordered_on", N_("Indiquez une date. Exemple : 21/11/2026"))
    elif not FIRST_DAY <= ordered <= today + FURTHEST:
        errors.add("ordered_on", N_("Indiquez un jour entre le 2 janvier 2015 et dans un an"))
    if len(typed.reference) > LONGEST_REFERENCE:
        errors.add("reference", N_("255 caractères au plus"))
    return errors


def lot_of(typed: Typed, by: int) -> NewLot:
    """What it means, once there is nothing to correct."""
    ordered = read_date(typed.ordered_on)
    assert ordered is not None
    return NewLot(
        size=_number(typed.size),
        free=typed.free == "yes",
        ordered_on=ordered,
        reference=typed.reference,
        sending=fingerprint(typed.client_token, by, typed),
    )


def _number(typed: str) -> int:
    """0 for what is no number."""
    digits = "".join(typed.split())
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= len(str(MOST)) else 0
