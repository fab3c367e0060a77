"""What the words and flags of `log` come to beside each other: which flags a sentence says, too, which exercises it
leaves out, and what of it is kept as words.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Literal

from backplan.cli.sentences import activity as own_activity
from backplan.cli.sentences import figures, sentence
from backplan.cli.sentences.clauses import Also, lasted
from backplan.cli.sentences.clock import without_clock
from backplan.cli.sentences.days import several_days
from backplan.cli.sentences.of_session import in_the_way, of_session, several
from backplan.cli.sentences.sentence import ToldInWords
from backplan.cli.sentences.went import tells_how_it_went, tells_it_is_open
from backplan.cli.terminal import asking, dates, environment, options, output
from backplan.cli.terminal.together import Together, read_each
from backplan.cli.terminal.unread import tell_unread
from backplan.errors import StoreError, UsageError
from backplan.model.activities import STILL, moves_on, plain_name
from backplan.model.diary import FIGURES
from backplan.model.felt_words import tell_of_dislike
from backplan.model.medicine_words import tells_of_medicine
from backplan.model.said_numbers import times_in_minutes
from backplan.model.therapist_words import tells_of_orders
from backplan.model.wording import long_day, spaced
from backplan.planner.diary.leg_words import leg_in
from backplan.planner.diary.plain_words import all_plain, of_a_helpline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from backplan.actions.workspace import Workspace
    from backplan.cli.log_options import LogFlags
    from backplan.model.ability_words import ScoredAbility
    from backplan.model.diary import LogEntry
    from backplan.model.vocabulary import Done

OF_TEN = range(11)
NONE_LET_GO = "No session was planned for that day, so none was let go."
NOT_HELD = "“{name}” was not in that session, so nothing of it is left out; the word is kept as a note."
NOT_READ = (
    "“{name}” is no name of one exercise of that session, so it is noted as partly done, with the word beside it. The "
    "names: `backplan today`."
)


def in_flags(flags: Together, place: Workspace, given: LogFlags) -> tuple[LogFlags, ToldInWords]:
    """The flags, with what the words say that a flag says, too; and what the words say that none does."""
    given = _with_whole_name(given)
    if not given.activity:
        return given, ToldInWords()  # reading no words would take a quarter of the command's time
    if words := _words_of_a_sign(place, given):
        return _beside_a_sign(given, words)
    given = _minutes_in_words(given)
    whole = " ".join(given.activity or ())
    plain, times = without_clock(whole)
    if times is None:
        return _in_words(flags, place, given, whole)
    ahead = times.startswith("at ") and in_the_way(plain)  # an appointment at 10 lets no session go by itself
    if given.minutes is None and (not plain or ahead):
        return _of_a_time(given, whole)
    given, heard = _in_words(flags, place, given._replace(activity=plain.split()), whole)
    return (given if heard.words else given._replace(note=_joined(given.note, times))), heard


def _of_a_time(given: LogFlags, whole: str) -> tuple[LogFlags, ToldInWords]:
    """Words that tell of a time of the clock alone, or of what is then: a note, beside other words where there are
    any.
    """
    beside = given.note or given.why
    given = given._replace(activity=None, note=_joined(given.note, whole) if beside else given.note)
    return given, ToldInWords() if beside else ToldInWords(words=whole, unknown=True)


def _in_words(flags: Together, place: Workspace, given: LogFlags, whole: str) -> tuple[LogFlags, ToldInWords]:
    """The flags, and what words tell beside them that no time of the clock is in; ``whole``: all that was written."""
    written = " ".join(given.activity or ())
    _refuse_several_days(given, written)
    if given.minutes is None and (able := _scored_in_words(place, written)):
        scores = [*(given.function or ()), f"{able.function}={able.score}"]
        return given._replace(activity=None, function=scores), ToldInWords()
    given = _on_its_day(given, times_in_minutes(written))
    if (how_far := _of_which_it_tells(place, given, written)) is not None:
        as_done = _in_words(flags, place, given._replace(activity=f"{DONE}, {written}".split()), whole)
        return _as_far(how_far, *as_done)
    if given.minutes is None:
        given = given._replace(activity=own_activity.in_one_set(place, given.activity))
        own_activity.refuse_a_bare_number(place, " ".join(given.activity or ()))
    all_but = _all_but(place, given)
    given = given._replace(activity=all_but or given.activity)
    words = " ".join(given.activity or ())
    try:
        heard = sentence.read_words(words) if given.minutes is None else None
    except UsageError as error:
        of_day = "" if given.on == "today" else f"{given.on} "
        flags.fault(str(error).replace("`backplan log ", f"`backplan log {of_day}"))
        return given._replace(activity=None), ToldInWords()
    done = words if heard is None else heard.activity or ""
    if tells_of_medicine(done) or _of_ability(given, done) or (tells_of_orders(done) and not lasted(done)):
        return given._replace(activity=None), ToldInWords(words=whole, pain=heard and heard.pain)
    if heard is None:
        body = None if given.minutes or _is_known(place, done) else sentence.of_the_body(done)
        body = body or _unknown(place, given, done)
        return (given._replace(activity=None), body._replace(words=whole)) if body else (given, ToldInWords())
    heard = _with_no_low_end(heard, words)._replace(supposed=all_but is not None)
    if heard.activity and not _is_known(place, done):
        heard = _of_no_activity(place, given, heard, words)
    given, heard = _without_the_rest(place, given, heard)
    left, beside = heard.activity, _joined(heard.beside, given.note)
    given = given._replace(activity=left.split() if left else None, flare=given.flare or heard.flare, note=beside)
    given = _with_what_words_say(flags, given, heard, words)
    return given, heard._replace(pain=None if heard.of_session else heard.pain, words=heard.words and whole)


DONE = "all done"


def _as_far(how_far: Done | Literal["open"], given: LogFlags, heard: ToldInWords) -> tuple[LogFlags, ToldInWords]:
    """What words on how it went tell: of a session that is noted it stays done as far as it was."""
    if how_far == "open" or given.done != "all":
        return given, heard._replace(supposed=given.done == "all")
    return given._replace(done=how_far), heard


def _of_which_it_tells(place: Workspace, given: LogFlags, written: str) -> Done | Literal["open"] | None:
    """How far the session is noted of which words tell how it went, open where it is planned and has no word yet; None
    where they tell of none.
    """
    from backplan.actions.log import noted_on

    if given.done or given.flare or given.not_ or not (place.begun and tells_how_it_went(written)):
        return None
    if lasted(written) or (day := _day_of(given)) is None:
        return None  # it may be of what took that time: that was hard, gardening 30 minutes
    if _waits(place, day):
        return "open"
    noted = noted_on(place, day)
    return noted.done if noted else None


def _day_of(given: LogFlags) -> date | None:
    with suppress(UsageError):
        return dates.past_day(given.on, "--on")
    return None


def _waits(place: Workspace, on: date) -> bool:
    from backplan.actions.log import waits_for_a_word

    with suppress(StoreError):  # recording is never refused for what else cannot be read
        return waits_for_a_word(place, on)
    return False


def without_a_word(place: Workspace, typed: LogFlags, entries: Sequence[LogEntry]) -> date | None:
    """The day whose session is planned and has no word, where pain or a note alone is told of it, and nothing says that
    the session was not done or is still to come.
    """
    texts = (" ".join(typed.activity or ()), typed.note, typed.why)
    alone = all(entry.kind == "pain" and entry.leg is None for entry in entries)
    if not alone or not place.begun or any(map(tells_it_is_open, filter(None, texts))):
        return None
    return next((entry.on for entry in entries if _waits(place, entry.on)), None)


def _joined(*words: str | None) -> str | None:
    """Words of several pieces as one note."""
    return "; ".join(dict.fromkeys(filter(None, words))) or None


def _of_no_activity(place: Workspace, given: LogFlags, heard: ToldInWords, words: str) -> ToldInWords:
    """What was heard, where what is left to be an activity may be of the body, or nobody knows it."""
    done = heard.activity or ""
    if sentence.of_the_body(done):
        return _of_the_body(heard, done, words)
    if unknown := _unknown(place, given, done):
        return _of_the_body(heard, done, words)._replace(unknown=unknown.unknown, felt=unknown.felt)
    return heard


def _with_what_words_say(flags: Together, given: LogFlags, heard: ToldInWords, words: str) -> LogFlags:
    """The flags with the answers that words give; two answers to one question are a fault."""
    for name in ("done", "why", "morning", "peak", "effort", *(("pain",) if heard.of_session else ())):
        in_words, in_flag = getattr(heard, name), getattr(given, name)
        if None not in (in_words, in_flag) and in_words != in_flag:
            flags.fault(f"--{name} {in_flag} and “{words}” are two answers: leave one out")
        if in_flag is None:
            given = given._replace(**{name: in_words})
    return given


def _with_whole_name(given: LogFlags) -> LogFlags:
    """The flags with all of a name left out: words without quotes behind it are the rest of it."""
    if not given.not_:
        return given
    name = " ".join((given.not_[-1], *(given.activity or ())))
    return given._replace(not_=[*given.not_[:-1], name], activity=None)


def _refuse_several_days(given: LogFlags, whole: str) -> None:
    """Refuse, with a UsageError that has the command for each, what a sentence tells of several days: what is of one is
    no note of another.
    """
    if given.on == "today" and (days := several_days(whole)):
        commands = "; ".join(f"`{each.command}`" for each in days)
        raise UsageError(f"{whole}: each day is noted by itself, so nothing was noted yet. Type: {commands}")


def _without_the_rest(place: Workspace, given: LogFlags, heard: ToldInWords) -> tuple[LogFlags, ToldInWords]:
    """The flags with the exercises that words leave out. What is none of the session's is kept as a note, and said: one
    that it did not hold changes nothing, and of a name that is none nobody knows how much was left out.
    """
    if not heard.left_out or not place.begun:
        return given._replace(not_=[*(given.not_ or ()), *heard.left_out]), heard
    on = dates.past_day(given.on, "--on")
    unread = [name for name in heard.left_out if not _can_be_left_out(place, name, on)]
    given = given._replace(not_=[*(given.not_ or ()), *(name for name in heard.left_out if name not in unread)])
    if not unread:
        return given, heard
    from backplan.actions.exercises import is_of_one

    unclear = [name for name in unread if not is_of_one(name, place)]
    for name in unread:
        output.complain((NOT_READ if name in unclear else NOT_HELD).format(name=name))
    beside = _joined(f"all but {' and '.join(unread)}", heard.beside)
    return given, heard._replace(done="part" if unclear else heard.done, beside=beside)


def _can_be_left_out(place: Workspace, name: str, on: date) -> bool:
    """Whether words are the name of an exercise that a date's session held, as far as that is known."""
    try:
        return bool(left_out_of(place, [name], on))
    except UsageError:
        return False


