"""A way to cope with pain, as one short page."""

from typing import Any

from backplan.named_tuple import NamedTuple


class CopingPage(NamedTuple):
    """A page on one topic of coping with pain: what is known, what to do, what to mind, and which part of it is our own
    judgement.
    """

    id: str
    also: tuple[str, ...]
    title: str
    line: str
    about: tuple[str, ...]
    steps: tuple[str, ...]
    care: str | None
    own: str
    exercises: tuple[str, ...]
    sources: tuple[str, ...]
    still: bool  # asks for no movement and puts nothing on the body

    def as_dict(self) -> dict[str, Any]:
        """The words of the page as a JSON object, without its other names, exercises and sources."""
        words = ("id", "title", "line", "about", "steps", "care", "own")
        return {key: getattr(self, key) for key in words}
