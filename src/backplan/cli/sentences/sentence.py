"""What somebody tells of a session, a morning, pain or a flare in words after `log`: what the flags mean, too."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from backplan.cli.sentences.clauses import FELT_BAD, HOW_A_DAY_WAS, WHICH, WHICH_BESIDE, feels, in_clauses, lasted
from backplan.cli.sentences.days import BESIDE
from backplan.cli.sentences.figures import NO_PAIN, NUMBER, READING, SPAN, WHILE, out_of_ten, rose, three, whole, within
from backplan.cli.sentences.of_session import called_off, in_the_way, of_session
from backplan.cli.terminal import asking, spoken
from backplan.errors import UsageError
from backplan.model.ability_words import tells_of_ability
from backplan.model.activities import moves_on
from backplan.model.felt_words import FELT, of_a_part
from backplan.named_tuple import NamedTuple
from backplan.patterns import on_first_use

if TYPE_CHECKING:
    from datetime import date

    from backplan.cli.sentences.clauses import Also, InClauses
    from backplan.cli.sentences.of_session import OfParts
    from backplan.model.diary import LogEntry
    from backplan.model.vocabulary import Done

_DID = (
    r"(?:i (?:have )?)?(?:did |done )?(?:my |the |all of )*(?:all|everything|the lot|it)(?: of it)?|"
    r"(?:all )?(?:done|finished)"
)
_BEYOND = (
    "that a session was done is `backplan log {done}`; numbers are told beside it like pain 3, worst 5, and "
    "other words with --note"
)
_OF_WHAT = (
    "say what you did, like `backplan log walk {time}`; if it was of the session, `backplan log did part of it, {time}`"
)
_AHEAD = (
    r"(?:i have |i )?(?:not|haven['’]?t)(?: (?:done|started))?(?: it)? yet|"
    r"(?:i )?(?:will|shall|gonna|(?:am )?going to) .+|i['’]ll .+|(?:later|tomorrow|tonight)(?: maybe)?"
)
_AWAY_LATER = (
    r"(?:(?:i|we|am|are|will be|i['’]m|going|off|away|be|on|a|my|for) )*(?:holiday|vacation|away|abroad|travelling) "
    r"(?:from |on )?(?:tomorrow|next|mon|tues|wednes|thurs|fri|satur|sun).*"
)
PAUSE = "`backplan pause --from DAY --to DAY`"
_TAKEN_BACK = (
    r"(?:(?:sorry|oops|whoops|no|wait|oh|that|it|this|entry|one|last|the|my|was|is|a|an|i|made|did|not|by|entered|"
    r"mistake|meant|for|should|have|been|wrong|right|pressed|typed|hit|\d+|log|logged|wrongly|day|thing|please|to|just|now|undo|delete|remove|cancel|take|back|ignore|scratch|forget|correct)"
    r"[ ,.]*)*"
)
_SLIP = (
    r"(?=.*\b(?:undo|wrong(?:ly)?|mistake|meant|delete|remove|cancel|take (?:it|that) back|"
    r"(?:ignore|scratch|forget) that)\b)"
)
_OF_THE_REST = (
    "what of the rest of the session? If it was done, `backplan log did everything but the {part}`; if there was no "
    "more to it, or none was done, `backplan log let it go`"
)
TAKE_BACK = "`backplan diary undo` takes back what was noted last, `backplan diary edit` mends it"
_MORNING = (
    r"(?:(?:this )?morning|(?:(?:stiff|sore|bad) )?on waking|"
    r"woke(?: up)?(?: (?:with|at|a bit|very|stiff|sore|in|pain|ok|okay|fine|good|bad|better|worse))*|waking)"
)
_STIFF = (
    r"(?:a (?:bit|little) |very |quite )?(?:stiff|sore|fine|ok|okay|good|bad|rough|awful|better|worse|easier|tight)"
)
_WAKING = on_first_use(r"\b(?:this morning|on waking|woke)\b", re.IGNORECASE)
_PAIN = on_first_use(
    r"\b(?:back|pain|leg|hip)\b.*\b(?:hurts?|hurting|sore|ach(?:es|ing|ed|y)|bad|worse|stiff|awful|terrible|spasms?|kill(?:s|ing))\b|"
    r"\b(?:twing|tweak|niggl)\w*|\b(?:pain|ache) (?:is |has |all )*(?:gone|eased|easing|better|worse|back)\b|"
    r"\b(?:back|leg|hip|neck)[ -]?(?:pain|ache)\b|\b(?:in|no) pain\b|"
    r"\b(?:bad|worse|awful|terrible|more|less|sore|stiff|aching) (?:back|pain)\b|\bhurt(?:s|ing)?\b|\bpainful\b|"
    r"\bpain (?:in|during|with|from|when|doing)\b|"
    r"\b(?:it|back) (?:just |suddenly )?(?:went|goes|gave)(?: out| again)?(?=$|[,;.!] ?)",  # bent down and it went
    re.IGNORECASE,
)
_MOOD = (
    r"(?:(?:this |the )?morning (?:was )?|all )?(?:i )?(?:am |was |feel |felt |feeling )?"
    r"(?:(?:a )?(?:bit|little|lot) |much |very |so |quite )?"
    r"(?:better|worse|easier|ok|okay|fine|good|bad|stiff|sore|rough|great|tired)(?: (?:again|today|now))?"
    r"(?: than (?:before|usual|ever|yesterday|last (?:week|time|month)))?(?:,? i (?:guess|think|suppose))?"
)
_WITH_A_FLARE = (
    r"(?:i|i['’]m|i['’]ve|have|had|has|am|having|in|it|is|was|been|got|getting|there|still|woke(?: up)?|with|started|"
    r"starting|began|came|on|bad|big|another|new|small|slight|awful|terrible|a|an|the|my|lower|back|pain|really|very|"
    r"since|again|now|day|today|of|just|up|this|morning)"
)
_FLARE = rf"(?:{_WITH_A_FLARE} )*fl(?:are[ds]?|air(?:s|ed)?|aring)(?:[ -]?up)?(?: {_WITH_A_FLARE})*"


_BARE = r"\d{1,3}(?: \d{1,3})?(?: ?(?:minutes?|mins?|hours?))?"  # numbers alone, of which nobody can tell what they are
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
_DATE = (  # only behind on: 3/10 alone is a number of pain
    r"\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}(?:[/.-](?:\d{4}|\d\d))?\.?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)? (?:of )?{_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
)
_DAY = (
    r"(?:(?:on )?(?P<day>yesterday|(?:last )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|fri|"
    r"(?:sat|sun)(?= (?:morning|evening|pain|peak|worst|all (?:done|of it|good)|did|done|effort|session|exercises|"
    r"workout)\b)))(?:['’]?s)?|"
    r"on (?:the )?"
    rf"(?P<date>{_DATE}))(?: (?:evening|morning|afternoon|night))?"
    r"|(?P<before>last night|(?:the )?day before yesterday|(?:\d{1,3}|an?|two|three|four|five|six) days? ago)"
    r"|today|tonight|this (?:evening|afternoon)"
)


# A date at the beginning, which is no number of pain, no part of a session and no distance: 29.11. did it all.
_DATE_FIRST = (
    r"(?:on )?(?:the )?(?P<date>\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)?|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|"
    r"(?:1[1-9]|2\d|3[01])/(?:1[0-2]|0?[1-9])|(?:0?[1-9]|1\d|2\d|3[01])\.1[0-2]|"
    rf"\d{{1,2}}(?:st|nd|rd|th)(?: (?:of )?{_MONTH})?|\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)"
    r"[ ,:]+(?!km\b|k\b|miles?\b|min|hours?\b|reps?\b|sets?\b|steps\b|"
    r"(?:session|time|go|attempt|day|week|set|round|half|floor|one|exercise)\b)(?P<rest>\D.*)"
)
# Whose session it was, where another word says when it was done: did saturdays session today.
_OF_ANOTHER_DAY = (
    r"(?i)(?P<head>.*?)\b(?:on )?"
    r"(?P<whose>(?:(?:last )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday)(?:['’]?s)?)"
    r" (?P<what>(?:missed )?(?:session|exercises|workout|routine|one))\b(?P<tail>.*)"
)
_SAYS_WHEN = (
    r"(?i)\b(?:today|tonight|this (?:morning|afternoon|evening)|just now|yesterday|last night|"
    r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)


_GOES_ON = (  # behind a day in the middle of a sentence
    r"(?:but|except|and|because|as|since|though|although|without|apart|minus|with|in|at|for|only|then|all|too|so|pain|worst|"
    r"effort|i|"
    r"my|it|went|felt)\b"
)


_ONLY_BESIDE = rf"(?i)\b(?:{'|'.join(BESIDE)})$"  # worse than yesterday, sore since monday


class OnADay(NamedTuple):
    """Words without the day that they begin or end with, and that day, where it is not today."""

    words: str
    day: str | None = None


def without_day(text: str) -> OnADay:
    """The words apart from their day: yesterday all done; walked 20 minutes on monday. A day alone is a session's."""
    if first := whole(_DATE_FIRST, text.strip()):
        return OnADay(first["rest"], first["date"].removesuffix(".") + "." * ("." in first["date"]))
    text = re.sub(r"(?i)\byest(?:\w{0,2}r?d\w{1,3})\b", "yesterday", text)
    for pattern in (
        rf"(?:{_DAY})(?P<rest>)(?P<more>)",
        rf"(?:{_DAY})[ ,:]+(?P<rest>.+)(?P<more>)",
        rf"(?P<rest>(?:i )?(?:did|skipped|missed|finished)) (?:{_DAY})(?P<more> .+)",
        rf"(?P<rest>.+?)[ ,]+(?:{_DAY})(?P<more>(?:[,;.] | (?=\d)| (?={_GOES_ON})).+)?",
    ):
        found = whole(pattern, text.strip())
        if found and (not re.search(_ONLY_BESIDE, found["rest"]) or re.search(r"(?i)\bfl(?:are|air)", found["rest"])):
            day = found["day"] or found["date"] or found["before"]
            more = found["more"] or ""
            if day is None and re.search(r"\d", found["rest"]) and re.match(r" \d", more):
                continue  # this morning 3, tonight 5
            words = found["rest"] + more
            if re.search(r"(?i)\bmorning\b", text) and whole(rf"{NUMBER}(?: ?/ ?10| out of 10)?", words):
                words = f"morning {words}"
            return OnADay(words, day)
    return OnADay(text)


