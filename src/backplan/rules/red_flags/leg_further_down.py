"""Pain that moves further down the leg may mean that a nerve is more irritated than before; whoever cleared you should
know of it.
"""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="leg-further-down",
    level="clinician-first",
    asks="Pain that goes further down your leg than it used to, or is new below the knee",
    claim=__doc__,
    sources=("may-2018", "finucane-2020"),
    inference="the whole flag; the sources are about pain that moves while one exercises, and about nerve signs",
)
