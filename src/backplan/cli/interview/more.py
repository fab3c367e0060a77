"""The questions that a first safe week does not need: what one has at home, can do besides, likes and wants back."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

import typer

from backplan.cli.interview.health import ASKED_OF_WARMTH, ASKED_OF_WATER, ASKED_OF_WORK
from backplan.cli.interview.known import surely
from backplan.cli.interview.sitting import Document, Sitting
from backplan.cli.interview.words import SIGNS_TO_BE_SEEN, in_all_words, means_of
from backplan.cli.terminal import asking, dates, freely, options, output, spoken
from backplan.cli.terminal.list_answers import numbers
from backplan.cli.terminal.listed import IF_UNSURE, AnswerList, Headed
from backplan.cli.terminal.unread import tell_unread
from backplan.errors import UsageError
from backplan.files.answers import a_function, against_list
from backplan.model import vocabulary
from backplan.model.naming import unknown_wish
from backplan.model.wording import WEEKDAY_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from backplan.cli.interview.sitting import Document, Sitting
    from backplan.model.vocabulary import Weekday


def ask_can(document: Document, sitting: Sitting) -> None:
    """Whether the person can get down to the floor, and swim."""
    old = document.get("can") or {}
    floor = asking.until_right(
        "Can you get down to the floor and up again? (y/n)", _letter(old.get("floor", True)), _to_the_floor
    )
    strokes = old.get("swim", False)
    now = ",".join(strokes) if isinstance(strokes, list) else _letter(strokes)
    swim = asking.until_right("Can you swim? (y/n; or only some strokes, like breaststroke)", now, _swims)
    document["can"] = {"floor": floor, "swim": swim}


def _to_the_floor(text: str) -> bool:
    """Yes, or no, which somebody says who is not sure. Raises UsageError."""
    try:
        return surely(text)
    except UsageError:
        raise UsageError(
            "Please answer y or n. If it is hard, or needs help, say n: the plan then stays off the floor."
        ) from None


_DENIES = (
    r"\b(?:no|not|never|except|without)\b(?! (?:far|long|much|well|fast|very))|n['’]t|\bcannot\b|\b(?:do|ca)nt\b(?! go)"
)


_STROKES_CALLED: Mapping[str, str] = {
    "front-crawl": r"(?<!back )crawl|free ?style", "backstroke": r"back (?:stroke|crawl)|on my back",
    "breaststroke": "breast(?: stroke)?", "sidestroke": "side stroke",
}  # fmt: skip


def _swims(text: str) -> bool | list[str]:
    """Yes or no, or the strokes one swims."""
    named: list[str] = [
        stroke
        for stroke in vocabulary.STROKES
        if re.search(rf"\b(?:{_letters(stroke)}|{_STROKES_CALLED.get(stroke, _letters(stroke))})\b", _letters(text))
    ]
    if named and not re.search(_DENIES, text.lower()):
        return named
    try:
        return asking.yes(text)
    except UsageError:
        raise UsageError(f"Please answer y or n, or with strokes: {', '.join(vocabulary.STROKES)}.") from None


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower())


def ask_equipment(document: Document, sitting: Sitting) -> None:
    """What there is at home and in a gym, and the days at a pool where there is one."""
    means = means_of(vocabulary.EQUIPMENT_MEANS)
    about = "A chair, a wall, a worktop, a towel, a pillow, shoes and a mat or folded blanket are taken for granted."
    question, granted = "What else do you have, at home or in a gym?", frozenset(vocabulary.GRANTED)
    listed = AnswerList(question, (Headed("", means),), about, granted=granted)
    found = asking.several(listed, document.get("equipment", []))
    gym = _in_a_gym({key: means[key] for key in means if key in found and key != "pool"}, document)
    document["places"] = {**(document.get("places") or {}), "gym": gym} if gym else {}
    document["equipment"] = found
    if "pool" in found:
        _ask_pool_days(document)
    of_water, of_warmth = "pool" in found, "heat-pack" in found
    asked = dict.fromkeys((*(ASKED_OF_WATER if of_water else ()), *(ASKED_OF_WARMTH if of_warmth else ())))
    if asked:
        what = " and ".join(["water"] * of_water + ["warmth"] * of_warmth)
        _ask_some_conditions(document, f"For {what}: is any of these so?", tuple(asked))


def _in_a_gym(owned: Mapping[str, str], document: Document) -> list[str]:
    """Which of what somebody has stands in a gym alone."""
    if not owned:
        return []
    before = [key for key in (document.get("places") or {}).get("gym", []) if key in owned]
    listed = AnswerList(
        "Which of these stand in a gym and not at home?",
        (Headed("", owned),),
        read=numbers([*owned], words=owned),
        written="numbers, or none",
    )
    return asking.several(listed, before)


def _ask_pool_days(document: Document) -> None:
    """On which of the days a pool can be gone to; none named means any."""
    old = document["time"].get("pool_days") or []

    asked = "On which days can you go to the pool? (like tue,fri; any)"
    found = asking.until_right(asked, ",".join(old) or "any", _pool_days)
    document["time"]["pool_days"] = found
    time = document["time"]
    if apart := [day for day in found if day not in time and day not in time.get("days", ())]:
        asking.tell(POOL_APART.format(", ".join(WEEKDAY_NAMES[day] for day in apart)))


POOL_APART = (
    '{}: not among your days for a session, so no swim is planned then. "Days" adds it: `backplan init --only time`.'
)
_ANY_DAY = (
    r"(?:any|every) ?(?:day|time)?|whenever|(?:about |maybe )?(?:once|twice|\w+ times)(?: (?:a|per|each|every) week)?"
)


def _pool_days(text: str) -> list[Weekday]:
    """The days for the pool that were named; none for any. Raises UsageError."""
    if re.fullmatch(_ANY_DAY, text.lower()) or not text or spoken.says_none(text) or spoken.unknown(text):
        return []
    try:
        days, but = freely.as_days(text)
        out = dates.weekdays(but) or ()
        return [day for day in dates.weekdays(days) or () if day not in out]
    except UsageError:
        raise UsageError("Please name the days, like tue,fri; or any.") from None


def ask_work(document: Document, sitting: Sitting) -> None:
    """What eases the pain, and what the work asks of the back."""
    _ask_some_conditions(document, "Which of these is so?", ASKED_OF_WORK)


def _ask_some_conditions(document: Document, question: str, asked: Sequence[vocabulary.Condition]) -> None:
    """Some conditions alone; the others stay as they were said."""
    groups = (Headed("", means_of({key: vocabulary.CONDITION_MEANS[key] for key in asked})),)
    before = document.get("conditions", [])
    listed = AnswerList(question, groups, unsure=IF_UNSURE, worse=in_all_words(SIGNS_TO_BE_SEEN))
    found = asking.several(listed, [key for key in before if key in asked])
    document["conditions"] = [*(key for key in before if key not in asked), *found]


LEVELS: dict[vocabulary.Level, str] = {
    "basic": "new to this or just getting going",
    "intermediate": "regular for months",
    "advanced": "trained",
}


def ask_level(document: Document, sitting: Sitting) -> None:
    """How trained the person is."""
    document["level"] = asking.one("Level", LEVELS, document.get("level", "basic"))


LIKED = {  # the kinds that are offered; any other, and any exercise, can be typed
    "walking": "Walking", "cycling": "Cycling", "swimming": "Swimming", "water-exercise": "Exercise in the water",
    "elliptical": "Elliptical trainer", "stairs": "Stairs", "dance": "Dancing", "yoga": "Yoga", "pilates": "Pilates",
    "tai-chi": "Tai chi", "gyrotonic-style": "Gyrotonic", "basic-stretch": "Stretching", "mobility": "Mobility",
    "balance": "Balance", "breathing": "Breathing", "relaxation": "Relaxation",
}  # fmt: skip


def ask_likes(document: Document, sitting: Sitting) -> None:
    """What the person likes and dislikes."""
    tell_unread(sitting.place)
    names = sitting.place.names
    about = "Kinds like walking, swimming, yoga, core, stretching, or any exercise (`backplan library`)."
    groups = (Headed("", LIKED),)
    for key, question in (
        ("likes", "What do you like?"),
        ("dislikes", "What would you rather not do?"),
    ):

        def read(text: str) -> list[str]:
            likes = [] if spoken.unknown(text) else options.words(text)
            for word in likes:
                if not names.wishes(word):
                    raise UsageError(f"{unknown_wish(word, names)}.")
            return list(dict.fromkeys(wish for word in likes for wish in names.wishes(word)))

        unsure = "Leave out what you are not sure of."
        listed = AnswerList(question, groups, about, read=read, written="with commas; none", unsure=unsure)
        document[key] = asking.several(listed, document.get(key, []))


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
        named = [] if spoken.unknown(text) else [a_function(part) for part in options.words(text)]
    except ValueError as error:
        raise UsageError(f"{error}.") from None
    for _, sentence in against_list(named):
        raise UsageError(f"{sentence}.")
    return named


def ask_first_scores(document: Document, sitting: Sitting) -> dict[str, int]:
    """How well the person can do what they have just named; what is skipped, as all that is left is by breaking off, is
    asked again after a session.
    """
    old = sitting.before.functions if sitting.before else ()
    found = dict[str, int]()
    with suppress(typer.Abort):
        for name in document.get("functions", ()):
            if name not in old and (score := asking.ability(name)) is not None:
                found[name] = score
    return found


def _letter(value: bool) -> str:
    return "y" if value else "n"