def without_whose(text: str) -> tuple[str, str | None]:
    """Words without the day whose session was done on another, and what they said of it, where they say on which."""
    found = re.fullmatch(_OF_ANOTHER_DAY, text)
    if found is None or not re.search(_SAYS_WHEN, f"{found['head']} {found['tail']}"):
        return text, None
    return f"{found['head']}my session{found['tail']}", f"{found['whose']} {found['what']}"


class ToldInWords(NamedTuple):
    """What words told: of a session how far it was done, its numbers, why not, and what was left out; else a morning's
    pain, the pain now, a flare, or pain in words. ``activity``: what is left beside numbers, where it may be one;
    ``beside``: how the session or the activity was, in words; ``parts``: which parts of a session it is of; ``also``:
    what else was done.
    """

    done: Done | None = None
    why: str | None = None
    left_out: tuple[str, ...] = ()
    morning: int | None = None
    pain: int | None = None
    flare: bool = False
    words: str | None = None
    peak: int | None = None
    effort: int | None = None
    activity: str | None = None
    beside: str | None = None
    parts: OfParts | None = None
    also: tuple[Also, ...] = ()
    unknown: bool = False  # whether nobody can tell what its words are of
    felt: bool = False  # whether somebody said of such words that they tell how they feel
    supposed: bool = False  # whether they tell only how a session went, which is taken as done
    unclear: str | None = None  # a number among its words of which nobody can tell what it is of
    unnoted: date | None = None  # the day whose planned session they leave without a word

    @property
    def of_session(self) -> bool:
        """Whether its pain is that before a session or an activity."""
        return any(each is not None for each in (self.done, self.peak, self.effort, self.activity))


