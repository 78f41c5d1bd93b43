"""The codec of groups' streams: one place that knows their events, versions and upcasters."""

from typing import get_args

from game.core.events import Event
from game.log.codec import Codec

GROUP_CODEC = Codec(get_args(Event))
