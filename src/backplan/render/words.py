"""The words that both the table and the plain lines use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from backplan.model.told import Change, Notice
from backplan.model.vocabulary import ON_THE_BED, BlockKind, Done, Leg, Place
from backplan.model.week import LONG_ENOUGH, QUESTION_FIRST, Balance, Day, DayBlock, GivenDose, Item, OwnDone, Week
from backplan.model.wording import MONTHS, all_of, capital, counted, dated, spaced, span
from backplan.named_tuple import NamedTuple
from backplan.planner.diary.pause import NO_WORD

if TYPE_CHECKING:
    from backplan.model.card import ExerciseCard
    from backplan.planner.lookback.leg import LegTold

BLOCKS: Mapping[BlockKind, str] = {
    "warm-up": "Warm-up",
    "core": "Core",
    "aerobic": "Aerobic",
    "strength": "Strength",
    "stretch": "Loosen",
    "cool-down": "Stretch",
    "coping": "Calm",
    "daily": "Daily",
}
THERAPIST = "Therapist"
PLACES: Mapping[Place, str] = {"home": "At home", "outdoors": "Outdoors", "pool": "At the pool", "gym": "At the gym"}
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
    "walk-daily": "Short walks",
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
_WEEKS_NOT_DAYS = "Pain takes weeks to change: a first look at 4, a verdict at 6 to 8."


def part(block: DayBlock) -> str:
    """What a block is called; prescribed exercises by themselves are the therapist's, but for what is done daily."""
    return THERAPIST if block.prescribed and block.kind != "daily" else BLOCKS[block.kind]


def name(item: Item) -> str:
    """What an exercise is called in the week, with a word on the care it needs."""
    care = item.caution or ""
    marks = ["on your bed"] if ON_THE_BED in care else []
    marks += ["with care"] if care.replace(ON_THE_BED, "") else []
    return f"{item.name} ({', '.join(marks)})" if marks else item.name


class Spoken(NamedTuple):
    """A dose as people say it, in the parts that stand under each other: 6, each side, 2 sets, hold 7 s. ``hold_s`` are
    its seconds, 0 where no hold is said.
    """

    number: int
    unit: str
    sets: str
    hold_s: int

    @property
    def hold(self) -> str:
        """The hold in words; nothing where none is said."""
        return f"hold {span(self.hold_s)}" if self.hold_s else ""

    @property
    def in_one_line(self) -> str:
        """The parts in one line."""
        return ", ".join(filter(None, (f"{self.number} {self.unit}", self.sets, self.hold)))


def spoken(dose: GivenDose) -> Spoken:
    """A dose as people say it: one set is not mentioned, and a hold too short to count is only the turn."""
    if dose.minutes is not None:
        return Spoken(dose.minutes, "min", "", 0)
    hold_s = dose.hold_s if dose.hold_s >= LONG_ENOUGH else 0
    if dose.each_set:
        unit = "set" if dose.sets == 1 else "sets"
        return Spoken(len(dose.each_set), unit, "-".join(map(str, dose.each_set)), hold_s)
    sets, reps = (1, dose.sets * dose.reps) if dose.stretch else (dose.sets, dose.reps)
    unit = "each side" if dose.per_side else "time" if reps == 1 else "times"
    return Spoken(reps, unit, f"{sets} sets" if sets > 1 else "", hold_s)


def minutes(day: Day) -> str:
    """How long the sessions of a day take, and what of them is done again later in it."""
    later = f", and {counted(day.minutes_later, 'minute')} later in the day" if day.minutes_later else ""
    return f"{counted(day.minutes, 'minute')}{later}"


def again(blocks: Iterable[DayBlock]) -> str:
    """What of some blocks is done again later in the day, and how often; nothing where none of it is."""
    several = {item.name: item.dose.particulars.times - 1 for block in blocks for item in block.items}
    later = [f"{name} {'once' if more == 1 else f'{more} times'} more" for name, more in several.items() if more]
    return ", ".join(later)


NAMED = 2  # exercises that were left out and are named in a line


def done(day: Day) -> str:
    """What became of a day that the diary has a word on, and what was left out of it."""
    if day.less:
        return "done, less"
    if not day.left_out or day.done == "no":
        return DONE[day.done or "all"]
    names = {item.exercise: item.name for block in day.blocks() for item in block.items}
    few = len(day.left_out) <= NAMED
    return f"done, all but {all_of([names[key] for key in day.left_out]) if few else f'{len(day.left_out)} exercises'}"


