"""What a recorded session and a recorded week say: the first progress rule that answers is the verdict."""

from backplan.model.verdict import SessionOutcome, Verdict
from backplan.rules.plan_kinds import ProgressRule, RampRule
from backplan.rules.progress import aerobic_ramp, gap_restart, hurt, leg_down, morning_up, peak_high, settled, silent

PROGRESS: tuple[ProgressRule, ...] = (
    leg_down.RULE,
    peak_high.RULE,
    morning_up.RULE,
    hurt.RULE,
    silent.RULE,
    settled.RULE,
)
RAMPS: tuple[RampRule, ...] = (aerobic_ramp.RULE, gap_restart.RULE)


def answer(after: SessionOutcome) -> tuple[str, Verdict]:
    """The first rule that answers, by id, and the verdict it gives; the last always answers."""
    return next((rule.id, found) for rule in PROGRESS if (found := rule.check(after)) is not None)
