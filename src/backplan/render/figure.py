"""What an exercise looks like, in a terminal and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

    from backplan.figures.braille import Run
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


def none(width: int) -> list[Text]:
    """That there is no figure, in so many columns at the most."""
    from rich.text import Text

    from backplan.render.page import wrapped

    return [Text(line) for line in wrapped(NONE, min(width, WIDE))]


def picture(figure: Figure, moment: float, width: int, height: int) -> list[Text]:
    """A figure at a moment from its start (0) to its end (1), in so many characters."""
    from backplan.figures.braille import rows

    return shown(rows(figure, (moment,), width, height)[0])


def shown(drawing: Sequence[Sequence[Run]]) -> list[Text]:
    """A drawing in the colours of the terminal: what moves has that of what is now."""
    from rich.text import Text

    from backplan.render.page import NOW

    return [Text.assemble(*((text, NOW if moves else "") for text, moves in row)) for row in drawing]


def drawing(figure: Figure, width: int) -> list[list[Run]]:
    """The start and the end of an exercise beside each other, or under each other where there is little room, without
    the rows in which there is nothing.
    """
    from backplan.figures.braille import rows

    each = min(WIDE, (width - GAP) // 2)
    if figure.still or each < NARROW:
        found = rows(figure, (0.0,) if figure.still else (0.0, 1.0), min(WIDE, width), HIGH)
        return [row for picture in found for row in _drawn(picture)]
    left, right = rows(figure, (0.0, 1.0), each, max(5, HIGH * each // WIDE))
    return _drawn([[*one, (" " * GAP, False), *two] for one, two in zip(left, right, strict=True)])


def _drawn(rows: list[list[Run]]) -> list[list[Run]]:
    first = next((at for at, row in enumerate(rows) if any(text.strip("\u2800 ") for text, _ in row)), len(rows))
    return rows[first:]
