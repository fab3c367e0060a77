"""Numbers as people say them: with a word like about before them, in words, out of ten."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backplan.errors import UsageError
from backplan.model.said_numbers import number_said
from backplan.model.wording import NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

_ABOUT = r"(?:about|around|approximately|roughly|maybe|perhaps|probably|some|say|circa|ca\.?|nearly|almost|since|for)"
THINKING = "oh|ah|well|um+|er+|h?m+|ok|okay|right|so"  # with which a sentence begins
_OH = r"(?:oh|ah|well|hm+|um+|er+m?|let me see)[ ,.]+"  # what is said while one thinks
_AFTER = r"(?:[ ,]+(?:or so|or thereabouts|i think|i guess|i suppose|maybe|roughly|ish))+"
_OUT_OF_TEN = r"\s*(?:/|out of|of)\s*(?:10|ten)\b"
_NOTHING = ("none", "no pain", "nothing", "none at all", "no pain at all", "nil")
# What stands around a number and changes nothing, or makes it no more: it was a 5, up to 6, 6 at worst.
_AROUND = (
    r"^(?:(?:it|pain|was|is|it's|at most|at|an?|between|from|up to|max(?:imum)?|less than|under|only|just)\s+)+|"
    r"(?:\s+(?:pain|now|today|at (?:its |the )?(?:worst|most|the most)|max(?:imum)?))+$|[.!?+]+$"
)
_BETWEEN = r"\s*(?:-|–|,|;|\bor\b|\bto\b|\band\b|\bmaybe\b|\bthen\b)\s*|\s+(?=\d)"  # two numbers, or more
_DECIMAL = r"(\d{1,2})[.,](\d)(?!\d)"
_BESIDE = frozenset({  # words that may stand beside two numbers of pain and change nothing
    "now", "it", "is", "it's", "its", "i", "am", "say", "at", "today", "right", "and", "usual", "usually", "mostly",
    "normally", "most", "days", "a", "pain", "about", "around", "maybe", "the", "moment", "this", "morning",
    "currently", "generally", "average", "often", "on", "my", "back", "level", "of", "time", "typically", "bout", "an",
})  # fmt: skip


_UNKNOWN = (
    r"(?:\?+|dunno|idk|unknown|unsure|who knows|(?:(?:it is|it['’]?s) )?(?:hard|difficult) to (?:say|tell)"
    r"|(?:i(?:['’]?m| am) )?(?:really )?not (?:really )?sure|(?:i(?:['’]ve| have)? )?(?:forget|forgot|forgotten)"
    r"|(?:(?:i )?have |i['’]?ve )?no (?:idea|clue)|(?:i )?have(?: not|n['’]?t) (?:a clue|an idea|any idea)"
    r"|(?:i )?(?:really )?(?:do|ca|could)(?: not|nnot|n['’]?t)(?: really)? (?:know|kno|no|remember|recall|say|tell))"
    r"(?: (?:exactly|yet|that|it|this|any ?more|when|(?:what|which) (?:day|date)|the (?:exact )?(?:day|date)))*"
)


def unknown(text: str) -> bool:
    """Whether somebody says that they do not know: don't know, dunno, no idea, ?."""
    return re.fullmatch(_UNKNOWN, plainly(text).rstrip(" .!")) is not None


QUITS = ("quit", "exit")  # as an answer they stop, as Ctrl-C does

