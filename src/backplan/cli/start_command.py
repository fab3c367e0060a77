"""`backplan start`: today's session, guided, one exercise a screen."""

from typing import TYPE_CHECKING, Annotated

import typer

from backplan.cli import aside, leg_signs, log_command, today_command
from backplan.cli.kept_signs import signs_kept
from backplan.cli.recorded import tell
from backplan.cli.terminal import asking, environment, output
from backplan.cli.which_day import MINUTES_YOU_HAVE, MinutesYouHave, which_day
from backplan.errors import UsageError
from backplan.model.diary import LEG_SIGNS, LogEntry
from backplan.model.vocabulary import LEGS
from backplan.model.wording import long_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from backplan.actions.guided.guide import Guide
    from backplan.actions.guided.session import Felt, GuidedSession
    from backplan.actions.workspace import Workspace
    from backplan.cli.start_answers import Reached

app = typer.Typer(rich_markup_mode=None, add_completion=False)

NO_TERMINAL = (
    "`backplan start` goes through the session with you and needs a terminal; `backplan today` shows all of it at once"
)
NOT_THAT_DAY = "`backplan start` begins today's session; `backplan today DAY` shows another day's"
OVER = "That was today's session. How was it? Enter passes a question."
STOPPED_FOR_THE_LEG = "The session ends here, and what you did is kept. The leg comes first."
STOPPED_BY_WORDS = "The session ends here, and what you did is kept. What you wrote comes first."
STOPPED_ELSEWHERE = "Another window noted something meanwhile, so the session ends here. What you did is kept."
STOPPED = "You stopped here, and what you did is kept. How was it? Enter passes a question."
NOTHING_DONE = "Nothing was done, so nothing is noted. `backplan start` begins again."


