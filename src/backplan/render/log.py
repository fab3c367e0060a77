"""What `log` says: what was planned, before a session is told, and one kind sentence on each entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backplan.model.activities import BRISK, effort_of, of_it
from backplan.model.case import KIND_OF
from backplan.model.diary import LEG_SIGNS
from backplan.model.week_kind import WEEK_KINDS
from backplan.model.wording import all_of, counted, long_day, spaced
from backplan.planner.diary.despair_words import ASKED, DESPAIR, HELP
from backplan.render import diary
from backplan.rules.pain.severe import SEVERE
from backplan.rules.screening.legs import FURTHER_DOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from backplan.actions.alarm import Alarm
    from backplan.actions.hurt import Hurt
    from backplan.actions.log import Heard, Hint, Planned
    from backplan.errors import SafetyStop
    from backplan.model.diary import LogEntry, NamesSpokenOf
    from backplan.model.exercise import Exercise
    from backplan.model.prescription import Prescribed
    from backplan.model.vocabulary import Done, Mode

COPE = "For now there are only ways to cope: `backplan cope flare`."
GENTLE = "The days ahead are gentle ones now: `backplan week`."
NO_LEG = "no pain down the leg"
BACK_UP = "That is better, so the days ahead come back up a step: `backplan week`."
SEVERE_NOW = "That is a lot of pain: take only what eases it today, and ask your doctor about pain control."
SEVERE_THEN = (
    "That was a lot of pain. If it is still so, say it with `backplan today --pain N`, and ask your doctor about pain "
    "control."
)
FURTHER = "Your pain goes further down your leg than before."
AND_SIGNS = (
    "If your leg is newly numb, tingling or a little weak: `backplan "
    "log --numb`. If it is very weak or getting weaker, your foot drops, bladder or bowel have changed, or it is numb "
    "between your legs: get help at once, and note it: `--weak`, `--bladder`, `--saddle`."
)
NOTE_SIGNS = "New numbness or weakness: note it, too (`backplan log --numb`, `--weak`, `--bladder`, `--saddle`)."
TOLD_OF = (
    "Your own words may tell of a sign to look at first, so today's exercises wait until you say whether it is so. If "
    "it is not: `backplan init --only red-flags`."
)
CHANGED = (
    "Your own words may tell of {what}: if that is so, and new, do no more exercise before it is recorded: "
    "`backplan init --only {section}`."
)
HOW_FAR = (
    "Your own words may tell of pain further down your leg than before. How far does it go? Note it: `backplan log "
    "pain N --leg {leg}`, or another of none, buttock, thigh, calf, foot. Until you say, nothing grows."
)
UNLISTED = (
    "Your own words may tell of something new in your body. If they do, rest until you know what it is, and ask a "
    "doctor; `backplan init --only red-flags` asks for the signs to look at first."
)
MIDWIFE_FIRST = (
    "So today's exercises wait until your midwife or doctor has heard of it. Once they have said that you may go on: "
    "`backplan init --only red-flags`."
)
EMERGENCY = (
    "Your own words may tell of an emergency. If they do: call your local emergency number now, or get help at once, "
    "and do no exercise."
)
AT_ONCE, FIRST = "get help at once", "have a doctor look at it before any more exercise"
NOTHING_NEW = (
    "Noted: none of it is new. If any comes, note it at once: `backplan log --numb`, `--weak`, `--bladder`, `--saddle`."
)
NOT_AEROBIC = "It is no aerobic work, so it earns no aerobic minutes."
BESIDE = "It is kept beside the plan, and earns no aerobic minutes."
IF_BRISK = "Only you know how hard it was. If it kept you moving and warm, count it:"
WAITS = "What lands or jolts hard, like running and jumping, is left out for now, so it earns no minutes of the plan."
SECOND = (
    "It is a second session for that day. If you meant the first: `backplan diary undo`, then `backplan diary edit`."
)
DONE_BEFORE = (
    "It was noted as {before} before, and stands as {now} now. If that is wrong: `backplan diary edit {id} --done "
    "{done}`."
)
STANDS = (
    "What was noted before as left out, or done less, stands. If you did that, too: "
    "`backplan diary edit {id} --done all --not none`."
)
DONE_AS = {"all": "all done", "part": "partly done"}
EVERY_DAY = {"all": "what is for every day", "part": "part of what is for every day"}
INSTEAD = "It stands in place of the word that the session of that day was let go."
WITH_A_NUMBER = " With a number from 0 to 10 the plan can heed it: `backplan log pain N`."
MUCH_WORSE = " Much worse than usual: `backplan log flare`."
PACED = (
    "So soon after a flare, shorter parts with a rest between are kinder to your back, and stopping while it still "
    "feels well: `backplan cope pacing`."
)
IF_IT_LASTS = " If it lasts for some days, `backplan pause 5 days` plans around it."
_LASTS = re.compile(r"\b(?:holiday|away|abroad|travell?ing|ill|sick|unwell|poorly|cold|flu|bug|virus)\b", re.IGNORECASE)
ANOTHER = " `backplan swap NAME` puts another exercise in the place of one that does not suit you."
IF_DONE = " If it was something you did, say it once more with its minutes."
HOW_WELL = " How well it goes, 0 (cannot) to 10 (as before): `backplan log --function 1=N`, if you named it at first."
OF_A_THERAPIST = (
    " What a therapist asks of you is planned once it is told: `backplan prescribe avoid NAME` leaves an exercise out, "
    "`backplan prescribe add NAME` brings one in."
)
HINTS: Mapping[Hint, str] = {
    "therapist": OF_A_THERAPIST,
    "another": ANOTHER, "how_well": HOW_WELL, "number": WITH_A_NUMBER, "number_or_flare": WITH_A_NUMBER + MUCH_WORSE,
}  # fmt: skip
LESS = "This week asks less of you than the last one shown: `backplan week` says what, and why."
WHICH = "If an exercise hurt, say which, and it is eased, like `backplan log {name} hurt sharply`."
ASIDE = "Leave out what hurt for now. The plan holds none of it, so nothing there changes."
UNCLEAR = (
    "“{number}” may be of pain or of effort, so it is kept as a word. If it is of pain: `backplan diary edit {id} "
    "--peak N`; of how hard it was: `--effort N`."
)
SUPPOSED_BUT = (
    "The rest of the planned session is taken as done. If it was not: `backplan diary undo {id}`, then say what you "
    "did."
)
SUPPOSED = "It is taken as the planned session, all of it done. If it was not: `backplan diary undo {id}`."
UNNOTED_TODAY = "Today's session is not noted yet; once it is done, `backplan log done` notes it."
UNNOTED = "The session of {day} is not noted yet; if it was done, `backplan log done --on {on}` notes it."
A_NUMBER = "A number for your pain now and then would let the plan go on faster."


def answer(entries: Sequence[LogEntry], heard: Heard) -> Iterator[str]:
    """A sentence on each thing that was recorded; once a week, that a number helps, where it would and none was given;
    and what flare after flare asks for.
    """
    yield from (word(entry, heard) for entry in entries)
    if heard.session.second and not heard.stop:
        yield SECOND
    if heard.session.done_before and not heard.stop and not heard.alarmed:
        yield from (_otherwise(each, heard.session.done_before) for each in entries if each.kind == "session")
    if heard.session.stands and not heard.stop and not heard.alarmed:
        yield from (STANDS.format(id=each.id) for each in entries if each.not_in_full)
    if heard.session.unclear and not heard.stop and not heard.alarmed:
        sessions = [each for each in entries if each.kind == "session"]
        yield from (UNCLEAR.format(number=heard.session.unclear, id=each.id) for each in sessions)
    if heard.session.instead and not heard.stop:
        yield INSTEAD
    if heard.session.passed_over and not heard.stop and not heard.alarmed:
        yield from (
            _passed_over(each, heard.session.passed_over, heard.today) for each in entries if each.kind == "session"
        )
    done = any(entry.kind == "session" and entry.done != "no" for entry in entries)
    grows = heard.mode is not None and WEEK_KINDS[heard.mode].grows
    if heard.session.numberless and grows and not heard.alarmed:
        yield A_NUMBER
    if done:
        yield from map(_is_it_so, heard.session.until)
    yield from _turned(entries, heard)
    if heard.lessened and not heard.turned:
        yield LESS
    yield from notices(heard)
    if not (heard.stop or heard.alarmed or heard.further or heard.flares or heard.alarm.unlisted != "none"):
        yield from _on_the_session(entries, heard)


def _on_the_session(entries: Sequence[LogEntry], heard: Heard) -> Iterator[str]:
    """That a session was taken as done, and how that is taken back; or that a planned one is not noted yet."""
    if heard.session.supposed:
        sessions = [each for each in entries if each.kind == "session"]
        yield from ((SUPPOSED_BUT if each.left_out else SUPPOSED).format(id=each.id) for each in sessions)
    if heard.session.unnoted is None or heard.mode is None or not WEEK_KINDS[heard.mode].trains:
        return
    if heard.session.unnoted == heard.today:
        yield UNNOTED_TODAY
    else:
        yield UNNOTED.format(day=long_day(heard.session.unnoted, heard.today), on=heard.session.unnoted)


def _otherwise(entry: LogEntry, before: Done) -> str:
    """That a session stands otherwise than it was noted before."""
    return DONE_BEFORE.format(before=DONE_AS[before], now=DONE_AS[entry.done or "all"], id=entry.id, done=before)


def _turned(entries: Sequence[LogEntry], heard: Heard) -> Iterator[str]:
    """That pain has made this week a gentle one, or one of ways to cope alone, where nothing has said so yet; or that
    the days ahead come back up.
    """
    if heard.mode is None or heard.alarmed or any(entry.kind == "flare" for entry in entries):
        return
    kind, pains = WEEK_KINDS[heard.mode], [entry for entry in entries if entry.pain is not None]
    if heard.back and pains:
        yield BACK_UP
    if not heard.turned:
        return
    if pains and kind.gentle:
        yield GENTLE
    elif pains and not kind.trains and not any(map(_said_to_cope, pains)):
        yield COPE


def _said_to_cope(entry: LogEntry) -> bool:
    """Whether the word on an entry names the ways to cope."""
    return entry.kind in ("morning", "pain") and (entry.pain or 0) >= SEVERE


def _passed_over(entry: LogEntry, day: date, today: date) -> str:
    """How to say that it was the session of another day."""
    again = "backplan log session done" + ("" if entry.on == today else f" --on {entry.on}")
    return f"If you did {day:%A}'s session instead: `backplan diary undo {entry.id}`, then `{again}`."


def _is_it_so(item: Prescribed) -> str:
    """The question that ends what was prescribed until something is so."""
    name = spaced(item.exercise or "").capitalize()
    return f"{name} goes on until {item.until_met}. Is it so now? Then `backplan prescribe end {item.id}`."


def further(stop: SafetyStop | None) -> str:
    """That pain goes further down the leg, and the signs to note; a stop for the leg itself says when to get help."""
    stopped = stop is not None and stop.rule == FURTHER_DOWN
    return f"{FURTHER} {NOTE_SIGNS if stopped else AND_SIGNS}"


def notices(heard: Heard) -> Iterator[str]:
    """What a person has to know at once after what they recorded."""
    if heard.flares:
        yield heard.flares
    if heard.further:
        yield further(heard.stop)
    by_the_stop = heard.stop is not None and heard.stop.rule == DESPAIR  # by the stop itself
    yield from alarm(heard.alarm._replace(despair=False) if by_the_stop else heard.alarm)
    yield from (each.sentence for each in heard.waiting)
    yield from map(_way_on, _once_a_kind(heard.hurt.named))
    if heard.hurt.which:
        yield WHICH.format(name=heard.hurt.which)
    if heard.hurt.aside:
        yield ASIDE


def alarm(raised: Alarm) -> Iterator[str]:
    """What to do about what somebody's own words may tell of, each sign in the words in which it is asked."""
    if raised.despair:
        yield HELP
    if raised.no_hope:
        yield ASKED
    if raised.midwife:
        yield raised.midwife
    if raised.unlisted == "midwife":
        yield MIDWIFE_FIRST
    elif raised.unlisted != "none" and not raised.midwife:
        yield EMERGENCY if raised.unlisted == "now" else UNLISTED
    if raised.changes:
        from backplan.planner.telling.signs_waiting import WHAT_CHANGED
    for section in raised.changes:
        yield CHANGED.format(what=WHAT_CHANGED[section], section=section)
    if raised.leg != "none":
        yield HOW_FAR.format(leg=raised.leg)
    if not raised.signs:
        return
    from backplan.rules.heart import HEART
    from backplan.rules.red_flags import EMERGENCIES, RED_FLAGS

    flags = {sign: f"--{flag}" for flag, sign in LEG_SIGNS.items()}
    asks = {rule.id: rule.asks for rule in RED_FLAGS} | {rule.id: rule.asks for rule in HEART}
    yield TOLD_OF
    for sign in raised.signs:
        do = AT_ONCE if sign in EMERGENCIES else FIRST
        yield f"{asks[sign]}: if that is so, {do}, and note it: `backplan log {flags.get(sign, f'--sign {sign}')}`."


