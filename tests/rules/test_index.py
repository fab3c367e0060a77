"""The index is whole: every room is in it, every rule has a claim, a source and a test; and these tests can fail."""

import ast
import pkgutil
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

import backplan.rules
from backplan.library import coping_pages
from backplan.library.load import load
from backplan.rules import index
from backplan.rules.claims import Rule, claim
from backplan.rules.kinds import HeartRule, PainRule, RedFlag, Screening
from backplan.rules.plan_kinds import (
    Advice,
    BudgetRule,
    ChangeRule,
    DoseRule,
    Exclusion,
    Favour,
    FunctionRule,
    GrowthRule,
    HardRule,
    IntensityRule,
    LevelRule,
    MannerRule,
    Precaution,
    ProgressRule,
    RampRule,
    SlowRule,
    StatedRule,
    Target,
    TimeRule,
)
from tests.support.indexes import INDEXES, all_rules, rules_of, without

KINDS: dict[str, type[Rule]] = {
    "RED_FLAGS": RedFlag,
    "HEART": HeartRule,
    "SCREENING": Screening,
    "PAIN_RULES": PainRule,
    "EXCLUSIONS": Exclusion,
    "PRECAUTIONS": Precaution,
    "FAVOURS": Favour,
    "MANNERS": MannerRule,
    "TARGETS": Target,
    "DOSES": DoseRule,
    "TIMES": TimeRule,
    "SLOW": SlowRule,
    "HARD": HardRule,
    "BUDGETS": BudgetRule,
    "PROGRESS": ProgressRule,
    "GROWTH": GrowthRule,
    "LOADS": GrowthRule,
    "STATED": StatedRule,
    "LEVEL_RULES": LevelRule,
    "RAMPS": RampRule,
    "INTENSITIES": IntensityRule,
    "CHANGES": ChangeRule,
    "FUNCTIONS": FunctionRule,
    "ADVICE": Advice,
}


def rooms() -> list[ModuleType]:
    """Every module under rules that holds a RULE."""
    found = pkgutil.walk_packages(backplan.rules.__path__, "backplan.rules.")
    return [module for module in (import_module(info.name) for info in found) if hasattr(module, "RULE")]


def not_indexed(modules: Iterable[ModuleType], indexes: Iterable[tuple[str, Sequence[Rule]]]) -> list[str]:
    """Rooms whose rule stands in no tuple, or in one of another kind or package."""
    where = {id(rule): INDEXES[name][0].__name__ for name, rules in indexes for rule in rules}
    return [room.__name__ for room in modules if where.get(id(room.RULE)) != room.__name__.rpartition(".")[0]]


def repeated(ids: Iterable[str]) -> list[str]:
    return sorted(rule_id for rule_id, count in Counter(ids).items() if count > 1)


def badly_claimed(rules: Iterable[Rule]) -> list[str]:
    return [rule.id for rule in rules if len(claim(rule)) < 20 or not claim(rule).endswith(".")]


def badly_sourced(rules: Iterable[Rule], known: set[str]) -> list[str]:
    return [rule.id for rule in rules if not rule.sources or not set(rule.sources) <= known]


def functions_in(source: str) -> set[str]:
    return {node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)}


def untested(rules: Iterable[tuple[str, Rule]], named: dict[str, set[str]]) -> list[str]:
    """Rules without a same-named test in the test module of their kind."""
    return [
        f"{index}:{rule.id}"
        for index, rule in rules
        if f"test_{rule.id.replace('-', '_')}" not in named[INDEXES[index][1]]
    ]


def unused(listed: Iterable[str], *users: Iterable[str]) -> list[str]:
    return sorted(set(listed).difference(*users))


def known_sources() -> set[str]:
    return {source.id for source in load().sources}


def test_every_room_is_in_the_index_of_its_kind() -> None:
    assert len(rooms()) == len(all_rules())
    assert not_indexed(rooms(), [(name, rules_of(name)) for name in INDEXES]) == []


