"""An infection elsewhere, or weakened immunity, makes an infection of the spine more likely."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="infection-risk",
    level="urgent",
    name="new back pain after an infection or with weak defences",
    asks=(
        "New back pain after an infection that needed antibiotics, or an injection into the spine, in the last weeks; "
        "or after injected drugs, or while long steroid treatment, a transplant or HIV weakens your immune system"
    ),
    brief="New back pain after antibiotics, a spinal injection or injected drugs; or on long steroids, transplant, HIV",
    claim=__doc__,
    sources=("finucane-2020", "bigos-1994"),
    inference="which infections, the injection into the spine, and the last weeks; the sources say a recent infection",
)