def _once_a_kind(hurt: Sequence[Hurt]) -> Iterator[Hurt]:
    """What hurt, of the walks or rides of one kind that are eased only the first."""
    kinds = set[str]()
    for each in hurt:
        kind = each.exercise.modality if each.eased and each.exercise.slot == "aerobic" else each.exercise.id
        if kind not in kinds:
            kinds.add(kind)
            yield each


def _way_on(found: Hurt) -> str:
    """What to do about an exercise that hurt."""
    key, name = found.exercise.id, found.exercise.name
    if not found.held and found.meant:
        keys = " or ".join(f"`backplan swap {each.id}`" for each in found.meant)
        held = all_of([each.name for each in found.meant])
        return (
            f"{name} hurt: it is not in your week, but {held} {'is' if len(found.meant) == 1 else 'are'}. If you meant "
            f"that, {keys} puts another exercise in its place; if not, leave out what hurt."
        )
    if not found.held:
        return f"{name} hurt: it is not in your week. Leave it out for now; `backplan why {key}` tells why it is not."
    if found.eased:
        return f"{name} hurt: {_eased(found)}"
    if not found.replaced:
        return f"{name} hurt: leave it out, and `backplan log --not {key}` says so; nothing else fits in its place now."
    another = f"`backplan swap {key}` puts another exercise in its place."
    if found.easier is None:
        return f"{name} hurt: {another}"
    return f"{name} hurt: `backplan swap {key} --for {found.easier.id}` gives the easier one; {another}"


