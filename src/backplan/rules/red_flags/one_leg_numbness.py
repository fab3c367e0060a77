"""Signs in one leg usually mean an irritated nerve; the clinician who clears you should know of them."""

from backplan.rules.kinds import RedFlag

RULE = RedFlag(
    id="one-leg-numbness",
    level="clinician-first",
    name="numbness, tingling or mild weakness in one leg",
    asks="Numbness, tingling or a mild, steady weakness in one leg",
    brief="One leg numb, tingling or weak",
    called="mildly weak",
    claim=__doc__,
    sources=("finucane-2020",),
    inference="the whole flag; the source is about nerves squeezed at the base of the spine",
)
