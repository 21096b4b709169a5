"""The form of a session."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time

from app.accounts.identity import clean_name
from app.certification.sessions.queries import TeamSession
from app.certification.sessions.sessions import Method, Planned
from app.lib.codes import draw_id
from app.lib.msgids import N_
from app.lib.typed_dates import read_date, shown_date
from app.web.formats import ZONE, local_time
from app.web.forms import Errors, Form
from app.web.messages import Message

METHODS: Mapping[Method, str] = {
    "adaptive": N_("Test adaptatif : 32 questions, de difficulté ajustée à chaque réponse"),
    "profile": N_("Test de profil : trois questions pour chaque compétence du profil"),
}
LONGEST = 255
LONGEST_DESCRIPTION = 2_000
LONGEST_TOKEN = 40
_TIME = re.compile(r"(\d{1,2})\s*[:hH]\s*(\d{2})?(?::\d{2})?", re.ASCII)


@dataclass(frozen=True)
class Typed:
    """What was typed, to show again."""

    site: str = ""
    room: str = ""
    date: str = ""
    time: str = ""
    examiners: str = ""
    description: str = ""
    method: str = "adaptive"
    client_token: str = ""


def blank() -> Typed:
    return Typed(client_token=draw_id())


def as_it_is(session: TeamSession) -> Typed:
    """The form before anything is typed."""
    local = local_time(session.starts_at)
    return Typed(
        site=session.site,
        room=session.room,
        date=f"{local:%Y-%m-%d}",
        time=f"{local:%H:%M}",
        examiners=session.examiners,
        description=session.description,
        method=session.method,
    )


def read(form: Form) -> Typed:
    """What somebody typed."""
    return Typed(
        site=clean_name(form.text("site")),
        room=clean_name(form.text("room")),
        date=shown_date(form.text("date"))[:LONGEST],
        time=form.text("time")[:LONGEST],
        examiners=clean_name(form.text("examiners")),
        description=form.text("description"),
        method=form.text("method"),
        client_token=form.text("client_token")[:LONGEST_TOKEN],
    )


def read_time(typed: str) -> time | None:
    """An hour, from `15:00` (what browsers send) or `15 h 30` (what people type). None for anything else."""
    found = _TIME.fullmatch(typed.strip().replace(" ", "").replace("\u00a0", ""))
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def to_correct(typed: Typed, at: datetime, *, already: datetime | None = None) -> Errors:
    """Everything to correct, in the order of the form. `already`: the date that a session has, which may be past."""
    errors = Errors()
    for name, value, missing in (
        ("site", typed.site, N_("Indiquez le nom du site")),
        ("room", typed.room, N_("Indiquez la salle")),
        ("examiners", typed.examiners, N_("Indiquez qui surveille")),
    ):
        if name == "examiners":
            _check_moment(typed, at, already, errors)
        if not value:
            errors.add(name, missing)
        elif len(value) > LONGEST:
            errors.add(name, N_("255 caractères au plus"))
    if len(typed.description) > LONGEST_DESCRIPTION:
        errors.add("description", Message(N_("%(most)s caractères au plus"), most=LONGEST_DESCRIPTION))
    if typed.method not in METHODS:
        errors.add("method", N_("Choisissez un type de test"))
    return errors


def planned_of(typed: Typed) -> Planned:
    """What it means, once there is nothing to correct."""
    day, hour = read_date(typed.date), read_time(typed.time)
    assert day is not None
    assert hour is not None
    return Planned(
        site=typed.site,
        room=typed.room,
        starts_at=datetime.combine(day, hour, ZONE).astimezone(UTC),
        examiners=typed.examiners,
        description=typed.description,
        method="profile" if typed.method == "profile" else "adaptive",
    )


def _check_moment(typed: Typed, at: datetime, already: datetime | None, errors: Errors) -> None:
    day, hour = read_date(typed.date), read_time(typed.time)
    if not typed.date:
        errors.add("date", N_("Indiquez la date"))
    elif day is None:
        errors.add("date", N_("Nous ne lisons pas cette date. Écrivez-la ainsi : 27/11/2026."))
    elif day < local_time(at).date() and (already is None or day != local_time(already).date()):
        errors.add("date", N_("Cette date est passée"))
    if not typed.time:
        errors.add("time", N_("Indiquez l’heure de début"))
    elif hour is None:
        errors.add("time", N_("Nous ne lisons pas cette heure. Écrivez-la ainsi : 15:30."))
