"""The schema that migrations make is the one that the code declares."""

from __future__ import annotations

import pytest

from app.persistence import migrations
from app.persistence.engine import Database
from app.persistence.migrations import is_up_to_date, status, unique_index_sql, unwritten_changes, upgrade
from app.persistence.registry import table_modules, tables


@pytest.mark.usefixtures("database")
async def test_migrations_make_all_that_the_tables_declare() -> None:
    assert await unwritten_changes() == []
    assert await is_up_to_date()
    assert all(state.done for state in await status())
    assert await upgrade() == []


async def test_what_was_forgotten_is_named(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    del database
    fewer = dict(sorted(migrations.migrations().items())[:1])
    monkeypatch.setattr(migrations.BaseMigrationManager, "get_migration_modules", lambda *_: fewer)
    forgotten = await unwritten_changes()
    assert forgotten
    with pytest.raises(migrations.MigrationFailed, match=r"no migration makes: (add|alter|rename|drop)_\w+"):
        await upgrade()


def test_every_room_with_tables_is_known() -> None:
    assert {"app.accounts.tables", "app.content.tables", "app.evaluation.tables"} <= set(table_modules())
    names = [table._meta.tablename for table in tables()]
    assert len(names) == len(set(names))


def test_a_table_comes_after_those_it_points_to() -> None:
    seen: set[str] = set()
    for table in tables():
        for column in table._meta.foreign_key_columns:
            target = column._foreign_key_meta.resolved_references._meta.tablename
            assert target in seen | {table._meta.tablename}
        seen.add(table._meta.tablename)


def test_long_names_of_indexes_stay_apart() -> None:
    one = unique_index_sql(("a_table_with_a_name_that_goes_on_and_on", ("first_column_of_many", "second_column")))
    two = unique_index_sql(("a_table_with_a_name_that_goes_on_and_on", ("first_column_of_many", "third_column")))
    names = [sql.split('"')[1] for sql in (one, two)]
    assert names[0] != names[1]
    assert max(map(len, names)) <= 63


def test_short_names_of_indexes_tell_what_they_hold() -> None:
    assert unique_index_sql(("answer", ("assessment", "position"))) == (
        'CREATE UNIQUE INDEX IF NOT EXISTS "unique_answer_assessment_position" ON "answer" ("assessment", "position")'
    )
