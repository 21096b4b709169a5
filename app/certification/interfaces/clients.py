"""The verbs of a partner's program: create, recognise, disable."""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime

from app.accounts import audit
from app.accounts.hashing import hash_password, verify_password
from app.certification.interfaces.scopes import read_scopes, written
from app.certification.tables import MachineClient
from app.lib.codes import draw_id
from app.lib.fingerprints import fingerprint
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction
from app.settings import settings

LONGEST_SECRET = 200
"""Characters that are looked at; ours have 43."""


@dataclass(frozen=True)
class Wanted:
    """The program to create. `token`: drawn with the form, long and random; the same form has the same one."""

    name: str
    scopes: frozenset[str]
    token: str


@dataclass(frozen=True)
class Credentials:
    """What is given to the partner. The secret is kept nowhere."""

    client_id: str
    secret: str


@dataclass(frozen=True)
class Client:
    """A program that said who it is."""

    id: int
    client_id: str
    scopes: frozenset[str]


async def create(wanted: Wanted, by: int, at: datetime) -> Credentials:
    """A new program. The same form sent again gives the same one and the same secret: an answer that was lost on the
    way, or a button pressed twice, loses nothing."""
    sending, secret = fingerprint(wanted.token, wanted.name, written(wanted.scopes), by), _secret(wanted, by)
    row = MachineClient(
        name=wanted.name,
        client_id=draw_id(24),
        secret_hash=await hash_password(secret),
        scopes=written(wanted.scopes),
        created_at=at,
        created_by=by,
        sending=sending,
    )
    try:
        async with write_transaction():
            made = (await MachineClient.insert(row).returning(MachineClient.id, MachineClient.client_id))[0]
            await audit.record(
                "client.created",
                by=by,
                kind="machine_client",
                subject=made["id"],
                at=at,
                name=wanted.name,
                scopes=written(wanted.scopes),
            )
    except Exception as error:
        if not is_unique_violation(error):
            raise
        (made,) = await MachineClient.select(MachineClient.client_id).where(MachineClient.sending == sending)
    return Credentials(made["client_id"], secret)


async def disable(client: int, by: int, at: datetime) -> None:
    """It gets no token any more, and those it has are refused. Twice is harmless. Raises NotFound."""
    async with write_transaction():
        rows = (
            await MachineClient.update({MachineClient.disabled_at: at})
            .where((MachineClient.id == (client if is_row_id(client) else 0)) & MachineClient.disabled_at.is_null())
            .returning(MachineClient.name)
        )
        if rows:
            name = rows[0]["name"]
            await audit.record("client.disabled", by=by, kind="machine_client", subject=client, at=at, name=name)
        elif not is_row_id(client) or not await MachineClient.exists().where(MachineClient.id == client):
            raise NotFound


async def recognise(client_id: str, secret: str, at: datetime) -> Client | None:
    """The program with this name and this secret; None for a wrong one, an unknown one and a disabled one alike."""
    rows = await MachineClient.select(MachineClient.id, MachineClient.secret_hash).where(
        MachineClient.client_id == (client_id if client_id.isalnum() else "")  # a NUL cannot even be asked
    )
    verdict = await verify_password(secret[:LONGEST_SECRET], rows[0]["secret_hash"] if rows else None)
    found = await client_of(rows[0]["id"]) if verdict.right else None
    if found is not None:
        await MachineClient.update({MachineClient.used_at: at}).where(MachineClient.id == found.id)
    return found


async def client_of(client: int) -> Client | None:
    """The program of a token, as it is now; None once it is disabled."""
    rows = await MachineClient.select(MachineClient.id, MachineClient.client_id, MachineClient.scopes).where(
        (MachineClient.id == client) & MachineClient.disabled_at.is_null()
    )
    if not rows:
        return None
    return Client(rows[0]["id"], rows[0]["client_id"], read_scopes(rows[0]["scopes"]))


def _secret(wanted: Wanted, by: int) -> str:
    """256 bits that only the token of the form and our key give: neither is in the database."""
    words = repr(("machine client", wanted.token, wanted.name, written(wanted.scopes), by)).encode()
    drawn = hmac.new(settings().secret_key.encode(), words, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(drawn).decode().rstrip("=")
