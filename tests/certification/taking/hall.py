"""A room on the day: sixteen competences, a session, Louise who may take the test, Martine who invigilates."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from app.certification import centres
from app.certification.invigilation.doors import wrong_pairs
from app.certification.joining.candidacies import wrong_identities
from app.certification.tables import CertificationSession
from app.certification.taking.access import wrong_codes
from app.content import releases
from app.content.index import ContentIndex
from app.evaluation import runs
from app.evaluation.tables import Assessment
from app.lib.clock import now
from app.persistence.engine import Database, engine
from tests.cast import Cast
from tests.certification.conftest import enrolled, new_session
from tests.certification.taking.sixteen import BORN, certifiable, sixteen
from tests.databases import PostgresServer, SQLiteFiles
from tests.evaluation.learner import Learner

OpenClient = Callable[..., httpx.AsyncClient]
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
    wrong_pairs.forget()
    wrong_codes.forget()
    wrong_identities.forget()
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


async def running(learner: Learner) -> dict[str, object]:
    row = await Assessment.select().where(Assessment.id == learner.assessment).first()
    assert row is not None
    return row


async def _load() -> None:
    releases.forget()
    with tempfile.TemporaryDirectory(prefix="pix-sixteen-") as folder:
        await releases.load_tree(sixteen(Path(folder) / "content"), now())
