"""Ladder: how the dose of an exercise grows, step by step, and what the diary of last week moves.

A step up is, in order: repetitions to the top of their range, then a longer hold, then the harder partner at its
starting dose, then, where there is none to be had, more load: each step of it is a rung above the top of the doses. A
step down gives the highest rung of at most three quarters of the work, or the start, without any load; from the start
on, three quarters of the repetitions, then the easier partner.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import takewhile
from types import MappingProxyType
from typing import Literal

from backplan.model.exercise import Exercise, ladder, partners
from backplan.model.move import Move
from backplan.model.outcome import Part
from backplan.model.prescription import Prescribed
from backplan.model.slots import CORE, CORE_MORE, STRENGTH, WATER
from backplan.model.verdict import GOOD
from backplan.model.vocabulary import LEVELS, Level, Slot
from backplan.model.week import GivenDose, Week, monday
from backplan.model.wording import NUMBERS, dated, spaced
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.dose import (
    EASED,
    EASIER_PARTNER,
    FEWER,
    asked_at,
    dose_at,
    dose_step,
    doses,
    given_dose,
    load_steps,
    seconds,
    volume,
)
from backplan.planner.choice.select import Selection
from backplan.planner.diary.past import Past
from backplan.planner.diary.verdicts import MORNING, SessionVerdict
from backplan.planner.growth import load
from backplan.rules.dose import steady_pain
from backplan.rules.growth import effort
from backplan.rules.growth.load import MOST_EFFORT
from backplan.rules.growth.load import RULE as LOAD
from backplan.rules.growth.three_good import DAYS, SESSIONS
from backplan.rules.growth.three_good import RULE as THREE_GOOD
from backplan.rules.progress.gap_restart import RULE as GAP
from backplan.rules.progress.gap_restart import percent_after
from backplan.rules.target import balance_days

# With an exercise at the least before its harder partner comes, and where it has not grown, and that at the slow pace;
# our own inference.
TWO_WEEKS, THREE_WEEKS, FOUR_WEEKS = timedelta(days=14), timedelta(days=21), timedelta(days=28)
LITTLE = 30  # seconds a set that a harder balance exercise may take longer and still cost no minutes; our own inference
TOO_MUCH_PERCENT = 75  # of the work of a dose, after a session that was too much; our own inference
AEROBIC: Sequence[Slot] = ("aerobic", "ease")
SLOTS: Mapping[Part, Sequence[str]] = {
    "core": (*CORE, *CORE_MORE, *(f"{WATER}{slot}" for slot in CORE)),
    "strength": (*STRENGTH, *(f"{WATER}{slot}" for slot in STRENGTH)),
}
BALANCE: Slot = "balance"
DRY: frozenset[str] = frozenset((*CORE, *CORE_MORE, *STRENGTH))  # the slots on land


# Steps that lengthen the sets, one such step alone, one beside balance (which stands on more days than the rest, so
# that others may fit where it does not), the one that takes the least time, or those that cost no minutes.
Pace = Literal["longer", "one", "beside", "least", "free"]
ONE: Sequence[Pace] = ("one", "beside", "least")


class Climb(NamedTuple):
    """The rungs of every exercise and the programme after the diary, and each move that led there; the steps up
    among them, which the minutes of the days must allow.
    """

    rungs: Mapping[str, int]
    programme: Mapping[str, str]
    moves: tuple[Move, ...] = ()
    steps: tuple[Move, ...] = ()


class Steps(NamedTuple):
    """The steps up that a block may take in a week: of which sort, in how many exercises, and of how many rungs. Where
    one exercise alone may take one, ``wet`` says whether it is the turn of what is done in the water. ``names`` are the
    slots on land, one of which may take up a harder partner, ``resting`` the slots that hold more rounds this week,
    whose sets become no longer.
    """

    pace: Pace
    exercises: int
    rungs: int = 1
    wet: bool = False
    names: frozenset[str] = DRY
    resting: frozenset[str] = frozenset()


class StepUp(NamedTuple):
    """A step up of an exercise: to a rung of its own doses, to its harder partner at the starting dose, or to more load
    on a rung above its doses.
    """

    rung: int
    partner: Exercise | None = None
    heavier: bool = False


class BadSession(NamedTuple):
    """A session that was too much: its day, the exercises worked in it, and its verdict."""

    on: date
    exercises: tuple[str, ...]
    word: SessionVerdict


def exercises_worked(week: Week, on: date) -> tuple[str, ...]:
    """The core, strength and aerobic exercises of a day as shown; of a session that was not planned, all of the week's
    programme.
    """
    day = week.day(on)
    if day is None or not day.sessions:
        return tuple(dict.fromkeys(week.programme.values()))
    items = (item.exercise for block in day.blocks() if block.kind in (*SLOTS, "aerobic") for item in block.items)
    return tuple(dict.fromkeys(items))


class StepReason(NamedTuple):
    """Why a step of a dose is taken, up or down: the rule, the words, and the days of the diary."""

    rule: str
    because: str
    days: tuple[date, ...] = ()


class Ladder:
    """The exercises of one person's selection, to climb and to come down by; ``barred_too``: what may not be given just
    now comes down, too. ``shown``: the rungs that this week was shown with, as far as they may have been taken back.
    """

    def __init__(
        self, selection: Selection, *, barred_too: bool = False, shown: Mapping[str, int] = MappingProxyType({})
    ) -> None:
        self._selection, self._shown = selection, shown
        self._known = selection.by_id
        self._moves = selection.every if barred_too else selection.by_id

    # -- down ---------------------------------------------------------------------------------------------------

    def after_too_much(self, climb: Climb, bad: Iterable[BadSession]) -> Climb:
        """A climb after sessions that were too much: their core and strength go a step down; below three quarters of
        the start the easier partner takes over; how it was afterwards leaves what a plan began with.
        """
        shown = dict(self._shown)
        for on, exercises, word in bad:
            for key in exercises:
                exercise, asked = self._moves.get(key), self._asked(key)
                if exercise is None or (asked and on < asked.on) or (not asked and exercise.slot in AEROBIC):
                    continue
                climb = self._down(climb, exercise, on, word, shown.pop(key, climb.rungs.get(key, 0)))
        return climb

    def _down(self, climb: Climb, exercise: Exercise, on: date, word: SessionVerdict, shown: int) -> Climb:
        """A step off a dose, or the easier partner; an exercise whose dose a therapist set stays theirs. It is told
        from the rung that was shown.
        """
        before, asked = climb.rungs.get(exercise.id, 0), self._asked(exercise.id)
        rung = self._rung_down(exercise, before, asked)
        slot = next((slot for slot, key in climb.programme.items() if key == exercise.id), None)
        partner = None if asked else self._partner(exercise, exercise.regression)
        if rung == EASIER_PARTNER and slot is not None and partner is not None and _takes_away(word, partner, climb):
            again = f"{word.because}, and not for the first time"
            return self._taken_over(climb, slot, partner, StepReason(word.rule, again, (on,)))
        rung = max(rung, EASED) if asked is None else rung  # no easier partner: three quarters stay
        rungs = {**climb.rungs, exercise.id: rung}
        old, new = dose_step(*(self._seen_dose(exercise, each) for each in (max(before, shown), rung)))
        if old == new:
            return climb._replace(rungs=rungs)
        lighter = f", {load.lighter(exercise)}" if not asked and load_steps(exercise, before) else ""
        what = f"goes down from {old} to {new}{lighter}" + (" for now; let your therapist know" if asked else "")
        move = _move(exercise, StepReason(word.rule, word.because, (on,)), what)
        return climb._replace(rungs=rungs, moves=(*climb.moves, move))

    def _rung_down(self, exercise: Exercise, before: int, asked: Prescribed | None) -> int:
        """The rung below one after a session that was too much; of a dose that a therapist set, one less."""
        if asked is not None:
            return before - 1 if asked.growth is not None and before > 0 else max(EASIER_PARTNER, min(0, before) - 1)
        less = self._share(exercise.id, before, TOO_MUCH_PERCENT) if before > 0 else before
        same = dose_at(exercise, less) == dose_at(exercise, before)
        return max(EASIER_PARTNER, less - 1) if same else less

    def _dose(self, exercise: Exercise, rung: int) -> GivenDose:
        """The dose of an exercise on a rung, from what a therapist asked for where they did."""
        asked = self._asked(exercise.id)
        return asked_at(exercise, asked, rung) if asked else dose_at(exercise, rung)

    def _seen_dose(self, exercise: Exercise, rung: int) -> GivenDose:
        """That dose as weeks on end show it: three quarters of it where pain is high but steady."""
        dose, case = self._dose(exercise, rung), self._selection.case
        return steady_pain.RULE.adjust(dose, exercise, case) if case.steady and not self._asked(exercise.id) else dose

    def _taken_over(self, climb: Climb, slot: str, easier: Exercise, why: StepReason) -> Climb:
        """The slot given to an easier partner at its starting dose, or at the three quarters of it that it stood at
        itself: a step down brings back no more than was given before.
        """
        return self._given(climb, slot, easier, why, min(0, climb.rungs.get(easier.id, 0)))

    def _given(self, climb: Climb, slot: str, new: Exercise, why: StepReason, rung: int = 0) -> Climb:
        """The slot given to a partner of what it holds, at the starting dose or at three quarters of it."""
        old = climb.programme[slot]
        rungs = {**climb.rungs, new.id: rung} | ({old: EASED} if new.progression == old else {})
        fewer = ", with fewer repetitions" if rung < 0 else ""
        move = _move(new, why, f"takes the place of {self._name(old)}{fewer}")._replace(new=True)
        return climb._replace(rungs=rungs, programme={**climb.programme, slot: new.id}, moves=(*climb.moves, move))

    def _asked(self, key: str) -> Prescribed | None:
        """What a therapist asked for where they set the dose: it never climbs, and comes back up to it alone."""
        item = self._selection.case.prescription.item_for(key)
        return item if item is not None and item.has_dose else None

    def _name(self, key: str) -> str:
        return self._moves[key].name if key in self._moves else spaced(key)

    def _partner(self, exercise: Exercise, key: str | None) -> Exercise | None:
        """The harder or easier exercise of the same slot, if it may be given."""
        found = self._known.get(key or "")
        return found if found is not None and found.slot == exercise.slot else None

    def within_level(self, climb: Climb, asked: Collection[str | None] = ()) -> Climb:
        """A climb after a level went down: the nearest easier partner that may be given, for each exercise now above
        it; but for those that a therapist once asked for.
        """
        for slot, key in climb.programme.items():
            if key in asked:
                continue
            rules = [rule for rule, _ in self._selection.left_out.get(key, ())]
            if key not in self._moves or not rules or not set(rules) <= {"above-level", "gated"}:
                continue
            easier: Exercise | None = self._moves[key]
            while easier is not None and easier.id not in self._known:
                easier = self._moves.get(easier.regression or "")
            if easier is not None and easier.slot == self._moves[key].slot:
                climb = self._taken_over(climb, slot, easier, StepReason("above-level", "your level has gone down"))
        return climb

    def rested(self, climb: Climb, gap_days: int | None, shown: Mapping[str, int] = MappingProxyType({})) -> Climb:
        """A climb after days without a session: doses begin again at a share of what they were, or at the start. What a
        week in which nothing was done was ``told`` to grow goes back by name.
        """
        percent = percent_after(gap_days)
        if percent == 100:
            return climb
        rungs = {key: self._share(key, rung, percent) for key, rung in climb.rungs.items()}
        why = f"no session was noted for {gap_days} days"
        back = tuple(self._never_reached(climb._replace(rungs=rungs), shown, StepReason(GAP.id, why)))
        if rungs == dict(climb.rungs):
            if back:
                return climb._replace(moves=(*climb.moves, *back))
            what = "doses stay as they are, none of them has grown"
        elif percent is None:
            what = "doses begin again where they started"
        else:
            what = f"doses go back to {percent} percent of what they were at the most, none below where it began"
        return climb._replace(rungs=rungs, moves=(*climb.moves, Move(GAP.id, what, why), *back))

    def _never_reached(self, climb: Climb, shown: Mapping[str, int], why: StepReason) -> Iterator[Move]:
        """What goes back from a dose that it was told to grow to and never did."""
        for key, exercise in self._known.items():
            now = climb.rungs.get(key, 0)
            if key in climb.programme.values() and now < shown.get(key, now) and not self._asked(key):
                old, new = dose_step(*(self._given_dose(key, rung) for rung in (shown[key], now)))
                if old != new:
                    yield _move(exercise, why, f"goes back from {old} to {new}")

    def _share(self, key: str, rung: int, percent: int | None) -> int:
        """The highest rung, not above the present one, of at most so much of its volume; never below the first
        where it stood there or higher.
        """
        if rung <= 0 or percent is None or key not in self._moves:
            return min(rung, 0)
        exercise = self._moves[key]
        most = volume(self._dose(exercise, rung)) * percent
        return next((r for r in range(rung, 0, -1) if volume(self._dose(exercise, r)) * 100 <= most), 0)

    # -- up -----------------------------------------------------------------------------------------------------

    def grown(self, climb: Climb, part: Part, past: Past, steps: Steps) -> Climb:
        """A climb with one step up for the exercises of a block, those first whose last step is longest ago, so many at
        the most; one of those in the water is among them.
        """
        held = {slot: climb.programme.get(slot, "") for slot in SLOTS[part]}
        climb, taken = self.come_back(climb, part, past, steps.exercises)
        slots = [slot for slot, key in held.items() if key in self._known and not self._asked(key)]
        steady = bool(balance_days.RULE.ask(self._selection.case))  # who may fall gets steadier first
        most = 1 if steps.pace in ONE else steps.exercises

        def first(slot: str) -> tuple[bool, date, bool, int]:
            last, rung = past.last_steps.get(slot, date.min), climb.rungs.get(climb.programme[slot], 0)
            return steady and slot.removeprefix(WATER) != "balance", last, slot in CORE_MORE, rung

        order = sorted(slots, key=first)
        if most - taken > 1 or steps.wet:
            wet = self._wet(climb, order, past, part, steps)
            order.sort(key=lambda slot: slot != wet)
        if steps.pace == "least":
            order.sort(key=lambda slot: self._more_seconds(climb, slot, past, part, steps))
        if steps.pace == "beside" and steady:
            order.sort(key=lambda slot: slot == BALANCE)
        turns = steps.exercises == 1  # at the slow pace all of a part have their turn before one has two
        if not turns:
            new = self._due(climb, [slot for slot in order if slot in steps.names], past, part, steps)
            order.sort(key=lambda slot: slot != new)
        waiting = date.max  # since when one waits whose turn it is, as its sets become no longer this week
        for slot in order:
            stepped, last = self._up(climb, slot, past, part, steps), past.last_steps.get(slot, date.min)
            if stepped is None and turns and slot in steps.resting:
                longer = self._up(climb, slot, past, part, steps._replace(pace="longer", resting=frozenset()))
                waiting = min(waiting, last) if longer is not None else waiting
            if stepped is None or taken == most or last > waiting:
                continue
            if stepped.moves[-1].new and not slot.startswith(WATER):
                steps = steps._replace(names=frozenset())
            climb, taken = self._with_what_shows(climb, stepped, past), taken + 1
        return climb

    def _wet(self, climb: Climb, order: Iterable[str], past: Past, part: Part, steps: Steps) -> str | None:
        """The first of some slots in the water that may take a step, so that those on land, which begin anew with each
        harder partner, do not always come before it.
        """
        wet = (slot for slot in order if slot.startswith(WATER))
        return next((slot for slot in wet if self._up(climb, slot, past, part, steps) is not None), None)

    def _due(self, climb: Climb, slots: Iterable[str], past: Past, part: Part, steps: Steps) -> str | None:
        """The slot that takes up a harder partner, of some the one whose exercise is the oldest, hip and choice last:
        it comes before longer sets, so that the harder ones come in turn however much time there is.
        """

        def held_longest(slot: str) -> tuple[bool, date]:
            return slot in CORE_MORE, min(past.doses_given(climb.programme[slot]), default=past.starts)

        found = ((slot, self._up(climb, slot, past, part, steps)) for slot in sorted(slots, key=held_longest))
        return next((slot for slot, stepped in found if stepped is not None and stepped.moves[-1].new), None)

    def _more_seconds(self, climb: Climb, slot: str, past: Past, part: Part, steps: Steps) -> int:
        """How much longer a set of what fills a slot takes after its step up; 0 where it takes none."""
        stepped = self._up(climb, slot, past, part, steps)
        return 0 if stepped is None else self._set_seconds(stepped, slot) - self._set_seconds(climb, slot)

    def _set_seconds(self, climb: Climb, slot: str) -> int:
        """Seconds of a set of what fills a slot: how many there are is the week's to choose."""
        return self._seconds_at(self._known[climb.programme[slot]], climb.rungs.get(climb.programme[slot], 0))

    def _seconds_at(self, exercise: Exercise, rung: int) -> int:
        """Seconds of a set of an exercise on a rung."""
        case = self._selection.case._replace(rungs={exercise.id: rung})
        return seconds(given_dose(exercise, case, rounds=1), exercise)

    def _with_what_shows(self, climb: Climb, stepped: Climb, past: Past) -> Climb:
        """A climb after a step, which is told unless nothing of it is seen: of three quarters of a dose, say, or in the
        week in which these take the place of the whole one.
        """
        move = stepped.moves[-1]
        old, new = (self._given_dose(move.exercise, each.rungs.get(move.exercise, 0)) for each in (climb, stepped))
        unseen = move.rule == THREE_GOOD.id and not move.new and (old == new or self._less_than_shown(move, new, past))
        return stepped._replace(steps=(*climb.steps, move), moves=climb.moves if unseen else stepped.moves)

    def _less_than_shown(self, move: Move, now: GivenDose, past: Past) -> bool:
        """Whether three quarters of a dose after a step are no more, set by set, than what was last shown."""
        shown = past.doses_given(move.exercise)
        if not shown or not self._selection.case.three_quarters:
            return False
        return volume(now._replace(sets=1)) <= volume(shown[max(shown)]._replace(sets=1))

    def _given_dose(self, key: str, rung: int) -> GivenDose:
        """The dose of an exercise on a rung as the person is given it now."""
        return given_dose(self._known[key], self._selection.case._replace(rungs={key: rung}))

    def come_back(self, climb: Climb, part: Part, past: Past, most: int) -> tuple[Climb, int]:
        """A climb with a step back towards a therapist's dose for what came down from it, after as many good sessions
        as any step up takes; and how many took one.
        """
        taken = 0
        for key, rung in climb.rungs.items():
            exercise = self._known.get(key)
            if exercise is None or rung >= 0 or not self._asked(key) or exercise.slot not in SLOTS.get(part, AEROBIC):
                continue
            days = enough(exercise_run(past, part, key))
            if days is not None and taken < most:
                taken += 1
                old, new = (self._dose(exercise, each).words() for each in (rung, rung + 1))
                move = _move(exercise, _good(days, past), f"goes back from {old} to {new}")
                climb = climb._replace(rungs={**climb.rungs, key: rung + 1}, moves=(*climb.moves, move))
        return climb, taken

    def _up(self, climb: Climb, slot: str, past: Past, part: Part, steps: Steps) -> Climb | None:
        """One step up, or the harder partner at the top, or more load there; None where none of these is left, or where
        the exercise itself was not in three good sessions over a week. A step that costs no minutes is more load at the
        top, or a harder partner that takes no longer.
        """
        exercise = self._known[climb.programme[slot]]
        rung = climb.rungs.get(exercise.id, 0)
        days = enough(exercise_run(past, part, exercise.id))
        may_change = slot in steps.names or slot.startswith(WATER)
        resting = slot in steps.resting and not regains(exercise, rung, past)
        steps = steps._replace(pace="free") if resting else steps
        slow = steps.exercises == 1  # a longer dose comes first there, whose next step takes a fortnight
        known_well = may_change and (rung > 0 or not slow or slot in CORE)
        known_well = known_well and _known_well(exercise, rung, past, FOUR_WEEKS if slow else THREE_WEEKS)
        step = self.next_step(exercise, rung, steps, climb.programme, known_well=known_well)
        if days is None or step is None or (step.partner is not None and not may_change):
            return None
        why = _good(days, past)
        if step.heavier:
            return self._heavier(climb, exercise, past, part, why)
        if step.partner is None:
            now, then = (self._given_dose(exercise.id, each) for each in (rung, step.rung))
            what = f"goes from {' to '.join(dose_step(now, then))}"
            move = _move(exercise, why, what)
            return climb._replace(rungs={**climb.rungs, exercise.id: step.rung}, moves=(*climb.moves, move))
        if steps.pace != "free" and slot != BALANCE:
            return self._given(climb, slot, step.partner, why)
        begin = self._begins_free(step.partner, exercise, rung, past, part)
        return None if begin is None else self._given(climb, slot, step.partner, why, begin)

    def _begins_free(self, partner: Exercise, exercise: Exercise, rung: int, past: Past, part: Part) -> int | None:
        """The rung on which a harder partner takes no longer than an exercise does, a set of each: its start, else
        three quarters of that. None where both take longer; before two weeks with the exercise; and where that itself
        stands at three quarters after a session that was too much.
        """
        given = past.doses_given(exercise.id)
        new = _given_for(exercise, past) < TWO_WEEKS
        eased = rung < 0 and (
            past.last_hurt(exercise.id) is not None
            or any(on in given and word.verdict == "regress" for on, word in past.verdicts_on(part))
        )
        if new or eased:
            return None
        most = self._seconds_at(exercise, rung) + (LITTLE if exercise.slot == BALANCE else 0)
        return next((begin for begin in (0, FEWER) if self._seconds_at(partner, begin) <= most), None)

    def next_step(
        self,
        exercise: Exercise,
        rung: int,
        steps: Steps,
        programme: Mapping[str, str] = MappingProxyType({}),
        *,
        known_well: bool = False,
    ) -> StepUp | None:
        """The next step up of an exercise, whenever it comes: the next rung of its doses, the harder partner, or more
        load at the top, or else, where its ladder ends below the person's level, what comes first in its slot there;
        None where none of these is left, or where a therapist set the dose. What is ``known_well`` gives
        way to its harder partner before the top of its doses, however much time there is.
        """
        top = len(doses(exercise)) - 1
        if self._asked(exercise.id):
            return None
        if self._outgrown(exercise) and (further := self._beyond(exercise, programme)) is not None:
            return StepUp(0, further)
        partner = self.harder(exercise, programme)
        plain = partner is not None and self._plain(partner)
        if rung < top and steps.pace != "free" and not (plain and known_well):
            # All rungs below the first are one dose: from there no step skips what was too much before.
            return StepUp(0 if rung < 0 else self._seen_from(exercise, rung, min(top, rung + steps.rungs), top))
        if partner is None or not plain:
            more = rung >= top and load.has_more(exercise, rung) and load.may_be_hard(exercise, self._selection.case)
            further = None if more or rung < top else self._beyond(exercise, programme)
            return StepUp(rung + 1, heavier=True) if more else StepUp(0, further) if further else None
        return StepUp(0, partner)

    def harder(self, exercise: Exercise, programme: Mapping[str, str]) -> Exercise | None:
        """What gives an exercise its next name, whether it is plain or not: its harder partner; above the basic level
        of strength, one with a load that the person owns before one without; and where it stands in a slot of another
        kind, as it is liked, and has no partner of its own, what that slot goes on with.
        """
        partner = self._partner(exercise, exercise.progression)
        if exercise.block == "strength":
            return self._loaded(exercise, programme) or partner
        slot = next((slot for slot, key in programme.items() if key == exercise.id), exercise.slot)
        if slot not in CORE or slot == exercise.slot or (partner is not None and self._plain(partner)):
            return partner
        return self._goes_on_with(exercise, slot, programme)

    def _goes_on_with(self, guest: Exercise, slot: Slot, programme: Mapping[str, str]) -> Exercise | None:
        """What a slot goes on with after a liked exercise of another kind, which stood for the rung that the slot would
        have begun with: the harder partner of that one, or that one itself where none may be given. So the ladder of
        who likes something goes as far as anybody's.
        """
        selection, level = self._selection, guest.level
        others = [key for each, key in programme.items() if each in CORE and each != slot]
        taken = frozenset().union(*(ladder(key, selection.every) for key in others)) | frozenset(programme.values())
        found = (e for e in selection.of_slot(slot) if e.block == guest.block and self._fits_home(e))
        mine = (each for each in found if each.id not in taken)
        first = min(mine, key=lambda each: selection.choice_key(each, level), default=None)
        partner = self._partner(first, first.progression) if first is not None else None
        return partner if partner is not None and self._plain(partner) else first

    def _loaded(self, exercise: Exercise, programme: Mapping[str, str]) -> Exercise | None:
        """What follows a strength exercise without a load above the basic level: one of its ladder, at the person's
        level, with a load that they own; None without one.
        """
        level = self._selection.case.level_for(exercise.slot)
        if level == LEVELS[0] or exercise.takes_load or exercise.slot not in STRENGTH:
            return None
        easier, held = partners(exercise.id, "regression", self._selection.every), frozenset(programme.values())
        mine = (e for e in self._selection.of_slot(exercise.slot) if e.takes_load and e.level == level)
        found = [e for e in mine if self._fits_home(e) and e.regression in easier and e.id not in held]
        return min(found, key=self._selection.choice_key, default=None)

    def _plain(self, exercise: Exercise) -> bool:
        """Whether an exercise needs no care and was not swapped away."""
        return exercise.id not in self._selection.care and exercise.id not in self._selection.swapped

    def _fits_home(self, exercise: Exercise) -> bool:
        """Whether an exercise is plain main work that can be done at home."""
        return self._plain(exercise) and "main" in exercise.use and self._selection.can_be_done_at(exercise, "home")

    def _seen_from(self, exercise: Exercise, rung: int, then: int, top: int) -> int:
        """The rung of a step, or the one above it where three quarters of a dose would show nothing of the first."""
        unseen = self._given_dose(exercise.id, rung) == self._given_dose(exercise.id, then)
        return then + 1 if unseen and then < top else then

    def _outgrown(self, exercise: Exercise) -> bool:
        """Whether an exercise stands in its slot for the first level alone: pelvic floor work, which is done beside the
        core later.
        """
        return exercise.trains_pelvic_floor and exercise.id not in self._selection.favoured

    def _beyond(self, exercise: Exercise, programme: Mapping[str, str]) -> Exercise | None:
        """What comes first in a slot at the person's level, where the ladder of its exercise ends below that; so a slot
        that was filled for a reason of the first weeks does not stay there for good.
        """
        selection = self._selection
        level = selection.case.level_for(exercise.slot)
        if exercise.block == "water" or LEVELS.index(exercise.level) >= LEVELS.index(level):
            return None
        if not self._ends(exercise):
            return None
        taken = frozenset().union(*(ladder(key, selection.every) for key in programme.values() if key != exercise.id))
        return min(
            (each for each in selection.allowed if self._fits_beyond(each, exercise, level) and each.id not in taken),
            key=selection.choice_key,
            default=None,
        )

    def _ends(self, exercise: Exercise) -> bool:
        """Whether no harder partner of an exercise is one of its slot, for anybody."""
        harder = self._selection.every.get(exercise.progression or "")
        return harder is None or harder.slot != exercise.slot

    def above(self, exercise: Exercise) -> list[str]:
        """What could follow an exercise at another level: its harder partner, or at the end of its ladder what its slot
        holds at the next one.
        """
        if not self._ends(exercise) or exercise.block == "water":
            return [exercise.progression or ""]
        at = LEVELS.index(exercise.level) + 1
        every, things = self._selection.every.values(), (exercise.slot, exercise.block)
        higher = [e for e in every if (e.slot, e.block) == things and LEVELS.index(e.level) == at and "main" in e.use]
        return [e.id for e in higher if self._selection.can_be_done_at(e, "home")]

    def _fits_beyond(self, found: Exercise, exercise: Exercise, level: Level) -> bool:
        """Whether an exercise may follow one at the end of its ladder: of its slot and block, of a level, and plain."""
        same = (found.slot, found.block, found.level) == (exercise.slot, exercise.block, level)
        return same and self._fits_home(found)

    def _heavier(self, climb: Climb, exercise: Exercise, past: Past, part: Part, why: StepReason) -> Climb | None:
        """One step of load, a rung above the top; None where it is not time for one yet."""
        if not load.is_time(exercise, past, part):
            return None
        rung = climb.rungs.get(exercise.id, 0) + 1
        because = f"{why.because}, the last of them no harder than {MOST_EFFORT} of 10"
        what = load.more(exercise, past.loads.get(exercise.id))
        move = _move(exercise, StepReason(LOAD.id, because, why.days), what)
        return climb._replace(rungs={**climb.rungs, exercise.id: rung}, moves=(*climb.moves, move))


