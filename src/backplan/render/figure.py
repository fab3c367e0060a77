"""What an exercise looks like, in a terminal and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

    from backplan.figures.pose import Figure
    from backplan.model.exercise import Exercise

WIDE, HIGH, GAP = 44, 12, 2  # characters of one picture at most, and between two
NARROW = 28  # characters below which one picture stands under the other


def alt(name: str, steps: Sequence[str]) -> str:
    """A figure in words, for whoever does not see it: how the exercise begins and what is done then."""
    return f"{name}. " + " ".join(steps[:3])


LETTERS = "\u2800\u28ff"  # what a terminal must know to show one
NONE = "There is no picture of this exercise of your own; its steps say how it goes."


def line(exercise: Exercise, drawn: bool) -> str:
    """The figure of an exercise in a line, or that there is none; nothing of what nobody is given."""
    if drawn:
        return f"Picture: {alt(exercise.name, exercise.steps)}"
    return NONE if exercise.own else ""


def picture(figure: Figure, moment: float, width: int, height: int) -> list[Text]:
    """A figure at a moment from its start (0) to its end (1), in so many characters; what moves has the colour of what
    is now.
    """
    return _at(figure, (moment,), width, height)[0]


def _at(figure: Figure, moments: Sequence[float], width: int, height: int) -> list[list[Text]]:
    from rich.text import Text

    from backplan.figures.braille import rows
    from backplan.render.page import NOW

    drawn = rows(figure, moments, width, height)
    return [[Text.assemble(*((text, NOW if moves else "") for text, moves in row)) for row in each] for each in drawn]


def pictures(figure: Figure, width: int) -> list[Text]:
    """The start and the end of an exercise beside each other, or under each other where there is little room, without
    the rows in which there is nothing.
    """
    from rich.text import Text

    each = min(WIDE, (width - GAP) // 2)
    if figure.still or each < NARROW:
        found = _at(figure, (0.0,) if figure.still else (0.0, 1.0), min(WIDE, width), HIGH)
        return [row for rows in found for row in _drawn(rows)]
    left, right = _at(figure, (0.0, 1.0), each, max(5, HIGH * each // WIDE))
    return _drawn([Text.assemble(one, " " * GAP, two) for one, two in zip(left, right, strict=True)])


def _drawn(rows: list[Text]) -> list[Text]:
    first = next((at for at, row in enumerate(rows) if row.plain.strip("\u2800 ")), len(rows))
    return rows[first:]
