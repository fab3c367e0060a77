"""How it is said what has grown: amounts, each exercise from its first dose to the present one, the next step."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from backplan.model.slots import WATER
from backplan.model.week import WEEK
from backplan.model.wording import NUMBERS, counted, short_day
from backplan.named_tuple import NamedTuple
from backplan.render.words import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from backplan.model.exercise import HarderBy
    from backplan.model.week import GivenDose
    from backplan.planner.lookback.grown import Grown, SlotGrown, Way, WeekHolds
    from backplan.planner.lookback.next_step import NextStep, Wait, WaitKind

SLOTS: Mapping[str, str] = {
    "back": "Back", "abdominal": "Abdominal", "side": "Side", "hip": "Hip", "choice": "Flowing", "lower": "Legs",
    "push": "Push", "pull": "Pull", "balance": "Balance",
}  # fmt: skip


def grown_head(shown: Grown) -> str:
    """What the weeks are that are compared."""
    first, now = short_day(shown.first.starts), short_day(shown.now.starts)
    since = f" ({SINCE})" if shown.since else ""
    if first == now or not _has_grown(shown):
        return f"What your week of {now} {'held' if since else 'holds'}, and what comes next{since}"
    return f"What has grown, from your week of {first} to that of {now}{since}"


def _has_grown(shown: Grown) -> bool:
    """Whether anything holds more than at first: an amount, a dose, or a harder exercise."""
    then, now = shown.first.planned, shown.now.planned
    more = any(new > old for old, new in zip(then, now, strict=True))
    return more or any(each.way in ("longer", "harder") for each in shown.slots)


SINCE = "what came since was gentler or shorter"


def days_of(week: WeekHolds) -> str:
    """The days of a week, in so few letters as a column's head has room for: 23-29 Nov, 28 Dec-3 Jan."""
    first, last = week.starts, week.starts + WEEK - timedelta(days=1)
    begins = str(first.day) if first.month == last.month else short_day(first)
    return f"{begins}-{short_day(last)}"


class ThenAndNow(NamedTuple):
    """How much a week held at first and holds now, as the weeks were shown, what was done of it, and the next step."""

    name: str
    unit: str
    first: int
    now: int
    done: int
    step: str = ""


def amounts(shown: Grown) -> Iterator[ThenAndNow]:
    """How much there is of each kind of work in a week."""
    for key, (name, unit) in AMOUNTS.items():
        first, now, done = (getattr(each, key) for each in (shown.first.planned, shown.now.planned, shown.now.done))
        step = _next_bout(shown.aerobic, now) if key == "bout" and shown.aerobic else ""
        yield ThenAndNow(name, unit, first, now, done, step)


def _next_bout(step: NextStep, longest: int) -> str:
    """The next step of the longest bout; of that on land, where the longest now is at the pool."""
    shorter = step.dose is not None and (step.dose.minutes or 0) <= longest and step.wait.kind not in ENDS
    return f"Next on land: {_step_words(step)}" if shorter and step.dose and step.dose.minutes else next_words(step)


AMOUNTS: Mapping[str, tuple[str, str]] = {
    "aerobic": ("Aerobic", "min"), "core": ("Core", "sets"), "strength": ("Strength", "sets"),
    "bout": ("Longest at a time", "min"),
}  # fmt: skip


def slots(shown: Grown) -> Iterator[tuple[str, str, str]]:
    """Each slot: its name, what it holds and what that was, and the next step with what it waits for ("" where there is
    none to tell).
    """
    for each in shown.slots:
        yield (
            SLOTS[each.slot.removeprefix(WATER)],
            f"{_went(each)}{_for_now(each)}{IDLE if each.idle else ''}",
            next_words(each.next) if each.next else "",
        )


IDLE = "; on no day of the week now"


def _went(each: SlotGrown) -> str:
    now = f"{each.now.name}, {spoken(each.now.dose).in_one_line}"
    if each.first is None:
        return now
    if each.way == "same":
        return f"{now}; as at first"
    if each.first.exercise == each.now.exercise:
        return f"{now}; was {_was(each.first.dose, each.now.dose)}"
    return f"{now}; was {each.first.name}, {spoken(each.first.dose).in_one_line}{WAYS.get(each.way, '')}"


def _for_now(each: SlotGrown) -> str:
    """What a slot holds today where that is another exercise, or less, than in the week that is compared: a flare or a
    session too much has eased it.
    """
    today = each.next.before if each.next else None
    if each.next and today and each.next.of and each.next.of.id != each.now.exercise:
        return f"; for now {each.next.of.name}, {spoken(today).in_one_line}"
    if today is None or (today.reps, today.hold_s) >= (each.now.dose.reps, each.now.dose.hold_s):
        return ""
    less = [str(today.reps)] if today.reps != each.now.dose.reps else []
    less += [f"hold {today.hold_s} s"] if today.hold_s != each.now.dose.hold_s else []
    return f"; {', '.join(less)} for now"