def _on_its_day(given: LogFlags, whole: str) -> LogFlags:
    """The flags with the day that the words name, where no flag does."""
    if not whole.strip() or given.on != "today":
        return given._replace(activity=whole.split() or given.activity)
    what, whose = sentence.without_whose(whole)
    what, day = sentence.without_day(what)
    return given._replace(activity=what.split() or None, on=day or "today", note=_joined(given.note, whose))


def _of_the_body(heard: ToldInWords, done: str, words: str) -> ToldInWords:
    """What words tell of the body, and of no activity: kept beside a session, else as they are."""
    how = ", ".join(filter(None, (done, heard.beside)))
    heard = heard._replace(activity=None)
    return heard._replace(beside=how) if heard.of_session else heard._replace(words=words, beside=None)


def _unknown(place: Workspace, given: LogFlags, words: str) -> ToldInWords | None:
    """Words of which nobody can tell whether they are of something that was done, as words; a person at the terminal is
    asked. None where they are of a known activity, or say how long it took.
    """
    clear = moves_on(words) or plain_name(words.lower()) in STILL or bool(_minutes_of(place, words))
    clear = clear or own_activity.is_measured(words) or own_activity.names_sessions(words)
    clear = clear or bool(own_activity.in_minutes(place, words))
    if tell_of_dislike(words) and not lasted(words):
        return ToldInWords(words=words)
    if not words.strip() or given.minutes is not None or clear or _is_known(place, words):
        return None
    if not environment.at_terminal() or given.as_json or not place.begun:
        return ToldInWords(words=words, unknown=True)
    if len(words) <= own_activity.LONGEST and all_plain(words) and not re.search(r"\d", words):
        return None  # how many minutes it took is asked, and none is an answer
    felt = asking.until_right(DID_OR_FEEL, None, _felt) == FEEL
    if not felt and len(words) <= own_activity.LONGEST:
        return None
    return ToldInWords(words=words, unknown=not felt, felt=felt)


