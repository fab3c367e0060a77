"""How progress looks: the pain chart, the verdict on change, the weeks and what has grown, as tables or plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from backplan.model.outcome import ENOUGH_DAYS
from backplan.model.week_kind import WEEK_KINDS
from backplan.model.wording import counted, short_day
from backplan.render import emergency, words
from backplan.render.foot import stop
from backplan.render.grown import amounts, days_of, grown_head, grown_lines, slots
from backplan.render.page import DONE, HEAD, NOW, Line, Page, apart, labelled, lines, padded, styled, wrapped

if TYPE_CHECKING:
    from datetime import date

    from rich.console import RenderableType

    from backplan.model.vocabulary import BlockKind
    from backplan.planner.lookback.grown import Grown
    from backplan.planner.lookback.progress import Count, FunctionRow, Progress, WeekRow
    from backplan.render.grown import ThenAndNow

NOTHING = (
    "Nothing is logged yet. After a session: `backplan log`. On waking: `backplan log --morning N`. What you note is "
    "shown here, week by week."
)
CHART_HEAD = "Pain, 0 to 10: mean of 7 days"
WEEKS_HEAD = "The weeks: done, in whole or part, of what was planned; + of your own"
FUNCTIONS_HEAD = "What you want back: 0 cannot, 10 as before"
FEW_DAYS = f"The pain chart begins once pain is noted on {ENOUGH_DAYS} days of 7."
ONE_MEAN = "Pain so far: {mean} of 10, the mean of {days}. The chart begins {then}."
SECOND_WEEK, NEXT_DAY = "with your second week", "with the next day on which it is noted"
NARROW = 56  # columns under which lines read better than tables
WIDE = 76  # columns from which aerobic sessions have a column of their own
WIDER = 92  # and stretching


def screen(shown: Progress, page: Page, chart: str) -> list[RenderableType]:
    """The whole screen; the chart comes drawn."""
    top = head(shown, page)
    drawn = [curve(line) for line in chart.split("\n")] if chart else labelled(("", ""), before_the_chart(shown), page)
    parts: list[RenderableType] = [lines([*top, *([[], [(CHART_HEAD, "")]] if chart else [])])]
    parts.append(lines(drawn))
    if page.width < NARROW:
        below = [line for text in _below_the_verdict(shown) for line in hanging(text, page)]
        return [*parts, lines([[], *below, [], *stop(page)])]
    parts += [lines([[], *_amounts(shown.grown, page), [], *_slots(shown.grown, page)])] if shown.grown else []
    weeks_head = [[(line, HEAD)] for line in wrapped(WEEKS_HEAD, page.room, indent=2)]
    parts += [lines([[], *weeks_head]), _weeks(shown, page.width), lines(hanging(_goals(shown), page))]
    parts += _functions(shown, page) if shown.functions else []
    return [*parts, lines([[], *stop(page)])]


def before_the_chart(shown: Progress) -> str:
    """What a first week can show in the place of a line: its mean, once there is one, and when the chart begins."""
    week = next((row.pain for row in reversed(shown.rows) if row.pain.days), None)
    if week is None or not any(mean is not None for mean in shown.means.values()):
        return FEW_DAYS
    then = SECOND_WEEK if len(shown.rows) == 1 else NEXT_DAY
    return ONE_MEAN.format(mean=week.mean, days=counted(week.days, "day"), then=then)


def head(shown: Progress, page: Page) -> list[Line]:
    """The week of the plan, how pain has changed, and how far down the leg it goes."""
    verdict = shown.verdict
    found = labelled(("Pain", HEAD), verdict.of_pain, page)
    found += labelled(("Can do", HEAD), verdict.of_ability, page) if verdict.of_ability else []
    found += labelled(("", ""), shown.verdict.follows, page) if shown.verdict.follows else []
    found += labelled(("Leg", HEAD), words.leg_story(shown.leg), page) if shown.leg else []
    return [*title(shown, page), *found]


def title(shown: Progress, page: Page) -> list[Line]:
    """The week of the plan, and since when."""
    return [*apart(("Progress", HEAD), (_since(shown), ""), page), []]


def curve(line: str) -> Line:
    """A line of the chart: what is drawn, and its axes and words."""
    pieces = _CURVE.split(line)
    return [(piece, NOW if number % 2 else "") for number, piece in enumerate(pieces) if piece]


_CURVE = re.compile(r"([\u2801-\u28ff*]+)")


def hanging(text: str, page: Page) -> list[Line]:
    """A text whose later lines are set in."""
    return [styled(line) for line in wrapped(text, page.room, indent=2)]


def _since(shown: Progress) -> str:
    """The week of the plan, and when it began."""
    number = next((row.programme_week for row in reversed(shown.rows) if row.programme_week), None)
    since = f"since {short_day(shown.began)}" if number and shown.began else ""
    return ", ".join(filter(None, (f"week {number}" if number else "", since)))


AMOUNT, BAR, BESIDE_BAR = 18, 26, 34  # columns of what grows, signs of its bar, columns of the figures beside it


def _amounts(shown: Grown, page: Page) -> Iterator[Line]:
    """How much a week held at first and holds now, as bars that grow."""
    yield from ([(line, HEAD)] for line in wrapped(grown_head(shown), page.room, indent=2))
    for each, line in amount_rows(shown, page):
        yield line
        yield from labelled(("", ""), each.step, page) if each and each.step else ()


def amount_rows(shown: Grown, page: Page) -> Iterator[tuple[ThenAndNow | None, Line]]:
    """The bars, each with what it shows; the first row is the head of their columns."""
    done = f"done {days_of(shown.now)}" if page.width >= WIDE else ""
    yield None, [(padded("Planned a week", AMOUNT), HEAD), (f" first    now{done:>18}".rstrip(), "")]
    found = list(amounts(shown))
    for unit in dict.fromkeys(each.unit for each in found):
        most = max((max(each.first, each.now) for each in found if each.unit == unit), default=0)
        for each in (each for each in found if each.unit == unit and most):
            yield each, _amount(each, most, min(BAR, page.room - AMOUNT - BESIDE_BAR), page)


def _amount(each: ThenAndNow, most: int, room: int, page: Page) -> Line:
    first, now = (max(1, room * many // most) for many in (each.first, each.now))
    got, kept = page.glyphs.got, min(first, now)
    done = f"{each.done:>7}{' ' * 6}" if page.width >= WIDE else ""
    grown = [(page.glyphs.mark, ""), (got * (now - kept), DONE)] if now > kept else []
    return [
        (padded(each.name, AMOUNT), ""),
        (f"{each.first:>6}", ""),
        (f"{each.now:>7}", HEAD),
        (f" {each.unit:<6}", ""),
        (done, ""),
        (got * kept, ""),
        *grown,
    ]


def _slots(shown: Grown, page: Page) -> Iterator[Line]:
    """Each slot with its exercise, what it was, and the next step."""
    yield [("Now, and next", HEAD)]
    for name, went, step in slots(shown):
        yield from labelled((name, ""), went, page)
        yield from labelled(("", ""), step, page) if step else ()


def _weeks(shown: Progress, width: int) -> Table:
    wide = width >= WIDE
    between = " of " if wide else "/"
    table = Table(box=box.SIMPLE_HEAD, header_style=HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    kinds: list[BlockKind] = ["core", "strength"]
    kinds += ["aerobic"] if wide else []
    kinds += ["stretch"] if width >= WIDER else []
    for head in ("Week", "Pain", *(_block(kind) for kind in kinds), "Aerobic min" if wide else "Aerobic\nminutes"):
        table.add_column(head, no_wrap=True)
    table.add_column("Notes", overflow="fold")
    for row in shown.rows:
        number = "" if row.programme_week is None else str(row.programme_week)
        cells = [f"{number:>2}  {_short(row.starts)}", f"{row.pain.mean:>4}" if row.pain.days else ""]
        cells += [_of(row.blocks[kind], between) for kind in kinds]
        cells.append(minutes(row, "+{}", " ", between))
        so_far = ["so far"] if row is shown.rows[-1] else []
        table.add_row(*(Text(cell) for cell in cells), Text(", ".join(so_far + notes(row))))
    return table


def _block(kind: BlockKind) -> str:
    return "Stretch" if kind == "stretch" else words.BLOCKS[kind]


def _short(on: date) -> str:
    return f"{short_day(on):>6}"


def _of(count: Count, between: str = " of ") -> str:
    return f"{count.done + count.part}{between}{count.planned}" if count.planned else ""


def minutes(row: WeekRow, own: str, joint: str, between: str = " of ") -> str:
    """Aerobic minutes of the sessions, done and planned, and those of one's own beside them, worded by ``own``."""
    asked = f"{row.minutes_done - row.minutes_own}{between}{row.minutes_planned}" if row.minutes_planned else ""
    beside = own.format(row.minutes_own) if row.minutes_own else ""
    return joint.join(filter(None, (asked, beside)))


