"""A therapist's ServiceRequests in a FHIR R4 Bundle, read as the document of a prescription file.

Only active orders count. What no element of the standard says (sets, repetitions, holds) is read from the text of
``orderDetail``, as a dose in words: ``3 x 8, hold 5 s``, ``20 min``. What is not understood is a fault, never a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.errors import BackplanError, FileError
from backplan.files.asked import MOST_TIMES
from backplan.files.codes import EXERCISES, NO_FHIR
from backplan.files.dose import dose_in_words
from backplan.files.unread_dose import instead
from backplan.files.yaml import Fault, quoted
from backplan.model.vocabulary import WEEKDAYS
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from backplan.files.yaml import Places, Where

ORDERS = ("order", "original-order", "reflex-order", "filler-order", "instance-order")
# What would change a dose or its days and cannot be planned: told, never passed over.
UNREAD = (
    "asNeededBoolean", "asNeededCodeableConcept", "modifierExtension", "occurrenceDateTime", "occurrencePeriod",
    "quantityQuantity", "quantityRange", "quantityRatio",
)  # fmt: skip
REPEAT = {
    "boundsPeriod", "dayOfWeek", "duration", "durationUnit", "frequency", "frequencyMax", "period", "periodUnit",
}  # fmt: skip


class Read(NamedTuple):
    """The document that a Bundle comes to, and where each part of it stands in the Bundle."""

    document: dict[str, Any]
    places: Translated


class Translated:
    """The places of a prescription's parts in the Bundle they were read from."""

    def __init__(self, places: Places, parts: Mapping[tuple[str, int], Where]) -> None:
        self._places, self._parts = places, parts

    def say(self, where: Sequence[str | int], sentence: str) -> str:
        """A complaint about a part, with file:line:column of the request it comes from."""
        return self._places.say(self._of(where), sentence)

    def error(self, faults: Sequence[Fault]) -> FileError:
        """Complaints in the order of the file."""
        return self._places.error([(self._of(where), sentence) for where, sentence in faults])

    def _of(self, where: Sequence[str | int]) -> Where:
        head = tuple(where[:2])
        return next((place for part, place in self._parts.items() if part == head), ())


def read(found: dict[str, Any], places: Places) -> Read:
    """The prescription that a Bundle holds. Raises FileError with every fault, and BackplanError where the library that
    checks Bundles is not installed.
    """
    _validate(found, places)
    faults: list[Fault] = []
    items: dict[str, list[dict[str, Any]]] = {"add": [], "avoid": []}
    parts: dict[tuple[str, int], Where] = {}
    for where, request in _orders(found):
        part = "avoid" if request.get("doNotPerform") else "add"
        parts[part, len(items[part])] = where
        items[part].append(dict(_item(request, where, faults, whole=part == "add")))
    if not parts and not faults:
        faults.append((("entry",), "no active order (ServiceRequest) for an exercise stands in this Bundle"))
    if faults:
        raise places.error(faults)
    head = {"by": "physiotherapist", "on": max(each["on"] for part in items.values() for each in part)}
    if name := _patient(found):
        head["for"] = name
    return Read(
        {"prescription": head, **{part: each for part, each in items.items() if each}}, Translated(places, parts)
    )


def _validate(found: dict[str, Any], places: Places) -> None:
    """Raise FileError with every fault that the library's own models find."""
    try:
        from fhir.resources.R4B.bundle import Bundle
    except ImportError:
        raise BackplanError(NO_FHIR.format(what="a FHIR Bundle")) from None
    from pydantic import ValidationError

    try:
        Bundle.model_validate(found)
    except ValidationError as error:
        faults = [(tuple(each["loc"]), _wrong(each)) for each in error.errors(include_url=False)]
        raise places.error(faults) from None
    except (ValueError, TypeError, KeyError) as error:
        raise FileError([places.say((), f"this is no FHIR R4 Bundle: {quoted(str(error))}")]) from None


def _wrong(error: Any) -> str:
    field = next((part for part in reversed(error["loc"]) if isinstance(part, str)), "the Bundle")
    return f"{quoted(field)} is not as FHIR R4 has it: {quoted(str(error['msg']).lower())}"


def _orders(found: Mapping[str, Any]) -> Iterator[tuple[Where, Mapping[str, Any]]]:
    """The active orders of a Bundle, each with its place."""
    for number, entry in enumerate(found.get("entry") or ()):
        resource = entry.get("resource") or {}
        active = resource.get("resourceType") == "ServiceRequest" and resource.get("status") == "active"
        if active and resource.get("intent") in ORDERS:
            yield ("entry", number, "resource"), resource


