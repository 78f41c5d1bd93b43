"""What authors write: keys, defaults and limits, with the sentences their editors show.

These models describe files; game/authoring/build.py turns a valid file into the core's Scenario.
"""

from game.authoring.models.scenario import ScenarioFile

__all__ = ["ScenarioFile"]
