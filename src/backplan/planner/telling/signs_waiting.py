"""How a question is asked again that a person's own words raised, and that nobody has answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.diary import LEG_SIGNS
from backplan.model.wording import long_day
from backplan.rules.red_flags import EMERGENCIES
from backplan.rules.screening.flags import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from backplan.model.diary import LogEntry


def question(entry: LogEntry, signs: Sequence[str], today: date) -> str:
    """What was told, of which signs it may tell, and what to do if it is so, and if it is not."""
    told = "; ".join(filter(None, (entry.note, entry.why))) or (entry.exercise or "").replace("-", " ")
    flags = {sign: f"--{flag}" for flag, sign in LEG_SIGNS.items()}
    first = "get help at once" if EMERGENCIES.intersection(signs) else "have a doctor look at it first"
    typed = " or ".join(f"`backplan log {flags.get(sign, f'--sign {sign}')}`" for sign in signs)
    return (
        f"On {long_day(entry.on, today)} you wrote “{told}”. That may tell of {' or '.join(map(name_of, signs))}: if "
        f"it is so, {first}, and note it: {typed}. If not: `backplan init --only red-flags`."
    )
