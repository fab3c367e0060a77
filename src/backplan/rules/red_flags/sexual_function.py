"""New loss of sexual feeling or function may mean that the nerves at the base of the spine are squeezed (cauda
equina).
"""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="sexual-function",
    level="emergency",
    name="loss of sexual feeling or function",
    asks="Loss of sexual feeling or function that is new since this back trouble began",
    brief="Loss of sexual feeling or function",
    claim=__doc__,
    sources=("finucane-2020", "girft-2023"),
    inference="'new or changed' in every cauda equina question",
)
