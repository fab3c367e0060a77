"""Rough days in the words that the library of dates reads: a couple of months back, over a year, end of March."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from backplan.cli.terminal.freely import fewer
from backplan.model.said_numbers import number_said
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import monday
from backplan.model.wording import weekday_named

_UNIT = r"(?P<unit>day|week|month|year)s?"
_MONTHS = "|".join(calendar.month_name[1:]).lower()
# Each in turn, of a span of time the least that it can mean: what is new is planned for gently, and no more time since
# an operation or a birth is made of it than was said.
_SAID = (
    (
        r"^(?:had it )?(?:for )?(?:(?:such )?a (?:very )?long(?: long)? (?:time|while)|ages(?: and ages)?"
        r"|years and years|many years|donkey['’]?s years|so long)(?: now| ago)?$",
        "2 years ago",
    ),
    (r"^(?:the )?other day$", "3 days ago"),
    (r"^(?:the )?other week$", "2 weeks ago"),
    (r"^(?:since )?(?:the )?(?:first )?lockdown$", "march 2020"),
    (r"^back in ", ""),
    (r"\byrs?\b", "years"),
    (r"\bm(?:n?ths?|os)\b", "months"),
    (r"\bwks?\b", "weeks"),
    (r"\b(?:an?|one) fortnight\b", "2 weeks"),
    (r"\b(?:an?|one) decade\b", "10 years"),
    (r"\bdecades\b", "20 years"),
    (r"^(?:all my life|my whole life|for ?ever|(?:for )?as long as i can remember)$", "10 years"),
    (r" back$", " ago"),
    (r"(?: already)? now$|,? give or take$", ""),
    (r"^(?:just|only|exactly|more than|(?:well |just |a bit |a little )?over|at least|a good) ", ""),
    (r"(?: or (?:more|so|longer)| ?\+| plus)(?= |$)", ""),
    (r"\bhalf a year\b", "6 months"),
    (r"\ban? month and a half\b", "6 weeks"),
    (r"\b(?:a )?couple(?: of)?(?= (?:day|week|month|year)s)", "2"),
    (r"^(?:it['’]?s been |i['’]?ve had it )?(?:(?:on and off|off and on)[, ]+)?(?:(?:for|since|about|around) )*", ""),
    (r"(?<=\d)[ -]odd(?= )", ""),
    (r"\b(?:a |quite )?(?:good |great )?(?:a )?(?:few|several|many)(?= (?:day|week|month|year)s)", "3"),
    (r"^(day|week|month|year)s(?= ago$|$)", r"2 \1s"),
    (r"^(?:an?|one) (day|week|month|year) or (?:two|three)\b", r"1 \1"),
    (r"^the week before last$", "2 weeks ago"),
    (r"^(?:(?:at|over|last|this) )?(?:christmas|xmas)(?: day)?", "25 december"),
    (r"^(?:it )?(?:must|will|would|might|may|could) have been |^(?:it|that) was ", ""),
    (r"(?<=\d )(day|week|month|year)s? before$", r"\1s ago"),
    (r"^(?:(?:at|last|this) )?new year(?:'?s)?(?: day)?$", "1 january"),
    (r"^(?:(?:in |the |last |this )*)(?:spring|summer|autumn|fall)(?: of| in)? (?=\d{4}$)", ""),
    (
        r"^(?:(?:at|in|on|around|about|towards|since|from) )?(?:the )?(?:very )?"
        r"(?:end|start|beginning|middle|first week|last week) of (?:the )?",
        "",
    ),
    (r"(?<=[a-z]) '(?=\d\d$)", " 20"),
)  # fmt: skip


def of_the_month(word: str, now: date) -> date | None:
    """The last day up to now that has a number in its month: the 27th; None for other words."""
    found = re.fullmatch(r"(?:on )?(?:the )?(?P<of>\d{1,2})(?:st|nd|rd|th)", word)
    back = (now - timedelta(days=each) for each in range(_TWO_MONTHS))
    return next((day for day in back if day.day == int(found["of"])), None) if found else None


_TWO_MONTHS = 62  # days, in which each number of a day comes up


def plainer(word: str, now: date) -> str:
    """A rough day in the words that are read, as they stand where they tell none."""
    word = word.rstrip(" .!")
    word = re.sub(r"\b(?:this|the) year$", str(now.year), word)
    word = re.sub(rf"({_MONTHS}) last year$", rf"\1 {now.year - 1}", word)
    for written, plain in _SAID:
        word = re.sub(written, plain, word)
    word = re.sub(rf"^[a-z]+(?:[ -][a-z]+)?(?= {_UNIT})", _in_figures, word)
    word = re.sub(rf"\b(\w+)(?: or | to | ?[-–] ?)(\w+)(?= {_UNIT})", fewer, word)
    if half := re.fullmatch(r"(?:(?P<many>.+) years? and a half|(?P<half>.+) and a half years)(?P<ago> ago)?", word):
        years = 1 if half["many"] in ("a", "an") else number_said(half["many"] or half["half"])
        return word if years is None else f"{12 * years + 6} months{half['ago'] or ''}"
    if of_month := re.fullmatch(r"(?:on )?the (\d{1,2})(?:st|nd|rd|th)", word):
        month = now if int(of_month[1]) <= now.day else now.replace(day=1) - timedelta(days=1)
        return f"{of_month[1]} {calendar.month_name[month.month].lower()} {month.year}"
    if year := re.fullmatch(r"(?!.*\b(?:before|after|until|not|\d)\b).*\bin ((?:19|20)\d\d)", word):
        return year[1]
    if found := re.fullmatch(r"(?P<year>\d{4})[/.-](?P<month>0?[1-9]|1[0-2])", word):
        return f"{calendar.month_name[int(found['month'])].lower()} {found['year']}"
    if found := re.fullmatch(r"(0?[1-9]|1[0-2])[/.-](\d{4})", word):
        return f"{calendar.month_name[int(found[1])].lower()} {found[2]}"
    return word


def _in_figures(found: re.Match[str]) -> str:
    return found[0] if (many := number_said(found[0])) is None else str(many)


def ago(word: str) -> str:
    """What is said of how long something lasts, as of when it began: six weeks, six weeks ago."""
    return f"{word} ago" if re.fullmatch(rf"(?!.*\b(?:last|this|next)\b).+ {_UNIT}", word) else word


def last_week(word: str, now: date, *, late: bool) -> date | None:
    """A day of last week, or of the whole of it its first, or its last where ``late``; None for all other words."""
    found = re.fullmatch(r"(?P<day>\w+) (?:of )?last week|last week(?: on)?(?: (?P<then>\w+))?", word)
    named = found and (found["day"] or found["then"])
    if not found or (named and weekday_named(named) is None):
        return None
    at = WEEKDAYS.index(weekday_named(named) or "mon") if named else 6 * late
    return monday(now) + timedelta(days=at - 7)


_SEASONS = {"spring": 4, "summer": 7, "autumn": 10, "fall": 10, "winter": 1}  # the month in whose middle each is


def season(word: str) -> bool:
    """Whether a time of the year is said, which is not the same months everywhere."""
    return re.search(rf"\b(?:{'|'.join(_SEASONS)})\b", word) is not None


def season_of(text: str, now: date) -> date | None:
    """The middle of the season that was last, or of the year that is said with it, in the months of the north; None for
    all other words.
    """
    before = r"(?:(?:in|since|from|last|this|the|early|late|about|around|it was|sometime) )*"
    found = re.fullmatch(
        rf"{before}(?P<season>{'|'.join(_SEASONS)})(?:,? (?:of |in )?(?P<year>(?:19|20)\d\d|last year|this year))?",
        " ".join(text.lower().rstrip(" .!").split()),
    )
    if found is None:
        return None
    named = {"last year": now.year - 1, "this year": now.year}
    month, year_named = _SEASONS[found["season"]], found["year"]
    years = [named.get(year_named) or int(year_named)] if year_named else [now.year, now.year - 1]
    return next((day for day in (date(year, month, 15) for year in years) if day <= now), None)


def season_begun(text: str, now: date) -> date | None:
    """The first day of the season that was last, or of the year that is said with it; None for all other words."""
    middle = season_of(text, now)
    return middle and (middle.replace(day=1) - timedelta(days=1)).replace(day=1)


def easter_in(text: str, now: date) -> date | None:
    """The Easter that was last, or that of last year where it is said so; None for all other words."""
    from dateutil.easter import easter

    found = re.fullmatch(
        r"(?:(?:at|on|over|since|from|before|after|around|about|last|this) )*easter(?: (?:sunday|monday|weekend))?"
        r"(?:,? (?:of |in )?(?P<year>(?:19|20)\d\d|last year))?",
        " ".join(text.lower().rstrip(" .!").split()),
    )
    if found is None:
        return None
    named = {"last year": now.year - 1}
    years = [named.get(found["year"]) or int(found["year"])] if found["year"] else [now.year, now.year - 1]
    return next((day for day in map(easter, years) if day <= now), None)


_SLIPPED = ("day", "days", "week", "weeks", "month", "months", "year", "years", "yesterday", "fortnight", "couple")


def respelled(text: str) -> str:
    """A rough day with the words of time that words of it are a slip of: last moth, 3 yaers ago."""
    from difflib import get_close_matches

    def meant(found: re.Match[str]) -> str:
        word = found[0].lower()
        return word if word in _SLIPPED else next(iter(get_close_matches(word, _SLIPPED, 1, _ALIKE)), found[0])

    return re.sub(r"[^\W\d_]{3,}", meant, text)


_ALIKE = 0.8  # of the letters


def nearly(text: str) -> bool:
    """Whether less than a span is said, by little."""
    return re.match(r"\s*(?:nearly|almost|not quite|just under)\b", text.lower()) is not None
