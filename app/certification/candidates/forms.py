"""The form of a candidate."""

from __future__ import annotations

from dataclasses import replace

from app.accounts.identity import clean_name
from app.certification.candidates.queries import Enrolled
from app.certification.candidates.typed import LONGEST, Typed
from app.lib.codes import draw_id
from app.web.forms import Form

LONGEST_TOKEN = 40
LONGEST_SHOWN = LONGEST + 1
"""One more than what is accepted: too long is told, not cut."""


def blank(*, school: bool) -> Typed:
    return Typed(client_token=draw_id(), billing="" if school else "free")


def as_it_is(candidate: Enrolled) -> Typed:
    """The form before anything is typed."""
    born, french_code = candidate.birthdate, candidate.birth_code
    is_insee = bool(french_code) and not candidate.birth_city
    typed = Typed(
        last_name=candidate.last_name,
        first_name=candidate.first_name,
        sex=candidate.sex,
        insee_code=french_code if is_insee else "",
        postal_code="" if is_insee else french_code,
        city=candidate.birth_city,
        country=candidate.birth_country or Typed.country,
        results_email=candidate.results_email,
        email=candidate.email,
        external_id=candidate.external_id,
        extra_time=str(candidate.extra_time or ""),
        adjusted=candidate.adjusted,
        billing=candidate.billing,
        prepayment_code=candidate.prepayment_code,
    )
    return typed if born is None else replace(typed, day=f"{born:%d}", month=f"{born:%m}", year=str(born.year))


def read(form: Form, *, school: bool) -> Typed:
    """What somebody typed; a school is not asked about money."""
    return Typed(
        last_name=clean_name(form.text("last_name"))[:LONGEST_SHOWN],
        first_name=clean_name(form.text("first_name"))[:LONGEST_SHOWN],
        day=form.text("birthdate.day")[:LONGEST],
        month=form.text("birthdate.month")[:LONGEST],
        year=form.text("birthdate.year")[:LONGEST],
        sex=form.text("sex"),
        insee_code=_code(form.text("insee_code")),
        postal_code=_code(form.text("postal_code")),
        city=clean_name(form.text("city"))[:LONGEST_SHOWN],
        country=clean_name(form.text("country"))[:LONGEST],
        results_email=form.text("results_email")[:LONGEST_SHOWN],
        email=form.text("email")[:LONGEST_SHOWN],
        external_id=clean_name(form.text("external_id"))[:LONGEST_SHOWN],
        extra_time=form.text("extra_time")[:LONGEST],
        adjusted=form.flag("adjusted"),
        billing="" if school else form.text("billing"),
        prepayment_code="" if school else clean_name(form.text("prepayment_code"))[:LONGEST_SHOWN],
        client_token=form.text("client_token")[:LONGEST_TOKEN],
    )


def _code(typed: str) -> str:
    return "".join(typed.split()).upper()[:LONGEST]
