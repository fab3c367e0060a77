"""Takes a rule out of its index when BACKPLAN_WITHOUT names it, so that tools/rule_removal.py sees who notices.

And what a run of many tests saves: the collector looks less often, workers share what they planned, and what was
compiled is kept.
"""

import contextlib
import gc
import importlib
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol  # as plugins that run tests otherwise take it
from hypothesis import settings

from tests.support import shared
from tests.support.indexes import INDEXES, rules_of, without

settings.register_profile("backplan", deadline=None)  # a machine that is busy makes no law false
settings.load_profile("backplan")

# A run starts hundreds of processes; each would compile all of backplan anew, and each worker all tests.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A command of backplan uses a part of its patterns; the tests use all of them in turn, more than Python keeps compiled.
re._MAXCACHE = 100_000  # type: ignore[attr-defined]

SELDOM = 1_000_000  # objects between two looks of the collector: planning makes many that live, which cost it a sixth


@pytest.hookimpl(wrapper=True)
def pytest_sessionstart(session: pytest.Session) -> Iterator[None]:
    """The folder the workers share is there before they are started, and goes with the run that made it."""
    gc.set_threshold(SELDOM)
    gone = shared.opened()
    session.config.add_cleanup(lambda: gone(session.testsfailed > 0))
    yield


def pytest_collection(session: pytest.Session) -> None:
    """A worker begins with its share of the tests: by the time it comes to those of the others, they are compiled."""
    worker: dict[str, Any] | None = getattr(session.config, "workerinput", None)
    if worker is None:
        return
    tests = [file for arg in session.config.args for file in sorted(Path(arg).absolute().rglob("test_*.py"))]
    for file in tests[int(worker["workerid"].removeprefix("gw")) :: worker["workercount"]]:
        with contextlib.suppress(Exception, pytest.skip.Exception):  # the collection will say so
            module = file.relative_to(session.config.rootpath).with_suffix("")
            importlib.import_module(".".join(module.parts))


def pytest_collection_finish(session: pytest.Session) -> None:
    """What was imported stays: the collector need not look at it again."""
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """A worker tells of each test once, and of what comes before and after only where that fails: each message costs
    both processes as much as a small test takes.
    """
    if not hasattr(item.config, "workerinput"):
        return None
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    return True


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Nor at what the tests made, when all of it goes: pytest has it look twice more, at a million things."""
    gc.freeze()


@pytest.fixture
def collected_as_usual() -> Iterator[None]:
    """The collector looks as often as Python lets it by itself, so that what a test holds at once is what is in use."""
    seldom = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*seldom)


def pytest_configure(config: pytest.Config) -> None:
    """Drop the rule before any test module is imported; ``flare`` or, where ids repeat, ``EXCLUSIONS:flare``."""
    named = os.environ.get("BACKPLAN_WITHOUT", "")
    if not named:
        return
    index, _, rule_id = named.rpartition(":")
    places = [name for name in INDEXES if index in ("", name) and any(rule.id == rule_id for rule in rules_of(name))]
    if not places:
        raise pytest.UsageError(f"BACKPLAN_WITHOUT={named}: no index holds that rule")
    for name in places:
        setattr(INDEXES[name][0], name, without(name, rule_id))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden files are renewed on request, and then read by a person before they are kept."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A person's folder, which is not there yet."""
    return tmp_path / "data" / "backplan"
