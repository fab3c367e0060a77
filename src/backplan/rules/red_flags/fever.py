"""Back pain with a fever may be an infection of the spine or the kidneys."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="fever",
    level="urgent",
    name="fever or chills",
    asks="Fever or chills, or fever with pain in your side or burning when you pass water",
    brief="Fever or chills",
    claim=__doc__,
    sources=("finucane-2020", "bigos-1994"),
    inference="folding kidney infection into this question",
)
