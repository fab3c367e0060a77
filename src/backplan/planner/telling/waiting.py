"""Waiting: the parts of the plan that did not grow for two whole normal weeks, and what they wait for: said once, and
again after four weeks more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise, takewhile

from backplan.model.outcome import Part
from backplan.model.told import Notice
from backplan.model.vocabulary import LEVELS
from backplan.model.week import WEEK, Totals, Week
from backplan.model.wording import WEEKDAY_NAMES, all_of, capital, counted, dated, long_day, short_day
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.dose import dose_step
from backplan.planner.day.option import Option
from backplan.planner.diary.done import shown_whole
from backplan.planner.diary.past import Stood, stepped
from backplan.planner.diary.pause import paused
from backplan.planner.growth.ladder import SLOTS, Ladder, Steps, enough, exercise_run
from backplan.planner.growth.levels import PARTS
from backplan.planner.growth.offer import LEAST_MINUTES
from backplan.planner.growth.standing import Standing
from backplan.planner.layout.laid import Laid
from backplan.planner.layout.points import totals_of
from backplan.planner.layout.question import best_layout
from backplan.planner.lookback.next_step import (
    A_STEP,
    TURNS_AHEAD,
    Wait,
    WaitKind,
    at_the_top,
    given_at,
    have_room,
    in_turn,
    takes,
    wait_of,
    weeks_after,
)
from backplan.planner.screen.bars import wishes
from backplan.planner.telling.help import help_for, ways, with_room
from backplan.planner.telling.spare import EVEN, could_hold_more, has_free_minutes, left_on
from backplan.rules.growth.done import ENOUGH
from backplan.rules.progress import aerobic_ramp

STILL = 2  # whole normal weeks without growth, of which it is told; our own inference
AGAIN = 4  # weeks after which it is told again; our own inference
KINDS = ("waits", "full", "turn")


class Stand(NamedTuple):
    """Where a week stands with its growth: whether it is a whole normal one, what it holds, its rungs and exercises,
    its longest aerobic bout, and how brisk each kind of aerobic work is.
    """

    whole: bool
    holds: Totals
    stood: Stood
    bout: int
    brisk: Mapping[str, int]


def waiting(laid: Laid) -> tuple[Notice, ...]:
    """What the parts wait for that did not grow lately, those of one reason in one sentence; of a week that is as the
    last one, that it is. A week shown before says no more than it did, and of that only what still holds.
    """
    parts = _standing_still(laid)
    shown = laid.standing.days.shown
    if shown is not None:
        parts = [part for part in parts if part in _parts_that_wait([shown])]
    waits = {part: wait_of(part, laid.standing) for part in parts}
    after = weeks_after(laid)
    full = _full([part for part in parts if waits[part] is None and not _rose_lately(part, laid)], laid, after)
    found = (*_waits(waits, laid.standing), *full, *_ready(laid, after))
    return found or (*_as_last_week(laid),)


After = Callable[[int], Laid]  # the week so many weeks after this one, found when it is asked for


# -- which parts stand still --------------------------------------------------------------------------------------


def _standing_still(laid: Laid) -> list[Part]:
    """The parts that did not grow for two whole normal weeks, of which nothing is said of late."""
    earlier = laid.standing.days.earlier
    now = _stand_now(laid)
    if not now.whole:
        return []
    stands = [*map(_stand_of, earlier), now]
    given: Sequence[Part] = ("aerobic",) if laid.question.case.easy_only else PARTS
    held = {kind for day in laid.days for kind in day.kinds}  # what no day holds falls short, which its row tells
    return [part for part in given if part in held and _stands_still(part, stands, earlier)]


def _stands_still(part: Part, stands: Sequence[Stand], earlier: Sequence[Week]) -> bool:
    still = list(takewhile(lambda pair: not grew(part, *pair), reversed(list(pairwise(stands)))))
    waited = _parts_that_wait(earlier[len(stands) - min(len(still) + 1, AGAIN) :]) if still else set()
    return sum(now.whole for _, now in still) >= STILL and part not in waited


def _rose_lately(part: Part, laid: Laid) -> bool:
    """Whether the level of a part rose in one of the weeks that count as a standstill, so that nothing else of it grew:
    no days were too full for it.
    """
    levels = [*(week.levels.get(part) for week in laid.standing.days.earlier[-STILL:]), laid.standing.levels.of[part]]
    return any(old and LEVELS.index(new) > LEVELS.index(old) for old, new in pairwise(levels) if new)


def _parts_that_wait(weeks: Sequence[Week]) -> set[str]:
    """The parts of which some weeks say what they wait for."""
    return {part for week in weeks for notice in week.notices if notice.kind in KINDS for part in notice.parts}


def _stand_now(laid: Laid) -> Stand:
    days, case = laid.standing.days, laid.question.case
    whole = case.kind.grows and not case.pain.returning and days.begun == days.every[0]
    whole = whole and not (days.only or days.paused or days.stopped)
    return Stand(
        whole,
        laid.holds or laid.totals,
        Stood(laid.chosen.climb.rungs, laid.chosen.calm_programme),
        laid.whole_step,
        laid.intensity,
    )


def _stand_of(week: Week) -> Stand:
    stood = Stood(week.rungs, week.calm_programme)
    return Stand(week.whole, week.holds or Totals(), stood, week.whole_step, week.intensity)


def grew(part: Part, before: Stand, now: Stand) -> bool:
    """Whether a part holds more than the week before: minutes, rounds or sets, a longer or a brisker bout, a longer
    dose or a harder exercise.
    """
    if part == "aerobic" and (now.bout > before.bout or _brisker(before.brisk, now.brisk)):
        return True
    higher = any(stepped(slot, before.stood, now.stood) for slot in SLOTS.get(part, ()))
    return higher or _more(part, before.holds, now.holds)


def _more(part: Part, before: Totals, now: Totals, least: int = 1) -> bool:
    """Whether a part has more of what is counted in it: minutes (so many at the least), or rounds and sets."""
    if part == "aerobic":
        return now.aerobic >= before.aerobic + least
    if part == "strength":
        return now.strength > before.strength
    return now.core > before.core or now.more > before.more


def _brisker(before: Mapping[str, int], now: Mapping[str, int]) -> bool:
    """Whether any kind of aerobic work is brisker than before."""
    return any(rung > before.get(kind, rung) for kind, rung in now.items())


# -- what the diary makes them wait for -----------------------------------------------------------------------------


def _waits(waits: Mapping[Part, Wait | None], standing: Standing) -> Iterator[Notice]:
    """The waits that are told, the parts with the same one together. The slow pace, the leg and coming back have
    notices of their own.
    """
    sentences: dict[str, list[Part]] = {}
    for part, wait in waits.items():
        if wait is not None and wait.kind not in TOLD_APART and (words := waits_for(part, wait, standing)):
            sentences.setdefault(words, []).append(part)
    for words, parts in sentences.items():
        yield Notice("waits", f"The next step in {_names(parts)} waits for {words}.", parts=tuple(parts))


TOLD_APART: frozenset[WaitKind] = frozenset({"leg", "back"})


def waits_for(part: Part, wait: Wait, standing: Standing) -> str:
    """What a part waits for, as the end of a sentence; "" for its turn at the slow pace, which is no standstill."""
    if wait.kind == "sessions":
        return counted(wait.sessions, "more good session", spelled=True)
    if wait.kind == "half":
        return _half(part, standing)
    if wait.kind == "too-much" and wait.on and wait.since:
        return f"{long_day(wait.on)}, as a session was too much on {dated([wait.since])}"
    return WAITS.get(wait.kind, "")


WAITS: Mapping[WaitKind, str] = {
    "leg": "pain that goes no further down your leg than at the start",
    "sign": "a week that begins seven days or more after what was new was cleared",
    "back": "a week that begins seven days or more after you came back",
    "calm": "a week that begins with pain near your usual",
    "flare": "a week that begins after the flare has settled",
    "creep": "a week in which pain rises no further: it has crept up over the last four",
    "pain": "pain that does not rise: in the last seven days it was 1 or more above the seven before, on average",
    "effort": "a session at an effort under 8: the last one was hard",
}


def _half(part: Part, standing: Standing) -> str:
    """Why fewer than half of last week's sessions were done: a pause, none planned, or none noted."""
    past = standing.past
    last = [past.starts - WEEK + timedelta(days=number) for number in range(7)]
    if paused(past.entries, last):
        return "a week after your pause, with half of its sessions done"
    half_done = past.done_percent(None, WEEK) >= ENOUGH  # and nothing of this part among it
    if half_done or not past.days_with(part, WEEK):
        return f"a week with sessions of {part} work: last week had none"
    if any(on in past.done_days and on not in past.whole_days for on in last):
        return "a week with half of its sessions done whole: part of one is welcome, and lets nothing grow yet"
    return "a week with half of its sessions noted as done, which last week was not"


