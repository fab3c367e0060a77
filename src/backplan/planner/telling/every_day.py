"""What goes on besides the sessions: the little that is done every day with some conditions, and the hours at work.

Each sentence is our own judgement; the exercises it names are in the library.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from backplan.rules.exclusion.pelvic_floor_strain import SPARED
from backplan.rules.favour.seated import SEATED

if TYPE_CHECKING:
    from backplan.model.case import Case
    from backplan.model.vocabulary import Tag

PELVIC_FLOOR = (
    "Squeeze and lift your pelvic floor ten times every day, on days without a session, too "
    "(`backplan library pelvic-floor-squeeze`), and breathe out on every effort."
)
DAILY: Mapping[Tag, str] = {
    **dict.fromkeys(SPARED, PELVIC_FLOOR),
    "axial-spondyloarthritis": (
        "Move your back every day, on days without a session, too: arch it gently over a chair "
        "(`backplan library chair-upper-back-extension`), and breathe wide into your ribs (`backplan library "
        "rib-breathing`)."
    ),
    "balance-poor": "At home, stand in shoes, within reach of a worktop or a heavy chair.",
    "hypermobility": "End every stretch, and every straightening, a little before it ends by itself.",
    "wheelchair-user": "Before each exercise in your wheelchair, put the brakes on and sit well back.",
    "vertebral-fracture-new": (
        "Keep your back straight when you reach, lift or sit down; roll onto your side to get up. Once 12 weeks have "
        "passed and your clinician agrees, say so: `backplan init --only conditions`."
    ),
}
EASE = "begin and end gently, and keep to a pace at which you can talk"
WITH_HEART: Mapping[str, str] = {
    "heart-disease": (
        f"With your heart: {EASE}; breathe out on every effort. With chest tightness, unusual "
        "breathlessness or dizziness, stop: if it does not pass within minutes, get help at once."
    ),
    "lung-disease": f"With your lungs: {EASE}; rest before you are out of breath.",
    "diabetes": (
        "With diabetes: have something sweet within reach, look at your feet after a walk, and ask your clinician "
        "whether to measure before you exercise."
    ),
}
SITS = (
    "Your work is done sitting: every half hour or so, get up or change your position for a minute "
    "(`backplan library sitting-break`)."
)
SHIFTS_ON_THE_SEAT = "Your work is done sitting: every half hour or so, shift your weight and move your arms and back."
LIFTS = (
    "Before you lift at work, move for two or three minutes: a few steps and some slow bends at the hips "
    "(`backplan library hip-hinge`). Then keep the load close, and breathe out as you lift."
)
FIRST, AGAIN = 2, 4  # weeks in which it is said, and after which it is said again; our own inference
LIFTS_SEATED = "Before you lift at work, move your arms and back for two or three minutes; keep the load close."


def daily(case: Case) -> str:
    """What is good to do every day, with or without a session; nothing where only ways to cope are given, or only
    walks and easy movement.
    """
    if not case.kind.trains or case.easy_only:
        return ""
    tags = case.tags if on_foot(case) else case.tags - {"balance-poor"}
    return " ".join(dict.fromkeys(sentence for tag, sentence in DAILY.items() if tag in tags))


def with_heart(case: Case) -> str:
    """How to go about any exercise with a known disease of heart or lungs, or diabetes."""
    signs = {flag.id for flag in case.person.heart or () if flag.present}
    return " ".join(sentence for disease, sentence in WITH_HEART.items() if disease in signs)


def on_foot(case: Case) -> bool:
    """Whether walking is something to speak of."""
    return case.tags.isdisjoint(SEATED)


def work(case: Case) -> str:
    """What helps a back at work: said in the first weeks, and again in a week out of four."""
    if case.programme_week > FIRST and case.programme_week % AGAIN:
        return ""
    seated = not on_foot(case)
    found = (
        ("sitting-work", SHIFTS_ON_THE_SEAT if seated else SITS),
        ("lifting-work", LIFTS_SEATED if seated else LIFTS),
    )
    return " ".join(sentence for tag, sentence in found if tag in case.tags)
