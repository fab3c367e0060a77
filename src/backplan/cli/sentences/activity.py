"""What somebody did beside the plan: an exercise or a kind of ours where that is meant, else their own words."""

from __future__ import annotations

import re
from contextlib import suppress
from textwrap import wrap
from typing import TYPE_CHECKING

from backplan.cli.terminal import asking, environment, options, output
from backplan.cli.terminal.unread import tell_unread
from backplan.errors import UsageError, did_you_mean
from backplan.model.activities import STILL, moves_on, of_it, plain_name
from backplan.model.diary import LogEntry
from backplan.model.said_numbers import ROUND, number_said, times_in_minutes
from backplan.model.vocabulary import MINUTES_OF_A_DAY
from backplan.model.wording import NUMBER_WORDS, spaced
from backplan.named_tuple import NamedTuple
from backplan.patterns import on_first_use

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from backplan.actions.workspace import Workspace
    from backplan.cli.sentences.clauses import Also
    from backplan.files.dose import Parts
    from backplan.model.exercise import Exercise

LONG_AT_ONCE = 300  # minutes of an activity; more is asked about

LONGEST = 40  # letters
_OF_A_NAME = range(1, 5)
_NO_NAME = frozenset((  # words that name nothing that one does, however many there are of them
    "back", "up", "to", "down", "now", "again", "at", "on", "in", "about", "only", "just", "of", "for", "the", "my",
    "total", "altogether", "all", "more", "less", "over", "under", "than", "was", "is", "am", "i", "it", "did", "got",
    "managed", "another", "today", "nearly", "almost", "around", "and", "but", "so", "then", "still",
    "a", "an", "minute", "minutes", "min", "mins", "hour", "hours",
))  # fmt: skip
_SCORED = frozenset(("pain", "worst", "highest", "peak", "effort", "level"))  # behind which a number is no minutes
MINE = "mine"  # what is answered where the words were meant as they are


def read(place: Workspace, text: str, on: date | None = None) -> str:
    """The id of an exercise or of a kind of exercise, or what else was done, in the person's own words. A name of more
    than one is that which the plan holds ``on`` the day, or the kind that they are of. Where it may still be either, a
    person at the terminal is asked. Raises UsageError where these are no words; where nobody can be asked, for such a
    name and for what looks like a slip in writing one of ours.
    """
    tell_unread(place)
    words = _at_it(place, (options.short(text, "what you did") or "").lower())
    own = words.replace(" ", "-")
    if found := place.names.wish(words):
        _say_what_it_is_here(place, words, found)
        return found
    if own and _NO_NAME.issuperset(words.split()):
        raise UsageError(f"{words}: say what you did, like `backplan log walking 20 minutes`")
    if not own or len(own) > LONGEST:
        raise UsageError(f"name what you did in 1 to {LONGEST} letters, like `backplan log gardening`")
    if several := place.names.named(words):
        keys = [each.id for each in several]
        if held := _planned(place, keys, on):
            _say_what_it_is_here(place, words, held)
            return held
        return _their_kind(several, own) or _meant(words, own, keys, f"{words} is the name of {' and of '.join(keys)}")
    if (near := place.names.slips(words)) and not is_measured(words):
        if len(near) == 1 and place.names.kind_slipped(words) == near[0]:
            output.complain(f"{words}: taken for {spaced(near[0])}.")
            return near[0]
        return _meant(words, own, near, f"{words} is no exercise and no kind of exercise{did_you_mean(near)}")
    return own


_OF_DAYS = r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday|(?:this|last|all) week|every ?day)\b"
_OF_A_SESSION = (  # or of several, which no minutes are asked of
    rf"{_OF_DAYS}|\b(?:today|done|(?<!\bhe )(?<!\bshe )(?<!\bthey )did|sessions?|exercises|workout|skipped|missed)\b"
)
_ONE_OF_DAYS = (
    "say it of one day, and how far the session was done: `backplan log monday all done, pain 3`, "
    "`backplan log tuesday did half`"
)
_HOW_FAR = (
    "say how far the session was done, and what each number is of: `backplan log all done, pain 3, worst 4`, `backplan "
    "log did half`"
)
_AHEAD = r"\b(?:tomorrow|next (?:week|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b"


