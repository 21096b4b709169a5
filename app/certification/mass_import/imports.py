"""The verbs of a mass import: keep what a file would do, do it once, forget it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import msgspec

from app.accounts import audit
from app.certification.candidates import lists
from app.certification.mass_import.checks import check
from app.certification.mass_import.drafts import Draft
from app.certification.mass_import.problems import Problems
from app.certification.mass_import.refusals import ImportOutdated, ImportTooOld
from app.certification.sessions import sessions
from app.certification.tables import CertificationCentre, SessionImport
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction

KEPT = timedelta(hours=2)
"""How long what was read waits to be confirmed: it names people."""
_FORGOTTEN: dict[Any, Any] = {SessionImport.content: "", SessionImport.sending: None}
"""The row stays, and says no more than that there was an import; the same file may come again."""


async def keep(centre: int, draft: Draft, by: int, at: datetime, *, sending: str) -> int:
    """What a file would do waits for `by` to confirm it; its number. The same file (`sending`) waits once."""
    content = msgspec.json.encode(draft).decode()
    same = (SessionImport.centre == centre) & (SessionImport.sending == sending)
    row = SessionImport(centre=centre, user=by, content=content, created_at=at, sending=sending)
    try:
        async with write_transaction():
            await forget_old(at)
            again: dict[Any, Any] = {SessionImport.content: content, SessionImport.created_at: at}
            known = await SessionImport.update(again).where(same).returning(SessionImport.id)
            return int((known or await SessionImport.insert(row))[0]["id"])
    except Exception as error:
        if not is_unique_violation(error):
            raise
    (there,) = await SessionImport.select(SessionImport.id).where(same)
    return int(there["id"])


async def confirm(waiting: int, by: int, at: datetime) -> int | None:
    """It is done, at once and whole: how many sessions it made or filled. None when it was done before.

    Raises ImportTooOld, or ImportOutdated when a session has changed in between.
    """
    async with write_transaction():
        (row,) = await SessionImport.select(
            SessionImport.centre, SessionImport.content, SessionImport.created_at
        ).where(SessionImport.id == waiting)
        done = (
            await SessionImport.update({SessionImport.confirmed_at: at, **_FORGOTTEN})
            .where((SessionImport.id == waiting) & SessionImport.confirmed_at.is_null())
            .returning(SessionImport.id)
        )
        if not done:
            return None
        draft = read_draft(row["content"], row["created_at"], at)
        await _hold_centre(row["centre"])
        await _do(row["centre"], waiting, draft, by, at)
    return len(draft.sessions)


def read_draft(content: str, created_at: datetime, at: datetime) -> Draft:
    """What waits. Raises ImportTooOld."""
    if not content or at >= created_at + KEPT:
        raise ImportTooOld
    return msgspec.json.decode(content, type=Draft)


async def forget_old(at: datetime) -> None:
    """Empties what nobody confirmed in time."""
    await SessionImport.update(_FORGOTTEN).where(
        (SessionImport.content != "") & (SessionImport.created_at <= at - KEPT)
    )


async def _do(centre: int, waiting: int, draft: Draft, by: int, at: datetime) -> None:
    """Raises ImportOutdated."""
    problems = Problems()
    await check(centre, draft.sessions, at, problems)
    if problems.errors:
        raise ImportOutdated(problems.errors)
    new = [one for one in draft.sessions if one.planned is not None]
    planned = [one.planned for one in new if one.planned is not None]
    made = await sessions.create_all(centre, planned, by, at, sending=f"import-{waiting}")
    await lists.enrol_in_new({number: one.candidates for number, one in zip(made, new, strict=True)}, at)
    for one in sorted(draft.sessions, key=lambda one: one.number or 0):
        if one.number is not None:
            await lists.enrol_all(one.number, one.candidates, at)
    await audit.record(
        "sessions.imported",
        by=by,
        kind="certification_centre",
        subject=centre,
        at=at,
        sessions=draft.counts.sessions,
        candidates=draft.counts.candidates,
    )


async def _hold_centre(centre: int) -> None:
    """Two imports of a centre come one after the other: each sees the sessions of the other."""
    await CertificationCentre.update({CertificationCentre.kind: CertificationCentre.kind}).where(
        CertificationCentre.id == centre
    )
