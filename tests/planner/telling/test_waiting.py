"""What parts wait for that did not grow: said after two whole normal weeks, again after four, and only what is so."""

import re
from datetime import timedelta
from functools import cache
from itertools import pairwise, takewhile
from pathlib import Path

import pytest

from backplan.actions.week import this_week
from backplan.library import load as library
from backplan.model.case import SHORTEST_BOUT
from backplan.model.diary import LogEntry
from backplan.model.exercise import by_id
from backplan.model.person import Birth, Clearance
from backplan.model.told import Notice
from backplan.model.vocabulary import Weekday
from backplan.model.week import Week
from backplan.planner.lay import lay
from backplan.planner.request import Request
from backplan.planner.telling.balance import GROWS
from backplan.planner.telling.spare import EVEN
from backplan.planner.telling.waiting import AGAIN, KINDS, READY
from backplan.planner.week import make_week
from tests.planner.growth.test_short_days import FRAIL
from tests.support.growth import DAY, DONE_ONLY, WELL, Plan
from tests.support.habits import Kind, Lived, lived
from tests.support.lives import Life
from tests.support.parts import parts
from tests.support.people import ON, person

BY_ID = by_id(library.load().exercises)
LIVES = (
    Kind("everything", "4 x 30"), Kind("only done", "3 x 20"), Kind("8 in 10", "7 x 15"),
    Kind("everything", "5 x 45", "boom and bust"), Kind("everything", "5 x 45", "one flare"),
)  # fmt: skip


def told(week: Week) -> list[Notice]:
    return [notice for notice in week.notices if notice.kind in KINDS]


@cache
def life(kind: Kind) -> tuple[Lived, ...]:
    return lived(kind, 9)


def test_a_week_that_is_as_the_last_one_says_so() -> None:
    told_of = 0
    for before, now in pairwise(each.first for each in life(Kind("only done", "4 x 30"))):
        if not (before.whole and now.whole) or now.holds is None or now.rungs != before.rungs:
            continue
        same = (now.holds, now.whole_step, now.calm_programme) == (
            before.holds,
            before.whole_step,
            before.calm_programme,
        )
        if same:
            told_of += 1
            assert any(notice.kind in (*KINDS, "slow") for notice in now.notices), now.starts
    assert told_of


def held(week: Week, part: str) -> tuple[int, ...]:
    """What a week shows of a part, and how far its exercises have climbed."""
    found = parts(week)
    if part == "aerobic":
        return (found.aerobic, week.whole_step)
    return (found.core if part == "core" else found.strength,)


def kept(week: Week, part: str) -> tuple[int, ...]:
    """What a whole normal week holds of a part: one at three quarters has lost nothing of it."""
    holds = week.holds
    if holds is None:
        return held(week, part)
    return (holds.core, holds.more) if part == "core" else (holds.strength,)


@pytest.mark.parametrize("kind", LIVES)
def test_it_is_said_of_parts_that_did_not_grow_and_not_again_for_four_weeks(kind: Kind) -> None:
    weeks = [each.last for each in life(kind)]
    for part in ("core", "strength", "aerobic"):
        said = [n for n, week in enumerate(weeks) if any(part in notice.parts for notice in told(week))]
        for before, again in zip([None, *said], said, strict=False):
            assert again >= 2
            assert weeks[again].whole
            assert not _grew(weeks[again - 1], weeks[again], part)
            if before is not None:  # said again after it had grown meanwhile, or four weeks later
                pairs = zip(weeks[before:again], weeks[before + 1 :], strict=False)
                assert again - before >= AGAIN or any(_grew(*pair, part) for pair in pairs)


def _grew(before: Week, now: Week, part: str) -> bool:
    if part == "aerobic":
        holds = now.holds and before.holds and now.holds.aerobic > before.holds.aerobic
        return bool(holds) or now.whole_step > before.whole_step
    moved = {move.exercise for move in now.moves if move.rule == "growth-three"}
    mine = {key for day in now.days for b in day.blocks() if b.kind == part for key in (i.exercise for i in b.items)}
    return bool(moved & mine) or kept(now, part) > kept(before, part)


def test_some_of_these_lives_are_told_something() -> None:
    kinds = {notice.kind for kind in LIVES for each in life(kind) for notice in told(each.last)}
    assert kinds == {*KINDS}


def test_where_it_is_only_the_turn_of_a_part_no_days_are_said_to_be_full() -> None:
    """The next week brings it more on the same days: after a rise of its level, or a harder partner in its turn."""
    plan = Plan(person(minutes=dict.fromkeys(("mon", "tue", "thu", "sat"), 25)))
    plan.live(12, WELL._replace(effort=3), 3)
    found = {(week.programme_week, notice.kind, *notice.parts) for week in plan.weeks for notice in told(week)}
    assert any(each[:3] == (11, "turn", "strength") for each in found)
    assert not {each for each in found if each[1] == "full" and each[2:]}
    assert [move.name for move in plan.weeks[11].moves if move.exercise == "side-lying-bent-leg-lift"]


