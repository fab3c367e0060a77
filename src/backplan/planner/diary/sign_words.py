"""Signs in a person's own words: which of the signs to look at first a note may tell of. That is a question and no
answer: nothing is recorded, and nothing stops, until the person says so.
"""

from __future__ import annotations

import re
from functools import lru_cache

_GAP = r"(?:\W+\w+){0,%d}?\W+"  # so many words between


def _near(one: str, other: str, between: int = 3) -> str:
    """One thing and another, in any order, in the same breath."""
    gap = _GAP % between
    return rf"\b(?:(?:{one}){gap}(?:{other})|(?:{other}){gap}(?:{one}))\b"


_CANNOT = r"(?:cannot|can['’]?t|can not|could ?n['’]?t|could not|unable to|not able to|struggl(?:e|ed|ing) to)"
_NUMB = (
    r"n[ou]m+b*(?:ness|ed)?|nunb|ting(?:e?l|le)(?:es?|ed?|ing?|in|y)?|pins (?:and|&|n) needles|"
    r"(?:no|lost (?:all |the )?|loss of|losing) ?(?:feelings?|sensation)|(?:feels?|felt|gone|goes|went) dead|"
    r"an[ae]?esthetised"
)
_UNFELT = rf"(?:{_CANNOT}|do ?n['’]?t|do not|barely|hardly) feel"
_UNKNOWN = (  # when to go
    rf"(?:{_UNFELT}|no (?:sensation|feeling)|{_CANNOT} tell|(?:do ?n['’]?t|do not|not|never) know"
    rf"|no (?:urge|idea|warning))"
)
_WEAK = (
    r"weak(?:ness|er)?|giv(?:es?|ing) (?:way|out)|gave (?:way|out)|given (?:way|out)|buckl(?:es?|ed|ing)|"
    r"crumpl(?:es?|ed|ing)|collaps(?:es?|ed|ing)|(?:went|goes|going|go) (?:out )?from (?:under|beneath)|"
    r"(?:no|lost (?:all )?(?:the |my )?|losing) ?(?:strength|power)|(?:will not|wo ?n['’]?t) (?:hold|carry) me"
)
_SADDLE = (
    r"between (?:my |the )?(?:legs|thighs)|saddle|crotch|groin|genitals?|private parts|privates|back passage|anus"
    r"|bottom(?! of)|"
    r"inner thighs?|insides? of my (?:thighs|legs)|vagina|fanny|vulva|labia|penis|willy|testicles|balls(?! of)"
    r"|scrotum|"
    r"perineum|down (?:below|there)|bum|bumhole|arse|rectum|backside|nether regions|lady (?:parts|bits)"
    r"|private (?:area|bits)"
)
_ODD = (
    r"(?:cotton )?wool(?:ly)?|padded|rubbery|strange(?:ly)?|weird(?:ly)?|odd(?:ly)?|funny|different(?:ly)?|dead"
    r"|not mine"
    r"|not there"
)
_WIPED = r"(?:toilet|loo) (?:paper|roll)|when i wip(?:e|ed)|wip(?:ing|ed) myself"
_LEG = r"leg|foot|feet|toes?|calf|calves|shin|thigh|knee|ankle|heel"
_SIDE = r"(?:(?:left|right|big|whole|bad) ){0,2}"
_ASLEEP = (  # a leg, not a person
    r"\W+(?:still |always |constantly )?(?:feels?|felt|feeling|is|are|was|goes|going|went|gone|keeps?|kept)"
    r"\W+(?:\w+['’]?\w*\W+){0,3}"
    r"(?:(?:a|to )?sleep|dead|cotton wool|not mine|not there)\b"
)
_BOTH = r"both (?:my |of my |the )?(?:legs|feet|calves|thighs)|(?<!between )(?<!between my )(?<!between the )legs"
_WATER = (
    r"pee(?:d|ing)?|wee(?:d|ing)?|urinat(?:e|ed|ing)|pass(?:ed|ing)? (?:any )?(?:water|urine)|"
    r"(?:hold|control) my (?:water|wee|pee|urine|bowels?|bladder|poo)|poo|have a poo|open my bowels"
)
_URINE = rf"urine|pee(?:ing)?|wee(?:ing)?|bladder|{_WATER}"
_LOO = rf"{_WATER}|loo|toilet|bathroom|to go|before i go|bladder|bowels?"
_FAILS = (
    rf"(?:{_CANNOT}|wo ?n['’]?t|will not|does ?n['’]?t|does not|is ?n['’]?t|is not|not|trouble|hard to|difficult to)"
)
_EMPTY = rf"{_FAILS} (?:(?:fully|properly|completely|quite|really|even) )?empty(?:ing)?"
_BEATS = r"heart|pulse|heartbeat"
_NO_EXERCISE = r"(?! (?:press(?:es)?|stretch\w*|opener|muscles?|expander|fl(?:y|ies)|freezer|of drawers|work|day))"
_EASY = (  # at which nobody should be short of breath
    r"rest|resting|lying|sitting|in bed|the level|the flat|(?:the|my|a|short|little|gentle|easy) walk|"
    r"walking (?:to|across|round)|"
    r"talking|speaking|stairs|steps|doing nothing|dressed"
    r"|dressing"
    r"|(?:across|round) the room"
)
_OF_A_CLOT = r"swollen|swelling|swelled|puffy|red|hot(?! water)|warm to (?:the )?touch"

