"""Bringing the schema up to the code."""

from __future__ import annotations

import contextlib
import hashlib
import io
import re
from dataclasses import dataclass
from functools import cache

from piccolo.apps.migrations.commands.base import BaseMigrationManager
from piccolo.apps.migrations.commands.forwards import ForwardsMigrationManager
from piccolo.apps.migrations.commands.new import AutoMigrationManager
from piccolo.apps.migrations.tables import Migration
from piccolo.conf.apps import MigrationModule
from piccolo.table import Table

from app.persistence.registry import APP_CONFIG, APP_NAME, MIGRATIONS, UniqueIndex, tables, unique_indexes

LONGEST_NAME = 63  # of an index, on PostgreSQL


class MigrationFailed(Exception):
    """A migration could not run, or was not written."""


@dataclass(frozen=True)
class MigrationState:
    """One migration file, and whether this database has it."""

    id: str
    description: str
    done: bool


async def upgrade() -> list[str]:
    """Run the migrations that this database lacks, in order; returns their ids."""
    before = await _done()
    with contextlib.redirect_stdout(io.StringIO()):
        result = await ForwardsMigrationManager(APP_NAME).run()
    if not result.success:
        raise MigrationFailed(result.message)
    if forgotten := await unwritten_changes():
        raise MigrationFailed(f"The tables in the code have what no migration makes: {', '.join(forgotten)}.")
    for index in unique_indexes():
        await run(unique_index_sql(index))
    return sorted(await _done() - before)


async def status() -> list[MigrationState]:
    """Every migration file, in order."""
    done = await _done()
    return [MigrationState(id, module.DESCRIPTION, id in done) for id, module in sorted(migrations().items())]


async def is_up_to_date() -> bool:
    """Whether this database has every migration: one of the conditions to be ready."""
    return migrations().keys() <= await _done()


async def _done() -> set[str]:
    if not await Migration.table_exists():
        return set()
    rows = await Migration.raw("SELECT name FROM migration WHERE app_name = {}", APP_NAME)
    return {row["name"] for row in rows}


@cache
def migrations() -> dict[str, MigrationModule]:
    """The migration files, by their id."""
    return BaseMigrationManager().get_migration_modules(str(MIGRATIONS))


async def unwritten_changes() -> list[str]:
    """What the tables in the code have and no migration makes; empty when nothing was forgotten."""
    with contextlib.redirect_stdout(io.StringIO()):
        alterations = await AutoMigrationManager(auto_input="n").get_alter_statements(APP_CONFIG)
    changes = [_shortly(statement) for one in alterations for statement in one.statements]
    new = tuple(f"add_column {change.removeprefix('add_table ')}." for change in changes if "add_table" in change)
    return [change for change in changes if not change.startswith(new)]


def _shortly(statement: str) -> str:
    """`manager.add_column(table_class_name='User', column_name='email', …)` as `add_column User.email`."""
    named = dict(re.findall(r"\b(class_name|table_class_name|column_name)='(\w+)'", statement))
    verb = statement.removeprefix("manager.").partition("(")[0]
    return f"{verb} {'.'.join(named[key] for key in sorted(named, reverse=True))}"


def unique_index_sql(index: UniqueIndex) -> str:
    """The statement that makes this index where it is missing; the same on both engines."""
    table, columns = index
    name = f"unique_{table}_{'_'.join(columns)}"
    if len(name) > LONGEST_NAME:
        name = f"unique_{table}"[:46] + "_" + hashlib.sha256(name.encode()).hexdigest()[:16]
    listed = ", ".join(f'"{column}"' for column in columns)
    return f'CREATE UNIQUE INDEX IF NOT EXISTS "{name}" ON "{table}" ({listed})'


async def run(sql: str) -> None:
    """Run a statement on the schema."""
    any_table: type[Table] = tables()[0]
    await any_table.raw(sql)
