"""New trouble with the bladder or bowel may mean that the nerves at the base of the spine are squeezed (cauda
equina).

Long-standing leaking on coughing or prostate trouble is not this flag.
"""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="bladder-bowel",
    level="emergency",
    name="trouble with bladder or bowel",
    asks=(
        "Trouble starting, stopping or feeling when you pass water, or loss of bladder or bowel control, that"
        " is new or has changed since this back trouble began"
    ),
    brief="Bladder or bowels: hard to start, stop, hold, feel",
    claim=__doc__,
    sources=("finucane-2020", "girft-2023"),
    inference="'new or changed', so that long-standing leaking does not tick it",
)
