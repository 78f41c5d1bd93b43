"""All routes under /console/SESSION/coding."""

from flask import Blueprint

from game.web.coding import bringing, queueing, running, settling
from game.web.site import Site


def routes(pages: Blueprint, site: Site) -> None:
    """The queue, and what those have who run the coding."""
    queueing.routes(pages, site)
    running.routes(pages, site)
    settling.routes(pages, site)
    bringing.routes(pages, site)
