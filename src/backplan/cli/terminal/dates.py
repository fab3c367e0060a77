"""Days as people write them: a date, today, yesterday, mon, -2d, several weekdays, or a whole week."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from backplan.cli.terminal import environment
from backplan.errors import UsageError, nearest
from backplan.model.vocabulary import WEEKDAYS, Weekday
from backplan.model.week import monday
from backplan.model.wording import DAYS_TOGETHER, NUMBER_WORDS, weekday_named

_YEAR = 365
PAIR = 2  # days of a move; readings of a date

_BESIDE_TODAY = {
    "yesterday": -1, "today": 0, "this morning": 0, "this afternoon": 0, "tomorrow": 1, "last night": -1,
    "day before yesterday": -2, "the day before yesterday": -2,
}  # fmt: skip
# Compiled when first read: few commands read a date.
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LEAP = 2024  # a year in which February is at its longest
_NUMBER = rf"(\d{{1,3}}|an?|{'|'.join(NUMBER_WORDS[1:])})"
_AGO = rf"{_NUMBER} (day|week|month|year)s? ago"
_OF_MONTH = rf"(\d{{1,2}}(st|nd|rd|th|\.)? (of )?{_MONTH}|{_MONTH} \d{{1,2}}(st|nd|rd|th)?)(,? \d{{4}})?"
_IN_WORDS = (  # what the library may read: it would make a date of nearly anything
    rf"\d{{4}}|{_MONTH}( \d{{4}})?|{_OF_MONTH}"
    rf"|{_AGO}|last (month|year)"
)
_ONE_DAY = re.compile(r"days$")


class EitherWayError(UsageError):
    """A date like 02/11/2026, which two people read as two days, where nobody can be asked which is meant."""


class NoDateError(UsageError):
    """Words that are no date."""


class StillToComeError(UsageError):
    """A day ahead, where only one that has been can be meant."""


def day(text: str, flag: str, *, late: bool = False, gone: bool = False) -> date:
    """A date as people write it: 2026-11-20, 13/11, today, tomorrow, mon or last monday, -2d, 2 november, March 2019,
    2019, 2 years ago; of a whole month or year its first day, or its last where ``late``; where it is ``gone``, two
    years alone are two years ago, and rougher days are read, too. Of one that can be read two ways a person at the
    terminal is asked which is meant. Raises UsageError.
    """
    from backplan.cli.terminal.spoken import plainly
    from backplan.model.said_numbers import YEARS

    word, now = plainly(text), environment.today()
    if word in _BESIDE_TODAY:
        return now + timedelta(days=_BESIDE_TODAY[word])
    if (named := weekday_named(word.removeprefix("last "))) is not None:
        back = (now.weekday() - WEEKDAYS.index(named)) % 7
        return now - timedelta(days=back or 7 * word.startswith("last "))
    if ago := re.fullmatch(r"-?(\d{1,4})d", word):
        return now - timedelta(days=int(ago.group(1)))
    try:
        found = date.fromisoformat(word) if len(word) == len("2026-11-23") else None
    except ValueError:
        found = None
    if found is None:
        _refuse_no_such_day(word, flag, text)
    found = found or _numbered(word, flag) or _in_words(text, late=late, gone=gone)
    if found is None:
        raise NoDateError(
            f"{flag} {text or repr(text)}: write a date like 2026-11-20, March 2019, today, yesterday, mon or -2d"
        )
    if found.year not in YEARS:
        raise UsageError(f"{flag} {text}: years from {YEARS.start} to {YEARS.stop - 1} are understood")
    return found


def month_meant(word: str) -> str:
    """Which month a word may mean that is none: febuary. Nothing for all other words."""
    months = [*month_name][1:]
    plain = word.strip(" .,!").lower()
    a_word = plain.isalpha() and len(plain) >= len(_MONTHS[0])
    near = nearest(plain, [month.lower() for month in months], 0.75) if a_word else ""
    return f"{word} is no month{near}. " if near and plain.capitalize() not in months else ""


def _refuse_no_such_day(word: str, flag: str, text: str) -> None:
    """Say of a day that its month does not have, like 31 November, that there is none. Raises UsageError."""
    written = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4})?)?", word)
    if written:
        year, month, of_month = (int(written[at] or 0) for at in ((1, 2, 3) if written[1] else (6, 5, 4)))
    elif re.fullmatch(rf"(?:on )?(?:the )?{_OF_MONTH}", word):
        named = re.search(_MONTH, word)
        month = _MONTHS.index(named[1][:3]) + 1 if named else 0
        year, of_month = (
            int((re.findall(figures, word) or ["0"])[0]) for figures in (r"\b\d{4}\b", r"\b\d{1,2}(?!\d)")
        )
    else:
        return
    if 1 <= month <= len(_MONTHS) and of_month:
        many = monthrange(year or _LEAP, month)[1]
        if of_month > many:
            month_named = f"{month_name[month]}{f' {year}' if year else ''}"
            raise UsageError(f"{f'{flag} {text}'.strip()}: there is no such day; {month_named} has {many} days")


def _numbered(word: str, flag: str) -> date | None:
    """A date all in numbers, like 13/11/2026; without a year, as 13/11 or 13.11., the one nearest to today. Raises
    EitherWayError where it can be read two ways and nobody can be asked.
    """
    from backplan.model.said_days import in_numbers

    readings = in_numbers(word, environment.today())
    if len(readings) < PAIR:
        return readings[0] if readings else None
    if not environment.can_ask():
        either = " or ".join(map(str, readings))
        raise EitherWayError(f"{flag} {word}: that may be {either}; write the one that you mean")
    return _which(word, flag, readings)


def _which(word: str, flag: str, readings: Sequence[date]) -> date:
    """Which of two readings is meant, asked of the person; who means neither may write another day."""
    from backplan.cli.terminal import asking
    from backplan.model.wording import full_day

    def read(text: str) -> date:
        try:
            return readings[int(text) - 1] if text in ("1", "2") else day(text, flag)
        except NoDateError:
            raise UsageError(f"Please answer 1 or 2, or write the day anew, like {full_day(readings[0])}.") from None

    first, second = map(full_day, readings)
    return asking.until_right(
        f"{word}: is that 1. {first}, or 2. {second}? (1 or 2, or write the day anew)", None, read
    )


def _in_words(text: str, *, late: bool, gone: bool) -> date | None:
    """A date in words, read by a library; of what lasts longer than a day, the first day, or the last one by now."""
    from backplan.cli.terminal import rough_days, spoken

    now = environment.today()
    word = spoken.plainly(text)
    if gone and (found := rough_days.of_the_month(word, now) or rough_days.easter_in(word, now)):
        return found
    word = rough_days.ago(rough_days.plainer(word, now)) if gone else word
    if found := rough_days.last_week(word, now, late=late):
        return found
    word = re.sub(r"^(?:on )?the (?=\d)", "", word)
    word = re.sub(rf"^(?:(?:in|last|this|early|late|mid|sometime)[ -]+)+(?=\d{{4}}|{_MONTH}(?: |$))", "", word)
    if not re.fullmatch(_IN_WORDS, word):
        return None
    from dateparser import parse

    def read(edge: str) -> date | None:
        whole = {} if ago else {"PREFER_DAY_OF_MONTH": edge, "PREFER_MONTH_OF_YEAR": edge}
        base = {"RELATIVE_BASE": datetime.combine(now, time()), "PREFER_DATES_FROM": "past"}
        found = parse(word, languages=["en"], settings={**base, **whole})
        return found.date() if found else None

    if ago := re.fullmatch(_AGO, word):
        begun = read("first")
        return begun and begun + timedelta(days=rough_days.nearly(text))
    first, last = read("first"), read("last")
    if not late or first is None or last is None or first == last:
        return first
    return last if first <= last <= now else now  # a month or year that is not over yet


def past_day(text: str, flag: str, *, late: bool = False) -> date:
    """A date that is not in the future; of a day and month that are soon to come it is asked whether last year's are
    meant. Raises UsageError.
    """
    found = day(text, flag, late=late, gone=True)
    if found > environment.today():
        raise StillToComeError(f"{flag} {text}: {found} is still to come; only what has happened can be recorded")
    if _soon(text, found):
        _of_last_year(text, flag, found)
    return found


def _soon(text: str, found: date) -> bool:
    """Whether a day and month without a year, read as the last ones, are nearer as the coming ones."""
    from backplan.cli.terminal.spoken import plainly

    if not re.fullmatch(rf"(?:on )?(?:the )?{_OF_MONTH}", plainly(text)) or re.search(r"\d{4}", text):
        return False
    now = environment.today()
    return found.year < now.year and found + timedelta(days=_YEAR) - now < now - found < timedelta(days=_YEAR)


def _of_last_year(text: str, flag: str, found: date) -> None:
    """Ask whether a day and month that have not come yet are last year's. Raises UsageError where they are not, and
    EitherWayError where nobody can be asked.
    """
    from backplan.cli.terminal import asking
    from backplan.model.wording import full_day

    if not environment.can_ask():
        raise EitherWayError(f"{flag} {text}: that day has not come yet; if it was {full_day(found)}, write the year")
    question = f"{text.strip()} has not come yet. Was it last year, {full_day(found)}? (y/n)"
    if not asking.until_right(question, None, asking.yes):
        raise UsageError("It cannot lie ahead. Please say the day anew, with its year.")


def near(word: str) -> Weekday | None:
    """The weekday of yesterday, today or tomorrow; None for any other word, and where it lies in another week."""
    ahead = _BESIDE_TODAY.get(word.lower())
    now = environment.today().weekday()
    return None if ahead is None or now + ahead not in range(7) else WEEKDAYS[now + ahead]


def weekdays(text: str) -> tuple[Weekday, ...] | None:
    """Days like `mon,thu` in the order of the week; None for nothing. Raises UsageError."""
    if (every := DAYS_TOGETHER.get(text.lower().strip())) is not None:
        return every
    spans = re.sub(r"(?<=[a-z]{3})\s*(?:-|–|\bto\b|\bthrough\b)\s*(?=[a-z]{3})", "-", text.lower())
    named = [part for part in spans.replace(",", " ").split() if part != "and"]
    found = {part: _span(part) for part in named}
    if wrong := [part for part, days in found.items() if not days]:
        are = "is no day" if len(wrong) == 1 else "are no days"
        raise UsageError(f"--days {text}: {', '.join(wrong)} {are}; write mon, tue, wed, thu, fri, sat or sun")
    return tuple(day for day in WEEKDAYS if any(day in days for days in found.values())) or None


def _span(word: str) -> tuple[Weekday, ...]:
    """The days of mon, Mondays or mon-fri; none of any other word."""
    if together := DAYS_TOGETHER.get(word):
        return together
    ends = [weekday_named(_ONE_DAY.sub("day", part)) for part in word.split("-")]
    if len(ends) > PAIR or None in ends:
        return ()
    first, last = WEEKDAYS.index(ends[0] or "mon"), WEEKDAYS.index(ends[-1] or "mon")
    return tuple(WEEKDAYS[(first + step) % 7] for step in range((last - first) % 7 + 1))


def moves(texts: Sequence[str]) -> tuple[tuple[Weekday, Weekday], ...]:
    """Days and where their sessions go, each like `tue=wed`. Raises UsageError."""
    found = [[weekday_named(part.strip().lower()) for part in text.split("=")] for text in texts]
    for text, pair in zip(texts, found, strict=True):
        if len(pair) != PAIR or None in pair or pair[0] == pair[1]:
            raise UsageError(f"--move {text}: write the day and where it goes, like tue=wed")
    return tuple((old, new) for old, new in found if old and new)


def week(text: str) -> date:
    """The Monday of a week as people write it: this, next, last, or 2026-W48. Raises UsageError."""
    word = text.lower()
    if word in ("this", "next", "last"):
        return monday(environment.today()) + timedelta(days={"this": 0, "next": 7, "last": -7}[word])
    if found := re.fullmatch(r"(\d{4})-?w(\d{1,2})", word):
        try:
            return date.fromisocalendar(int(found.group(1)), int(found.group(2)), 1)
        except ValueError:
            pass
    raise UsageError(f"week {text}: write this, next, last, a week like 2026-W48, or a day of this week like tue")
