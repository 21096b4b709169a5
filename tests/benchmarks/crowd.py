"""Thousands of participants, made by copying the rows of a few simulated learners who really took the campaign.

Names and dates are their own, and a few letters of their results differ; the answers are those of the model.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

MODELS = 24
"""Simulated learners that the others are copied from."""
CODES = {100: "BCDFGH234", 1_000: "BCDFGH346", 10_000: "BCDFGH467"}
MODEL_CODE = "KXMTRB742"
FIRST_NAMES = "Inès Zoé Tom Malo Jade Hugo Lina Nour Émile Sofiane Camille Léa".split()
LAST_NAMES = "Moreau Abadie Villiers Collet Garnier Ferreira Ibrahim Jacquet Amri Da-Silva Étienne Berthier".split()


@dataclass(frozen=True)
class Crowd:
    """A campaign with that many participants, in an organisation of its own, and its teacher's cookie."""

    size: int
    organisation: int
    campaign: int
    cookie: str


async def prepare(database: Path, content: Path, *, everything: bool) -> list[Crowd]:
    """Schema, content, and one crowd of each size. `everything`: the campaigns aim at all the skills, and the files
    have a column for each."""
    from app.content import releases
    from app.demo.classes import Class, take
    from app.lib.clock import now
    from app.persistence.database import database_running
    from tests.databases import make_schema

    await make_schema()
    async with database_running():
        await releases.load_tree(content, now())
        model = await _campaign("Modèle", MODEL_CODE, everything)
        await take(Class(MODEL_CODE, MODELS, ("TD 1", "TD 2", "TD 3")), now())
        crowds = [(size, await _campaign(f"Université de {size}", code, everything)) for size, code in CODES.items()]
    with sqlite3.connect(database) as connection:
        connection.row_factory = sqlite3.Row
        for size, (organisation, campaign, _) in crowds:
            _copy(connection, model[1], organisation, campaign, size)
        connection.execute("ANALYZE")
    return [Crowd(size, *ids) for size, ids in crowds]


async def _campaign(name: str, code: str, everything: bool) -> tuple[int, int, str]:
    from app.accounts import people, sessions
    from app.accounts.middleware import cookie_value
    from app.campaigns import campaigns, goals
    from app.campaigns.campaigns import NewCampaign
    from app.campaigns.goals import Goal
    from app.campaigns.tables import Campaign
    from app.content.releases import current_index
    from app.lib.clock import now
    from app.organisations import organisations
    from app.organisations.space.terms import accept_terms
    from app.organisations.tables import Organisation

    teacher = await people.create_user(
        first_name="Martine", last_name="Antony", email=f"{code.lower()}@exemple.fr", terms_accepted_at=now()
    )
    organisation = await organisations.create(name, "SUP", now())
    await organisations.add_member(organisation, teacher, "member", now())
    await accept_terms(teacher, now())
    new = NewCampaign(organisation=organisation, owner=teacher, name=name, target="decouverte")
    campaign = await campaigns.create(new, now() - timedelta(days=20), code=code)
    if everything:
        goal = goals.encode(Goal("adaptive", tuple(current_index().skills)))
        await Campaign.update({Campaign.goal: goal}).where(Campaign.id == campaign)
        await Organisation.update({Organisation.shows_skills: True}).where(Organisation.id == organisation)
    session = await sessions.open_session(teacher)
    return organisation, campaign, cookie_value(session.token)


def _copy(connection: sqlite3.Connection, model: int, organisation: int, campaign: int, size: int) -> None:
    """Copies of the model's participations, one after the other, until there are enough."""
    models = [_model(connection, row) for row in _rows(connection, "participation", "campaign", model)]
    copies = [(number, models[number % len(models)]) for number in range(size)]
    random = Random(size)
    offsets = {table: _last(connection, table) for table in ("pix_user", "learner", "assessment")}
    ids = {number: {table: last + 1 + number for table, last in offsets.items()} for number, _ in copies}
    _insert(connection, "pix_user", (_user(one.user, ids[n]["pix_user"], n) for n, one in copies))
    _insert(
        connection,
        "learner",
        (
            {
                **_names(one.learner, n),
                "id": ids[n]["learner"],
                "organisation": organisation,
                "user": ids[n]["pix_user"],
            }
            for n, one in copies
        ),
    )
    _insert(
        connection,
        "assessment",
        ({**one.assessment, "id": ids[n]["assessment"], "user": ids[n]["pix_user"]} for n, one in copies),
    )
    _insert(connection, "participation", (_participation(one, ids[n], campaign, random) for n, one in copies))
    _insert(
        connection,
        "answer",
        ({**row, "id": None, "assessment": ids[n]["assessment"]} for n, one in copies for row in one.answers),
    )
    _insert(
        connection,
        "knowledge",
        ({**row, "id": None, "user": ids[n]["pix_user"]} for n, one in copies for row in one.knowledge),
    )


Row = Mapping[str, Any]


@dataclass(frozen=True)
class _Model:
    participation: Row
    user: Row
    learner: Row
    assessment: Row
    answers: Sequence[Row]
    knowledge: Sequence[Row]


def _model(connection: sqlite3.Connection, participation: Row) -> _Model:
    (user,) = _rows(connection, "pix_user", "id", participation["user"])
    (learner,) = _rows(connection, "learner", "id", participation["learner"])
    (assessment,) = _rows(connection, "assessment", "id", participation["assessment"])
    answers = _rows(connection, "answer", "assessment", assessment["id"])
    return _Model(participation, user, learner, assessment, answers, _rows(connection, "knowledge", "user", user["id"]))


def _participation(one: _Model, ids: Mapping[str, int], campaign: int, random: Random) -> dict[str, Any]:
    outcomes = list(one.participation["outcomes"])
    for place in random.sample(range(len(outcomes)), k=len(outcomes) // 8):
        outcomes[place] = random.choice("VF")
    return {
        **one.participation,
        "id": None,
        "campaign": campaign,
        "user": ids["pix_user"],
        "learner": ids["learner"],
        "assessment": ids["assessment"],
        "outcomes": "".join(outcomes),
        "validated": outcomes.count("V"),
    }


def _user(model: Row, number: int, rank: int) -> dict[str, Any]:
    unique = {"email": None, "email_normalised": None, "username": None}
    return {**_names(model, rank), **unique, "id": number}


def _names(model: Row, rank: int) -> dict[str, Any]:
    first, last = FIRST_NAMES[rank % len(FIRST_NAMES)], f"{LAST_NAMES[rank // 7 % len(LAST_NAMES)]} {rank}"
    return {**model, "first_name": first, "last_name": last, "search_name": f"{last} {first}".lower()}


def _rows(connection: sqlite3.Connection, table: str, column: str, value: Any) -> list[dict[str, Any]]:
    found = connection.execute(f'SELECT * FROM {table} WHERE "{column}" = ? ORDER BY id', (value,))
    return [dict(row) for row in found]


def _last(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT COALESCE(MAX(id), 0) FROM {table}").fetchone()[0])


def _insert(connection: sqlite3.Connection, table: str, rows: Iterator[Row]) -> None:
    first = next(rows, None)
    if first is None:
        return
    columns = ", ".join(f'"{name}"' for name in first)
    sql = f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(first))})"
    connection.execute(sql, tuple(first.values()))
    connection.executemany(sql, (tuple(row.values()) for row in rows))
