"""Notices: what was left out and why, what the person should know about a week, and how its exercises are done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from backplan.model.card import ExerciseCard
from backplan.model.case import FIRST_WEEKS, Case
from backplan.model.exercise import Exercise
from backplan.model.lately import Lately
from backplan.model.person import Birth, Person
from backplan.model.slots import CORE, STRENGTH
from backplan.model.told import Notice, NoticeKind
from backplan.model.vocabulary import LEGS, MULTIPLE, MUST_BE_KNOWN
from backplan.model.week import WEEK, Day, monday
from backplan.model.wording import capital, dated, full_day, long_day
from backplan.planner.choice.select import Selection
from backplan.planner.growth.pace import slow_by_silence
from backplan.planner.layout.laid import Laid
from backplan.planner.lookback.review import review
from backplan.planner.screen.flare import last_third
from backplan.planner.screen.stops import Stop
from backplan.planner.telling.beside import creep_told, flares_told, of_creep, of_flares, of_too_much, too_much_told
from backplan.planner.telling.coping_line import one_line
from backplan.planner.telling.every_day import daily, on_foot, with_heart, work
from backplan.planner.telling.likes import likes_not_given
from backplan.planner.telling.manner import manners
from backplan.planner.telling.prescribed import prescribed_notices
from backplan.planner.telling.strokes import waiting_strokes
from backplan.planner.telling.waiting import AGAIN, waiting
from backplan.rules.advice import third_too_much
from backplan.rules.exclusion import EXCLUSIONS
from backplan.rules.growth import calm
from backplan.rules.pain import flare, high
from backplan.rules.pain.flare_open import NEAR as FLARE_NEAR
from backplan.rules.pain.flare_open import REFERS_AFTER as FLARE_REFERS_AFTER
from backplan.rules.pain.high import HIGH, NEAR
from backplan.rules.pain.severe import REFERS_AFTER, SEVERE
from backplan.rules.progress import gap_restart
from backplan.rules.screening import legs
from backplan.rules.screening.flags import name_of
from backplan.rules.tags import BIRTH_FIRST_WEEKS, OLDER_FROM, TRUNK_WEEKS, cleared_from, tags_on

SLOT_NAMES: Mapping[str, str] = {
    "back": "the back",
    "abdominal": "the front of the trunk",
    "side": "the sides of the trunk",
    "lower": "the legs",
    "push": "pushing",
    "pull": "pulling",
    "balance": "balance",
}


def left_out(selection: Selection) -> tuple[Mapping[str, object], ...]:
    """Every exercise left out, with each rule that speaks against it and its reason."""
    return tuple(
        [
            {"exercise": key, "rules": [{"id": rule, "reason": reason} for rule, reason in reasons]}
            for key, reasons in selection.left_out.items()
        ]
    )


def left_out_counts(selection: Selection) -> tuple[tuple[str, int], ...]:
    """How many exercises each rule left out first, in the rule's own few words, most first."""
    labels = {rule.id: rule.label for rule in EXCLUSIONS}
    first = Counter(labels[reasons[0][0]] for reasons in selection.left_out.values())
    return tuple(first.most_common())


def notices(laid: Laid) -> tuple[Notice, ...]:
    """The few things a person should read above the week."""
    return (
        *_about(laid),
        *likes_not_given(laid),
        *manners(laid),
        *waiting(laid),
        *_review(laid),
        *prescribed_notices(laid),
    )


def _about(laid: Laid) -> Iterator[Notice]:
    """About the person, pain and the week itself."""
    case, days = laid.question.case, laid.standing.days
    sentences: tuple[tuple[NoticeKind, str], ...] = (
        ("pain", _about_mode(case)),
        ("pain", _about_flare_passed(laid)),
        ("pain-control", _about_pain_control(laid)),
        ("flares", _about_flares(laid)),
        ("too-much", _about_too_much(laid)),
        ("creep", _about_creep(laid)),
        ("sign", _about_sign(laid)),
        ("back", _about_coming_back(laid)),
        ("stops", _about_stops(days.stopped)),
        ("begun", _about_begin(days.begun, case.programme_week)),
        ("level", _about_level(case)),
        ("age", _about_age(laid)),
        ("gap", _about_gap(laid)),
        ("slow", _about_silence(laid)),
        ("empty", _about_empty(case, laid.chosen.programme)),
        ("clearance", _about_clearance(case.person)),
        ("mornings", _about_mornings(case)),
        ("pressure", PRESSURE if "bp-uncontrolled" in case.tags else ""),
        ("pregnancy", _about_pregnancy(case)),
        ("birth", _about_birth(case)),
        ("birth", CALL_AFTER_BIRTH if "post-natal" in case.tags else ""),
        ("leg", _about_leg(case)),
        ("wishes", waiting_strokes(laid)),
        ("pressure", with_heart(case)),
        ("daily", daily(case)),
        ("work", work(case)),
        ("coping", one_line(case.mode, case.programme_week, case.pain.now, on_foot=on_foot(case))),
    )
    return (Notice(kind, sentence) for kind, sentence in sentences if sentence)