FEEL = "feel"
DID_OR_FEEL = "Is that something you did, or how you feel? (did / feel)"


def _felt(text: str) -> str:
    """Whether words were meant as how somebody feels, or what they did. Raises UsageError."""
    word = text.lower().strip(" .!'")
    if re.match(r"(?:how )?(?:i )?(?:feel|felt|f\b|body|new|sick|ill|pain|both)", word):
        return FEEL  # both: the more careful of the two
    if re.match(r"(?:i )?(?:something )?(?:i )?(?:did|do|d\b|done|activity)", word):
        return "did"
    raise UsageError("Please type did or feel; if you are not sure, feel.")


_WENT = r"(?i)(?:i |we )?(?:went|did|played|ran|jogged|been) "


def _minutes_of(place: Workspace, words: str) -> int | None:
    """The minutes that words say with an activity; none of what a helpline's number begins, and of a bare number only
    beside what is known as one: slept badly, 5 tells of no minutes.
    """
    if of_a_helpline(words) or sentence.of_the_body(words):
        return None
    what, minutes = own_activity.and_minutes(place, words)
    still = plain_name(what.lower()) in STILL or not STILL.isdisjoint(what.lower().split())
    done = lasted(words) or moves_on(what) or still or _is_known(place, what)
    return minutes if done or re.match(_WENT, words) else None


