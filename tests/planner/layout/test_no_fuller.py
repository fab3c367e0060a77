"""A pause takes its days from a week, and thickens none of those left; nor does a session that was too much."""

from datetime import timedelta
from pathlib import Path

import pytest

from backplan.actions.week import this_week
from backplan.model.diary import LogEntry
from backplan.model.vocabulary import Leg
from backplan.model.week import Week
from backplan.planner.day.option import option_of
from tests.support.habits import Kind
from tests.support.lives import Life
from tests.support.people import ON


def fullest(week: Week) -> tuple[int, int]:
    held = [option_of(day) for day in week.days]
    return max(each.minutes for each in held), max(each.sets for each in held)


def lived(time: str, leg: Leg, folder: Path) -> tuple[Life, Week]:
    """Somebody after a first week of which every session was done, and that week."""
    life = Life(folder, Kind("everything", time, "steady 3").person(), ON)
    before = this_week(life.place)
    for day in before.days:
        if day.sessions:
            life.note(LogEntry(day.on, "session", "all", 3, 4, 4, leg))
        life.sleep()
    return life, before


@pytest.mark.parametrize("time", ["4 x 30", "6 x 60", "pool"])
def test_no_day_of_a_week_with_a_pause_holds_more_than_the_fullest_before_it(time: str, tmp_path: Path) -> None:
    life, before = lived(time, "none", tmp_path)
    life.note(LogEntry(life.today, "pause", until=(life.today + timedelta(days=2)).isoformat()))
    after = this_week(life.place)
    life.close()
    assert any(day.sessions for day in after.days)
    for now, then in zip(fullest(after), fullest(before), strict=True):
        assert now <= then
    assert sum(day.minutes for day in after.days) < sum(day.minutes for day in before.days)


@pytest.mark.parametrize("time", ["5 x 45", "6 x 60"])
def test_no_day_after_a_session_too_much_holds_more_than_the_fullest_before_it(time: str, tmp_path: Path) -> None:
    """Pain further down the leg in the first session: the week after it is lighter, and each of its days."""
    life, before = lived(time, "buttock", tmp_path)
    after = this_week(life.place)
    life.close()
    assert after.moves
    for now, then in zip(fullest(after), fullest(before), strict=True):
        assert now <= then
    assert sum(day.minutes for day in after.days) < sum(day.minutes for day in before.days)
