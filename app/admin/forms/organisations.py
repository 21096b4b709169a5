"""The form of an organisation: opened, changed, or made from a request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.accounts.identity import clean_name, is_email, unaccented
from app.admin.forms.establishments import LONGEST, check_establishment
from app.lib.codes import draw_id
from app.lib.msgids import N_
from app.organisations.organisations import Details, Kind
from app.organisations.refusals import ParentUnknown
from app.organisations.requests.establishments import establishment_number, province_code
from app.web.forms import Errors, Form
from app.web.messages import Message

KINDS: Mapping[Kind, str] = {
    "SCO": N_("SCO : école, collège, lycée"),
    "SUP": N_("SUP : enseignement supérieur"),
    "PRO": N_("PRO : entreprise, administration, association, organisme de formation"),
}
LONGEST_TAG = 60
MOST_TAGS = 20
LONGEST_TOKEN = 40


@dataclass(frozen=True)
class Typed:
    """What was typed, to show again."""

    name: str = ""
    kind: str = ""
    external_id: str = ""
    province: str = ""
    email: str = ""
    parent: str = ""
    tags: str = ""
    manages_learners: bool = False
    uses_credits: bool = False
    shows_skills: bool = False
    client_token: str = ""


def blank() -> Typed:
    return Typed(client_token=draw_id())


def as_it_is(details: Details) -> Typed:
    """The form before anything is typed."""
    return Typed(
        name=details.name,
        kind=details.kind,
        external_id=details.external_id,
        province=details.province,
        email=details.email,
        parent=str(details.parent or ""),
        tags=", ".join(details.tags),
        manages_learners=details.manages_learners,
        uses_credits=details.uses_credits,
        shows_skills=details.shows_skills,
    )


def read(form: Form) -> Typed:
    """What somebody typed."""
    return Typed(
        name=clean_name(form.text("name")),
        kind=form.text("kind"),
        external_id=clean_name(form.text("external_id"))[: LONGEST + 1],
        province=form.text("province")[:LONGEST],
        email=form.text("email"),
        parent=form.text("parent")[:LONGEST],
        tags=form.text("tags"),
        manages_learners=form.flag("manages_learners"),
        uses_credits=form.flag("uses_credits"),
        shows_skills=form.flag("shows_skills"),
        client_token=form.text("client_token")[:LONGEST_TOKEN],
    )


def to_correct(typed: Typed, *, parent: int | None) -> Errors:
    """Everything to correct, in the order of the form. `parent`: the organisation that was meant, if there is one."""
    errors = check_establishment(
        typed.name, typed.kind, typed.external_id, no_name=N_("Indiquez le nom de l’organisation")
    )
    if typed.province and province_code(typed.province) is None:
        errors.add("province", N_("Indiquez le numéro du département. Exemples : 51, 2A, 974"))
    if typed.email and not is_email(typed.email):
        errors.add("email", N_("Cette adresse n’est pas complète. Exemple : nom@domaine.fr"))
    if typed.parent and parent is None:
        errors.add("parent", ParentUnknown.message)
    _check_tags(typed.tags, errors)
    return errors


def details_of(typed: Typed, parent: int | None, known_tags: Sequence[str]) -> Details:
    """What it means, once there is nothing to correct."""
    kind = next(one for one in KINDS if one == typed.kind)
    return Details(
        name=typed.name,
        kind=kind,
        external_id=establishment_number(typed.external_id) or typed.external_id,
        province=(province_code(typed.province) or "") if typed.province else "",
        email=typed.email,
        parent=parent,
        tags=tags_of(typed.tags, known_tags),
        manages_learners=typed.manages_learners,
        uses_credits=typed.uses_credits,
        shows_skills=typed.shows_skills,
    )


def tags_of(typed: str, known: Sequence[str]) -> tuple[str, ...]:
    """The tags, each once, written as the others are: « aefe » is « AEFE » where that one is in use."""
    written = {unaccented(tag): tag for tag in known}
    found = {unaccented(tag): tag for tag in _split(typed)}
    return tuple(sorted((written.get(key, tag) for key, tag in found.items()), key=str.casefold))


def _check_tags(typed: str, errors: Errors) -> None:
    tags = _split(typed)
    if len(tags) > MOST_TAGS:
        errors.add("tags", Message(N_("%(most)s étiquettes au plus"), most=MOST_TAGS))
    elif any(len(tag) > LONGEST_TAG for tag in tags):
        errors.add("tags", Message(N_("%(most)s caractères au plus par étiquette"), most=LONGEST_TAG))


def _split(typed: str) -> list[str]:
    return [tag for part in typed.replace("\n", ",").split(",") if (tag := clean_name(part))]