_AFTER = r"(?i)\b(?:after|end)"
_BEFORE_AND_AFTER = r"(?i)\b\d+\W+(?:\w+\W+)?before\b.*\b\d+\W+(?:\w+\W+)?(?:after|at the end)\b"


def _with_no_low_end(heard: ToldInWords, words: str) -> ToldInWords:
    """What words tell, without a pain at the end below that before: it is no highest, and is kept in words."""
    lower = heard.peak is not None and heard.pain is not None and heard.peak < heard.pain and re.search(_AFTER, words)
    if not lower and not (heard.peak is None and re.search(_BEFORE_AND_AFTER, words)):
        return heard
    if re.search(r"(?i)\b(?:worst|highest|peak|most)\b", words):
        return heard
    done = heard.done if heard.activity else heard.done or "all"
    return heard._replace(done=done, peak=None, beside=words)


_LEFT_OUT = (
    r"(?i)(?:i )?(?:skipped|missed|left out|did without|(?:did|could)(?: not|n['’]?t) do|no) "
    r"(?P<what>[a-z -]+?)(?: today)?"
    r"(?P<rest>(?:[,;.]| (?:because|as|since|cos|cause|due to)\b).*)?"
)


def _all_but(place: Workspace, given: LogFlags) -> list[str] | None:
    """The words of one who left something out, as that the others were done, where that is what was planned: skipped
    the bridge, too sore. None for any others.
    """
    words = " ".join(given.activity or ())
    skipped = re.fullmatch(_LEFT_OUT, words)
    if skipped is None or given.done or not place.begun or of_session(words):
        return None
    all_but = ["did everything but", skipped["what"] + (skipped["rest"] or "")]
    if (but := of_session(f"did everything but {skipped['what']}")) and but.parts:
        return all_but
    if own_activity.names_sessions(skipped["what"]):  # all of it: my exercises
        return None
    with suppress(UsageError):
        on = dates.past_day(given.on, "--on")
        if left_out_of(place, several(skipped["what"]), on):
            return all_but
    return None


def _minutes_in_words(given: LogFlags) -> LogFlags:
    """The flags, with the minutes of a session among its words, as they stand beside it: done --minutes 20."""
    of = of_session(" ".join(given.activity or ())) if given.minutes else None
    if of is None or of.done != "all":
        return given
    return given._replace(minutes=None, activity=[*(given.activity or ()), str(given.minutes), "minutes"])


def of_a_rest_day(
    place: Workspace, typed: LogFlags, given: LogFlags, in_words: ToldInWords, on: date | None
) -> tuple[LogFlags, ToldInWords]:
    """The flags, with how a day was in words that was one of rest: then nothing was let go by doing nothing."""
    how = given.why or given.note or in_words.also
    in_sentence = given.done == "no" and not typed.done and bool(typed.activity)
    if on is None or not in_sentence or typed.peak is not None or typed.effort is not None or not place.begun:
        return given, in_words
    from backplan.actions.log import is_of_rest

    if not is_of_rest(place, on):
        return given, in_words
    output.complain(NONE_LET_GO + _which_was_meant(place, on))
    text = " ".join(typed.activity or ()) if given.why or given.note or not how else None
    score = given.pain if given.peak is None else given.peak
    given = given._replace(done=None, why=typed.why, note=typed.note, pain=None, peak=None, effort=None)
    return given, ToldInWords(words=text, pain=score, also=in_words.also)


