"""Releases in the database, and the one in memory that requests read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from app.content.bank import Bank
from app.content.checks import check
from app.content.index import ContentIndex, build_index
from app.content.media import fingerprint
from app.content.problems import Problem
from app.content.reading import read_tree
from app.content.release import Release, build_release
from app.content.tables import ChallengeBody, ContentRelease, MediaFile
from app.lib.msgids import N_
from app.lib.refusals import Refusal
from app.persistence.transactions import write_transaction

KEPT_RELEASES = 8
INSERTED_AT_ONCE = 200


class ContentRefused(Exception):
    """The tree has problems: nothing was loaded."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class NoRelease(Refusal):
    """No content was ever loaded: run `pix content load`."""

    status = 503
    message = N_("Pix n’a encore aucune épreuve. La personne qui l’installe doit d’abord charger le contenu.")


_indexes: dict[int, ContentIndex] = {}
_current: ContentIndex | None = None


def current_index(language: str = "fr") -> ContentIndex:
    """The release served now, with the words of a language where it has some. `refresh()` must have run once."""
    if _current is None:
        raise NoRelease
    return _current.in_language(language)


async def index_of(release: int) -> ContentIndex:
    """An older release, for an assessment that began with it."""
    found = _indexes.get(release)
    if found is None:
        rows = await ContentRelease.raw("SELECT id, manifest FROM content_release WHERE id = {}", release)
        found = await _build(rows[0])
        _remember(found)
    return found


async def refresh() -> bool:
    """Takes the newest release into memory. True when there is one."""
    global _current
    rows = await ContentRelease.raw(
        "SELECT id FROM content_release WHERE current = {} ORDER BY created_at DESC, id DESC LIMIT 1", True
    )
    if not rows:
        _current = None
        return False
    if _current is None or _current.release != rows[0]["id"]:
        _current = await index_of(rows[0]["id"])
    return True


def forget() -> None:
    """Empties the memory (a process that changes database: tests, commands)."""
    global _current
    _current = None
    _indexes.clear()


async def load_tree(root: Path, at: datetime) -> tuple[ContentIndex, bool]:
    """Checks a tree and makes it the current release. The index, and whether anything is new.

    Raises ContentRefused with every problem, having stored nothing.
    """
    bank = read_tree(root)
    problems = check(bank)
    if problems:
        raise ContentRefused(problems)
    new = await store(bank, build_release(bank), at)
    await refresh()
    return current_index(), new


async def store(bank: Bank, release: Release, at: datetime) -> bool:
    """Stores a release with its bodies and files, in one transaction. False when it was the current one already."""
    rows = await ContentRelease.raw(
        "SELECT id, current FROM content_release WHERE fingerprint = {}", release.fingerprint
    )
    if rows and rows[0]["current"]:
        return False
    bodies, files = _bodies(bank, release), _files(bank)
    async with write_transaction():
        await _insert_missing(ChallengeBody, bodies)
        await _insert_missing(MediaFile, files)
        await ContentRelease.update({ContentRelease.current: False}, force=True)
        if rows:
            await ContentRelease.update({ContentRelease.current: True, ContentRelease.created_at: at}).where(
                ContentRelease.id == rows[0]["id"]
            )
        else:
            await ContentRelease.insert(
                ContentRelease(
                    fingerprint=release.fingerprint,
                    manifest=release.manifest.decode(),
                    current=True,
                    created_at=at,
                )
            )
    return True


async def media_file(name: str) -> tuple[str, bytes] | None:
    """Type and bytes of a file by its fingerprint."""
    rows = await MediaFile.raw("SELECT type, content FROM media_file WHERE fingerprint = {}", name)
    return (str(rows[0]["type"]), bytes(rows[0]["content"])) if rows else None


def _bodies(bank: Bank, release: Release) -> dict[str, ChallengeBody]:
    return {
        name: ChallengeBody(
            fingerprint=name,
            challenge=playable,
            version=bank.challenges[playable].body.version,
            body=release.bodies[name].decode(),
        )
        for name, playable in release.playable.items()
    }


def _files(bank: Bank) -> dict[str, MediaFile]:
    found: dict[str, MediaFile] = {}
    for stored in (*bank.challenges.values(), *bank.translations.values()):
        folder = bank.root / bank.sources["challenge", stored.id].path.parent
        for media in stored.media:
            if media.fingerprint not in found:
                content = (folder / media.name).read_bytes()
                found[fingerprint(content)] = MediaFile(fingerprint=media.fingerprint, type=media.type, content=content)
    return found


async def _insert_missing(table: Any, rows: Mapping[str, Any]) -> None:
    known = {row["fingerprint"] for row in await table.select(table.fingerprint)}
    missing = [row for name, row in rows.items() if name not in known]
    for start in range(0, len(missing), INSERTED_AT_ONCE):
        await table.insert(*missing[start : start + INSERTED_AT_ONCE])


async def _build(row: Mapping[str, Any]) -> ContentIndex:
    bodies = await ChallengeBody.raw("SELECT fingerprint, body FROM challenge_body")
    return build_index(
        int(row["id"]),
        str(row["manifest"]).encode(),
        {b["fingerprint"]: str(b["body"]).encode() for b in bodies},
    )


def _remember(index: ContentIndex) -> None:
    _indexes[index.release] = index
    while len(_indexes) > KEPT_RELEASES:
        del _indexes[min(_indexes)]