_INSTEAD = (
    r"(?i),? (?:instead|in place|rather)"
    r"(?: (?:of|than)(?: (?:the|my|today['’]?s|our|a|any|doing|planned|usual))*(?: [a-z]+)?)?[ .!]*$"
)


def without_instead(text: str) -> str:
    """Words of an activity without those that say it was done in the place of a session: yoga instead of mine."""
    return re.sub(_INSTEAD, "", text) or text


def refuse_what_is_none(text: str) -> None:
    """Refuse, with a UsageError, words that tell of no activity that was done: what is to come, a birth, and a session
    that could not be read.
    """
    from backplan.planner.diary.health_words import changes_in

    if ahead := re.search(_AHEAD, text, re.IGNORECASE):
        raise UsageError(f"{text}: {ahead[0].lower()} is still to come; only what has happened is noted")
    if "birth" in changes_in(text):
        raise UsageError("a birth is told in the interview, which plans by it: `backplan init --only birth`")
    if names_sessions(text) and not _tells_time(text):
        several = re.search(_OF_DAYS, text, re.IGNORECASE)
        how_far = _ONE_OF_DAYS if several else _HOW_FAR
        raise UsageError(f"{text}: {how_far}; what else you did with its minutes: `backplan log gardening 30 minutes`")


def without_did(text: str) -> str:
    """Words of what was done without those that say that it was: the bridge, of did the bridge."""
    return re.sub(_I_DID, "", text) or text


def names_sessions(text: str) -> bool:
    """Whether words speak of sessions, or of the exercises as a whole; that something else was done is none: did the
    bridge.
    """
    return re.search(_OF_A_SESSION, without_did(text), re.IGNORECASE) is not None


def _tells_time(text: str) -> bool:
    from backplan.cli.sentences.clauses import lasted

    return lasted(text)


def _at_it(place: Workspace, words: str) -> str:
    """The words without where it was done, where that is a thing to do it on that is known by itself: on the bike."""
    bare = re.sub(r"^(?:on|in|at|with) (?:the |my |an? |our )?", "", words)
    return bare if place.names.wish(bare) or place.names.named(bare) else words


def _planned(place: Workspace, keys: Sequence[str], on: date | None) -> str | None:
    """The one of some exercises that the plan holds on a day; None where it holds none of them, or several."""
    if on is None or not place.begun:
        return None
    from backplan.actions.log import planned

    found = planned(place, on)
    held = {key for key in keys if found and found.day and key in found.day.exercises}
    return held.pop() if len(held) == 1 else None


def _say_what_it_is_here(place: Workspace, words: str, key: str) -> None:
    """Say which exercise another name of it is taken for, as it is told by its own."""
    found = next((each for each in place.exercises if each.id == key), None)
    if found and words not in (key, spaced(key), found.name.lower()):
        output.complain(f"{words}: that is {found.name} here.")


def _their_kind(several: Sequence[Exercise], own: str) -> str | None:
    """The kind of exercise that several are of, where all are aerobic work: which bike is all one. Which of several
    stretches is all one, too, and goes by the person's ``own`` name.
    """
    kinds, slots = {each.modality for each in several}, {each.slot for each in several}
    if slots == {"stretch"}:
        return own
    return kinds.pop() if len(kinds) == 1 and slots == {"aerobic"} else None


def and_minutes(place: Workspace, whole: str, beside: int | None = None) -> tuple[str, int | None]:
    """An activity and its minutes, where these were said with it: gardening 40 minutes, half an hour of swimming; a
    bare number too small for minutes belongs to the name, as in big three, and so does every bare number where the
    minutes are said ``beside``: level 9.
    """
    whole = re.sub(_OUT_OF_TEN, "", whole)
    whole = re.sub(_ADDED, r"\g<what> \g<time>", re.sub(_ALL_TOLD, "", whole))
    once, times = _times(_in_all(re.sub(r"(?i)[ ,]+(?:this|in the) morning$", "", times_in_minutes(whole))))
    what, minutes = _once(place, once, bare=beside is None)
    if minutes is None or re.search(_MORE_TIME, what):
        return what, None  # a time of which not all was understood is asked for
    return what, min(MINUTES_OF_A_DAY, minutes * times)


