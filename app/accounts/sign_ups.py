"""Creating one's own account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from app.accounts import people
from app.accounts.addresses import ask_confirmation
from app.accounts.forms import SignUpForm
from app.accounts.identity import normal_email
from app.accounts.refusals import AddressTaken
from app.accounts.sign_ins import Right, check_own_password
from app.accounts.tables import User
from app.lib.clock import now

SAME_FORM = timedelta(minutes=30)
"""The form sent again within this time, with the same password, signs in to the account it has just made."""


@dataclass(frozen=True)
class SignedUp:
    """An account to open. `confirmation`: the token to send; None when the form had already made it."""

    user_id: int
    confirmation: str | None


async def check(form: SignUpForm) -> SignUpForm:
    """Add what only the table knows: a taken address is told together with the other mistakes."""
    if form.errors and "email" not in form.errors and await people.find_by_email(form.email):
        form.errors.add("email", AddressTaken.message)
    return form


async def sign_up(form: SignUpForm, language: str) -> SignedUp:
    """Create the account of someone who accepts the terms; sending the form twice is harmless.

    Raises `AddressTaken`.
    """
    try:
        user_id = await people.create_user(
            first_name=form.first_name,
            last_name=form.last_name,
            email=form.email,
            password=form.password,
            language=language,
            terms_accepted_at=now(),
        )
    except AddressTaken:
        return await _same_form_again(form.email, form.password)
    token = await ask_confirmation(user_id, form.email, return_to=form.suite)
    return SignedUp(user_id, token)


async def _same_form_again(email: str, password: str) -> SignedUp:
    """Wrong passwords count as on the sign-in page: this is no way around the blocks."""
    rows = await User.select(User.id).where(
        (User.email_normalised == normal_email(email)) & (User.created_at > now() - SAME_FORM)
    )
    if rows and isinstance(await check_own_password(rows[0]["id"], password), Right):
        return SignedUp(rows[0]["id"], confirmation=None)
    raise AddressTaken
