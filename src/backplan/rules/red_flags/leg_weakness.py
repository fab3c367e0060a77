"""Weakness that spreads or grows may mean that a nerve or the spinal cord is being damaged."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="leg-weakness",
    level="emergency",
    name="a weak leg or a foot that drops",
    asks=(
        "Leg weakness that is severe, spreading or getting worse, a foot that has begun to drop, or new trouble walking"
    ),
    brief="Weak leg: severe, growing, spreading; foot drop; new trouble walking",
    called="severe leg weakness, a dropping foot, gives way, giving way, buckles",
    claim=__doc__,
    sources=("bigos-1994",),
    inference="the emergency level",
)
