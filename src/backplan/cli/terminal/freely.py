"""What is said around an answer: numbers, minutes and days of a sentence, where they can mean one thing only."""

from __future__ import annotations

import re

from backplan.cli.terminal.spoken import THINKING, YES
from backplan.errors import UsageError
from backplan.model.said_numbers import minutes_said, number_said
from backplan.model.vocabulary import WEEKDAYS, Weekday
from backplan.model.wording import weekday_named

# What turns a sentence round, or makes less of its number than it says, by nobody knows how much.
_TURNED = r"\b(?:not|no|never|can['’]?t|cannot|don['’]?t|without|less than|under|unless|hardly|barely)\b|n['’]t\b"
_AT_MOST = r"\b(?:no|not) more than\b"
_OTHERWISE = (  # a number of something else, or an answer to another question
    r"\b(?:years?|months?|weeks?|days?|times?|hours?|minutes?|mins?|km|miles?|metres?|yards?|steps|pills?|"
    r"doctor|physio\w*|surgeon|midwife)\b"
)
# Of which part was not understood: a third of an hour.
_PART_OF_AN_HOUR = r"\b(?!half\b|quarters?\b)(\w+) of (?:an |the )?hour\b"
_DURATION = 6  # words that minutes are said in, at most: an hour and a half


def tens_within(text: str) -> list[int]:
    """The numbers from 0 to 10 of a sentence on pain; none where another stands there, or it says what is not so."""
    plain = re.sub(r"\s*(?:/|out of)\s*(?:10|ten)\b", "", text.lower())
    if re.search(_TURNED, re.sub(_AT_MOST, "", plain)) or re.search(
        _OTHERWISE, re.sub(r"\b(?:some|most|good|bad|normal|usual|average|other|quiet) days?\b", "", plain)
    ):
        return []
    words = re.findall(r"-?\d+(?:[.,]\d+)?|[a-z']+", re.sub(r"(?<=\d) ?- ?(?=\d)", " ", plain))
    numbers = [number_said(word) for word in words if word != "one"]
    found = [each for each in numbers if each is not None]
    fit = all(each in range(11) for each in found) and not any(re.search(r"\d[.,]\d|-\d", word) for word in words)
    return found if fit else []


def minutes_within(text: str) -> int | None:
    """The minutes of a sentence: 20 minutes before it hurts; of 15 to 20 the fewer. None where it holds none, several,
    or says what is not so.
    """
    plain = re.sub(r"(?<=\d)[ -]?ish\b", "", text.lower())
    plain = re.sub(r"\bbetween (\w+) and (\w+)", fewer, plain)
    plain = re.sub(r"(\w+)(?:\s*[-–]\s*| to | or )(\w+)", fewer, plain)
    if re.search(_TURNED, re.sub(_AT_MOST, "", plain)) or re.search(_PART_OF_AN_HOUR, plain):
        return None
    found = times_in(plain)
    named = [many for words_of, many in found if number_said(words_of) is None] or [many for _, many in found]
    return named[0] if len(named) == 1 else None


def times_in(text: str) -> list[tuple[str, int]]:
    """The minutes that stand in a text, each with its words."""
    words = re.findall(r"[\w.'’]+", text)
    found: list[tuple[str, int]] = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _DURATION), at, -1):
            if (many := minutes_said(" ".join(words[at:end]))) is not None:
                found.append((" ".join(words[at:end]), many))
                at = end
                break
        else:
            at += 1
    return found


_NOW_AND_THEN = (
    r"[, ]*\b(?:(?:and|but|or|then) )*(?:sometimes|occasionally|at times|now and (?:then|again)|up to"
    r"|(?:maybe|perhaps|possibly)(?= \d)|on (?:a )?(?:good|bad) days?)"
    r"(?: (?:only|just|even|about|up to|a|it['’]s))*[, ]+(?P<many>.+)$"
)


def lesser_time(text: str) -> tuple[str, int | None]:
    """An answer without the minutes that are so only now and then, the smaller of the two in it, which is told: a
    quarter of an hour, sometimes 20. As it is, and None, where nothing of the kind is said.
    """
    plain = text.lower().rstrip(" .!")
    if (found := re.search(_NOW_AND_THEN, plain)) is None or names_days(found["many"]):
        return text, None
    first, others = times_in(plain[: found.start()]), times_in(found["many"])
    if len(first) != 1 or len(others) != 1:
        return text, None
    (words, many), (_, other) = first[0], others[0]
    return re.sub(rf"\b{re.escape(words)}(?!\w)", f"{min(many, other)} minutes", plain[: found.start()]), min(
        many, other
    )


