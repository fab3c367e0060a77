"""`NamedTuple` as `typing` has it, its classes made in a tenth of the time: `typing` compiles a function for each, and
looks at every annotation. A command makes up to 150 as it starts, which took it a seventh of its time.
"""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING or sys.version_info >= (3, 14) or sys.implementation.name != "cpython":
    from typing import NamedTuple  # later Pythons keep annotations elsewhere
else:
    from collections import namedtuple
    from types import FunctionType

    _like = namedtuple("_like", "field")  # gives what every class of this kind has from Python
    _reader = type(_like.field)
    _makers = {}  # code that makes a tuple, by the number of fields

    def _maker(types, defaults):
        """The `__new__` of a class: the code for so many fields, which are called by their names in it."""
        number = len(types)
        if number not in _makers:
            names = "".join(f", _{index}" for index in range(number))
            lines = f"lambda _cls{names}: _new(_cls, ({names[2:]}{',' * (number == 1)}))"
            _makers[number] = eval(lines, {"__builtins__": {}}).__code__
        code = _makers[number].replace(co_varnames=("_cls", *types), co_name="__new__")
        made = FunctionType(code, {"_new": tuple.__new__, "__builtins__": {}}, "__new__", defaults)
        made.__annotations__ = types
        return made

    def _make(cls, values):
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **changed):
        made = self._make(map(changed.pop, self._fields, self))
        if changed:
            raise ValueError(f"Got unexpected field names: {list(changed)!r}")
        return made

    def _written(self):
        fields = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({fields})"

    class _Named(type):
        """Makes the class that is written as one of `NamedTuple`: a tuple, not of this type."""

        def __new__(cls, name, _, body):
            types = body.get("__annotations__", {})
            fields = tuple(types)
            defaults = {field: body[field] for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"a field of {name} without a default follows one with a default")
            body |= {field: _reader(index, "") for index, field in enumerate(fields)}
            body |= {"__slots__": (), "__match_args__": fields, "_fields": fields, "_field_defaults": defaults}
            body |= {"__new__": _maker(types, tuple(defaults.values())), "__getnewargs__": _like.__getnewargs__}
            body |= {"_make": classmethod(_make), "_replace": _replace, "_asdict": _like._asdict}
            return type(name, (tuple,), {"__repr__": _written, **body})

    NamedTuple = type.__new__(_Named, "NamedTuple", (), {"__doc__": "What a class of named fields is written from."})

__all__ = ["NamedTuple"]
