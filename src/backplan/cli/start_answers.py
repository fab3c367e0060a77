"""What keys and answers make of a session that is gone through, on a screen and line by line alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from backplan.actions.guided import guide as guided

if TYPE_CHECKING:
    from backplan.actions.guided.guide import Guide
    from backplan.actions.guided.session import Easier

Ending = Literal["on", "over", "stopped", "leg", "help", "gone"]  # on: it goes on; gone: the terminal is


class Reached(NamedTuple):
    """Where a session stands, and whether, or why, it ends there."""

    guide: Guide
    why: Ending = "on"


def pressed(guide: Guide, key: str) -> Guide:
    """What a key makes of a session: space, n, b, s and +; all others nothing."""
    if key == " ":
        waits = guide.now.kind in ("rest", "ready") and not guide.paused
        return guided.at_once(guide) if waits else guided.paused(guide)
    moves = {"b": guided.back, "+": guided.longer, "=": guided.longer}
    if key in moves:
        return moves[key](guide)
    return guided.told(guide, "done" if key == "n" else "skipped") if key in ("n", "s") else guide


def felt(guide: Guide, answer: str, offer: Easier | None) -> Reached:
    """What is done where something hurts, by the key of the answer; the session goes on where there was none."""
    from backplan.render.start import EASIER

    if answer == "2":
        return Reached(guided.eased(guide))
    if answer in ("3", "4", "5"):
        left = guided.told(guide, "hurt")
        endings: dict[str, Ending] = {"4": "leg", "5": "help"}
        return Reached(left, endings.get(answer, "on"))
    if answer == EASIER and offer is not None:
        return Reached(guided.instead(guide, offer.turn))
    return Reached(guide)