_OUT_OF_TEN = r"(?i)[ ,]*(?:\b(?:it|that|was|is|at|about|an?|pain)\b[ ,]*)*\b\d{1,2} ?(?:/|out of) ?10\b"
_ADDED = (  # felt great so added 10 minutes to the walk
    r"(?i)^.*?\b(?:(?:added|adding|add|tacked|put)(?: on)?(?: an?)?(?: extra| another| more)*|"
    r"(?:did|had|with)(?: an)?(?: extra| another)) (?P<time>\d{1,3} ?(?:minutes?|mins?))(?: more| extra)? "
    r"(?:(?:on)?to|on|of|at)(?: the end of)? (?:the|my|today['’]?s|our) (?P<what>walk|ride|swim|bike ride|cycle)\b.*"
)
_ALL_TOLD = r"(?i)(?<=.),? (?:all told|altogether|in (?:all|total)|on and off|give or take|all in all)\b"


def in_brief(place: Workspace, text: str, beside: int | None = None) -> tuple[str, int | None, str | None]:
    """An activity and its minutes as ``and_minutes`` reads them; where more is told than a name can hold, by its first
    words, with all of them as a note.
    """
    what, minutes = and_minutes(place, text, beside=beside)
    if beside is not None or (minutes is not None and len(what) <= LONGEST):
        return what, minutes, None
    parts = re.split(r"\s*[,;]\s*", text)
    for many in range(1, len(parts) + 1):
        begun, lasted = and_minutes(place, ", ".join(parts[:many]))
        name = _first_words(begun.split(",")[0])
        if lasted is not None and moves_on(name):
            return name, lasted, text
    return what, minutes, None


_LEFT_HANGING = r"(?i)(?: (?:a|an|the|my|her|his|our|their|and|with|two|to|of|in|on|at|for|along))+$"


def _first_words(text: str) -> str:
    """The first words of a text, as many as a name can hold."""
    first, *_ = wrap(text, LONGEST) or [""]
    return first if first == text else re.sub(_LEFT_HANGING, "", first)


def beside_session(place: Workspace, also: Also, on: date) -> LogEntry | None:
    """What was done beside a session, as an entry of its own; None where it was the session's own walk or ride: that
    the plan holds such work on the day, and no word says that there was more. Of a longer one, what it was longer by.
    Raises UsageError as ``read``.
    """
    what, minutes = and_minutes(place, also.what)
    key = read(place, what, on)
    if minutes is None:
        return None
    planned = 0 if also.extra or not place.begun else _minutes_in_session(place, on, key)
    if planned and minutes - planned < LONGER_BY:
        return None
    note = f"{minutes} minutes in all, {planned} of them the session's" if planned else None
    return LogEntry(on, "activity", "all", exercise=key, minutes=minutes - planned, note=note)


LONGER_BY = 5  # minutes that a walk of the session is longer than planned at the least, for more than that to be said


def _minutes_in_session(place: Workspace, on: date, key: str) -> int:
    """The aerobic minutes of an exercise, or of a kind of them, that the plan holds on a day."""
    from backplan.actions.log import planned

    found = planned(place, on)
    blocks = found.day.blocks() if found and found.day else ()
    items = [item for block in blocks if block.kind == "aerobic" for item in block.items]
    kinds = {each.id: each.modality for each in place.exercises}
    return sum(item.dose.minutes or 0 for item in items if key in (item.exercise, kinds.get(item.exercise)))


