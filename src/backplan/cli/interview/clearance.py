"""The year of birth, heart and lungs, and who agreed to exercise, on which day."""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date

from backplan.cli.interview.known import WHO_KNOWS, surely
from backplan.cli.interview.signs import AT_REST, listed_signs
from backplan.cli.interview.sitting import Document, Sitting
from backplan.cli.interview.words import as_text, briefly, words_of
from backplan.cli.terminal import asking, output, rough_days, spoken
from backplan.cli.terminal.day_within import day_within
from backplan.cli.terminal.listed import Headed
from backplan.errors import UsageError, nearest
from backplan.files.answers import EARLIEST_BIRTH
from backplan.model import vocabulary
from backplan.model.wording import full_day
from backplan.rules.heart import HEART
from backplan.rules.red_flags import RED_FLAGS
from backplan.rules.screening.adults import FOR_ADULTS, YOUNGEST
from backplan.rules.screening.clearance_expired import anniversary

YOUR_AGE = "Your age, or year of birth?"
WHO_AGREED = "Who agreed that you may exercise, and when? (like doctor, 2 May)"


def ask_born(document: Document, sitting: Sitting) -> None:
    """The year of birth, by the age where that is said, which may be left out."""
    year = sitting.place.today.year

    def read(text: str) -> int | None:
        many = spoken.whole_number(text)
        if many is not None and many in spoken.AGES:
            return _of_an_age(many, year)
        if (found := spoken.birth_year(text, year)) is None:
            return None
        if EARLIEST_BIRTH <= found <= year and year - found < YOUNGEST:
            raise UsageError(f"{FOR_ADULTS}. If {found} is not right, write the year again.")
        return asking.whole(EARLIEST_BIRTH, year)(str(found))

    document["born"] = asking.until_right(
        YOUR_AGE,
        as_text(document.get("born")) or "none",
        read,
        "From 65 on the plan holds more balance work. You may leave it out: type none.",
    )


def _of_an_age(many: int, this: int) -> int:
    """The year of birth of an age, which is told as it might be the end of a year; of one that is none of an adult it
    is that year. Raises UsageError where neither is.
    """
    year = spoken.year_ending(many, this)
    if many >= YOUNGEST:
        asking.tell(f"Taken as {many} years old.")
        return this - many
    if this - year < YOUNGEST:
        raise UsageError(f"{FOR_ADULTS}. If {many} is not right, write the year again.")
    return year


def ask_heart(document: Document, sitting: Sitting) -> None:
    """Signs of heart and lungs, and known diseases; and the year of birth of whom it was never asked."""
    if "born" not in document:
        ask_born(document, sitting)
    question = "Heart and lungs: is any of these so?"
    listed = listed_signs(question, (Headed("", briefly(HEART)),), AT_REST)
    document["heart"] = asking.several(listed, document.get("heart", []))


def to_tell(document: Document, sitting: Sitting) -> list[str]:
    """All that a clinician who clears the person should know of, by its ids, as answered now or before."""
    reportable = [
        *document.get("red_flags", []),
        *document.get("heart", []),
        *sitting.reported,
        *to_be_known(document),
        *changed_that_day(document),
    ]
    return list(dict.fromkeys(reportable))


def changed_that_day(document: Document) -> list[str]:
    """The change of health on the day of the clearance, of which nobody can tell which came first."""
    clearance, changed = document.get("clearance") or {}, document.get("changed") or {}
    same = clearance.get("on") is not None and str(clearance.get("on")) == str(changed.get("on"))
    return [changed["what"]] if same and "what" in changed else []


