"""Slots: the places of a programme, by the part of the plan they belong to."""

from backplan.model.vocabulary import Slot

CORE: tuple[Slot, ...] = ("back", "abdominal", "side")
CORE_MORE: tuple[Slot, ...] = ("hip", "choice")
STRENGTH: tuple[Slot, ...] = ("lower", "push", "pull", "balance")
WATER = "water:"  # the slots of a pool session carry this before their name
