"""The JSON Schema of a file of exercises, made from the models that check it."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from backplan.library.entry import Hide, OwnExercise


def schema() -> dict[str, Any]:
    """The JSON Schema of a file of exercises: a list of exercises and of those to hide, alone or under the key
    `exercises`.
    """
    made = TypeAdapter(list[OwnExercise | Hide]).json_schema(ref_template="#/$defs/{model}")
    entries = {"type": "array", "items": made["items"]}
    inside = {"type": "object", "properties": {"exercises": entries}, "required": ["exercises"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Exercises of your own for backplan",
        "anyOf": [entries, {**inside, "additionalProperties": False}],
        "$defs": made["$defs"],
    }