# Of the body, and not of an exercise, as in knee to chest.
_MINE = r"(?<!knee to )(?<!knees to )(?<!arm across the )chest\b(?![ -](?:deep|held|supported|press)\b)"
_CHEST = (
    rf"\b{_MINE}\W+(?:(?:felt|feels|is|was|got|gets|went|has|had|been|a|really|very|bit|so)\W+){{0,3}}"
    r"(?:pains?|painful|pressure|tight(?:ness)?|hurt(?:s|ing)?|ach(?:e|es|ed|ing))\b",
    rf"\b(?:pains?|pressure|tight(?:ness)?)\W+(?:in|on|across|around|over)\W+(?:my |the )?{_MINE}",
    r"\btight chest\b(?!\W+muscles?)|\b(?:elephant|weight|band) on my chest\b|\bcrushing (?:\w+ ){0,2}chest\b",
    _near(
        r"elephant|vice|squeez(?:ed|ing)|crush(?:ed|ing)|gripp(?:ed|ing)|heav(?:y|iness)|tight band|discomfort"
        r"|stabbing",
        rf"(?:chest|breastbone|sternum){_NO_EXERCISE}",
    ),
    _near(r"ach(?:es?|ed|ing)|pain(?:s|ful)?|hurts?|heavy|tingl\w+|numb|sweat(?:s|y|ing)?", "left arm", 2),
)
_JAW = (
    _near(r"jaw", r"ach(?:es?|ed|ing)|pains?|tight|hurts?", 2),
    r"\b(?:used|needed|took|take|taking)\W+my spray\b",
)

_VEHICLE = r"car|van|bus|lorry|truck|bike|motorbike|cyclist|taxi|scooter"
_HIGH = r"ladder|roof|tree|horse|pony|bike|bicycle|motorbike|scooter|wall|scaffold(?:ing)?|height"
_FELL = r"fell|fallen|fall|falling|came off|tumbled|(?:was )?thrown"
_ELSE_FALLS = "pain|score|pressure|temperature|weight|weights|dumbbell|band|ball|phone|book|it|he|she|nearly|almost"
_SELF = "".join(rf"(?<!\b{word} )" for word in _ELSE_FALLS.split("|"))  # who falls is the person, and does fall
_FEARED = "".join(f"(?<!{word} )" for word in ("fear of", "afraid of", "scared of", "risk of", "prevent", "avoid"))

