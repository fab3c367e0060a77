"""Laws that only look at weeks, over the same requests: these are drawn once for all such laws, in whichever worker."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from backplan.planner.request import Request
from tests.support import shared
from tests.support.examples import MORE, law
from tests.support.planned import exercises, key_of

PEOPLE = 80
Law = Callable[[Request], None]


@cache
def drawn(requests: st.SearchStrategy[Request], people: int) -> tuple[Request, ...]:
    """What Hypothesis draws of some requests for a law that holds for so many people, each once."""

    def made() -> list[Request]:
        found: dict[str, Request] = {}

        @law(people)
        @given(requests)
        def noted(request: Request) -> None:
            found.setdefault(key_of(request), request._replace(exercises=()))

        noted()
        return [*found.values()]

    name = "drawn-" + sha256(repr((requests, people)).encode()).hexdigest()
    return tuple(request._replace(exercises=exercises()) for request in shared.once(name, made))


def chance(request: Request) -> Random:
    """What a law chooses beside a request: by chance, and the same for the same request."""
    return Random(key_of(request))


def of_everybody(
    requests: st.SearchStrategy[Request], people: int = PEOPLE, most: int | None = None
) -> Callable[[Law], Callable[[], None]]:
    """A law of each of these requests, or of the first of them. Where it fails, Hypothesis draws them again, and tells
    the smallest that it finds.
    """

    def judged(test: Law) -> Callable[[], None]:
        searched = law(people)(given(requests)(test))

        def held() -> None:
            if MORE:
                return searched()
            try:
                for request in drawn(requests, people)[:most]:
                    test(request)
            except Exception:
                searched()
                raise

        held.__name__, held.__doc__, held.__module__ = test.__name__, test.__doc__, test.__module__
        return held

    return judged
