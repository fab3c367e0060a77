"""Which changes of health, and how far down a leg pain, somebody's own words may tell of."""

import pytest

from backplan.model.diary import LogEntry
from backplan.planner.diary.health_words import changes_in, in_labour, may_alarm
from backplan.planner.diary.leg_words import leg_in
from backplan.planner.diary.sign_words import signs_in
from backplan.planner.diary.signs import changes_told, leg_told_of
from tests.support.people import ON, person
from tests.support.strategies import by_id

SIGNS = [
    ("had a little slip in the kitchen yesterday, back sore since", "fragility"),
    ("had a silly stumble on the stairs", "fragility"),
    ("my waterworks are playing up", "bladder-bowel"),
    ("felt numb down below when I wiped", "saddle-numbness"),
    ("no feeling around my bum", "saddle-numbness"),
    ("couldn't tell when I wiped", "saddle-numbness"),
    ("didnt feel anything when wiping", "saddle-numbness"),
    ("down there it is all tingley", "saddle-numbness"),
    ("lost sensation in my privates", "saddle-numbness"),
    ("bum went numb on the sofa and stayed so", "saddle-numbness"),
    ("cannot feel when I need the loo any more", "bladder-bowel"),
    ("dont know when i need to go", "bladder-bowel"),
    ("peed myself on the way home", "bladder-bowel"),
    ("did not make it to the loo", "bladder-bowel"),
    ("haven't been able to pee since last night", "bladder-bowel"),
    ("no urge to wee", "bladder-bowel"),
    ("not peed all day", "bladder-bowel"),
    ("cant control my bowels", "bladder-bowel"),
    ("trouble getting an erection since this started", "sexual-function"),
    ("can't get it up any more", "sexual-function"),
    ("both legs went dead", "both-legs"),
    ("my legs went from under me", "leg-weakness"),
    ("my leg gave out twice", "leg-weakness"),
    ("leg just crumpled on the stairs", "leg-weakness"),
    ("no strength in my right leg", "leg-weakness"),
    ("can't stand on tiptoe on the right any more", "leg-weakness"),
    ("cannot walk on my heels", "leg-weakness"),
    ("can't lift my big toe", "leg-weakness"),
    ("keep tripping over my left foot", "leg-weakness"),
    ("leg feels like it is asleep all day", "one-leg-numbness"),
    ("foot has gone numm", "one-leg-numbness"),
    ("pins n needles in my foot", "one-leg-numbness"),
    ("my wife says my leg looks numb and weak", "one-leg-numbness"),
    ("walked with my partner leg numb", "one-leg-numbness"),
    ("elephant on my chest", "chest-pain"),
    ("throbbing in my tummy", "aorta"),
    ("keep dropping things", "hands-and-walking"),
    ("shivering and 39 degrees since last night", "fever"),
    ("temperature of 38.5 this morning", "fever"),
    ("running a temperature", "fever"),
    ("night sweats again", "fever"),
    ("steroid injection in my spine on Monday, now worse", "infection-risk"),
    ("had an epidural last week", "infection-risk"),
    ("on antibiotics for a kidney infection", "infection-risk"),
    ("they found a tumour", "cancer-history"),
    ("my breast cancer is back", "cancer-history"),
    ("found a lump on my spine", "lump"),
    ("swelling over the spine", "lump"),
    ("lost a stone without trying", "weight-loss"),
    ("lost 6 kg and not trying", "weight-loss"),
    ("keep losing weight", "weight-loss"),
    ("pain woke me all night, nothing helps", "night-pain"),
    ("no position helps", "night-pain"),
    ("no sensation when i go to the loo", "bladder-bowel"),
    ("I keep wetting myself", "bladder-bowel"),
    ("it takes ages to start peeing", "bladder-bowel"),
    ("impotent since Friday", "sexual-function"),
    ("my foot flops when I walk", "leg-weakness"),
    ("was knocked off my bike by a car", "accident"),
    ("new lump by my spine", "lump"),
    ("weight is dropping off me for no reason", "weight-loss"),
]
CHANGES = [
    ("my blood pressure was 180 at the nurse", "conditions"),
    ("my blood pressure is very high", "conditions"),
    ("bp 172 over 95", "conditions"),
    ("forgot my blood pressure tablets", "conditions"),
    ("I had a heart attack last week", "heart"),
    ("had a mini stroke", "heart"),
    ("stroke last month", "heart"),
    ("in A&E last night", "changed"),
    ("new diagnosis of MS", "changed"),
    ("had a c section", "birth"),
    ("baby born yesterday", "birth"),
    ("pregnancy test positive", "pregnancy"),
    ("they put in a stent", "heart"),
    ("was in hospital on Tuesday", "changed"),
    ("ended up in A&E", "changed"),
    ("discharged from hospital today", "changed"),
    ("broke my wrist", "changed"),
    ("had my knee op", "changed"),
    ("had my back operated on last Friday", "surgery"),
    ("had surgery on my spine", "surgery"),
    ("gave birth on Saturday", "birth"),
    ("had the baby on Sunday", "birth"),
    ("I am pregnant, found out this morning", "pregnancy"),
    ("im pregnant", "pregnancy"),
    ("doctor says I have osteoporosis", "conditions"),
    ("the scan showed a fracture", "conditions"),
]
LEG = [
    ("pain shooting down to my foot, new", "foot"),
    ("leg pain down to the ankle in the walk", "foot"),
    ("pain all the way down to my toes", "foot"),
    ("sciatica down into the left calf", "calf"),
    ("pain went down my leg when lying face down", "thigh"),
]
HARMLESS = [
    "blood pressure was 128 over 80",
    "took my blood pressure tablets",
    "my blood pressure is fine",
    "a slip in writing, sorry",
    "no chest pain today", "my partner's leg is numb", "numb with cold fingers", "bum is sore from the bike",
    "lost a stone by dieting on purpose", "my sister gave birth", "pissed myself laughing", "shivering with cold",
    "39 degrees outside, too hot", "water temperature 38", "my mum has cancer", "sponsored walk for cancer",
    "cancer research shop, two hours on my feet", "visited dad, his leg is weak", "my dog had a lump", "flu jab today",
    "injection in my shoulder", "a stroke of luck", "breast stroke 20 minutes", "no tumour, all clear",
    "class for pregnant women", "my friend is pregnant", "I am not pregnant", "walked to the hospital and back",
    "pain went down to 2", "getting down to the floor hurt",
    "pain getting down to my knees", "bending down to my toes hurt",
    "slept all night", "woke once, turned over", "nothing helps me sleep like a walk", "pleased, lost 2 kg",
    "no pain down my leg", "stood on tiptoes fine", "did the heel raises", "fell asleep with my legs up",
    "went to the loo first", "know when to stop", "lost count", "lost my weights", "sharp pain when I lay down",
    "my husband was in hospital", "the baby was on my hip", "a bump in the road on the way",
]  # fmt: skip


