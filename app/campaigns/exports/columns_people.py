"""The columns that every file begins with: which campaign, who. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from app.campaigns.exports.columns import Column
from app.campaigns.exports.lines import Person


class OfAPerson(Protocol):
    """Any line."""

    @property
    def person(self) -> Person: ...


P = TypeVar("P", bound=OfAPerson)


@dataclass(frozen=True)
class AboutCampaign:
    """`group_heading`: `Classe` or `Groupe`, empty where the organisation knows no group."""

    organisation: str
    id: int
    code: str
    name: str
    group_heading: str
    external_id_label: str


def campaign_columns(about: AboutCampaign) -> Iterator[Column[P]]:
    """Where the line comes from: files of several campaigns are often put together."""
    yield Column("Nom de l’organisation", lambda _: about.organisation, 24)
    yield Column("ID Campagne", lambda _: about.id)
    yield Column("Code", lambda _: about.code)
    yield Column("Nom de la campagne", lambda _: about.name, 24)


def person_columns(about: AboutCampaign) -> Iterator[Column[P]]:
    """Her names, her group and her identifier, where there are such things."""
    yield Column("Nom du participant", lambda line: line.person.last_name, 20)
    yield Column("Prénom du participant", lambda line: line.person.first_name, 20)
    if about.group_heading:
        yield Column(about.group_heading, lambda line: line.person.group)
    if about.external_id_label:
        yield Column(about.external_id_label, lambda line: line.person.external_id, 20)
