"""The form of a badge: its words, its drawing, what it asks for."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

from app.accounts.identity import clean_name
from app.campaigns.target_profiles.badges import ICONS, MOST_CRITERIA, Badge, Criterion, criterion_faults
from app.lib.codes import draw_id
from app.lib.msgids import N_
from app.web.forms import Errors, Form
from app.web.messages import Message

LONGEST_TITLE = 255
LONGEST_MESSAGE = 5_000
LONGEST_TOKEN = 40
MOST_GROUPS = MOST_CRITERIA - 1
WHOLE = 0
"""The number of the criterion on all the skills of the campaign; groups of topics are numbered from 1."""
_NUMBER = re.compile(r"(\d{1,4})\s*%?", re.ASCII)


@dataclass(frozen=True)
class TypedGroup:
    """A criterion on some topics, as someone filled it in; `topics`: topic -> level chosen, for those that are."""

    number: int
    name: str = ""
    threshold: str = ""
    topics: dict[str, str] = field(default_factory=dict)

    @property
    def is_blank(self) -> bool:
        return not (self.name or self.threshold or self.topics)


@dataclass(frozen=True)
class TypedBadge:
    """The form as someone filled it in: shown again when something is to correct."""

    title: str = ""
    message: str = ""
    alt: str = ""
    icon: str = "star"
    always_visible: bool = False
    certifiable: bool = False
    whole: str = ""
    """Threshold over all the skills of the campaign; empty for no such criterion."""
    groups: tuple[TypedGroup, ...] = (TypedGroup(1),)
    client_token: str = ""

    @property
    def kept(self) -> list[TypedGroup]:
        return [one for one in self.groups if not one.is_blank]

    @property
    def can_grow(self) -> bool:
        return len(self.groups) < MOST_GROUPS


def blank() -> TypedBadge:
    return TypedBadge(client_token=draw_id())


def as_it_is(badge: Badge) -> TypedBadge:
    """The form before anything is typed, with a criterion to fill in."""
    whole = next((one for one in badge.criteria if not one.topics), None)
    capped = [one for one in badge.criteria if one.topics]
    groups = [
        TypedGroup(number, one.name, str(one.threshold), {topic: str(level) for topic, level in one.topics.items()})
        for number, one in enumerate(capped, 1)
    ]
    return TypedBadge(
        badge.title,
        badge.message,
        badge.alt,
        badge.icon,
        badge.always_visible,
        badge.certifiable,
        "" if whole is None else str(whole.threshold),
        _with_one_more(groups),
    )


def read_badge(form: Form) -> TypedBadge:
    """What was typed."""
    numbers = sorted({int(name) for name in form.fields("threshold.") if re.fullmatch("[1-9]", name, re.ASCII)})
    groups = tuple(_group(form, number) for number in numbers)
    return TypedBadge(
        clean_name(form.text("title")),
        form.text("message"),
        clean_name(form.text("alt")),
        form.text("icon"),
        form.flag("always_visible"),
        form.flag("certifiable"),
        form.text("whole")[:20],
        groups or (TypedGroup(1),),
        form.text("client_token")[:LONGEST_TOKEN],
    )


def with_one_more(typed: TypedBadge) -> TypedBadge:
    """A group of topics more to fill in."""
    return replace(typed, groups=_with_one_more(typed.groups))


def badge_from(
    typed: TypedBadge, before: Badge | None = None, *, criteria: tuple[Criterion, ...] | None = None
) -> Badge:
    """The badge of the form; `before`: the one that it changes, `criteria`: its own when they do not move."""
    return Badge(
        before.id if before else 0,
        before.key if before else "",
        typed.title,
        typed.message,
        typed.alt,
        typed.icon,
        typed.always_visible,
        typed.certifiable,
        tuple(one for _, one in criteria_of(typed)) if criteria is None else criteria,
    )


def criteria_of(typed: TypedBadge) -> list[tuple[int, Criterion]]:
    """Number and criterion of each that was filled in; numbers that cannot be read are -1, which is refused."""
    whole = [(WHOLE, Criterion(_number(typed.whole)))] if typed.whole else []
    return whole + [
        (
            one.number,
            Criterion(_number(one.threshold), {t: _number(level) for t, level in one.topics.items()}, one.name),
        )
        for one in typed.kept
    ]


def words_to_correct(typed: TypedBadge) -> Errors:
    """What to correct in the words and the drawing."""
    errors = Errors()
    if not typed.title:
        errors.add("title", N_("Donnez un titre à ce résultat thématique."))
    for name, most in (("title", LONGEST_TITLE), ("message", LONGEST_MESSAGE), ("alt", LONGEST_TITLE)):
        if len(getattr(typed, name)) > most:
            errors.add(name, Message(N_("Ce texte est trop long : %(most)s caractères au plus."), most=most))
    if typed.icon not in ICONS:
        errors.add("icon", N_("Choisissez un dessin dans la liste."))
    return errors


def to_correct(typed: TypedBadge, caps: Mapping[str, int]) -> Errors:
    """What to correct, criteria included; `caps`: topics and levels of the target."""
    errors = words_to_correct(typed)
    if typed.whole and _number(typed.whole) < 0:
        errors.add("whole", N_("Écrivez un nombre entier, de 0 à 100."))
    for one in typed.kept:
        if _number(one.threshold) < 0:
            errors.add(f"threshold.{one.number}", N_("Écrivez le seuil de ce critère : un nombre entier, de 0 à 100."))
        if not one.topics:
            errors.add(f"topics.{one.number}", N_("Choisissez au moins un sujet pour ce critère."))
        if len(one.name) > LONGEST_TITLE:
            errors.add(f"name.{one.number}", N_("Ce nom est trop long : 255 caractères au plus."))
    numbered = criteria_of(typed)
    for position, message in criterion_faults([one for _, one in numbered], caps):
        errors.add(_field(None if position is None else numbered[position], caps), message)
    return errors


def sending_of(typed: TypedBadge, user: int) -> str:
    """What makes one form different from another."""
    return hashlib.sha256(repr((user, sorted(asdict(typed).items()))).encode()).hexdigest()


def _field(numbered: tuple[int, Criterion] | None, caps: Mapping[str, int]) -> str:
    if numbered is None:
        return "whole"
    number, criterion = numbered
    if number == WHOLE:
        return "whole"
    outside = any(not 1 <= level <= caps.get(topic, 0) for topic, level in criterion.topics.items())
    return f"topics.{number}" if outside and 0 <= criterion.threshold <= 100 else f"threshold.{number}"


def _group(form: Form, number: int) -> TypedGroup:
    topics = form.fields(f"topic.{number}.")
    return TypedGroup(
        number,
        clean_name(form.text(f"name.{number}")),
        form.text(f"threshold.{number}")[:20],
        {topic: values[0] for topic, values in topics.items() if values[0]},
    )


def _with_one_more(groups: Sequence[TypedGroup]) -> tuple[TypedGroup, ...]:
    numbered = [replace(one, number=number) for number, one in enumerate(groups, 1)]
    if len(numbered) < MOST_GROUPS:
        numbered.append(TypedGroup(len(numbered) + 1))
    return tuple(numbered)


def _number(text: str) -> int:
    found = _NUMBER.fullmatch(text)
    return int(found[1]) if found else -1
