"""Files beside a challenge: what they are, how big, and the fingerprint they are served under."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

import imagesize
import msgspec

from app.lib.msgids import N_

MAX_IMAGE_BYTES = 60_000
MAX_ATTACHMENT_BYTES = 200_000
IMAGES = {
    ".webp": "image/webp",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".jpg": "image/jpeg",
    ".avif": "image/avif",
}
ATTACHMENTS = {
    ".ods": (N_("tableur"), "application/vnd.oasis.opendocument.spreadsheet"),
    ".xlsx": (N_("tableur"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ".odt": (N_("texte"), "application/vnd.oasis.opendocument.text"),
    ".docx": (N_("texte"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".odp": (N_("présentation"), "application/vnd.oasis.opendocument.presentation"),
    ".pptx": (N_("présentation"), "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ".csv": (N_("données"), "text/csv"),
    ".txt": (N_("texte brut"), "text/plain"),
    ".log": (N_("journal"), "text/plain"),
    ".md": (N_("texte brut"), "text/plain"),
    ".zip": (N_("archive"), "application/zip"),
    ".html": (N_("page web"), "text/html"),
    ".css": (N_("feuille de style"), "text/css"),
    ".json": (N_("données"), "application/json"),
    ".xml": (N_("données"), "application/xml"),
    ".eml": (N_("message"), "message/rfc822"),
    ".ics": (N_("agenda"), "text/calendar"),
    ".vcf": (N_("contact"), "text/vcard"),
    ".py": (N_("programme"), "text/plain"),
    ".ini": (N_("configuration"), "text/plain"),
    ".conf": (N_("configuration"), "text/plain"),
    ".pdf": (N_("document"), "application/pdf"),
    ".jpg": (N_("image"), "image/jpeg"),
    ".jpeg": (N_("image"), "image/jpeg"),
    ".png": (N_("image"), "image/png"),
    ".webp": (N_("image"), "image/webp"),
    ".svg": (N_("image"), "image/svg+xml"),
    ".gif": (N_("image"), "image/gif"),
    ".wav": (N_("son"), "audio/wav"),
    ".srt": (N_("sous-titres"), "text/plain"),
    ".vtt": (N_("sous-titres"), "text/vtt"),
}
"""Suffix -> what a learner reads, and the type it is served with."""


class Media(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file of a challenge. Width and height are in CSS pixels, for images only."""

    name: str
    fingerprint: str
    type: str
    size: int
    use: Literal["illustration", "attachment"]
    width: int = 0
    height: int = 0

    @property
    def label(self) -> str:
        """What the file is, for the learner (a French msgid)."""
        return ATTACHMENTS.get(Path(self.name).suffix.lower(), (N_("fichier"), ""))[0]


def read_media(path: Path, use: Literal["illustration", "attachment"]) -> tuple[Media | None, str]:
    """The media and an empty text, or none and what is wrong."""
    if not path.is_file():
        return None, f"le fichier « {path.name} » n’est pas à côté de l’épreuve"
    suffix = path.suffix.lower()
    limit = MAX_IMAGE_BYTES if use == "illustration" else MAX_ATTACHMENT_BYTES
    if suffix not in (IMAGES if use == "illustration" else ATTACHMENTS):
        return None, f"« {suffix} » n’est pas un format permis ici"
    content = path.read_bytes()
    if len(content) > limit:
        return None, f"« {path.name} » pèse {len(content)} octets : {limit} au plus"
    width, height = imagesize.get(str(path)) if use == "illustration" else (0, 0)
    if use == "illustration" and (width <= 0 or height <= 0):
        return None, f"« {path.name} » n’a pas de dimensions lisibles"
    type_ = IMAGES[suffix] if use == "illustration" else ATTACHMENTS[suffix][1]
    return Media(path.name, fingerprint(content), type_, len(content), use, int(width), int(height)), ""


def fingerprint(content: bytes) -> str:
    """A short name for a content: 20 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(content).hexdigest()[:20]
