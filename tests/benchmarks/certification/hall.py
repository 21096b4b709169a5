"""What is there before the day begins: accounts that are certifiable, sessions, candidates, invigilators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from tests.benchmarks.learners import forms_of

PASSWORD = "Demo2026!"
BORN = date(2005, 6, 23)
COMPETENCES = 8
"""How many each of them has at level 1 or more."""


@dataclass(frozen=True)
class Session:
    """A session, its codes, and who invigilates it."""

    id: int
    access_code: str
    password: str
    invigilator: str


@dataclass(frozen=True)
class Enrolled:
    """A candidate, by the address of her account."""

    login: str
    first_name: str
    birth_name: str
    session: Session


@dataclass(frozen=True)
class Hall:
    """All of it; by challenge, the fields of a right and of a wrong answer."""

    content: str
    sessions: Sequence[Session]
    candidates: Sequence[Enrolled]
    right: Mapping[str, str]
    wrong: Mapping[str, str]

    def answer(self, challenge: str, random: Random) -> str:
        """The fields of an answer; right three times out of five."""
        return (self.right if random.random() < 0.6 else self.wrong)[challenge]


async def prepare(candidates: int, per_session: int, content: Path) -> Hall:
    """Schema, content and people, in the database of the settings."""
    from app.accounts.hashing import hash_password
    from app.certification import centres
    from app.content import releases
    from app.lib.clock import now
    from app.persistence.database import database_running
    from tests.databases import make_schema

    await make_schema()
    async with database_running():
        index, _ = await releases.load_tree(content, now())
        password = await hash_password(PASSWORD)
        centre = await centres.create("Lycée des Tilleuls", "SUP", now())
        sessions: list[Session] = []
        enrolled: list[Enrolled] = []
        for number in range(candidates):
            if number % per_session == 0:
                sessions.append(await _session(centre, len(sessions), password))
            enrolled.append(await _candidate(number, sessions[-1], password, index))
    said = f"{len(index.challenges):,} questions in the bank"
    return Hall(said, sessions, enrolled, *forms_of(index))


async def _session(centre: int, number: int, password: str) -> Session:
    from app.certification.sessions import sessions
    from app.certification.sessions.sessions import Planned
    from app.certification.tables import CertificationSession
    from app.lib.clock import now

    login = f"surveillant{number}@exemple.fr"
    by = await _account("Martine", "Antony", login, password)
    planned = Planned(site="Bâtiment C", room=f"Salle {number}", starts_at=now(), examiners="Martine Antony")
    made = await sessions.create(centre, planned, by, now())
    (row,) = await CertificationSession.select().where(CertificationSession.id == made)
    return Session(made, row["access_code"], row["invigilator_password"], login)


async def _candidate(number: int, session: Session, password: str, index: object) -> Enrolled:
    from app.certification.candidates.names import match_name
    from app.certification.tables import Candidate
    from tests.certification.taking.sixteen import certifiable

    login, first, last = f"candidat{number}@exemple.fr", "Louise", f"Carré {_letters(number)}"
    user = await _account(first, last, login, password)
    await certifiable(user, index, COMPETENCES)  # type: ignore[arg-type]
    row = Candidate(session=session.id, first_name=first, last_name=last, sex="F", birthdate=BORN)
    row.match_name = match_name(first, last)
    await Candidate.insert(row)
    return Enrolled(login, first, last, session)


async def _account(first_name: str, last_name: str, email: str, password: str) -> int:
    """With a password that is hashed already."""
    from app.accounts import people
    from app.accounts.tables import User
    from app.lib.clock import now

    made = await people.create_user(first_name=first_name, last_name=last_name, email=email, terms_accepted_at=now())
    await User.update({User.password_hash: password, User.seen_opening_cards_at: now()}).where(User.id == made)
    return made


def _letters(number: int) -> str:
    return chr(ord("A") + number // 26) + chr(ord("A") + number % 26)
