"""The people of the demo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.accounts import people

PASSWORD = "Demo2026!"


@dataclass(frozen=True)
class DemoAccount:
    """An account one can sign in with."""

    email: str
    first_name: str
    last_name: str
    what: str
    staff_role: str | None = None


ACCOUNTS = (
    DemoAccount("eleve@pix.example", "Louise", "Carré", "learner, half-filled profile, a campaign under way"),
    DemoAccount("nouveau@pix.example", "Samir", "Haddad", "learner who has never answered"),
    DemoAccount("prof@pix.example", "Martine", "Antony", "teacher in both organisations"),
    DemoAccount("chef@pix.example", "Hélène", "Villo", "administrator of both organisations"),
    DemoAccount("certif@pix.example", "Yann", "Le Goff", "member of the certification centre"),
    DemoAccount("admin@pix.example", "Ada", "Lefort", "the service's administrator", people.STAFF_ROLES[0]),
)

FIRST_NAMES = """
Adam Aïcha Alice Amine Anna Arthur Awa Baptiste Camille Chloé Clément Diego Élise Emma Enzo Fatou Gabriel Hugo Ilyès
Inès Jade Jeanne Jules Karim Léa Lina Louis Lucas Maëlle Malik Manon Mathis Mehdi Mila Nathan Nina Noé Océane Paul Rayan
Rose Salomé Sarah Sofia Théo Tom Victor Wassim Yasmine Zoé
""".split()
LAST_NAMES = """
Adjovi Andrieu Barbier Benali Bertin Blanchard Boyer Caron Chevalier Collet Delmas Diallo Dubois Durand Fabre Faure
Fontaine Garnier Gauthier Girard Guérin Haddad Henry Hoarau Jacquet Joly Kaya Lambert Laurent Leblanc Legrand Lemoine
Marchand Martin Mercier Meunier Moreau Nguyen Noël Olivier Perrin Petit Picard Renaud Robin Rousseau Sanchez Simon
Traoré
""".split()


async def account(one: DemoAccount, now: datetime) -> int:
    """The id of a demo account, created the first time."""
    found = await people.find_by_email(one.email)
    if found is not None:
        return found.id
    return await people.create_user(
        first_name=one.first_name,
        last_name=one.last_name,
        email=one.email,
        password=PASSWORD,
        staff_role=one.staff_role,
        terms_accepted_at=now,
    )


async def participant(number: int, series: str, now: datetime) -> int:
    """Someone who takes part in a campaign; the same number is the same person."""
    email = f"{series}{number}@participants.example"
    found = await people.find_by_email(email)
    if found is not None:
        return found.id
    first, last = name_of(number)
    return await people.create_user(first_name=first, last_name=last, email=email, terms_accepted_at=now)


def name_of(number: int) -> tuple[str, str]:
    """A first and a last name; the first 2,500 are all different."""
    first = FIRST_NAMES[number * 17 % len(FIRST_NAMES)]
    last = LAST_NAMES[(number * 9 + number // len(FIRST_NAMES)) % len(LAST_NAMES)]
    return first, last


def lines() -> Iterator[str]:
    """The accounts, to print at the end of `make run`."""
    for one in ACCOUNTS:
        yield f"  {one.email:<22} {one.what}"