def notes(row: WeekRow, *, leg: bool = True, whole: bool = False) -> list[str]:
    """What kind of week it was, and what became of its sessions, in a few words, or in ``whole`` ones for who does not
    know the plan; without the ``leg`` where that is told elsewhere.
    """
    found = []
    kind = WEEK_KINDS[row.mode] if row.mode else None
    if kind and kind.was:
        found.append(kind.was)
    if row.flare and not (kind and kind.gentle):
        found.append("a flare")
    if row.paused_days:
        some = f"{'paused for' if whole else 'pause,'} {row.paused_days} {_days(row.paused_days)}"
        found.append("pause" if row.paused_days == 7 else some)
    if row.mode is None and not row.paused_days:
        found.append("no plan")
    if leg and row.leg and row.leg != "none":
        found.append(f"leg: {row.leg}")
    if 0 < row.pain.days < ENOUGH_DAYS:
        days = f"{row.pain.days} {_days(row.pain.days)}"
        found.append(f"pain noted on {days} only" if whole else f"pain of {days}")
    count = row.sessions
    for many, word in ((count.part, "in part"), (count.let_go, "let go"), (count.no_word, "not noted")):
        if many:
            sessions = f" session{'' if many == 1 else 's'}" if whole else ""
            found.append(f"{many}{sessions} {'done ' if whole and word == 'in part' else ''}{word}")
    if row.unasked:
        found.append(f"{row.unasked} on a day without a plan")
    return found


