"""The figures of the first page."""

from __future__ import annotations

from dataclasses import dataclass

from app.persistence.reports import report


@dataclass(frozen=True)
class Figures:
    """How the service is doing."""

    requests: int
    """That wait for somebody of the staff."""
    centre_requests: int
    """The same, of certification centres."""
    centres: int
    """Open."""
    organisations: int
    """Open."""
    campaigns: int
    """Neither archived nor deleted."""
    users: int
    """Erased ones left out."""
    blocked: int
    """For good: only support lifts it."""


async def figures() -> Figures:
    """Counted now."""
    (row,) = await report(
        "SELECT (SELECT COUNT(*) FROM space_request WHERE decided_at IS NULL) AS requests,"
        " (SELECT COUNT(*) FROM centre_request WHERE decided_at IS NULL) AS centre_requests,"
        " (SELECT COUNT(*) FROM certification_centre WHERE archived_at IS NULL) AS centres,"
        " (SELECT COUNT(*) FROM organisation WHERE archived_at IS NULL) AS organisations,"
        " (SELECT COUNT(*) FROM campaign WHERE archived_at IS NULL AND deleted_at IS NULL) AS campaigns,"
        " (SELECT COUNT(*) FROM pix_user WHERE anonymised_at IS NULL) AS users,"
        " (SELECT COUNT(*) FROM pix_user WHERE blocked_at IS NOT NULL) AS blocked"
    )
    return Figures(**row)
