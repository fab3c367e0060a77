"""What a therapist writes of one key of a prescription, in the ways that people write it, as values.

Every reader raises ValueError with a whole sentence that says how it is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from backplan.errors import in_a_line, kept
from backplan.files.as_said import weekday
from backplan.files.dose import NUMBER, dose_in_words, number_in
from backplan.files.entry import in_figures, iso_day
from backplan.model.particulars import BANDS
from backplan.model.prescription import TEMPO, WEIGHTS, Avoidable, Growing, Growth
from backplan.model.said_numbers import minutes_said
from backplan.model.vocabulary import WEEKDAYS, Weekday
from backplan.model.wording import DAYS_TOGETHER, MONTHS, WEEKDAY_NAMES, counted
from backplan.named_tuple import NamedTuple

# Sane bounds; all our own judgement, wide enough for any clinic.
MAX_SETS, MAX_REPS, MAX_HOLD, MAX_REST, MAX_MINUTES = 10, 50, 600, 600, 120
MAX_WEIGHT = 200  # kg or lb, of a load that grows
MOST_TIMES = 8  # a day
WAKING = 14  # hours of a day in which an exercise is repeated every few hours
LONGEST = 240  # characters of anything that is read here
LONGEST_WORDS = 60  # characters of what an exercise goes on until
LONGEST_STRANGE = 20  # characters of a word that is no day, said back
LONGEST_LOAD = 24  # characters; it stands beside the dose

_TIME = re.compile(r"(\d{1,3}) ?(seconds?|secs?|s|minutes?|mins?)")
_TIMES = re.compile(r"(\d{1,3}) ?(?:-|–|to) ?(\d{1,3})(?: ?(seconds?|secs?|s|minutes?|mins?)|)")
_RANGE = re.compile(r"(\d{1,3}) ?(?:-|–|to) ?(\d{1,3})")
_EACH = re.compile(r"\d{1,3}(?: ?[-–,/] ?\d{1,3}){1,9}")
_HOURS = re.compile(rf"every ({NUMBER}) (?:hours|hrs)|hourly|every hour")
_PART = r"(?:repetitions?|reps?|seconds?|secs?|s|minutes?|mins?|sets?|kgs?|lbs?)"
_HEAVY = r"\d{1,3}(?:[.,]\d{1,2})?"
_WEIGHT = re.compile(rf"({_HEAVY})\s*(?:(kg|kilo(?:gram(?:me)?)?)|(?:lb|pound))s?", re.IGNORECASE)
_OF_A_LOAD = re.compile(r"\d+(?:[.,]\d+)?(?P<gap>[\s-]*)(?P<word>[^\W\d_]*)")
_UNITS = frozenset((
    "kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes", "lb", "lbs", "pound",
    "pounds", "g", "gram", "grams", "gramme", "grammes", "l", "litre", "litres", "liter", "liters", "ml", "oz",
    "ounce", "ounces", "stone", "st",
))  # fmt: skip
# What may follow a number besides: things that are counted, what they are like, and what joins two numbers.
_COUNTED = frozenset((
    "band", "bands", "loop", "loops", "tube", "tubes", "tubing", "bottle", "bottles", "tin", "tins", "can", "cans",
    "bag", "bags", "book", "books", "dumbbell", "dumbbells", "weight", "weights", "plate", "plates", "disc", "discs",
    "spring", "springs", "bar", "bars", "ball", "balls", "kettlebell", "kettlebells", "sandbag", "sandbags", "cuff",
    "cuffs", "pack", "packs", "packet", "packets", "pin", "pins", "hole", "holes", "x", "×", "to", "and", "or", "st",
    "nd", "rd", "th", "small", "big", "light", "medium", "heavy", "full", "half", "empty", "ankle", "wrist", "hand",
    "water", "resistance", "extra", "strong", "tan", "yellow", "red", "green", "blue", "black", "silver", "gold",
    "orange", "purple", "pink", "white", "grey", "gray", "beige", "brown",
))  # fmt: skip
LOAD = "load must be a weight like 5 kg, 10 lb or 500 g, a band like red band, or a thing like bottle of water"
_GROW = re.compile(
    rf"(?:add(?:ing)? |by |\+ ?)?({_HEAVY}|{NUMBER})(?: more)? ?({_PART})"
    rf"(?: more)? (?:every|each|an?|per) ({NUMBER} )?(days?|weeks?|other day)"
    rf"(?:,? (?:up )?to ({_HEAVY})(?: ?({_PART}))?)?"
)
_COLOUR = rf"(?:{'|'.join(BANDS)}|beige|gr[ae]y)"
_COLOURS = rf"{_COLOUR}(?: band)?(?:(?:,|,? to|,? then|,? and) {_COLOUR}(?: band)?)+"
_GROW_BAND = re.compile(
    rf"(?:(?:to )?(?:the )?(?:next|one|an?|1)(?: more| stronger| harder| heavier)? (?:band|colou?r)|({_COLOURS}))"
    rf",? (?:every|each|an?|per) ({NUMBER} )?(days?|weeks?|other day)(?:,? (?:up )?to (?:the )?({_COLOUR})(?: band)?)?"
)
_GROWING: Mapping[str, Growing] = {"r": "reps", "m": "minutes", "k": "kg", "l": "lb"}
_MEASURES = (
    r"minutes?|mins?|seconds?|secs?|reps?|repetitions?|times|steps?|stairs|flights?|metres?|meters?|m|km|kilomet\w+|miles?"
    r"|kg|lb|percent|out of|of 10"
)
_MONTH = "|".join((*MONTHS, *(name[:3] for name in MONTHS)))
_OF_TIME = re.compile(
    rf"\d(?!\d* ?(?:{_MEASURES})\b)|\b(?:{'|'.join(month for month in MONTHS if month not in ('March', 'May'))})\b"
    rf"|\b(?:end|middle|start|beginning|mid|early|late)(?: of)?(?: in)?[ -](?:{_MONTH}|the)\b"
    rf"|\b(?:soon|later|today|tomorrow|weeks?|months?|years?|days|{'|'.join(WEEKDAY_NAMES.values())}"
    r"|yesterday|easter|christmas|xmas|new year|spring|summer|autumn|winter|fortnight)\b"
    rf"|^(?:now|then|{'|'.join((*WEEKDAYS, *MONTHS))})$",
    re.IGNORECASE,
)
_MOVEMENTS: Mapping[str, Avoidable] = {
    "bending": "bending", "flexion": "bending", "forward bending": "bending", "bending forward": "bending",
    "arching": "arching", "extension": "arching", "backward bending": "arching", "bending backward": "arching",
    "twisting": "twisting", "rotation": "twisting", "turning": "twisting",
    "side bending": "side-bending", "lateral flexion": "side-bending", "bending sideways": "side-bending",
}  # fmt: skip
GROW = (
    "grow must be a step and a time, like 2 repetitions every 3 days, up to 20; 1 kg every week, up to 10; or the next "
    "band every 2 weeks, up to green"
)
_BOUNDS: Mapping[Growing, tuple[int, float]] = {
    "reps": (MAX_REPS, 1), "hold_s": (MAX_HOLD, 1), "sets": (MAX_SETS, 1), "minutes": (MAX_MINUTES, 1),
}  # fmt: skip


class Reps(NamedTuple):
    """Repetitions: alike in all sets (one number), of each set, or one number that grows to the most of a range."""

    each: tuple[int, ...]
    most: int | None = None


class Range(NamedTuple):
    """How much: one number, or one that grows to the most of a range."""

    least: int
    most: int | None = None


class DaysAsked(NamedTuple):
    """The days of the week that alone will do, or never two running."""

    days: tuple[Weekday, ...] = ()
    alternate: bool = False


class Ends(NamedTuple):
    """The last day, or what an exercise goes on until, in words."""

    on: date | None = None
    met: str | None = None


class GrowthSaid(NamedTuple):
    """How a dose grows as it was written; None where its end was not said."""

    part: Growing
    by: float
    days: int
    most: float | None = None


def reps_of(value: Any) -> Reps:
    """8; 8-12, which grows; or of each set, 6-4-2 or [6, 4, 2]."""
    how = "reps must be a number like 8, a range like 8-12, or those of each set like 6-4-2"
    value = _as_in_a_dose(value, "reps", "{} reps")
    text = _folded(value)
    if ends := _RANGE.fullmatch(text):
        low, high = int(ends[1]), int(ends[2])
        if low < high:
            return _within(Reps((low,), high), how)
    if re.fullmatch(NUMBER, text):
        return _within(Reps((number_in(text),)), how)
    if text.isdecimal() or _EACH.fullmatch(text):
        return _within(Reps(tuple(map(int, re.findall(r"\d+", text)))), how)
    whole = value if isinstance(value, tuple | list) else (value,)
    if not whole or not all(type(each) is int for each in whole):
        raise ValueError(how)
    return _within(Reps(tuple(whole)), how)


_A_NUMBER = re.compile(r"[\d ,–-]*")


def _as_in_a_dose(value: Any, key: str, written: str) -> Any:
    """A value as a line of a dose says it: bd, or 5" of a hold; as it is where it stands in figures alone, or the line
    would say anything else, too.
    """
    text = _folded(value)
    if _A_NUMBER.fullmatch(text):
        return value
    lines = (dose_in_words(line) or {} for line in (text, written.format(text)))
    return next((parts[key] for parts in lines if parts.keys() == {key}), value)


def _within(reps: Reps, how: str) -> Reps:
    numbers = [*reps.each, *([reps.most] if reps.most else [])]
    if not all(1 <= each <= MAX_REPS for each in numbers):
        raise ValueError(f"reps must be from 1 to {MAX_REPS}")
    if len(reps.each) > MAX_SETS:
        raise ValueError(f"{how}; {MAX_SETS} sets are the most")
    return reps


def sets_of(value: Any) -> Range:
    """Sets: 3, 3 sets, x3; 2-3, which grows."""
    value = re.sub(r"^[x×] ?| ?[x×]$", "", _folded(value)) or value
    value = _as_in_a_dose(value, "sets", "{} sets")
    return _span(value, "sets", MAX_SETS, "a number like 3, or a range like 2-3", number_in)


def hold_of(value: Any) -> Range:
    """Seconds of a hold: 20, 20 s, 2 min; 5-10 s, which grows; and as a dose says it, 5", a count of five."""
    value = _as_in_a_dose(value, "hold", "hold {}")
    ends = _TIMES.fullmatch(_folded(value))
    if ends and int(ends[1]) < int(ends[2]):
        many = 60 if (ends[3] or "s").startswith("m") else 1
        return Range(*(_time(many * int(each), "hold", MAX_HOLD) for each in (ends[1], ends[2])))
    return Range(_time(value, "hold", MAX_HOLD))


