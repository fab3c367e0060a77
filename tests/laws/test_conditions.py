"""Laws over all conditions, alone and in pairs: no week is empty, holds what is barred, or drops a part in silence.

Alone: every condition at every level, with and without floor and gear. In pairs: some. Every pair, and every level with
and without each of floor and gear, with ``BACKPLAN_EXAMPLES=1 pytest tests/laws/test_conditions.py``.
"""

from __future__ import annotations

import os
import random
from collections.abc import Mapping, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from itertools import combinations, product
from pathlib import Path
from types import ModuleType

import pytest

from backplan.model.exercise import Exercise
from backplan.model.slots import CORE
from backplan.model.vocabulary import LEVELS, Condition, Level, Slot
from backplan.model.week import Week
from backplan.planner.telling.notices import SLOT_NAMES
from tests.support import judge
from tests.support.conditions import CONDITIONS, PARTS, SLOTS, Having, fit, missing, sessions
from tests.support.strategies import by_id

ALL = bool(os.environ.get("BACKPLAN_EXAMPLES"))
PAIRS = 8  # on an ordinary run
SOME: Mapping[Level, Sequence[tuple[bool, bool]]] = {  # with floor, with gear; on an ordinary run
    "basic": ((True, False), (False, True)),
    "intermediate": ((True, True),),
    "advanced": ((False, False),),
}
PAGE = Path(__file__).parents[2] / "docs" / "conditions.md"


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("condition", CONDITIONS)
def test_no_condition_empties_a_week_or_a_part_of_it_in_silence(condition: Condition, level: Level) -> None:
    for floor, gear in product((True, False), (True, False)) if ALL else SOME[level]:
        assert_whole(Having((condition,), level, floor, gear))


def test_no_two_conditions_empty_a_week_or_a_part_of_it_in_silence() -> None:
    pairs = list(combinations(CONDITIONS, 2))
    here = pairs if ALL else random.Random(PAIRS).sample(pairs, PAIRS)
    for pair in here:
        for level, floor, gear in ((LEVELS[0], True, False), (LEVELS[0], False, False), (LEVELS[2], False, True)):
            assert_whole(Having(pair, level, floor, gear))


def assert_whole(having: Having) -> None:
    """That the first week of somebody has something, nothing barred, and what is missing of it is barred and said."""
    week = having.week()
    held = sessions(week)
    assert any(held.values()), having
    known, able = having.known(week), fit(having, week)
    for day in week.days:
        for item in judge.everything(day):
            assert judge.barred(by_id()[item.exercise], having.person, known) is None, (having, item.exercise)
    for slot in missing(week):
        assert not filling(having, able, slot), (having, slot, filling(having, able, slot))
        assert SLOT_NAMES[slot] in said(week, "empty"), (having, slot)
    for part in PARTS:
        row = next(row for row in week.balance if row.target == part)
        assert held[part] or (row.reason and not possible(having, able, part)), (having, part, row)


def filling(having: Having, able: Sequence[Exercise], slot: Slot) -> list[str]:
    """What could fill a slot at home, by the judge."""
    block = "core" if slot in CORE else "strength"
    return [
        e.id
        for e in able
        if e.slot == slot and e.block == block and "main" in e.use and judge.doable(e, "home", having.person)
    ]


def possible(having: Having, able: Sequence[Exercise], part: str) -> bool:
    """Whether anything fit could make a part of the week at home or from home, by the judge."""
    if part in ("core", "strength"):
        return any(filling(having, able, slot) for slot in SLOTS if (slot in CORE) == (part == "core"))
    use = "main" if part == "aerobic" else "cool-down"
    return any(e.slot == part and use in e.use and set(e.place) != {"pool"} for e in able)


def said(week: Week, kind: str) -> str:
    return " ".join(notice.sentence for notice in week.notices if notice.kind == kind)


def test_the_page_on_conditions_is_made_from_the_planner() -> None:
    """A few rows, others on each run; all of them with ``cog --check docs/conditions.md``, as CI does."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("| `") for line in lines) == len(CONDITIONS)
    for condition in (None, *random.SystemRandom().sample(CONDITIONS, 2)):
        assert tool().row(condition) in lines, f"{condition}: cog -r docs/conditions.md"


def tool() -> ModuleType:
    """tools/conditions.py, which is no package."""
    spec = spec_from_file_location("conditions_page", PAGE.parents[1] / "tools" / "conditions.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