def _which_was_meant(place: Workspace, on: date) -> str:
    """How the session of another day is let go, where one waits for a word."""
    from backplan.actions.log import of_another_day

    day = of_another_day(place, on)
    if day is None or day > place.today or not _waits(place, day):
        return ""
    return f" If you mean {long_day(day, place.today)}: `backplan log --on {day} --done no`."


def refuse_of_no_session(place: Workspace, typed: LogFlags, given: LogFlags, on: date | None) -> None:
    """Refuse, with a UsageError, a highest pain or an effort alone in words, where no session is noted of that day."""
    from backplan.actions.log import noted_on

    scores = {name: score for name in ("peak", "effort") if (score := getattr(given, name)) is not None}
    flags = (typed.done, typed.pain, typed.peak, typed.effort)
    alone = scores and given.done is None and given.pain is None and not given.activity and not given.not_
    text = " ".join(typed.activity or ())
    named = re.search(r"(?i)\b(?:session|exercis\w*|workout|routine)\b", text)
    if on is None or not alone or named or any(each is not None for each in flags) or noted_on(place, on):
        return
    name, score = next(iter(scores.items()))
    behind = "" if on == place.today else f" --on {on}"
    pain = f"; if it was not in a session, `backplan log pain {score}{behind}`" if name == "peak" else ""
    raise UsageError(
        f"{text}: no session is noted for that day yet; `backplan log all done, {name} {score}{behind}` notes it, or "
        f"`backplan log did part of it, {name} {score}{behind}`{pain}"
    )


def refuse_the_daily_of_more(place: Workspace, typed: LogFlags, on: date | None) -> None:
    """Refuse, with a UsageError, that what is for every day was done, where the session of that day holds more."""
    text = " ".join(typed.activity or ())
    if on is None or not re.search(r"(?i)\b(?:daily|every ?day) (?:ones?|bits?|things?)\b", text):
        return
    from backplan.actions.log import planned

    if (found := planned(place, on)) and found.day and found.day.on == on and found.day.sessions:
        behind = "" if on == place.today else f" --on {on}"
        raise UsageError(
            f"{text}: a session is planned for that day. If you did all of it: `backplan log all done{behind}`; "
            f"if not: `backplan log did part of it{behind}`"
        )


def of_session_named(place: Workspace, typed: LogFlags, entries: list[LogEntry]) -> list[LogEntry]:
    """The entries, a session that was told by that name on a day of rest as the one of the day it was meant for."""
    text = " ".join(typed.activity or ())
    if not re.search(r"(?i)\b(?:session|workout)\b", text) or re.search(r"(?i)\b(?:daily|every ?day)\b", text):
        return entries
    from backplan.actions.log import of_another_day

    def meant(entry: LogEntry) -> LogEntry:
        worked = entry.kind == "session" and entry.done != "no"
        day = of_another_day(place, entry.on) if worked else None
        return entry._replace(of=day.isoformat()) if day else entry

    return list(map(meant, entries))


def with_parts(place: Workspace, typed: LogFlags, given: LogFlags, in_words: ToldInWords, on: date | None) -> LogFlags:
    """The flags, with the exercises of the parts of a session that were not done, where it is known what it held."""
    if on is None or in_words.parts is None or typed.done or given.not_ or not place.begun:
        return given
    from backplan.actions.log import outside

    undone = outside(place, on, *in_words.parts)
    if not undone:
        return given
    given = given._replace(not_=[*undone])
    if not (given.why and lasted(given.why)):
        return given._replace(done="all")
    words = " ".join(typed.activity or ()) or given.why
    if less_of_parts(place, in_words, words, on) is None:
        return given._replace(done="all", why=None, note=_joined(words, given.note))
    return given._replace(why=words)


def with_longer_walk(place: Workspace, given: LogFlags, in_words: ToldInWords, on: date | None) -> ToldInWords:
    """What words tell, with what a walk or ride was longer by that was all somebody did: only managed the walk, 20."""
    parts = in_words.parts
    lasting = re.search(r"(?i)\b(\d{1,3}) ?(?:minutes?|mins?|m)\b", times_in_minutes(given.note or ""))
    if on is None or lasting is None or parts is None or not parts.only or set(parts.kinds) != {"aerobic"}:
        return in_words
    from backplan.actions.log import planned

    found = planned(place, on) if place.begun else None
    blocks = found.day.blocks() if found and found.day else ()
    walks = [item.exercise for block in blocks if block.kind == "aerobic" for item in block.items]
    more = [Also(f"{spaced(walk)} {lasting[1]} minutes", extra=False) for walk in walks[:1]]
    return in_words._replace(also=(*in_words.also, *more))