def test_what_the_next_week_brings_waits_for_no_minutes() -> None:
    plan = Plan(person(minutes=dict.fromkeys(("mon", "wed", "fri"), 25)))
    plan.live(11, WELL._replace(effort=3), 3)
    longer = {move.exercise for move in plan.weeks[10].moves if "repetitions" in move.what or "hold" in move.what}
    about = {key for notice in told(plan.weeks[9]) for key in notice.about}
    assert longer
    assert about
    assert not longer & about


def test_a_week_in_which_the_level_rose_is_no_standstill() -> None:
    plan = Plan(person(minutes=dict.fromkeys(("mon", "wed", "fri"), 30)))
    plan.live(6, WELL, 3)
    assert any(move.rule == "level-good" for move in plan.weeks[4].moves)
    assert not [notice for notice in told(plan.weeks[5]) if "core" in notice.parts]


def test_a_plan_that_grows_is_told_nothing_and_nobody_is_in_the_first_two_weeks() -> None:
    plan = Plan(person(minutes=dict.fromkeys(("mon", "tue", "thu", "sat"), 60)))
    plan.live(6, WELL, 3)
    assert not any(map(told, plan.weeks))


def sentences(*said: LogEntry, weeks: int = 4) -> list[str]:
    """All that is told over some weeks of sessions as said."""
    plan = Plan()
    plan.live(2, WELL, 3)
    found = []
    for entry in said or (WELL,):
        for _ in range(weeks):
            week = plan.live(1, entry, 3)
            found += [notice.sentence for notice in told(week)]
    return found


def test_always_hard_is_named_and_again_after_four_weeks() -> None:
    found = sentences(WELL._replace(effort=8), weeks=8)
    assert found == ["The next step in core, strength and aerobic work waits for a session at an effort under 8: the "
                     "last one was hard."] * 2  # fmt: skip
    assert sentences(WELL._replace(effort=8), weeks=5) == found[:1]


def test_few_sessions_done_are_named_without_a_word_of_blame() -> None:
    plan = Plan()
    plan.live(2, WELL, 3)
    for _ in range(4):
        week = make_week(plan.request())
        plan.weeks.append(week)
        first = next(day for day in week.days if day.sessions)
        plan.entries += [WELL._replace(on=first.on), LogEntry(first.on + DAY, "morning", pain=3)]
    found = [notice.sentence for week in plan.weeks for notice in told(week)]
    assert any("half of its sessions noted as done" in sentence for sentence in found)
    assert not any(re.search(r"miss|fail|only|should", sentence) for sentence in found)


def test_a_pause_is_the_reason_where_it_is_one() -> None:
    plan = Plan()
    plan.live(2, WELL._replace(effort=9), 3)
    plan.entries.append(LogEntry(plan.starts, "pause", until=(plan.starts + 5 * DAY).isoformat(), why="holiday"))
    paused = make_week(plan.request())
    plan.weeks.append(paused)
    assert not told(paused)
    assert all(row.reason is None or "hold no more" not in row.reason for row in paused.balance)
    assert any(row.reason and "Your pause takes" in row.reason for row in paused.balance)
    (notice,) = told(make_week(plan.request()))
    assert "after your pause" in notice.sentence


def test_in_late_weeks_the_first_ones_are_no_reason() -> None:
    for kind in LIVES:
        for week in (each.last for each in life(kind)):
            reasons = [row.reason for row in week.balance if row.reason]
            assert week.programme_week <= 3 or GROWS not in reasons


def test_what_is_said_to_help_helps(tmp_path: Path) -> None:
    """Days that hold no more are told so, with minutes that would; who offers these sees the part grow."""
    plan = Life(tmp_path, person(minutes=dict.fromkeys(("mon", "wed", "fri"), 20)), ON)
    full: Notice | None = None
    for _ in range(12):
        week = plan.lived_week(2)
        full = next((notice for notice in told(week) if notice.kind == "full"), None)
        if full is not None:
            break
    assert full is not None
    assert not [n for n in told(this_week(plan.place)) if n.kind == "full" and n.parts == full.parts]
    (minutes,) = (int(found) for found in re.findall(r"(\d+) minutes on three days", full.sentence))
    before = plan.shown[plan.today - timedelta(days=7)]
    plan.person = plan.person._replace(minutes=dict.fromkeys(("mon", "wed", "fri"), minutes))
    plan.store.people.record(plan.person, plan.today)
    now = [plan.lived_week(2) for _ in range(2)][-1]
    assert any(_grew(before, now, part) for part in full.parts)
    plan.close()


