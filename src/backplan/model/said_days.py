"""Days all in numbers as people write them: 13/11/2026, 2.11., 2026/11/02; one with two readings is both."""

from __future__ import annotations

import re
from datetime import date

# Compiled when first read: few commands read a date.
_YEAR_LAST = r"(?P<a>\d{1,2})(?P<sign>[/.-])(?P<b>\d{1,2})(?P=sign)(?P<year>\d{4}|\d{2})"
_NO_YEAR = r"(?P<c>\d{1,2})/(?P<d>\d{1,2})|(?P<e>\d{1,2})\.(?P<f>\d{1,2})\."
_YEAR_FIRST = r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})"
_AHEAD = 10  # years to come that two figures may still mean


def in_numbers(text: str, today: date) -> tuple[date, ...]:
    """The days that a date all in numbers may be, day first and then month first, each once; none where it is none.
    Without a year it is the one nearest to today.
    """
    if whole := re.fullmatch(_YEAR_FIRST, text):
        return tuple(filter(None, [_date(int(whole[1]), int(whole[3]), int(whole[4]))]))
    if not (found := re.fullmatch(f"{_YEAR_LAST}|{_NO_YEAR}", text)):
        return ()
    first, second = (int(found[key]) for key in "abcdef" if found[key])
    years = [_whole_year(found["year"], today)] if found["year"] else [today.year + more for more in (-1, 0, 1)]
    readings = [_nearest(years, second, first, today), _nearest(years, first, second, today)]
    return tuple(dict.fromkeys(day for day in readings if day))


def _whole_year(digits: str, today: date) -> int:
    """A year of four figures; of two, this century's unless that is far ahead."""
    if len(digits) > len("26"):
        return int(digits)
    year = today.year - today.year % 100 + int(digits)
    return year if year <= today.year + _AHEAD else year - 100


def _nearest(years: list[int], month: int, of_month: int, today: date) -> date | None:
    found = [day for each in years if (day := _date(each, month, of_month))]
    return min(found, key=lambda day: abs(day - today), default=None)


def _date(year: int, month: int, of_month: int) -> date | None:
    try:
        return date(year, month, of_month)
    except ValueError:
        return None
