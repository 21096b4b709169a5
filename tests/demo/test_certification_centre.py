"""The certification centre of the demo."""

from __future__ import annotations

import httpx

from app.certification.tables import Candidate, CentreMembership, CertificationCentre, CertificationSession
from app.demo.certification_centre import NAME, PEOPLE, certification_centre
from app.lib.clock import now
from tests.cast import Cast


async def test_it_has_a_session_to_come_and_candidates_and_is_made_once(client: httpx.AsyncClient, cast: Cast) -> None:
    paul, blaison = await cast.person("paul"), await cast.blaison()
    for _ in range(2):
        await certification_centre(paul, blaison, now())
    (centre,) = await CertificationCentre.select()
    assert (centre["name"], centre["organisation"]) == (NAME, blaison)
    assert await CentreMembership.count() == 1
    (session,) = await CertificationSession.select()
    assert session["starts_at"] > now()
    assert await Candidate.count() == len(PEOPLE)
    await cast.sign_in(client, "paul")
    page = (await client.get(f"/certif/sessions/{session['id']}/candidats")).text
    assert "Izmir, Turquie" in page
    assert "Reims (51)" in page
    assert "À compléter" not in page
