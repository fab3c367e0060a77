"""The file a clinic writes: checked by its form and against the library, turned into items, and back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, get_args

from pydantic import ValidationError

from backplan.errors import FileError, UsageError, did_you_mean
from backplan.files import asked
from backplan.files.dose import DOSE, and_until, dose_in_words, name_and_dose, name_and_rest, of_both, unread
from backplan.files.prescription_form import MOST_ITEMS, Add, Avoid, Head, PrescriptionFile, Signed
from backplan.files.unread_dose import instead
from backplan.files.yaml import Fault, Places, Sentence, explain, quoted, tuples
from backplan.model.exercise import Exercise
from backplan.model.name_words import folded
from backplan.model.naming import MOST, NOT_OURS, Names, ambiguous
from backplan.model.particulars import BANDS, Particulars
from backplan.model.prescription import COUNTS, WEIGHTS, Growing, Growth, Prescribed, Prescription
from backplan.model.vocabulary import Modality
from backplan.model.week import STRETCH, GivenDose
from backplan.planner.choice import dose as dosing
from backplan.planner.choice.dose import HELD, HOLD_STEP, REPS_STEP, as_asked, begins_with
from backplan.rules.growth.three_good import DAYS, SESSIONS

if TYPE_CHECKING:
    from backplan.files.bundle import Translated

EXAMPLE = """\
# A prescription for `backplan prescribe import FILE`. What stands behind # is a remark.
prescription: {{by: physiotherapist, on: {today}}}
add:  # an exercise with its dose in words
  - clamshell 3 x 12 each side, 3 times a week
  - "bird dog: 3 x 8, hold 5 s"
  - exercise: seated-band-row
    dose: 2 x 12
    load: red band
    per_week: 2
  - easy-walk 15 minutes, 3 times a week
avoid: [twisting]  # a movement, a kind like yoga, or an exercise
limit: 40  # the most minutes of exercise a day"""
LONGEST_DOSE = 60  # minutes of one exercise counted in sets
TOO_MANY = MOST_ITEMS + 1
MOST_WORDS = 12  # of a name with something behind it
LONGEST_NAME = 60  # characters of a word for which near names are looked for
MINUTES_STEP = 2
TWICE = 2  # times the dose to begin with: where one that grows stops if nobody said; our own inference


def check(
    document: Any, places: Places | Translated, today: date, exercises: Iterable[Exercise]
) -> tuple[list[Prescribed], str | None]:
    """The items of a file and whom it is for; raises FileError with every fault."""
    document, faults = _doses_read(_in_full(document))
    names = Names(exercises)
    file: PrescriptionFile | None = None
    try:
        file = PrescriptionFile.model_validate(tuples(document), context={"today": today})
    except ValidationError as error:
        faults += explain(error.errors(include_url=False), "the prescription", PrescriptionFile)
    faults += _against_library(document, names)
    if faults or file is None:
        raise places.error(faults)
    items = [*_items(file, names)]
    if not items:
        raise FileError([places.say((), "nothing is prescribed here; write add, avoid, limit or accept_usual_pain")])
    return items, file.prescription.person


def _in_full(document: Any) -> Any:
    """The document with each item that is a text alone as the mapping it stands for: bending, or bridge 3 x 8; of more
    items than may be no more than tell that.
    """
    if not isinstance(document, Mapping):
        return document
    read: dict[str, Any] = {}
    if isinstance(listed := _listed(document.get("add"), Add), list):
        read["add"] = [_given(each) if isinstance(each, str) else _under_its_name(each) for each in listed[:TOO_MANY]]
    if isinstance(listed := _listed(document.get("avoid"), Avoid), list):
        texts = [part for each in listed[:TOO_MANY] for part in (parted(each) if isinstance(each, str) else [each])]
        read["avoid"] = [_avoided(each) if isinstance(each, str) else each for each in texts]
    return {**document, **read}


