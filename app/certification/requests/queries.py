"""The requests for a centre, as the service's staff reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.certification.tables import CentreRequest
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id

MOST = 200


@dataclass(frozen=True)
class Request:
    """What somebody wrote, and what became of it."""

    id: int
    centre_name: str
    kind: str
    external_id: str
    first_name: str
    last_name: str
    email: str
    job: str
    message: str
    created_at: datetime
    decided_at: datetime | None
    decided_by_name: str
    centre: int | None
    """What it became; None for a request that waits or was declined."""

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def state(self) -> str:
        """pending, accepted or declined."""
        if self.decided_at is None:
            return "pending"
        return "accepted" if self.centre is not None else "declined"


async def pending_requests() -> Sequence[Request]:
    """Those that wait, the oldest first."""
    return await _requests("r.decided_at IS NULL ORDER BY r.created_at, r.id")


async def decided(most: int = MOST, offset: int = 0) -> Sequence[Request]:
    """The others, the latest decision first."""
    return await _requests("r.decided_at IS NOT NULL ORDER BY r.decided_at DESC, r.id DESC", most=most, offset=offset)


async def decided_count() -> int:
    return int(await CentreRequest.count().where(CentreRequest.decided_at.is_not_null()))


async def request(request_id: int) -> Request:
    """Raises NotFound."""
    found = await _requests("r.id = {}", request_id) if is_row_id(request_id) else []
    if not found:
        raise NotFound
    return found[0]


async def _requests(condition: str, *values: int, most: int = MOST, offset: int = 0) -> list[Request]:
    rows = await CentreRequest.raw(
        "SELECT r.id, r.centre_name, r.kind, r.external_id, r.first_name, r.last_name, r.email, r.job, r.message,"
        " r.created_at, r.decided_at, r.centre, u.first_name AS by_first_name, u.last_name AS by_last_name"
        f" FROM centre_request r LEFT JOIN pix_user u ON u.id = r.decided_by WHERE {condition} LIMIT {{}} OFFSET {{}}",
        *values,
        most,
        offset,
    )
    return [_request(row) for row in rows]


def _request(row: Mapping[str, Any]) -> Request:
    kept = {name: value for name, value in row.items() if not name.startswith("by_")}
    by = f"{row['by_first_name'] or ''} {row['by_last_name'] or ''}".strip()
    return Request(**kept, decided_by_name=by)