_ACCIDENT = (
    rf"\b{_SELF}(?:{_FELL})\W+(?:off|from|out of|over)\W+(?:\w+\W+){{0,2}}(?:{_HIGH})\b",
    rf"\b{_SELF}(?:{_FELL})\W+down\W+(?:\w+\W+){{0,3}}(?:stairs|steps)\b|\b{_SELF}(?:fell|fallen)\W+downstairs\b",
    r"\b(?:car|bike|road|traffic|motorbike)\W+(?:crash|accident)\b",
    r"\b(?:hit|knocked (?:down|over|off (?:my |the )?bike)|run over)\W+by\W+(?:\w+\W+){0,2}(?:car|van|bus"
    r"|lorry|truck|bike|motorbike|cyclist|scooter)\b",
    rf"\bcame off\W+(?:my|the|a)\W+(?:\w+\W+)?(?:{_HIGH})\b|\b(?:horse|pony|bike)\W+(?:threw|bucked|chucked)\W+me\b",
    rf"\b(?:{_VEHICLE})\W+(?:ran|drove|went|crashed|smashed|hit|knocked|bumped)\W+(?:(?:right|straight|into|over"
    rf"|down)\W+)*"
    r"(?:me|us)\b|\brear[- ]?ended\b|\bwhiplash\b",
    r"\b(?:a|the|bad|car)\W+(?:\w+\W+)?(?:smash|crash|pile[- ]?up|collision|wreck)\b",
    r"\blanded\W+(?:\w+\W+){0,2}on my (?:\w+ )?(?:back|spine|tailbone|bum|bottom|backside|coccyx|hip|head|arse)\b",
    rf"\b{_SELF}(?:hit|banged|bumped|cracked) my head\b|\bhit the (?:ground|floor|deck|pavement|road)\b",
)
_FALL = (
    r"\b(?:bad|nasty|heavy|hard|another)\W+(?:fall|tumble)\b|\btumbled\b|\bwent (?:flying|over on (?:the|my|some)"
    r"|down like"
    r"|head over heels)\b|\bcame a cropper\b|\bmissed (?:a|the|my) (?:last )?(?:step|stair)\b|\blost my footing\b",
    r"\b(?:slid|slipped)\W+(?:\w+\W+){0,2}(?:stairs|steps|ice|wet|bath|shower|mud|leaves)\b",
    rf"\b{_SELF}fell\b(?!\W+(?:asleep|back to sleep|behind|ill|sick|pregnant|running\W*(?:for )?(?:\d|$)|apart"
    rf"|short|silent|quiet|in love|to \d))",
    r"\b(?:had|have|has|was|been|since|after)\W+(?:\w+\W+){0,2}fallen\b(?!\W+(?:asleep|behind|ill|out of))",
    rf"\b{_FEARED}(?:a|another|my|the|two)\W+(?:(?:bad|little|nasty|small|minor|heavy|slight|second)"
    rf"\W+)?(?:falls?|tumble)\b",
    r"\btripped\W+(?:over|up|on|and)\b|(?<!mat )(?<!band )(?<!ball )\bslipped\W+(?:over|on|in|off|down|and)\b",
)

# Behind a figure of degrees: those of the day, not of the body. Beside a lost weight: that it was meant.
_WEATHER = (
    r"(?!\W+(?:\w+\W+){0,3}(?:outside|outdoors|shade|sun|heat|weather|pool|water|bath|garden|north|east|angle"
    r"|turn)\b)"
)
_MEANT = (
    r"diet(?:ing)?|on purpose|slimming|weight ?watchers|pleased|happy|proud|glad|great|finally|thanks to"
    r"|trying|wanted|goal"
)
_UNLESS = {  # what the whole of the words says that makes no sign of it
    "weight-loss": re.compile(
        rf"(?<!not )(?<!without )(?<!not on a )(?<!n't )(?<!not even )\b(?:{_MEANT})\b", re.IGNORECASE
    )
}