class InOwnWords(Exception):  # noqa: N818 - no error: what was told is more than was asked
    """Words that tell of more than a question is about, to be heard as those behind `log`; the ``morning`` before."""

    def __init__(self, words: str, morning: LogEntry | None) -> None:
        super().__init__()
        self.words, self.morning = words, morning


_OF_MINE = r"(?:lower |left |right |bad )?(?:back|knee|leg|hip|shoulder|neck|foot|calf)s?"  # me back
_AFTER_NONE = (  # a comma that nobody writes: didnt do my exercises did the garden instead
    r"(?i)(?P<none>\b(?:did ?n['’]?t|did not|never) do (?:my|the|any) (?:exercises|session|workout)) "
    r"(?=(?:i )?(?:did|walked|went|swam|gardened|cycled|was|had)\b)"
)


def read_words(text: str) -> ToldInWords | None:
    """What is told by words that are no activity; None where they may well be one. Raises UsageError for half of it."""
    plain = _plainly(text)
    _refuse_half_said(plain)
    if beside := _with_morning(plain) or _beside_its_time(plain):
        return beside
    found = _three(plain) or _scored(plain) or _flare(plain) or _in_clauses(plain) or _of_session(plain)
    found = found or _swapped(plain) or _respelled(plain) or _besides(plain) or _came_up(plain)
    if found is None and tells_of_ability(plain):
        return ToldInWords(words=plain)
    found = found or _with_its_pain_last(plain)
    if (found is None or found.activity) and (more := whole(rf"(?P<done>{_DID}) ?[,;:] ?(?P<rest>.+)", plain)):
        raise UsageError(f"{more['rest']}: {_BEYOND.format(done=more['done'])}")
    return _with_a_flare(found, plain) or _timed_activity(plain)


