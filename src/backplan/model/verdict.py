"""What followed a session, and the verdict on it: the values that the progress rules read and give."""

from typing import Literal

from backplan.named_tuple import NamedTuple

Verdict = Literal["regress", "hold", "unknown", "green", "amber-ok"]
GOOD: frozenset[Verdict] = frozenset({"green", "amber-ok"})
NO_WARNING: frozenset[Verdict] = GOOD | {"unknown"}


class SessionOutcome(NamedTuple):
    """What followed a session: pain 0-10 at its highest, and when next known within two days (None: not noted).

    ``usual`` is the pain to hold the latter against, ``usual_later`` the former (None: the same); ``leg_steps`` is how
    far pain moved down the leg (0 not, 1 from back to buttock ...); ``tired_muscles`` says that the next morning's pain
    was tired muscles.
    """

    peak: int | None
    after: int | None
    usual: int
    leg_steps: int = 0
    tired_muscles: bool = False
    usual_later: int | None = None
    hurt: bool = False  # of an exercise alone: whether it hurt sharply, or was stopped because it hurt
