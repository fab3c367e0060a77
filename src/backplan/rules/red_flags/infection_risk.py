"""An infection elsewhere, or weakened immunity, makes an infection of the spine more likely."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="infection-risk",
    level="urgent",
    asks=(
        "New back pain after a recent infection or injected drugs, or while long steroid treatment, a "
        "transplant or HIV weakens your immune system"
    ),
    claim=__doc__,
    sources=("finucane-2020", "bigos-1994"),
)