@pytest.mark.parametrize(("words", "sign"), SIGNS)
def test_words_as_people_say_them_tell_of_a_sign(words: str, sign: str) -> None:
    assert sign in signs_in(words)


@pytest.mark.parametrize(("words", "section"), CHANGES)
def test_a_change_of_health_names_the_section_that_records_it(words: str, section: str) -> None:
    assert section in changes_in(words)


@pytest.mark.parametrize(("words", "leg"), LEG)
def test_pain_down_the_leg_is_heard(words: str, leg: str) -> None:
    assert leg_in(words) == leg


@pytest.mark.parametrize("words", HARMLESS)
def test_harmless_words_alarm_nobody(words: str) -> None:
    assert not may_alarm(words), (signs_in(words), changes_in(words), leg_in(words))


def test_a_birth_that_begins_is_heard_of_anybody() -> None:
    assert in_labour("my waters broke today")


def test_no_name_of_an_exercise_alarms() -> None:
    known = [word for each in by_id().values() for word in (each.name, each.id.replace("-", " "), *each.also)]
    assert [each for each in known if may_alarm(each)] == []


def test_what_is_on_record_is_not_asked_again() -> None:
    note = LogEntry(ON, "session", "all", note="my osteoporosis, as the doctor says I have osteoporosis")
    assert changes_told(person(), [note]) == ("conditions",)
    assert changes_told(person(conditions=("osteoporosis",)), [note]) == ()
    shooting = note._replace(note="pain shooting down to my foot")
    assert leg_told_of(person(), [shooting]) == "foot"
    assert leg_told_of(person(), [shooting._replace(leg="foot")]) == "none"


def test_thin_bones_on_record_tell_nothing_of_blood_pressure() -> None:
    entry = LogEntry(ON, "pain", note="my blood pressure was 180 at the nurse")
    for conditions, asked in ((("osteoporosis",), ("conditions",)), (("bp-uncontrolled",), ())):
        assert changes_told(person(conditions=conditions), [entry]) == asked
