"""The establishments of a group: who came in, who works with Pix, how much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.campaigns.opening import PARIS
from app.lib import csv_export
from app.organisations.tables import Organisation
from app.web.sorting import Sorting

COLUMNS = ("nom", "type", "equipe", "personnes", "campagnes", "resultats")
FROM_THE_HIGHEST = ("equipe", "personnes", "campagnes", "resultats")
BY_NAME = Sorting("nom", False)


@dataclass(frozen=True)
class Establishment:
    """`members`: of its team, today; one is enough to say that an invitation was accepted. `learners`: those it still
    has. `received`: people who sent results, campaign by campaign."""

    id: int
    name: str
    search_name: str
    kind: str
    external_id: str
    province: str
    members: int
    learners: int
    campaigns: int
    received: int


@dataclass(frozen=True)
class GroupTotals:
    """`joined`: establishments with at least one member."""

    establishments: int
    joined: int
    learners: int
    campaigns: int
    received: int


async def of_group(group: int) -> list[Establishment]:
    """Every establishment below, at any depth, by name; archived ones are no more. One statement."""
    rows = await Organisation.raw(
        "WITH RECURSIVE below (id) AS (SELECT id FROM organisation WHERE parent = {}"
        "  UNION SELECT o.id FROM organisation o JOIN below b ON o.parent = b.id)"
        " SELECT o.id, o.name, o.search_name, o.kind, o.external_id, o.province,"
        " COALESCE(m.count, 0) AS members, COALESCE(l.count, 0) AS learners, COALESCE(c.count, 0) AS campaigns,"
        " COALESCE(r.count, 0) AS received"
        " FROM below b JOIN organisation o ON o.id = b.id"
        " LEFT JOIN (SELECT organisation, COUNT(*) AS count FROM membership WHERE disabled_at IS NULL"
        "  AND organisation IN (SELECT id FROM below) GROUP BY organisation) m ON m.organisation = o.id"
        " LEFT JOIN (SELECT organisation, COUNT(*) AS count FROM learner WHERE deleted_at IS NULL"
        "  AND disabled_at IS NULL AND organisation IN (SELECT id FROM below) GROUP BY organisation) l"
        "  ON l.organisation = o.id"
        " LEFT JOIN (SELECT organisation, COUNT(*) AS count FROM campaign WHERE deleted_at IS NULL"
        "  AND organisation IN (SELECT id FROM below) GROUP BY organisation) c ON c.organisation = o.id"
        " LEFT JOIN (SELECT organisation, COUNT(*) AS count FROM (SELECT DISTINCT k.organisation, p.campaign, p.learner"
        "  FROM participation p JOIN campaign k ON k.id = p.campaign WHERE k.deleted_at IS NULL"
        "  AND k.organisation IN (SELECT id FROM below) AND p.shared_at IS NOT NULL AND p.deleted_at IS NULL"
        "  AND NOT p.trial AND p.learner IS NOT NULL) sent GROUP BY organisation) r ON r.organisation = o.id"
        " WHERE o.archived_at IS NULL AND o.id <> {} ORDER BY o.search_name, o.id",
        group,
        group,
    )
    return [
        Establishment(**{**row, "external_id": row["external_id"] or "", "province": row["province"] or ""})
        for row in rows
    ]


def totals(found: Sequence[Establishment]) -> GroupTotals:
    return GroupTotals(
        len(found),
        sum(one.members > 0 for one in found),
        sum(one.learners for one in found),
        sum(one.campaigns for one in found),
        sum(one.received for one in found),
    )


def in_order(found: Iterable[Establishment], sorting: Sorting) -> list[Establishment]:
    """Equal ones stay by name."""
    return sorted(found, key=_KEYS[sorting.key], reverse=sorting.descending)


_KEYS: Mapping[str, Callable[[Establishment], str | int]] = {
    "nom": lambda one: one.search_name,
    "type": lambda one: one.kind,
    "equipe": lambda one: one.members,
    "personnes": lambda one: one.learners,
    "campagnes": lambda one: one.campaigns,
    "resultats": lambda one: one.received,
}


def as_csv(found: Iterable[Establishment]) -> str:
    """The same table as the page, then the UAI and the department."""
    titles = (
        "Établissement",
        "Type",
        "UAI ou identifiant",
        "Département",
        "Invitation acceptée (O/N)",
        "Membres de l’équipe",
        "Participants",
        "Campagnes",
        "Résultats reçus",
    )
    lines = (
        (
            one.name,
            one.kind,
            one.external_id,
            one.province,
            "Oui" if one.members else "Non",
            one.members,
            one.learners,
            one.campaigns,
            one.received,
        )
        for one in found
    )
    return csv_export.BOM + csv_export.line(titles) + "".join(map(csv_export.line, lines))


def stamp(at: datetime) -> str:
    return f"{at.astimezone(PARIS):%Y-%m-%d-%H%M}"
