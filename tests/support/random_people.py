"""Random people, requests for a week and layout problems, for the laws that must hold for everybody.

Everything is drawn from one ``random.Random``; ``numbered(seed, number)`` gives the one of a single person, so that
whoever is found wanting can be met again alone.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar, get_args

from backplan.model.diary import LogEntry, Swap
from backplan.model.exercise import Exercise
from backplan.model.person import Birth, Clearance, Flag, HealthChange, Pain, Person, Pregnancy, Surgery
from backplan.model.prescription import Prescribed
from backplan.model.vocabulary import (
    AEROBIC_KINDS,
    EQUIPMENT_MEANS,
    LEVELS,
    MUST_BE_KNOWN,
    STROKES,
    WEEKDAYS,
    AerobicKind,
    ClearedBy,
    Condition,
    Done,
    Equipment,
    Leg,
    Modality,
    Place,
    SurgeryKind,
    Weekday,
)
from backplan.model.week import Totals, Week, monday
from backplan.planner.day.option import REST, Option
from backplan.planner.diary.done import DayBefore, Fullest, Habit
from backplan.planner.lay import lay
from backplan.planner.layout.problem import Problem, Wanted
from backplan.planner.layout.question import best_layout, problem_for
from backplan.planner.layout.worth import next_units, worth_of
from backplan.planner.request import Request
from backplan.planner.week import make_week
from backplan.store.documents import OF_PERSON

T = TypeVar("T")

CONDITIONS: tuple[Condition, ...] = get_args(Condition)
MODALITIES: tuple[Modality, ...] = get_args(Modality)
SURGERIES: tuple[SurgeryKind, ...] = get_args(SurgeryKind)
LEG: tuple[Leg, ...] = get_args(Leg)
OWNED: tuple[Equipment, ...] = tuple(sorted(set(EQUIPMENT_MEANS) - {"pool", "underwater-treadmill"}))
IN_A_GYM: tuple[Equipment, ...] = ("treadmill", "elliptical", "recumbent-bike", "upright-bike", "machine", "dumbbells")
IN_A_POOL: tuple[Equipment, ...] = ("noodle", "float-belt", "water-dumbbells", "kickboard")
KNOWN_HEART = ("heart-disease", "lung-disease", "diabetes", "racing-heart")  # to the clearance
TODAY = date(2026, 1, 5)  # a Monday; requests lie within the 80 weeks after it
MOST_OPTIONS = {1: 12, 2: 12, 3: 12, 4: 10, 5: 7, 6: 5, 7: 4}  # of each day, by days: all layouts can be tried


def numbered(seed: int, number: int) -> random.Random:
    """The source of one person's chances."""
    return random.Random(f"{seed}-{number}")


def random_person(rng: random.Random, today: date = TODAY) -> Person:
    """Somebody who may come along: most are cleared for exercise, some are in a flare or have new pain."""
    usual = rng.randint(0, 5)
    now = rng.choices((usual, min(10, usual + 1), rng.randint(4, 7), rng.randint(8, 10)), (72, 13, 13, 2))[0]
    since = today - timedelta(days=rng.choice((10, 30, 40)) if _chance(rng, 0.1) else rng.randint(43, 3000))
    pool = _chance(rng, 0.45)
    minutes = _minutes(rng)
    places: dict[Place, tuple[Equipment, ...]] = {}
    if _chance(rng, 0.2):
        places["gym"] = _some(rng, IN_A_GYM, 1, 4)
    if pool and _chance(rng, 0.3):
        places["pool"] = ("pool", *_some(rng, IN_A_POOL, 0, 3))
    owned: tuple[Equipment, ...] = _some(rng, OWNED, 0, 6)
    if pool and "pool" not in places:
        owned += ("pool",)
    surgery, pregnancy = None, None
    if _chance(rng, 0.1):
        on = today - timedelta(days=rng.randint(30, 420))
        surgery = Surgery(rng.choice(SURGERIES), on, on + timedelta(days=rng.randint(10, 90)))
    elif _chance(rng, 0.06):
        pregnancy = Pregnancy(rng.randint(5, 41), today - timedelta(days=rng.randint(0, 14)))
    found = Person(
        pain=Pain(now, usual, not _chance(rng, 0.01), since, rng.choice(LEG), today),
        minutes=minutes,
        aerobic_minutes=rng.randint(5, 45),
        flags=_flags(rng, today),
        clearance=_clearance(rng, today, maternity=pregnancy is not None),
        conditions=_some(rng, CONDITIONS, 1, 3) if _chance(rng, 0.45) else (),
        surgery=surgery,
        pregnancy=pregnancy,
        changed=HealthChange(today + timedelta(days=rng.randint(-300, 6)), "fall") if _chance(rng, 0.02) else None,
        equipment=owned,
        places=places or None,
        pool_days=_some(rng, tuple(minutes), 1, 4) if pool and _chance(rng, 0.5) else (),
        swim=_chance(rng, 0.5),
        floor=not _chance(rng, 0.1),
        level=rng.choice(LEVELS),
        likes=_some(rng, MODALITIES, 0, 3),
        dislikes=_some(rng, MODALITIES, 0, 2),
        heart=_heart(rng, today),
        born=today.year - rng.randint(18, 90) if _chance(rng, 0.6) else None,
    )
    return _seen_by_a_doctor(_with_later_answers(found))