def _as_last_week(laid: Laid) -> Iterator[Notice]:
    """That a whole normal week after another takes no step, as every part's turn comes with the next one."""
    standing, now, earlier = laid.standing, _stand_now(laid), laid.standing.days.earlier[-1:]
    before = standing.request.starts - WEEK
    last = [week for week in earlier if week.whole and shown_whole(week) and week.starts == before]
    if standing.days.shown is not None:
        yield from (each for each in standing.days.shown.notices if each.sentence == AS_LAST_WEEK)
    elif now.whole and last and not any(grew(part, _stand_of(last[0]), now) for part in PARTS):
        waits = [wait_of(part, standing) for part in PARTS]
        if all(wait is not None and wait.kind == "turn" for wait in waits):
            yield Notice("turn", AS_LAST_WEEK)


AS_LAST_WEEK = "This week asks for what the last one did, and that is fine: the next step may come next week."


def _names(parts: Sequence[str]) -> str:
    """The parts in words: core, strength and aerobic work."""
    return f"{', '.join(parts[:-1])} and {parts[-1]} work" if len(parts) > 1 else f"{parts[0]} work"


# -- single exercises on full days ---------------------------------------------------------------------------------


def _ready(laid: Laid, after: After) -> Iterator[Notice]:
    """The exercises that took no step for long though the rest of their part did, and for whose longer sets the days
    have no minutes, nor will have next week: told once, until they take one.
    """
    if laid.standing.days.shown is not None or not _stand_now(laid).whole or have_room(laid, A_STEP):
        return  # a week shown before keeps its words
    on_days = frozenset().union(*(day.exercises for day in laid.days))
    found = {key: words for part in SLOTS for key, words in _ready_of(part, laid) if key in on_days}
    found = {key: words for key, words in found.items() if not takes(laid.standing.by_id[key], after(1))}
    if found:
        yield Notice("full", f"{_full_days(laid)}, {READY} {'; '.join(found.values())}.", about=tuple(found))


