"""What `init` says once the answers are recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.actions.mistaken_leg import LEG
from backplan.model.vocabulary import BIRTH, OPERATION
from backplan.model.wording import all_of
from backplan.render.diary import lifted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from backplan.actions.answers import Answered
    from backplan.actions.mistake import SignsTakenBack
    from backplan.model.vocabulary import Leg

TO_SCORE = "How well can you do what you named, 0 (cannot) to 10 (as before)? `backplan log --function 1=N` notes it."
NO_POOL = (
    "You named {}, but no pool among what you have, so the week goes without water. If there is one you can go to: "
    "`backplan init --equipment {}`."
)


STANDS = "It stands as you reported it. Nothing was changed."
WAS_IT_A_MISTAKE = "If it was never so, and only pressed by mistake: `backplan init --by-mistake {}`."


STILL = (
    "On record there is {} that holds your plan; it stands until a clinician has agreed since. If it was never so, or "
    "on another day, tell them, and record what they say: `backplan init --only {}`."
)


def taken_back(found: SignsTakenBack) -> Iterator[str]:
    """That signs were pressed by mistake and are taken back, and what that lifts."""
    from backplan.rules.screening.flags import name_of

    named = [*map(name_of, found.signs), *([pain_to(found.leg.depth)] if found.leg else [])]
    yield f"Taken back, as pressed by mistake and never so: {all_of(named)}."
    if found.lifted:
        yield lifted(found.lifted)
    if found.stop is None:
        yield "`backplan week` shows your week."


def pain_to(leg: Leg) -> str:
    """That pain goes so far down the leg."""
    return f"pain down to the {leg}"


def mistaken(signs: Sequence[str]) -> str:
    """How signs that were pressed by mistake are taken back; nothing for none."""
    return WAS_IT_A_MISTAKE.format(",".join(signs)) if signs else ""


def answered(found: Answered, *, day_follows: bool = False) -> Iterator[str]:
    """That the answers are recorded, and what to do next, unless a stop holds or the first day follows at once."""
    from backplan.actions.mistake import THEN
    from backplan.rules.screening.flags import name_of

    yield "Your answers are recorded."
    for key in found.elsewhere:
        yield (
            f"While you were answering, the questions on {key} were answered in another window, too. "
            f"What was said there stands; if it is not right: `backplan init --only {key}`."
        )
    if found.here:
        yield f"Another window answered on {' and '.join(found.here)}, too, while you did: what you said here stands."
    if found.beside:
        named = " and ".join(key.replace("_", " ") for key in found.beside)
        yield f"While you were answering, another window changed what is on record of {named}: that stands, too."
    if found.lifted:
        yield lifted(found.lifted)
    if found.mistakable and (found.stop is not None or LEG in found.mistakable):
        yield mistaken(found.mistakable)
    for each in found.unsaid:
        if each in (OPERATION, BIRTH) and each not in found.mistakable:
            yield STILL.format(name_of(each), THEN[each])
    if found.unscored:
        yield TO_SCORE
    if found.dry and found.stop is None:
        things = ",".join((*found.dry.equipment, "pool"))
        yield NO_POOL.format(all_of(found.dry.answers), things)
    if found.stop is None and not day_follows:
        yield "`backplan week` shows your week."


def begins(on: date | None, today: date) -> str:
    """What the day is that follows, the first with a session; where this week holds none any more, where it stands."""
    if on is None:
        return "This week holds no more sessions: `backplan week next` shows the first."
    return "Your first day:" if on == today else "Today is for rest. Your first day:"