def _eased(found: Hurt) -> str:
    """What becomes of an exercise that hurt sharply, and what to do if it hurts again."""
    key, slot = found.exercise.id, found.exercise.slot
    if slot not in KIND_OF:
        return "it is left out for a week. After that try it gently; if it hurts again, leave it out."
    other = f"; `backplan swap {key}` puts another in its place" if found.replaced else ""
    if found.ahead:
        becomes = f"the days ahead hold {'less of it, and easy' if slot == 'aerobic' else 'it a step easier'}"
    else:
        then = "there is less of it, and it is easy" if slot == "aerobic" else "it is a step easier"
        becomes = f"no other day of this week holds it, and next time {then}"
    return f"{becomes}. If it hurts again, leave it out{other}."


def word(entry: LogEntry, heard: Heard) -> str:
    """One kind sentence on what was recorded; under a stop nothing is promised and nothing advised. A day long ago is
    questioned, whatever the entry.
    """
    far = "" if entry.kind == "session" else diary.if_far(entry, heard.today)
    return f"{_of_kind(entry, heard)}{far}"


def _of_kind(entry: LogEntry, heard: Heard) -> str:
    if entry.kind in ("morning", "pain"):
        return _pain(entry, heard)
    noted = _on_its_day(entry, heard)
    if entry.kind == "signs":
        return f"{noted} as {diary.new_signs(entry)}."
    if entry.kind == "function":
        return f"{noted}: {entry.function}, {entry.score} of 10."
    if entry.kind == "flare":
        return f"{noted}: a flare." + ("" if heard.stop else f" It is common, and it passes. {_ahead(heard.mode)}")
    if entry.kind == "activity":
        usual = effort_of(str(entry.exercise)) if entry.effort is None and not entry.lands_hard else None
        effort = f", as a rule a {usual} effort" if usual and not heard.stop else ""
        numbers = "".join(f", {each}" for each in (*diary.figures(entry), *_quoted(entry.note)))
        what = f"{noted}: {counted(entry.minutes or 0, 'minute')} {of_it(entry.exercise or '')}{effort}{numbers}."
        return what if heard.stop or heard.alarmed else f"{what} {_earned(entry, heard)}"
    silent = heard.stop or heard.alarmed  # a sign comes before all else
    return f"{_noted(entry, heard)} {'' if silent else _after_session(entry, heard)}".rstrip()


