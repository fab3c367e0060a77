"""Wording: the small pieces that sentences are made of: capitals, days, numbers and ids as people write them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from backplan.model.vocabulary import WEEKDAYS, Weekday

WEEKDAY_NAMES: Mapping[Weekday, str] = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday",
    "sun": "Sunday",
}  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
NUMBER_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
SHORTEST_DAY = 3  # letters of a weekday's name
NUMBERS = ("no", *NUMBER_WORDS[1:8])  # as far as our own sentences spell them out


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def with_stop(text: str) -> str:
    """The text with a full stop, where it ends with no other sign."""
    return text if text[-1:] in "!?" else f"{text.rstrip('.')}."


def all_of(things: Sequence[str]) -> str:
    """Things in one phrase: a walk, strength and core."""
    *first, last = things
    return f"{', '.join(first)} and {last}" if first else last


def spaced(word: str) -> str:
    """An id or a word of a closed list as people write it, with spaces for hyphens: bird-dog is bird dog."""
    return word.replace("-", " ")


# Words after which the name of an exercise says no more of how many it speaks of; names that only look like many; and
# verbs as they follow one thing and several. Patterns here are compiled when first asked for.
_AFTER = r",| (?:with|from|to|on|up|in|off|at|of|for|under|against)\b.*"
_ONE = r"(?i:ss|pilates|pelvis|triceps|biceps|aerobics|gymnastics|tennis|abs)$"
_SEVERAL: Mapping[str, str] = {"goes": "go", "takes": "take", "has": "have", "stays": "stay", "does": "do"}


def clause(name: str, what: str) -> str:
    """A name and what is said of it, its verb as the name asks: bird dog goes, weight shifts go."""
    stem = re.split(_AFTER, name, maxsplit=1)[0].rstrip()
    if stem.endswith("s") and not re.search(_ONE, stem):
        what = re.sub(r"\w+", lambda verb: _SEVERAL.get(verb[0], verb[0]), what, count=1)
    return f"{name} {what}"


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def ordinal(number: int) -> str:
    """Which one of several, from 1 on: first, second, ... tenth; from the eleventh on in digits."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    return f"{number}{'th' if number % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def counted(number: int, noun: str, *, spelled: bool = False) -> str:
    """A number of things, as 1 day or 3 days; spelled out (0 to 7 only), as no days, one day or three days."""
    return f"{NUMBERS[number] if spelled else number} {noun}{'' if number == 1 else 's'}"


def parts_of_span(seconds: int) -> tuple[int, str]:
    """Some seconds as a number and its unit, s; or min, from two whole minutes on."""
    return (seconds // 60, "min") if seconds >= 120 and seconds % 60 == 0 else (seconds, "s")


def span(seconds: int) -> str:
    """Some seconds as people write them: 90 s, 2 min."""
    number, unit = parts_of_span(seconds)
    return f"{number} {unit}"


def spoken_span(seconds: int) -> str:
    """Some seconds in full words: 30 seconds, 2 minutes."""
    number, unit = parts_of_span(seconds)
    return counted(number, {"s": "second", "min": "minute"}[unit])


DAYS_TOGETHER: Mapping[str, tuple[Weekday, ...]] = {
    **dict.fromkeys(("every day", "daily", "all"), WEEKDAYS), **dict.fromkeys(("weekdays", "weekday"), WEEKDAYS[:5]),
    **dict.fromkeys(("weekends", "weekend"), WEEKDAYS[5:]),
}  # fmt: skip


def weekday_named(word: str) -> Weekday | None:
    """The day that a word in small letters names, from three letters on: mon, tues, sunday; None for any other word."""
    if len(word) < SHORTEST_DAY:
        return None
    return next((day for day, name in WEEKDAY_NAMES.items() if name.lower().startswith(word)), None)


def dated(days: Iterable[date]) -> str:
    """Days as people say them: 16, 18 and 25 November; 30 November and 2 December."""
    found = sorted(set(days))
    parts = [
        str(day.day) if after and after.month == day.month else f"{day.day} {MONTHS[day.month - 1]}"
        for day, after in zip(found, [*found[1:], None], strict=True)
    ]
    return all_of(parts) if parts else ""


def short_day(day: date) -> str:
    """A day as 4 Jan."""
    return f"{day.day} {day:%b}"


def full_day(day: date) -> str:
    """A day with its year: 2 November 2026."""
    return f"{day.day} {day:%B} {day.year}"


def roughly(day: date) -> str:
    """A day that stands for a whole year or month by its last, as it was told: 2019, June 2026; any other in full."""
    if (day.month, day.day) == (12, 31):
        return str(day.year)
    return f"{day:%B} {day.year}" if (day + timedelta(days=1)).day == 1 else full_day(day)


def long_day(day: date, today: date | None = None) -> str:
    """A day as people say it with its weekday: Monday 23 November; with its year, where that is not that of today."""
    year = f" {day.year}" if today is not None and day.year != today.year else ""
    return f"{day:%A} {day.day} {day:%B}{year}"
