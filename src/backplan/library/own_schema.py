"""The JSON Schema of a file of exercises, made from the models that check it."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from backplan.library.own import COMPUTED, Hide
from backplan.model.exercise import OwnExercise


def schema() -> dict[str, Any]:
    """The schema: a list of exercises and of those to hide, alone or under the key `exercises`."""
    made = TypeAdapter(list[OwnExercise | Hide]).json_schema(ref_template="#/$defs/{model}")
    entry = made["$defs"]["OwnExercise"]
    entry["properties"] = {key: value for key, value in entry["properties"].items() if key not in COMPUTED}
    entries = {"type": "array", "items": made["items"]}
    inside = {"type": "object", "properties": {"exercises": entries}, "required": ["exercises"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Exercises of your own for backplan",
        "anyOf": [entries, {**inside, "additionalProperties": False}],
        "$defs": made["$defs"],
    }
