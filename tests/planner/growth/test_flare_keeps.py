"""A week that grew and that a flare cut short: what it was told to grow is kept, and is not told again as new."""

from datetime import timedelta

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