def _listed(value: Any, model: type[Add] | type[Avoid]) -> Any:
    """A part of a file as its list where one item stands there alone, or each under its name; else as it is."""
    if isinstance(value, str) and value.strip():
        return [value]
    if not isinstance(value, dict) or not value:
        return value
    if value.keys() & {*model.model_fields, "dose"}:
        return [value]
    return [{key: dose} for key, dose in value.items()] if model is Add else value


def parted(text: str) -> list[str]:
    """What is to be avoided, where several things stand in a line: bending, twisting."""
    whole = [each for each in re.split(r"\s*[,;]\s*(?:and\s+)?", text.strip()) if each]
    parts = [part for each in whole for part in re.split(r"\s+(?:and|or)\s+", each)]
    return parts if any("exercise" not in _avoided(part) for part in parts) else whole or [text]


def _given(text: str) -> Any:
    """An exercise with its dose behind it, or by itself where no dose follows that can be read."""
    name, dose = name_and_dose(text)
    return {"exercise": name} if dose is None else {"exercise": name, "dose": dose}


def _under_its_name(entry: Any) -> Any:
    """An exercise whose dose stands under its name, as in bird dog: 3 x 8; anything else as it is."""
    key, dose = next(iter(entry.items())) if isinstance(entry, dict) and len(entry) == 1 else ("", None)
    if not key or key in Add.model_fields or key == "dose" or not isinstance(dose, str | dict):
        return entry
    return {"exercise": key, **(dose if isinstance(dose, dict) else {"dose": dose})}


def _avoided(text: str) -> dict[str, str]:
    """A movement, a kind or an exercise to leave out."""
    kind = "-".join(text.lower().split())
    if asked.names_movement(text):
        return {"movement": text}
    return {"kind": kind} if kind in get_args(Modality) else {"exercise": text}


def _doses_read(document: Any) -> tuple[Any, list[Fault]]:
    """The document with each dose in words, like "3 sets of 8", as its parts; and those that cannot be read."""
    listed = document.get("add") if isinstance(document, Mapping) else None
    if not isinstance(listed, list):
        return document, []
    faults: list[Fault] = []
    read: list[Any] = []
    for index, entry in enumerate(listed):
        dose = entry.get("dose") if isinstance(entry, Mapping) else None
        if dose is None:
            read.append(entry)
            continue
        parts = dose_in_words(dose) if isinstance(dose, str) else dict(dose) if isinstance(dose, Mapping) else None
        rest = {key: value for key, value in entry.items() if key != "dose"}
        twice = sorted(set(parts or ()) & set(rest))
        if parts is None:
            faults.append(
                (("add", index, "dose"), unread(dose) if isinstance(dose, str) else f"the dose cannot be read; {DOSE}")
            )
        elif twice:
            faults.append(
                (("add", index, "dose"), f"{' and '.join(twice)} stand{'s' * (len(twice) == 1)} in dose and beside it")
            )
        if parts and "per_side" in parts and isinstance(dose, str) and of_both(dose):
            parts["per_side"] = "both"
        once = {"sets": 1} if isinstance(dose, str) and parts and _is_one_set({**parts, **rest}) else {}
        read.append({**once, **(parts or {}), **rest})
    return {**document, "add": read}, faults


def _is_one_set(parts: Mapping[str, Any]) -> bool:
    """Whether repetitions were said in words and no sets, with how long each is held or how often a day: hold 30 s, 3
    times; 20 reps BD, of which more sets than one would make more than anybody wrote.
    """
    reps, often = parts.get("reps"), parts.get("times_a_day", 1) != 1
    counted = isinstance(reps, int) or (often and re.fullmatch(r"\d+-\d+", str(reps)) is not None)
    return counted and "sets" not in parts and ("hold" in parts or often)