# What may tell of each sign, the most urgent first: by the exact words, so that each can be explained.
_TELL_OF: dict[str, tuple[str, ...]] = {
    "saddle-numbness": (
        _near(
            f"{_NUMB}|{_UNFELT}|(?:feel(?:s|ing)?|felt|gone|went|going|is|are) (?:\\w+ ){{0,2}}(?:{_ODD})|wool(?:ly)?",
            _SADDLE,
        ),
        _near(f"{_UNFELT}|{_NUMB}|{_ODD}", _WIPED, 4),
        r"\bcauda equina\b",
        _near(r"nothing", r"down (?:there|below)"),
        rf"\b(?:{_UNKNOWN}|(?:did ?n['’]?t|did not|no) feel(?:ing)?){_GAP % 3}wip(?:ed?|ing)\b",
    ),
    "bladder-bowel": (
        _near(rf"{_CANNOT}|trouble|difficulty|hard to|problems?", _WATER),
        r"\b(?:wet(?:ting|s)?|soil(?:ed|ing)|wee'?d|peed|pissed|pooe?d|messed|shat"
        r"|dirtied) (?:in )?(?:myself(?! laughing)|the bed"
        r"|my (?:trousers|pants))\b",
        rf"\b{_UNKNOWN}{_GAP % 5}(?:{_LOO})\b|\btak(?:es?|ing) (?:ages|forever) to (?:start |begin )?(?:{_WATER})\b",
        r"\b(?:have ?n['’]?t|have not|not|unable to) (?:been able to )?(?:peed?|weed?|urinated?"
        r"|pass(?:ed)? (?:any )?(?:water|urine))\b",
        r"\b(?:did ?n['’]?t|did not|not) (?:quite )?make it to the (?:loo|toilet|bathroom)\b",
        _near(r"bladder|bowels?", rf"{_EMPTY}|retention"),
        _near(f"{_UNFELT}|no feeling|lost (?:all )?feeling", _WATER),
        r"\b(?:urin(?:e|ary) retention|leak(?:s|ed|ing)? (?:urine|pee|wee|water))\b",
        _near(r"bladder|bowels?", r"control|trouble|problems?|lost|numb|changed|accident|leak(?:s|ed|ing)?"),
        r"\bincontinen(?:t|ce)\b|\bcatheters?\b|\bcatheteri[sz]ed\b",
        _near(r"dribbl(?:es?|ed|ing)", _URINE),
        r"\bleak(?:s|ed|ing)?\W+(?:\w+\W+){0,2}(?:without|before i|when i|myself|down my)\b",
        _near(r"stream|flow", r"weak(?:er)?|slow(?:er)?|poor|stops? and starts?", 2),
        _near(r"push(?:ing)?|strain(?:ing)?|force|squeeze", _WATER),
        _near(r"accident", r"loo|toilet|bathroom|pants|trousers|bed|wet", 5),
        r"\b(?:bladder|bowels?)\W+(?:\w+\W+){0,4}without\b",
        _near(r"constipat(?:ed|ion)", _NUMB),
    ),
    "sexual-function": (
        _near(rf"lost|loss|losing|numb|no feeling|{_UNFELT}|{_CANNOT}", r"sex|sexual(?:ly)?|erections?|orgasms?"),
        r"\bimpoten(?:t|ce)\b",
        _near(rf"trouble|problems?|difficulty|hard to|{_CANNOT}", r"erections?|orgasms?|climax|(?:get|keep) it up"),
    ),
    "both-legs": (
        _near(f"{_NUMB}|{_UNFELT}", _BOTH),
        rf"\b(?:{_BOTH}){_ASLEEP}",
        _near(
            r"jelly|electric(?:ity)?|shocks?|(?:cotton )?wool(?:ly)?|weak(?:ness|er)?|rubber(?:y)?|lead|wobbly"
            r"|useless",
            r"both (?:my |of my |the )?(?:legs|feet|calves|thighs)",
        ),
        r"\b(?:both (?:my |of my |the )?|my two )(?:legs|calves|thighs)\W+(?:(?:are|were|really|still)\W+)?"
        r"(?:aches?|aching|hurts?|hurting|burning|sore|painful)\b(?!.*\b(?:after|from|on|when|while)\b)",
        r"\b(?:pain\W+(?:\w+\W+){0,3}|shoot(?:s|ing)?\W+(?:\w+\W+){0,2})(?:down|into) both (?:my |of my "
        r"|the )?legs\b",
    ),
    "leg-weakness": (
        _near(_WEAK, f"{_LEG}|legs"),
        r"\bfoot[- ]drop\b|\bdrop[- ]foot\b|\b(?:shoe|toes?|foot) (?:keeps? |kept |is )?scuff\w*",
        r"\b(?:foot|toes?|leg|ankle)\W+(?:just |simply )?(?:wo ?n['’]?t|will not|does ?n['’]?t|does not"
        r"|refuses to|can ?n?['’]?t|"
        r"cannot)\W+(?:lift|move|work|go up|come up|pull up|do what|obey|respond)\b",
        r"\b(?:drag(?:s|ged|ging)?|tripping over|stumbling over|trailing)\W+(?:my |the )?(?:\w+ )?(?:foot|feet"
        r"|toes?|leg)\b",
        r"\blegs\W+(?:\w+\W+){0,2}(?:like|to) (?:jelly|rubber|string|water)\b(?!.*\b(?:after|from)\b)",
        r"\b(?:foot|(?:left|right|one|bad) leg)\W+(?:feels?|felt|is|goes|went)\W+(?:\w+\W+)?heavy\b",
        r"\b(?:foot|leg)\W+(?:\w+\W+){0,4}(?:like lead|leaden|wooden|dead weight)\b",
        r"\b(?:foot|toes?)\W+(?:(?:has|is|keeps|began|begun|started|to|now)\W+){0,3}"
        r"(?:drops?|dropped|dropping|flops?|flopping|drags?|dragg(?:ed|ing)|slaps?|slapping)\b",
        _near(_CANNOT, rf"(?:lift|move|raise|pull up) (?:my|the) {_SIDE}(?:foot|leg|toes?)|walk properly", 1),
        rf"\b{_CANNOT}\W+(?:stand|walk|go|get|rise|push|raise)\W+(?:\w+\W+){{0,3}}(?:tip ?-?toes?|(?:my )?toes"
        rf"|heels?)\b",
        r"\b(?:keep|keeps|kept)\W+(?:on )?(?:tripping|catching)\W+(?:\w+\W+){0,3}(?:foot|toes?|feet)\b",
    ),
    "one-leg-numbness": (_near(f"{_NUMB}|{_UNFELT}", f"{_LEG}|buttock"), rf"\b(?:{_LEG}|buttock){_ASLEEP}"),
    "chest-pain": _CHEST,
    "accident": _ACCIDENT,
    "tight-chest": (*_CHEST, *_JAW),
    "blackout": (
        rf"(?:^|\bi\W+|\band\W+|\bthen\W+|\bjust\W+|\bnearly\W+)\W*collapsed\b(?!{_GAP % 3}(?:sofa|bed|couch"
        rf"|chair|laugh\w*)\b)",
        r"\bsaw stars\b|\b(?:woke|came) (?:up|round|to) on the (?:\w+ )?(?:floor|ground|tiles)\b"
        r"|\bdropped to the (?:floor|ground)\b|\blost consciousness\b"
        r"|\bkeeled over\b",
        r"\bclammy\b|\bcold sweats?\b|\b(?:went|gone|going|turned) (?:\w+ ){0,2}(?:gr[ea]y|white|pale|(?:funny"
        r"|odd) colou?r)\b",
        r"\b(?:dizz(?:y|iness)|light-? ?headed(?:ness)?|giddy)\b|\bcame over (?:all )?(?:funny|faint|queer"
        r"|strange|odd)\b",
        r"\b(?:faint(?:ed|ing)|(?:felt|feel|feeling|nearly|almost) faint|blacked out|passed out)\b",
    ),
    "breathless": (
        _near(_CANNOT, r"breathe|catch my breath|get (?:my |any )?(?:breath|air)", 1),
        _near(
            r"breathless(?:ness)?|short(?:ness)? of breath|out of breath|puff(?:ed|ing)|gasping|panting|winded",
            _EASY,
            4,
        ),
        r"\bwheez(?:y|es?|ed|ing)\b|\basthma attack\b|\bwoke (?:up )?gasping\b|\b(?:gasping|fighting"
        r"|struggling) for (?:air|breath)\b",
        _near(r"swollen (?:ankles|feet|legs)", rf"{_CANNOT} lie|breath\w*|propped", 4),
    ),
    "racing-heart": (
        _near(_BEATS, r"racing|raced|pounding|flutter(?:s|ed|ing)?|irregular|skip(?:s|ped|ping)?"),
        r"\bpalpitations?\b",
        _near(
            _BEATS,
            r"clappers|hammer(?:s|ed|ing)|thump(?:s|ed|ing)|gallop(?:s|ed|ing)|out of rhythm|miss(?:es|ed|ing) beats"
            r"|flip(?:s|ped|ping)?|all over the place|jump(?:s|ed|ing)? about",
            4,
        ),
        _near(r"(?:pulse|heart rate|heart)\W+(?:\w+\W+)?1[1-9]\d", r"rest|resting|sitting|still|lying|in bed|nothing"),
    ),
    "calf-and-breathless": (r"\bpulmonary embol\w+|" + _near(r"clots?", r"lungs?"),),
    "calf-swelling": (
        _near(rf"(?:calf|calves|lower leg){_NO_EXERCISE}", _OF_A_CLOT),
        rf"\b(?:my|left|right|one|whole|the) leg\W+(?:\w+\W+){{0,3}}(?:{_OF_A_CLOT})\b|^\W*leg (?:is "
        rf"|all )?(?:{_OF_A_CLOT})\b",
        r"\bdvt\b|\bdeep vein\b|\bthrombosis\b|\b(?:blood )?clots?\b",
    ),
    "aorta": (
        _near(r"throbbing|puls(?:ing|ating|ates|es)|pounding", r"tummy|belly|stomach|abdomen|guts?"),
        _near(
            r"tearing|ripping|tears?(?= through)|rips?(?= through)",
            r"pains?|chest|shoulder blades|tummy|through (?:to )?my back",
        ),
        r"\b(?:aortic|aorta|aneurysm)\b|\b(?:throbbing|pulsing|pulsating)\W+(?:\w+\W+){0,3}(?:tummy|belly"
        r"|stomach|abdomen)\b",
    ),
    "hands-and-walking": (
        r"\bwalk(?:s|ed|ing)?\W+(?:\w+\W+){0,2}(?:like|as if)\W+(?:\w+\W+){0,3}drunk(?:en)?\b|\bstagger(?:s|ed"
        r"|ing)\b(?! (?:stand|stance|start))",
        r"\bdropp(?:ed|ing) (?:cups?|things|plates?|everything|stuff|my (?:cup|fork|keys))\b"
        r"|\bunsteady (?:walking|gait)\b|"
        r"\b(?:wobbly|unsteady) on my (?:legs|feet)\b",
        r"\bclumsy hands?\b|\bhands?\W+(?:\w+\W+){0,3}clumsy\b|\bkeep dropping (?:things|everything)\b",
    ),
    "fever": (
        _near(r"burn(?:s|ing)?|sting(?:s|ing)?", rf"urine|when i go|{_WATER}"),
        r"\b(?:hot|boiling)(?: and| then| and then) (?:cold|freezing)\b"
        r"(?! (?:packs?|pads?|water|press|showers?|taps?|therapy|treatments?))|\bsweaty at night\b",
        r"\bflu[- ]?like\b|\b(?:the|got|have|caught) flu\b|\b(?:soaked|drenched"
        r"|drenching)\W+(?:\w+\W+){0,4}sweats?\b",
        _near(r"rotten|ill|unwell|awful|terrible|dreadful", r"(?:and|so|all) (?:hot|cold)|hot and cold", 2),
        r"(?<!hay )(?<!cabin )\b(?:fever|feverish|rigors?|chills|night sweats|(?:sweats|sweating) (?:at|all"
        r"|every) night)\b",
        rf"\bshiver(?:s|y|ed|ing)?\b(?!{_GAP % 2}cold\b)|\bburning up\b",
        r"\b(?:3[89]|4[01])(?:[.,]\d)? ?(?:degrees|°|c\b|celsius)" + _WEATHER,
        r"\b10[0-4](?:[.,]\d)? ?(?:degrees|°|f\b|fahrenheit)" + _WEATHER,
        rf"(?<!water )(?<!pool )(?<!room )\btemp(?:erature|rature)?\W+(?:\w+\W+){{0,3}}(?:3[89]|4[01])\b{_WEATHER}",
        r"\b(?:high|running|run|have|had|having|got|with)\W+(?:a |an? high )?temp(?:erature|rature)?\b",
    ),
    "infection-risk": (
        r"\b(?:injections?|injected|cortisone|steroids?|nerve block)\W+(?:\w+\W+){0,2}(?:in|into|to|around|round)\W+"
        r"(?:\w+\W+){0,2}(?:spine|back|discs?|facets?|neck)\b",
        r"\b(?:steroids?|cortisone)\W+(?:injections?|shots?|jabs?)\b(?!\W+(?:in|into|for)\W+(?:my "
        r"|the )?(?:\w+ )?(?:shoulder"
        r"|knee|elbow|hand|thumb|finger|foot|heel|hip|wrist)\b)|\b(?:on|started|starting|taking|take) steroids\b",
        _near(
            r"wound|incision|stitches|staples|scar",
            r"open(?:s|ed)?|weep\w*|ooz\w+|hot|red|pus|leak\w*|split|came out|burst",
            4,
        ),
        r"\bepidurals?\b|\b(?:spinal|spine|back|disc|facet(?: joint)?|nerve root)\W+(?:injections?|steroids?)\b",
        r"\b(?:kidney|bladder|urine|skin|blood|chest|tooth|wound|spine|bone|bad|an|had|this|my|uti)\W+infection\b|"
        r"\bantibiotics?\b|\b(?:sepsis|abscess|uti)\b",
    ),
    "cancer-history": (
        r"\b(?:tumou?rs?|metastas[ei]s|lymphoma|leuk(?:a?e)mia|myeloma|malignant)\b",
        r"\bchemo(?:therapy)?\b|\bradiotherapy\b|\boncolog\w+|"
        r"\bbiops(?:y|ies)\b(?!(?:\W+\w+){0,4}\W+(?:clear|benign|fine|negative|ok)\b)",
        r"(?<!for )(?<!against )\bcancer\b(?!\W+(?:research|charity|shop|walk|run|fund\w*|support|awareness))",
    ),
    "lump": (
        r"\b(?:lump|swelling|bump|bulge)\W+(?:\w+\W+){0,2}(?:on|in|at|over|along|beside|near|by|next to)\W+(?:\w+"
        r"\W+){0,3}(?:spine|back|backbone)\b",
        r"\bshape of my (?:back|spine)\b|\b(?:hunched|stooped|bent)\W+(?:over|double"
        r"|forward)?\W*(?:\w+\W+){0,3}(?:sudden(?:ly)?"
        r"|overnight|since)\b",
        r"\b(?:spine|back)\W+(?:\w+\W+){0,2}(?:gone|going|getting|become|looks?)\W+(?:\w+\W+){0,2}(?:crooked"
        r"|hunched|humped)\b",
    ),
    "weight-loss": (
        r"\bclothes\W+(?:\w+\W+){0,2}(?:hang|hanging|fall|falling|drop|dropping) off\b|\b(?:no|lost my"
        r"|lost all) appetite\b|"
        r"\boff my food\b",
        r"\bweight (?:is|keeps|has been) (?:\w+ )?(?:dropping|falling) off\b|\b(?:lost|losing)"
        r"\W+(?:\w+\W+){0,3}(?:stones?|kilos?|kgs?|\d+kgs?|pounds?|lbs?|weight)\b",
    ),
    "night-pain": (
        r"\bpain\W+(?:\w+\W+){0,2}(?:woke|kept|keeps|keeping|wakes|waking)\W+(?:me\W+)?(?:up\W+|awake"
        r"\W+)?(?:all|every|the whole|most of the)\W+night\b",
        r"\bpain\W+(?:\w+\W+){0,2}all night\b|\b(?:relentless|unrelenting)\b|\bpain\W+(?:\w+\W+){0,3}at rest\b",
        rf"\b{_CANNOT} sleep\W+(?:for|because of|with|from)\W+(?:the |my )?(?:\w+ )?pain\b|\bwhatever position\b",
        r"\b(?:awake|up|no sleep|did ?n['’]?t sleep|not slept)\W+all night\W+(?:\w+\W+){0,3}pain\b",
        r"\bnothing (?:helps|helped|eases|eased|touches|relieves)(?!\W+(?:me|like|more|as|better|so)\b)",
        rf"\bno position\W+(?:helps?|eases?|is|that)|\b{_CANNOT} (?:get|find)\W+(?:\w+\W+){{0,3}}(?:position"
        rf"|comfortable)\W+(?:\w+\W+){{0,3}}night\b",
    ),
    "fragility": (*_ACCIDENT, *_FALL),
}
_WITHIN = {
    "one-leg-numbness": ("both-legs", "saddle-numbness"),
    "calf-swelling": ("calf-and-breathless",),
}  # a milder word for what another says already

