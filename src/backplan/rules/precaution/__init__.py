"""Care: exercises to use only when nothing plainer serves."""

from backplan.rules.plan_kinds import Precaution
from backplan.rules.precaution import only_if_needed

PRECAUTIONS: tuple[Precaution, ...] = (only_if_needed.RULE,)
