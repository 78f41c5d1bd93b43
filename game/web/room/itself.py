"""What a running server finds about itself; asked when the page is opened, and kept for pushes."""

from collections.abc import Sequence
from pathlib import Path

from game.web.apart import apart
from game.web.doctor import Finding
from game.web.doctor.addresses import places
from game.web.doctor.keeping import keeping_found
from game.web.doctor.kept import newest, sessions_found
from game.web.doctor.machine import allow_connections, clock_found, files_found
from game.web.doctor.network import addresses_found, outside_found, reach_found
from game.web.site import Site


def itself(site: Site) -> Sequence[Finding]:
    """Network first: it is what fails in rooms."""
    return (
        *addresses_found(site.address, places()),
        *reach_found(site.address),
        *outside_found(site.address),
        files_found(allow_connections()),
        *apart(keeping_found, folder_of(site)),
        sessions_found(len(site.room.sessions()), site.room.unreadable),
        clock_found(site.room.now(), site.room.writer.read(newest)),
    )


def folder_of(site: Site) -> Path:
    """Where the database is."""
    return Path(site.room.writer.store.engine.url.database or ".").parent
