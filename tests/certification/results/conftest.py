"""The room of `taking.hall`, once the test was taken; Ada, of the service's staff, reads what becomes of it."""

from collections.abc import Callable

import httpx
import pytest

from tests.certification.closing.sat import Sat, sat
from tests.certification.taking.hall import database, hall, world

__all__ = ["database", "hall", "sat", "world"]  # fixtures

LIST = "/admin/certifications"


@pytest.fixture
async def ada(open_client: Callable[..., httpx.AsyncClient], sat: Sat) -> httpx.AsyncClient:
    """The browser of the superadmin; Louise answered everything, nothing is finalised."""
    browser = open_client()
    await sat.hall.cast.sign_in(browser, "ada")
    await sat.answers(32, completed=True)
    return browser


def page_of(sat: Sat) -> str:
    """Of Louise's test."""
    return f"{sat.admin_page}/candidats/{sat.hall.candidate}"


async def about(ada: httpx.AsyncClient, sat: Sat, what: str, **form: str) -> httpx.Response:
    """What an officer does about Louise's test, as it is now unless the form says which result was seen."""
    seen = {} if "result" in form else {"result": str((await sat.result())["id"])}
    return await ada.post(f"{page_of(sat)}/{what}", data={**seen, **form})


async def note_again(ada: httpx.AsyncClient, sat: Sat, result: int) -> httpx.Response:
    return await about(ada, sat, "notation", result=str(result))
