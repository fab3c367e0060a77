"""How hard an exercise is to be, and with what load this week: what its item says beside the dose."""

from collections.abc import Mapping

from backplan.model.case import Case, Lift
from backplan.model.exercise import Exercise, HarderBy
from backplan.model.week import STRETCH, GivenDose
from backplan.planner.growth.load import LIGHTER
from backplan.rules.hard import HARD

BREATHE_OUT = "Easy effort; breathe out on the effort, and never hold your breath."
STOP = "stop while you could still do two more"
FEWER = ", even if that is fewer than last week"
NO_BAND, NO_WEIGHT = "No stronger band? Hold yours shorter.", "No such weight? Lower yours more slowly."


def how_hard(exercise: Exercise, dose: GivenDose, case: Case) -> str | None:
    """How hard an exercise is to be; None where that is not said. Without a load nothing makes the last ones hard."""
    if "bp-uncontrolled" in case.tags and exercise.id not in case.prescribed:
        return BREATHE_OUT
    if not all(rule.check(exercise, case) for rule in HARD):
        return None
    if dose.hold_s >= STRETCH:
        return "The last seconds should be hard; stop while you could still go on a little."
    if not exercise.takes_load:
        return f"{STOP.capitalize()}{FEWER if case.lifts.get(exercise.id) == 'more' else ''}."
    sentence = f"The last two should be hard; {STOP}"
    if case.lifts.get(exercise.id) != "more":
        return f"{sentence}."
    return f"{sentence}{FEWER}. {NO_BAND if exercise.banded else NO_WEIGHT}"


def load_of(exercise: Exercise, case: Case) -> str | None:
    """With what load an exercise is done this week, where that changes or was never noted since it did."""
    lift = case.lifts.get(exercise.id)
    by = exercise.harder_by
    return None if lift is None or by is None else WORDS[lift][by]


WITH: Mapping[HarderBy, str] = {
    "band": "with the next band",
    "weight": "with a little more weight",
    "speed": "a little faster through the water",
    "surface": "a little faster, or with a larger surface (flat hands, paddles)",
    "depth": "where the water is a hand's breadth shallower, no lower than your waist",
}
STILL_WITH: Mapping[HarderBy, str] = {
    "band": "with the stronger band",
    "weight": "with the heavier weight",
    "speed": "as fast through the water as last time",
    "surface": "as fast, or with as large a surface, as last time",
    "depth": "where the water is as shallow as last time",
}
WORDS: Mapping[Lift, Mapping[HarderBy, str]] = {"more": WITH, "kept": STILL_WITH, "less": LIGHTER}
