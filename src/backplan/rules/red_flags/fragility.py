"""Thin bones can break in a minor fall."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="fragility",
    level="urgent",
    asks=(
        "Pain that began after a minor fall or strain, and you are 50 or older, have thin bones or have taken "
        "steroids for long"
    ),
    claim=__doc__,
    sources=("finucane-2020", "bigos-1994"),
    inference="50 as the age; the sources speak of older people",
)