_MORE_TIME = r"(?i)\b(?:hours?|hrs|minutes?|mins|half an?)\b|^and\b"
# What is counted, and told by no minutes: 20 lengths, 5 sun salutations, 12 holes of golf, 10 km cycling.
_UNIT_OF_WAY = (
    r"(?:km|k|mi|kilomet(?:er|re)|kilo|met(?:er|re)|mile|lap|length|hole|round|set|rep|step|floor|yard|feet|foot|kg|lb"
    r"|salutation)"
)
_NOT_COUNTED = (
    r"(?:\w*ss|pilates|aerobics|tennis|gymnastics|callisthenics|calisthenics|bowls|darts|boules|circuits|chores)"
)
_COUNTED = on_first_use(
    rf"(?i){_UNIT_OF_WAY}s?\b|(?!{_NOT_COUNTED}\b|\w+(?:ing|ed)\b)\w+s\b"
    rf"|(?!\w+(?:ing|ed)\b)\w+ (?!{_NOT_COUNTED}\b)\w{{2,}}s\b"
)

_NUMBER = rf"(?:\d|\b(?:{'|'.join((*NUMBER_WORDS[2:], *ROUND, 'hundred'))}))"
_MEASURED = rf"(?i)\bsets?\b|\breps?\b|\d ?(?:x|×|m)\b|{_NUMBER} ?(?:\w+ )?{_UNIT_OF_WAY}s?\b"


def is_measured(text: str) -> bool:
    """Whether words tell how much was done by what is counted, and by no minutes: 20 lengths, 3 sets."""
    return re.search(_MEASURED, text) is not None


_IN_METRES = r"\d{3,} ?m"  # and not in minutes


def _is_counted(what: Sequence[str], *, in_front: bool) -> bool:
    """Whether a number alone, behind some words or in front of them, counts what they name, and tells no minutes."""
    if not in_front:
        return re.fullmatch(rf"(?i){_UNIT_OF_WAY}s?", what[-1]) is not None
    return _COUNTED.match(" ".join(what)) is not None


_A_WAY = r"(?:round|around|up|down|to|along|across|through|over|past|about)\b"  # twice round the park is one walk
_TWICE = (
    r"(?i)[ ,]*\b(?:(?P<times>\d|two|three|four) ?(?:x|×|times)|(?P<twice>twice))(?! ?\d)"
    r"(?: (?:a day|per day|each day|every day|daily|today))?"
    rf"(?!\w| a week| {_A_WAY})|[ ,]*\b(?P<way>each way|both ways)\b"
)
_AT = r"(?: (?:in the|this|at|after|before) (?:morning|evening|afternoon|night|noon|lunch|work|tea|dinner|breakfast))"
_UNIT = r" ?(?:minutes?|mins?|m)?"
_TWO_TIMES = rf"(?i)\b(\d{{1,3}}){_UNIT}{_AT}[ ,]+(?:and |then |& )*(?:another )?(\d{{1,3}}){_UNIT}{_AT}"


_LASTED_WITHIN = (  # walked 30 minutes with my wife
    r"(?i)(?P<what>[^\d,]+?) (?:for )?(?P<time>\d{1,3} ?(?:minutes?|mins?)|half an hour|an hour|\d hours?) "
    r"(?P<where>(?:with|in|on|to|at|around|along|up|through|by|outside|alone|from|round) ?[^\d,]*)"
)

_LASTED_FIRST = (  # half an hour around the block
    r"(?i)(?P<time>\d{1,3} ?(?:minutes?|mins?)|half an hour|(?:a |three )?quarters? of an hour|an hour|\d hours?) "
    r"(?!and |or |to \d)(?P<what>[^\d,]+)"
)


def _in_all(text: str) -> str:
    """Minutes at two times of a day as those of the day: 15 minutes in the morning and 20 in the evening; without what
    stands around them, gardening (1 hour), and two walks of 15 minutes as a walk twice.
    """
    text = re.sub(r"\(([^()]*\d[^()]*)\)", r"\1", text)
    text = re.sub(r"(?i)^(two|three|four|[2-4]) (walk|swim|ride|session)s (?:of |for )?(.*)$", r"\2 \3 \1 times", text)
    text = re.sub(
        r"(?i)^(two|three|four|[2-4]) (\d+)[ -](?:minutes?|mins?) (walk|swim|ride)s$", r"\3 \2 min \1 times", text
    )
    return re.sub(_TWO_TIMES, lambda found: f"{int(found[1]) + int(found[2])} minutes", text)


