"""Fills, in databases made before Pix Orga, the columns that its lists and figures need."""

from __future__ import annotations

import json
import unicodedata

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.table import Table

ID = "2026-11-21T06:24:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "Names to search by, learners and outcomes of what was already there"


class Row(Table):
    """Any table: only its `raw` is used."""


def plain(text: str) -> str:
    """Lower case without accents, as it was on that day."""
    text = text.lower().replace("œ", "oe").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def outcomes(goal: str, snapshot: str) -> str:
    """One letter for each skill (`topic-level`) of the goal: V validated, F invalidated, - not tested."""
    known = json.loads(snapshot) if snapshot else {}
    letters = {None: "-", True: "V", False: "F"}
    skills = [name.rpartition("-") for name in json.loads(goal)["skills"]]
    return "".join(letters[known.get(topic, {}).get(level, [None])[0]] for topic, _, level in skills)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="pix", description=DESCRIPTION)
    manager.add_raw(fill)
    return manager


async def fill() -> None:
    """What new rows get when they are written."""
    for table in ("organisation", "campaign"):
        for row in await Row.raw(f"SELECT id, name FROM {table} WHERE search_name = ''"):
            await Row.raw(f"UPDATE {table} SET search_name = {{}} WHERE id = {{}}", plain(row["name"]), row["id"])
    await Row.raw("UPDATE campaign SET target_name = COALESCE(NULLIF(title, ''), target) WHERE target_name = ''")
    await fill_learners()
    await fill_outcomes()


async def fill_learners() -> None:
    """Everyone who took part is a learner of the organisation."""
    rows = await Row.raw(
        'SELECT c.organisation, p."user", u.first_name, u.last_name, MIN(p.id) AS first'
        ' FROM participation p JOIN campaign c ON c.id = p.campaign JOIN pix_user u ON u.id = p."user"'
        ' WHERE p.learner IS NULL GROUP BY c.organisation, p."user", u.first_name, u.last_name ORDER BY first'
    )
    for row in rows:
        await Row.raw(
            'INSERT INTO learner (organisation, "user", first_name, last_name, search_name, group_name, created_at)'
            " SELECT {}, {}, {}, {}, {}, '', started_at FROM participation WHERE id = {}",
            row["organisation"],
            row["user"],
            row["first_name"],
            row["last_name"],
            plain(f"{row['last_name']} {row['first_name']}"),
            row["first"],
        )
    await Row.raw(
        "UPDATE participation SET learner = (SELECT l.id FROM learner l JOIN campaign c ON c.id = participation.campaign"
        ' WHERE l.organisation = c.organisation AND l."user" = participation."user") WHERE learner IS NULL'
    )


async def fill_outcomes() -> None:
    """Of the results already sent."""
    rows = await Row.raw(
        "SELECT p.id, p.snapshot, c.goal FROM participation p JOIN campaign c ON c.id = p.campaign"
        " WHERE p.shared_at IS NOT NULL AND p.outcomes = '' AND c.goal <> ''"
    )
    for row in rows:
        letters = outcomes(row["goal"], row["snapshot"])
        await Row.raw("UPDATE participation SET outcomes = {} WHERE id = {}", letters, row["id"])