_OF_THESE = (
    r"(?: of (?:these|those|them|it|this|that|the above|any of these|all of these)(?: things| signs| sort| kind)?"
    r"(?: (?:on|from|in) (?:this|the|that) (?:list|page))?| (?:on|from|in) (?:this|the|that) (?:list|page))"
)
_THAT_I_KNOW = (
    r"(?: (?:that i know(?: of)?|i know of|that i['’]?m aware of|that i am aware of|as far as i know|to my knowledge"
    r"|that i can think of))"
)
_APPLY = r"(?: (?:appl(?:y|ies)(?: to me)?|(?:is|are) so|(?:is|are) me))"
_CLEARLY_NONE = (
    rf"(?:(?:i have|i['’]?ve)(?: got)? )?none(?: at all)?{_OF_THESE}?{_APPLY}?(?: at all| whatsoever)?{_THAT_I_KNOW}?"
)
_HAVE_NOT = r"(?:do not|don['’]?t|have not|haven['’]?t|never|did not|didn['’]?t)"
_NONE_ALL_THE_SAME = (
    r"no(?:pe?|o+|t any|t at all| ?one|body|thing| equipment)?(?: yet)?|not yet|nah|nil|neither|n/a|not me"
    r"|nothing (?:at all|else|like (?:that|those|these|this|it)(?: at all)?|special|of the (?:sort|kind)|to report)"
    rf"|(?:not any(?:thing)?|nothing){_OF_THESE}|not{_THAT_I_KNOW}|none (?:now|right now|at the moment)"
    r"|no to (?:all|everything|any)(?: of (?:these|those|them|it))?|(?:they(?:['’]re| are) )?all no"
    r"|no way|(?:certainly|definitely|absolutely) not"
    r"|no (?:such )?(?:signs?|things?)(?: (?:like )?(?:that|these|those))?"
    r"|no gym|(?:i )?don['’]?t go(?: to (?:a|the|any) gym)?|(?:it['’]?s |they['’]?re )?(?:all )?at home"
    rf"|(?:i )?{_HAVE_NOT}(?: have| had| got)? (?:any(?:thing)?(?: like (?:that|those|these|this))?{_OF_THESE}?"
    r"(?: (?:equipment|signs?|things?))?|these|those|that|them|this|it)"
    r"|i (?:do not|don['’]?t|have not|haven['’]?t)(?: have| had| got)?|(?:i )?(?:no|not) have(?: any| nothing)?"
    r"|(?:it |they |that )?(?:does not|doesn['’]?t|do not|don['’]?t) apply|not applicable"
)
_BESIDE_NONE = (  # what is said before or after it and changes nothing
    r"thank ?(?:you|u)(?: (?:very|so) much)?|thx|cheers|thank (?:god|goodness|heavens|the lord)"
    r"|thankfully|luckily|fortunately|happily|touch wood|knock on wood"
    r"|so far|i['’]?m (?:glad|happy|pleased) to say|thanks|ta|please|either|neither|too|as well|again|here|for me|still"
    r"|also|otherwise|apart from that|besides|it['’]?s|just|only|mate|love|dear|sorry|oh|well|um+|er+|h?m+|ok|okay"
)
_LONGEST = 14  # words that say in one that there is none, at most


def says_none(text: str, *, clearly: bool = False) -> bool:
    """Whether somebody says that there is none: none of these, no, nothing like that, thank goodness; ``clearly``: by
    the word none. Each word has to be of it: what holds anything back, or names anything, says no such thing.
    """
    words, found = re.sub(r"[,.;!…]+(?= |$)|(?<= )[-–](?= )", " ", text.lower()).split(), list[str]()
    while words:
        part = next(filter(_of_none, (" ".join(words[:many]) for many in range(_LONGEST, 0, -1))), None)
        if part is None:
            return False
        found.append(part)
        del words[: len(part.split())]
    none = _CLEARLY_NONE if clearly else f"{_CLEARLY_NONE}|{_NONE_ALL_THE_SAME}"
    return any(re.fullmatch(none, part) for part in found)


def slip_of_none(text: str) -> bool:
    """Whether what is said would say that there is none, but for a slip in its first word: noen, nothign, nine of
    these. A number alone is that of an entry.
    """
    from difflib import get_close_matches

    first, _, rest = " ".join(re.sub(r"[,.;!]", " ", text.lower()).split()).partition(" ")
    if first in _NO_SLIPS or (not rest and number_said(first) is not None) or says_none(text):
        return False
    close = get_close_matches(first, ("none", "nothing"), 1, _ALIKE) if first.startswith("n") else []
    return bool(close) and says_none(f"{close[0]} {rest}")


_ALIKE = 0.75  # of the letters: noen
_NO_SLIPS = frozenset({"note", "nose", "node", "noon", "nor", "not", "new", "now"})


def _of_none(part: str) -> bool:
    return re.fullmatch(f"{_CLEARLY_NONE}|{_NONE_ALL_THE_SAME}|{_BESIDE_NONE}", part) is not None


