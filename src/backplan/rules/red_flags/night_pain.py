"""Pain that nothing eases and that keeps growing may be more than a strained back.

Pain that wakes you when you turn is common and is not this flag.
"""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="night-pain",
    level="urgent",
    name="pain that no position eases",
    asks="Pain that no position eases, day or night, and that is steadily getting worse",
    brief="Pain that no position eases, getting worse",
    milder="night-pain-unsure",
    graver_if="Is it steadily getting worse?",
    claim=__doc__,
    sources=("finucane-2020", "bigos-1994", "nice-ng234-2023"),
    inference="'no position' and 'steadily worse', so that ordinary night pain does not tick it",
)
