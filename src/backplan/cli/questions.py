"""The questions of the interview: each says its range, its default and why it is asked, and puts its answer down."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from backplan.cli import leg_signs
from backplan.cli.terminal import asking, dates, options, output
from backplan.cli.terminal.unread import tell_unread
from backplan.errors import UsageError
from backplan.files.answers import EARLIEST_BIRTH, a_function, against_list, document_of, end_pregnancy
from backplan.model import vocabulary
from backplan.model.diary import LogEntry
from backplan.model.naming import unknown_wish
from backplan.planner.diary.signs import goes_further
from backplan.rules.heart import HEART
from backplan.rules.red_flags import RED_FLAGS, asked_of, one_leg_numbness
from backplan.rules.screening.legs import FURTHER_DOWN, known_of
from backplan.rules.tags import NERVE_FROM

if TYPE_CHECKING:
    from backplan.actions.workspace import Workspace
    from backplan.model.person import Person

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
    output.say(f"These signs should be looked at before any exercise. Since {before.screened}, is any of them new?")
    known = asked_of(before.born, sitting.place.today.year)
    for level in ("emergency", "urgent", "clinician-first"):
        output.say("")
        output.lines(f"  • {rule.asks}" for rule in known if rule.level == level)
    new: bool = asking.until_right("Any of these new? (y/n)", None, asking.yes)
    return not new


def ask_red_flags(document: Document, sitting: Sitting) -> None:
    """Which of the signs there are that should be looked at before any exercise; no others after an emergency."""
    output.say("A few signs should be looked at before any exercise. Most people have none of them.")
    found: list[str] = []
    before = document.get("red_flags", [])
    asked = asked_of(document.get("born"), sitting.place.today.year)
    for level, head in (
        ("emergency", "Signs that cannot wait. Do you have any of these?"),
        ("urgent", "Signs to have looked at soon. Any of these?"),
        ("clinician-first", "Signs your clinician should know of. Any of these?"),
    ):
        rules = [rule for rule in asked if rule.level == level]
        ids = [rule.id for rule in rules]
        output.say(f"\n{head}")
        kept = [key for key in before if key in ids]
        found += _signs(ids, [rule.asks for rule in rules], kept, typed=level == "emergency")
        if level == "emergency" and found:
            break
    document["red_flags"] = found


def _signs(ids: list[str], texts: list[str], kept: list[str], *, typed: bool) -> list[str]:
    """Which of some signs there are. A slip can be taken back at once, confirmed twice; a sign that was on record, and
    one whose question is left without an answer, stands.
    """
    question = "Numbers, or none (please type it)" if typed else "Numbers, or none"
    while True:
        found = asking.pick(ids, texts, question, kept, typed=typed)
        if set(found) <= set(kept):
            return found
        output.say("You chose:")
        output.lines(f"  • {_words_of(key)}" for key in found)
        try:
            if not (_slipped() and asking.until_right("None of what you chose is so? (y/n)", None, asking.yes)):
                return found
        except typer.Abort:
            if not typed:
                raise
            return found


def _slipped() -> bool:
    asked = "Enter if that is right; type wrong if you pressed the wrong one"
    return asking.until_right(asked, None, asking.or_skip(asking.one_of("wrong"))) is not None


def _words_of(key: str) -> str:
    """What a sign, a disease or a condition is in words."""
    asked = (
        {rule.id: rule.asks for rule in RED_FLAGS}
        | {rule.id: rule.asks for rule in HEART}
        | {FURTHER_DOWN: "Pain further down the leg"}
    )
    means = {str(each): said for each, said in vocabulary.CONDITION_MEANS.items()}
    return asked.get(key) or means.get(key, key)


def ask_born(document: Document, sitting: Sitting) -> None:
    """The year of birth, which may be left out."""
    output.say("From 65 on the plan holds more balance and gives you more time. You may leave this out.")

    def read(text: str) -> int | None:
        return None if text.lower() == "none" else asking.whole(EARLIEST_BIRTH, sitting.place.today.year)(text)

    document["born"] = asking.until_right(
        "Which year were you born? (like 1958; none)", _text(document.get("born")) or "none", read
    )


def ask_heart(document: Document, sitting: Sitting) -> None:
    """Signs of heart and lungs, and known diseases; and the year of birth of whom it was never asked."""
    if "born" not in document:
        ask_born(document, sitting)
    output.say("Chest pain at rest that does not pass within minutes: call your local emergency number now.")
    output.say("Is any of these so? A doctor should then know of it before you exercise.")
    ids, texts = [rule.id for rule in HEART], [rule.asks for rule in HEART]
    document["heart"] = asking.pick(ids, texts, "Heart and lungs: numbers, or none", document.get("heart", []))


def ask_clearance(document: Document, sitting: Sitting) -> None:
    """Who agreed to exercise, and when; and whether they know of the signs that were reported, now or before."""
    output.say("Exercise is safest once a clinician has agreed to it; a clearance lasts 12 months.")
    old = document.get("clearance") or {}
    by = asking.until_right(
        "Who agreed that you may exercise? (doctor, physiotherapist, surgeon, midwife; none)",
        old.get("by", "none"),
        _clinician,
    )
    if by == "none":
        document["clearance"] = None
        output.say(NOT_YET_AGREED)
        return
    on = asking.until_right("On which day? (like 2 November, yesterday, March 2026)", old.get("on"), asking.past)
    said = [*document.get("red_flags", []), *document.get("heart", []), *sitting.reported, *_to_be_known(document)]
    flags = list(dict.fromkeys(said))
    knows = [key for key in old.get("knows", []) if key not in flags]
    if flags:
        output.say("You reported, now or before:")
        output.lines(f"  • {_words_of(key)}" for key in flags)
        known = asking.until_right("Does the clinician know of all of these? (y/n)", "n", asking.yes)
        knows += flags if known else []
    document["clearance"] = {"by": by, "on": on, "knows": knows}


NOT_YET_AGREED = (
    "Then the week waits until one has. For that visit: how long you have had the pain, how far down the leg it goes, "
    "what makes it worse, and your medicines and illnesses; and ask: may I exercise, and is anything to be left out? "
    "Until then `backplan cope` helps with the pain."
)

_CLINICIANS = {
    "gp": "doctor", "dr": "doctor", "my doctor": "doctor", "my gp": "doctor", "physician": "doctor",
    "physio": "physiotherapist", "physical therapist": "physiotherapist", "pt": "physiotherapist",
    "my physio": "physiotherapist", "nobody": "none", "no": "none", "no one": "none", "don't know": "none",
    "dont know": "none",
}  # fmt: skip


def _clinician(text: str) -> str:
    word = text.strip().lower()
    read = asking.one_of("doctor", "physiotherapist", "surgeon", "midwife", "none")
    return read(_CLINICIANS.get(word, word))


def _to_be_known(document: Document) -> list[vocabulary.Condition]:
    """The conditions among the answers that the clinician has to know of."""
    return [key for key in vocabulary.MUST_BE_KNOWN if key in document.get("conditions", [])]


def ask_pain(document: Document, sitting: Sitting) -> None:
    """How strong the pain is, since when, and how far down the leg it goes."""
    old = document.get("pain") or {}
    output.say("0 is no pain, 10 the worst you can imagine. This decides how hard the week may be.")
    score = asking.whole(0, 10)
    now = asking.until_right("Pain now (0-10)", _text(old.get("now")), score)
    usual = asking.until_right("Your usual pain (0-10)", _text(old.get("usual")), score)
    default = "y" if old.get("controlled", True) else "n"
    controlled = asking.until_right("Is it controlled well enough to move and exercise? (y/n)", default, _surely)
    since = asking.until_right(
        "Since when? (a rough date will do: March 2019, 2 years ago, yesterday)",
        old.get("since"),
        asking.past,
    )
    legs = vocabulary.LEGS
    leg: vocabulary.Leg = asking.until_right(
        f"How far down the leg does it go? ({', '.join(legs)})", old.get("leg", "none"), asking.one_of(*legs)
    )
    document["pain"] = {"now": now, "usual": usual, "controlled": controlled, "since": since, "leg": leg}
    _ask_leg(document, leg, sitting)


def _surely(text: str) -> bool:
    """Yes or no; who does not know says no, the cautious answer."""
    return asking.yes("no" if text.lower() in DO_NOT_KNOW else text)


DO_NOT_KNOW = ("don't know", "dont know", "not sure", "?")


def _ask_leg(document: Document, leg: vocabulary.Leg, sitting: Sitting) -> None:
    """Whether the leg is numb or weak, where pain goes below the knee; every sign that may come with it, where it goes
    further than ever before. What was said already is not asked again.
    """
    flags = document.get("red_flags", [])
    if sitting.base and goes_further(sitting.before, [LogEntry(sitting.place.today, "pain", leg=leg)]):
        found = leg_signs.ask(sign for sign in leg_signs.SIGNS.values() if sign not in flags)
        document["red_flags"] = [*flags, *found]
    elif vocabulary.LEGS.index(leg) >= NERVE_FROM and one_leg_numbness.RULE.id not in flags:
        _ask_numbness(document)


def _ask_numbness(document: Document) -> None:
    sign = one_leg_numbness.RULE
    if not asking.until_right(f"{sign.asks}? (y/n)", None, asking.yes):
        return
    document["red_flags"] = [*document.get("red_flags", []), sign.id]
    clearance = document.get("clearance")
    if clearance and asking.until_right("Does the clinician know of it? (y/n)", "n", asking.yes):
        document["clearance"] = {**clearance, "knows": [*clearance.get("knows", []), sign.id]}


def ask_conditions(document: Document, sitting: Sitting) -> None:
    """What a clinician has told the person, and what else of body and work the plan should heed; whether the clinician
    who cleared them knows of what the plan waits for.
    """
    output.say("What has a clinician told you, and what else should the plan know? It decides what is left out.")
    output.say("With shifts, say the days of each week as it comes: backplan week --days mon,thu,sat")
    means = vocabulary.CONDITION_MEANS
    ids: list[str] = list(means)
    old = document.get("conditions", [])
    document["conditions"] = asking.pick(ids, [f"{key}: {means[key]}" for key in means], "Numbers, or none", old)
    _ask_known(document)


def _ask_known(document: Document) -> None:
    """Whether the clinician who cleared the person knows of the conditions they have to know of."""
    means = vocabulary.CONDITION_MEANS
    clearance = document.get("clearance") or {}
    unknown = [key for key in _to_be_known(document) if key not in clearance.get("knows", [])]
    if clearance and unknown:
        output.say("You said: " + " and ".join(means[key] for key in unknown))
        if asking.until_right("Does the clinician who cleared you know, and agree? (y/n)", "n", asking.yes):
            clearance["knows"] = [*clearance.get("knows", []), *unknown]


def ask_applies(document: Document, sitting: Sitting) -> None:
    """Conditions, an operation, a pregnancy, a birth and a change of health in one list; what needs more is asked."""
    output.say("Does any of this apply to you? It decides what is left out.")
    means = vocabulary.CONDITION_MEANS
    follow = {key: text for key, (text, _) in _FOLLOWED.items()}
    chosen = [*document.get("conditions", []), *(key for key in follow if document.get(key))]
    ids: list[str] = [*follow, *means]
    texts = [*follow.values(), *means.values()]
    found: list[str] = []
    for page in (slice(len(ids) // 2), slice(len(ids) // 2, None)):  # each fits a screen, so that nothing scrolls off
        kept = [key for key in chosen if key in ids[page]]
        found += asking.pick(ids[page], texts[page], "Numbers, or none (please type it)", kept, typed=True)
        output.say("")
    document["conditions"] = [key for key in found if key in means]
    for key, (_, asks) in _FOLLOWED.items():
        if key in found:
            asks(document, sitting)
        elif key != "birth" or "pregnancy" not in found:
            document[key] = None
    _ask_known(document)


def ask_surgery(document: Document, sitting: Sitting) -> None:
    """An operation on the spine in the last year, and the release to exercise after it."""
    old = document.get("surgery") or {}
    kinds = ("disc", "decompression", "fusion", "other", "none")
    kind = asking.until_right(
        "An operation on your spine in the last 12 months? (disc, decompression, fusion, other; none)",
        old.get("kind", "none"),
        asking.one_of(*kinds),
    )
    if kind == "none":
        document["surgery"] = None
        return
    on = asking.until_right("On which day?", old.get("on"), asking.past_late)
    free = asking.until_right(
        "When did the surgeon or physiotherapist release you to exercise? (a date; none)",
        old.get("released") or "none",
        lambda text: None if text.lower() in ("none", "no", *DO_NOT_KNOW) else asking.past_late(text),
    )
    document["surgery"] = {"kind": kind, "on": on, "released": free}


def ask_pregnancy(document: Document, sitting: Sitting) -> None:
    """The weeks of a pregnancy; of whom it is over, or who says so, the birth."""
    old = document.get("pregnancy") or {}
    reached = old["weeks"] + (sitting.place.today - date.fromisoformat(old["on"])).days // 7 if old else 0
    weeks = asking.until_right(
        "Weeks of pregnancy? (0 for not pregnant; born after a birth in the last 12 months)",
        _text(min(45, reached)),
        lambda text: None if text.lower() == "born" else asking.whole(0, 45)(text),
    )
    document["pregnancy"] = {"weeks": weeks, "on": sitting.place.today.isoformat()} if weeks else None
    if weeks is None or (old and not weeks):
        ask_birth(document, sitting)
    elif document["pregnancy"] and sitting.before and sitting.before.birth:
        _settle_birth(document)


def _settle_birth(document: Document) -> None:
    """A pregnancy said just now that began before the birth on record: one of the two is a slip."""
    told = document["pregnancy"]
    end_pregnancy(document)
    if document["pregnancy"] is None:
        output.say(f"A birth on {document['birth']['on']} is on record, which ends that pregnancy. Which one holds?")
        held = asking.until_right("Which one? (birth, pregnancy)", None, asking.one_of("birth", "pregnancy"))
        document |= {"birth": None, "pregnancy": told} if held == "pregnancy" else {}


def ask_birth(document: Document, sitting: Sitting) -> None:
    """The day of a birth, and its kind; it ends the pregnancy before it."""
    old = document.get("birth") or {}
    output.say("After a birth the plan begins anew, gently, with what was agreed since.")
    on = asking.until_right(
        "If you gave birth: on which day? (a date; none)",
        old.get("on", "none"),
        lambda text: None if text.lower() in ("none", "no") else asking.past_late(text),
    )
    if on is None:
        document["birth"] = None
        return
    kind = asking.until_right(
        "Which kind of birth? (vaginal, caesarean)", old.get("kind"), asking.one_of("vaginal", "caesarean")
    )
    document["birth"] = {"on": on, "kind": kind}
    end_pregnancy(document)


def ask_changed(document: Document, sitting: Sitting) -> None:
    """A change of health since the clearance."""
    old = document.get("changed") or {}
    output.say("A change of health means asking again whether you may exercise.")
    kinds = ("fall", "hospital", "diagnosis", "heart", "numbness", "none")
    what = asking.until_right(
        "Since your clearance: a fall with injury, a hospital stay or new diagnosis of the heart, lungs, bones or "
        "nerves, new heart or breathing signs, new numbness? (fall, hospital, diagnosis, heart, numbness; none)",
        old.get("what", "none"),
        asking.one_of(*kinds),
    )
    on = None if what == "none" else asking.until_right("On which day?", old.get("on"), asking.past_late)
    document["changed"] = {"on": on, "what": what} if on else None


_FOLLOWED = {
    "surgery": ("An operation on the spine in the last 12 months", ask_surgery),
    "pregnancy": ("You are, or may be, pregnant", ask_pregnancy),
    "birth": ("You gave birth in the last 12 months", ask_birth),
    "changed": ("Since a clinician agreed, a fall with injury, a hospital stay, a new illness", ask_changed),
}


def ask_floor(document: Document, sitting: Sitting) -> None:
    """Whether the person can get down to the floor; who does not know takes what needs none."""
    old = document.get("can") or {}
    floor = asking.until_right(
        "Can you get down to the floor and up again? (y/n)", _letter(old["floor"]) if old else None, _surely
    )
    document["can"] = {"swim": False, **old, "floor": floor}


def ask_can(document: Document, sitting: Sitting) -> None:
    """Whether the person can get down to the floor, and swim."""
    old = document.get("can") or {}
    floor = asking.until_right(
        "Can you get down to the floor and up again? (y/n)", _letter(old.get("floor", True)), _surely
    )
    strokes = old.get("swim", False)
    now = ",".join(strokes) if isinstance(strokes, list) else _letter(strokes)
    swim = asking.until_right("Can you swim? (y/n; or only some strokes, like breaststroke)", now, _swims)
    document["can"] = {"floor": floor, "swim": swim}


def _swims(text: str) -> bool | list[str]:
    """Yes or no, or the strokes one swims."""
    strokes = options.words(text.lower())
    if strokes and set(strokes) <= set(vocabulary.STROKES):
        return strokes
    try:
        return asking.yes(text)
    except UsageError:
        raise UsageError(f"Please answer y or n, or with strokes: {', '.join(vocabulary.STROKES)}.") from None


def ask_time(document: Document, sitting: Sitting) -> None:
    """The days, and the minutes on each of them."""
    old = document.get("time") or {}
    now = old.get("days") or [day for day in vocabulary.WEEKDAYS if day in old]
    output.say("Three to five days do most good; ten minutes count, too.")

    def days_of(text: str) -> list[str]:
        found = dates.weekdays(text)
        if not found:
            raise UsageError("Please name at least one day, like mon,wed,fri.")
        return list(found)

    def minutes_of(text: str) -> list[int]:
        parts = [asking.minutes(5, 240)(part) for part in text.split(",")]
        if len(parts) not in (1, len(days)):
            raise UsageError(f"Please give one number, or {len(days)} numbers with commas, one for each day.")
        return parts * len(days) if len(parts) == 1 else parts

    days = asking.until_right(
        "On which days? (like mon,wed,fri; every day; weekdays)", ",".join(now or ("mon", "wed", "fri")), days_of
    )
    kept = [str(old[day]) for day in now if day in old]
    many = str(old.get("minutes") or (kept[0] if len(set(kept)) == 1 else ",".join(kept)) or 30)
    minutes = asking.until_right("Minutes on each day (5-240; one number, or one for each day)", many, minutes_of)
    document["time"] = {**dict(zip(days, minutes, strict=True)), "pool_days": old.get("pool_days", [])}


def ask_equipment(document: Document, sitting: Sitting) -> None:
    """What there is at home and in a gym, and the days at a pool where there is one."""
    means = vocabulary.EQUIPMENT_MEANS
    output.say(
        "A chair, a wall, a worktop, a towel, a pillow, shoes and a mat or folded blanket are taken for granted."
    )
    old = document.get("equipment", [])
    listed = [key for key in old if key in means]
    found = asking.pick(
        list(means), [f"{key}: {means[key]}" for key in means], "What else do you have? Numbers, or none", listed
    )
    found = [*(key for key in old if key not in means), *found]  # what is taken for granted is not on the list
    document["equipment"] = found
    gym = asking.until_right(
        "Which of these stand in a gym and not at home? Numbers, or none",
        ", ".join((document.get("places") or {}).get("gym", [])) or "none",
        asking.numbers(list(means)),
    )
    document["places"] = {**(document.get("places") or {}), "gym": gym} if gym else {}
    document["equipment"] = list(dict.fromkeys([*found, *gym]))
    if "pool" in found:
        _ask_pool_days(document)


def _ask_pool_days(document: Document) -> None:
    old = document["time"].get("pool_days") or []

    def read(text: str) -> list[str]:
        return [] if text.lower() in ("", "any", "none") else list(dates.weekdays(text) or ())

    found = asking.until_right(
        "On which days can you go to the pool? (like tue,fri; any)", ",".join(old) or "any", read
    )
    document["time"]["pool_days"] = found


def ask_tolerance(document: Document, sitting: Sitting) -> None:
    """The minutes of walking or cycling that are comfortable today; of each kind, where they differ."""
    old = dict(document.get("tolerance") or {"aerobic_minutes": 10})
    general = old.pop("aerobic_minutes", None)
    now = ", ".join(f"{kind} {minutes}" for kind, minutes in old.items())
    document["tolerance"] = asking.until_right(
        "How many minutes can you walk or cycle today in comfort? (1-240; or apart: walk 5, cycle 15, swim 8)",
        now or _text(general),
        _minutes_or_kinds,
    )


_SURELY_COMFORTABLE = 5  # minutes of walking, for who does not know


def _minutes_or_kinds(text: str) -> dict[str, int]:
    if text.lower() in DO_NOT_KNOW:
        return {"aerobic_minutes": _SURELY_COMFORTABLE}
    with suppress(UsageError):
        return {"aerobic_minutes": asking.minutes(1, vocabulary.MOST_MINUTES)(text)}
    try:
        found = options.tolerance(text)
    except UsageError:
        found = {}
    if not found:
        raise UsageError("Please answer with minutes from 1 to 240, or with kinds, like walk 5, cycle 15.")
    return found


def ask_level(document: Document, sitting: Sitting) -> None:
    """How trained the person is."""
    output.say("basic: new to this or just getting going; intermediate: regular for months; advanced: trained.")
    document["level"] = asking.until_right("Level", document.get("level", "basic"), asking.one_of(*vocabulary.LEVELS))


def ask_likes(document: Document, sitting: Sitting) -> None:
    """What the person likes and dislikes."""
    tell_unread(sitting.place)
    names = sitting.place.names
    output.say("Kinds like walking, cycling, swimming, yoga, pilates, or any exercise id (`backplan library`).")
    for key, question in (
        ("likes", "What do you like? (with commas; none)"),
        ("dislikes", "What would you rather not do?"),
    ):

        def read(text: str) -> list[str]:
            words = [] if text.lower() in ("", "none") else [part.strip() for part in text.split(",") if part.strip()]
            for word in words:
                if names.wish(word) is None:
                    raise UsageError(f"{unknown_wish(word, names)}.")
            return [names.wish(word) or word for word in words]

        document[key] = asking.until_right(question, ", ".join(document.get(key, [])) or "none", read)


def ask_functions(document: Document, sitting: Sitting) -> None:
    """What the person wants to be able to do again."""
    output.say(
        "Up to three things that your back makes hard and that you want back, in your own words. What you can do often "
        "changes before pain does; `backplan progress` shows it."
    )
    old = document.get("functions", [])
    document["functions"] = asking.until_right(
        "Which ones? (with commas, like put on my socks, drive for an hour; none)", ", ".join(old) or "none", _functions
    )


def _functions(text: str) -> list[str]:
    """Activities in the person's own words, parted by commas; none for none. Raises UsageError."""
    try:
        named = [a_function(part) for part in options.words(text)]
    except ValueError as error:
        raise UsageError(f"{error}.") from None
    for _, sentence in against_list(named):
        raise UsageError(f"{sentence}.")
    return named


def ask_first_scores(document: Document, sitting: Sitting) -> dict[str, int]:
    """How well the person can do what they have just named; what is skipped is asked again after a session."""
    old = sitting.before.functions if sitting.before else ()
    asked = {name: asking.ability(name) for name in document.get("functions", ()) if name not in old}
    return {name: score for name, score in asked.items() if score is not None}


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _letter(value: bool) -> str:
    return "y" if value else "n"
