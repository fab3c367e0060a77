"""The rules as the program finds them: through the index tuples, looked up anew at every call.

A test that asks here notices when a rule is no longer in its index; a test that calls a room directly would not.
"""

from collections.abc import Sequence
from datetime import date
from types import ModuleType
from typing import Any

from backplan.model.case import Case, PainToday
from backplan.model.exercise import Exercise
from backplan.model.lately import Lately
from backplan.model.outcome import (
    BlockDone,
    BlockHistory,
    BoutsDone,
    Direction,
    FunctionChange,
    PainChange,
    StepDue,
    WeekDone,
)
from backplan.model.person import Person
from backplan.model.verdict import SessionOutcome, Verdict
from backplan.model.vocabulary import Mode
from backplan.model.week import GivenDose
from backplan.rules import (
    advice,
    budget,
    change,
    dose,
    exclusion,
    favour,
    growth,
    hard,
    heart,
    intensity,
    level,
    manner,
    pain,
    precaution,
    progress,
    red_flags,
    screening,
    slow,
    target,
    time,
)
from backplan.rules.claims import Rule
from backplan.rules.kinds import RedFlag
from backplan.rules.plan_kinds import Target

# The index tuples: where each lives, and the test module of its kind.
INDEXES: dict[str, tuple[ModuleType, str]] = {
    "RED_FLAGS": (red_flags, "test_red_flags"),
    "HEART": (heart, "test_heart"),
    "SCREENING": (screening, "test_screening"),
    "PAIN_RULES": (pain, "test_pain"),
    "EXCLUSIONS": (exclusion, "test_exclusion"),
    "PRECAUTIONS": (precaution, "test_precaution"),
    "FAVOURS": (favour, "test_favour"),
    "MANNERS": (manner, "test_manner"),
    "TARGETS": (target, "test_target"),
    "DOSES": (dose, "test_dose"),
    "TIMES": (time, "test_time"),
    "SLOW": (slow, "test_slow"),
    "HARD": (hard, "test_hard"),
    "BUDGETS": (budget, "test_budget"),
    "PROGRESS": (progress, "test_progress"),
    "GROWTH": (growth, "test_growth"),
    "LOADS": (growth, "test_growth"),
    "STATED": (growth, "test_growth"),
    "LEVEL_RULES": (level, "test_level"),
    "RAMPS": (progress, "test_progress"),
    "INTENSITIES": (intensity, "test_intensity"),
    "CHANGES": (change, "test_change"),
    "FUNCTIONS": (change, "test_change"),
    "ADVICE": (advice, "test_advice"),
}


def rules_of(index: str) -> tuple[Rule, ...]:
    """The rules of one index tuple."""
    found: tuple[Rule, ...] = getattr(INDEXES[index][0], index)
    return found


def all_rules() -> list[tuple[str, Rule]]:
    """Every rule with the name of the tuple it stands in."""
    return [(index, rule) for index in INDEXES for rule in rules_of(index)]


def without(index: str, rule_id: str) -> tuple[Rule, ...]:
    """An index tuple as it would be without one rule."""
    return tuple(rule for rule in rules_of(index) if rule.id != rule_id)


def _named(rules: Sequence[Any], rule_id: str) -> Any:
    found = [rule for rule in rules if rule.id == rule_id]
    assert found, f"no rule {rule_id} in the index"
    return found[0]


def red_flag(rule_id: str) -> RedFlag:
    """The red flag of this id, which must be in the index."""
    found: RedFlag = _named(red_flags.RED_FLAGS, rule_id)
    return found


def target_of(rule_id: str) -> Target:
    """The target of this id, which must be in the index."""
    found: Target = _named(target.TARGETS, rule_id)
    return found


def stopped(who: Person, on: date) -> tuple[str, str] | None:
    """The first screening rule that stops, and its sentence."""
    for rule in screening.SCREENING:
        if (sentence := rule.check(who, on)) is not None:
            return rule.id, sentence
    return None


def stopped_by(who: Person, on: date) -> str | None:
    """The id of the first screening rule that stops."""
    found = stopped(who, on)
    return found and found[0]


def allowed(today: PainToday) -> tuple[str, Mode] | None:
    """The first pain rule that answers, and the kind of session it allows; None is a normal one."""
    for rule in pain.PAIN_RULES:
        if (mode := rule.check(today)) is not None:
            return rule.id, mode
    return None


