"""Numbers and minutes as people say them: four, twenty five, half an hour."""

from __future__ import annotations

import re

from backplan.model.wording import NUMBER_WORDS

YEARS = range(1900, 2900)  # in which something that is told or planned may be
MOST_DIGITS = 9  # of any number that is asked for; Python itself reads no more than 4,300
ROUND = {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_HOURS = {
    "quarter of an hour": 15, "a quarter of an hour": 15, "half an hour": 30, "half hour": 30,
    "three quarters of an hour": 45, "an hour": 60, "hour": 60, "an hour and a half": 90,
}  # fmt: skip
_HOURS_AND = r"(?P<hours>\d|an?) ?(?:hours?|hrs?|h)[ ,]*(?:and )?(?P<minutes>\d{1,2}) ?(?:minutes?|mins?|m)?"  # 1h30
_PART_OF_HOURS = r"(\d)[.,](\d{1,2}) ?(?:hours?|hrs?|h)"  # 1.5 hours
_TIMES = r"(\d) ?[x×*] ?(\d{1,3}) ?(?:minutes?|mins?)"  # 2 x 15 min
_TIMED = r"(?P<many>.+?)\s*(?P<unit>minutes?|mins?|m|hours?|hrs?|h)\.?"  # compiled when first asked for


def number(text: str) -> int | None:
    """The whole number that a text is, in figures; None where it is none that could be meant."""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None


def number_said(word: str) -> int | None:
    """The whole number that was said in small letters: 4, four, fifteen, twenty five; None for anything else."""
    if (found := number(word)) is not None:
        return found
    tens, _, ones = word.replace("-", " ").partition(" ")
    if tens in ROUND and not ones:
        return ROUND[tens]
    if tens in ROUND and tens.endswith("ty") and ones in NUMBER_WORDS[1:10]:
        return ROUND[tens] + NUMBER_WORDS.index(ones)
    return NUMBER_WORDS.index(word) if word in NUMBER_WORDS else None


def minutes_said(word: str) -> int | None:
    """How many minutes were said in small letters: 15, 15 minutes, half an hour, 1 hour, five; None otherwise."""
    if word in _HOURS:
        return _HOURS[word]
    if found := re.fullmatch(_HOURS_AND, word):
        hours = 1 if found["hours"] in ("an", "a") else int(found["hours"])
        return 60 * hours + int(found["minutes"])
    if found := re.fullmatch(_PART_OF_HOURS, word):
        return round(60 * float(f"{found[1]}.{found[2]}"))
    if found := re.fullmatch(_TIMES, word):
        return int(found[1]) * int(found[2])
    found = re.fullmatch(_TIMED, word)
    count = number_said(found["many"] if found else word)
    return None if count is None else count * (60 if found and found["unit"][0] == "h" else 1)
