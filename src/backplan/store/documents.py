"""What each kind of stored document holds: the one description, by which it is read, imported, and told in a schema.

A document of the person, the diary or a prescription with a key that nobody knows is damaged: what it says could be
what stops somebody. A week may have keys that only the interface shows.
"""

from __future__ import annotations

from typing import Any, get_args

from backplan.model.diary import HEALTH, EntryKind
from backplan.model.person import HealthChange, Person
from backplan.model.prescription import MOST as MOST_PRESCRIBED
from backplan.model.prescription import Avoidable, Growing, ItemKind
from backplan.model.vocabulary import (
    LEVELS,
    MINUTES_OF_A_DAY,
    PLACES,
    WEEKDAYS,
    BlockKind,
    ClearedBy,
    Done,
    Leg,
    Modality,
    Mode,
    Side,
)
from backplan.store.codec import DocumentCodec, codec_of
from backplan.store.shapes import (
    ByKey,
    FixedList,
    IsoDate,
    ListOf,
    Maybe,
    Object,
    PositiveNumber,
    Shape,
    Text,
    TrueFalse,
    Whole,
    Word,
)

PAIN = Whole(0, 10)
MINUTES = Whole(0, MINUTES_OF_A_DAY)
ANY, TEXTS, DAY, TEXT, YES_NO = Text(), ListOf(Text()), IsoDate(), Text(1), TrueFalse()


def _word(literal: Any) -> Word:
    return Word(get_args(literal))


LEG, LEVEL, PLACE, WEEKDAY = _word(Leg), Word(LEVELS), Word(PLACES), Word(WEEKDAYS)
KIND, DONE, CLEARED_BY = _word(EntryKind), _word(Done), _word(ClearedBy)
CHANGED = codec_of(HealthChange).shape
OF_PERSON = DocumentCodec(Person)
PERSON = OF_PERSON.shape

ENTRY = Object(
    {},
    {
        "done": DONE,
        "pain": PAIN,
        "peak": PAIN,
        "effort": PAIN,
        "leg": LEG,
        "exercise": ANY,
        "minutes": MINUTES,
        "why": ANY,
        "note": ANY,
        "until": DAY,
        "of": DAY,
        "function": ANY,
        "score": PAIN,
        "tired": YES_NO,
        "loads": ByKey(ANY, ANY),
        "signs": TEXTS,
        "left_out": TEXTS,
        "less": Maybe(ByKey(ANY, Whole())),
        "hurt": TEXTS,
        "asked": ListOf(Word(HEALTH)),
        "late": YES_NO,
        "lands_hard": YES_NO,
        "aerobic": YES_NO,
    },
)

_NUMBER = Maybe(Whole(0, MOST_PRESCRIBED))
_PARTICULARS: dict[str, Shape] = {
    "each_set": ListOf(Whole(1, MOST_PRESCRIBED)),
    "times_a_day": _NUMBER,
    "side": Maybe(_word(Side)),
    "rest_s": _NUMBER,
    "tempo": Maybe(TEXT),
    "load": Maybe(TEXT),
    "effort": Maybe(PAIN),
    "circuit": Maybe(TEXT),
}
_GROWTH = Object({
    "part": _word(Growing),
    "by": PositiveNumber(MOST_PRESCRIBED),
    "days": Whole(1, MOST_PRESCRIBED),
    "most": PositiveNumber(MOST_PRESCRIBED),
    "sessions": Whole(1, MOST_PRESCRIBED),
})  # fmt: skip
PRESCRIBED = Object(
    {"kind": _word(ItemKind), "by": CLEARED_BY, "on": DAY},
    {
        "exercise": Maybe(TEXT),
        "modality": Maybe(_word(Modality)),
        "sets": _NUMBER,
        "reps": _NUMBER,
        "hold_s": _NUMBER,
        "minutes": _NUMBER,
        "per_week": _NUMBER,
        "until": Maybe(DAY),
        "pain": Maybe(PAIN),
        "why": Maybe(ANY),
        "per_week_most": _NUMBER,
        "days": ListOf(WEEKDAY),
        "alternate": YES_NO,
        "until_met": Maybe(TEXT),
        "growth": Maybe(_GROWTH),
        "movement": Maybe(_word(Avoidable)),
        "therapist": Maybe(TEXT),
        "knows": YES_NO,
        **_PARTICULARS,
    },
)

