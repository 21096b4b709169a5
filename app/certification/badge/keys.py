"""The keys that sign badges: given, or derived from the secret of the service.

The first signs. Those that follow signed before: they are only published, so that their badges are still verified.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeAlias

import msgspec
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key
from joserfc import jws
from joserfc.jwk import ECKey, RSAKey

from app.settings import SettingsError

Key: TypeAlias = RSAKey | ECKey

_PEM = re.compile(r"-----BEGIN [A-Z ]+-----.+?-----END [A-Z ]+-----", re.DOTALL)
_PURPOSE = b"pix badge signing key, P-256"
_ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of the group of P-256 (FIPS 186-5): private keys go from 1 to one less."""
_WIDER = 8
"""Bytes more than a key has, so that the remainder favours no key (FIPS 186-5, A.2.1)."""
SMALLEST_RSA = 2048


@dataclass(frozen=True)
class BadgeKey:
    """A key, the algorithm that its kind stands for, and the name that its public part is found under."""

    key: Key
    algorithm: str

    @property
    def name(self) -> str:
        """The same for whoever computes it from the public part (RFC 7638)."""
        return self.key.thumbprint()

    def published(self, address: str) -> Mapping[str, Any]:
        """What anyone may know of it, as a JWK; `address`: where that is found, which is its `kid`."""
        public = self.key.as_dict(private=False)
        return {**public, "kid": address, "use": "sig", "alg": self.algorithm}

    def signed(self, claims: Mapping[str, Any], address: str) -> str:
        """A compact JWS: `header.payload.signature`."""
        header = {"alg": self.algorithm, "kid": address, "typ": "JWT"}
        return jws.serialize_compact(header, msgspec.json.encode(claims), self.key, [self.algorithm])


@cache
def badge_keys(pem: str, secret: str) -> Sequence[BadgeKey]:
    """The keys of these settings, the one that signs first. Raises SettingsError for one that cannot be used."""
    if not pem:
        return (BadgeKey(_derived(secret), "ES256"),)
    return tuple(map(_given, _PEM.findall(pem)))


def _derived(secret: str) -> ECKey:
    """RSA cannot be derived; P-256 can, in the same way on every machine that has the secret."""
    kdf = HKDF(SHA256(), _ORDER.bit_length() // 8 + _WIDER, salt=None, info=_PURPOSE)
    number = int.from_bytes(kdf.derive(secret.encode())) % (_ORDER - 1) + 1
    return ECKey.import_key(ec.derive_private_key(number, ec.SECP256R1()))


def _given(pem: str) -> BadgeKey:
    try:
        key = load_pem_private_key(pem.encode(), None) if "PRIVATE" in pem else load_pem_public_key(pem.encode())
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise SettingsError(f"BADGE_SIGNING_KEY holds a key that cannot be read: {error}") from error
    if isinstance(key, rsa.RSAPrivateKey | rsa.RSAPublicKey) and key.key_size >= SMALLEST_RSA:
        return BadgeKey(RSAKey.import_key(key), "RS256")
    if isinstance(key, ec.EllipticCurvePrivateKey | ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1):
        return BadgeKey(ECKey.import_key(key), "ES256")
    raise SettingsError(f"BADGE_SIGNING_KEY must be an RSA key of {SMALLEST_RSA} bits at least, or a P-256 key.")
