"""The requests, as the service's staff reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations.spaces import Space

MOST = 200


@dataclass(frozen=True)
class Request:
    """What somebody wrote, and what became of it."""

    id: int
    workplace_name: str
    kind: str
    external_id: str
    province: str
    """As `learners`, of an organisation only."""
    learners: int | None
    first_name: str
    last_name: str
    email: str
    job: str
    message: str
    created_at: datetime
    decided_at: datetime | None
    decided_by_name: str
    workplace: int | None
    """What it became; None for a request that waits or was declined."""

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def state(self) -> str:
        """pending, accepted or declined."""
        if self.decided_at is None:
            return "pending"
        return "accepted" if self.workplace is not None else "declined"


async def pending_requests(space: Space) -> Sequence[Request]:
    """Those that wait, the oldest first."""
    return await _requests(space, "r.decided_at IS NULL ORDER BY r.created_at, r.id")


async def decided(space: Space, most: int = MOST, offset: int = 0) -> Sequence[Request]:
    """The others, the latest decision first."""
    return await _requests(
        space, "r.decided_at IS NOT NULL ORDER BY r.decided_at DESC, r.id DESC", most=most, offset=offset
    )


async def decided_count(space: Space) -> int:
    return int(await space.requests.count().where(space.requests.decided_at.is_not_null()))


async def request(space: Space, request_id: int) -> Request:
    """Raises NotFound."""
    found = await _requests(space, "r.id = {}", request_id) if is_row_id(request_id) else []
    if not found:
        raise NotFound
    return found[0]


async def _requests(space: Space, condition: str, *values: int, most: int = MOST, offset: int = 0) -> list[Request]:
    only = "r.province, r.learners" if space.has_organisations else "'' AS province, NULL AS learners"
    rows = await space.requests.raw(
        f"SELECT r.id, r.{space.named} AS workplace_name, r.kind, r.external_id, {only},"
        " r.first_name, r.last_name, r.email, r.job, r.message, r.created_at, r.decided_at,"
        f" r.{space.noun} AS workplace, u.first_name AS by_first_name, u.last_name AS by_last_name"
        f" FROM {space.requests._meta.tablename} r LEFT JOIN pix_user u ON u.id = r.decided_by"
        f" WHERE {condition} LIMIT {{}} OFFSET {{}}",
        *values,
        most,
        offset,
    )
    return [_request(row) for row in rows]


def _request(row: Mapping[str, Any]) -> Request:
    kept = {name: value for name, value in row.items() if not name.startswith("by_")}
    by = f"{row['by_first_name'] or ''} {row['by_last_name'] or ''}".strip()
    return Request(**kept, decided_by_name=by)
