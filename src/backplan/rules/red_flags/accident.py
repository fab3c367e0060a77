"""A serious accident or fall may have broken a bone of the spine.

An older or examined injury is not this flag.
"""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="accident",
    level="emergency",
    name="an accident that nobody has looked at",
    asks=(
        "It began after a serious accident or a fall from a height within the last 6 weeks, and nobody has "
        "examined you since"
    ),
    brief="Bad accident or high fall within 6 weeks, unexamined",
    claim=__doc__,
    sources=("finucane-2020", "bigos-1994"),
    inference="6 weeks, and 'not examined since'",
)
