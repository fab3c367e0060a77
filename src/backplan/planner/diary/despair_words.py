"""Thoughts of dying in a person's own words: whoever writes them is told at once whom to turn to."""

from __future__ import annotations

import re

from backplan.patterns import on_first_use

DESPAIR = "thoughts-of-dying"  # stands in the place of a rule's id, for the rest of the day
HELP = (
    "Your words may tell of not wanting to live. Please do not stay alone with that: call your local emergency number "
    "or a crisis line now, or go to somebody you trust. If you have hurt yourself or taken something, call the "
    "emergency number at once. You matter, and there is help. Exercise can wait."
)
NOT_MEANT = "The plan asks nothing of you today; if the words meant something else, `backplan diary edit` mends them."

_NOT_DEATH = r"(?!\W+(?:laughing|of (?:laughing|laughter|boredom|shame|embarrassment)|lift\w*|bug))"
_NO_LONGER = r"(?:do ?n['’]?t|do not|no longer|never|not) (?:really )?(?:want|wish) to"
_OF_PLENTY = r"(?:too many|all (?:of )?(?:my|the)|an? (?:whole )?(?:box|packet|bottle|handful) of)"
_DESPAIR = on_first_use(
    "|".join(
        (
            rf"\b(?:want(?:ed|ing)?|wish(?:ed)?|rather|hope|hoping|ready|like) to (?:die|be dead)\b{_NOT_DEATH}",
            rf"\b(?:rather|better) (?:be |off )?dead\b{_NOT_DEATH}|\bwish i (?:could die|(?:was|were) dead)\b",
            r"\bwish i (?:was ?n|were ?n)['’]?t (?:here|alive|born)\b|\bbetter off (?:without me|if i)\b",
            rf"\b{_NO_LONGER} (?:live|be alive|be here(?! (?:today|early|at|for))|exist|wake up|go on"
            rf"|carry on living)\b",
            r"\bend(?:ing)? (?:it all|my (?:own )?life|everything)\b|\btak(?:e|ing) my (?:own )?life\b",
            r"\b(?:kill|hang|drown)(?:ing)? my ?self\b(?!\W+(?:laughing|with|on the|at the|doing))",
            r"\b(?:harm(?:ed|ing)?|cut(?:ting)?) myself\b(?!\W+(?:shaving|on|with|in|off|while|chopping|cooking"
            r"|some|a))",
            r"\bhurt(?:ing)? myself on purpose\b|\bself[- ]harm\w*\b|\bover ?dos(?:e|ed|ing)\b",
            r"\bsuicid(?:e|al)\b(?! (?:runs?|drills?|sprints?|squeeze))",
            rf"\b(?:took|taken|take|swallowed|had) {_OF_PLENTY} (?:my )?(?:\w+ )?"
            r"(?:tablets?|pills?|pain ?killers?|meds|medications?|medicines?)\b",
            r"\bwant (?:it|this) (?:all )?to (?:be over|end)\b|\b(?:a|no|any|the) (?:reason|point) (?:to"
            r"|in) (?:get(?:ting)? up|wak(?:e|ing) up)\b",
            r"\bno (?:reason|point|will) (?:to|in|of) (?:live|living|be alive|being alive|going on)\b",
            r"\b(?:can ?n?['’]?t|cannot) (?:go on (?:living|any ?more|like this)|take (?:it|this|life) any ?more)\b",
            r"\b(?:enough|tired|sick|fed up) of (?:life|living|being alive)\b|\b(?:in front of|under) a (?:train"
            r"|bus|lorry)\b",
            r"\bnot worth living\b|\bnothing (?:left )?to live for\b|\bjump(?:ing)? off (?:a|the) (?:bridge|roof"
            r"|building)\b",
        )
    ),
    re.IGNORECASE,
)
_DENIED = on_first_use(r"\b(?:no|not|never|without|isn['’]?t|wasn['’]?t)(?: \w+){0,2} $", re.IGNORECASE)


def tells_of_despair(text: str) -> bool:
    """Whether words may tell of thoughts of dying, of harming oneself or of too much of a medicine."""
    return any(not _DENIED.search(text[: found.start()]) for found in _DESPAIR.finditer(text))
