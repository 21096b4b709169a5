"""More participations than are read at once: every one is there, once; two files at a time."""

from __future__ import annotations

import asyncio
from io import BytesIO

import httpx
import openpyxl

from app.campaigns.exports.queries import CHUNK
from app.campaigns.tables import Participation
from app.persistence.engine import Database
from tests.campaigns.exports.conftest import Files
from tests.cast import Cast

MANY = 2 * CHUNK + 30


async def more(campaign: int) -> None:
    """As if Inès had sent her results again and again, until there are `MANY` participations."""
    model = await Participation.select().where(Participation.shared_at.is_not_null()).first()
    assert model is not None
    del model["id"]
    there = await Participation.count().where(Participation.campaign == campaign)
    await Participation.insert(
        *(
            Participation(**{**model, "attempt": number, "external_id": f"n-{number}"})
            for number in range(2, MANY - there + 2)
        )
    )


async def test_every_participation_is_there_once(client: httpx.AsyncClient, cast: Cast, a_class: int) -> None:
    await more(a_class)
    await cast.sign_in(client, "martine")
    files = Files(client, a_class)
    identifiers = [line["Numéro d’étudiant"] for line in await files.table()]
    assert len(identifiers) == len(set(identifiers)) == MANY
    assert identifiers[4:] == [f"n-{number}" for number in range(2, MANY - 2)]
    assert len(await files.table("questions.csv")) == MANY - 3
    book = openpyxl.load_workbook(BytesIO((await files.get("export.xlsx?questions=oui")).content))
    assert [page.max_row for page in book.worksheets] == [MANY + 1, MANY - 2]


async def test_a_full_last_reading_ends_the_file(client: httpx.AsyncClient, cast: Cast, a_class: int) -> None:
    await more(a_class)
    last = await Participation.select(Participation.id).order_by(Participation.id).offset(CHUNK).first()
    assert last is not None
    await Participation.delete().where(Participation.id >= last["id"])
    await cast.sign_in(client, "martine")
    assert len(await Files(client, a_class).table()) == CHUNK


async def test_a_hundred_lines_more_cost_one_statement_more(
    client: httpx.AsyncClient, cast: Cast, a_class: int, database: Database
) -> None:
    await cast.sign_in(client, "martine")
    files = Files(client, a_class)
    few = await statements(files, database)
    await more(a_class)
    assert await statements(files, database) - few == MANY // CHUNK


async def statements(files: Files, database: Database) -> int:
    """Of a file of results."""
    before = database.query_id
    await files.get("export.csv")
    return database.query_id - before


async def test_files_asked_for_together_come_whole(client: httpx.AsyncClient, cast: Cast, a_class: int) -> None:
    await more(a_class)
    await cast.sign_in(client, "martine")
    names = ["export.csv", "export.ods", "export.xlsx", "questions.csv", "export.xlsx?questions=oui"]
    alone = [(await Files(client, a_class).get(name)).content for name in names]
    together = await asyncio.gather(*(Files(client, a_class).get(name) for name in names))
    for name, one, other in zip(names, alone, together, strict=True):
        if name.endswith("csv"):
            assert other.content == one
        else:
            assert abs(len(other.content) - len(one)) < 100, "the same, but the date of its making"