_OF_A_BIRTH = (  # in pregnancy, or in the weeks after a birth
    r"\bbleed(?:s|ing)?\b|\bbled\b|\bcontractions?\b|\btightenings?\b|\bheadaches?\b|\bdizz(?:y|iness)\b",
    _near(r"waters?|fluid", r"broke|broken|leak(?:s|ed|ing)?|lost|losing|loss|gone", 2),
    _near(r"wound|scar|stitches", r"open(?:s|ed)?|weep(?:s|ing)?|ooz(?:es|ing)|hot|red|pus"),
)

# Where a new clause begins, in which a no denies nothing of the one before.
CLAUSE = re.compile(r"[;,!?\n]|\.(?!\d)|\b(?:but|though|while|whereas)\b", re.IGNORECASE)
_NT = r"\w+n['’]t|(?:did|does|do|was|is|are|were|has|have|had)nt"
_NOT = rf"(?:no|not|never|nothing|none|without|neither|nor|hardly|{_NT})"
# What comes after these is not denied: not slept because of chest pain, not sure if my leg is weak.
_TOLD_AFTER_ALL = r"because|from|for|with|due|after|when|since|of|sure|certain|if|whether|know|only|just"
_DENIED = re.compile(rf"\b{_NOT}\W+(?:(?!(?:{_TOLD_AFTER_ALL})\b)\w+\W+){{0,3}}$", re.IGNORECASE)
_KIN = (
    r"partner|husband|wife|girlfriend|boyfriend|sister|brother|mother|mum|mom|mam|father|dad|son|daughter|child|baby|"
    r"friend|mate|neighbou?r|colleague|boss|aunt|aunty|auntie|uncle|cousin|gran(?:ny|ma|dma|dad|dpa|dmother"
    r"|dfather)?|"
    r"nan|niece|nephew|dog|cat|horse|in-law"
)
# It is another's: my sister gave birth, my partner's leg. Not: my wife says my leg, walked with my partner.
_ANOTHERS = re.compile(
    rf"(?:(?:^|\b(?:and|because|as|since|that|when|while|today|yesterday|for|after)\b)\W*(?:my|our|the|a|his|her)\W+"
    rf"(?:\w+\W+)?(?:{_KIN})\b(?!\W+(?:say|said|saw|notice|think|thought|told|tell|ask|point))(?:['’]s)?\W+"
    rf"(?:(?!(?:i|i['’]m|im|my|me|mine)\b)\w+\W+){{0,3}}|\b(?:my|our|the|his|her)\W+(?:{_KIN})['’]s\W+(?:left "
    rf"|right )?|\b(?:his|her|their)\W+(?:left |right )?)$",
    re.IGNORECASE,
)
_DENIED_WITHIN = re.compile(rf"\b{_NOT}\b", re.IGNORECASE)
_IS_THE_SIGN = re.compile(
    rf"{_UNFELT}|{_UNKNOWN}|{_EMPTY}|{_CANNOT}|no (?:feelings?|sensation|strength|power|position|sleep|appetite"
    rf"|warning)|not there|"
    r"does ?n['’]?t|does not|has ?n['’]?t|has not|can['’]?t|without|"
    r"no (?:more )?(?:exercis\w+|bending|lifting|walking|running|sport|gym|training)|not to|do ?n['’]?t|stop|"
    r"wo ?n['’]?t|will not|not (?:mine|there|slept|able)|did ?n['’]?t|did not|have ?n['’]?t|have not|nothing|"
    r"\bnot (?=pee|wee|urinated|pass|make|quite)",
    re.IGNORECASE,
)  # a no that denies nothing


