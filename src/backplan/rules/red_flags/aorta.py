"""Sudden severe pain with faintness may come from the main artery of the tummy (a ruptured aneurysm)."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="aorta",
    level="emergency",
    name="sudden severe pain with faintness or a known aneurysm",
    asks=(
        "Sudden severe back or tummy pain with faintness, clammy skin or a throbbing in the tummy, or new "
        "pain with a known aneurysm"
    ),
    brief="Sudden bad back or tummy pain: faint, clammy or throbbing; aneurysm",
    called="stomach, belly, abdomen",
    claim=__doc__,
    sources=("nice-ng156-2020",),
    inference="faintness and clammy skin; the source speaks of collapse or loss of consciousness",
)
