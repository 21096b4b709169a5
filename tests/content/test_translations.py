"""Words of another language over the French: what may be said, what goes stale, what learners then meet."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.cli import parser
from app.content import releases
from app.content.checks import check
from app.content.reading import read_tree
from app.content.reading_translations import skill_fingerprint, tutorial_fingerprint
from app.content.strict_yaml import parse
from app.content.translations import faults_of, fingerprint_of, skeleton, translated
from app.lib.clock import now
from app.persistence.engine import Database
from tests.conftest import WORLD
from tests.content.bad_examples import challenge, replace

FRENCH: dict[str, Any] = {
    "id": "ch-22222222",
    "kind": "single_choice",
    "question": "Où ?",
    "proposals": [{"id": "a", "text": "Ici", "right": True}, {"id": "b", "text": "Là", "why": "Trop loin."}],
    "accepted": ["un", "deux"],
    "goal": [{"says": "Rangé.", "fact": "m1.folder", "equals": "f1"}, {"says": "Lu.", "fact": "m1.read"}],
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WORLD, tmp_path / "content"))


def write(path: Path, **data: Any) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.safe_dump(data, allow_unicode=True))
    return path


def in_english(path: Path, **words: Any) -> Path:
    """The translation beside a challenge, up to date."""
    return write(path.with_name("en.yaml"), of=fingerprint_of(parse(path.read_text()).data), **words)


def codes(tree: Path) -> set[str]:
    return {one.code for one in check(read_tree(tree))}


def test_only_what_is_said_differs() -> None:
    words = {
        "question": "Where?",
        "proposals": {"b": {"text": "There"}},
        "accepted": ["one"],
        "goal": [{"says": "Filed."}, {}],
    }
    found = translated(FRENCH, words)
    assert found["question"] == "Where?"
    assert found["proposals"] == [
        {"id": "a", "text": "Ici", "right": True},
        {"id": "b", "text": "There", "why": "Trop loin."},
    ]
    assert found["accepted"] == ["one"]
    assert found["goal"] == [{"says": "Filed.", "fact": "m1.folder", "equals": "f1"}, FRENCH["goal"][1]]
    assert FRENCH["question"] == "Où ?"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"id": "ch-33333333"}, "L002"),
        ({"proposals": {"a": {"right": False}}}, "L002"),
        ({"explanation": "Because."}, "L003"),
        ({"proposals": {"c": {"text": "Elsewhere"}}}, "L003"),
        ({"question": ["Where?"]}, "L004"),
        ({"proposals": [{"text": "Here"}]}, "L004"),
        ({"question": "TODO Où ?"}, "L005"),
        ({"proposals": {"a": {"text": "TODO Ici"}}}, "L005"),
    ],
)
def test_a_translation_says_nothing_else(words: dict[str, Any], code: str) -> None:
    assert [found for _, found, _ in faults_of(FRENCH, words)][:1] == [code]


def test_the_skeleton_holds_every_text_and_is_a_translation_to_do() -> None:
    empty = skeleton(FRENCH)
    assert empty == {
        "question": "TODO Où ?",
        "proposals": {"a": {"text": "TODO Ici"}, "b": {"text": "TODO Là", "why": "TODO Trop loin."}},
        "accepted": ["TODO un", "TODO deux"],
        "goal": [{"says": "TODO Rangé."}, {"says": "TODO Lu."}],
    }
    assert {code for _, code, _ in faults_of(FRENCH, empty)} == {"L005"}


def test_what_is_only_a_value_or_a_place_needs_no_words() -> None:
    assert skeleton({"text": "{{ville}}", "hint": "En {{unite}}", "file": "carte.svg", "n": 4, "id": "a"}) == {
        "hint": "TODO En {{unite}}"
    }


def test_the_right_column_of_a_matching_is_translated_and_its_pairs_are_not() -> None:
    matching = {"left": [{"id": "a", "text": "Ici", "right": "b"}], "right": [{"id": "b", "text": "Là"}]}
    assert skeleton(matching) == {"left": {"a": {"text": "TODO Ici"}}, "right": {"b": {"text": "TODO Là"}}}
    words = {"left": {"a": {"text": "Here"}}, "right": {"b": {"text": "There"}}}
    assert not list(faults_of(matching, words))
    assert translated(matching, words)["left"] == [{"id": "a", "text": "Here", "right": "b"}]
    assert [code for _, code, _ in faults_of(matching, {"left": {"a": {"right": "c"}}})] == ["L002"]


@pytest.mark.parametrize(
    ("change", "stale"),
    [
        ({"question": "Quand ?"}, True),
        ({"proposals": [{"id": "a", "text": "Ici"}]}, True),
        ({"version": 2}, False),
        ({"status": "retired"}, False),
        ({"tutorials": ["autre"]}, False),
    ],
)
def test_it_goes_stale_when_what_it_translates_changes(change: dict[str, Any], stale: bool) -> None:
    assert (fingerprint_of({**FRENCH, **change}) != fingerprint_of(FRENCH)) == stale


def test_a_stale_translation_is_listed_and_left_out(tree: Path) -> None:
    path = challenge(tree, "date")
    english = in_english(path, question="On which day?")
    assert ("en", path.parent.name[:11]) in read_tree(tree).translations
    replace(path, "explanation:", "alternative: Encore.\nexplanation:")
    bank = read_tree(tree)
    assert list(bank.stale) == [english.relative_to(tree)]
    assert not bank.translations
    assert check(bank) == [], "the French goes on being served"


def test_a_translated_challenge_is_played_too(tree: Path) -> None:
    in_english(challenge(tree, "text"), answer={"accepted": ["one"]}, examples={"accepted": ["two"]})
    assert codes(tree) == {"K020"}, "its own examples are held against its own answer"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("tutorials/en/nothing.yaml", {"id": "nothing", "of": "x", "title": "T", "text": "T"}, "L003"),
        ("tutorials/en/tuto-alpha.yaml", {"id": "tuto-alpha", "of": "x", "title": "TODO T", "text": "T"}, "L005"),
        (
            "framework/1-1-search/skills.en.yaml",
            {
                "competence": "1.1",
                "description": "D",
                "topics": {},
                "skills": {"nothing-1": {"of": "x", "can": "C", "hint": "H"}},
            },
            "L003",
        ),
    ],
)
def test_words_of_nothing_are_found(tree: Path, name: str, data: dict[str, Any], code: str) -> None:
    write(tree / name, **data)
    assert codes(tree) == {code}


async def test_learners_meet_the_words_of_their_language(tree: Path, database: Database) -> None:
    del database
    releases.forget()
    path = challenge(tree, "date")
    name = path.parent.name[:11]
    in_english(path, question="On which day?")
    bank = read_tree(tree)
    skill = bank.challenges[name].body.skill
    tutorial = bank.skills()[skill].tutorials[0]
    write(
        tree / "framework/1-1-search/skills.en.yaml",
        competence="1.1",
        description="To search.",
        topics={skill[:-2]: "A topic"},
        skills={skill: {"of": skill_fingerprint(bank.skills()[skill]), "can": "Do it", "hint": "Look."}},
    )
    of = tutorial_fingerprint(bank.tutorials[tutorial])
    write(tree / f"tutorials/en/{tutorial}.yaml", id=tutorial, of=of, title="A tutorial", text="Words.")
    french, _ = await releases.load_tree(tree, now())
    english = french.in_language("en")
    assert english.challenges[name].body.question == "On which day?"
    assert english.challenges[name].body.locale == "en"
    assert english.challenges[name].fingerprint != french.challenges[name].fingerprint
    assert english.challenges[name].skill.hint == "Look."
    assert english.topics[skill[:-2]].title == "A topic"
    assert english.competences["1.1"].description == "To search."
    assert (english.tutorials[tutorial].title, english.tutorials[tutorial].language) == ("A tutorial", "en")
    others = english.challenges.keys() - {name}
    assert all(english.challenges[one].body == french.challenges[one].body for one in others)
    assert french.in_language("de") is french
    releases.forget()
    await releases.refresh()
    assert releases.current_index("en").challenges[name].body.question == "On which day?"


def test_the_command_prepares_then_tells(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*words: str) -> str:
        arguments = parser().parse_args(["content", "translate", "en", *words, "--root", str(tree)])
        assert arguments.run(arguments) == 0
        return capsys.readouterr().out

    path = challenge(tree, "single_choice")
    assert str(path.with_name("en.yaml")) in run(str(path.parent))
    assert codes(tree) == {"L005"}
    english = path.with_name("en.yaml")
    english.write_text(english.read_text().replace("TODO ", ""))
    assert codes(tree) == set()
    replace(path, "explanation:", "alternative: Encore.\nexplanation:")
    assert "1 files are stale" in run()
    run(str(path.parent), "--reviewed")
    assert "0 files are stale" in run()
    run(str(tree / "framework"))
    run(str(tree / "tutorials"))
    assert codes(tree) == {"L005"}
