"""Reads for the statistics of an organisation: their number does not depend on how many learners it has."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.campaigns.tables import Campaign, Participation

MOST_AT_ONCE = 20_000
"""Results read at once: a few megabytes."""


@dataclass(frozen=True)
class Totals:
    """What the organisation has done in all: campaigns that were not deleted, participations as they are counted
    everywhere (orga 1.7), people who took part, results received."""

    campaigns: int
    participations: int
    learners: int
    received: int


@dataclass(frozen=True)
class KnownCampaign:
    """`goal`: as it is stored, empty for profiles."""

    id: int
    name: str
    goal: str


async def totals(organisation: int) -> Totals:
    """Of one organisation."""
    (row,) = await Campaign.raw(
        "SELECT (SELECT COUNT(*) FROM campaign WHERE organisation = {} AND deleted_at IS NULL) AS campaigns,"
        " COUNT(CASE WHEN p.replaced_at IS NULL THEN 1 END) AS participations, COUNT(DISTINCT p.learner) AS learners,"
        " (SELECT COUNT(*) FROM (SELECT DISTINCT s.campaign, s.learner FROM participation s"
        "  JOIN campaign k ON k.id = s.campaign WHERE k.organisation = {} AND k.deleted_at IS NULL"
        "  AND s.shared_at IS NOT NULL AND s.deleted_at IS NULL AND NOT s.trial AND s.learner IS NOT NULL) sent)"
        " AS received"
        " FROM participation p JOIN campaign c ON c.id = p.campaign"
        " WHERE c.organisation = {} AND c.deleted_at IS NULL AND p.deleted_at IS NULL AND NOT p.trial",
        organisation,
        organisation,
        organisation,
    )
    return Totals(row["campaigns"], row["participations"], row["learners"], row["received"])


async def campaigns_of(organisation: int) -> list[KnownCampaign]:
    """Its campaigns that received something, archived ones too, by name."""
    rows = await Campaign.raw(
        "SELECT c.id, c.name, c.goal FROM campaign c WHERE c.organisation = {} AND c.deleted_at IS NULL"
        " AND EXISTS (SELECT 1 FROM participation p WHERE p.campaign = c.id AND p.shared_at IS NOT NULL"
        "  AND p.deleted_at IS NULL AND NOT p.trial) ORDER BY c.search_name, c.id",
        organisation,
    )
    return [KnownCampaign(row["id"], row["name"], row["goal"]) for row in rows]


async def sent(organisation: int, campaign: int, since: datetime | None) -> AsyncIterator[list[dict[str, Any]]]:
    """Everything that was sent, by learner then by id: learner, campaign, shared_at, outcomes.

    `campaign`: only that one, 0 for all. `since`: only from then on. Neither trials nor what was deleted.
    """
    learner, last = 0, 0
    while True:
        rows = await _sent(organisation, campaign, since, learner, last)
        yield rows
        if len(rows) < MOST_AT_ONCE:
            return
        learner, last = rows[-1]["learner"], rows[-1]["id"]


async def _sent(
    organisation: int, campaign: int, since: datetime | None, learner: int, last: int
) -> list[dict[str, Any]]:
    only = "AND p.campaign = {}" if campaign else "AND {} = 0"
    begun = "AND p.shared_at >= {}" if since else ""
    rows: list[dict[str, Any]] = await Participation.raw(
        "SELECT p.id, p.learner, p.campaign, p.shared_at, p.outcomes FROM participation p"
        " JOIN campaign c ON c.id = p.campaign WHERE c.organisation = {} AND c.deleted_at IS NULL"
        " AND p.shared_at IS NOT NULL AND p.deleted_at IS NULL AND NOT p.trial"
        f" AND (p.learner > {{}} OR (p.learner = {{}} AND p.id > {{}})) {only} {begun}"
        " ORDER BY p.learner, p.id LIMIT {}",
        organisation,
        learner,
        learner,
        last,
        campaign,
        *([since] if since else []),
        MOST_AT_ONCE,
    )
    return rows
