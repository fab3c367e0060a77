"""Golden weeks: the whole documents of the weeks of many random people and lives, so that a change of planning is seen.

`golden_weeks.txt` keeps one line a week: whose it is, what it is like at a glance, and the hash of its document.
`python tools/golden_weeks.py` writes the lines anew and shows what has changed in the documents.
"""

from __future__ import annotations

import hashlib
import json
import random
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from backplan.actions.swap import tried
from backplan.actions.week import WeekWanted, current_week, this_week
from backplan.model.diary import LogEntry, Swap
from backplan.model.vocabulary import Done
from backplan.model.week import Week, monday
from backplan.planner.screen import stops
from backplan.planner.week import make_week
from tests.support.lives import Life, whole
from tests.support.random_people import numbered, random_person, random_prescription, random_request

KEPT = Path(__file__).with_suffix(".txt")
SEED = 9
PEOPLE, LIVES, WEEKS = 400, 40, 8
THIRD = 1 / 3
BEGIN = date(2026, 1, 5)  # a Monday


class Golden(NamedTuple):
    """One week, or the showings of one week of a life: its name and its documents as JSON, in order."""

    name: str
    glance: str
    documents: str

    @property
    def line(self) -> str:
        """As it is kept: a document that differs in anything has another hash."""
        return f"{self.name} | {self.glance} | {hashlib.sha256(self.documents.encode()).hexdigest()[:12]}"

    @property
    def text(self) -> str:
        """The documents, to be read and compared line by line."""
        return json.dumps(json.loads(self.documents), indent=1, ensure_ascii=False) + "\n"


def golden(name: str, weeks: list[Week]) -> Golden:
    """The showings of a week, the last of them at a glance."""
    documents = json.dumps([_document(week) for week in weeks], sort_keys=True)
    return Golden(name, glance(weeks[-1]) if weeks else "not shown", documents)


def _document(week: Week) -> dict[str, object]:
    """The document without what is only kept to tell: the kinds of notices, and what an exercise needs."""
    cards = {key: card.how for key, card in week.cards.items()}
    return {key: value for key, value in week.document().items() if key != "told"} | {"cards": cards}


def glance(week: Week) -> str:
    """What a reader of a diff wants to see first."""
    rows = {row.target: f"{row.got}/{row.asked}" for row in week.balance}
    balance = " ".join(f"{key} {rows[key]}" for key in ("aerobic", "core", "strength", "prescribed") if key in rows)
    minutes = "+".join(str(day.minutes) for day in week.days)
    return f"{week.mode} {week.level} step {week.aerobic_step}, {balance}, {minutes} min"


def person(number: int) -> Golden:
    """The week of one random person; a third have a prescription."""
    asked = random_request(numbered(SEED, number), whole().exercises, prescribed=THIRD)
    return golden(f"person {number:03d}", [make_week(asked)])


def life(number: int) -> Iterator[Golden]:
    """Eight weeks of one random life, lived through the store; a third have a prescription."""
    rng = numbered(SEED + 1, number)
    with tempfile.TemporaryDirectory() as folder:
        lived = Life(Path(folder), random_person(rng, BEGIN), BEGIN)
        if rng.random() < THIRD:
            lived.store.prescriptions.add(random_prescription(rng, whole().exercises, BEGIN), BEGIN)
        habit = Habit(rng.random(), rng.random(), rng.random())
        for week in range(WEEKS):
            yield golden(f"life {number:02d} week {week + 1}", _lived(lived, habit, rng))
        lived.close()


class Habit(NamedTuple):
    """How likely somebody is to do a session, to give figures with it, and to note a morning."""

    does: float
    figures: float
    mornings: float


def _lived(life: Life, habit: Habit, rng: random.Random) -> list[Week]:
    """Seven days as people have them; the week is looked at on some of them, its first among these."""
    shown = []
    looks = {0, rng.randint(1, 6)}
    for day in range(7):
        if rng.random() < habit.mornings:
            life.morning(_near(rng, life.usual), tired=rng.choice((None, None, True)))
        if day in looks and stops.stop(life.person, life.today) is None:
            shown.append(_look(life, rng))
        _train(life, habit, rng)
        _something_odd(life, rng)
        life.sleep()
    return shown


def _look(life: Life, rng: random.Random) -> Week:
    replan = rng.random() < 0.05
    return this_week(life.place, WeekWanted(replan))


def _train(life: Life, habit: Habit, rng: random.Random) -> None:
    week = life.store.weeks.of(monday(life.today))
    day = week.day(life.today) if week else None
    if day is None or not day.sessions or rng.random() > 0.3 + 0.7 * habit.does:
        return
    done: Done = rng.choices(("all", "part", "no"), (80, 12, 8))[0]
    if rng.random() < 0.3 + 0.7 * habit.figures:
        pain = _near(rng, life.usual)
        life.session(min(10, pain + rng.choices((0, 1, 2, 4), (50, 30, 12, 8))[0]), pain=pain, done=done)
    else:
        life.note(LogEntry(life.today, "session", done))


def _something_odd(life: Life, rng: random.Random) -> None:
    """Now and then a flare, a pause, an activity, a swap, an edit, an undo, or days away."""
    what = rng.choices(("", "flare", "pause", "activity", "swap", "edit", "undo", "away"), (100, 2, 2, 8, 2, 2, 2, 2))[
        0
    ]
    if what == "flare":
        life.note(LogEntry(life.today, "flare"))
    elif what == "pause":
        first = life.today + timedelta(days=rng.randint(0, 3))
        life.note(LogEntry(first, "pause", until=(first + timedelta(days=rng.randint(0, 4))).isoformat()))
    elif what == "activity":
        life.note(LogEntry(life.today, "activity", minutes=rng.randint(5, 60)))
    elif what == "swap":
        week = life.store.weeks.of(monday(life.today))
        if week and week.programme:
            _swap(life, Swap(life.today, rng.choice(sorted(week.programme.values()))))
    elif what == "edit":
        sessions = [e for e in life.store.diary.entries() if e.kind == "session" and e.peak is not None]
        if sessions:
            life.store.diary.change(sessions[-1]._replace(peak=rng.randint(0, 9)))
    elif what == "undo":
        life.store.diary.undo()
    elif what == "away":
        life.sleep(rng.choice((7, 14)))


def _swap(life: Life, swap: Swap) -> None:
    if stops.stop(life.person, life.today) is None:
        found = tried(life.place, life.store, swap, None, current_week(life.place, life.store))
        life.store.weeks.keep(found.after, life.today, swap)


def _near(rng: random.Random, usual: int) -> int:
    return max(0, min(10, usual + rng.choices((-1, 0, 1, 2, 4), (25, 45, 18, 8, 4))[0]))


def people(numbers: range = range(PEOPLE)) -> list[Golden]:
    """The weeks of some of the people."""
    return [person(number) for number in numbers]


def lives(numbers: range = range(LIVES)) -> list[Golden]:
    """The weeks of some of the lives."""
    return [each for number in numbers for each in life(number)]


def kept() -> dict[str, str]:
    """The lines as they were last approved, by name."""
    return {line.partition(" | ")[0]: line for line in KEPT.read_text(encoding="utf-8").splitlines()}
