"""A class of twenty and its school: certifiable pupils with accounts, a centre that may enrol them, its head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.accounts import people
from app.accounts.hashing import hash_password
from app.accounts.identity import unaccented
from app.accounts.tables import User
from app.certification import centres
from app.content.index import ContentIndex
from app.lib.clock import now
from app.organisations import organisations
from app.organisations.learners.tables import Learner
from app.organisations.space.terms import accept_terms
from tests.certification.taking.sixteen import certifiable
from tests.served import PASSWORD

SCHOOL, GROUP = "Lycée des Tilleuls", "Terminale 3"
HEAD = "nadia@exemple.fr"
BORN = date(2009, 6, 23)
FIRST_NAMES = "Ana Bao Chloé Deniz Émile Farah Gaël Hugo Inès Jade Karim Lina Malo Nour Oscar Paul Rose Sofia Tom Zoé"
LAST_NAMES = (
    "Abadie Berthier Collet Da-Silva Étienne Ferreira Garnier Haddad Ibrahim Jacquet Keller Lefèvre Moreau N’Diaye"
    " Oger Petit Quéré Roussel Sauvage Villiers"
)


@dataclass(frozen=True)
class Enrollable:
    """A pupil, as her school knows her."""

    learner: int
    user: int
    login: str
    first_name: str
    last_name: str


@dataclass(frozen=True)
class School:
    """The school, its centre and its class, in alphabetical order."""

    centre: int
    pupils: Sequence[Enrollable]


async def school(index: ContentIndex) -> School:
    """Made with the application's own verbs; everybody has the same password."""
    password = await hash_password(PASSWORD)
    head = await _account("Nadia", "Ferrand", HEAD, password)
    organisation = await organisations.create(SCHOOL, "SCO", now())
    await organisations.add_member(organisation, head, "administrator", now())
    await accept_terms(head, now())
    centre = await centres.create(SCHOOL, "SCO", now(), organisation=organisation)
    await centres.add_member(centre, head, "administrator", now())
    names = zip(FIRST_NAMES.split(), LAST_NAMES.split(), strict=True)
    return School(centre, [await _pupil(organisation, *one, password, index) for one in names])


async def _pupil(organisation: int, first: str, last: str, password: str, index: ContentIndex) -> Enrollable:
    login = login_of(first)
    user = await _account(first, last, login, password)
    await certifiable(user, index)
    learner = Learner(organisation=organisation, user=user, first_name=first, last_name=last, group=GROUP)
    learner.search_name = unaccented(f"{last} {first}")
    rows = await Learner.insert(learner)
    return Enrollable(int(rows[0]["id"]), user, login, first, last)


def login_of(first_name: str) -> str:
    return f"{unaccented(first_name)}.eleve@exemple.fr"


async def _account(first: str, last: str, login: str, password: str) -> int:
    """With a password that is hashed already: twenty hashes would take longer than the day."""
    made = await people.create_user(first_name=first, last_name=last, email=login, terms_accepted_at=now())
    await User.update({User.password_hash: password, User.seen_opening_cards_at: now()}).where(User.id == made)
    return made