def test_days_with_room_are_never_called_full(tmp_path: Path) -> None:
    """After a birth: four short walks on six days of 30 minutes, because walks grow a step at a time."""
    days: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat")
    who = person(minutes=dict.fromkeys(days, 30), aerobic_minutes=15, birth=Birth(ON - timedelta(weeks=3), "caesarean"))
    plan = Life(tmp_path, who._replace(clearance=Clearance("midwife", ON - timedelta(days=3))), ON)
    weeks = [plan.lived_week(2) for _ in range(3)]
    plan.close()
    rows = [row for week in weeks for row in week.balance if row.target == "active-days"]
    assert [row.reason for row in rows] == [GROWS] * 3
    assert all(row.got < row.asked for row in rows)


def _full(weeks: list[Week]) -> list[Notice]:
    return [notice for week in weeks for notice in week.notices if notice.kind == "full"]


@cache
def frail() -> list[Week]:
    """Thirteen weeks of somebody on three short days."""
    plan = Plan(person(**FRAIL))
    plan.live(13, WELL)
    return plan.weeks


def test_an_exercise_that_full_days_keep_from_longer_sets_for_long_is_told_once() -> None:
    """On three short days: its part goes on, so that nothing else says why it does not."""
    weeks = frail()
    named = [notice for notice in _full(weeks) if "wall-posture-press-arms" in notice.about]
    assert len(named) == 1
    assert "Wall posture press with arm slides, from a hold of 5 to 7 seconds" in named[0].sentence
    before = list(takewhile(lambda week: named[0] not in week.notices, weeks))
    assert {week.rungs.get("wall-posture-press-arms", 0) for week in before[-6:]} == {0}


@pytest.mark.parametrize("days", [("mon", "wed", "fri"), ("mon", "tue", "thu", "fri", "sat")])
@pytest.mark.parametrize("pain", [3, 7])
def test_what_waits_for_its_turn_at_the_slow_pace_is_not_told_that_the_days_are_full(
    days: tuple[Weekday, ...], pain: int
) -> None:
    """One exercise of a part in a fortnight, and of strength on a day with minutes left: what is told to wait for
    minutes takes its step, or gives way to a harder one, as soon as the days have them.
    """
    minutes = 20 if len(days) == 3 else 45
    often = person().pain._replace(now=pain, usual=pain)
    plan = Plan(person(pain=often, minutes=dict.fromkeys(days, minutes), aerobic_minutes=15))
    said = DONE_ONLY if pain == 3 else WELL._replace(pain=7, peak=7)
    for _ in range(12):
        asked = plan.request()
        week = plan.live(1, said, None if pain == 3 else 7)
        about = {key for notice in _full([week]) if not notice.parts for key in notice.about}
        for key in about:
            assert any(_steps_on_longer_days(key, asked, more) for more in (1, 2, 4, 7, 10, 15))


def _steps_on_longer_days(key: str, asked: Request, more: int) -> bool:
    """Whether an exercise takes a step, or gives way, in a week whose days have so many minutes more."""
    longer = {day: minutes + more for day, minutes in asked.person.minutes.items()}
    steps = lay(asked._replace(person=asked.person._replace(minutes=longer))).chosen.lower.steps
    return bool({key, BY_ID[key].progression} & {move.exercise for move in steps})


def test_high_pain_that_keeps_a_week_from_more_is_named_and_not_the_days() -> None:
    """At a usual pain of 7 a week holds no more in all than without it, whatever room its days have."""
    pain = person().pain._replace(now=7, usual=7)
    plan = Plan(person(pain=pain, minutes=dict.fromkeys(("mon", "wed", "fri"), 20), aerobic_minutes=15))
    plan.live(11, WELL._replace(pain=7, peak=7), morning=7)
    said = [notice.sentence for notice in _full(plan.weeks) if notice.parts]
    assert any("while your usual pain is high" in sentence for sentence in said)
    assert all("would make room for more" in sentence for sentence in said)


def test_days_with_room_for_more_of_a_part_are_not_called_full_where_it_stands_still() -> None:
    """One of seven days of 15 minutes stays a day of rest, so that minutes are left."""
    lived = life(Kind("everything", "7 x 15"))
    found = [(week, each.sentence) for week in lived for each in _full([week.first]) if "aerobic" in each.parts]
    assert found
    for week, sentence in found:
        assert max(15 - day.minutes for day in week.first.days) >= SHORTEST_BOUT
        assert sentence.startswith(f"Aerobic work stays as it is, and that is fine. {EVEN}")


def test_what_took_a_step_this_week_is_not_told_to_wait_in_it() -> None:
    waits = [week for week in frail() if READY in str(week.notices)]
    assert waits
    for week in waits:
        told = {key for notice in week.notices if notice.kind == "full" and not notice.parts for key in notice.about}
        assert told.isdisjoint(move.exercise for move in week.moves)
