"""What all parts of a scenario file share: no unknown keys, no guessing of types, plain limits."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError


class Part(BaseModel):
    """A part of the file. Strict: a number is no text, and “yes” is not true."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        str_strip_whitespace=True,
        allow_inf_nan=False,
    )

    @model_validator(mode="before")
    @classmethod
    def _empty_is_absent(cls, written: Any) -> Any:  # noqa: ANN401  whatever the author wrote
        """`record:` with nothing behind it is as good as no `record:` at all."""
        if not isinstance(written, dict):
            return written
        return {
            key: held
            for key, held in written.items()
            if held is not None or key not in cls.model_fields
        }


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts, for the sentence about it ("120 points")."""

    name: str


def fault(sentence: str) -> PydanticCustomError:
    """A fault of a value in a sentence of ours."""
    return PydanticCustomError("sentence", "{sentence}", {"sentence": sentence})


def _in_order(band: list[int]) -> list[int]:
    if band[0] > band[1]:
        raise fault(
            f"Write the smaller number first: [{band[1]}, {band[0]}] instead of "
            f"[{band[0]}, {band[1]}]."
        )
    return band


Name = Annotated[str, Field(min_length=1, max_length=40)]
Line = Annotated[str, Field(min_length=1, max_length=160)]
LongLine = Annotated[str, Field(min_length=1, max_length=600)]
Prose = Annotated[str, Field(min_length=1, max_length=20_000)]  # Markdown
Id = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$")]
Reference = Line  # an id given elsewhere: the checks say whether it leads somewhere
SourceIds = Annotated[list[Reference], Field(max_length=30)]
Units = Annotated[int, Field(ge=0, le=30)]
Band = Annotated[
    list[Units], Field(min_length=2, max_length=2), AfterValidator(_in_order), Unit("units")
]
