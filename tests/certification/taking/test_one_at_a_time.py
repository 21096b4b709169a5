"""Somebody enrolled in two sessions takes one test, then the other."""

from __future__ import annotations

import asyncio

import pytest

from app.certification.tables import CertificationTest
from tests.certification.conftest import enrolled, new_session
from tests.certification.taking.hall import Hall
from tests.certification.taking.sixteen import BORN


@pytest.fixture
async def next_door(hall: Hall) -> Hall:
    """Another session where Louise is enrolled, has joined, and is seen by Martine."""
    row = await hall.row()
    session = await new_session(int(str(row["centre"])), await hall.cast.person("martine"))
    candidate = await enrolled(session, "Carré", "Louise", birthdate=BORN)
    other = Hall(session, candidate, hall.louise, hall.martine, hall.cast, hall.index)
    await other.join()
    await other.invigilate()
    await other.about("presence")
    return other


async def test_the_second_waits_for_the_end_of_the_first(hall: Hall, next_door: Hall) -> None:
    louise = await hall.start()
    refused = await next_door.ask_to_start()
    assert refused.status_code == 422
    assert "un autre test en cours" in refused.text
    await hall.about("fin")
    started = await next_door.ask_to_start()
    assert started.headers["location"].startswith("/evaluations/")
    assert started.headers["location"] != louise.url


async def test_two_starts_at_once_are_one_test(hall: Hall, next_door: Hall) -> None:
    await hall.join()
    await hall.invigilate()
    await hall.about("presence")
    forms = [(one, await one.code_form()) for one in (hall, next_door)]
    answers = await asyncio.gather(
        *(hall.louise.post(f"/certifications/{one.candidate}/code", data=form) for one, form in forms)
    )
    assert sorted(one.status_code for one in answers) == [303, 422]
    assert await CertificationTest.count() == 1