def _seen_by_a_doctor(person: Person) -> Person:
    """A person of whose racing heart it is a doctor who knows, as nobody else may clear that."""
    races = any(flag.id == "racing-heart" for flag in person.heart or ())
    if person.clearance is None or not races:
        return person
    return person._replace(clearance=person.clearance._replace(by="doctor"))


def _with_later_answers(person: Person) -> Person:
    """The same with answers to questions that came later, drawn apart so that everything else stays as it was."""
    drawn = repr(person)
    for name in ("age_asked", "legs_in_turn", "leg_asked"):  # fields that came later than these answers
        drawn = drawn.replace(f", {name}={getattr(person, name)!r}", "")
    rng = random.Random(drawn)
    apart: dict[AerobicKind, int] = {kind: rng.randint(3, 40) for kind in AEROBIC_KINDS if _chance(rng, 0.6)}
    strokes = _some(rng, STROKES, 1, 2)
    found = person._replace(
        tolerance=apart or None if _chance(rng, 0.15) else None, strokes=strokes if _chance(rng, 0.15) else ()
    )
    return found._replace(birth=_birth(rng, person) if _chance(rng, 0.06) else None)


def _birth(rng: random.Random, person: Person) -> Birth | None:
    """A birth before the clearance of somebody who is not pregnant."""
    if person.pregnancy or not person.clearance:
        return None
    on = person.clearance.on - timedelta(days=rng.randint(1, 130))
    return Birth(on, "caesarean" if _chance(rng, 0.5) else "vaginal")


def random_request(
    rng: random.Random, exercises: Sequence[Exercise], person: Person | None = None, *, prescribed: float = 0
) -> Request:
    """A week for somebody: some begun after Monday, half with weeks and a diary behind them; for a share of them a
    therapist prescribed something.
    """
    starts = monday(TODAY + timedelta(weeks=rng.randrange(80)))
    today = starts + timedelta(days=rng.randint(1, 6) if _chance(rng, 0.35) else 0)
    person = person or random_person(rng, today)
    weeks: list[Week] = []
    entries: list[LogEntry] = []
    if _chance(rng, 0.5):
        for ago in sorted({1, rng.randint(1, 9)} if _chance(rng, 0.9) else {rng.randint(2, 9)}, reverse=True):
            begins = starts - timedelta(weeks=ago)
            week = make_week(Request(person, exercises, begins, begins, entries=entries, weeks=weeks))
            entries += _diary(rng, week, starts)
            weeks.append(week)
    if today > starts and _chance(rng, 0.6):
        week = make_week(Request(person, exercises, starts, starts, entries=entries, weeks=weeks))
        entries += _diary(rng, week, today + timedelta(days=_chance(rng, 0.3)))
        weeks.append(week)
    if _chance(rng, 0.06):
        entries.append(LogEntry(today, "flare"))
    used = sorted({key for week in weeks for key in week.programme.values()})
    swaps = [Swap(today, rng.choice(used))] if used and _chance(rng, 0.1) else []
    only = _some(rng, WEEKDAYS, 2, 7) if _chance(rng, 0.05) else None
    asked = random_prescription(rng, exercises, starts) if _chance(rng, prescribed) else ()
    return Request(
        person,
        exercises,
        starts,
        today,
        tuple(entries),
        tuple(weeks),
        swaps=tuple(swaps),
        only_days=only,
        prescriptions=asked,
    )


