"""A session that is gone through: one screen for each moment of it, and its lines for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from backplan.model.card import NO_CARD
from backplan.named_tuple import NamedTuple
from backplan.render import emergency, words
from backplan.render.grouped import walks
from backplan.render.page import COMMANDS, HEAD, HERE, NARROW, NOW, RULE, STOP, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from backplan.actions.guided.guide import Guide
    from backplan.actions.guided.turns import Phase, Turn
    from backplan.model.card import ExerciseCard
    from backplan.render.page import Glyphs, Page

WIDE = 80  # columns from which more is said
LEAST_ROWS = 24  # of a terminal that does not tell
LABEL = 9  # columns of the words on the left
BESIDE = 30  # columns of what stands beside the figure
FIGURE_ROWS = range(6, 13)
BELOW_FIGURE = 14  # rows of a screen that are not the figure's
KEYS = (("s", "leave out"), ("b", "back"), ("+", "longer"), ("h", "hurts"), ("q", "stop"))  # at any moment
_DIGITS = {
    "0": "###,# #,# #,# #,###", "1": " # ,## , # , # ,###", "2": "###,  #,###,#  ,###", "3": "###,  #,###,  #,###",
    "4": "# #,# #,###,  #,  #", "5": "###,#  ,###,  #,###", "6": "###,#  ,###,# #,###", "7": "###,  #,  #,  #,  #",
    "8": "###,# #,###,# #,###", "9": "###,# #,###,  #,###",
}  # fmt: skip
_DIGIT_ROWS = 5
SIDES = {1: "left side", 2: "right side"}


class TypedLine(NamedTuple):
    """Words that are being typed on a screen of keys, and what is said to those before them."""

    text: str
    answer: str = ""


class GuidedPage(NamedTuple):
    """What a screen is made for: a page of so many rows, how exercises are done, and a figure of one of them, if it has
    one: called with the turn, how far its movement is from start (0) to end (1), columns and rows; and the words that
    are being typed, if any are, in the place of the keys.
    """

    page: Page
    cards: Mapping[str, ExerciseCard]
    figure: Callable[[Turn, float, int, int], Sequence[Text]]
    typed: TypedLine | None = None

    @property
    def width(self) -> int:
        """The columns of the page."""
        return self.page.width

    @property
    def height(self) -> int:
        """The rows of the page; those of a common terminal where it tells of none."""
        return self.page.height or LEAST_ROWS

    @property
    def glyphs(self) -> Glyphs:
        """The signs that it can show."""
        return self.page.glyphs


def screen(guide: Guide, shown: GuidedPage) -> list[Text]:
    """The rows of one moment, no more than the screen has; where when to stop has no room otherwise, the number that
    counts is no longer large.
    """
    foot = [Text(), *_or_typed(_keys(guide), shown)]
    body, room = _body(guide, shown, foot, large=True)
    if room < len(_halt(guide, shown)):
        body, room = _body(guide, shown, foot, large=False)
    return [*body, *_how(guide, shown, room), *foot][-shown.height :]


def _body(guide: Guide, shown: GuidedPage, foot: Sequence[Text], *, large: bool) -> tuple[list[Text], int]:
    """What stands above the words, and the rows that are left for these."""
    body = [*_head(guide, shown), *_middle(guide, shown, large=large), *_counts(guide, shown)]
    return body, shown.height - len(body) - len(foot)


def _minutes(guide: Guide, *, narrow: bool) -> str:
    """The minutes that are left of the sessions, as the week tells them, and apart from them those beside."""
    sessions, beside = guide.minutes_left
    left = f"{sessions or beside or 1} min"
    if narrow:
        return left
    return f"{left} left, then {beside} of {_beside(guide)}" if sessions and beside else f"{left} left"


def _beside(guide: Guide) -> str:
    """What stands beside the sessions, in a word or two: calm."""
    return " and ".join(dict.fromkeys(words.BLOCKS[each.block].lower() for each in guide.turns if not each.session))


def _head(guide: Guide, shown: GuidedPage) -> list[Text]:
    """The part, which exercise of how many, and how long is left; a bar under it."""
    state = ("Ready? " if guide.to_begin else "Paused: ", HEAD) if guide.paused else ("", "")
    part = _part(guide.turn)
    narrow = shown.width < NARROW
    at, of = guide.place
    left = Text.assemble(" ", state, (part, HEAD), f" {at}/{of}" if narrow else f", exercise {at} of {of}")
    right = _minutes(guide, narrow=narrow)
    left.append(right.rjust(shown.width - 1 - left.cell_len))
    share = guide.at / len(guide.turns)
    return [left, _bar(share, shown.width - 2, shown.glyphs, HEAD, inset=1), Text()]


def _part(turn: Turn) -> str:
    """What the part of a session is called; walking is called walking."""
    return "Walk" if turn.block == "aerobic" and walks([turn.item]) else words.BLOCKS[turn.block]


def _bar(share: float, width: int, glyphs: Glyphs, style: str, inset: int) -> Text:
    got = round(max(0.0, min(1.0, share)) * width)
    return Text.assemble(" " * inset, (glyphs.got * got, style), (glyphs.to_go * (width - got), RULE))


def _middle(guide: Guide, shown: GuidedPage, *, large: bool) -> list[Text]:
    """The figure, if there is one; beside it the name, the dose and the number that counts now."""
    beside = [*_named(guide.turn), *([Text(), *_large(guide, shown.glyphs)] if large else [_small(guide)])]
    room = shown.width - BESIDE - 3
    figure = list(shown.figure(guide.turn, _extent(guide), room, _figure_rows(shown.height))) if room >= BESIDE else []
    rows = max(len(figure), len(beside))
    drawn = [*figure, *[Text()] * (rows - len(figure))]
    if not figure:
        return [Text.assemble(" ", line) for line in beside]
    column = max(line.cell_len for line in figure) + 5  # close by, however wide the screen is
    return [_joined(left, right, column) for left, right in zip(drawn, [*beside, *[Text()] * rows], strict=False)]


def _figure_rows(height: int) -> int:
    return max(FIGURE_ROWS[0], min(FIGURE_ROWS[-1], height - BELOW_FIGURE))


def _joined(left: Text, right: Text, column: int) -> Text:
    line = Text.assemble(" ", left)
    line.append(" " * max(1, column - line.cell_len))
    line.append_text(right)
    return line


def _named(turn: Turn) -> list[Text]:
    lines = wrapped(turn.item.name, BESIDE)[:2] + wrapped(words.dose(turn.item), BESIDE)[:2]
    return [Text(line, HEAD) for line in lines]


def _large(guide: Guide, glyphs: Glyphs) -> list[Text]:
    """The number that counts now, large enough to be read from the floor, and what it counts."""
    number, beside = _number(guide)
    style = HEAD if guide.waits else NOW
    rows = [_digits(number, row, glyphs.full) for row in range(_DIGIT_ROWS)]
    return [
        Text.assemble((row, style), "  ", (word, HEAD if at == 0 else ""))
        for at, (row, word) in enumerate(zip(rows, [*beside, *[""] * _DIGIT_ROWS], strict=False))
    ]


def _small(guide: Guide) -> Text:
    """The number that counts now and what it counts, in one row."""
    number, beside = _number(guide)
    return Text.assemble((f"{number}", HEAD if guide.waits else NOW), f"  {' '.join(beside)}")


def _digits(number: int, row: int, full: str) -> str:
    lit = (_DIGITS[digit].split(",")[row] for digit in str(number))
    return "  ".join("".join(full * 2 if dot == "#" else "  " for dot in digit) for digit in lit)


def _number(guide: Guide) -> tuple[int, tuple[str, ...]]:
    phase, left = guide.now, int(guide.left + 0.999)
    if phase.kind == "go":
        return (left, ("seconds", "left")) if left < 60 else (-(-left // 60), ("minutes", "left"))
    if phase.kind == "work":
        return phase.rep, ("now, slowly", f"of {guide.turn.reps(phase)}")
    beside = {
        "hold": ("hold", f"{left} more", "seconds" if left != 1 else "second"),
        "ready": ("get ready",),
        "move": ("slowly into it",),
        "rest": ("rest, then", "the next one" if guide.turn.round else f"set {phase.set + 1}"),
    }
    return left, beside[phase.kind]


def _extent(guide: Guide) -> float:
    """How far the movement is on its way from start (0) to end (1)."""
    phase, share = guide.now, guide.gone / max(guide.now.seconds, 0.001)
    if phase.kind == "work":
        return 1 - abs(2 * share - 1)
    if phase.kind == "go":
        return abs((guide.gone / 2) % 2 - 1)
    return {"hold": 1.0, "move": abs(2 * share - 1) if phase.rep > 1 else share}.get(phase.kind, 0.0)


def _counts(guide: Guide, shown: GuidedPage) -> list[Text]:
    """How far the present phase is, and which repetition, side and set this is."""
    phase, room = guide.now, max(10, shown.width - LABEL - 18)
    label = {"go": "Time", "ready": "Ready", "rest": "Rest", "hold": "Hold"}.get(phase.kind, "Move")
    bar = Text.assemble(" ", (label.ljust(LABEL), HEAD))
    bar.append_text(_bar(guide.gone / max(phase.seconds, 0.001), room, shown.glyphs, NOW, inset=0))
    bar.append(f"  {_time(guide.gone)} of {_time(phase.seconds)}")
    return [Text(), bar, _count(guide.turn, phase, shown.glyphs, shown.width)]


def _time(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole} s" if whole < 100 else f"{whole // 60}:{whole % 60:02d}"


def _count(turn: Turn, phase: Phase, glyphs: Glyphs, width: int) -> Text:
    dose = turn.item.dose
    if dose.minutes is not None or not phase.rep:
        return Text()
    reps = turn.reps(phase)
    dots = glyphs.dot * phase.rep + glyphs.ring * (reps - phase.rep) + " " if width >= WIDE else ""
    counts = [f"{dots}{phase.rep} of {reps}"]
    ahead = ", then right" if phase.side == 1 and width >= WIDE else ""
    counts += [SIDES[phase.side] + ahead] if phase.side else []
    counts += [f"set {phase.set} of {dose.sets}"] if dose.sets > 1 else []
    if width < NARROW:
        return Text(" " + "  ".join(counts))
    return Text.assemble(" ", ("Count".ljust(LABEL), HEAD), "     ".join(counts))


def _how(guide: Guide, shown: GuidedPage, room: int) -> list[Text]:
    """How it is done, when to stop, and what is next, as much as there is room for; when to stop goes first. What
    cannot wait stands below; where it has no room beside the rest it takes the place of what is next, in the moments in
    which nothing is being done.
    """
    everything = [Text(), *_steps_and_stop(guide, shown, room - 1, ahead=True)]
    alarm = _alarm(wrapped(emergency.LINE, shown.width - 2))
    if len(everything) + 1 + len(alarm) <= room:
        return [*everything, Text(), *alarm]
    close = _alarm(wrapped(emergency.LINE, shown.width - 1))
    short = _steps_and_stop(guide, shown, room - len(close), ahead=False)
    if guide.waits and len(short) + len(close) <= room:
        apart = [Text()] if len(short) + len(close) < room else []
        return [*apart, *short, *close]
    if len(everything) <= room:
        return everything
    whole = _steps_and_stop(guide, shown, room, ahead=False)
    return whole if len(whole) <= room else _halt(guide, shown)[: max(0, room)]


def _alarm(lines: Sequence[str]) -> list[Text]:
    """What cannot wait, with its first word as that of each stop."""
    word, _, rest = lines[0].partition(" ")
    return [Text.assemble(" ", (word, f"{HEAD} {STOP}"), f" {rest}"), *[Text(f" {line}") for line in lines[1:]]]


def _steps_and_stop(guide: Guide, shown: GuidedPage, room: int, *, ahead: bool) -> list[Text]:
    """How it is done and when to stop; ``ahead``: and what is next. More rows than there is room for, where when to
    stop has no room.
    """
    card = shown.cards.get(guide.turn.item.exercise, NO_CARD)
    steps = words.steps(guide.turn.item.dose, card)
    following = f"{guide.next.item.name}: {words.dose(guide.next.item)}" if guide.next else "that was the last one"
    width = shown.width - LABEL - 2
    halt = _halt(guide, shown)
    after = _labelled("Next", following if ahead else "", width, HEAD)[:1]
    caution = _labelled("Care", guide.turn.item.caution or "", width, HEAD)
    left = room - len(halt) - len(after) - len(caution)
    how = _labelled(
        "How", _fitting(steps if guide.now.kind == "ready" else steps[1:] or steps, width, left), width, HEAD
    )
    cues = _labelled("Mind", " ".join(card.cues), width, HEAD)
    cues = cues if len(how) + len(cues) <= left else []
    return [*how, *cues, *caution, *halt, *after]


def _halt(guide: Guide, shown: GuidedPage) -> list[Text]:
    """When to stop."""
    stop = shown.cards.get(guide.turn.item.exercise, NO_CARD).stop
    return _labelled("Stop", stop, shown.width - LABEL - 2, f"{HEAD} {STOP}")


def _fitting(steps: Sequence[str], width: int, rows: int) -> str:
    """As many whole steps as there are rows for; none where not even the first fits."""
    whole = [" ".join(steps[:count]) for count in range(len(steps) + 1)]
    return [text for text in whole if not text or len(wrapped(text, width)) <= rows][-1]


def _labelled(label: str, text: str, width: int, style: str) -> list[Text]:
    lines = wrapped(text, width) if text else []
    return [Text.assemble(" ", ((label if at == 0 else "").ljust(LABEL), style), line) for at, line in enumerate(lines)]


def _keys(guide: Guide) -> list[tuple[str, str]]:
    """The keys and what each does; what Enter does depends on where one is."""
    if guide.waits:
        on = "begin" if guide.to_begin else "go on" if guide.paused else "go on now"
        return [("enter", on), ("d", DONE), *KEYS]
    return [("enter", DONE), ("space", "pause"), *KEYS]


DONE = "done, next"
TYPING = (("enter", "takes it"), ("esc", "back to the keys"))


def _or_typed(keys: Sequence[tuple[str, str]], shown: GuidedPage) -> list[Text]:
    """The keys and what each does, or the words that are being typed in their place."""
    if shown.typed is None:
        return _in_rows(keys, shown.width)
    answer = [Text(f" {line}") for line in wrapped(shown.typed.answer, shown.width - 2)] if shown.typed.answer else []
    room = shown.width - len(" Your words:  ") - 1
    words = Text.assemble(" ", ("Your words:", HEAD), " ", shown.typed.text[-room:], (" ", "reverse"))
    return [*answer, words, *_in_rows(TYPING, shown.width)]


def _in_rows(keys: Sequence[tuple[str, str]], width: int) -> list[Text]:
    """Keys and what each does, in as many rows as they need."""
    rows = [Text(" ")]
    for key, does in keys:
        word = Text.assemble((key, COMMANDS), f" {does}")
        if rows[-1].cell_len + word.cell_len > width - 1:
            rows.append(Text(" "))
        rows[-1].append_text(word).append("  ")
    for row in rows:
        row.rstrip()
    return rows


NO_WRONG_ANSWER = "Nothing you answer here is wrong. The plan learns from it."


class Answer(NamedTuple):
    """An answer to what hurts: the key that picks it, what is felt, and what is done then."""

    key: str
    felt: str
    then: str


HELP = "Stop and get help at once"
HURTS = (
    Answer("1", "Tired muscles, a stretch, a little sore where I work", "goes on as it is"),
    Answer("2", "My usual pain, a little more", "goes on with half of what is left, held half as long"),
    Answer("3", "Sharp, or clearly more than when I began", "this one is left out today, on with the next"),
    Answer("4", "It spreads further down the leg", "the session ends here, and that is noted"),
    Answer(
        "5",
        "New numbness, weakness, pain in both legs, bladder or bowel trouble, chest pain",
        "Stop and get help at once",
    ),
)
EASIER = "e"
CAREFUL = "3"  # where nobody has said which of them it is
# What the diary holds of the last answer until it is said which of them it was; each of these signs is read in it.
FELT_A_SIGN = (
    "felt in the session, one of these: chest pain, bladder or bowel trouble, numbness between the legs or in a leg, "
    "weakness in a leg, or pain down both legs"
)


def answers(easier: Turn | None) -> list[Answer]:
    """What can be answered where something hurts; the easier exercise, too, if there is one."""
    offer = [Answer(EASIER, f"Show me the easier one: {easier.item.name}", "takes its place today")] if easier else []
    return [*HURTS[:3], *offer, *HURTS[3:]]


def _answering(choices: Sequence[Answer]) -> list[tuple[str, str]]:
    picks = "1-5 or e" if any(each.key == EASIER for each in choices) else "1-5"
    return [("up down", "move"), (picks, "pick"), ("enter", "choose"), ("esc", "go on as before")]


def hurts(guide: Guide, choices: Sequence[Answer], at: int, shown: GuidedPage) -> list[Text]:
    """The question what it is like, with one of the answers under the cursor; on a small screen without what is done
    then.
    """
    head = Text.assemble(" ", ("Paused", HEAD), f": {guide.turn.item.name}")
    rows = [head, _bar(guide.at / len(guide.turns), shown.width - 2, shown.glyphs, HEAD, inset=1)]
    rows += [Text(), Text(" What is it like?", HEAD), Text()]
    answers = [_answered(each, shown, chosen=number == at) for number, each in enumerate(choices)]
    foot = [Text(f" {line}") for line in wrapped(NO_WRONG_ANSWER, shown.width - 2)] + [Text()]
    foot += _or_typed(_answering(choices), shown)
    whole = [row for felt, then in answers for row in (*felt, *then, Text())]
    close = [row for felt, then in answers for row in (*felt, *then)]
    short = [row for felt, _ in answers for row in felt]
    fits = (body for body in (whole, [*close, Text()], close) if len(rows) + len(body) + len(foot) <= shown.height)
    return [*rows, *next(fits, short), *foot][-shown.height :]


def _answered(answer: Answer, shown: GuidedPage, *, chosen: bool) -> tuple[list[Text], list[Text]]:
    """The rows of what is felt, and of what is done then."""
    mark, style = (shown.glyphs.now, HERE) if chosen else (" ", "")
    first, *more = wrapped(answer.felt, shown.width - 7)
    felt = [Text.assemble(" ", (mark, NOW), f" {answer.key}  ", (first, style))]
    felt += [Text.assemble(" " * 6, (line, style)) for line in more]
    worst = f"{HEAD} {STOP}" if answer.key == "5" else ""
    return felt, [Text(f"      {line}", worst) for line in wrapped(answer.then, shown.width - 7)]


def lines(guide: Guide, cards: Mapping[str, ExerciseCard]) -> list[str]:
    """The present exercise for a screen reader: whole sentences, each complete alone."""
    item, card = guide.turn.item, cards.get(guide.turn.item.exercise, NO_CARD)
    part = _part(guide.turn)
    at, of = guide.place
    now = f"set {guide.turn.round} of {item.dose.sets} now, of " if guide.turn.round else ""
    found = [f"{part}, exercise {at} of {of}: {item.name}, {now}{words.dose(item)}."]
    found += ["Now half of what is left of it, held half as long."] if guide.turn.eased else []
    found += [f"Step {number}: {step}" for number, step in enumerate(words.steps(item.dose, card), 1)]
    found += [f"Mind: {cue}" for cue in card.cues]
    found += [f"Care: {item.caution}"] if item.caution else []
    return [*found, card.stop]


def before_lines() -> list[str]:
    """What is said once before a session goes by line by line: what cannot wait, and the keys."""
    return [emergency.LINE, PLAIN_KEYS]


SAY = "Say it like: done, only half, skip it, it hurts, back, pause or stop. esc goes back to the keys."
PLAIN_KEYS = (
    "Enter when it is done; l if you did less of it, n or s leaves it out, h it hurts, b one back, q stops. Or say it."
)
GO_ON = "b: nothing of it; go on as before."
IF_UNSURE = "If you are not sure, 3 is the careful answer; b goes on as before."


def less_of_it(name: str) -> str:
    """What an exercise counts as of which less was done than was planned."""
    return f"You did {name}, less of it. It counts as not yet done in full, so it does not grow for now."


def again(guide: Guide) -> list[str]:
    """What was kept of a session that was broken off, and where it goes on."""
    (at, of), now = guide.place, guide.turn
    names = dict(zip(guide.planned, (turn.item.name for turn in guide.turns), strict=True))
    found = [f"Today's session goes on where it stopped, at exercise {at} of {of}. This was kept:"]
    for word, outcomes in _KEPT.items():
        some = dict.fromkeys(names[key] for key, outcome in guide.outcomes.items() if outcome in outcomes)
        found += [f"{word}: {', '.join(some)}."] if some else []
    found[0] = found[0] if len(found) > 1 else found[0].removesuffix(" This was kept:")
    half = ", half of it" if now.eased else ""
    return [*found, f"Next: {now.item.name}{half}{_from_where(guide)}."]


_KEPT = {
    "Done": ("done",),
    "Done, less": ("less",),
    "An easier one in place of": ("easier",),
    "Left out": ("skipped", "hurt"),
}


def _from_where(guide: Guide) -> str:
    """Where in its turn a session goes on; nothing at its beginning."""
    left = guide.turn.phases[guide.phase :]
    phase = next((each for each in left if each.rep and each.kind != "rest"), None)
    if guide.now.kind == "go":
        return f", {_time(guide.left)} of {_time(guide.now.seconds)} are left" if guide.gone else ""
    if phase is None or (phase.rep, phase.set, max(1, phase.side)) == (1, max(1, guide.turn.round), 1):
        return ""
    where = [f"set {phase.set} of {guide.turn.item.dose.sets}"] if guide.turn.item.dose.sets > 1 else []
    where += [SIDES[phase.side]] if phase.side else []
    return ", " + ", ".join([*where, f"from number {phase.rep} of {guide.turn.reps(phase)}"])


def help_now() -> list[str]:
    """What is said where it may be an emergency."""
    return ["Stop exercising now.", emergency.LINE]
