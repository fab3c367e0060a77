"""Progress: the last weeks at a glance, how pain and what the person can do have changed since the start, and how far
each exercise has come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from backplan.model.diary import LogEntry, sessions_by_day
from backplan.model.exercise import Exercise, by_id, ladder
from backplan.model.outcome import SevenDays
from backplan.model.person import Person
from backplan.model.prescription import Prescribed, Prescription
from backplan.model.vocabulary import LEGS, BlockKind, Leg, Mode
from backplan.model.week import WEEK, Day, GivenDose, Week, monday, week_name
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.dose import EASED, asked_at, dose_at, doses, top_rung, with_particulars
from backplan.planner.diary import abilities
from backplan.planner.diary.alike import DayPain
from backplan.planner.diary.done import aerobic_minutes_done
from backplan.planner.diary.pause import paused
from backplan.planner.growth.ladder import SLOTS
from backplan.planner.lookback.change import (
    DAY,
    ChangeVerdict,
    change_verdict,
    last_of_seven,
    pain_by_day,
    seven_days,
)
from backplan.planner.lookback.grown import Grown
from backplan.planner.lookback.leg import LegTold, leg_told
from backplan.rules.change.enough import enough
from backplan.rules.target import aerobic

WEEKS = 12
COUNTED: tuple[tuple[BlockKind, frozenset[BlockKind]], ...] = (
    ("core", frozenset({"core"})),
    ("aerobic", frozenset({"aerobic"})),
    ("strength", frozenset({"strength"})),
    ("stretch", frozenset({"stretch", "cool-down"})),
)
GOALS = (aerobic.RULE.aim, 150)  # minutes a week: the plan's goal, and the public one beyond it (bull-2020)


class Count(NamedTuple):
    """Sessions of a week: planned, done in whole, in part, let go, and without a word in the diary."""

    planned: int = 0
    done: int = 0
    part: int = 0
    let_go: int = 0
    no_word: int = 0  # of days gone by; days to come are only planned


class WeekRow(NamedTuple):
    """One week of the look back: what was planned and done, its pain, and what kind of week it was."""

    starts: date
    programme_week: int | None = None  # None: no week was shown, or before the first
    mode: Mode | None = None
    flare: bool = False  # a gentle week, or the person said so
    paused_days: int = 0
    pain: SevenDays = SevenDays(0, 0)
    sessions: Count = Count()
    blocks: Mapping[BlockKind, Count] = {}
    minutes_planned: int = 0
    minutes_done: int = 0  # with those of one's own
    minutes_own: int = 0  # of what was done beside the plan
    goal: int = GOALS[0]  # aerobic minutes that it grew towards first: more in the year after a birth
    leg: Leg | None = None  # the furthest down it that pain went; None: not noted
    unasked: int = 0  # sessions done on days that had none, as in a pause

    def as_dict(self) -> dict[str, object]:
        """The week as JSON."""
        minutes = {
            "planned": self.minutes_planned,
            "done": self.minutes_done,
            "own": self.minutes_own,
            "goals": [self.goal, GOALS[1]],
        }
        return {
            "week": week_name(self.starts),
            "starts": self.starts.isoformat(),
            "programme_week": self.programme_week,
            "mode": self.mode,
            "flare": self.flare,
            "paused_days": self.paused_days,
            "pain": {"mean": self.pain.mean if self.pain.days else None, "days": self.pain.days},
            "sessions": self.sessions._asdict(),
            "blocks": {kind: count._asdict() for kind, count in self.blocks.items()},
            "aerobic_minutes": minutes,
            "leg": self.leg,
            "unasked": self.unasked,
        }


class Climbed(NamedTuple):
    """How far an exercise has come: its starting dose, its present one, and the easier exercise it followed, if any."""

    exercise: str
    name: str
    kind: str
    start: GivenDose
    now: GivenDose
    step: int  # 0 is below the start, eased for now
    steps: int
    after: str | None = None

    def as_dict(self) -> dict[str, object]:
        """The exercise's way up its ladder of doses, as JSON."""
        return {
            "exercise": self.exercise,
            "name": self.name,
            "block": self.kind,
            "start": self.start.as_dict(),
            "now": self.now.as_dict(),
            "step": self.step,
            "steps": self.steps,
            "after": self.after,
        }


class FunctionRow(NamedTuple):
    """Something the person does: its first score and its latest, and the last of each week (None: not scored)."""

    activity: str
    first: tuple[date, int] | None
    latest: tuple[date, int] | None
    weeks: tuple[int | None, ...]

    def as_dict(self) -> dict[str, object]:
        """The activity and its scores as JSON."""
        return {
            "activity": self.activity,
            "first": _score_document(self.first),
            "latest": _score_document(self.latest),
            "weeks": list(self.weeks),
        }


def _score_document(score: tuple[date, int] | None) -> dict[str, object] | None:
    return score and {"date": score[0].isoformat(), "score": score[1]}


