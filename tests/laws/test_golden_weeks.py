"""The weeks of many random people and lives are those that were last approved, to the letter.

Every third of them is made here, all with BACKPLAN_EXAMPLES, as by `python tools/golden_weeks.py`.
"""

import pytest

from tests.laws import golden_weeks
from tests.laws.golden_weeks import LIVES, PEOPLE, Golden, kept
from tests.support.examples import MORE

EVERY = 1 if MORE else 3
AT_ONCE, LIVES_AT_ONCE = 10 * EVERY, EVERY  # few, so that every worker has a share to the end
HOW = "planning has changed: `python tools/golden_weeks.py` shows how, and approves it with --renew"


def _same(found: list[Golden]) -> None:
    approved = kept()
    changed = [each.line for each in found if approved.get(each.name) != each.line]
    assert not changed, HOW + "\n" + "\n".join(changed)


@pytest.mark.parametrize("first", range(0, PEOPLE, AT_ONCE))
def test_the_weeks_of_random_people_are_as_approved(first: int) -> None:
    _same(golden_weeks.people(range(first, min(first + AT_ONCE, PEOPLE), EVERY)))


@pytest.mark.parametrize("first", range(0, LIVES, LIVES_AT_ONCE))
def test_the_lives_of_random_people_are_as_approved(first: int) -> None:
    _same(golden_weeks.lives(range(first, min(first + LIVES_AT_ONCE, LIVES), EVERY)))


def test_every_line_that_is_kept_is_of_somebody() -> None:
    names = [f"person {number:03d}" for number in range(PEOPLE)]
    names += [f"life {number:02d} week {week}" for number in range(LIVES) for week in range(1, 9)]
    assert list(kept()) == names


def test_a_document_that_differs_in_one_letter_is_seen() -> None:
    one = golden_weeks.person(0)
    assert '"why"' in one.documents
    assert one._replace(documents=one.documents.replace('"why"', '"Why"', 1)).line != one.line
