"""`pix user …`: the first people of a service, and its staff."""

from __future__ import annotations

import argparse
import getpass
import sys
from typing import Any

from app.accounts import people
from app.accounts.identity import clean_name, is_email, is_name
from app.accounts.passwords import canonical_password, password_faults
from app.accounts.refusals import AddressTaken
from app.persistence.database import database_running


def register(subparsers: Any) -> None:
    user = subparsers.add_parser("user", help="create people, give staff roles")
    verbs = user.add_subparsers(required=True, metavar="VERB")
    one = verbs.add_parser("create", help="create someone; the password is asked when it is not given")
    one.add_argument("--email", required=True)
    one.add_argument("--first-name", required=True)
    one.add_argument("--last-name", required=True)
    one.add_argument("--password", help="visible in the history of the shell: better typed when asked")
    one.add_argument("--language", choices=("fr", "en"), default="fr")
    one.add_argument("--staff", action="store_true", help="a superadmin of the service")
    one.set_defaults(run=run_create)
    one = verbs.add_parser("promote", help="give a staff role, or take it away (none)")
    one.add_argument("email", metavar="EMAIL")
    one.add_argument("--role", required=True, choices=(*people.STAFF_ROLES, "none"))
    one.set_defaults(run=run_promote)
    one = verbs.add_parser("unblock", help="lift the block set by too many wrong passwords")
    one.add_argument("email", metavar="EMAIL")
    one.set_defaults(run=run_unblock)


async def run_create(arguments: argparse.Namespace) -> int:
    password = canonical_password(arguments.password or getpass.getpass("Password: "))
    names = (clean_name(arguments.first_name), clean_name(arguments.last_name))
    if not all(map(is_name, names)) or not is_email(arguments.email):
        return _fail("a first name, a last name and a valid e-mail address are needed")
    if faults := password_faults(password):
        return _fail(f"the password needs 8 to 128 characters, upper, lower and digit (wrong: {', '.join(faults)})")
    try:
        async with database_running():
            user_id = await people.create_user(
                first_name=names[0],
                last_name=names[1],
                email=arguments.email,
                password=password,
                language=arguments.language,
                staff_role="superadmin" if arguments.staff else None,
            )
    except AddressTaken:
        return _fail(f"{arguments.email} already has an account")
    print(f"{names[0]} {names[1]} <{arguments.email}> created, number {user_id}.")
    return 0


async def run_promote(arguments: argparse.Namespace) -> int:
    role = None if arguments.role == "none" else arguments.role
    async with database_running():
        person = await people.find_by_email(arguments.email)
        if person is None:
            return _fail(f"nobody has the address {arguments.email}")
        await people.promote(person.id, role)
    print(f"{person.name}: {arguments.role}. Signed out everywhere.")
    return 0


async def run_unblock(arguments: argparse.Namespace) -> int:
    async with database_running():
        person = await people.find_by_login(arguments.email)
        if person is None:
            return _fail(f"nobody signs in as {arguments.email}")
        await people.unblock(person.id)
    print(f"{person.name}: unblocked.")
    return 0


def _fail(why: str) -> int:
    print(f"pix user: {why}", file=sys.stderr)
    return 1
