"""A session where Louise sat: her answers are put where the pages would have put them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx
import pytest

from app.certification.tables import Candidate, CertificationResult, CertificationSession, CertificationTest
from app.evaluation import runs
from app.evaluation.tables import Answer, Assessment
from app.lib.clock import now
from tests.certification.taking.hall import Hall


@dataclass
class Sat:
    """The hall after the test."""

    hall: Hall
    test: int
    assessment: int

    @property
    def page(self) -> str:
        return f"/certif/sessions/{self.hall.session}/finalisation"

    @property
    def admin_page(self) -> str:
        return f"/admin/certifications/{self.hall.session}"

    async def answers(self, count: int, *, completed: bool, right: int | None = None) -> None:
        """So many questions were answered, the first ones right (all of them, unless it is said)."""
        right = count if right is None else right
        await Answer.delete().where(Answer.assessment == self.assessment)
        by_level = sorted(self.hall.index.challenges.values(), key=lambda one: (one.skill.level, one.id))
        rows = [
            Answer(
                assessment=self.assessment,
                position=place,
                challenge=one.id,
                body=one.fingerprint,
                skill=one.skill.id,
                value="",
                result="ok" if place <= right else "ko",
                client_token=f"jeton-{place}",
                answered_at=now(),
            )
            for place, one in enumerate(by_level[:count], 1)
        ]
        if rows:
            await Answer.insert(*rows)
        state = "completed" if completed else "started"
        await Assessment.update({Assessment.answers: count, Assessment.state: state}).where(
            Assessment.id == self.assessment
        )
        runs.forget()

    async def finalise(self, **changes: str) -> httpx.Response:
        form = {"incident": "no", "joining": "no", "comment": "", "sure": "yes", **changes}
        return await self.hall.martine.post(self.page, data=form)

    async def results(self) -> list[dict[str, Any]]:
        return list(
            await CertificationResult.select()
            .where(CertificationResult.test == self.test)
            .order_by(CertificationResult.id)
        )

    async def result(self) -> dict[str, Any]:
        return (await self.results())[-1]

    async def row(self) -> dict[str, Any]:
        (row,) = await CertificationTest.select().where(CertificationTest.id == self.test)
        return dict(row)

    async def publish(self, session: int | None = None) -> None:
        """As an officer does; the session of the hall, unless it is said."""
        await CertificationSession.update({CertificationSession.published_at: now()}).where(
            CertificationSession.id == (session or self.hall.session)
        )


@pytest.fixture
async def sat(hall: Hall) -> Sat:
    """Her test is begun, with no answer yet; Martine works for the centre."""
    from app.certification import centres

    learner = await hall.start()
    row = await hall.row()
    await centres.add_member(int(str(row["centre"])), await hall.cast.person("martine"), "member", now())
    await Candidate.update({Candidate.joined_at: now() - timedelta(hours=2)}).where(Candidate.id == hall.candidate)
    (test,) = await CertificationTest.select(CertificationTest.id).where(CertificationTest.candidate == hall.candidate)
    return Sat(hall, test["id"], learner.assessment)


@pytest.fixture
async def obtained(sat: Sat) -> Sat:
    """Louise's certificate is published."""
    await sat.answers(32, completed=True)
    await sat.finalise()
    await sat.publish()
    return sat
