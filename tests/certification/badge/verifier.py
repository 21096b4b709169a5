"""A verifier of badges that is not ours: packages of npm, in `verify.mjs`."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import httpx
import pytest

HERE = Path(__file__).parent
HOST = "https://pix.test"


def read(badge: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The header and the claims of a badge, whoever signed it."""
    header, claims, _ = badge.split(".")
    return _decoded(header), _decoded(claims)


def changed(badge: str, old: str, new: str) -> str:
    """The same signature, under claims where a word was replaced."""
    header, claims, signature = badge.split(".")
    text = _bytes(claims).decode()
    assert old in text
    return ".".join((header, base64.urlsafe_b64encode(text.replace(old, new).encode()).decode().rstrip("="), signature))


async def followed(anyone: httpx.AsyncClient, badge: str) -> dict[str, Any]:
    """What anybody finds at the addresses that a badge names, without an account."""
    header, claims = read(badge)
    subject, status = claims["credentialSubject"], claims["credentialStatus"]
    found = {}
    for address in (header["kid"], claims["issuer"]["id"], subject["achievement"]["id"], status["id"]):
        answer = await anyone.get(address.removeprefix(HOST))
        assert answer.status_code == 200, address
        assert answer.headers["access-control-allow-origin"] == "*"
        found[address] = answer.json()
    return found


def verified(badges: Mapping[str, str], documents: Mapping[str, Any]) -> Mapping[str, Sequence[str]]:
    """What is wrong with each badge, when this is what is found at the addresses."""
    if not (shutil.which("node") and (HERE / "node_modules" / "jose").is_dir()):
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"No verifier here: npm ci --prefix {HERE}.")
    asked = json.dumps({"badges": badges, "documents": documents})
    done = subprocess.run(["node", HERE / "verify.mjs"], input=asked, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    answer: Mapping[str, Sequence[str]] = json.loads(done.stdout)
    return answer


def _decoded(part: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_bytes(part))
    return found


def _bytes(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
