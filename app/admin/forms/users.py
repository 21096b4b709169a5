"""The forms about somebody's account."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.accounts.identity import clean_name, is_email, is_name, normal_username
from app.accounts.people import STAFF_ROLES
from app.accounts.support import Identity
from app.lib.msgids import N_
from app.web.forms import Errors, Form
from app.web.languages import LANGUAGES

ROLES: Mapping[str, str] = {
    "superadmin": N_("Super-administrateur : tout"),
    "support": N_("Support : répondre aux personnes, corriger et débloquer les comptes, traiter les demandes"),
    "metier": N_("Métier : organisations, crédits, profils cibles"),
    "certif": N_("Certification : ouvrir les centres, consulter organisations, profils cibles et comptes"),
}
NO_ROLE = "none"
_USERNAME = re.compile(r"[a-z0-9][a-z0-9._'-]{1,254}", re.ASCII)


@dataclass(frozen=True)
class RoleForm:
    """The role chosen; None for no role, once there are no errors."""

    role: str | None
    typed: str
    errors: Errors


def read_identity(form: Form, before: Identity) -> tuple[Identity, Errors]:
    """What was typed, and what to correct in it."""
    typed = Identity(
        first_name=clean_name(form.text("first_name")),
        last_name=clean_name(form.text("last_name")),
        email=form.text("email"),
        username=normal_username(form.text("username")),
        language=form.text("language") or before.language,
    )
    errors = Errors()
    _check_name(typed.first_name, "first_name", N_("Indiquez le prénom"), errors)
    _check_name(typed.last_name, "last_name", N_("Indiquez le nom"), errors)
    if typed.email and not is_email(typed.email):
        errors.add("email", N_("Cette adresse n’est pas complète. Exemple : nom@domaine.fr"))
    if typed.username and typed.username != before.username and not _USERNAME.fullmatch(typed.username):
        errors.add("username", N_("Un identifiant est fait de lettres, de chiffres, de points et de tirets"))
    if (before.email or before.username) and not (typed.email or typed.username):
        errors.add("email", N_("Gardez au moins une façon de se connecter : une adresse e-mail ou un identifiant"))
    if typed.language not in LANGUAGES:
        errors.add("language", N_("Choisissez une langue"))
    return typed, errors


def read_role(form: Form) -> RoleForm:
    """The role chosen."""
    typed, errors = form.text("role"), Errors()
    if typed not in (*STAFF_ROLES, NO_ROLE):
        errors.add("role", N_("Choisissez un rôle"))
    return RoleForm(None if typed == NO_ROLE else typed, typed, errors)


def _check_name(value: str, name: str, missing: str, errors: Errors) -> None:
    if len(value) > 255:
        errors.add(name, N_("255 caractères au plus"))
    elif not is_name(value):
        errors.add(name, missing)
