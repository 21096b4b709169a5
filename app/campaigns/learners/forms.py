"""What is asked of the list of learners, and what its forms send."""

from __future__ import annotations

from dataclasses import dataclass

from app.accounts.identity import MAX_NAME, clean_name, is_name, unaccented
from app.lib.msgids import N_
from app.lib.row_ids import row_id
from app.web.forms import Errors, Form, parse_form
from app.web.local_paths import safe_local_path
from app.web.sorting import Sorting, sorting_of

LIST = "/orga/eleves"
COLUMNS = ("nom", "prenom", "groupe", "parcours", "dernier", "certifiable")
FROM_THE_HIGHEST = ("parcours", "dernier", "certifiable")
BY_NAME = Sorting("nom", False)
NO_GROUP = "*"
"""What an address calls those in no group: a group has a letter or a figure in its name."""
CERTIFIABLE = ("oui", "non", "inconnu")
LONGEST_SEARCH = 100
LONGEST_GROUP = 60
MOST_AT_ONCE = 100

NOBODY = N_("Cochez au moins une personne dans la liste.")
NO_GROUP_NAME = N_("Écrivez le nom du groupe.")
NOT_A_GROUP_NAME = N_("Un nom de groupe contient au moins une lettre ou un chiffre.")
LONG_GROUP_NAME = N_("Un nom de groupe a 60 caractères au plus.")
NO_FIRST_NAME = N_("Écrivez le prénom.")
NO_LAST_NAME = N_("Écrivez le nom.")
NOT_A_NAME = N_("Écrivez un nom avec des lettres, de 255 caractères au plus.")


@dataclass(frozen=True)
class Wanted:
    """Words of the name, groups (any of them), certifiability (any of `CERTIFIABLE`), order."""

    words: str
    groups: tuple[str, ...]
    certifiable: tuple[str, ...]
    sorting: Sorting

    @property
    def filtered(self) -> bool:
        return bool(self.words or self.groups or self.certifiable)

    @property
    def searched(self) -> tuple[str, ...]:
        return tuple(unaccented(self.words).split())


@dataclass(frozen=True)
class Chosen:
    """Learners ticked in the list, the group typed, and the list they were ticked in."""

    learners: tuple[int, ...]
    group: str
    suite: str


@dataclass(frozen=True)
class Identity:
    """How an organisation calls one of its learners."""

    first_name: str
    last_name: str
    group: str


def read_wanted(query: Form) -> Wanted:
    """`?q=car&groupe=3e B&certifiable=oui&tri=-parcours`; nonsense is left out."""
    groups = dict.fromkeys(one for one in query.all("groupe") if one)
    certifiable = dict.fromkeys(one for one in query.all("certifiable") if one in CERTIFIABLE)
    return Wanted(
        query.text("q")[:LONGEST_SEARCH],
        tuple(groups)[:MOST_AT_ONCE],
        tuple(certifiable),
        sorting_of(query, COLUMNS, BY_NAME),
    )


def read_chosen(form: Form, *, with_group: bool) -> tuple[Chosen, Errors]:
    """Who is ticked, and the group they are put in when there must be one."""
    errors = Errors()
    asked = [row_id(one) for one in form.all("learner")]
    learners = tuple(dict.fromkeys(asked))[:MOST_AT_ONCE]
    if not learners:
        errors.add("learner", NOBODY)
    group = read_group(form, errors) if with_group else ""
    if with_group and not group:
        errors.add("group", NO_GROUP_NAME)
    return Chosen(learners, group, _suite(form)), errors


def read_identity(form: Form) -> tuple[Identity, Errors]:
    """Names and group of one learner; without a group, none."""
    errors = Errors()
    first, last = clean_name(form.text("first_name")), clean_name(form.text("last_name"))
    for field, value, missing in (("first_name", first, NO_FIRST_NAME), ("last_name", last, NO_LAST_NAME)):
        if not value:
            errors.add(field, missing)
        elif not is_name(value):
            errors.add(field, NOT_A_NAME)
    return Identity(first[: MAX_NAME + 1], last[: MAX_NAME + 1], read_group(form, errors)), errors


def read_group(form: Form, errors: Errors) -> str:
    """The name of a group, clean; empty for none."""
    group = clean_name(form.text("group"))
    if len(group) > LONGEST_GROUP:
        errors.add("group", LONG_GROUP_NAME)
    elif group and not any(character.isalnum() for character in group):
        errors.add("group", NOT_A_GROUP_NAME)
    return group[: LONGEST_GROUP + 1]


def query_of(suite: str) -> Form:
    """The filters, the order and the page of a list's address."""
    return parse_form(suite.partition("?")[2].encode())


def _suite(form: Form) -> str:
    suite = safe_local_path(form.text("suite")) or LIST
    return suite if suite.partition("?")[0] == LIST else LIST
