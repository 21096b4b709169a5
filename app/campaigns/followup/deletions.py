"""A participant taken out of a campaign, for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from piccolo.columns import Column

from app.accounts import audit
from app.campaigns.queries import State
from app.campaigns.tables import Participation
from app.campaigns.team_campaigns import TeamCampaign
from app.lib.refusals import NotFound
from app.persistence.transactions import write_transaction


@dataclass(frozen=True)
class ToDelete:
    """Who would be taken out, and what of hers."""

    participation: int
    learner: int | None
    first_name: str
    last_name: str
    attempts: int
    state: State
    deleted: bool
    """Already: nothing is left to do."""

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


async def to_delete(campaign: TeamCampaign, participation: int) -> ToDelete:
    """The participant of an address. Raises NotFound for another campaign's, and for trials."""
    rows = await Participation.raw(
        "SELECT p.id, p.learner, p.shared_at, p.deleted_at, p.assessment, a.completed_at, l.first_name, l.last_name,"
        " (SELECT COUNT(*) FROM participation o WHERE o.campaign = p.campaign AND o.learner = p.learner"
        "  AND o.deleted_at IS NULL AND NOT o.trial) AS attempts"
        " FROM participation p LEFT JOIN learner l ON l.id = p.learner LEFT JOIN assessment a ON a.id = p.assessment"
        " WHERE p.id = {} AND p.campaign = {} AND NOT p.trial",
        participation,
        campaign.id,
    )
    if not rows:
        raise NotFound
    row = rows[0]
    finished = row["assessment"] is None or row["completed_at"] is not None
    return ToDelete(
        participation=row["id"],
        learner=row["learner"],
        first_name=row["first_name"] or "",
        last_name=row["last_name"] or "",
        attempts=row["attempts"],
        state="shared" if row["shared_at"] else "to_share" if finished else "started",
        deleted=row["deleted_at"] is not None,
    )


async def delete(campaign: TeamCampaign, one: ToDelete, now: datetime) -> None:
    """All the attempts of that learner in the campaign; she cannot begin it again (orga 1.10). Twice is once."""
    values: dict[Column | str, Any] = {
        Participation.deleted_at: now,
        Participation.deleted_by: campaign.member.user,
        Participation.external_id: "",
    }
    hers = Participation.learner == one.learner if one.learner is not None else Participation.id == one.participation
    still_there = Participation.deleted_at.is_null() & (Participation.trial.eq(False))
    async with write_transaction():
        deleted = (
            await Participation.update(values)
            .where((Participation.campaign == campaign.id) & hers & still_there)
            .returning(Participation.id)
        )
        if deleted:
            await audit.record(
                "participation.deleted",
                by=campaign.member.user,
                kind="participation",
                subject=one.participation,
                at=now,
                organisation=campaign.member.organisation,
                campaign=campaign.id,
            )