class Progress(NamedTuple):
    """The look back that `backplan progress` shows: weeks, pain, change, activities, ladders and walks."""

    today: date
    rows: tuple[WeekRow, ...]
    means: Mapping[date, float | None]  # of the seven days that end on a date; None where too few had an entry
    verdict: ChangeVerdict
    functions: tuple[FunctionRow, ...]
    ladders: tuple[Climbed, ...]
    aerobic_step: tuple[int, int] | None  # aerobic minutes of a session: in the first of these weeks, and now
    logged: bool  # whether the diary holds anything besides the interview's answer on pain
    grown: Grown | None = None  # None before the first comparable week
    leg: LegTold | None = None  # None where pain never went down a leg
    began: date | None = None  # the first day of the plan, from which its weeks are counted; None before the first

    def as_dict(self) -> dict[str, object]:
        """Everything that `backplan progress` shows, as one JSON document."""
        return {
            "schema": 1,
            "today": self.today.isoformat(),
            "logged": self.logged,
            "began": self.began and self.began.isoformat(),
            "weeks": [row.as_dict() for row in self.rows],
            "means": [{"date": on.isoformat(), "mean": mean} for on, mean in self.means.items()],
            "change": self.verdict.as_dict(),
            "functions": [each.as_dict() for each in self.functions],
            "ladders": [each.as_dict() for each in self.ladders],
            "aerobic_step": self.aerobic_step and {"start": self.aerobic_step[0], "now": self.aerobic_step[1]},
            "grown": self.grown and self.grown.as_dict(),
            "leg": self.leg and self.leg.as_dict(),
        }


def look_back(  # noqa: PLR0913 - what was shown, and when
    person: Person | None,
    entries: Sequence[LogEntry],
    weeks: Sequence[Week],
    exercises: Sequence[Exercise],
    today: date,
    *,
    prescription: Prescription | None = None,
) -> Progress:
    """What the diary and the weeks shown say, up to today, but for what has grown; ``prescription`` is in force."""
    so_far = [entry for entry in entries if entry.on <= today]
    shown = {week.starts: week for week in weeks if week.starts <= today}
    pain = pain_by_day(person, so_far)
    last = shown[max(shown)] if shown else None
    rows = tuple(
        _row(starts, shown.get(starts), so_far, pain, today)._replace(programme_week=_number(starts, shown, last))
        for starts in _mondays(shown, so_far, today)
    )
    span = (today - rows[0].starts).days + 1 if rows else 0
    days = [today - DAY * ago for ago in reversed(range(span))]
    named, until = person.functions if person else (), last_of_seven(pain, today)
    return Progress(
        today=today,
        rows=rows,
        means={day: _drawn(seven_days(pain, min(day, until))) for day in days},
        verdict=change_verdict(pain, today, last.programme_week if last else 0, abilities.ability(named, so_far)),
        functions=tuple(_function(each, so_far, [row.starts for row in rows]) for each in named),
        ladders=tuple(_ladders(shown, exercises, prescription or Prescription())),
        aerobic_step=(shown[min(shown)].aerobic_step, last.aerobic_step) if last else None,
        logged=any(not entry.from_interview for entry in so_far),
        leg=leg_told(person, today) if person and not person.unfinished else None,
        began=first_monday(last) if last else None,
    )


def first_monday(week: Week) -> date:
    """The Monday of the first week of the plan, by the number of one of its weeks."""
    return week.starts - WEEK * (week.programme_week - 1)


def _number(starts: date, shown: Mapping[date, Week], last: Week | None) -> int | None:
    """The number of a week that was shown, counted back from the last one: a clock that was set back leaves numbers of
    two countings behind. None for a week before the first by that count.
    """
    if last is None or starts not in shown:
        return None
    number = last.programme_week - (last.starts - starts).days // 7
    return number if number > 0 else None