def _takes_away(word: SessionVerdict, easier: Exercise, climb: Climb) -> bool:
    """Whether a session that was too much, and not for the first time, leaves an exercise for its easier partner: a
    worse day afterwards may come of much else, so that it only does where the partner has grown before.
    """
    return word.rule != MORNING or climb.rungs.get(easier.id, 0) > 0


_SPELLED = 6  # sessions; more are written as a number


def session_words(words: Iterable[SessionVerdict]) -> str:
    """What sessions are called that let something grow: good, where anything is known of how they went."""
    return "good sessions" if any(word.spoke for word in words) else "sessions done without a warning"


def _good(days: Sequence[date], past: Past) -> StepReason:
    """The reason for a step up: so many sessions without a warning."""
    many = NUMBERS[len(days)] if len(days) <= _SPELLED else len(days)
    kind = session_words(past.verdicts[on] for on in days)
    words = f"{many} {kind} over {(days[-1] - days[0]).days} days ({dated(days)})"
    return StepReason(THREE_GOOD.id, words, tuple(days))


def _move(exercise: Exercise, why: StepReason, what: str) -> Move:
    return Move(why.rule, what, why.because, exercise.id, exercise.name, why.days)


def was_easy(past: Past, part: Part) -> bool:
    """Whether the last sessions of a block were easy ones, and good: its next step may skip one."""
    last = [word for _, word in past.verdicts_on(part)][-effort.SESSIONS :]
    easy = [word.verdict in GOOD and word.effort is not None and word.effort <= effort.EASY for word in last]
    return len(easy) == effort.SESSIONS and all(easy)


