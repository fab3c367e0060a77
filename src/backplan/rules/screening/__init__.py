"""Who may exercise today: each rule gives the one sentence that stops, and says how the stop lifts."""

from backplan.rules.kinds import Screening
from backplan.rules.screening import (
    adults,
    birth_cleared,
    clearance_ended,
    clearance_expired,
    clearance_future,
    clearance_required,
    clinician_first,
    emergency_flags,
    heart_known,
    heart_signs,
    leg_further_down,
    multiple_known,
    must_be_known,
    pain_controlled,
    pregnancy_cleared,
    pregnancy_over,
    surgery_released,
    urgent_flags,
)

SCREENING: tuple[Screening, ...] = (
    emergency_flags.RULE,
    urgent_flags.RULE,
    heart_signs.RULE,
    adults.RULE,
    clearance_required.RULE,
    clearance_future.RULE,
    clearance_expired.RULE,
    clearance_ended.RULE,
    birth_cleared.RULE,
    clinician_first.RULE,
    leg_further_down.RULE,
    heart_known.RULE,
    must_be_known.RULE,
    surgery_released.RULE,
    pregnancy_cleared.RULE,
    multiple_known.RULE,
    pregnancy_over.RULE,
    pain_controlled.RULE,
)
