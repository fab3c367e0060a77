"""The kinds of week, in one table: what pain, or how new it is, makes of a week. A new kind is a new row."""

from collections.abc import Mapping

from backplan.model.vocabulary import Mode
from backplan.named_tuple import NamedTuple


class WeekKind(NamedTuple):
    """What one kind of week is like.

    ``label`` stands in its title ("" needs none), ``about`` ends a sentence about it, ``was`` is what it is called when
    it is looked back on. ``trains``: exercises are given,
    and not only ways to cope. ``gentle``: short days, half the work, nothing hard. ``grows``: a whole week, in which
    doses may grow and from which the next one goes on.
    """

    label: str
    about: str
    was: str
    trains: bool = True
    gentle: bool = False
    grows: bool = False


WEEK_KINDS: Mapping[Mode, WeekKind] = {
    "normal": WeekKind("", "a normal week", "", grows=True),
    "flare": WeekKind("gentle week", "a gentle week", "flare week", gentle=True),
    "acute": WeekKind("first weeks of pain", "easy movement", "first weeks of pain", grows=True),
    "coping-only": WeekKind("coping only", "ways to cope only", "coping only", trains=False),
}
