"""The red flags, in the order they are asked: emergency, urgent, clinician first."""

from backplan.rules.kinds import RedFlag
from backplan.rules.red_flags import (
    accident,
    aorta,
    bladder_bowel,
    both_legs,
    calf_and_breathless,
    calf_swelling,
    cancer_history,
    chest_pain,
    fever,
    fever_very_unwell,
    first_episode_age,
    fragility,
    hands_and_walking,
    infection_risk,
    inflammatory,
    leg_weakness,
    lump,
    night_pain,
    night_pain_unsure,
    not_better,
    one_leg_numbness,
    saddle_numbness,
    sexual_function,
    upper_back,
    upper_back_with_signs,
    walking_leg_pain,
    weight_loss,
)

RED_FLAGS: tuple[RedFlag, ...] = (
    saddle_numbness.RULE,
    bladder_bowel.RULE,
    sexual_function.RULE,
    both_legs.RULE,
    leg_weakness.RULE,
    chest_pain.RULE,
    accident.RULE,
    aorta.RULE,
    hands_and_walking.RULE,
    calf_and_breathless.RULE,
    fever_very_unwell.RULE,
    fever.RULE,
    infection_risk.RULE,
    cancer_history.RULE,
    weight_loss.RULE,
    night_pain.RULE,
    lump.RULE,
    upper_back_with_signs.RULE,
    fragility.RULE,
    calf_swelling.RULE,
    upper_back.RULE,
    first_episode_age.RULE,
    inflammatory.RULE,
    one_leg_numbness.RULE,
    walking_leg_pain.RULE,
    not_better.RULE,
    night_pain_unsure.RULE,
)
# What is an emergency only if it is new, changed or worse since the back trouble began.
CHANGED = frozenset(each.RULE.id for each in (saddle_numbness, bladder_bowel, sexual_function, both_legs))
EMERGENCIES = frozenset(rule.id for rule in RED_FLAGS if rule.level == "emergency")


def asked_of(born: int | None, year: int) -> tuple[RedFlag, ...]:
    """The red flags that are asked in a year of somebody born in a year: all, but what their age does not call for."""
    spared = () if first_episode_age.asked_of(born, year) else (first_episode_age.RULE,)
    return tuple(rule for rule in RED_FLAGS if rule not in spared)
