"""Progress where all of it is longer than the terminal: what matters most, in the rows there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backplan.model.wording import short_day
from backplan.render.grown import amounts, nearest_steps
from backplan.render.page import HEAD, PAST, Line, Page, columns, lines, padded, styled, wrapped
from backplan.render.progress import CHART_HEAD, NARROW, amount_rows, hanging, head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import RenderableType

    from backplan.planner.lookback.grown import Grown
    from backplan.planner.lookback.progress import FunctionRow, Progress

OFFER = "`progress --full` shows every week, and what comes next for each exercise."
LEAST_CHART, MOST_CHART = 6, 9  # rows of the chart, that of the dates among them
STEP = 24  # columns of the name of an exercise beside its step
WANTED = 6  # rows that the next steps are given before the chart grows


def screen(shown: Progress, page: Page, draw: Callable[[int], str]) -> list[RenderableType]:
    """As much as fits the page: the verdict, the chart, what one can do, how much a week holds, the nearest steps. The
    chart is drawn by ``draw``, in so many rows.
    """
    top = [*head(shown, page), *(line for each in shown.functions for line in _function(each, page))]
    amount = [[], *_amounts(shown.grown, page)] if shown.grown else []
    offer: list[Line] = [[], *(styled(line, PAST) for line in wrapped(OFFER, page.room))]
    left = (page.height or 0) - 1 - sum(map(len, (top, amount, offer)))
    chart = _chart(draw, min(MOST_CHART, max(LEAST_CHART, left - 2 - WANTED))) if left >= LEAST_CHART + 2 else []
    steps = _steps(shown.grown, page, left - len(chart)) if shown.grown else []
    return [lines([*top, *chart, *amount, *steps, *offer])]


def _chart(draw: Callable[[int], str], rows: int) -> list[Line]:
    if not (drawn := draw(rows)):
        return []
    return [[], [(CHART_HEAD, PAST)], *([(line, "")] for line in drawn.split("\n"))]


def _function(each: FunctionRow, page: Page) -> list[Line]:
    """One thing they want to be able to do again: where it stood, and stands."""
    if each.first is None or each.latest is None:
        return hanging(f"{each.activity}: not scored yet", page)
    since = f", {each.latest[1]} now" if each.latest[0] > each.first[0] else ""
    return hanging(f"{each.activity}: {each.first[1]} of 10 on {short_day(each.first[0])}{since}", page)


def _amounts(shown: Grown, page: Page) -> Iterator[Line]:
    if page.width >= NARROW:
        yield from (line for _, line in amount_rows(shown, page))
        return
    for each in amounts(shown):
        yield from hanging(f"{each.name}: {each.now} {each.unit}, at first {each.first}", page)


def _steps(shown: Grown, page: Page, rows: int) -> list[Line]:
    """The nearest steps, whole ones, in so many rows."""
    found = nearest_steps(shown)
    told: list[Line] = []
    many = 0
    for name, step in found:
        each = _step(name, step, page)
        if len(told) + len(each) + 2 > rows:
            break
        told, many = [*told, *each], many + 1
    if not many:
        return []
    head = "Next steps" if many == len(found) else f"Next {many} of {len(found)} steps"
    return [[], [(head, HEAD)], *told]


def _step(name: str, step: str, page: Page) -> list[Line]:
    if page.width < NARROW:
        return hanging(f"{name}: {step}", page)
    texts = wrapped(step, page.room - STEP)
    names = [name, *([""] * (len(texts) - 1))] if columns(name) < STEP else [name, *([""] * len(texts))]
    if len(names) > len(texts):  # a long name has a row of its own
        texts.insert(0, "")
    return [[(padded(left, STEP), ""), *styled(text)] for left, text in zip(names, texts, strict=True)]
