"""A second opinion on a week, worked out from the raw library, the person and the dates without the planner's rules.

Nothing here imports ``backplan.rules`` or ``backplan.planner``: the tables say once more, in their own shape, what the
clinical pages say, so that a rule which falls out of an index, or is applied to the wrong day, is seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from backplan.model.diary import LogEntry
from backplan.model.exercise import Exercise
from backplan.model.person import Person
from backplan.model.vocabulary import Place
from backplan.model.week import Day, DayBlock, GivenDose, Item, Session, Week

LEVELS = ("basic", "intermediate", "advanced")
LONGEST_DAY = {"basic": 50, "intermediate": 55, "advanced": 60}

# What a back (or a belly) of this kind should be spared, by the movements and demands of the library.
SPARED: Mapping[str, frozenset[str]] = {
    "flexion-intolerant": frozenset({"flexion", "flexion-loaded", "rotation-loaded"}),
    "extension-intolerant": frozenset({"extension", "extension-loaded"}),
    "spondylolisthesis": frozenset(
        {"extension", "extension-loaded", "rotation", "rotation-loaded", "flexion-loaded"},
    ),
    "si-joint": frozenset({"rotation-loaded"}),
    "sciatica": frozenset({"neural-tension", "flexion-loaded", "rotation-loaded"}),
    "osteoporosis": frozenset({"flexion", "flexion-loaded", "rotation", "rotation-loaded", "extension-loaded"}),
    "post-surgery": frozenset(
        {
            "flexion", "flexion-loaded", "extension", "extension-loaded", "rotation", "rotation-loaded", "axial",
            "nerve-glide",
        }
    ),
    "pregnancy-t2t3": frozenset({"rotation-loaded", "inversion"}),
    "bp-uncontrolled": frozenset({"inversion"}),
    "vertebral-fracture-new": frozenset(
        {
            "flexion-mild", "flexion", "flexion-loaded", "extension-mild", "extension", "extension-loaded", "axial",
            "rotation-mild", "rotation", "rotation-loaded", "lateral-mild", "lateral",
        }
    ),
    "vertebral-fracture-healed": frozenset(
        {"flexion", "flexion-loaded", "rotation", "rotation-loaded", "extension-loaded"},
    ),
    "stress-incontinence": frozenset({"axial"}),
    "prolapse": frozenset({"axial"}),
    "hip-replacement": frozenset({"deep-hip"}),
    "knee-replacement": frozenset({"deep-knee"}),
}  # fmt: skip
UPRIGHT = {"standing", "kneeling", "half-kneel", "quadruped", "water-chest", "water-waist"}
TO_THE_END = {"flexion", "extension", "rotation", "lateral", "deep-hip", "deep-knee", "neural-tension"}
WEIGHTS = {"dumbbells", "kettlebell", "machine", "barbell", "reformer"}
DRY = ("fear-of-water", "open-wound", "no-pool", "birth-wound")
NEW_PAIN = (
    "walking",
    "wheeling",
    "mobility",
    "breathing",
    "relaxation",
    "mindfulness",
    "rest-position",
    "heat",
    "coping-skill",
)
AFTER_OPERATION = ("walking", "breathing", "relaxation", "mindfulness")
HARDER_CORE = (("core", "intermediate"), ("core", "advanced"))
AT_ANY_HOME = {"mat", "chair", "wall", "counter", "doorway", "towel", "pillow", "shoes"}
IN_A_POOL = {
    "noodle", "float-belt", "water-dumbbells", "water-shoes", "paddles", "snorkel", "kickboard",
    "underwater-treadmill", "ankle-weights", "step",
}  # fmt: skip


CORE_SLOTS = {"back", "abdominal", "side", "hip", "choice"}
STRENGTH_SLOTS = {"lower", "push", "pull", "arm", "balance"}


class Known(NamedTuple):
    """What is known about a person on a day: what bars, what calls for care, and what kind of day it is."""

    bars: frozenset[str]
    care: frozenset[str]
    mode: str
    level: str
    fresh: bool  # within six weeks of an operation
    new: bool  # within six weeks of the pain
    stiff: bool  # within twelve weeks of a fusion, or of an operation of an unknown kind
    levels: tuple[tuple[str, str], ...] = ()  # of core, strength and aerobic work
    asked: frozenset[str] = frozenset()  # exercises that a therapist prescribed, in force that day
    ruled_out: frozenset[str] = frozenset()  # exercises and kinds that a therapist ruled out

    def level_of(self, exercise: Exercise) -> str:
        """The level that goes for an exercise, by its slot."""
        parts = {"core": CORE_SLOTS, "strength": STRENGTH_SLOTS, "aerobic": {"aerobic"}}
        return next((level for part, level in self.levels if exercise.slot in parts[part]), self.level)


def year_later(day: date) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year + 1, 3, 1)
    return date(day.year + 1, day.month, day.day)


def known(
    person: Person,
    on: date,
    mode: str,
    level: str,
    levels: Mapping[str, str] | None = None,
    diary: Sequence[LogEntry] = (),
) -> Known:
    """The person on a day, in a week of this level (and of these in core, strength and aerobic work) whose pain allows
    this mode, with the diary up to then.
    """
    bars: set[str] = {"healing", *person.conditions}
    care: set[str] = set()
    fresh = stiff = False
    bars |= {"sciatica"} if person.pain.leg in ("calf", "foot") else set()
    bars |= set() if person.floor else {"no-floor"}
    bars |= set() if person.swim else {"no-swim"}
    bars |= {"heart"} if person.heart else set()
    bars |= {"from-65"} if is_old(person, on - timedelta(days=on.weekday())) else set()
    if person.pregnancy and person.pregnancy.weeks + (on - person.pregnancy.on).days // 7 >= 13:
        bars.add("pregnancy-t2t3")
    if person.surgery and on < year_later(person.surgery.on):
        days = (on - person.surgery.on).days
        fresh = days < 42
        short = person.surgery.kind in ("disc", "decompression")
        (bars if days < (84 if short else 182) else care).add("post-surgery")
        stiff = not short and days < 84
    if person.birth and person.birth.on <= on:
        agreed = person.clearance.on if person.clearance else date.min
        six, twelve = (person.birth.on + timedelta(days=days) for days in (42, 84))
        caesarean = person.birth.kind == "caesarean"
        bars |= {"birth-first-weeks", "birth-wound"} if on < six else set()
        bars |= {"birth-wound"} if caesarean and agreed < six else set()
        bars |= {"post-natal"} if agreed < (twelve if caesarean else six) else set()
    new = (on - person.pain.since).days < 42 and not had_a_low_week(person, diary)
    return Known(frozenset(bars), frozenset(care), mode, level, fresh, new, stiff, tuple((levels or {}).items()))


def had_a_low_week(person: Person, diary: Sequence[LogEntry]) -> bool:
    """Whether there were eight to fourteen days of this pain, the first and the last of them and one more noted, and
    nothing noted or answered in them above 2.
    """
    mine = [entry for entry in diary if entry.on >= person.pain.since]
    noted = sorted({entry.on for entry in mine if entry.pain is not None or entry.peak is not None})
    bad = {entry.on for entry in mine if entry.kind == "flare" or max(entry.pain or 0, entry.peak or 0) > 2}
    bad |= {person.pain.on} if person.pain.now > 2 else set()
    return any(
        8 <= (last - first).days + 1 <= 14
        and sum(first <= day <= last for day in noted) >= 3
        and not any(first <= day <= last for day in bad)
        for first in noted
        for last in noted
    )


def _middle(entries: Sequence[LogEntry], today: date, *, morning: bool) -> int | None:
    """The lower median of a fortnight's pain on waking, or later in the day: of each day the last word."""
    within = [e for e in entries if today - timedelta(days=14) < e.on and (e.kind == "morning") is morning]
    pains = sorted({entry.on: entry.pain for entry in within if entry.pain is not None}.values())
    return pains[(len(pains) - 1) // 2] if len(pains) >= 3 else None


def pain_mode(person: Person, entries: Sequence[LogEntry], today: date) -> str:
    """What today's pain allows; new pain is judged by the day elsewhere."""
    past = [entry for entry in entries if person.pain.on <= entry.on <= today]
    now = next((entry.pain for entry in reversed(past) if entry.pain is not None), person.pain.now)
    latest = next((entry for entry in reversed(past) if entry.pain is not None), None)
    waking, later = (_middle(past, today, morning=when) for when in (True, False))
    usual = person.pain.usual if waking is None else waking
    if latest is None or latest.kind != "morning":
        usual = max(usual, min(person.pain.usual, usual + 2) if later is None else later)
    if now >= 8:
        return "coping-only"
    if any(entry.kind == "flare" and entry.on == today for entry in past[-1:]):
        return "flare"
    if now >= usual + 2 and now >= 4:
        return "flare"
    high = [e for e in past if e.kind == "session" and e.done != "no" and e.pain is not None and e.pain >= 6]
    return "flare" if now >= 6 and (len(high) < 2 or now > usual + 1) else "normal"


def wet(exercise: Exercise) -> bool:
    return exercise.position.startswith("water-") or set(exercise.place) == {"pool"} or "pool" in exercise.equipment


def effort(exercise: Exercise) -> int:
    """How much of an effort an exercise is: 1 easy, 2 moderate, 3 hard, or hard and easy by turns."""
    met = exercise.met or 0
    if met >= 6 or exercise.intervals:
        return 3
    return 2 if met >= 4 or (met >= 3 and exercise.modality in ("walking", "treadmill")) else 1


def barred(exercise: Exercise, person: Person, day: Known) -> str | None:  # noqa: PLR0911 - one line a bar
    """The first thing that bars an exercise for a person on a day, whatever the place."""
    if exercise.impact == "high":
        return "high impact"
    if exercise.status == "excluded":
        return "held back"
    if {exercise.id, exercise.modality} & day.ruled_out:
        return "ruled out by a therapist"
    if exercise.id in day.asked:
        return _barred_by_the_body(exercise, person, day)
    if exercise.status == "prescribed" or (exercise.status == "gated" and day.level_of(exercise) != "advanced"):
        return exercise.status
    if LEVELS.index(exercise.level) > LEVELS.index(day.level_of(exercise)):
        return f"{exercise.level} for {day.level_of(exercise)}"
    return _barred_by_the_body(exercise, person, day)


def _barred_by_the_body(exercise: Exercise, person: Person, day: Known) -> str | None:  # noqa: PLR0911, PLR0912 - one line a bar
    """The same where a therapist prescribed it: what no prescription lifts."""
    if marked := day.bars & set(exercise.contraindications):
        return f"marked against {sorted(marked)}"
    loads = {*exercise.movements, *exercise.demands}
    for tag in sorted(day.bars & set(SPARED)):
        if loads & SPARED[tag]:
            return f"{sorted(loads & SPARED[tag])} with {tag}"
    if day.stiff and any(load.endswith("-mild") or load == "lateral" for load in loads):
        return "even a small bend after a fusion"
    if "pregnancy-t2t3" in day.bars and exercise.position in ("supine", "prone"):
        return "lying flat in pregnancy"
    if "no-floor" in day.bars and exercise.floor and not exercise.bed:
        return "on the floor"
    if "no-swim" in day.bars and (exercise.swim or exercise.position in ("water-deep", "water-swim")):
        return "needs swimming"
    if exercise.stroke and person.strokes and exercise.stroke not in person.strokes:
        return "another stroke"
    if wet(exercise) and day.bars & set(DRY):
        return "in the water"
    if "bp-uncontrolled" in day.bars and (wet(exercise) or effort(exercise) > 1):
        return "more than easy with high blood pressure"
    if "heart" in day.bars and effort(exercise) > 2:
        return "hard effort with a heart"
    if "little-standing" in day.bars and exercise.position == "standing":
        return "standing"
    if "wheelchair-user" in day.bars and exercise.position in UPRIGHT:
        return "on feet or knees"
    if "vertebral-fracture-new" in day.bars and (exercise.level != "basic" or WEIGHTS & set(exercise.equipment)):
        return "too much for a bone that heals"
    if "hypermobility" in day.bars and exercise.slot == "stretch" and loads & TO_THE_END:
        return "a stretch to the end"
    if "skin-sensation-loss" in day.bars and exercise.modality == "heat":
        return "heat on numb skin"
    if day.fresh and exercise.modality not in AFTER_OPERATION:
        return "too soon after the operation"
    floor = exercise.areas[:1] == ("pelvic-floor",)
    if "birth-first-weeks" in day.bars and (
        exercise.level != "basic" or not (floor or exercise.modality in AFTER_OPERATION)
    ):
        return "too soon after the birth"
    if "post-natal" in day.bars and (exercise.block, exercise.level) in HARDER_CORE and exercise.id not in day.asked:
        return "harder core work after a birth"
    if day.new and (exercise.level != "basic" or not (floor or exercise.modality in NEW_PAIN)):
        return "pain too new"
    if day.mode == "flare" and not exercise.flare:
        return "not for a flare"
    if day.mode == "coping-only" and exercise.block != "relax":
        return "more than coping"
    if exercise.id in person.dislikes or exercise.modality in person.dislikes:
        return "disliked"
    return None


def needs_care(exercise: Exercise, day: Known) -> bool:
    marks, warned = set(exercise.contraindications), set(exercise.precautions)
    if "hip-issue" in day.bars and exercise.bed:
        warned -= {"no-floor"}
    return bool(warned & (day.bars | day.care) or marks & day.care)


def on_the_bed(exercise: Exercise, day: Known) -> bool:
    """Whether the bed does for the floor, which is said beside it."""
    return exercise.bed and "no-floor" in day.bars and "no-floor" in exercise.precautions


def things_at(place: Place, person: Person) -> set[str]:
    """What can be used at a place."""
    places = {name: set(items) for name, items in (person.places or {}).items()}
    mine = set(person.equipment)
    if place == "home":
        elsewhere = set().union(*places.values()) - places.get("home", set())
        return AT_ANY_HOME | places.get("home", set()) | (mine - elsewhere - {"pool", "underwater-treadmill"})
    if place == "outdoors":
        return {"shoes", "wall"} | mine & {"bicycle", "poles", "wheelchair"}
    if place == "pool":
        here = mine | places.get("pool", set())
        return {"pool"} | here & IN_A_POOL if "pool" in here else set()
    named = places.get("gym", set())
    return named | {"shoes", "mat", "chair", "wall"} if named else set()


def doable(exercise: Exercise, place: Place, person: Person) -> bool:
    return place in exercise.place and set(exercise.equipment) <= things_at(place, person)


def doable_somewhere(exercise: Exercise, person: Person) -> bool:
    return any(doable(exercise, place, person) for place in exercise.place)


def seconds(dose: GivenDose, exercise: Exercise) -> int:
    """How long a dose takes once, however often a day it is done: every repetition on every side, the pauses between
    sets, and 20 s to get ready.
    """
    asked = dose.particulars
    if dose.minutes is not None:
        return 60 * dose.minutes
    tempo = sum(int(part) for part in asked.tempo.split("-")) if asked.tempo else 0
    once = max(4, dose.hold_s + (5 if exercise.slot == "stretch" else 3), tempo)
    sides = 1 + dose.per_side
    pause = {"strength": 60, "core": 30, "water": 30}.get(exercise.block, 0)
    of_each = [min(reps, dose.reps) for reps in asked.each_set][: dose.sets] or [dose.reps] * dose.sets
    working = sum(once for reps in of_each for _ in range(sides) for _ in range(reps))
    resting = pause * (dose.sets - 1) // sides if asked.rest_s is None else asked.rest_s * (dose.sets - 1)
    return working + resting + 20


def true_seconds(day: Day, session: Session, by_id: Mapping[str, Exercise], *, old: bool = False) -> list[int]:
    """How long each exercise of a visit takes, in order: its dose, on land half a minute for each way to the floor and
    up again, and a minute to come from a walk or a ride to the first of the work; a quarter more for the old.
    """
    land = session.place != "pool"
    coming = 60 if land and any(block.kind == "aerobic" for each in day.sessions for block in each.blocks) else 0
    coming = 0 if at_the_pool(day) else coming
    found, upright = [], True
    for block in session.blocks:
        for item in block.items:
            exercise = by_id[item.exercise]
            coming += 30 if land and block.kind != "aerobic" and upright and not exercise.upright else 0
            own = seconds(item.dose, exercise)
            given = own if item.dose.minutes is not None else longer(own, old)
            if block.kind != "aerobic" and land:
                given += longer(coming, old)
                coming, upright = 0, exercise.upright
            found.append(given)
    return found


def longer(plain: int, old: bool) -> int:
    """Seconds as they pass for somebody old, a quarter more, rounded up."""
    return (plain * 5 + 3) // 4 if old else plain


def is_old(person: Person, monday: date) -> bool:
    """Whether somebody is 65 or more in the year in which a week begins."""
    return person.born is not None and monday.year - person.born >= 65


def minutes_of(day: Day, session: Session, by_id: Mapping[str, Exercise], *, old: bool = False) -> int:
    """The minutes of a visit, rounded up once."""
    whole = sum(true_seconds(day, session, by_id, old=old))
    return whole // 60 + bool(whole % 60)


def items(day: Day) -> Iterator[tuple[Place, DayBlock, Item]]:
    """Every exercise of a day's sessions with its place and block."""
    for session in day.sessions:
        for block in session.blocks:
            for item in block.items:
                yield session.place, block, item


def everything(day: Day) -> Iterator[Item]:
    """Every exercise of a day, coping and what is done daily too."""
    yield from (item for _, _, item in items(day))
    if day.daily:
        yield from day.daily.items
    if day.coping:
        yield from day.coping.items


def aerobic_minutes(day: Day) -> int:
    aerobic = (item.dose for _, block, item in items(day) if block.kind == "aerobic")
    return sum((dose.minutes or 0) * (dose.particulars.times_a_day or 1) for dose in aerobic)


def holds(day: Day, *kinds: str) -> bool:
    return any(block.kind in kinds for _, block, _ in items(day))


def at_the_pool(day: Day) -> bool:
    return any(session.place == "pool" for session in day.sessions)


def sets(week: Week) -> int:
    """All sets of the core and strength work."""
    return sum(item.dose.sets for day in week.days for _, block, item in items(day) if block.kind in WORK)


WORK = ("core", "strength")


def sets_through_the_days(week: Week, by_id: Mapping[str, Exercise]) -> int:
    """All sets of the core and strength work, in sessions and beside them, as often a day as they are done."""
    worked = (item for day in week.days for item in everything(day) if by_id[item.exercise].block in WORK)
    return sum(item.dose.sets * (item.dose.particulars.times_a_day or 1) for item in worked)


def minutes_through_the_days(week: Week, by_id: Mapping[str, Exercise]) -> int:
    """The minutes of sessions, and of what is done beside them and again later in the day."""
    beside = 0
    for day in week.days:
        for item in (item for _, _, item in items(day)):
            beside += ((item.dose.particulars.times_a_day or 1) - 1) * seconds(item.dose, by_id[item.exercise])
        for item in day.daily.items if day.daily else ():
            beside += (item.dose.particulars.times_a_day or 1) * seconds(item.dose, by_id[item.exercise])
    return minutes(week) + beside // 60


def minutes(week: Week) -> int:
    return sum(session.minutes for day in week.days for session in day.sessions)


def ladder(start: str, by_id: Mapping[str, Exercise]) -> set[str]:
    """The exercise, everything it grows into and everything it came from."""
    found, waiting = set(), [start]
    while waiting:
        here = waiting.pop()
        if here in found or here not in by_id:
            continue
        found.add(here)
        waiting += [key for key in (by_id[here].progression, by_id[here].regression) if key]
    return found


def minutes_of_day(day: Day) -> int:
    return sum(session.minutes for session in day.sessions)


def sets_of_day(day: Day) -> int:
    """The sets of core and strength of one day."""
    return sum(item.dose.sets for _, block, item in items(day) if block.kind in WORK)
