"""Levels: the level of core, strength and aerobic work, moved by the diary (rules on level)."""

from collections.abc import Mapping
from datetime import timedelta
from itertools import takewhile

from backplan.model.case import PainToday
from backplan.model.move import Move
from backplan.model.outcome import BlockHistory, Part
from backplan.model.person import Person
from backplan.model.vocabulary import LEVELS, Level
from backplan.model.week import WEEK, Week
from backplan.model.wording import dated
from backplan.named_tuple import NamedTuple
from backplan.planner.diary.done import done_so_far
from backplan.planner.diary.past import Past
from backplan.rules.level import LEVEL_RULES, good
from backplan.rules.level.whole import MINUTES

PARTS: tuple[Part, ...] = ("core", "strength", "aerobic")
FOUR_WEEKS, SIX_DAYS = timedelta(days=28), timedelta(days=6)


class Levels(NamedTuple):
    """The level of each part of the plan, and what moved it since the last week."""

    of: Mapping[str, Level]
    moves: tuple[Move, ...] = ()
    risen: frozenset[Part] = frozenset()

    @property
    def lowest(self) -> Level:
        """The lowest level of any part: it holds for everything that has no level of its own."""
        return min(self.of.values(), key=LEVELS.index)


def levels(past: Past, pain: PainToday, *, function_worse: bool = False, back: bool = False) -> Levels:
    """The levels of a week: those of the last one, moved by its diary; those of the interview where it has changed.
    None rises in a week in which somebody comes ``back`` from days without a session (rule level-gap).
    """
    begin = start_level(past.person)
    last = past.last_week
    if last is None or last.asked_level != past.person.level:
        return Levels(dict.fromkeys(PARTS, begin))
    found, moves, risen = dict[str, Level](), list[Move](), set[Part]()
    for part in PARTS:
        level = last.levels.get(part, last.level)
        move = _down(part, level, past) or (None if back else _up(part, level, past, pain, function_worse))
        if move is not None:
            moves.append(move[1])
            risen |= {part} if LEVELS.index(move[0]) > LEVELS.index(level) else set()
        found[part] = move[0] if move else level
    return Levels(found, tuple(moves), frozenset(risen))


def _down(part: Part, level: Level, past: Past) -> tuple[Level, Move] | None:
    """One level down after two sessions running that were too much, the last of them in the last week."""
    last = past.verdicts_on(part)[-2:]
    bad = [on for on, word in last if word.verdict == "regress"]
    if len(bad) < 2 or bad[-1] < past.starts - WEEK or level == LEVELS[0]:
        return None
    lower = LEVELS[LEVELS.index(level) - 1]
    why = f"two sessions running were too much, on {dated(bad)}"
    return lower, Move(last[-1][1].rule, f"{_NAMES[part]} goes back to the {lower} level", why, days=tuple(bad))


def _up(part: Part, level: Level, past: Past, pain: PainToday, function_worse: bool) -> tuple[Level, Move] | None:
    """One level up if every level rule agrees."""
    if level == LEVELS[-1]:
        return None
    so_far = block_history(part, level, past, pain, function_worse)
    if not all(rule.check(so_far) for rule in LEVEL_RULES):
        return None
    higher = LEVELS[LEVELS.index(level) + 1]
    spoke = [(on, word) for on, word in past.verdicts_on(part) if word.spoke][-good.OF_LAST :]
    days = tuple(on for on, word in spoke if word.good)
    why = f"{so_far.weeks} weeks at the {level} level{_how_they_went(len(days), len(spoke))}"
    what = f"{_NAMES[part]} may go on to {higher} exercises, one by one"
    return higher, Move("level-good", what, why, days=days)


def _how_they_went(well: int, many: int) -> str:
    """How the last sessions went of which anything is known."""
    if not many:
        return " without a warning"
    if many == 1:
        return ", and the one session that anything is known of was good"
    return f", and of the last {many} sessions that anything is known of {well} were good"


_NAMES: Mapping[Part, str] = {"core": "core work", "strength": "strength work", "aerobic": "aerobic work"}


def block_history(part: Part, level: Level, past: Past, pain: PainToday, function_worse: bool = False) -> BlockHistory:
    """How one part of the plan has gone at its level, as the rules on level read it."""
    at_level = takewhile(lambda week: week.levels.get(part, week.level) == level, reversed(past.weeks))
    return BlockHistory(
        kind=part,
        level=level,
        asked_level=past.person.level,
        weeks=sum(any(part in day.kinds for day in week.days) for week in at_level),
        done_percent=past.done_percent(part, FOUR_WEEKS),
        verdicts=tuple(word.verdict for _, word in past.verdicts_on(part)),
        calm_days=pain.calm_days,
        mean_pain=past.mean_pain,
        pain_rise=past.pain_since_start,
        usual=pain.usuals.later,
        high_ok=pain.accepted is not None and pain.usuals.later <= pain.accepted,
        function_worse=function_worse,
        screened_days=(past.starts - (past.person.screened or past.person.pain.on)).days,
        whole_weeks=_whole_weeks(past),
        bad_days=_bad_days(part, past),
        leg_down=pain.leg_down,
        crept=past.crept is not None,
        sign=past.sign_of_late,
        back=past.back_of_late,
    )


def _whole_weeks(past: Past) -> int:
    """Weeks running, up to the last, with 60 aerobic minutes or more, walks of one's own among them."""

    def whole(week: Week) -> bool:
        return done_so_far(week, past.entries, week.starts, week.starts + SIX_DAYS).minutes >= MINUTES

    return sum(1 for _ in takewhile(whole, reversed(past.weeks)))


def _bad_days(part: Part, past: Past) -> int | None:
    """Days since the last session of a part that was too much, or in which an exercise of it hurt; None without one in
    four weeks.
    """
    bad = [on for on, word in past.verdicts_on(part) if word.verdict == "regress"]
    for day in past.days_with(part) if past.hurt else ():
        held = {item.exercise for block in day.blocks() if block.kind == part for item in block.items}
        bad += [day.on] if held.intersection(past.hurt.get(day.on, ())) else []
    return (past.starts - max(bad)).days if bad else None


def start_level(person: Person) -> Level:
    """The level a plan begins at: the advanced one is earned by the diary."""
    return "intermediate" if person.level == "advanced" else person.level
