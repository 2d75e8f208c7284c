"""The names an annotation may use: labels, PLOVER types and modes, statuses, roles, precisions, traps, kinds of restraint.

Literal tables only. A test holds the first three equal to graphbuilder/data/ontology.toml.
"""

from typing import Final

LABELS: Final = (
    "Meeting", "PhoneCall", "Negotiation", "Summit", "Trip", "Statement", "Promise", "Agreement", "Support", "Concession",
    "Cooperation", "Aid", "Retreat", "Resignation", "Request", "Accusation", "Rejection", "Threat", "Protest", "Sanction",
    "Mobilization", "Coercion", "Arrest", "Deportation", "Assault", "Appointment", "Election", "Legislation",
)  # fmt: skip
MODES: Final[dict[str, tuple[str, ...]]] = {
    "AGREE": (),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": (),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip
"""Each PLOVER type with its modes."""

STATUSES: Final = ("actual", "planned", "cancelled", "negated", "hypothetical")
ROLES: Final = ("actor", "recipient", "participant", "speaker", "addressee", "traveller", "host", "companion")
PLACES: Final = {"in": "LOCATED_IN", "to": "DESTINATION", "from": "ORIGIN"}
"""How a chapter writes a place, and the relation it stands for."""
LINKS: Final = {"content": "CONTENT", "part": "PART_OF", "after": "AFTER"}
PRECISIONS: Final = ("day", "week", "month", "quarter", "season", "year", "decade", "unknown")
BASES: Final = ("stated", "published", "inherited")

TRAPS: Final[dict[str, str]] = {
    "promise-to-sign": "a promise or agreement to sign or ratify is AGREE",
    "signed": "a treaty signed or ratified is SUPPORT",
    "refuse-to-sign": "a refusal to sign is REJECT",
    "future-meeting": "a meeting, call or visit still to come is AGREE",
    "invitation": "an invitation is AGREE, whatever it invites to",
    "cancelled-meeting": "a meeting called off or put off is REJECT / meet",
    "future-aid": "aid promised or announced is AGREE",
    "future-exercise": "cooperation still to come is AGREE",
    "own-conflict-end": "a party calling for an end to its own conflict is AGREE, an outsider's call a REQUEST",
    "apology": "an apology or expression of regret by the culprit is CONCEDE",
    "pardon": "a pardon, amnesty or acquittal is CONCEDE",
    "release": "a release or exchange of prisoners carried out is RETREAT / release",
    "hostage-rescue": "hostages freed by force are AID",
    "announced-withdrawal": "a withdrawal announced and not begun is CONCEDE",
    "withdrawal": "a withdrawal under way is RETREAT / withdraw",
    "announced-ceasefire": "a ceasefire declared is CONCEDE; one in force RETREAT / ceasefire",
    "withdraw-from-treaty": "leaving a treaty, or pulling out observers or aid staff, is SANCTION / withdraw",
    "official-resigns": "an official who leaves is RETREAT / resign",
    "dropped-demand": "a demand or a protest given up is CONCEDE",
    "joint-exercise": "a joint exercise is COOPERATE",
    "single-exercise": "an exercise or weapons test by one country is MOBILIZE",
    "disaster-relief": "troops sent to help after a disaster are AID",
    "conviction": "a conviction is SANCTION / convict",
    "in-absentia-warrant": "a warrant for somebody out of reach is THREATEN / arrest",
    "captured-combatants": "combatants captured in fighting are ASSAULT / abduct",
    "expelled-diplomats": "expelling diplomats or members is SANCTION / expel",
    "deported": "putting individuals out of the country is COERCE / deport",
    "barred-entry": "refusing a group entry is REJECT",
    "summoned-ambassador": "summoning an ambassador to protest is ACCUSE / disapprove",
    "court-ordered-payment": "a payment a court orders is SANCTION",
    "voluntary-settlement": "a settlement or reparation paid freely, or debt forgiven, is AID",
    "vague-beating": "beaten, without more, is ASSAULT / beat; with bats also primitive; knives, stones, fire primitive only",
    "pushed-back": "police pushing a crowd back is COERCE / restrict; crowd-control needs a weapon or tactic",
    "protest-topic": "what a protest demands is no event of its own",
    "verbal-protest": "a protest note or a protest on the internet is ACCUSE / disapprove",
    "threat-of-force": "an attack announced by the attacker is THREATEN / violence",
    "trade": "trade carried out is COOPERATE",
    "extradition": "handing a suspect to another country is COOPERATE",
    "negative-promise": "promising not to do something hostile is CONCEDE, not to do something friendly REJECT",
    "denial": "a denial is a Rejection whose content is negated",
    "sanctions-eased": "easing or lifting sanctions is CONCEDE",
    "treaty-vetoed": "a veto is REJECT",
    "property-returned": "confiscated property given back and refugees brought home are RETREAT",
    "mobilization-in-assault": "forces called up beside the force they used are not coded",
    "supporters-mobilized": "supporters mobilised to demonstrate are PROTEST",
    "disaster-emergency": "a state of emergency after a disaster is not COERCE",
}
"""The manual's rules that a coder gets wrong, each with its name in the chapters."""

RESTRAINTS: Final[dict[str, str]] = {
    "opinion": "an opinion on how things are or should be, by nobody or by the writer",
    "history": "what happened generations ago, told as background",
    "sport": "matches are no attacks, transfers no appointments",
    "film": "plots of films, books, plays and games",
    "hypothetical": "what anybody might do some day",
    "court": "a court recap that tells old deeds again as claims or as law",
    "figure": "war and peace as figures of speech, business idiom, weather, nature",
    "description": "states, habits, sizes, programmes: nothing happened",
}
"""Why a sentence has no event, though its words look like one."""
