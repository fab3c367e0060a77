"""What `why thursday` and `why no strength` answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import QUESTION_FIRST
from backplan.model.wording import WEEKDAY_NAMES, all_of, capital, counted, long_day
from backplan.render import emergency, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backplan.actions.why_day import PartOfDay, WhyDay, WhyWeek

NOT_OFFERED = (
    "It is none of the days you named. `backplan week --move {other}={day}` moves a session to it in this week; "
    "`backplan init --only time` changes your days."
)
OFFERED = "You named it, and this week needs no session on it: what is asked fits into its other days."


def lines(found: WhyDay) -> Iterator[str]:
    """The day, what was offered for it, and part by part what it holds or why not."""
    yield f"{long_day(found.day.on)}: {_what(found)}"
    if found.day.sessions or found.minutes is not None:
        yield from map(_of_part, found.parts)
    yield emergency.LINE


def _what(found: WhyDay) -> str:
    day = found.day
    if not day.planned:
        return f"{words.unplanned(found.week, day)}."
    if day.pause is not None:
        return "a question comes first." if day.pause == QUESTION_FIRST else f"{words.pause(day)}, so nothing is asked."
    if not day.sessions:
        others = [each.weekday for each in found.week.days if each.sessions and not each.done]
        move = NOT_OFFERED.format(other=others[-1] if others else "DAY", day=day.weekday)
        return f"a day of rest. {OFFERED if found.minutes is not None else move}"
    if found.minutes is None:
        return f"{counted(day.minutes, 'minute')}, on a day that was put in for others."
    return f"{counted(day.minutes, 'minute')}, of the {found.minutes} you offered."


def _of_part(part: PartOfDay) -> str:
    """Whether the day holds a part; where not, on which days the week has it, and what falls short in all."""
    name, days = words.NAMES[part.part], _days(part)
    if part.held:
        return f"{capital(name)}: on this day."
    where = f"this week has it on {days}" if days else "this week holds none"
    row = part.row
    if row is None or not row.asked:
        return f"No {name}: none is asked of this week."
    if row.met:
        return f"No {name}: {where}, which is what it asks."
    return f"No {name}: {where}, less than it asks. {row.reason or ''}".rstrip()


def _days(part: PartOfDay) -> str:
    return all_of([WEEKDAY_NAMES[WEEKDAYS[each.weekday()]] for each in part.on]) if part.on else ""


def week_lines(found: WhyWeek) -> Iterator[str]:
    """Part by part on which days of the week it stands, or why not."""
    yield f"{words.title(found.week)}."
    yield from map(_of_part_of_week, found.parts)
    yield "`backplan why thursday` says the same of a day."
    yield emergency.LINE


def _of_part_of_week(part: PartOfDay) -> str:
    name, row = words.NAMES[part.part], part.row
    where = f"{capital(name)}: on {_days(part)}" if part.held else f"No {name}"
    if row is None or not row.asked:
        return f"{where}{'; no more is' if part.held else ': none is'} asked of this week."
    if row.met:
        return f"{where}, which is what this week asks."
    return f"{where}{', ' if part.held else ': '}less than this week asks. {row.reason or ''}".rstrip()


def week_document(found: WhyWeek) -> dict[str, Any]:
    """Why a week is as it is, as one JSON document."""
    lines = [*week_lines(found)][:-1]
    return emergency.with_line(
        {"schema": 1, "week": found.week.starts.isoformat(), "parts": _parts(found.parts), "lines": lines},
    )


def _parts(parts: Sequence[PartOfDay]) -> list[dict[str, Any]]:
    return [
        {"part": each.part, "held": each.held, "on": [on.isoformat() for on in each.on],
         "reason": each.row.reason if each.row and not each.row.met else None}
        for each in parts
    ]  # fmt: skip


def document(found: WhyDay) -> dict[str, Any]:
    """Why a day is as it is, as one JSON document."""
    day = found.day
    return emergency.with_line(
        {
            "schema": 1,
            "date": day.on.isoformat(),
            "minutes": day.minutes,
            "offered": found.minutes,
            "parts": _parts(found.parts),
            "lines": [*lines(found)][:-1],
        }
    )
