"""A session line by line and without a clock, for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.actions.guided import begun, session
from backplan.actions.guided.guide import back
from backplan.cli.start_answers import Reached, felt, pressed
from backplan.cli.terminal import asking, output
from backplan.render import start as words

if TYPE_CHECKING:
    from backplan.actions.guided.guide import Guide
    from backplan.actions.guided.session import Session
    from backplan.actions.workspace import Workspace


def gone_through(place: Workspace, found: Session) -> Reached:
    """Go through a session, to its end or until it is left."""
    cards, reached = dict(found.shown.week.cards), Reached(found.guide)
    while reached.why == "on" and not reached.guide.over:
        output.lines([*words.lines(reached.guide, cards), words.PLAIN_KEYS])
        key = asking.until_right("Done?", "n", asking.one_of("n", "s", "h", "b", "q"))
        before = reached.guide
        if key == "h":
            offer = session.easier(place, before.turn)
            if offer is not None:
                cards.setdefault(offer.turn.item.exercise, offer.card)
            reached = felt(before, _chosen(offer), offer)
        else:
            reached = _moved(before, key)
        if reached.guide.told != before.told:
            begun.keep(place, reached.guide.outcomes)
    return Reached(reached.guide, "over") if reached.guide.over and reached.why == "on" else reached


def _moved(guide: Guide, key: str) -> Reached:
    if key == "q":
        return Reached(guide, "stopped")
    return Reached(back(guide) if key == "b" else pressed(guide, key))


def _chosen(offer: session.Easier | None) -> str:
    choices = words.answers(offer.turn if offer else None)
    output.lines(f"{each.key}: {each.felt}; then {each.then}." for each in choices)
    return asking.until_right("What is it like?", "1", asking.one_of(*[each.key for each in choices]))
