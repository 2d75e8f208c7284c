"""One deed told by two words of a sentence: an attack and whom it killed, two verbs of one object, a march and its protest.

It links such mentions with SAME and lets a stated day pass between them; it looks at one sentence only, linking.py beyond.
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.what.clauses import is_passive, objects, subjects
from graphbuilder.nlp.what.dating import inherit_date
from graphbuilder.records.annotation import EntityType, Role, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuilder.nlp.what.actors import Actors
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.tree import Tree

HARMING = frozenset({"kill", "murder", "massacre", "slaughter", "slay", "wound", "injure", "maim", "hurt"})
"""Verbs that say what became of the victims and not what was done."""
WHEN = frozenset({"when", "after", "as", "while"})
"""Conjunctions between the harm and the deed: "were killed when troops shelled a village"."""
PARTICIPLES = frozenset({"advcl", "acl", "xcomp"})
FORCES = frozenset(
    {"police", "policeman", "officer", "soldier", "troop", "army", "military", "guard", "guardsman", "force"}
)
"""Nouns of one side: who of them is hurt was not hurt by them."""
UNITS = frozenset({"minute", "hour", "day", "week", "month", "year", "shortly", "soon", "long"})
"""Words of a gap before the conjunction: "was killed two days after rebels raided the town" tells two deeds."""
SHOOTING = frozenset({"shoot", "gun", "stab"})
"""Verbs of a deed that tell the harm where nobody is said to do it: "was shot dead as rebels raided the camp"."""
LIVING = frozenset({EntityType.PERSON, EntityType.GROUP})
TOLD = frozenset({Status.ACTUAL, Status.PLANNED})


def link_deeds(tree: "Tree", actors: "Actors", drafts: "list[Draft]") -> None:
    """Link the mentions of one deed within each sentence, the later word to the earlier."""
    by_verb = {draft.hit.carrier: draft for draft in drafts if tree.is_verb(draft.hit.token)}
    for verb, draft in by_verb.items():
        if draft.label == "Protest":
            for clause in tree.all_kids(verb, "xcomp", "advcl"):  # "occupied the ministry to protest against fees"
                other = by_verb.get(clause)
                if other is not None and other.label == "Protest" and _purpose(tree, clause):
                    _join(draft, other)
        if draft.label != "Assault":
            continue
        twin = by_verb.get(verb + 2)
        if twin is not None and _is_twin(tree, verb) and twin.label == draft.label:
            _join(draft, twin)
        if _tells_harm(tree, draft):
            deeds = (by_verb[deed] for deed in _deeds(tree, verb) if deed in by_verb and deed != verb)
            deed = next((deed for deed in deeds if _can_be(tree, actors, draft, deed)), None)
            if deed is not None:
                _join(draft, deed)


def fold_mobilizations(tree: "Tree", drafts: "list[Draft]") -> None:
    """Leave uncoded the forces called up beside the force they used: "Soldiers deployed to Goma shot three protesters".

    They stay mentions of their own; PLOVER codes the assault alone.
    """
    used = [
        (draft.sentence, set(subjects(tree, draft.hit.carrier)))
        for draft in drafts
        if draft.label == "Assault" and draft.sense.status is Status.ACTUAL and tree.is_verb(draft.hit.carrier)
    ]
    for draft in drafts if used else ():
        verb = draft.hit.carrier
        if draft.label != "Mobilization" or draft.sense.status is not Status.ACTUAL or not tree.is_verb(verb):
            continue
        called = set(objects(tree, verb))
        draft.topic = draft.topic or any(draft.sentence == sentence and called & forces for sentence, forces in used)


def _purpose(tree: "Tree", clause: int) -> bool:
    return any(tree.word[kid] == "to" for kid in tree.all_kids(clause, "aux"))


def _is_twin(tree: "Tree", verb: int) -> bool:
    """Say whether a verb shares its one object with the verb behind "and": "police shot and wounded a sailor"."""
    second = verb + 2
    joined = tree.head[second] == verb and tree.dep[second] == "conj" and tree.word[verb + 1] == "and"
    return joined and tree.kid(verb, "dobj") is None


def _tells_harm(tree: "Tree", draft: "Draft") -> bool:
    verb = draft.hit.token
    suffered = tree.lemma[verb] in SHOOTING and is_passive(tree, verb) and tree.kid(verb, "agent") is None
    return suffered or tree.lemma[verb] in HARMING or draft.hit.frame.rule == "verb:leave-dead"


def _deeds(tree: "Tree", harm: int) -> "Iterator[int]":
    """Yield the verbs that may tell how the harm came about, the likeliest first."""
    for clause in tree.all_kids(harm, "advcl"):  # "were wounded when gunmen opened fire"
        marks = [kid for kid in tree.all_kids(clause, "mark", "advmod") if tree.word[kid] in WHEN and kid < clause]
        if marks and tree.lemma[marks[0] - 1] not in UNITS:
            yield clause
    above, dep = tree.head[harm], tree.dep[harm]
    if dep in PARTICIPLES and tree.tag[harm] == "VBG":  # "shelled a school, killing two"
        yield above
    passive = is_passive(tree, harm) and tree.kid(harm, "agent") is None
    own = tree.kid(harm, "nsubj", "nsubjpass")
    if dep == "conj" and (own is None or passive):  # "stormed a hotel and killed five", "..., and five were killed"
        yield above
    if dep in {"ccomp", "parataxis", "ROOT"} and passive:  # "A missile struck the block; four were killed"
        yield from tree.all_kids(harm, "ccomp", "parataxis")
        if dep in {"ccomp", "parataxis"} and any(
            tree.word[kid] in {";", ":", "-", "\u2013"} for kid in tree.kids[above]
        ):
            yield above


def _can_be(tree: "Tree", actors: "Actors", harm: "Draft", deed: "Draft") -> bool:
    """Say whether nothing speaks against a harm and a deed being one."""
    if deed.label != "Assault" or _tells_harm(tree, deed) or deed.sentence != harm.sentence:
        return False
    if harm.sense.status is not deed.sense.status or harm.sense.status not in TOLD:
        return False
    if harm.start and deed.start and harm.start != deed.start:
        return False
    hurt, hurting, doing = _of(harm, Role.RECIPIENT), _of(harm, Role.ACTOR), _of(deed, Role.ACTOR)
    if hurt & doing or (hurting and doing and not (hurting <= doing or doing <= hurting)):
        return False  # "was shot after he stabbed a guard", "police killed a man after he attacked them"
    struck = {one for one in _of(deed, Role.RECIPIENT) if actors.kind(one) in LIVING}
    if hurt and struck and not hurt & struck and tree.dep[harm.hit.carrier] == "conj":
        return False  # "attacked a guard and killed two clerks"
    subject = tree.kid(deed.hit.carrier, "nsubj")
    if subject is not None and tree.pos[subject] == "PRON" and subject > harm.hit.token:
        return False
    own = {tree.lemma[kid] for kid in tree.all_kids(harm.hit.carrier, "nsubjpass")} & FORCES
    return not (
        own and subject is not None and tree.lemma[subject] in FORCES
    )  # "two officers died as police raided a flat"


def _of(draft: "Draft", role: Role) -> set[int]:
    return {argument.entity for argument in draft.arguments if argument.role is role}


def _join(one: "Draft", other: "Draft") -> None:
    early, late = sorted((one, other), key=lambda draft: draft.hit.token)
    if late.linked("SAME") is not None or early.linked("SAME") is late or early.sense.status is not late.sense.status:
        return
    late.link("SAME", early.root)
    inherit_date(early, late, 1.0)
    inherit_date(late, early, 1.0)
