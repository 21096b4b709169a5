"""Reads for the programs of partners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.certification.interfaces.scopes import SCOPES
from app.certification.tables import MachineClient


@dataclass(frozen=True)
class ClientLine:
    """A program, as the list shows it."""

    id: int
    name: str
    client_id: str
    rights: Sequence[str]
    """Message ids."""
    created_at: datetime
    created_by_name: str
    """Empty once her account is erased."""
    used_at: datetime | None
    """When it last asked for a token."""
    disabled_at: datetime | None


async def clients() -> Sequence[ClientLine]:
    """All of them: those that may read first, then by name. They are a handful."""
    rows = await MachineClient.raw(
        "SELECT m.id, m.name, m.client_id, m.scopes, m.created_at, m.used_at, m.disabled_at, u.first_name, u.last_name"
        " FROM machine_client m LEFT JOIN pix_user u ON u.id = m.created_by"
        " ORDER BY m.disabled_at IS NOT NULL, m.name, m.id"
    )
    kept = ("id", "name", "client_id", "created_at", "used_at", "disabled_at")
    return [
        ClientLine(
            **{name: row[name] for name in kept},
            rights=[SCOPES[one] for one in row["scopes"].split() if one in SCOPES],
            created_by_name=f"{row['first_name'] or ''} {row['last_name'] or ''}".strip(),
        )
        for row in rows
    ]
