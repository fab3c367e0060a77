"""What a rule of any kind claims, in the words of its own room."""

from __future__ import annotations

from inspect import cleandoc

from backplan.rules.kinds import HeartRule, PainRule, RedFlag, Screening
from backplan.rules.plan_kinds import (
    Advice,
    BudgetRule,
    ChangeRule,
    DoseRule,
    Exclusion,
    Favour,
    FunctionRule,
    GrowthRule,
    HardRule,
    IntensityRule,
    LevelRule,
    MannerRule,
    Precaution,
    ProgressRule,
    RampRule,
    SlowRule,
    StatedRule,
    Target,
    TimeRule,
)

Rule = (
    RedFlag
    | HeartRule
    | Screening
    | PainRule
    | Exclusion
    | Precaution
    | Favour
    | MannerRule
    | Target
    | DoseRule
    | TimeRule
    | SlowRule
    | HardRule
    | BudgetRule
    | RampRule
    | GrowthRule
    | StatedRule
    | IntensityRule
    | LevelRule
    | ProgressRule
    | ChangeRule
    | FunctionRule
    | Advice
)


def paragraphs(text: str) -> list[str]:
    """A claim as paragraphs, each in one line, to be broken where it is shown."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def claim(rule: Rule) -> str:
    """The claim a rule makes, in the words of its own room."""
    if isinstance(rule, RedFlag | HeartRule):
        return cleandoc(rule.claim)
    function = (
        rule.ask
        if isinstance(rule, Target)
        else rule.adjust
        if isinstance(rule, DoseRule | BudgetRule | RampRule)
        else rule.percent
        if isinstance(rule, TimeRule)
        else rule.check
    )
    return cleandoc(function.__doc__ or "")