def _earned(entry: LogEntry, heard: Heard) -> str:
    """Whether an activity earns aerobic minutes of the plan; of what nobody else can know, how to say that it does."""
    if entry.lands_hard:
        return WAITS
    if heard.soon:  # that it counts would praise what is warned of
        return PACED
    if entry.aerobic is not False:
        return "It counts."
    if entry.exercise not in heard.own:
        return NOT_AEROBIC
    if entry.effort is not None or max(entry.pain or 0, entry.peak or 0) >= SEVERE:
        return BESIDE
    return f"{BESIDE} {IF_BRISK} `backplan diary edit {entry.id} --effort {BRISK}` (0 to 10)."


def _on_its_day(entry: LogEntry, heard: Heard) -> str:
    """That something was noted, and for which day, where that is not today."""
    return "Noted" if entry.on == heard.today else f"Noted for {long_day(entry.on, heard.today)}"


def _quoted(note: str | None) -> list[str]:
    return [f"“{note}”"] if note else []


def already(session: LogEntry, today: date, names: NamesSpokenOf) -> str:
    """That a session is noted already, with what is noted of it."""
    day = "today" if session.on == today else long_day(session.on, today)
    rest = f" {STANDS.format(id=session.id)}" if session.not_in_full else ""
    return f"A session is noted for {day} already: {diary.in_words(session, names)}.{rest}"


