"""The courteous gatekeeper: YAML files in, the core's scenarios or a list of problems out.

Nothing in a file is ever executed; core knows neither YAML nor pydantic.
"""

from game.authoring.loading import Loaded, load, load_text
from game.authoring.problems import Problem

__all__ = ["Loaded", "Problem", "load", "load_text"]