def _item(request: Mapping[str, Any], where: Where, faults: list[Fault], *, whole: bool) -> Iterator[tuple[str, Any]]:
    """What an order comes to, key by key; ``whole`` with its dose and its days."""
    if name := _exercise(request.get("code") or {}):
        yield "exercise", name
    else:
        faults.append(((*where, "code"), "code names no exercise: give its id as a coding, or its name as text"))
    if on := str(request.get("authoredOn") or "")[:10]:
        yield "on", on
    else:
        faults.append((where, "authoredOn is missing; it says the day the exercise was prescribed"))
        yield "on", ""
    if why := " ".join(str(request.get("patientInstruction") or "").split()):
        yield "why", why
    if whole:
        yield from _dose(request, where, faults)
        yield from _timing(request, where, faults)


def _exercise(code: Mapping[str, Any]) -> str:
    """The exercise that a code means: by a code of ours, else by its text."""
    ours = (each.get("code") for each in code.get("coding") or () if each.get("system") == EXERCISES)
    return next((key for key in ours if key), "") or str(code.get("text") or "").strip()


def _dose(request: Mapping[str, Any], where: Where, faults: list[Fault]) -> Iterator[tuple[str, Any]]:
    for number, detail in enumerate(request.get("orderDetail") or ()):
        text = str(detail.get("text") or "").strip()
        if not text:
            faults.append(((*where, "orderDetail", number), "orderDetail has no text; write 3 x 8, hold 5 s or 20 min"))
        elif (parts := dose_in_words(text)) is not None:
            yield from ((key, value) for key, value in parts.items() if key != "per_side")  # the library knows which
        else:
            how = instead(text) or "write 3 x 8, hold 5 s or 20 min, apart by commas"
            fault = f"{quoted(text)} is no dose that is read here; {how}"
            faults.append(((*where, "orderDetail", number), fault))


def _timing(request: Mapping[str, Any], where: Where, faults: list[Fault]) -> Iterator[tuple[str, Any]]:
    """Days a week, the last day, and minutes, as the timing says."""
    timing = request.get("occurrenceTiming") or {}
    repeat, at = timing.get("repeat") or {}, (*where, "occurrenceTiming", "repeat")
    unread = [(where, key) for key in UNREAD if request.get(key)]
    unread += [((*where, "occurrenceTiming"), key) for key in timing if key != "repeat"]
    unread += [(at, key) for key in repeat if key not in REPEAT]
    for place, key in unread:
        faults.append(((*place, key), f"{quoted(key)} cannot be planned here; say on how many days a week instead"))
    days = repeat.get("dayOfWeek") or ()
    often = dict(_how_often(repeat)) if "frequency" in repeat or "period" in repeat else {}
    if days:
        yield "days", list(days)
        yield from ((key, value) for key, value in often.items() if key == "times_a_day")
    elif often:
        yield from often.items()
    elif "frequency" in repeat or "period" in repeat:
        faults.append((at, "this timing is none that is planned here; write frequency 1 to 7, period 1, periodUnit wk"))
    if end := str((repeat.get("boundsPeriod") or {}).get("end") or "")[:10]:
        yield "until", end
    if "duration" in repeat:
        if repeat.get("durationUnit") == "min" and float(repeat["duration"]).is_integer():
            yield "minutes", int(repeat["duration"])
        else:
            faults.append((at, "duration must be in whole minutes (durationUnit min)"))


def _how_often(repeat: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The days a week, or the times a day, that a timing comes to; nothing where it is none that is planned here."""
    many, most, unit = repeat.get("frequency", 1), repeat.get("frequencyMax"), repeat.get("periodUnit")
    if repeat.get("period") == 1 and unit == "wk" and 1 <= many <= (most or many) <= len(WEEKDAYS):
        yield "per_week", f"{many}-{most}" if most else many
    if unit == "d" and most is None and (repeat.get("period"), many) == (2, 1):
        yield "days", "every other day"
    if repeat.get("period") == 1 and unit == "d" and most is None and 1 <= many <= MOST_TIMES:
        yield "per_week", len(WEEKDAYS)
        if many > 1:
            yield "times_a_day", many


def _patient(found: Mapping[str, Any]) -> str:
    """Whom the Bundle is for, as far as it says; shown on import, never stored."""
    resources: Iterable[Any] = (entry.get("resource") or {} for entry in found.get("entry") or ())
    for patient in (each for each in resources if each.get("resourceType") == "Patient"):
        for name in patient.get("name") or ():
            parts = [*(name.get("given") or ()), name.get("family") or ""]
            return str(name.get("text") or " ".join(parts)).strip()
    return ""
