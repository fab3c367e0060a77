"""May walks and rides become brisker? The rule test names are the rule ids."""

import pytest

from backplan.model.outcome import BoutsDone
from tests.support.indexes import against_intensity


@pytest.mark.parametrize(
    ("minutes", "begins_with", "full", "may"),
    [
        (14, 15, False, False),
        (15, 15, False, True),
        (29, 30, False, False),
        (30, 30, False, True),
        (9, 15, True, False),
        (10, 15, True, True),  # the days hold no longer one: harder, not longer
        (10, 30, True, True),
        (8, 8, True, True),
    ],
)
def test_intensity_minutes(minutes: int, begins_with: int, full: bool, may: bool) -> None:
    bouts = BoutsDone(minutes, begins_with, easy=True, weeks=0, full=full)
    assert against_intensity(bouts) == ([] if may else ["intensity-minutes"])


@pytest.mark.parametrize(("longer", "may"), [(False, True), (True, False)])
def test_intensity_not_longer(longer: bool, may: bool) -> None:
    bouts = BoutsDone(30, 30, easy=True, weeks=0, longer=longer)
    assert against_intensity(bouts) == ([] if may else ["intensity-not-longer"])


@pytest.mark.parametrize(
    ("easy", "weeks", "may"), [(True, 0, True), (False, 0, False), (False, 1, False), (False, 2, True)]
)
def test_intensity_weeks(easy: bool, weeks: int, may: bool) -> None:
    bouts = BoutsDone(30, 30, easy=easy, weeks=weeks)
    assert against_intensity(bouts) == ([] if may else ["intensity-weeks"])