def less_of_parts(place: Workspace, in_words: ToldInWords, words: str, on: date) -> Mapping[str, int] | None:
    """What less was done of the parts of a session that were done alone, by the minutes that words say these took; None
    where that is what was planned, or no minutes are said.
    """
    lasted = re.search(r"(?i)\b(\d{1,3}) ?(?:minutes?|mins?|m)\b", times_in_minutes(words))
    if lasted is None or in_words.parts is None or not in_words.parts.only:
        return None
    from backplan.actions.log import cut_short

    return cut_short(place, on, in_words.parts.kinds, int(lasted[1]))


def _beside_a_sign(given: LogFlags, words: str) -> tuple[LogFlags, ToldInWords]:
    """Words that may tell of a sign, with the session that the same sentence tells of, if it does."""
    given, heard = given._replace(activity=None), None
    with suppress(UsageError):
        heard = sentence.read_words(without_clock(words)[0])
    number = figures.highest if leg_in(words) != "none" else figures.within
    pain = number(words) if given.pain is None else None
    if heard and heard.flare:
        return given._replace(flare=True, note=_joined(words, given.note)), ToldInWords()
    if given.on != "today" or heard is None or heard.done is None or heard.left_out or in_the_way(words):
        return given, ToldInWords(words=words, pain=pain)
    given = given._replace(done=given.done or heard.done, note=_joined(words, given.note))
    numbers = {name: getattr(heard, name) for name in FIGURES if getattr(given, name) is None}
    if pain is not None and {*numbers.values()} == {None}:
        numbers["pain"] = pain
    return given._replace(**numbers), ToldInWords()


def _is_known(place: Workspace, words: str) -> bool:
    """Whether words are the name of an exercise or of a kind of exercise, or list some with their sets."""
    own = re.sub(r"^\d+ (?=[a-z])", "", own_activity.without_did(words.lower()))
    return bool(place.names.wish(own) or place.names.named(own) or place.names.slips(own)) or bool(
        re.search(r"\d ?(?:[x×] ?\d|(?:x|×|sets?|reps?)\b)", own)
    )


def _of_ability(given: LogFlags, words: str) -> bool:
    """Whether words tell of what somebody can do again, or cannot, and of no activity."""
    from backplan.model.ability_words import tells_of_ability

    return given.minutes is None and tells_of_ability(words)


def _scored_in_words(place: Workspace, text: str) -> ScoredAbility | None:
    """What a person named that they want to do again, with the number that a sentence gives it; None for any other."""
    if not place.begun or not re.search(r"\d", text):
        return None
    from backplan.actions.person import on_record
    from backplan.model.ability_words import scored_ability

    person = on_record(place)
    found = scored_ability(text, person.functions) if person and person.functions else None
    return found if found and found.score in OF_TEN else None


def _words_of_a_sign(place: Workspace, given: LogFlags) -> str:
    """The words of an activity that is none, as they may tell of a sign to look at first: numb between the legs."""
    from backplan.planner.diary.health_words import may_alarm
    from backplan.planner.diary.sign_words import signs_in

    words = options.short(" ".join(given.activity or ()), "what you did") or ""
    if given.minutes is not None or not may_alarm(words) or own_activity.one_set(place, words):
        return ""  # heel slides 8 on each leg
    if _minutes_of(place, words) is not None and (moves_on(words) or not signs_in(words)):
        return ""  # an activity, which is read for signs as every other; and not: lost the use of my leg for an hour
    return words if may_alarm(_without_names(words)) else ""


def _without_names(words: str) -> str:
    """Words of a session without the exercises that they leave out: a heel slide tells of no heel."""
    with suppress(UsageError):
        heard = sentence.read_words(words)
        for name in heard.left_out if heard else ():
            words = words.replace(name, "")
    return words


def left_out_of(place: Workspace, texts: Sequence[str], on: date) -> tuple[str, ...]:
    """The ids of the exercises of --not. Raises UsageError for those that the session did not hold."""
    if not texts:
        return ()
    from backplan.actions.log import left_out

    tell_unread(place)
    return tuple(dict.fromkeys(read_each(lambda text: left_out(place, on, text), texts)))
