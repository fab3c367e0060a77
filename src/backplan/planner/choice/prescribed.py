"""Prescribed: what a therapist asked for, in words, and where our own rules answer differently."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from backplan.model.case import Case
from backplan.model.exercise import Exercise
from backplan.model.prescription import Prescribed, Prescription
from backplan.planner.choice.dose import as_asked
from backplan.planner.choice.select import reasons_against

NEVER_LIFTED = "Running, jogging and jumping stay out while the back heals; no prescription lifts that."

Reasons = tuple[tuple[str, str], ...]


class Answer(NamedTuple):
    """What our rules say to a prescribed exercise: those that still bar it, and those the prescription lifts."""

    barred: Reasons
    lifted: Reasons


def answer(exercise: Exercise, case: Case) -> Answer:
    """Judge a prescribed exercise with its prescription and without."""
    barred = reasons_against(exercise, case)
    without = reasons_against(exercise, case._replace(prescription=Prescription()))
    return Answer(barred, tuple(reason for reason in without if reason not in barred))


def differences(found: Answer, prescription: Prescription, exercise: Exercise) -> tuple[str, ...]:
    """Both words where they differ: the prescription's and our own; one sentence for each way out of it."""
    if not found.barred:
        lifts = f"Our own rules would leave it out, and your therapist's word lifts that: {told(found.lifted)}."
        return (lifts,) if found.lifted else ()
    return tuple(f"It is not given: {each}" for each in against(found.barred, prescription, exercise))


def against(barred: Reasons, prescription: Prescription, exercise: Exercise) -> tuple[str, ...]:
    """Why our own rules still bar an exercise: one sentence for each way out of it."""
    by_way: dict[str, list[tuple[str, str]]] = {}
    for rule, reason in barred:
        by_way.setdefault(_way_out(rule, prescription, exercise), []).append((rule, reason))
    return tuple(f"{told(reasons)}.{way}" for way, reasons in by_way.items())


def told(reasons: Sequence[tuple[str, str]]) -> str:
    """Reasons in a line, each with its rule."""
    return "; ".join(f"{reason} (rule {rule})" for rule, reason in reasons)


def _way_out(rule: str, prescription: Prescription, exercise: Exercise) -> str:
    """What ends a rule's no."""
    if rule == "high-impact":
        return f" {NEVER_LIFTED}"
    if rule == "dislike":
        return " `backplan init --only likes` changes that."
    if rule == "equipment":
        return " `backplan init --only equipment` says what you have."
    against = prescription.against(exercise.id, exercise.modality)
    if rule == "prescription-avoid" and against and against.id is not None:
        return f" `backplan prescribe end {against.id}` ends that."
    return " A prescription does not lift that."


def words(item: Prescribed, exercise: Exercise | None) -> str:
    """An item as people would write it, without who gave it."""
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
        parts.append("every day" if item.per_week == 7 else f"{item.per_week} day{'s' * (item.per_week > 1)} a week")
    if item.until:
        parts.append(f"until {_day(item.until)}")
    return parts


def reason(item: Prescribed) -> str:
    """Why a prescribed exercise is there."""
    why = f": {item.why.rstrip('.')}" if item.why else ""
    return f"Prescribed by your {item.by}{why}."


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def signed(item: Prescribed) -> str:
    """Who gave it, when, and why."""
    said = f"By your {item.by}, {_day(item.on)}."
    return f"{said} Why: {item.why.rstrip('.')}." if item.why else said
