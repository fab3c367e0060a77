"""Numbers and minutes as people say them: four, twenty five, half an hour."""

from __future__ import annotations

import re
from functools import cache

from backplan.model.wording import NUMBER_WORDS

YEARS = range(1900, 2900)  # in which something that is told or planned may be
MOST_DIGITS = 9  # of any number that is asked for; Python itself reads no more than 4,300
ROUND = {  # beyond those that have words of their own
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_PARTS = {"half": 30, "quarter": 15, "three quarter": 45, "1/2": 30, "1/4": 15, "3/4": 45}
_SIGNS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "′": "'", "’": "'"}
_PART = r"(?P<part>half|quarter|three[ -]quarters?|[13]/4|1/2)"
_HOUR = r"(?:hours?'|hour's|hours?|hrs?|h)"
_MINUTE = r"(?:minutes?'|minute's|mins?'|minutes?|mins?|m)"
_AN = r"an?(?: (?:good|full|solid|whole))?|(?:an? )?couple of"
_ONES = "|".join(NUMBER_WORDS[1:])
_MANY = rf"(?:\d{{1,{MOST_DIGITS}}}|(?:a )?hundred|(?:{'|'.join(ROUND)})(?:[ -](?:{_ONES}))?|{_ONES})"
_FEW = rf"(?:{_AN}|{_MANY})"
_AND = r"(?:[ -]?(?:and|&|'?n'?|plus|\+)[ -]?)"
_SAID = (  # each way in which people tell a time; all of a text must be one of them
    rf"(?:(?P<hours>{_FEW})(?:{_AND}(?:an?[ -])?| (?=\d/)|-(?=\d/)))?{_PART}(?: of)?(?:[ -]an?)?[ -]?{_HOUR}",
    rf"(?:(?P<hours>{_FEW})[ -]?)?(?P<one>{_HOUR}){_AND}(?:an?[ -])?{_PART}(?:'s| of an hour)?",
    rf"(?:(?P<hours>{_FEW})[ -]?)?(?P<one>{_HOUR})(?:[ ,]*|{_AND})(?P<minutes>{_MANY})[ -]?{_MINUTE}",
    rf"(?P<hours>{_FEW})[ -]{_HOUR}{_AND}(?P<minutes>{_MANY})(?=$| (?:of|in|on|at)\b)",  # an hour and ten
    rf"(?P<hours>{_FEW}) ?{_HOUR}(?: |{_AND})?(?P<minutes>[0-5]?\d)",  # 1h30
    rf"(?P<hours>[0-3]):(?P<minutes>[0-5]\d)(?: ?{_HOUR})?",
    rf"(?P<hours>\d[.,]\d{{1,2}})[ -]?{_HOUR}",
    rf"(?P<hours>{_FEW})[ -]?{_HOUR}",
    rf"(?P<minutes>{_FEW})[ -]?(?:{_MINUTE}|')",
)
_OF_HOUR = rf"\b(?P<part>[a-z]{{3,9}})(?= (?:of )?(?:an? )?{_HOUR}\b)"  # where a part of one stands, or a slip of it
_PART_WORDS = ("half", "quarter", "quarters")
_ALIKE = 0.75  # of the letters, from which on a word there is a slip of a part: quater, hlaf
_TIMES = r"(\d) ?[x×*] ?(\d{1,3}) ?(?:minutes?|mins?)"  # 2 x 15 min
_OF_A_CLOCK = r"\b(?:at|from|until|till|by|since|to|before|after|around) $"  # before 1:30
# What is understood as it is wherever a time is looked for, and may stay.
_PLAIN = r"\d{1,3}[ -]?(?:minutes?|mins?|m)|half an hour|(?:three quarters|a quarter) of an hour|an hour|\d{1,2} hours?"
HOURS = (  # how a time of whole hours, or with a part of one, may stand in a longer text
    rf"(?:(?:a )?(?:half|quarter|three quarters|[13]/[24])(?: of)?(?: an?)? ?{_HOUR}"
    rf"|(?:\d|one|two) (?:and )?(?:an? )?(?:half|quarter|three quarters|[13]/[24]) {_HOUR}"
    r"|\dh\d\d\b"
    rf"|(?:\d(?:[.,]\d{{1,2}})?|an?|one|two) ?{_HOUR}\b(?:(?: and)?(?: an?)? (?:half|quarter|three quarters)\b"
    rf"|[ ,]*(?:and )?\d{{1,2}} ?(?:minutes?|mins?|m)\b)?)"
)


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
    """How many minutes were said in small letters: 15, 15 minutes, half an hour, 1½ h, an hour and a quarter, 0:45,
    55', five; None otherwise.
    """
    plain = _plain(word).rstrip(".")
    if plain == "hour":
        return 60
    if found := re.fullmatch(_TIMES, plain):
        return int(found[1]) * int(found[2])
    for each in _SAID:
        if found := re.fullmatch(each, plain):
            return _minutes_in(found.groupdict())
    return number_said(word)


def times_in_minutes(text: str) -> str:
    """A text with each time that is told in parts of an hour as the minutes it comes to; others as they are."""
    if not re.search(r"(?i)hour|hr|minute|\dh|\d ?[½¼¾]? ?h\b|\d['’′]|\d:\d|hundred|couple", text):
        return text  # before anything is compiled
    plain = _plain(text)
    found = _anywhere().sub(_as_minutes, plain)
    return text if found == plain else found


@cache
def _anywhere() -> re.Pattern[str]:
    ways = "|".join(re.sub(r"\?P<\w+>", "?:", each) for each in _SAID)
    behind = r"(?![\w:/]|[.,]\d| ?(?:am|pm|o'clock)\b)"
    return re.compile(rf"(?<![\w.,:/'-])(?:{ways}){behind}", re.IGNORECASE)


def _as_minutes(found: re.Match[str]) -> str:
    plain = found[0].lower()
    clock = ":" in plain and re.search(_OF_A_CLOCK, found.string[: found.start()].lower())
    return found[0] if clock or re.fullmatch(_PLAIN, plain) else f"{minutes_said(plain)} minutes"


def _plain(text: str) -> str:
    """A text with the signs of a keyboard, 1½ h as 1 1/2 h, and parts of an hour spelled right: quater of an hour."""
    text = re.sub(r"(?<=\d)(?=[½¼¾])", " ", text)
    for sign, plain in _SIGNS.items():
        text = text.replace(sign, plain)
    return re.sub(rf"(?i){_OF_HOUR}", _spelled, text)


def _spelled(word: re.Match[str]) -> str:
    from difflib import get_close_matches

    if word[0].lower() in _PART_WORDS:
        return word[0]
    return next(iter(get_close_matches(word[0].lower(), _PART_WORDS, 1, _ALIKE)), word[0])


def _minutes_in(groups: dict[str, str | None]) -> int | None:
    hours = _many(groups.get("hours") or ("an" if groups.get("one") else None))
    minutes, part = _many(groups.get("minutes")), groups.get("part")
    if hours is None or minutes is None:
        return None
    return round(60 * hours) + round(minutes) + (_PARTS[part.replace("-", " ").removesuffix("s")] if part else 0)


def _many(word: str | None) -> float | None:
    """How many hours or minutes a word tells; of none that is said, none."""
    if word is None:
        return 0
    if re.fullmatch(r"\d[.,]\d+", word):
        return float(word.replace(",", "."))
    if word.endswith("couple of"):
        return 2
    return 1 if re.fullmatch(_AN, word) else 100 if word.endswith("hundred") else number_said(word)