def in_a_line(dose: GivenDose) -> str:
    """A dose as people say it, with what a therapist asks besides."""
    return ", ".join(filter(None, (spoken(dose).in_one_line, _sides(dose), dose.particulars.words())))


def _sides(dose: GivenDose) -> str:
    """That sets of their own repetitions each are for each side, which has no room beside them."""
    return "each side" if dose.each_set and dose.per_side else ""


def short(dose: GivenDose, times: str) -> str:
    """A dose where there is little room: 2×6 a side, 7 s."""
    if dose.minutes is not None:
        return f"{dose.minutes} min"
    parts, side = spoken(dose), " a side" if dose.per_side else ""
    if dose.stretch:
        held = span(dose.hold_s)
        return f"{parts.number}{times}{held}{side}" if parts.number > 1 else f"{held}{side}"
    hold = f", {span(parts.hold_s)}" if parts.hold_s else ""
    if dose.each_set:
        return f"{parts.sets}{side}{hold}"
    many = f"{dose.sets}{times}{parts.number}" if parts.sets else f"{parts.number}"
    return f"{many}{side or ('' if parts.sets else ' ' + parts.unit)}{hold}"


def aside(item: Item) -> str:
    """What is said beside an exercise's dose: what a therapist asks besides, what becomes of its load, and what it was
    last done with; nothing where there is none of it.
    """
    last = f"last time {item.last_load}" if item.last_load else None
    return ", ".join(filter(None, (_sides(item.dose), item.dose.particulars.words(), item.load, last)))


def dose(item: Item) -> str:
    """The dose of an exercise in a line, as people say it, with what is said beside it."""
    return ", ".join(filter(None, (spoken(item.dose).in_one_line, aside(item))))


def steps(dose: GivenDose, card: ExerciseCard) -> list[str]:
    """How an exercise is done, a step a line; where one side alone was prescribed, without the change to the other."""
    listed = list(card.steps)
    if not (side := dose.particulars.side):
        return listed
    kept = [re.sub(_ON_THIS_SIDE, "", step) for step in listed]
    plain = f"Your {side} side only: leave out what is for the other side."
    return [plain, *kept] if any(re.search(_OTHER_SIDE, step) for step in kept) else kept


_ON_THIS_SIDE = r", then change sides(?=\.)"  # compiled when first asked for, as the other is
_OTHER_SIDE = r"(?i)\b(?:change sides|(?:the|your) other (?:side|leg|arm|way|foot|knee|hand))\b"


def sentence_of(told_of: Change | Notice) -> str:
    """A change or a notice as people read it; the ids of rules are for `why` and for JSON."""
    return re.sub(r" \(rule [a-z0-9 -]+\)|, rule [a-z0-9-]+(?=\.?\))", "", told_of.sentence)


def unplanned(week: Week, day: Day) -> str:
    """Of a day that was not laid out: why, and what was done all the same. A plan begins once; a later week may simply
    be opened late.
    """
    why = "before this plan began" if week.programme_week == 1 else "before you opened this week"
    done = _UNASKED[day.done or "no"]
    return f"{why}; {done}" if done else why


_UNASKED: Mapping[Done, str] = {"all": "you noted a session", "part": "you noted part of a session", "no": ""}


def pause(day: Day) -> str:
    """Of a day of a pause: that it is one, and why where that was said, and what was done all the same; or that a
    question waits for its answer.
    """
    if day.pause == QUESTION_FIRST:
        return f"{QUESTION_FIRST}: the day is held back until it is answered"
    done = _UNASKED[day.done or "no"]
    why = "" if day.pause in (None, NO_WORD) else f", {day.pause}"
    return f"pause{why}{f'; {done}' if done else ''}"


def title(week: Week) -> str:
    """The week's place in the programme, its level, and what kind of week it is."""
    kind = f", {week.kind.label}" if week.kind.label else ""
    return f"Week {week.programme_week}, {_level(week)}{kind}"


def dates(week: Week, *, short: bool = False) -> str:
    """The week's days in the calendar: 23 to 29 November 2026; ``short``: 23-29 Nov."""
    first, last = week.starts, date.fromordinal(week.starts.toordinal() + 6)
    if short:
        month = "" if first.month == last.month else f" {first:%b}"
        return f"{first.day}{month}-{last.day} {last:%b}"
    month = "" if first.month == last.month else f" {MONTHS[first.month - 1]}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day}{month}{year} to {last.day} {MONTHS[last.month - 1]} {last.year}"


