"""Why a day of this week is as it is: what it holds, what it does not, and on which days the week has that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from backplan.actions.week import Today
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


def why_day(workspace: Workspace, named: Weekday, asked: Sequence[DayPart] = ()) -> WhyDay:
    """Why a day of this week is as it is, or why it holds or does not hold some parts that are ``asked`` about. Raises
    SafetyStop.
    """
    from backplan.actions.person import on_record
    from backplan.actions.week import today

    shown, person = today(workspace, named), on_record(workspace)
    minutes = person.minutes if person else {}
    rows = {row.target: row for row in shown.week.balance}
    of = asked or [part for part in DAY_PARTS if part in rows and rows[part].asked]
    parts = [_part_of_day(shown, part, rows.get(part)) for part in of]
    return WhyDay(shown.day, shown.week, minutes.get(named), parts)


def _part_of_day(shown: Today, part: DayPart, row: Balance | None) -> PartOfDay:
    return PartOfDay(part, _holds(shown.day, part), [day.on for day in shown.week.days if _holds(day, part)], row)


def _holds(day: Day, part: DayPart) -> bool:
    if part == "stretch":
        return day.stretched
    return day.at_pool if part == "water" else part in day.works
