"""`backplan swap`: another exercise for the same slot, from now on; and back."""

import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

from backplan.cli.at_once import all_the_same
from backplan.cli.kept_signs import signs_kept
from backplan.cli.still_open import repeat_open_questions
from backplan.cli.terminal import asking, completing, environment, options, output, spoken
from backplan.cli.terminal.listed import NOTHING, ChangeMenu
from backplan.cli.terminal.together import AllAtOnce, Together
from backplan.cli.terminal.unread import library_workspace
from backplan.errors import BackplanError, SafetyStop, UsageError
from backplan.model.diary import LogEntry
from backplan.model.felt_words import names_a_part
from backplan.model.said_numbers import number
from backplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backplan.actions.swap import Other, Sought
    from backplan.actions.workspace import Workspace
    from backplan.library.everyday_words import Sort
    from backplan.model.exercise import Exercise


class InWords(AllAtOnce):
    """A command in which all words after --for, up to the next option, are one name."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """As usual, the words after --for joined."""
        if "--for" not in args[1:]:
            return super().parse_args(ctx, args)
        at = args.index("--for", 1) + 1
        end = next((place for place in range(at, len(args)) if args[place].startswith("-")), len(args))
        return super().parse_args(ctx, [*args[:at], *([" ".join(args[at:end])] if end > at else []), *args[end:]])


app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=InWords)
def swap(
    exercise: Annotated[
        list[str] | None,
        typer.Argument(
            help="The exercise to give up, as `backplan week --plain` or --json names it.",
            autocompletion=completing.exercises,
        ),
    ] = None,
    instead: Annotated[
        str | None,
        typer.Option("--for", help="What is to take its place.", autocompletion=completing.exercises),
    ] = None,
    why: Annotated[str | None, typer.Option("--why", help="Why, in a word.")] = None,
    back: Annotated[bool, typer.Option("--back", help="Take an earlier swap of this exercise back.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="Ask line by line, for screen readers.")] = False,
) -> None:
    """Put another exercise in the place of one, from today on (asks in a terminal); --back takes that back."""
    place, typed = library_workspace(), " ".join(exercise or ())
    with signs_kept(place, typed, why), all_the_same(place, LogEntry(place.today, "pain"), options.pieces(typed)):
        given = SwapWords(typed, why, instead)
        if typed and not back and not _is_name(place, typed):
            parted = _parted(place, typed)
            given = parted._replace(why=why or parted.why, instead=instead or parted.instead)
        _swap(place, given, back=back, plain=plain)


def _swap(place: "Workspace", given: "SwapWords", *, back: bool, plain: bool) -> None:
    """Put another exercise in the place of one, or take that back. Raises UsageError."""
    from backplan.actions import swap as swaps
    from backplan.actions.exercises import exercise_named
    from backplan.render import swap as words
    from backplan.render.log import alarm

    flags, instead = Together(), given.instead
    ask = environment.at_terminal() and not back and instead is None
    found = flags.read(_given_up, place, given, ask=ask, back=back, plain=plain)
    word = flags.read(options.short, given.why)
    comes = flags.read(exercise_named, instead, place) if instead is not None else None
    flags.raise_faults()
    with all_the_same(place, LogEntry(place.today, "pain"), options.pieces(word or "")):
        repeat_open_questions(place)
        if back:
            _refuse_beside_back(given.why, instead)
            output.lines(words.taken_back(found, swaps.swap_back(place, found)))
            return
        sought = swaps.Sought(given.easier, given.sort)
        goes, comes = _asked(place, found, word, sought, plain=plain) if ask else (True, comes)
        if not goes:
            output.say(words.left_alone(found))
            return
        done = swaps.swap(place, found, word, comes, sought)
    output.lines([*words.swapped(found, done), *alarm(done.alarm)])


def _refuse_beside_back(why: str | None, instead: str | None) -> None:
    if why is not None or instead is not None:
        flag = "--why tells why an exercise goes" if why is not None else "--for names what comes in its place"
        raise UsageError(f"{flag}; it does not go with --back")


def _is_name(place: "Workspace", typed: str) -> bool:
    """Whether words are the name of an exercise as they stand."""
    try:
        _meant(place, typed, ask=False, back=False)
    except BackplanError:
        return False
    return True


class SwapWords(NamedTuple):
    """What a swap was told by in words: what is to go, or of which sort it is; why; and what is to come in its place,
    by its name, or what is to be sought.
    """

    name: str
    why: str | None = None
    instead: str | None = None
    easier: bool = False
    sort: "Sort | None" = None
    of: "Sort | None" = None


_SWAP = (
    r"(?i)^(?:(?:please|can|could|may|i|you|we|want|would|like|to|id|i['’]d|swap|replace|change|drop|lose|remove|"
    r"get rid of|give up|another(?: one)?|something(?: (?:else|easier|different|gentler|other))?|an alternative|"
    r"instead|in place|of|for|the|my|that|a|an)\b[ ,]*)+"
)
_SWAP_ALONE = r"(?i)^(?:(?:please|can|could|may|i|you|we|want|need|would|like|have|to|swap|replace|change|for)\b[ ,]*)+"
_NOT_FOR_ME = (
    r"(?i)^(?:i )?(?:really )?(?:hate|dislike|dread|(?:do|ca|can)(?: not|n['’]?t) (?:do|like|manage|face|stand|get on "
    r"with)|cant (?:do|manage|face|stand)|dont (?:like|get on with)|cannot (?:do|manage|face|stand)|struggle with|no "
    r"more) (?:doing )?(?:the |my |that )?"
)
_BECAUSE = (
    r"(?: *[,;:.–]+ *| +- +| +(?=(?:because|cos|cause|coz|as|since|due to|it|its|it['’]s|that|which|my|i|im|i['’]m|too|"
    r"hurts?|hurting|is|are|was|makes?|gives?|gave|not|no|never|always|really)\b))"
)
_FOR = r"(?i)(?P<name>.+?) (?:for|with|to|by|into) (?:an? |the |some )?(?P<other>.+)"
_ANY_OTHER = (
    r"(?i)(?:something|anything|another|one|other|easier|gentler|different|else|exercise|move|thing|that|is|a|an|[ ,])+"
)
_SOMETHING = r"(?i)^(?:(?:something|anything|another|one|an?|exercise|else|that|which|is|that['’]s|i can do|done)\b ?)+"
_SOME = (  # of which none is named: anything on the floor; the last one
    r"(?i)(?:swap )?(?:(?:the|my) (?:last|first|next|hardest|worst|longest|other)(?: (?:one|exercise|thing|move))?|"
    r"(?:anything|everything|something|all|any|one|the ones?|those|what['’]?s|the exercises?)(?: of)?(?: the)?"
    r"(?: (?:exercises?|ones?|things?|moves?))?(?: (?:that|which|is|are|i do|done|that['’]s))* (?P<sort>.+))"
)
_LESS_HARD = (
    r"(?:easier|gentler|lighter|simpler|softer|less (?:hard|heavy|demanding|tough|difficult)|"
    r"not (?:so|as|quite so) (?:hard|heavy|tough|difficult))"
)
_EASIER = rf"(?i)\b(?:{_LESS_HARD}|too (?:hard|heavy|much|tough|difficult|strong))\b"
_SOMETHING_EASIER = (  # behind what is to go: bird dog something easier
    r"(?:(?:please|give me|i want|i need|want|need|is there|make it|can i have|for|with|to|an?|the)[ ,]+)*"
    r"(?:(?:something|anything|another|one|version|an?|the|much|bit|little|that is|that['’]s) )*"
    rf"{_LESS_HARD}(?: (?:one|version|exercise|move|thing|please|instead|for me))*[.!]*"
)
_THAN = (  # before what is to go: something easier than bird dog; an easier bird dog
    r"(?i)^(?:please |can i have |give me |i (?:want|need) |swap |for )*(?:(?:something|anything|another|an?|one|much|"
    rf"the|bit|little|version|exercise|move) )*{_LESS_HARD}(?: (?:one|version|exercise|move|thing))?"
    r"(?: (?:than|of|for|to|as))? (?:(?:the|my|that|this) )?(?P<name>.+?)(?:,? (?:please|instead|for me))*[.!]*$"
)
_OF_WHICH = (
    "{typed}: say which exercise is to go, and why behind it, like `backplan swap clamshell, my hip hurts`; what hurts "
    "by itself is noted with `backplan log`"
)


_BESIDE_A_DAY = (
    r"(?i)\b(?:on|for|with|to|by|and|the|my|this|next|sessions?|day|workout|exercises?|all|of|around|only|just)\b"
)


def _refuse_day(name: str) -> None:
    """Raise UsageError for words that name a day, as a swap is of an exercise, and holds on every day."""
    from backplan.cli.which_day import days_in

    days, rest = days_in(name)
    if not days:
        return
    if what := " ".join(re.sub(_BESIDE_A_DAY, " ", rest).split()):
        raise UsageError(
            f"{name}: a swap holds on every day from today on: `backplan swap {what}` without the day; "
            f"`backplan today {days[0]}` shows what that day has"
        )
    first, other = days[0], next((day for day in days if day != days[0]), "DAY")
    raise UsageError(
        f"{name}: `backplan swap` takes an exercise, not a day: `backplan today {first}` shows those of that day, and "
        f"`backplan week --move {first}={other}` puts its session on another one"
    )


def _parted(place: "Workspace", text: str) -> SwapWords:
    """What is to go, by words with a reason or with what is to come: the walk, my knee hurts; plank for dead bug.
    Raises UsageError where they name only what hurts.
    """
    from backplan.library.everyday_words import sort_of

    if (some := re.fullmatch(_SOME, text.strip())) and (not some["sort"] or sort_of(some["sort"])):
        return SwapWords("", of=sort_of(some["sort"] or ""))
    hated = re.sub(_NOT_FOR_ME, "", text.strip())
    easier = re.search(_EASIER, text) is not None
    if asked := re.fullmatch(rf"(?P<name>.+?)(?: for| to| with|,|:| -)? {_SOMETHING_EASIER}", hated, re.IGNORECASE):
        hated = asked["name"]
    elif (harder := re.match(_THAN, hated)) and not names_a_part(harder["name"]):
        hated = harder["name"]
    if re.fullmatch(_SOMETHING_EASIER, re.sub(_SWAP_ALONE, "", text.strip()), re.IGNORECASE):
        return SwapWords("", easier=True)
    if (other := re.fullmatch(_FOR, re.sub(_SWAP, "", hated))) and (
        sort := sort_of(re.sub(_SOMETHING, "", other["other"]))
    ):
        return SwapWords(other["name"], easier=easier, sort=sort)
    name, *more = re.split(_BECAUSE, re.sub(_SWAP, "", hated), maxsplit=1)
    name = re.sub(r"(?i)^(?:it|this|that|one|exercise|something)$", "", name)
    if names_a_part(name):
        raise UsageError(_OF_WHICH.format(typed=text))
    why = text if hated != text.strip() else next(filter(None, more), None)
    if not _is_name(place, name):
        _refuse_day(name)
    if not _is_name(place, name) and (other := re.fullmatch(_FOR, name)):
        name, wanted = other["name"], other["other"]
        return SwapWords(name, why, None if re.fullmatch(_ANY_OTHER, wanted) else wanted, easier)
    return SwapWords(name, why, easier=easier)


def _given_up(place: "Workspace", given: "SwapWords", *, ask: bool, back: bool, plain: bool) -> "Exercise":
    """The exercise that is to go; a person at the terminal is asked where none is named, or several may be meant.
    Raises UsageError.
    """
    from backplan.actions import swap as swaps
    from backplan.render import swap as words

    if given.name:
        try:
            return _meant(place, given.name, ask=ask, back=back)
        except swaps.WhichOfTheseError as several:
            if not ask:
                raise
            return _one_asked_for(place, several.held, plain=plain)
    held = swaps.could_be_given_up(place)
    if given.of:
        held = tuple(filter(given.of.holds, held)) or held
    if not ask or not held:
        raise UsageError(words.which(held, easier=given.easier))
    return _one_asked_for(place, held, plain=plain)


def _one_asked_for(place: "Workspace", held: "Sequence[Exercise]", *, plain: bool) -> "Exercise":
    """Which of some exercises is to go, asked at the terminal."""
    from backplan.actions import swap as swaps
    from backplan.actions.exercises import exercise_named
    from backplan.render import swap as words

    def read(text: str) -> str:
        if (chosen := number(text)) is None:
            return swaps.meant(place, text).id
        if not 1 <= chosen <= len(held):
            raise UsageError(f"give a number from 1 to {len(held)}, or a name")
        return held[chosen - 1].id

    names = {each.id: each.name for each in held}
    lines_shown = [f"  {at}  {name}" for at, name in enumerate(names.values(), 1)]
    with asking.by_keys(plain=plain):
        chosen = asking.menu(
            ChangeMenu(words.WHICH, names, lines_shown, f"{words.WHICH} (1 to {len(held)}, or a name)", read)
        )
    return exercise_named(chosen, place)


def _meant(place: "Workspace", typed: str, *, ask: bool, back: bool) -> "Exercise":
    """The exercise of this week, or of those that were swapped away, that a name stands for; where nobody is asked, and
    there is no week, any of that name. Raises SafetyStop, and UsageError.
    """
    from backplan.actions import swap as swaps
    from backplan.actions.exercises import exercise_named

    try:
        return (swaps.given_up if back else swaps.meant)(place, typed)
    except SafetyStop:
        if ask:
            raise
        return exercise_named(typed, place)


def _asked(
    place: "Workspace", found: "Exercise", why: str | None, sought: "Sought", *, plain: bool
) -> "tuple[bool, Exercise | None]":
    """Whether an exercise is to go, and what the person at the terminal wants in its place, if anything can take it."""
    from backplan.actions import swap as swaps
    from backplan.render import swap as words

    if offered := swaps.others(place, found, why, sought)[: swaps.MOST]:
        chosen = _chosen(place, found, offered, plain=plain)
        return chosen is not None, chosen
    return asking.until_right(words.nothing_instead(found), "n", asking.yes), None


def _chosen(place: "Workspace", found: "Exercise", offered: "Sequence[Other]", *, plain: bool) -> "Exercise | None":
    """Which of some the person at the terminal wants in the place of an exercise; None for none of them."""
    from backplan.actions.exercises import exercise_named
    from backplan.render import swap as words

    def read(text: str) -> str:
        if text.lower() == "n" or spoken.says_none(text):
            return ""
        if (chosen := number(text)) is None:
            return _one_of(exercise_named(text, place), offered).id
        if not 1 <= chosen <= len(offered):
            raise UsageError(f"give a number from 1 to {len(offered)}, or none")
        return offered[chosen - 1].exercise.id

    choices = {each.exercise.id: words.candidate(each) for each in offered} | {NOTHING: "None: nothing changes"}
    asked = f"Which? (1 to {len(offered)}; Enter changes nothing)"
    question = f"In the place of {found.name}:"
    heads = list(words.offered(found, offered))
    with asking.by_keys(plain=plain):
        chosen = asking.menu(ChangeMenu(question, choices, heads, asked, read, "none", words.UNCHANGED, NOTHING))
    return next((each.exercise for each in offered if each.exercise.id == chosen), None)


def _one_of(named: "Exercise", offered: "Sequence[Other]") -> "Exercise":
    if named.id not in {each.exercise.id for each in offered}:
        raise UsageError(f"{named.name} is not one of these; give a number from 1 to {len(offered)}, or none")
    return named
