"""What stands around the work of a session."""

import pytest

from backplan.library import load
from backplan.model.vocabulary import Level
from backplan.planner.choice.select import select
from backplan.planner.day.frame import Frame
from tests.support.people import case, person

EXERCISES = load.load().exercises


def frame(level: Level, asked: Level = "basic") -> Frame:
    now = case(person=person(level=asked), level=level, levels=dict.fromkeys(("core", "strength", "aerobic"), level))
    return Frame(select(EXERCISES, now))


@pytest.mark.parametrize("limit", [120, 240, 360])
@pytest.mark.parametrize("worked", [("core",), ("strength", "core"), ("aerobic",)])
def test_a_level_that_rises_takes_no_minutes_from_the_work(worked: tuple[str, ...], limit: int) -> None:
    before, after = frame("basic"), frame("intermediate")
    assert before.stretches(worked, limit, "home") == after.stretches(worked, limit, "home")
    assert before.warm_up(limit, upright=False) == after.warm_up(limit, upright=False)


def test_who_begins_at_a_level_stretches_at_it() -> None:
    began = frame("intermediate", asked="intermediate").stretches(("core",), 240, "home")
    assert began != frame("intermediate").stretches(("core",), 240, "home")
