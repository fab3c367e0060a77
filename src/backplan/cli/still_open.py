"""What stands beside whatever else is done while a question that own words raised holds today back."""

from typing import TYPE_CHECKING

from backplan.cli.terminal import output

if TYPE_CHECKING:
    from backplan.actions.workspace import Workspace


def repeat_open_questions(place: "Workspace") -> None:
    """Repeat the questions that hold today back, beside what goes into a file or a pipe."""
    from backplan.actions.open_questions import still_open

    for question in still_open(place):
        output.complain(question)
