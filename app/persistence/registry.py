"""All the tables of all the rooms, found by their files: `tables.py` of a room or of a sub-room."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from piccolo.conf.apps import AppConfig, table_finder
from piccolo.table import Table, sort_table_classes

from app.settings import ROOT

APP_NAME = "pix"
MIGRATIONS = ROOT / "migrations"

UniqueIndex = tuple[str, tuple[str, ...]]


@cache
def table_modules() -> tuple[str, ...]:
    """The modules that declare tables, in alphabetical order."""
    app = ROOT / "app"
    files = sorted([*app.glob("*/tables.py"), *app.glob("*/*/tables.py")])
    return tuple(".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files)


@cache
def tables() -> tuple[type[Table], ...]:
    """Every table, after those it points to."""
    found = table_finder(table_modules(), exclude_imported=True)
    return tuple(sort_table_classes(sorted(found, key=lambda table: table._meta.tablename)))


def unique_indexes() -> list[UniqueIndex]:
    """(table, columns) that no two rows share together: `UNIQUE_INDEXES` of each module."""
    return [index for name in table_modules() for index in getattr(import_module(name), "UNIQUE_INDEXES", ())]


APP_CONFIG = AppConfig(app_name=APP_NAME, migrations_folder_path=MIGRATIONS, table_classes=list(tables()))
