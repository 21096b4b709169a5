"""Creating one's own account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from app.accounts import people
from app.accounts.addresses import ask_confirmation
from app.accounts.identity import normal_email
from app.accounts.refusals import AddressTaken
from app.accounts.sign_ins import Right, check_own_password
from app.accounts.tables import User
from app.lib.clock import now

SAME_FORM = timedelta(minutes=30)
"""The form sent again within this time, with the same password, signs in to the account it has just made."""


@dataclass(frozen=True)
class SignedUp:
    """An account to open: `confirmation` is the token to send, None when the form had already made the account."""

    user_id: int
    confirmation: str | None


async def sign_up(
    *, first_name: str, last_name: str, email: str, password: str, language: str, return_to: str | None
) -> SignedUp:
    """Create the account of someone who accepted the terms. Raises `AddressTaken`; sending the form twice is harmless."""
    try:
        user_id = await people.create_user(
            first_name=first_name,
            last_name=last_name,
            email=email,
            password=password,
            language=language,
            terms_accepted_at=now(),
        )
    except AddressTaken:
        return await _same_form_again(email, password)
    token = await ask_confirmation(user_id, email, return_to=return_to)
    return SignedUp(user_id, token)


async def address_is_taken(email: str) -> bool:
    return await people.find_by_email(email) is not None


async def _same_form_again(email: str, password: str) -> SignedUp:
    """Wrong passwords count as on the sign-in page: this is no way around the blocks."""
    rows = await User.select(User.id).where(
        (User.email_normalised == normal_email(email)) & (User.created_at > now() - SAME_FORM)
    )
    if rows and isinstance(await check_own_password(rows[0]["id"], password), Right):
        return SignedUp(rows[0]["id"], confirmation=None)
    raise AddressTaken
