"""New pain down both legs, or new or worsening nerve signs in both together, may mean that the nerves of the spine are
squeezed.

A long-known ache in both legs on walking that eases on sitting is asked about elsewhere.
"""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="both-legs",
    level="emergency",
    name="numbness, weakness or pain in both legs",
    asks="New or worsening numbness, tingling or weakness in both legs together, or new pain shooting down both legs",
    brief="Both legs numb, tingling, weak, or with shooting pain",
    claim=__doc__,
    sources=("finucane-2020", "girft-2023"),
    inference="the wording that keeps ordinary spinal stenosis out",
)
