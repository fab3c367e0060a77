"""Today's session to be gone through, the easier exercise for one that hurts, and its entry in the diary."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from backplan.actions.guided.begun import SessionBegun, begun
from backplan.actions.guided.guide import Guide, half_of
from backplan.actions.guided.guide import begun as guide_begun
from backplan.actions.guided.turns import Turn, turn, turns
from backplan.errors import BackplanError, SafetyStop, StoreError
from backplan.model.diary import LogEntry
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from backplan.actions.guided.turns import TurnKey
    from backplan.actions.week import Today
    from backplan.actions.workspace import Workspace
    from backplan.model.card import ExerciseCard
    from backplan.model.vocabulary import Done, Leg

NOTHING_TODAY = "There is no session today. `backplan week` shows the days that have one."
ONLY_EVERY_DAY = "There is no session today, only what is for every day: `backplan today` shows it."
DONE_ALREADY = "Today's session is noted already. `backplan today` shows it, `backplan week` what comes next."


class GuidedSession(NamedTuple):
    """Today as the week has it, and the session as it stands: from its beginning, or ``again``, where it was left.
    ``cards`` are how exercises are done, those among them that are in no week but in the place of one.
    """

    shown: Today
    guide: Guide
    cards: Mapping[str, ExerciseCard]
    again: bool = False

    @property
    def counted(self) -> frozenset[str]:
        """The exercises that the session of the day was planned with, whatever fewer minutes hold of it."""
        return (self.shown.planned or self.shown.day).exercises


def session(workspace: Workspace, minutes: int | None = None) -> GuidedSession:
    """Today's session, or what some ``minutes`` hold of it. Raises SafetyStop, and BackplanError where there is none to
    do.
    """
    from backplan.actions.week import today

    shown = today(workspace, minutes=minutes)
    if shown.day.done in ("all", "part"):
        raise BackplanError(DONE_ALREADY)
    if not shown.day.sessions:
        raise BackplanError(ONLY_EVERY_DAY if shown.day.daily else NOTHING_TODAY)
    less = shown.short.less if shown.short else frozenset[str]()
    planned = [each._replace(shorter=each.item.exercise in less) for each in turns(shown.day)]
    left = begun(workspace)
    if left is None or left.on != workspace.today:
        return GuidedSession(shown, guide_begun(planned), shown.week.cards)
    softer, cards = _softer(workspace, planned, left)
    guide = guide_begun(planned, left.outcomes, left.where, softer)
    again = bool(guide.outcomes) or guide.phase > 0 or guide.gone > 0 or bool(softer)
    return GuidedSession(shown, guide, {**cards, **shown.week.cards}, again)


def _softer(
    workspace: Workspace, planned: Sequence[Turn], left: SessionBegun
) -> tuple[dict[TurnKey, Turn], dict[str, ExerciseCard]]:
    """What is done in the place of turns that hurt before a session was broken off, and how easier exercises are done.
    A half begins anew, as a half.
    """
    found = {each.key: half_of(each) for each in planned if each.key in left.halved}
    offers = {each.key: easier(workspace, each) for each in planned if each.key in left.replaced}
    easy = {key: offer for key, offer in offers.items() if offer is not None}
    found |= {
        each.key: easy[each.key].turn._replace(round=each.round, session=each.session)
        for each in planned
        if each.key in easy
    }
    return found, {offer.turn.item.exercise: offer.card for offer in easy.values()}


class Easier(NamedTuple):
    """An easier exercise that may be given, as a turn, with how it is done."""

    turn: Turn
    card: ExerciseCard


def easier(workspace: Workspace, hard: Turn) -> Easier | None:
    """The easier partner of an exercise at its starting dose; None where it has none that may be given, or that can be
    done with what is there.
    """
    from backplan.actions.why import why
    from backplan.model.week import Item
    from backplan.planner.choice.dose import doses, seconds

    library = workspace.library.by_id()
    key = library[hard.item.exercise].regression if hard.item.exercise in library else None
    if key is None or key not in library or why(library[key], workspace).reasons:
        return None
    found, dose = library[key], doses(library[key])[0]
    dose = dose._replace(sets=1) if hard.round else dose
    item = Item(found.id, found.name, seconds(dose, found), dose, f"easier than {hard.item.name}")
    return Easier(turn(hard.block, item), found.card)


class Felt(NamedTuple):
    """What somebody says of a session that is over; None where nothing was said."""

    peak: int | None = None
    effort: int | None = None
    leg: Leg | None = None
    pain: int | None = None  # before it


def entry(on: date, counted: frozenset[str], guide: Guide, felt: Felt) -> LogEntry | None:
    """A session for the diary, every exercise as it was done: ``counted`` are the ids of the session itself, without
    the minutes beside it. None where nothing was done or felt, and no session, but the pain, where something only hurt;
    of a circuit an exercise was done whole if all its rounds were, and less of it where some were.
    """
    outcomes, planned = guide.outcomes, guide.planned
    some = {key.exercise for key in planned if outcomes.get(key) in ("done", "less", "easier")}
    whole = some - {key.exercise for key in planned if outcomes.get(key) != "done"}
    hurt = tuple(sorted({key.exercise for key in planned if outcomes.get(key) == "hurt"}))
    if not some and felt.leg is None:
        effort = None if felt.effort is None else f"effort {felt.effort} of 10"
        pain = felt.pain if felt.peak is None else felt.peak
        felt_it = hurt or pain is not None
        return LogEntry(on, "pain", pain=pain, note=effort, hurt=hurt) if felt_it else None
    less = {key: each for key, each in _done_less(guide).items() if key in counted and key not in whole}
    left_out = tuple(sorted(counted - whole - less.keys()))
    done: Done = "part" if less or any(key not in outcomes for key in planned) else "all"
    session = LogEntry(on, "session", done, felt.pain, felt.peak, felt.effort, leg=felt.leg, hurt=hurt)
    return session._replace(left_out=left_out, less=less or None)


def _done_less(guide: Guide) -> dict[str, int]:
    """The exercises of which anything was done, by id, each with the whole aerobic minutes of what was."""
    seconds: dict[str, float] = {}
    for key, became, gone_through in zip(guide.planned, guide.became, guide.turns, strict=True):
        if became in ("done", "less"):
            going = [each.seconds for each in gone_through.phases if each.kind == "go"]
            walked = sum(going) if gone_through.block == "aerobic" else 0.0
            seconds[key.exercise] = seconds.get(key.exercise, 0.0) + walked
    return {key: int(each // 60) for key, each in sorted(seconds.items())}


def held_meanwhile(workspace: Workspace) -> bool:
    """Whether the person is stopped by now, as another window noted something; a store that cannot be read just now, or
    is gone, is told of at the end.
    """
    from backplan.actions.person import admitted

    with suppress(StoreError):
        try:
            if workspace.begun:
                with admitted(workspace):
                    pass
        except SafetyStop:
            return True
    return False
