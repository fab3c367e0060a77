"""Clumsy hands with unsteady walking may mean that the spinal cord is squeezed in the neck."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="hands-and-walking",
    level="emergency",
    name="clumsy hands with unsteady walking",
    asks="Clumsy hands together with unsteady walking, getting worse",
    brief="Clumsy hands and unsteady walking, getting worse",
    claim=__doc__,
    sources=("davies-2018",),
    inference="the emergency level, and asking it of everybody with back pain",
)
