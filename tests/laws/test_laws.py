"""Laws of every week, for people and diaries of every kind: what must never happen, whoever it is.

The judge (tests/support/judge.py) shares no code with the rules or the planner. Examples are the same on every run;
more of them, and new ones each time, with ``BACKPLAN_EXAMPLES=2000 pytest tests/laws/test_laws.py``.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from backplan.model.diary import LogEntry
from backplan.model.exercise import Exercise
from backplan.model.person import Birth, Clearance, Flag, HealthChange, Person, Pregnancy, Surgery
from backplan.model.vocabulary import LEGS, PLACES, WEEKDAYS, Leg, Place
from backplan.model.week import Day, Week
from backplan.model.week_kind import WEEK_KINDS
from backplan.planner.request import Request
from backplan.planner.screen import stops
from backplan.planner.week import make_week
from backplan.rules.heart import HEART
from backplan.rules.red_flags import RED_FLAGS
from backplan.store.documents import OF_PERSON
from tests.support import judge
from tests.support.everybody import PEOPLE, chance, of_everybody
from tests.support.examples import law
from tests.support.people import person as plain_person
from tests.support.planned import exercises, planned
from tests.support.random_people import MODALITIES
from tests.support.strategies import AEROBIC_KINDS, by_id, people, requests

BACK = {"low-back", "upper-back"}


def fresh_days(request: Request, week: Week) -> list[Day]:
    """The days this planning laid out: from today on, but not a day of today's that was done and stays as shown."""
    kept = next((old for old in reversed(request.weeks) if old.starts == week.starts), None)
    done = {e.on for e in request.entries if e.kind == "session" and e.done in ("all", "part")}
    days = [day for day in week.days if day.planned and day.on >= request.today]
    return [day for day in days if not (kept and day.on in done and day == kept.day(day.on))]


def known(request: Request, week: Week, on: date) -> judge.Known:
    return judge.known(request.person, on, week.mode, week.level, week.levels, request.entries)


def allowed(request: Request, week: Week) -> list[Exercise]:
    """What nothing bars on any day that was laid out, and what can be done somewhere."""
    person = request.person
    fresh = (day.on for day in fresh_days(request, week) if not stops.stop(person, day.on))
    days = dict.fromkeys(known(request, week, on) for on in fresh)  # mostly all are alike
    return [
        exercise
        for exercise in exercises()
        if judge.doable_somewhere(exercise, person) and not any(judge.barred(exercise, person, day) for day in days)
    ]


# (a) Safety: nothing that anything bars is in a week, wherever one looks.


@of_everybody(requests())
def test_nothing_that_is_barred_on_a_day_is_ever_in_it(request: Request) -> None:
    week = planned(request)
    for day in fresh_days(request, week):
        state = known(request, week, day.on)
        for item in judge.everything(day):
            exercise = by_id()[item.exercise]
            assert judge.barred(exercise, request.person, state) is None, (day.on, item.exercise, state)
            assert judge.doable_somewhere(exercise, request.person), (day.on, item.exercise)


@of_everybody(requests(history=False))
def test_the_kind_of_week_is_what_todays_pain_allows(request: Request) -> None:
    """Without a diary: with one, a flare settles in steps, which this second opinion does not follow."""
    week = planned(request)
    pain = judge.pain_mode(request.person, request.entries, request.today)
    first = min((day.on for day in fresh_days(request, week)), default=week.starts + timedelta(days=6))
    new = judge.known(request.person, first, pain, week.level).new
    assert week.mode == (pain if pain != "normal" else "acute" if new else "normal")


@of_everybody(requests())
def test_nothing_at_all_is_given_on_a_day_that_is_stopped(request: Request) -> None:
    week = planned(request)
    for day in fresh_days(request, week):
        if stops.stop(request.person, day.on):
            assert not list(judge.everything(day)), day.on


@of_everybody(requests())
def test_the_programme_names_nothing_that_is_barred(request: Request) -> None:
    week = planned(request)
    possible = {exercise.id for exercise in allowed(request, week)}
    assert set(week.programme.values()) <= possible


# (b) Care.