def minutes_of(value: Any) -> Range:
    """Minutes: 15, half an hour; 15-20 min, which grow."""
    how = "minutes like 15, or a range like 15-20"
    return _span(value, "minutes", MAX_MINUTES, how, lambda word: minutes_said(word) or 0)


def _span(value: Any, key: str, most: int, how: str, read: Callable[[str], int]) -> Range:
    text = _folded(value)
    ends = _RANGE.fullmatch(re.sub(r" ?min(?:ute)?s?$", "", text))
    try:
        found = Range(int(ends[1]), int(ends[2])) if ends else Range(read(text) if text else value)
    except ValueError:
        raise ValueError(f"{key} must be {how}") from None
    if type(found.least) is not int or (text and not found.least and not text.startswith("0")):
        raise ValueError(f"{key} must be {how}")
    if not 1 <= found.least <= (found.most or found.least) <= most:
        raise ValueError(f"{key} must be from 1 to {most}{', the smaller number first' if ends else ''}")
    return Range(found.least) if found.most == found.least else found


def rest_of(value: Any) -> int:
    """Seconds of rest between sets: 60, 60 s, 1 min; one minute between sets."""
    return _time(_as_in_a_dose(value, "rest", "rest {}"), "rest", MAX_REST)


def _time(value: Any, key: str, most: int) -> int:
    text = _folded(value)
    match = _TIME.fullmatch(text)
    found = int(match[1]) * (60 if match[2].startswith("m") else 1) if match else value
    found = int(text) if text.isdecimal() else found
    if type(found) is not int:
        raise ValueError(f"{key} must be seconds like 20, or a time like 20 s or 2 min")
    if not 0 <= found <= most:
        raise ValueError(f"{key} must be from 0 to {most} seconds")
    return found