def left_out(what: Exercise, on: Case) -> tuple[str, str] | None:
    """The first rule that leaves an exercise out, and its reason."""
    for rule in exclusion.EXCLUSIONS:
        if (reason := rule.check(what, on)) is not None:
            return rule.id, reason
    return None


def left_out_by(what: Exercise, on: Case) -> str | None:
    """The id of the first rule that leaves an exercise out."""
    found = left_out(what, on)
    return found and found[0]


def cautions(what: Exercise, on: Case) -> list[str]:
    """The care an exercise needs, from every precaution that answers."""
    return [reason for rule in precaution.PRECAUTIONS if (reason := rule.check(what, on)) is not None]


def favoured_by(what: Exercise, on: Case) -> list[str]:
    """The ids of all rules that favour an exercise."""
    return [rule.id for rule in favour.FAVOURS if rule.check(what, on)]


def manner_of(what: Exercise, on: Case) -> list[str]:
    """How an exercise is done, from every rule on manner that speaks."""
    return [word for rule in manner.MANNERS if (word := rule.check(what, on)) is not None]


def given(start: GivenDose, what: Exercise, on: Case) -> GivenDose:
    """A dose after all dose rules, in their order."""
    for rule in dose.DOSES:
        start = rule.adjust(start, what, on)
    return start


def takes(on: Case) -> int:
    """How long exercises take, in percent, after all time rules."""
    return max([100, *(rule.percent(on) for rule in time.TIMES)])


def slowed_by(on: Case) -> list[str]:
    """The ids of all rules that ask for the slow ramp."""
    return [rule.id for rule in slow.SLOW if rule.check(on)]


def usable(minutes: int, on: Case) -> int:
    """A day's minutes after all budget rules, in their order."""
    for rule in budget.BUDGETS:
        minutes = rule.adjust(minutes, on)
    return minutes


def judged(after: SessionOutcome) -> tuple[str, Verdict]:
    """The first progress rule that answers, and its verdict."""
    for rule in progress.PROGRESS:
        if (verdict := rule.check(after)) is not None:
            return rule.id, verdict
    raise AssertionError(f"no progress rule answers for {after}")


def against_growth(block: BlockDone) -> list[str]:
    """The ids of all growth rules that do not let a block take a step."""
    return [rule.id for rule in growth.GROWTH if not rule.check(block)]


def against_load(block: BlockDone) -> list[str]:
    """The ids of all rules that do not let an exercise of a block take more load."""
    return [rule.id for rule in growth.LOADS if not rule.check(block)]


def against_step(due: StepDue) -> list[str]:
    """The ids of the rules that pass over a step a therapist stated."""
    return [rule.id for rule in growth.STATED if not rule.check(due)]


def against_hard(what: Exercise, on: Case) -> list[str]:
    """The ids of all rules that do not let an exercise be hard."""
    return [rule.id for rule in hard.HARD if not rule.check(what, on)]


def against_intensity(bouts: BoutsDone) -> list[str]:
    """The ids of all intensity rules that do not let walks and rides become brisker."""
    return [rule.id for rule in intensity.INTENSITIES if not rule.check(bouts)]


def against_level(block: BlockHistory) -> list[str]:
    """The ids of all level rules that do not let a block rise."""
    return [rule.id for rule in level.LEVEL_RULES if not rule.check(block)]


def next_step(step: int, week: WeekDone) -> int:
    """Next week's aerobic minutes a session."""
    for rule in progress.RAMPS:
        step = rule.adjust(step, week)
    return step


def changed(found: PainChange) -> tuple[str, Direction, str] | None:
    """The first rule on change that speaks, which way it says pain went, and its sentence."""
    for rule in change.CHANGES:
        if (sentence := rule.check(found)) is not None:
            return rule.id, rule.direction, sentence
    return None


def able(found: FunctionChange) -> tuple[str, Direction, str] | None:
    """The first rule on what a person can do that speaks, which way it says it went, and its sentence."""
    for rule in change.FUNCTIONS:
        if (sentence := rule.check(found)) is not None:
            return rule.id, rule.direction, sentence
    return None


def advised(lately: Lately) -> dict[str, tuple[date, ...]]:
    """What the last weeks ask for: the rules that answer, by id, and the days that say so."""
    return {rule.id: days for rule in advice.ADVICE if (days := rule.check(lately))}
