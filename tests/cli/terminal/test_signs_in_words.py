"""Signs looked for on a page in the words of a diary: they lead to what they tell of, and to nothing else."""

import pytest

from backplan.cli.terminal.list_words import found_near
from backplan.rules.heart import HEART
from backplan.rules.red_flags import RED_FLAGS

WORDS = {rule.id: rule.brief for rule in RED_FLAGS} | {rule.id: rule.brief for rule in HEART}


@pytest.mark.parametrize(
    ("typed", "sign"),
    [
        ("bit of trouble with my waterworks since last year", "bladder-bowel"),
        ("my chest goes tight on hills", "tight-chest"),
        ("i had a little slip in the kitchen", "fragility"),
        ("i lost a stone without trying", "weight-loss"),
    ],
)
def test_a_sentence_leads_to_the_sign_it_tells_of(typed: str, sign: str) -> None:
    assert found_near(typed, WORDS) == [sign]


@pytest.mark.parametrize("typed", ["take tablets", "no they are only my blood pressure tablets", "my hip mostly"])
def test_what_tells_of_no_sign_leads_to_none(typed: str) -> None:
    assert found_near(typed, WORDS) == []
