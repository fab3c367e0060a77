"""What the store must know of a field beyond its type, said beside it in an ``Annotated``."""

from backplan.named_tuple import NamedTuple


class Bounds(NamedTuple):
    """The least and the most that a whole number may be; of a text, the least of its characters."""

    least: int
    most: int = 0


class Stored(NamedTuple):
    """How a field stands in its document, where that is another way than under its name, in its place and always.

    ``later``: documents from before it was asked lack it, and are read with its default; ``beyond_default``: it is left
    out where it is its default; ``after``: another field that its key follows; ``whether``: true says that the document
    has the key of another field, and nothing else is stored of it; ``never``: it is no part of the document.
    """

    later: bool = False
    beyond_default: bool = False
    after: str = ""
    whether: str = ""
    never: bool = False


LATER = Stored(later=True)
NEVER = Stored(never=True)