def _days(many: int) -> str:
    return "day" if many == 1 else "days"


def _goals(shown: Progress) -> str:
    """The two goals of aerobic work, or the one that is left."""
    from backplan.planner.lookback.progress import GOALS

    planned = shown.rows[-1].minutes_planned if shown.rows else 0
    first, last = next((row.goal for row in reversed(shown.rows) if row.mode), GOALS[0]), GOALS[1]
    if planned >= last:
        return f"Aerobic work is planned at {planned} minutes a week, which reaches the goal of {last}."
    if planned >= first:
        return f"Aerobic work has reached {first} minutes a week, and grows towards {last}."
    in_time = f", and in time {last}" if last > first else ""
    return f"Aerobic work grows towards {first} minutes a week{in_time}."


NOT_SCORED = "·"
WEEKS_WIDE, WEEKS_NARROW = 12, 6


def _functions(shown: Progress, page: Page) -> list[RenderableType]:
    table = Table(box=box.SIMPLE_HEAD, header_style=HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    weeks = min(len(shown.rows), WEEKS_WIDE if page.width >= WIDE else WEEKS_NARROW)
    table.add_column("What", overflow="fold")
    for head in ("First", "Now", "Week by week" if weeks > 1 else "This week"):
        table.add_column(head, no_wrap=True)
    for each in shown.functions:
        first, now = ("" if score is None else str(score[1]) for score in (each.first, each.latest))
        by_week = " ".join(f"{NOT_SCORED if week is None else week:>2}" for week in each.weeks[-weeks:])
        table.add_row(*(Text(cell) for cell in (each.activity, first, now, by_week)))
    early = shown.verdict.ability
    below = hanging(early.sentence, page) if early.direction == "unknown" else []
    return [lines([[], [(FUNCTIONS_HEAD, HEAD)]]), table, lines(below)]


def plain(shown: Progress) -> Iterator[str]:
    """The verdict on change, the weeks, the goals, the activities and what has grown, line by line."""
    yield f"Change: {shown.verdict.sentence}"
    if shown.leg:
        yield words.leg_story(shown.leg)
    yield from _below_the_verdict(shown)
    yield emergency.PLAIN


def _below_the_verdict(shown: Progress) -> Iterator[str]:
    for row in shown.rows:
        yield f"{', '.join(_week_line(row))}."
    yield f"Goal: {_goals(shown)}"
    for activity in shown.functions:
        yield _function_line(activity)
    if shown.functions and shown.verdict.ability.direction == "unknown":
        yield f"What you can do: {shown.verdict.ability.sentence}"
    if shown.grown:
        yield from grown_lines(shown.grown)


def _week_line(row: WeekRow) -> Iterator[str]:
    number = f"week {row.programme_week} of the plan, " if row.programme_week is not None else ""
    yield f"Week from {row.starts}: {number}" + (
        f"your pain {row.pain.mean} on average" if row.pain.days else "pain not noted"
    )
    for kind, count in row.blocks.items():
        if count.planned:
            yield f"{_block(kind).lower()} {_of(count)}"
    if done := minutes(row, "{} of your own", " and "):
        yield f"aerobic minutes {done}"
    yield from notes(row)


def _function_line(each: FunctionRow) -> str:
    if each.first is None or each.latest is None:
        return f"What you can do: {each.activity}, not scored yet."
    latest = f", {each.latest[1]} on {each.latest[0]}" if each.latest[0] > each.first[0] else ""
    return f"What you can do: {each.activity}, {each.first[1]} of 10 on {each.first[0]}{latest}."
