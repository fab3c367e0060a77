"""What was told and what applies: conditions, operations, pregnancy and birth, changes of health."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from backplan.cli.interview import graver
from backplan.cli.interview.clearance import changed_that_day, to_be_known
from backplan.cli.interview.known import WHO_KNOWS, surely
from backplan.cli.interview.sitting import Document, Sitting
from backplan.cli.interview.words import (
    FLOOR,
    FOLLOWED,
    GATES,
    HELD,
    SIGNS_TO_BE_SEEN,
    as_text,
    in_all_words,
    means_of,
    words_of,
)
from backplan.cli.terminal import asking, output, spoken
from backplan.cli.terminal.listed import IF_UNSURE, AnswerList, Headed
from backplan.files.answers import end_pregnancy
from backplan.model import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


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
    unknown = [key for key in to_be_known(document) if key not in clearance.get("knows", [])]
    if clearance and unknown:
        output.say("You said: " + " and ".join(map(words_of, unknown)))
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

_WHOLLY = {
    HELD: "Your pain is not controlled well enough to move and exercise",
    FLOOR: "Getting down to the floor and up again is too hard for you",
    "changed": "Since a clinician agreed: a fall with injury, a stay in hospital, a new diagnosis of the heart, lungs, "
    "bones or nerves, new heart or breathing signs, or new numbness",
}
# What one feels oneself, on the first list; what happened or was told is on the second.
_FELT_ONESELF: tuple[vocabulary.Condition, ...] = (
    "hip-issue", "knee-issue", "shoulder-issue", "wrist-issue", "neck-issue", "balance-poor", "dizziness",
    "stress-incontinence", "hypermobility", "little-standing", "wheelchair-user",
)  # fmt: skip


def ask_applies(document: Document, sitting: Sitting) -> None:
    """What pain and body do not allow, conditions, an operation, a pregnancy, a birth and a change of health, in two
    lists; what needs more is asked.
    """
    follow = dict(FOLLOWED)
    if _too_old_for_a_birth(document, sitting):
        del follow["pregnancy"], follow["birth"]
    if not document.get("clearance"):
        del follow["changed"]  # it ends an agreement, and there is none
    means = {key: meaning for key, meaning in means_of(vocabulary.CONDITION_BRIEFLY).items() if key not in ASKED_LATER}
    own: dict[str, str] = {key: means[key] for key in _FELT_ONESELF}
    before = [key for key in _applying(document, follow) if key not in ASKED_LATER]
    others = {**follow, **{key: means[key] for key in means if key not in own}}
    called = {key: f"{words} {_CALLED.get(key, '')}" for key, words in others.items()}
    found = _so("Health: any of these?", {**GATES, **own}, before, called)
    found += _so("Or these?", others, before)
    later = [key for key in document.get("conditions", []) if key in ASKED_LATER]
    document["pain"] = {**document["pain"], "controlled": HELD not in found}
    document["can"] = {"swim": False, **(document.get("can") or {}), "floor": FLOOR not in found}
    document["conditions"] = [*(key for key in means if key in found), *later]
    for key, asks in _ASKED_OF.items():
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
    groups, called = (Headed("", here),), _CALLED
    listed = AnswerList(question, groups, deliberate=True, by_no=True, unsure=IF_UNSURE, whole=whole, called=called)
    listed = listed._replace(worse=in_all_words(SIGNS_TO_BE_SEEN))
    kept = [key for key in dict.fromkeys(map(graver.entry, before)) if key in here]
    return graver.settled(asking.several(listed._replace(later=later), kept), before)


# What else people call them: words that are said of nothing else on the list but a joint of another kind.
_CALLED = {
    "birth": "baby born childbirth caesarean cesarean",
    HELD: "pain not controlled", FLOOR: "get getting ground chair difficult struggle struggling",
    "dizziness": "vertigo giddy lightheaded light-headed", "balance-poor": "wobbly shaky falls falling",
    "shoulder-issue": "frozen rotator cuff", "wrist-issue": "carpal", "stress-incontinence": "incontinence urine",
    "hip-replacement": "replaced replacement artificial done operation",
    "knee-replacement": "replaced replacement artificial done operation",
    "flexion-intolerant": "slipped bulging prolapsed herniated", "extension-intolerant": "narrow narrowing canal",
    "sciatica": "trapped pinched nerve", "bp-uncontrolled": "hypertension bp",
    "osteoporosis": "osteoporosis brittle",
    "vertebral-fracture-healed": "broke fractured fracture vertebra crushed", "surgery": "operated fusion",
    "pregnancy": "expecting",
}  # fmt: skip
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
        None if applies and not old else as_text(min(45, reached)),
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
    if [key for key in changed_that_day(document) if key not in clearance.get("knows", [])]:
        output.say("That is the day on which your clinician agreed.")
        if asking.until_right("Did they know of it when they agreed? (y/n)", "n", surely, WHO_KNOWS):
            document["clearance"] = {**clearance, "knows": [*clearance.get("knows", []), what]}


_ASKED_OF = {"surgery": ask_surgery, "pregnancy": ask_pregnancy, "birth": ask_birth, "changed": ask_changed}
