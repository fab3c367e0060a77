"""Next step: where each exercise goes from here, and what it waits for, by the rules that let it grow."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import cache, partial
from typing import Literal

from backplan.model.exercise import Exercise, HarderBy
from backplan.model.outcome import Part
from backplan.model.vocabulary import WEEKDAYS
from backplan.model.week import WEEK, Day, GivenDose, Week, monday
from backplan.named_tuple import NamedTuple
from backplan.planner.choice.dose import dose_at, top_rung
from backplan.planner.choice.select import Selection
from backplan.planner.diary.past import Past
from backplan.planner.diary.verdicts import hurt_alone
from backplan.planner.growth import load
from backplan.planner.growth.aerobic_step import minutes_for_pain
from backplan.planner.growth.climb import chosen, growths, selection_of
from backplan.planner.growth.ladder import (
    SLOTS,
    BadSession,
    Climb,
    Ladder,
    Missing,
    Pace,
    Steps,
    exercise_run,
    exercises_worked,
    good_run,
    missing,
)
from backplan.planner.growth.levels import block_history
from backplan.planner.growth.pace import (
    LEVEL_RISEN,
    SLOW_TURN,
    TOO_MUCH,
    held_by,
    most_exercises,
    most_rungs,
    takes_turns,
)
from backplan.planner.growth.standing import Standing
from backplan.planner.lay import resting_slots
from backplan.planner.layout.laid import Laid
from backplan.planner.lookback.ahead import week_after, with_the_rest_done
from backplan.rules.dose import short_holds, steady_pain
from backplan.rules.growth import calm, creep, done, effort, gap, leg, pain_still, sign, slow
from backplan.rules.intensity import minutes as brisker
from backplan.rules.level import high_pain
from backplan.rules.progress import aerobic_ramp

WaitKind = Literal[
    "from", "sessions", "half", "too-much", "calm", "flare", "leg", "sign", "back", "creep", "pain", "effort", "turn",
    "rise", "others", "brisker", "minutes", "load", "level", "high", "asked", "theirs", "stated", "top",
]  # fmt: skip
AEROBIC: Part = "aerobic"
A_STEP = 3  # minutes that a longer set of an exercise takes of a day at the most
# What each rule that holds a part makes it wait for, the one that decides first.
HELD: Mapping[str, WaitKind] = {
    leg.RULE.id: "leg",
    sign.RULE.id: "sign",
    gap.RULE.id: "back",
    calm.RULE.id: "calm",
    TOO_MUCH: "too-much",
    done.RULE.id: "half",
    creep.RULE.id: "creep",
    pain_still.RULE.id: "pain",
    effort.RULE.id: "effort",
    LEVEL_RISEN: "turn",
    slow.RULE.id: "turn",
}


class Wait(NamedTuple):
    """What a step waits for, where there is more to say: for so many sessions, for a day, since a day."""

    kind: WaitKind
    sessions: int = 0
    on: date | None = None
    since: date | None = None


class NextStep(NamedTuple):
    """The next step of an exercise and what it waits for: from its dose as it stands to the next one, or to the harder
    ``partner`` at its own, or, where ``heavier``, at more load by that; no dose where no step is left, or where it is
    not known yet. At three quarters of each dose a step may leave it as it is. ``of``: the exercise that the slot
    holds today.
    """

    wait: Wait
    dose: GivenDose | None = None
    before: GivenDose | None = None
    partner: Exercise | None = None
    heavier: HarderBy | None = None
    of: Exercise | None = None

    def as_dict(self) -> dict[str, object]:
        """The step as JSON."""
        return {
            "exercise": self.partner and self.partner.id,
            "name": self.partner and self.partner.name,
            "dose": self.dose and self.dose.as_dict(),
            "heavier": self.heavier is not None,
            "waits_for": self.wait.kind,
            "sessions": self.wait.sessions or None,
            "on": self.wait.on and self.wait.on.isoformat(),
            "since": self.wait.since and self.wait.since.isoformat(),
        }


def next_steps(now: Week, ahead: Laid) -> dict[str, NextStep]:
    """The next step in each slot of a week as shown, and of its longest aerobic bout; ``ahead`` is the week after it as
    it would be laid out today.
    """
    then, selection = with_the_rest_done(ahead), selection_of(ahead.standing, calm=True)
    weeks = weeks_after(then)
    climb = _as_it_stands(now, ahead.standing, Ladder(selection))
    full = {key for notice in now.notices if notice.kind == "full" for key in (*notice.parts, *notice.about)}
    aerobic = _aerobic(now, ahead, then, full=AEROBIC in full)
    found: dict[str, NextStep] = {AEROBIC: _in_its_turn(aerobic, weeks, lambda week: week.whole_step > then.whole_step)}
    for part, slots in SLOTS.items():
        for slot in (slot for slot in slots if slot in climb.programme):
            key = climb.programme[slot]
            held = _Held(part, key, climb, part in then.standing.levels.risen, not full.isdisjoint((part, key)))
            step = _step(held, ahead, then, selection)._replace(of=selection.by_id.get(key))
            found[slot] = _in_its_turn(step, weeks, partial(_takes_step, step.of))
    return found


TURNS_AHEAD = 3  # weeks after the next one, in which a turn is looked for; our own inference


def weeks_after(laid: Laid) -> Callable[[int], Laid]:
    """The weeks after one as they would be laid out if all were done, by how many weeks later; each found once, when it
    is asked for.
    """

    @cache
    def week(later: int) -> Laid:
        return week_after(week(later - 1)) if later else laid

    return week


def _in_its_turn(step: NextStep, weeks: Callable[[int], Laid], comes: Callable[[Laid], bool]) -> NextStep:
    """A step that waits as others come first, with the week in which it comes, where that is one of the next few."""
    if step.wait.kind != "others":
        return step
    later = next((week for week in map(weeks, range(1, TURNS_AHEAD + 1)) if comes(week)), None)
    return step if later is None else step._replace(wait=Wait("others", on=later.standing.days.first))


def _takes_step(exercise: Exercise | None, ahead: Laid) -> bool:
    return exercise is not None and takes(exercise, ahead)


def _as_it_stands(now: Week, standing: Standing, ladder: Ladder) -> Climb:
    """How far the exercises have climbed today: as the week began, less what its own sessions that were too much took
    off.
    """
    words = standing.past.lately.items()
    mine = [(on, word) for on, word in words if word.verdict == "regress" and monday(on) == now.starts]
    bad = [BadSession(on, exercises_worked(now, on), word) for on, word in mine]
    past = standing.past
    hurting = hurt_alone(past.entries, now.starts, past.starts, {session.on for session in bad})
    return ladder.after_too_much(Climb(now.rungs, now.calm_programme), [*bad, *(BadSession(*each) for each in hurting)])


class _Held(NamedTuple):
    """What stands in a slot: the part, the exercise, how far all have climbed, whether the level of the part may rise
    first, and whether the week said that its days are full for it.
    """

    part: Part
    exercise: str
    climb: Climb
    rises: bool
    full: bool


NO_ROOM: Collection[WaitKind] = ("sessions", "half", "turn", "others")  # which full days outlast


def _step(held: _Held, ahead: Laid, then: Laid, selection: Selection) -> NextStep:
    exercise = selection.by_id.get(held.exercise)
    standing, part = ahead.standing, held.part
    if exercise is None:
        return NextStep(Wait("top"))
    rung, ladder = held.climb.rungs.get(exercise.id, 0), Ladder(selection)
    wait = _wait_for(part, exercise, standing)
    wait = (_after_a_rise(part, wait, standing) if held.rises else None) or _once_done(part, exercise, wait, then)
    partner = ladder.harder(exercise, held.climb.programme)
    pace: Pace = "free" if partner is not None and partner.id in _taken(then) else "longer"
    steps = Steps(pace, most_exercises(standing, part), most_rungs(standing, part))
    step = ladder.next_step(exercise, rung, steps, held.climb.programme)
    if step is None:
        return NextStep(at_the_top(exercise, part, standing, selection, rung))
    if step.heavier and wait.kind in ("others", "minutes") and not load.is_time(exercise, standing.past, part):
        wait = Wait("load")
    free = step.partner is not None or step.heavier or takes(exercise, then)
    if held.full and wait.kind in NO_ROOM and not free:
        wait = Wait("minutes")
    begins = min(step.rung, then.chosen.lower.rungs.get(step.partner.id, 0)) if step.partner else step.rung
    before, dose = (given_at(each, at, ahead) for each, at in ((exercise, rung), (step.partner or exercise, begins)))
    return NextStep(wait, dose, before, step.partner, exercise.harder_by if step.heavier else None)


def given_at(exercise: Exercise, rung: int, ahead: Laid) -> GivenDose:
    """The dose of an exercise on a rung as it is given to somebody for weeks on end: in short holds where blood
    pressure is not under control, and three quarters of it where pain is high but steady.
    """
    case = ahead.question.case
    whole = short_holds.RULE.adjust(dose_at(exercise, rung), exercise, case)
    return steady_pain.RULE.adjust(whole, exercise, case) if case.steady else whole


def _after_a_rise(part: Part, wait: Wait | None, standing: Standing) -> Wait | None:
    """What a step waits for whose level may rise before it; what waits for longer, or for pain, still does. At the slow
    pace a step comes every other week.
    """
    starts = standing.request.starts
    later = wait is not None and wait.kind == "sessions" and wait.on is not None and wait.on >= starts
    if later or (wait is not None and wait.kind not in ("sessions", "half", "turn")):
        return wait
    weeks = SLOW_TURN if takes_turns(standing, part) and standing.days.number % SLOW_TURN == 1 else 1
    return Wait("rise", on=starts + weeks * WEEK)


def _wait_for(part: Part, exercise: Exercise, standing: Standing) -> Wait | None:
    """What a step of an exercise waits for in the diary."""
    return wait_of(part, standing, missing(exercise_run(standing.past, part, exercise.id)))


BY_SESSIONS: Collection[WaitKind] = ("sessions", "half")  # what the sessions of a week can answer


def _once_done(part: Part, exercise: Exercise, wait: Wait | None, then: Laid) -> Wait:
    """What a step waits for: for this week's sessions only if it comes once they are done (``then``); else others come
    first, or the minutes are missing.
    """
    later = _still(wait, _wait_for(part, exercise, then.standing))
    if later is not None:
        return later
    return wait if wait is not None and takes(exercise, then) else _chosen(part, exercise, then)


def _still(wait: Wait | None, later: Wait | None) -> Wait | None:
    """What a step waits for beyond this week's sessions; None where nothing else holds it. ``later`` is what it waits
    for once they are done: its turn, say, at the slow pace. Of a session that was too much it is the Monday after the
    week that it holds, which this one is where the next is free of it.
    """
    if wait is not None and wait.kind == "too-much" and wait.on and (later is None or later.kind != "too-much"):
        return wait._replace(on=wait.on - WEEK)
    if wait is None or wait.kind not in BY_SESSIONS:
        return wait
    return wait if later is not None and later.kind in BY_SESSIONS else later


def _waits_for_a_level(key: str, selection: Selection) -> bool:
    """Whether it is the level alone that keeps an exercise from somebody."""
    rules = {rule for rule, _ in selection.left_out.get(key, ())}
    return bool(rules) and rules <= {"above-level", "gated"}


def at_the_top(exercise: Exercise, part: Part, standing: Standing, selection: Selection, rung: int = 0) -> Wait:
    """Why no step of ours is left: a therapist's dose, which may grow by their own step; a level that is still to come,
    or waits for high pain to ease; or the end of the ladder.
    """
    item = selection.case.prescription.item_for(exercise.id)
    if item is not None and item.has_dose:
        return Wait("stated" if rung < top_rung(exercise, item) else "theirs")
    if not any(_waits_for_a_level(key, selection) for key in Ladder(selection).above(exercise)):
        return Wait("top")
    level = standing.levels.of[part]
    if level == "intermediate" and standing.request.person.level != "advanced":
        return Wait("asked")
    so_far = block_history(part, level, standing.past, standing.pain)
    return Wait("level" if high_pain.RULE.check(so_far) else "high")


def wait_of(part: Part, standing: Standing, lacks: Missing | None = None) -> Wait | None:
    """What a step of a part waits for, by the first thing that holds it; None where nothing in the diary does.
    ``lacks`` is what the good sessions of one of its exercises still lack.
    """
    held, lacks = held_by(standing, part), lacks or missing(good_run(standing.past, part))
    rests = calm.RULE.id in held and _settled(standing)
    found = next((HELD[rule] for rule in HELD if rule in held and not (rests and rule == calm.RULE.id)), None)
    found = "turn" if rests and found is None else found
    if found not in ("leg", "sign", "back", "calm", "creep", "too-much") and lacks.sessions:
        ahead = lacks.not_before is not None and lacks.not_before > standing.request.today
        return Wait("sessions", lacks.sessions, lacks.not_before if ahead else None)
    if found == "too-much":
        return _after_too_much(standing)
    if found == "half":
        return Wait(found, _to_the_half(part, standing))
    if found == "calm" and (standing.pain.flare_open or standing.pain.returning):
        return Wait("flare")
    return Wait(found, on=standing.request.starts + WEEK if found == "turn" else None) if found else None


def _settled(standing: Standing) -> bool:
    """Whether a flare is over, and only the first week after it still holds everything as it is."""
    pain = standing.pain
    return pain.calm_days is not None and not (pain.flare_open or pain.returning)


def _after_too_much(standing: Standing) -> Wait:
    """The session that was too much, and the first Monday on which something may grow again: not in this week, which
    it holds, though a gentle one may lie between.
    """
    return Wait("too-much", on=standing.request.starts + WEEK, since=standing.past.too_much_lately)


def _to_the_half(part: Part, standing: Standing) -> int:
    """How many more sessions of the week before would be enough of them; 0 where it has none."""
    past = standing.past
    mine, every = past.days_with(part, WEEK), past.days_with(None, WEEK)
    one = int(not any(day.on in past.whole_days for day in mine))
    return min(_lack(mine, past), max(one, _lack(every, past))) if mine else 0


def _lack(days: Sequence[Day], past: Past) -> int:
    """How many more of some days would be enough of them."""
    return -(-len(days) * done.ENOUGH // 100) - sum(day.on in past.whole_days for day in days)


def _taken(ahead: Laid) -> set[str]:
    """The exercises that take a step in a week, the harder partners among them that come in."""
    return {move.exercise for move in ahead.chosen.lower.steps}


def takes(exercise: Exercise, ahead: Laid) -> bool:
    """Whether an exercise takes a step in a week, or gives way to what is harder."""
    return _moves(exercise, ahead.standing, ahead.chosen.lower)


def _moves(exercise: Exercise, standing: Standing, climb: Climb) -> bool:
    """Whether a climb takes a step with an exercise, or with what comes in its slot."""
    base, steps = standing.past.base_week, {move.exercise for move in climb.steps}
    slots = [slot for slot, key in base.calm_programme.items() if key == exercise.id] if base else []
    return exercise.id in steps or any(climb.programme.get(slot) in steps for slot in slots)


def _chosen(part: Part, exercise: Exercise, ahead: Laid) -> Wait:
    """Whether the week ahead takes the step that nothing holds: else others come first, or its minutes hold none."""
    if takes(exercise, ahead):
        return Wait("from", on=ahead.standing.days.first)
    mine = _taken(ahead) & {ahead.chosen.lower.programme.get(slot) for slot in SLOTS[part]}
    others = len(mine) >= most_exercises(ahead.standing, part) or have_room(ahead, A_STEP)
    return Wait("others" if others or not in_turn(exercise, ahead) else "minutes")


def in_turn(exercise: Exercise, ahead: Laid) -> bool:
    """Whether an exercise would take a step in a week, or give way to its harder partner, were its days long enough for
    all that may grow: else it is not the minutes that it waits for.
    """
    standing, selection = ahead.standing, ahead.chosen.selection
    resting = resting_slots(ahead.question.offer.floors, ahead.totals)
    ways = [chosen(standing, selection, growth, resting) for growth in growths(standing)[:1]]
    return any(_moves(exercise, standing, way.lower) for way in ways)


def _aerobic(now: Week, ahead: Laid, then: Laid, *, full: bool) -> NextStep:
    """The next step of the longest aerobic bout, as the week ahead brings it once this one is done (``then``); ``full``
    says whether the week said that its days are.
    """
    if ahead.question.therapy.walks is not None:
        return NextStep(Wait("theirs"))
    if now.whole_step >= aerobic_ramp.LONGEST:
        return NextStep(Wait("top"))
    wait = wait_of(AEROBIC, ahead.standing)
    wait = _after_a_rise(AEROBIC, wait, ahead.standing) if AEROBIC in then.standing.levels.risen else wait
    longer = any(move.rule == aerobic_ramp.RULE.id for move in then.moves) and then.whole_step > now.whole_step
    if full and not longer and (wait is None or wait.kind in (*NO_ROOM, "rise")):  # no level makes minutes
        return NextStep(Wait("minutes"))
    later = _still(wait, wait_of(AEROBIC, then.standing))
    if later is not None:
        return NextStep(later)
    return _bout_of(then, wait, longer=longer)


def _bout_of(then: Laid, wait: Wait | None, *, longer: bool) -> NextStep:
    """The next step of the longest bout by the week ahead, where no more than ``wait`` holds it."""
    if any(move.rule == brisker.RULE.id for move in then.moves):
        return NextStep(Wait("others") if wait else Wait("brisker", on=then.standing.days.first))
    case, offer = then.question.case, then.question.offer
    dose = GivenDose(minutes=minutes_for_pain(case, offer.longest) if case.steady else offer.longest)
    if longer:
        return NextStep(wait or Wait("from", on=then.standing.days.first), dose)
    return NextStep(Wait("others" if have_room(then, offer.longest - offer.bout) else "minutes"), dose)


def have_room(ahead: Laid, minutes: int) -> bool:
    """Whether all days with a session in a week have so many minutes left."""
    have = ahead.standing.days.person.minutes
    held = zip(ahead.standing.days.dates, ahead.options, strict=True)
    left = [have.get(WEEKDAYS[day.weekday()], 0) - option.minutes for day, option in held if option.minutes]
    return bool(left) and min(left) >= minutes