def _about_age(laid: Laid) -> str:
    """In the first week in which somebody who has a plan counts as older."""
    person, starts = laid.standing.days.person, laid.standing.request.starts
    before, _ = tags_on(person, starts - timedelta(days=7))
    now, _ = tags_on(person, starts)
    return OLDER if laid.standing.days.earlier and "from-65" in now - before else ""


def _review(laid: Laid) -> Iterator[Notice]:
    """The look back of the fourth, eighth and twelfth week, in a normal one."""
    request = laid.standing.request
    if not laid.question.case.kind.grows:
        return
    ids = {entry.id for entry in request.entries}
    older = [entry for entry in request.earlier_entries if entry.id not in ids]
    if looked := review(request.person, (*older, *request.entries), laid.standing.days.number - 1, request.today):
        yield Notice("review", looked)


def _about_mode(case: Case) -> str:
    if case.kind.gentle:
        return _about_flare(case)
    if not case.kind.trains:
        walk = WALK_IF_IT_EASES if on_foot(case) else ""
        return SEVERE_TODAY.format(walk=walk) + (f" {REFERS}" if case.pain.severe_days >= REFERS_AFTER else SEVERE_DAYS)
    if case.pain.returning:
        return RETURNING.format(case.pain.usuals.waking + FLARE_NEAR) + (f" {_about_acute(case)}" if case.acute else "")
    return _about_acute(case) if case.acute else _about_normal(case)


def _about_acute(case: Case) -> str:
    since = full_day(case.person.pain.since)
    about = ACUTE.format(since=since, walks="short walks, " if on_foot(case) else "")
    return f"{about} {ACUTE_AND_STEADY}" if case.steady and not case.pain.returning else about


def _about_normal(case: Case) -> str:
    if case.steady:
        return STEADY
    if case.easy_only and case.person.surgery and case.surgery_weeks is not None:
        until = case.person.surgery.on + timedelta(weeks=FIRST_WEEKS)
        return f"Until {long_day(until)}, six weeks after your operation, only walking and breathing."
    return ""


def _about_flare(case: Case) -> str:
    """A gentle week: which rule made it one, from which entry, and what a long flare asks for."""
    pain = case.pain
    on = f" on {dated([pain.scored_on])}" if pain.scored_on else ""
    ends = FLARE_ENDS.format(pain.usuals.waking + FLARE_NEAR)
    gentle = FLARE + (f" {WALK_TOO}" if on_foot(case) else "") + f" {ends}"
    if pain.flare_said:
        head, why = gentle, "you said that this is a flare, rule flare-said"
    elif flare.check(pain) is not None:
        head, why = gentle, f"pain of {pain.now}{on}, your usual now being {pain.usual}, rule pain-flare"
    elif pain.flare_open:
        head, why = gentle, "not yet two days within 1 of your usual, rule flare-open"
    else:
        ask = "" if pain.usuals.later >= HIGH else f" {ASK_ABOUT_PAIN}"
        what_pain = (
            f"pain of {pain.now}{on}" if pain.now >= HIGH else f"a usual pain of {pain.of_the_day} later in the day"
        )
        head, why = f"{HIGH_WEEK}{ask}", f"{what_pain}, rule pain-high"
    long = f" {LONG_FLARE}" if pain.flare_days > FLARE_REFERS_AFTER else ""
    return f"{head} ({capital(why)}.){long}" + (f" {_about_acute(case)}" if case.acute else "")


def _about_flare_passed(laid: Laid) -> str:
    """That a flare has passed, in the normal week after it, in which nothing grows for that."""
    case, starts = laid.question.case, laid.standing.request.starts
    pain = case.pain
    over = case.kind.grows and not pain.returning and pain.flare_dates and not laid.standing.calm_then
    return PASSED if over and (starts - max(pain.flare_dates)).days <= calm.DAYS else ""


