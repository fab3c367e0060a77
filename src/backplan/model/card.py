"""How an exercise is done, as weeks keep it and pages show it."""

from collections.abc import Mapping
from typing import Any

from backplan.model.vocabulary import Equipment
from backplan.named_tuple import NamedTuple


class ExerciseCard(NamedTuple):
    """How an exercise is done: its steps in order, cues, when to stop, and what it needs.

    It is kept in the week, so that a stored week can be shown without the library.
    """

    steps: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    stop: str = ""
    needs: tuple[Equipment, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The card as a part of a JSON document, of which ``of`` makes it again."""
        return {**self.how, "needs": list(self.needs)}

    @property
    def how(self) -> dict[str, object]:
        """What JSON tells of how it is done."""
        return {"steps": list(self.steps), "cues": list(self.cues), "stop": self.stop}

    @classmethod
    def of(cls, doc: Mapping[str, Any]) -> "ExerciseCard":
        """A card from a stored document; raises AttributeError or TypeError when it is none."""
        return cls(tuple(doc["steps"]), tuple(doc["cues"]), doc["stop"], tuple(doc.get("needs", ())))


NO_CARD = ExerciseCard()  # of an exercise of which a week keeps none
