"""`/certif/sessions/{session}/resultats`: a centre takes the results of its session away."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from odf import opendocument
from odf.namespaces import TABLENS
from odf.table import Table, TableCell

from app.accounts.tables import AuditEvent
from app.certification import centres
from app.certification.results.outcomes import LEVELS, Comments
from app.certification.tables import Candidate, CertificationResult
from app.lib.clock import now
from tests.campaigns.exports.test_libreoffice import OPENED, SHOWN, converted, libreoffice, read
from tests.certification.closing.sat import Sat
from tests.certification.conftest import enrolled
from tests.certification.results.more_results import result_of

__all__ = ["libreoffice"]  # a fixture

OpenClient = Callable[..., httpx.AsyncClient]
HOSTILE = "=cmd|' /C calc'!A0"
OTHERS = 14
"""Columns that are not of a competence."""


def path(sat: Sat, kind: str = "csv") -> str:
    return f"/certif/sessions/{sat.hall.session}/resultats.{kind}"


async def rows(sat: Sat) -> list[dict[str, str]]:
    answer = await sat.hall.martine.get(path(sat))
    assert answer.status_code == 200
    assert f"resultats-session-{sat.hall.session}-{now():%Y}-" in answer.headers["content-disposition"]
    assert answer.text.startswith("\ufeff")
    heads, *lines = csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";")
    return [dict(zip(heads, line, strict=True)) for line in lines]


async def test_the_list_of_candidates_shows_them_once_published(sat: Sat) -> None:
    page = f"/certif/sessions/{sat.hall.session}/candidats"
    await enrolled(sat.hall.session, "Absent", "Zoé")
    await sat.answers(32, completed=True)
    await sat.finalise()
    assert "Statut" not in (await sat.hall.martine.get(page)).text, "not published"
    await sat.publish()
    result = await sat.result()
    assert await listed(sat) == [
        ["Absent", "Zoé", "–", "Pas de test"],
        ["Carré", "Louise", str(result["score"]), f"Validée {LEVELS[result['level']]}"],
    ]


@pytest.mark.parametrize(("status", "cells"), [("rejected", ["0", "Rejetée"]), ("cancelled", ["–", "Annulée"])])
async def test_a_certification_that_is_not_obtained_has_no_score(sat: Sat, status: str, cells: list[str]) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise()
    await sat.publish()
    await CertificationResult.update({CertificationResult.status: status}).where(CertificationResult.test == sat.test)
    assert await listed(sat) == [["Carré", "Louise", *cells]]


async def listed(sat: Sat) -> list[list[str]]:
    """Of each candidate of the page: names and result."""
    page = (await sat.hall.martine.get(f"/certif/sessions/{sat.hall.session}/candidats")).text
    lines = re.findall('<tr><th scope="row">.*?</tr>', page)
    cells = [re.findall("<t[hd][^>]*>(.*?)</t[hd]>", line)[:4] for line in lines]
    return [[re.sub("<[^>]+>|\u202f", "", cell).strip() for cell in line] for line in cells]


async def test_a_line_for_each_test_once_published(sat: Sat) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise()
    for kind in ("csv", "ods"):
        assert (await sat.hall.martine.get(path(sat, kind))).status_code == 404, "not published"
    assert "resultats.csv" not in (await sat.hall.martine.get(sat.page)).text
    await sat.publish()
    for page in (sat.page, f"/certif/sessions/{sat.hall.session}"):
        assert f'href="{path(sat)}"' in (await sat.hall.martine.get(page)).text
    (found,) = await rows(sat)
    result = await sat.result()
    assert len(found) == OTHERS - 1 + 16
    assert (found["Prénom"], found["Nom de naissance"], found["Date de naissance"]) == ("Louise", "Carré", "23/06/2005")
    assert (found["Statut"], found["Score (en pix)"]) == ("Validée", str(result["score"]))
    assert found["Lieu de naissance"] == "Troyes (10)"
    (code,) = [heading for heading in found if heading.startswith("1.1 ")]
    assert found[code].isdigit()
    assert found["Session"] == str(sat.hall.session)
    (event,) = await AuditEvent.select().where(AuditEvent.action == "results.exported")
    assert (event["actor"], event["subject"]) == (await sat.hall.cast.person("martine"), str(sat.hall.session))


async def test_what_each_status_leaves_of_a_result(sat: Sat) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise()
    await result_of(sat, "Diallo", "Inès", status="rejected")
    jury = Comments(("jury_cancelled",), candidate="Pour Ali seul", centre="Session à refaire", internal="Entre nous")
    await result_of(sat, "Roux", "Ali", status="cancelled", comments=jury)
    await sat.publish()
    found = {line["Prénom"]: line for line in await rows(sat)}
    level = next(heading for heading in found["Inès"] if heading.startswith("5.2 "))
    shown = {
        name: [line[key] for key in ("Statut", "Niveau global", "Score (en pix)", level)]
        for name, line in found.items()
    }
    assert shown["Inès"] == ["Rejetée", "-", "0", "-"]
    assert shown["Ali"] == ["Annulée", "-", "-", "-"]
    said = found["Ali"]["Commentaire du jury"]
    assert said == "Le jury de Pix a annulé cette certification. Session à refaire", "neither hers nor the jury's own"


async def test_only_its_centre_has_it(sat: Sat, open_client: OpenClient) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise()
    await sat.publish()
    nadia = open_client()
    other = await centres.create("Lycée des Tilleuls", "SCO", now())
    await centres.add_member(other, await sat.hall.cast.person("nadia"), "administrator", now())
    await sat.hall.cast.sign_in(nadia, "nadia")
    for kind in ("csv", "ods"):
        assert (await nadia.get(path(sat, kind))).status_code == 404


async def test_the_workbook_has_types_and_explains_itself(sat: Sat) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise()
    await sat.publish()
    answer = await sat.hall.martine.get(path(sat, "ods"))
    results, legend = opendocument.load(BytesIO(answer.content)).spreadsheet.getElementsByType(Table)
    assert results.getAttribute("name") == "Résultats"
    assert legend.getAttribute("name") == "Lire ce fichier"
    cells = results.getElementsByType(TableCell)
    assert all(cell.getAttrNS(TABLENS, "formula") is None for cell in cells)
    assert str(legend).count("Niveau certifié") == 16
    assert date(2005, 6, 23).isoformat() in [cell.getAttribute("datevalue") for cell in cells]


async def test_libreoffice_opens_both(sat: Sat, libreoffice: Path) -> None:
    await Candidate.update({Candidate.external_id: HOSTILE}).where(Candidate.id == sat.hall.candidate)
    await sat.answers(32, completed=True)
    await sat.finalise()
    await result_of(sat, "Roux", HOSTILE, status="cancelled", external_id="0042")
    await sat.publish()
    lines = await rows(sat)
    table = [list(line.values()) for line in lines]
    born, number, taken = map(list(lines[0]).index, ("Date de naissance", "Identifiant externe", "Date du test"))
    for kind in ("csv", "ods"):
        (libreoffice / f"sheet.{kind}").write_bytes((await sat.hall.martine.get(path(sat, kind))).content)
    output = converted(libreoffice, ["--convert-to", SHOWN], "sheet.ods")
    found = read(output / "sheet-Résultats.csv")
    unguarded = [[cell.removeprefix("'") for cell in line] for line in table]
    assert found[1:] == unguarded, "texts are texts: the same names without the guard that a CSV needs"
    written = (output / "sheet-Résultats.csv").read_text("utf-8")
    assert f'"{HOSTILE}"' in written, "a text, not a formula that happens to show the same"
    assert '"0042"' in written
    converted(libreoffice, [f"--infilter={OPENED}", "--convert-to", SHOWN.removesuffix(",-1")], "sheet.csv")
    opened = read(output / "sheet.csv")[1:]
    same = [place for place in range(len(table[0])) if place not in (born, number, taken)]
    assert [[line[place] for place in same] for line in opened] == [[line[place] for place in same] for line in table]
    plain = (output / "sheet.csv").read_text("utf-8")
    assert f"'{HOSTILE}" in plain
    assert '"-"' in plain, "a text: there is nothing to compute"
    assert f'"{opened[0][born]}"' not in plain, "a date, however this machine shows dates"
