"""What a week says would help, read back from its sentences, and tried."""

import re
from collections.abc import Iterator, Mapping

from backplan.model.vocabulary import WEEKDAYS, Weekday
from backplan.model.wording import NUMBER_WORDS, WEEKDAY_NAMES
from backplan.named_tuple import NamedTuple
from backplan.planner.request import Request
from tests.support.planned import planned

MINUTES = re.compile(r"(\d+) minutes on ([\w ]+?)(?= or | would do it)")
DAYS = re.compile(r"(\w+) days of (\d+) minutes")


class Claim(NamedTuple):
    """That other minutes of the days would meet a row of the balance."""

    target: str
    minutes: dict[Weekday, int]
    words: str


def claims(request: Request) -> list[Claim]:
    """All that a week says would help it, as the minutes it would take."""
    rows = ((row.target, row.reason or "") for row in planned(request).balance)
    return [
        Claim(target, minutes, words)
        for target, words in rows
        if "would do it" in words
        for minutes in _ways(request.person.minutes, words)
    ]


def _ways(now: Mapping[Weekday, int], words: str) -> Iterator[dict[Weekday, int]]:
    if found := MINUTES.search(words):
        named = [day for day in now if WEEKDAY_NAMES[day] in found[2]] or list(now)
        yield {**now} | {day: max(now[day], int(found[1])) for day in named}
    if found := DAYS.search(words):
        free = [day for day in WEEKDAYS if day not in now]
        yield {**now} | dict.fromkeys(free[: NUMBER_WORDS.index(found[1].lower()) - len(now)], int(found[2]))


def borne_out(request: Request, claim: Claim) -> bool:
    """Whether the week of so many minutes meets the row."""
    after = planned(request._replace(person=request.person._replace(minutes=claim.minutes)))
    return next(row for row in after.balance if row.target == claim.target).met
