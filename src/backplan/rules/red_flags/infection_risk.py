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
    brief="New pain after antibiotics, injections; or steroids, HIV, transplant",
    called="a spinal injection, on long steroids",
    claim=__doc__,
    sources=("finucane-2020", "bigos-1994"),
    inference="which infections, the injection into the spine, and the last weeks; the sources say a recent infection",
)