def random_prescription(rng: random.Random, exercises: Sequence[Exercise], on: date) -> tuple[Prescribed, ...]:
    """Whatever somebody may prescribe: mostly what is given in a session, now and then what nobody may have."""
    plain = [exercise for exercise in exercises if exercise.impact != "high"]
    known = [rng.choice(plain if _chance(rng, 0.9) else exercises) for _ in range(rng.randint(1, 7))]
    found = [_asked(rng, exercise, on) for exercise in dict.fromkeys(known)]
    if _chance(rng, 0.3):
        found.append(Prescribed("avoid", "doctor", on, exercise=rng.choice(exercises).id))
    if _chance(rng, 0.2):
        found.append(Prescribed("avoid", "surgeon", on, modality=rng.choice(MODALITIES)))
    if _chance(rng, 0.3):
        found.append(Prescribed("limit", "midwife", on, minutes=rng.randint(5, 60)))
    if _chance(rng, 0.2):
        found.append(Prescribed("accept-usual-pain", "doctor", on, pain=rng.randint(0, 7)))
    return tuple(item._replace(id=number) for number, item in enumerate(found, 1))


def _asked(rng: random.Random, exercise: Exercise, on: date) -> Prescribed:
    """An exercise with a dose, or days, or neither."""
    item = Prescribed("add", "physiotherapist", on, exercise=exercise.id)
    if _chance(rng, 0.7):
        item = item._replace(per_week=rng.randint(1, 7))
    if _chance(rng, 0.3):
        return item
    if exercise.dose.minutes is not None:
        return item._replace(minutes=rng.randint(1, 40))
    return item._replace(sets=rng.randint(1, 5), reps=rng.randint(1, 15), hold_s=rng.choice((None, 0, 5, 20)))


def laid_out(request: Request) -> tuple[Problem, tuple[Option, ...]]:
    """The layout problem the planner really solves for a request, and its answer."""
    laid = lay(request)
    asked, days = laid.question, laid.standing.days
    layout = best_layout(asked)
    assert layout is not None
    return problem_for(asked, days.person), layout.options


def random_problem(rng: random.Random, most: int = 7) -> Problem:
    """A layout problem of nobody: options that no menu would offer, and totals worth anything."""
    days = rng.randint(1, most)
    options = tuple(
        (REST, *(_option(rng) for _ in range(rng.randint(0 if _chance(rng, 0.2) else 1, MOST_OPTIONS[days] - 1))))
        for _ in range(days)
    )
    floors = Totals(*(rng.randint(0, most) for most in (120, 8, 9, 4, 2, 5)))
    floors = floors if _chance(rng, 0.6) else Totals()
    steps = [rng.randint(0, most) for most in (40, 4, 4, 3, 2, 0)]
    caps = Totals(*(floor + step for floor, step in zip(floors, steps, strict=True)))
    done = Totals(*(rng.randint(0, most) for most in (40, 4, 0, 2, 1, 2)))
    core = _chance(rng, 0.4)
    problem = Problem(
        options,
        worth=worth_of(floors, caps),
        prices=next_units(caps),
        done=done if _chance(rng, 0.3) else Totals(),
        day_before=DayBefore(
            core, _chance(rng, 0.3), _chance(rng, 0.3), trunk=core or _chance(rng, 0.2), loaded=_chance(rng, 0.2)
        ),
        habit=tuple(_last_week(rng) for _ in options) if _chance(rng, 0.6) else (),
        strength_first=days < len(WEEKDAYS) and _chance(rng, 0.4),
        rest=_chance(rng, 0.5),
        spread=_chance(rng, 0.3),
    )
    problem = _with_prescribed(problem, rng) if _chance(rng, 0.5) else problem
    return problem._replace(fullest=Fullest(rng.randint(5, 60), rng.randint(0, 12))) if _chance(rng, 0.3) else problem


def _last_week(rng: random.Random) -> Habit | None:
    """What a day held last week."""
    if _chance(rng, 0.3):
        return None
    return _chance(rng, 0.7), _chance(rng, 0.4), _chance(rng, 0.3), _chance(rng, 0.2), _chance(rng, 0.5)


def _with_prescribed(problem: Problem, rng: random.Random) -> Problem:
    """The same with prescribed exercises on some of its options: of one or two that come together, and of others."""
    sets = (frozenset("ab"), frozenset("abc"), frozenset("c"), frozenset("d"), frozenset("abd"))

    def some(option: Option) -> Option:
        return option._replace(prescribed=rng.choice(sets)) if _chance(rng, 0.6) else option

    days = tuple((REST, *map(some, options[1:])) for options in problem.days)
    asked = {key: rng.randint(0, 4) for key in "acd"}
    asked["b"] = asked["a"] if _chance(rng, 0.5) else rng.randint(0, 4)
    wanted = (Wanted(key, many, many + rng.choice((0, 0, 1, 3)), _chance(rng, 0.3)) for key, many in asked.items())
    return problem._replace(days=days, wanted=tuple(wanted))


