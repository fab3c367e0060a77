"""The minutes somebody can walk, cycle or swim in comfort today."""

from __future__ import annotations

import re
from contextlib import suppress

from backplan.cli.interview.sitting import Document, Sitting
from backplan.cli.interview.words import as_text
from backplan.cli.terminal import asking, freely, options, spoken
from backplan.errors import UsageError
from backplan.model import vocabulary
from backplan.model.said_numbers import HOURS, minutes_said, number_said
from backplan.model.wording import counted

IN_COMFORT = "Minutes you can walk or cycle in comfort today?"


def ask_tolerance(document: Document, sitting: Sitting) -> None:
    """The minutes of walking or cycling that are comfortable today; of each kind, where they differ."""
    old = dict(document.get("tolerance") or {"aerobic_minutes": 10})
    general = old.pop("aerobic_minutes", None)
    now = ", ".join(f"{kind} {minutes}" for kind, minutes in old.items())
    document["tolerance"] = asking.until_right(
        IN_COMFORT,
        now or as_text(general),
        _minutes_or_kinds,
        "The plan begins within it. Minutes from 1 to 240; or apart, like walk 5, cycle 15, swim 8; or don't know.",
    )


_SURELY_COMFORTABLE = 5  # minutes of walking, for who does not know, or says that they are few
_LEAST_COMFORTABLE = 1  # for who says that there are none
_LITTLE = (
    r"(?:i )?(?:can )?(?:only )?(?:walk |cycle )?(?:just )?(?:a |very )?(?:little|bit|little bit)"
    r"|(?:i )?(?:can['’]?t |do ?n['’]?t |cannot |not |hardly |barely )(?:walk |cycle |go )?(?:very |that |too )?"
    r"(?:far|much|long|at all)|hardly (?:any|anything)"
    r"|(?:(?:i|can|only|just|about|walk|get|go|manage) )*(?:to |a?round |up |down )"
    r"(?:(?:and|from|the|my|our|end|of|to) )*"
    r"(?:corner |local )?(?:shops?|block|corner|road|street|garden|house|park|bus stop|gate|mailbox|letter ?box|stairs)"
    r"(?: and (?:back|home))?"
)