def per_week_of(value: Any) -> tuple[int, int]:
    """The days a week at the least and at the most: 3, or 2-3."""
    text = _folded(value)
    ends = _RANGE.fullmatch(text)
    if parts := (dose_in_words(text) or dose_in_words(f"{text} a week")):
        text = str(parts.get("per_week", text))
        ends = _RANGE.fullmatch(text)
    whole = int(text) if text.isdecimal() else value
    found = (int(ends[1]), int(ends[2])) if ends else (whole, whole)
    if not all(type(each) is int for each in found):
        raise ValueError("per_week must be days a week like 3, or a range like 2-3")
    if not 1 <= found[0] <= found[1] <= len(WEEKDAYS):
        raise ValueError("per_week must be from 1 to 7, the smaller number first")
    return found


def days_of(value: Any) -> DaysAsked:
    """Days of the week: [mon, thu], mon and thu; or every other day."""
    text = _folded(value)
    if text in ("every other day", "every second day", "alternate days", "on alternate days", "alternate"):
        return DaysAsked(alternate=True)
    if text in DAYS_TOGETHER:
        return DaysAsked(DAYS_TOGETHER[text])
    words = re.split(r"[,;/ ]+(?:and )?|\band\b", text) if isinstance(value, str) else value
    days = [weekday(word) for word in words if word] if isinstance(words, list | tuple) else []
    texts = [word for word in days if isinstance(word, str)]
    found = {each for word in texts for each in DAYS_TOGETHER.get(_folded(word), (word,))}
    if not found or len(texts) < len(days) or not found <= {*WEEKDAYS}:
        strange = next((word for word in texts if word not in WEEKDAYS and _folded(word) not in DAYS_TOGETHER), "")
        none = f"; {in_a_line(strange)[:LONGEST_STRANGE]} is none" if strange.strip() else ""
        raise ValueError(f"days must be days of the week like [mon, thu], or every other day{none}")
    return DaysAsked(tuple(day for day in WEEKDAYS if day in found))


