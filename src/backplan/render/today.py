"""Today's session in full: what is to be known first, and the session as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.render import emergency

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType

    from backplan.actions.week import Today
    from backplan.model.told import Notice, NoticeKind
    from backplan.model.week import Day

SILENCE = (
    "Nothing is noted of yesterday's session. Done: `backplan log --on yesterday`. Let go: add `--done no`, and "
    "what the week has room for moves to its other days."
)
UNCHECKED = (
    "Pain today is not known yet. If it is 8 or more, or 2 above your usual, stop here and say so first: "
    "`backplan today --pain N`."
)
AFTERWARDS = "\nAfterwards: `backplan log`."


def notices(shown: Today) -> list[str]:
    """What is to be known before the session."""
    silence = [SILENCE] if shown.silent else []
    unchecked = [] if shown.pain_known or not shown.day.sessions else [UNCHECKED]
    return [*_of_today(shown.week.notices, shown.day), *silence, *unchecked]


OF_THE_WEEK: frozenset[NoticeKind] = frozenset({"slow", "waits", "full", "pain-control", "manner"})  # not for today


def _of_today(of_week: Iterable[Notice], day: Day) -> list[str]:
    """The notices of the week without those on how it grows, and about exercises that today does not hold."""
    held = {item.exercise for block in day.everything() for item in block.items}
    of_today = (each for each in of_week if each.kind not in OF_THE_WEEK)
    return [each.sentence for each in of_today if not each.about or not held.isdisjoint(each.about)]


def document(shown: Today) -> dict[str, Any]:
    """Today's session as one JSON document."""
    day, week = shown.day, shown.week
    items = [item for block in day.everything() for item in block.items]
    found = {
        "schema": 1,
        "week": week.name,
        "mode": week.mode,
        "pain_checked": shown.pain_known,
        **day.as_dict(),
        "exercises": {item.exercise: dict(week.cards.get(item.exercise, {})) for item in items},
        "notices": notices(shown),
    }
    return emergency.with_line(found)


def plain(shown: Today) -> list[str]:
    """Today's session, line by line."""
    from backplan.render import plain as lines

    told = (f"Notice: {notice}" for notice in notices(shown))
    return [*told, *lines.today(shown.day, shown.week)]


def table(shown: Today, width: int) -> Sequence[RenderableType]:
    """Today's session for a terminal of some columns."""
    from backplan.render import table as rich_table

    told = [rich_table.hanging(f"• {notice}", width, 2) for notice in notices(shown)]
    return [*told, *rich_table.today(shown.day, shown.week, width)]


def afterwards(day: Day) -> str:
    """What to do after the session; nothing without one, or once it is noted."""
    return AFTERWARDS if day.sessions and not day.done else ""
