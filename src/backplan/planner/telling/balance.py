"""Balance: what a week was asked to hold, what it holds, why it falls short, and what would help, computed."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType

from backplan.model.case import SHORTEST_BOUT, Case
from backplan.model.diary import sessions_by_day, sessions_done
from backplan.model.outcome import Part
from backplan.model.slots import CORE, STRENGTH
from backplan.model.vocabulary import WEEKDAYS, BlockKind
from backplan.model.week import Balance, Day
from backplan.model.wording import capital, counted, spaced
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.stock import stock_of
from backplan.planner.day.daily import pelvic_floor, walking
from backplan.planner.day.option import Option
from backplan.planner.day.pool import POOL_TRIP
from backplan.planner.diary.done import EASY_DAY, aerobic_minutes_done, as_done
from backplan.planner.growth.levels import PARTS
from backplan.planner.growth.standing import Standing
from backplan.planner.layout.asks import REST_DAY_FROM, aerobic_ask, prorated
from backplan.planner.layout.laid import Laid
from backplan.planner.layout.problem import Wanted
from backplan.planner.layout.question import Question
from backplan.planner.lookback.next_step import Wait, WaitKind, wait_of
from backplan.planner.screen.stops import Stop
from backplan.planner.telling.days import DaysIn, begun_late, days_in, want_of_days
from backplan.planner.telling.help import NO_HELP, Help, help_for, holds_with_room, ways, with_room
from backplan.planner.telling.prescribed import by_limit, prescribed_days
from backplan.planner.telling.spare import why_full, why_spare
from backplan.planner.telling.waiting import waits_for
from backplan.rules.target import TARGETS
from backplan.rules.target.aerobic import WHOLE, aim
from backplan.rules.target.balance_days import RULE as BALANCE
from backplan.rules.target.prescribed import RULE as PRESCRIBED


def balance(laid: Laid, *, room_told: bool = False) -> tuple[Balance, ...]:
    """One row a target: asked and got this week, the aim it grows towards, and why it falls short where it does, with
    what would help, unless a notice tells already what would make room (``room_told``).
    """
    rows = [*_prescribed_row(laid), *_rows(laid)]
    asked, room = {row.target: row.asked for row in rows}, cache(lambda: with_room(laid))
    by = why_short(laid, [row.target for row in rows if not row.met], room)
    found = cache(lambda: NO_HELP if room_told else help_for(laid, room(), lambda e: _short(laid, asked, e), _meets))
    return tuple(explained(rows, by, found))


def _meets(row: int, laid: Laid) -> bool:
    """Whether a week meets a row of those that are helped, and all before it."""
    rows = (*_prescribed_row(laid), *_rows(laid))
    return all(each.met for each in rows if each.target in _HELPED[: row + 1])


def _short(laid: Laid, asked: Mapping[str, int], days: Sequence[Option]) -> tuple[int, ...]:
    """By how much some days, together with what was done, fall short, in the order of ``_HELPED``."""
    done, wanted = laid.question.done, laid.question.problem.wanted
    short = (
        sum(_lacking(each, days, laid.question.case) for each in wanted),
        asked["core"] - done.core - done.core_alone - sum(day.core or _works(day, "core") for day in days),
        asked["aerobic"] - _minutes_done(laid) - sum(day.aerobic for day in days) - _beside(laid.question, days),
        asked["strength"]
        - done.strength
        - done.strength_alone
        - sum(day.strength or _works(day, "strength") for day in days),
        asked.get("water", 0) - done.water - sum(day.water for day in days),
        asked["active-days"] - done.active - sum(day.active for day in days),
    )
    return tuple(max(0, each) for each in short)


def _beside(question: Question, days: Sequence[Option]) -> int:
    """Aerobic minutes of what a therapist asks for every day, on the days without a session."""
    daily = sum(item.seconds_a_day for item in question.every_day.items if item.aerobic) // 60
    return daily * sum(not day.minutes for day in days)


def _lacking(wanted: Wanted, days: Sequence[Option], case: Case) -> int:
    """The days that a prescribed exercise lacks of those it should stand on; what is for every day stands beside days
    without a session, too.
    """
    item = case.prescription.item_for(wanted.exercise)
    if item is not None and item.through_the_day:
        return 0
    if item is not None and item.least_days == len(WEEKDAYS):
        return sum(wanted.exercise not in day.prescribed for day in days if day.minutes)
    return max(0, wanted.days - sum(wanted.exercise in day.prescribed for day in days))


def _works(day: Option, kind: BlockKind) -> bool:
    """Whether a day holds work of a kind, if prescribed exercises by themselves; the most of several has no blocks."""
    return any(block.kind == kind for block in (*day.blocks, *day.at_home))


def _prescribed_row(laid: Laid) -> list[Balance]:
    """The row of what a therapist wants on days of its own, from the days asked and held of each; none without it."""
    days = prescribed_days(laid).values()
    whole, got = (sum(each) for each in zip(*days, strict=True)) if days else (0, 0)
    return [Balance(PRESCRIBED.id, whole, got, whole, PRESCRIBED.unit)] if whole else []


def _rows(laid: Laid) -> Iterator[Balance]:
    """One row a target of our own: what is asked of this week, what it holds, and the aim."""
    targets, case = laid.question.targets, laid.question.case
    ahead = [day for day in laid.live if day.planned and day.on >= laid.standing.days.first]
    got, asked = _got(laid, ahead), _asked(laid, ahead)
    words = {on: word for on, word in sessions_by_day(laid.standing.request.entries).items() if word.done != "no"}
    clear = {on: word for on, word in words.items() if not word.any_part}  # of part of a session nobody knows the core
    held = [*ahead, *as_done((day for day in laid.days if day not in ahead), clear)]
    core = sum(b.seconds for day in held for b in day.blocks() if b.kind == "core") // 60
    for target in TARGETS:
        if target is PRESCRIBED or (target.id in UNASKED and not (targets[target.id] or got[target.id])):
            continue
        aim = _aerobic_aim(case) if target.id == "aerobic" else target.aim
        minutes = core if target.id == "core" else None
        yield Balance(target.id, asked[target.id], got[target.id], aim, target.unit, None, minutes)


def _aerobic_aim(case: Case) -> int:
    """The public goal, once sessions are whole ones."""
    return PUBLIC_GOAL if case.aerobic_step >= WHOLE else aim(case)


def _got(laid: Laid, ahead: Sequence[Day]) -> dict[str, int]:
    """What the week holds of each target, done and ahead."""
    floor, walks = {exercise.id for exercise in pelvic_floor(laid.question.selection)}, walking(laid.question.selection)
    done, works = laid.question.done, [day.works for day in ahead]
    return {
        "aerobic": _minutes_done(laid) + sum(day.aerobic_in_all for day in ahead),
        "core": done.core + done.core_alone + sum("core" in each for each in works),
        "strength": done.strength + done.strength_alone + sum("strength" in each for each in works),
        BALANCE.id: _balance_days(laid, ahead) if laid.question.targets[BALANCE.id] else 0,
        "stretch": done.stretch + sum(day.stretched for day in ahead),
        "water": done.water + sum(day.at_pool for day in ahead),
        "pelvic-floor": sum(_holds(day, floor) for day in laid.live),
        "walk-daily": sum(_holds(day, walks) for day in laid.live) if laid.question.targets["walk-daily"] else 0,
        "coping": sum(day.coping is not None for day in laid.live),
        "active-days": done.active + sum(day.active for day in ahead),
        "rest-days": sum(day.planned and not day.active for day in laid.live),
    }


def _minutes_done(laid: Laid) -> int:
    """Aerobic minutes done so far this week, those of what is for every day on days without a session among them."""
    rest = [day for day in laid.days if day.rest and day.on < laid.standing.days.first]
    noted = [entry for entry in laid.standing.request.entries if entry.kind == "session"]
    return laid.question.done.minutes + (aerobic_minutes_done(rest, noted) if rest else 0)


def _holds(day: Day, ids: Collection[str]) -> bool:
    """Whether a day holds one of some exercises, in a session or beside it."""
    if not ids:
        return False
    beside = (item.exercise for item in day.daily.items) if day.daily else ()
    return not {*day.exercises, *beside}.isdisjoint(ids)


def _balance_days(laid: Laid, ahead: Sequence[Day]) -> int:
    """The days that hold balance work, done and ahead."""
    steady = stock_of(laid.standing.request.exercises).balance
    done = sessions_done(laid.standing.request.entries)
    return sum(not steady.isdisjoint(day.exercises) for day in laid.days if day in ahead or day.on in done)


def _asked(laid: Laid, ahead: Sequence[Day]) -> dict[str, int]:
    """What is asked of this week for each target."""
    targets, share = laid.question.targets, laid.question.share
    offered, planned = min(share[1], targets["active-days"]), sum(day.pause is None for day in ahead)
    return {key: prorated(value, share) for key, value in targets.items()} | {
        "aerobic": aerobic_ask(laid.question.case, targets, share),
        BALANCE.id: prorated(min(share[1], targets[BALANCE.id]), share),
        "active-days": prorated(max(offered, min(3, targets["active-days"])), share),
        "pelvic-floor": min(targets["pelvic-floor"], planned),
        "walk-daily": min(targets["walk-daily"], planned),
        "coping": -(-targets["coping"] * planned // 7),
        "rest-days": targets["rest-days"] if len(ahead) >= REST_DAY_FROM else 0,
    }


UNASKED = ("water", "pelvic-floor", "walk-daily", BALANCE.id)  # rows that stand only where they are asked for
PUBLIC_GOAL = 150  # aerobic minutes a week (bull-2020)
# The rows of the balance that more minutes or days may help, in the order in which they are helped.
_HELPED = ("prescribed", "core", "aerobic", "strength", "water", "active-days")


class WhyShort(NamedTuple):
    """What a shortfall is explained by: the person, the parts that have an exercise, whether a therapist wants days of
    their own, the days that are stopped, how many are paused, how many went by without their session, and whether one
    was done in part; whether days of it were gentle, and that is over; whether no day may hold more than it did; why
    the parts hold no more that hold all they may have grown to; which days it has; why minutes are left that could hold
    more; whether a therapist chose the ways to cope; of what is full, though minutes are left on some days, what is so;
    why days are not stretched.
    """

    case: Case
    there: Mapping[str, bool]
    theirs: bool
    stopped: Mapping[date, Stop]
    no_more: str
    capped: Mapping[str, str] = MappingProxyType({})
    paused: int = 0
    gone_by: int = 0
    in_part: bool = False
    was_gentle: bool = False
    days: DaysIn = DaysIn()
    spare: Mapping[str, str] = MappingProxyType({})
    theirs_to_cope: bool = False
    full: Mapping[str, str] = MappingProxyType({})
    unstretched: str = ""


def why_short(laid: Laid, short: Collection[str], room: Callable[[], Question]) -> WhyShort:
    """What the shortfalls of a week are explained by: ``short`` are the rows with one, ``room`` asks what a week would
    hold in which every part may take its next step.
    """
    slots, asked, days, found = laid.chosen.programme, laid.question, laid.standing.days, days_in(laid)
    there = {
        "core": any(slot in slots for slot in CORE),
        "strength": any(slot in slots for slot in STRENGTH),
        BALANCE.id: "balance" in slots,
        "aerobic": asked.selection.can_walk(),
        "pelvic-floor": bool(pelvic_floor(asked.selection)),
    }
    capped = _why_capped(laid, found, _short_parts(laid, short), room)
    return WhyShort(
        case=asked.case,
        there=there,
        theirs=bool(asked.therapy.days),
        stopped=days.stopped,
        no_more=_no_more(laid),
        capped=capped,
        paused=sum(WEEKDAYS[day.weekday()] in days.person.minutes for day in days.paused),
        gone_by=_gone_by(laid),
        in_part=_in_part(laid),
        was_gentle=laid.standing.back is not None or (days.shown is not None and days.shown.eased),
        days=found,
        theirs_to_cope=any(day.coping for day in laid.days),
        full=why_full(laid, list(short)),
        unstretched=_why_unstretched(laid) if "stretch" in short else "",
        spare=why_spare(laid, [row for row in short if row not in capped]) if asked.case.kind.grows else {},
    )


def _why_unstretched(laid: Laid) -> str:
    """Why fewer days are stretched than are asked: those ahead are full; or days gone by, or what they left out; or
    there is no need of more days.
    """
    case, days = laid.question.case, laid.standing.days
    ahead = [day for day in laid.live if day.planned and day.on >= days.first and day.sessions]
    free = [days.person.minutes.get(WEEKDAYS[day.on.weekday()], 0) - day.minutes for day in ahead if not day.stretched]
    if free:
        return FULL_DAYS if max(free) < A_STRETCH else _why_unfilled(laid)
    if _gone_by(laid):
        return GONE_BY
    held = [day for day in days.shown.days if day.on < days.first and day.stretched] if days.shown else []
    if len(held) > laid.question.done.stretch:
        return LESS_STRETCHED
    return GENTLE if case.kind.gentle else FITS.format(counted(len(ahead) + len(held), "day", spelled=True))


def _why_unfilled(laid: Laid) -> str:
    """Why days that are not full hold no stretching: something else than the minutes offered limits them."""
    limit = laid.question.case.prescription.limit
    if limit and limit.minutes:
        return capital(f"{by_limit(limit)}.")
    if laid.question.case.kind.gentle:
        return GENTLE
    return _no_more(laid) or NOT_ALL


def _no_more(laid: Laid) -> str:
    """Why no day holds more than it did; "" where one may."""
    standing = laid.standing
    return NO_MORE.format(TOO_MUCH if standing.bad else A_GAP) if standing.no_more else ""


def _short_parts(laid: Laid, short: Collection[str]) -> list[Part]:
    """The parts that fall short and hold all they may; walks, too, where they are all there is for more active days."""
    walks = laid.question.case.easy_only and "active-days" in short
    return [part for part in _capped(laid) if part in short or (walks and part == "aerobic")]


def _capped(laid: Laid) -> list[Part]:
    """The parts of a week that hold all they may have grown to, which more minutes would not help; where walks are all
    there is, minutes too few for one more walk are none.
    """
    caps, held = laid.question.caps, laid.totals
    if laid.question.case.easy_only:
        held = held._replace(aerobic=held.aerobic + SHORTEST_BOUT - 1)
    return [part for part in PARTS if getattr(held, part) >= getattr(caps, part)]


def _why_capped(laid: Laid, days: DaysIn, parts: Sequence[Part], room: Callable[[], Question]) -> Mapping[str, str]:
    """Why some parts hold no more that hold all they may: the week began late; what their next step waits for; the week
    is one of the first; or they have just taken one. Not those of which the days would hold no more if they might.
    """
    if days.late:
        return dict.fromkeys(parts, begun_late(days))
    waits = {part: wait_of(part, laid.standing) for part in parts}
    soon = [part for part, wait in waits.items() if wait is None or wait.kind in COMES_BY_ITSELF]
    could = holds_with_room(room()) if soon and laid.question.case.kind.grows else laid.totals
    full = [part for part in soon if getattr(could, part) <= getattr(laid.totals, part)]
    return {part: _why_waits(part, waits[part], laid.standing) for part in parts if part not in full}


def _why_waits(part: Part, wait: Wait | None, standing: Standing) -> str:
    if standing.days.number <= FIRST_WEEKS:
        return GROWS
    if wait is None:
        return STEPPED
    words = waits_for(part, wait, standing)
    return f"It grows again after this: {words}." if words else NOT_YET


COMES_BY_ITSELF: Collection[WaitKind] = ("sessions", "turn")


def _gone_by(laid: Laid) -> int:
    """How many sessions of this week were let go, or their days passed without a word."""
    days, request = laid.standing.days, laid.standing.request
    if days.shown is None:
        return 0
    done = sessions_done(request.entries)
    gone = [day for day in days.shown.days if day.on < days.first and day.sessions and day.on not in days.paused]
    return sum(day.on not in done for day in gone)


def _in_part(laid: Laid) -> bool:
    """Whether a session of this week was done in part."""
    days, words = laid.standing.days, sessions_by_day(laid.standing.request.entries)
    return any(words[day].done == "part" for day in days.every if day in words and day < days.first)


def explained(found: Sequence[Balance], by: WhyShort, help_with: Callable[[], Help]) -> Iterator[Balance]:
    """The rows of a balance, with a reason wherever one falls short, and what would help where that is known."""
    none = not by.case.kind.grows or by.case.acute or by.no_more or by.case.pain.leg_down
    helped = none or bool(by.stopped or by.paused or by.gone_by or by.in_part or by.was_gentle)
    for row in found:
        if row.met:
            yield _set_aside(row, by.case)
            continue
        reason = _why_short(row, by)
        adds = row.target == "water" and reason == by.days.adds_pool
        if row.target in _HELPED and not (helped or adds) and _part_of(row, by.case) not in {*by.capped, *by.spare}:
            found_help = help_with()
            helped = found_help.row == _HELPED.index(row.target)
            sentence = _help_sentence(found_help, row.target, by.case)
            reason = f"{reason} {sentence}".strip()
        yield row._replace(reason=reason)


def _set_aside(row: Balance, case: Case) -> Balance:
    """Say why nothing was asked for, where a normal week would ask."""
    if row.asked or row.got or row.target in (*UNASKED, "rest-days"):
        return row
    if not case.kind.trains:
        return row._replace(reason="At a pain of 8 or more only ways to cope are given.")
    if case.acute:
        return row._replace(reason="It waits for a week at a pain of 2 or less, or until the pain is six weeks old.")
    if "birth-first-weeks" in case.tags:
        return row._replace(reason="It waits until six weeks after the birth.")
    return row._replace(reason="It waits until six weeks after the operation." if case.easy_only else None)


def _why_short(row: Balance, by: WhyShort) -> str:  # noqa: PLR0911 - one a reason
    """Why a row falls short, by the first thing that holds it back."""
    case, days = by.case, len(by.case.person.minutes)
    if by.stopped:
        return "Some days of this week are stopped; see above."
    if not by.there.get(row.target, True):
        part = spaced(row.target.removesuffix("-days"))
        return f"No {part} exercise is left for you with what you told us; a physiotherapist can find one."
    if row.target == "stretch" and not by.paused:
        return f"You offered {counted(days, 'day', spelled=True)}." if days < row.asked else by.unstretched
    if row.target == "rest-days":
        return REST_LATER if min(case.person.minutes.values(), default=0) > EASY_DAY else SHORT_DAYS
    if row.target == "water" and max(case.person.minutes.values(), default=0) < POOL_TRIP:
        return "The trip to a pool is not worth it for days this short."
    if row.target == "active-days" and days <= row.got:
        return f"You offered {counted(days, 'day', spelled=True)}. {_walks_count(case)}"
    if case.kind.gentle or case.steady:
        return GENTLE if case.kind.gentle else QUARTERS
    if row.target == PRESCRIBED.id:
        return "What is missing, and why, is told above."
    if by.no_more:
        return by.no_more
    if by.paused:
        what = "Your pause and the days gone by take" if by.gone_by else "Your pause takes"
        return f"{what} {counted(by.paused + by.gone_by, 'day')} of this week, and that is fine."
    if (part := _part_of(row, case)) in by.capped:
        return by.capped[part]
    if smaller := _smaller(by):
        return smaller
    return want_of_days(row, by.days) or _full_days(row, days, by) if days else "You offered no day this week."


def _smaller(by: WhyShort) -> str:
    """What makes a whole week smaller than it might be: what was not done of it, gentle days, or pain down the leg."""
    if by.gone_by or by.in_part:
        return GONE_BY if by.gone_by else IN_PART
    if by.was_gentle:
        return WAS_GENTLE
    return LEG if by.case.pain.leg_down else ""


def _part_of(row: Balance, case: Case) -> str:
    """What a row is made of: active days, where walks are all there is, of walks."""
    return "aerobic" if row.target == "active-days" and case.easy_only else row.target


def _hold_no_more(days: int, case: Case) -> str:
    """That the minutes of the days hold no more: those that were offered, or those that a therapist allows."""
    limit, offered = case.prescription.limit, case.person.minutes.values()
    if limit and limit.minutes and limit.minutes < max(offered, default=0):
        return f"{by_limit(limit)}."
    return f"the minutes of your {counted(days, 'day', spelled=True)} hold no more."


def _full_days(row: Balance, days: int, by: WhyShort) -> str:
    """That the minutes of the days hold no more; of active days, that there was no need of them all."""
    if row.target in by.spare:
        return by.spare[row.target]
    if row.target == "coping":
        return THEIR_COPING if by.theirs_to_cope else NO_COPING
    if row.target == "active-days":
        return FITS.format(counted(row.got, "day", spelled=True))
    held = by.full.get(row.target) or _hold_no_more(days, by.case)
    return f"Beside what your therapist asked for, {held}" if by.theirs else capital(held)


THEIR_COPING = "Your therapist chose the days for it."
NO_COPING = "No way to cope is left for you with what you told us."
FULL_DAYS = "Days this full leave little time to stretch; stretch when you like, it does no harm."
LESS_STRETCHED = "What was done held less of it than was planned; stretch when you like, it does no harm."
NOT_ALL = "Not every day of this week has it; stretch when you like, it does no harm."
NO_MORE = "After {}, no day holds more than it did."
TOO_MUCH, A_GAP = "a session that was too much", "days without a session"
A_STRETCH = 5  # minutes that stretching may take, with getting down to it and up
SHORT_DAYS = "Every day you offered is needed; the short days stand in for a rest."
REST_LATER = "Every day you offered is needed; leave one out whenever you need a rest."
A_WALK = 10  # minutes
GROWS = "The first weeks start small; it comes as the weeks grow."
FIRST_WEEKS = 3  # in which a plan is small because it has just begun; our own inference
STEPPED = "It grows a step at a time, and this week holds all it may by now."
NOT_YET = "It grows a step at a time, and its next one may come next week."
FITS = "What this week holds fits into {}."
GENTLE = "A gentle week holds less, and that is right."
QUARTERS = "With pain this high the week holds about three quarters, and grows slowly."
LEG = "While pain goes further down your leg than at the start, the week stays small, and that is right."
GONE_BY = "What the days gone by held need not all be made up for."
WAS_GENTLE = "Some days of this week were gentle ones and held less, and that is right."
IN_PART = "Part of a session is welcome; what it left out need not be made up for."


def _help_sentence(found: Help, target: str, case: Case) -> str:
    if found.row is None or found.row != _HELPED.index(target):
        return ""
    words = ways(found, case)
    walks = _walks_count(case) if target == "aerobic" else ""
    return f"{capital(words)} would do it. {walks}".rstrip() if words else walks


def _walks_count(case: Case) -> str:
    """That walks on other days count, of minutes that are borne."""
    if (minutes := case.longest_in("walking")) >= A_WALK:
        return "Ten-minute walks on other days count, too."
    return f"Walks of {minutes} minutes on other days count, too."
