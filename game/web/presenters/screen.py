"""What a screen is: a template, what it prints, and the forms on it."""

from dataclasses import dataclass

from game.web.presenters.forms import Form


@dataclass(frozen=True, slots=True)
class Screen:
    """The now-part of a seat's page. `shown` is what its template calls `shown`."""

    template: str
    shown: object
    forms: tuple[Form, ...] = ()

    @property
    def typing(self) -> bool:
        """Whether something can be typed or sent here: such a page never reloads by itself."""
        return bool(self.forms)
