"""The people: create, find, rename, promote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.accounts.hashing import hash_password
from app.accounts.identity import clean_name, is_email, is_name, normal_email, normal_username, search_text
from app.accounts.refusals import AddressTaken, UsernameTaken
from app.accounts.tables import User, UserSession
from app.lib.clock import now
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction

STAFF_ROLES = ("superadmin", "support", "metier", "certif")
"""What the service's own staff may be; everyone else has no role."""


@dataclass(frozen=True)
class Person:
    """Someone, as other rooms need to name or address them."""

    id: int
    first_name: str
    last_name: str
    email: str | None
    username: str | None
    language: str
    staff_role: str | None

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


async def create_user(
    *,
    first_name: str,
    last_name: str,
    email: str | None = None,
    username: str | None = None,
    password: str | None = None,
    language: str = "fr",
    staff_role: str | None = None,
    terms_accepted_at: datetime | None = None,
    password_is_temporary: bool = False,
) -> int:
    """Create someone and return the id. Without a password one signs in another way, or asks for one.

    Raises `AddressTaken` or `UsernameTaken`; `ValueError` for values no form should have let through.
    """
    first_name, last_name = clean_name(first_name), clean_name(last_name)
    if not is_name(first_name) or not is_name(last_name) or (email is not None and not is_email(email)):
        raise ValueError("a first name, a last name and a valid address are needed")
    if staff_role is not None and staff_role not in STAFF_ROLES:
        raise ValueError(f"unknown role {staff_role!r}: one of {', '.join(STAFF_ROLES)}")
    password_hash = await hash_password(password) if password is not None else None
    username = normal_username(username) if username else None
    person = User(
        first_name=first_name,
        last_name=last_name,
        search_name=search_text(first_name, last_name, email, username),
        email=email,
        email_normalised=normal_email(email) if email else None,
        username=username,
        password_hash=password_hash,
        password_is_temporary=password_is_temporary,
        language=language,
        staff_role=staff_role,
        terms_accepted_at=terms_accepted_at,
        created_at=now(),
    )
    return await _insert(person)


async def find_by_login(login: str) -> Person | None:
    """Someone by e-mail address or identifiant, in any case."""
    return await _find((User.email_normalised == normal_email(login)) | (User.username == normal_username(login)))


async def find_by_email(email: str) -> Person | None:
    return await _find(User.email_normalised == normal_email(email))


async def find_by_id(user_id: int) -> Person | None:
    return await _find(User.id == user_id)


async def confirmed_address(user_id: int) -> str | None:
    """Her e-mail address in its normal form; None without one, or until she has proved that it is hers.

    Unconfirmed, it may be somebody else's: what was sent there is not hers to read or to erase.
    """
    rows = await User.select(User.email_normalised).where((User.id == user_id) & User.email_confirmed_at.is_not_null())
    return rows[0]["email_normalised"] if rows else None


async def login_of(user_id: int) -> str:
    """What this person types to sign in: a password manager must know whose password it is."""
    person = await find_by_id(user_id)
    return (person.email or person.username or "") if person is not None else ""


async def choose_language(user_id: int, language: str) -> None:
    async with write_transaction():
        await User.update({User.language: language}).where(User.id == user_id)


async def accept_terms(user_id: int) -> None:
    async with write_transaction():
        await User.update({User.terms_accepted_at: now()}).where(User.id == user_id)


async def promote(user_id: int, staff_role: str | None) -> None:
    """Give or take a staff role. Every session ends: rights never change inside one."""
    if staff_role is not None and staff_role not in STAFF_ROLES:
        raise ValueError(f"unknown role {staff_role!r}: one of {', '.join(STAFF_ROLES)}")
    async with write_transaction():
        await User.update({User.staff_role: staff_role}).where(User.id == user_id)
        await UserSession.delete().where(UserSession.user == user_id)


async def unblock(user_id: int) -> None:
    """Lift every block after wrong passwords: what support does."""
    async with write_transaction():
        await User.update({User.failed_sign_ins: 0, User.blocked_until: None, User.blocked_at: None}).where(
            User.id == user_id
        )


async def has_seen_opening_cards(user_id: int) -> bool:
    rows = await User.select(User.seen_opening_cards_at).where(User.id == user_id)
    return bool(rows) and rows[0]["seen_opening_cards_at"] is not None


async def opening_cards_seen(user_id: int) -> None:
    """Note that the opening cards were shown; the first date stays."""
    async with write_transaction():
        await User.update({User.seen_opening_cards_at: now()}).where(
            (User.id == user_id) & User.seen_opening_cards_at.is_null()
        )


async def _insert(person: User) -> int:
    try:
        async with write_transaction():
            rows = await User.insert(person).returning(User.id)
    except Exception as failure:
        if not is_unique_violation(failure):
            raise
        taken = person.email_normalised is not None and await find_by_email(person.email_normalised)
        raise (AddressTaken if taken else UsernameTaken)() from failure
    return int(rows[0]["id"])


async def _find(where: Any) -> Person | None:
    rows = await User.select(
        User.id, User.first_name, User.last_name, User.email, User.username, User.language, User.staff_role
    ).where(where & User.anonymised_at.is_null())
    return Person(**rows[0]) if rows else None
