"""Prescribed: what a therapist asked for, in words, and where our own rules answer differently."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from backplan.model.case import Case
from backplan.model.exercise import Exercise
from backplan.model.prescription import Prescribed, Prescription
from backplan.model.wording import counted
from backplan.planner.choice.dose import as_asked
from backplan.planner.choice.select import reasons_against

NEVER_LIFTED = "Running, jogging and jumping stay out while the back heals; no prescription lifts that."

Reasons = tuple[tuple[str, str], ...]


class OurAnswer(NamedTuple):
    """What our rules say to a prescribed exercise: those that still bar it, and those the prescription lifts."""

    barred: Reasons
    lifted: Reasons


def our_answer(exercise: Exercise, case: Case) -> OurAnswer:
    """What our own rules say to a prescribed exercise, judged with its prescription and without."""
    barred = reasons_against(exercise, case)
    without = reasons_against(exercise, case._replace(prescription=Prescription()))
    return OurAnswer(barred, tuple(reason for reason in without if reason not in barred))


def differences(found: OurAnswer, prescription: Prescription, exercise: Exercise) -> tuple[str, ...]:
    """Where the prescription and our own rules differ on an exercise, as sentences; none where they agree."""
    if not found.barred:
        lifts = f"Our own rules would leave it out, and your therapist's word lifts that: {with_rules(found.lifted)}."
        return (lifts,) if found.lifted else ()
    return tuple(f"It is not given: {each}" for each in why_barred(found.barred, prescription, exercise))


def why_barred(barred: Reasons, prescription: Prescription, exercise: Exercise) -> tuple[str, ...]:
    """Why our own rules still bar an exercise: one sentence for each way out of it."""
    by_way: dict[str, list[tuple[str, str]]] = {}
    for rule, reason in barred:
        by_way.setdefault(_way_out(rule, prescription, exercise), []).append((rule, reason))
    return tuple(f"{with_rules(reasons)}.{way}" for way, reasons in by_way.items())


def with_rules(reasons: Sequence[tuple[str, str]]) -> str:
    """Reasons against an exercise in a line, each with its rule."""
    return "; ".join(f"{reason} (rule {rule})" for rule, reason in reasons)


def _way_out(rule: str, prescription: Prescription, exercise: Exercise) -> str:
    """What ends a rule's no."""
    if rule == "high-impact":
        return f" {NEVER_LIFTED}"
    if rule == "dislike":
        return " `backplan init --only likes` changes that."
    if rule == "equipment":
        return " `backplan init --only equipment` says what you have."
    against = prescription.item_against(exercise.id, exercise.modality)
    if rule == "prescription-avoid" and against and against.id is not None:
        return f" `backplan prescribe end {against.id}` ends that."
    return " A prescription does not lift that."


def item_in_words(item: Prescribed, exercise: Exercise | None) -> str:
    """An item of a prescription as people would write it, without who gave it."""
    if item.kind == "limit":
        return f"No day over {item.minutes} minutes"
    if item.kind == "accept-usual-pain":
        return f"A usual pain of {item.pain} is accepted"
    if item.kind == "avoid":
        return f"Leave out {exercise.name if exercise else item.exercise or f'everything of the kind {item.modality}'}"
    return ", ".join(_parts(item, exercise))


def _parts(item: Prescribed, exercise: Exercise | None) -> list[str]:
    parts = [exercise.name if exercise else item.exercise or ""]
    if exercise and item.has_dose:
        parts.append(as_asked(exercise, item).words())
    elif exercise:
        parts.append("at the library's dose")
    if item.per_week:
        parts.append("every day" if item.per_week == 7 else f"{counted(item.per_week, 'day')} a week")
    if item.until:
        parts.append(f"until {_day(item.until)}")
    return parts


def why_prescribed(item: Prescribed) -> str:
    """The sentence that says why a prescribed exercise stands in a plan: who prescribed it, and what for."""
    why = f": {item.why.rstrip('.')}" if item.why else ""
    return f"Prescribed by your {item.by}{why}."


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def signed(item: Prescribed) -> str:
    """The sentences that say who gave an item of a prescription, when, and why."""
    said = f"By your {item.by}, {_day(item.on)}."
    return f"{said} Why: {item.why.rstrip('.')}." if item.why else said
