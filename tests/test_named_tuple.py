import importlib
import inspect
import pickle
import pkgutil
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import backplan
from backplan.named_tuple import NamedTuple


class Walk(NamedTuple):
    """A walk."""

    place: str
    minutes: int = 10
    paces: "tuple[int, ...]" = ()

    @property
    def seconds(self) -> int:
        return self.minutes * 60


def test_it_reads_as_a_tuple_and_by_names() -> None:
    walk = Walk("park", paces=(3, 4))
    assert tuple(walk) == ("park", 10, (3, 4))
    assert (walk.place, walk.minutes, walk.paces, walk.seconds) == ("park", 10, (3, 4), 600)
    assert isinstance(walk, tuple)
    assert hash(walk) == hash(("park", 10, (3, 4)))
    assert repr(walk) == "Walk(place='park', minutes=10, paces=(3, 4))"


def test_it_does_what_one_of_python_does() -> None:
    walk = Walk("park")
    assert walk._replace(minutes=5) == Walk("park", 5)
    assert walk._asdict() == {"place": "park", "minutes": 10, "paces": ()}
    assert Walk._make(["park", 5, ()]) == Walk("park", 5)
    assert Walk._fields == Walk.__match_args__ == ("place", "minutes", "paces")
    assert Walk._field_defaults == {"minutes": 10, "paces": ()}
    assert pickle.loads(pickle.dumps(walk)) == walk
    signature = "(place: str, minutes: int = 10, paces: 'tuple[int, ...]' = ())"
    assert str(inspect.signature(Walk)).replace('"', "'") in (signature, signature.replace("'", ""))
    match walk:
        case Walk(place, minutes):
            assert (place, minutes) == ("park", 10)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Walk(minutes=5),  # type: ignore[call-arg]
        lambda: Walk("park", 1, (), 2),  # type: ignore[call-arg]
        lambda: Walk("park", place="wood"),  # type: ignore[misc]
        lambda: Walk("park", hours=1),  # type: ignore[call-arg]
        lambda: Walk._make(["park"]),
        lambda: Walk("park")._replace(hours=1),  # type: ignore[call-arg]
        lambda: setattr(Walk("park"), "minutes", 5),
        lambda: setattr(Walk("park"), "hours", 5),
    ],
)
def test_what_is_wrong_is_refused(wrong: Callable[[], object]) -> None:
    with pytest.raises((TypeError, ValueError, AttributeError)):
        wrong()


def test_a_field_without_a_default_cannot_follow_one_with() -> None:
    with pytest.raises(TypeError):

        class Wrong(NamedTuple):
            minutes: int = 10
            place: str  # type: ignore[misc]


def ours() -> Iterator[type[Any]]:
    """Every class of named fields in the program."""
    for found in pkgutil.walk_packages(backplan.__path__, "backplan."):
        if found.name not in ("backplan.__main__", "backplan.named_tuple"):
            classes = (each for each in vars(importlib.import_module(found.name)).values() if isinstance(each, type))
            yield from (each for each in classes if each.__module__ == found.name and hasattr(each, "_fields"))


def test_each_of_ours_is_as_python_would_have_made_it() -> None:
    import typing

    classes = list(ours())
    assert len(classes) > 100
    for each in classes:
        like = typing.NamedTuple(each.__name__, [(field, Any) for field in each._fields])  # type: ignore[misc]
        assert {*dir(like)} - {*dir(each)} <= {"__orig_bases__", "__replace__"}, each
        values = range(len(each._fields))
        assert each(*values) == like(*values)
        assert each(**dict(zip(each._fields, values, strict=True))) == like(*values)
        assert [getattr(each(*values), field) for field in each._fields] == [*values]
    assert sys.version_info >= (3, 14) or typing.NamedTuple is not NamedTuple
