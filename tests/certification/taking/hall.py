"""A room on the day: sixteen competences, a session, Louise who may take the test, Martine who invigilates."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import httpx
import pytest

from app.certification import centres
from app.certification.tables import CertificationSession
from app.content import releases
from app.content.index import ContentIndex
from app.evaluation import runs
from app.evaluation.knowledge import Element, encode
from app.evaluation.tables import Assessment, Knowledge
from app.lib.clock import now
from app.lib.codes import draw_id
from app.persistence.engine import Database, engine
from tests.cast import Cast
from tests.certification.conftest import enrolled, new_session
from tests.conftest import WORLD
from tests.databases import PostgresServer, SQLiteFiles
from tests.evaluation.learner import Learner

CODES = ("1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "3.4", "4.1", "4.2", "4.3", "5.2")
OpenClient = Callable[..., httpx.AsyncClient]
BORN = date(2005, 6, 23)
LOUISE = {
    "first_name": "louise",
    "birth_name": "CARRE",
    "birthdate.day": "23",
    "birthdate.month": "6",
    "birthdate.year": "2005",
}
"""As she types herself."""


@pytest.fixture
async def database(databases: SQLiteFiles | PostgresServer) -> AsyncIterator[Database]:
    """With sixteen competences, where the tests of the other rooms have two."""
    async with databases.fresh(await databases.filled("sixteen", _load)):
        yield engine()


@pytest.fixture
async def world(database: Database) -> AsyncIterator[ContentIndex]:
    """The same, in memory."""
    del database
    releases.forget()
    runs.forget()
    await releases.refresh()
    yield releases.current_index()
    releases.forget()
    runs.forget()


@dataclass
class Hall:
    """The session, Louise as its candidate, and the browsers."""

    session: int
    candidate: int
    louise: httpx.AsyncClient
    martine: httpx.AsyncClient
    cast: Cast
    index: ContentIndex

    @property
    def room(self) -> str:
        return f"/certif/surveillance/{self.session}"

    async def row(self) -> dict[str, object]:
        row = await CertificationSession.select().where(CertificationSession.id == self.session).first()
        assert row is not None
        return row

    async def join(self, **changes: str) -> httpx.Response:
        form = {"session": str(self.session), **LOUISE, **changes}
        return await self.louise.post("/certifications", data=form)

    async def invigilate(self, browser: httpx.AsyncClient | None = None) -> httpx.Response:
        password = str((await self.row())["invigilator_password"])
        form = {"session": str(self.session), "password": password}
        return await (browser or self.martine).post("/certif/surveillance", data=form)

    async def about(self, what: str, **form: str) -> httpx.Response:
        """What the invigilator does about Louise."""
        return await self.martine.post(f"{self.room}/candidats/{self.candidate}/{what}", data=form)

    async def code_form(self, **changes: str) -> dict[str, str]:
        """The form of the access code, after the commitment."""
        response = await self.louise.post(f"/certifications/{self.candidate}/engagement", data={"commitment": "yes"})
        proof = response.headers["location"].partition("engagement=")[2]
        code = str((await self.row())["access_code"]).lower()
        return {"engagement": proof, "code": code, "locale": "fr", **changes}

    async def ask_to_start(self, **changes: str) -> httpx.Response:
        form = await self.code_form(**changes)
        return await self.louise.post(f"/certifications/{self.candidate}/code", data=form)

    async def start(self) -> Learner:
        """All of it, to the first question."""
        await self.join()
        await self.invigilate()
        await self.about("presence")
        response = await self.ask_to_start()
        assert response.status_code == 303, response.text
        learner = Learner(self.louise, self.index, int(response.headers["location"].rpartition("/")[2]))
        await learner.open()
        return learner


@pytest.fixture
async def hall(client: httpx.AsyncClient, open_client: OpenClient, world: ContentIndex, cast: Cast) -> Hall:
    """Louise is certifiable and enrolled; nothing has happened yet."""
    centre = await centres.create("Université Blaison", "SUP", now())
    martine = open_client()
    by = await cast.sign_in(martine, "martine")
    session = await new_session(centre, by)
    candidate = await enrolled(session, "Carré", "Louise", birthdate=BORN)
    await certifiable(await cast.sign_in(client, "louise"), world)
    return Hall(session, candidate, client, martine, cast, world)


async def certifiable(user: int, index: ContentIndex, competences: int = 5) -> None:
    """Somebody knows the first competences."""
    element = Element(True, True, 0, now())
    known = [topic for one in list(index.competences.values())[:competences] for topic in one.topics]
    await Knowledge.insert(
        *(
            Knowledge(user=user, topic=one.id, elements=encode({skill.level: element for skill in one.skills}))
            for one in known
        )
    )


async def running(learner: Learner) -> dict[str, object]:
    row = await Assessment.select().where(Assessment.id == learner.assessment).first()
    assert row is not None
    return row


async def _load() -> None:
    releases.forget()
    with tempfile.TemporaryDirectory(prefix="pix-sixteen-") as folder:
        await releases.load_tree(sixteen(Path(folder) / "content"), now())


def sixteen(root: Path) -> Path:
    """A tree of sixteen competences: those of `tests/world`, and fourteen of two topics of four levels."""
    shutil.copytree(WORLD, root)
    random = Random(1)
    areas = "".join(
        f"  - {{code: {area}, name: Domaine {area}, english: Area {area}, competences: [{_codes(area)}]}}\n"
        for area in range(1, 6)
    )
    (root / "framework" / "framework.yaml").write_text("areas:\n" + areas, "utf-8")
    for code in CODES:
        folder = f"{code.replace('.', '-')}-essai"
        place = root / "framework" / folder
        place.mkdir()
        (place / "competence.yaml").write_text(
            f'code: "{code}"\nname: Compétence {code}\nenglish: Competence {code}\ndescription: Pour les tests.\n',
            "utf-8",
        )
        topics = [f"sujet{code.replace('.', '')}{letter}" for letter in "ab"]
        (place / "skills.yaml").write_text(_skills(code, topics), "utf-8")
        for skill in (f"{topic}-{level}" for topic in topics for level in range(1, 5)):
            name = "ch-" + draw_id(8, random)
            home = root / "challenges" / folder / skill / f"{name}-mot"
            home.mkdir(parents=True)
            (home / "challenge.yaml").write_text(_challenge(name, skill), "utf-8")
    return root


def _codes(area: int) -> str:
    return ", ".join(f'"{one}"' for one in sorted({*CODES, "1.1", "5.1"}) if one.startswith(str(area)))


def _skills(code: str, topics: list[str]) -> str:
    lines = [f'competence: "{code}"', "topics:"]
    for topic in topics:
        lines += [f"  - id: {topic}", f"    title: Le sujet {topic}", "    skills:"]
        for level in range(1, 5):
            lines += [
                f"      - level: {level}",
                f"        can: Faire une chose de niveau {level} en {topic}",
                "        hint: Relisez la consigne.",
                "        tutorials: [tuto-alpha]",
                "        more: [tuto-plus]",
            ]
    return "\n".join(lines) + "\n"


def _challenge(name: str, skill: str) -> str:
    return (
        f"id: {name}\nversion: 1\nstatus: active\nskill: {skill}\nlocale: fr\nkind: text\n"
        f"instruction: Une situation en {skill}.\nquestion: Que faut-il répondre en {skill} ?\n"
        f"explanation: Parce que.\nfield: {{label: Le mot, hint: Un seul mot}}\n"
        "answer: {accepted: [corbeille]}\nexamples: {accepted: [Corbeille], refused: [poubelle jaune]}\n"
    )
