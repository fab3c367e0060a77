"""What every record of a file that people write shares: strict about types, deaf to unknown keys, frozen once read."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=240)]


class Entry(BaseModel):
    """A record of a file, checked: nothing is guessed, nothing unknown passes, and no fault repeats what was typed."""

    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", allow_inf_nan=False, hide_input_in_errors=True, populate_by_name=True
    )
