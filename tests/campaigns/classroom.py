"""A class that takes a campaign: learners who stop where a test wants them to, through the real verbs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from app.accounts import people
from app.campaigns import participations, queries
from app.demo.classes import taker
from app.demo.playing import play
from app.demo.simulated_learner import Ability
from app.lib.clock import now
from app.organisations.learners.tables import Learner


@dataclass(frozen=True)
class Taker:
    """Someone of the class, and what she began."""

    user: int
    participation: int
    assessment: int
    learner: int


@dataclass
class Classroom:
    """`await Classroom("KXMTRB742").takes("Inès", "Moreau", send=True)`."""

    code: str
    engine: str = "reference"
    """What pages show does not depend on the engine; what the tests expect was worked out with this one."""

    async def person(self, first: str, last: str) -> int:
        """Someone with an account, who cannot sign in."""
        return await people.create_user(first_name=first, last_name=last, terms_accepted_at=now())

    async def takes(
        self,
        first: str,
        last: str,
        *,
        user: int | None = None,
        answers: int | None = None,
        send: bool = False,
        group: str = "",
        external_id: str = "",
        level: float = 3.0,
        at: datetime | None = None,
    ) -> Taker:
        """Begins the campaign, gives so many `answers` (all of them by default), sends or not."""
        began = at or now()
        user = user or await self.person(first, last)
        campaign = await queries.campaign_by_code(self.code)
        begun = await participations.begin(campaign, self._taker(user), external_id, began)
        if begun.assessment is not None and answers != 0:
            played = await play(begun.assessment, user, Ability(level, {}), Random(user), began, most=answers)
            began = played.at
        if send:
            await participations.share(campaign, self._taker(user), began)
        learner = await Learner.select(Learner.id).where(Learner.user == user).first()
        assert learner is not None
        if group:
            await Learner.update({Learner.group: group}).where(Learner.id == learner["id"])
        return Taker(user, begun.id, begun.assessment or 0, learner["id"])

    def _taker(self, user: int) -> participations.Learner:
        return replace(taker(user), engine=self.engine)