def fewer(either: re.Match[str]) -> str:
    """The smaller of two numbers; other words as they are."""
    first, second = number_said(either[1]), number_said(either[2])
    return either[0] if first is None or second is None else str(min(first, second))


# How many days a week, spread as they do most good.
_SPREAD: dict[int, tuple[Weekday, ...]] = {
    1: ("wed",), 2: ("mon", "thu"), 3: ("mon", "wed", "fri"), 4: ("mon", "tue", "thu", "fri"), 5: WEEKDAYS[:5],
    6: WEEKDAYS[:6], 7: WEEKDAYS,
}  # fmt: skip
_TIMES = {"once": 1, "twice": 2}
_A_WEEK = (
    r"\b(?:(?P<times>once|twice)|(?P<many>\w+)(?: (?:or|to) \w+)? (?:times|days))"
    r"(?: (?:a|per|each|every|in the) week)?\b"
)
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?|weekends?)"
_BUT = (
    r"[, ]*\b(?:(?:all )?except(?: for)?|(?:all )?apart from|(?:all )?bar|(?:all )?but(?: not)?|and not|not|no|never"
    r"|(?:but )?(?:i )?(?:can ?not|(?:ca|wo|do)n['’]?t|do not)(?: (?:do|manage|make|want))?)(?: (?:on|at|any))? "
    rf"(?P<out>{_DAY}(?:(?:[, ]+|and|or)+{_DAY})*)\b"
)
_UNSURE = (
    r"(?:maybe|perhaps|possibly|probably|sometimes|occasionally|might do|at a push|if (?:i|it|all) \w+(?: \w+){0,2})"
)
_DAYS_LISTED = rf"{_DAY}(?:(?:[, ]+|and|or|also|on)+{_DAY})*"
_UNSURE_DAYS = (
    rf"[, ]*\b(?:(?:and|but|then|or) )*{_UNSURE}(?: (?:also|on|even|a|the))*[, ]+(?P<days>{_DAYS_LISTED})\b"
    rf"|[, ]*\b(?:(?:and|but|then|or) )+(?P<last>{_DAY}),? {_UNSURE}(?=[, ]|$)(?![, ]+(?:(?:also|on|even) )*{_DAY})"
)


def without_unsure_days(text: str) -> tuple[str, str]:
    """An answer without the days that somebody is not sure of, and those: mon wed and maybe saturday, 20. As it is
    where no others are named.
    """
    plain = text.lower().rstrip(" .!")
    if (found := re.search(_UNSURE_DAYS, plain)) is None:
        return text, ""
    before, after = plain[: found.start()], plain[found.end() :]
    if re.search(r"\d|hour", before):  # the minutes behind it are its own
        after = re.sub(r"^[ ,]*\d{1,3}(?: ?(?:minutes?|mins?|m)\b)?", "", after)
    if not re.search(rf"\b{_DAY}\b|every|daily|week", f"{before} {after}"):
        return text, ""
    return f"{before}{after}", re.sub(r"\b(?:or|also|on)\b", "and", found["days"] or found["last"])


_WHEN = (
    r"\b(?:in the |prefer(?:ably)? )?(?:mornings?|afternoons?|evenings?|nights?|lunchtimes?)\b"
    r"(?: (?:(?:are|is|would be) )?(?:the )?(?:best|better|preferred|preferably|only"
    r"|(?:suits?|works?)(?: me)?(?: best)?))?"
    r"|\b(?:before|after|at) (?:breakfast|lunch|dinner|tea|supper|work|school|bed(?:time)?)\b"
)
_AS_FAR_AS = (  # it goes, or how a wish begins: which days and minutes it is stays the same
    r"\b(?:if|when(?:ever)?|as (?:long|much|often) as|depending(?: on)?) (?:i|it|my|how|all)\b"
    rf"(?:(?!\b{_DAY}\b)[^,\d])*(?=,|$)"
    r"|\bif (?:possible|poss|i (?:can(?! ?not|['’]?t)|could|manage|am able))\b"
    r"|\b(?:hopefully|fingers crossed|first thing|or so)\b"
    r"|^(?:i|we)(?: can| could| want| will| would|['’]d|['’]ll)?(?: like| love| try| aim)?(?: to)?(?: do| manage)? "
)
_ROUGH_DAYS = (
    (r"\bweek days?\b", "weekdays"),
    (r"\ball days\b", "every day"),
    (r"\bmost (?:days|mornings|afternoons|evenings|nights)\b(?! (?:but|except|apart|bar|not))", "5 days"),
    (r"\b(?:a )?few (?=days|times)", "3 "),
    (r"\b(?:a )?couple (?:of )?(?=days|times)", "2 "),
    (r"\bany (?:old )?(?:days?|time)\b(?! (?:but|except|apart|bar|not))", "every day"),
    (r"^any(?! (?:old )?(?:days?|time)\b)(?=$|[ ,])", "every day"),
)
_MANY_TIMES = r"\b([1-7]) ?x(?=\b|\d) ?"


