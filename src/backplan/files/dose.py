"""A dose as people write it in a line: 3 sets of 8, 2 x 10, hold 5 seconds, 15 minutes; and as a therapist adds to it:
6-4-2, 8-12, 15-20 minutes, each side, left only, rest 60 s, tempo 3-1-3, 5 kg, red band, effort 4, 3 times a day,
2-3 days a week, mon wed fri, add 2 reps every week, until pain-free.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from backplan.errors import in_a_line
from backplan.files.shorthand import in_full
from backplan.files.unread_dose import instead
from backplan.model.particulars import BANDS
from backplan.model.said_numbers import HOURS, ROUND, minutes_said
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import STRETCH
from backplan.model.wording import NUMBER_WORDS, weekday_named

DOSE = "write it like {sets: 3, reps: 8, hold: 5} or 3 sets of 8, or {minutes: 15} or 15 minutes"
LONGEST = 300  # characters; no dose is longer
LONGEST_SHOWN = 40  # characters of what cannot be read that are said back
MOST_LONG_HOLDS = 10  # sets; more holds than that are repetitions
LEAST_HELD = 10  # seconds; of nothing else is a time alone meant
LEAST_BOUT = 5  # minutes; nothing is held so long
PLAIN = frozenset(("sets", "reps", "hold", "minutes", "per_side"))  # the parts of a dose that anybody's exercise has

Parts = dict[str, int | bool | str]
_Read = Callable[[re.Match[str]], Parts]

_WORDS = {"once": 1, "twice": 2, **ROUND}
_WORDS |= {f"{word}teen": number for number, word in enumerate(
    ("thir", "four", "fif", "six", "seven", "eigh", "nine"), 13)}  # fmt: skip
_WORDS |= {word: number for number, word in enumerate(NUMBER_WORDS) if number}
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_TO = r" ?(?:-|–|to) ?"
_REPS = r"(?: ?(?:repetitions?|reps?|times(?! (?:an?|per|every|each|daily)\b))\b)?"
_SETS = r" ?(?:(?:sets?|rounds?|lots?)(?: of| x|,)?|[x×*]|by) ?"
_NO_REST = r"(?! ?(?:seconds?|secs?|s|minutes?|mins?) rest)"
_UNIT = r"[ -]?(?P<unit>seconds?|secs?|s|minutes?|mins?)\b"
_EACH = r"(?: each(?! (?:side|leg|arm)))?"
_HOLDS = r"(?: holds?\b| each\b(?! (?:side|leg|arm)))?"
_SIDES = r"(?P<sides>,? (?:on )?(?:each|per|both) (?:sides?|legs?|arms?))?"
_SPAN = rf"(?P<time>{NUMBER}){_TO}(?P<most>{NUMBER}){_UNIT}"
_HELD = r"(?:(?:an?|each|for|of|it|them) )*"
BAND = (
    r"(?:extra )?(?:tan|beige|yellow|red|green|blue|black|silver|gold|orange|purple|grey|gray|pink|white|light|medium"
    r"|heavy) (?:resistance |exercise |elastic )?(?:thera-?)?(?:band|loop|tubing|tube)"
)
_COLOUR = rf"(?:{'|'.join(BANDS)})"
_COLOUR_ALONE = rf"{_COLOUR}(?: tb| thera-?band)?(?=$| ?[,;)]| \d)"  # red 3x12
_WITH = r"(?: (?:(?:in |per )?each|per) (?:hand|leg|arm)| dumb-?bells?| kettle-?bells?| (?:ankle|hand|wrist) weights?)?"
_DAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)s?"
)
_DAYS = rf"{_DAY}(?:(?: ?[,/;&+] ?(?:and |or )?| and | or | ){_DAY})*"
_AS_ABLE = r"(?:as (?:able|tolerated|you can|comfortable)|if (?:able|you can|comfortable))"
_NOT_COUNTED = (
    r"(?! ?(?:times|x|days?|weeks?|months?|hours?|out of|of 10|[/%–-])|,? (?:an?|per|each|every) (?:day|week)| daily"
    r"| weekly| ?hourly)"
)
_PART = r"(reps?|repetitions?|seconds?|secs?|s|minutes?|mins?|sets?|kgs?|lbs?)"
_GROWS = (
    r"(?:and |then )?(?:slowly |gradually )?(?:add(?:ing)?|increas(?:e|ing)(?: by)?|progress(?:ing)?(?: by)?"
    r"|grow(?:ing)?(?: by)?|(?:build|work|go)(?:ing)? ?(?:it )?up by|up(?: by)?|\+) ?"
    rf"(\d{{1,3}}(?:[.,]\d{{1,2}})?|{NUMBER}|an?(?= |$))(?: (?:more|extra))?(?: ?{_PART})?(?: more)? "
    rf"(?:(?:every|each|an?|per) ((?:{NUMBER} )?(?:days?|weeks?)|other day)|(weekly|daily))"
    rf"(?:,? (?:up )?to (\d{{1,3}}(?:[.,]\d{{1,2}})?)(?: ?{_PART})?\b)?"
)


def number_in(word: str) -> int:
    """A number written in figures, or in a usual word; raises ValueError."""
    return _WORDS[word] if word in _WORDS else int(word)


def _range(text: str) -> str:
    """Numbers with anything between them, as 8-12."""
    return "-".join(str(number_in(each)) for each in re.findall(NUMBER, text))


def _seconds(match: re.Match[str]) -> int:
    return number_in(match["time"]) * (60 if match["unit"].startswith("m") else 1)


def _hold(match: re.Match[str]) -> Parts:
    return {"hold": _seconds(match)}


def _holds(match: re.Match[str]) -> Parts:
    """So many holds of a time: short ones are the repetitions of one set, as clinics write 10 x 10 s; long ones, as of
    a plank, are sets, between which one rests.
    """
    many = number_in(match["many"])
    rested = _seconds(match) >= STRETCH and many <= MOST_LONG_HOLDS
    return {"sets": many, "reps": 1} if rested or re.search("set|round", match[0]) else {"sets": 1, "reps": many}


def _bouts(match: re.Match[str]) -> Parts:
    """So many bouts of a time too long for a hold, as of a walk, on a day; nothing of a hold."""
    minutes, rest = divmod(_seconds(match), 60)
    if rest or minutes < LEAST_BOUT or "hold" in match[0]:
        return {}
    return {"minutes": minutes, "times_a_day": number_in(match["many"])}


def _days(match: re.Match[str]) -> Parts:
    return {"days": ", ".join(re.findall(_DAY, match[0]))}


def _days_between(match: re.Match[str]) -> Parts:
    first, last = (WEEKDAYS.index(weekday_named(match[at][:3]) or "mon") for at in (1, 2))
    return {"days": ", ".join(WEEKDAYS[(first + step) % 7] for step in range((last - first) % 7 + 1))}


def _growth(match: re.Match[str]) -> Parts:
    many, part, often, whole, most, unit = match.groups()
    often = often or {"weekly": "week", "daily": "day"}[whole]
    end = " ".join(filter(None, (most, unit)))
    many = "1" if many in ("a", "an") else many
    return {"grow": f"{many} {part or 'reps'} every {often}{f', up to {end}' if end else ''}"}


def _load(match: re.Match[str]) -> Parts:
    return {"load": f"{match[1]} {({'k': 'kg', 'l': 'lb', 'p': 'lb', 'g': 'g'})[match[2][0]]}{match[3]}"}


def _held_between(match: re.Match[str]) -> Parts:
    many = 60 if match["unit"].startswith("m") else 1
    return {"hold": "-".join(str(many * number_in(each)) for each in (match["time"], match["most"]))}


def _time_between(match: re.Match[str]) -> Parts:
    return {"time": _seconds(match), "most": number_in(match["most"]) * (60 if match["unit"].startswith("m") else 1)}


def _but(match: re.Match[str]) -> Parts:
    out = {weekday_named(word[:3]) for word in re.findall(_DAY, match[0])}
    return {"days": ", ".join(day for day in WEEKDAYS if day not in out)}


def _side(match: re.Match[str]) -> Parts:
    return {"side": {"l": "left", "r": "right"}[match[1][0]]}


def _up_to(match: re.Match[str]) -> Parts:
    of = {"r": "reps", "m": "minutes", "k": "load", "l": "load"}.get((match[2] or "")[:1], "hold")
    of = "sets" if (match[2] or "").startswith("set") else of
    return {"up_to": int(match[1]), **({"of": of} if match[2] else {})}


# What a piece of a dose looks like and the parts of a prescription it comes to, in the order in which they are tried.
_BETWEEN_SETS = r"(?: (?:in )?between(?: (?:the |each )?sets?)?)?"
_SAYS: tuple[tuple[str, _Read], ...] = (
    (_GROWS, _growth),
    (r"(?:and |then )?(?:slowly |gradually )?(?:build|work|progress|increas|grow)(?:ing|es?|e)? ?(?:up )?"
     r"(?:slowly |gradually )?to "
     rf"(\d{{1,3}})(?: ?{_PART})?\b(?: {_AS_ABLE})?", _up_to),
    (r"(?:and |then )?(?:up ?to|aim(?:ing)? (?:for|at)|working towards|to a max(?:imum)? of) "
     rf"(\d{{1,3}})(?: ?{_PART}\b|\b{_NOT_COUNTED})(?: {_AS_ABLE})?", _up_to),
    (rf"(?:then )?((?:the )?next (?:band|colou?r),? (?:every|each) (?:{NUMBER} )?(?:days?|weeks?)"
     rf"(?:,? (?:up )?to (?:the )?{_COLOUR}(?: band)?)?)", lambda m: {"grow": m[1].replace("the ", "")}),
    (rf"(?:on )?({_DAY}) ?(?:-|–|to|through) ?({_DAY})\b", _days_between),
    (rf"(?:(?:every day|daily),? )?(?:except|but not|not)(?: on)? {_DAYS}\b", _but),
    (rf"(?:on |every |each )?{_DAYS}\b", _days),
    (r"(?:on )?(weekdays|weekends)\b", lambda m: {"days": m[1]}),
    (rf"(?:x ?)?(once|twice|{NUMBER}) ?(?:times|x)? ?(?:(?:an?|per|each|every) day|daily)\b",
     lambda m: {"times_a_day": number_in(m[1])}),
    (r"(?:(?:each|every|in the) )?morning,? (?:noon|midday|lunch(?:time)?|afternoon),? and (?:evening|(?:at )?night)\b",
     lambda _: {"times_a_day": 3}),
    (r"(?:(?:each|every|in the) )?(?:morning and (?:(?:in the )?evening|(?:at )?night)|am ?(?:and|/|&|\+) ?pm)\b",
     lambda _: {"times_a_day": 2}),
    (r"(od|bd|bid|tds|tid|qds|qid)\b", lambda m: {"times_a_day": {"o": 1, "b": 2, "t": 3, "q": 4}[m[1][0]]}),
    (rf"({NUMBER})(?= (?:every (?:{NUMBER} )?(?:hours?|hrs)|hourly)\b)", lambda m: {"reps": number_in(m[1])}),
    (rf"(every {NUMBER} (?:hours|hrs)|every hour|hourly)\b(?: (?:while|when) (?:you are )?awake)?",
     lambda m: {"times_a_day": m[1]}),
    (rf"(?:x ?)?({NUMBER}(?:{_TO}{NUMBER})?) ?(?:days?|times|x)? ?(?:(?:an?|per|each|every) week|weekly)\b",
     lambda m: {"per_week": _range(m[1])}),
    (r"(?:every (?:(?:other|second|2nd) day|(?:2|two) days)|(?:on )?alternate days|eod)\b",
     lambda _: {"days": "every other day"}),
    (r"(?:every day|daily|each day|a day|per day)\b", lambda _: {"per_week": 7}),
    (rf"(?:with )?(?:an? )?rest(?:ing|s)? {_HELD}(?P<time>{NUMBER}){_UNIT}{_BETWEEN_SETS}",
     lambda m: {"rest": _seconds(m)}),
    (rf"(?P<time>{NUMBER}){_UNIT} rest\b{_BETWEEN_SETS}", lambda m: {"rest": _seconds(m)}),
    (r"rest ?:? ?(\d{1,3})(?![\w.-])(?! ?(?:s|m)\w*\b)", lambda m: {"rest": int(m[1])}),
    (r"(?:in )?circuit ([\w-]{1,20})", lambda m: {"circuit": m[1].upper()}),
    (r"tempo ?:? ?(?:of )?(\d{1,2}(?:[-–:/]\d{1,2}){1,3}|\d{3,4})(?![\d/:-])",
     lambda m: {"tempo": "-".join(re.split(r"[-–:/]", m[1]) if re.search(r"\D", m[1]) else m[1])}),
    (r"(?:at )?(?:effort|rpe) ?:? ?(?:of )?(\d{1,2})(?: ?(?:/|of|out of) ?10)?\b", lambda m: {"effort": int(m[1])}),
    (r"(?:at )?(?:an? )?(\d\d|100) ?%(?: of)? (?:max(?:imum|imal)? )?effort\b", lambda m: {"effort": int(m[1]) // 10}),
    (r"(?:with |holding )?(?:an? )?(\d{1,3}(?:[.,]\d{1,2})?) ?(kg|kilo(?:gram(?:me)?)?|lb|pound|g|gram)s?\b"
     rf"({_WITH})", _load),
    (rf"(?:with )?(?:an? |the )?({BAND})\b", lambda m: {"load": m[1]}),
    (rf"(?:with )?(?:the )?(?={_COLOUR_ALONE})({_COLOUR})(?: tb| thera-?band)?", lambda m: {"load": f"{m[1]} band"}),
    (r"each(?=$|[,;)])|(?:(?:on |per )?each|per|a) (?:side|leg|arm)\b|(?:on )?both (?:sides|legs|arms)\b"
     r"|bilateral(?:ly)?\b"
     r"|(?:left|l) ?(?:[+&/]|and) ?(?:right|r)\b|(?:right|r) ?(?:[+&/]|and) ?(?:left|l)\b",
     lambda _: {"per_side": True}),
    (r"(?:on )?(?:the )?(left|right|l|r)(?: (?:side|leg|arm)(?: only)?| only)\b", _side),
    (r"(?:on )?(?:the )?(left|right)(?=$|[,;)])", _side),
    (r"only (?:on )?the (left|right)(?: side| leg| arm)?\b", _side),
    (rf"({NUMBER}{_TO}{NUMBER})(?:{_SETS})({NUMBER}(?:{_TO}{NUMBER})?)\b(?! ?(?:daily|an?|per|each|every)\b){_REPS}",
     lambda m: {"sets": _range(m[1]), "reps": _range(m[2]) if re.search(_TO, m[2]) else number_in(m[2])}),
    (rf"({NUMBER}{_TO}{NUMBER}) sets?\b", lambda m: {"sets": _range(m[1])}),
    (rf"(?P<many>{NUMBER}){_SETS}{_SPAN}(?: holds?\b)?", lambda m: {**_holds(m), **_held_between(m)}),
    (rf"({NUMBER}){_SETS}({NUMBER}){_REPS} ?[x×*,] ?(?P<time>{NUMBER}){_UNIT}{_HOLDS}(?! (?:of )?rest)",
     lambda m: {"sets": number_in(m[1]), "reps": number_in(m[2]), **_hold(m)}),
    (rf"({NUMBER}){_SETS}({NUMBER}{_TO}{NUMBER})\b{_REPS}", lambda m: {"sets": number_in(m[1]), "reps": _range(m[2])}),
    (rf"(?P<many>{NUMBER})(?:{_SETS}| holds? (?:of|for) )(?P<time>{NUMBER}){_UNIT}(?! (?:of )?rest){_HOLDS}",
     lambda m: _bouts(m) or {**_holds(m), **_hold(m)}),
    (rf"(?:hold )?(?P<time>{NUMBER}){_UNIT}(?: holds?)?{_SIDES} ?[x×*] ?(?P<many>{NUMBER})"
     r"(?: sets?\b| times\b)?(?![\w-])(?! (?:an?|per|each|every) (?:day|week)\b| daily\b| weekly\b)",
     lambda m: _bouts(m) or {**_holds(m), **_hold(m), **({"per_side": True} if m["sides"] else {})}),
    (rf"({NUMBER}) ?(?:reps?|repetitions?|times)(?: of| for| x)? (?P<time>{NUMBER}){_UNIT}{_HOLDS}",
     lambda m: {"reps": number_in(m[1]), **_hold(m)}),
    (rf"({NUMBER}){_SETS}({NUMBER})\b(?!{_TO}\d){_NO_REST}{_REPS}",
     lambda m: {"sets": number_in(m[1]), "reps": number_in(m[2])}),
    (rf"({NUMBER}) ?(?:reps?|repetitions?|times)? ?(?:x|×|for|in|of)? ?({NUMBER}) sets?\b",
     lambda m: {"sets": number_in(m[2]), "reps": number_in(m[1])}),
    (rf"({NUMBER}) ?(?:reps?|repetitions?) ?[x×*] ?({NUMBER})\b(?! ?(?:times|x|daily|weekly"
     r"|(?:an?|per|each|every) (?!side|leg|arm)|days?|weeks?|months?|sec|min|s\b|/)|[-.,:]\d)",
     lambda m: {"sets": number_in(m[2]), "reps": number_in(m[1])}),
    (rf"(?:[x×] ?)?({NUMBER}) (?:(?:on |per )?each|per|a|on both) (?:side|leg|arm)s?\b"
     rf"(?: ?[x×*] ?(?P<sets>{NUMBER})(?=$|[,;)]))?",
     lambda m: {"reps": number_in(m[1]), "per_side": True, **({"sets": number_in(m["sets"])} if m["sets"] else {})}),
    (rf"({NUMBER}) (?:sets?|rounds?)\b(?! ?(?:of|x|to|\d))", lambda m: {"sets": number_in(m[1])}),
    (rf"[x×] ?({NUMBER})(?![\w-]){_REPS}", lambda m: {"reps": number_in(m[1])}),
    (rf"sets? ?[:=]? ?(\d{{1,2}}(?:{_TO}\d{{1,2}})?)\b",
     lambda m: {"sets": _range(m[1]) if re.search(_TO, m[1]) else int(m[1])}),
    (rf"(?:repetitions?|reps?) ?[:=]? ?(\d{{1,3}}(?:{_TO}\d{{1,3}}){{0,9}})\b",
     lambda m: {"reps": _range(m[1]) if re.search(_TO, m[1]) else int(m[1])}),
    (rf"({NUMBER})(?=,? (?:and |then )?(?:add|increas|progress|grow))", lambda m: {"reps": number_in(m[1])}),
    (rf"{HOURS}\b", lambda m: {"time": 60 * (minutes_said(m[0]) or 0)}),
    (rf"{_HELD}(?:hold(?:ing|s)?|held) {_HELD}{_SPAN}{_EACH}", _held_between),
    (rf"(?:with )?{_HELD}{_SPAN} holds?\b", _held_between),
    (rf"{_SPAN}{_EACH}", _time_between),
    (rf"(?:and )?repeat(?:ed|ing)? ?:?,? ?({NUMBER})(?: times| x)?\b", lambda m: {"reps": number_in(m[1])}),
    (rf"(\d{{1,3}}(?:{_TO}\d{{1,3}}){{1,9}}|\d{{1,3}}(?:/\d{{1,3}}){{2,9}}|\d{{1,3}}(?:,\d{{1,3}}){{2,9}})\b{_REPS}",
     lambda m: {"reps": _range(m[1])}),
    (rf"({NUMBER}) ?(?:reps?|repetitions?|times|[x×])(?!\w| ?\d+ ?(?:$|[,;x×]\s*\d))",
     lambda m: {"reps": number_in(m[1])}),
    (rf"{_HELD}(?:hold(?:ing|s)?|held) {_HELD}(?P<time>{NUMBER}){_UNIT}{_EACH}", _hold),
    (rf"hold ?:? ?({NUMBER})(?![\w.-])(?! ?(?:to|by|[x×*–/]|reps?|repetitions?|times|sets?|breaths?|s\b|sec|min|hour))",
     lambda m: {"hold": number_in(m[1])}),
    (rf"(?:with )?{_HELD}(?P<time>{NUMBER}){_UNIT} holds?\b", _hold),
    (rf"(?P<time>{NUMBER}){_UNIT}{_EACH}", lambda m: {"time": _seconds(m)}),
)  # fmt: skip


@cache  # made when the first dose in words is met: most files have none
def _pieces() -> tuple[tuple[re.Pattern[str], _Read], ...]:
    return tuple((re.compile(pattern), read) for pattern, read in _SAYS)


_TIMES_OR_SETS = re.compile(r"\b(\d{1,3}) ?[x×*] ?(\d{1,3}) (?:(?:an?|per) day|daily)\b")  # 10 x 2/day
_COUNTED = r"times|x|sets?|rounds?|days?|weeks?|months?|hours?"  # behind "3 times 15" these make days or sets of it
_TIMES = re.compile(rf"(?<![\w.-])({NUMBER}) times (?={NUMBER}(?![\w.]|{_UNIT}| ?(?:{_COUNTED})\b))")  # 3 times 15
_BY_TIME = re.compile(r" ?/ ?(days?|d|weeks?|wks?|w)\b")  # 3x/day
_BEFORE_A_DOSE = re.compile(
    rf"(?<=[^\W\d])(\s*[,:;]\s*|\s+[-–—]\s+|\s+)(?:for (?=\d))?(?={NUMBER}|[½¼¾]|hold|half"
    rf"|(?:an? )?(?:hour|quarter)\b|until |repeat"
    rf"|start(?:ing)? |(?:up ?to|aim(?:ing)? (?:for|at)) \d|(?:sets?|reps?) ?:? ?\d|[x×] ?\d|(?:on )?{_DAY}\b"
    r"|(?:on (?:the )?)?(?:left|right)\b|(?:each|both|per|with|daily|weekdays|every|rest|tempo|effort|alternate)\b"
    rf"|{BAND}|{_COLOUR_ALONE})"
)
_OF_A_DOSE = re.compile(r"\d ?(?:[x×*]|sets?\b)|\b(?:up ?to|aim(?:ing)? (?:for|at))$")  # what is no part of a name
_HOLD_BY = re.compile(r"[\s,]hold\W+\d+ ?[x×*] ?\d+(?! ?(?:s|m|\d))")  # hold 30 x 3 says not which is the time
_ENDS_A_SET = (
    r"(?:(?:you|i|they|it|the muscles?|he|she) )?(?:\w+ )?(?:tired?|tires|fatigued?|failure|exhaust\w+|burns?)\b"
)
_UNTIL = re.compile(
    rf"(?:^|[\s,;]+)(?:and )?(?:(?:un)?till? (?!{_ENDS_A_SET})(.+)$"
    rf"|(for (?:the next )?(?:(?:{NUMBER}|an?) (?:days?|weeks?|months?)|a fortnight))(?=$|[\s,;]))",
    re.IGNORECASE,
)
_BAND_OF = re.compile(rf"\b(?:thera-?)?band[ ,]+\(?({_COLOUR})\b\)?(?! band)", re.IGNORECASE)  # band (red)
_SECONDS, _MINUTES = re.compile(r"(?<=\d) ?(?:\"|″|”|'')"), re.compile(r"(?<=\d) ?[′’'](?!\w)")
_BETWEEN = re.compile(
    r"(?:[\s,;.()@]|\+(?! ?\d)|\b(?:and|with|then|at|(?:start(?:ing)? |begin(?:ning)? )(?:with|at))\b)*"
)


def dose_in_words(text: str) -> Parts | None:
    """The parts of a dose written in a line, times in seconds, ``per_side`` where it says so; None for what cannot be
    read whole. Repetitions that differ, or grow within a range, and what it goes on until stay a text.
    """
    dose, until = and_until(text)
    parts = _read(dose)[0] if dose or until is None else {}
    return parts if parts is None or until is None else {**parts, "until": until}


def of_both(text: str) -> bool:
    """Whether a dose says both sides, and not each: what has no sides of its own is done with both anyway."""
    return re.search(r"\b(?:both|bilateral(?:ly)?)\b", in_full(text.lower())[:LONGEST]) is not None


def and_until(text: str) -> tuple[str, str | None]:
    """A dose, and the day or the words that it goes on until where these stand in the line; what follows them behind a
    comma is dose again, if it can be read.
    """
    dose = in_full(text) if len(text) <= LONGEST else text
    if len(dose) > LONGEST or not (found := _UNTIL.search(dose)):
        return dose, None
    before, ends = dose[: found.start()], found[1] or found[2]
    if found[2]:
        return ", ".join(filter(None, (before, dose[found.end() :].strip(" ,;")))), ends
    for comma in re.finditer(r"[,;] ?", ends):
        if _read(ends[comma.end() :])[0]:
            return ", ".join(part for part in (before, ends[comma.end() :]) if part), ends[: comma.start()]
    return before, ends


def name_and_rest(text: str) -> Iterator[tuple[str, str]]:
    """The ways in which a line may be parted into a name and what may be a dose behind it."""
    for cut in _BEFORE_A_DOSE.finditer(text) if len(text) <= LONGEST else ():
        if not _OF_A_DOSE.search(text[: cut.start()]) and not _HOLD_BY.match(text, max(0, cut.start() - len(" hold"))):
            yield text[: cut.start()], text[cut.end() :]


def name_and_dose(text: str) -> tuple[str, str | None]:
    """The name of an exercise, and its dose in words where one that can be read stands behind it."""
    text = _BAND_OF.sub(r"\1 band", text)
    return next(((name, dose) for name, dose in name_and_rest(text) if dose_in_words(dose)), (text, None))


def dose_and_name(text: str) -> tuple[str | None, str]:
    """A dose in words that can be read, as much as stands before the name of an exercise, and that name."""
    words = text.split() if len(text) <= LONGEST else []
    parted = ((" ".join(words[:at]), words[at:]) for at in range(len(words) - 1, 0, -1))
    found = next(((dose, name) for dose, name in parted if dose_in_words(dose)), (None, [text]))
    return found[0], " ".join(found[1]).removeprefix("of ")


def unread(text: str) -> str:
    """That a dose cannot be read, from which of its words on where that is not the first, and how it is written."""
    rest = _read(and_until(text)[0])[1]
    at = f" from “{in_a_line(rest)[:LONGEST_SHOWN]}” on" if rest else ""
    how = instead((rest or text)[:LONGEST])
    if not how and rest and not re.search(r"\d", rest):
        how = "leave that out here: how it is done, or what for, can stand under why"
    return f"the dose cannot be read{at}; {how or DOSE}"


def _read(text: str) -> tuple[Parts | None, str]:
    """The parts of a dose, or None and the words from which on it cannot be read, where that are not all."""
    if len(text) > LONGEST:
        return None, ""
    dose = _BY_TIME.sub(lambda by: " a day" if by[1][0] == "d" else " a week", in_full(text.lower()))
    dose = _TIMES.sub(r"\1 x ", _MINUTES.sub(" min", _SECONDS.sub(" s", dose)))
    if (either := _TIMES_OR_SETS.search(dose)) and int(either[1]) > int(either[2]):
        return None, dose[either.start() :]
    found: Parts = {}
    begun = _BETWEEN.match(dose)
    at = begun.end() if begun else 0
    while at < len(dose):
        piece, parts = _piece(dose, at)
        if piece is None or not found.keys().isdisjoint(parts):
            return None, dose[at:] if at else ""
        found |= parts
        between = _BETWEEN.match(dose, piece.end())
        after = between.end() if between else piece.end()
        if after == piece.end() < len(dose):
            return None, dose[at:] if at else ""
        at = after
    return _grown(_timed(_rested(found))), ""


def _piece(dose: str, at: int) -> tuple[re.Match[str] | None, Mapping[str, int | bool | str]]:
    """What stands at a place of a dose, and what it says; None where that cannot be read."""
    found = ((match, read) for pattern, read in _pieces() if (match := pattern.match(dose, at)))
    match, read = next(found, (None, None))
    return (match, read(match)) if match and read else (None, {})


def _rested(found: Parts) -> Parts:
    """A dose with holds of one set as so many sets, where one rests between them: 4 x 10 s, rest 30 s between."""
    many, sets = found.get("reps"), found.get("sets", 1)
    if not {"rest", "hold"} <= found.keys() or sets != 1 or not isinstance(many, int) or many > MOST_LONG_HOLDS:
        return found
    return {**found, "sets": many, "reps": 1}


def _grown(found: Parts | None) -> Parts | None:
    """A dose that is to be built up to a number as a range up to it: of the part that is said with it, else of its
    minutes, else of its repetitions.
    """
    if found is None or "up_to" not in found:
        return found
    most, part_named = int(found.pop("up_to")), found.pop("of", None)
    parts = ("minutes", "reps") if part_named is None else (part_named,)
    part = next((str(key) for key in parts if isinstance(found.get(str(key)), int)), None)
    if part is None or int(found[part]) >= most:
        return None
    return {**found, part: f"{found[part]}-{most}"}


def _timed(found: Parts) -> Parts | None:
    """A dose in which a bare time is a hold, where something is counted, or where it is no whole minutes, which is held
    once; else how long it is done.
    """
    if "time" not in found:
        return found or None
    least, most = int(found.pop("time")), int(found.pop("most", 0))
    if not least:
        return None
    if "reps" in found:
        return None if "hold" in found else {**found, "hold": f"{least}-{most}" if most else least}
    if least >= LEAST_HELD and least % 60 and "hold" not in found and "minutes" not in found:
        return {"sets": 1, **found, "reps": 1, "hold": f"{least}-{most}" if most else least}
    if least % 60 or most % 60 or not found.keys().isdisjoint(("hold", "minutes")):
        return None
    return {"minutes": f"{least // 60}-{most // 60}" if most else least // 60, **found}