def _times(text: str) -> tuple[str, int]:
    """What was done once, and how many times: walk the dog 15 min, of walk the dog twice a day 15 min."""
    if not (found := re.search(_TWICE, text)):
        return text, 1
    rest = re.sub(r"(?i)\b(minutes?|mins?) each(?: time)?\b", r"\1", text[: found.start()] + text[found.end() :])
    many = 2 if found["twice"] or found["way"] else number_said(found["times"].lower())
    return rest.strip(" ,"), many or 1


def _once(place: Workspace, text: str, *, bare: bool) -> tuple[str, int | None]:
    """An activity and the minutes said with it; ``bare``: a number alone may be minutes."""
    if first := re.fullmatch(_LASTED_FIRST, text):
        text = f"{re.sub('^(?:of|doing) ', '', first['what'])} {first['time']}"
    elif within := re.fullmatch(_LASTED_WITHIN, text):
        text = f"{within['what']} {within['where']} {within['time']}"
    words = re.sub(_I_DID, "", re.sub(_INSTEAD, "", text)).split() or text.split()
    cuts = range(1, 1 if place.names.wish(text) else len(words))
    after = [(words[:at], words[at:], False) for at in cuts]
    before = [(words[at:], words[:at], True) for at in reversed(cuts)]
    for what, time, in_front in (*after, *before):
        alone = number_said(" ".join(time).lower())
        score = what[-1].lower() in _SCORED
        if alone in _OF_A_NAME or (alone is not None and (score or not bare)):
            continue
        if _is_counted(what, in_front=in_front) if alone is not None else re.fullmatch(_IN_METRES, " ".join(time)):
            continue
        with suppress(UsageError):
            return _bare(what), asking.minutes(1, MINUTES_OF_A_DAY)(" ".join(time))
    return _bare(words), None


# What people put before an activity: I went for a walk, did some yoga.
_I_DID = (
    r"(?i)^(?:i |we )?(?:just |only )?(?:could |managed to |was able to )?"
    r"(?:(?:went|did|done|had|been|have been|(?:was|were)(?=(?: out)? [a-z]+ing\b))(?: out)?(?: for| on| to)?"
    r"(?: (?:just|only))?(?: a (?:bit|little) of| an?| some| the| my)? )?"
)
_INSTEAD = r"(?i)^instead(?: of (?:it|(?:the |my |today['’]?s )?(?:session|exercises)))?,? | instead\b(?: of .+$)?"
_TOLD_AS_PAST: Mapping[str, str] = {
    "walked": "walking", "swam": "swimming", "cycled": "cycling", "biked": "cycling", "rode": "riding",
    "ran": "running", "jogged": "jogging", "rowed": "rowing", "danced": "dancing", "hiked": "hiking",
    "gardened": "gardening", "played": "playing", "cleaned": "cleaning", "mowed": "mowing", "dug": "digging",
    "climbed": "climbing", "skied": "skiing", "stretched": "stretching", "hoovered": "hoovering",
    "shovelled": "shovelling",
}  # fmt: skip


class InSets(NamedTuple):
    """An exercise that was told in sets, the minutes that they take, and both in words; or what was told in minutes."""

    exercise: str
    minutes: int
    words: str | None = None

    def entry(self, on: date) -> LogEntry:
        """What the diary keeps of it."""
        return LogEntry(on, "activity", "all", exercise=self.exercise, minutes=self.minutes, note=self.words)


_NAME = r"(?=[^\d,;]*[a-z]{3})[^\d,;]+?"  # no kilometres
_MINUTES = r"(?P<minutes>\d{1,3}) ?(?:minutes?|mins?|m)"
_IN_MINUTES = (rf"(?P<name>{_NAME})[ :]*(?:for )?{_MINUTES}", rf"{_MINUTES} (?:of )?(?P<name>{_NAME})")


