"""The week and what was noted as a FHIR R4 Bundle: a care plan, goals, and observations, checked by the models of the
library fhir.resources.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from backplan.errors import BackplanError
from backplan.files.codes import (
    AEROBIC,
    DURATION,
    EXERCISES,
    LOINC,
    NO_FHIR,
    NOTICE,
    OWN,
    PAIN,
    SESSION,
    STRENGTH_DAYS,
    UCUM,
)
from backplan.planner.lookback.progress import GOALS
from backplan.render import emergency, words
from backplan.render.safe import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backplan.actions.pages import ForRecord
    from backplan.model.diary import LogEntry
    from backplan.model.week import Day, Item, Week
    from backplan.planner.lookback.progress import WeekRow

Resource = dict[str, Any]

_SURVEY, _ACTIVITY = "survey", "activity"
_TOLD = {"all": "done", "part": "done in part", "no": "not done", None: "done"}


def bundle(found: ForRecord) -> bytes:
    """The Bundle as a JSON file. Raises BackplanError where the library is not installed."""
    try:
        from fhir.resources.R4B.bundle import Bundle
    except ImportError:
        raise BackplanError(NO_FHIR.format(what="export fhir")) from None
    patient = _named(found, "patient", {"resourceType": "Patient", "active": True})
    goals = [_named(found, f"goal-{number}", goal) for number, goal in enumerate(_goals(found, patient))]
    plan = _named(found, f"plan-{found.week.name}", _plan(found, patient, goals))
    seen = [_named(found, f"observation-{name}", each) for name, each in _observations(found, patient)]
    entries = [{"fullUrl": url, "resource": each} for url, each in (patient, plan, *goals, *seen)]
    stamp = f"{found.today.isoformat()}T00:00:00Z"
    made = Bundle.model_validate({"resourceType": "Bundle", "type": "collection", "timestamp": stamp, "entry": entries})
    return (made.model_dump_json(indent=1) + "\n").encode()


def _named(found: ForRecord, name: str, resource: Resource) -> tuple[str, Resource]:
    """A resource with the address by which others of the Bundle refer to it; the same thing keeps its own for ever."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{EXERCISES}/{found.mark}/{name}')}", resource


def _subject(patient: tuple[str, Resource]) -> Resource:
    return {"reference": patient[0]}


def _text(text: str) -> str:
    """A text as the standard allows it: not empty, and of characters that can be shown."""
    return line(text) or "?"


def _goals(found: ForRecord, patient: tuple[str, Resource]) -> Iterator[Resource]:
    for activity in found.person.functions:
        yield _goal(patient, f"To be able to do again: {_text(activity)}")
    minutes = {"value": GOALS[1], "unit": "minutes per week", "system": UCUM, "code": "min/wk"}
    target = [{"measure": _loinc(AEROBIC, "Aerobic physical activity, minutes per week"), "detailQuantity": minutes}]
    yield {**_goal(patient, f"{GOALS[1]} aerobic minutes a week, grown to step by step"), "target": target}


def _goal(patient: tuple[str, Resource], text: str) -> Resource:
    return {
        "resourceType": "Goal",
        "lifecycleStatus": "active",
        "description": {"text": text},
        "subject": _subject(patient),
    }


def _plan(found: ForRecord, patient: tuple[str, Resource], goals: list[tuple[str, Resource]]) -> Resource:
    week = found.week
    return {
        "resourceType": "CarePlan",
        "status": "active",
        "intent": "plan",
        "title": _text(f"Back exercises, {words.title(week)}"),
        "subject": _subject(patient),
        "period": {"start": week.starts.isoformat(), "end": (week.starts + timedelta(days=6)).isoformat()},
        "goal": [{"reference": url} for url, _ in goals],
        "activity": [{"detail": detail} for detail in _details(week)],
        "note": [{"text": emergency.LINE}, {"text": NOTICE}],
    }


def _details(week: Week) -> Iterator[Resource]:
    """Each exercise at each of its doses, with the days it is planned for."""
    planned: dict[tuple[str, str], list[tuple[Day, Item]]] = {}
    for day in week.days:
        for item in (item for block in day.everything() for item in block.items):
            planned.setdefault((item.exercise, words.dose(item)), []).append((day, item))
    for (exercise, dose), met in planned.items():
        name = _text(words.name(met[0][1]))
        days = sorted({day.on.isoformat() for day, _ in met})
        yield {
            "code": {"coding": [{"system": EXERCISES, "code": exercise, "display": name}], "text": name},
            "status": _status([day for day, _ in met]),
            "scheduledTiming": {"event": days, "code": {"text": ", ".join(days)}},
            "description": _text(f"{name}: {dose}"),
        }