def _against_library(document: Any, names: Names) -> list[Fault]:
    """What the models cannot see: names nobody knows, doses that do not fit, one thing asked for twice."""
    faults: list[Fault] = []
    for part in ("add", "avoid"):
        listed = document.get(part) if isinstance(document, Mapping) else None
        seen: set[str] = set()
        kinds: set[str] = set()
        for index, entry in enumerate(listed[:MOST_ITEMS] if isinstance(listed, list) else ()):
            kind = entry.get("kind") if isinstance(entry, Mapping) else None
            if part == "avoid" and isinstance(kind, str):
                if kind in kinds:
                    faults.append(((part, index, "kind"), f"{quoted(kind)} stands under {part} twice"))
                kinds.add(kind)
            word = entry.get("exercise") if isinstance(entry, Mapping) else None
            if isinstance(word, str) and word.strip():
                faults += [((part, index, key), sentence) for key, sentence in _entry(part, entry, word, names, seen)]
    return faults


def _entry(
    part: str, entry: Mapping[str, Any], word: str, names: Names, seen: set[str]
) -> Iterable[tuple[str, Sentence]]:
    found = to_give(word, names) if part == "add" else names.named(word)
    if len(found) > 1:
        yield "exercise", ambiguous(quoted(word), found)
        return
    if not found:
        near = part == "add" or (names.near(word) and not of_weights(word)) or folded(word) in names.kinds
        yield "exercise", partial(_unknown, word, names) if near else not_to_avoid(word)
        return
    exercise = found[0]
    if exercise.id in seen:
        yield "exercise", f"{exercise.id} stands under {part} twice"
    seen.add(exercise.id)
    if part == "add" and (add := _as_far_as_sound(entry)):
        yield from _misfits(add, exercise)


def _as_far_as_sound(entry: Mapping[str, Any]) -> Add | None:
    """An exercise to give with those parts of it that have the right form; what it says of who and when is looked at
    elsewhere.
    """
    dose = {key: value for key, value in entry.items() if key not in ("by", "on", "why")}
    try:
        return Add.model_validate(tuples(dose))
    except ValidationError as error:
        wrong = {each["loc"][0] for each in error.errors(include_url=False) if each["loc"]}
    if not wrong or "exercise" in wrong:
        return None
    return _as_far_as_sound({key: value for key, value in dose.items() if key not in wrong})


def _misfits(add: Add, exercise: Exercise) -> Iterable[tuple[str, str]]:
    """Which parts of an exercise to give do not fit it, or each other, and why."""
    if add.days and add.per_week:
        yield "days", "say per_week or days, one of the two"
    if add.side and add.per_side:
        yield "side", f"{add.side} only and each side contradict each other: say one of the two"
    if clash := _two_ends(add):
        yield clash
    if add.per_side is True and not exercise.dose.per_side:
        yield "per_side", f"{exercise.id} is not done one side at a time: leave out each side"
    reps = add.reps.each if add.reps else ()
    if add.sets and len(reps) > 1 and add.sets != (len(reps), None):
        yield "reps", f"reps names {len(reps)} sets, and sets says {_between(*add.sets)}"
        return
    yield from _dose_misfits(exercise, added(add, exercise, Prescribed("add", "doctor", date.min)))


def _as_held(add: Add, exercise: Exercise) -> Add:
    """What is asked, with minutes of a position, like lying face down, as one hold of so long."""
    held = exercise.dose.minutes is None and (exercise.dose.hold or 0) >= STRETCH
    if add.minutes is None or add.hold or add.reps or not held:
        return add
    hold = asked.Range(60 * add.minutes.least, add.minutes.most and 60 * add.minutes.most)
    if (hold.most or hold.least) > asked.MAX_HOLD:
        return add
    return add.model_copy(
        update={"sets": add.sets or asked.Range(1), "reps": asked.Reps((1,)), "hold": hold, "minutes": None}
    )


def ranges(add: Add) -> dict[Growing, asked.Range]:
    """What of a dose is a range, and so grows from its low end to its high one."""
    reps = asked.Range(add.reps.each[0], add.reps.most) if add.reps else None
    spans: dict[Growing, asked.Range | None] = {
        "sets": add.sets, "reps": reps, "hold_s": add.hold, "minutes": add.minutes,
    }  # fmt: skip
    return {part: span for part, span in spans.items() if span and span.most}


def _between(least: int, most: int | None) -> str:
    return f"{least}-{most}" if most else str(least)