def _plainly(text: str) -> str:
    """A sentence without slips and fillers, and with commas where nobody writes them."""
    plain = re.sub(r"[^\w)]+$", "", " ".join(text.split()).strip(' .!,;“”„"'))
    plain = re.sub(r"(?i)\b(?:teh|hte|tje)\b", "the", plain)
    plain = re.sub(
        r"(?i),? (?:but |and )?(?:i )?(?:forgot|did(?: not|n['’]?t)) (?:to )?(?:log|note|record|enter) it$", "", plain
    )
    plain = re.sub(
        r"(?i)\b(?:did )?nothing (?:but|except(?: for)?|apart from|other than)(?= (?:the|my) (?!pain|back|leg))",
        "did only",
        plain,
    )
    plain = re.sub(
        rf"(?i)^(?:(?:it|that|this) )?took (?:me |us )?(?={_TIME.replace('?P<time>', '?:')}$)", "it took ", plain
    )
    plain = re.sub(rf"(?i)\bme (?={_OF_MINE}\b)", "my ", plain)
    plain = re.sub(_AFTER_NONE, r"\g<none>, ", plain)
    plain = re.sub(r"(?i)(?<=\d),? i(?: would|['’]?d)? (?:suppose|guess|think|reckon|say)\b", "", plain)
    plain = re.sub(r"(?i)\b(?:pian|piain|apin|pani|paim|oain|painn)\b", "pain", plain)
    plain = re.sub(r"(?i)\b(?:mornign|monring|moring|mornin|morniing)\b", "morning", plain)
    plain = re.sub(r"(?i)\b(back|it|that|pain|leg|hip|knee|everything|all)['’]s\b", r"\1 is", plain)
    return re.sub(_SMALL, r"\g<whose> ", plain)


_SMALL = r"(?i)\b(?P<whose>the|my) (?:little|gentle|small|easy|light|short) (?=(?:exercises|session|routine)\b)"


def _with_its_pain_last(plain: str) -> ToldInWords | None:
    """What is told before a number alone at the end, which is of the pain where the words before it speak of that.
    Raises UsageError where nobody can tell.
    """
    last = whole(rf"(?P<before>.+?), ?(?P<score>{NUMBER}(?: ?/ ?10| out of 10)?)", plain)
    if last is None:
        return None
    before, score = last["before"], last["score"]
    if re.search(r"(?i)\bit (?:just |suddenly )?(?:went|goes|gave)(?: out| again)?$", before):
        return ToldInWords(words=plain, pain=out_of_ten(score, plain))
    if re.search(FELT_BAD, before):
        return (read_words(before) or ToldInWords(activity=before))._replace(pain=out_of_ten(score, plain))
    raise UsageError(f"{score}: {WHICH_BESIDE}")


