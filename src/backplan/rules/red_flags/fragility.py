"""Thin bones can break in a minor fall."""

from backplan.rules.kinds import RedFlag

FROM_AGE = 50

RULE = RedFlag(
    id="fragility",
    level="urgent",
    name="pain after a minor fall or strain",
    asks=(
        f"Pain that began after a minor fall or strain, and you are {FROM_AGE} or older, have thin bones or have taken "
        "steroids for long"
    ),
    brief="Since a small fall or strain, and 50+, thin bones or steroids",
    claim=__doc__,
    sources=("finucane-2020", "bigos-1994"),
    inference="50 as the age; the sources speak of older people",
)
