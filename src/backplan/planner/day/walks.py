"""Walks: which kind of walk, ride or swim each bout becomes, alternating by liking."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from backplan.model.activities import MODERATE
from backplan.model.case import Case
from backplan.model.exercise import Exercise, is_brisker
from backplan.model.vocabulary import Modality, Place, Slot
from backplan.model.week import DayBlock, GivenDose, Item
from backplan.model.wording import capital
from backplan.planner.choice.dose import timed
from backplan.planner.choice.select import Selection
from backplan.planner.day.brisker import LandBout, Rung, ladder_of, longest_so_far, place_of, rung_at
from backplan.planner.day.frame import item_of
from backplan.planner.day.option import Bout
from backplan.planner.day.therapy import ON_LAND, POOL_EASE, POOL_OFF, pool_exercise
from backplan.rules.intensity.minutes import BRISK_PARTS_FROM
from backplan.rules.manner import MANNERS

KIND_ORDER: tuple[Modality, ...] = (
    "walking", "wheeling", "cycling", "elliptical", "treadmill", "machine", "tai-chi", "class", "dance", "step",
    "stairs",
)  # fmt: skip
ON_ITS_OWN: frozenset[Modality] = frozenset({"walking", "wheeling", "cycling", "elliptical", "treadmill", "machine"})
MOST_KINDS = 2  # kinds of aerobic work in one week, unless more are liked
EASY_ENDS = 5  # easy minutes at each end of a bout, inside it


def turns(selection: Selection, apart: AbstractSet[str], bouts: Sequence[Bout], turn: int) -> list[LandBout]:
    """What each bout on land may be, in order: the exercise a therapist wanted that day, else the kinds by turns.

    ``apart`` are the exercises with days of their own; ``turn`` moves the alternation on from week to week.
    """
    found: list[LandBout] = []
    by_id = selection.by_id
    kinds_for = cache(lambda minutes, hard: _kinds(selection, apart, minutes, hard=hard))
    for index, (minutes, wanted, _) in enumerate(bouts):
        hard = any(each.ladder[0].exercise.intervals for each in found)
        kinds = _wanted(by_id[wanted], selection) if wanted else kinds_for(minutes, not hard)
        easy = Rung(*kinds[(index + turn) % len(kinds)])
        found.append(LandBout(minutes, (easy,) if wanted else ladder_of(easy, selection, minutes)))
    return found


def land_bouts(
    selection: Selection, chosen: Collection[LandBout], rungs: Sequence[int]
) -> list[tuple[Place, DayBlock]]:
    """The place and block of each bout on land, in order, each on its rung."""
    found: list[tuple[Place, DayBlock]] = []
    hard = any(each.ladder[0].exercise.intervals for each in chosen)
    for (minutes, ladder), number in zip(chosen, rungs, strict=True):
        rung = rung_at(ladder, number, hard=not hard)
        hard = hard or rung.exercise.intervals
        item = item_of(selection, rung.exercise, timed(rung.exercise, minutes, selection.case), _why(minutes, rung))
        item = item._replace(load=WITH_PARTS) if rung.parts else item
        found.append((rung.place, DayBlock("aerobic", (in_manner(item, rung.exercise, selection.case),))))
    return found


def in_manner(item: Item, exercise: Exercise, case: Case) -> Item:
    """The item with how the person does it, besides its steps, after why it is there."""
    words = [word for rule in MANNERS if (word := rule.check(exercise, case))]
    return item._replace(why=" ".join((item.why, *(f"{capital(word)}." for word in words))))


def longest_bouts(selection: Selection) -> frozenset[int]:
    """Minutes of the longest bout of each kind of aerobic work on land this week."""
    found = {selection.case.longest_in(kind) for kind in {each.modality for each in _makes_bouts(selection)}}
    return frozenset(found) or frozenset({selection.case.longest_bout})


def longest_borne(selection: Selection, minutes: int) -> int:
    """Minutes of the longest bout on land that can be borne, and done where a bout of so many minutes may be; 0 where
    none can.
    """
    kinds = {each.modality for each in _makes_bouts(selection) if place_of(each, selection, minutes)}
    return max(map(selection.case.longest_in, kinds), default=0)


def _makes_bouts(selection: Selection) -> list[Exercise]:
    """The aerobic exercises of which a bout on land can be made, however many there were before."""
    able = (each for each in selection.of_slot("aerobic") if "main" in each.use)
    return [each for each in able if not each.intervals and "pool" not in each.place]


def _wanted(exercise: Exercise, selection: Selection) -> list[tuple[Exercise, Place]]:
    return [(exercise, place) for place in ON_LAND if selection.can_be_done_at(exercise, place)][:1]


def _kinds(selection: Selection, apart: AbstractSet[str], minutes: int, *, hard: bool) -> list[tuple[Exercise, Place]]:
    """The best exercise of each kind worth alternating, the most wanted first."""
    best: dict[Modality, tuple[Exercise, Place]] = {}
    by_id = selection.by_id
    for exercise in selection.of_slot("aerobic"):
        if "main" not in exercise.use:
            continue
        if (place := place_of(exercise, selection, minutes)) is None:
            continue
        if exercise.intervals and not hard:  # once a week is enough
            continue
        if _is_brisker(exercise, by_id, selection, minutes) or selection.case.longest_in(exercise.modality) < minutes:
            continue
        kept = best.get(exercise.modality)
        if kept is None or _key(exercise, minutes, selection, apart) < _key(kept[0], minutes, selection, apart):
            best[exercise.modality] = (exercise, place)
    ranked = sorted(best.values(), key=lambda pair: _kind_key(pair[0], selection))
    theirs = selection.case.prescribed - apart - selection.swapped
    asked = [pair for pair in ranked if pair[0].id in theirs]
    ranked = [pair for pair in ranked if pair[0].id not in apart] or ranked
    liked = [pair for pair in ranked if selection.liked(pair[0]) and pair[0].id not in selection.care]
    plain = [p for p in ranked if p[0].modality in ON_ITS_OWN and p[0].id not in selection.care]
    unswapped = [pair for pair in plain if pair[0].id not in selection.swapped]
    return asked or [*liked, *_on_foot(liked, unswapped)] or plain[:MOST_KINDS] or ranked[:1]


def _on_foot(
    liked: Sequence[tuple[Exercise, Place]], plain: Sequence[tuple[Exercise, Place]]
) -> Sequence[tuple[Exercise, Place]]:
    """What takes turns with tai chi, a class, steps and the like, where no walk or ride is liked: they are no reason to
    walk nowhere.
    """
    alone = bool(liked) and not any(exercise.modality in ON_ITS_OWN for exercise, _ in liked)
    return plain[:1] if alone else ()


def _is_brisker(exercise: Exercise, by_id: Mapping[str, Exercise], selection: Selection, minutes: int) -> bool:
    """Whether an exercise stands above an easier one of its kind that would do as well, and so waits for its rung; what
    is liked or prescribed by itself does not.
    """
    easier = by_id.get(exercise.regression or "")
    if easier is None or not is_brisker(exercise, easier) or place_of(easier, selection, minutes) is None:
        return False
    plain = easier.id not in selection.swapped and (easier.id not in selection.care or exercise.id in selection.care)
    fits = (easier.dose.minutes or 0) <= max(minutes, longest_so_far(selection.case, easier.modality))
    return plain and fits and exercise.id not in {*selection.case.person.likes, *selection.case.prescribed}


def _key(exercise: Exercise, minutes: int, selection: Selection, apart: AbstractSet[str]) -> tuple[object, ...]:
    """Within a kind: prescribed, made for bouts as long as this or as those of by now, so that no walk has another
    name on a shorter day, then outdoors before indoors, then the order of choice.
    """
    care, swapped, *rest = selection.choice_key(exercise)
    fits = (exercise.dose.minutes or 0) <= max(minutes, longest_so_far(selection.case, exercise.modality))
    outdoors = "outdoors" in exercise.place
    unasked = exercise.id not in selection.case.prescribed - apart - selection.swapped
    return (unasked, care, swapped, not fits, not outdoors, *rest)


def _kind_key(exercise: Exercise, selection: Selection) -> tuple[object, ...]:
    care, swapped, _, liked, favoured, *_ = selection.choice_key(exercise)
    order = KIND_ORDER.index(exercise.modality) if exercise.modality in KIND_ORDER else len(KIND_ORDER)
    return (care, swapped, liked, favoured, order, exercise.id)


def pool_blocks(selection: Selection, minutes: int, turn: int) -> tuple[DayBlock, DayBlock]:
    """The aerobic work before and after the work at the wall: walk in easily and the main part; ease off. What a
    therapist prescribed is the main part, or all of it where it is an easy walk itself; what is not borne so long, or
    never done for so long, has its own minutes, and the rest is walked.
    """
    ease, main = _in_pool(selection, "ease"), _in_pool(selection, "aerobic")
    liked = [exercise for exercise in main if selection.liked(exercise) and exercise.id not in selection.care]
    liked = [e for e in liked if (e.dose.target or 0) >= minutes - POOL_EASE - POOL_OFF] or liked
    asked, case = pool_exercise(selection), selection.case
    chosen = asked or (liked or main[:1])[turn % max(1, len(liked))]
    into, off = (ease[0], ease[0]) if ease else (chosen, chosen)
    off = next((e for e in ease[1:] if e.id not in selection.care and e is not chosen), off)
    easy = 0 if chosen.slot == "ease" else POOL_EASE
    main_minutes = minutes - easy - POOL_OFF
    less = not asked and case.borne_less(chosen.modality)
    borne = min(main_minutes, case.longest_in(chosen.modality)) if less else main_minutes
    why = WHY_IN_WATER if borne == main_minutes else f"{WHY_IN_WATER} {LENGTHS}"
    own = borne if asked else min(borne, chosen.dose.target or borne)
    parts = ((into, easy, "An easy way in."), (chosen, own, why), (into, main_minutes - own, WHY_IN_WATER))
    first = [item_of(selection, exercise, timed(exercise, m, selection.case), why) for exercise, m, why in parts if m]
    last = item_of(selection, off, GivenDose(minutes=POOL_OFF), "Easing off.")
    return DayBlock("aerobic", _merged(first)), DayBlock("aerobic", (last,))


def _in_pool(selection: Selection, slot: Slot) -> list[Exercise]:
    found = [e for e in selection.of_slot(slot) if selection.can_be_done_at(e, "pool")]
    return sorted((e for e in found if "main" in e.use), key=selection.choice_key)


def _merged(items: list[Item]) -> tuple[Item, ...]:
    """Neighbouring parts of the same exercise as one."""
    found: list[Item] = []
    for item in items:
        if found and found[-1].exercise == item.exercise:
            last = found.pop()
            minutes = (last.dose.minutes or 0) + (item.dose.minutes or 0)
            found.append(last._replace(seconds=last.seconds + item.seconds, dose=last.dose._replace(minutes=minutes)))
        else:
            found.append(item)
    return tuple(found)


LENGTHS = "A length or two at a time, with a rest at the rail; then you walk on."
WHY_IN_WATER = "Aerobic work that the water carries; you can talk, but not sing."


def _why(minutes: int, rung: Rung) -> str:
    test = "slow enough to chat all the way" if (rung.exercise.met or MODERATE) < MODERATE else TALK_TEST
    parts = f" {BRISK_PARTS if minutes >= BRISK_PARTS_FROM else SHORT_PARTS}" if rung.parts else ""
    return f"Aerobic work that lands softly. {_ends(minutes)}; {test}.{parts}"


def _ends(minutes: int) -> str:
    easy = min(EASY_ENDS, max(1, minutes // 4))
    return f"Begin and end with {'an easy minute' if easy == 1 else f'{easy} easy minutes'}"


def in_fewer_minutes(item: Item, minutes: int) -> Item:
    """A walk or ride in fewer minutes: its easy ends in their share, all of it where no middle is left, and no part of
    it brisk.
    """
    ends = _ends(minutes) if minutes > len(("begin", "end")) else "Go easy all the way"
    why = re.sub(r"Begin and end with (?:an easy minute|\d+ easy minutes)", ends, item.why)
    for parts in (BRISK_PARTS, SHORT_PARTS):
        why = why.replace(f" {parts}", "")
    load = None if item.load == WITH_PARTS else item.load
    return item._replace(dose=item.dose._replace(minutes=minutes), seconds=minutes * 60, why=why, load=load)


WITH_PARTS = "with brisk parts"
TALK_TEST = "you can talk, but not sing"
BRISK_PARTS = "In the middle, three times two minutes brisk, with two easier ones after each."
SHORT_PARTS = "In the middle, three times one minute brisk, with an easier one after each."