def _two_ends(add: Add) -> tuple[str, str] | None:
    """That two ranges, or a range and a growth, contradict each other, and how to say one of them."""
    found, grow = ranges(add), add.grow
    if len(found) > 1:
        (_, first), (part, second) = list(found.items())[:2]
        return _KEY_OF.get(part, part), (
            f"{_between(*first)} and {_between(*second)} would both grow, and one thing alone can: write one number of "
            f"the one, like {first.least}, or of the other, like {second.least}"
        )
    if grow is None or not found:
        return None
    ((part, (least, most)),) = found.items()
    noun = f"{COUNTS[part]}s"
    if grow.part != part:
        return "grow", (
            f"the {noun} {least}-{most} grow by themselves, and one thing alone can grow: write one number, "
            f"like {least}, or leave out the growth"
        )
    if grow.most in (None, most):
        return None
    return "grow", (
        f"the {noun} {least}-{most} end at {most}, and the growth at {grow.most:g}: say one end. Write "
        f"{least} {noun} that grow up to {grow.most:g}, or {least}-{most} without another end"
    )


_KEY_OF: Mapping[Growing, str] = {"hold_s": "hold"}


def _unknown(word: str, names: Names, _line: str) -> str:
    """That a word is no exercise, and what may have been meant; nothing of that for one longer than any name."""
    if word.startswith("-"):
        return f"a space belongs behind the dash that begins an item: - {quoted(word[1:].split(' -', maxsplit=1)[0])}"
    if of_kind := a_kind(word, names):
        return of_kind
    if (dose := unread_behind(word[:LONGEST_NAME], names)) is not None:
        return unread(dose)
    if near := names.in_its_place(word):
        return f"there is no {quoted(word)} here; near it, and gentle, is {' or '.join(near)}{NOT_OURS}"
    hint = did_you_mean(names.near(word)) if len(word) <= LONGEST_NAME else ""
    return f"there is no exercise {quoted(word)}{hint or NOT_OURS}"


def unread_behind(text: str, names: Names) -> str | None:
    """What stands behind the name of an exercise, or of a walk, the longest that is one, and is meant as its dose."""
    words = text.split()[:MOST_WORDS]
    cuts = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(len(words) - 1, 0, -1))
    parted = [*name_and_rest(text), *((name.rstrip(" ,:;"), rest) for name, rest in cuts if instead(rest))]
    return next((rest for name, rest in parted if to_give(name, names) and _like_a_dose(rest)), None)


_AVOIDED = re.compile(
    r"(?:no|not|avoid(?:ing)?|do not|don['’]?t|never)\b (?:any )?(?P<what>[^\d,;]+?)(?: for \d.*)?", re.IGNORECASE
)


def avoided_in(text: str) -> str:
    """What a line says is not to be done, as no bending for 6 weeks; nothing where it says none of that."""
    found = _AVOIDED.fullmatch(" ".join(text.split()))
    return found["what"] if found else ""


def _like_a_dose(text: str) -> bool:
    """Whether what stands behind a name is a dose, and not with what the exercise is done: with a stick."""
    return not text.startswith("with ") or bool(instead(text)) or re.search(r"\d", text) is not None


def a_kind(word: str, names: Names, dose: str | None = None) -> str:
    """That a word is a kind of exercise, with some of it that may be written instead, before a dose that was written;
    nothing where it is none.
    """
    if not (kind := names.kind_named(word)):
        return ""
    of_it = [each.id for each in names.exercises if each.modality == kind and each.status != "excluded"]
    if not of_it:
        return f"{quoted(word)} is a kind of exercise of which none is given while a back heals"
    like = of_it[:MOST] if dose is None else [f"`{key} {dose}`" for key in of_it[:MOST]]
    return f"{quoted(word)} is a kind of exercise; write one of it, like {' or '.join(like)}"


def to_give(word: str, names: Names) -> tuple[Exercise, ...]:
    """The exercises that a word of a prescription may stand for; a walk that is no more than that is our easy one."""
    if found := names.named(word):
        return tuple(found)
    plain = _WALK.fullmatch(" ".join(word.lower().replace("-", " ").split()))
    return tuple(names.named(EASY_WALK)) if plain else ()


