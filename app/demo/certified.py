"""Sessions of the demo's centre that are over: one whose results are published, one that waits for the jury."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from app.certification.candidates import candidates
from app.certification.candidates.identity import Identity
from app.certification.closing.closing import Said, finalise, report
from app.certification.invigilation import presences
from app.certification.joining.candidacies import Claim, join
from app.certification.results import publication
from app.certification.sessions import sessions
from app.certification.sessions.sessions import Planned
from app.certification.tables import CertificationSession, CertificationTest
from app.certification.taking import sittings
from app.content.releases import current_index
from app.demo.people import name_of, participant
from app.demo.playing import play
from app.demo.simulated_learner import Ability, draw_ability

SEED = 895
BORN = date(2005, 6, 23)
LEVEL_OF_LOUISE = 3.0
"""A little less than on her own: an exam asks about every competence."""
FIRST_STUDENT_NUMBER = 678_001


@dataclass(frozen=True)
class Past:
    """A session that took place. Its candidates take part in `DECOUV123` too."""

    name: str
    days: int
    """Ago."""
    room: str
    candidates: Mapping[int, str]
    """Their sex, by their numbers among the participants of the demo."""
    stops: Mapping[int, int] = field(default_factory=dict)
    """Of who stopped before the end: after so many answers."""
    published: bool = False
    comment: str = ""


PAST = (
    Past("demo-published", 6, "Salle 112", {1: "M", 4: "M", 7: "F", 11: "F"}, published=True),
    Past(
        "demo-judged",
        1,
        "Salle 204",
        {10: "F", 14: "M", 22: "F", 24: "F"},
        stops={14: 23},
        comment="Une coupure de réseau de dix minutes, reprise sans perte.",
    ),
)


async def past_sessions(centre: int, by: int, louise: int, officer: int, now: datetime) -> None:
    """Those that are not there yet. Louise was at the first one."""
    for one in PAST:
        if not await CertificationSession.exists().where(
            (CertificationSession.centre == centre) & (CertificationSession.sending == one.name)
        ):
            await _take_place(one, centre, by, louise, officer, now - timedelta(days=one.days, hours=3))


async def _take_place(one: Past, centre: int, by: int, louise: int, officer: int, at: datetime) -> None:
    planned = Planned("Université Blaison, bâtiment C", one.room, at, "Élise Villo")
    session = await sessions.create(centre, planned, by, at - timedelta(days=14), sending=one.name)
    enrolled = {}
    for number, sex in one.candidates.items():
        user = await participant(number, "decouv123", at)
        enrolled[number] = (user, await _joins(session, user, _identity(*name_of(number), sex, number), at))
    if one.published:
        enrolled[0] = (louise, await _joins(session, louise, _identity("Louise", "Carré", "F", 0), at))
    await presences.confirm_all(session, by, at)
    for number, (user, candidate) in enrolled.items():
        await _sits(session, user, candidate, number, one.stops.get(number), at + timedelta(minutes=5))
    await _closed(one, session, by, at + timedelta(hours=2))
    if one.published:
        await publication.publish(session, officer, at + timedelta(hours=50))


async def _joins(session: int, user: int, identity: Identity, at: datetime) -> int:
    await candidates.enrol(session, identity, at - timedelta(days=13))
    assert identity.birthdate is not None
    return await join(user, Claim(session, identity.first_name, identity.last_name, identity.birthdate), at)


async def _sits(session: int, user: int, candidate: int, number: int, most: int | None, at: datetime) -> None:
    (row,) = await CertificationSession.select(CertificationSession.access_code).where(
        CertificationSession.id == session
    )
    random = Random(SEED + number)
    ability = draw_ability(random, sorted(current_index().topics))
    if not number:
        ability = Ability(LEVEL_OF_LOUISE, ability.by_topic)
    assessment = await sittings.start(user, candidate, row["access_code"], "fr", "demo", at)
    await play(assessment, user, ability, random, at, most=most)


async def _closed(one: Past, session: int, by: int, at: datetime) -> None:
    tests = await CertificationTest.raw(
        "SELECT t.id, a.state FROM certification_test t JOIN candidate k ON k.id = t.candidate"
        " JOIN assessment a ON a.id = t.assessment WHERE k.session = {}",
        session,
    )
    cut = [test["id"] for test in tests if test["state"] == "started"]
    for test in cut:
        await report(session, test, "C7", None, "Le poste s’est éteint pendant la coupure.", by, at)
    said = Said(dict.fromkeys(cut, "technical"), bool(one.comment), has_joining_issue=False, comment=one.comment)
    await finalise(session, "adaptive", said, by, at)


def _identity(first_name: str, last_name: str, sex: str, number: int) -> Identity:
    return Identity(
        last_name=last_name,
        first_name=first_name,
        birthdate=BORN + timedelta(days=11 * number),
        sex=sex,
        birth_country="France",
        birth_city="Reims",
        birth_code="51100",
        results_email="",
        email="",
        external_id=str(FIRST_STUDENT_NUMBER + number),
        extra_time=0,
        adjusted=False,
        billing="free",
        prepayment_code="",
    )
