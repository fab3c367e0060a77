"""Chest pain with back pain may come from the heart or the great blood vessels."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="chest-pain",
    level="emergency",
    name="chest pain",
    asks="Chest pain together with the back pain, or chest pain at rest that does not pass",
    brief="Chest pain at rest, or with back pain",
    claim=__doc__,
    sources=("riebe-2015",),
    inference="the emergency level",
)