_PERHAPS_NONE = (
    r"(?:no )?(?:i )?(?:do not|don['’]?t) (?:think|believe) so|(?:no )?(?:i )?(?:hope|think|guess|suppose) not"
    r"|(?:no )?(?:probably|hopefully|perhaps|maybe) (?:not|none|no)|(?:no )?not really|(?:i )?doubt it"
    r"|(?:there is |it['’]?s )?no problems?|(?:no )?(?:i['’]?m |i am )?(?:all )?(?:fine|ok|okay|good|well)"
)


def perhaps_none(text: str) -> bool:
    """Whether somebody means that there is none, and leaves a doubt: I don't think so, not really, no problem."""
    return re.fullmatch(_PERHAPS_NONE, " ".join(re.sub(r"[,.;!]", " ", text.lower()).split())) is not None


YES = r"(?:y|ye+s+|yse|eys|yss|ys|ya|yah|ye|yea+h?|yeh|ye+p|yup|aye)"  # slips among them


def names_nothing(text: str) -> bool:
    """Whether somebody answers a list as if it were a question of yes or no, passes it by, or asks for help."""
    return re.fullmatch(_NAMES_NOTHING, " ".join(re.sub(r"[,.;!?]", " ", text.lower()).split())) is not None


_NAMES_NOTHING = (
    rf"{YES}(?: (?:i (?:do|have|am)|please|some|one|there (?:is|are)|a few))?"
    r"|some(?: of (?:them|these))?|help(?: me)?|skip|pass|what|eh|huh|which(?: one)?"
)


def no_more(text: str) -> bool:
    """Whether somebody says that they have named all that there is: that's all, nothing else, done."""
    return re.fullmatch(_NO_MORE, " ".join(re.sub(r"[,.;!]", " ", text.lower()).split())) is not None


_NO_MORE = (
    r"(?:no )?(?:(?:and )?(?:that['’]?s|that is|this is) (?:all|it|everything|the lot)(?: of (?:it|them))?"
    r"|nothing (?:else|more)|no (?:more|others?)|none (?:else|more)|(?:i['’]?m )?(?:done|finished)|next|continue|go on)"
)
_RIGHT = (
    r"(?:(?:yes|yeah|yep|no|nope|ok|okay)[, ]+)*(?:(?:that|it|this|all|everything|these|those|they)(?:['’]?s)? "
    r"(?:(?:all )?(?:is|are|looks?|seems?) )?)?(?:(?:all|just|quite|very|absolutely|looks?) )*"
    r"(?:right|correct|fine|good|ok|okay|perfect|great|true|all right|alright)"
    r"|no(?:pe)?|no,? thanks|(?:no,? )?nothing(?: (?:to change|at all|else))?|no changes?|leave it(?: as it is)?"
    r"|(?:go|carry) on|done|next|continue"
)


def says_right(text: str) -> bool:
    """Whether somebody says of what they are shown that it may stand: that's right, nothing to change, looks good."""
    return re.fullmatch(_RIGHT, " ".join(text.lower().split()).rstrip(" .!")) is not None


def plainly(text: str) -> str:
    """What was said without a word like about before it, or like or so after it, in small letters."""
    return re.sub(rf"^(?:{_OH})*(?:{_ABOUT}\s+)*|{_AFTER}$", "", " ".join(text.lower().split()))


def whole_number(text: str) -> int | None:
    """The whole number that was said: 4, four, about 4, 4/10; None where it is none that could be meant."""
    word = re.sub(rf"{_OUT_OF_TEN}$", "", plainly(text))
    return number_said(word)


def out_of_ten(text: str) -> int | None:
    """A number of pain or effort that was said: 4, four, about 4/10, none; of 6 or 7, or 3 4 5, the highest, and of 4.5
    the one above.
    """
    return max(numbers_of_ten(text), default=None)


def numbers_of_ten(text: str) -> list[int]:
    """The numbers of pain or effort that were said at once; none where anything else stands there."""
    word = plainly(text)
    if word in _NOTHING:
        return [0]
    word = whole_ones(re.sub(_DECIMAL, _next_whole, re.sub(_OUT_OF_TEN, "", word)))
    word = re.sub(r"(?<=\w)[ -]?ish\b", "", plainly(re.sub(_AROUND, "", re.sub(_AROUND, "", word))))
    found = [whole_number(re.sub(_AROUND, "", part)) for part in re.split(_BETWEEN, word)]
    return [] if None in found else [each for each in found if each is not None]


