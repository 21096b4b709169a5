"""An answer beside the right one."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.index import ContentIndex
from app.content.reading import read_tree
from app.evaluation.correction import CorrectedField, correct
from app.evaluation.presenting import disordered, present

BODIES = {one.body.kind: one.body for one in read_tree(Path(__file__).parents[1] / "world").challenges.values()}


def test_a_choice_marks_what_was_chosen_and_what_was_right() -> None:
    marks = [one.mark for one in correct(BODIES["single_choice"], {"": ["b"]}).proposals]
    assert marks == ["right", "given_wrong", ""]
    assert correct(BODIES["single_choice"], {"": ["b"]}).proposals[1].why == "Parce que non."


def test_a_multiple_choice_marks_each_box() -> None:
    marks = [one.mark for one in correct(BODIES["multiple_choice"], {"": ["a", "c"]}).proposals]
    assert marks == ["given_right", "right", "given_wrong"]


def test_an_open_answer_shows_both() -> None:
    (field,) = correct(BODIES["text"], {"": ["poubelle"]}).fields
    assert field == CorrectedField("", "poubelle", False, ("corbeille", "la corbeille"))


def test_fields_are_judged_one_by_one_in_the_words_of_the_page() -> None:
    fields = correct(BODIES["fields"], {"taille": ["840"], "nom": ["x"], "os": ["Linux"]}).fields
    assert [(one.label, one.given, one.ok) for one in fields] == [
        ("La taille", "840 Ko", True),
        ("Le nom", "x", False),
        ("Le système", "Linux", True),
    ]


def test_lists_show_texts_not_ids() -> None:
    fields = correct(BODIES["dropdowns"], {"geste": ["couper"], "fin": ["coller"]}).fields
    assert [(one.given, one.ok, one.accepted) for one in fields] == [
        ("coupe", False, ("copie",)),
        ("colle", True, ("colle",)),
    ]
    pairs = correct(BODIES["matching"], {"jpg": ["image"], "mp3": ["video"]}).fields
    assert [(one.label, one.given, one.ok) for one in pairs] == [
        ("photo.jpg", "Image", True),
        ("chanson.mp3", "Vidéo", False),
    ]


def test_in_any_order_the_other_right_answers_are_told() -> None:
    found = correct(BODIES["fields_any_order"], {"un": ["Chrome"], "deux": ["Lynx"]})
    assert [one.ok for one in found.fields] == [True, False]
    assert list(found.others) == ["Firefox", "Safari"]
    assert list(correct(BODIES["fields_any_order"], {"un": ["Chrome"], "deux": ["Safari"]}).others) == []


@pytest.mark.parametrize("kind", BODIES)
def test_a_skipped_answer_has_a_correction_too(kind: str) -> None:
    found = correct(BODIES[kind], {})
    assert found.proposals or found.fields


@pytest.mark.parametrize("seed", range(50))
def test_an_ordering_is_never_shown_in_its_right_order(seed: int) -> None:
    assert disordered("abc", seed, "x") != list("abc")
    assert sorted(disordered("abc", seed, "x")) == list("abc")


async def test_the_order_shown_depends_on_the_assessment_and_is_stable(world: ContentIndex) -> None:
    challenge = next(one for one in world.challenges.values() if one.body.kind == "single_choice")
    orders = {tuple(one.id for one in present(challenge, seed).proposals) for seed in range(40)}
    assert len(orders) > 3
    assert present(challenge, 7).proposals == present(challenge, 7).proposals
