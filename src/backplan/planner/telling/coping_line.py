"""Coping lines: the one line on coping that fits a week of pain, and the topic that comes first. All short, no figures.

Each line leads to its page of data/coping.yaml, which has the sources and says what is our own judgement.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from backplan.named_tuple import NamedTuple
from backplan.rules.pain.high import HIGH

if TYPE_CHECKING:
    from backplan.model.case import PainToday
    from backplan.model.vocabulary import Mode


class CopingLine(NamedTuple):
    """One line on coping: what to say, the page that says more, and the sources it leans on."""

    topic: str
    words: str
    sources: tuple[str, ...]
    upright: bool = False  # it speaks of getting up, to who can


GENTLE = (
    CopingLine(
        "flare", "Do less of everything rather than nothing, and be up in short spells.", ("rizzo-2025",), upright=True
    ),
    CopingLine(
        "breathing",
        "Try a few minutes of slow breathing: in trials, of low certainty, it eased back pain.",
        ("jiang-2024",),
    ),
    CopingLine(
        "moving",
        "Get up from your chair now and then, and sit as you like in between.",
        ("costa-2022", "suri-2025"),
        upright=True,
    ),
    CopingLine(
        "sleep", "Keep to your hours in bed: longer time in bed went with more days of raised pain.", ("costa-2022",)
    ),
)
STILL = (
    CopingLine("breathing", "Breathe slowly for a few minutes, out a little longer than in.", ("jiang-2024",)),
    CopingLine("mindfulness", "Notice what is there, and come back to your breath.", ("cherkin-2016",)),
    CopingLine("relaxation", "Gently tighten and let go, one part after the other; skip what hurts.", ("qaseem-2017",)),
)
HIGH_PAIN = (
    CopingLine("pacing", "Keep to the same amount on good days and on bad ones.", ("nielson-2013",)),
    CopingLine("sleep", "Sleep and back pain go together; a quiet last hour is worth a try.", ("silva-2024",)),
    CopingLine("relaxation", "Tighten and let go, one part of the body after the other.", ("qaseem-2017",)),
    CopingLine("fear", "Exercise itself lowers the fear of moving.", ("martinez-calderon-2020",)),
    CopingLine("mindfulness", "Pain may be noticed without being fought.", ("cherkin-2016",)),
)
BY_MODE: Mapping[Mode, tuple[CopingLine, ...]] = {"flare": GENTLE, "coping-only": STILL}


def fitting(mode: Mode, programme_week: int, pain: int = 0, *, on_foot: bool = True) -> CopingLine | None:
    """The coping line of a week: another one each week, the same for the same week; None where none is called for.
    Whoever is not on their feet is told nothing of getting up.
    """
    all_lines = BY_MODE.get(mode, HIGH_PAIN if pain >= HIGH else ())
    lines = [line for line in all_lines if on_foot or not line.upright]
    return lines[(programme_week - 1) % len(lines)] if lines else None


def one_line(mode: Mode, programme_week: int, pain: int = 0, *, on_foot: bool = True) -> str:
    """The coping line of a week with the page it leads to, as a notice; nothing where none is called for."""
    found = fitting(mode, programme_week, pain, on_foot=on_foot)
    return f"{found.words} More: `backplan cope {found.topic}`." if found else ""


def first_topic(mode: Mode, pain: PainToday) -> str | None:
    """The topic a person should see first today, if their pain calls for one."""
    if mode == "coping-only":
        return "breathing"
    if pain.flare_open or pain.flare_said or pain.returning:
        return "flare"
    return "pacing" if mode == "flare" or pain.now >= HIGH else None