PASSED = "The flare has passed: this is a normal week again, and nothing grows in it yet (rule growth-calm)."


def _about_pain_control(laid: Laid) -> str:
    """In some weeks of a usual pain of 6 or more: whom to ask, and what lets the whole dose be given."""
    case = laid.question.case
    usual, cleared = case.pain.usuals.later, case.person.clearance
    if not high.asks(case.pain, _weeks_high(laid)):
        return ""
    who = f"the {cleared.by} who cleared you" if cleared else "your doctor"
    asked = f"Your usual pain is {usual}: please talk to {who} about pain control (rule pain-high)."
    return asked + (f" {ACCEPTED.format(usual, cleared.by if cleared else 'doctor')}" if usual < SEVERE else "")


def _weeks_high(laid: Laid) -> int:
    """The number of this week since the usual pain was first so high, as the weeks were shown; one that came well down
    in between begins anew.
    """
    first = laid.standing.request.starts
    for week in reversed(laid.standing.days.earlier):
        if week.usual.later < HIGH - NEAR:
            break
        first = week.starts if week.usual.later >= HIGH else first
    return (laid.standing.request.starts - first).days // 7 + 1


def _about_creep(laid: Laid) -> str:
    """Pain that has crept up over the weeks before this one, once."""
    found, days = laid.standing.past.crept, laid.standing.days
    if found is None or creep_told(days.earlier) or not laid.question.case.kind.grows:
        return ""
    return of_creep(found, days.person.clearance)


def _about_sign(laid: Laid) -> str:
    """That nothing grows in the week after a new sign, or its clearance; where the leg holds it, that is told."""
    case = laid.question.case
    return AFTER_A_SIGN if laid.standing.past.sign_of_late and case.kind.grows and not case.pain.leg_down else ""


AFTER_A_SIGN = (
    "After what was new with you, walks, core and strength stay as they were this week, and grow again seven days "
    "after it was cleared (rule growth-sign)."
)


def _about_flares(laid: Laid) -> str:
    """The third flare within six weeks, in the week in which it begins and in the next, so that it can be read; of more
    of them once in four weeks.
    """
    case = laid.question.case
    begun = last_third(case.pain)
    late = not begun or laid.standing.request.starts - monday(begun[-1]) > WEEK
    return (
        ""
        if late or flares_told(laid.standing.days.earlier, begun[-1])
        else of_flares(begun, case.person.clearance, over=not case.pain.flare_open)
    )


def _about_too_much(laid: Laid) -> str:
    """The third session within four weeks that was too much, once in four weeks."""
    bad = sorted(on for on, word in laid.standing.past.verdicts.items() if word.verdict == "regress")
    found = third_too_much.check(Lately(too_much=tuple(bad)))
    over = not found or too_much_told(laid.standing.days.earlier)
    return "" if over else of_too_much(found, laid.question.case.person.clearance)


def _about_leg(case: Case) -> str:
    if not case.pain.leg_down:
        return ""
    nerve = f" {NERVE_SPARED}" if "sciatica" in case.tags else ""
    if case.pain.leg_asked:
        return f"{LEG_ASKED}{nerve}"
    clinician_knows = LEGS.index(case.pain.leg) <= legs.furthest_known(case.person, case.on)
    return f"{LEG_GOES}{nerve} {LEG_KNOWN if clinician_knows else LEG_DOWN}"


