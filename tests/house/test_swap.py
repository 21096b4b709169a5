from __future__ import annotations

import pytest

from tests.house.swap import assert_swap_equals, canonical, swapped


def _page(main: str, title: str = "Un") -> str:
    return f'<!doctype html><html lang="fr"><head><title>{title}</title></head><body><main>{main}</main></body></html>'


OLD = _page('<div id="a"><p>un</p></div>')


def test_the_answer_takes_the_place_and_the_title() -> None:
    answer = '<title>Deux</title>\n<div id="b"><p>deux</p></div>'
    assert_swap_equals(OLD, answer, _page('<div id="b"><p>deux</p></div>', "Deux"))


def test_an_element_may_take_its_own_place() -> None:
    old = _page('<ul><li id="x">un</li> <li>autre</li></ul>')
    new = _page('<ul><li id="x">deux</li> <li>autre</li></ul>')
    assert_swap_equals(old, '<li id="x">deux</li>', new, target="#x", swap="outerHTML")


def test_spaces_and_the_order_of_attributes_do_not_count() -> None:
    assert canonical(_page('<p id="a" class="b">un   deux</p>')) == canonical(
        _page('\n<p class="b" id="a">un\ndeux</p>')
    )


@pytest.mark.parametrize("field", ["client_token"])
def test_values_drawn_anew_do_not_count(field: str) -> None:
    assert canonical(_page(f'<input name="{field}" value="1">')) == canonical(
        _page(f'<input name="{field}" value="2">')
    )


@pytest.mark.parametrize(
    "new",
    [
        _page('<div id="b"><p>deux</p></div>', "Un"),
        _page('<div id="b"><p>trois</p></div>', "Deux"),
        _page('<div id="b" class="c"><p>deux</p></div>', "Deux"),
        _page('<div id="b"><p>deux</p><p>plus</p></div>', "Deux"),
        _page('<div id="b"><p>deux\u00a0</p></div>', "Deux"),
        _page('<div id="b"><input name="other" value="2"></div>', "Deux"),
    ],
)
def test_any_other_difference_is_seen(new: str) -> None:
    with pytest.raises(AssertionError):
        assert_swap_equals(OLD, '<title>Deux</title><div id="b"><p>deux</p></div>', new)


def test_a_target_that_is_not_there_is_an_error() -> None:
    with pytest.raises(LookupError):
        swapped(OLD, "<p>x</p>", target="#nulle-part")
