"""A first episode of back pain very early or late in life should be known to the clinician who clears you."""

from backplan.rules.kinds import RedFlag

YOUNG, OLD = 20, 55  # under the one, over the other


def asked_of(born: int | None, year: int) -> bool:
    """Whether the year of birth calls for the question: somebody may be that young or that old on a day of the year.
    Of whom it is not known, it is asked.
    """
    return born is None or year - born - 1 < YOUNG or year - born > OLD


RULE = RedFlag(
    id="first-episode-age",
    level="clinician-first",
    name="a first back pain at your age",
    asks="This is your first back pain ever, and you are under 20 or over 55",
    brief="First back pain ever, under 20 or over 55",
    claim=__doc__,
    sources=("rcgp-1999",),
    inference="asking it of a first episode alone, and the level; other guidelines say 50",
)
