"""`pix user …`."""

from __future__ import annotations

import argparse
from typing import Any

import pytest

from app.accounts import commands, people
from app.accounts.tables import User, UserSession
from app.persistence.database import start_database, stop_database
from tests.accounts.conftest import PASSWORD

pytestmark = pytest.mark.anyio

CREATE = ["user", "create", "--email", "admin@pix.example", "--first-name", "Ada", "--last-name", "Min"]


async def pix(*arguments: str) -> int:
    """Run a command as the shell would, on the database of the test, and leave it open again."""
    parser = argparse.ArgumentParser(prog="pix")
    commands.register(parser.add_subparsers(required=True))
    parsed = parser.parse_args(arguments)
    await stop_database()
    try:
        code: Any = await parsed.run(parsed)
    finally:
        await start_database()
    return int(code)


async def test_create_the_first_administrator(database: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert await pix(*CREATE, "--password", PASSWORD, "--staff") == 0
    assert "admin@pix.example" in capsys.readouterr().out
    person = await people.find_by_email("ADMIN@pix.example")
    assert person is not None
    assert (person.name, person.staff_role) == ("Ada Min", "superadmin")
    assert await pix(*CREATE, "--password", PASSWORD) == 1
    assert "already has an account" in capsys.readouterr().err
    assert await User.count() == 1


async def test_the_password_is_asked(database: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands.getpass, "getpass", lambda _: "abc")
    assert await pix(*CREATE) == 1
    monkeypatch.setattr(commands.getpass, "getpass", lambda _: PASSWORD)
    assert await pix(*CREATE) == 0


@pytest.mark.parametrize(("name", "value"), [("--email", "admin"), ("--first-name", " "), ("--last-name", "12")])
async def test_nonsense_is_refused(database: object, name: str, value: str) -> None:
    arguments = [*CREATE, "--password", PASSWORD]
    arguments[arguments.index(name) + 1] = value
    assert await pix(*arguments) == 1
    assert await User.count() == 0


async def test_promote_and_demote(louise: int) -> None:
    from app.accounts.sessions import open_session

    await open_session(louise)
    assert await pix("user", "promote", "louise.carre@exemple.fr", "--role", "support") == 0
    assert await UserSession.count() == 0
    assert (await people.find_by_id(louise)).staff_role == "support"  # type: ignore[union-attr]
    assert await pix("user", "promote", "louise.carre@exemple.fr", "--role", "none") == 0
    assert (await people.find_by_id(louise)).staff_role is None  # type: ignore[union-attr]
    assert await pix("user", "promote", "personne@exemple.fr", "--role", "support") == 1
    with pytest.raises(SystemExit):
        await pix("user", "promote", "louise.carre@exemple.fr", "--role", "king")


async def test_unblock(louise: int) -> None:
    from app.lib.clock import now

    await User.update({User.blocked_at: now(), User.failed_sign_ins: 50}).where(User.id == louise)
    assert await pix("user", "unblock", "louise.carre@exemple.fr") == 0
    (row,) = await User.select(User.blocked_at, User.failed_sign_ins)
    assert (row["blocked_at"], row["failed_sign_ins"]) == (None, 0)
    assert await pix("user", "unblock", "personne@exemple.fr") == 1
