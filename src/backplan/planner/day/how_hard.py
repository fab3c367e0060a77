"""How hard an exercise is to be, and with what load this week: what its item says beside the dose."""

from backplan.model.case import Case
from backplan.model.exercise import Exercise
from backplan.model.week import STRETCH, GivenDose
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
        return f"{STOP.capitalize()}."
    said = f"The last two should be hard; {STOP}"
    if case.lifts.get(exercise.id) != "more":
        return f"{said}."
    return f"{said}{FEWER}. {NO_BAND if exercise.banded else NO_WEIGHT}"


def load_of(exercise: Exercise, case: Case) -> str | None:
    """What becomes of the load of an exercise this week; None where it stays."""
    lift = case.lifts.get(exercise.id)
    if lift is None:
        return None
    if exercise.banded:
        return "with the next band" if lift == "more" else "with the lighter band again"
    return "with a little more weight" if lift == "more" else "with the lighter weight again"