def in_sets(place: Workspace, whole: str, on: date | None = None) -> list[InSets]:
    """What people did as they list it: bird dog 3x8, 2 sets of 10 glute bridges; walk 10 min and ironing 20 min. None
    where anything else stands there. Raises UsageError for a name that may mean several.
    """
    if not re.search(r"\d|\bsets?\b", whole):
        return []  # before anything is loaded that reads doses
    if timed := in_minutes(place, whole):
        return [InSets(read(place, _bare(name.split()), on), minutes) for name, minutes in timed]
    pieces = re.split(r"\s*[,;+&]\s*(?:and )?|\s+and\s+", whole.strip(" ,;.").lower())
    read_in = [_named_in_sets] if len(pieces) == 1 else [_named_in_sets, _named_in_minutes]
    found = [next(filter(None, (each(piece) for each in read_in)), None) for piece in pieces]
    worked = [each for each in found if each]
    return [_in_sets(place, *each, on) for each in worked] if len(worked) == len(pieces) else []


_LEAST_ALONE = 5  # minutes that a number alone may be; fewer count something else
_APART = r"(?i)\s*[,;+&]\s*(?:(?:and|then) )*|\s+(?:and then|and|then|plus)\s+"
_NUMBER_BEHIND = r"(?P<name>[a-z][a-z' -]*?)[ :]+(?:for )?(?P<minutes>\d{1,3})(?P<unit> ?(?:minutes?|mins?|m))?"
_NUMBER_BEFORE = r"(?P<minutes>\d{1,3})(?P<unit> ?(?:minutes?|mins?|m))? (?:of )?(?P<name>[a-z][a-z' -]*?)"


def in_minutes(place: Workspace, whole: str) -> list[tuple[str, int]]:
    """Several activities with the minutes of each, of which a bare number is some, too: walking 20 and gardening 10.
    None where anything else stands there, or one of them is nothing that is known to take its time.
    """
    text = re.sub(_I_DID, "", times_in_minutes(whole).strip(" ,;.").lower())
    found = [_timed(piece) for piece in _pieces_in_minutes(text)]
    timed = [each for each in found if each and _takes_time(place, each[0])]
    return timed if 1 < len(timed) == len(found) else []


def _pieces_in_minutes(text: str) -> list[str]:
    """The pieces of a list, which may stand behind each other with nothing between them: 20 walking 10 gardening."""
    if len(pieces := re.split(_APART, text)) > 1:
        return pieces
    behind = re.findall(r"[a-z][a-z' -]* \d{1,3}(?: ?(?:minutes?|mins?|m)\b)?", text)
    before = re.findall(r"\d{1,3}[^\d]+", text)
    return next(
        ([each.strip() for each in found] for found in (behind, before) if _joined(found) == _joined([text])), []
    )


def _joined(pieces: Sequence[str]) -> str:
    return "".join(pieces).replace(" ", "")


def _timed(piece: str) -> tuple[str, int] | None:
    """A name with its minutes, or with a number that may be some; None for anything else."""
    bare = re.sub(_I_DID, "", piece)
    found = re.fullmatch(_NUMBER_BEHIND, bare) or re.fullmatch(_NUMBER_BEFORE, bare)
    if found is None or is_measured(found["name"]) or not 0 < (many := int(found["minutes"])) <= MINUTES_OF_A_DAY:
        return None
    counted = is_measured(f"{many} {found['name']}") or found["name"].split()[-1] in _SCORED
    return None if not found["unit"] and (many < _LEAST_ALONE or counted) else (found["name"], many)


def _takes_time(place: Workspace, name: str) -> bool:
    """Whether a name is that of what is told in minutes, and not in repetitions: a walk, yoga; no bridge."""
    if moves_on(name) or plain_name(name) in STILL or re.search(r"\b(?:runs?|ran|running|jog(?:ged|ging)?)\b", name):
        return True
    return bool(place.names.wish(plain_name(name))) and not _is_in_repetitions(place, name)


def _is_in_repetitions(place: Workspace, name: str) -> bool:
    """Whether a name is that of exercises alone that are done in repetitions, or held."""
    key = place.names.wish(name)
    meant = [each for each in place.exercises if each.id == key] if key else place.names.named(name)
    return bool(meant) and all(each.slot not in ("aerobic", "stretch") for each in meant)


