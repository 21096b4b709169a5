"""Centres, their teams and their sessions."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import httpx
import pytest

from app.certification import centres
from app.certification.candidates import candidates
from app.certification.candidates.identity import Identity
from app.certification.sessions import sessions
from app.certification.sessions.sessions import Planned
from app.certification.tables import Candidate
from app.lib.clock import now
from tests.accounts.conftest import Mailbox, mailbox
from tests.cast import Cast

__all__ = ["Mailbox", "mailbox"]  # a fixture

OpenClient = Callable[..., httpx.AsyncClient]
LIST = "/certif/sessions"
THURSDAY = datetime(2036, 11, 27, 14, 0, tzinfo=UTC)  # three in the afternoon, in Paris
SESSION = {
    "site": "Université Blaison, bâtiment C",
    "room": "Salle 204",
    "date": "2036-11-27",
    "time": "15:00",
    "examiners": "Élise Villo",
    "description": "",
    "method": "adaptive",
    "client_token": "un-jeton",
}
CHLOE = {
    "last_name": "Bonnet",
    "first_name": "Chloé",
    "birthdate.day": "2",
    "birthdate.month": "02",
    "birthdate.year": "2006",
    "sex": "F",
    "country": "France",
    "postal_code": "10000",
    "city": "Troyes",
    "billing": "free",
    "client_token": "un-jeton",
}


@pytest.fixture
async def centre(cast: Cast) -> int:
    """The centre of Blaison: Martine and Paul work there, Hélène runs it."""
    made = await centres.create("Université Blaison", "SUP", now())
    for name in ("martine", "paul"):
        await centres.add_member(made, await cast.person(name), "member", now())
    await centres.add_member(made, await cast.person("helene"), "administrator", now())
    return made


@pytest.fixture
async def other_centre(cast: Cast) -> int:
    """A school, Nadia's."""
    made = await centres.create("Lycée des Tilleuls", "SCO", now())
    await centres.add_member(made, await cast.person("nadia"), "administrator", now())
    return made


@pytest.fixture
async def session(centre: int, cast: Cast) -> int:
    """A session of Blaison, with nobody."""
    return await new_session(centre, await cast.person("martine"))


@pytest.fixture
async def martine(client: httpx.AsyncClient, cast: Cast, centre: int) -> httpx.AsyncClient:
    """The browser of a member of Blaison."""
    await cast.sign_in(client, "martine")
    return client


@pytest.fixture
async def nadia(open_client: OpenClient, cast: Cast, other_centre: int) -> httpx.AsyncClient:
    """The browser of somebody of another centre."""
    browser = open_client()
    await cast.sign_in(browser, "nadia")
    return browser


async def new_session(centre: int, by: int, starts_at: datetime = THURSDAY, site: str = "Bâtiment C") -> int:
    planned = Planned(site=site, room="Salle 204", starts_at=starts_at, examiners="Élise Villo")
    return await sessions.create(centre, planned, by, now())


def somebody(last_name: str = "Bonnet", first_name: str = "Chloé", **changes: object) -> Identity:
    """A candidate, as the form makes her."""
    known: dict[str, object] = {
        "last_name": last_name,
        "first_name": first_name,
        "birthdate": date(2006, 2, 2),
        "sex": "F",
        "birth_country": "France",
        "birth_city": "Troyes",
        "birth_code": "10000",
        "results_email": "",
        "email": "",
        "external_id": "679981",
        "extra_time": 0,
        "adjusted": False,
        "billing": "free",
        "prepayment_code": "",
    }
    return Identity(**{**known, **changes})  # type: ignore[arg-type]


async def enrolled(session: int, last_name: str = "Bonnet", first_name: str = "Chloé", **changes: object) -> int:
    return await candidates.enrol(session, somebody(last_name, first_name, **changes), now())


async def joins(candidate: int, user: int | None = None) -> None:
    """Somebody joins the session as this candidate."""
    await Candidate.update({Candidate.joined_at: now(), Candidate.user: user}).where(Candidate.id == candidate)


async def token_of(browser: httpx.AsyncClient, path: str) -> str:
    found = re.search(r'name="client_token" value="(\w+)"', (await browser.get(path)).text)
    assert found
    return found[1]


def tomorrow() -> date:
    return (now() + timedelta(days=1)).date()