LEG_GOES = "Pain goes further down your leg than at the start, so nothing grows (rule growth-leg)."
LEG_ASKED = (
    "What you wrote may tell of pain further down your leg: until you say how far it goes, nothing grows (rule "
    "growth-leg)."
)
NERVE_SPARED = "What irritates a leg nerve is left out, too (rule sciatica)."
LEG_DOWN = (
    "If it stays so for a week or goes further, please see your doctor or physiotherapist. New numbness or weakness: "
    "say it at once, `backplan log --numb` or `--weak`."
)
LEG_KNOWN = (
    "Whoever cleared you knows of it. If they agree that the plan may grow with it, answer anew: `backplan init --only "
    "pain`. New numbness or weakness: say it at once, `backplan log --numb` or `--weak`."
)
RETURNING = (
    "The flare is settling (rule flare-open): three quarters for two days noted at {} or less "
    "(`backplan log --morning N`), and from the day after everything again. Nothing grows meanwhile, "
    "nor in the first week after it, unless one big day of your own explains it (rule spike)."
)
LONG_FLARE = "It began over two weeks ago: if it has not eased, please see your doctor or physiotherapist."
FLARE_ENDS = "More comes back once two days are noted at {} or less: `backplan log --morning N`."
FLARE = (
    "This is a gentle week: short days, half the work, nothing hard. A flare is common, moving is safe, and it is not "
    "a failure."
)
WALK_TOO = "A short walk on the other days is fine, too."
HIGH_WEEK = (
    "Your pain is high, so this is a gentle week: short days, half the work. If the pain stays as it is, sessions go "
    "on after two gentle ones."
)
ASK_ABOUT_PAIN = "Please ask your doctor about pain control."
ACCEPTED = (
    "If they know of this pain and accept it, `backplan prescribe accept-usual-pain {} --by {}` gives the whole dose."
)
STEADY = (
    "Your pain is high, and near what is usual for you: normal exercises at three quarters, growing slowly while "
    "nothing gets worse."
)
SILENT = (
    "The plan grows slowly, as nothing is noted of how you felt after your sessions. One number the next morning lets "
    "it go faster: `backplan log --morning 3`."
)
SEVERE_TODAY = (
    "Pain of 8 or more: only ways to cope for now{walk}. Say how it is "
    "tomorrow (`backplan log --morning N`): under 8, the week is laid anew."
)
WALK_IF_IT_EASES = ", and a few minutes of slow walking if they ease it"
SEVERE_DAYS = " If it stays for three days, see your doctor."
REFERS = (
    "It has been 8 or more on three days running: please see your doctor now, about the pain and how to control it."
)
ACUTE_AND_STEADY = (
    "As it is high, and near what is usual for you, all of this is at three quarters for now (rule dose-steady)."
)
ACUTE = (
    "Counted from {since}, your pain is under six weeks old: {walks}easy movement and ways to cope. Training comes "
    "once you have noted a week at 2 or less, or at six weeks (rule acute)."
)


def _about_stops(stopped: Mapping[date, Stop]) -> str:
    if not stopped:
        return ""
    first = min(stopped)
    return f"From {long_day(first)} nothing is planned. {stopped[first].sentence}"


def _about_begin(begun: date, programme_week: int) -> str:
    if begun.weekday() == 0:
        return ""
    how = f"You opened this week on {begun:%A}" if programme_week > 1 else f"This week begins on {begun:%A}"
    return f"{how}, so it asks for less than a whole one."


def _about_level(case: Case) -> str:
    if case.person.level == "advanced" and case.level != "advanced":
        return (
            "You asked for the advanced level: each part of the plan gets there by itself, after four weeks of mostly "
            "good sessions (`backplan rules level`)."
        )
    return ""


def _about_empty(case: Case, programme: Mapping[str, str]) -> str:
    if case.easy_only or not case.kind.trains:
        return ""
    empty = [SLOT_NAMES[slot] for slot in (*CORE, *STRENGTH) if slot not in programme]
    if not empty:
        return ""
    return f"No exercise is left for {' and '.join(empty)} with what you told us; a physiotherapist can help."


def _about_clearance(person: Person) -> str:
    """Say which clinician-first signs and conditions the clearance knows of: they are noted and do not stop."""
    if person.clearance is None:
        return ""
    present = (*(f.id for f in person.reported if f.present), *(c for c in person.conditions if c in MUST_BE_KNOWN))
    more = (MULTIPLE,) if person.pregnancy and person.pregnancy.babies > 1 else ()
    agreed = [key for key in (*present, *more) if key in person.clearance.knows]
    if not agreed:
        return ""
    return f"Noted, and known to the clinician who cleared you: {'; '.join(map(name_of, agreed))}."


def _about_silence(laid: Laid) -> str:
    """That a number would let the plan go faster, in a normal week of a plan that silence makes slow; not again for
    some weeks, in which nothing is new about it.
    """
    case, earlier = laid.question.case, laid.standing.days.earlier[1 - AGAIN :]
    if any(notice.kind == "slow" for week in earlier for notice in week.notices):
        return ""
    return SILENT if case.kind.grows and not case.pain.returning and slow_by_silence(laid.standing) else ""


OLDER = (
    f"From this year on you are counted as {OLDER_FROM} or older: exercises get a little more time, balance work "
    "stands in more sessions, and walks grow slowly while you are new to this "
    "(rules time-older, balance-days, slow-older)."
)


PRESSURE = (
    "While your blood pressure is not under control: easy effort, short holds, breathe out on the effort; no pool and "
    "no brisk walk (rule bp-uncontrolled). When your clinician says that it is under control, take it off: "
    "`backplan init --only conditions`."
)