READY = "so what is ready for longer sets waits for a few minutes more, and that is fine:"
READY_AFTER = 6  # whole normal weeks without a step; our own inference


def _ready_of(part: Part, laid: Laid) -> Iterator[tuple[str, str]]:
    """The exercises of a part that wait for minutes alone, each with its next step in words."""
    standing, climb, selection = laid.standing, laid.chosen.climb, laid.chosen.selection
    if wait_of(part, standing) is not None:
        return
    ladder, stepped_now = Ladder(selection), _slots_stepped(part, laid)
    for slot in SLOTS[part]:
        exercise = selection.by_id.get(climb.programme.get(slot, ""))
        if exercise is None or slot in stepped_now or not _still_for_long(slot, exercise.id, standing):
            continue
        rung = climb.rungs.get(exercise.id, 0)
        step = ladder.next_step(exercise, rung, Steps("longer", 1), climb.programme)
        if (
            step is None
            or step.partner
            or step.heavier
            or enough(exercise_run(standing.past, part, exercise.id)) is None
        ):
            continue
        now, then = (given_at(exercise, each, laid) for each in (rung, step.rung))
        if now != then and in_turn(exercise, laid):
            yield exercise.id, f"{exercise.name}, from {' to '.join(dose_step(now, then))}"


def _slots_stepped(part: Part, laid: Laid) -> list[str]:
    """The slots of a part that take a step this week."""
    stepped_now = {move.exercise for move in laid.chosen.lower.steps}
    return [slot for slot in SLOTS[part] if laid.chosen.lower.programme.get(slot) in stepped_now]


def _still_for_long(slot: str, exercise: str, standing: Standing) -> bool:
    """Whether what fills a slot took no step for long, and that was not told since."""
    last = standing.past.last_steps.get(slot)
    since = [week for week in standing.days.earlier if last is None or week.starts >= last]
    full = {key for week in since for notice in week.notices if notice.kind == "full" for key in notice.about}
    same = [week for week in since if week.whole and week.calm_programme.get(slot) == exercise]
    return len(same) >= READY_AFTER and exercise not in full


# -- full days, and the top -----------------------------------------------------------------------------------------


def _full(parts: Sequence[Part], laid: Laid, after: After) -> Iterator[Notice]:
    """Of parts that may grow and do not: that their turn comes, where the next week brings it; that the minutes of the
    days are full, where more would let one of them grow; else that a part stands at its top. A week shown before keeps
    its words while the days stay as they were.
    """
    shown = laid.standing.days.shown
    mine = [part for part in parts if part != "aerobic" or laid.question.therapy.walks is None]
    if shown is not None:
        same = shown.wishes == wishes(laid.standing.request.person)
        kept = (each for each in shown.notices if each.kind in ("full", "turn") and same)
        yield from (each for each in kept if set(each.parts) <= set(mine))
        return
    turns = {part: on for part in mine if (on := _turn_of(part, after)) is not None}
    mine = [part for part in mine if part not in turns]
    for on in sorted({*turns.values()}):
        turn = [part for part in turns if turns[part] == on]
        yield Notice("turn", f"The next step in {_names(turn)} {TURN.format(short_day(on))}", parts=tuple(turn))
    if mine:
        asked, done = with_room(laid), laid.question.done.totals

        def short_of(days: Sequence[Option]) -> tuple[int, ...]:
            return (int(not _grows(mine, laid, totals_of(done, days))),)

        found = help_for(laid, asked, short_of, lambda _row, anew: _grows(mine, laid, anew.totals))
        if words := ways(found, laid.question.case):
            yield Notice("full", f"{_stays(mine, laid)} {capital(words)} would make room for more.", parts=tuple(mine))
        else:
            yield from _at_the_top(mine, laid)