EASY_WALK = "easy-walk"
_WHERE = (
    r"shops?|park|block|blocks|garden|house|road|street|village|town|corner|woods|river|canal|beach|field|fields|school"
    r"|church|post office|post box|bus stop|station|end of the (?:road|street|garden)|neighbourhood|neighborhood|estate"
)
_WALK = re.compile(
    r"(?:(?:an?|the|your|my|go(?:ing)? for an?|daily|outdoor|gentle|short|easy|normal|plain|flat) )*"
    r"(?:(?:walk the dog|dog walk(?:s|ing)?)|walk(?:s|ing)?"
    r"(?:,? (?:outside|outdoors|daily|slowly|on the flat|out"
    rf"|(?:to|round|around|in|along|through) (?:the|your|my) (?:{_WHERE})"
    r"|(?:and|then) (?:back|home)(?: again)?|with (?:the|my|your) dog))*)"
)


def of_weights(text: str) -> bool:
    """Whether words of what is to be avoided speak of lifting or of a weight."""
    return re.search(r"^(?:heavy |all )?(?:lift|carry)ing\b|\d ?(?:kg|lb)s?\b", text.strip().lower()) is not None


def not_to_avoid(text: str) -> str:
    """What may be left out, and how what was written may be said instead, of words that name no exercise."""
    what, until = and_until(text)
    if until is not None and "exercise" not in _avoided(what):
        return (
            f"{quoted(text)}: what is left out stays so until you end it: write {quoted(what)} alone, and end it with "
            "`backplan prescribe end NUMBER`"
        )
    load = "; a weight is said of the exercise that has it, like `backplan prescribe add hip-hinge --load '5 kg'`"
    none = f"there is no exercise {quoted(text)}" if text.strip() else "say what is to be left out"
    return (
        f"{none}. What can be left out is an exercise, a kind like yoga, or a movement: "
        f"bending, arching, twisting or side-bending{load if of_weights(text) else ''}"
    )


_OF_COUNTED = ("sets", "reps", "hold", "rest", "tempo", "load", "side")  # what only a counted exercise has


def _dose_misfits(exercise: Exercise, item: Prescribed) -> Iterable[tuple[str, str]]:
    """Which parts of a dose do not fit an exercise, and why: first of all those of the other sort."""
    if wrong := [*_of_other_sort(exercise, item)]:
        yield from wrong
        return
    if item.growth and (grows := _growth_fault(exercise, item.growth, item)):
        yield grows
    elif long := _too_long(exercise, item):
        yield long


def _of_other_sort(exercise: Exercise, item: Prescribed) -> Iterable[tuple[str, str]]:
    """What of a dose is of the other sort than the exercise, which is counted or done by the minute."""
    besides = item.particulars
    if exercise.dose.minutes is not None and item.reps == 1 and item.sets and item.hold_s and item.hold_s % 60 == 0:
        bout = item.hold_s // 60
        yield (
            "sets",
            (
                f"{exercise.id} is done by the minute: write {bout} minutes {item.sets} times a day, "
                f"or {bout * item.sets} minutes"
            ),
        )
        return
    if exercise.dose.minutes is not None:
        values = (item.sets, item.reps, item.hold_s, besides.rest_s, besides.tempo, besides.load, besides.side)
        for key, value in zip(_OF_COUNTED, values, strict=True):
            if value is not None:
                yield key, f"{exercise.id} is done by the minute: write minutes, not {key}"
        return
    if item.minutes is not None:
        yield "minutes", f"{exercise.id} is counted: write sets, reps and hold, not minutes"
    if besides.side and not exercise.dose.per_side:
        yield "side", f"{exercise.id} is not done one side at a time: leave out the side"


