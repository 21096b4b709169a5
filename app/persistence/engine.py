"""Which database this process talks to."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from app.persistence.postgres_engine import PooledPostgresEngine
from app.persistence.sqlite_engine import KeptOpenSQLiteEngine
from app.settings import ROOT, Settings, settings

SQLITE = "sqlite:///"

Database = KeptOpenSQLiteEngine | PooledPostgresEngine


@cache
def engine() -> Database:
    """The engine of this process, made once from the settings. Nothing is opened yet."""
    return engine_for(settings())


def engine_for(chosen: Settings) -> Database:
    """A new engine for these settings."""
    if chosen.database_url.startswith(SQLITE):
        return KeptOpenSQLiteEngine(sqlite_path(chosen.database_url), chosen.sqlite_synchronous)
    return PooledPostgresEngine(chosen.database_url)


def sqlite_path(url: str) -> Path:
    """The file that `sqlite:///relative` (to the project's folder) or `sqlite:////absolute` names."""
    return ROOT / url.removeprefix(SQLITE)