def good_run(past: Past, part: Part) -> list[date]:
    """The days of the unbroken run of good sessions of a part up to the last one, oldest first; of aerobic work, which
    grows as a whole, those after the last on which a walk or ride hurt sharply.
    """
    run = takewhile(lambda pair: pair[1].good, reversed(past.verdicts_on(part)))
    hurt = max(past.walks_hurt, default=date.min) if part == "aerobic" else date.min
    return [on for on, _ in run if on > hurt][::-1]


def exercise_run(past: Past, part: Part, exercise: str) -> list[date]:
    """The days of the unbroken run of good sessions of a part that held an exercise, oldest first; those in which it
    stood beside another part are among them, as balance does beside core.
    """
    given = past.doses_given(exercise)
    held = {*given, *(day.on for day in past.days_with(part))}
    words = [(on, word) for on, word in past.verdicts.items() if on in held]
    run = takewhile(lambda pair: pair[1].good, reversed(words))
    hurt = past.last_hurt(exercise) or date.min
    return [on for on, _ in run if on in given and on > hurt][::-1]


def regains(exercise: Exercise, rung: int, past: Past) -> bool:
    """Whether a step up from a rung only brings an exercise back to what it once held, a set. A harder partner that
    began with fewer repetitions never held more; that one of balance comes to its whole dose takes little.
    """
    held = [volume(dose._replace(sets=1)) for dose in past.doses_given(exercise.id).values()]
    return rung < 0 and (exercise.slot == BALANCE or not held or held[-1] < max(held))


