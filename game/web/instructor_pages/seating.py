"""How a class of so many students would sit, and what the design needs."""

from collections.abc import Sequence

from game.classroom.assignment import MOST_ALLIES, group_sizes
from game.web.instructor_pages.frame import Chosen
from game.web.wording import choosing
from game.web.wording.figures import some


def sizes(chosen: Chosen, students: int) -> list[int]:
    """Students in each group."""
    seats = chosen.group_size - chosen.scripted
    return group_sizes(students, max(1, seats), MOST_ALLIES + (not chosen.scripted))


def seating(chosen: Chosen, students: int) -> str:
    """`13 students make 4 groups (4, 3, 3, 3)`."""
    made = sizes(chosen, students)
    if not made:
        return "nobody makes no group"
    said = f"{some(students, 'student')} {'makes' if students == 1 else 'make'} "
    said += f"{some(len(made), 'group')} {_told(made)}"
    return f"{said}; the computer plays the patrons" if chosen.scripted else said


def _told(made: Sequence[int]) -> str:
    """`of 3`, `(4, 3, 3, 3)`, or `(6 of 4, 10 of 3)` where a list would be long."""
    kinds = sorted(set(made), reverse=True)
    if len(kinds) == 1:
        return f"of {kinds[0]}" if len(made) > 1 else f"({kinds[0]})"
    if len(made) <= 6:
        return f"({', '.join(map(str, made))})"
    return f"({', '.join(f'{made.count(size)} of {size}' for size in kinds)})"


def warning(chosen: Chosen, students: int) -> str:
    """What the console says where the class is too small for the design (rules 12)."""
    few_groups = len(sizes(chosen, students)) < choosing.LEAST_GROUPS[chosen.design]
    few_students = students < choosing.USEFUL_FROM.get(chosen.design, 0)
    return choosing.BELOW[chosen.design] if few_groups or few_students else ""
