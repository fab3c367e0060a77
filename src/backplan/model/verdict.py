"""What followed a session, and the verdict on it: the values that the progress rules read and give."""

from typing import Literal, NamedTuple

Verdict = Literal["regress", "hold", "green", "amber-ok"]


class SessionOutcome(NamedTuple):
    """What followed a session: pain 0-10 before it, at its highest, and on the next morning (None: not logged).

    ``usual`` is the pain to hold these against; ``leg_steps`` is how far pain moved down the leg (0 not, 1 from back to
    buttock ...); ``high_ok`` says that a clinician accepted a higher usual pain; ``tired_muscles`` that the morning's
    pain was tired muscles.
    """

    before: int
    peak: int
    morning: int | None
    usual: int
    leg_steps: int = 0
    high_ok: bool = False
    tired_muscles: bool = False
