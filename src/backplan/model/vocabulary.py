"""The closed lists of words that the library, the person and the rules share (kebab-case everywhere)."""

from collections.abc import Mapping
from typing import Literal

Block = Literal["stretch", "core", "aerobic", "water", "strength", "mobility", "relax"]
BlockKind = Literal["warm-up", "core", "aerobic", "strength", "stretch", "cool-down", "coping", "daily"]
Level = Literal["basic", "intermediate", "advanced"]
Status = Literal["standard", "gated", "prescribed", "excluded"]
Impact = Literal["none", "low", "high"]
Place = Literal["home", "outdoors", "pool", "gym"]
Use = Literal["warm-up", "main", "cool-down", "coping"]
Mode = Literal["normal", "flare", "coping-only", "acute"]
Done = Literal["all", "part", "no"]
AerobicKind = Literal["walk", "cycle", "swim"]  # kinds that may be borne for unlike times
Stroke = Literal["front-crawl", "backstroke", "breaststroke", "sidestroke"]
Leg = Literal["none", "buttock", "thigh", "calf", "foot"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Side = Literal["left", "right"]
FlagLevel = Literal["emergency", "urgent", "clinician-first"]
OPERATION, BIRTH = "operation", "birth"  # as they are named where signs are named, to be taken back
OPERATION_MEANS, BIRTH_MEANS = "an operation on your spine", "a birth"
ClearedBy = Literal["doctor", "physiotherapist", "surgeon", "midwife"]
CLINICIANS: Mapping[str, ClearedBy] = {  # what else they are called
    **dict.fromkeys(("gp", "g p", "dr", "md", "general practitioner", "family doctor", "physician"), "doctor"),
    **dict.fromkeys(("physio", "pt", "dpt", "physical therapist", "physiotherapy", "therapist"), "physiotherapist"),
    **dict.fromkeys(("spinal surgeon", "spine surgeon", "orthopaedic surgeon", "orthopedic surgeon"), "surgeon"),
    "neurosurgeon": "surgeon", "nurse midwife": "midwife",
}  # fmt: skip
SurgeryKind = Literal["disc", "decompression", "fusion", "other"]
BirthKind = Literal["vaginal", "caesarean"]
HealthChangeKind = Literal["fall", "hospital", "diagnosis", "heart", "numbness"]
HeartKind = Literal["sign", "disease"]  # to be seen first; to be known to the clinician

Slot = Literal[
    "back", "abdominal", "side", "hip", "choice",
    "lower", "push", "pull", "arm", "balance",
    "aerobic", "ease", "stretch", "mobility", "rest", "coping",
]  # fmt: skip

Modality = Literal[
    "basic-stretch", "back-stretch",
    "motor-control", "back", "abdominal", "hip", "lateral", "pilates", "yoga", "gyrotonic-style",
    "walking", "treadmill", "cycling", "elliptical", "machine", "stairs", "step", "class", "dance", "tai-chi",
    "wheeling",
    "water-walk", "water-jog", "deep-water", "water-exercise", "water-weights", "water-stretch", "water-relax",
    "swimming",
    "lower", "upper", "balance", "heavy-lift", "mobility", "function", "nerve-glide",
    "breathing", "relaxation", "mindfulness", "rest-position", "heat", "coping-skill",
    "running", "jumping", "sport",
]  # fmt: skip

Movement = Literal[
    "neutral", "unloaded", "axial", "lateral-mild", "lateral",
    "flexion-mild", "flexion", "flexion-loaded",
    "extension-mild", "extension", "extension-loaded",
    "rotation-mild", "rotation", "rotation-loaded",
]  # fmt: skip

Demand = Literal["asymmetric", "balance", "neural-tension", "nerve-glide", "deep-hip", "deep-knee", "inversion"]

Position = Literal[
    "standing", "seated", "supine", "prone", "side", "quadruped", "kneeling", "half-kneel", "floor-sit", "any",
    "water-chest", "water-waist", "water-deep", "water-swim",
]  # fmt: skip

Area = Literal[
    "low-back", "upper-back", "abdominals", "flank", "glute", "hip", "hip-front", "thigh-front", "thigh-back",
    "inner-thigh", "leg-back", "legs", "calf", "shin", "ankle", "chest", "shoulder", "arm", "forearm", "grip", "neck",
    "pelvic-floor", "posture", "whole-trunk", "whole-body", "breath", "mind",
]  # fmt: skip

Condition = Literal[
    "flexion-intolerant", "extension-intolerant", "spondylolisthesis", "si-joint", "sciatica", "osteoporosis",
    "hip-issue", "knee-issue", "shoulder-issue", "wrist-issue", "neck-issue", "balance-poor", "dizziness",
    "bp-uncontrolled", "fear-of-water", "open-wound", "no-pool", "skin-sensation-loss",
    "vertebral-fracture-new", "vertebral-fracture-healed", "stress-incontinence", "prolapse", "wheelchair-user",
    "little-standing", "hip-replacement", "knee-replacement", "axial-spondyloarthritis", "scoliosis", "hypermobility",
    "flexion-eases", "extension-eases", "sitting-work", "lifting-work",
]  # fmt: skip

# What follows from other answers; an exercise may carry these tags, a person never writes them.
DerivedCondition = Literal[
    "post-surgery", "pregnancy-t2t3", "no-floor", "no-swim", "healing", "heart", "from-65",
    "birth-first-weeks", "birth-wound", "post-natal",
]  # fmt: skip
Tag = Condition | DerivedCondition

Equipment = Literal[
    "mat", "chair", "wall", "counter", "doorway", "towel", "pillow", "shoes",
    "band", "dumbbells", "kettlebell", "ball", "bench", "block", "step", "stairs", "foam-roller", "heat-pack", "poles",
    "treadmill", "bws-treadmill", "elliptical", "recumbent-bike", "upright-bike", "bicycle", "pedal-exerciser",
    "recumbent-stepper", "arm-ergometer", "rower", "ski-machine", "machine", "reformer", "pulley-tower",
    "wheelchair", "ankle-weights",
    "pool", "noodle", "float-belt", "water-dumbbells", "water-shoes", "paddles", "snorkel", "kickboard",
    "underwater-treadmill",
    "rope", "box", "court", "gym", "pitch", "horse", "snow", "barbell", "trampoline", "mini-trampoline",
]  # fmt: skip

PLACES: tuple[Place, ...] = ("home", "outdoors", "pool", "gym")
LEVELS: tuple[Level, ...] = ("basic", "intermediate", "advanced")
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LEGS: tuple[Leg, ...] = ("none", "buttock", "thigh", "calf", "foot")  # in order down the leg
MINUTES_OF_A_DAY = 1440
MOST_MINUTES = 240  # of exercise that anybody may offer for a day, or bear at a time

# Taken for granted in any home: a folded blanket or the carpet does for a mat.
GRANTED: frozenset[Equipment] = frozenset(
    {"mat", "chair", "wall", "counter", "doorway", "towel", "pillow", "shoes"},
)
WATER_GEAR: frozenset[Equipment] = frozenset(
    {
        "pool", "noodle", "float-belt", "water-dumbbells", "water-shoes", "paddles", "snorkel", "kickboard",
        "underwater-treadmill", "ankle-weights", "step",
    }
)  # fmt: skip

BIKES: frozenset[Equipment] = frozenset({"recumbent-bike", "upright-bike", "bicycle", "pedal-exerciser"})
AEROBIC_KINDS: tuple[AerobicKind, ...] = ("walk", "cycle", "swim")
# What is on one's feet is borne like a walk; what the water carries, like what is borne longest on land; what is not
# named here, like aerobic work in general.
KIND_OF_AEROBIC: dict[Modality, AerobicKind] = {
    "walking": "walk", "treadmill": "walk", "elliptical": "walk", "stairs": "walk", "step": "walk", "class": "walk",
    "dance": "walk", "tai-chi": "walk", "cycling": "cycle", "swimming": "swim",
}  # fmt: skip
UNLOADED: frozenset[Modality] = frozenset({"water-walk", "water-jog", "water-exercise", "water-weights"})
STROKES: tuple[Stroke, ...] = ("front-crawl", "backstroke", "breaststroke", "sidestroke")

# What makes an exercise harder by the band or the weight one takes.
LOAD: frozenset[Equipment] = frozenset({"band", "dumbbells", "kettlebell", "machine", "barbell"})

CONDITION_MEANS: dict[Condition, str] = {
    "flexion-intolerant": "a clinician told you that bending forward brings on your pain (often a disc)",
    "extension-intolerant": "a clinician told you that bending back or standing long brings on your pain (stenosis)",
    "spondylolisthesis": "one bone of the spine has slipped forward on another",
    "si-joint": "pain from the joint between spine and pelvis (sacroiliac joint)",
    "sciatica": "pain from an irritated nerve that runs down the leg",
    "osteoporosis": "thin bones",
    "hip-issue": "hip trouble, such as arthritis",
    "knee-issue": "knee trouble, such as arthritis",
    "shoulder-issue": "shoulder trouble",
    "wrist-issue": "wrist trouble: leaning on your hands hurts",
    "neck-issue": "neck trouble",
    "balance-poor": "unsteady, or afraid of falling",
    "dizziness": "dizzy spells",
    "bp-uncontrolled": "high blood pressure that is not under control, or may not be",
    "fear-of-water": "afraid of water",
    "open-wound": "a wound that has not closed, or a skin infection",
    "no-pool": "told to keep out of pools (for example unsettled fits, heart or bowel trouble, chlorine allergy)",
    "skin-sensation-loss": "skin that does not feel heat and cold well",
    "vertebral-fracture-new": "a bone of your spine broke, in the last 12 weeks",
    "vertebral-fracture-healed": "a bone of your spine broke, more than 12 weeks ago",
    "stress-incontinence": "you have long leaked when you cough, laugh or lift",
    "prolapse": "the womb, bladder or bowel has come down and bulges",
    "wheelchair-user": "you get about in a wheelchair",
    "little-standing": "you can stand or walk for a few moments only",
    "hip-replacement": "a new hip joint",
    "knee-replacement": "a new knee joint",
    "axial-spondyloarthritis": "inflamed, stiffening joints of the spine (such as ankylosing spondylitis)",
    "scoliosis": "a spine that curves to the side",
    "hypermobility": "joints that bend further than most people's",
    "flexion-eases": "bending forward or sitting eases your pain",
    "extension-eases": "bending back or lying on your front eases your pain",
    "sitting-work": "you work sitting most of the day",
    "lifting-work": "you lift or carry at work",
}

CONDITION_BRIEFLY: dict[Condition, str] = CONDITION_MEANS | {  # in few words, as a list and a summary have them
    "flexion-intolerant": "bending forward hurts (told: disc)",
    "extension-intolerant": "bending back or standing hurts (told: stenosis)",
    "spondylolisthesis": "spine bone slipped forward",
    "hip-replacement": "new hip joint",
    "knee-replacement": "new knee joint",
    "si-joint": "sacroiliac joint pain",
    "sciatica": "sciatica",
    "hip-issue": "hip trouble",
    "knee-issue": "knee trouble",
    "wrist-issue": "wrists hurt when leaned on",
    "bp-uncontrolled": "high blood pressure, unless checked and controlled",
    "vertebral-fracture-new": "spine bone broken, within 12 weeks",
    "vertebral-fracture-healed": "spine bone broken, longer ago",
    "stress-incontinence": "long-time leaking (cough, laugh, lift)",
    "prolapse": "prolapse (womb, bladder, bowel)",
    "wheelchair-user": "wheelchair user",
    "little-standing": "standing for moments only",
    "axial-spondyloarthritis": "inflamed spine (ankylosing spondylitis)",
    "hypermobility": "very bendy joints",
}

# A plan waits until the clinician who cleared the person knows of these: that they know is the release to exercise.
MOST_BABIES = 8  # of one pregnancy
MULTIPLE = "multiple-pregnancy"  # what a clearance knows of where there is more than one baby on the way
MULTIPLE_MEANS = "more than one baby on the way"
# A sign that was reported, and whose name was damaged: it may be any of them, so it stops as an emergency does.
UNREADABLE = "unreadable-sign"
UNREADABLE_MEANS = "a sign whose name can no longer be read"
MUST_BE_KNOWN: tuple[Condition, ...] = ("vertebral-fracture-new", "hip-replacement", "knee-replacement")

EQUIPMENT_MEANS: dict[Equipment, str] = {
    "band": "an elastic exercise band",
    "dumbbells": "a pair of light dumbbells",
    "kettlebell": "a kettlebell",
    "ball": "a large exercise ball",
    "bench": "an exercise bench",
    "block": "a yoga block or a firm box to rest a hand on",
    "step": "a low, steady step",
    "stairs": "stairs with a rail",
    "foam-roller": "a foam roller",
    "heat-pack": "a warm pack or hot-water bottle",
    "poles": "walking poles",
    "treadmill": "a treadmill",
    "bws-treadmill": "a treadmill with a harness that carries weight",
    "elliptical": "an elliptical trainer",
    "recumbent-bike": "an exercise bike with a backrest",
    "upright-bike": "an upright exercise bike",
    "bicycle": "a bicycle for the road",
    "pedal-exerciser": "small pedals to use from a chair",
    "recumbent-stepper": "a seated stepper",
    "arm-ergometer": "an arm bike",
    "rower": "a rowing machine",
    "ski-machine": "a ski-stride machine",
    "machine": "weight machines (leg press, pulldown, chest press)",
    "reformer": "a Pilates reformer",
    "pulley-tower": "a pulley tower with leg straps",
    "wheelchair": "a wheelchair that you push yourself",
    "ankle-weights": "ankle weights for the pool",
    "pool": "a swimming pool you can go to",
    "noodle": "a foam noodle",
    "float-belt": "a flotation belt",
    "water-dumbbells": "foam dumbbells for the water",
    "water-shoes": "water shoes",
    "paddles": "hand paddles",
    "snorkel": "a swimming snorkel",
    "kickboard": "a kickboard",
    "underwater-treadmill": "an underwater treadmill",
}

ON_THE_BED = "do it on your bed, as the floor is out of reach for you"  # the care of who cannot get down to the floor
