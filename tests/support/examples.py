"""How many examples a law is tried on, and which: the same on every run; more and other ones with BACKPLAN_EXAMPLES."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis import HealthCheck, seed, settings
from hypothesis.internal.conjecture import providers

F = TypeVar("F", bound=Callable[..., Any])
MORE = int(os.environ.get("BACKPLAN_EXAMPLES", "0"))
SEED = 20261123

# Hypothesis also draws from the constants of all modules that are loaded by then: of a seed other examples come in
# another order of the tests.
providers._get_local_constants = lambda: providers._local_constants


def law(examples: int) -> Callable[[F], F]:
    """So many examples, without a clock. Laws of one strategy with as many examples see the same ones."""
    chosen = settings(
        max_examples=MORE or examples, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )

    def held(test: F) -> F:
        found: F = chosen(test)
        return found if MORE else seed(SEED)(found)

    return held
