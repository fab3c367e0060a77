"""What a person likes in the programme: it competes for the slots of the core, and what stands stays."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from backplan.model.case import Case, PainToday
from backplan.model.person import Person
from backplan.model.prescription import Prescribed
from backplan.model.slots import CORE
from backplan.model.vocabulary import LEVELS, Condition, Level
from backplan.model.week import Week
from backplan.planner.choice.programme import choose
from backplan.planner.choice.select import select
from backplan.planner.growth.ladder import Ladder, Steps
from backplan.planner.request import Request
from backplan.planner.week import make_week
from tests.support import judge
from tests.support.people import ON, person
from tests.support.planned import exercises
from tests.support.strategies import by_id

SEVEN = timedelta(days=7)
GROWN: dict[str, Level] = dict.fromkeys(("core", "strength", "aerobic"), "intermediate")


def planned(somebody: Person, *before: Week, **changes: Any) -> Week:
    starts = ON + len(before) * SEVEN
    return make_week(Request(somebody, exercises(), starts, starts, began=ON, weeks=before)._replace(**changes))


def kinds(week: Week) -> dict[str, str]:
    """The kind of exercise that fills each slot."""
    return {slot: by_id()[key].modality for slot, key in week.programme.items()}


@pytest.mark.parametrize(
    ("like", "level", "slots"),
    [
        ("pilates", "basic", {"abdominal", "choice"}),
        ("pilates", "intermediate", {"back", "abdominal", "choice"}),
        ("yoga", "intermediate", {"back", "choice"}),
    ],
)
def test_a_liked_kind_fills_what_it_trains_at_the_level_of_the_person(like: str, level: Level, slots: set[str]) -> None:
    week = planned(person(likes=(like,), level=level))
    assert {slot for slot, kind in kinds(week).items() if kind == like} == slots
    assert set(CORE) <= week.programme.keys()
    assert len(set(week.programme.values())) == len(week.programme)


def test_who_does_not_like_it_gets_the_plain_programme() -> None:
    assert not {kinds(planned(person(level="intermediate")))[slot] for slot in CORE} & {"yoga", "pilates"}


@pytest.mark.parametrize("condition", ["osteoporosis", "spondylolisthesis"])
def test_what_needs_care_is_no_gain_for_being_liked(condition: Condition) -> None:
    week = planned(person(likes=("pilates", "yoga"), level="intermediate", conditions=(condition,)))
    assert not [item for day in week.days for item in judge.everything(day) if item.caution]


def test_it_stays_in_the_next_week() -> None:
    somebody = person(likes=("pilates",), level="intermediate")
    first = planned(somebody)
    assert planned(somebody, first).programme == first.programme


@pytest.mark.parametrize(
    ("like", "level", "changes"),
    [("yoga", "intermediate", {"choice"}), ("yoga", "basic", {"choice"}), ("pilates", "basic", {"abdominal"})],
)
def test_a_new_wish_takes_no_ladder_past_its_basic_rung(like: str, level: Level, changes: set[str]) -> None:
    """Of back, abdominal and side only what is basic and has not climbed gives way; hip and choice are free."""
    first = planned(person(level=level))
    second = planned(person(level=level, likes=(like,)), first)
    changed = {slot for slot, key in second.programme.items() if key != first.programme[slot]}
    assert changed == changes | ({"choice"} if like == "pilates" else set())
    assert {kinds(second)[slot] for slot in changes} == {like}


def test_a_harder_partner_that_has_just_come_gives_way_to_no_wish() -> None:
    """Bird dog took the place of its easier partner, and in the same week bridge pose took its place."""
    first = planned(person(level="basic"))
    selection = select(exercises(), Case(person(likes=("yoga",)), ON, PainToday(0, 0), levels=GROWN))
    held = {**first.programme, "back": "bird-dog", "hip": "side-lying-bent-leg-lift"}
    chosen = choose(selection, held, {"bird-dog": 0, "side-lying-bent-leg-lift": 0})
    assert (chosen["back"], chosen["hip"]) == ("bird-dog", "side-lying-bent-leg-lift")


def test_what_was_prescribed_gives_way_to_no_wish() -> None:
    asked = (Prescribed("add", "physiotherapist", ON, exercise="bird-dog", id=1),)
    first = planned(person(level="intermediate"), prescriptions=asked)
    second = planned(person(level="intermediate", likes=("yoga",)), first, prescriptions=asked)
    assert second.programme["back"] == "bird-dog"


LIKED = sorted({name for e in exercises() if e.block == "core" for name in (e.id, e.modality)})
REACHED = {"back": {"bird-dog"}, "side": {"side-bridge-knees"}, "abdominal": {"tabletop-toe-tap", "dead-bug-legs"}}


def climbed(like: str, begins: Level) -> dict[str, list[str]]:
    """All that stands in back, abdominal and side, in turn, up to the intermediate level, for somebody with a like."""
    who = person(likes=(like,), level=begins)
    then = select(exercises(), Case(who, ON, PainToday(0, 0), levels=GROWN))
    programme = choose(select(exercises(), Case(who, ON, PainToday(0, 0))), {})
    found: dict[str, list[str]] = {slot: [programme[slot]] for slot in CORE}
    for _ in range(9):
        for slot in CORE:
            held = then.by_id[programme[slot]]
            step = Ladder(then).next_step(held, 9, Steps("longer", 3), programme, known_well=True)
            if step is not None and step.partner is not None:
                programme[slot] = step.partner.id
                found[slot].append(step.partner.id)
    return found


@pytest.mark.parametrize("begins", LEVELS[:2])
@pytest.mark.parametrize("like", LIKED)
def test_no_like_ends_the_ladder_of_a_main_slot(like: str, begins: Level) -> None:
    """Whatever is liked, its slot goes on to what anybody reaches, or along the family of what is liked by its name."""
    for slot, keys in climbed(like, begins).items():
        assert len(keys) == len(set(keys)), keys
        guests = [key for key in keys if by_id()[key].slot != slot]
        assert keys[-1] not in guests, keys
        if guests:
            assert REACHED[slot] & set(keys), keys


@pytest.mark.parametrize(("things", "then"), [(("dumbbells",), "floor-press"), ((), "counter-push-up")])
@pytest.mark.parametrize("level", ["basic", "intermediate"])
def test_what_somebody_owns_is_used_from_the_intermediate_level_on(
    things: tuple[Any, ...], then: str, level: Level
) -> None:
    """The dumbbells of who began at the basic level stayed in their corner for twelve weeks."""
    levels = dict.fromkeys(GROWN, level)
    selection = select(exercises(), Case(person(equipment=things), ON, PainToday(0, 0), levels=levels))
    partner = Ladder(selection).harder(by_id()["wall-push-up"], {"push": "wall-push-up"})
    assert (partner.id if partner else "") == (then if level == "intermediate" else "")
