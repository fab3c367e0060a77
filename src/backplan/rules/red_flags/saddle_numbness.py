"""New numbness of the saddle area may mean that the nerves at the base of the spine are squeezed (cauda equina).

A tingling buttock alone is ordinary sciatica and is asked about elsewhere.
"""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="saddle-numbness",
    level="emergency",
    name="numbness between the legs",
    asks=(
        "Numbness or tingling between the legs, around the genitals or back passage, or on the inner thighs, "
        "that is new or has changed since this back trouble began"
    ),
    brief="Numb or tingling: between legs, genitals, back passage, inner thighs",
    claim=__doc__,
    sources=("finucane-2020", "girft-2023"),
    inference="the exact area, so that ordinary sciatica does not tick it",
)
