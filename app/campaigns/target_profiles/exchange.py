"""A target profile as a file: to keep, to compare, to bring to another service. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

import msgspec

from app.accounts.identity import clean_name, unaccented
from app.campaigns.target_profiles.badges import ICONS, Badge, Criterion, criterion_faults
from app.campaigns.target_profiles.categories import CATEGORIES
from app.campaigns.target_profiles.definition import Definition, caps_of, definition_faults, goal_of_definition
from app.campaigns.target_profiles.stages import Stage, stage_faults
from app.content.index import ContentIndex
from app.lib.msgids import N_
from app.web.messages import Message

LARGEST_FILE = 200_000
LONGEST_NAME = 255
LONGEST_TEXT = 5_000
LONGEST_SLUG = 60
_OF_A_STAGE = N_("Palier %(number)s : %(what)s")
_OF_A_BADGE = N_("Résultat thématique %(number)s : %(what)s")


class StageEntry(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    title: str
    message: str
    threshold: int | None = None
    level: int | None = None
    first_skill: bool = False
    prescriber_title: str = ""
    prescriber_description: str = ""


class BadgeEntry(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    title: str
    criteria: tuple[Criterion, ...]
    message: str = ""
    alt: str = ""
    icon: str = "star"
    always_visible: bool = False
    certifiable: bool = False


class ProfileFile(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What the file holds: either topics with the highest level asked of each, or challenges in their order."""

    name: str
    format: Literal["pix-target-profile"] = "pix-target-profile"
    version: Literal[1] = 1
    category: str = "custom"
    description: str = ""
    comment: str = ""
    topics: dict[str, int] = {}
    challenges: tuple[str, ...] = ()
    stages: tuple[StageEntry, ...] = ()
    badges: tuple[BadgeEntry, ...] = ()


@dataclass(frozen=True)
class Imported:
    """A file that was read: what it holds, ready to be created."""

    name: str
    category: str
    description: str
    comment: str
    definition: Definition
    stages: tuple[Stage, ...]
    badges: tuple[Badge, ...]


_decoder = msgspec.json.Decoder(ProfileFile)
_STAGE_FIELDS = StageEntry.__struct_fields__
_BADGE_FIELDS = BadgeEntry.__struct_fields__


def file_of(
    words: tuple[str, str, str, str], definition: Definition, stages: Iterable[Stage], badges: Iterable[Badge]
) -> bytes:
    """The file, indented to be read. `words`: name, category, description, comment."""
    name, category, description, comment = words
    content = ProfileFile(
        name=name,
        category=category,
        description=description,
        comment=comment,
        topics=definition.topics,
        challenges=definition.challenges,
        stages=tuple(StageEntry(**{key: getattr(one, key) for key in _STAGE_FIELDS}) for one in stages),
        badges=tuple(BadgeEntry(**{key: getattr(one, key) for key in _BADGE_FIELDS}) for one in badges),
    )
    fields = {"format": content.format, "version": content.version, **msgspec.to_builtins(content)}
    return msgspec.json.format(msgspec.json.encode(fields), indent=2) + b"\n"


def file_words(name: str, today: date) -> str:
    """The name of the file without its extension: `20261121_profil_cible_bases-du-numerique`."""
    slug = re.sub("[^a-z0-9]+", "-", unaccented(name)).strip("-")[:LONGEST_SLUG].strip("-")
    return f"{today:%Y%m%d}_profil_cible_{slug or 'sans-nom'}"


def read_file(content: bytes) -> Imported | None:
    """What a file holds; None when it is no such file."""
    try:
        read = _decoder.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return Imported(
        name=clean_name(read.name),
        category=read.category,
        description=_clean(read.description),
        comment=_clean(read.comment),
        definition=Definition(read.topics, read.challenges),
        stages=tuple(_stage(one) for one in read.stages),
        badges=tuple(_badge(one) for one in read.badges),
    )


def import_faults(read: Imported, index: ContentIndex) -> Iterator[Message]:
    """Everything that keeps it from being created."""
    if not read.name or len(read.name) > LONGEST_NAME:
        yield Message(N_("Le nom du profil manque, ou dépasse 255 caractères."))
    if read.category not in CATEGORIES:
        yield Message(N_("La catégorie « %(name)s » n’existe pas."), name=read.category[:40])
    if max(len(read.description), len(read.comment)) > LONGEST_TEXT:
        yield Message(N_("La description ou le commentaire dépasse 5 000 caractères."))
    yield from definition_faults(read.definition, index)
    caps = caps_of(goal_of_definition(read.definition, index), index)
    for fault in stage_faults(read.stages, max(caps.values(), default=0)):
        what = Message(fault.message)
        yield what if fault.position is None else Message(_OF_A_STAGE, number=fault.position + 1, what=what)
    for number, badge in enumerate(read.badges, 1):
        yield from (Message(_OF_A_BADGE, number=number, what=what) for what in _badge_faults(badge, caps))


def _badge_faults(badge: Badge, caps: dict[str, int]) -> Iterator[Message]:
    if not badge.title or max(len(badge.title), len(badge.alt)) > LONGEST_NAME:
        yield Message(N_("Donnez-lui un titre, de 255 caractères au plus."))
    if len(badge.message) > LONGEST_TEXT:
        yield Message(N_("Son message dépasse 5 000 caractères."))
    if badge.icon not in ICONS:
        yield Message(N_("Ce dessin n’existe pas."))
    yield from (Message(what) for _, what in criterion_faults(badge.criteria, caps))


def _stage(entry: StageEntry) -> Stage:
    return Stage(
        title=clean_name(entry.title),
        message=_clean(entry.message),
        threshold=entry.threshold,
        level=entry.level,
        first_skill=entry.first_skill,
        prescriber_title=clean_name(entry.prescriber_title),
        prescriber_description=_clean(entry.prescriber_description),
    )


def _badge(entry: BadgeEntry) -> Badge:
    return Badge(
        id=0,
        key="",
        title=clean_name(entry.title),
        message=_clean(entry.message),
        alt=clean_name(entry.alt),
        icon=entry.icon,
        always_visible=entry.always_visible,
        certifiable=entry.certifiable,
        criteria=entry.criteria,
    )


def _clean(text: str) -> str:
    return text.replace("\0", "").replace("\r\n", "\n").strip()
