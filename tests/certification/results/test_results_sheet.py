"""`/certif/sessions/{session}/resultats.csv`: a centre takes the results of its session away."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import httpx

from app.certification import centres
from app.certification.tables import Candidate
from app.lib.clock import now
from tests.certification.closing.sat import Sat

OpenClient = Callable[..., httpx.AsyncClient]


def path(sat: Sat) -> str:
    return f"/certif/sessions/{sat.hall.session}/resultats.csv"


async def rows(sat: Sat) -> list[list[str]]:
    answer = await sat.hall.martine.get(path(sat))
    assert answer.status_code == 200
    assert f"resultats-session-{sat.hall.session}.csv" in answer.headers["content-disposition"]
    assert answer.text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))


async def test_a_line_for_each_test_once_published(sat: Sat) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise()
    assert (await sat.hall.martine.get(path(sat))).status_code == 404, "not published"
    assert "resultats.csv" not in (await sat.hall.martine.get(sat.page)).text
    await sat.publish()
    assert f'href="{path(sat)}"' in (await sat.hall.martine.get(sat.page)).text
    heads, line = await rows(sat)
    found, result = dict(zip(heads, line, strict=True)), await sat.result()
    assert len(heads) == 9 + 16 + 3
    assert (found["Prénom"], found["Nom de naissance"], found["Date de naissance"]) == ("Louise", "Carré", "23/06/2005")
    assert (found["Statut"], found["Score en pix"]) == ("Validée", str(result["score"]))
    assert found["1.1"].isdigit()
    assert found["Session"] == str(sat.hall.session)


async def test_a_rejected_test_has_no_level(sat: Sat) -> None:
    await sat.answers(5, completed=False)
    await sat.finalise(**{f"reason-{sat.test}": "candidate"})
    await sat.publish()
    heads, line = await rows(sat)
    found = dict(zip(heads, line, strict=True))
    assert (found["Statut"], found["Niveau global"], found["Score en pix"]) == ("Rejetée", "–", "0")
    assert found["5.2"] == "–"


async def test_no_formula_runs_in_it(sat: Sat) -> None:
    await Candidate.update({Candidate.external_id: "=HYPERLINK(1)"}).where(Candidate.id == sat.hall.candidate)
    await sat.answers(32, completed=True)
    await sat.finalise()
    await sat.publish()
    assert "'=HYPERLINK(1)" in (await rows(sat))[1]


async def test_only_its_centre_has_it(sat: Sat, open_client: OpenClient) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise()
    await sat.publish()
    nadia = open_client()
    other = await centres.create("Lycée des Tilleuls", "SCO", now())
    await centres.add_member(other, await sat.hall.cast.person("nadia"), "administrator", now())
    await sat.hall.cast.sign_in(nadia, "nadia")
    assert (await nadia.get(path(sat))).status_code == 404
