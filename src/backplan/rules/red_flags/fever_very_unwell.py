"""A fever with severe illness, or with weakened immunity, may be a serious infection."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="fever-very-unwell",
    level="emergency",
    name="fever and feeling very unwell",
    asks="Fever or chills and feeling severely unwell, or fever while your immune system is weakened",
    brief="Fever or chills, and very unwell or with a weak immune system",
    milder="fever",
    graver_if="Do you feel very unwell with it, or is your immune system weak?",
    claim=__doc__,
    sources=("finucane-2020", "bigos-1994"),
    inference="the emergency level",
)
