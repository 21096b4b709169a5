"""What a badge says of somebody, and the claims that are signed. Pure.

Source: Open Badges 3.0 (1EdTech), OpenBadgeCredential and « JSON Web Token Proof Format »; the status is their
« Revocation List », which the verification of the same specification looks at.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from app.certification.badge.achievements import CONTEXTS, Document, Translate, achievement, issuer, score_of
from app.certification.badge.addresses import Addresses, Said
from app.certification.certificates.queries import Certificate

_EXTENSIONS: Final = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
_SCHEMA: Final = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
STATUS_TYPE: Final = "1EdTechRevocationList"


@dataclass(frozen=True)
class Holder:
    """Who the badge is about. `email`: what her account has confirmed, if anything; `salt`: drawn for this file."""

    name: str
    email: str | None
    salt: str


def credential(one: Certificate, holder: Holder, at: Addresses, words: Translate, language: str) -> Document:
    """Its badge. Neither birth, nor code, nor comment of the jury is in it."""
    said = Said(one.test, one.outcome.id, one.names_edition)
    here, what = at.credential(said), achievement(at, one.outcome.level, words, language)
    return {
        "@context": [*CONTEXTS, _EXTENSIONS],
        "id": here,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": what["name"],
        "issuer": issuer(at),
        "validFrom": _moment(one.published_at),
        "awardedDate": _moment(one.started_at),
        "credentialSubject": {
            "id": f"{here}#titulaire",
            "type": ["AchievementSubject"],
            "identifier": _identity(holder),
            "achievement": what,
            "result": [
                {"type": ["Result"], "resultDescription": score_of(what["id"]), "value": str(one.outcome.score)}
            ],
        },
        "credentialStatus": {"id": at.status(said), "type": STATUS_TYPE},
        "credentialSchema": [{"id": _SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}],
    }


def claims(badge: Document) -> Mapping[str, Any]:
    """What is signed: the badge, with the claims by which a JWT says the same."""
    return {
        **badge,
        "iss": badge["issuer"]["id"],
        "jti": badge["id"],
        "nbf": int(datetime.fromisoformat(badge["validFrom"]).timestamp()),
        "sub": badge["credentialSubject"]["id"],
    }


def status(at: Addresses, said: Said, *, stands: bool) -> Document:
    """A list of its own for each badge: nobody learns of the others, and one that is not known is refused too."""
    refused = [] if stands else [{"id": at.credential(said), "revoked": True}]
    return {"id": at.status(said), "issuer": at.issuer, "revokedCredentials": refused}


def _identity(holder: Holder) -> Sequence[Document]:
    """Her name, as on the certificate; her address as a fingerprint, by which a wallet knows a badge of hers."""
    found = [{"type": "IdentityObject", "identityType": "name", "hashed": False, "identityHash": holder.name}]
    if holder.email:
        known = hashlib.sha256((holder.email + holder.salt).encode()).hexdigest()
        found.append(
            {
                "type": "IdentityObject",
                "identityType": "emailAddress",
                "hashed": True,
                "salt": holder.salt,
                "identityHash": f"sha256${known}",
            }
        )
    return found


def _moment(at: datetime) -> str:
    """Whole seconds: a JWT counts no less, and both must be equal."""
    return at.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