def _minutes_or_kinds(text: str) -> dict[str, int]:
    answered = ",".join(part for part in _parted_by_kind(text).split(",") if not _of_no_minutes(part))
    if few := re.fullmatch(r"(?:just |only |about )*(?:a )?(few|couple of) minutes?", text.lower().rstrip(" .!")):
        return {"aerobic_minutes": 3 if few[1] == "few" else 2}
    if re.fullmatch(r"(?:0|zero|none|nothing|nil)(?: min(?:ute)?s?)?", text.lower().rstrip(" .!")):
        return {"aerobic_minutes": _LEAST_COMFORTABLE}
    if text and (text.lower() == "skip" or not answered or re.fullmatch(_LITTLE, text.lower().rstrip(" .!"))):
        asking.tell(f"Taken as {_SURELY_COMFORTABLE} minutes, which is surely not too much; a later answer raises it.")
        return {"aerobic_minutes": _SURELY_COMFORTABLE}
    for read in (_minutes_of_any, _minutes_of_way, options.tolerance, _minutes_by_kind):
        with suppress(UsageError):
            if found := read(answered):
                return found
    answered, lesser = freely.lesser_time(re.sub(_NO_TROUBLE, " ", answered.lower()))
    if until := re.search(_UNTIL_IT_HURTS, answered):
        answered = f"less than {until['time']}"
    within = re.search(_WITHIN, answered.lower()) is not None
    if re.fullmatch(_NO_END, answered.lower().rstrip(" .!")):
        asking.tell(f"Taken as {_TO_BEGIN_WITH} minutes to begin with; a later answer raises it.")
        return {"aerobic_minutes": _TO_BEGIN_WITH}
    many = None if _of_several(answered) else freely.minutes_within(re.sub(_WITHIN, " ", answered.lower()))
    if many is None:
        raise UsageError(
            "About how many minutes is that, from 1 to 240? A guess will do, or don't know. Or apart: walk 5, cycle 15."
        )
    minutes = asking.minutes(1, vocabulary.MOST_MINUTES)(str(many))
    if lesser is not None and not within:
        asking.tell(f"Taken as {counted(minutes, 'minute')}; a later answer raises it.")
    if within:
        minutes = max(1, minutes // 2)
        asking.tell(f"Taken as {counted(minutes, 'minute')}, which is surely within it; a later answer raises it.")
    return {"aerobic_minutes": minutes}


_A_WAY = (
    r"(?:(?:i|can|walk|about|around|roughly|maybe|perhaps|nearly|almost|up to|only|just|to|the|for) )*"
    r"(?P<half>half )?(?P<many>\d{1,5}(?:\.\d)?|an?|one|two|three|four|five|couple of)? ?"
    r"(?P<unit>miles?|km|kms|k|kilomet(?:re|er)s?|met(?:re|er)s?|yards?|yds?|steps)(?: or so)?"
)
_OF_A_UNIT = {"mi": 15.0, "k": 10.0, "m": 0.01, "y": 0.01, "s": 0.01}  # minutes at a good pace, so that they are few


def _minutes_of_way(text: str) -> dict[str, int]:
    """The fewest minutes that a distance takes, which are told: two miles. None of another text."""
    if not (way := re.fullmatch(_A_WAY, text.lower().rstrip(" .!"))):
        return {}
    many = 1.0 if way["many"] in (None, "a", "an") else 2.0 if way["many"] == "couple of" else _figure(way["many"])
    unit = next(each for begins, each in _OF_A_UNIT.items() if way["unit"].startswith(begins))
    minutes = max(_LEAST_COMFORTABLE, min(vocabulary.MOST_MINUTES, int(many * unit / (2 if way["half"] else 1))))
    asking.tell(f"Taken as {counted(minutes, 'minute')} to begin with; a later answer raises it.")
    return {"aerobic_minutes": minutes}


def _figure(word: str) -> float:
    return float(word) if word[0].isdigit() else float(number_said(word) or 1)


_UNTIL_IT_HURTS = r"\b(?:hurts?|aches?|pain\w*|sore|stiff|stop|rest|worse)(?: \w+){0,2} after (?P<time>.+)$"
_NO_TROUBLE = r"[, ]*\b(?:with )?no (?:problems?|trouble|bother|pain|difficulty)\b"
_TO_BEGIN_WITH = 30  # minutes, for who knows no end of them
_NO_END = (
    r"(?:(?:i|can|could|walk|cycle|go|on|for|there['’]?s|there is) )*"
    r"(?:as (?:long|much|far) as i (?:like|want|wish|need)|"
    r"no (?:real )?limits?|unlimited|for ?ever|hours|all day|ages|(?:any|a long) (?:time|length|amount))"
)
# Minutes that are the end of what can be done, or beyond it: what is comfortable lies within.
_WITHIN = (
    r"\b(?:if i['’]?m lucky|lucky|(?:on a )?good day|at best|at (?:the |a )?(?:most|push)|max(?:imum)?|up to|less than|"
    r"under|below|not even|not quite|hardly|barely|scarcely)\b"
)
_KINDS_IN_WORDS = {"swim": r"swim\w*|pool|water", "cycle": r"bik\w*|cycl\w*", "walk": r"walk\w*|foot"}


_A_KIND = r"(?:walk(?:ing|s)?|cycl(?:e|ing)|bik(?:e|ing)|swim(?:ming)?)"
_MANY = rf"(?:about |around |for )?(?:{HOURS}|\d{{1,3}}(?: ?(?:minutes?|mins?|m)\b)?)"
_KIND_AND_MANY = rf"(?:{_A_KIND} {_MANY}|{_MANY} {_A_KIND})(?: |$)"


def _parted_by_kind(text: str) -> str:
    """Kinds and minutes by turns with the commas between them: walk 60 cycle 45."""
    plain = text.lower().strip(" .!")
    if not re.fullmatch(rf"(?:{_KIND_AND_MANY}){{2,}}", plain):
        return text
    return ", ".join(each.strip() for each in re.findall(_KIND_AND_MANY, plain))


def _minutes_by_kind(text: str) -> dict[str, int]:
    """Minutes of several kinds, each in its piece, of which one without a kind is of walking: about 10, in the pool 30;
    none where it is not so. Raises UsageError.
    """
    found: dict[str, int] = {}
    for piece in filter(str.strip, re.split(r"[,;]|\b(?:and|but)\b", text.lower())):
        kind = next((kind for kind, words in _KINDS_IN_WORDS.items() if re.search(rf"\b(?:{words})\b", piece)), "walk")
        many = freely.minutes_within(piece)
        if many is None or kind in found or re.search(_WITHIN, piece):
            return {}
        found[kind] = asking.minutes(1, vocabulary.MOST_MINUTES)(str(many))
    return found if len(found) > 1 else {}


def _of_several(text: str) -> bool:
    """Whether several kinds stand in a text with a time of their own each, of which none alone is the answer."""
    parts = re.split(rf"\b(?:{'|'.join(_KINDS_IN_WORDS.values())})\b", text.lower())
    return sum(bool(freely.times_in(part)) for part in parts) > 1


def _minutes_of_any(text: str) -> dict[str, int]:
    """Minutes alone, of walking or cycling. Raises UsageError."""
    if (many := minutes_said(spoken.plainly(text))) is None:
        return {}
    return {"aerobic_minutes": asking.minutes(1, vocabulary.MOST_MINUTES)(str(many))}


def _of_no_minutes(part: str) -> bool:
    """Whether somebody does not know, or does not know of a kind, or does it not: cycle don't know, cycle none."""
    _, _, minutes = part.strip().replace("=", " ").partition(" ")
    return spoken.unknown(part) or spoken.unknown(minutes) or spoken.says_none(minutes)