def _about_coming_back(laid: Laid) -> str:
    """That nothing grows in the first week after that of coming back."""
    case = laid.question.case
    lowered = any(move.rule == gap_restart.RULE.id for move in laid.moves)  # which is told
    return BACK if laid.standing.past.back_of_late and case.kind.grows and not (case.acute or lowered) else ""


BACK = (
    "It is less than a week since you came back, after eight days or more without a session, so nothing goes beyond "
    "what it was before (rule growth-gap)."
)


def _about_gap(laid: Laid) -> str:
    """After days without a session: that what was done on them and not noted puts the plan back."""
    past, first = laid.standing.past, laid.standing.days.first
    if not any(move.rule == gap_restart.RULE.id for move in laid.moves):
        return ""
    planned = [day.on for week in past.weeks[-1:] for day in week.days if day.sessions and day.on < first]
    undone = [day for day in planned if day not in past.done_days]
    if not undone and laid.standing.days.paused:  # a pause, of which nothing was to be noted
        return ""
    return UNNOTED.format(min(undone, default="yesterday"))


UNNOTED = (
    "Did you exercise on these days and not note it? `backplan log --on {}`, and so for each of them: then the plan "
    "goes on from where it was."
)


def _about_mornings(case: Case) -> str:
    if "flexion-intolerant" not in case.tags:
        return ""
    return "In the first two hours after getting up, go easy on bending forward."


def _about_pregnancy(case: Case) -> str:
    return "" if case.pregnancy_weeks is None else CALL_IN_PREGNANCY


CALL_IN_PREGNANCY = (
    "Stop and call your midwife or doctor at once with bleeding, loss of fluid, painful contractions, chest pain, "
    "breathlessness that does not settle, dizziness, headache, or a painful or swollen calf."
)


def _about_birth(case: Case) -> str:
    """What waits after a birth, until when, and what opens it."""
    birth = case.person.birth
    if birth is None or "post-natal" not in case.tags:
        return ""
    return (_first_weeks if "birth-first-weeks" in case.tags else _easiest_core)(birth, case)


def _first_weeks(birth: Birth, case: Case) -> str:
    until = cleared_from(birth, BIRTH_FIRST_WEEKS)
    first = f" {TOLERANCE_NOW}" if case.programme_week == 1 else ""
    return f"Until {dated([until])}, six weeks after the birth: {FIRST_WEEKS_HOLD}{first}"


def _easiest_core(birth: Birth, case: Case) -> str:
    """What is left out after the first weeks, and the clearance that opens it."""
    waits = f"Curl-ups, planks and heavy weights wait for a clearance {_since(birth, TRUNK_WEEKS[birth.kind], case)}"
    if case.person.has_pool and "birth-wound" in case.tags:
        waits += f" (rule post-natal), the pool for one {_since(birth, BIRTH_FIRST_WEEKS, case)} (rule birth-wound)."
    else:
        waits += " (rule post-natal)."
    return f"{EASIEST} {waits} {ASK}"


def _since(birth: Birth, weeks: int, case: Case) -> str:
    """From when a clearance opens something."""
    day = cleared_from(birth, weeks)
    return f"from {dated([day])} on" if case.on < day else f"given since {dated([day])}"


FIRST_WEEKS_HOLD = (
    "easy walks, breathing and the pelvic floor, as agreed with whoever cleared you; no pool while you may bleed or a "
    "wound heals. All else waits (rule birth-first-weeks)."
)
TOLERANCE_NOW = "Do you walk less far in comfort than before? `backplan init --only tolerance`."
EASIEST = "After the birth, core work begins at the first level, without curl-ups, planks or lowering both legs."
ASK = "Ask your midwife, doctor or physiotherapist for a check; when they agree: `backplan init --only clearance`."
CALL_AFTER_BIRTH = (
    "Stop and call your midwife or doctor at once with more bleeding, a wound that opens or weeps, fever, chest pain, "
    "breathlessness, or a painful or swollen calf. With new leaking or heaviness down below, do less, and tell them."
)


def cards(days: Sequence[Day], exercises: Sequence[Exercise]) -> Mapping[str, ExerciseCard]:
    """How each exercise of the week is done, so that a stored week can be shown without the library."""
    blocks = [block for day in days for block in day.everything()]
    wanted = {item.exercise for block in blocks for item in block.items}
    return {exercise.id: exercise.card for exercise in exercises if exercise.id in wanted}
