"""The pain: how strong now and usually, since when, how far down the leg, and what a leg without feeling means."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from backplan.cli import leg_signs
from backplan.cli.interview.known import add_signs, surely
from backplan.cli.interview.leg_said import LegSaid, leg_said, tells_of_both, tells_of_numbness
from backplan.cli.interview.sitting import Document, Sitting
from backplan.cli.interview.words import as_text
from backplan.cli.sentences.leg import LEG_MEANS, LEG_WORDS
from backplan.cli.terminal import asking, environment, freely, output, rough_days, spoken
from backplan.cli.terminal.dates import PAIR
from backplan.cli.terminal.day_within import day_within
from backplan.cli.terminal.listed import IF_UNSURE
from backplan.errors import UsageError
from backplan.model import vocabulary
from backplan.model.diary import LEG_SIGNS, LogEntry
from backplan.model.wording import NUMBER_WORDS, full_day, roughly
from backplan.planner.diary.signs import goes_further
from backplan.rules.red_flags import both_legs, one_leg_numbness
from backplan.rules.tags import NERVE_FROM

if TYPE_CHECKING:
    from collections.abc import Callable


def ask_pain(document: Document, sitting: Sitting) -> None:
    """How strong the pain is, since when, how far down the leg it goes, and whether it lets the person move."""
    default = "y" if (document.get("pain") or {}).get("controlled", True) else "n"
    _ask_pain(
        document,
        sitting,
        lambda: asking.until_right("Is it controlled well enough to move and exercise? (y/n)", default, surely),
    )


def ask_pain_first(document: Document, sitting: Sitting) -> None:
    """The pain but for whether it lets the person move, which the list of what applies to them asks."""
    _ask_pain(document, sitting, lambda: (document.get("pain") or {}).get("controlled", False))


A_GUESS = (
    "A guess is enough: weeks, months or years? Say 3 weeks, 6 months or 10 years. If in doubt, take the shorter: the "
    "plan is gentler then."
)
SINCE = "Since when? (a rough date will do: March 2019, 2 years ago, yesterday)"


HOW_MUCH = "Pain now and usually (0-10), since when? (like 3 4, 2019, no leg pain)"
MILD_OR_BAD = (
    "A number from 0 to 10 that feels about right will do: 0 is no pain, 1 to 3 mild, 4 to 6 so so, 7 and more bad. "
    "Where it changes, say the worse of it."
)


def _ask_pain(document: Document, sitting: Sitting, controlled: Callable[[], bool]) -> None:
    old = document.get("pain") or {}
    begun = full_day(date.fromisoformat(str(old["since"]))) if old else None
    now, usual, since, of_leg = asking.until_right(
        HOW_MUCH,
        f"{old['now']} {old['usual']}, {begun}" if old else None,
        _pain_and_leg,
        "0 is no pain, 10 the worst you can imagine: it decides how hard the week may be. A rough date will do.",
        MILD_OR_BAD,
    )
    if usual is None:
        usual = asking.until_right(
            "Your usual pain (0-10)", as_text(old.get("usual")), lambda text: _usual(text, now), unsure=MILD_OR_BAD
        )
    if since is None:
        since = asking.until_right(SINCE, begun, since_when, unsure=A_GUESS)
    held = controlled()
    leg, both, numb = _leg_of(of_leg) or asking.one_or_words(
        "How far down the leg?", LEG_MEANS, old.get("leg", "thigh" if of_leg else "none"), LEG_WORDS, leg_said
    )
    both, numb = both or tells_of_both(of_leg), numb or tells_of_numbness(of_leg)  # where they tell no part of it
    document["pain"] = {"now": now, "usual": usual, "controlled": held, "since": since, "leg": leg}
    if both and both_legs.RULE.id not in document.get("red_flags", []):
        _ask_both(document)
    if both_legs.RULE.id not in document.get("red_flags", []):
        _ask_leg(document, leg, sitting, numb=numb)


_ALWAYS = (  # that pain now is as it usually is
    r"(?<!not )(?<!n['’]t )\b(?:(?:it is |it['’]?s |the |same |and )*"
    r"(?:all the time|all day(?: (?:long|every day))?|always|constant(?:ly)?|"
    r"every ?day|never changes|24/7)(?: the same)?)(?![\w/])"
)
_HAD_IT = r",? *\b(?:(?:i['’]?ve|i have|and|been) )*(?:had|having|got) (?:it|this|that|the pain) (?:for )?(?!since\b)\b"


_OF_LEG = r"\b(?:legs?|thighs?|calf|calves|shins?|knees?|foot|feet|toes?|ankles?|buttocks?|bum|bottom)\b"
_BEGINS_OF_LEG = r"(?:no|not|none|nothing|down|into|goes|going|spreads?|spreading|shooting)\b"
_OF_MORE = rf"\d|\b(?:{'|'.join(NUMBER_WORDS)}|since|for|ago|years?|months?|weeks?|now|usual(?:ly)?)\b"


def _pain_and_leg(text: str) -> tuple[int, int | None, str | None, str]:
    """Pain now, usual pain, since when, and the words on how far down the leg it goes, where a clause tells that alone:
    3 4, 2019, no leg pain. Raises UsageError.
    """
    clauses = re.split(rf"(?<!\d)[,;]|[,;](?!\d)| (?={_BEGINS_OF_LEG}[^,;\d]*{_OF_LEG})", text.lower())
    of_leg = [part for part in clauses if re.search(_OF_LEG, part) and not re.search(_OF_MORE, part)]
    rest = [part for part in clauses if part.strip() and part not in of_leg]
    if not (of_leg and rest):
        return *_pain_said(text), ""
    return *_pain_said(",".join(rest).strip()), ",".join(of_leg).strip()


def _leg_of(words: str) -> LegSaid | None:
    """How far down the leg words on it say; None where that is to be asked."""
    with suppress(UsageError):
        return leg_said(words) if words else None
    return None


def _pain_said(text: str) -> tuple[int, int | None, str | None]:
    """Pain now, usual pain, and the day since when; what was not said, or is no day that is known, is left to be asked.
    One number of who says that it is always so is both. Raises UsageError.
    """
    plain = re.sub(_HAD_IT, ", for ", spoken.in_whole_units(text).lower())
    always = re.sub(_ALWAYS, " ", plain)
    if always == plain:
        return _levels_and_since(plain)
    now, usual, since = _levels_and_since(" ".join(always.split()).replace(" ,", ",").strip(" ,"))
    levels, *_ = re.split(r"\b(?:since|for)\b", always)
    if usual is None and len(freely.tens_within(levels)) <= 1:
        usual = now
        output.say(f"  Taken as usually {now}, too.")
    return now, usual, since


def _levels_and_since(text: str) -> tuple[int, int | None, str | None]:
    """Pain now, usual pain, and the day since when, as far as each is said apart. Raises UsageError."""
    try:
        return *_levels(text, aloud=True), None
    except UsageError as error:
        of_a_day, alone = False, ""
        for levels, day in spoken.parted(text):
            with suppress(UsageError):
                _levels(levels)
                of_a_day = of_a_day or _worst(day) is None
                alone = alone or (levels if re.match(r"\W*(?:since|for)\b", day) and _worst(day) is None else "")
                since = None if spoken.unknown(day) else since_when(day)
                return *_levels(levels, aloud=True), since
        if (sentence := _of_a_sentence(text)) and sentence[2]:
            return sentence
        if alone:
            return *_levels(alone, aloud=True), None
        if sentence:
            return sentence
        if not of_a_day and (worst := _worst(text)) is not None:
            output.say(f"  Taken as {worst} now.")
            return worst, None, None
        hint = f"{str(error).rstrip('.')}. Since when may follow: 3 4, March 2019."
        raise UsageError(hint if re.search(r"\d", text) else MILD_OR_BAD) from None


def since_when(text: str) -> str:
    """The day since when there is pain, as ISO text; of a season its middle, which is said. Raises UsageError."""
    if (middle := rough_days.season_of(text, environment.today())) is None:
        within = day_within(text, lasting=True)
        apart = within and within.rest and not freely.tens_within(within.rest)
        return since_when(within.words) if within and apart else asking.past_late(text)
    asking.tell(f"Taken as since {roughly(middle)}.")
    return middle.isoformat()


_OF_NOW = r"\b(?:now|today|at the moment|currently|at present)\b"
_OF_USUAL = r"\b(?:usual(?:ly)?|normal(?:ly)?|mostly|most days|average|generally|often|typical(?:ly)?|as a rule)\b"


def _of_a_sentence(text: str) -> tuple[int, int | None, str | None] | None:
    """Pain now and usual pain of a sentence, with the day where it tells one: now about a 5, normally 4, it started in
    spring. Of two numbers of which none is called the usual one or now's the higher is now's; None where they are not
    clear.
    """
    within = day_within(text, lasting=True)
    plain = spoken.higher_ones(within.rest if within else re.split(r"\b(?:since|for)\b", text.lower())[0])
    plain = re.sub(r"\bnow and (?:then|again)\b", "sometimes", plain)
    by_clause = [(part, freely.tens_within(part)) for part in re.split(r"[,;]|\b(?:and|but)\b", plain)]
    numbers = [(part, found[0]) for part, found in by_clause if len(found) == 1]
    usual = [number for part, number in numbers if re.search(_OF_USUAL, part)]
    others = [number for part, number in numbers if not re.search(_OF_USUAL, part)]
    if not others or len(usual) > 1 or len(numbers) != len(freely.tens_within(plain)) or len(numbers) > PAIR:
        return None
    since, (_, _, last) = None, text.rpartition(",")
    with suppress(UsageError):
        since = since_when(within.words if within else last) if within or re.match(r" *[a-z]{3}", last) else None
    of_now = [number for part, number in numbers if number in others and re.search(_OF_NOW, part)]
    now, then = of_now[0] if len(of_now) == 1 else max(others), usual[0] if usual else None
    output.say(f"  Taken as {now} now{'' if then is None else f', usually {then}'}.")
    return now, then, since


_OF_LEVELS = (  # the words around levels of pain that tell nothing else
    r"(?:(?:the|my|its?|it['’]?s|is|are|was|be|should|to|a|an|at|and|but|of|in|out|ten|about|around|more|like|level|number"
    r"|change|make|put|please|actually|sorry|no|pain|back|morning|this|only|just|said|say|right|really|i|meant|mean)\b"
    rf"|{_OF_NOW}|{_OF_USUAL}|\d+|(?:{'|'.join(NUMBER_WORDS[:11])})\b|[\s,.;:/!=])*"
)


def levels_to_change(text: str) -> dict[str, int]:
    """Pain now and usual pain as they are to be, of words that tell nothing else: my pain is 4 now, usually 3; none of
    others, of which the question is asked again.
    """
    plain = text.lower()
    of_pain = re.search(rf"\b(?:pain|back|level)\b|{_OF_NOW}|{_OF_USUAL}", plain)  # a bare number is that of a line
    if not of_pain or not re.fullmatch(_OF_LEVELS, plain):
        return {}
    found = dict[str, int]()
    for part in re.split(r"[,;]|\b(?:and|but)\b", re.sub(r"\b(?:sorry|no|actually)\b,?", " ", plain)):
        numbers = freely.tens_within(part)
        level = "usual" if re.search(_OF_USUAL, part) else "now"
        if len(numbers) > 1 or (numbers and level in found):
            return {}
        if numbers:
            found[level] = numbers[0]
    return found


def _say_rounded(text: str, now: int, usual: int | None) -> None:
    """Say which whole numbers are taken where others were said."""
    if spoken.higher_ones(text) != spoken.without_ten(text):
        output.say(f"  Taken as {now}{'' if usual is None else f', usually {usual}'}.")


_BOTH = r"\s*(\d{1,2})\s*/\s*(?!10\b)(\d{1,2})\s*"  # 3/4, where both are asked


def _levels(text: str, *, aloud: bool = False) -> tuple[int, int | None]:
    """Pain now and usual pain; the one alone leaves the other to be asked. Raises UsageError."""
    both = re.fullmatch(_BOTH, text)
    plain = f"{both[1]} {both[2]}" if both else spoken.higher_ones(text)
    now, usual = (each if each is None else asking.out_of_ten(each) for each in spoken.now_and_usual(plain))
    if now is None:
        raise UsageError(MILD_OR_BAD)
    if aloud:
        _say_rounded(text, now, usual)
    return now, usual


def _worst(text: str) -> int | None:
    """The highest number of a sentence on pain, so that the week is the gentler; none where that is not clear."""
    return max(freely.tens_within(spoken.higher_ones(text)), default=None)


_THE_SAME = r"(?:it['’]?s |about |pretty |much |just )*(?:the )?same(?: as (?:now|today))?|as now"


def _usual(text: str, now: int) -> int:
    """The usual pain, which may be said as the same as that of now. Raises UsageError."""
    if re.fullmatch(_THE_SAME, text.lower().rstrip(" .")):
        return now
    try:
        return asking.out_of_ten(text)
    except UsageError as error:
        if (worst := _worst(text)) is not None:
            return worst
        raise error if re.search(r"\d", text) else UsageError(MILD_OR_BAD) from None


def _ask_leg(document: Document, leg: vocabulary.Leg, sitting: Sitting, *, numb: bool = False) -> None:
    """Whether the leg is numb or weak, where pain goes below the knee or words say so; every sign that may come with
    it, where it goes further than ever before. What was said already is not asked again.
    """
    flags = document.get("red_flags", [])
    if sitting.base and goes_further(sitting.before, [LogEntry(sitting.place.today, "pain", leg=leg)]):
        found = leg_signs.ask(sign for sign in LEG_SIGNS.values() if sign not in flags)
        document["red_flags"] = [*flags, *found]
    elif (numb or vocabulary.LEGS.index(leg) >= NERVE_FROM) and one_leg_numbness.RULE.id not in flags:
        _ask_numbness(document)


def _ask_both(document: Document) -> None:
    """Whether both legs, which somebody named, are a sign that cannot wait."""
    if asking.until_right(f"{both_legs.RULE.asks}? (y/n)", None, asking.yes, unsure=IF_UNSURE):
        add_signs(document, [both_legs.RULE.id])


def _ask_numbness(document: Document) -> None:
    sign = one_leg_numbness.RULE
    if asking.until_right(f"{sign.asks}? (y/n)", None, asking.yes, unsure=IF_UNSURE):
        add_signs(document, [sign.id])