def _pain(noted: LogEntry, heard: Heard) -> str:
    """Pain on waking or now, as a number or in words; that a number helps, where there is none."""
    head = _on_its_day(noted, heard)
    if noted.kind == "morning":
        tired = ["tired muscles"] if noted.tired else []
        return f"{head}: {', '.join((f'{noted.pain} on waking', *tired, *_quoted(noted.note)))}.{_severe(noted, heard)}"
    if noted.pain is not None:
        return f"{head}: {', '.join((f'pain {noted.pain}', *_quoted(noted.note)))}.{_severe(noted, heard)}"
    silent = heard.stop or heard.alarmed
    if noted.note is None and noted.leg is not None:
        return f"{head}: {NO_LEG if noted.leg == 'none' else f'pain down to the {noted.leg}'}."
    if noted.note is None and noted.hurt:
        return f"{head}: {all_of([heard.names.names.get(each, spaced(each)) for each in noted.hurt])} hurt."
    if heard.hurt.unable is not None and not silent:
        return f"{head}: “{noted.note}”. {_instead(heard.hurt.unable)}"
    hint = heard.hints.get(noted.note or "")
    more = IF_DONE if heard.unknown and hint not in ("another", "therapist") else HINTS[hint] if hint else ""
    return f"{head}: “{noted.note}”.{'' if silent else more}"


