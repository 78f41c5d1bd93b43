"""Lint JavaScript with a pinned Biome: `python3 -m tools.biome lint FILE...`.

Biome is one program inside an npm package for each platform. It is fetched once, checked against
the hash below, kept in `.cache/`, and handed the arguments as they are.
"""

import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools import npm

VERSION = "2.6.8"
# Of @biomejs/cli-PLATFORM at that version. Elsewhere the registry's own word must do.
INTEGRITY = {
    "linux-x64": "sha512-XIk3pLQT56I6Tti+u0DF8FtSNXjCMTPbxVTzfJ9cS2t1ImVKvrqV5b52GuEaJg6/wuiXvz0sjfb5saB4TPRjzA==",  # noqa: E501 - a hash has no place to break
    "linux-arm64": "sha512-0Bjim8lKwnrvXUHoI4k3Tb51BjoiLEwDnovCI8nSzkk6wj3dShiuAjrx6+X0Hjf4ejR1sRZgTQiSDHlpy9vB7w==",  # noqa: E501 - a hash has no place to break
}
_MACHINES = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}


def main(arguments: Sequence[str]) -> int:
    program = npm.CACHE / f"biome-{VERSION}" / _program_name()
    if not program.exists():
        _fetch(program)
    return subprocess.run([program, *arguments], cwd=npm.ROOT, check=False).returncode


def _fetch(program: Path) -> None:
    machine = platform.machine().lower()
    here = f"{sys.platform}-{_MACHINES.get(machine, machine)}"
    program.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=program.parent) as scratch:
        package = f"@biomejs/cli-{here}"
        archive, _ = npm.fetch(package, VERSION, INTEGRITY.get(here), Path(scratch))
        unpacked = Path(scratch) / "unpacked"
        unpacked.write_bytes(npm.member(archive, _program_name()))
        unpacked.chmod(0o755)
        unpacked.replace(program)  # whole or not at all


def _program_name() -> str:
    return "biome.exe" if sys.platform == "win32" else "biome"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
