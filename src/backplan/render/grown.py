"""How it is said what has grown: amounts, each exercise from its first dose to the present one, the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.wording import NUMBERS, counted, short_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from backplan.model.week import GivenDose
    from backplan.planner.lookback.grown import Grown, SlotGrown, Way
    from backplan.planner.lookback.next_step import NextStep, Wait, WaitKind

NAMES = 19  # columns of the name of an amount or a slot
SLOTS: Mapping[str, str] = {
    "back": "Back", "abdominal": "Abdominal", "side": "Side", "hip": "Hip", "choice": "Flowing", "lower": "Legs",
    "push": "Push", "pull": "Pull", "balance": "Balance",
}  # fmt: skip


def grown_head(shown: Grown) -> str:
    """What the weeks are that are compared."""
    first, now = short_day(shown.first.starts), short_day(shown.now.starts)
    if first == now:
        return f"What your week of {now} holds, and what comes next"
    return f"What has grown, from your first whole week ({first}) to that of {now}"


def rows(shown: Grown) -> Iterator[tuple[str, str, str]]:
    """Each amount and each slot: its name, what it went from and to, and the next step with what it waits for ("" where
    there is none to tell).
    """
    for key, name in AMOUNTS.items():
        step = shown.aerobic if key == "bout" else None
        yield name, _amount(shown, key), next_words(step) if step else ""
    for each in shown.slots:
        yield SLOTS[each.slot], _went(each), next_words(each.next) if each.next else ""


def _amount(shown: Grown, key: str) -> str:
    """An amount at first and now, as the weeks were shown, and what was done of it."""
    first, now, done = (getattr(each, key) for each in (shown.first.planned, shown.now.planned, shown.now.done))
    return (f"{first} to {now}" if first != now else f"{now}") + (f" ({done} done)" if done else "")


AMOUNTS: Mapping[str, str] = {
    "aerobic": "Aerobic minutes", "core": "Core sets", "strength": "Strength sets", "bout": "Longest bout, min",
}  # fmt: skip


def _went(each: SlotGrown) -> str:
    now = f"{each.now.name}, {_dose(each.now.dose)}"
    if each.first is None:
        return now
    if each.way == "same":
        return f"{now}: as at first"
    if each.first.exercise == each.now.exercise:
        return f"{each.now.name}, {_dose(each.first.dose)}, to {_dose(each.now.dose)}"
    return f"{each.first.name}, {_dose(each.first.dose)}, to {now}{WAYS.get(each.way, '')}"


WAYS: Mapping[Way, str] = {"harder": " (harder)", "easier": " (easier)"}


def _dose(dose: GivenDose) -> str:
    return dose._replace(per_side=False).words()


def next_words(step: NextStep) -> str:
    """The next step and what it waits for, in words."""
    if step.wait.kind in ENDS:
        return f"Next: {ENDS[step.wait.kind]}"
    return f"Next: {_goes_to(step)}{wait_words(step.wait)}"


def _goes_to(step: NextStep) -> str:
    """What a step goes to: of a dose only what changes."""
    if step.partner is not None:
        return f"{step.partner.name} (harder), "
    if step.heavier:
        return "the next band or a little more weight, "
    if step.dose is None:
        return "longer, "
    if step.dose.minutes is not None:
        return f"{step.dose.minutes} minutes, "
    before = step.before or step.dose
    reps = [counted(step.dose.reps, "repetition")] if step.dose.reps != before.reps else []
    hold = [f"hold {step.dose.hold_s} s"] if step.dose.hold_s != before.hold_s else []
    return f"{', '.join([*reps, *hold])}, "


ENDS: Mapping[WaitKind, str] = {
    "level": "harder ones with your next level",
    "asked": "harder ones are advanced, for those who ask (`backplan init --only level`)",
    "theirs": "stays as your therapist set it",
    "top": "as far as this goes here",
}


def wait_words(wait: Wait) -> str:
    """What a step waits for, as the end of a sentence."""
    if wait.kind == "sessions":
        by = f", the last from {_day(wait.on)} on" if wait.on else ""
        return f"after {counted(wait.sessions, 'more good session', spelled=True)}{by}"
    if wait.kind == "half":
        many = counted(wait.sessions, "more session", spelled=wait.sessions < len(NUMBERS))
        return f"after {many} of this week" if wait.sessions else WAITS["half"]
    if wait.kind == "brisker" and wait.on:
        return f"when its turn comes: from {_day(wait.on)} on it is brisker"
    if wait.kind == "rise" and wait.on:
        return f"from {_day(wait.on)} on: your next level comes first"
    since = f"after a session too much on {_day(wait.since)}, " if wait.since else ""
    if wait.on:
        return f"{since}from {_day(wait.on)} on" + (" again" if since else "")
    return WAITS[wait.kind]


def _day(day: date) -> str:
    return f"{day:%a} {short_day(day)}"


WAITS: Mapping[WaitKind, str] = {
    "half": "after a week with half of its sessions done",
    "leg": "once pain goes no further down your leg than at the start",
    "calm": "once pain is at its usual again",
    "pain": "once pain no longer rises from week to week",
    "effort": "after a session at an effort under 8",
    "others": "when its turn comes",
    "minutes": "when your days have the minutes",
    "load": "once a session with it is noted at an effort of 6 or less, two weeks from the last such step",
}


def grown_lines(shown: Grown) -> Iterator[str]:
    """What has grown, line by line."""
    yield f"Growth: {grown_head(shown)}"
    for name, went, step in rows(shown):
        yield f"{name}: {went}" + (f". {step}" if step else "")
