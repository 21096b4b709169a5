"""What this room keeps about someone: shown, taken away, erased."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts import personal_data
from app.accounts.declared_needs import needs_of
from app.accounts.needs import FACTORS, WORDS
from app.accounts.personal_data import Row
from app.accounts.tables import EmailToken, LearnerNeeds, User, UserSession
from app.lib.clock import now
from app.lib.msgids import N_
from app.persistence.transactions import write_transaction

ANONYMOUS_FIRST_NAME, ANONYMOUS_LAST_NAME = "Personne", "anonyme"
"""What lists show where someone who left was: the figures of a class stay true without naming anyone."""


async def erase_account(user_id: int) -> None:
    """Erase someone from every room at once, or not at all (a room may refuse)."""
    async with write_transaction():
        await personal_data.erase_everywhere(user_id)


async def _export_account(user_id: int) -> Sequence[Row]:
    return await User.select(
        User.first_name,
        User.last_name,
        User.email,
        User.email_confirmed_at,
        User.username,
        User.language,
        User.terms_accepted_at,
        User.created_at,
        User.last_signed_in_at,
        User.seen_opening_cards_at,
    ).where(User.id == user_id)


async def _export_sessions(user_id: int) -> Sequence[Row]:
    return (
        await UserSession.select(UserSession.created_at, UserSession.seen_at, UserSession.ends_at)
        .where(UserSession.user == user_id)
        .order_by(UserSession.id)
    )


async def _export_messages(user_id: int) -> Sequence[Row]:
    return (
        await EmailToken.select(EmailToken.purpose, EmailToken.email, EmailToken.created_at, EmailToken.used_at)
        .where(EmailToken.user == user_id)
        .order_by(EmailToken.id)
    )


async def _export_needs(user_id: int) -> Sequence[Row]:
    needs = await needs_of(user_id)
    if not needs:
        return []
    percent = round((FACTORS[needs.extra_time] - 1) * 100)
    return [{**{mark: mark in needs.marks for mark in WORDS}, "extra_time_percent": percent}]


async def _erase_account(user_id: int) -> None:
    """The row stays, empty: what others counted keeps its place. Of its creation only the month stays."""
    rows = await User.select(User.created_at).where(User.id == user_id)
    month = rows[0]["created_at"].replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    await User.update(
        {
            User.first_name: ANONYMOUS_FIRST_NAME,
            User.last_name: ANONYMOUS_LAST_NAME,
            User.search_name: "",
            User.email: None,
            User.email_normalised: None,
            User.email_confirmed_at: None,
            User.username: None,
            User.password_hash: None,
            User.staff_role: None,
            User.terms_accepted_at: None,
            User.failed_sign_ins: 0,
            User.blocked_until: None,
            User.blocked_at: None,
            User.created_at: month,
            User.last_signed_in_at: None,
            User.seen_opening_cards_at: None,
            User.anonymised_at: now(),
        }
    ).where(User.id == user_id)


async def _erase_sessions(user_id: int) -> None:
    await UserSession.delete().where(UserSession.user == user_id)


async def _erase_messages(user_id: int) -> None:
    await EmailToken.delete().where(EmailToken.user == user_id)


async def _erase_needs(user_id: int) -> None:
    await LearnerNeeds.delete().where(LearnerNeeds.user == user_id)


personal_data.register(
    "account",
    _export_account,
    _erase_account,
    title=N_("Votre compte"),
    labels={
        "first_name": N_("Prénom"),
        "last_name": N_("Nom"),
        "email": N_("Adresse e-mail"),
        "email_confirmed_at": N_("Adresse confirmée le"),
        "username": N_("Identifiant"),
        "language": N_("Langue"),
        "terms_accepted_at": N_("Conditions d'utilisation acceptées le"),
        "created_at": N_("Compte créé le"),
        "last_signed_in_at": N_("Dernière connexion"),
        "seen_opening_cards_at": N_("Cartes d'accueil vues le"),
    },
)
personal_data.register(
    "sessions",
    _export_sessions,
    _erase_sessions,
    title=N_("Vos connexions en cours"),
    labels={
        "created_at": N_("Ouverte le"),
        "seen_at": N_("Vue pour la dernière fois le"),
        "ends_at": N_("Se ferme au plus tard le"),
    },
)
personal_data.register(
    "messages",
    _export_messages,
    _erase_messages,
    title=N_("Liens et codes envoyés par e-mail"),
    labels={
        "purpose": N_("Motif"),
        "email": N_("Adresse e-mail"),
        "created_at": N_("Envoyé le"),
        "used_at": N_("Utilisé le"),
    },
)
personal_data.register(
    "needs",
    _export_needs,
    _erase_needs,
    title=N_("Vos besoins"),
    labels={
        **{str(mark): words for mark, words in WORDS.items()},
        "extra_time_percent": N_("Temps en plus, en pourcentage"),
    },
)
