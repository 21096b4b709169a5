"""The rules about passwords, blocks, names, addresses and sessions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.accounts.forms import carries_an_answer
from app.accounts.identity import clean_name, is_email, is_name, normal_email, normal_username, search_text
from app.accounts.lockout import Block, block_after, minutes_left
from app.accounts.passwords import canonical_password, password_faults
from app.accounts.session_life import OWN_MACHINE, SCHOOL_MACHINE, idle_limit, life_of

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("password", "faults"),
    [
        ("Abcdefg1", ()),
        ("abcdefg1", ("upper",)),
        ("Abcdefgh", ("digit",)),
        ("ABCDEFG1", ("lower",)),
        ("Abcdef1", ("short",)),
        ("Éàçôïüñ1", ()),
        ("Ωμέγα123", ()),
        ("        ", ("upper", "lower", "digit")),
        ("", ("short", "upper", "lower", "digit")),
        ("Aa1" + "x" * 125, ()),
        ("Aa1" + "x" * 126, ("long",)),
    ],
)
def test_what_a_password_must_be(password: str, faults: tuple[str, ...]) -> None:
    assert password_faults(password) == faults


def test_an_accent_typed_in_two_strokes_is_the_same_password() -> None:
    assert canonical_password("Ete\u0301chaud1") == canonical_password("Et\u00e9chaud1")


@pytest.mark.parametrize(
    ("failures", "minutes"), [(10, 2), (20, 4), (30, 8), (40, 16)], ids=["10th", "20th", "30th", "40th"]
)
def test_every_tenth_failure_blocks_twice_as_long(failures: int, minutes: int) -> None:
    assert block_after(failures, NOON) == Block(until=NOON + timedelta(minutes=minutes))


@given(st.integers(50, 10_000))
def test_from_the_fiftieth_failure_on_only_support_unblocks(failures: int) -> None:
    assert block_after(failures, NOON) == Block(until=None)


@given(st.integers(0, 49).filter(lambda n: n % 10 != 0 or n == 0))
def test_failures_in_between_block_nothing(failures: int) -> None:
    assert block_after(failures, NOON) is None


@pytest.mark.parametrize(("seconds", "minutes"), [(120, 2), (119, 2), (61, 2), (60, 1), (1, 1), (0, 1), (-5, 1)])
def test_the_wait_is_told_in_whole_minutes(seconds: int, minutes: int) -> None:
    assert minutes_left(NOON + timedelta(seconds=seconds), NOON) == minutes


@pytest.mark.parametrize(
    "address",
    [
        "louise@exemple.fr",
        "l.carre+pix@sous.domaine.exemple.fr",
        "o'neil@exemple.ie",
        "élève@école.fr",
        "a@b.co",
        "x" * 64 + "@exemple.fr",
    ],
)
def test_addresses_accepted(address: str) -> None:
    assert is_email(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "louise",
        "louise@",
        "@exemple.fr",
        "louise@exemple",
        "louise@exemple..fr",
        "louise@-exemple.fr",
        "louise@exemple-.fr",
        "louise@127.0.0.1",
        ".louise@exemple.fr",
        "lou..ise@exemple.fr",
        "lou ise@exemple.fr",
        "a@b@exemple.fr",
        "louise@exemple.fr\nBcc: tous@exemple.fr",
        "louise@exemple.fr,autre@exemple.fr",
        "<louise@exemple.fr>",
        "x" * 65 + "@exemple.fr",
        "x@" + "y" * 64 + ".fr",
        "x@" + "y." * 130 + "fr",
        "lou\u200bise@exemple.fr",
        "lou\u00a0ise@exemple.fr",
    ],
)
def test_addresses_refused(address: str) -> None:
    assert not is_email(address)


@given(st.text(max_size=40))
def test_no_text_breaks_the_rules(text: str) -> None:
    name = clean_name(text)
    assert clean_name(name) == name
    assert "\n" not in name
    assert normal_email(normal_email(text)) == normal_email(text)
    assert normal_username(normal_username(text)) == normal_username(text)
    is_name(name), is_email(text), password_faults(text)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Louise ", "Louise"),
        ("Jean\tPaul\n", "Jean Paul"),
        ("Zo\u0065\u0308", "Zo\u00eb"),
        ("a\u200bb\x07", "ab"),
    ],
)
def test_names_are_cleaned(typed: str, name: str) -> None:
    assert clean_name(typed) == name


@pytest.mark.parametrize(
    ("name", "accepted"), [("Ng", True), ("李", True), ("D'Arc", True), ("", False), ("12", False)]
)
def test_a_name_has_a_letter(name: str, accepted: bool) -> None:
    assert is_name(name) is accepted
    assert not is_name("x" * 256)


def test_addresses_and_identifiants_are_compared_without_case() -> None:
    assert normal_email(" Louise.CARRE@Exemple.FR ") == "louise.carre@exemple.fr"
    assert normal_username("Louise.Carré 2306") == "louise.carre2306"
    assert normal_username("𝗟ouise.Carré2306") == "louise.carre2306"


def test_searches_look_into_names_without_accents() -> None:
    assert search_text("Élodie", "Œuvrard", "E@X.fr", None) == "elodie oeuvrard e@x.fr"


def test_pupils_are_signed_out_sooner() -> None:
    assert life_of(has_email=False) == SCHOOL_MACHINE
    assert SCHOOL_MACHINE.idle == timedelta(minutes=30)
    assert SCHOOL_MACHINE.absolute == timedelta(hours=8)
    assert life_of(has_email=True) == OWN_MACHINE
    assert OWN_MACHINE.absolute == timedelta(days=7)


def test_activity_never_goes_past_the_end_of_a_session() -> None:
    idle = timedelta(minutes=30)
    assert idle_limit(NOON, idle, NOON + timedelta(hours=8)) == NOON + idle
    assert idle_limit(NOON, idle, NOON + timedelta(minutes=5)) == NOON + timedelta(minutes=5)


@pytest.mark.parametrize(
    ("path", "carries"),
    [
        ("/evaluations/42?challenge=ch-1&answer=b", True),
        ("/evaluations/42?challenge=ch-1&answer=", True),
        ("/evaluations/42?answer.mois=mai", True),
        ("/evaluations/42?challenge=ch-1", False),
        ("/evaluations/42", False),
        (None, False),
    ],
)
def test_an_answer_in_the_address_is_recognised(path: str | None, carries: bool) -> None:
    assert carries_an_answer(path) is carries
