"""Numbers and minutes as people say them: four, twenty five, half an hour."""

from __future__ import annotations

import re

from backplan.model.wording import NUMBER_WORDS

YEARS = range(1900, 2900)  # in which something that is told or planned may be
MOST_DIGITS = 9  # of any number that is asked for; Python itself reads no more than 4,300
ROUND = {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_HOURS = {
    "quarter of an hour": 15, "a quarter of an hour": 15, "half an hour": 30, "half hour": 30,
    "three quarters of an hour": 45, "an hour": 60, "hour": 60,
}  # fmt: skip
_PARTS = {"half": 30, "quarter": 15, "three quarters": 45, "1/2": 30, "1/4": 15, "3/4": 45}
_PART = rf"(?P<part>{'|'.join(_PARTS)})"
_HOUR = r"(?:hours?|hrs?|h)"
_HOURS_AND_PART = (  # an hour and a quarter, 1 1/4 hours, one and a half hours, 3/4 hour
    rf"(?P<hours>\d|an?|one|two) {_HOUR} and (?:an? )?{_PART}",
    rf"(?:(?P<hours>\d|one|two) (?:and )?(?:an? )?)?{_PART} (?:of an )?{_HOUR}",
)
_HOURS_AND = (
    r"(?P<hours>\d|an?|one|two) ?(?:hours?|hrs?|h)[ ,]*(?:and )?(?P<minutes>\d{1,2}) ?(?:minutes?|mins?|m)?"  # 1h30
)
_PART_OF_HOURS = r"(\d)[.,](\d{1,2}) ?(?:hours?|hrs?|h)"  # 1.5 hours
_TIMES = r"(\d) ?[x×*] ?(\d{1,3}) ?(?:minutes?|mins?)"  # 2 x 15 min
HOURS = (  # how a time of whole hours, or with a part of one, may stand in a longer text
    rf"(?:(?:a )?(?:half|quarter|three quarters|[13]/[24])(?: of)?(?: an?)? ?{_HOUR}"
    rf"|(?:\d|one|two) (?:and )?(?:an? )?(?:half|quarter|three quarters|[13]/[24]) {_HOUR}"
    r"|\dh\d\d\b"
    rf"|(?:\d(?:[.,]\d{{1,2}})?|an?|one|two) ?{_HOUR}\b(?:(?: and)?(?: an?)? (?:half|quarter|three quarters)\b"
    rf"|[ ,]*(?:and )?\d{{1,2}} ?(?:minutes?|mins?|m)\b)?)"
)
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
        return 60 * _hours(found["hours"]) + int(found["minutes"])
    for each in _HOURS_AND_PART:
        if found := re.fullmatch(each, word):
            return (60 * _hours(found["hours"]) if found["hours"] else 0) + _PARTS[found["part"]]
    if found := re.fullmatch(_PART_OF_HOURS, word):
        return round(60 * float(f"{found[1]}.{found[2]}"))
    if found := re.fullmatch(_TIMES, word):
        return int(found[1]) * int(found[2])
    found = re.fullmatch(_TIMED, word)
    count = number_said(found["many"] if found else word)
    return None if count is None else count * (60 if found and found["unit"][0] == "h" else 1)


def _hours(word: str) -> int:
    return {"a": 1, "an": 1, "one": 1, "two": 2}.get(word) or int(word)
