"""What the first week holds for each condition alone, with the floor and without it: the table of docs/conditions.md.

    python tools/conditions.py

The people stand in tests/support/conditions.py; `cog -r docs/conditions.md` renews the page.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

# The tests stand beside this folder, not inside a package.
from tests.support import judge  # noqa: E402
from tests.support.conditions import CONDITIONS, PARTS, SLOTS, Having, fit, missing, sessions  # noqa: E402

from backplan.model.vocabulary import CONDITION_MEANS, Condition  # noqa: E402
from backplan.model.week import Week  # noqa: E402
from backplan.planner.telling.notices import SLOT_NAMES  # noqa: E402

HEAD = (
    "| condition | left out | with care | sessions | empty | without the floor | empty then | chosen otherwise |",
    "|---|---|---|---|---|---|---|---|",
)


def page() -> str:
    """The table, a condition a line, the first for nobody's condition."""
    return "\n".join((*HEAD, row(None), *(row(condition) for condition in CONDITIONS)))


def row(condition: Condition | None) -> str:
    """The line of one condition, or of none."""
    name = "none" if condition is None else f"`{condition}`: {CONDITION_MEANS[condition]}"
    having = Having(() if condition is None else (condition,))
    week, plain = having.week(), Having().week()
    cells = (name, *_marked(having, week), *_held(week), *_held(having._replace(floor=False).week()))
    return f"| {' | '.join(cells)} | {_otherwise(week, plain)} |"


def _marked(having: Having, week: Week) -> tuple[str, str]:
    """How many exercises that need no gear are left out because of the condition, and how many need care."""
    left, known = fit(having, week), having.known(week)
    return str(len(fit(Having(), week)) - len(left)), str(sum(judge.needs_care(e, known) for e in left))


def _held(week: Week) -> tuple[str, str]:
    """The days with each part, and the parts of the body for which nothing is left."""
    held = sessions(week)
    empty = ", ".join(SLOT_NAMES[slot] for slot in missing(week))
    return " · ".join(str(held[part]) for part in PARTS), empty or "-"


def _otherwise(week: Week, plain: Week) -> str:
    """The exercises of core, strength and aerobic work that stand in place of everybody's."""
    own = [week.programme[slot] for slot in SLOTS if slot in week.programme]
    own += dict.fromkeys(
        item.exercise for day in week.days for _, part, item in judge.items(day) if part.kind == "aerobic"
    )
    usual = {*plain.programme.values()}
    usual |= {item.exercise for day in plain.days for _, part, item in judge.items(day) if part.kind == "aerobic"}
    return ", ".join(f"`{key}`" for key in own if key not in usual) or "-"


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__).parse_args()
    print(page())
