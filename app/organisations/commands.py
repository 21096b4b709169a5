"""`pix organisation …`: the first organisations of a service, and who runs them."""

from __future__ import annotations

import argparse
import sys
from typing import Any, get_args

from app.accounts import mail, people
from app.accounts.identity import clean_name, is_email, is_name
from app.lib.clock import now
from app.organisations import organisations
from app.organisations.emails import link
from app.organisations.orga import ORGA
from app.organisations.organisations import Kind
from app.organisations.requests.establishments import establishment_number
from app.organisations.team import invitations
from app.organisations.team.emails import post_invitations
from app.persistence.database import database_running
from app.web.languages import DEFAULT

SECONDS_FOR_THE_MESSAGE = 20


def register(subparsers: Any) -> None:
    organisation = subparsers.add_parser("organisation", help="create organisations")
    verbs = organisation.add_subparsers(required=True, metavar="VERB")
    one = verbs.add_parser("create", help="create an organisation, with its first administrator")
    one.add_argument("name", metavar="NAME")
    one.add_argument("--kind", required=True, choices=get_args(Kind), help="school, university, or anything else")
    one.add_argument("--external-id", metavar="NUMBER", help="its UAI or SIRET")
    one.add_argument("--manages-learners", action="store_true", help="its pupils are imported from its own database")
    one.add_argument(
        "--administrator", metavar="EMAIL", help="of an account: joins at once; of nobody yet: invited by e-mail"
    )
    one.set_defaults(run=run_create)


async def run_create(arguments: argparse.Namespace) -> int:
    name, email = clean_name(arguments.name), arguments.administrator
    number = establishment_number(arguments.external_id) if arguments.external_id else None
    if not is_name(name):
        return _fail("a name of 1 to 255 characters is needed")
    if arguments.external_id and number is None:
        return _fail("a UAI has 7 digits and a letter, a SIRET has 14 digits")
    if email is not None and not is_email(email):
        return _fail(f"{email} is no e-mail address")
    async with database_running():
        made = await organisations.create(
            name, arguments.kind, now(), external_id=number, manages_learners=arguments.manages_learners
        )
        print(f"{name} ({arguments.kind}) created, number {made}.")
        if email is not None:
            print(await _first_administrator(made, name, email))
    return 0


async def _first_administrator(organisation: int, name: str, email: str) -> str:
    person = await people.find_by_email(email)
    if person is not None:
        await organisations.add_member(organisation, person.id, "administrator", now())
        return f"{person.name} <{email}> is its administrator."
    sent = await invitations.invite(ORGA, organisation, [email], "administrator", None, now())
    await post_invitations(ORGA, sent, name, DEFAULT)
    await mail.all_sent(SECONDS_FOR_THE_MESSAGE)
    return f"{email} is invited as its administrator: {link(sent[0].path)}"


def _fail(why: str) -> int:
    print(f"pix organisation: {why}", file=sys.stderr)
    return 1