def _mondays(shown: Iterable[date], entries: Sequence[LogEntry], today: date) -> list[date]:
    """The weeks to tell of: from the first that holds anything, twelve at the most, to this one."""
    first = min([*shown, *(monday(entry.on) for entry in entries)], default=None)
    if first is None:
        return []
    this = monday(today)
    start = max(first, _earliest(this))
    return [start + WEEK * number for number in range((this - start).days // 7 + 1)]


def pain_from(this: date) -> date:
    """The first day whose pain is drawn in a look back up to the week of a Monday."""
    return _earliest(this) - WEEK + DAY


def _earliest(this: date) -> date:
    """The first Monday that is told of."""
    return this - WEEK * (WEEKS - 1)


def _function(activity: str, entries: Sequence[LogEntry], mondays: Sequence[date]) -> FunctionRow:
    found = abilities.scores(activity, entries)
    by_week = {monday(on): score for on, score in found}
    first, latest = (found[0], found[-1]) if found else (None, None)
    return FunctionRow(activity, first, latest, tuple(by_week.get(starts) for starts in mondays))


def _drawn(week: SevenDays) -> float | None:
    return week.mean if enough(week) else None


def _row(
    starts: date, week: Week | None, entries: Sequence[LogEntry], pain: Mapping[date, DayPain], today: date
) -> WeekRow:
    days = [starts + DAY * number for number in range(7)]
    within = [entry for entry in entries if starts <= entry.on < starts + WEEK]
    last_word = sessions_by_day(within)
    planned = [day for day in week.days if day.sessions] if week else []
    return WeekRow(
        starts=starts,
        mode=week.mode if week else None,
        flare=_turned_gentle(week) or any(entry.kind == "flare" for entry in within),
        paused_days=len(paused(entries, days)),
        pain=seven_days(pain, starts + WEEK - DAY),
        sessions=_count(planned, last_word, today),
        blocks={
            kind: _count([day for day in planned if _holds(day, kinds)], _words_on(kinds, planned, last_word), today)
            for kind, kinds in COUNTED
        },
        minutes_planned=sum(day.aerobic_in_all for day in week.days) if week else 0,
        goal=_goal(week),
        minutes_done=aerobic_minutes_done(week.days if week else (), within),
        minutes_own=sum(entry.own_minutes for entry in within),
        unasked=sum(word.done != "no" and not _asked(week, on) for on, word in last_word.items()) if week else 0,
        leg=max((entry.leg for entry in within if entry.leg), key=LEGS.index, default=None),
    )


def _asked(week: Week, on: date) -> bool:
    """Whether a week held a session on a day, or something for every day."""
    day = week.day(on)
    return day is not None and bool(day.sessions or day.daily)


def _turned_gentle(week: Week | None) -> bool:
    """Whether a week is a gentle one, or was for some days of it."""
    return week is not None and (week.kind.gentle or (week.kind.grows and week.normal_until is not None))


def _words_on(
    kinds: frozenset[BlockKind], planned: Sequence[Day], last_word: Mapping[date, LogEntry]
) -> Mapping[date, LogEntry]:
    """The word on each session, as far as it is one on some kinds of work: let go, where all of it was left out."""
    words = ((day, last_word[day.on]) for day in planned if day.on in last_word)
    gone = [day.on for day, word in words if not _holds(day.without(word.left_out), kinds)]
    return {**last_word, **{on: last_word[on]._replace(done="no") for on in gone}}


def _goal(week: Week | None) -> int:
    return next((row.aim for row in (week.balance if week else ()) if row.target == aerobic.RULE.id), GOALS[0])


def _holds(day: Day, kinds: frozenset[BlockKind]) -> bool:
    return not kinds.isdisjoint(day.works)


def _count(planned: Sequence[Day], last_word: Mapping[date, LogEntry], today: date) -> Count:
    words = [last_word[day.on].done or "all" if day.on in last_word else None for day in planned]
    silent = sum(day.on < today and word is None for day, word in zip(planned, words, strict=True))
    return Count(len(planned), words.count("all"), words.count("part"), words.count("no"), silent)


def _ladders(
    shown: Mapping[date, Week], exercises: Sequence[Exercise], prescription: Prescription
) -> Iterable[Climbed]:
    """The core and strength exercises of the programme, each on its ladder."""
    # A week of coping only has no programme; how far the exercises have come is not forgotten meanwhile.
    with_one = [week for _, week in sorted(shown.items()) if _programme(week)]
    if not with_one:
        return
    first, last = with_one[0], with_one[-1]
    library = by_id(exercises)
    for kind, slots in SLOTS.items():
        for slot in slots:
            exercise = library.get(_programme(last).get(slot, ""))
            if exercise is None:
                continue
            climbed = _climbed(exercise, kind, last.rungs.get(exercise.id, 0), prescription.item_for(exercise.id))
            yield climbed._replace(after=_partner(library.get(_programme(first).get(slot, "")), exercise, library))


def _climbed(exercise: Exercise, kind: str, rung: int, asked: Prescribed | None) -> Climbed:
    """An exercise on a rung of its ladder: of the doses a therapist set where they did, else of the library's."""
    if asked is not None and asked.has_dose:
        start, now, top = asked_at(exercise, asked, 0), asked_at(exercise, asked, rung), top_rung(exercise, asked)
    else:
        start, now, top = dose_at(exercise, 0), dose_at(exercise, rung), len(doses(exercise)) - 1
    if asked is not None and not asked.has_dose:
        start, now = with_particulars(start, asked), with_particulars(now, asked)
    return Climbed(exercise.id, exercise.name, kind, start, now, max(EASED, min(rung, top)) + 1, top + 1)


def _programme(week: Week) -> Mapping[str, str]:
    return week.programme or week.calm_programme


def _partner(before: Exercise | None, now: Exercise, library: Mapping[str, Exercise]) -> str | None:
    """The name of another exercise of the same ladder that stood in the slot before."""
    if before is None or before.id == now.id or before.id not in ladder(now.id, library):
        return None
    return before.name
