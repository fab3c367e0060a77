"""The one sentence on what cannot wait, on every page that a person may act on: the short form of the red flags that
are emergencies (rules/red_flags) and may come on between two interviews.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backplan.render.page import Line, Page

LINE = (
    "Stop and get help at once for chest pain, fainting, spreading leg weakness, or new numbness between the legs, "
    "bladder or bowel trouble or pain down both legs."
)
PLAIN = f"Note: {LINE}"


def is_alarm(rule: str) -> bool:
    """Whether red leads the stop of a rule, by its id: it is about a sign that cannot wait, or not for long."""
    from backplan.rules.screening import emergency_flags, heart_signs, urgent_flags

    return rule in {each.RULE.id for each in (emergency_flags, urgent_flags, heart_signs)}


def alarm(sentence: str, page: Page) -> list[Line]:
    """A stop as a person at a terminal sees it: the one place where red leads."""
    from backplan.render.page import ALARM, HEAD, LABEL, wrapped

    first, *rest = wrapped(sentence, page.room - LABEL)
    word = " Stop "
    head: Line = [(word, ALARM), (" " * (LABEL - len(word)), ""), (first, HEAD)]
    return [[], head, *([(" " * LABEL, ""), (line, HEAD)] for line in rest)]


def with_line(document: Mapping[str, Any]) -> dict[str, Any]:
    """A JSON document of such a page with the sentence in it."""
    return {**document, "emergency": LINE}
