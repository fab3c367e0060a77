"""Strategies for people and for requests of a week, the odd ones included; every field is drawn, so failures shrink."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple, TypeVar

from hypothesis import strategies as st

from backplan.model.diary import LogEntry, Swap
from backplan.model.exercise import Exercise
from backplan.model.person import Birth, Clearance, Flag, Pain, Person, Pregnancy, Surgery
from backplan.model.vocabulary import AEROBIC_KINDS as BORNE_APART
from backplan.model.vocabulary import LEVELS, MUST_BE_KNOWN, STROKES, WEEKDAYS, Done, Equipment, Place, Weekday
from backplan.model.week import Week
from backplan.planner.request import Request
from tests.support.planned import exercises, planned
from tests.support.random_people import CONDITIONS, IN_A_GYM, IN_A_POOL, LEG, MODALITIES, OWNED, SURGERIES

T = TypeVar("T")

MONDAYS = (date(2026, 1, 5), date(2026, 2, 23), date(2027, 12, 27), date(2028, 2, 28))  # a leap day, a turn of the year
AEROBIC_KINDS = (
    "walking", "cycling", "elliptical", "treadmill", "machine", "tai-chi", "class", "dance", "step", "stairs",
    "swimming", "water-walk", "water-jog", "deep-water", "water-exercise",
)  # fmt: skip
EXERCISE_KINDS = tuple(kind for kind in MODALITIES if kind not in ("running", "jumping", "sport"))
# Days since an operation on both sides of every line drawn there: 6 weeks, 12 weeks, 26 weeks and 12 months.
SINCE_OPERATION = (8, 35, 41, 42, 48, 77, 83, 84, 90, 175, 181, 182, 188, 358, 364, 365, 366, 400)
SINCE_BIRTH = (4, 30, 38, 41, 42, 44, 45, 60, 86, 87, 200, 364, 365)  # cleared three days ago
SINCE_PAIN = (0, 20, 35, 41, 42, 43, 100, 3000)


@cache
def by_id() -> dict[str, Exercise]:
    return {exercise.id: exercise for exercise in exercises()}


KNOWN_HEART = ("heart-disease", "breathless")
HEARTS: tuple[tuple[str, ...], ...] = ((), (), (), ("heart-disease",), KNOWN_HEART)


# A strategy takes longer to make than to draw from, and a law draws thousands: each is made once.
among = cache(st.sampled_from)


@cache
def subset(things: tuple[T, ...], most: int | None = None) -> st.SearchStrategy[tuple[T, ...]]:
    """Some of the things in their own order, few before many."""
    chosen = st.lists(among(things), unique=True, max_size=most if most is not None else len(things))
    return chosen.map(lambda some: tuple(thing for thing in things if thing in some))


@cache
@st.composite
def mostly(draw: st.DrawFn) -> bool:
    """True four times in five, and when a failure shrinks."""
    return draw(st.integers(0, 4)) < 4


@cache
def day_minutes() -> st.SearchStrategy[int]:
    return st.one_of(st.integers(5, 75), among((5, 8, 10, 20, 25, 26, 30, 45, 60, 240)))


@cache
@st.composite
def offered(draw: st.DrawFn) -> dict[Weekday, int]:
    """One to seven days, each of 5 to 240 minutes, alike or not."""
    usual: tuple[tuple[Weekday, ...], ...] = (("mon", "wed", "fri"), ("mon", "thu"), WEEKDAYS)
    some = subset(WEEKDAYS), subset(WEEKDAYS, len(WEEKDAYS))  # two, as of one and the same Hypothesis takes but one
    days: tuple[Weekday, ...] = draw(st.one_of(among(usual), *some)) or ("tue",)
    if draw(st.booleans()):
        return dict.fromkeys(days, draw(day_minutes()))
    return {day: draw(day_minutes()) for day in days}


@cache
@st.composite
def pains(draw: st.DrawFn, today: date) -> Pain:
    usual = draw(st.integers(0, 5) | st.integers(0, 10))
    now = draw(among((usual, usual, usual, min(10, usual + 2))) | st.integers(0, 10))
    since = today - timedelta(days=3000 if draw(mostly()) else draw(among(SINCE_PAIN[::-1])))
    return Pain(now, usual, True, since, draw(among(LEG)), today - timedelta(days=80))


@cache
@st.composite
def people(draw: st.DrawFn, today: date, pain: Pain | None = None) -> Person:
    """Anybody who was cleared three days ago and may exercise today, however odd the rest."""
    pool = draw(st.booleans())
    places: dict[Place, tuple[Equipment, ...]] = {}
    if gym := draw(subset(IN_A_GYM, 3)):
        places["gym"] = gym
    if pool and draw(st.booleans()):
        places["pool"] = ("pool", *draw(subset(IN_A_POOL, 2)))
    owned = draw(subset(OWNED, 5))
    if pool and "pool" not in places:
        owned += ("pool",)
    minutes = draw(offered())
    surgery, pregnancy, birth = None, None, None
    if what := draw(among(("", "", "", "operation", "pregnancy", "birth"))):
        if what == "birth":
            born = today - timedelta(days=draw(among(SINCE_BIRTH)))
            birth = Birth(born, draw(among(("vaginal", "caesarean"))))
        elif what == "operation":
            on = today - timedelta(days=draw(among(SINCE_OPERATION)))
            surgery = Surgery(draw(among(SURGERIES)), on, on + timedelta(days=1))
        else:
            pregnancy = Pregnancy(draw(st.integers(1, 42)), today - timedelta(days=draw(st.integers(0, 3))))
    ago = 3 if pregnancy or surgery or birth else draw(among((3, 3, 361, 364)))  # some run out within the week
    return Person(
        pain=pain or draw(pains(today)),
        minutes=minutes,
        aerobic_minutes=draw(st.integers(0, 60)),
        tolerance=draw(st.none() | st.dictionaries(among(BORNE_APART), st.integers(1, 60), min_size=1)),
        clearance=Clearance("doctor", today - timedelta(days=ago), (*KNOWN_HEART, *MUST_BE_KNOWN)),
        heart=tuple(Flag(key, today) for key in draw(among(HEARTS))),
        born=draw(among((None, today.year - 40, today.year - 64, today.year - 65, today.year - 80))),
        conditions=draw(subset(CONDITIONS, 3)) if draw(mostly()) else draw(subset(CONDITIONS) | st.just(CONDITIONS)),
        surgery=surgery,
        pregnancy=pregnancy,
        birth=birth,
        equipment=owned,
        places=places or None,
        pool_days=draw(subset(tuple(minutes))) if pool else (),
        swim=draw(st.booleans()),
        strokes=draw(st.just(()) | subset(STROKES, 2)),
        floor=draw(among((True, True, False))),
        level=draw(among(LEVELS)),
        likes=draw(subset(EXERCISE_KINDS, 3)),
        dislikes=draw(
            subset(EXERCISE_KINDS, 2) if draw(mostly()) else subset(EXERCISE_KINDS) | st.just(EXERCISE_KINDS)
        ),
    )


class Lived(NamedTuple):
    """How an earlier week went, the same every day: done, how far pain was from the usual, and mornings written."""

    ago: int
    done: Done | None
    off: int
    mornings: bool


@cache
def lived() -> st.SearchStrategy[Lived]:
    answers: tuple[Done | None, ...] = ("all", "part", "no", None)
    return st.builds(Lived, st.integers(1, 9), among(answers), st.integers(-1, 3), st.booleans())


def diary(week: Week, until: date, how: Lived) -> list[LogEntry]:
    """What somebody wrote down of a week, up to a day."""
    found: list[LogEntry] = []
    pain = max(0, min(10, week.usual.later + how.off))
    for day in week.days:
        if day.on >= until:
            break
        if how.mornings:
            found.append(LogEntry(day.on, "morning", pain=pain))
        if day.sessions and how.done:
            found.append(LogEntry(day.on, "session", done=how.done, pain=pain, peak=min(10, pain + 1), effort=4))
    return found


def as_then(person: Person, on: date) -> Person:
    """The person as they would have been recorded earlier: cleared, pain not new, before later events."""
    pain = person.pain._replace(since=min(person.pain.since, on - timedelta(days=60)))
    surgery = person.surgery if person.surgery and person.surgery.on < on else None
    clearance = Clearance("doctor", on, (*KNOWN_HEART, *MUST_BE_KNOWN))
    birth = person.birth if person.birth and person.birth.on <= on else None
    return person._replace(pain=pain, surgery=surgery, pregnancy=None, birth=birth, clearance=clearance)


@cache
@st.composite
def requests(draw: st.DrawFn, midweek: bool = True, history: bool = True) -> Request:
    """A week for anybody: from its Monday or begun later, alone or with weeks, a diary and a swap behind it."""
    starts = draw(among(MONDAYS))
    today = starts + timedelta(days=draw(st.integers(0, 6))) if midweek else starts
    person = draw(people(today))
    weeks: list[Week] = []
    entries: list[LogEntry] = []
    swaps: tuple[Swap, ...] = ()
    began = starts
    if history:
        past = draw(st.lists(lived(), max_size=2, unique_by=lambda how: how.ago))
        past.sort(key=lambda how: -how.ago)
        for how in past:
            begins = starts - timedelta(weeks=how.ago)
            week = planned(Request(as_then(person, begins), exercises(), begins, begins, entries, weeks))
            entries += diary(week, starts, how)
            weeks.append(week)
        began = weeks[0].starts if weeks else starts - timedelta(weeks=draw(among((0, 5, 9))))
        if today > starts and draw(mostly()):
            week = planned(Request(as_then(person, starts), exercises(), starts, starts, entries, weeks, began))
            entries += diary(week, today, draw(lived()))
            weeks.append(week)
        used = sorted({key for week in weeks for key in week.programme.values()})
        if used and not draw(mostly()):
            swaps = (Swap(today, draw(st.sampled_from(used))),)
    if draw(st.integers(0, 7)) == 7:
        entries.append(LogEntry(today, "flare"))
    return Request(person, exercises(), starts, today, tuple(entries), tuple(weeks), began, swaps)