@of_everybody(requests())
def test_what_needs_care_is_given_mildly_says_so_and_only_where_nothing_plainer_serves(request: Request) -> None:
    week = planned(request)
    fit = allowed(request, week)
    for day in fresh_days(request, week):
        state = known(request, week, day.on)
        for place, kind, item in [
            *((place, block.kind, item) for place, block, item in judge.items(day)),
            *((None, block.kind, item) for block in day.beside for item in block.items),
        ]:
            exercise = by_id()[item.exercise]
            if not judge.needs_care(exercise, state):
                continue
            assert item.caution, (item.exercise, "does not say that it needs care")
            assert item.dose.minutes is not None or item.dose.sets == 1, item
            plainer = [
                other.id
                for other in fit
                if not judge.needs_care(other, state) and serves_as_well(other, exercise, kind, place, request.person)
            ]
            assert not plainer, (day.on, kind, place, item.exercise, plainer)


def serves_as_well(other: Exercise, exercise: Exercise, kind: str, place: Place | None, person: Person) -> bool:
    """Whether another exercise could do the job of one in a part of a session."""
    if kind == "coping":
        return "coping" in other.use and (other.dose.minutes or 99) <= 5
    if kind == "aerobic" and place != "pool":
        somewhere: tuple[Place, ...] = ("home", "outdoors")
        borne = person.comfortable_in(other.modality) >= person.comfortable_in(exercise.modality)
        there = any(judge.doable(other, p, person) for p in somewhere)
        return other.slot == "aerobic" and "main" in other.use and borne and there
    if place is None or not judge.doable(other, place, person) or other.slot != exercise.slot:
        return False
    if kind == "warm-up":
        return "warm-up" in other.use and exercise.slot == "aerobic" and not set(other.equipment) - judge.AT_ANY_HOME
    if kind in ("cool-down", "stretch"):
        return "cool-down" in other.use and other.areas[0] in exercise.areas
    return "main" in other.use and other.block == exercise.block


@of_everybody(requests())
def test_care_is_claimed_only_where_it_is_needed(request: Request) -> None:
    week = planned(request)
    states = [known(request, week, day.on) for day in fresh_days(request, week)]
    for day in fresh_days(request, week):
        for item in judge.everything(day):
            if item.caution:
                exercise = by_id()[item.exercise]
                assert any(judge.needs_care(exercise, s) or judge.on_the_bed(exercise, s) for s in states), item


# (c) The balance says the truth.


@of_everybody(requests())
def test_the_balance_counts_what_the_days_hold_and_gives_a_reason_for_what_they_lack(request: Request) -> None:
    week = planned(request)
    rows = {row.target: row for row in week.balance}
    done = done_before(request, week)
    ahead = fresh_days(request, week)
    counted = {
        "aerobic": done["aerobic"] + sum(judge.aerobic_minutes(day) for day in ahead),
        "core": done["core"] + sum(judge.holds(day, "core") for day in ahead),
        "strength": done["strength"] + sum(judge.holds(day, "strength") for day in ahead),
        "stretch": done["stretch"] + sum(judge.holds(day, "cool-down", "stretch") for day in ahead),
        "active-days": done["active"] + sum(bool(day.sessions) for day in ahead),
        "water": done["water"] + sum(judge.at_the_pool(day) for day in ahead),
    }
    assert {"aerobic", "core", "strength", "stretch", "coping", "active-days", "rest-days"} <= set(rows)
    for target, row in rows.items():
        assert row.got == counted.get(target, row.got), (target, row, counted[target])
        assert row.as_dict()["met"] is (row.got >= row.asked)
        assert row.met or row.reason, row
        assert row.asked >= 0 <= row.got
    floors = {"active-days": 3, "core": 2, "strength": 1}
    whole_week = len(ahead) == 7 and week.mode == "normal" and not any(stops.stop(request.person, d.on) for d in ahead)
    for target, floor in floors.items():
        if whole_week:
            assert rows[target].got >= floor or rows[target].reason, rows[target]


