"""A day that lies ahead, as people say one: 15 January, the 14th, next Friday, in 6 weeks, Christmas."""

import re
from calendar import monthrange
from datetime import date, timedelta

from backplan.cli.terminal import dates, environment
from backplan.errors import UsageError
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import monday
from backplan.model.wording import MONTHS, full_day, weekday_named

FORTNIGHT = 14
LONG_AHEAD = 270  # days; a day without a year that comes so late may be one that has just been

_FOR = "for "
_IN_SO_LONG = r"(?:(?:in|after) )?(?:the next )?(\w+) (days?|weeks?|months?)(?: from (?:now|today)|'? time)?"
_NEXT = r"(?:next|this|the|coming|this coming) (\w+)"
_A_FORTNIGHT = r"(?:in )?a fortnight(?:'?s time)?"
_AT_THE_END = r"(?:the )?end (?:of )?(?:the |this )?(\w+)"
_ORDINAL = r"(?:st|nd|rd|th)"
_DAY_OF_A_MONTH = rf"(?:the )?\d{{1,2}}(?:{_ORDINAL}|\.)?(?: of)? [a-z]{{3,}}|[a-z]{{3,}} (?:the )?\d{{1,2}}{_ORDINAL}?"
_OF_NO_MONTH = rf"(?:on )?the (\d{{1,2}}){_ORDINAL}"
_ROUGHLY = r"(?:(?:in|mid|early|late|this|next|about|around)[ -]+)*(?:[a-z]{3,}\.?(?: \d{4})?|\d{4})"
_HOLIDAYS = {
    "christmas": "25 december", "xmas": "25 december", "christmas day": "25 december", "christmas eve": "24 december",
    "new year's eve": "31 december", "new year's day": "1 january", "new year": "1 january",
    "boxing day": "26 december",
}  # fmt: skip


def until(text: str | None) -> str | None:
    """The last day as ISO text; or what else an exercise goes on until, as it was written. Raises UsageError."""
    from backplan.files.asked import is_no_date

    plain = _plain(text or "")
    if text is None or (plain not in _HOLIDAYS.values() and is_no_date(text)):
        return text
    found = ahead(text, "--until", environment.today())
    if found < environment.today():
        if re.fullmatch(_DAY_OF_A_MONTH, plain):
            _say_of_next_year(text, found)
        raise UsageError(f"--until {text}: {found} is over already; name a day from today on")
    return found.isoformat()


def ahead(text: str, flag: str, since: date) -> date:
    """The first day of that name from a day on, where that is not too far ahead; else one that is over, as it was
    written. Raises UsageError where these are no words for one day.
    """
    plain = _plain(text)
    try:
        found = _ahead(plain) or dates.day(_one_day(plain), flag)
    except dates.NoDateError:
        which = "first" if flag == "--from" else "last"
        raise UsageError(
            f"{flag} {text}: write the {which} day like 2027-01-15, 15 January, end of January, in 6 weeks, or as the "
            "coming mon, tue ..."
        ) from None
    if weekday_named(plain) and found < since:
        return since + timedelta(days=(found - since).days % 7)
    if found < since and re.fullmatch(_DAY_OF_A_MONTH, plain):  # 15 December: the coming one
        coming = dates.day(f"{_one_day(plain)} {_next_year(found, since)}", flag)
        return coming if (coming - since).days <= LONG_AHEAD else found
    return found


def _plain(text: str) -> str:
    """Words for a day without what is only said around it, and a holiday as its day."""
    plain = " ".join(text.lower().replace("’", "'").split())
    plain = plain.removesuffix(".") if plain[-2:-1].isalpha() else plain
    plain = re.sub(r"^(?:on |after )(?=\S)", "", plain)
    return _HOLIDAYS.get(plain.removeprefix("the "), plain)


def _next_year(found: date, since: date) -> int:
    """The first year in which a day of a month is not before another."""
    return since.year + ((found.month, found.day) < (since.month, since.day))


def _one_day(text: str) -> str:
    """A text that may be one day, without what is only said around it; raises NoDateError for one of a longer time, as
    for mid January, of which a first day would be made.
    """
    if re.fullmatch(_ROUGHLY, text) and weekday_named(text) is None and text not in ("today", "tomorrow", "yesterday"):
        raise dates.NoDateError(text)
    return re.sub(rf"^the (?=\d)|(?<=\d){_ORDINAL}\b", "", re.sub(r" (?:of|the) ", " ", text))


def _say_of_next_year(text: str, been: date) -> None:
    """Say of a day of a month that has only just been that next year's may be meant. Raises UsageError."""
    coming = f"{_next_year(been, environment.today())}-{been:%m-%d}"
    raise UsageError(f"--until {text}: {full_day(been)} is over already; if next year's is meant, write {coming}")


def _ahead(text: str) -> date | None:
    """The day of words that count from today on: in 6 weeks, the 14th, end of January; for two months, their last."""
    now = environment.today()
    if text.startswith(_FOR) and re.search("(?:day|week|fortnight|month)s?$", text):
        after = _ahead(text.removeprefix(_FOR))
        return after and after - timedelta(days=1)  # today is the first of so many days
    if (found := re.fullmatch(_NEXT, text)) and (named := weekday_named(found[1])):
        return now + timedelta(days=(WEEKDAYS.index(named) - now.weekday() - 1) % 7 + 1)
    if re.fullmatch(_A_FORTNIGHT, text):
        return now + timedelta(days=FORTNIGHT)
    if found := re.fullmatch(_OF_NO_MONTH, text):
        return _coming(int(found[1]), now)
    if found := re.fullmatch(_IN_SO_LONG, text):
        return _in_so_long(found[1], found[2], now)
    found = re.fullmatch(_AT_THE_END, text)
    return _end_of(found[1], now) if found else None


def _coming(of_month: int, now: date) -> date | None:
    """The next day of that number: in this month, or in the first after it that has one; None of what no month has."""
    months = (_month(now.year, now.month + more) for more in range(3))
    days = (date(*month, of_month) for month in months if 1 <= of_month <= monthrange(*month)[1])
    return next((day for day in days if day >= now), None)


def _in_so_long(many: str, unit: str, now: date) -> date | None:
    from backplan.files.dose import number_in

    try:
        number = 1 if many in ("a", "an") else number_in(many)
    except ValueError:
        return None
    if unit.startswith("month"):
        return _last_of(now.year, now.month + number, now.day)
    return now + timedelta(days=number * (7 if unit.startswith("week") else 1))


def _end_of(word: str, now: date) -> date | None:
    if word == "week":
        return monday(now) + timedelta(days=6)
    month = next((place for place, name in enumerate(MONTHS, 1) if word in (name.lower(), name[:3].lower())), None)
    month = {"month": now.month, "year": 12}.get(word, month)
    return None if month is None else _last_of(now.year + (month < now.month), month, 31)


def _month(year: int, month: int) -> tuple[int, int]:
    """A month; those above 12 are of later years."""
    return year + (month - 1) // 12, (month - 1) % 12 + 1


def _last_of(year: int, month: int, of_month: int) -> date:
    """A day of a month, or its last where it has fewer; months above 12 are of later years."""
    year, month = _month(year, month)
    return date(year, month, min(of_month, monthrange(year, month)[1]))
