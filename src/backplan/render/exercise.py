"""Exercises as lines of text, as a table for a terminal, and one of them as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backplan.model.wording import spaced
from backplan.planner.choice import barring
from backplan.planner.choice.dose import doses
from backplan.render import emergency, figure, prescription, sources, words
from backplan.rules.exclusion.movement import ASKS, DOES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import RenderableType

    from backplan.model.exercise import Exercise, Library
    from backplan.model.prescription import Prescribed
    from backplan.model.vocabulary import Demand, Movement, Position, Use

MOVES: Mapping[Movement, str] = {**DOES, "neutral": "keeps your back as it is", "unloaded": "takes load off your back"}
DEMANDS: Mapping[Demand, str] = {
    **ASKS,
    "asymmetric": "works one side at a time",
    "balance": "asks for balance",
    "deep-hip": "bends the hips far",
    "deep-knee": "bends the knees far",
}
POSITIONS: Mapping[Position, str] = {
    "supine": "lying on the back",
    "prone": "lying face down",
    "side": "lying on the side",
    "quadruped": "on hands and knees",
    "half-kneel": "on one knee",
    "floor-sit": "sitting on the floor",
    "any": "in any position",
    "water-chest": "chest-deep in water",
    "water-waist": "waist-deep in water",
    "water-deep": "in deep water",
    "water-swim": "swimming",
}


LEAST_ROOM = 36  # columns beside the ids, for a name and a few words


def row(exercise: Exercise) -> tuple[str, str, str]:
    """An exercise in a list: its id, its name, and what it is."""
    held = held_back(exercise)
    return exercise.id, exercise.name, f"{exercise.block}, {exercise.level}{', ' + held if held else ''}"


def held_back(exercise: Exercise) -> str:
    """In a word or two, what keeps an exercise from everybody for now; empty for the others."""
    if _for_nobody(exercise):
        return "left out for now"
    return {"gated": "for later", "prescribed": "if prescribed"}.get(exercise.status, "")


def _for_nobody(exercise: Exercise) -> bool:
    """Whether an exercise is left out for everybody."""
    lands_hard = exercise.impact == "high" or bool(exercise.gives_away) or not exercise.impact_known
    return lands_hard or exercise.status == "excluded"


def table(exercises: Sequence[Exercise], width: int) -> RenderableType:
    """A list of exercises for a terminal; where the ids leave no room for columns, an exercise is a line or two."""
    from rich.table import Table
    from rich.text import Text

    if width - max(len(exercise.id) for exercise in exercises) < LEAST_ROOM:
        from textwrap import wrap

        whole = (f"{name} ({key}): {what}" for key, name, what in map(row, exercises))
        lines = (line for text in whole for line in wrap(text, width, subsequent_indent="  ", break_on_hyphens=False))
        return Text("\n".join(lines))
    found = Table.grid(padding=(0, 2, 0, 0))
    found.add_column(no_wrap=True)
    found.add_column(overflow="fold")
    found.add_column(overflow="fold")
    for exercise in exercises:
        found.add_row(*map(Text, row(exercise)))
    return found


def in_full(exercise: Exercise, library: Library, prescribed: Sequence[Prescribed] = ()) -> Iterator[str]:
    """Everything about one exercise of a library, with what is prescribed of it."""
    yield f"{exercise.name} ({exercise.id})"
    if exercise.also:
        yield f"Also called: {', '.join(exercise.also)}"
    yield from _what(exercise)
    yield from (f"{number}. {step}" for number, step in enumerate(exercise.steps, 1))
    yield from (f"Cue: {cue}" for cue in exercise.cues)
    yield exercise.stop
    yield emergency.LINE
    yield from _how_much(exercise)
    yield from prescription.about(exercise, prescribed)
    yield from _partners(exercise, library.by_id())
    yield from _who_not(exercise)
    if exercise.met:
        yield f"Effort: {exercise.met} times that of sitting still (its MET, or that of the nearest listed activity)"
    yield from (f"Source: {line}" for line in sources.lines(exercise.sources, library.sources))


def document(
    exercise: Exercise, library: Library, prescribed: Sequence[Prescribed], *, drawn: bool = False
) -> dict[str, Any]:
    """Everything about one exercise of a library as one JSON document, with what is prescribed of it, and its figure
    in words, if there is one.
    """
    found = {
        "schema": 1,
        **exercise.as_dict(),
        "prescribed": [item.as_dict() for item in prescribed],
        "ladder": [dose.as_dict() for dose in doses(exercise)],
        "barred": [{"tag": tag, "reason": why} for tag, why in barring.reasons_by_tag(exercise).items()],
        "figure": figure.alt(exercise.name, exercise.steps) if drawn else None,
        "bibliography": [each.as_dict() for each in sources.named(exercise.sources, library.sources)],
    }
    return emergency.with_line(found)


def _what(exercise: Exercise) -> Iterator[str]:
    """What an exercise is, line by line: its kind, why it is left out if it is, where, with what, what it works and how
    it moves.
    """
    uses = " and ".join(USES[use] for use in exercise.use)
    yield f"Kind: {exercise.block}, {exercise.modality}, {exercise.level}; for {uses}"
    if exercise.impact == "high":
        yield "Left out for now: it lands hard (running, jogging or jumping)."
    elif exercise.gives_away:
        yield f"Left out for now: it tells of running, jogging or jumping on land: {exercise.gives_away}."
    elif not exercise.impact_known:
        why = "nothing says how hard it lands" if exercise.in_english else "it is not in English, so not judged"
        mend = "write its impact (none or low) into your file"
        if exercise.in_doubt:
            why = f"its words leave open whether it runs or jumps ({exercise.in_doubt})"
            mend = "say it in other words"
        yield f"Left out for now: {why}; {mend}."
    elif exercise.status != "standard":
        yield STATUS[exercise.status]
    gear = ", ".join(map(spaced, exercise.equipment)) or "nothing"
    yield f"Where: {', '.join(exercise.place)}, {POSITIONS.get(exercise.position, exercise.position)}. Needs: {gear}"
    yield f"Works: {', '.join(map(spaced, exercise.areas))}"
    yield f"Moves: {', '.join(MOVES[each] for each in exercise.movements)}; impact {exercise.impact}"
    if exercise.demands:
        yield f"Asks: {', '.join(DEMANDS[each] for each in exercise.demands)}"


USES: Mapping[Use, str] = {
    "warm-up": "the warm-up",
    "main": "the main part",
    "cool-down": "the cool-down",
    "coping": "coping",
}
STATUS: Mapping[str, str] = {
    "excluded": "Left out for now, for everybody: it loads the back heavily for little gain.",
    "gated": "For later: it waits for the advanced level.",
    "prescribed": "Only when a therapist has prescribed it.",
}


def _how_much(exercise: Exercise) -> Iterator[str]:
    first, *more = doses(exercise)
    yield f"Dose to start with: {words.in_a_line(first)}"
    if exercise.dose.target and exercise.dose.target != exercise.dose.minutes:
        yield f"Grows to: {exercise.dose.target} min"
    elif more:
        yield f"Grows to: {'; then '.join(map(words.in_a_line, more))}"


def _partners(exercise: Exercise, by_id: Mapping[str, Exercise]) -> Iterator[str]:
    for label, key in (
        ("Harder", exercise.progression),
        ("Easier", exercise.regression),
        ("Instead", exercise.instead),
    ):
        if key:
            partner = by_id.get(key)
            yield f"{label}: {partner.name} ({key})" if partner else f"{label}: {key}"


def _who_not(exercise: Exercise) -> Iterator[str]:
    if _for_nobody(exercise):
        return
    barred = barring.reasons_by_tag(exercise)
    yield from (f"Left out ({barring.TAG_MEANS[tag]}): {why}." for tag, why in barred.items())
    care = [tag for tag in exercise.precautions if tag not in barred]
    if care:
        yield f"Used with care, where nothing plainer serves, with: {'; '.join(barring.TAG_MEANS[t] for t in care)}"
    if not (barred or care or held_back(exercise)):
        yield "Nothing that backplan asks about speaks against it."
    if exercise.flare:
        yield "Kept in a flare."