_WORDS = "|".join(NUMBER_WORDS[1:10])
_PART = (
    r"(?:[ ,]*(?:-| )?(?:and|&|n)(?:-| )(?:an?(?:-| ))?(?:half|quarter|bit|little|something)\b"
    r"|[ -]?(?:[½¼¾]|1/2|1/4|3/4)"
    r"|[ ,]*(?:and )?three quarters\b|[ -]point[ -](?:\d|[a-z]+)|\.[1-9]\b)"
)
_MORE_THAN = rf"\b(?:(?:just|a bit|a little|slightly) (?:over|above|more than)) (\d|{_WORDS})\b"
_PARTED = rf"(?<![\w.,/-])(\d|{_WORDS}){_PART}(?!/)"
_END = rf"(\d\d?|{_WORDS}|ten)"
_RANGE = rf"(?<![\w./-])(?:between )?{_END}(?: to | or |(?<=\d) ?[-–/] ?(?=\d)){_END}(?![\w/])"


def whole_ones(text: str) -> str:
    """What was said of pain with the whole number above each broken one: three and a half, 3 ½, just over 3."""
    plain = re.sub(r"^(?:an? )?half(?=$|, ?| (?=\d))", "1", " ".join(text.lower().split()))
    return re.sub(_MORE_THAN, _above, re.sub(_PARTED, _above, plain))


def without_ten(text: str) -> str:
    """What was said of pain without out of ten, in small letters."""
    return " ".join(re.sub(_OUT_OF_TEN, " ", text.lower()).split())


def higher_ones(text: str) -> str:
    """What was said of pain in whole numbers, of a span the higher one: 3 to 4."""
    plain = whole_ones(without_ten(text))
    return re.sub(_RANGE, lambda span: _higher(f"{span[1]} to {span[2]}"), plain)


def _above(found: re.Match[str]) -> str:
    return str((number_said(found[1]) or 0) + 1)


def _next_whole(found: re.Match[str]) -> str:
    """The whole number above a broken one."""
    return str(int(found[1]) + (found[2] != "0"))


def now_and_usual(text: str) -> tuple[str, str | None]:
    """Two numbers, the first of now, unless the usual one is named first; or the one of now. Raises UsageError."""
    plain = re.sub(r"\b\w+ or \w+\b", lambda either: _higher(either[0]), re.sub(_OUT_OF_TEN, " ", text.lower()))
    words = [word.rstrip(".") for word in re.findall(r"-?[\w.']+", plain)]
    numbers = ["0" if word in ("no", "none", "nothing") else word for word in words if word not in _BESIDE]
    usual_first = bool(words) and words[0] in ("usual", "usually", "mostly", "normally")
    if len(numbers) not in (1, 2) or (usual_first and len(numbers) == 1):
        raise UsageError("Please answer with two whole numbers from 0 to 10: now, and usually.")
    first, second = (*numbers, None)[:2]
    return (second, first) if usual_first and second else (first or "", second)


_LONG = (
    r"(?:(?:about|around|some) )?(?:\d+|an?|two|three|four|five|six|ten|several) (?:weeks?|months?|years?)(?: ago)?$"
)


_SHORT_UNITS = {"y": "years", "m": "months", "w": "weeks"}


def in_whole_units(text: str) -> str:
    """How long it is with the whole words of years, months and weeks: 2y, 18 mths, ~3 wks."""
    return re.sub(
        r"(?i)~?(?<![\w.])(\d{1,3}) ?(y|yrs?|m|mos?|mths?|w|wks?)\b(?!['’])",
        lambda found: f"{found[1]} {_SHORT_UNITS[found[2][0].lower()]}",
        text,
    )


def parted(text: str) -> Iterator[tuple[str, str]]:
    """The ways in which numbers and a day after them may be parted: at a comma, before since or for, or behind two."""
    for found in re.finditer(rf",|\b(?=(?:since|for)\b)|(?<= )(?={_LONG})", text.lower()):
        yield text[: found.start()], text[found.end() :]
    if two := re.match(r"(\S+ \S+) (?=\S)", text):
        yield two[1], text[two.end() :]


