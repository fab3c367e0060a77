"""Likes: what somebody likes and this week does not hold, with why; said once in four weeks, or where it is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backplan.model.exercise import Exercise
from backplan.model.told import Notice
from backplan.model.vocabulary import GRANTED, LEVELS
from backplan.model.wording import spaced
from backplan.planner.choice.select import Selection
from backplan.planner.choice.stock import stock_of
from backplan.planner.layout.laid import Laid
from backplan.rules.exclusion import above_level, gated

NOT_GIVEN = "You like {liked}, and this week does without"
OTHERS_FIRST = "what your back needs most comes first"
AGAIN = 4  # weeks after which it is said again; our own inference
BESIDE = " {} suits you, and you can do it beside the plan (`backplan library {}`)."
NO_MATTER_WHO = frozenset({above_level.RULE.id, gated.RULE.id})  # reasons that time takes away


def likes_not_given(laid: Laid) -> Iterator[Notice]:
    """What is liked and not given in a week that trains, as an exercise or as a kind of exercise."""
    case, earlier = laid.question.case, laid.standing.days.earlier
    if case.easy_only or not case.kind.trains:
        return
    given = {item.exercise for day in laid.days for block in day.everything() for item in block.items}
    lately = earlier[-(AGAIN - 1) :]
    sentences = {notice.sentence for week in lately for notice in week.notices if notice.kind == "wishes"}
    called = stock_of(laid.standing.request.exercises).called
    for liked in case.person.likes:
        meant = called.get(liked, ())
        if not meant or not given.isdisjoint(each.id for each in meant):
            continue
        selection = laid.question.selection
        sentence = _sentence(liked, sorted(meant, key=_nearest), selection) + _in_another_form(liked, meant, selection)
        if sentence not in sentences and not (earlier and OTHERS_FIRST in sentence):
            yield Notice("wishes", sentence)


def _nearest(exercise: Exercise) -> tuple[bool, int, int]:
    """The order in which exercises of a kind are met: what is open to everybody first, the easiest before the rest."""
    return exercise.status != "standard", LEVELS.index(exercise.level), exercise.rank


def _sentence(liked: str, meant: Sequence[Exercise], selection: Selection) -> str:
    """Why none of the exercises that are meant is given: one that is left out by what the person has, or else the one
    that is nearest.
    """
    allowed = [each for each in meant if each.id in selection.by_id]
    barred = [each for each in meant if each.id not in selection.by_id]
    lasting = [each for each in barred if selection.left_out[each.id][0][0] not in NO_MATTER_WHO]
    at_hand = [each for each in barred if not GRANTED.issuperset(each.equipment) and _at_hand(each, selection)]
    first = (allowed or at_hand or barred)[0]
    if not allowed or (len(meant) > 1 and lasting and lasting[0].status == "standard"):
        first = first if not allowed else min(lasting or barred, key=_nearest)
        why = selection.left_out[first.id][0][1]
    elif all(each.id in selection.care for each in allowed):
        why = f"it needs care, so what is plainer comes first ({selection.care[first.id]})"
    else:
        return f"{NOT_GIVEN.format(liked=_called(liked, first))}: {OTHERS_FIRST} (`backplan why {first.id}`)."
    rest = f" Of the rest, {OTHERS_FIRST}." if allowed and first not in allowed else ""
    if first.id == liked:
        return f"{NOT_GIVEN.format(liked=_called(liked, first))}: {why} (`backplan why {first.id}`)."
    head = NOT_GIVEN.format(liked=_called(liked, first))
    return f"{head}. {first.name}, for one: {why} (`backplan why {first.id}`).{rest}"


def _at_hand(exercise: Exercise, selection: Selection) -> bool:
    """Whether somebody has the machine, the bicycle or whatever else an exercise needs."""
    return any(selection.can_be_done_at(exercise, place) for place in exercise.place if place in selection.things)


def _in_another_form(liked: str, meant: Sequence[Exercise], selection: Selection) -> str:
    """A form of what is liked that needs no care, as seated or in the water, by its name; nothing where there is none,
    or where what is liked stays out for everybody.
    """
    words, theirs = spaced(liked), {each.id for each in meant}
    if all(each.status != "standard" for each in meant):
        return ""
    others = (each for each in selection.allowed if each.id not in theirs and each.id not in selection.care)
    moving = (each for each in others if each.slot in ("aerobic", "mobility") and _at_hand(each, selection))
    mine = [each for each in moving if any(name.lower().endswith(f" {words}") for name in (each.name, *each.also))]
    first = min(mine, key=_nearest, default=None)
    return BESIDE.format(first.name, first.id) if first is not None else ""


def _called(liked: str, exercise: Exercise) -> str:
    return exercise.name.lower() if liked == exercise.id else spaced(liked)
