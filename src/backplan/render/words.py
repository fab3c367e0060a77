"""The words that both the table and the plain lines use."""

from __future__ import annotations

from collections.abc import Mapping

from backplan.model.vocabulary import ON_THE_BED, BlockKind, Done, Leg, Place
from backplan.model.week import Balance, Day, DayBlock, Item, Week
from backplan.planner.diary.pause import NO_WORD
from backplan.planner.lookback.leg import LegTold

BLOCKS: Mapping[BlockKind, str] = {
    "warm-up": "Warm-up",
    "core": "Core",
    "aerobic": "Aerobic",
    "strength": "Strength",
    "stretch": "Loosen",
    "cool-down": "Stretch",
    "coping": "Cope",
    "daily": "Daily",
}
BESIDE: Mapping[BlockKind, str] = {"daily": "Every day", "coping": "A few minutes to cope"}
THERAPIST = "Therapist"
PLACES: Mapping[Place, str] = {"home": "At home", "outdoors": "Outdoors", "pool": "At the pool", "gym": "At the gym"}
TICKS: Mapping[Done, str] = {"all": "✓", "part": "~", "no": "–"}
DONE: Mapping[Done, str] = {"all": "done", "part": "partly done", "no": "let go"}
TARGETS: Mapping[str, str] = {
    "prescribed": "Prescribed",
    "aerobic": "Aerobic",
    "core": "Core",
    "strength": "Strength",
    "balance-days": "Balance work",
    "stretch": "Stretching",
    "water": "Water",
    "pelvic-floor": "Pelvic floor",
    "coping": "Coping",
    "active-days": "Active days",
    "rest-days": "Rest days",
}
DOWN_TO: Mapping[Leg, str] = {
    "none": "not at all",
    "buttock": "to the buttock",
    "thigh": "to the thigh",
    "calf": "to the calf",
    "foot": "to the foot",
}
FIRST_REVIEW = 4  # weeks
_WEEKS_NOT_DAYS = "Pain takes weeks, not days, to change: the first look back comes at 4 weeks, the verdict at 6 to 8."


def part(block: DayBlock) -> str:
    """What a block is called; prescribed exercises by themselves are the therapist's."""
    return THERAPIST if block.prescribed else BLOCKS[block.kind]


def name(item: Item) -> str:
    """What an exercise is called in the week, with a word on the care it needs."""
    care = item.caution or ""
    marks = ["on your bed"] if ON_THE_BED in care else []
    marks += ["with care"] if care.replace(ON_THE_BED, "") else []
    return f"{item.name} ({', '.join(marks)})" if marks else item.name


def dose(item: Item) -> str:
    """The dose of an exercise in the week, with its load, and with what it was last done with."""
    last = f"last time {item.last_load}" if item.last_load else None
    return ", ".join(filter(None, (item.dose.words(), item.load, last)))


def unplanned(week: Week) -> str:
    """Of a day that was not laid out: why. A plan begins once; a later week may simply be opened late."""
    return "before this plan began" if week.programme_week == 1 else "before you opened this week"


def pause(day: Day) -> str:
    """Of a day of a pause: that it is one, and why where that was said."""
    return "pause" if day.pause in (None, NO_WORD) else f"pause, {day.pause}"


def title(week: Week) -> str:
    """The week's place in the calendar and in the programme."""
    kind = f", {week.kind.label}" if week.kind.label else ""
    return f"Week {week.programme_week} · {_level(week)}{kind} · {week.name}"


def _level(week: Week) -> str:
    """The level of the week; the parts that are further are named."""
    further: dict[str, list[str]] = {}
    for part, level in week.levels.items():
        if level != week.level:
            further.setdefault(level, []).append(part)
    return "; ".join([week.level, *(f"{' and '.join(parts)} {level}" for level, parts in further.items())])


def leg_story(told: LegTold) -> str:
    """How far down the leg pain went at first, goes now, and went at its furthest."""
    (began, first), (now, latest), (when, furthest) = told
    words = [f"Down the leg: {DOWN_TO[first]} on {began}"]
    words += [f"{DOWN_TO[latest]} on {now}"] if now > began else []
    words += [f"at its furthest {DOWN_TO[furthest]} on {when}"] if furthest not in (first, latest) else []
    return f"{', '.join(words)}."


def amount(row: Balance) -> str:
    """What a row of the balance got, of what was asked."""
    unit = {"sessions": "", "days": "", "times": "", "min": " min"}[row.unit]
    beside = f" ({row.minutes} min)" if row.minutes else ""
    goal = f" (goal {row.aim})" if row.target == "aerobic" and row.aim > row.got else ""
    if row.growing:
        return f"{row.got}{unit}{beside}, on the way to {row.aim}"
    return f"{row.got}{unit}{beside}{goal}" if row.met else f"{row.got} of {row.asked}{unit}{beside}{goal}"


def left_out_line(week: Week) -> str:
    """One line that counts what was left out, by the first rule that spoke against each."""
    if not week.left_out_counts:
        return ""
    counted = ", ".join(f"{count} {label}" for label, count in week.left_out_counts)
    return f"Left out {len(week.left_out)} of the library's exercises: {counted}. `backplan why EXERCISE` tells more."


def long_view(week: Week) -> str:
    """That it takes weeks; nothing in weeks that are about getting through."""
    return _WEEKS_NOT_DAYS if week.kind.grows and week.programme_week < FIRST_REVIEW else ""
