"""Aerobic step: the minutes of one aerobic session, from what was done and how it went."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from backplan.model.case import Case
from backplan.model.move import Move
from backplan.model.outcome import WeekDone
from backplan.model.week import Week
from backplan.model.wording import all_of, dated
from backplan.planner.diary.past import Past
from backplan.planner.diary.verdicts import hurt_words
from backplan.planner.growth.ladder import good_run, session_words
from backplan.planner.growth.standing import Standing
from backplan.rules.exclusion import birth_first_weeks
from backplan.rules.progress import RAMPS, aerobic_ramp, gap_restart
from backplan.rules.slow import SLOW

START_PERCENT = 80  # of what is comfortable today (therapeutic-guidelines)
LEAST_STEP, MOST_STEP = 5, 30
TOLD = 4  # sessions that are named as the reason


def start_step(comfortable: int) -> int:
    """Aerobic minutes of a session to begin a plan with: four fifths of what is comfortable, 5 to 30."""
    return min(MOST_STEP, max(LEAST_STEP, comfortable * START_PERCENT // 100))


def minutes_for_pain(case: Case, whole: int) -> int:
    """Whole aerobic minutes as pain lets them be given: halved in a flare, three quarters after one."""
    if case.kind.gentle:
        return max(LEAST_STEP, whole // 2)
    return max(LEAST_STEP, whole * 3 // 4) if case.three_quarters else whole


def whole_step(minutes: int, past: Past, done: WeekDone) -> tuple[int, tuple[Move, ...]]:
    """Minutes of the longest aerobic bout in a calm week: those of the week they go on from, moved by the ramps, and
    why: of ramps that disagree those that have their way.
    """
    had, up, down = minutes, list[Move](), list[Move]()
    for rule in RAMPS:
        before, minutes = minutes, rule.adjust(minutes, done)
        if minutes != before:
            move = Move(rule.id, longer_words(before, minutes), *_because(rule.id, minutes > before, done, past))
            (up if minutes > before else down).append(move)
    return minutes, tuple(up if minutes > had else down if minutes < had else ())


def never_done(minutes: int, past: Past, done: WeekDone) -> tuple[Move, ...]:
    """Why the longest aerobic bout is shorter than it was told to be in a week in which nothing was done: it goes on
    from the week before, though no ramp takes anything off that.
    """
    unlived, days_without = past.unlived, gap_restart.percent_after(done.gap_days) != 100
    if unlived is None or unlived.whole_step <= minutes or not days_without:
        return ()
    rule = gap_restart.RULE.id
    return (Move(rule, longer_words(unlived.whole_step, minutes), *_because(rule, False, done, past)),)


# What is no walk and no ride, by its modality.
_TIMES: Mapping[str, str] = {
    "tai-chi": "tai chi", "dance": "dancing", "step": "stepping", "stairs": "stairs", "class": "a class",
    "wheeling": "wheeling",
}  # fmt: skip


def longer_words(
    before: int, minutes: int, longest: int = 1, others: int = 1, kinds: Collection[str] = frozenset()
) -> str:
    """What a move of the longest aerobic bouts on land says, by how many there are, beside how many others, and by the
    modalities that there are. ``before`` is 0 where days on land held none.
    """
    times = [words for kind, words in _TIMES.items() if kind in kinds]
    walks = not times or not _TIMES.keys() >= {*kinds}
    *first, last = [*(["walk", "ride"] if walks else []), *(f"time of {each}" for each in times)]
    one = f"{', '.join(first)} or {last}" if first else last
    many = [*(["walks", "rides"] if walks else []), *(f"times of {each}" for each in times)]
    if not before:
        return f"a {one} of {minutes} minutes is new"
    if longest <= 1:
        what = f"your longest {one} goes"
    else:
        what = f"{'your longest' if others else 'all your'} {all_of(many)} go"
    return f"{what} from {before} to {minutes} minutes"


A_VISIT = "one visit to the pool"


def visit_words(before: int, minutes: int) -> str:
    """What a move of the aerobic part of a visit to a pool says."""
    return f"{A_VISIT} goes from {before} to {minutes} minutes of aerobic work"


A_WEEK = "a week"


def week_words(before: int, minutes: int) -> str:
    """What a move of the aerobic minutes of a whole week says."""
    return f"aerobic work goes from {before} to {minutes} minutes {A_WEEK}"


def given_now(standing: Standing, case: Case, whole: int) -> int:
    """The minutes of a whole aerobic session as given this week: less what sessions that were too much and pain take
    off, and no more than the first weeks after a birth allow.
    """
    if any(_held_aerobic(standing.days.shown, on) for on, *_ in standing.bad) or standing.aerobic_hurt:
        least = LEAST_STEP if standing.aerobic_hurt else start_step(case.person.comfortable)
        whole = aerobic_ramp.after_too_much(whole, least)
    if "birth-first-weeks" in case.tags:
        whole = min(whole, birth_first_weeks.longest_walk(case.birth_weeks or 0))
    return minutes_for_pain(case, whole)


def _held_aerobic(shown: Week | None, on: date) -> bool:
    """Whether a session held aerobic work; one that was not planned is taken to have held everything."""
    day = shown.day(on) if shown else None
    return day is None or not day.sessions or "aerobic" in day.kinds


def _because(rule: str, up: bool, done: WeekDone, past: Past) -> tuple[str, str, str, tuple[date, ...]]:
    """Why the minutes moved, no exercise, no name, and the days that say so."""
    days = past.lately
    if rule == gap_restart.RULE.id:
        return f"no session was noted for {done.gap_days} days", "", "", ()
    if up:
        why, run = because_good(past)
        return why, "", "", run
    bad = [on for on, word in days.items() if word.verdict == "regress"]
    if bad:
        return days[bad[0]].because, "", "", tuple(bad)
    hurt = past.walks_hurt_lately
    return hurt_words(hurt), "", "", hurt


def because_good(past: Past) -> tuple[str, tuple[date, ...]]:
    """Why aerobic work grows: its last sessions without a warning, and their days."""
    run = good_run(past, "aerobic")[-TOLD:]
    return f"{session_words(past.verdicts[on] for on in run)} on {dated(run)}", tuple(run)


def week_done(case: Case, past: Past, *, grows: bool) -> WeekDone:
    """The last week as it was done, with the verdicts on its sessions if it is the one just before; ``grows`` says
    whether the diary lets aerobic work grow.
    """
    lately = [word.verdict for word in past.lately.values()]
    # Of weeks that were never shown only what was too much counts.
    verdicts = tuple(lately) if past.follows_on else tuple(word for word in lately if word == "regress")
    if past.walks_hurt_lately:  # a walk that hurt is shorter by the rule for a session that was too much
        verdicts = (*verdicts, "regress")
    return WeekDone(
        verdicts=verdicts,
        grows=grows,
        gentle=any(rule.check(case) for rule in SLOW),
        gap_days=past.gap_days(case.on),
        start=start_step(case.person.comfortable),
        hurt=bool(past.walks_hurt_lately),
    )
