"""Laws on the days of a week: what has its day keeps it where that costs nothing, and what moves is told with why."""

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

import pytest

from backplan.model.week import Week
from backplan.planner.telling.other_days import WEIGHED
from tests.support.habits import Kind, Lived, lived

TOLD = "On other days than before: "
PARTS = ("core", "strength", "aerobic")
KINDS = (
    Kind("everything", "4 x 30"),
    Kind("everything", "5 x 45"),
    Kind("everything", "5 x 45", "one flare"),
    Kind("8 in 10", "5 x 45", "over 65"),
)
WEEKS = 12


@cache
def life(kind: Kind) -> tuple[Lived, ...]:
    return lived(kind, WEEKS)


def days_of(week: Week) -> Mapping[str, set[int]]:
    return {part: {day.on.weekday() for day in week.days if part in day.kinds} for part in PARTS}


def lines(week: Week) -> list[str]:
    return [change.sentence for change in week.changes if change.sentence.startswith(TOLD)]


def held(week: Week) -> tuple[int, int]:
    assert week.holds is not None
    return week.holds.core, week.holds.strength


@pytest.mark.parametrize("kind", KINDS, ids="|".join)
def test_a_part_that_leaves_a_day_is_told_in_one_line_with_why(kind: Kind) -> None:
    left = 0
    for before, now in pairwise(life(kind)):
        if not (before.whole and before.last.full and now.first.full and now.first.kind.grows):
            continue
        gone = any(had - days_of(now.first)[part] for part, had in days_of(before.last).items())
        left += gone
        assert len(lines(now.first)) <= 1
        assert not any(WEIGHED in line for line in lines(now.first))
        if gone and held(before.last) == held(now.first):
            assert lines(now.first), (now.first.starts, days_of(before.last), days_of(now.first))


def test_days_on_which_core_would_spread_are_not_kept_and_that_is_told() -> None:
    fifth, sixth = (life(Kind("everything", "5 x 45"))[number].first for number in (4, 5))
    assert held(sixth) == (held(fifth)[0], held(fifth)[1] + 1)
    assert days_of(fifth)["core"] == days_of(sixth)["core"]
    assert (days_of(fifth)["strength"], days_of(sixth)["strength"]) == ({0, 2, 5}, {0, 2, 4})
    why = "on the same days core work would need one more"
    assert lines(sixth) == [f"{TOLD}strength on Friday instead of Saturday: {why}."]


def test_days_come_back_after_a_week_that_pain_made_lighter() -> None:
    weeks = life(Kind("everything", "5 x 45", "boom and bust"))
    for before, lighter, after in zip(weeks, weeks[1:], weeks[2:], strict=False):
        if before.whole and before.last.full and lighter.last.eased and after.first.full:
            assert all(had <= days_of(after.first)[part] for part, had in days_of(before.last).items())


def test_days_that_stay_are_told_of_nothing() -> None:
    weeks = life(Kind("everything", "5 x 45"))
    same = [now.first for a, now in pairwise(weeks) if days_of(a.last) == days_of(now.first)]
    assert same
    assert not any(map(lines, same))


def land_bouts(week: Week) -> list[int]:
    return sorted((day.aerobic_minutes for day in week.days if day.aerobic_minutes and not day.at_pool), reverse=True)


def test_walks_that_are_more_and_shorter_are_told_as_that() -> None:
    fourth, fifth = (life(Kind("everything", "5 x 45"))[number] for number in (3, 4))
    assert (land_bouts(fourth.last), land_bouts(fifth.first)) == ([16, 16, 16, 16], [16, 16, 16, 13, 10])
    told = "5 times of 10 to 16 minutes instead of 4 of 16 minutes; no less in all."
    assert [change.sentence for change in fifth.first.changes if change.sentence.endswith(told)]


@pytest.mark.parametrize("kind", KINDS, ids="|".join)
def test_walks_are_told_to_be_shorter_only_where_they_are_and_no_less_in_all(kind: Kind) -> None:
    for before, now in pairwise(life(kind)):
        told = [change for change in now.first.changes if change.sentence.startswith("Aerobic work on land, some")]
        had, has = land_bouts(before.last), land_bouts(now.first)
        if told and before.whole and before.last.full:
            assert any(new < old for new, old in zip(has, had, strict=False))
            assert len(has) > len(had) or has[0] < had[0]
