"""New or changing back pain in somebody who has had cancer should be looked at before exercise."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="cancer-history",
    level="urgent",
    name="cancer, now or in the past",
    asks="Cancer now or in the past, and back pain that is new or changing",
    brief="Cancer, now or past, and new or changing pain",
    claim=__doc__,
    sources=("finucane-2020", "bigos-1994", "nice-ng234-2023"),
)