_ONE_SET = (  # clams 10 times, bridge x 10, the bridge with only 5 reps, 10 reps of the bridge
    r"(?i)(?P<name>[a-z][a-z'’ -]*?),?(?: with)?(?: only| just| about)* (?:[x×] ?(?P<by>\d{1,3})|(?P<many>\d{1,3})"
    r"(?= (?:on )?(?:each|both|either)\b| ?(?:x|×|times|reps?|repetitions?)\b) ?(?:x|×|times|reps?|repetitions?)?)"
    r"(?P<sides> ?(?:on )?(?:each|both|either) (?:sides?|legs?|arms?))?|"
    r"(?:only |just )?(?P<before>\d{1,3}) ?(?:x|×|times|reps?|repetitions?)(?: of| on)?(?: the| my)? "
    r"(?P<behind>[a-z][a-z'’ -]*)"
)

_OF_SO_MANY = r"(?i)^(?:only |just |managed )*(?P<many>\d{1,3}) (?:out )?of (?:the |my )?\d{1,3} (?=[a-z])"


def one_set(place: Workspace, text: str) -> str | None:
    """How often an exercise was done that is told in repetitions, as the set that they are: clams 1x10; None for any
    other words.
    """
    plain = re.sub(_OF_SO_MANY, r"\g<many> times ", without_did(text.strip(" .!")))
    found = re.fullmatch(_ONE_SET, plain) if re.search(r"\d", text) else None
    name = _bare((found["name"] or found["behind"]).lower().split()) if found else ""
    if found is None or not _is_in_repetitions(place, name):
        return None
    return f"{name} 1x{found['by'] or found['many'] or found['before']}{' each side' if found['sides'] else ''}"


def in_one_set(place: Workspace, words: list[str] | None) -> list[str] | None:
    """The words after `log`, with how often an exercise was done as one set of it."""
    found = one_set(place, " ".join(words)) if words else None
    return found.split() if found else words


_ALONE_BESIDE = (  # bridge 7, bridge 7/10, 7 on the bridge
    r"(?i)(?P<name>[a-z][a-z' -]*?)(?: was| is| at)?[ ,:]+(?P<number>\d{1,3})(?: ?/ ?10| out of 10)?|"
    r"(?P<before>\d|10)(?: ?/ ?10| out of 10)? (?:(?:on|in|with|for|during|doing) )+(?:the |my )?(?P<behind>[a-z' -]+)"
)


def refuse_a_bare_number(place: Workspace, text: str) -> None:
    """Refuse, with a UsageError that has the words to use, a number beside an exercise that is told in repetitions: it
    may be of these, of minutes, or of pain.
    """
    found = re.fullmatch(_ALONE_BESIDE, without_did(text.strip(" .!")))
    name = _bare((found["name"] or found["behind"]).lower().split()) if found else ""
    if found is None or not _is_in_repetitions(place, name):
        return
    number = found["number"] or found["before"]
    hurt = f"; if it hurt: `backplan log {name} hurt {number}`" if int(number) <= asking.HIGHEST else ""
    raise UsageError(
        f"{text}: say what {number} is of. How often: `backplan log {name} 1x{number}`; how long: `backplan log {name} "
        f"{number} minutes`{hurt}"
    )


def how_much(place: Workspace, key: str) -> str:
    """The question how much of something was done, with the commands that say it."""
    what = spaced(key)
    named = what if re.fullmatch(r"[\w .-]+", what) else f'"{what}"'
    if not _is_in_repetitions(place, what):
        return f"how long? `backplan log {named} --minutes 30`"
    return (
        f"how often, or how long? `backplan log {named} 1x10` or `backplan log {named} 5 minutes`; if it was of your "
        "session: `backplan log did part of it`"
    )


_OF_SETS = frozenset(("sets", "reps", "hold", "per_side"))


def _named_in_sets(piece: str) -> tuple[str, Parts] | None:
    """A name, and the sets and repetitions that stand behind or before it; None for anything else."""
    from backplan.files.dose import dose_and_name, dose_in_words, name_and_dose

    name, dose = name_and_dose(piece)
    if dose is None:
        dose, name = dose_and_name(piece)
    parts = dose_in_words(dose) if dose else None
    is_name = re.search("[a-z]{3}", name) and not re.search(r"\d", name)  # no kilometres
    return (name, parts) if parts and is_name and _is_in_sets(parts) else None