def _known_well(exercise: Exercise, rung: int, past: Past, ungrown: timedelta) -> bool:
    """Whether an exercise was given two weeks ago already, or so long where it has not grown, and nothing has been too
    much since; one that came down is not.
    """
    long = _given_for(exercise, past) >= (TWO_WEEKS if rung > 0 else ungrown) and rung >= 0
    given = past.doses_given(exercise.id)
    return long and not any(on in given and not word.good for on, word in past.verdicts.items())


def _given_for(exercise: Exercise, past: Past) -> timedelta:
    """How long an exercise has been given, in whole weeks: the one in which it came counts from its Monday, whichever
    day held it first.
    """
    given = past.doses_given(exercise.id)
    return past.starts - monday(min(given)) if given else timedelta()


class Missing(NamedTuple):
    """What a run of good sessions still lacks before a step: so many more, the last of them not before a day (None: any
    day).
    """

    sessions: int
    not_before: date | None = None


def missing(days: Sequence[date]) -> Missing:
    """What a run of good sessions still lacks of three over a week."""
    if not days or (days[-1] - days[0]).days >= DAYS:
        return Missing(max(0, SESSIONS - len(days)))
    return Missing(max(1, SESSIONS - len(days)), days[0] + timedelta(DAYS))


def enough(days: Sequence[date]) -> list[date] | None:
    """As many of the last days as three sessions over a week need; None where there are not so many."""
    if missing(days).sessions:
        return None
    many = (n for n in range(SESSIONS, len(days) + 1) if (days[-1] - days[-n]).days >= DAYS)
    return list(days[-next(many) :])