def test_the_index_of_indexes_names_every_tuple() -> None:
    """rules/index.py, which docs/rules.md is made from, and the indexes these tests ask hold the same tuples."""
    listed = sorted(tuple(rule.id for rule in rules) for _, rules in index.KINDS.values())
    assert listed == sorted(tuple(rule.id for rule in rules_of(name)) for name in INDEXES)


def test_every_index_holds_only_rules_of_its_kind() -> None:
    assert [(index, rule.id) for index, rule in all_rules() if not isinstance(rule, KINDS[index])] == []


def test_a_room_outside_the_index_would_be_found() -> None:
    indexes = [(name, without(name, "osteoporosis")) for name in INDEXES]
    assert not_indexed(rooms(), indexes) == ["backplan.rules.exclusion.osteoporosis"]


def test_a_room_in_another_kinds_index_would_be_found() -> None:
    severe = next(room for room in rooms() if room.__name__ == "backplan.rules.pain.severe")
    assert not_indexed([severe], [("DOSES", (severe.RULE,))]) == ["backplan.rules.pain.severe"]


def test_ids_are_unique_across_all_kinds() -> None:
    assert repeated(rule.id for _, rule in all_rules()) == []


def test_a_repeated_id_would_be_found() -> None:
    assert repeated(["core", "water", "core"]) == ["core"]


def test_every_rule_has_a_claim_that_ends_with_a_full_stop() -> None:
    assert badly_claimed(rule for _, rule in all_rules()) == []


def test_a_missing_or_open_ended_claim_would_be_found() -> None:
    flag = rules_of("RED_FLAGS")[0]
    assert isinstance(flag, RedFlag)
    bad = [flag._replace(id="bare", claim=""), flag._replace(id="open", claim="A sign that needs looking at and")]
    assert badly_claimed([flag, *bad]) == ["bare", "open"]


def test_every_rule_names_sources_that_exist() -> None:
    assert badly_sourced((rule for _, rule in all_rules()), known_sources()) == []


def test_a_missing_source_would_be_found() -> None:
    flag = rules_of("RED_FLAGS")[0]
    assert isinstance(flag, RedFlag)
    bad = [flag._replace(id="bare", sources=()), flag._replace(id="wrong", sources=(*flag.sources, "nobody-1900"))]
    assert badly_sourced([flag, *bad], known_sources()) == ["bare", "wrong"]


def test_every_rule_has_a_test_of_its_name() -> None:
    here = Path(__file__).parent
    named = {path.stem: functions_in(path.read_text(encoding="utf-8")) for path in here.glob("test_*.py")}
    assert untested(all_rules(), named) == []


def test_a_rule_without_a_test_would_be_found() -> None:
    named = {module: {"test_water"} for _, module in INDEXES.values()}
    assert untested([("TARGETS", rule) for rule in rules_of("TARGETS") if rule.id in ("water", "core")], named) == [
        "TARGETS:core"
    ]
    assert functions_in("def test_core() -> None: ...\nx = 1\n# def test_water(): ...\n") == {"test_core"}


def test_no_source_is_listed_for_nothing() -> None:
    by_rules = {source for _, rule in all_rules() for source in rule.sources}
    by_exercises = {source for exercise in load().exercises for source in exercise.sources}
    by_pages = {source for page in coping_pages.load(load()) for source in page.sources}
    assert unused(known_sources(), by_rules, by_exercises, by_pages) == []


def test_a_source_listed_for_nothing_would_be_found() -> None:
    assert unused(["one", "two", "three"], ["one"], ["three"]) == ["two"]


def test_a_rule_says_which_part_of_it_is_our_own() -> None:
    """An inference is a phrase, not a sentence, so that `why` can set it into one."""
    loose = [rule.id for _, rule in all_rules() if rule.inference != rule.inference.strip().rstrip(".")]
    assert loose == []
