"""The claims as data, fixed and hashed before round 1. Nothing here tests them."""

from hashlib import sha256
from importlib.resources import files

DEFAULT = "krebs-spindel-2018"


def claims_text(name: str = DEFAULT) -> str:
    """The claims file as it stands; line ends are LF, whatever the checkout made of them."""
    return files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")


def claims_hash(name: str = DEFAULT) -> str:
    """Its SHA-256, in hexadecimal: what the first event of every group pins."""
    return sha256(claims_text(name).encode()).hexdigest()
