"""Climb: the programme of a week and the rungs of its doses, moved by the diary from where the last week left them."""

from collections.abc import Iterable, Mapping, Sequence

from backplan.model.case import Case, Lift
from backplan.model.move import Move
from backplan.model.outcome import Part
from backplan.model.week import Week
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.dose import load_steps
from backplan.planner.choice.programme import choose
from backplan.planner.choice.select import Selection, select
from backplan.planner.diary.verdicts import hurt_alone
from backplan.planner.growth import load
from backplan.planner.growth.ladder import BALANCE, DRY, SLOTS, BadSession, Climb, Ladder, Pace, Steps, exercises_worked
from backplan.planner.growth.pace import may_be_named, may_grow, most_exercises, most_rungs, part_in_turn
from backplan.planner.growth.standing import Standing, standing_of
from backplan.planner.growth.stated import grown_by_then
from backplan.planner.request import Request


class Chosen(NamedTuple):
    """The exercises chosen for a week: all that may be given, one for each slot, and how far they have climbed.

    ``climb`` is what the week begins with, ``lower`` how far they have climbed on the days ahead: this week's sessions
    that were too much take a step off at once.
    """

    selection: Selection
    climb: Climb
    lower: Climb
    programme: Mapping[str, str]  # slot -> exercise id

    @property
    def calm_programme(self) -> Mapping[str, str]:
        """The programme of a normal week, which is kept through gentle ones."""
        return self.programme if self.selection.case.kind.grows else self.lower.programme


# How doses may grow: parts with longer sets, of all their exercises or of one, and with steps that cost no minutes;
# most wanted first. Where minutes are short, the one that takes the least of them comes beside those that cost none.
Growth = Mapping[Part, Pace]
GROWTHS: Sequence[Growth] = (
    {"core": "longer", "strength": "longer"},
    {"core": "longer", "strength": "free"},
    {"core": "free", "strength": "longer"},
    {"core": "longer"},
    {"strength": "longer"},
    {"core": "one", "strength": "one"},
    {"core": "one", "strength": "beside"},
    {"core": "one", "strength": "least"},
    {"core": "free", "strength": "one"},
    {"core": "free", "strength": "beside"},
    {"core": "free", "strength": "least"},
    {"core": "one", "strength": "free"},
    {"core": "least", "strength": "free"},
    {"core": "free", "strength": "free"},
    {"core": "free"},
    {"strength": "free"},
)
NO_GROWTH: Growth = {}


def growths(standing: Standing) -> list[Growth]:
    """The ways doses may grow this week, each once, most wanted first: those of the parts that may grow at all; none in
    a week that has no day to show it.
    """
    days = standing.days
    if not days.gone and not days.offered(days.person):
        return []
    growing = [part for part in SLOTS if may_grow(standing, part)]
    found = [{part: growth[part] for part in growing if part in growth} for growth in GROWTHS]
    return [growth for number, growth in enumerate(found) if growth and growth not in found[:number]]


def chosen(standing: Standing, selection: Selection, growth: Growth, resting: frozenset[str] = frozenset()) -> Chosen:
    """The doses moved by the diary, growing no more than said, and the slots filled with exercises judged before; in
    the ``resting`` slots no set becomes longer.
    """
    climb = climb_of(standing, selection, growth, resting)
    shown = standing.days.shown.rungs if standing.days.shown else {}
    lower = Ladder(selection, shown=shown).after_too_much(climb, (*standing.bad, *standing.hurt))
    return Chosen(selection, climb, lower, choose(selection, _as_swapped(standing, selection, lower), lower.rungs))


def _as_swapped(standing: Standing, selection: Selection, climb: Climb) -> dict[str, str]:
    """The programme of a climb with what a swap of this week has put in the place of what went: the person chose it."""
    shown, put = standing.days.shown, standing.request.put
    came = {
        slot: shown.calm_programme[slot]
        for slot, held in climb.programme.items()
        if shown and held in selection.swapped and slot in shown.calm_programme
    }
    return {**climb.programme, **came, **dict(put)}


def lifts(standing: Standing, choice: Chosen) -> dict[str, Lift]:
    """What becomes of the load of each exercise this week: more or less than in the week that doses go on from, or less
    than this week began with, or was shown with; else that of its last step, until a load is noted since.
    """
    weeks = (standing.past.base_week, standing.days.shown)
    last, shown = (week.rungs if week else {} for week in weeks)
    found = dict[str, Lift]()
    ways = (last, shown, choice.climb.rungs, choice.lower.rungs)
    moved = set[str]().union(*ways)
    theirs = {item.exercise for item in choice.selection.case.prescription.added if item.growth}
    moved -= theirs
    for exercise in (each for each in choice.selection.allowed if each.id in moved):
        *before, now = (load_steps(exercise, rungs.get(exercise.id, 0)) for rungs in ways)
        if now < max(before):
            found[exercise.id] = "less"
        elif now > before[0]:
            found[exercise.id] = "more"
        elif now and not load.noted_since_its_step(exercise.id, standing.past):
            found[exercise.id] = "kept"
    return found


def selection_of(standing: Standing, *, calm: bool) -> Selection:
    """Every exercise judged for the person over the days to plan; a calm one passes over today's pain."""
    swapped = frozenset(swap.exercise for swap in standing.request.swaps if swap.on <= standing.request.today)
    return select(standing.request.exercises, standing.case(calm=calm), swapped)