def done_before(request: Request, week: Week) -> dict[str, int]:
    """What the diary says of this week before the days that were laid out."""
    found = dict.fromkeys(("aerobic", "core", "strength", "stretch", "active", "water"), 0)
    laid_out = {day.on for day in fresh_days(request, week)}
    shown = next((old for old in reversed(request.weeks) if old.starts == week.starts), None)
    active = set()
    for entry in request.entries:
        if entry.on in laid_out or not week.starts <= entry.on <= request.today or entry.kind != "session":
            continue
        day = shown.day(entry.on) if shown else None
        if day is None or entry.done == "no":
            continue
        active.add(entry.on)
        minutes = judge.aerobic_minutes(day)
        found["aerobic"] += minutes if entry.done == "all" else minutes // 2
        if entry.done == "all":
            found["core"] += judge.holds(day, "core")
            found["strength"] += judge.holds(day, "strength")
            found["stretch"] += judge.holds(day, "cool-down", "stretch")
            found["water"] += judge.at_the_pool(day)
    return found | {"active": len(active)}


# (d) Minutes.


@of_everybody(requests())
def test_the_minutes_are_true_and_within_what_was_offered(request: Request) -> None:
    week = planned(request)
    for day in week.days:
        for session in day.sessions:
            old = judge.is_old(request.person, request.starts)
            assert session.minutes == judge.minutes_of(day, session, by_id(), old=old), (day.on, session)
            given_seconds = [item.seconds for block in session.blocks for item in block.items]
            assert given_seconds == judge.true_seconds(day, session, by_id(), old=old), (day.on, session)
    level = min(week.levels.values(), key=judge.LEVELS.index)
    assert week.level == level
    for day in fresh_days(request, week):
        offered = request.person.minutes.get(day.weekday, 0)
        most = min(offered, judge.LONGEST_DAY[level])
        if known(request, week, day.on).new:
            most = min(most, 30)
        if week.mode == "flare":
            most = min(most, 20, max(15, most // 2))
        assert day.minutes <= most, (day.on, day.minutes, most)
        assert sum(session.minutes for session in day.sessions) == day.minutes
        ways = day.coping.items if day.coping else ()
        assert len(ways) <= (2 if week.mode == "coping-only" else 1)
        assert all(way.seconds <= 300 for way in ways)


# (e) The same for the same.


@of_everybody(requests())
def test_the_same_request_gives_the_same_week_before_and_after_the_store(request: Request) -> None:
    week = planned(request)
    stored = Week.of(json.loads(json.dumps(week.document())))
    assert stored == week
    assert stored.document() == week.document()
    through = request._replace(
        person=OF_PERSON.read(json.loads(json.dumps(OF_PERSON.write(request.person)))),
        weeks=tuple(Week.of(json.loads(json.dumps(old.document()))) for old in request.weeks),
    )
    assert make_week(through) == week


# (f) More pain, never a heavier week.


def weight(week: Week) -> dict[str, int]:
    return {
        "minutes": judge.minutes(week),
        "sets": judge.sets(week),
        "aerobic minutes": sum(judge.aerobic_minutes(day) for day in week.days),
    }


@of_everybody(requests(history=False), most=40)
def test_more_pain_now_is_never_a_heavier_week(request: Request) -> None:
    lighter_pain, worse_pain = sorted(chance(request).sample(range(11), 2))
    less, more = (
        weight(make_week(request._replace(person=request.person._replace(pain=request.person.pain._replace(now=now)))))
        for now in (lighter_pain, worse_pain)
    )
    assert all(more[key] <= less[key] for key in less), (lighter_pain, less, worse_pain, more)


@of_everybody(requests(midweek=False), people=30)
def test_more_pain_this_morning_is_never_a_heavier_week(request: Request) -> None:
    """The same through the diary: whoever wrote sessions at high pain, and whoever did not."""
    lighter_pain, worse_pain = sorted(chance(request).sample(range(11), 2))
    less, more = (
        weight(make_week(request._replace(entries=(*request.entries, LogEntry(request.today, "pain", pain=now)))))
        for now in (lighter_pain, worse_pain)
    )
    assert all(more[key] <= less[key] for key in less), (lighter_pain, less, worse_pain, more)


@of_everybody(requests(), most=25)
def test_pain_further_down_the_leg_is_never_a_heavier_week(request: Request) -> None:
    nearer, further = sorted(chance(request).sample(LEGS, 2), key=LEGS.index)
    less, more = (
        weight(make_week(request._replace(entries=(*request.entries, LogEntry(request.today, "pain", leg=leg)))))
        for leg in (nearer, further)
    )
    assert all(more[key] <= less[key] for key in less), (nearer, less, further, more)


@of_everybody(requests(), most=25)
def test_pain_answered_further_down_the_leg_is_never_a_heavier_week(request: Request) -> None:
    nearer, further = sorted(chance(request).sample(LEGS, 2), key=LEGS.index)
    person, entries = request.person, tuple(entry._replace(leg=None) for entry in request.entries)
    less, more = (
        weight(make_week(request._replace(person=person._replace(pain=person.pain._replace(leg=leg)), entries=entries)))
        for leg in (nearer, further)
    )
    assert all(more[key] <= less[key] for key in less), (nearer, less, further, more)


@of_everybody(requests(midweek=False, history=False), most=30)
def test_from_normal_to_flare_to_coping_only_a_week_gets_lighter(request: Request) -> None:
    usual = min(request.person.pain.usual, 5)
    person = request.person._replace(pain=request.person.pain._replace(usual=usual, now=usual))
    normal = make_week(request._replace(person=person, entries=()))
    said = make_week(request._replace(person=person, entries=(LogEntry(request.today, "flare"),)))
    severe = make_week(request._replace(person=person._replace(pain=person.pain._replace(now=9)), entries=()))
    assert (said.mode, severe.mode) == ("flare", "coping-only")
    for heavier, lighter in ((normal, said), (said, severe)):
        less, more = weight(heavier), weight(lighter)
        assert all(more[key] <= less[key] for key in less), (heavier.mode, less, lighter.mode, more)
    assert not any(weight(severe).values())


@of_everybody(requests(history=False), most=30)
def test_more_of_the_heart_is_never_a_heavier_week(request: Request) -> None:
    key = chance(request).choice([rule.id for rule in HEART])
    clearance = Clearance("doctor", request.today - timedelta(days=3), (key,))
    sound = request.person._replace(heart=(), clearance=clearance)
    ill = sound._replace(heart=(Flag(key, request.today),))
    assert stops.stop(ill, request.today) == stops.stop(sound, request.today)
    less, more = (weight(planned(request._replace(person=each))) for each in (ill, sound))
    assert all(less[each] <= more[each] for each in less), (key, less, more)


SIGNS = (*(rule.id for rule in RED_FLAGS), *(rule.id for rule in HEART if rule.kind == "sign"))


@of_everybody(requests(history=False), most=60)
def test_worse_in_any_answers_at_once_is_never_a_heavier_week(request: Request) -> None:
    """More pain, pain further down the leg and more signs, whether or not a clinician knows of them."""
    by = chance(request)
    pain, leg, signs, known = by.randint(0, 4), by.choice(LEGS), by.sample(SIGNS, by.randint(0, 3)), by.random() < 0.5
    worse = worse_off(request.person, pain, leg, signs, known=known, on=request.today)
    less, more = (weight(planned(request._replace(person=each))) for each in (request.person, worse))
    assert all(more[key] <= less[key] for key in less), (pain, leg, signs, less, more)
    if signs and not known:
        assert stops.stop(worse, request.today) is not None, signs


def worse_off(person: Person, pain: int, leg: Leg, signs: list[str], *, known: bool, on: date) -> Person:
    """The same person with so much more pain, pain at least so far down the leg, and these signs as new."""
    said = person.pain
    deeper = max(said.leg, leg, key=LEGS.index)
    clearance = person.clearance
    if clearance is not None:
        known_signs = [*clearance.knows, *signs] if known else [key for key in clearance.knows if key not in signs]
        clearance, on = clearance._replace(knows=tuple(known_signs)), clearance.on if known else on
    heart = [Flag(sign, on) for sign in signs if sign in {rule.id for rule in HEART}]
    flags = [Flag(sign, on) for sign in signs if sign not in {flag.id for flag in heart}]
    return person._replace(
        pain=said._replace(now=min(10, said.now + pain), leg=deeper),
        flags=(*person.flags, *flags),
        heart=(*(person.heart or ()), *heart) if heart else person.heart,
        clearance=clearance,
    )


@of_everybody(requests(history=False), most=40)
def test_high_blood_pressure_holds_nothing_long_hard_or_wet(request: Request) -> None:
    person = request.person
    request = request._replace(person=person._replace(conditions=(*person.conditions, "bp-uncontrolled")))
    for day in make_week(request).days:
        for _, _, item in judge.items(day):
            assert item.dose.hold_s <= 6, (day.on, item)
            assert judge.effort(by_id()[item.exercise]) == 1, (day.on, item)
            assert not judge.wet(by_id()[item.exercise]), (day.on, item)


@of_everybody(requests(history=False), most=40)
def test_whoever_needs_balance_has_it_on_each_day_with_core_or_strength(request: Request) -> None:
    person = request.person
    request = request._replace(person=person._replace(conditions=(*person.conditions, "balance-poor")))
    week = planned(request)
    balanced = {slot for slot, key in week.programme.items() if slot.endswith("balance")}
    for day in week.days if week.kind.grows else ():
        at_the_pool = judge.at_the_pool(day)
        slot = "water:balance" if at_the_pool else "balance"
        if judge.holds(day, "core", "strength") and slot in balanced:
            if at_the_pool and judge.needs_care(by_id()[week.programme[slot]], known(request, week, day.on)):
                continue  # a visit has enough that needs care
            assert any(by_id()[item.exercise].slot == "balance" for _, _, item in judge.items(day)), day


# (g) The shape of a week.


@of_everybody(requests())
def test_a_week_keeps_to_its_days_and_places(request: Request) -> None:
    week = planned(request)
    person = request.person
    skipped = {entry.on for entry in request.entries if entry.kind == "session" and entry.done == "no"}
    before = {day.on: day for old in request.weeks for day in old.days}
    before |= {day.on: day for day in week.days if day.on < request.today}
    before = {on: day for on, day in before.items() if on not in skipped}
    days = fresh_days(request, week)
    all_days = before | {day.on: day for day in days}
    for day in days:
        if day.sessions:
            assert day.weekday in person.minutes, day.on
        pools = [session for session in day.sessions if session.place == "pool"]
        assert len(day.sessions) <= 2
        assert not pools or len(day.sessions) == 1, "home work or a second visit on a pool day"
        if pools and person.pool_days:
            assert day.weekday in person.pool_days
        yesterday = all_days.get(day.on - timedelta(days=1))
        if yesterday:
            assert not (pools and judge.at_the_pool(yesterday)), day.on
            assert not (judge.holds(day, "strength") and judge.holds(yesterday, "strength")), day.on
        for place, block, item in judge.items(day):
            assert place in PLACES
            assert judge.doable(by_id()[item.exercise], place, person), (day.on, place, block.kind, item.exercise)
        assert all(session.blocks and all(block.items for block in session.blocks) for session in day.sessions)
        together = [session.place for session in day.sessions]
        assert len(together) == len(set(together)), "two visits to one place"
    counts = {kind: sum(judge.holds(day, kind) for day in days) for kind in ("core", "strength")}
    assert counts["core"] <= 4, "more than every other day"
    assert counts["strength"] <= 2
    assert sum(judge.at_the_pool(day) for day in days) <= 2


# (h) A programme, not a lottery.


def week_after(request: Request, first: Week) -> Week:
    """The next week of somebody who has only that one behind them."""
    starts = request.starts + timedelta(days=7)
    return planned(request._replace(starts=starts, today=starts, weeks=(first,)))


@law(PEOPLE)
@given(requests(midweek=False, history=False))
def test_core_and_strength_stay_next_week_when_nothing_changed(request: Request) -> None:
    days = [request.starts + timedelta(days=n) for n in range(14)]
    assume(not any(stops.stop(request.person, day) for day in days))
    assume(len({judge.known(request.person, day, "", "", None, request.entries) for day in days}) == 1)
    first = planned(request)
    assume(first.mode == "normal")
    second = week_after(request, first)
    assume(second.mode == "normal" and (first.level, first.levels) == (second.level, second.levels))
    assert second.programme == first.programme
    assert not [change for change in second.changes if change.kind != "sets"]


@of_everybody(requests())
def test_no_stretch_for_the_back_stands_in_every_session_where_two_are_plain(request: Request) -> None:
    week = planned(request)
    fresh = fresh_days(request, week)
    care = [known(request, week, day.on) for day in fresh]
    swapped = {swap.exercise for swap in request.swaps}
    plain = [
        exercise
        for exercise in allowed(request, week)
        if exercise.slot == "stretch"
        and "cool-down" in exercise.use
        and not BACK.isdisjoint(exercise.areas)
        and judge.doable(exercise, "home", request.person)
        and exercise.id not in swapped
        and not any(judge.needs_care(exercise, day) for day in care)
    ]
    ends = [
        {item.exercise for place, block, item in judge.items(day) if block.kind == "cool-down" and place == "home"}
        for day in fresh
    ]
    given = [end for end in ends if any(not BACK.isdisjoint(by_id()[key].areas) for key in end)]
    if WEEK_KINDS[week.mode].grows and len(plain) > 1 and len(given) > 1:
        always = set.intersection(*given)
        assert all(BACK.isdisjoint(by_id()[key].areas) for key in always), (given, always)


# (i) Likes and dislikes.

A_SHORT_DAY = 30  # minutes, in which a stretch is too brief for every liked one to take a turn among its likes


@of_everybody(requests(midweek=False, history=False), most=40)
def test_a_liked_flowing_kind_is_in_a_week_with_room_at_least_twice(request: Request) -> None:
    like = chance(request).choice(("pilates", "yoga", "gyrotonic-style"))
    request = request._replace(person=request.person._replace(likes=(like,), dislikes=()))
    week = planned(request)
    states = [known(request, week, day.on) for day in fresh_days(request, week)]
    plain = [
        exercise
        for exercise in allowed(request, week)
        if exercise.modality == like
        and judge.doable(exercise, "home", request.person)
        and not any(judge.needs_care(exercise, state) for state in states)
    ]
    beside = [e for e in plain if e.fills or ("cool-down" in e.use and not BACK.isdisjoint(e.areas))]
    at_home = [day for day in week.days if judge.holds(day, "core") and not judge.at_the_pool(day)]
    roomy = [day for day in at_home if request.person.minutes[WEEKDAYS[day.on.weekday()]] > A_SHORT_DAY]
    if week.mode == "normal" and len(plain) > 1 and beside and len(roomy) > 2:
        liked = [item for day in week.days for item in judge.everything(day) if by_id()[item.exercise].modality == like]
        assert len(liked) > 1, (plain, liked)


@law(PEOPLE)
@given(requests(midweek=False, history=False))
def test_a_liked_way_of_aerobic_work_comes_within_two_weeks(request: Request) -> None:
    first = planned(request)
    assume(first.mode == "normal")
    second = week_after(request, first)
    assume(second.mode == "normal")
    days = [day for week in (first, second) for day in week.days]
    state = [known(request, week, day.on) for week in (first, second) for day in week.days]
    used = [by_id()[item.exercise] for day in days for _, block, item in judge.items(day) if block.kind == "aerobic"]
    for wet in (False, True):
        visits = [day for day in days if judge.aerobic_minutes(day) >= 15 and judge.at_the_pool(day) is wet]
        bouts_by_week = [sum(1 for day in visits if day in week.days) for week in (first, second)]
        likes = {
            exercise.modality
            for exercise in exercises()
            if exercise.modality in request.person.likes
            and exercise.slot == "aerobic"
            and "main" in exercise.use
            and not any(judge.barred(exercise, request.person, s) or judge.needs_care(exercise, s) for s in state)
            and any(
                judge.doable(exercise, place, request.person) and (place == "pool") is wet for place in exercise.place
            )
        }
        if min(bouts_by_week) >= 1 and sum(bouts_by_week) >= len(likes):
            missing = likes - {exercise.modality for exercise in used}
            assert not missing, (missing, wet, bouts_by_week)


@of_everybody(requests(midweek=False, history=False), most=40)
def test_a_dislike_is_never_in_a_week(request: Request) -> None:
    by = chance(request)
    dislikes = by.choices((*AEROBIC_KINDS, *MODALITIES), k=by.randint(0, 4))
    week = make_week(request._replace(person=request.person._replace(dislikes=tuple(dislikes))))
    used = {by_id()[item.exercise].modality for day in week.days for item in judge.everything(day)}
    assert not used & set(dislikes)


# (j) Under a stop nothing is planned.

TODAY = date(2026, 11, 23)
CLEARED = Clearance("doctor", TODAY - timedelta(days=5))


def stopped_people() -> list[Any]:
    """Each condition that stops, and the rule that should say so."""
    day = timedelta(days=1)
    flags = [
        pytest.param({"flags": (Flag(flag.id, TODAY - 3 * day),)}, f"{rule}", id=flag.id)
        for flag in RED_FLAGS
        for rule in [
            {"emergency": "emergency-flags", "urgent": "urgent-flags", "clinician-first": "clinician-first"}[flag.level]
        ]
    ]
    others: list[tuple[dict[str, Any], str]] = [
        ({"flags": (Flag("nobody-knows-this", TODAY),)}, "emergency-flags"),
        ({"flags": (Flag("saddle-numbness", TODAY, present=False),)}, "emergency-flags"),
        ({"clearance": None}, "clearance-required"),
        ({"clearance": Clearance("doctor", TODAY + day)}, "clearance-future"),
        ({"clearance": Clearance("doctor", date(2025, 11, 23))}, "clearance-expired"),
        ({"changed": HealthChange(TODAY, "fall")}, "clearance-ended"),
        ({"changed": HealthChange(TODAY - day, "hospital")}, "clearance-ended"),
        ({"surgery": Surgery("disc", TODAY - 2 * day, TODAY - day)}, "clearance-ended"),
        ({"surgery": Surgery("disc", TODAY - 30 * day)}, "surgery-released"),
        ({"surgery": Surgery("disc", TODAY - 30 * day, TODAY + day)}, "surgery-released"),
        ({"pregnancy": Pregnancy(20, TODAY), "clearance": Clearance("surgeon", TODAY - 5 * day)}, "pregnancy-cleared"),
        ({"pregnancy": Pregnancy(20, TODAY), "clearance": Clearance("doctor", TODAY - 150 * day)}, "pregnancy-cleared"),
        ({"pregnancy": Pregnancy(42, TODAY - 7 * day)}, "pregnancy-over"),
        ({"birth": Birth(TODAY - day, "vaginal"), "clearance": Clearance("midwife", TODAY - day)}, "birth-cleared"),
        ({"pain": plain_person().pain._replace(controlled=False)}, "pain-controlled"),
        ({"legs": ((TODAY - 9 * day, "none"), (TODAY, "thigh"))}, "leg-further-down"),
    ]
    return [*flags, *(pytest.param(changes, rule, id=f"{rule}-{n}") for n, (changes, rule) in enumerate(others))]


@pytest.mark.parametrize(("changes", "rule"), stopped_people())
def test_a_stop_is_said_by_its_own_rule_and_nothing_is_planned(changes: dict[str, Any], rule: str) -> None:
    person = plain_person(**({"clearance": CLEARED} | changes))
    stop = stops.stop(person, TODAY)
    assert stop is not None
    assert stop.rule == rule
    assert stop.sentence
    week = make_week(Request(person, exercises(), TODAY, TODAY))
    assert not list(judge.everything(week.days[0])), "a week that is made all the same holds nothing on a stopped day"


@law(50)
@given(people(TODAY), st.sampled_from(stopped_people()))
def test_nothing_about_a_person_lifts_a_stop(person: Person, stopped: Any) -> None:
    changes, _ = stopped.values
    changes = {"surgery": None, "pregnancy": None, "clearance": CLEARED} | changes
    assert stops.stop(person._replace(**changes), TODAY) is not None


def test_nobody_here_is_stopped_unless_something_stops_them() -> None:
    assert stops.stop(plain_person(clearance=CLEARED), TODAY) is None
