from __future__ import annotations

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.forms import Errors, FormTooLarge, parse_form
from app.web.messages import Message


def test_values_come_clean() -> None:
    form = parse_form(urlencode({"name": "  Loui\u0301se\x00 \r\n", "text": "un\r\ndeux\rtrois"}).encode())
    assert form.text("name") == "Louíse"
    assert form.text("text") == "un\ndeux\ntrois"
    assert form.raw["name"] == ["  Loui\u0301se\x00 \r\n"]


def test_an_absent_field_is_empty() -> None:
    form = parse_form(b"")
    assert (form.text("a"), form.all("a"), form.flag("a"), form.fields("a")) == ("", [], False, {})


def test_one_ticked_box_of_several_is_still_a_list() -> None:
    assert parse_form(b"answer=p1").all("answer") == ["p1"]
    assert parse_form(b"answer=p1&answer=p2").all("answer") == ["p1", "p2"]


@pytest.mark.parametrize(("sent", "ticked"), [("yes", True), ("on", True), ("", False), ("0", False), ("false", False)])
def test_a_box(sent: str, ticked: bool) -> None:
    assert parse_form(f"terms={sent}".encode()).flag("terms") is ticked


def test_fields_by_prefix() -> None:
    form = parse_form(b"answer.lat=1&answer.lon=2&answer.lon=3&answer=4&other=5")
    assert form.fields("answer.") == {"lat": ["1"], "lon": ["2", "3"]}


@pytest.mark.parametrize("body", [b"name=%FF%FEabc", b"name=\xff\xfeabc"])
def test_bad_bytes_are_replaced(body: bytes) -> None:
    assert parse_form(body).text("name") == "\ufffd\ufffdabc"


def test_too_many_fields_are_refused() -> None:
    with pytest.raises(FormTooLarge):
        parse_form(b"&".join(b"a=1" for _ in range(1001)))


@given(st.binary(max_size=300))
def test_no_bytes_break_it(body: bytes) -> None:
    form = parse_form(body)
    for name in form.raw:
        assert "\0" not in form.text(name)


@given(st.dictionaries(st.text(min_size=1), st.lists(st.text(), min_size=1, max_size=3), max_size=5))
def test_what_was_sent_is_in_raw(sent: dict[str, list[str]]) -> None:
    assert parse_form(urlencode(sent, doseq=True).encode()).raw == sent


def test_the_first_error_of_a_field_is_kept() -> None:
    errors = Errors()
    errors.add("email", "Saisissez une adresse")
    errors.add("email", Message("Autre chose"))
    assert errors == {"email": Message("Saisissez une adresse")}
