"""Which file a worker of `-n 2 --dist loadfile` takes next: what plays whole classes goes first.

Left to itself loadfile begins where the tests are many, and ends with one long test on one worker.
"""

from pathlib import PurePath

from xdist.scheduler import LoadFileScheduling

FIRST = ("tests/browser", "tests/live", "tests/classroom")
# These read the same plays, which a worker remembers: on two workers each play is played twice.
SAME_PLAYS = (
    "test_protocol.py",
    "test_rule_book.py",
    "test_debrief_drawings.py",
    "test_debrief_maps.py",
    "test_debrief_numbers.py",
)


class LongFirst(LoadFileScheduling):
    """Whole files, as with loadfile, but in another order; and some files together."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return "tests/live/plays.py" if PurePath(file).name in SAME_PLAYS else file

    def _assign_work_unit(self, node: object) -> None:
        self.workqueue.move_to_end(min(self.workqueue, key=place), last=False)
        super()._assign_work_unit(node)


def place(file: str) -> int:
    """The smaller, the earlier; files of one folder stay in the order of loadfile."""
    earlier = (number for number, folder in enumerate(FIRST) if file.startswith(folder))
    return next(earlier, len(FIRST))
