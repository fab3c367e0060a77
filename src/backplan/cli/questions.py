"""The questions of the interview: each says its range, its default and why it is asked, and puts its answer down."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import typer

from backplan.cli import graver, leg_signs
from backplan.cli.terminal import asking, dates, freely, options, output, spoken
from backplan.cli.terminal.listed import IF_UNSURE, AnswerList, Headed
from backplan.errors import UsageError, nearest
from backplan.files.answers import EARLIEST_BIRTH, document_of, end_pregnancy
from backplan.model import vocabulary
from backplan.model.diary import LEG_SIGNS, LogEntry
from backplan.model.said_numbers import minutes_said
from backplan.model.wording import WEEKDAY_NAMES, counted, full_day, weekday_named
from backplan.named_tuple import NamedTuple
from backplan.planner.diary.signs import goes_further
from backplan.render.init import mistaken
from backplan.render.interview import days_said
from backplan.rules.heart import HEART
from backplan.rules.red_flags import CHANGED, EMERGENCIES, RED_FLAGS, asked_of, one_leg_numbness
from backplan.rules.screening.adults import FOR_ADULTS, YOUNGEST
from backplan.rules.screening.clearance_ended import WHAT
from backplan.rules.screening.clearance_expired import anniversary
from backplan.rules.screening.legs import FURTHER_DOWN, known_of
from backplan.rules.tags import NERVE_FROM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from backplan.actions.workspace import Workspace
    from backplan.model.person import Person
    from backplan.rules.kinds import HeartRule, RedFlag

Document = dict[str, Any]


class Sitting(NamedTuple):
    """Where and when somebody is asked, and the person as on record before, if anybody was."""

    place: Workspace
    before: Person | None

    @property
    def base(self) -> Document:
        """The answers on record before, as a document; none before the first whole interview."""
        return document_of(self.before) if self.before and not self.before.unfinished else {}

    @property
    def reported(self) -> list[str]:
        """The signs and diseases that are on record, pain further down the leg than a clinician knows of among them."""
        if self.before is None:
            return []
        further = [] if known_of(self.before, self.place.today) else [FURTHER_DOWN]
        return [*(flag.id for flag in self.before.reported), *further]


def nothing_new(sitting: Sitting) -> bool:
    """Somebody who reported none is asked once whether any sign is new, with all of them in sight; on a yes, or with a
    sign on record, or on the day of the last answers, each is asked.
    """
    before = sitting.before
    if before is None or before.unfinished or before.flags or before.screened in (None, sitting.place.today):
        return False
    question = f"These signs should be looked at before any exercise. Since {before.screened}, is any of them new?"
    entries = graver.entries(asked_of(before.born, sitting.place.today.year))
    later = tuple(Headed("", _briefly(entries[level])) for level in ("urgent", "clinician-first"))
    groups = (*_that_cannot_wait(), *later)
    return not asking.any_of(_listed(question, groups)._replace(by_word=True), "Any of these new? (y/n)")


def ask_signs(document: Document, sitting: Sitting) -> None:
    """Every sign and disease that a clinician should know of before any exercise, in three lists."""
    before = [*document.get("red_flags", []), *document.get("heart", [])]
    found = _those_that_cannot_wait(before)
    if not _emergency(found):
        found = [*found, *_others(document, sitting, before, HEART)]
        document["heart"] = [key for key in found if key in _briefly(HEART)]
    document["red_flags"] = [key for key in found if key not in _briefly(HEART)]


def ask_red_flags(document: Document, sitting: Sitting) -> None:
    """Which of the signs there are that should be looked at before any exercise; no others after an emergency."""
    before = document.get("red_flags", [])
    found = _those_that_cannot_wait(before)
    document["red_flags"] = found if _emergency(found) else [*found, *_others(document, sitting, before)]


SINCE_IT_BEGAN = "New, changed or worse since this back trouble began:"
AT_REST = "Chest pain at rest that does not pass: call your local emergency number now."


def _those_that_cannot_wait(before: Sequence[str]) -> list[str]:
    """The signs that cannot wait, and those that may be milder than one of them."""
    listed = _listed("Any signs that cannot wait?", _that_cannot_wait())
    later = _wholly((*(rule for rule in RED_FLAGS if graver.entry(rule.id) not in listed.choices), *HEART))
    return _signs(listed._replace(by_word=True, later=later | _of_health()), before)


def _that_cannot_wait() -> tuple[Headed, Headed]:
    asked = graver.entries(RED_FLAGS)["emergency"]
    new = _briefly(rule for rule in asked if rule.id in CHANGED)
    other = _briefly(rule for rule in asked if rule.id not in CHANGED)
    return Headed(SINCE_IT_BEGAN, new), Headed("Or:", other)


def _others(document: Document, sitting: Sitting, before: Sequence[str], heart: Sequence[HeartRule] = ()) -> list[str]:
    """The signs that are asked of somebody of their age and can wait for a visit: those to be seen first, then those,
    and the diseases, that are to be known.
    """
    flags = graver.entries(asked_of(document.get("born"), sitting.place.today.year))
    soon = flags["urgent"], [rule for rule in heart if rule.kind == "sign"]
    later = flags["clinician-first"], [rule for rule in heart if rule.kind != "sign"]
    groups = [(Headed("", _briefly(of_back) | _briefly(of_heart)),) for of_back, of_heart in (soon, later)]
    seen = _listed(TO_BE_SEEN, groups[0])
    to_be_known = _listed(TO_BE_KNOWN, groups[1])._replace(later=_of_health())
    found = _signs(seen._replace(later=_wholly((*later[0], *later[1])) | _of_health()), before)
    return [*found, *_signs(to_be_known, before)]


def signs_that_fit() -> tuple[str, ...]:
    """Which of the signs that cannot wait, or not for long, fit what somebody has just written; that none does is said
    by the word.
    """
    soon = [*graver.entries(RED_FLAGS)["urgent"], one_leg_numbness.RULE]
    heart = [rule for rule in HEART if rule.kind == "sign"]
    groups = (*_that_cannot_wait(), Headed("To be looked at soon:", _briefly(soon) | _briefly(heart)))
    return tuple(_signs(_listed("Does any of these fit what you wrote?", groups)._replace(by_word=True), []))


TO_BE_SEEN = "Any to be looked at soon?"
TO_BE_KNOWN = "Any for your clinician to know?"


def _listed(question: str, groups: tuple[Headed, ...], about: str = "") -> AnswerList:
    """A list of signs, of which that none is so must be said."""
    signs: tuple[RedFlag | HeartRule, ...] = (*RED_FLAGS, *HEART)
    whole, called = graver.wholly(_wholly(signs)), {rule.id: rule.called for rule in signs}
    return AnswerList(question, groups, about, deliberate=True, unsure=IF_UNSURE, whole=whole, called=called)


def _of_health() -> dict[str, str]:
    """What the lists of health ask, in words."""
    follow = {key: text for key, (text, _) in _FOLLOWED.items()}
    return means_of(vocabulary.CONDITION_MEANS) | _GATES | follow


def _briefly(rules: Iterable[RedFlag | HeartRule]) -> dict[str, str]:
    return {rule.id: rule.brief for rule in rules}


def _wholly(rules: Iterable[RedFlag | HeartRule]) -> dict[str, str]:
    return {rule.id: rule.asks for rule in rules}


def _signs(listed: AnswerList, before: Sequence[str]) -> list[str]:
    """Which of some signs there are. A slip can be taken back at once, confirmed twice; a sign that was on record, and
    one whose question is left without an answer, stands.
    """
    kept = [key for key in dict.fromkeys(map(graver.entry, before)) if key in listed.choices]
    while True:
        found = graver.settled(asking.several(listed, kept), before)
        if set(found) <= set(before):
            return found
        output.say("You chose:")
        output.lines(f"  • {_words_of(key)}" for key in found)
        try:
            if not _slipped() or asking.until_right("Is any of it so? (y/n)", None, _any_so):
                return found
        except typer.Abort:
            if not _emergency(found):
                raise
            output.say(mistaken([key for key in found if key in EMERGENCIES]))
            return found


def _emergency(found: Iterable[str]) -> bool:
    return not EMERGENCIES.isdisjoint(found)


_WRONG = r"(?:(?:it|that|this)(?: is|['’]s| was) )?(?:wrong|n|no|not|never|(?:(?:a|by) )?mistake)\b"
_RIGHT = r"\b(?:right|correct|true|no mistake|not (?:a mistake|by mistake|wrong))\b"


def _slipped() -> bool:
    asked = "Enter if that is right; type wrong if you pressed the wrong one"

    def read(text: str) -> bool:
        if text.lower() in ("", "y", "yes", "right"):
            return False
        if not re.match(_WRONG, text.lower()) or re.search(_RIGHT, text.lower()):
            raise UsageError("Please press Enter, or type the word wrong.")
        return True

    return asking.until_right(asked, None, read)


_NONE_SO = r"(?:no,? |yes,? )?(?:none|nothing)(?: of (?:it|them|that|these))?(?: (?:is|are|was|were) so)?"


def _any_so(text: str) -> bool:
    """Whether any of what was chosen is so after all. Raises UsageError where that is not clear."""
    answer = " ".join(text.lower().strip(" .!").split())
    return not re.fullmatch(_NONE_SO, answer) and asking.yes(text)


def _words_of(key: str) -> str:
    """What a sign, a disease or a condition is in words."""
    asked = _wholly((*RED_FLAGS, *HEART)) | {FURTHER_DOWN: "Pain further down the leg"}
    means = {str(each): meaning for each, meaning in (*vocabulary.CONDITION_MEANS.items(), *WHAT.items())}
    means |= {vocabulary.MULTIPLE: vocabulary.MULTIPLE_MEANS, vocabulary.UNREADABLE: vocabulary.UNREADABLE_MEANS}
    return asked.get(key) or means.get(key, key)


def ask_born(document: Document, sitting: Sitting) -> None:
    """The year of birth, which may be left out."""
    year = sitting.place.today.year

    def read(text: str) -> int | None:
        many = spoken.whole_number(text)
        unclear = many is not None and many in spoken.AGES
        found = _age_or_year(many, year) if many and unclear else spoken.birth_year(text, year)
        if found is None:
            return None
        if EARLIEST_BIRTH <= found <= year and year - found < YOUNGEST:
            raise UsageError(f"{FOR_ADULTS}. If {found} is not right, write the year again.")
        return asking.whole(EARLIEST_BIRTH, year)(str(found))

    document["born"] = asking.until_right(
        "Year of birth?",
        _text(document.get("born")) or "none",
        read,
        "From 65 on the plan holds more balance work. You may leave it out: type none.",
    )


def _age_or_year(many: int, this: int) -> int:
    """The year of birth where a number may be an age or the end of a year, which is asked."""
    age, year = this - many, spoken.year_ending(many, this)

    def read(text: str) -> int:
        answer = text.lower().strip(" .!")
        if answer in ("1", "age", "my age", "years", f"{many} years", f"i am {many}", str(age)):
            return age
        if answer in ("2", "year", "the year", "my year of birth", str(year)):
            return year
        raise UsageError("Please answer 1 or 2.")

    return asking.until_right(f"{many}: is that 1. your age, or 2. the year {year}? (1 or 2)", None, read)


def ask_heart(document: Document, sitting: Sitting) -> None:
    """Signs of heart and lungs, and known diseases; and the year of birth of whom it was never asked."""
    if "born" not in document:
        ask_born(document, sitting)
    question = "Heart and lungs: is any of these so?"
    listed = _listed(question, (Headed("", _briefly(HEART)),), AT_REST)
    document["heart"] = asking.several(listed, document.get("heart", []))


def to_tell(document: Document, sitting: Sitting) -> list[str]:
    """All that a clinician who clears the person should know of, by its ids, as answered now or before."""
    reportable = [
        *document.get("red_flags", []),
        *document.get("heart", []),
        *sitting.reported,
        *_to_be_known(document),
        *_changed_that_day(document),
    ]
    return list(dict.fromkeys(reportable))


def _changed_that_day(document: Document) -> list[str]:
    """The change of health on the day of the clearance, of which nobody can tell which came first."""
    clearance, changed = document.get("clearance") or {}, document.get("changed") or {}
    same = clearance.get("on") is not None and str(clearance.get("on")) == str(changed.get("on"))
    return [changed["what"]] if same and "what" in changed else []


def ask_clearance(document: Document, sitting: Sitting) -> None:
    """Who agreed to exercise, and when; and whether they know of the signs that were reported, now or before."""
    old = document.get("clearance") or {}
    by, on = asking.until_right(
        "Who agreed that you may exercise, and when? (like doctor, 2 May)",
        old.get("by", "none"),
        lambda text: _clinician_and_day(text, sitting.place.today),
        "Exercise is safest once a doctor, physiotherapist, surgeon or midwife has agreed to it; it lasts 12 months.",
    )
    if by != "none" and on is None:
        on = asking.until_right(
            "On which day? (like 2 November, yesterday, March 2026; none)",
            old.get("on"),
            lambda text: (
                None if text.lower() == "never" or spoken.says_none(text) else _lasting(text, sitting.place.today)
            ),
            unsure="The month is enough, like March 2026: an agreement lasts 12 months. If you cannot tell, type none, "
            "and ask again whether you may exercise.",
        )
    if on is None:
        document["clearance"] = None
        asking.tell(NOT_YET_AGREED)
        return
    flags = to_tell({**document, "clearance": {"on": on}}, sitting)
    knows = [key for key in old.get("knows", []) if key not in flags]
    if flags:
        output.say("You reported, now or before:")
        output.lines(f"  • {_briefly((*RED_FLAGS, *HEART)).get(key) or _words_of(key)}" for key in flags)
        all_known = asking.until_right("Does the clinician know of all of these? (y/n)", "n", surely, WHO_KNOWS)
        knows += flags if all_known else []
    document["clearance"] = {"by": by, "on": on, "knows": knows}


NOT_YET_AGREED = (
    "The week begins once a clinician has agreed. Tell them how long you have had the pain, how far down the leg it "
    "goes, what makes it worse, and your medicines and illnesses; and ask: may I exercise, and is anything to be left "
    "out? Until then `backplan cope` helps with the pain."
)

_WHO = ("doctor", "physiotherapist", "surgeon", "midwife", "none")


def _lasting(text: str, today: date) -> str:
    """The day of an agreement that has not run out, as ISO text. Raises UsageError."""
    found = asking.past(text)
    if today >= anniversary(date.fromisoformat(found)):
        raise UsageError(
            f"{full_day(date.fromisoformat(found))} is more than 12 months ago, and an agreement lasts 12 months. If "
            "somebody agreed later, say when; if not, type none, and ask again whether you may exercise."
        )
    return found


def _clinician_and_day(text: str, today: date) -> tuple[str, str | None]:
    """Who agreed, and the day where it was said with it: doctor, 2 November. Raises UsageError."""
    answer = " ".join(text.lower().rstrip(" .!").split())
    if spoken.unknown(answer) or spoken.says_none(answer) or answer in ("skip", "0"):
        return "none", None
    called = {**{word: word for word in _WHO}, **vocabulary.CLINICIANS, **_ALSO_CALLED}
    for words in sorted(called, key=len, reverse=True):
        if found := re.fullmatch(rf"{_LEADING}{words}{_WHERE}{_SAID_SO}(?:[, ]+(?:on |in )?(?P<day>.+))?", answer):
            day = found["day"] if found["day"] and not spoken.unknown(found["day"]) else None
            if day and called[words] != "none":
                return called[words], _agreed_on(day, today)
            return called[words], None
    if re.match(r"(?:yes|yeah|yep|y)\b", answer):
        raise UsageError(f"Who was it? {_ASK_WHO}")
    if re.search(r"\bnurse\b", answer):
        raise UsageError(f"A nurse's word alone is not enough here. {_ASK_WHO}")
    if re.fullmatch(_NOT_A_CLINICIAN, answer):
        raise UsageError(f"It has to be a clinician who agreed. {_ASK_WHO}")
    if re.search(_SEEN, answer):
        raise UsageError(f"To have seen somebody is not yet their word that you may exercise. {_ASK_WHO}")
    if re.search(r"\b(?:not|no|never|n['’]t)\b|n['’]t\b", answer):
        raise UsageError(f"Did somebody agree that you may exercise? {_ASK_WHO}")
    named = nearest(answer, called) if " " not in answer else ""
    raise UsageError(f"Please answer with one of: {', '.join(_WHO)}{named}. The day may follow: doctor, 2 May.")


def _agreed_on(day: str, today: date) -> str:
    """The day of an agreement that was said with who agreed. Raises UsageError."""
    try:
        return _lasting(day, today)
    except UsageError as error:
        if re.search(r"\d", day):
            raise
        if re.match(r"(?:said|says|thinks|thought|told|reckons|mentioned|wants|advised)\b", day):
            raise UsageError(f"Is that their word that you may exercise? {_ASK_WHO}") from None
        raise UsageError(
            f"{str(error).rstrip('.')}. Or say who agreed, and nothing else: the day is asked next."
        ) from None


_ASK_WHO = "Type doctor, physiotherapist, surgeon or midwife, whoever agreed; none, if nobody did."
_SEEN = (
    r"\b(?:saw|see|seen|seeing|visited|went to|been to|was at|spoke (?:to|with)|talked (?:to|with)|asked|rang|called"
    r"|appointment|check-?up)\b"
)
_NOT_A_CLINICIAN = (
    r"(?:no ?(?:one|body),? )?(?:it was )?(?:by )?(?:just |only )?(?:me|myself|i|i did(?: myself)?)"
    r"|(?:my )?(?:wife|husband|partner|mother|mum|father|dad|sister|brother|son|daughter|friend|family|boss|trainer)"
)
_ALSO_CALLED: dict[str, vocabulary.ClearedBy] = dict.fromkeys(
    ("cardiologist", "heart specialist", "heart doctor", "consultant", "specialist", "hospital doctor"), "doctor"
)
_LEADING = r"(?:yes[, ]+)?(?:it was )?(?:by )?(?:(?:my|the|our|a) )?(?:own )?"
_WHERE = r"(?: at (?:the|my) (?:surgery|practice|clinic|hospital))?"
_FINE = r"(?:fine|ok|okay|all right|alright|good|safe)"
# That they agreed, in the words in which it is told; what says less than that, or no, is asked anew.
_SAID_SO = (
    rf"(?: (?:did|agreed|has agreed|agrees|said (?:yes|so|{_FINE})|is happy (?:with (?:it|that)|for me to exercise)"
    r"|cleared me|gave (?:me )?the (?:all clear|go ahead|go-ahead|green light|ok|okay))"
    rf"|,? (?:said|says|thinks)(?: that)? (?:(?:it['’]?s|it is|that['’]?s|i['’]?m|i am) {_FINE}(?: to exercise)?"
    rf"|i (?:can|may|could|should)(?: exercise)?|(?:it|that|exercis(?:e|ing)) (?:is|was|would be) {_FINE}(?: for me)?)"
    r"|,? (?:told|advised|wants|encouraged) me to (?:do (?:some )?)?exercises?)?"
)


def _to_be_known(document: Document) -> list[str]:
    """The conditions among the answers that the clinician has to know of, and more than one baby on the way."""
    more = (document.get("pregnancy") or {}).get("babies", 1) > 1
    conditions = [key for key in vocabulary.MUST_BE_KNOWN if key in document.get("conditions", [])]
    return [*conditions, *([vocabulary.MULTIPLE] if more else [])]


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


MILD_OR_BAD = (
    "A number from 0 to 10 that feels about right will do: 0 is no pain, 1 to 3 mild, 4 to 6 so so, 7 and more bad. "
    "Where it changes, say the worse of it."
)


def _ask_pain(document: Document, sitting: Sitting, controlled: Callable[[], bool]) -> None:
    old = document.get("pain") or {}
    now, usual, since = asking.until_right(
        "Pain now and usually (0-10), since when? (like 3 4, May 2019)",
        f"{old['now']} {old['usual']}, {old['since']}" if old else None,
        _pain_said,
        "0 is no pain, 10 the worst you can imagine: it decides how hard the week may be. A rough date will do.",
        MILD_OR_BAD,
    )
    if usual is None:
        usual = asking.until_right(
            "Your usual pain (0-10)", _text(old.get("usual")), lambda text: _usual(text, now), unsure=MILD_OR_BAD
        )
    if since is None:
        since = asking.until_right(SINCE, old.get("since"), asking.past_late, unsure=A_GUESS)
    held = controlled()
    leg = asking.one("How far down the leg?", LEG_MEANS, old.get("leg", "none"), LEG_WORDS)
    document["pain"] = {"now": now, "usual": usual, "controlled": held, "since": since, "leg": leg}
    _ask_leg(document, leg, sitting)


LEG_MEANS: Mapping[vocabulary.Leg, str] = {
    "none": "not in the leg", "buttock": "buttock", "thigh": "thigh",
    "calf": "calf or shin", "foot": "foot",
}  # fmt: skip
LEG_WORDS: dict[str, str] = {  # what else they are called
    "none": "just the back, only the back, only my back, just my back, lower back, it does not",
    "buttock": "bum, bottom, backside, cheek, hip", "thigh": "upper leg, back of the leg, hamstring, above the knee",
    "calf": "lower leg, shin, ankle, below the knee", "foot": "toes, heel, sole",
}  # fmt: skip


def _pain_said(text: str) -> tuple[int, int | None, str | None]:
    """Pain now, usual pain, and the day since when; what was not said, or is no day that is known, is left to be asked.
    Raises UsageError.
    """
    text = spoken.in_whole_units(text)
    try:
        return *_levels(text, aloud=True), None
    except UsageError as error:
        of_a_day, alone = False, ""
        for levels, day in spoken.parted(text):
            with suppress(UsageError):
                _levels(levels)
                of_a_day = of_a_day or _worst(day) is None
                alone = alone or (levels if re.match(r"\W*(?:since|for)\b", day) and _worst(day) is None else "")
                since = None if spoken.unknown(day) else asking.past_late(day)
                return *_levels(levels, aloud=True), since
        if not of_a_day and (worst := _worst(text)) is not None:
            output.say(f"  Taken as {worst} now.")
            return worst, None, None
        if alone:
            return *_levels(alone, aloud=True), None
        hint = f"{str(error).rstrip('.')}. Since when may follow: 3 4, March 2019."
        raise UsageError(hint if re.search(r"\d", text) else MILD_OR_BAD) from None


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


WHO_KNOWS = (
    "Whether you told them of it, or they found it, when they agreed. If you are not sure, say n: ask them first."
)


def surely(text: str) -> bool:
    """Yes or no; who does not know says no, the cautious answer."""
    return asking.yes("no" if spoken.unknown(text) else text)


def _ask_leg(document: Document, leg: vocabulary.Leg, sitting: Sitting) -> None:
    """Whether the leg is numb or weak, where pain goes below the knee; every sign that may come with it, where it goes
    further than ever before. What was said already is not asked again.
    """
    flags = document.get("red_flags", [])
    if sitting.base and goes_further(sitting.before, [LogEntry(sitting.place.today, "pain", leg=leg)]):
        found = leg_signs.ask(sign for sign in LEG_SIGNS.values() if sign not in flags)
        document["red_flags"] = [*flags, *found]
    elif vocabulary.LEGS.index(leg) >= NERVE_FROM and one_leg_numbness.RULE.id not in flags:
        _ask_numbness(document)


def _ask_numbness(document: Document) -> None:
    sign = one_leg_numbness.RULE
    if not asking.until_right(f"{sign.asks}? (y/n)", None, asking.yes, unsure=IF_UNSURE):
        return
    document["red_flags"] = [*document.get("red_flags", []), sign.id]
    clearance = document.get("clearance")
    if clearance and asking.until_right("Does the clinician know of it? (y/n)", "n", surely, WHO_KNOWS):
        document["clearance"] = {**clearance, "knows": [*clearance.get("knows", []), sign.id]}


def ask_conditions(document: Document, sitting: Sitting) -> None:
    """What a clinician has told the person, and what else of body and work the plan should heed; whether the clinician
    who cleared them knows of what the plan waits for.
    """
    document["conditions"] = _so(
        "What should the plan know?", means_of(vocabulary.CONDITION_BRIEFLY), document.get("conditions", [])
    )
    _ask_known(document)


def _ask_known(document: Document) -> None:
    """Whether the clinician who cleared the person knows of the conditions they have to know of; and what else a
    condition asks for.
    """
    if "wheelchair-user" in document.get("conditions", []) and "wheelchair" not in document.get("equipment", []):
        asking.tell("A wheelchair that you push yourself is something to exercise with: `backplan init --more` asks.")
    clearance = document.get("clearance") or {}
    unknown = [key for key in _to_be_known(document) if key not in clearance.get("knows", [])]
    if clearance and unknown:
        output.say("You said: " + " and ".join(map(_words_of, unknown)))
        if asking.until_right("Does the clinician who cleared you know, and agree? (y/n)", "n", surely):
            clearance["knows"] = [*clearance.get("knows", []), *unknown]


# A first plan is no less safe without these: it has no water and no warm pack in it before they are named, favours no
# direction, and leaves nothing out for a curved spine.
ASKED_OF_WATER: tuple[vocabulary.Condition, ...] = ("fear-of-water", "no-pool", "open-wound")
ASKED_OF_WARMTH: tuple[vocabulary.Condition, ...] = ("open-wound", "skin-sensation-loss")
ASKED_OF_WORK: tuple[vocabulary.Condition, ...] = (
    "flexion-eases", "extension-eases", "sitting-work", "lifting-work", "scoliosis",
)  # fmt: skip
ASKED_LATER = (*ASKED_OF_WATER, *ASKED_OF_WARMTH, *ASKED_OF_WORK)
OLDEST_MOTHER = 60  # years; nobody older is asked about a pregnancy or a birth of the last year

HELD, FLOOR = "pain-holds", "no-floor"
_GATES = {
    HELD: "Pain too strong to exercise",
    FLOOR: "To the floor and up: too hard",
}
_WHOLLY = {
    HELD: "Your pain is not controlled well enough to move and exercise",
    FLOOR: "Getting down to the floor and up again is too hard for you",
    "changed": "Since a clinician agreed: a fall with injury, a stay in hospital, a new diagnosis of the heart, lungs, "
    "bones or nerves, new heart or breathing signs, or new numbness",
}
# What one feels oneself, on the first list; what happened or was told is on the second.
_OF_THE_BODY: tuple[vocabulary.Condition, ...] = (
    "hip-issue", "knee-issue", "shoulder-issue", "wrist-issue", "neck-issue", "balance-poor", "dizziness",
    "stress-incontinence", "hypermobility", "little-standing", "wheelchair-user",
)  # fmt: skip


def ask_applies(document: Document, sitting: Sitting) -> None:
    """What pain and body do not allow, conditions, an operation, a pregnancy, a birth and a change of health, in two
    lists; what needs more is asked.
    """
    follow = {key: text for key, (text, _) in _FOLLOWED.items()}
    if _too_old_for_a_birth(document, sitting):
        del follow["pregnancy"], follow["birth"]
    if not document.get("clearance"):
        del follow["changed"]  # it ends an agreement, and there is none
    means = {key: meaning for key, meaning in means_of(vocabulary.CONDITION_BRIEFLY).items() if key not in ASKED_LATER}
    own: dict[str, str] = {key: means[key] for key in _OF_THE_BODY}
    before = [key for key in _applying(document, follow) if key not in ASKED_LATER]
    others = {**follow, **{key: means[key] for key in means if key not in own}}
    found = _so("Health: any of these?", {**_GATES, **own}, before, others)
    found += _so("Or these?", others, before)
    later = [key for key in document.get("conditions", []) if key in ASKED_LATER]
    document["pain"] = {**document["pain"], "controlled": HELD not in found}
    document["can"] = {"swim": False, **(document.get("can") or {}), "floor": FLOOR not in found}
    document["conditions"] = [*(key for key in means if key in found), *later]
    for key, (_, asks) in _FOLLOWED.items():
        if key in found:
            asks(document, sitting, applies=True)
        elif key != "birth" or "pregnancy" not in found:
            document[key] = None
    _ask_known(document)


def _so(
    question: str, choices: Mapping[str, str], before: Sequence[str], later: Mapping[str, str] = MappingProxyType({})
) -> list[str]:
    whole = graver.wholly(means_of(vocabulary.CONDITION_MEANS) | _WHOLLY)
    here = {key: _EITHER.get(key, words) for key, words in choices.items() if graver.entry(key) == key}
    groups, called = (Headed("", here),), {HELD: "pain not controlled"}
    listed = AnswerList(question, groups, deliberate=True, unsure=IF_UNSURE, whole=whole, called=called, later=later)
    kept = [key for key in dict.fromkeys(map(graver.entry, before)) if key in here]
    return graver.settled(asking.several(listed, kept), before)


_EITHER = {"vertebral-fracture-healed": "Spine bone broken, ever"}  # of what stands for the graver of two, too


def _too_old_for_a_birth(document: Document, sitting: Sitting) -> bool:
    born = document.get("born")
    return born is not None and sitting.place.today.year - born > OLDEST_MOTHER


def _applying(document: Document, follow: Iterable[str]) -> list[str]:
    """What of the list was said before; nothing where it was not asked yet."""
    if "can" not in document:
        return [*document.get("conditions", []), *(key for key in follow if document.get(key))]
    gates = [key for key, so in ((HELD, document["pain"]["controlled"]), (FLOOR, document["can"]["floor"])) if not so]
    return [*gates, *document.get("conditions", []), *(key for key in follow if document.get(key))]


THE_MONTH = "The month is enough, like March 2026; if in doubt, the later one: the plan is gentler then."
ONE_BABY = "Say 1 until somebody has told you otherwise; it can be changed any day."
SURGERIES = {
    "disc": "on a disc",
    "decompression": "to give a nerve room (decompression)",
    "fusion": "a fusion: bones of the spine joined",
    "other": "another one, or not sure which",
    "none": "none",
}


def ask_surgery(document: Document, sitting: Sitting, *, applies: bool = False) -> None:
    """An operation on the spine in the last year, and the release to exercise after it; that there was none is what
    Enter says, unless it was ``told`` just now.
    """
    old = document.get("surgery") or {}
    kind = asking.one(
        "An operation on your spine in the last 12 months?", SURGERIES, old.get("kind", None if applies else "none")
    )
    if kind == "none":
        document["surgery"] = None
        return
    on = asking.until_right("On which day?", old.get("on"), asking.past_late, unsure=THE_MONTH)
    free = asking.until_right(
        "When did the surgeon or physiotherapist release you to exercise? (a date; none)",
        old.get("released") or "none",
        lambda text: None if spoken.says_none(text) or spoken.unknown(text) else asking.past_late(text),
    )
    document["surgery"] = {"kind": kind, "on": on, "released": free}


def ask_pregnancy(document: Document, sitting: Sitting, *, applies: bool = False) -> None:
    """The weeks of a pregnancy; of whom it is over, or who says so, the birth."""
    old = document.get("pregnancy") or {}
    reached = old["weeks"] + (sitting.place.today - date.fromisoformat(old["on"])).days // 7 if old else 0
    weeks = asking.until_right(
        "Weeks of pregnancy? (0 for not pregnant; born after a birth in the last 12 months)",
        None if applies and not old else _text(min(45, reached)),
        lambda text: None if text.lower() == "born" else asking.whole(0, 45)(text),
        unsure="A guess will do, counted from the first day of the last period. Your midwife or doctor can tell you.",
    )
    document["pregnancy"] = {"weeks": weeks, "on": sitting.place.today.isoformat()} if weeks else None
    if weeks is None or (old and not weeks):
        ask_birth(document, sitting)
    elif document["pregnancy"] and sitting.before and sitting.before.birth:
        _settle_birth(document)
    if document["pregnancy"]:
        _ask_babies(document, old)


def _ask_babies(document: Document, old: Mapping[str, Any]) -> None:
    """How many babies are on the way: with more than one, whoever cleared the person has to know of it."""
    read = asking.whole(1, vocabulary.MOST_BABIES)
    babies = asking.until_right(
        "How many babies are on the way? (1; 2 for twins)", str(old.get("babies", 1)), read, unsure=ONE_BABY
    )
    if babies > 1:
        document["pregnancy"]["babies"] = babies
        _ask_known(document)


def _settle_birth(document: Document) -> None:
    """A pregnancy said just now that began before the birth on record: one of the two is a slip."""
    pregnancy = document["pregnancy"]
    end_pregnancy(document)
    if document["pregnancy"] is None:
        output.say(f"A birth on {document['birth']['on']} is on record, which ends that pregnancy. Which one holds?")
        held = asking.one("Which one?", {"birth": "the birth", "pregnancy": "the pregnancy"})
        document |= {"birth": None, "pregnancy": pregnancy} if held == "pregnancy" else {}


def ask_birth(document: Document, sitting: Sitting, *, applies: bool = False) -> None:
    """The day of a birth, and its kind; it ends the pregnancy before it."""
    old = document.get("birth") or {}
    output.say("After a birth the plan begins anew, gently, with what was agreed since.")
    on = asking.until_right(
        "If you gave birth: on which day? (a date; none)",
        old.get("on", None if applies else "none"),
        lambda text: None if spoken.says_none(text) else asking.past_late(text),
        unsure=THE_MONTH,
    )
    if on is None:
        document["birth"] = None
        return
    kind = asking.one("Which kind of birth?", {"vaginal": "vaginal", "caesarean": "caesarean"}, old.get("kind"))
    document["birth"] = {"on": on, "kind": kind}
    end_pregnancy(document)


CHANGES = {
    "fall": "a fall with injury",
    "hospital": "a stay in hospital",
    "diagnosis": "a new diagnosis of the heart, lungs, bones or nerves",
    "heart": "new heart or breathing signs",
    "numbness": "new numbness",
    "none": "none of these",
}


def ask_changed(document: Document, sitting: Sitting, *, applies: bool = False) -> None:
    """A change of health since the clearance."""
    old = document.get("changed") or {}
    output.say("A change of health means asking again whether you may exercise.")
    what = asking.one(
        "What has happened since your clinician agreed?", CHANGES, old.get("what", None if applies else "none")
    )
    on = (
        None
        if what == "none"
        else asking.until_right("On which day?", old.get("on"), asking.past_late, unsure=THE_MONTH)
    )
    document["changed"] = {"on": on, "what": what} if on else None
    clearance = document.get("clearance") or {}
    if [key for key in _changed_that_day(document) if key not in clearance.get("knows", [])]:
        output.say("That is the day on which your clinician agreed.")
        if asking.until_right("Did they know of it when they agreed? (y/n)", "n", surely, WHO_KNOWS):
            document["clearance"] = {**clearance, "knows": [*clearance.get("knows", []), what]}


_FOLLOWED = {
    "surgery": ("Spine operation within 12 months", ask_surgery),
    "pregnancy": ("Pregnant, or perhaps", ask_pregnancy),
    "birth": ("Gave birth within 12 months", ask_birth),
    "changed": ("Since the agreement: injury, hospital, new illness", ask_changed),
}


def ask_time(document: Document, sitting: Sitting) -> None:
    """The days, and the minutes on each of them."""
    old = document.get("time") or {}
    kept = {day: old[day] for day in vocabulary.WEEKDAYS if day in old}
    time = asking.until_right(
        "Which days, how many minutes each?",
        days_said(kept or dict.fromkeys(old.get("days", ("mon", "wed", "fri")), old.get("minutes", 30))),
        _days_and_minutes,
        "Three to five days do most good; ten minutes count, too. Like mon wed fri 30; every day half an hour; mon 20, "
        "sat 60.",
        "Three days and twenty minutes are a good beginning: mon wed fri 20. They can be changed every week.",
    )
    if None in time.values():
        days = ",".join(time)
        time = asking.until_right(
            "How many minutes on each day?",
            "30",
            lambda text: _minutes_on(days, text),
            unsure="Twenty are a good beginning, ten count, too; Enter takes 30. They can be changed every week.",
        )
    document["time"] = {**time, "pool_days": old.get("pool_days", [])}


_ONE_DAY = (
    "A plan needs one day at least, and five minutes on it, like sun 5; Enter alone takes what stands in brackets."
)
_NOT_READ = (
    "Please answer with days, and minutes from 5 to 240: mon wed fri 30; every day half an hour; mon 20, sat 60."
)


def _minutes_on(days: str, text: str) -> dict[vocabulary.Weekday, int | None]:
    """The minutes of days that were said before: one number for all, or one for each. Raises UsageError."""
    with suppress(UsageError):
        if _is_known(text.split()):
            return _days_and_minutes(f"{days},{text}")
    raise UsageError(
        "Please answer with minutes from 5 to 240, like 20, or half an hour; a guess will do. Or with one for each day."
    )


def _days_and_minutes(text: str) -> dict[vocabulary.Weekday, int | None]:
    """Minutes by day; none where no minutes were said. Those of a day stand behind it or behind a later one; else one
    number is for all, or one for each, in the order of the days; every day but Sunday is the others. Raises UsageError.
    """
    if text == "0" or spoken.says_none(text):
        raise UsageError(_ONE_DAY)
    with suppress(UsageError):
        return _minutes_by_day(text)
    days, out = freely.as_days(text)
    found = _minutes_by_day(days)
    for day in (dates.weekdays(out) or ()) if out else ():
        found.pop(day, None)
    if not found:
        raise UsageError(_NOT_READ)
    return found


def _minutes_by_day(text: str) -> dict[vocabulary.Weekday, int | None]:
    parts = [_day_or_minutes(part) for part in text.lower().split(",") if _is_known(part.split())]
    days = [day for named, _ in parts for day in named]
    minutes = [many for _, many in parts if many is not None]
    if not days:
        raise UsageError(_NOT_READ)
    by_day = dict[vocabulary.Weekday, int | None]()
    last = minutes[-1] if minutes else None
    for named, many in reversed(parts):
        last = many or last
        by_day |= dict.fromkeys(named, last)
    if any(not named for named, _ in parts):
        if len(minutes) not in (1, len(days)):
            raise UsageError(f"Please give one number of minutes, or {len(days)}, one for each day.")
        by_day = dict(zip(days, minutes * len(days), strict=False))
    return {day: by_day[day] for day in vocabulary.WEEKDAYS if day in by_day}


def _is_known(words: Sequence[str]) -> bool:
    """Whether anything was said that is not that somebody does not know it."""
    return bool(words) and not spoken.unknown(" ".join(words))


def _day_or_minutes(text: str) -> tuple[Sequence[vocabulary.Weekday], int | None]:
    """The days and the minutes of one part of an answer. Raises UsageError."""
    words = re.sub(r"\b(?:on|for|at|the|each|a day|per day)\b|(?<=[a-z]day)s\b(?<!weekdays)", " ", text).split()
    for cut in range(len(words), -1, -1):
        for named, rest in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
            with suppress(UsageError):
                days = dates.weekdays(" ".join(named)) or ()
                return days, _minutes(" ".join(rest)) if _is_known(rest) else None
    raise UsageError("".join(map(_meant, words)) + _NOT_READ)


def _minutes(text: str) -> int:
    """The minutes of a day, as a sentence tells them that names no day. Raises UsageError."""
    try:
        return asking.minutes(5, vocabulary.MOST_MINUTES)(text)
    except UsageError:
        of_days = freely.names_days(text) or any(map(_meant, text.split()))
        if of_days or (many := freely.minutes_within(text)) is None:
            raise
        return asking.minutes(5, vocabulary.MOST_MINUTES)(str(many))


def _meant(word: str) -> str:
    """Which day a word may mean that is none; nothing for all other words."""
    near = nearest(word, WEEKDAY_NAMES.values(), 0.75) if word.isalpha() and not weekday_named(word) else ""
    return f"{word} is no day{near}. " if near else ""


def ask_tolerance(document: Document, sitting: Sitting) -> None:
    """The minutes of walking or cycling that are comfortable today; of each kind, where they differ."""
    old = dict(document.get("tolerance") or {"aerobic_minutes": 10})
    general = old.pop("aerobic_minutes", None)
    now = ", ".join(f"{kind} {minutes}" for kind, minutes in old.items())
    document["tolerance"] = asking.until_right(
        "Minutes you can walk or cycle in comfort today?",
        now or _text(general),
        _minutes_or_kinds,
        "The plan begins within it. Minutes from 1 to 240; or apart, like walk 5, cycle 15, swim 8; or don't know.",
    )


_SURELY_COMFORTABLE = 5  # minutes of walking, for who does not know, or says that they are few
_LEAST_COMFORTABLE = 1  # for who says that there are none
_LITTLE = (
    r"(?:i )?(?:can )?(?:only )?(?:walk |cycle )?(?:just )?(?:a )?(?:little|bit|little bit)"
    r"|(?:i )?(?:can['’]?t (?:walk )?|not )(?:very )?(?:far|much|long)"
)


def _minutes_or_kinds(text: str) -> dict[str, int]:
    answered = ",".join(part for part in text.split(",") if not _of_no_minutes(part))
    if few := re.fullmatch(r"(?:just |only |about )*(?:a )?(few|couple of) minutes?", text.lower().rstrip(" .!")):
        return {"aerobic_minutes": 3 if few[1] == "few" else 2}
    if re.fullmatch(r"(?:0|zero|none|nothing|nil)(?: min(?:ute)?s?)?", text.lower().rstrip(" .!")):
        return {"aerobic_minutes": _LEAST_COMFORTABLE}
    if (
        text.lower() == "skip"
        or (text and not answered)
        or (text and re.fullmatch(_LITTLE, text.lower().rstrip(" .!")))
    ):
        asking.tell(f"Taken as {_SURELY_COMFORTABLE} minutes, which is surely not too much; a later answer raises it.")
        return {"aerobic_minutes": _SURELY_COMFORTABLE}
    for read in (_minutes_of_any, options.tolerance, _minutes_by_kind):
        with suppress(UsageError):
            if found := read(answered):
                return found
    within = re.search(_WITHIN, answered.lower()) is not None
    if re.fullmatch(_NO_END, answered.lower().rstrip(" .!")):
        asking.tell(f"Taken as {_TO_BEGIN_WITH} minutes to begin with; a later answer raises it.")
        return {"aerobic_minutes": _TO_BEGIN_WITH}
    if (many := freely.minutes_within(re.sub(_WITHIN, " ", answered.lower()))) is None:
        raise UsageError(
            "About how many minutes is that, from 1 to 240? A guess will do, or don't know. Or apart: walk 5, cycle 15."
        )
    minutes = asking.minutes(1, vocabulary.MOST_MINUTES)(str(many))
    if within:
        minutes = max(1, minutes // 2)
        asking.tell(f"Taken as {counted(minutes, 'minute')}, which is surely within it; a later answer raises it.")
    return {"aerobic_minutes": minutes}


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


def _minutes_of_any(text: str) -> dict[str, int]:
    """Minutes alone, of walking or cycling. Raises UsageError."""
    if (many := minutes_said(spoken.plainly(text))) is None:
        return {}
    return {"aerobic_minutes": asking.minutes(1, vocabulary.MOST_MINUTES)(str(many))}


def _of_no_minutes(part: str) -> bool:
    """Whether somebody does not know, or does not know of a kind, or does it not: cycle don't know, cycle none."""
    _, _, minutes = part.strip().replace("=", " ").partition(" ")
    return spoken.unknown(part) or spoken.unknown(minutes) or spoken.says_none(minutes)


def means_of(words: Mapping[Any, str]) -> dict[str, str]:
    """Each id with its words, as an entry of a list begins."""
    return {str(key): meaning[:1].upper() + meaning[1:] for key, meaning in words.items()}


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
