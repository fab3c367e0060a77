"""What is told of a week, as values: what a person should know, and what has changed. Its sentence is read by people
alone; what it is about is told beside it.
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from backplan.named_tuple import NamedTuple

NoticeKind = Literal[
    "pain", "stops", "begun", "level", "empty", "clearance", "mornings", "pregnancy", "birth", "leg", "slow", "coping",
    "review", "lifted", "barred", "fewer", "wishes", "rescreen", "unread", "waits", "full", "turn", "gap", "earlier",
    "spike", "flares", "pain-control", "new-questions", "pressure", "daily", "work", "manner",
    "unstored", "age", "creep", "too-much", "sign", "sign-asked", "operated", "back",
]  # fmt: skip
ChangeKind = Literal["anew", "missed", "moved", "swapped", "replaced", "sets", "earlier"]

# What concerns safety: what stops or sends to a clinician; then what bars, what asks for care, what is asked about it.
STOPS: frozenset[NoticeKind] = frozenset((
    "stops", "pain", "pain-control", "flares", "too-much", "creep", "leg", "pressure", "pregnancy", "birth",
    "sign-asked",
))  # fmt: skip
BARS: frozenset[NoticeKind] = frozenset(
    {"barred", "operated", "spike", "mornings", "daily", "rescreen", "new-questions"}
)


class Notice(NamedTuple):
    """Something a person should read above their week.

    ``about`` are the exercises it speaks of, by id; none of the whole week. ``detail`` is its sentence without their
    names, for where one of them alone is told of. ``parts`` are the parts of the plan it speaks of, if of any. What
    was stored before kinds were kept is "earlier".
    """

    kind: NoticeKind
    sentence: str
    about: tuple[str, ...] = ()
    detail: str = ""
    parts: tuple[str, ...] = ()

    @property
    def safety(self) -> bool:
        """Whether it concerns safety, so that it stands wherever the week does."""
        return self.kind in STOPS | BARS


def by_danger(notices: Iterable[Notice]) -> list[Notice]:
    """Notices in the order in which they are to be read: what stops, what bars, all else; each in its own order."""
    return sorted(notices, key=lambda each: 0 if each.kind in STOPS else 1 if each.kind in BARS else 2)


class Change(NamedTuple):
    """Something that is not as it was: since the week was last shown, or since the week before.

    ``about`` are the exercises it speaks of, by id, the new one first where one replaced another; ``on`` is the day of
    a missed session. What was stored before kinds were kept is "earlier".
    """

    kind: ChangeKind
    sentence: str
    about: tuple[str, ...] = ()
    on: date | None = None