def selection_for(request: Request) -> Selection:
    """Every exercise judged for the person on the days ahead, without planning a week."""
    return selection_of(standing_of(request), calm=False)


def climb_of(standing: Standing, selection: Selection, growth: Growth, resting: frozenset[str] = frozenset()) -> Climb:
    """The rungs and the programme that the week begins with, moved by the diary before it."""
    past = standing.past
    base, last, shown = past.base_week, past.last_week, standing.days.shown
    level = standing.request.person.level
    if last is not None and base is None and last.asked_level == level:
        return Climb({}, dict(last.calm_programme))
    if base is None or last is None or last.asked_level != level:
        return Climb({}, dict(shown.calm_programme) if shown and shown.asked_level == level else {})
    begin = Climb(_rungs(standing, base), _programme_shown(base, last, selection))
    return _grown(standing, selection, _settled(standing, selection, begin), growth, resting)


def _programme_shown(base: Week, last: Week, selection: Selection) -> dict[str, str]:
    """The programme as the last normal week showed it: an easier partner that took over after the last of its days is
    told of, and takes over, in this one.
    """
    programme, held = dict(last.calm_programme), frozenset().union(*(day.exercises for day in base.days))
    if last.starts != base.starts:
        return programme
    every = selection.every
    stood = {(every[key].regression, every[key].slot): key for key in held - selection.swapped if key in every}
    return {
        slot: key if key in held or key not in every else stood.get((key, every[key].slot), key)
        for slot, key in programme.items()
    }


def _in_a_calm_week(standing: Standing, selection: Selection) -> Selection:
    """What may be given in this week, or would be without today's pain: an easier partner that a flare leaves out takes
    over all the same.
    """
    return selection if selection.case.kind.grows else selection_of(standing, calm=True)


def _rungs(standing: Standing, base: Week) -> dict[str, int]:
    """How far the exercises had climbed in the week they go on from; what was said of old of those prescribed anew is
    forgotten.
    """
    anew = {each.exercise for each in standing.days.prescription.added if each.on > base.starts}
    return {key: rung for key, rung in base.rungs.items() if key not in anew}


def _settled(standing: Standing, selection: Selection, climb: Climb) -> Climb:
    """A climb after last week's sessions that were too much, within the level, and after any days without a session.
    What may not be given this week comes down, too.
    """
    base, past = standing.past.base_week, standing.past
    assert base is not None
    bad = [
        BadSession(on, exercises_worked(base, on), word)
        for on, word in past.lately.items()
        if word.verdict == "regress"
    ]
    hurting = hurt_alone(past.entries, base.starts, past.starts, {session.on for session in bad})
    bad += [BadSession(*each) for each in hurting]
    asked = {each.exercise for each in standing.request.prescriptions}
    ladder = Ladder(
        _in_a_calm_week(standing, selection) if bad else selection, barred_too=True
    )  # judging takes its time
    climb = ladder.within_level(ladder.after_too_much(climb, bad), asked)
    grown = (
        {key: rung for key, rung in past.unlived.rungs.items() if rung > base.rungs.get(key, 0)} if past.unlived else {}
    )
    return ladder.rested(climb, standing.gap_days, grown)


def _grown(standing: Standing, selection: Selection, climb: Climb, growth: Growth, resting: frozenset[str]) -> Climb:
    """A climb with the steps up that the growth rules let it take; none after a session that was too much."""
    past, ladder, first = standing.past, Ladder(selection), part_in_turn(standing)

    def up(climb: Climb, part: Part, pace: Pace, *, turn: bool = True) -> Climb:
        if not may_grow(standing, part):
            return climb
        steps = _steps(standing, selection.case, part, pace, turn=turn)
        return ladder.grown(climb, part, past, steps._replace(resting=resting))

    begin = climb
    for part in sorted(SLOTS, key=lambda part: part != first):
        if part in growth:
            turn = part == first or not _harder(begin, climb if first in growth else up(begin, first, "free"))
            climb = up(climb, part, growth[part], turn=turn)
    if may_grow(standing, "aerobic"):
        climb, _ = ladder.come_back(climb, "aerobic", past, most_exercises(standing, "aerobic"))
    climb = grown_by_then(standing, selection, climb)
    return climb._replace(moves=news(climb.moves, standing.days.earlier))


def _steps(standing: Standing, case: Case, part: Part, pace: Pace, *, turn: bool) -> Steps:
    """The steps up that a block may take this week; one to a harder partner on land where it is its ``turn``."""
    names = may_be_named(standing, case, part, turn=turn)
    wet = standing.days.number // 2 % 2 == 1
    return Steps(pace, most_exercises(standing, part), most_rungs(standing, part), wet, names)


def _harder(before: Climb, now: Climb) -> bool:
    """Whether a harder partner came on land, balance aside, which has turns of its own."""
    return any(before.programme.get(slot) != now.programme.get(slot) for slot in DRY - {BALANCE})


def news(moves: Iterable[Move], earlier: Sequence[Week]) -> tuple[Move, ...]:
    """The moves that the week before has not told of: what eased the days of a week is no news in the next,
    and minutes that the same sessions moved are none in any later one.
    """
    shown = {(m.exercise, m.rule, m.days) for week in earlier[-1:] for m in week.moves if m.exercise}
    shown |= {(m.what, m.rule, m.days) for week in earlier for m in week.moves if not m.exercise}
    return tuple(move for move in moves if (move.exercise or move.what, move.rule, move.days) not in shown)
