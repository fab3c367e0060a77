"""Thin bones can break in a minor fall."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="fragility",
    level="urgent",
    asks=(
        "Pain that began after a minor fall or strain, when you are older, have thin bones or have taken "
        "steroids for long"
    ),
    claim=__doc__,
    sources=("finucane-2020", "bigos-1994"),
)
