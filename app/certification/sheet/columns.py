"""The columns of the sheet of candidates: the same going out and coming back. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.accounts.identity import clean_name, unaccented
from app.certification.candidates.identity import BILLINGS
from app.certification.candidates.queries import Enrolled
from app.certification.candidates.typed import LONGEST, Typed
from app.lib.msgids import N_

Translate = Callable[[str], str]
YES = N_("oui")


class Headed(Protocol):
    """A column of any sheet."""

    @property
    def key(self) -> str: ...

    @property
    def heading(self) -> str: ...


@dataclass(frozen=True)
class Column:
    """One column: its key in the errors, its heading, and what a candidate has there."""

    key: str
    heading: str
    shown: Callable[[Enrolled], str]
    width: int = 16
    schools: bool = True


COLUMNS: tuple[Column, ...] = (
    Column("last_name", N_("Nom de naissance"), lambda one: one.last_name, 24),
    Column("first_name", N_("Prénom"), lambda one: one.first_name, 20),
    Column("birthdate", N_("Date de naissance (JJ/MM/AAAA)"), lambda one: _date(one)),
    Column("sex", N_("Sexe (F ou M)"), lambda one: one.sex, 10),
    Column("insee_code", N_("Code Insee"), lambda one: "" if one.birth_city else one.birth_code, 12),
    Column("postal_code", N_("Code postal"), lambda one: one.birth_code if one.birth_city else "", 12),
    Column("city", N_("Ville de naissance"), lambda one: one.birth_city, 20),
    Column("country", N_("Pays de naissance"), lambda one: one.birth_country, 20),
    Column("results_email", N_("E-mail du destinataire des résultats"), lambda one: one.results_email, 32),
    Column("email", N_("E-mail de convocation"), lambda one: one.email, 32),
    Column("external_id", N_("Identifiant externe"), lambda one: one.external_id),
    Column("extra_time", N_("Temps majoré (en pour cent)"), lambda one: str(one.extra_time or ""), 12),
    Column("adjusted", N_("Test aménagé (oui ou vide)"), lambda one: YES if one.adjusted else "", 12),
    Column("billing", N_("Tarification (gratuite, payante ou prépayée)"), lambda one: _billing(one), schools=False),
    Column("prepayment_code", N_("Code de prépaiement"), lambda one: one.prepayment_code, 20, schools=False),
)


def columns_of(*, school: bool) -> Sequence[Column]:
    return [one for one in COLUMNS if one.schools or not school]


def places_of(headings: Sequence[str], columns: Sequence[Headed], translators: Sequence[Translate]) -> dict[str, int]:
    """Where each column is, by its heading in any of the languages; those that are missing are left out."""
    found = {heading_form(heading): place for place, heading in reversed(list(enumerate(headings))) if heading}
    places = {}
    for column in columns:
        for translate in translators:
            place = found.get(heading_form(translate(column.heading)))
            if place is not None:
                places[column.key] = place
    return places


def heading_form(heading: str) -> str:
    """Without case, accents, signs, nor what is between brackets: people tidy their headings."""
    return _plain(heading.partition("(")[0])


def typed_of(row: Sequence[str], places: dict[str, int], translators: Sequence[Translate]) -> Typed:
    """A row, as the form would have sent it."""

    def cell(key: str) -> str:
        place = places.get(key, len(row))
        return clean_name(row[place])[: LONGEST + 1] if place < len(row) else ""

    parts = [*cell("birthdate").replace("-", "/").replace(".", "/").split("/"), "", "", ""]
    return Typed(
        last_name=cell("last_name"),
        first_name=cell("first_name"),
        day=parts[0].strip(),
        month=parts[1].strip(),
        year=parts[2].strip(),
        sex=cell("sex").upper(),
        insee_code=_code(cell("insee_code")),
        postal_code=_code(cell("postal_code")),
        city=cell("city"),
        country=cell("country"),
        results_email=cell("results_email"),
        email=cell("email"),
        external_id=cell("external_id"),
        extra_time=cell("extra_time"),
        adjusted=_plain(cell("adjusted")) in {_plain(translate(YES)) for translate in translators},
        billing=_billing_named(cell("billing"), translators),
        prepayment_code=cell("prepayment_code"),
    )


def _date(one: Enrolled) -> str:
    return f"{one.birthdate:%d/%m/%Y}" if one.birthdate else ""


def _billing(one: Enrolled) -> str:
    """A message id, translated with the others."""
    return next((words for key, words in BILLINGS.items() if key == one.billing), "")


def _billing_named(typed: str, translators: Sequence[Translate]) -> str:
    names = {_plain(translate(words)): key for key, words in BILLINGS.items() for translate in translators}
    return names.get(_plain(typed), typed)


def _code(typed: str) -> str:
    """Spreadsheets take the first zero of 01000 away."""
    code = "".join(typed.split()).upper()
    return code.zfill(5) if len(code) == 4 and code.isascii() and code.isdigit() else code


def _plain(words: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in unaccented(words)).split())
