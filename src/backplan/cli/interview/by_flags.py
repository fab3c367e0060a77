"""The answers of `init` given as flags: put beside those on record, and what is missing named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from backplan.cli.terminal import dates, environment, options
from backplan.cli.terminal.spoken import birth_year
from backplan.cli.terminal.together import Together
from backplan.errors import UsageError
from backplan.files.answers import A_BIRTH_OR_NOT, CanAnswer, end_pregnancy
from backplan.files.as_said import clinician
from backplan.model import vocabulary
from backplan.model.vocabulary import ClearedBy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from backplan.cli.interview.course import Section
    from backplan.cli.interview.sitting import Document

# What an answer needs, and the flag that gives it.
_NEEDED: Mapping[str, Mapping[str, str]] = {
    "clearance": {"by": "--clearance-by", "on": "--clearance-on"},
    "pain": {
        "now": "--pain",
        "usual": "--usual",
        "controlled": "--controlled or --not-controlled",
        "since": "--since",
    },
    "surgery": {"on": "--surgery-on"},
    "changed": {"what": "--changed"},
    "birth": {"on": "--birth-on", "kind": "--birth"},
}


# What of their health that own words may have raised is answered by a flag.
_OF_HEALTH = {
    "heart": "heart", "birth": "birth", "pregnant_weeks": "pregnancy", "surgery": "surgery", "conditions": "conditions",
    "changed": "changed", "leg": "leg",
}  # fmt: skip


def of_health(given: Mapping[str, Any]) -> frozenset[str]:
    """What of their health that own words may have raised is answered by flags."""
    return frozenset(part for flag, part in _OF_HEALTH.items() if flag in given)


def complain_of_missing(
    document: Document, sections: Iterable[Section], given: Mapping[str, Any], to_tell: Sequence[str]
) -> None:
    """Nobody can be asked: name the flags of what is missing, and with a clearance what it should know of, by its ids.
    Raises UsageError unless nothing is missing.
    """
    missing = [section.needs for section in sections if section.needs and not all(k in document for k in section.keys)]
    for key, needed in _NEEDED.items():
        if document.get(key) is not None:
            missing += [flag for part, flag in needed.items() if part not in document[key]]
    time = document.get("time")
    if time is not None and not any(day in time for day in vocabulary.WEEKDAYS):
        missing.append("--days and --minutes")
    if not missing and not given:
        missing = [flags for section in sections for flags in (section.flags or section.needs,) if flags]
        if to_tell and any({"clearance", "conditions"}.intersection(section.keys) for section in sections):
            missing.append(f"--knows {','.join(to_tell)} (what of it the clinician knows)")
    if missing:
        why = "Nobody is at the terminal to ask, so answers must come as flags or with --answers FILE."
        if environment.at_terminal():
            why = "With answers as flags nothing is asked; `backplan init` alone asks all."
        raise UsageError(f"{why} Missing: {'; '.join(dict.fromkeys(missing))}")


def knows_not(document: Document, given: Mapping[str, Any], to_tell: Sequence[str]) -> str:
    """Of a clearance given as flags: how it is said that the clinician knows of what was reported; nothing where it is
    said, or there is nothing to know.
    """
    knows = (document.get("clearance") or {}).get("knows", ())
    unknown = [key for key in to_tell if key not in knows]
    if not unknown or not {"clearance_by", "clearance_on"} & given.keys():
        return ""
    return f"If the clinician knows of what you reported, say so, too: `backplan init --knows {','.join(unknown)}`."


def laid_over(answers: Mapping[str, Any], given: dict[str, Any], today: date) -> Document:
    """Answers with those that were given as flags. Raises UsageError for all the words that cannot be read."""
    document, flags = dict(answers), Together()
    for flag, key in (
        ("red_flags", "red_flags"),
        ("heart", "heart"),
        ("conditions", "conditions"),
        ("likes", "likes"),
        ("dislikes", "dislikes"),
        ("functions", "functions"),
    ):
        if flag in given:
            document[key] = flags.read(options.listed, given[flag], f"--{flag.replace('_', '-')}")
    if "born" in given:
        document["born"] = flags.read(_year, given["born"], today.year)
    _no_none_with_more(given, flags)
    _take_clearance(document, given, flags)
    _take_pain(document, given, flags)
    _take_health(document, given, today, flags)
    _take_place_and_time(document, given, flags)
    flags.raise_faults()
    return document


_OF_ONE = {
    "clearance_by": ("clearance_on", "knows"),
    "surgery": ("surgery_on", "released"),
    "birth": ("birth_on",),
    "changed": ("changed_on",),
}


def _no_none_with_more(given: dict[str, Any], flags: Together) -> None:
    """That there was none, and when it was, cannot both be so: which of them was a slip, nobody can tell."""
    for what, more in _OF_ONE.items():
        if given.get(what) == "none" and (beside := [f"--{each.replace('_', '-')}" for each in more if each in given]):
            flags.fault(f"--{what.replace('_', '-')} none: leave out {' and '.join(beside)}, or say what it was")


def _year(text: str, this: int) -> int | None:
    """A year of birth, which may be said as an age; none where it is left out. Raises UsageError."""
    try:
        return birth_year(text, this)
    except UsageError as error:
        raise UsageError(f"--born {text.strip()}: {error}") from None


# Of a month or a year alone, its last day is the careful reading of these.
_SAFER_LATE = frozenset({"since", "surgery_on", "released", "birth_on", "changed_on"})


def _date_flag(given: dict[str, Any], key: str) -> str:
    """The day of a flag, which stands in its place from then on: flags are laid over answers twice, and the person is
    asked once.
    """
    late = key in _SAFER_LATE
    given[key] = dates.past_day(given[key], f"--{key.replace('_', '-')}", late=late).isoformat()
    return str(given[key])


def _take_clearance(document: Document, given: dict[str, Any], flags: Together) -> None:
    if given.get("clearance_by") == "none":
        document["clearance"] = None
    elif {"clearance_by", "clearance_on", "knows"} & given.keys():
        # Another clinician, or another day, is another clearance: what the last one knew of says nothing about it.
        old = dict(document.get("clearance") or {})
        if "clearance_by" in given:
            old = {"by": flags.read(_clinician, given["clearance_by"])}
        if "clearance_on" in given:
            old.pop("knows", None)
        old |= {"on": flags.read(_date_flag, given, "clearance_on")} if "clearance_on" in given else {}
        old |= {"knows": flags.read(options.listed, given["knows"], "--knows")} if "knows" in given else {}
        document["clearance"] = old


def _clinician(text: str) -> str:
    """Who agreed, by any of their names. Raises UsageError."""
    if (found := clinician(text)) in get_args(ClearedBy):
        return str(found)
    who = ", ".join(get_args(ClearedBy))
    alone = " (a nurse's word alone is not enough here)" if "nurse" in text.lower() else ""
    raise UsageError(f"--clearance-by {text}: write who agreed, one of {who}; 'none' if nobody did{alone}")


def _take_pain(document: Document, given: dict[str, Any], flags: Together) -> None:
    found = {new: given[flag] for flag, new in (("pain", "now"), ("usual", "usual"), ("leg", "leg")) if flag in given}
    if "controlled" in given:
        found["controlled"] = given["controlled"]
    if "since" in given:
        found["since"] = flags.read(_date_flag, given, "since")
    if found:
        document["pain"] = {**(document.get("pain") or {}), **found}


def _take_health(document: Document, given: dict[str, Any], today: date, flags: Together) -> None:
    _take_surgery(document, given, flags)
    _take_pregnancy(document, given, today)
    _take_birth(document, given, flags)
    _take_change(document, given, today, flags)


def _days(given: dict[str, Any], flags: Together, of: Mapping[str, str]) -> dict[str, str | None]:
    """The days that were given of an answer, each under its key there, from the flag of that key."""
    return {key: flags.read(_date_flag, given, flag) for key, flag in of.items() if flag in given}


def _take_surgery(document: Document, given: dict[str, Any], flags: Together) -> None:
    if given.get("surgery") == "none":
        document["surgery"] = None
    elif {"surgery", "surgery_on", "released"} & given.keys():
        kind = {"kind": given["surgery"]} if "surgery" in given else {}
        days = _days(given, flags, {"on": "surgery_on", "released": "released"})
        document["surgery"] = {**(document.get("surgery") or {}), **kind, **days}


def _take_pregnancy(document: Document, given: Mapping[str, Any], today: date) -> None:
    """A pregnancy by its weeks today, and how many are expected. Raises UsageError where one ends without a birth, or
    babies are told of none.
    """
    if "pregnant_weeks" in given:
        weeks = given["pregnant_weeks"]
        if document.get("pregnancy") and not weeks and not {"birth", "birth_on"} & given.keys():
            either = "`--birth-on DAY --birth vaginal` (or caesarean); if not, `--birth none`"
            raise UsageError(f"--pregnant-weeks 0: {A_BIRTH_OR_NOT} with it: {either}")
        babies = {key: many for key, many in (document.get("pregnancy") or {}).items() if key == "babies"}
        document["pregnancy"] = {"weeks": weeks, "on": today.isoformat(), **babies} if weeks else None
    if "babies" in given:
        if not document.get("pregnancy"):
            raise UsageError("--babies goes with a pregnancy: give its weeks, too, like `--pregnant-weeks 14`")
        document["pregnancy"] = {**document["pregnancy"], "babies": given["babies"]}


def _take_change(document: Document, given: dict[str, Any], today: date, flags: Together) -> None:
    """A change of health, which is of today where no day is given."""
    if given.get("changed") == "none":
        document["changed"] = None
    elif "changed" in given or "changed_on" in given:
        what = {"what": given["changed"], "on": today.isoformat()} if "changed" in given else {}
        days = _days(given, flags, {"on": "changed_on"})
        document["changed"] = {**(document.get("changed") or {}), **what, **days}


def _take_birth(document: Document, given: dict[str, Any], flags: Together) -> None:
    """A birth, which ends the pregnancy on record; one that is told in the same breath is judged with the rest."""
    if given.get("birth") == "none":
        document["birth"] = None
    elif {"birth", "birth_on"} & given.keys():
        kind = {"kind": given["birth"]} if "birth" in given else {}
        document["birth"] = {**(document.get("birth") or {}), **kind, **_days(given, flags, {"on": "birth_on"})}
        if "pregnant_weeks" not in given:
            end_pregnancy(document)


def _take_place_and_time(document: Document, given: Mapping[str, Any], flags: Together) -> None:
    can = {key: given[key] for key in CanAnswer.model_fields if key in given}
    if "strokes" in given:
        can["swim"] = flags.read(_strokes, given["strokes"], given.get("swim"))
    if can:
        document["can"] = {**(document.get("can") or {}), **can}
    if "equipment" in given:
        document["equipment"] = flags.read(options.listed, given["equipment"], "--equipment")
    if "gym" in given:
        gym = flags.read(options.listed, given["gym"], "--gym")
        document["places"] = {**(document.get("places") or {}), "gym": gym}
    if {"days", "minutes", "pool_days"} & given.keys():
        document["time"] = _time(document.get("time") or {}, given, flags)
    if {"aerobic_minutes", "tolerance"} & given.keys():
        general = {"aerobic_minutes": given["aerobic_minutes"]} if "aerobic_minutes" in given else {}
        apart = flags.read(options.tolerance, given["tolerance"]) if "tolerance" in given else None
        document["tolerance"] = general | (apart or {})
    if "level" in given:
        document["level"] = given["level"]


def _time(before: Mapping[str, Any], given: Mapping[str, Any], flags: Together) -> dict[str, Any]:
    """The minutes of each day and the days of a pool, as given over those of before: a day that is new has the minutes
    of the longest one.
    """
    kept = {day: before[day] for day in vocabulary.WEEKDAYS if before.get(day)}
    days = [*(flags.read(dates.weekdays, given["days"]) or ())] if "days" in given else [*kept]
    usual = max(kept.values(), default=0)
    minutes = {day: given.get("minutes") or kept.get(day, usual) for day in days}
    pool = flags.read(dates.weekdays, given["pool_days"]) if "pool_days" in given else before.get("pool_days", [])
    return {**{day: many for day, many in minutes.items() if many}, "pool_days": list(pool or ())}


def _strokes(text: str, swims: bool | None) -> bool | list[str]:
    """The strokes one swims; no swimming for none. Raises UsageError where another flag says otherwise."""
    found: bool | list[str] = text.strip().lower() == "all" or options.words(text) or False
    if swims is not None and swims != bool(found):
        raise UsageError(f"--strokes {text.strip()} and --{'' if swims else 'no-'}swim say two things: leave one out")
    return found
