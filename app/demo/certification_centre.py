"""The certification centre of the demo: « Université Blaison », a session to come and its candidates."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from app.certification import centres
from app.certification.candidates import candidates
from app.certification.candidates.identity import Identity
from app.certification.sessions import sessions
from app.certification.sessions.sessions import Planned
from app.certification.tables import Candidate, CertificationCentre, CertificationSession
from app.web.formats import ZONE

NAME = "Université Blaison"
SENDING = "demo"
IN_DAYS = 5

PEOPLE = (
    ("Bonnet", "Chloé", "F", date(2006, 2, 2), "Troyes", "10000", 0, False),
    ("Carré", "Louise", "F", date(2005, 6, 23), "Reims", "51100", 0, False),
    ("Delmas", "Inès", "F", date(2006, 10, 17), "Nancy", "54000", 33, True),
    ("Fabre", "Léna", "F", date(2006, 9, 9), "Reims", "51100", 0, False),
    ("Kaya", "Deniz", "M", date(2005, 4, 28), "Izmir", "", 0, False),
    ("Lefèvre", "Anouk", "F", date(2006, 1, 12), "Metz", "57000", 25, False),
)
"""Louise is the learner of the demo: she may join."""
FIRST_STUDENT_NUMBER = 679_001


async def certification_centre(member: int, organisation: int, now: datetime) -> int:
    """The centre, its session and its candidates, as far as they are not there yet; the number of the centre."""
    centre = await _centre(organisation, now)
    await centres.add_member(centre, member, "administrator", now)
    session = await _session(centre, member, now)
    if not await Candidate.exists().where(Candidate.session == session):
        for number, one in enumerate(PEOPLE):
            await candidates.enrol(session, _identity(number, *one), now)
    return centre


async def _centre(organisation: int, now: datetime) -> int:
    found = await CertificationCentre.select(CertificationCentre.id).where(CertificationCentre.name == NAME).first()
    if found:
        return int(found["id"])
    return await centres.create(NAME, "SUP", now, organisation=organisation)


async def _session(centre: int, by: int, now: datetime) -> int:
    """At three in the afternoon, in a few days; the one of the first time afterwards."""
    found = (
        await CertificationSession.select(CertificationSession.id)
        .where((CertificationSession.centre == centre) & (CertificationSession.sending == SENDING))
        .first()
    )
    if found:
        return int(found["id"])
    day = (now + timedelta(days=IN_DAYS)).astimezone(ZONE).date()
    planned = Planned(
        site="Université Blaison, bâtiment C",
        room="Salle 204",
        starts_at=datetime.combine(day, time(15), ZONE).astimezone(UTC),
        examiners="Élise Villo",
    )
    return await sessions.create(centre, planned, by, now, sending=SENDING)


def _identity(
    number: int,
    last_name: str,
    first_name: str,
    sex: str,
    birthdate: date,
    city: str,
    code: str,
    extra_time: int,
    adjusted: bool,
) -> Identity:
    return Identity(
        last_name=last_name,
        first_name=first_name,
        birthdate=birthdate,
        sex=sex,
        birth_country="France" if code else "Turquie",
        birth_city=city,
        birth_code=code,
        results_email="",
        email="",
        external_id=str(FIRST_STUDENT_NUMBER + number),
        extra_time=extra_time,
        adjusted=adjusted,
        billing="free",
        prepayment_code="",
    )