TURN = "comes in its turn, as it stands now in the week of {}: not everything grows in the same week, and that is fine."


def _turn_of(part: Part, after: After) -> date | None:
    """The Monday of the first of the next weeks that brings a part a step on these days, once all until then is done;
    None where none does, so that it is not its turn that the part waits for.
    """
    pairs = pairwise(after(later) for later in range(TURNS_AHEAD + 2))
    return next((now.standing.request.starts for before, now in pairs if _grew_by(part, before, now)), None)


def _grew_by(part: Part, before: Laid, now: Laid) -> bool:
    return grew(part, _stand_now(before), _stand_now(now))


def _stays(parts: Sequence[Part], laid: Laid) -> str:
    """That some parts stay as they are, and what keeps them: full days; days alike, where minutes are left; or high
    pain, under which a week holds no more in all than it would without.
    """
    stays = f"{_names(parts)} {'stays as it is' if len(parts) == 1 else 'stay as they are'}, and that is fine"
    case = laid.question.case
    if case.steady and not case.pain.returning:
        bare = best_layout(laid.question)
        if bare is not None and _grows(parts, laid, totals_of(laid.question.done.totals, bare.options)):
            return f"{capital(stays)}: {HIGH}"
    if has_free_minutes(laid) and could_hold_more(laid, parts):
        return f"{capital(stays)}. {EVEN}"
    return f"{_full_days(laid)}: {stays}."


def _full_days(laid: Laid) -> str:
    """Which days of a week are full, where others have some minutes left that hold nothing more."""
    full = [day for day in laid.days if day.sessions and left_on(laid, day) < A_STEP]
    free = [day for day in laid.days if day.sessions and left_on(laid, day) >= A_STEP]
    if not full or not free:
        return "Your days are full"
    names = (all_of([WEEKDAY_NAMES[day.weekday] for day in days]) for days in (full, free))
    return "{} {} full, and what is left on {} is too short for more".format(
        *(next(names), "is" if len(full) == 1 else "are", next(names))
    )


HIGH = "while your usual pain is high, a week asks no more of you in all than it would without that pain."


def _grows(parts: Sequence[Part], laid: Laid, then: Totals) -> bool:
    """Whether another week holds a step more of any of some parts than this one does."""
    return any(_more(part, laid.totals, then, LEAST_MINUTES) for part in parts)


def _at_the_top(parts: Sequence[Part], laid: Laid) -> Iterator[Notice]:
    for part in parts:
        if words := TOPS.get(_top(part, laid), ""):
            yield Notice("full", f"{capital(part)} work {words}", parts=(part,))


TOPS: Mapping[WaitKind | None, str] = {
    "level": "has come as far as your level goes: harder exercises come with the next one.",
    "high": "has come as far as your level goes: the next one waits until your usual pain is under 6, or whoever "
    "cleared you accepts it (`backplan prescribe accept-usual-pain`).",
    "asked": "has come as far as your level goes; advanced exercises are for who asks (`backplan init --only level`).",
    "top": "has come as far as this plan takes it. Keeping it up is what counts now.",
}


def _top(part: Part, laid: Laid) -> WaitKind | None:
    """Why no exercise of a part has a step left; None where one has."""
    if part == "aerobic":
        return "top" if laid.question.offer.bout >= aerobic_ramp.LONGEST else None
    selection, climb = laid.chosen.selection, laid.chosen.climb
    by_id = selection.by_id
    here = [by_id[key] for slot in SLOTS[part] if (key := climb.programme.get(slot)) in by_id]
    ladder, step = Ladder(selection), Steps("longer", 1)
    if not here or any(ladder.next_step(each, climb.rungs.get(each.id, 0), step, climb.programme) for each in here):
        return None
    kinds = {at_the_top(each, part, laid.standing, selection).kind for each in here}
    return next((kind for kind in TOPS if kind in kinds), None)
