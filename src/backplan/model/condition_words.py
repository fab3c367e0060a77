"""What people call their conditions, to suggest the one that is meant; a word is never taken for it in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from backplan.errors import did_you_mean, nearest
from backplan.model.thing_words import called, parts_of
from backplan.model.vocabulary import Condition

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from backplan.model.vocabulary import Tag

# How people's words begin. What may be a sign of danger (numbness, the bladder, fainting) stands nowhere: it is asked
# as such.
SAID: Mapping[Tag, str] = {
    "flexion-intolerant": "disc disk hernia prolapse slipped bulging ruptured bend forward flexion",
    "extension-intolerant": "stenos spinal canal narrow claudication arch standing extension",
    "spondylolisthesis": "slipped vertebra listhesis spondylolysis",
    "si-joint": "sacro sij pelvis pelvic girdle joint",
    "sciatica": "sciatic nerve radicul trapped pinched",
    "osteoporosis": "osteopo brittle thin bone porous",
    "hip-issue": "hip hips arthr osteoarthr coxarthr",
    "knee-issue": "knee arthr osteoarthr meniscus cartilage gonarthr",
    "shoulder-issue": "shoulder rotator cuff",
    "wrist-issue": "wrist carpal",
    "neck-issue": "neck whiplash cervical",
    "balance-poor": "balance unsteady wobbl fall shaky amput",
    "dizziness": "dizz vertigo giddy lightheaded",
    "bp-uncontrolled": "high blood pressure hypertens bp",
    "fear-of-water": "water fear afraid scared aquaphob",
    "open-wound": "open wound ulcer stitches skin infect rash",
    "no-pool": "pool chlorine epilep seizure fits",
    "skin-sensation-loss": "neuropath sensation skin",
    "vertebral-fracture-new": "new fracture broke vertebra crush compress collapse bone spine",
    "vertebral-fracture-healed": "old healed fracture broke vertebra crush compress collapse bone spine",
    "stress-incontinence": "leak incontinen urin pelvic floor",
    "prolapse": "prolapse womb uterus uterine organ pelvic floor",
    "wheelchair-user": "wheelchair paraplegi paralys amput",
    "little-standing": "standing walker frame amput",
    "hip-replacement": "hip new replac joint artificial prosthe surgery operat",
    "knee-replacement": "knee new replac joint artificial prosthe surgery operat",
    "axial-spondyloarthritis": "bechter ankylos spondylitis spondyloarthr axspa inflam stiff spine",
    "scoliosis": "scolio curv crooked spine",
    "hypermobility": "hypermob mobil eds heds ehlers danlos marfan bendy double-jointed",
    "flexion-eases": "bend forward flexion ease lean",
    "extension-eases": "bend extension arch ease mckenzie backward",
    "sitting-work": "sitting desk office sedentary driv computer screen",
    "lifting-work": "lift heavy carry manual labour labor warehouse nurse nursing construction",
    "heart": "heart cardi angina asthma copd lung diabet stroke pacemaker stent arrhythm atrial fibrillat",
    "post-surgery": "surgery operat fusion fused discectomy laminectomy decompress disc spinal spine",
    "pregnancy-t2t3": "pregnan expecting",
    "post-natal": "birth caesarean cesarean postpartum postnatal natal partum feeding lactat",
}
# How words begin that are no condition here, and what to do instead: nothing on the list would say them right.
INSTEAD: tuple[tuple[str, str], ...] = (
    (
        "hernia stoma colostom ileostom",
        "of a disc: flexion-intolerant; of belly or groin: have it looked at, and ask whoever cleared you what to "
        "leave out; until then `backplan prescribe avoid abdominal` leaves out curl-ups, planks and leg lowering",
    ),
    (
        "amput limb stump",
        "say what it changes: balance-poor, little-standing or wheelchair-user; `backplan swap` takes out an exercise "
        "that does not fit",
    ),
    (
        "blind sight eye vision visual eyesight glaucoma macular",
        "balance-poor leaves out what needs sure footing; `backplan prescribe avoid cycling` a whole kind; and "
        "`--plain` suits screen readers",
    ),
    (
        "twin triplet quadruplet",
        "say it with the weeks, `--pregnant-weeks 14 --babies 2`: whoever clears you has to know of it, as with twins "
        "training may have to rest from week 28 on, and with three from the start; `backplan pause` rests the plan",
    ),
    (
        "parkinson sclerosis ms polio dystroph neurolog cerebral palsy dementia alzheimer",
        "balance-poor or little-standing, where that is so; a physiotherapist who knows the illness should set the "
        "plan: `backplan prescribe`",
    ),
    (
        "cancer tumour tumor metasta leukaem lymphoma fever numb tingl bladder bowel",
        "it is asked among the safety questions: `backplan init --only red-flags`",
    ),
    (
        "blood thinner anticoag haemophil hemophil",
        "have a fall or a knock looked at soon, and ask whoever cleared you what to leave out",
    ),
)
WHOLE = 4  # letters under which a word is compared as a whole
VAGUE = frozenset(
    {"new", "old", "high", "open", "bone", "bones", "spinal", "spine", "joint", "joints", "floor", "stiff", "heavy"}
)
MOST = 3  # suggestions
_CONDITIONS: frozenset[str] = frozenset(get_args(Condition))


def meant(word: str) -> tuple[Tag, ...]:
    """The conditions that hold the most of a person's words, what is written as one before what follows from other
    answers; none where only vague words are held.
    """
    held = {tag: _held(parts_of(word), parts_of(phrase)) for tag, phrase in SAID.items()}
    most = max(map(len, held.values()))
    best = [tag for tag, words in held.items() if len(words) == most and not VAGUE.issuperset(words)]
    return tuple([tag for tag in best if tag in get_args(Condition)] or best)


def instead(word: str) -> str:
    """What to do about what is no condition here; nothing where a word says more than that, as of which joint."""
    parts = parts_of(word)
    of_conditions = {part for tag in meant(word) for part in _held(parts, parts_of(SAID[tag]))}
    for beginnings, do in INSTEAD:
        held = _held(parts, beginnings.split())
        if held and of_conditions.issubset(held):
            return do
    return ""


def _held(words: Collection[str], beginnings: Collection[str]) -> list[str]:
    """The words that begin as any of some others."""
    return [word for word in words if any(_begins(word, beginning) for beginning in beginnings)]


def _begins(word: str, beginning: str) -> bool:
    return word == beginning if len(beginning) < WHOLE else word.startswith(beginning)


def near(word: str, ids: Collection[str]) -> str:
    """' (did you mean ...?)': the conditions or things of a list that a person's word means, else what is spelled like
    it; of what is none of the conditions, what to do instead.
    """
    if not _CONDITIONS.isdisjoint(ids) and (do := instead(word)):
        return f" ({do})"
    found = [each for each in (*meant(word), *called(word)) if each in ids]
    return did_you_mean(found[:MOST]) or nearest(word, ids)