def _growth_fault(exercise: Exercise, growth: Growth, item: Prescribed) -> tuple[str, str] | None:
    """What of a growth does not fit an exercise, or leaves nothing to grow."""
    timed = exercise.dose.minutes is not None
    each = item.particulars.each_set and growth.part in ("reps", "sets")
    begin = begins_with(as_asked(exercise, item), growth.part)
    if growth.part == "band" and not begin:
        colours = ", ".join(BANDS)
        return "grow", f"bands grow from one of the colours {colours}: write it, too, like load: yellow band"
    if growth.part in WEIGHTS and not begin:
        return "grow", f"a load that grows in {growth.part} begins with one: write it, too, like load: 5 {growth.part}"
    if timed != (growth.part == "minutes") or each or not begin:
        noun = COUNTS[growth.part]
        return "grow", f"as it is written here, {exercise.id} has no {noun}s that all could grow"
    if growth.most <= begin:
        at = f"it begins with {growth.level(begin)} and is to grow to {growth.level(growth.most)}"
        return "grow", f"{at}, so nothing is left to grow"
    return None


def _too_long(exercise: Exercise, item: Prescribed) -> tuple[str, str] | None:
    """A counted exercise that takes longer than anybody's patience, where it may grow to such a dose, too."""
    end = item.grown_to(item.growth.most) if item.growth else item
    took = -(-dosing.seconds(as_asked(exercise, end), exercise) // 60)
    if exercise.dose.minutes is None and took > LONGEST_DOSE:
        return "exercise", f"that is {took} minutes of {exercise.id} alone; {LONGEST_DOSE} is the most"
    return None


def added(add: Add, exercise: Exercise, signed: Prescribed) -> Prescribed:
    """The item that gives an exercise as it was written, with who gave it and when of another."""
    add = _as_held(add, exercise)
    reps, ends, on = add.reps, add.until or asked.Ends(), add.days or asked.DaysAsked()
    each = reps.each if reps and len(reps.each) > 1 else ()
    least, most = add.per_week or (None, None)
    item = signed._replace(
        exercise=exercise.id,
        sets=len(each) or (add.sets.least if add.sets else None),
        reps=max(reps.each) if reps else None,
        hold_s=add.hold.least if add.hold else None,
        minutes=add.minutes.least if add.minutes else None,
        particulars=Particulars(
            each, add.times_a_day, add.side, add.rest, add.tempo, add.load, add.effort, add.circuit
        ),
        per_week=least,
        per_week_most=None if most == least else most,
        days=on.days,
        alternate=on.alternate,
        until=ends.on,
        until_met=ends.met,
        knows=add.knows is True,
    )
    start = as_asked(exercise, item)
    growth = _growth(add, start)
    fits = growth is not None and (growth.part == "minutes") == (exercise.dose.minutes is not None)
    item = item._replace(growth=growth)
    return item.grown_to(begins_with(start, growth.part)) if growth and fits else item


def _growth(add: Add, start: GivenDose) -> Growth | None:
    """How the dose grows: by the step that was written, to its end, that of a range, or twice what it begins with; a
    range without a step as our own doses grow.
    """
    part, span = next(iter(ranges(add).items()), (None, None))
    if (grow := add.grow) is None:
        return Growth(part, _own_step(part, start), DAYS, span.most, SESSIONS) if part and span and span.most else None
    begin = begins_with(start, grow.part)
    ends = [end for end in (grow.most, span and span.most if part == grow.part else None) if end]
    unsaid = min(begin + 1, len(BANDS)) if grow.part == "band" else TWICE * begin
    return Growth(grow.part, grow.by, grow.days, min(ends, default=unsaid))


def _own_step(part: Growing, start: GivenDose) -> int:
    """By how much a range grows at a time, where nobody said: as our own doses do; a set, and a walk by two minutes, is
    our own inference.
    """
    return {"reps": 1 if start.hold_s >= HELD else REPS_STEP, "hold_s": HOLD_STEP, "minutes": MINUTES_STEP}.get(part, 1)


def from_options(
    options: Mapping[str, Any],
    exercise: Exercise | None,
    signed: Prescribed,
    today: date,
    before: Prescribed | None = None,
) -> Prescribed:
    """The item that options of the command come to, each read as the key of that name in a file; without an exercise
    they are only looked at. What is not said anew stands as it did ``before``, a growth where it still fits. Raises
    UsageError with every fault, by its option.
    """
    entry = {
        "exercise": exercise.id if exercise else "any",
        **{key: value for key, value in options.items() if value is not None},
    }
    read, unread = _doses_read({"add": [entry]})
    dose = {**(still(before, read["add"][0]) if before else {}), **read["add"][0]}
    faults = [(str(where[-1]), sentence) for where, sentence in unread]
    add = None
    try:
        add = Add.model_validate(tuples(dose), context={"today": today})
    except ValidationError as error:
        faults += [(str(where[0]), sentence) for where, sentence in explain(error.errors(include_url=False))]
    faults += _misfits(sound, exercise) if exercise and (sound := add or _as_far_as_sound(dose)) else []
    if before and before.growth and any(key == "grow" and options.get("grow") is None for key, _ in faults):
        return from_options(options, exercise, signed, today, before._replace(growth=None))
    if faults or add is None:
        raise UsageError("\n".join(_of_option(*fault, options) for fault in faults))
    if before:
        same = before.therapist if before.by == signed.by else None
        signed = signed._replace(why=signed.why or before.why, therapist=signed.therapist or same)
    return added(add, exercise, signed) if exercise else signed


def still(before: Prescribed, options: Mapping[str, Any]) -> dict[str, Any]:
    """What was prescribed before of an exercise that is prescribed again, by its keys in a file, without what was said
    anew or is said otherwise by that.
    """
    anew_grows = "grow" in options or any(re.search(_OF_RANGE, str(options.get(key, ""))) for key in _RANGED)
    before = before._replace(growth=None) if anew_grows else before
    anew = {*options, "exercise", "why"}
    anew |= {"side"} if "per_side" in options else set()
    anew |= {"per_week", "days"} if anew & {"per_week", "days"} else set()
    each = before.particulars.each_set or re.search(_OF_RANGE, str(options.get("reps", "")))
    anew |= {"sets", "reps"} if each and anew & {"sets", "reps"} else set()
    stands = {
        key: value
        for key, value in _entry_of(before, before.by, before.therapist, before.on).items()
        if key not in anew
    }
    return stands | ({"until": before.until.isoformat()} if before.until and "until" in stands else {})


_RANGED = ("sets", "reps", "hold", "minutes")  # what may be a range, which grows
_OF_RANGE = r"\d\D+\d"


def _of_option(key: str, sentence: Sentence, options: Mapping[str, Any]) -> str:
    """A fault of a part of a prescription, as one of the option of that name, or of the dose in words that said it."""
    text = sentence if isinstance(sentence, str) else sentence("")
    if key == "exercise":
        return text
    in_words = key != "dose" and options.get(key) is None and options.get("dose") is not None
    given = options.get("dose" if in_words else key)
    option = "--dose" if in_words else f"--{key.replace('_', '-')}"
    shown = "" if given is None else f" {quoted(str(given))}"
    text = re.sub(r"`dose: (.+)`", r"`--dose '\1'`", text)
    return f"{option}{shown}: {text.replace('_', ' ') if in_words else text.removeprefix(f'{key} ')}"


def _items(file: PrescriptionFile, names: Names) -> Iterable[Prescribed]:
    head = file.prescription
    for add in file.add:
        yield added(add, to_give(add.exercise, names)[0], _signed("add", add, head))
    for avoid in file.avoid:
        exercise = names.named(avoid.exercise)[0].id if avoid.exercise else None
        avoided = _signed("avoid", avoid, head)
        yield avoided._replace(exercise=exercise, modality=avoid.kind, movement=avoid.movement)
    if file.limit:
        yield _signed("limit", file.limit, head)._replace(minutes=file.limit.minutes)
    if file.accept_usual_pain:
        accept = file.accept_usual_pain
        yield _signed("accept-usual-pain", accept, head)._replace(pain=accept.pain)


def _signed(kind: Any, entry: Signed, head: Head) -> Prescribed:
    name = entry.therapist or (None if entry.by else head.therapist)
    return Prescribed(kind, entry.by or head.by, entry.on or head.on, why=entry.why, therapist=name)


def document_of(prescription: Prescription) -> dict[str, Any]:
    """The file that would describe a prescription again; it must hold at least one item."""
    common = Counter((item.by, item.therapist, item.on) for item in prescription.items)
    by, name, on = max(common, key=lambda each: (common[each], each[2]))
    head = {"by": by, "therapist": name, "on": on}
    document: dict[str, Any] = {"prescription": {key: value for key, value in head.items() if value is not None}}
    for part, items in (("add", prescription.added), ("avoid", prescription.avoided)):
        if items:
            document[part] = [_entry_of(item, by, name, on) for item in items]
    if prescription.limit:
        document["limit"] = _entry_of(prescription.limit, by, name, on)
    if prescription.accepted:
        entry = _entry_of(prescription.accepted, by, name, on)
        document["accept_usual_pain"] = entry if len(entry) > 1 else entry["pain"]
    return document


def _entry_of(item: Prescribed, by: str, name: str | None, on: date) -> dict[str, Any]:
    same, besides = (item.by, item.therapist) == (by, name), item.particulars

    def ranged(part: Growing) -> int | str | None:
        least: int | None = getattr(item, part)
        return f"{least}-{item.growth.most:g}" if item.growth and _in_range(item.growth, part) else least

    fields = {
        "exercise": item.exercise, "kind": item.modality, "movement": item.movement, "sets": ranged("sets"),
        "reps": _reps_of(item), "hold": ranged("hold_s"), "minutes": ranged("minutes"), "pain": item.pain,
        "times_a_day": besides.times_a_day, "side": besides.side, "rest": besides.rest_s, "tempo": besides.tempo,
        "load": besides.load, "effort": besides.effort, "circuit": besides.circuit, "grow": _grow_of(item),
        "per_week": f"{item.per_week}-{item.per_week_most}" if item.per_week_most else item.per_week,
        "days": "every other day" if item.alternate else list(item.days) or None, "until": item.until or item.until_met,
        "knows": item.knows or None, "why": item.why,
        "by": None if same else item.by, "therapist": None if same else item.therapist,
        "on": item.on if item.on != on else None,
    }  # fmt: skip
    return {key: value for key, value in fields.items() if value is not None}


def _in_range(growth: Growth, part: Growing | None = None) -> bool:
    """Whether a dose grows within a range, of one part if one is named, as our own doses grow."""
    return growth.sessions == SESSIONS and part in (None, growth.part)


def _reps_of(item: Prescribed) -> int | str | list[int] | None:
    """The repetitions as they are written: a number, a range that grows, or those of each set; of two sets as a list,
    as 4-6 would read as a range.
    """
    if each := item.particulars.each_set:
        return [*each] if len(each) == 2 else "-".join(map(str, each))
    return f"{item.reps}-{item.growth.most}" if item.growth and _in_range(item.growth, "reps") else item.reps


def _grow_of(item: Prescribed) -> str | None:
    return asked.in_words(item.growth) if item.growth and not _in_range(item.growth) else None


def text_of(document: Mapping[str, Any]) -> str:
    """A document as YAML that reads back as it was: every text in quotes, so that no word turns into a number."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """PyYAML keeps representers by class; ours is not to reach anybody else's dumper."""

    def quoted(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        simple = value.isascii() and value.replace("-", "").replace("_", "").isalpha()
        safe = simple and value.lower() not in _NOT_TEXT
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=None if safe else '"')

    Dumper.add_representer(str, quoted)
    dumped: str = yaml.dump(dict(document), Dumper=Dumper, sort_keys=False, allow_unicode=True, width=100_000)
    return dumped.rstrip()


_NOT_TEXT = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}


def superseded(items: Sequence[Prescribed], before: Iterable[Prescribed]) -> list[Prescribed]:
    """The earlier items, of those not over yet, whose place new ones take."""
    about = {item.about for item in items}
    return [item for item in before if item.about in about]
