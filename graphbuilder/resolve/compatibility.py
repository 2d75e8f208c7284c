"""When two accounts can be of one occurrence: the rules shared by resolution within and across documents.

Each label says which participants must agree (`FOCUS`): two reports of an arrest agree on who was arrested, two of a meeting on
both sides. A status is part of what an event is: a planned meeting and a held one stay two nodes, so both accounts are kept.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from graphbuilder.records.annotation import Role
from graphbuilder.records.resolution import EventCandidate, Participant

Focus = Literal["together", "patient", "agent", "pair", "place", "words"]

FOCUS: dict[str, Focus] = {
    "Meeting": "together",
    "PhoneCall": "together",
    "Negotiation": "together",
    "Agreement": "together",
    "Cooperation": "together",
    "Summit": "place",
    "Trip": "agent",
    "Resignation": "patient",
    "Appointment": "patient",
    "Arrest": "patient",
    "Deportation": "patient",
    "Election": "agent",
    "Legislation": "agent",
    "Protest": "place",
    "Mobilization": "agent",
    "Assault": "pair",
    "Sanction": "pair",
    "Coercion": "pair",
    "Aid": "pair",
    "Retreat": "pair",
    "Concession": "words",
    "Support": "words",
    "Accusation": "words",
    "Rejection": "words",
    "Threat": "words",
    "Request": "words",
    "Promise": "words",
    "Statement": "words",
}
"""What two accounts of one event must agree on, by label; "words" also needs like wording, since people say many things."""

AGENTS = frozenset({Role.ACTOR, Role.PARTICIPANT, Role.SPEAKER, Role.TRAVELLER, Role.COMPANION})
PATIENTS = frozenset({Role.RECIPIENT, Role.ADDRESSEE, Role.HOST})
ASSUMED = timedelta(days=1)
"""News without a day of its own, taken to be of the day of publication, may be of the day before."""
MIN_WORD_OVERLAP = 0.4
"""Share of the shorter account's content words that two accounts of one utterance have in common."""


_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day")
_NUMBER = re.compile(r"\d+")
_WEEKS = re.compile(r"\bweek(?:end)?\b")


def named(participants: Iterable[Participant], roles: frozenset[Role] | None = None) -> frozenset[str]:
    """Return the entity ids of the participants (in these roles) that are somebody, not "officials" or "protesters"."""
    return frozenset(
        p.entity for p in participants if (roles is None or p.role in roles) and not p.entity.startswith("group:")
    )


def dates_meet(left: EventCandidate, right: EventCandidate) -> bool:
    """Return whether the two intervals of possible days overlap; an unknown date meets every other, see also `only_assumed`.

    Where neither could be resolved the words decide: "Monday" and "late Tuesday" are two days, and so are "the 3rd" and "the 5th"
    or, in one report, "today" and "yesterday"; "Monday" and "last night" of two reports can be one.
    """
    if left.start is None and right.start is None and left.date_text and right.date_text:
        return _texts_meet(left.date_text, right.date_text, one_report=left.member[0] == right.member[0])
    if left.start is None or right.start is None:
        return True
    return _overlap(left, right) or only_assumed(left, right)


def only_assumed(left: EventCandidate, right: EventCandidate) -> bool:
    """Return whether two accounts are of other days, one of them only because it was published the day after.

    "Novak met Lind", out on the 5th, may be the meeting that another report puts on "Tuesday", the 4th.
    """
    for assumed, told in ((left, right), (right, left)):
        if assumed.date_basis == "published" and told.date_basis == "stated" and told.date_precision == "day":
            last = told.end or told.start
            if assumed.start is not None and last is not None and last + ASSUMED == assumed.start:
                return True
    return False


def _overlap(left: EventCandidate, right: EventCandidate) -> bool:
    if left.start is None or right.start is None:
        return True
    return left.start <= (right.end or right.start) and right.start <= (left.end or left.start)


def _texts_meet(left: str, right: str, *, one_report: bool) -> bool:
    ours, theirs = left.lower(), right.lower()
    for pattern in (_WEEKDAY, _NUMBER):
        said = set(pattern.findall(ours)), set(pattern.findall(theirs))
        if all(said):
            return bool(said[0] & said[1])
    if any(_WEEKS.search(one) and _WEEKDAY.search(two) for one, two in ((ours, theirs), (theirs, ours))):
        return True  # "earlier this week" and "early Tuesday"
    return not one_report or ours == theirs


def places_meet(left: EventCandidate, right: EventCandidate) -> bool:
    """Return whether one place can hold the other; an unknown place meets every other."""
    if not left.area or not right.area:
        return True
    ours = {place.entity for place in left.places}
    theirs = {place.entity for place in right.places}
    return bool(ours & set(right.area)) or bool(theirs & set(left.area))


def share_place(left: EventCandidate, right: EventCandidate) -> bool:
    """Return whether both name a place and one holds the other."""
    return bool(left.area) and bool(right.area) and places_meet(left, right)


def share_town(left: EventCandidate, right: EventCandidate) -> bool:
    """Return whether both name the same place below the level of a country."""
    shared = {p.entity for p in left.places} & {p.entity for p in right.places}
    return any(not place.startswith("place:country:") for place in shared)


def share_crowd(left: EventCandidate, right: EventCandidate) -> bool:
    """Return whether people without a name take part in both under the same word: "gunmen", "armed gunmen"."""
    return bool(set(left.groups) & set(right.groups))


def family(label: str) -> str:
    """Return the label under which kin are compared: people who "held talks" are said to have met, and the reverse."""
    return "Meeting" if label == "Negotiation" else label


def word_overlap(left: EventCandidate, right: EventCandidate) -> float:
    """Return the share of the shorter account's content words found in the other, from 0 to 1."""
    ours, theirs = set(left.words), set(right.words)
    if not ours or not theirs:
        return 0.0
    return len(ours & theirs) / min(len(ours), len(theirs))


def focus_agrees(left: EventCandidate, right: EventCandidate) -> bool:
    """Return whether the two accounts agree on what their label turns on (`FOCUS`)."""
    agents = named(left.participants, AGENTS), named(right.participants, AGENTS)
    patients = named(left.participants, PATIENTS), named(right.participants, PATIENTS)
    everyone = named(left.participants), named(right.participants)
    kind = FOCUS[left.type]
    if kind == "together":
        shared = everyone[0] & everyone[1]
        return len(shared) >= 2 or (bool(shared) and everyone[0] == everyone[1] and share_place(left, right))
    if kind == "agent":
        return bool(agents[0] & agents[1]) and (left.type != "Trip" or share_place(left, right))
    if kind == "patient":
        return bool(patients[0] & patients[1]) or (bool(agents[0] & agents[1]) and not any(patients))
    if kind == "pair":
        same_agent = bool(agents[0] & agents[1])
        same_patient = bool(patients[0] & patients[1])
        if same_agent and same_patient:
            return True
        if (all(agents) and not same_agent) or (all(patients) and not same_patient):
            return False
        if same_agent or same_patient:
            return share_place(left, right)
        return share_crowd(left, right) and share_town(left, right)
    if kind == "place":
        return share_place(left, right) and (not all(agents) or bool(agents[0] & agents[1]))
    same_side = bool(agents[0] & agents[1]) and (not all(patients) or bool(patients[0] & patients[1]))
    return same_side and word_overlap(left, right) >= MIN_WORD_OVERLAP


def interval_days(start: date | None, end: date | None) -> int:
    """Return how many days an interval spans; an unknown one counts as the widest."""
    if start is None:
        return 10**6
    return ((end or start) - start).days + 1
