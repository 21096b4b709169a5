"""The verbs of a target profile made by the service. Each is noted in the log, and safe to repeat."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.accounts.audit import record
from app.campaigns.target_profiles import tables
from app.campaigns.target_profiles.badges import Badge
from app.campaigns.target_profiles.definition import Definition, encode
from app.campaigns.target_profiles.queries import badges_of, stages_of
from app.campaigns.target_profiles.rows import badge_row, stage_row
from app.campaigns.target_profiles.stages import Stage
from app.campaigns.target_profiles.tables import TargetProfile, TargetProfileShare
from app.lib.codes import ID_ALPHABET
from app.lib.refusals import NotFound
from app.organisations.tables import Organisation
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction

KEY_LENGTH = 8


@dataclass(frozen=True)
class Words:
    """What may change at any time: how a profile is called, presented and offered."""

    name: str
    description: str
    category: str
    comment: str
    public: bool


def key_of(sending: str, prefix: str = "tp-") -> str:
    """The key of what a form makes: the same form sent twice makes the same key."""
    number = int.from_bytes(hashlib.sha256(sending.encode()).digest())
    drawn = []
    for _ in range(KEY_LENGTH):
        number, place = divmod(number, len(ID_ALPHABET))
        drawn.append(ID_ALPHABET[place])
    return prefix + "".join(drawn)


async def create(
    words: Words,
    definition: Definition,
    by: int | None,
    now: datetime,
    *,
    sending: str,
    stages: Iterable[Stage] = (),
    badges: Iterable[Badge] = (),
) -> str:
    """A new profile with its stages and badges; its key. `sending`: what makes one form different from another."""
    key = key_of(sending)
    row = TargetProfile(
        key=key,
        name=words.name,
        description=words.description,
        category=words.category,
        comment=words.comment,
        body=encode(definition),
        public=words.public,
        created_by=by,
        created_at=now,
    )
    try:
        async with write_transaction():
            await TargetProfile.insert(row)
            if made := [stage_row(key, one) for one in stages]:
                await tables.Stage.insert(*made)
            if earned := [badge_row(key, key_of(f"{sending} {rank}", "bd-"), one) for rank, one in enumerate(badges)]:
                await tables.Badge.insert(*earned)
            await record("target_profile.created", by=by, kind="target_profile", subject=key, at=now, name=words.name)
    except Exception as error:
        if not is_unique_violation(error):
            raise
    return key


async def duplicate(source: str, definition: Definition, words: Words, by: int, now: datetime, *, sending: str) -> str:
    """A copy with its stages and badges, under another key, shared with nobody; its key."""
    stages, badges = await stages_of(source), await badges_of(source)
    return await create(words, definition, by, now, sending=sending, stages=stages, badges=badges)


async def edit(key: str, words: Words, by: int, now: datetime) -> tuple[str, ...]:
    """Changes the words; which ones did. Raises NotFound."""
    wanted = {name: getattr(words, name) for name in Words.__dataclass_fields__}
    async with write_transaction():
        row = await TargetProfile.select().where(TargetProfile.key == key).first()
        if row is None:
            raise NotFound
        changed = {name: value for name, value in wanted.items() if row[name] != value}
        if not changed:
            return ()
        await TargetProfile.update(changed).where(TargetProfile.key == key)  # type: ignore[arg-type]
        fields = ", ".join(changed)
        await record("target_profile.edited", by=by, kind="target_profile", subject=key, at=now, fields=fields)
    return tuple(changed)


async def archive(key: str, by: int, now: datetime) -> None:
    """It is offered no more; the campaigns that use it go on. Raises NotFound."""
    await _set_archived(key, now, by, now)


async def unarchive(key: str, by: int, now: datetime) -> None:
    """It is offered again. Raises NotFound."""
    await _set_archived(key, None, by, now)


async def share(key: str, organisations: Iterable[int], by: int, now: datetime) -> int:
    """Lets organisations use it; how many more do. Raises NotFound."""
    async with write_transaction():
        profile = await _locked(key)
        taken = await TargetProfileShare.select(TargetProfileShare.organisation).where(
            TargetProfileShare.profile == profile
        )
        more = sorted(set(organisations) - {row["organisation"] for row in taken})
        if more:
            rows = [TargetProfileShare(profile=profile, organisation=one, created_at=now) for one in more]
            await TargetProfileShare.insert(*rows)
            await _note_share("shared", key, more, by, now)
    return len(more)


async def unshare(key: str, organisation: int, by: int, now: datetime) -> None:
    """An organisation may use it no more; its campaigns go on. Raises NotFound."""
    async with write_transaction():
        profile = await _id_of(key)
        gone = (
            await TargetProfileShare.delete()
            .where((TargetProfileShare.profile == profile) & (TargetProfileShare.organisation == organisation))
            .returning(TargetProfileShare.id)
        )
        if gone:
            await _note_share("unshared", key, [organisation], by, now)


async def known_organisations(organisations: Iterable[int]) -> set[int]:
    """Those that exist."""
    asked = sorted(set(organisations))
    if not asked:
        return set()
    rows = await Organisation.select(Organisation.id).where(Organisation.id.is_in(asked))
    return {row["id"] for row in rows}


async def _set_archived(key: str, at: datetime | None, by: int, now: datetime) -> None:
    async with write_transaction():
        profile = await _id_of(key)
        state = TargetProfile.archived_at.is_null() if at else TargetProfile.archived_at.is_not_null()
        rows = (
            await TargetProfile.update({TargetProfile.archived_at: at})
            .where((TargetProfile.id == profile) & state)
            .returning(TargetProfile.id)
        )
        if rows:
            action = "target_profile.archived" if at else "target_profile.unarchived"
            await record(action, by=by, kind="target_profile", subject=key, at=now)


async def _id_of(key: str) -> int:
    row = await TargetProfile.select(TargetProfile.id).where(TargetProfile.key == key).first()
    if row is None:
        raise NotFound
    return int(row["id"])


async def _locked(key: str) -> int:
    """Its id; whoever else asks waits until this transaction ends, and then reads what it wrote."""
    rows = (
        await TargetProfile.update({TargetProfile.key: key}).where(TargetProfile.key == key).returning(TargetProfile.id)
    )
    if not rows:
        raise NotFound
    return int(rows[0]["id"])


async def _note_share(what: str, key: str, organisations: list[int], by: int, now: datetime) -> None:
    names = ", ".join(str(one) for one in organisations)
    action = f"target_profile.{what}"
    await record(action, by=by, kind="target_profile", subject=key, at=now, organisations=names)
