"""What `swap` answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.actions.swap import way_back
from backplan.model.wording import clause, spaced
from backplan.render import emergency

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from backplan.actions.swap import Beside, Other, Swapped, TakenBack
    from backplan.model.exercise import Exercise

POSITIONS = {"quadruped": "on hands and knees", "supine": "lying on your back", "prone": "lying face down",
             "side": "lying on your side", "floor-sit": "sitting on the floor",
             "any": "in any position"}  # fmt: skip


def swapped(exercise: Exercise, found: Swapped) -> Iterator[str]:
    """What takes the place of an exercise that was given up, how that is taken back, and what else could."""
    way = f"you do without {exercise.name}; this week has nothing for its place."
    if found.instead:
        verb = "takes" if len(found.instead) == 1 else "take"
        way = f"{' and '.join(found.instead.values())} {verb} the place of {exercise.name}."
    asked = found.asked
    therapist = (
        f" Your {asked.by} prescribed {exercise.name}: please tell them that you do without it." if asked else ""
    )
    yield f"From today on, {way}{therapist} {way_back(exercise.id)}."
    yield from beside(found)
    if found.others:
        names = ", ".join(f"{each.name} ({each.id})" for each in found.others)
        here = next(iter(found.instead), exercise.id)
        yield f"What else could: {names}. `backplan swap {here} --for {found.others[0].id}` would."
    yield emergency.LINE


def beside(found: Swapped | TakenBack) -> Iterator[str]:
    """What a swap changed beside the two exercises, day by day."""
    for day in found.beside:
        parts = [
            *([_instead(day)] if day.gone or day.came else []),
            *(f"{name}: {now} instead of {then}" for name, then, now in day.doses),
        ]
        yield f"{day.on:%A} changes with it: {'; '.join(parts)}."
    if found.coping:
        yield "The few minutes to cope, beside the sessions, take other turns."


def _instead(day: Beside) -> str:
    came, gone = " and ".join(day.came), " and ".join(day.gone)
    if not day.came:
        return f"without {gone}"
    return f"{came} instead of {gone}" if gone else f"{came} comes in"


UNCHANGED = "Nothing changes until you choose one."
MOST = 8  # names that are told at once
WHICH = "Which one would you rather not do?"


def which(found: Sequence[Exercise], *, easier: bool = False) -> str:
    """That an exercise has to be named, and which there are."""
    names = "; ".join(each.name for each in found[:MOST]) + ("; and more" if len(found) > MOST else "")
    like = f", like `backplan swap {found[0].name.lower()}{' for something easier' if easier else ''}`" if found else ""
    return f"say which one{like}. You have: {names}" if found else "there is nothing to swap: `backplan week`"


def offered(exercise: Exercise, found: Sequence[Other]) -> Iterator[str]:
    """What can take the place of an exercise, numbered, each with why."""
    yield f"In the place of {exercise.name}:"
    for number, each in enumerate(found, 1):
        yield f"  {number}  {candidate(each)}."


def candidate(other: Other) -> str:
    """An exercise that can take the place of another, with why."""
    return f"{other.exercise.name}: {_why(other)}"


def _why(other: Other) -> str:
    """What speaks for an exercise, and what there is to know of it."""
    found, things = other.exercise, ", ".join(spaced(each) for each in other.exercise.equipment)
    differences = [
        "easier on the same muscles" if other.easier else "for the same muscles",
        "you like it" if other.liked else "",
        POSITIONS.get(found.position, spaced(found.position)),
        f"needs: {things}" if things else "",
        "you swapped it away before" if other.before else "",
        "with care" if other.care else "",
    ]
    return ", ".join(filter(None, differences))


def nothing_instead(exercise: Exercise) -> str:
    """The question whether an exercise is to go though nothing can take its place."""
    return f"Nothing can take the place of {exercise.name}. Leave it out all the same? (y/n)"


def left_alone(exercise: Exercise) -> str:
    """That nothing was changed."""
    return clause(exercise.name, "stays; nothing was changed.")


def taken_back(exercise: Exercise, found: TakenBack) -> Iterator[str]:
    """That a swap is taken back, and whether this week holds the exercise again."""
    if found.again:
        yield f"The swap is taken back: from today on, your week holds {exercise.name} again."
    else:
        yield f"The swap is taken back. This week has no place for {exercise.name} now; a later one may."
    yield from beside(found)
    yield emergency.LINE