def ask_clearance(document: Document, sitting: Sitting) -> None:
    """Who agreed to exercise, and when; and whether they know of the signs that were reported, now or before."""
    old = document.get("clearance") or {}
    by, on = asking.until_right(
        WHO_AGREED,
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
        output.lines(f"  • {briefly((*RED_FLAGS, *HEART)).get(key) or words_of(key)}" for key in flags)
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
    """The day of an agreement that has not run out, as ISO text; of a season its first, which is told. Raises
    UsageError.
    """
    if begun := rough_days.season_begun(text, today):
        asking.tell(f"Taken as {full_day(begun)}.")
    found = begun.isoformat() if begun else asking.past(text)
    if today >= anniversary(date.fromisoformat(found)):
        raise UsageError(
            f"{full_day(date.fromisoformat(found))} is more than 12 months ago, and an agreement lasts 12 months. If "
            "somebody agreed later, say when; if not, type none, and ask again whether you may exercise."
        )
    return found


def _clinician_and_day(text: str, today: date) -> tuple[str, str | None]:
    """Who agreed, and the day where it was said with it: doctor, 2 November; of a sentence in other words it is asked
    whether it tells that. Raises UsageError.
    """
    try:
        return _said_so(text, today)
    except UsageError:
        if found := _of_a_sentence(text, today):
            return found
        if (respelled := _respelled(text)) == text:
            raise
    output.say(f"  Taken as {respelled}.")
    return _clinician_and_day(respelled, today)


_LEAST = 5  # letters of a word that may be a slip in writing


def _respelled(text: str) -> str:
    """An answer with the clinicians that words of it are slips of, or more than one of, and beside them the months."""
    from difflib import get_close_matches

    beside = " " in text.strip()
    months = [month.lower() for month in month_name if beside and len(month) > _LEAST]  # Marsh is a name
    right = [*(word for word in (*_WHO, *vocabulary.CLINICIANS) if " " not in word), *months]

    def meant(found: re.Match[str]) -> str:
        word = found[0].lower()
        begun_so = [each for each in right if each[0] == word[0]]
        close = get_close_matches(word.removesuffix("s"), begun_so, 1, 0.8)
        return found[0] if word in right else next(iter(close), found[0])

    return re.sub(rf"[^\W\d_]{{{_LEAST},}}", meant, text)


def _of_a_sentence(text: str, today: date) -> tuple[str, str | None] | None:
    """Who agreed and when, of a sentence that names one clinician and one day: my GP told me in October to keep moving;
    None of another. Raises UsageError where the day will not do.
    """
    within = day_within(" ".join(text.rstrip(" .!").split()))
    called = {**{word: word for word in _WHO if word != "none"}, **vocabulary.CLINICIANS, **_ALSO_CALLED}
    names = "|".join(sorted(called, key=len, reverse=True))
    named = re.findall(rf"\b({names})\b", within.rest if within else "")
    if within is None or len({called[name] for name in named}) != 1 or re.search(_LESS, within.rest):
        return None
    if re.fullmatch(rf"{_LEADING}(?:{names})[ ,]*", within.rest) and text.lower().rstrip(" .!").endswith(within.words):
        return None  # it was read as it stands
    on = _lasting(within.words, today)
    title = re.search(r"\b(?:[Dd]r|[Dd]octor)\.? ([A-Z]\w+)", text)
    rest = re.sub(rf"\b(?:{names}|{re.escape(title[1].lower()) if title else names})\b", " ", within.rest)
    around = rf"(?:{_AROUND}|[, ]+)*"
    agreed = re.fullmatch(f"{around}(?:{_AGREED})?{around}", rest) and not re.match(_DOUBTED, rest)
    if not agreed and not asking.until_right("Is that their word that you may exercise? (y/n)", None, surely):
        return "none", None
    return called[named[0]], on


def _said_so(text: str, today: date) -> tuple[str, str | None]:
    """Who agreed, and the day, of who says so plainly. Raises UsageError."""
    answer = re.sub(r"\bdr\.", "dr", " ".join(text.lower().rstrip(" .!").split()))
    nobody = spoken.unknown(answer) or spoken.says_none(answer) or re.fullmatch(_NOT_ASKED, answer)
    if nobody or answer in ("skip", "0"):
        return "none", None
    called = {**{word: word for word in _WHO}, **vocabulary.CLINICIANS, **_ALSO_CALLED}
    answer = re.sub(rf"{_WHERE}$", "", answer)
    answer = re.sub(_A_PLACE, lambda place: "physio" if place["physio"] else "doctor", answer)
    for words in sorted(called, key=len, reverse=True):
        who = rf"{_LEADING}{words}(?:['’]s(?=,| \d|$))?{_CALLED_SO}{_WHERE}"
        if found := re.fullmatch(rf"{who}{_SAID_SO}(?:[, ]+(?:on |in )?(?P<day>.+))?", answer):
            day = found["day"] if found["day"] and not spoken.unknown(found["day"]) else None
            if day and called[words] != "none":
                by_name = words == "dr" and _respelled(answer) == answer
                return called[words], _agreed_on(day, today, by_name=by_name)
            return called[words], None
    if re.match(rf"{spoken.YES}\b", answer):
        raise UsageError(f"Who was it? {_ASK_WHO}")
    if re.search(r"\bnurses?\b", answer):
        raise UsageError(f"A nurse's word alone is not enough here. {_ASK_WHO}")
    if re.fullmatch(_NOT_A_CLINICIAN, answer):
        raise UsageError(f"It has to be a clinician who agreed. {_ASK_WHO}")
    if re.search(_SEEN, answer):
        raise UsageError(f"To have seen somebody is not yet their word that you may exercise. {_ASK_WHO}")
    if re.search(r"\b(?:not|no|never|n['’]t)\b|n['’]t\b", answer):
        raise UsageError(f"Did somebody agree that you may exercise? {_ASK_WHO}")
    named = nearest(answer, (*_WHO, *vocabulary.CLINICIANS)) if " " not in answer else ""
    raise UsageError(f"Please answer with one of: {', '.join(_WHO)}{named}. The day may follow: doctor, 2 May.")


def _agreed_on(day: str, today: date, *, by_name: bool) -> str | None:
    """The day of an agreement that was said with who agreed; None where the words are of a time and of no day, or may
    be the name of who agreed: dr patel. Raises UsageError.
    """
    try:
        return _lasting(day, today)
    except UsageError as error:
        if re.search(r"\d", day):
            raise
        if re.fullmatch(_SOME_TIME, day):
            return None
        if re.match(r"(?:said|says|thinks|thought|told|reckons|mentioned|wants|advised)\b", day):
            raise UsageError(f"Is that their word that you may exercise? {_ASK_WHO}") from None
        if by_name and re.fullmatch(_A_NAME, day):
            return None
        raise UsageError(
            f"{str(error).rstrip('.')}. Or say who agreed, and nothing else: the day is asked next."
        ) from None


_NOT_ASKED = (
    r"(?:no,? )?(?:i )?(?:have ?n['’]?t|have not|not|never|did ?n['’]?t|did not)(?: yet| really| actually)?"
    r" (?:asked|ask|been(?: to (?:a|the|my) \w+)?|seen|see|spoken to)"
    r"(?: (?:anyone|anybody|one|them|him|her|yet|a \w+|the \w+|my \w+))*"
    r"|(?:i['’]?m |i am )?(?:still )?waiting(?: (?:to|for) .+)?"
)
_ASK_WHO = "Type doctor, physiotherapist, surgeon or midwife, whoever agreed; none, if nobody did."
_SEEN = (
    r"\b(?:saw|see|seen|seeing|visited|went to|been to|was at|spoke (?:to|with)|talked (?:to|with)|asked|rang|called"
    r"|appointment|check-?up)\b"
)
# What is less than an agreement, or none; and the words around one, and it itself, where nothing needs to be asked.
_LESS = rf"\b(?:not|no|never|nurse|refused|disagreed|wait|rest|would)\b|n['’]t\b|{_SEEN}"
_AROUND = r"\b(?:yes|it|that|was|must have been|i think|about|around|on|in|by|and|so|my|the|our|of|then|back)\b"
_DOUBTED = r"[, ]*(?:i think|maybe|perhaps|probably)\b"
_AGREED = (
    r"(?:said|says?) (?:yes|ok|okay|it['’]?s (?:fine|ok|okay)|i (?:can|may) exercise)|agreed(?: to it)?|cleared me"
    r"|gave (?:me )?the (?:all clear|go ahead|go-ahead|green light|ok|okay)|(?:was )?(?:fine|happy|ok|okay) with it"
)
_SOME_TIME = (  # of which the day is asked
    r"(?:recently|lately|just now|earlier|before|(?:a |some |quite a )?(?:little )?(?:while|time)(?: (?:ago|back))?"
    r"|(?:at|on|after|before|during|when|since) (?:my|the|our|i)"
    r"(?: (?!no|refus|sai?[dy]|told|wait|rest|stop|forb|against|did|would)\w+){1,6})"
)
_A_NAME = r"(?!(?:no|not|never|maybe|refus|forb|den[iy]|declin|disagree|against|unsure|wait|stop|rest))[a-z][a-z'’-]*"
_NOT_A_CLINICIAN = (
    r"(?:no ?(?:one|body),? )?(?:it was )?(?:by )?(?:just |only )?(?:me|myself|i|i did(?: myself)?)"
    r"|(?:my )?(?:wife|husband|partner|mother|mum|father|dad|sister|brother|son|daughter|friend|family|boss|trainer)"
)
_ALSO_CALLED: dict[str, vocabulary.ClearedBy] = dict.fromkeys(
    ("doc", "cardiologist", "heart specialist", "heart doctor", "consultant", "specialist", "hospital doctor"), "doctor"
)
_WHICH_ONE = r"own|new|old|usual|regular|local|private|lady|nhs|(?:practice|surgery|clinic|hospital)(?:['’]?s)?"
_LEADING = rf"(?:yes[, ]+)?(?:it was )?(?:by )?(?:(?:my|the|our|a) )?(?:(?:{_WHICH_ONE}) )*"
# Where the clinician is, who is meant by it: gp surgery, the practice; not: my surgery, which may be an operation.
_OF_DOCTORS = r"(?:gp|doctor|dr|doc)['’]?s?['’]?"
_A_PLACE = (
    r"^(?!.*\bnurse)(?:(?:yes|it was|by|at|my|the|our|local)[, ]+)*"
    r"(?:(?P<physio>physio(?:therap(?:y|ist))?['’]?s?) (?:surgery|practice|clinic|department|team)"
    rf"|{_OF_DOCTORS} (?:surgery|practice|clinic|office)|(?:medical|health|family) (?:cent(?:re|er)|practice|clinic)"
    r"|(?:pain|back|spine|spinal|heart) (?:clinic|cent(?:re|er)|team)"
    r"|(?:(?<=the )|(?<=our )|(?<=local ))(?:surgery|practice|clinic))(?=$|[, ])"
    r"(?! (?:on (?:my|the|a)|physio\w*|gp|doctor|dr|doc|midwife|surgeon|specialist|consultant)\b)"
)
_TITLED = r"(?:dr|doctor|mr|mrs|ms|miss) [a-z][a-z'’-]*"
_CALLED_SO = rf"(?:,? {_TITLED}|,? (?:is|called|named) (?:{_TITLED}|[a-z][a-z'’-]+))?"  # my gp is dr x
_WHERE = r"(?: at (?:the|my) (?:surgery|practice|clinic|hospital))?"
_FINE = r"(?:fine|ok|okay|all right|alright|good|safe)"
# That they agreed, in the words in which it is told; what says less than that, or no, is asked anew.
_SAID_SO = (
    rf"(?:,? (?:he |she |they )?(?:did|agreed|has agreed|agrees"
    rf"|(?:said|say|says|sed) (?:yes|so|{_FINE})|is happy (?:with (?:it|that)|for me to exercise)"
    r"|cleared me|gave (?:me )?the (?:all clear|go ahead|go-ahead|green light|ok|okay))"
    rf"|,? (?:said|say|says|sed|thinks)(?: that)? "
    rf"(?:(?:it['’]?s|it is|that['’]?s|i['’]?m|i am) {_FINE}(?: to exercise)?"
    rf"|i (?:can|may|could|should)(?: exercise)?|(?:it|that|exercis(?:e|ing)) (?:is|was|would be) {_FINE}(?: for me)?)"
    r"|,? (?:he |she |they )?(?:(?:told|advised|wants|encouraged) (?:me )?|said )to (?:do |start |begin )?"
    r"(?:(?:some|my|the|gentle|more) )*(?:exercis(?:e|es|ing)|keep (?:moving|active)))?"
)


def to_be_known(document: Document) -> list[str]:
    """The conditions among the answers that the clinician has to know of, and more than one baby on the way."""
    more = (document.get("pregnancy") or {}).get("babies", 1) > 1
    conditions = [key for key in vocabulary.MUST_BE_KNOWN if key in document.get("conditions", [])]
    return [*conditions, *([vocabulary.MULTIPLE] if more else [])]
