"""What a goal asks of the facts of an environment."""

from __future__ import annotations

import msgspec
import pytest

from app.content.environments.goal import Condition, goal_faults, reached

FACTS = {
    "m1.folder": "junk",
    "m1.opened": True,
    "sent": 2,
    "sent1.to": ("a@courriel.example", "b@courriel.example"),
    "sent1.body": "Bonjour, je suis ALLERGIQUE aux noix.",
    "name": "Rapport final.odt",
}


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ({"fact": "m1.folder", "equals": "junk"}, True),
        ({"fact": "m1.folder", "equals": "trash"}, False),
        ({"fact": "m1.folder", "differs": "trash"}, True),
        ({"fact": "m1.folder", "differs": "junk"}, False),
        ({"fact": "m1.folder", "among": ["junk", "trash"]}, True),
        ({"fact": "m1.folder", "among": ["inbox", "trash"]}, False),
        ({"fact": "m1.opened", "equals": True}, True),
        ({"fact": "m1.opened", "equals": False}, False),
        ({"fact": "sent", "at_least": 2}, True),
        ({"fact": "sent", "at_least": 3}, False),
        ({"fact": "sent", "at_most": 2}, True),
        ({"fact": "sent", "at_most": 1}, False),
        ({"fact": "sent1.to", "at_least": 2, "at_most": 2}, True),
        ({"fact": "sent1.to", "has": ["a@courriel.example"]}, True),
        ({"fact": "sent1.to", "has": ["a@courriel.example", "c@courriel.example"]}, False),
        ({"fact": "sent1.to", "lacks": ["c@courriel.example"]}, True),
        ({"fact": "sent1.to", "lacks": ["b@courriel.example"]}, False),
        ({"fact": "sent1.to", "exactly": ["b@courriel.example", "a@courriel.example"]}, True),
        ({"fact": "sent1.to", "exactly": ["a@courriel.example"]}, False),
        ({"fact": "sent1.to", "exactly": []}, False),
        ({"fact": "sent1.body", "has": ["allergique", "noix"]}, True),
        ({"fact": "sent1.body", "lacks": ["arachide"]}, True),
        ({"fact": "name", "text": ["rapport final.odt"]}, True),
        ({"fact": "name", "text": ["brouillon.odt"], "treatments": ["case"]}, False),
        ({"fact": "nothing", "equals": "junk"}, False),
        ({"fact": "nothing", "differs": "junk"}, False),
        ({"fact": "nothing", "lacks": ["junk"]}, False),
        (
            {"any": [{"says": "a", "fact": "sent", "equals": 9}, {"says": "b", "fact": "m1.folder", "equals": "junk"}]},
            True,
        ),
        ({"any": [{"says": "a", "fact": "sent", "equals": 9}]}, False),
    ],
)
def test_a_condition_on_the_facts(test: dict[str, object], expected: bool) -> None:
    condition = msgspec.convert({"says": "…", **test}, Condition)
    assert condition.holds(FACTS) is expected


def test_a_goal_is_reached_when_every_condition_holds() -> None:
    one, other = Condition(says="a", fact="sent", equals=2), Condition(says="b", fact="sent", equals=3)
    assert reached([one], FACTS)
    assert not reached([one, other], FACTS)


@pytest.mark.parametrize(
    "condition", [Condition(says="rien"), Condition(says="a", fact="sent"), Condition(says="a", equals=1)]
)
def test_a_condition_that_tests_nothing_is_a_fault(condition: Condition) -> None:
    assert [fault.code for fault in goal_faults([condition])] == ["K060"]