def _named_in_minutes(piece: str) -> tuple[str, Parts] | None:
    """A name and its minutes: walk 10 min; None for anything else."""
    found = next(filter(None, (re.fullmatch(each, piece) for each in _IN_MINUTES)), None)
    return (found["name"], {"minutes": int(found["minutes"])}) if found and int(found["minutes"]) else None


def _is_in_sets(parts: Parts) -> bool:
    """Whether the parts of a dose are sets and repetitions, which may be held, and no time."""
    from backplan.files.asked import MAX_HOLD

    counted = {"sets", "reps"} <= parts.keys() <= _OF_SETS and all(isinstance(each, int) for each in parts.values())
    return counted and int(parts.get("hold", 0)) <= MAX_HOLD


def _in_sets(place: Workspace, name: str, parts: Parts, on: date | None) -> InSets:
    """An exercise that was done in sets, by its name, with the minutes these take as the plan reckons, or those that
    were said.
    """
    from backplan.model.week import GivenDose
    from backplan.planner.choice.dose import seconds

    key = read(place, _bare(name.split()), on)
    if "minutes" in parts:
        return InSets(key, min(MINUTES_OF_A_DAY, int(parts["minutes"])))
    exercise = next((each for each in place.exercises if each.id == key), None)
    sides = bool(parts.get("per_side")) or (exercise is not None and exercise.dose.per_side)
    dose = GivenDose(int(parts["sets"]), int(parts["reps"]), int(parts.get("hold", 0)), sides)
    spent = seconds(dose, exercise or place.exercises[0])
    each = f"{dose.hold_s} s" if dose.reps == 1 and dose.hold_s else f"{dose.reps}"
    held = f", hold {dose.hold_s} s" if dose.reps > 1 and dose.hold_s else ""
    words = f"{dose.sets} × {each}{held}, minutes reckoned"
    return InSets(key, min(MINUTES_OF_A_DAY, -(-spent // 60)), words)


def _bare(words: Sequence[str]) -> str:
    """An activity without what stands around it, as what it is called: I walked the dog for is walking the dog."""
    text = re.sub(r"^(?:of|for|a) | (?:for|about|in)$", "", " ".join(words).strip(" ,;:.-"))
    first, blank, rest = re.sub(_I_DID, "", text).partition(" ")
    rest = re.sub(r"(?i)^(?:some|several|various|a few|a couple of|a lot of|lots of) ", "", rest)
    return _TOLD_AS_PAST.get(first.lower(), first) + blank + rest or text


def _meant(words: str, own: str, near: Sequence[str], doubt: str) -> str:
    """Which of some a person at the terminal means, or their own words. Raises UsageError where nobody can be asked."""
    if not environment.at_terminal():
        raise UsageError(f"{doubt}; write {' or '.join(f'`backplan log {each}`' for each in near)}, or other words")
    choices = dict.fromkeys(near, "one of ours") | {MINE: f"something else, which I call {words}"}
    chosen = asking.one(f"{doubt}. Which did you do?", choices, None)
    return own if chosen == MINE else chosen


def refuse_so_long(activity: LogEntry, *, ask: bool) -> None:
    """Ask whether an activity went on so long, where a slip of the hand is likelier. Raises UsageError where it did
    not, or nobody can be asked.
    """
    if activity.kind != "activity" or (activity.minutes or 0) <= LONG_AT_ONCE:
        return
    so_many = f"{activity.minutes} minutes {of_it(activity.exercise or '')} are over {LONG_AT_ONCE // 60} hours at once"
    if not (ask and asking.until_right(f"{so_many}. Was it so long? (y/n)", "n", asking.yes)):
        half = (activity.minutes or 0) // 2
        parts = "two parts" if half <= LONG_AT_ONCE else "parts"
        raise UsageError(
            f"{so_many}, so nothing was noted. Write the minutes again; if it was so long, note it in {parts}, each by "
            "itself, as in the morning and the afternoon"
        )
