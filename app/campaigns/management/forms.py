"""The forms of a campaign: creation, and the changes made later."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from app.accounts.identity import clean_name
from app.campaigns.campaigns import Edited, NewCampaign
from app.campaigns.goals import UnknownTarget
from app.campaigns.team_campaigns import TeamCampaign
from app.lib.codes import draw_id
from app.lib.fingerprints import fingerprint
from app.lib.msgids import N_
from app.lib.typed_dates import read_date, shown_date
from app.organisations.members import Member
from app.web.forms import Errors, Form
from app.web.messages import Message, counted

LONGEST_NAME = 255
LONGEST_TITLE = 50
LONGEST_LABEL = 255
LONGEST_LANDING_TEXT = 5000
LONGEST_TOKEN = 40


@dataclass(frozen=True)
class Typed:
    """The form as someone filled it in: shown again when something is to correct."""

    name: str = ""
    owner: str = ""
    kind: str = "assessment"
    target: str = ""
    ask_external_id: bool = False
    external_id_label: str = ""
    title: str = ""
    landing_text: str = ""
    multiple_sendings: bool = False
    opens_on: str = ""
    closes_on: str = ""
    client_token: str = ""


def blank(member: Member) -> Typed:
    """An empty form: the campaign will be hers."""
    return Typed(owner=str(member.user), client_token=draw_id())


def copy_of(campaign: TeamCampaign, name: str) -> Typed:
    """A form filled in as that campaign was, under another name; its dates are over, so they are left out."""
    return replace(
        _settings_of(campaign),
        name=name[:LONGEST_NAME],
        owner=str(campaign.member.user),
        opens_on="",
        closes_on="",
        client_token=draw_id(),
    )


def as_it_is(campaign: TeamCampaign) -> Typed:
    """The form that changes a campaign, before anything is typed."""
    return _settings_of(campaign)


def read_creation(form: Form, member: Member) -> Typed:
    """What was typed to create a campaign."""
    return Typed(
        name=clean_name(form.text("name")),
        owner=form.text("owner") or str(member.user),
        kind=form.text("kind") or "assessment",
        target=form.text("target"),
        ask_external_id=form.flag("ask_external_id"),
        external_id_label=clean_name(form.text("external_id_label")),
        title=clean_name(form.text("title")),
        landing_text=form.text("landing_text"),
        multiple_sendings=form.flag("multiple_sendings"),
        opens_on=shown_date(form.text("opens_on")),
        closes_on=shown_date(form.text("closes_on")),
        client_token=form.text("client_token")[:LONGEST_TOKEN],
    )


def read_edition(form: Form, campaign: TeamCampaign) -> Typed:
    """What was typed to change a campaign; what cannot change stays."""
    return replace(
        _settings_of(campaign),
        name=clean_name(form.text("name")),
        owner=form.text("owner") or str(campaign.owner),
        title=clean_name(form.text("title")),
        landing_text=form.text("landing_text"),
        multiple_sendings=campaign.multiple_sendings if campaign.participants else form.flag("multiple_sendings"),
        opens_on=shown_date(form.text("opens_on")),
        closes_on=shown_date(form.text("closes_on")),
    )


def to_correct(typed: Typed, owners: Collection[int], *, target_known: bool = True) -> Errors:
    """Everything to correct, in the order of the form. `target_known`: the organisation may test what was chosen."""
    errors = Errors()
    _check_name(typed, errors)
    if typed.owner not in {str(owner) for owner in owners}:
        errors.add("owner", N_("Choisissez un membre de votre équipe."))
    if typed.kind not in ("assessment", "profiles"):
        errors.add("kind", N_("Choisissez entre évaluer les participants et collecter leurs profils."))
    if typed.kind != "profiles" and not target_known:
        errors.add("target", UnknownTarget.message)
    _check_label(typed, errors)
    _check_texts(typed, errors)
    _check_dates(typed, errors)
    return errors


def new_campaign(typed: Typed, member: Member) -> NewCampaign:
    """The campaign to create, from a form with nothing to correct. A request for profiles has no target, no title."""
    tests = typed.kind == "assessment"
    return NewCampaign(
        organisation=member.organisation,
        owner=int(typed.owner),
        name=typed.name,
        kind="assessment" if tests else "profiles",
        target=typed.target if tests else "",
        title=typed.title if tests else "",
        landing_text=typed.landing_text,
        external_id_label=typed.external_id_label if typed.ask_external_id else "",
        multiple_sendings=typed.multiple_sendings,
        opens_on=read_date(typed.opens_on),
        closes_on=read_date(typed.closes_on),
        created_by=member.user,
        sending=fingerprint(typed.client_token, member.user, typed),
    )


def changes(typed: Typed) -> Edited:
    """The changes, from a form with nothing to correct."""
    return Edited(
        name=typed.name,
        owner=int(typed.owner),
        title=typed.title if typed.kind == "assessment" else "",
        landing_text=typed.landing_text,
        multiple_sendings=typed.multiple_sendings,
        opens_on=read_date(typed.opens_on),
        closes_on=read_date(typed.closes_on),
    )


def _check_name(typed: Typed, errors: Errors) -> None:
    if not typed.name:
        errors.add("name", N_("Donnez un nom à votre campagne."))
    elif len(typed.name) > LONGEST_NAME:
        errors.add("name", Message(N_("Ce nom est trop long : %(most)s caractères au plus."), most=LONGEST_NAME))


def _check_label(typed: Typed, errors: Errors) -> None:
    if typed.ask_external_id and not typed.external_id_label:
        errors.add("external_id_label", N_("Écrivez ce que vous demandez, par exemple « Numéro de l’étudiant »."))
    elif typed.ask_external_id and len(typed.external_id_label) > LONGEST_LABEL:
        errors.add(
            "external_id_label",
            Message(N_("Ce libellé est trop long : %(most)s caractères au plus."), most=LONGEST_LABEL),
        )


def _check_texts(typed: Typed, errors: Errors) -> None:
    if typed.kind != "profiles" and len(typed.title) > LONGEST_TITLE:
        errors.add("title", Message(N_("Ce titre est trop long : %(most)s caractères au plus."), most=LONGEST_TITLE))
    if (over := len(typed.landing_text) - LONGEST_LANDING_TEXT) > 0:
        errors.add(
            "landing_text",
            counted(
                N_("Ce texte est trop long d’un caractère : 5 000 au plus."),
                N_("Ce texte est trop long de %(count)s caractères : 5 000 au plus."),
                over,
            ),
        )


def _check_dates(typed: Typed, errors: Errors) -> None:
    for name, value in (("opens_on", typed.opens_on), ("closes_on", typed.closes_on)):
        if value and read_date(value) is None:
            errors.add(name, N_("Nous ne lisons pas cette date. Écrivez-la ainsi : 27/11/2026."))
    opens_on, closes_on = read_date(typed.opens_on), read_date(typed.closes_on)
    if opens_on and closes_on and closes_on < opens_on:
        errors.add("closes_on", N_("La clôture vient avant l’ouverture : choisissez une date plus tardive."))


def _settings_of(campaign: TeamCampaign) -> Typed:
    return Typed(
        name=campaign.name,
        owner=str(campaign.owner),
        kind=campaign.kind,
        target=campaign.target,
        ask_external_id=bool(campaign.external_id_label),
        external_id_label=campaign.external_id_label,
        title=campaign.title,
        landing_text=campaign.landing_text,
        multiple_sendings=campaign.multiple_sendings,
        opens_on=campaign.opens_on.isoformat() if campaign.opens_on else "",
        closes_on=campaign.closes_on.isoformat() if campaign.closes_on else "",
    )
