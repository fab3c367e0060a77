"""Bare `backplan`: where the person stands and what is next."""

from __future__ import annotations

from backplan.cli.terminal import environment, output


def show_standing(as_json: bool) -> None:
    """One or two sentences; a stop or a missing interview is told as everywhere."""
    from backplan.actions.week import today
    from backplan.render import standing

    place = environment.workspace()
    if environment.at_terminal() and not as_json:
        from backplan.actions.person import screen
        from backplan.cli.morning import note_morning

        screen(place)
        note_morning(place)
    shown = today(place)
    if as_json:
        output.document(standing.document(shown.day, shown.week))
    else:
        output.lines(standing.lines(shown.day, shown.week))
