"""What somebody says of one exercise while a session goes on: that it is done, or only some of it, that it is left out,
or that it hurts, and what that is like.
"""

from __future__ import annotations

import re
from typing import Literal

from backplan.model.felt_words import FELT, HURTING
from backplan.patterns import on_first_use

ExerciseWord = Literal["done", "less", "skip", "hurts", "back", "quit"]

_NO_PAIN = on_first_use(
    rf"\b(?:no|without|not any|less) (?:\w+ )?(?:pains?|{HURTING})\b|"
    rf"\b(?:did|does|do)(?: not|n['’]?t) (?:\w+ )?(?:{HURTING})\b|\bnot (?:too |so |at all )?(?:{HURTING})\b|"
    r"\b(?:felt|feels|feeling|i feel) (?:(?:really|very|quite|so|much) )?(?:good|fine|ok|okay|great|nice|better|well)\b"
)
_TOO_MUCH = on_first_use(r"\b(?:too (?:hard|much|heavy|difficult|tough|strong|far)|sharp|awful|agony|hard on)\b")
_OUCH = on_first_use(r"(?:ou?ch|oww?|argh+|ah+|yikes)\b(?!,? (?:no|it['’]?s fine))")
_AGAIN = on_first_use(
    r"(?:go |one |a )?(?:step )?back|(?:the )?(?:last|previous|one before)(?: one)?|again|repeat|undo|"
    r"(?:sorry|oops|whoops|no|wait)?[ ,]*(?:i )?(?:pressed|hit|typed) .+|"
    r"(?:that was )?(?:a |by )?(?:mistake|wrong|slip)"
)
_QUIT = on_first_use(
    r"(?:i )?(?:(?:want to|have to|need to|must|will|['’]ll|let me|let us|let['’]s) )?(?:stop|quit|end|finish)"
    r"(?: (?:here|now|it|there|for (?:today|now)|the session))*|(?:that['’]?s |that is )?enough(?: (?:for today|now))?|"
    r"no more|i(?: a|['’])m done for today"
)
_LESS = on_first_use(
    r"\b(?:only|just|half|part|partly|some|nearly|almost|most|not (?:all|quite|everything|the whole)|less|fewer|"
    r"a (?:few|bit|little|couple)|(?:one|1) (?:side|set)|as many as|stopped|gave up|cut (?:it )?short|managed \d+)\b|"
    r"^(?:i )?(?:did|done|managed|got)(?: to)? (?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b"
)
_SKIP = on_first_use(
    r"\b(?:skip\w*|leave|leaving|left (?:it|this|that|out)|pass|miss(?:ed|ing)?|without|next time|another time|"
    r"not (?:this|that|today|now|for me|possible|done|with|able)|no (?:room|time|space|chair|band|wall|mat|energy)|"
    r"(?:did|do|does|could|ca|can|will|wo|would|have|am)(?: ?not|n['’]?t)|cant|cannot|dont|didnt|wont|couldnt|"
    r"unable|too tired|rather not|no thanks)\b|^(?:no|nope|not|s)$"
)
_DONE = on_first_use(
    r"(?:yes|yeah|yep|yup|y|ok|okay|k|done|d|fine|sure|next|go on|on|continue|good|great|easy|ready|right|all ?right|"
    r"enter|went|(?:that |it )?(?:was|felt) (?:\w+ )?(?:hard|tough|easy|ok(?:ay)?|fine|good)|no problems?|"
    r"(?:i |we )?(?:have )?(?:did|done|finished|completed?|got|made)|that['’]?s it|all)\b.*|"
)


def of_exercise(text: str) -> ExerciseWord | None:
    """What is said of an exercise; None for words of which nobody can tell. What hurts comes before that it was done,
    and that it was not, or not all of it, before that it was.
    """
    plain = " ".join(text.lower().split()).strip(" .,!")
    felt = _NO_PAIN.sub("", plain).strip(" ,.")
    says_it_was = re.match(r"(?:i )?(?:did|managed) ", plain)
    found: tuple[tuple[ExerciseWord, object], ...] = (
        ("back", _AGAIN.fullmatch(plain)),
        ("hurts", _TOO_MUCH.search(felt) or FELT.search(felt) or _OUCH.match(felt)),
        ("quit", _QUIT.fullmatch(plain)),
        ("skip", _SKIP.search(felt) and not says_it_was),
        ("less", _LESS.search(felt) or _SKIP.search(felt)),
        ("done", _DONE.fullmatch(felt)),
    )
    return next((word for word, so in found if so), None)


_CLOCK: tuple[tuple[Literal["go", "wait", "longer"], str], ...] = (
    ("go", r"(?:ok(?:ay)?|yes|i(?:['’]m| am))?[ ,]*(?:start|begin|go|ready|resume|play|un-?pause|"
           r"(?:go|carry|keep) on|continue)(?: (?:now|again|on|it))*"),
    ("wait", r"(?:please )?(?:pause|wait|hold on|hang on|(?:just )?(?:a|one) (?:moment|minute|second|sec)|moment|"
             r"brb|break)(?: (?:it|a (?:bit|moment|minute|second)|please|now))*"),
    ("longer", r"(?:(?:a (?:bit|little)|much|some|i need|need|give me|more|take|takes) )*(?:longer|more time|slower)"
               r"(?: please)?|(?:that(?:['’]s| is) |it(?:['’]s| is) |you(?:['’]re| are) )?too (?:fast|quick)"),
)  # fmt: skip


def of_clock(text: str) -> Literal["go", "wait", "longer"] | None:
    """What words ask of the clock of an exercise: to begin or go on, to wait, or for more time; None for others."""
    plain = " ".join(text.lower().split()).strip(" .,!?")
    return next((word for word, pattern in _CLOCK if re.fullmatch(pattern, plain)), None)


# By the key of each answer; of two that words may mean the more careful.
_LIKE = (
    ("4", r"\b(?:down (?:the|my) (?:\w+ )?(?:leg|thigh|calf|foot)|spread\w*|(?:in|into|to) (?:the|my) "
          r"(?:\w+ )?(?:leg|thigh|calf|foot|buttock)|sciatic\w*)\b"),
    ("3", r"\b(?:sharp\w*|stab\w*|shoot\w*|(?:clearly |much |a lot |far )(?:more|worse)|worse|really (?:hurt\w*|bad)|"
          r"bad|awful|agony|severe|strong|very|terrible|too (?:hard|much|heavy)|a lot|leave it|stop|unsure)\b"),
    ("2", r"\b(?:usual\w*|as always|normal|same as|a (?:little|bit) more|slightly more|my old|known|dull)\b"),
    ("1", r"\b(?:tired|muscles?|stretch\w*|tight\w*|(?:a )?(?:little|bit) sore|sore|stiff\w*|effort|"
          r"burn\w*|work(?:ed|ing)?)\b"),
)  # fmt: skip
_NOT_SO = on_first_use(r"\b(?:not|no|nothing|never|none)\b|n['’]?t\b")


def what_it_is_like(text: str) -> str | None:
    """The key of the answer to what hurts that words mean; None where none is meant."""
    plain = text.lower()
    if _NOT_SO.search(re.sub(r"not sure", "unsure", plain)):
        return None
    return next((key for key, words in _LIKE if re.search(words, plain)), None)
