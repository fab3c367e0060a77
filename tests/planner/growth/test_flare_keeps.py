"""A week that grew and that a flare cut short: what it was told to grow is kept, and is not told again as new."""

from datetime import timedelta

import pytest

from backplan.model.diary import LogEntry
from backplan.model.week import Week
from backplan.planner.week import make_week
from tests.support.growth import DAY, WELL, Plan
from tests.support.people import ON
from tests.support.planned import planned

FLARE = ON + timedelta(days=19)  # the Saturday of the third week, in which things grow


def grown_until_a_flare() -> tuple[Plan, Week, Week]:
    """Two weeks that went well, and a third with a flare on its Saturday: as first shown, and as in the flare."""
    plan = Plan()
    plan.live(2, WELL, morning=3)
    grown = planned(plan.request())
    before = [day.on for day in grown.days if day.sessions and day.on < FLARE - DAY]
    plan.entries += [WELL._replace(on=on) for on in before]
    plan.entries += [LogEntry(FLARE - DAY, "morning", pain=3), LogEntry(FLARE, "flare")]
    asked = plan.request(grown.starts)
    return plan, grown, make_week(asked._replace(today=FLARE, weeks=(*plan.weeks, grown)))


def steps(week: Week) -> set[str | None]:
    return {move.exercise for move in week.moves if move.rule == "growth-three"}


def test_what_a_week_was_told_to_grow_is_kept_through_its_flare() -> None:
    _, grown, flare = grown_until_a_flare()
    assert steps(grown)
    assert (flare.mode, flare.normal_until) == ("flare", FLARE)
    assert (flare.rungs, flare.calm_programme, flare.whole_step) == (
        grown.rungs,
        grown.calm_programme,
        grown.whole_step,
    )
    assert (flare.holds, flare.intensity) == (grown.holds, grown.intensity)


def test_growth_before_a_flare_is_not_told_again_after_it() -> None:
    plan, grown, flare = grown_until_a_flare()
    plan.weeks.append(flare)
    plan.entries += [LogEntry(FLARE + number * DAY, "morning", pain=3) for number in range(1, 10)]
    settling = planned(plan.request())
    assert settling.kind.grows
    assert all(settling.rungs.get(key, 0) >= rung for key, rung in grown.rungs.items())
    assert not steps(settling)


def test_a_flare_that_is_taken_back_in_its_week_leaves_the_growth_where_it_was() -> None:
    plan, grown, flare = grown_until_a_flare()
    plan.entries = [entry for entry in plan.entries if entry.kind != "flare"]
    weeks = (*plan.weeks, grown, flare)
    found = make_week(plan.request(grown.starts)._replace(today=FLARE, weeks=weeks))
    assert (found.mode, found.rungs, found.programme) == ("normal", grown.rungs, grown.programme)


# -- a week that begins in a flare, after sessions that were too much ------------------------------------------------


def begun_in_a_flare(bad: int) -> tuple[Plan, Week]:
    """A week in which the last sessions of core were too much, and the next one, begun in a flare said on its eve."""
    plan = Plan()
    plan.live(1, WELL, morning=3)
    core = [day.on for day in plan.weeks[0].days if "core" in day.kinds][-bad:]
    plan.entries = [
        each._replace(peak=8) if each.on in core and each.peak is not None else each for each in plan.entries
    ]
    plan.entries.append(LogEntry(plan.starts - DAY, "flare"))
    return plan, planned(plan.request())


def settled(plan: Plan, shown: Week) -> Week:
    """The same week once the flare has passed, as it is laid anew on its Friday."""
    friday = shown.starts + 4 * DAY
    plan.entries += [LogEntry(shown.starts + number * DAY, "morning", pain=3) for number in range(1, 5)]
    return make_week(plan.request(shown.starts)._replace(today=friday, weeks=(*plan.weeks, shown)))


@pytest.mark.parametrize("bad", [1, 2])
def test_a_week_that_begins_in_a_flare_takes_off_what_it_leaves_out_too(bad: int) -> None:
    plan, flare = begun_in_a_flare(bad)
    left_out = {*plan.weeks[0].calm_programme.values()} - {*flare.programme.values()}
    lowered = {key for key, rung in flare.rungs.items() if rung < 0}
    assert flare.mode == "flare"
    assert lowered & left_out
    normal = settled(plan, flare)
    assert (normal.mode, normal.rungs, normal.calm_programme) == ("normal", flare.rungs, flare.calm_programme)


def test_what_came_down_is_told_once_a_day_shows_it() -> None:
    plan, flare = begun_in_a_flare(1)
    normal = settled(plan, flare)
    told, then = ({move.exercise for move in week.moves if move.rule == "verdict-peak"} for week in (flare, normal))
    assert told <= {key for day in flare.days for key in day.exercises}
    assert told < then <= {key for key, rung in flare.rungs.items() if rung < 0}
