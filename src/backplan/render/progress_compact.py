"""Progress where all of it is longer than the terminal: what matters most, in the rows there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.render import words
from backplan.render.chart import under
from backplan.render.foot import stop
from backplan.render.grown import amounts, nearest_steps
from backplan.render.page import HEAD, Line, Page, apart, columns, labelled, lines, padded, styled, wrapped
from backplan.render.progress import NARROW, amount_rows, before_the_chart, curve, hanging, title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rich.console import RenderableType

    from backplan.model.outcome import Direction
    from backplan.planner.lookback.grown import Grown
    from backplan.planner.lookback.progress import FunctionRow, Progress

OFFER = "`progress --full` shows all"
LEAST_CHART, MOST_CHART = 4, 9  # rows of the chart without its dates
STEP = 24, 34  # columns of the name of an exercise beside its step, at least and at most
WANTED = 4  # rows of the next steps before the chart grows
COUNTS: Mapping[Direction, str] = {
    "better": "That is a change that counts.",
    "unchanged": "Not yet a change that counts.",
}


def screen(shown: Progress, page: Page, draw: Callable[[int], str]) -> list[RenderableType]:
    """As much as fits the page: how pain and what one can do have changed, the chart, how much a week holds, and the
    nearest steps. The chart is drawn by ``draw``, in so many rows.
    """
    top = [*title(shown, page), *_changed(shown, page)]
    amount = [[], *_amounts(shown.grown, page)] if shown.grown else []
    offer: list[Line] = [[], *(styled(line) for line in wrapped(OFFER, page.room))]
    cannot_wait = stop(page)
    left = (page.height or 0) - 1 - sum(map(len, (top, amount, offer, cannot_wait)))
    chart = _chart(shown, page, draw, left)
    steps = _steps(shown.grown, page, left - len(chart)) if shown.grown else []
    return [lines([*top, *chart, *amount, *(steps or offer), *cannot_wait])]


def _changed(shown: Progress, page: Page) -> list[Line]:
    """How pain and what one can do have changed, and what follows."""
    verdict, change = shown.verdict, shown.verdict.change
    counts = COUNTS.get(verdict.direction, "")
    compared = bool(counts and change.first.days)
    pain = f"{change.first.mean} of 10 then, {change.last.mean} now. {counts}" if compared else verdict.of_pain
    found = labelled(("Pain", HEAD), pain, page)
    found += labelled(("", ""), verdict.follows, page) if verdict.follows else []
    found += labelled(("Leg", HEAD), words.leg_story(shown.leg), page) if shown.leg else []
    if shown.functions:
        able = "; ".join(map(_function, shown.functions))
        found += labelled(("Can do", HEAD), f"{able}. {COUNTS.get(verdict.ability.direction, '')}".rstrip(), page)
    return found


def _function(each: FunctionRow) -> str:
    """One thing they want to be able to do again: where it stood, and stands."""
    if each.first is None or each.latest is None:
        return f"{each.activity}: not scored yet"
    since = f" then, {each.latest[1]} now" if each.latest[0] > each.first[0] else ""
    return f"{each.activity}: {each.first[1]} of 10{since}"


def _chart(shown: Progress, page: Page, draw: Callable[[int], str], left: int) -> list[Line]:
    """The chart with its dates, in no more rows than are left; what a first week can show where it has no line yet."""
    dates: list[Line] = [[(line, "")] for line in under(shown, page.room)]
    room = min(MOST_CHART, max(LEAST_CHART, left - len(dates) - WANTED))
    if left < LEAST_CHART + len(dates):
        return []
    if not (drawn := draw(room)):
        return [[], *labelled(("", ""), before_the_chart(shown), page)]
    chart: list[Line] = [*(curve(line) for line in drawn.split("\n")), *dates]
    return [[], *chart] if room == MOST_CHART else chart


def _amounts(shown: Grown, page: Page) -> Iterator[Line]:
    if page.width >= NARROW:
        yield from (line for _, line in amount_rows(shown, page))
        return
    for each in amounts(shown):
        yield from hanging(f"{each.name}: {each.now} {each.unit}, at first {each.first}", page)


def _steps(shown: Grown, page: Page, rows: int) -> list[Line]:
    """The nearest steps, whole ones, in so many rows; the way to all of it beside their head."""
    found = nearest_steps(shown)
    room = min(STEP[1], max(STEP[0], *(columns(name) + 2 for name, _ in found[:rows]), 0)) if found else 0
    steps: list[Line] = []
    many = 0
    for name, step in found:
        each = _step(name, step, room, page)
        if len(steps) + len(each) > rows:
            break
        steps, many = [*steps, *each], many + 1
    if not many:
        return []
    head = "Next steps" if many == len(found) else f"Next {many} of {len(found)} steps"
    return [[], *apart((head, HEAD), (OFFER, ""), page), *steps]


def _step(name: str, step: str, room: int, page: Page) -> list[Line]:
    if page.width < NARROW:
        return hanging(f"{name}: {step}", page)
    texts = wrapped(step, page.room - room)
    names = [name, *([""] * (len(texts) - 1))] if columns(name) < room else [name, *([""] * len(texts))]
    if len(names) > len(texts):  # a long name has a row of its own
        texts.insert(0, "")
    return [[(padded(left, room), ""), *styled(text)] for left, text in zip(names, texts, strict=True)]
