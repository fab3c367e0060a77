"""Sessions: the days of a week as people see them, from the options that the layout chose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from backplan.model.vocabulary import Place
from backplan.model.week import Day, DayBlock, Session
from backplan.planner.choice.select import Selection
from backplan.planner.day import coping, daily
from backplan.planner.day.brisker import LandBout
from backplan.planner.day.option import Bout, Option
from backplan.planner.day.walks import pool_blocks, turns
from backplan.planner.screen.days import Days


def week_days(  # noqa: PLR0913, PLR0917 - what a week consists of
    days: Days,
    options: Mapping[date, Option],
    selection: Selection,
    walks: Mapping[date, tuple[Place, DayBlock]],
    targets: Mapping[str, int],
    every_day: daily.EveryDay,
) -> tuple[Day, ...]:
    """All seven days of a week: those gone as they were shown, those to plan with their sessions, their coping and
    what is done daily. ``walks`` are the bouts on land, by day; ``every_day`` is what a therapist wants on each.
    """
    planned = _planned(days, options, selection, walks)
    done_ahead = _done_ahead(days)
    off = [_not_planned(days, day) for day in planned if day.on in days.off.difference(done_ahead)]
    live = [day for day in planned if day.on not in days.off]
    with_coping = coping.spread(live, selection, targets["coping"], days.number)
    bare = [day._replace(sessions=()) for day in done_ahead.values()]  # what is for every day is not done ahead
    with_daily = daily.on_each([*with_coping, *bare], selection, targets, every_day)
    whole = [day._replace(sessions=done_ahead[day.on].sessions) if day.on in done_ahead else day for day in with_daily]
    return (*_gone(days), *sorted((*off, *whole), key=lambda day: day.on))


def walks_by_turns(
    days: Days, options: Mapping[date, Option], selection: Selection, apart: AbstractSet[str]
) -> dict[date, LandBout]:
    """What the bout of each day on land may be; the kinds of walks and rides take turns, from week to week, too.
    ``apart`` are the exercises that a therapist prescribed with days of their own.
    """
    land = [day for day, option in options.items() if option.aerobic and not option.water]
    bouts = [Bout(options[day].aerobic, options[day].bout) for day in land]
    return dict(zip(land, turns(selection, apart, bouts, days.number - 1), strict=True))


def _planned(
    days: Days,
    options: Mapping[date, Option],
    selection: Selection,
    walks: Mapping[date, tuple[Place, DayBlock]],
) -> list[Day]:
    """The days to plan with their sessions; the kinds of work in a pool take turns from week to week."""
    pools = {d: pool_blocks(selection, o.aerobic, days.number - 1) for d, o in options.items() if o.water}
    return [Day(day, sessions(option, walks.get(day), pools.get(day))) for day, option in options.items()]


def _not_planned(days: Days, day: Day) -> Day:
    """A day that is not planned: paused or stopped."""
    return day._replace(pause=days.paused.get(day.on))


def _done_ahead(days: Days) -> dict[date, Day]:
    """The days whose session was done already, as they were shown but for what is done every day."""
    shown = [day for on in days.ahead if days.shown and (day := days.shown.day(on))]
    return {day.on: day._replace(daily=None) for day in shown}


def _gone(days: Days) -> Sequence[Day]:
    """The days before the first to plan: as they were shown, or not planned at all."""
    return [(days.shown and days.shown.day(day)) or Day(day, planned=False) for day in days.gone]


def sessions(
    option: Option, walk: tuple[Place, DayBlock] | None, pool: tuple[DayBlock, DayBlock] | None
) -> tuple[Session, ...]:
    """A day's visits: the pool alone, or the bout and the work at home, together when the bout is at home. A bout
    that does not warm up for the work comes after it.
    """
    if pool is not None:
        return _at_the_pool(option, *pool)
    if walk is None:
        return (Session("home", option.blocks),) if option.blocks else ()
    place, bout = walk
    if place == "home":
        warm = [block for block in option.blocks if block.kind == "warm-up"]
        rest = [block for block in option.blocks if block.kind != "warm-up"]
        return (Session("home", (*warm, bout, *rest)),)
    walked = Session(place, (bout,))
    if not option.blocks:
        return (walked,)
    at_home = Session("home", option.blocks)
    # A bout too short to warm up for the work has a warm-up of its own beside it, which nobody needs after a walk.
    return (at_home, walked) if option.blocks[0].kind == "warm-up" else (walked, at_home)


def _at_the_pool(option: Option, into: DayBlock, off: DayBlock) -> tuple[Session, ...]:
    """A visit to the pool, the work at the wall between the two parts of the aerobic work, and what is done at home."""
    wall = [block for block in option.blocks if block.kind != "cool-down"]
    last = [block for block in option.blocks if block.kind == "cool-down"]
    water = (into, *wall, off) if wall else (DayBlock("aerobic", into.items + off.items),)
    visit = Session("pool", (*water, *last))
    return (visit, Session("home", option.at_home)) if option.at_home else (visit,)
