"""Pace: whether a part of the plan may grow this week, and how fast."""

from datetime import timedelta

from backplan.model.case import Case
from backplan.model.outcome import BlockDone, Part
from backplan.model.slots import CORE, CORE_MORE, STRENGTH
from backplan.model.week import WEEK
from backplan.planner.diary.past import Past
from backplan.planner.diary.verdicts import SessionVerdict
from backplan.planner.growth.ladder import BALANCE, DRY, SLOTS, good_run, was_easy
from backplan.planner.growth.levels import PARTS
from backplan.planner.growth.standing import Standing
from backplan.rules.growth import ALL_WAIT, GROWTH, MOST_EXERCISES
from backplan.rules.growth.slow import PERCENT
from backplan.rules.growth.three_good import SESSIONS
from backplan.rules.progress import aerobic_ramp
from backplan.rules.progress.gap_restart import percent_after
from backplan.rules.target import balance_days

LEVEL_RISEN, TOO_MUCH = "level-risen", "too-much"  # what holds a block beside the growth rules, each by its id
SLOW_TURN = 2  # weeks from one step to the next at the slow pace
# A harder partner a week, of strength after one of core, then after so many more each time; in every other week one of
# balance beside it, so long after the last, or longer for whom balance is asked. Our own inference.
NAMES_OF_CORE = 3
BALANCE_WAITS, BALANCE_WAITS_WITH_CARE = timedelta(weeks=3), timedelta(weeks=5)
_OF_CORE, _OF_STRENGTH = frozenset((*CORE, *CORE_MORE)), frozenset(STRENGTH) - {BALANCE}


def is_slow(standing: Standing, part: Part) -> bool:
    """Whether a block grows by the small steps of the slow pace: it takes turns, or a flare that a big day explains has
    just gone by.
    """
    return standing.after_big_day or takes_turns(standing, part)


def takes_turns(standing: Standing, part: Part) -> bool:
    """Whether a block grows every other week alone, and slowly: nothing is known of how the sessions went that let it
    grow, or pain is high and steady.
    """
    return standing.steady_then or not any(word.spoke for word in _run(standing, part))


def slow_by_silence(standing: Standing) -> bool:
    """Whether a number for the pain would let the plan grow faster: sessions were done without a warning, and nothing
    is known of how any of them went.
    """
    runs = [_run(standing, part) for part in PARTS]
    silent = not any(word.spoke for run in runs for word in run) and not standing.past.too_much_lately
    return silent and not standing.steady_then and max(map(len, runs)) >= SESSIONS


def _run(standing: Standing, part: Part) -> list[SessionVerdict]:
    """The verdicts of the unbroken run of sessions of a part without a warning, oldest first."""
    return [standing.past.verdicts[on] for on in good_run(standing.past, part)]


def may_grow(standing: Standing, part: Part) -> bool:
    """Whether the diary lets a block take a step this week; none does in a week that days without a session lower."""
    return not held_by(standing, part) and percent_after(standing.gap_days) == 100


def held_by(standing: Standing, part: Part) -> tuple[str, ...]:
    """What keeps a block from a step this week: its level, which has just risen; a session of late that was too much;
    every growth rule that does not agree.
    """
    found: list[str] = [LEVEL_RISEN] if part in standing.levels.risen else []
    found += [TOO_MUCH] if standing.past.too_much_lately else []
    block = _block_done(standing, part)
    return (*found, *(rule.id for rule in GROWTH if not rule.check(block)))


def all_wait(standing: Standing) -> bool:
    """Whether something keeps every block as it is, whatever it may begin with: pain that has crept up, a flare, a
    leg, or a new sign.
    """
    block = _block_done(standing, "aerobic")
    return not all(rule.check(block) for rule in ALL_WAIT)


def _block_done(standing: Standing, part: Part) -> BlockDone:
    """How a block has gone up to the week, as the growth rules read it."""
    past = standing.past
    run, words = good_run(past, part), past.verdicts_on(part)
    return BlockDone(
        verdicts=tuple(word.verdict for _, word in words),
        days=(run[-1] - run[0]).days if run else 0,
        done_percent=_done_percent(past, part),
        pain_rise=past.pain_rise.points,
        pain_days=past.pain_rise.days,
        calm=standing.calm_then,
        effort=past.last_effort(part),
        leg_down=standing.pain.leg_down,
        crept=past.crept is not None,
        sign=past.sign_of_late,
        back=past.back_of_late,
        slow=takes_turns(standing, part),
        turn=standing.days.number % SLOW_TURN == 1,
    )


def _done_percent(past: Past, part: Part) -> int:
    """How much of last week was done: of the sessions with a block, or of all where some of the block was among it. How
    a week happens to be laid out keeps nothing back from who does half of it.
    """
    mine = past.done_percent(part, WEEK)
    return max(mine, past.done_percent(None, WEEK)) if mine else 0


def most_exercises(standing: Standing, part: Part) -> int:
    """How many exercises of a block may take a step."""
    return 1 if is_slow(standing, part) else MOST_EXERCISES[part]


def part_in_turn(standing: Standing) -> Part:
    """The part that takes up the harder partner of a week, if it has one due; else the other one may. After one of core
    it is strength, then after three more of core.
    """
    changed = [slot for slot, _ in standing.past.changes]
    core, strength = (sum(slot in slots for slot in changed) for slots in (_OF_CORE, _OF_STRENGTH))
    return "strength" if strength * NAMES_OF_CORE < core else "core"


def may_be_named(standing: Standing, case: Case, part: Part, *, turn: bool) -> frozenset[str]:
    """The slots of a block on land, one of which may take up a harder partner this week: those of the part whose
    ``turn`` it is, or balance, which has turns of its own, as it takes little time and loads nothing. At the slow pace
    each block has a turn for its steps, and any slot of it.
    """
    dry = DRY.intersection(SLOTS[part])
    if is_slow(standing, part):
        return dry
    if part == "strength" and _balance_in_turn(standing, case):
        return frozenset({BALANCE})
    return dry - {BALANCE} if turn else frozenset()


def _balance_in_turn(standing: Standing, case: Case) -> bool:
    """Whether harder balance work may come; every other week, so that the rest of strength never waits for it long."""
    waits = BALANCE_WAITS_WITH_CARE if balance_days.HELPED & case.tags else BALANCE_WAITS
    past, number = standing.past, standing.days.number
    changed = (on for slot, on in past.changes if slot == BALANCE)
    since = max(changed, default=past.starts - (number - 1) * WEEK)
    return number % 2 == 0 and past.starts - since >= waits


def took_a_round(standing: Standing, part: str) -> bool:
    """Whether the week that the plan goes on from held more of a block than the normal one before it, so that its next
    one waits for a week.
    """
    base = standing.past.base_week
    weeks = standing.past.weeks if base is not None and base.holds is not None else ()
    before = [week.holds for week in weeks if base and week.starts < base.starts and week.kind.grows and week.holds]
    held = base.holds if base is not None else None
    return bool(before and held) and getattr(held, part) > getattr(before[-1], part)


def most_rungs(standing: Standing, part: Part) -> int:
    """How many rungs a step may be of: after easy sessions it may skip one, but not at the slow pace."""
    return 2 if was_easy(standing.past, part) and not is_slow(standing, part) else 1


def aerobic_percent(standing: Standing) -> int:
    """By how much in a hundred the aerobic minutes of a week may grow."""
    return PERCENT if is_slow(standing, "aerobic") else aerobic_ramp.GREEN
