"""What went wrong in the database, told apart on both engines."""

from __future__ import annotations

import sqlite3

import asyncpg

UNIQUE = {sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY}


class DatabaseBusy(Exception):
    """The database does not answer in time, or is closing: trying again later may work (503)."""


def is_unique_violation(error: BaseException) -> bool:
    """Whether a row with this key was already there."""
    return isinstance(error, asyncpg.UniqueViolationError) or _sqlite_code(error) in UNIQUE


def _sqlite_code(error: BaseException) -> int | None:
    return error.sqlite_errorcode if isinstance(error, sqlite3.IntegrityError) else None
