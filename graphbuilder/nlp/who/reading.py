"""What is settled of a document before the walk through it: its tokens, its names, and the entity of each name."""

from dataclasses import dataclass

from graphbuilder.nlp.who.register import Register
from graphbuilder.nlp.who.spans import Name
from graphbuilder.nlp.who.view import View


@dataclass(slots=True, frozen=True)
class Reading:
    """`entities` gives the entity of each name, `at` the number of the name that covers a token, or -1."""

    view: View
    names: list[Name]
    entities: list[int]
    at: list[int]
    register: Register

    def name_at(self, place: int) -> Name | None:
        """Return the name that covers a token."""
        number = self.at[place]
        return self.names[number] if number >= 0 else None


def cover(names: list[Name], size: int) -> list[int]:
    """Return the number of the name that covers each of `size` tokens, or -1."""
    at = [-1] * size
    for number, name in enumerate(names):
        for place in range(name.start, name.end):
            at[place] = number
    return at