def _level(week: Week) -> str:
    """The level of the week; the parts that are further are named."""
    further: dict[str, list[str]] = {}
    for part, level in week.levels.items():
        if level != week.level:
            further.setdefault(level, []).append(part)
    return "; ".join([week.level, *(f"{' and '.join(parts)} {level}" for level, parts in further.items())])


def leg_story(story: LegTold) -> str:
    """How far down the leg pain went at first, each step further down, and where it goes now."""
    now, latest = story.latest
    depths = [(on, DOWN_TO[leg]) for on, leg in (story.first, *story.further)]
    if story.furthest[0] < now:
        depths.append((now, "still so" if latest == story.furthest[1] else f"now {DOWN_TO[latest]}"))
    words, year = [], now.year
    for on, what in depths:
        words.append(f"{what} on {dated([on])}{f' {on.year}' if on.year != year else ''}")
        year = on.year
    return f"Down the leg: {', '.join(words)}."


COUNTED: Mapping[str, str] = {"active-days": "active day", "rest-days": "rest day"}
NAMES: Mapping[str, str] = {
    **{key: name.lower() for key, name in TARGETS.items()}, "coping": "calm", "balance-days": "balance work",
}  # fmt: skip


def growing(row: Balance) -> bool:
    """Whether a row holds what was asked, and a goal beyond it is told: one that the plan itself grows towards."""
    return row.growing


def amount(row: Balance) -> str:
    """What a row of the balance got, of what was asked."""
    unit = {"sessions": "", "days": "", "times": "", "min": " min"}[row.unit]
    beside = f" ({row.minutes} min)" if row.minutes else ""
    goal = f" (in time {row.aim})" if row.target == "aerobic" and row.aim > row.got else ""
    if row.growing:
        return f"{row.got}{unit}{beside}, on the way to {row.aim}"
    return f"{row.got}{unit}{beside}{goal}" if row.enough else f"{row.got} of {row.asked}{unit}{beside}{goal}"


def why_short(shown: Week) -> dict[str, list[str]]:
    """The rows that fell short, by why: what several have in common is said once."""
    found: dict[str, list[str]] = {}
    for row in shown.balance:
        if not row.enough:
            found.setdefault(row.reason or "", []).append(f"{NAMES[row.target]} {amount(row)}")
    return found


def own(done: Iterable[OwnDone], *, today: bool = False) -> str:
    """What was done of one's own beside the plan, and whether it counts; nothing where nothing was."""
    counted_in = OWN_TODAY if today else OWN_COUNTS
    minutes: dict[str, dict[str, int]] = {counted_in: {}, OWN_OTHER: {}, OWN_WAITS: {}}
    for each in done:
        name, of = spaced(each.exercise), counted_in if each.counts else OWN_WAITS if each.waits else OWN_OTHER
        minutes[of][name] = minutes[of].get(name, 0) + each.minutes
    first, *rest = [f"{_with_minutes(named)}: {of}" for of, named in minutes.items() if named] or [""]
    return " ".join([first, *map(capital, rest)])


def _with_minutes(named: Mapping[str, int]) -> str:
    return all_of([f"{name} {many} min" for name, many in named.items()])


OWN_COUNTS = "counted in, beside the sessions."
OWN_TODAY = "it counts."
OWN_OTHER = "no aerobic work, so it earns no aerobic minutes."
OWN_WAITS = "left out for now, so it earns no minutes of the plan."


def left_out_line(week: Week) -> str:
    """One line that counts what was left out, by the first rule that spoke against each."""
    by_rule = ", ".join(f"{count} {label}" for label, count in week.left_out_counts)
    return f"{counted(len(week.left_out), 'exercise')}: {by_rule}. Why: {_WHY}" if by_rule else ""


def left_out_briefly(week: Week) -> str:
    """How many exercises were left out, and what speaks against most of them."""
    if not week.left_out_counts:
        return ""
    return f"{len(week.left_out)}, most {week.left_out_counts[0][0]}: {_WHY}"


def left_out_counted(week: Week) -> str:
    """How many exercises were left out, and what tells why."""
    return f"{len(week.left_out)}: {_WHY}"


_WHY = "`backplan why NAME`"


def long_view(week: Week) -> str:
    """That it takes weeks; nothing in weeks that are about getting through."""
    return _WEEKS_NOT_DAYS if week.kind.grows and week.programme_week <= FIRST_REVIEW else ""