def _with_a_flare(found: ToldInWords | None, plain: str) -> ToldInWords | None:
    """What is told, as a flare where a clause of it says no more than that it is one: it went again, a flare, 7."""
    if found is None or found.flare or found.done:
        return found
    flares = any(whole(_FLARE, clause.strip()) for clause in re.split(r"[,;.]", plain))
    return found._replace(flare=True, words=None, beside=found.words or found.beside) if flares else found


def _refuse_half_said(plain: str) -> None:
    """Refuse, with a UsageError that has the words to use, what tells only half, is still to come, or takes back."""
    if lasting := whole(rf"(?:i )?(?:did |managed )?(?:only |just )?{_TIME}", plain):
        raise UsageError(f"{plain}: {_OF_WHAT.format(time=lasting['time'])}")
    if whole(rf"(?:all (?:done |of it )?|done )?,? ?{NUMBER}(?: ?/ ?10)?|{_BARE}|pain|morning", plain):
        raise UsageError(f"{plain}: {WHICH}")
    if whole(_AHEAD, plain):
        raise UsageError(f"{plain}: nothing is noted yet; say it when it is done, or `backplan log let it go`")
    if whole(_AWAY_LATER, plain):
        raise UsageError(f"{plain}: nothing is noted yet; a time away is planned around with {PAUSE}")
    if part := called_off(plain):
        raise UsageError(f"{plain}: {_OF_THE_REST.format(part=part)}")
    if whole(_SLIP + _TAKEN_BACK, plain):
        raise UsageError(f"{plain}: {TAKE_BACK}")


_OFTEN_SAID = (
    "everything", "finished", "completed", "session", "exercises", "stretches", "skipped", "managed", "stopped",
    "missed", "workout", "nothing", "routine",
)  # fmt: skip


def _came_up(text: str) -> ToldInWords | None:
    """A session let go for what came in its way; None where words tell of what moves somebody, or took some time."""
    found = (
        None if lasted(text) or moves_on(text) or re.search(r"\d(?!\d?(?:st|nd|rd|th)\b)", text) else in_the_way(text)
    )
    return ToldInWords("no", found.why) if found else None


_LETTERS, _ALIKE, _LONG = 5, 0.8, 8  # of a word that may be a slip in writing one of these


def _is_another(word: str, near: str) -> bool:
    """Whether a word has other letters than one, not only fewer, more or turned ones: slipped, of skipped; anything."""
    short, long = sorted((word, near), key=len)
    letters = iter(long)
    return sorted(word) != sorted(near) and not all(letter in letters for letter in short)


def _respelled(text: str) -> ToldInWords | None:
    """A session in words of which some are slips in writing: finsihed it all, did evrything."""
    from difflib import get_close_matches

    def meant(found: re.Match[str]) -> str:
        word = found[0].lower()
        near = next(iter(get_close_matches(word, _OFTEN_SAID, 1, _ALIKE)), word) if len(word) >= _LETTERS else word
        return near if len(word) > _LONG or not _is_another(word, near) else found[0]

    spelled = re.sub(r"[^\W\d_]+", meant, text)
    heard = read_words(spelled) if spelled.lower() != text.lower() else None
    return heard if heard and heard.done else None


def _swapped(text: str) -> ToldInWords | None:
    """What was done for some time in place of something else: swapped the walk for a bike ride, 40 min."""
    found = whole(
        r"(?:i )?(?:swapped|replaced|switched|changed) [^\d,;]+? (?:for|with|to) (?:an? |the |some )?(?P<rest>.+)",
        text,
    )
    return ToldInWords(activity=found["rest"], beside=text) if found and lasted(text) else None


