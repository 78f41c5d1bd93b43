"""The scenarios that come with the game, and files of one's own, found by name or path."""

from pathlib import Path

from game.authoring.guesses import did_you_mean, listed, short
from game.authoring.loading import Loaded, load

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
SUFFIX = ".yaml"


class UnknownScenario(LookupError):  # noqa: N818  an answer for people
    """There is no such scenario. The message is a sentence."""


class NotPlayable(ValueError):  # noqa: N818  an answer for people
    """The file has errors. The message lists all its problems, a line each."""

    def __init__(self, path: Path, loaded: Loaded) -> None:
        lines = [f"{path} cannot be played yet:", *map(str, loaded.problems)]
        super().__init__("\n".join(lines))
        self.loaded = loaded


def shipped(folder: Path = SCENARIOS) -> list[Path]:
    """The scenario files of the game, by name."""
    return sorted(folder.glob(f"*{SUFFIX}"))


def named(name: str, folder: Path = SCENARIOS) -> Path:
    """The shipped scenario of this name. Safe for names from a browser: takes no path."""
    known = {path.stem: path for path in shipped(folder)}
    if name not in known:
        hint = did_you_mean(name, known) or f" Known here: {listed(known)}."
        raise UnknownScenario(f"There is no scenario called “{short(name)}”.{hint}")
    return known[name]


def find(name_or_path: str | Path, folder: Path = SCENARIOS) -> Path:
    """For the command line: a path as it stands, or the name of a shipped scenario."""
    given = Path(name_or_path)
    if given.is_file():
        return given
    if given.suffix or len(given.parts) != 1:
        raise UnknownScenario(f"There is no file {given}.{_neighbours(given)}")
    return named(given.name, folder)


def load_playable(name_or_path: str | Path, folder: Path = SCENARIOS) -> Loaded:
    """The scenario, ready for a class; raises `UnknownScenario` or `NotPlayable`."""
    path = find(name_or_path, folder)
    loaded = load(path)
    if not loaded.playable:
        raise NotPlayable(path, loaded)
    return loaded


def _neighbours(given: Path) -> str:
    """A file beside it with nearly this name."""
    beside = given.parent
    return (
        did_you_mean(given.name, [path.name for path in shipped(beside)]) if beside.is_dir() else ""
    )
