"""Who erases her account takes with it what was written about her, and leaves what she got."""

from __future__ import annotations

import httpx

from app.accounts import personal_data
from app.certification.tables import IssueReport
from app.persistence.registry import tables
from app.persistence.transactions import write_transaction
from tests.certification.closing.sat import Sat
from tests.certification.results.conftest import about


async def test_no_word_about_her_stays(ada: httpx.AsyncClient, sat: Sat) -> None:
    report = {"code": "C1", "question": "", "text": "Trace-un : née Carrère"}
    await sat.hall.martine.post(f"{sat.page}/{sat.hall.candidate}", data=report)
    await sat.finalise()
    (report_row,) = await IssueReport.select()
    await about(ada, sat, "signalement", report=str(report_row["id"]), resolution="Trace-deux : Carrère")
    for audience in ("candidate", "centre", "internal"):
        await about(ada, sat, "commentaire", audience=audience, comment=f"Trace-trois : {audience}")
    before = await sat.results()
    async with write_transaction():
        await personal_data.erase_everywhere(await sat.hall.cast.person("louise"))
    after = "\n".join([str([await table.select() for table in tables()])])
    assert "Trace-" not in after
    (report_row,) = await IssueReport.select()
    assert (report_row["code"], report_row["resolution"]) == ("C1", "by_jury")
    assert [row["score"] for row in await sat.results()] == [row["score"] for row in before]