def _status(days: list[Day]) -> str:
    """How far an exercise has come this week, in the standard's words."""
    outcomes = [day.done for day in days]
    if all(each is None for each in outcomes):
        return "scheduled"
    return "completed" if all(each in ("all", "part") for each in outcomes) else "in-progress"


def _observations(found: ForRecord, patient: tuple[str, Resource]) -> Iterator[tuple[str, Resource]]:
    for entry in found.entries:
        for name, resource in _of_entry(entry, found):
            yield f"{name}-{entry.id}", _observation(patient, entry.on, resource)
    strength = {week.starts: _strength_days(week, found) for week in found.weeks}
    for row in found.rows:
        for name, resource in _of_week(row, strength.get(row.starts)):
            until = min(row.starts + timedelta(days=6), found.today)
            yield f"{name}-{row.starts}", _observation(patient, row.starts, resource, until=until)


def _of_entry(entry: LogEntry, found: ForRecord) -> Iterator[tuple[str, Resource]]:
    """What an entry of the diary gives a record, each with the beginning of its name: pain, a session, an activity, a
    score.
    """
    if entry.pain is not None:
        yield "pain", {"code": _loinc(PAIN, "Pain severity - 0-10 verbal numeric rating [Score] - Reported"),
                       "category": _category(_SURVEY), "valueInteger": entry.pain}  # fmt: skip
    if entry.kind == "session":
        yield "session", _session(entry, found)
    if entry.kind == "activity" and entry.minutes and entry.done != "no":
        yield (
            "activity",
            {
                "code": _loinc(DURATION, "Exercise duration"),
                "category": _category(_ACTIVITY),
                "valueQuantity": _minutes(entry.minutes),
                "note": [{"text": _text(entry.exercise or "activity")}],
            },
        )
    if entry.kind == "function" and entry.function and entry.score is not None:
        coded = {"system": OWN, "code": "function-score", "display": "How well a named activity can be done, 0 to 10"}
        yield "function", {"code": {"coding": [coded], "text": _text(entry.function)}, "category": _category(_SURVEY),
                           "valueInteger": entry.score}  # fmt: skip


def _session(entry: LogEntry, found: ForRecord) -> Resource:
    resource: Resource = {
        "code": _loinc(SESSION, "Exercise activity"),
        "category": _category(_ACTIVITY),
        "valueCodeableConcept": {"text": f"Back exercises, {_TOLD[entry.done]}"},
    }
    day = next((day for week in found.weeks for day in week.days if day.on == entry.planned), None)
    if day and day.minutes and entry.done in (None, "all"):
        resource["component"] = [
            {"code": _loinc(DURATION, "Exercise duration"), "valueQuantity": _minutes(day.minutes)}
        ]
    return resource


def _of_week(row: WeekRow, strength: int | None) -> Iterator[tuple[str, Resource]]:
    """What a week held of aerobic minutes and of days with strength work, of those that were done."""
    code = _loinc(AEROBIC, "Aerobic physical activity, minutes per week")
    quantity = {"value": row.minutes_done, "unit": "minutes per week", "system": UCUM, "code": "min/wk"}
    yield "aerobic", {"code": code, "category": _category(_ACTIVITY), "valueQuantity": quantity}
    if strength is not None:
        code = _loinc(STRENGTH_DAYS, "Muscle-strengthening physical activity, days per week")
        quantity = {"value": strength, "unit": "days per week", "system": UCUM, "code": "d/wk"}
        yield "strength", {"code": code, "category": _category(_ACTIVITY), "valueQuantity": quantity}


def _strength_days(week: Week, found: ForRecord) -> int:
    from backplan.model.diary import sessions_done

    done = sessions_done(found.entries)
    return sum(day.on in done and "strength" in day.works for day in week.days)


def _observation(patient: tuple[str, Resource], on: date, resource: Resource, until: date | None = None) -> Resource:
    when = (
        {"effectivePeriod": {"start": on.isoformat(), "end": until.isoformat()}}
        if until
        else {"effectiveDateTime": on.isoformat()}
    )
    subject = _subject(patient)
    return {
        "resourceType": "Observation",
        "status": "final",
        "subject": subject,
        "performer": [subject],
        **when,
        **resource,
    }


def _category(code: str) -> list[Resource]:
    system = "http://terminology.hl7.org/CodeSystem/observation-category"
    return [{"coding": [{"system": system, "code": code}]}]


def _loinc(code: str, display: str) -> Resource:
    return {"coding": [{"system": LOINC, "code": code}], "text": display}


def _minutes(many: int) -> Resource:
    return {"value": many, "unit": "min", "system": UCUM, "code": "min"}
