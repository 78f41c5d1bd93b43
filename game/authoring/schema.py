"""The JSON Schema that editors use to complete, explain and check scenario files as one types.

`python -m game.authoring.schema` writes it beside the scenarios. It knows single keys only; what
parts must fit one another, the checks of this package say.
"""

import json
from pathlib import Path

from game.authoring.library import SCENARIOS
from game.authoring.models import ScenarioFile

SCHEMA = SCENARIOS / "scenario.schema.json"
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_text() -> str:
    """The schema as the file holds it."""
    schema = {"$schema": DRAFT, **ScenarioFile.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write(path: Path = SCHEMA) -> None:
    """Write the schema file anew."""
    path.write_text(schema_text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