def _instead(unable: Sequence[Exercise]) -> str:
    """What puts others in the place of exercises that cannot be done so just now; nobody is asked for many commands."""
    names = f"Of this week that is {'; '.join(each.name for each in unable)}. " if unable else ""
    one = unable[0].id if len(unable) == 1 else "NAME"
    return f"Leave out what needs that for now. {names}`backplan swap {one}` puts another exercise in its place."


def _severe(noted: LogEntry, heard: Heard) -> str:
    """What a lot of pain asks for, if it is today's and the week has heard it."""
    severe = noted.pain is not None and noted.pain >= SEVERE and noted.on == heard.today
    if not severe or heard.mode is None or WEEK_KINDS[heard.mode].trains:
        return ""
    return f" That is a lot of pain. {COPE} Ask your doctor about pain control."


def _ahead(mode: Mode | None) -> str:
    """What a flare makes of the days ahead, as the week has it now."""
    kind = WEEK_KINDS[mode] if mode else None
    if kind and kind.gentle:
        return GENTLE
    if kind and not kind.trains:
        return COPE
    return "`backplan week` shows the days ahead."


def _noted(entry: LogEntry, heard: Heard) -> str:
    """Thanks for a session, with what is noted of it now, and of which day where that is not plain."""
    kind = EVERY_DAY[entry.done or "all"] if heard.session.every_day else None
    now = f"{diary.in_words(entry, heard.names, kind)}.{diary.if_far(entry, heard.today)}"
    return f"{_on_its_day(entry, heard)}, thank you: {now}"


def _after_session(entry: LogEntry, heard: Heard) -> str:
    if entry.done == "no":
        lasts = _LASTS.search(" ".join(filter(None, (entry.why, entry.note))))
        return f"Letting a session go is fine; the week goes on from here.{IF_IT_LASTS if lasts else ''}"
    if entry.pain is not None and entry.pain >= SEVERE:
        return SEVERE_NOW if entry.on == heard.today else SEVERE_THEN
    too_much = TOO_MUCH + (f" {LIGHTER}" if heard.session.lighter else "") if heard.session.too_much else ""
    return f"{too_much} {_morning_after(entry.on, heard)}".strip()


TOO_MUCH = "That hurt more than it should."
LIGHTER = "What comes next is made lighter: `backplan week`."


def _morning_after(on: date, heard: Heard) -> str:
    """To say how the back was on waking the day after, while that is ahead or just now; who says so by themselves, or
    was often asked in vain, is not asked each time.
    """
    if on == heard.today and heard.knows_mornings:
        return ""
    if on == heard.today:
        return "Tomorrow, say how your back was on waking: `backplan log --morning N`."
    if (heard.today - on).days == 1 and not heard.morning:
        return "How was your back on waking today? `backplan log --morning N`."
    return ""


def planned(of: Planned) -> Iterator[str]:
    """What was planned for the session that is about to be told."""
    from backplan.render.grouped import part

    day = of.day
    if day is not None and day.rest and day.daily:
        yield f"{long_day(of.on)}, for every day: {', '.join(item.name for item in day.daily.items)}"
        return
    if day is None or not day.sessions:
        yield f"{long_day(of.on)}: nothing was planned."
        return
    if day.on != of.on:
        yield f"No session waits on {long_day(of.on)}, so what you tell is taken for this one:"
    yield f"{long_day(day.on)}: {day.minutes} minutes"
    for place, block in ((session.place, block) for session in day.sessions for block in session.blocks):
        names = ", ".join(item.name for item in block.items)
        yield f"  {part(place, block)}: {names}"
