"""The form of a partner's program."""

from __future__ import annotations

from dataclasses import dataclass

from app.accounts.identity import clean_name, is_name
from app.certification.interfaces.clients import Wanted
from app.certification.interfaces.scopes import SCOPES
from app.lib.codes import draw_id
from app.lib.msgids import N_
from app.web.forms import Errors, Form

LONGEST_NAME = 255
LENGTH_OF_TOKEN = 32
"""The secret of the program is made from it: nobody may guess it."""


@dataclass(frozen=True)
class Typed:
    """What was typed, to show again."""

    client_token: str
    name: str = ""
    scopes: frozenset[str] = frozenset()


def blank() -> Typed:
    return Typed(draw_id(LENGTH_OF_TOKEN))


def read(form: Form) -> Typed:
    token = form.text("client_token")
    return Typed(
        client_token=token if len(token) == LENGTH_OF_TOKEN else draw_id(LENGTH_OF_TOKEN),
        name=clean_name(form.text("name"))[: LONGEST_NAME + 1],
        scopes=frozenset(form.all("scopes")) & SCOPES.keys(),
    )


def to_correct(typed: Typed) -> Errors:
    """Everything to correct, in the order of the form."""
    errors = Errors()
    if len(typed.name) > LONGEST_NAME:
        errors.add("name", N_("255 caractères au plus"))
    elif not is_name(typed.name):
        errors.add("name", N_("Indiquez le nom du programme"))
    if not typed.scopes:
        errors.add("scopes", N_("Cochez au moins un droit"))
    return errors


def wanted(typed: Typed) -> Wanted:
    """What it means, once there is nothing to correct."""
    return Wanted(typed.name, typed.scopes, typed.client_token)