def _timed_activity(text: str) -> ToldInWords | None:
    """An activity with its time, without the words that follow, which are kept beside it: gardening 1 hour, digging."""
    found = whole(rf"(?P<what>[^\d,;]+?(?: for)? {_TIME})[,;.] ?(?P<more>[^\d]+)", text) or whole(
        rf"(?P<what>{_TIME} [^\d,;]+?)[,;.] ?(?P<more>[^\d]+)", text
    )
    return ToldInWords(activity=found["what"], beside=found["more"]) if found else None


_TEN = r"(?: ?/ ?10| out of 10)?"
_LATER_IN_A_DAY = (
    r"(?:in the (?:evening|afternoon)|at (?:night|noon|lunch\w*|bedtime)|tonight|this (?:evening|afternoon))\b"
)
_NO_SCORE = (
    r"(?![.,]?\d|[ /-]?(?:minutes?|mins?|m|hours?|km|k|miles?|x|×|sets?|times|reps?|rounds?|lengths|laps|to|or)\b|"
    rf" ?[-–/:]\d| today\b| now\b| {_LATER_IN_A_DAY})"
)
_IN_THE_MORNING = on_first_use(
    rf"\b{_MORNING}:?(?: (?:it|is|was|were|i|am|feel|feeling|woke|up|pain|back|my|at|a|an|about|around|felt|of))*"
    rf"(?: (?P<mood>{_STIFF}(?:(?:,|,? but|,? and) {_STIFF})*)(?:,| and| at| but| maybe| say| so| about)*)?[ :=]*"
    rf"(?P<score>{SPAN}){_TEN}(?![\w/]){_NO_SCORE}"
    rf"|\b(?:pain|back)(?: (?:is|was|at|an?|about|around))*[ :]*(?P<then>{SPAN}){_TEN} in the morning\b"
    rf"|^(?P<early>{SPAN}){_TEN} in the morning(?=\W+(?:(?:and|then|but) )*{SPAN}{_TEN} {_LATER_IN_A_DAY})"
    rf"|(?:^|(?<=[,;] )|(?<=and )|\b(?:an?|at|was|were|is|pain|back|about) )(?P<first>{SPAN}){_TEN} "
    r"(?:pain )?(?:this morning|on waking(?: up)?|when i (?:woke|got)(?: up)?|first thing)\b"
    rf"|\b(?:(?:it was|had|an?|the|my|really|very|so|such|another|quite|not|pretty|today) )*"
    rf"(?P<how>{HOW_A_DAY_WAS}) (?:morning|night)\b(?: (?:yet|so far|again|today|ever|of all))?[ ,:;.]*"
    rf"(?:(?:it|is|was|pain|at|an?|about|around|say|maybe) )*(?P<felt>{SPAN}){_TEN}(?![\w/])"
    r"(?=\W*$|[,;.!]|\s+(?:and|but|so|when|with|in|on|could\w*|can\w*|had|though|after|before|i)\b)",
    re.IGNORECASE,
)


def _with_morning(text: str) -> ToldInWords | None:
    """The pain on waking, alone or anywhere beside something else: did it, morning 3, worst 4."""
    if whole(rf"pain[ -]free morning|(?:{NO_PAIN}) on waking|woke(?: up)? (?:with )?(?:no pain|pain[ -]free)", text):
        return ToldInWords(morning=0)
    found = _IN_THE_MORNING.search(text)
    scores = (found[name] for name in ("score", "then", "early", "first", "felt")) if found else ()
    morning = spoken.out_of_ten(next(filter(None, scores), ""))
    if found is None or morning is None or morning > asking.HIGHEST:
        return None
    rest = re.sub(r"^(?:\W|\b(?:and|then)\b)+|(?:[^\w)]|\b(?:and|then|with)\b)+$", "", text[: found.start()])
    more = re.sub(r"^(?:\W|\b(?:and|then)\b)+", "", text[found.end() :])
    if not (left := ", ".join(filter(None, (rest, more)))):
        return ToldInWords(morning=morning, words=text if found["mood"] or found["how"] else None)
    if whole(_FOR_A_WHILE, left):
        return ToldInWords(morning=morning, words=text)
    heard = read_words(left)
    if heard is None and not (moves_on(left) or lasted(left)):
        return ToldInWords(morning=morning, words=text)
    return (heard or ToldInWords(activity=left))._replace(morning=morning)