def as_days(text: str) -> tuple[str, str]:
    """Days and minutes with days in place of three times a week, and the days that were said to be none of them."""
    plain = re.sub(r"[.;!]+(?=\s|$)", ",", text.lower().strip())
    alone = re.sub(_AS_FAR_AS, " ", plain)
    plain = alone if names_days(alone) else plain
    plain = re.sub(r"\bevery (?:other|second) day\b", "3 days", plain)
    plain = re.sub(r"\b(\w+) ?[-–] ?(\w+)(?= (?:days|times)\b)", fewer, plain)
    for rough, meant in _ROUGH_DAYS:
        plain = re.sub(rough, meant, plain)
    plain = re.sub(r"\b(?:every|each) (?:single )?(?:day|morning|afternoon|evening|night)\b", "every day", plain)
    if not re.search(rf"\b{_DAY}\b|\bdays\b", plain):  # ten minutes a day; not four days, 20 a day
        plain = re.sub(r"\b(?:a|per) day\b", "every day", plain)
    plain = re.sub(_WHEN, " ", plain)
    if not re.search(rf"\b{_DAY}\b", plain):  # with days, 2x20 is of each
        plain = re.sub(_MANY_TIMES, r"\1 times ", plain)
    plain = re.sub(r",? ?\b(?:really|basically|usually|ideally|probably|normally)\b", "", plain)
    plain = re.sub(r"\ball week(?: long)?\b", "every day", plain)
    out = re.search(_BUT, plain)
    if out:
        plain = f"{plain[: out.start()]} {plain[out.end() :]}"
        plain = re.sub(r"\b(?:most|any|all|the other) days?\b", "every day", plain)
        plain = plain if re.search(rf"\b{_DAY}\b|every day|weekdays|daily", plain) else f"every day {plain}"
    return re.sub(_A_WEEK, _spread, plain).strip(), re.sub(r"\bor\b", "and", out["out"]) if out else ""


def _spread(found: re.Match[str]) -> str:
    many = _TIMES.get(found["times"] or "") or number_said(found["many"] or "")
    return " ".join(_SPREAD[many]) if many in _SPREAD else found[0]


_OF_DAYS = r"(?:week)?days?|weeks?|weekends?|daily|times"


def names_days(text: str) -> bool:
    """Whether a sentence speaks of days, so that a number in it may be of these."""
    words = re.findall(r"[a-z]+", text.lower())
    return any(weekday_named(word) or re.fullmatch(_OF_DAYS, word) for word in words)


_HELD_BACK = (
    r"\b(?:but|some|only|if|with|without|except|most|mostly|partly|maybe|perhaps|think|unless|when|until|sometimes|not|no"
    r"|nothing|none|never|little|hardly|more|less|used)\b|n['’]t\b"
)
_BEFORE = rf"^(?:(?:{THINKING})\b[,.!… ]+)+"
_YES = rf"(?:{YES}|definitely|certainly|absolutely|of course|sure)"
_WE = r"(?:he|she|they|it|we|i)"
_DO = r"(?:does|do|did|is|am|are|has|have|knows?|can)"
_OF_IT = r"(?:(?: (?:of|about))? (?:it|them|that|this|all(?: of (?:it|them|these))?|everything))?"
_NOT_SO = (
    rf"(?:n|no+|nope|nah|nop)(?:,? (?:thanks|thank you|never|not at all|none(?: of (?:it|them|these))?))?"
    rf"|(?:no,? )?{_WE}(?:['’]s| (?:does|do|did|is|am|are|has|have|can))? ?(?:not|n['’]t)"
    rf"|(?:no,? )?{_WE} (?:does|do|did|is|are|has|have|ca)n['’]t|never|not at all"
)


def answer_to(text: str) -> bool:
    """Whether a sentence says yes, or no. Raises UsageError where it is neither, or something is held back."""
    answer = re.sub(_BEFORE, "", " ".join(text.lower().rstrip(" .!").split()))
    if re.fullmatch(_NOT_SO, answer):
        return False
    plain = not re.search(_HELD_BACK, answer)
    if plain and (re.match(rf"{_YES}\b", answer) or re.fullmatch(rf"{_WE} {_DO}{_OF_IT}", answer)):
        return True
    raise UsageError("Please answer y or n.")
