"""The forms of a target profile: creation, words, sharing, import."""

from __future__ import annotations

import hashlib
import re
from dataclasses import asdict, dataclass, field

from app.accounts.identity import clean_name
from app.campaigns.target_profiles.categories import CATEGORIES
from app.campaigns.target_profiles.definition import Definition, definition_faults
from app.campaigns.target_profiles.queries import Profile
from app.campaigns.target_profiles.target_profiles import Words
from app.content.index import ContentIndex
from app.lib.codes import draw_id
from app.lib.msgids import N_
from app.web.forms import Errors, Form
from app.web.messages import Message

LONGEST_NAME = 255
LONGEST_TEXT = 5_000
LONGEST_TOKEN = 40
MOST_ORGANISATIONS = 200
_SEPARATORS = re.compile(r"[\s,;]+")


@dataclass(frozen=True)
class TypedProfile:
    """The form as someone filled it in: shown again when something is to correct."""

    name: str = ""
    category: str = "custom"
    description: str = ""
    comment: str = ""
    public: bool = False
    kind: str = "topics"
    """`topics`, or `challenges` for a fixed list."""
    topics: dict[str, str] = field(default_factory=dict)
    """Topic -> level chosen, for those that are."""
    challenges: str = ""
    """One challenge on each line."""
    client_token: str = ""

    @property
    def chosen(self) -> int:
        """How many topics."""
        return len(self.topics)


@dataclass(frozen=True)
class TypedShare:
    """Organisations to share with, by number or as another profile is."""

    organisations: str = ""
    like: str = ""

    @property
    def numbers(self) -> list[str]:
        return [one for one in _SEPARATORS.split(self.organisations) if one]


def blank() -> TypedProfile:
    return TypedProfile(client_token=draw_id())


def as_it_is(profile: Profile) -> TypedProfile:
    """The form that changes the words, before anything is typed."""
    words = {name: getattr(profile, name) for name in ("name", "category", "description", "comment")}
    return TypedProfile(**words, public=profile.public)


def read_profile(form: Form) -> TypedProfile:
    """What was typed to create a profile, or to change its words."""
    return TypedProfile(
        name=clean_name(form.text("name")),
        category=form.text("category"),
        description=form.text("description"),
        comment=form.text("comment"),
        public=form.flag("public"),
        kind="challenges" if form.text("kind") == "challenges" else "topics",
        topics={topic: values[0] for topic, values in form.fields("topic.").items() if values[0]},
        challenges=form.text("challenges"),
        client_token=form.text("client_token")[:LONGEST_TOKEN],
    )


def words_of(typed: TypedProfile) -> Words:
    return Words(typed.name, typed.description, typed.category, typed.comment, typed.public)


def definition_of(typed: TypedProfile) -> Definition:
    """What was chosen; a level that is no number is 0, which no topic has."""
    if typed.kind == "challenges":
        return Definition(challenges=tuple(typed.challenges.split()))
    return Definition({topic: int(level) if _is_digit(level) else 0 for topic, level in typed.topics.items()})


def words_to_correct(typed: TypedProfile) -> Errors:
    """What to correct in the words."""
    errors = Errors()
    if not typed.name:
        errors.add("name", N_("Donnez un nom à ce profil cible."))
    elif len(typed.name) > LONGEST_NAME:
        errors.add("name", Message(N_("Ce nom est trop long : %(most)s caractères au plus."), most=LONGEST_NAME))
    if typed.category not in CATEGORIES:
        errors.add("category", N_("Choisissez une catégorie dans la liste."))
    for name in ("description", "comment"):
        if len(getattr(typed, name)) > LONGEST_TEXT:
            errors.add(name, Message(N_("Ce texte est trop long : %(most)s caractères au plus."), most=LONGEST_TEXT))
    return errors


def to_correct(typed: TypedProfile, index: ContentIndex) -> Errors:
    """What to correct to create the profile."""
    errors = words_to_correct(typed)
    for fault in definition_faults(definition_of(typed), index):
        errors.add("challenges" if typed.kind == "challenges" else "topics", fault)
    return errors


def sending_of(typed: TypedProfile, user: int) -> str:
    """What makes one form different from another."""
    return hashlib.sha256(repr((user, sorted(asdict(typed).items()))).encode()).hexdigest()


def read_share(form: Form) -> TypedShare:
    return TypedShare(form.text("organisations")[:LONGEST_TEXT], form.text("like")[:64])


def numbers_to_correct(typed: TypedShare) -> Errors:
    """What to correct before looking the organisations up."""
    errors = Errors()
    wrong = [one for one in typed.numbers if not (_is_digit(one) and len(one) < 10)]
    if not typed.numbers and not typed.like:
        errors.add("organisations", N_("Donnez au moins un numéro d’organisation, ou choisissez un profil cible."))
    elif wrong:
        errors.add("organisations", Message(N_("« %(name)s » n’est pas un numéro."), name=wrong[0][:40]))
    elif len(typed.numbers) > MOST_ORGANISATIONS:
        errors.add("organisations", N_("200 organisations au plus à la fois."))
    return errors


def unknown_organisations(typed: TypedShare, known: set[int]) -> Errors:
    """What to correct when some numbers are nobody's."""
    errors = Errors()
    missing = [one for one in typed.numbers if int(one) not in known]
    if missing:
        names = ", ".join(missing[:10])
        errors.add("organisations", Message(N_("Aucune organisation n’a ce numéro : %(names)s."), names=names))
    return errors


def _is_digit(text: str) -> bool:
    return text.isascii() and text.isdigit()
