"""The rules of a team: lists of addresses, and who is the last administrator."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.accounts.identity import is_email
from app.organisations.team.addresses import MOST, parse_addresses
from app.organisations.team.invitations import CODE_LENGTH, draw_code
from app.organisations.team.roles import Colleague, is_last_administrator, role_of

A, B, C = "a@blaison.example", "b@blaison.example", "c@blaison.example"
ADMINISTRATOR, OTHER, MEMBER = (
    Colleague(1, 11, "administrator"),
    Colleague(2, 12, "administrator"),
    Colleague(3, 13, "member"),
)


@pytest.mark.parametrize(
    ("typed", "right", "wrong"),
    [
        ("", (), ()),
        (" \n,; ", (), ()),
        (A, (A,), ()),
        (f"{A},{B}", (A, B), ()),
        (f"{A}, {B};{C}\n", (A, B, C), ()),
        (f"{A} {B}\r\n{C}\t", (A, B, C), ()),
        (f"{A},,;\n\n{B}", (A, B), ()),
        (f"{A} {A.upper()} {A}", (A,), ()),
        (f"{A} b@blaison c", (A,), ("b@blaison", "c")),
        ("x x x", (), ("x",)),
        ("Élise Villo <e.villo@blaison.example>", ("e.villo@blaison.example",), ()),
        (f"Élise Villo <{A}>, Sami <{B}>\n{C}", (A, B, C), ()),
        (f"<{A}>;<{B}>", (A, B), ()),
        (f'"{A}"', (A,), ()),
        ("Élise Villo", (), ("Élise", "Villo")),
        ("Élise <elise>", (), ("elise",)),
        ("<>", (), ()),
        (f"Élise <{A}> Sami <{B}> {C}", (A, B, C), ()),
        (f"{A} <{A}>", (A,), ()),
        ("<<a>>", (), ("a",)),
        ("équipe@université.example", ("équipe@université.example",), ()),
    ],
)
def test_addresses_as_people_paste_them(typed: str, right: tuple[str, ...], wrong: tuple[str, ...]) -> None:
    found = parse_addresses(typed)
    assert (tuple(found.right), tuple(found.wrong)) == (right, wrong)


@given(st.text())
def test_nothing_is_right_and_wrong_and_each_is_there_once(typed: str) -> None:
    found = parse_addresses(typed)
    assert len(set(found.right)) == len(found.right)
    assert all(is_email(one) for one in found.right)
    assert not any(is_email(one) for one in found.wrong)


@pytest.mark.parametrize("typed", ["a " * 130_000, "<" * 260_000, "<a" * 130_000, "a@" * 130_000, "@" * 260_000])
def test_a_huge_text_is_read_at_once(typed: str) -> None:
    began = time.perf_counter()
    parse_addresses(typed)
    assert time.perf_counter() - began < 2


def test_not_too_many_at_once() -> None:
    assert not parse_addresses(" ".join(f"x{n}@y.example" for n in range(MOST))).are_too_many
    assert parse_addresses(" ".join(f"x{n}@y.example" for n in range(MOST + 1))).are_too_many


@pytest.mark.parametrize(
    ("membership", "team", "last"),
    [
        (1, [ADMINISTRATOR], True),
        (1, [ADMINISTRATOR, MEMBER], True),
        (1, [ADMINISTRATOR, OTHER], False),
        (2, [ADMINISTRATOR, OTHER, MEMBER], False),
        (3, [ADMINISTRATOR, MEMBER], False),
        (3, [MEMBER], False),
        (9, [ADMINISTRATOR, MEMBER], False),
        (1, [], False),
    ],
)
def test_the_last_administrator(membership: int, team: list[Colleague], last: bool) -> None:
    assert is_last_administrator(membership, team) is last


@pytest.mark.parametrize(
    ("typed", "role"), [("member", "member"), ("administrator", "administrator"), ("", None), ("admin", None)]
)
def test_roles_in_forms(typed: str, role: str | None) -> None:
    assert role_of(typed) == role


def test_codes_are_ten_capitals_and_digits() -> None:
    codes = {draw_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(len(code) == CODE_LENGTH and code.isalnum() and code == code.upper() for code in codes)
