"""Pain between the shoulder blades that is constant, or that has another warning sign beside it, should be looked
at soon.
"""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="upper-back-with-signs",
    level="urgent",
    name="pain between the shoulder blades, with other signs",
    asks=(
        "Pain mainly between the shoulder blades that is constant or like a band, or that comes with thin "
        "bones, a fall, fever or past cancer"
    ),
    brief="Pain between the shoulder blades, constant or band-like, or with thin bones, a fall, fever, past cancer",
    milder="upper-back",
    graver_if="Is it constant or like a band, or is there a fall, fever, thin bones or past cancer?",
    claim=__doc__,
    sources=("finucane-2020", "nice-ng234-2023"),
    inference="which signs make it urgent",
)
