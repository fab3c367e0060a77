"""A way to cope with pain, as one short page."""

from __future__ import annotations

from pydantic import Field

from backplan.model.exercise import Entry, Id, Line


class Page(Entry):
    """One topic: what is known, what to do, what to mind, and which part of it is our own judgement."""

    id: Id
    also: tuple[Id, ...] = ()
    title: Line
    line: Line
    about: tuple[Line, ...] = Field(min_length=1, max_length=3)
    steps: tuple[Line, ...] = Field(min_length=3, max_length=6)
    care: Line | None = None
    own: Line
    exercises: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = Field(min_length=1)
    still: bool = False  # asks for no movement and puts nothing on the body


Page.model_rebuild()
