"""Simulated people are what the truth says: each of its parameters has its effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from statistics import fmean, pstdev

import pytest

from app.cli import parser
from app.demo.placement_command import truth_of
from app.demo.placement_trial import trial
from app.demo.simulated_bank import TOPICS, Bank, Item, generated_bank
from app.demo.simulated_people import GUESS_OF_LUCKY, SLIP_OF_CARELESS, Person, Truth, draw_people
from app.evaluation.bayesian_placement import FEWEST
from app.evaluation.engines import ENGINES
from app.evaluation.placement import PlacementEngine

MANY = 200


@pytest.fixture(scope="module")
def bank() -> Bank:
    return generated_bank()


def item_of(bank: Bank, topic: str, level: int) -> Item:
    return bank.by_code[topic.partition("t")[0]].items[f"{topic}-{level}-0"]


def average(person: Person) -> float:
    return fmean(person.abilities.values())


def by_competence(bank: Bank, person: Person) -> Sequence[float]:
    return [fmean(person.abilities[topic] for topic in test.scope.levels) for test in bank.tests]


def test_people_are_drawn_around_the_mean(bank: Bank) -> None:
    for mean in (1.0, 5.0):
        people = draw_people(bank, Truth(mean=mean), MANY, 1)
        assert fmean(map(average, people)) == pytest.approx(mean, abs=0.3)


def test_general_abilities_have_their_spread(bank: Bank) -> None:
    for spread in (0.5, 2.0):
        people = draw_people(bank, Truth(general=spread, competence=0, topic=0), MANY, 1)
        assert pstdev(map(average, people)) == pytest.approx(spread, rel=0.15)


def test_competences_have_theirs_around_the_general_ability(bank: Bank) -> None:
    for spread in (0.3, 1.5):
        people = draw_people(bank, Truth(competence=spread, topic=0), MANY, 1)
        assert fmean(pstdev(by_competence(bank, one)) for one in people) == pytest.approx(spread, rel=0.15)


def test_topics_have_theirs_around_the_competence(bank: Bank) -> None:
    for spread in (0.3, 1.5):
        people = draw_people(bank, Truth(general=0, competence=0, topic=spread), MANY, 1)
        assert fmean(pstdev(one.abilities.values()) for one in people) == pytest.approx(spread, rel=0.15)


def test_success_rises_with_the_slope(bank: Bank) -> None:
    chances = []
    for slope in (1.0, 2.5):
        person = draw_people(bank, Truth(slope=slope, general=0, competence=0, topic=0), 1, 1)[0]
        chances.append(person.chance(item_of(bank, "1.1t0", 3)) - person.chance(item_of(bank, "1.1t0", 5)))
    assert chances[0] < chances[1]


def test_who_knows_nothing_guesses_and_who_knows_all_slips(bank: Bank) -> None:
    item = item_of(bank, "1.1t0", 4)
    assert draw_people(bank, Truth(mean=-30, guess=0.25), 1, 1)[0].chance(item) == pytest.approx(0.25)
    assert draw_people(bank, Truth(mean=-30), 1, 1)[0].chance(item) == pytest.approx(item.luck) == pytest.approx(0.15)
    assert draw_people(bank, Truth(mean=40, slip=0.2), 1, 1)[0].chance(item) == pytest.approx(0.8)


def test_a_question_may_teach(bank: Bank) -> None:
    person = draw_people(bank, Truth(learning=0.1), 1, 1)[0]
    assert person.ability("1.1t0", 5) == pytest.approx(person.ability("1.1t0") + 0.5)
    still, learns = (trial(bank, Truth(learning=gain), ENGINES[:1], 1, 1).taken[ENGINES[0].name] for gain in (0.0, 0.5))
    assert fmean(one.end.level for one in learns) > fmean(one.end.level for one in still)


def test_part_of_the_levels_are_off_by_one() -> None:
    skills = [skill for test in generated_bank(misset=0.2, seed=1).tests for skill in test.skills]
    off = [skill.edge - (skill.level - 0.5) for skill in skills]
    assert set(off) == {-1, 0, 1}
    assert fmean(one != 0 for one in off) == pytest.approx(0.2, abs=0.04)
    assert all(skill.edge == skill.level - 0.5 for test in generated_bank().tests for skill in test.skills)


def test_some_are_careless_and_some_are_lucky(bank: Bank) -> None:
    careless = draw_people(bank, Truth(careless=0.3), MANY, 1)
    assert fmean(one.slip == SLIP_OF_CARELESS for one in careless) == pytest.approx(0.3, abs=0.08)
    lucky = draw_people(bank, Truth(lucky=0.3), MANY, 1)
    assert fmean(one.guess == GUESS_OF_LUCKY for one in lucky) == pytest.approx(0.3, abs=0.08)


def test_some_are_good_at_one_area_only(bank: Bank) -> None:
    for person in draw_people(bank, Truth(people="one-area", competence=0, topic=0), 20, 1):
        good = {test.area for test in bank.tests if person.abilities[f"{test.code}t0"] > 5}
        bad = {test.area for test in bank.tests if person.abilities[f"{test.code}t0"] < 2}
        assert len(good) == 1
        assert good | bad == {"1", "2", "3", "4", "5"}
        assert not good & bad


@pytest.mark.parametrize("people", ["all-wrong", "all-skipped"])
@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_who_is_never_right_ends_at_level_0_after_few_questions(
    bank: Bank, engine: PlacementEngine, people: str
) -> None:
    arguments = parser().parse_args(["simulate", "placement", "--people", people])
    for test in trial(bank, truth_of(arguments), [engine], 2, 1).taken[engine.name]:
        assert test.end.level == test.end.level + test.end.gap == 0
        assert FEWEST <= test.questions <= 2 * TOPICS
        assert test.reason not in ("endless", "nothing_playable")


@pytest.mark.parametrize("name", [field.name for field in fields(Truth) if field.name != "people"])
def test_each_parameter_is_an_option_of_the_command(name: str) -> None:
    usual = truth_of(parser().parse_args(["simulate", "placement"]))
    assert usual == Truth()
    assert getattr(truth_of(parser().parse_args(["simulate", "placement", f"--{name}", "0.4"])), name) == 0.4


@pytest.mark.parametrize("words", ["--slip 2", "--learners 0", "--engine oracle", "--misset -1"])
def test_an_option_that_means_nothing_is_refused(words: str) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["simulate", "placement", *words.split()])
