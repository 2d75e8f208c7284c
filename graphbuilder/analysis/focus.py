"""Whom a person means by a name: the entity of an id, a whole name, or words of a name. It measures nothing."""

from collections import Counter
from collections.abc import Sequence
from difflib import get_close_matches

from graphbuilder.analysis.participations import Participant, Participations
from graphbuilder.errors import SettingsError

MOST_BY = 10
"""A name is that of who has so many times the events of any other of that name."""

_SHOWN = 5


def find_entity(known: Participations, name: str) -> Participant:
    """Return the entity of an id or, without regard to case, of a name ("Ana Ruiz") or of words of one ("ruiz").

    Of several of a name it is the one that takes part in MOST_BY times as many of the events that count as any other.

    Args:
        known: All entities, and what counts.
        name: What a person calls the entity.

    Raises:
        SettingsError: There is none, or there are several; the message names those that come near.
    """
    if name in known.everyone:
        return known.everyone[name]
    spelled = name.casefold().split()
    events = Counter(entity for members in known.cast().values() for entity in members)
    words = {key: entity.name.casefold().split() for key, entity in known.everyone.items()}
    whole = [key for key in words if words[key] == spelled]
    partly = [key for key in words if spelled and set(spelled) <= set(words[key])]
    for found in (whole, partly):
        if len(found) == 1:
            return known.everyone[found[0]]
        ranked = sorted(found, key=lambda key: (-events[key], key))
        if ranked and events[ranked[0]] >= MOST_BY * max(events[ranked[1]], 0.1):
            return known.everyone[ranked[0]]
        if ranked:
            raise SettingsError(f"{name!r} may be {_spell(known, ranked, events)}; give the id you mean")
    acting = sorted(known.entities, key=lambda key: (events[key], key))
    names = {word: known.entities[key].name for key in acting for word in words[key]}
    names |= {known.entities[key].name.casefold(): known.entities[key].name for key in acting}
    near = dict.fromkeys(names[close] for close in get_close_matches(name.casefold(), names, n=_SHOWN, cutoff=0.75))
    hint = f"did you mean {' or '.join(near)}?" if near else "give the name as the graph spells it, or the id"
    raise SettingsError(f"the graph holds nobody called {name!r}; {hint}")


def _spell(known: Participations, keys: Sequence[str], events: Counter[str]) -> str:
    said = []
    for key in keys[:_SHOWN]:
        entity, count = known.everyone[key], events[key]
        said.append(f"{key} ({entity.name}, {entity.type}, {count} {'event' if count == 1 else 'events'})")
    more = f" or {len(keys) - _SHOWN} more" if len(keys) > _SHOWN else ""
    return " or ".join(said) + more