def times_a_day_of(value: Any) -> int:
    """Times a day: 3; twice, bd; every two hours of the hours one is awake."""
    value = _as_in_a_dose(value, "times_a_day", "{} a day")
    text = _folded(value)
    every = _HOURS.fullmatch(text)
    whole = int(text) if text.isdecimal() else value
    found = WAKING // max(1, number_in(every[1] or "1")) if every else whole
    if type(found) is not int:
        raise ValueError("times_a_day must be a number like 3, or like every two hours")
    if not 1 <= found <= MOST_TIMES:
        raise ValueError(f"times_a_day must be from 1 to {MOST_TIMES}, which is about every two hours")
    return found


def tempo_of(value: Any) -> str:
    """Seconds down, still and up: 3-1-3; 3/1/3 and 3:1:3, too."""
    text = _folded(_as_in_a_dose(value, "tempo", "tempo {}")).replace("–", "-")
    if not re.fullmatch(TEMPO, text) or not 0 < sum(map(int, text.split("-"))) <= 60:
        raise ValueError("tempo must be the seconds of each part of a repetition, like 3-1-3")
    return text


def load_of(value: Any) -> str:
    """A weight or a band, in words that stand beside the dose."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if (
        not text
        or len(text) > LONGEST_LOAD
        or not all(map(kept, text))
        or not liftable(text)
        or not any(map(str.isalpha, text))
    ):
        raise ValueError(LOAD)
    if unknown := _strange_unit(text):
        raise ValueError(f"{unknown} is no unit of a load that is known here; {LOAD}")
    return in_units(text)


def _strange_unit(text: str) -> str:
    """The word behind a number of a load that is neither a unit nor a thing that is counted; nothing where all are."""
    for found in _OF_A_LOAD.finditer(text):
        word, glued = found["word"].lower(), not found["gap"]
        if word and (glued or found.start() == 0) and word not in _UNITS and word not in _COUNTED:
            return found["word"]
    return ""


MOST_WEIGHT = 500  # of any unit


def liftable(text: str) -> bool:
    """Whether the number of a load, if it has one, is one that is lifted."""
    number = re.match(r"[-+]?\d+(?:[.,]\d+)?", text)
    return number is None or 0 < float(number[0].replace(",", ".")) <= MOST_WEIGHT


def in_units(text: str) -> str:
    """A load with a weight as number and unit, a colour alone as its band; anything else as it was written."""
    if text.lower() in BANDS:
        return f"{text.lower()} band"
    weight = _WEIGHT.fullmatch(text)
    return f"{weight[1]} {'kg' if weight[2] else 'lb'}" if weight else text


def ends_of(value: Any, today: date | None) -> Ends:
    """The last day, from today on; or what an exercise goes on until, in words without a time."""
    if (day := iso_day(value)) is not None:
        if today is not None and day < today:
            raise ValueError("until is over already")
        return Ends(on=day)
    words = " ".join(value.split()) if isinstance(value, str) else ""
    if either := in_figures(words):
        raise ValueError(f"until must be a date like 2027-01-15{either}")
    if not words or len(words) > LONGEST_WORDS or not all(map(kept, words)) or not is_no_date(words):
        raise ValueError("until must be a date like 2027-01-15, or what it goes on until, like pain-free")
    return Ends(met=words.rstrip("."))


def is_no_date(words: str) -> bool:
    """Whether words speak of no day or time, so that they may say what an exercise goes on until."""
    return bool(words.strip()) and _OF_TIME.search(words.strip()) is None


def growth_of(value: Any) -> GrowthSaid:
    """How a dose grows: 2 repetitions every 3 days, up to 20; 2.5 kg every week, up to 15 kg."""
    if band := _GROW_BAND.fullmatch(_folded(value)):
        return _band_growth(*band.groups())
    match = _GROW.fullmatch(_folded(value))
    if match is None:
        raise ValueError(GROW)
    many, unit, often, time, most, of = match.groups()
    part, days = _part(unit), _days_of(often, time)
    step, end = _amount(many, part), _end(most, of or unit, part) if most else None
    bound, least = _BOUNDS.get(part, (MAX_WEIGHT, 0.1))
    if not least <= step <= bound or days < 1 or (end is not None and not least <= end <= bound):
        raise ValueError(f"grow: a step of {least:g} or more, in days of 1 or more, and an end of {bound} at the most")
    return GrowthSaid(part, step, days, end)


def _part(unit: str) -> Growing:
    """What grows that is counted in a unit."""
    return "sets" if unit.startswith("set") else _GROWING.get(unit[0], "hold_s")


def _end(most: str, unit: str, part: Growing) -> float:
    """The end of a growth in what grows: of seconds it may be said in minutes, else in the unit of the step."""
    if (part, _part(unit)) == ("hold_s", "minutes"):
        return 60 * _amount(most, part)
    if _part(unit) != part:
        raise ValueError(f"grow must have its step and its end in one unit; {most} {unit} is none of the step's")
    return _amount(most, part)


def _days_of(often: str | None, time: str) -> int:
    """Every how many days: 3, 2 weeks, every other day."""
    return 2 if time == "other day" else number_in(often.strip() if often else "1") * (7 if "week" in time else 1)


def _band_growth(colours: str | None, often: str | None, time: str, most: str | None) -> GrowthSaid:
    """From band to band, in the usual order of their colours: the next one, or those that are named."""
    named = [_band(each) for each in re.findall(_COLOUR, colours or "")]
    days, end = _days_of(often, time), _band(most) if most else max(named, default=None)
    if days < 1 or any(after != before + 1 for before, after in pairwise(named)):
        raise ValueError(f"grow: bands follow each other as {', '.join(BANDS)}, with days of 1 or more between")
    return GrowthSaid("band", 1, days, end)


def _band(colour: str) -> int:
    """The place of a colour among the bands, the lightest as 1."""
    return BANDS.index({"beige": "tan", "grey": "silver", "gray": "silver"}.get(colour, colour)) + 1


def _amount(text: str, part: Growing) -> float:
    """A number of what grows: of weights a part of one, too."""
    if part in WEIGHTS and text[0].isdecimal():
        return float(text.replace(",", "."))
    try:
        return number_in(text)
    except ValueError:
        raise ValueError(GROW) from None


def movement_of(value: Any) -> Avoidable:
    """A movement of the back to avoid: bending, arching, twisting or side bending."""
    if (movement := _movement(value)) is None:
        raise ValueError("movement must be bending, arching, twisting or side-bending")
    return movement


def names_movement(word: str) -> bool:
    """Whether a word is one for a movement to avoid."""
    return _movement(word) is not None


def _movement(value: Any) -> Avoidable | None:
    plain = re.sub(r"(?<=ward)s\b", "", _folded(value).replace("-", " "))  # forwards, too
    return _MOVEMENTS.get(re.sub(r"\bbends?\b", "bending", plain))


def in_words(growth: Growth) -> str:
    """A growth as growth_of reads it."""
    end = growth.level(growth.most) if growth.part == "band" else f"{growth.most:g}"
    return f"{growth.words_of(growth.by)} every {counted(growth.days, 'day')}, up to {end}"


def _folded(value: Any) -> str:
    """A text in small letters with single spaces; nothing of what is no text, or longer than any that is meant."""
    return " ".join(value.lower().split()) if isinstance(value, str) and len(value) <= LONGEST else ""
