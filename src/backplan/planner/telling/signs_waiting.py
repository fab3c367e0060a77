"""How a question is asked again that a person's own words raised, and that nobody has answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.diary import LEG_SIGNS
from backplan.model.wording import long_day
from backplan.rules.red_flags import EMERGENCIES
from backplan.rules.screening.flags import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from backplan.model.diary import LogEntry
    from backplan.planner.diary.signs import HealthWaiting
    from backplan.planner.diary.unlisted_words import Unlisted

WHAT_CHANGED = {
    "heart": "your heart, or a stroke", "birth": "a birth", "pregnancy": "a pregnancy", "surgery": "an operation",
    "conditions": "a new diagnosis, or blood pressure that is not under control",
    "changed": "a change of health, such as a hospital stay, an injury or a clinician's word on exercise",
}  # fmt: skip


def question(entry: LogEntry, signs: Sequence[str], today: date) -> str:
    """What was told, of which signs it may tell, and what to do if it is so, and if it is not."""
    flags = {sign: f"--{flag}" for flag, sign in LEG_SIGNS.items()}
    first = "get help at once" if EMERGENCIES.intersection(signs) else "have a doctor look at it first"
    typed = " or ".join(f"`backplan log {flags.get(sign, f'--sign {sign}')}`" for sign in signs)
    return (
        f"{_wrote(entry, today)} That may tell of {' or '.join(map(name_of, signs))}: if "
        f"it is so, {first}, and note it: {typed}. If not: `backplan init --only red-flags`."
    )


def health_question(waiting: HealthWaiting, today: date) -> str:
    """What was told, of which change of health or of the leg it may tell, and what answers it."""
    asked = [
        f"That may tell of {WHAT_CHANGED[section]}: if it is so, and new, do no more exercise before it is recorded: "
        f"`backplan init --only {section}`. The same command says that it is not so."
        for section in waiting.changes
    ]
    if waiting.leg != "none":
        asked.append(
            "That may tell of pain further down your leg than before. How far does it go? Note it: `backplan log pain "
            f"N --leg {waiting.leg}`, or another of none, buttock, thigh, calf, foot. Until you say, nothing grows."
        )
    return " ".join((_wrote(waiting.entry, today), *asked))


def unlisted_question(entry: LogEntry, unlisted: Unlisted, today: date) -> str:
    """What was told that may be something new in the body, and what to do if it is so, and if it is not."""
    if unlisted == "midwife":
        return (
            f"{_wrote(entry, today)} Call your midwife or doctor at once. Once they have said that you may go on: "
            "`backplan init --only red-flags`."
        )
    first = "call your local emergency number now" if unlisted == "now" else "rest, and ask a doctor before you go on"
    return (
        f"{_wrote(entry, today)} If that tells of something new in your body, {first}. "
        "`backplan init --only red-flags` asks for the signs to look at first, and answers this."
    )


def _wrote(entry: LogEntry, today: date) -> str:
    words = "; ".join(filter(None, (entry.note, entry.why))) or (entry.exercise or "").replace("-", " ")
    return f"On {long_day(entry.on, today)} you wrote “{words}”."
