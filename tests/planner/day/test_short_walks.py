"""Who rides longer than they walk still walks: a little on each day, as long as is comfortable, beside the sessions."""

from typing import Any

import pytest

from backplan.model.week import Day, Week
from backplan.planner.request import Request
from tests.support import judge
from tests.support.people import ON, person
from tests.support.planned import exercises, planned

RIDER: dict[str, Any] = {
    "conditions": ("extension-intolerant",),
    "equipment": ("recumbent-bike",),
    "tolerance": {"walk": 5, "cycle": 15},
}


def week(**changes: Any) -> Week:
    return planned(Request(person(**{**RIDER, **changes}), exercises(), ON, ON, began=ON))


def walked(day: Day) -> list[int | None]:
    return [item.dose.minutes for item in (day.daily.items if day.daily else ()) if item.exercise == "short-walks"]


def test_with_stenosis_and_a_bike_every_day_without_a_walk_holds_a_short_one_with_sitting_breaks() -> None:
    found = week()
    walks = {each.id for each in exercises() if each.modality == "walking"}
    for day in found.days:
        assert walked(day) == ([] if day.exercises & walks else [4]), day
    daily = next(day.daily for day in found.days if day.daily)
    assert "Sit down" in daily.items[0].why
    assert next(row for row in found.balance if row.target == "walk-daily").met


def test_it_counts_as_no_session_and_no_minutes() -> None:
    disliked, walking = week(dislikes=("walking",)), week()
    assert not any(day.daily for day in disliked.days)
    assert [day.minutes for day in walking.days] == [sum(each.minutes for each in day.sessions) for day in walking.days]
    assert judge.minutes(walking) == judge.minutes(disliked)


@pytest.mark.parametrize(
    "changes", [{"tolerance": {"walk": 15, "cycle": 15}}, {"equipment": ()}, {"conditions": ("little-standing",)}]
)
def test_who_walks_as_long_or_has_no_bike_or_hardly_stands_has_none(changes: dict[str, Any]) -> None:
    assert not any(day.daily for day in week(**changes).days)


def test_in_a_flare_it_is_no_longer_than_before() -> None:
    sore = person(**RIDER).pain._replace(now=6)
    usual = max(minutes or 0 for day in week().days for minutes in walked(day))
    assert 0 < max(minutes or 0 for day in week(pain=sore).days for minutes in walked(day)) <= usual


def test_it_stands_beside_pelvic_floor_work() -> None:
    from backplan.model.person import Birth, Clearance

    found = week(birth=Birth(ON.replace(month=6), "vaginal"), clearance=Clearance("doctor", ON))
    daily = [{item.exercise for item in day.daily.items} for day in found.days if day.daily]
    assert any({"short-walks", "pelvic-floor-squeeze"} <= each for each in daily), daily
    assert {"walk-daily", "pelvic-floor"} <= {row.target for row in found.balance if row.met}