@app.command()
def start(
    words: Annotated[list[str] | None, typer.Argument(metavar="[MINUTES]", help=MINUTES_YOU_HAVE)] = None,
    minutes: MinutesYouHave = None,
    pain: Annotated[int | None, typer.Option("--pain", min=0, max=10, help="Pain now, 0 to 10.")] = None,
    bell: Annotated[bool, typer.Option("--bell", help="Ring when a hold, a rest or an exercise is over.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="Whole lines and no clock, for a screen reader.")] = False,
) -> None:
    """Go through today's session, one exercise a screen, with a clock for holds, rests and minutes.

    Enter goes on: it begins what waits, and then means done, on to the next. Space pauses, s skips, b goes back,
    + takes longer, h says that it hurts, q stops; or type what you would say: only half, my knee hurts. What was done
    is kept, and is noted at the end; broken off, it goes on where it was.
    """
    from backplan.actions.answers import refuse_taken_away
    from backplan.actions.guided import session

    place = environment.workspace()
    with signs_kept(place, " ".join(words or ())):
        which = which_day(words or [], minutes)
        if which.day is not None:
            raise UsageError(NOT_THAT_DAY)
        if not environment.at_terminal():
            raise _nobody_to_ask(place)
    pain = today_command.note_words(place, which, pain)
    _settle_signs(place)
    with aside.noted(place):
        _settle_earlier(place)
    today_command.note_pain(place, pain, ask=True)
    found = session.session(place, which.minutes)
    _say_shorter(found)
    if found.again:
        with aside.noted(place):
            _say_again(found, plain=plain)
    with aside.noted(place):
        reached = _gone_through(place, found, bell=bell, plain=plain)
        if reached.why == "gone":
            return
        refuse_taken_away(place)
        _after(reached)(place, found, reached)


def _say_shorter(found: "GuidedSession") -> None:
    """Say how a session was made to fit the minutes that there are."""
    from backplan.render.today import in_minutes

    if found.shown.short:
        output.lines(in_minutes(found.shown))


def _after(reached: "Reached") -> "Callable[[Workspace, GuidedSession, Reached], None]":
    """What is done after a session, by why it ended."""
    after = {"help": _after_a_sign, "leg": _after_the_leg, "held": _after_another_window, "words": _after_words}
    return after.get(reached.why, _after_all)


def _nobody_to_ask(place: "Workspace") -> UsageError:
    """Why nothing begins without a terminal. Raises SafetyStop, with what to answer where a question waits."""
    if place.begun:
        from backplan.actions.week import today

        today(place)
    return UsageError(NO_TERMINAL)


def _settle_signs(place: "Workspace") -> None:
    """What own words may tell of, and nobody has answered, is asked before anything begins. Raises SafetyStop."""
    from backplan.actions.alarm import midwife_waits, waiting
    from backplan.planner.diary.own_words import own_words

    if found := [*(entry for entry, _ in waiting(place)), *midwife_waits(place)]:
        quoted = " and ".join(dict.fromkeys(f"“{'; '.join(own_words(entry))}”" for entry in found))
        log_command.ask_signs(place, place.today, (), leg_signs.WAITING_HEAD.format(words=quoted))


def _settle_earlier(place: "Workspace") -> None:
    """A session of an earlier day that was begun and never noted is noted now, or let go."""
    from backplan.actions.guided import begun

    left = begun.begun(place)
    if left is None or left.on == place.today:
        return
    if left.outcomes and not begun.noted(place, left.on):
        many = len({key.exercise for key in left.outcomes})
        output.say(f"On {long_day(left.on, place.today)} you began a session and went through {many} of its exercises.")
        if asking.until_right("Note it as partly done? (y/n)", "y", asking.yes):
            log_command.record_and_say(place, [LogEntry(left.on, "session", "part")], None, as_json=False, urgent=False)
    begun.end(place)


def _say_again(found: "GuidedSession", *, plain: bool) -> None:
    """What was kept of a session that was broken off; on a screen it goes on when the person is there."""
    from backplan.render import start as words

    output.lines(words.again(found.guide))
    if not plain and not output.is_dumb():
        asking.until_right("Enter goes on", "", _goes_on)


def _goes_on(text: str) -> None:
    """Enter, or a word for it. Raises UsageError for any other."""
    if text.lower() not in ("", "y", "yes", "ok", "go", "go on", "start"):
        raise UsageError(
            "Press Enter to go on with the session, or Ctrl-C to leave it for later; what was done is kept."
        )


def _gone_through(place: "Workspace", found: "GuidedSession", *, bell: bool, plain: bool) -> "Reached":
    if plain or output.is_dumb():
        from backplan.cli import start_lines

        return start_lines.gone_through(place, found)
    from backplan.cli import start_screen

    return start_screen.gone_through(place, found, bell=bell)


def _after_a_sign(place: "Workspace", found: "GuidedSession", reached: "Reached") -> None:
    """What may be an emergency is on record before anything is asked, so that it waits for its answer, and nothing is
    shown, whatever comes between. Raises SafetyStop.
    """
    from backplan.actions.guided import begun
    from backplan.actions.log import record
    from backplan.planner.diary.sign_words import signs_in
    from backplan.render import start as words

    output.lines(words.help_now())
    record(place, [*_entry(place, found, reached), LogEntry(place.today, "pain", note=words.FELT_A_SIGN)])
    begun.end(place)
    signs = sorted((*signs_in(words.FELT_A_SIGN), *LEG_SIGNS.values()), key=lambda sign: "chest" not in sign)
    log_command.ask_signs(place, place.today, signs, leg_signs.ANY_NEW)


def _after_another_window(place: "Workspace", found: "GuidedSession", reached: "Reached") -> None:
    """What was done is noted without a question, and the stop that another window brought is told. Raises
    SafetyStop.
    """
    from backplan.actions.guided import begun
    from backplan.actions.person import admitted

    entries = _entry(place, found, reached)
    begun.end(place)
    output.say(STOPPED_ELSEWHERE)
    if entries:
        log_command.record_and_say(place, entries, None, as_json=False)
    with admitted(place):
        pass


def _after_words(place: "Workspace", found: "GuidedSession", reached: "Reached") -> None:
    """What was done is noted without a question; what was said instead of going on is asked about next."""
    from backplan.actions.guided import begun
    from backplan.actions.log import record

    output.say(STOPPED_BY_WORDS)
    if entries := _entry(place, found, reached):
        record(place, entries)
    begun.end(place)


def _after_the_leg(place: "Workspace", found: "GuidedSession", reached: "Reached") -> None:
    """That pain goes further down the leg is on record before anything is asked, one part further than it was; then how
    far it goes. Raises SafetyStop.
    """
    from backplan.actions import diary
    from backplan.actions.exercises import named_in
    from backplan.actions.guided import begun
    from backplan.actions.guided.session import Felt
    from backplan.render import diary as words

    further = diary.further(place)
    entries = _entry(place, found, reached, Felt(leg=further or LEGS[-1]))
    begun.end(place)
    output.say(STOPPED_FOR_THE_LEG)
    recorded = log_command.record_and_say(place, entries, place.today, as_json=False)
    if further is None:  # of no word that is new it asks nothing
        log_command.ask_signs(place, place.today, tuple(LEG_SIGNS.values()), leg_signs.ANY_NEW)
    elif (leg := asking.choice_or_skip(leg_signs.HOW_FAR, *LEGS)) not in (None, further):
        changed = diary.change(place, recorded[0].id or 0, {"leg": leg})
        names = named_in([changed.entry], place)
        tell(lambda: output.say(words.changed(changed.entry, place.today, names)), changed.stop)


def _after_all(place: "Workspace", found: "GuidedSession", reached: "Reached") -> None:
    from backplan.actions.guided import begun

    if entries := _entry(place, found, reached, _felt(reached)):
        log_command.record_and_say(place, entries, place.today, as_json=False)
        _say_what_was_hard(reached.guide)
        _say_what_comes_later(found, reached.guide)
    else:
        output.say(NOTHING_DONE)
    begun.end(place)


def _entry(
    place: "Workspace", found: "GuidedSession", reached: "Reached", felt: "Felt | None" = None
) -> list[LogEntry]:
    """The entry of a session that is over, with what was felt; none where nothing was done or felt."""
    from backplan.actions.guided import session

    entry = session.entry(place.today, found.counted, reached.guide, felt or session.Felt())
    return [entry] if entry else []


def _felt(reached: "Reached") -> "Felt":
    """How it was; Enter passes each question."""
    from backplan.actions.guided.session import Felt
    from backplan.cli.sentences.numbers import HIGHEST, Numbers, ask_effort, effort_of, with_more

    if not reached.guide.outcomes:
        return Felt()
    output.say(OVER if reached.why == "over" else STOPPED)
    found = with_more(Numbers(), HIGHEST, "peak")
    effort = ask_effort(effort_of) if found.effort is None and not found.whole else found.effort
    return Felt(found.peak, effort, pain=found.pain)


def _say_what_comes_later(found: "GuidedSession", guide: "Guide") -> None:
    """What is prescribed to be done again later in the day, of what went well."""
    from backplan.render.words import again

    not_well = {key.exercise for key, outcome in guide.outcomes.items() if outcome != "done"}
    if later := again(found.shown.day.without(not_well).blocks()):
        output.say(f"Through the day: {later}.")


def _say_what_was_hard(guide: "Guide") -> None:
    """Of what less was done because it hurt, by the names that the exercises go by now."""
    from backplan.render import start as words

    turns = zip(guide.became, guide.turns, strict=True)
    for name in dict.fromkeys(turn.item.name for outcome, turn in turns if outcome == "less" and turn.eased):
        output.say(words.less_of_it(name))
