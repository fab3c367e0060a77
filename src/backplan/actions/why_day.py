"""Why this week, or a day of it, is as it is: what it holds, what it does not, and on which days the week has that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from backplan.actions.workspace import Workspace
    from backplan.model.vocabulary import Weekday
    from backplan.model.week import Balance, Day, Week

DayPart = Literal["core", "strength", "aerobic", "stretch", "water"]
DAY_PARTS: tuple[DayPart, ...] = get_args(DayPart)


class PartOfDay(NamedTuple):
    """A part of the work, whether a day holds it, the days of the week that do, and what the week says of it in all."""

    part: DayPart
    held: bool
    on: Sequence[date]
    row: Balance | None


class WhyDay(NamedTuple):
    """A day as the week has it, the minutes that were offered for it, None where it was not, and its parts."""

    day: Day
    week: Week
    minutes: int | None
    parts: Sequence[PartOfDay]


class WhyWeek(NamedTuple):
    """This week, and its parts, each held where any day holds it."""

    week: Week
    parts: Sequence[PartOfDay]


def why_day(workspace: Workspace, named: Weekday, asked: Sequence[DayPart] = ()) -> WhyDay:
    """Why a day of this week is as it is, or why it holds or does not hold some parts that are ``asked`` about. Raises
    SafetyStop.
    """
    from backplan.actions.person import on_record
    from backplan.actions.week import today

    shown, person = today(workspace, named), on_record(workspace)
    minutes = person.minutes if person else {}
    parts = [each._replace(held=_holds(shown.day, each.part)) for each in _parts_of(shown.week, asked)]
    return WhyDay(shown.day, shown.week, minutes.get(named), parts)


def why_week(workspace: Workspace, asked: Sequence[DayPart] = ()) -> WhyWeek:
    """Why this week holds or does not hold some parts that are ``asked`` about, or all. Raises SafetyStop."""
    from backplan.actions.week import today

    week = today(workspace).week
    return WhyWeek(week, _parts_of(week, asked))


def _parts_of(week: Week, asked: Sequence[DayPart]) -> list[PartOfDay]:
    """The parts of a week that are asked about, or that it is to hold."""
    rows = {row.target: row for row in week.balance}
    of = asked or [part for part in DAY_PARTS if part in rows and rows[part].asked]
    days = {part: [day.on for day in week.days if _holds(day, part)] for part in of}
    return [PartOfDay(part, bool(days[part]), days[part], rows.get(part)) for part in of]


def _holds(day: Day, part: DayPart) -> bool:
    if part == "stretch":
        return day.stretched
    return day.at_pool if part == "water" else part in day.works
