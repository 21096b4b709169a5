"""The keys that sign badges."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from app.certification.badge.keys import badge_keys
from app.settings import SettingsError

SECRET = "a secret of at least thirty-two characters"


def pem(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, *, private: bool = True) -> str:
    if private:
        return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


@pytest.fixture(scope="module")
def new() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


def test_without_a_key_one_is_derived_and_is_the_same_on_every_machine() -> None:
    badge_keys.cache_clear()
    (first,) = badge_keys("", SECRET)
    badge_keys.cache_clear()
    (again,), (other,) = badge_keys("", SECRET), badge_keys("", SECRET + "!")
    assert first.algorithm == "ES256"
    assert first.name == again.name != other.name


def test_the_first_key_signs_and_the_former_ones_are_still_published(new: rsa.RSAPrivateKey) -> None:
    former = ec.generate_private_key(ec.SECP256R1())
    keys = badge_keys(pem(new) + "\n" + pem(former, private=False), SECRET)
    assert [one.algorithm for one in keys] == ["RS256", "ES256"]
    (then,) = badge_keys(pem(former), SECRET)
    assert keys[1].name == then.name
    assert keys[0].name != keys[1].name


def test_nothing_private_is_published(new: rsa.RSAPrivateKey) -> None:
    for one in (*badge_keys(pem(new), SECRET), *badge_keys("", SECRET)):
        assert set(one.published("https://pix.test/cle")) <= {"kty", "n", "e", "crv", "x", "y", "kid", "use", "alg"}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----", "cannot be read"),
        (pem(ec.generate_private_key(ec.SECP384R1())), "must be an RSA key"),
        (pem(rsa.generate_private_key(65537, 1024)), "must be an RSA key"),
    ],
)
def test_a_key_that_cannot_be_used_is_refused(wrong: str, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        badge_keys(wrong, SECRET)