def signs_in(text: str) -> tuple[str, ...]:
    """The signs that words may tell of, the most urgent first; none that the same words deny."""
    clauses = CLAUSE.split(text) if text else []
    found = [sign for sign, words in _TELL_OF.items() if any(tells(words, clause) for clause in clauses)]
    found = [sign for sign in found if not (sign in _UNLESS and _UNLESS[sign].search(text))]
    return tuple(sign for sign in found if not any(more in found for more in _WITHIN.get(sign, ())))


def speak_of_a_birth(text: str) -> bool:
    """Whether words may tell of what a midwife should hear of at once, in pregnancy or in the weeks after a birth."""
    return any(tells(_OF_A_BIRTH, clause) for clause in CLAUSE.split(text)) or bool(signs_in(text))


@lru_cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(words), re.IGNORECASE)


def tells(words: tuple[str, ...], clause: str) -> bool:
    """Whether a clause tells of something somewhere without denying it."""
    return any(not _denied(clause, match) for match in _pattern(words).finditer(clause))


def _denied(clause: str, match: re.Match[str]) -> bool:
    within = _IS_THE_SIGN.sub("", match.group())
    before = clause[: match.start()]
    return bool(_DENIED.search(before) or _ANOTHERS.search(before) or _DENIED_WITHIN.search(within))
