"""Tables of the content: releases, every body ever served, every file ever served."""

from __future__ import annotations

from piccolo.columns import BigInt, Boolean, Bytea, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table


class ContentRelease(Table, tablename="content_release"):
    """What learners could meet from a moment on. Never changed; the newest current one is served."""

    id: Serial

    fingerprint = Varchar(length=32, unique=True)
    manifest = Text()
    current = Boolean(default=False)
    created_at = Timestamptz(null=True, default=None)


class ChallengeBody(Table, tablename="challenge_body"):
    """A challenge as it was at some time: answers point here, so any past answer can be shown and graded again."""

    id: Serial

    fingerprint = Varchar(length=32, unique=True)
    challenge = Varchar(length=64, index=True)
    version = BigInt()
    body = Text()


class MediaFile(Table, tablename="media_file"):
    """An illustration or attachment, by the fingerprint of its bytes."""

    id: Serial

    fingerprint = Varchar(length=20, unique=True)
    type = Varchar(length=100)
    content = Bytea()


UNIQUE_INDEXES: list[tuple[str, tuple[str, ...]]] = []