_FOR_A_WHILE = rf"(?:for|lasted|lasting) (?:(?:about|around|only|just) )*{WHILE}"
_TIME = r"(?P<time>(?:about |around |some )?(?:\d{1,3} ?(?:minutes?|mins?|m)|half an hour|an hour|\d{1,2} hours?))"


def _beside_its_time(text: str) -> ToldInWords | None:
    """A session that was done, without the time it took, which is kept beside it: done 20 mins, felt good."""
    found = (
        whole(rf"(?P<what>[^\d,;]+?),? (?:(?:in|for|took|it took) )?{_TIME}(?P<rest>(?:[,;.] ?| and | but ).+)?", text)
        or whole(rf"{_TIME},? (?P<what>[^\d,;]+?)(?P<rest>[,;.] ?.+)?", text)
    )  # fmt: skip
    session = of_session(found["what"]) if found else None
    if found is None or session is None or session.done != "all" or session.left_out:
        return None
    heard = read_words(found["what"] + (found["rest"] or ""))
    if heard is None or heard.done is None:
        return None
    return heard._replace(beside=", ".join(filter(None, (found["time"], heard.beside))))


def _of_session(text: str) -> ToldInWords | None:
    """How far a session was done."""
    found = of_session(text)
    if found is None:
        return None
    why, beside = (found.why, found.beside) if found.done == "all" else (_all_said(found.why, found.beside), None)
    return ToldInWords(found.done, why, found.left_out, parts=found.parts, beside=beside)


def _all_said(*words: str | None) -> str | None:
    return "; ".join(dict.fromkeys(filter(None, words))) or None


def _in_clauses(text: str) -> ToldInWords | None:
    """What a sentence of several clauses tells; None where it is one clause, or tells nothing that is known."""
    if (found := in_clauses(text)) is None:
        return None
    numbers = ToldInWords(pain=found.pain, peak=found.peak, effort=found.effort, activity=found.activity)
    if found.session is None and found.activity is None and found.effort is None:
        if None not in (found.pain, found.peak) and re.search(r"(?i)\b(?:before|after)", text):
            return numbers._replace(beside=found.words)
        return _of_no_work(found, text) if found.words or rose(text) else numbers
    if found.session is None:
        return numbers._replace(beside=found.words)
    done, why, left_out, parts, how = found.session
    heard = numbers._replace(done=done, left_out=left_out, parts=parts, also=found.also, unclear=found.unclear)
    if done == "all":
        return heard._replace(beside=", ".join(filter(None, (how, found.words))) or None)
    return heard._replace(why=_all_said(why, how, found.words))


def _of_no_work(found: InClauses, text: str) -> ToldInWords:
    """How somebody felt, with the number of it, which is of the morning where the words are."""
    if _WAKING.search(text):
        return ToldInWords(words=text, morning=found.peak if found.pain is None else found.pain)
    scores = [each for each in (found.pain, found.peak) if each is not None]
    return ToldInWords(words=text, pain=max(scores) if scores else within(text))


def _flare(text: str) -> ToldInWords | None:
    """A flare, with the number and the words that stand beside it."""
    head, comma, rest = text.partition(",")
    flare = whole(rf"{_FLARE}(?: (?:at |about )*(?P<score>{NUMBER})(?: ?/ ?10| out of 10)?)?", head.strip())
    if flare is None:
        return None
    score = flare if flare["score"] else re.search(rf"(?:^|[ ,])(?P<score>{NUMBER})(?: ?/ ?10| out of 10)?$", rest)
    return ToldInWords(
        flare=True, pain=out_of_ten(score["score"], text) if score else None, beside=rest.strip() if comma else None
    )


def _besides(text: str) -> ToldInWords | None:
    """Pain in words; what took some time, and tells of no pain, is more: yoga for back pain, 30 minutes."""
    if lasted(text) and not feels(text):
        return None
    hurts = whole(rf"(?P<rest>.+?)[ ,:]+(?P<score>{NUMBER}) ?/ ?10", text)
    if hurts and _PAIN.search(hurts["rest"]):
        return ToldInWords(words=text, pain=out_of_ten(hurts["score"], text))
    if _PAIN.search(text):
        return ToldInWords(words=text, pain=within(text))
    return ToldInWords(words=text) if whole(_MOOD, text) else None


