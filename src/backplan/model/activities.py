"""Activities beside the plan: how hard they are as a rule, where the person did not say (by their MET); which of them
are aerobic work, and which are known to be none.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Literal

from backplan.patterns import on_first_use

Effort = Literal["light", "moderate", "vigorous"]

MODERATE, VIGOROUS = 3.0, 6.0  # MET, from which work is so

# As our library tells of the same activity, from the 2011 Compendium of Physical Activities (ainsworth-2011).
_AS_IN_THE_LIBRARY = {
    "walk": 3.5, "bike": 4.0, "bike-ride": 4.0, "rowing": 4.8, "dancing": 3.0, "dance": 3.0, "hiking": 5.3, "hike": 5.3,
}  # fmt: skip
# Our own estimates, near what we remember of that Compendium; none was looked up.
_ESTIMATED = {"gardening": 3.8, "housework": 3.3, "cleaning": 3.3, "gym": 5.0, "golf": 4.8}
METS = MappingProxyType({**_AS_IN_THE_LIBRARY, **_ESTIMATED})


def effort_of(activity: str) -> Effort | None:
    """How hard an activity is as a rule, by what the diary calls it; None for one that is not known."""
    met = METS.get(activity)
    if met is None:
        return None
    return "vigorous" if met >= VIGOROUS else "moderate" if met >= MODERATE else "light"


# What is good for a back and no aerobic work; our own list, of what people call it.
STILL = frozenset({
    "stretch", "stretches", "stretching", "core", "core exercises", "weights", "strength", "strength training",
    "weight training", "physio", "physio exercises", "physiotherapy", "back exercises", "breathing exercises",
    "meditation", "relaxation", "mindfulness", "massage", "foam rolling", "mobility", "sauna",
})  # fmt: skip


RESTING = on_first_use(
    r"\b(?:slept|sleep|sleeping|nap|napped|lay|laid|lying|in bed|sofa|couch|tv|telly|drove|driving|"
    r"sat|(?:sitting|seated)(?! (?:danc|aerobic|exercis|work ?out|class|pedal|bike|cycl))|"
    r"rested|resting|at (?:my|the|a) desk|read|reading|watch|watched|watching|knitting|sewing|writing|teeth|sauna)\b"
    r"|^(?:bought|buying|fixed|fixing|mended|mending|repaired|repairing|dinner|lunch|"
    r"picnic|coffee|drinks)\b"
)  # what people tell of a day that is no exercise at all


# What is only talked or thought of, or looked at, unless it was done on the way: walked and talked.
_TALKED = on_first_use(
    r"\b(?:talk(?:s|ed|ing)?|chat(?:s|ted|ting)?|spoke|speaking|discuss(?:ed|ing|ion)?|think(?:ing)?|"
    r"plan(?:s|ned(?! (?:walk|ride|swim|session))|ning)?|"
    r"thought|dream(?:s|t|ed|ing)?|book(?:ed|ing)|research(?:ed|ing)?|organi[sz](?:ed|ing)|meeting|call(?:ed)?|phone[d]?|"
    r"watch(?:ed|ing)?|look(?:ed|ing) at|listen(?:ed|ing)?|podcast|film|movie|documentary|lecture|stream(?:ed|ing)?)\b"
)

# What moves the body on for a while, in whatever words it stands; our own list, after the headings of the Compendium
# (bicycling, conditioning, dancing, home, garden, sports, walking, water, winter), for what it has at 3 MET and more as
# we remember it; none was looked up. What is not in it is not counted, unless its effort is told.
_MOVES = on_first_use(
    r"\b(?:(?:dog[- ]?)?walk(?:s|ed|ies|ing)?(?! in\b)|stroll(?:s|ed|ing)?|rambl(?:e|ed|ing)|march(?:ed|ing)|"
    r"(?:with|took) (?:the|my|our|his|her) dogs?|wheel(?:ed|ing)|hand ?cycl(?:e|ed|ing)|pushed my (?:wheel)?chair|"
    r"(?:around|round) the block|"
    r"hik(?:e|es|ed|ing)|trek(?:s|ked|king)?|treadmill|"
    r"(?:bi)?cycl(?:e|ed|ing)|bik(?:e|ed|ing)(?! (?:shop|repairs?|show))|bike[- ]rides?|spinning|spin class|"
    r"pedal(?:led|ling|ing)?|"
    r"swim(?:s|ming)?|swam|aqua ?\w*|row(?:ed|ing)|kayak(?:ed|ing)?|canoe(?:d|ing)?|paddl(?:e|ed|ing)|"
    r"elliptical|cross ?trainer|stepper|stairs|aerobics|zumba|circuits?|gym|work ?out|ergometer|"
    r"danc(?:e|es|ed|ing)|ballroom|salsa|tango|waltz(?:ed|ing)?|"
    r"tennis|badminton|squash|padel|pickleball|ping ?pong|volleyball|cricket|bowl(?:s|ing)|golf(?:ed|ing)?|football|"
    r"ski(?:s|ed|ing)|skat(?:e|ed|ing)|"
    r"garden(?:ed|ing)|garden work|(?:in|on) the (?:garden|allotment)|mow(?:ed|ing)?|dig(?:ging)?|dug|rak(?:ed|ing)|"
    r"cut(?:ting)? (?:the |my )?(?:grass|lawn)|"
    r"weed(?:ed|ing)|shovel(?:l?ed|l?ing)?|sweep(?:ing)?|swept|hedge|chopp(?:ed|ing) wood|wash(?:ed|ing) the car|"
    r"house ?work|clean(?:ed|ing)|hoover(?:ed|ing)?|vacuum(?:ed|ing)?|mopp(?:ed|ing)|scrubb(?:ed|ing)|"
    r"(?:push(?:ed|ing)?|with) (?:the |a |my |our )?(?:pram|buggy|stroller|pushchair)|leaf blow(?:er|ing)?|"
    r"(?:in|at|to) the (?:park|playground) with|play(?:ed|ing)? (?:outside|tag|catch|ball)\b.*|frisbee|croquet|boules|"
    r"p[eé]tanque|curling|fencing|archery|tai ?ji|qi ?gong|hockey|netball|softball|rounders|"
    r"(?:rock )?climb(?:ed|ing)|bouldering|sail(?:ed|ing)|surf(?:ed|ing)|windsurf(?:ed|ing)|snorkel(?:l?ed|l?ing)|"
    r"(?:scuba )?div(?:ed|ing)|skittles|snow ?shoe(?:s|d|ing)?|snowboard(?:ed|ing)|sledg(?:ed|ing)|toboggan(?:ed|ing)|"
    r"decorat(?:ed|ing)|wallpaper(?:ed|ing)|paint(?:ed|ing) (?:the|a|my) (?:wall|room|fence|house|hall|shed|ceiling|"
    r"kitchen|bathroom|bedroom)|moving (?:house|furniture)|stack(?:ed|ing) (?:wood|logs)|digg(?:ed|ing)|"
    r"pick(?:ed|ing) (?:fruit|apples|berries|vegetables)|prun(?:ed|ing)|plant(?:ed|ing)|"
    r"on foot|brisk(?:ly)?)\b"
)
_HOUSE_AND_GARDEN = on_first_use(  # where a lawn, grass or a yard is what is worked on, and nothing to run on
    r"\b(?:mow(?:s|ed|ing)?|rak(?:e[ds]?|ing)|sweep(?:s|ing)?|swept|weed(?:ed|ing)?|strimm(?:ed|ing)|trimm(?:ed|ing)|"
    r"edg(?:ed|ing)|cut(?:ting)?|water(?:ed|ing)|feed(?:ing)?|fed|tid(?:ied|ying)|clean(?:ed|ing)|reseeding|"
    r"clear(?:ed|ing)|hos(?:ed|ing)) (?:up |down |out )?(?:the |my |our |some |front |back |long )*"
    r"(?:lawns?|grass|yard|driveway|patio|garden|leaves)\b|\blawn ?mow(?:ed|ing|er)\b"
)
BRISK = 4  # of 10: own words of such an effort are taken for aerobic work; an estimate of ours


def moves_on(activity: str) -> bool:
    """Whether an activity in somebody's own words is known to move the body on for a while: a walk to the shops."""
    return effort_of(activity) is not None or _MOVES.search(activity.replace("-", " ")) is not None


def is_house_or_garden_work(activity: str) -> bool:
    """Whether an activity in somebody's own words is work on a lawn, a yard or a garden, which lands on nothing."""
    return _HOUSE_AND_GARDEN.search(activity.lower().replace("-", " ")) is not None


def is_still(activity: str) -> bool:
    """Whether an activity in somebody's own words is known to be no aerobic work, or is none at all: talked about."""
    words = activity.replace("-", " ")
    talked, moved = _TALKED.search(words), _MOVES.search(words)
    only_talked = talked is not None and (moved is None or talked.start() < moved.start())
    return plain_name(activity) in STILL or RESTING.search(words) is not None or only_talked


def plain_name(activity: str) -> str:
    """An activity without whose it is, and without that it is a class: yoga, of my yoga class."""
    return re.sub(
        r"^(?:my|some|a|an|the) | (?:class|lesson|session|course|group|video)$", "", activity.replace("-", " ")
    )


_WHERE = r"(?:with|in|on|at|to|around|round|out|along|up|through|by|outside|alone|from|over|down)\b"


def of_it(activity: str) -> str:
    """An activity behind its minutes: of gardening, but with the dog."""
    words = activity.replace("-", " ")
    return words if re.match(_WHERE, words) else f"of {words}"
