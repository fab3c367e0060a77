"""Prescribed: what our own rules say to what a therapist asked for, and why it is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backplan.model.case import Case
from backplan.model.exercise import Exercise
from backplan.model.particulars import PLAIN
from backplan.model.prescription import Prescribed, Prescription
from backplan.model.wording import with_stop
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.dose import as_asked
from backplan.planner.choice.select import reasons_against
from backplan.rules.dose import care, effort, load
from backplan.rules.exclusion import dislike, equipment, high_impact, prescription_avoid

NEVER_LIFTED = "Running, jogging and jumping stay out while the back heals; no prescription lifts that."

Reasons = tuple[tuple[str, str], ...]


class HeldBack(NamedTuple):
    """A part of what was asked that a rule of ours holds back: what is given in its place, the rule, and why."""

    given: str
    rule: str
    reason: str

    @property
    def why(self) -> str:
        """The reason in a line, with its rule."""
        return with_rules(((self.rule, self.reason),))


class OurAnswer(NamedTuple):
    """What our rules say to a prescribed exercise: those that still bar it, those the prescription lifts, what of its
    load and effort they hold back, and why one set of several is given.
    """

    barred: Reasons
    lifted: Reasons
    held: tuple[HeldBack, ...] = ()
    one_set: str = ""  # why all its sets are not given, where it needs care


def our_answer(exercise: Exercise, case: Case) -> OurAnswer:
    """What our own rules say to a prescribed exercise, judged with its prescription and without."""
    barred = reasons_against(exercise, case)
    without = reasons_against(exercise, case._replace(prescription=Prescription()))
    still = {rule for rule, _ in barred}
    lifted = tuple((rule, reason) for rule, reason in without if rule not in still)
    if barred:
        return OurAnswer(barred, lifted)
    return OurAnswer(barred, lifted, tuple(_held_back(exercise, case)), _one_set(exercise, case))


def _one_set(exercise: Exercise, case: Case) -> str:
    """Why one set of the several that were asked for is given, and how all of them are; nothing where they are."""
    item = case.prescription.item_for(exercise.id)
    if item is None or not item.has_dose or exercise.dose.minutes is not None:
        return ""
    asked = as_asked(exercise, item)
    if care.adjust(asked, exercise, case) == asked:
        return ""
    return f"{care.why(exercise, case)} (rule {care.RULE.id}). {care.how_lifted(item, exercise.id)}"


def _held_back(exercise: Exercise, case: Case) -> Iterator[HeldBack]:
    """What our rules hold back of the load and the effort that were asked of an exercise."""
    item = case.prescription.item_for(exercise.id)
    asked = item.particulars if item else PLAIN
    if asked.load is not None and (found := load.against(asked.load, exercise, case)):
        yield HeldBack(f"without {asked.load}", *found)
    if asked.effort is not None and (most := effort.against(asked.effort, case)):
        yield HeldBack(f"at effort {most.effort} of 10, not {asked.effort}", most.rule, most.reason)


def why_barred(
    barred: Reasons, prescription: Prescription, exercise: Exercise, *, ending: bool = False
) -> tuple[str, ...]:
    """Why our own rules still bar an exercise: one sentence for each way out of it. How a therapist's own no is ended
    is said with ``ending`` alone: a week is handed to the patient, whom it must not invite to end it.
    """
    by_way: dict[str, list[tuple[str, str]]] = {}
    for rule, reason in barred:
        theirs = rule == prescription_avoid.RULE.id and not ending
        way = "" if theirs else _way_out(rule, prescription, exercise)
        by_way.setdefault(way, []).append((rule, reason))
    return tuple(f"{with_rules(reasons)}.{way}" for way, reasons in by_way.items())


def with_rules(reasons: Sequence[tuple[str, str]]) -> str:
    """Reasons against an exercise in a line, each with its rule."""
    return "; ".join(f"{reason} (rule {rule})" for rule, reason in reasons)


def _way_out(rule: str, prescription: Prescription, exercise: Exercise) -> str:
    """What ends a rule's no."""
    if rule == high_impact.RULE.id:
        return f" {NEVER_LIFTED}"
    if rule == dislike.RULE.id:
        return " `backplan init --only likes` changes that."
    if rule == equipment.RULE.id:
        return " `backplan init --only equipment` says what you have."
    against = prescription.item_against(exercise)
    if rule == prescription_avoid.RULE.id and against and against.id is not None:
        return f" `backplan prescribe end {against.id}` ends that."
    return " A prescription does not lift that."


def why_prescribed(item: Prescribed) -> str:
    """The sentence that says why a prescribed exercise stands in a plan: who prescribed it, and what for."""
    until = f", until {item.until_met}" if item.until_met else ""
    return f"Prescribed by your {item.giver}{until}" + (f": {with_stop(item.why)}" if item.why else ".")
