"""Laws over all conditions, alone and in pairs: no week is empty, holds what is barred, or drops a part in silence.

Every condition at every level, with or without floor, gear and pool, and some pairs, others on each run. All of it:
``python tools/condition_weeks.py --pairs``.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest

from backplan.model.vocabulary import LEVELS, Condition, Level
from tests.support.conditions import CONDITIONS, Having, faults

PAIRS = 8
SOME: Mapping[Level, Sequence[tuple[bool, bool, bool]]] = {  # with floor, with gear, with a pool
    "basic": ((True, False, False), (False, True, True)),
    "intermediate": ((True, True, False),),
    "advanced": ((False, False, True),),
}
PAGE = Path(__file__).parents[2] / "docs" / "conditions.md"


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("condition", CONDITIONS)
def test_no_condition_empties_a_week_or_a_part_of_it_in_silence(condition: Condition, level: Level) -> None:
    for having in SOME[level]:
        assert_whole(Having((condition,), level, *having))


def test_no_two_conditions_empty_a_week_or_a_part_of_it_in_silence() -> None:
    for pair in random.SystemRandom().sample(list(combinations(CONDITIONS, 2)), PAIRS):
        plain = Having(pair)
        for having in (plain, plain._replace(floor=False), Having(pair, "advanced", floor=False, gear=True, pool=True)):
            assert_whole(having)


def assert_whole(having: Having) -> None:
    """That the first week of somebody has something, nothing barred, and what is missing of it is barred and said."""
    assert not list(faults(having)), having


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
