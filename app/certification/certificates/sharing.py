"""The verbs of sharing: an address that nobody guesses shows the certificate, until its holder takes it back."""

from __future__ import annotations

import re
import secrets
from datetime import datetime

from app.certification.certificates.queries import own_certificate
from app.certification.tables import Candidate, CertificationTest
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id

_BYTES = 16
_KEY = re.compile(r"[A-Za-z0-9_-]{22}")


def draw_key() -> str:
    """128 bits, in 22 characters that addresses hold as they are."""
    return secrets.token_urlsafe(_BYTES)


def is_key(text: str) -> bool:
    return _KEY.fullmatch(text) is not None


async def share(user: int, candidate: int, at: datetime) -> None:
    """Twice, the first address stays. Raises NotFound for a certificate that is not hers, or not obtained."""
    await own_certificate(user, candidate)
    await CertificationTest.update({CertificationTest.shared_key: draw_key(), CertificationTest.shared_at: at}).where(
        (CertificationTest.candidate == candidate) & CertificationTest.shared_key.is_null()
    )


async def unshare(user: int, candidate: int) -> None:
    """The address shows nothing any more, and never will again; twice is harmless. Raises NotFound if not hers."""
    hers = (Candidate.id == candidate) & (Candidate.user == user)
    if not is_row_id(candidate) or not await Candidate.exists().where(hers):
        raise NotFound
    await forget_keys(candidate)


async def forget_keys(*candidates: int) -> None:
    """What these candidates shared by a link is shared no more."""
    if candidates:
        await CertificationTest.update({CertificationTest.shared_key: None, CertificationTest.shared_at: None}).where(
            CertificationTest.candidate.is_in(list(candidates))
        )