def _was(first: GivenDose, now: GivenDose) -> str:
    """What of a dose was another one at first."""
    before, after = spoken(first), spoken(now)
    if before.unit != after.unit and "time" not in before.unit + after.unit:
        return before.in_one_line
    parts = [str(before.number)] if before.number != after.number else []
    parts += [before.sets or "1 set"] if before.sets != after.sets else []
    parts += [before.hold or "no hold"] if before.hold != after.hold else []
    return ", ".join(parts) or before.in_one_line


WAYS: Mapping[Way, str] = {"harder": " (harder)", "easier": " (easier)"}


def next_words(step: NextStep) -> str:
    """The next step and what it waits for, in words."""
    return f"Next: {_step_words(step)}"


def _step_words(step: NextStep) -> str:
    if step.wait.kind in ENDS:
        return ENDS[step.wait.kind]
    return f"{_goes_to(step)}{wait_words(step.wait)}"


def _nearness(wait: Wait) -> tuple[bool, date, int]:
    """By the day, then by the sessions; what waits for neither comes last."""
    return not (wait.on or wait.sessions), wait.on or date.min, wait.sessions


def nearest_steps(shown: Grown) -> list[tuple[str, str]]:
    """The exercises that have a step before them, each with that step; what is known to come next stands first."""
    found = [(each, each.next) for each in shown.slots if each.next and each.next.wait.kind not in ENDS]
    found.sort(key=lambda pair: _nearness(pair[1].wait))
    return [(each.now.name, _step_words(step)) for each, step in found]


def _goes_to(step: NextStep) -> str:
    """What a step goes to: of a dose only what changes."""
    if step.partner is not None:
        return f"{step.partner.name} (harder), "
    if step.heavier:
        return f"{HEAVIER[step.heavier]}, "
    if step.dose is None:
        return "longer, "
    if step.dose.minutes is not None:
        return f"{step.dose.minutes} minutes, "
    before = step.before or step.dose
    if step.dose == step.before:
        return "a step that your dose does not show yet, "
    reps = [counted(step.dose.reps, "repetition")] if step.dose.reps != before.reps else []
    hold = [f"hold {step.dose.hold_s} s"] if step.dose.hold_s != before.hold_s else []
    return f"{', '.join([*reps, *hold])}, "


HEAVIER: Mapping[HarderBy, str] = {
    "band": "the next band",
    "weight": "a little more weight",
    "speed": "a little faster",
    "surface": "faster, or with a larger surface",
    "depth": "a little shallower water",
}


ENDS: Mapping[WaitKind, str] = {
    "level": "harder ones with your next level",
    "high": "harder ones with your next level, once your usual pain is under 6",
    "asked": "harder ones are advanced, for those who ask (`backplan init --only level`)",
    "theirs": "stays as your therapist set it",
    "stated": "grows by the step that your therapist set",
    "top": "as far as this goes here",
}


def wait_words(wait: Wait) -> str:
    """What a step waits for, as the end of a sentence."""
    if wait.kind == "sessions":
        by = f", the last from {_day(wait.on)} on" if wait.on else ""
        return f"after {counted(wait.sessions, 'more good session', spelled=True)}{by}"
    if wait.kind == "half":
        many = counted(wait.sessions, "more session", spelled=wait.sessions < len(NUMBERS))
        return f"after {many} this week" if wait.sessions else WAITS["half"]
    if wait.kind in ("brisker", "others") and wait.on:
        how = " it is brisker" if wait.kind == "brisker" else ""
        return f"when its turn comes: as it stands now, from {_day(wait.on)} on{how}"
    if wait.kind == "rise" and wait.on:
        return f"not before {_day(wait.on)}: your next level may come first"
    if wait.on is None:
        return WAITS[wait.kind]
    day, since = _day(wait.on), f"after a session too much on {_day(wait.since)}, " if wait.since else ""
    # What is done until then may give the turn to another, so it is no promise.
    return f"as it stands now, from {day} on" if wait.kind == "from" else f"{since}not before {day}"


def _day(day: date) -> str:
    return f"{day:%a} {short_day(day)}"


WAITS: Mapping[WaitKind, str] = {
    "half": "after a week with half of its sessions done",
    "leg": "once pain goes no further down your leg than at the start",
    "sign": "once a week has gone by since what was new was cleared",
    "back": "once a week has gone by since you came back",
    "creep": "after a week in which pain rises no further",
    "calm": "once pain is noted near its usual again",
    "flare": "once the flare has settled",
    "pain": "once pain no longer rises from week to week",
    "effort": "after a session at an effort under 8",
    "others": "as it stands now, not in the next four weeks",  # as many as are looked through
    "minutes": "when your days have the minutes",
    "load": "once a session with it is noted at an effort of 6 or less, two weeks from the last such step, with a "
    "band four",
}


def grown_lines(shown: Grown) -> Iterator[str]:
    """What has grown, line by line."""
    yield f"Growth: {grown_head(shown)}."
    for each in amounts(shown):
        was = f", was {each.first}" if each.first != each.now else ""
        done = f", {each.done} done {days_of(shown.now)}"
        yield _sentence(f"{each.name}: {each.now} {each.unit}{was}{done}", each.step)
    for name, went, step in slots(shown):
        yield _sentence(f"{name}: {went}", step)


def _sentence(text: str, step: str) -> str:
    return f"{text}. {step}." if step else f"{text}."