def _higher(either: str) -> str:
    """The higher of two numbers, 6 or 7; other words as they are."""
    return either if (found := out_of_ten(either)) is None else str(found)


def years_old(text: str) -> int | None:
    """An age that was said as one: 67 years, I am 67; None for a bare number, which may be a year."""
    found = re.fullmatch(
        r"(?P<i>i am|i['’]?m|(?:my )?age(?:d|:)?(?: is)?|(?:just )?turned)?[ :]*(?P<many>\d{1,3}|[a-z -]+?)"
        rf"(?P<years> ?(?:years?|yrs?|y[/.]?o)(?: old| young| of age)?)?(?P<when>{_BIRTHDAY})?",
        plainly(text).rstrip(" .!"),
    )
    return number_said(found["many"]) if found and (found["i"] or found["years"] or found["when"]) else None


_BIRTHDAY = r",? (?:(?:now|today|already|soon)|(?:in|this|next|last|since) \w+(?: \w+)?)"
AGES = range(1, 100)  # numbers that may be an age, or the last figures of a year


def year_ending(figures: int, this: int) -> int:
    """The latest year up to this one that ends in two figures."""
    return max(each for each in (figures + 1900, figures + 2000) if each <= this)


def birth_year(text: str, this: int) -> int | None:
    """The year of birth that was said as one, or as an age in a year: 1958, 67 years; None for none. Raises UsageError,
    which asks where a number may be either.
    """
    answer = plainly(text)
    if says_none(answer) or answer == "n" or unknown(answer) or re.fullmatch(_LEFT_OUT, answer):
        return None
    if (in_words := _year_in_words(answer)) is not None:
        return in_words
    if (age := years_old(answer)) is not None:
        return this - age
    years = re.findall(r"(?<![\d.,-])(?:19|20)\d\d(?![.,]?\d)", answer)
    if short := re.fullmatch(r"(?:(?:i was )?born (?:in )?['’]?|['’])(\d\d)", answer):
        return year_ending(int(short[1]), this)
    if (found := whole_number(answer) or (int(years[0]) if len(years) == 1 else None)) is None:
        raise UsageError("Please write a year like 1958; or your age, like 67 years.")
    if found in AGES:
        year = year_ending(found, this)
        raise UsageError(f"Is {found} your age, or the year {year}? Please write {found} years, or {year}.")
    return found


_LEFT_OUT = r"skip(?: it| this)?|pass|-|(?:i['’]?d |i would |i )?(?:rather not|prefer not to)(?: say| tell)?[ .!]*"
_CENTURIES = {"twenty": 2000, "two thousand": 2000}  # all others are nineteen, however it is spelled
_YEAR_IN_WORDS = (
    r"\b(?P<century>nin\w{0,2}teen|twenty|two thousand)(?: hundred)?(?: and)?(?:[ -](?P<oh>oh|o))?"
    r"(?:[ -](?P<rest>[a-z]+(?:[ -][a-z]+)?))?[ .!]*$"
)
_TENS = 10  # from here on a year needs no oh: nineteen ten, nineteen oh five


def _year_in_words(text: str) -> int | None:
    """The year that was said in words: nineteen fifty nine, two thousand and one; none of an age, like twenty five."""
    if (found := re.search(_YEAR_IN_WORDS, text)) is None:
        return None
    rest = number_said(found["rest"] or "")
    if found["century"] == "two thousand":
        rest = 0 if not found["rest"] else rest
    elif rest is None or (rest < _TENS and not found["oh"]):
        return None
    return _CENTURIES.get(found["century"], 1900) + rest if rest is not None and rest < 100 else None


_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}


def days_said(text: str) -> int | None:
    """How many days were said: 5 days, a week, two months; None where it is no such thing."""
    found = re.fullmatch(r"(?P<many>.+) (?P<unit>day|week|fortnight|month|year)s?", plainly(text))
    many = (1 if found["many"] in ("a", "an") else whole_number(found["many"])) if found else None
    return None if many is None or found is None else many * _DAYS[found["unit"]]