def _option(rng: random.Random) -> Option:
    """Any day whatever, in few sizes, so that many layouts are worth nearly the same."""
    core = rng.choice((0, 0, 0, 1, 1, 2, 3))
    strength = rng.choice((0, 0, 0, 0, 1, 2, 3))
    return Option(
        aerobic=rng.choice((0, 0, 5, 10, 16, 20, 30, 41)),
        core=core > 0,
        strength=strength > 0,
        water=_chance(rng, 0.25),
        active=_chance(rng, 0.7),
        minutes=rng.choice((5, 10, 19, 20, 21, 25, 30, 45)),
        two_places=_chance(rng, 0.4),
        trunk=core > 0 or _chance(rng, 0.1),
        rounds=core,
        more=rng.choice((0, 0, 1, 2, 4)) if core else 0,
        strength_rounds=strength,
        balance=strength or int(core > 0 and _chance(rng, 0.5)),
        loaded=strength > 0 or _chance(rng, 0.1),
    )


def describe(request: Request) -> str:
    """A request in one line, so that a person who is found wanting can be looked at."""
    weeks = [f"{week.name} {week.mode} step {week.aerobic_step}" for week in request.weeks]
    return (
        f"starts {request.starts}, today {request.today}, only {request.only_days}, weeks {weeks}, "
        f"{len(request.entries)} diary entries, {len(request.swaps)} swaps, "
        f"prescribed {[item.document() for item in request.prescriptions]}, person {OF_PERSON.write(request.person)}"
    )


def _chance(rng: random.Random, share: float) -> bool:
    return rng.random() < share


def _some(rng: random.Random, things: Sequence[T], least: int, most: int) -> tuple[T, ...]:
    """Some of the things, in their order."""
    count = rng.randint(least, min(most, len(things)))
    return tuple(things[index] for index in sorted(rng.sample(range(len(things)), count)))


def _minutes(rng: random.Random) -> dict[Weekday, int]:
    """Two to seven days, 8 to 75 minutes: for half the same every day, for half not."""
    count = rng.choices((2, 3, 4, 5, 6, 7), (10, 16, 18, 18, 18, 20))[0]
    days = _some(rng, WEEKDAYS, count, count)
    if _chance(rng, 0.5):
        each = rng.randint(8, 75)
        return dict.fromkeys(days, each)
    return {day: rng.randint(8, 75) for day in days}


def _clearance(rng: random.Random, today: date, *, maternity: bool) -> Clearance | None:
    if _chance(rng, 0.01):
        return None
    by: ClearedBy = "midwife" if maternity else rng.choice(("doctor", "physiotherapist", "surgeon"))
    ago = rng.randint(359, 366) if _chance(rng, 0.04) else rng.randint(0, 25)  # a few run out within the week
    return Clearance(by, today - timedelta(days=ago), ("night-pain", *KNOWN_HEART, *MUST_BE_KNOWN))


def _flags(rng: random.Random, today: date) -> tuple[Flag, ...]:
    if not _chance(rng, 0.02):
        return ()
    return (Flag(rng.choice(("night-pain", "fever", "saddle-numbness")), today - timedelta(days=3)),)


def _heart(rng: random.Random, today: date) -> tuple[Flag, ...] | None:
    """Mostly nothing, or what the clearance knows of; now and then what it does not."""
    if not _chance(rng, 0.12):
        return None if _chance(rng, 0.1) else ()
    return (Flag(rng.choice(("blackout",) if _chance(rng, 0.1) else KNOWN_HEART), today - timedelta(days=3)),)


def _diary(rng: random.Random, week: Week, until: date) -> list[LogEntry]:
    """What somebody who writes most things down recorded of a week, up to a day."""
    found: list[LogEntry] = []
    for day in week.days:
        if day.on >= until:
            break
        if _chance(rng, 0.6):
            found.append(LogEntry(day.on, "morning", pain=_near(rng, week.usual.waking)))
        if day.sessions and _chance(rng, 0.85):
            done: Done = rng.choices(("all", "part", "no"), (75, 15, 10))[0]
            pain = _near(rng, week.usual.later)
            found.append(
                LogEntry(day.on, "session", done=done, pain=pain, peak=min(10, pain + rng.randint(0, 2)), effort=4)
            )
        if _chance(rng, 0.1):
            found.append(LogEntry(day.on, "activity", minutes=rng.randint(5, 60)))
    return found


def _near(rng: random.Random, usual: int) -> int:
    return max(0, min(10, usual + rng.choices((-1, 0, 1, 2), (30, 45, 20, 5))[0]))
