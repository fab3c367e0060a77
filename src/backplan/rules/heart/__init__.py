"""What is asked of heart, lungs and diabetes, in the order it is asked: signs to be seen first, then known diseases."""

from backplan.rules.heart import blackout, breathless, diabetes, heart_disease, lung_disease, racing_heart, tight_chest
from backplan.rules.kinds import HeartRule

HEART: tuple[HeartRule, ...] = (
    tight_chest.RULE,
    breathless.RULE,
    blackout.RULE,
    racing_heart.RULE,
    heart_disease.RULE,
    lung_disease.RULE,
    diabetes.RULE,
)
