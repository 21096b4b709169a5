"""`pix organisation …`."""

from __future__ import annotations

import argparse
from typing import Any

import pytest

from app.organisations import commands
from app.organisations.tables import Membership, Organisation
from app.organisations.team.tables import Invitation
from app.persistence.database import start_database, stop_database
from tests.accounts.conftest import Mailbox
from tests.cast import Cast

CREATE = ["organisation", "create", "Collège  Jean-Moulin", "--kind", "SCO"]


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


async def test_an_organisation_and_its_administrator(
    database: object, cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    helene = await cast.person("helene")
    options = ["--external-id", "0511234 a", "--manages-learners", "--administrator", "helene@exemple.fr"]
    assert await pix(*CREATE, *options) == 0
    (made,) = await Organisation.select()
    assert (made["name"], made["kind"], made["external_id"]) == ("Collège Jean-Moulin", "SCO", "0511234A")
    assert made["manages_learners"]
    (member,) = await Membership.select()
    assert (member["organisation"], member["user"], member["role"]) == (made["id"], helene, "administrator")
    assert "Hélène Marchal <helene@exemple.fr> is its administrator" in capsys.readouterr().out


async def test_who_has_no_account_is_invited(
    database: object, mailbox: Mailbox, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await pix(*CREATE, "--administrator", "chef@blaison.example") == 0
    (invitation,) = await Invitation.select()
    link = f"https://pix.test/rejoindre?invitation={invitation['id']}&code={invitation['code']}"
    assert link in capsys.readouterr().out
    assert link in await mailbox.last("chef@blaison.example")
    assert await Membership.count() == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["organisation", "create", " ", "--kind", "SCO"],
        [*CREATE, "--administrator", "chef"],
        [*CREATE, "--external-id", "12"],
    ],
)
async def test_nonsense_is_refused(database: object, arguments: list[str]) -> None:
    assert await pix(*arguments) == 1
    assert await Organisation.count() == 0


async def test_an_unknown_kind_is_refused(database: object) -> None:
    with pytest.raises(SystemExit):
        await pix("organisation", "create", "Collège", "--kind", "LYCEE")
