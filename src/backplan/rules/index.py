"""The whole index of rules: every kind, what it answers, and its rooms in reading order."""

from collections.abc import Mapping, Sequence

from backplan.rules.advice import ADVICE
from backplan.rules.budget import BUDGETS
from backplan.rules.change import CHANGES, FUNCTIONS
from backplan.rules.claims import Rule
from backplan.rules.dose import DOSES
from backplan.rules.exclusion import EXCLUSIONS
from backplan.rules.favour import FAVOURS
from backplan.rules.growth import GROWTH, LOADS, STATED
from backplan.rules.hard import HARD
from backplan.rules.heart import HEART
from backplan.rules.intensity import INTENSITIES
from backplan.rules.level import LEVEL_RULES
from backplan.rules.manner import MANNERS
from backplan.rules.pain import PAIN_RULES
from backplan.rules.precaution import PRECAUTIONS
from backplan.rules.progress import PROGRESS, RAMPS
from backplan.rules.red_flags import RED_FLAGS
from backplan.rules.screening import SCREENING
from backplan.rules.slow import SLOW
from backplan.rules.target import TARGETS
from backplan.rules.time import TIMES

KINDS: Mapping[str, tuple[str, Sequence[Rule]]] = {
    "red-flag": ("Which signs must be reported before any exercise?", RED_FLAGS),
    "heart": ("What of heart, lungs and diabetes must be seen, or known, before any exercise?", HEART),
    "screening": ("May this person exercise today?", SCREENING),
    "pain": ("What kind of session does today's pain allow?", PAIN_RULES),
    "exclusion": ("May this person be given this exercise?", EXCLUSIONS),
    "precaution": ("Is this exercise only for when nothing plainer serves?", PRECAUTIONS),
    "favour": ("Does this exercise suit the person especially well?", FAVOURS),
    "manner": ("How does the person do an exercise, besides its steps?", MANNERS),
    "target": ("What must a week hold, how much and how often?", TARGETS),
    "dose": ("How much of an exercise, given pain and stage?", DOSES),
    "time": ("How long does an exercise take?", TIMES),
    "hard": ("May an exercise be hard?", HARD),
    "budget": ("How many of a day's minutes are used?", BUDGETS),
    "progress": ("What does a recorded session say?", PROGRESS),
    "growth": ("May a block take a step up?", GROWTH),
    "load": ("May an exercise take more load?", LOADS),
    "stated": ("Is a step taken that a therapist stated?", STATED),
    "level": ("May a block rise to the next level?", LEVEL_RULES),
    "ramp": ("How do aerobic minutes grow?", RAMPS),
    "slow": ("Who needs the slow ramp of aerobic minutes?", SLOW),
    "intensity": ("May walks and rides become brisker?", INTENSITIES),
    "change": ("Has pain changed since the start?", CHANGES),
    "function": ("Has what the person can do changed since the start?", FUNCTIONS),
    "advice": ("What do the last weeks ask for, beside the plan?", ADVICE),
}
