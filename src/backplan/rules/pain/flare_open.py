"""A flare that has not settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.rules.kinds import PainRule

if TYPE_CHECKING:
    from backplan.model.case import PainToday
    from backplan.model.vocabulary import Mode

CALM_DAYS = 2
NEAR = 1
QUIET_DAYS = 7
REFERS_AFTER = 14  # days


def check(pain: PainToday) -> Mode | None:
    """A flare lasts until pain has been within 1 of the usual on two days; after it come two such days at three
    quarters of the volume, each counted once, however much is noted of it and whenever; nothing grows meanwhile
    (rule growth-calm: nor in the first week after it). Once a week has passed without a word of the flare, a session
    done whole without a word of pain counts as such a day, too: silence is no warning.

    A flare of more than two weeks sends to a clinician. The usual pain is held still while a flare is open, so that
    a long flare does not become the new usual.
    """
    return "flare" if pain.flare_open else None


RULE = PainRule(
    id="flare-open",
    sources=("costa-2022",),
    check=check,
    inference="two days, within 1, the steps, the week without a word, and two weeks",
)
