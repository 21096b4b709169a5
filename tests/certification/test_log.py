"""What a centre does is noted: who, what, when, and of whom a number, never a name."""

from __future__ import annotations

import httpx
import msgspec

from app.accounts.tables import AuditEvent
from app.certification.tables import CertificationCentre
from app.organisations.learners.tables import Learner
from tests.cast import Cast
from tests.certification.conftest import CHLOE, LIST, SESSION, enrolled, joins
from tests.certification.test_sheet import CHLOE as CHLOE_IN_THE_SHEET
from tests.certification.test_sheet import send, sheet_of


async def log() -> list[str]:
    """`action kind:subject key=value`, from the first to the last."""
    rows = await AuditEvent.select().order_by(AuditEvent.id)
    said = [(row, msgspec.json.decode(row["details"])) for row in rows]
    return [
        " ".join([row["action"], f"{row['subject_kind']}:{row['subject']}", *(f"{k}={v}" for k, v in details.items())])
        for row, details in said
    ]


async def test_a_session_from_its_creation_to_its_end(martine: httpx.AsyncClient, cast: Cast) -> None:
    made = (await martine.post(f"{LIST}/creation", data=SESSION)).headers["location"]
    session = made.rpartition("/")[2]
    await martine.post(f"{LIST}/creation", data=SESSION)
    for _ in range(2):
        await martine.post(f"{made}/modification", data={**SESSION, "room": "Salle 205", "time": "09:30"})
    await martine.post(f"{made}/candidats/inscription", data=CHLOE)
    for _ in range(2):
        await martine.post(f"{made}/suppression", data={"sure": "yes"})
    assert await log() == [
        f"session.created certification_session:{session}",
        f"session.edited certification_session:{session} fields=room, starts_at",
        f"candidates.enrolled certification_session:{session} count=1",
        f"session.deleted certification_session:{session} count=1",
    ]
    assert {row["actor"] for row in await AuditEvent.select(AuditEvent.actor)} == {await cast.person("martine")}


async def test_candidates_by_their_numbers(martine: httpx.AsyncClient, session: int) -> None:
    candidate, before = await enrolled(session), len(await log())
    path = f"{LIST}/{session}/candidats"
    for _ in range(2):
        await martine.post(f"{path}/{candidate}", data={**CHLOE, "first_name": "Cloé", "extra_time": "33"})
    for _ in range(2):
        await martine.post(f"{path}/{candidate}/retrait")
    for _ in range(2):
        await send(martine, session, sheet_of([CHLOE_IN_THE_SHEET]))
    noted = (await log())[before:]
    assert noted == [
        f"candidate.edited candidate:{candidate} session={session} fields=first_name, external_id, extra_time",
        f"candidate.removed candidate:{candidate} session={session}",
        f"candidates.replaced certification_session:{session} count=1",
    ]
    assert "Bonnet" not in str(noted)


async def test_pupils_are_counted(martine: httpx.AsyncClient, session: int, centre: int, cast: Cast) -> None:
    blaison = await cast.blaison()
    await CertificationCentre.update({CertificationCentre.organisation: blaison}).where(
        CertificationCentre.id == centre
    )
    pupils = [Learner(organisation=blaison, first_name=name, last_name="Fabre") for name in ("Ana", "Luc")]
    rows = await Learner.insert(*pupils)
    before = len(await log())
    for _ in range(2):
        await martine.post(f"{LIST}/{session}/candidats/eleves", data={"learner": [str(row["id"]) for row in rows]})
    assert (await log())[before:] == [f"candidates.enrolled certification_session:{session} count=2"]


async def test_what_is_refused_is_not_noted(martine: httpx.AsyncClient, session: int) -> None:
    candidate = await enrolled(session)
    await joins(candidate)
    before = len(await log())
    path = f"{LIST}/{session}"
    for address in (f"{path}/candidats/{candidate}", f"{path}/candidats/{candidate}/retrait", f"{path}/suppression"):
        assert (await martine.post(address, data={**CHLOE, "sure": "yes"})).status_code == 409
    assert len(await log()) == before