_SLEPT = on_first_use(
    r"\b(?:slept|sleep|awake|woke|woken|lay awake)\b|^(?:it )?(?:took|needed)\b.+\b(?:to|before)\b", re.IGNORECASE
)
_ILL = on_first_use(  # which takes its time, and is nothing that was done: was sick for 2 hours
    r"^(?:i )?(?:(?:was|am|felt|been|have been|had been|lay|laid|stayed|spent(?: [^,;]+?)??|just|so|very|really|quite|"
    r"rather|all|up|feeling) )*"
    r"(?:sick|ill|unwell|poorly|nause\w*|feverish|hungover|vomit\w*|asleep|exhausted|knackered|shattered|"
    r"lying (?:down|flat)|flat on (?:my|the) (?:back|floor|sofa|couch)|laid up|"
    r"(?:in|on) (?:bed|the (?:sofa|couch|toilet|loo))|in hospital)\b"
    r"|^(?:i )?(?:had|have|got|caught|threw|throwing|down with|with)\b(?: (?:an?|the|my|some|bad|awful|terrible|"
    r"splitting|nasty|stomach|tummy))* (?:migraine|headache|hangover|fever|temperature|cold|flu|bug|virus|"
    r"up|diarrh\w*|cramps?)\b(?! to\b)",
    re.IGNORECASE,
)
_AT_IT = on_first_use(  # of which a body part or how it feels is only what it is for: heat pack on a sore back
    r"\b(?:yoga|pilates|stretch\w*|exercis\w+|physio\w*|massage\w*|bath|sauna|heat|ice|tens|foam roll\w*|class|rehab|"
    r"weights)\b"
)


def of_the_body(text: str) -> ToldInWords | None:
    """What is told by words that speak of pain, of how it feels or of a part of the body, and of nothing that took some
    time; None for any other.
    """
    felt = any(each.search(text) for each in (FELT, READING, _SLEPT, _ILL))
    if lasted(text):
        return ToldInWords(words=text) if felt and not moves_on(text) and not _AT_IT.search(text) else None
    felt = felt or (of_a_part(text) and not moves_on(text))
    return ToldInWords(words=text, pain=within(text)) if felt else None


def _three(text: str) -> ToldInWords | None:
    """A session with its three numbers; None where other words than those of a session stand before them."""
    if not (found := three(text)):
        return None
    rest, scores = found
    done = _of_session(rest) if rest else ToldInWords()
    if done is None:
        return None
    pain, peak, effort = (out_of_ten(each, text) for each in scores)
    return done._replace(pain=pain, peak=peak, effort=effort)


_OF_PAIN = (
    r"(?:(?:my |the )?(?:lower )?(?:back pain|back|(?:(?:worst|highest) )?pain|tonight|right now|"
    r"(?:(?:this|in the|by the|by|the) )?(?:evening|afternoon)|by tonight|at night|before bed)|"
    r"(?:it |that )?(?=(?:went|rose|jumped|shot|climbed|crept|spiked)(?: up)? from \d))"
    r"(?: ?(?:is|it|now|today|at|level|scale|score|went|goes|has gone|up|rose|jumped|shot|climbed|crept|spiked))*"
)


def _scored(text: str) -> ToldInWords | None:
    """A number from 0 to 10 of a morning's pain, or of the pain now."""
    if whole(NO_PAIN, text):
        return ToldInWords(pain=0)
    for pattern, morning in ((_MORNING, True), (_OF_PAIN, False)):
        either = rf"{pattern}(?: (?:is|was|pain))*[ ,:=]*(?P<first>.+?)(?: today| now)?|(?P<last>.+?) {pattern}"
        if found := whole(either, text):
            with suppress(UsageError):
                score = asking.out_of_ten(found["first"] or found["last"])
                return ToldInWords(morning=score) if morning else ToldInWords(pain=score)
    return None
