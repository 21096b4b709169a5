"""The log of what people did to others: who, what, whom, when.

Each action is declared here with the exact keys of its details; never a secret, never the text of an answer.
`record` runs inside the transaction that does the thing: both are there, or neither.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

import msgspec

from app.accounts.tables import AuditEvent

Detail: TypeAlias = str | int | bool | None

ACTIONS: Mapping[str, frozenset[str]] = {
    # team
    "member.invited": frozenset({"email", "role"}),
    "invitation.cancelled": frozenset({"email"}),
    "member.joined": frozenset({"role"}),
    "member.role_changed": frozenset({"role"}),
    "member.removed": frozenset(),
    "member.left": frozenset(),
    # campaigns
    "campaign.created": frozenset({"name"}),
    "campaign.edited": frozenset({"fields"}),
    "campaign.archived": frozenset(),
    "campaign.unarchived": frozenset(),
    "campaign.deleted": frozenset({"name"}),
    "participation.deleted": frozenset({"campaign"}),
    "results.exported": frozenset({"format"}),
    # learners
    "learner.grouped": frozenset({"group", "count"}),
    "learner.renamed": frozenset(),
    "learner.removed": frozenset({"count"}),
    # the service's staff
    "request.accepted": frozenset(),
    "request.declined": frozenset(),
    "organisation.created": frozenset({"name"}),
    "organisation.edited": frozenset({"fields"}),
    "organisation.archived": frozenset(),
    "organisation.unarchived": frozenset(),
    "lot.added": frozenset({"count", "free"}),
    "lot.cancelled": frozenset(),
    "target_profile.created": frozenset({"name"}),
    "target_profile.edited": frozenset({"fields"}),
    "target_profile.archived": frozenset(),
    "target_profile.unarchived": frozenset(),
    "target_profile.shared": frozenset({"organisations"}),
    "target_profile.unshared": frozenset({"organisations"}),
    "stages.changed": frozenset({"count"}),
    "badge.saved": frozenset({"title"}),
    "badge.deleted": frozenset({"title"}),
    "user.edited": frozenset({"fields"}),
    "user.unblocked": frozenset(),
    "user.anonymised": frozenset(),
    "staff.appointed": frozenset({"role"}),
    # certification
    "session.created": frozenset(),
    "session.edited": frozenset({"fields"}),
    "session.deleted": frozenset({"count"}),
    "session.finalised": frozenset(),
    "candidates.enrolled": frozenset({"count"}),
    "candidates.replaced": frozenset({"count"}),
    "candidate.edited": frozenset({"session", "fields"}),
    "candidate.removed": frozenset({"session"}),
    "sessions.imported": frozenset({"sessions", "candidates"}),
    "centre.edited": frozenset({"fields"}),
    "centre.archived": frozenset(),
    "centre.unarchived": frozenset(),
    "session.assigned": frozenset(),
    "session.released": frozenset(),
    "session.reopened": frozenset(),
    "session.rescored": frozenset({"count"}),
    "session.published": frozenset(),
    "session.unpublished": frozenset(),
    "certification.cancelled": frozenset({"session"}),
    "certification.rejected": frozenset({"session"}),
    "certification.reinstated": frozenset({"session"}),
    "certification.rescored": frozenset({"session"}),
    "certification.commented": frozenset({"session", "audience"}),
    "certification.identity_corrected": frozenset({"session", "fields", "reason"}),
    "certification.question_changed": frozenset({"session", "question", "effect"}),
    "report.resolved": frozenset({"session", "code"}),
    "report.reopened": frozenset({"session", "code"}),
    "results.fetched": frozenset({"format"}),
    "results.read": frozenset({"client", "scope", "count"}),
    "client.created": frozenset({"name", "scopes"}),
    "client.disabled": frozenset({"name"}),
}
"""Action -> keys of its details."""


async def forget(kind: str, subjects: Sequence[int], key: str) -> None:
    """Empty one detail of what was done to these subjects: it told who somebody was, and she erases her account."""
    if not subjects:
        return
    whose = (AuditEvent.subject_kind == kind) & AuditEvent.subject.is_in([str(one) for one in subjects])
    for row in await AuditEvent.select(AuditEvent.id, AuditEvent.details).where(whose):
        details = msgspec.json.decode(row["details"])
        if details.get(key):
            kept = msgspec.json.encode({**details, key: ""}).decode()
            await AuditEvent.update({AuditEvent.details: kept}).where(AuditEvent.id == row["id"])


async def record(
    action: str,
    *,
    by: int | None,
    kind: str,
    subject: int | str,
    at: datetime,
    organisation: int | None = None,
    **details: Detail,
) -> None:
    """Note that `by` (a user) did `action` to `subject`, a thing of that `kind` (`campaign`, `user`…).

    Raises `ValueError` for an action or a key that is not declared: a defect.
    """
    if ACTIONS[action] != details.keys():
        raise ValueError(f"{action} has the details {sorted(ACTIONS[action])}, not {sorted(details)}")
    await AuditEvent.insert(
        AuditEvent(
            at=at,
            actor=by,
            action=action,
            subject_kind=kind,
            subject=str(subject),
            organisation=organisation,
            details=msgspec.json.encode(details).decode(),
        )
    )
