"""Who erases her account takes with it what was written about her, and leaves what she got."""

from __future__ import annotations

import httpx

from app.accounts import personal_data
from app.certification.events import verify
from app.certification.tables import IssueReport, LiveAlert
from app.lib.clock import now
from app.persistence.registry import tables
from app.persistence.transactions import write_transaction
from tests.certification.closing.sat import Sat
from tests.certification.results.conftest import about, page_of


async def test_no_word_about_her_stays(ada: httpx.AsyncClient, sat: Sat) -> None:
    (alert,) = await LiveAlert.insert(LiveAlert(test=sat.test, challenge="ch-rien", position=1, raised_at=now()))
    await sat.hall.about("signalement/rejet", alert=str(alert["id"]), word="Trace-zéro : Carrère invente")
    report = {"code": "C1", "question": "", "text": "Trace-un : née Carrère"}
    await sat.hall.martine.post(f"{sat.page}/{sat.hall.candidate}", data=report)
    await sat.finalise()
    (report_row,) = await IssueReport.select()
    await about(ada, sat, "signalement", report=str(report_row["id"]), resolution="Trace-deux : Carrère")
    for audience in ("candidate", "centre", "internal"):
        await about(ada, sat, "commentaire", audience=audience, comment=f"Trace-trois : {audience}")
    before = await sat.results()
    assert "Trace-zéro" in (await ada.get(f"{page_of(sat)}/deroulement")).text
    async with write_transaction():
        await personal_data.erase_everywhere(await sat.hall.cast.person("louise"))
    after = "\n".join([str([await table.select() for table in tables()])])
    assert "Trace-" not in after
    (report_row,) = await IssueReport.select()
    assert (report_row["code"], report_row["resolution"]) == ("C1", "by_jury")
    assert await verify(sat.test) is None, "the chain of events is whole all the same"
    assert [row["score"] for row in await sat.results()] == [row["score"] for row in before]
