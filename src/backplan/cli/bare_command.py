"""Bare `backplan`: where the person stands and what is next."""

from __future__ import annotations

from backplan.cli.terminal import environment, output


def show(as_json: bool) -> None:
    """A few sentences, and what to type next; it never asks. A stop or a missing interview is told as everywhere."""
    from backplan.actions.pain import morning_unknown
    from backplan.actions.week import today
    from backplan.render import bare as words

    place = environment.workspace()
    shown = today(place)
    if as_json:
        output.document(words.document(shown.day, shown.week))
        return
    output.lines([*words.lines(shown.day, shown.week), *words.questions(shown.week)])
    output.lines(words.offers(shown.day, morning=morning_unknown(place, place.today)))