_DOSE = Object(
    {},
    {
        "sets": Whole(),
        "reps": Whole(),
        "hold_s": Whole(),
        "per_side": YES_NO,
        "minutes": Maybe(Whole()),
        **_PARTICULARS,
    },
)
_ITEM = Object(
    {"exercise": TEXT, "name": ANY, "seconds": Whole(), "dose": _DOSE, "why": ANY},
    {"caution": ANY, "load": ANY, "how_hard": ANY},
    closed=False,
)
_BLOCK = Object({"kind": _word(BlockKind), "items": ListOf(_ITEM)}, {"prescribed": YES_NO}, closed=False)
_SESSION = Object({"place": PLACE, "blocks": ListOf(_BLOCK)}, closed=False)
_DAY = Object(
    {
        "date": DAY,
        "sessions": ListOf(_SESSION),
        "coping": Maybe(_BLOCK),
        "planned": YES_NO,
        "done": Maybe(DONE),
        "pause": Maybe(ANY),
    },
    {"done_on": Maybe(DAY), "daily": Maybe(_BLOCK)},
    closed=False,
)
_BALANCE = Object(
    {"target": TEXT, "asked": Whole(), "got": Whole(), "aim": Whole(), "unit": ANY, "reason": Maybe(ANY)},
    {"minutes": Maybe(Whole())},
    closed=False,
)
_LEFT_OUT = Object({"exercise": TEXT, "rules": ListOf(Object({"id": TEXT, "reason": ANY}))}, closed=False)
_MOVE = Object(
    {
        "rule": TEXT, "what": ANY, "because": ANY, "exercise": Maybe(ANY), "name": Maybe(ANY), "days": ListOf(DAY),
        "new": YES_NO,
    },
    closed=False,
)  # fmt: skip
_TOLD = Object(
    {
        "notices": ListOf(FixedList((TEXT, TEXTS, Maybe(ANY), TEXTS), 3)),
        "changes": ListOf(FixedList((TEXT, TEXTS, Maybe(DAY)), 3)),
    }
)
_CARD = Object({}, {"steps": TEXTS, "cues": TEXTS, "stop": Maybe(ANY), "needs": TEXTS}, closed=False)
_RUNGS = ByKey(ANY, Whole(-1000, 1000))

WEEK = Object(
    {
        "starts": DAY,
        "programme_week": Whole(0, 100_000),
        "level": LEVEL,
        "mode": _word(Mode),
        "pain": Object({"usual": PAIN}, {"later": PAIN}, closed=False),
        "days": ListOf(_DAY),
        "balance": ListOf(_BALANCE),
        "left_out": ListOf(_LEFT_OUT),
        "left_out_counts": ListOf(FixedList((ANY, Whole()), 2)),
        "changes": TEXTS,
        "notices": TEXTS,
        "programme": ByKey(ANY, ANY),
        "step": MINUTES,
        "bars": ByKey(DAY, ANY),
        "moves": ListOf(_MOVE),
        "whole_step": MINUTES,
        "rungs": _RUNGS,
        "wishes": ANY,
        "begun": Maybe(DAY),
        "only_days": Maybe(ListOf(WEEKDAY)),
        "cards": ByKey(ANY, _CARD),
    },
    {
        "levels": ByKey(ANY, LEVEL),
        "calm_programme": ByKey(ANY, ANY),
        "asked_level": LEVEL,
        "evidence": ANY,
        "missed": ListOf(DAY),
        "ahead": ListOf(DAY),
        "holds": Maybe(FixedList((Whole(),) * 6, 1)),
        "intensity": _RUNGS,
        "own_bouts": ByKey(ANY, MINUTES),
        "normal_until": Maybe(DAY),
        "told": _TOLD,
    },
    closed=False,
)
