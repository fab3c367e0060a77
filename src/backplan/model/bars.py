"""What bars exercises on a day, and what a person wishes: values that tell whether a stored week still holds.

Each is kept in the store as one line of text.
"""

from itertools import takewhile
from typing import Self, cast

from backplan.model.vocabulary import AerobicKind, Level, Mode, Weekday
from backplan.named_tuple import NamedTuple


class Bars(NamedTuple):
    """Everything that leaves exercises out on one day, or changes how much is given.

    ``stop`` is the screening rule that stops the person ("" for none); ``tags`` bar, ``care`` only calls for care;
    ``too_much`` are the days of this week's sessions that were too much, as ISO text, and with a colon and its id
    behind it an exercise that hurt on one; ``refers`` says that pain has lasted long enough to see somebody; ``own``
    marks the person's own exercises ("" without any).
    """

    stop: str = ""
    pause: bool = False
    tags: tuple[str, ...] = ()
    care: tuple[str, ...] = ()
    prescribed: tuple[str, ...] = ()  # the numbers of the items in force
    mode: Mode = "normal"
    quarters: bool = False  # three quarters of the doses are given
    too_much: tuple[str, ...] = ()
    level: Level = "basic"
    refers: bool = False
    things: tuple[str, ...] = ()  # equipment, with its place where that was said, and strokes
    acute: bool = False
    own: str = ""

    @property
    def line(self) -> str:
        """The bars as one line of text, as the store keeps them and ``Bars.of`` reads them back."""
        parts = [
            f"stop={self.stop}",
            f"pause={self.pause}",
            *self.tags,
            *(f"{CARE}{tag}" for tag in self.care),
            f"prescribed={','.join(self.prescribed)}",
            f"mode={self.mode}",
            f"quarters={self.quarters}",
            f"eased={','.join(self.too_much)}",
            f"level={self.level}",
            f"refers={self.refers}",
            *self.things,
            f"acute={self.acute}",
        ]
        return " ".join(parts) + (f"{OWN}{self.own}" if self.own else "")

    @classmethod
    def of(cls, line: str) -> Self:
        """The bars that a stored line of text describes; what the line does not say is as in ``Bars()``."""
        line, _, own = line.partition(OWN)
        words = line.split()
        parts = dict(word.split("=", 1) for word in words if "=" in word)
        plain = [word for word in words if "=" not in word and not word.startswith(CARE)]
        before = sum("=" not in word and not word.startswith(CARE) for word in _until("prescribed=", words))
        return cls(
            stop=parts.get("stop", ""),
            pause=parts.get("pause") == "True",
            tags=tuple(plain[:before]),
            care=tuple(word.removeprefix(CARE) for word in words if word.startswith(CARE)),
            prescribed=_several(parts.get("prescribed")),
            mode=cast("Mode", parts.get("mode", "normal")),
            quarters=parts.get("quarters") == "True",
            too_much=_several(parts.get("eased")),
            level=cast("Level", parts.get("level", "basic")),
            refers=parts.get("refers") == "True",
            things=tuple(plain[before:]),
            acute=parts.get("acute") == "True",
            own=own,
        )


OWN = " own="  # before the mark of the person's own exercises, which ends the line and may hold spaces
CARE = "care:"  # before a tag that only calls for care


def _until(end: str, words: list[str]) -> list[str]:
    """The words before the first that begins so."""
    return list(takewhile(lambda word: not word.startswith(end), words))


def _several(text: str | None) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()


class Wishes(NamedTuple):
    """What a person would like of their weeks: a change of it never alters a week without being asked.

    ``comfortable`` are the aerobic minutes that they find comfortable, ``kinds`` those of some kinds apart.
    """

    minutes: tuple[tuple[Weekday, int], ...] = ()
    pool_days: tuple[Weekday, ...] = ()
    likes: tuple[str, ...] = ()
    dislikes: tuple[str, ...] = ()
    comfortable: int = 0
    kinds: tuple[tuple[AerobicKind, int], ...] = ()

    @property
    def line(self) -> str:
        """The wishes as one line of text, as the store keeps them and ``Wishes.of`` reads them back."""
        minutes, kinds = ([f"{what}:{many}" for what, many in pairs] for pairs in (self.minutes, self.kinds))
        parts = (minutes, self.pool_days, self.likes, self.dislikes, [str(self.comfortable)], kinds)
        return "|".join(",".join(part) for part in parts)

    @classmethod
    def of(cls, line: str) -> Self:
        """The wishes that a stored line of text describes; empty ones for a line that is none, and empty what has been
        asked only since it was stored.
        """
        if "|" not in line:
            return cls()
        parts = (line + "|" * len(cls._fields)).split("|")
        minutes, pool, likes, dislikes, comfortable, kinds = parts[: len(cls._fields)]
        offered, apart = ([pair.partition(":")[::2] for pair in _several(part)] for part in (minutes, kinds))
        return cls(
            minutes=tuple((cast("Weekday", day), int(many)) for day, many in offered),
            pool_days=cast("tuple[Weekday, ...]", _several(pool)),
            likes=_several(likes),
            dislikes=_several(dislikes),
            comfortable=int(comfortable or 0),
            kinds=tuple((cast("AerobicKind", kind), int(many)) for kind, many in apart),
        )
