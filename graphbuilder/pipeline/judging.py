"""Judgements made, taken back and checked: what `entities` and `events` on the command line ask for."""

from collections.abc import Sequence
from pathlib import Path

from graphbuilder.errors import JudgementError
from graphbuilder.pipeline.resolved import Resolved, Thing, resolved
from graphbuilder.records.judgement import Decision, Judgement, Side, Subject
from graphbuilder.resolve.compatibility import family
from graphbuilder.resolve.judgements import find_conflict
from graphbuilder.workspace.judgements import drop_judgement, keep_judgement, list_judgements
from graphbuilder.workspace.log import Workspace

COMMANDS: dict[Subject, str] = {"entity": "entities", "event": "events"}


def merge(workspace: Workspace, subject: Subject, left: str, right: str) -> Judgement:
    """Judge two entities, or two events, to be one.

    Raises:
        JudgementError: One is not there, they cannot be one, are one already, or a split speaks against it.
    """
    with resolved(workspace, subject) as found:
        ours, theirs = found.find(left), found.find(right)
        if ours.id == theirs.id:
            raise JudgementError(f"{left} and {right} are one already: {ours.id}")
        _check_kinds(subject, ours, theirs)
        judgement = _checked(found, "merge", ours.side(), theirs.side())
    return _keep(workspace, [judgement])[0]


def _check_kinds(subject: Subject, ours: Thing, theirs: Thing) -> None:
    if subject == "entity" and ours.kind != theirs.kind:
        raise JudgementError(
            f"{ours.id} is a {ours.kind} and {theirs.id} a {theirs.kind}; only two of a kind can be one"
        )
    if subject == "event" and family(ours.kind) != family(theirs.kind):
        raise JudgementError(
            f"{ours.id} is a {ours.kind} and {theirs.id} a {theirs.kind}; only two of a kind can be one"
        )
    if ours.status != theirs.status:
        raise JudgementError(
            f"{ours.id} is {ours.status} and {theirs.id} {theirs.status}; what was only planned and what happened stay two events"
        )


def split(workspace: Workspace, subject: Subject, thing: str, others: Sequence[str] = ()) -> list[Judgement]:
    """Judge an entity or event to be several.

    Args:
        workspace: The log.
        subject: Whether entities or events are meant.
        thing: What to take apart: an id or a name.
        others: What it is not: other entities or events, or documents whose mentions are of another one; where none is given,
            each document's mentions become one of their own.

    Raises:
        JudgementError: One is not there, nothing would be left, or a merge speaks against it.
    """
    with resolved(workspace, subject) as found:
        whole = found.find(thing)
        documents = _documents(workspace, whole, others)
        if documents is not None:
            sides = _by_document(whole, [documents] if others else [[document] for document in documents])
        else:
            sides = _by_thing(found, thing, others)
        judgements = [_checked(found, "split", left, right) for left, right in sides]
    return _keep(workspace, judgements)


def _documents(workspace: Workspace, whole: Thing, others: Sequence[str]) -> list[str] | None:
    """Return the documents that `others` name, all documents but the first where there are none; None if things are meant."""
    ours = sorted({anchor[0] for anchor in whole.anchors()})
    if not others:
        if len(ours) == 1:
            raise JudgementError(f"{whole.id} is mentioned in one document only; there is nothing to take apart")
        return ours[1:]
    named = [workspace.find(other) or workspace.find(str(Path(other).absolute())) for other in others]
    if not all(named):
        return None
    chosen = sorted({document for documents in named for document in documents})
    strange = [document for document in chosen if document not in ours]
    if strange:
        raise JudgementError(f"{whole.id} is not mentioned in {strange[0]}")
    if len(chosen) == len(ours):
        raise JudgementError(f"{whole.id} is mentioned in no other document; nothing would be left of it")
    return chosen


def _by_document(whole: Thing, parts: Sequence[Sequence[str]]) -> list[tuple[Side, Side]]:
    """Return, for each set of documents, the mentions outside and the mentions inside."""
    sides = []
    for documents in parts:
        out = tuple(anchor for anchor in whole.anchors() if anchor[0] in documents)
        rest = tuple(anchor for anchor in whole.anchors() if anchor[0] not in documents)
        where = ", ".join(documents)
        other = Side(id=f"{whole.id}@{where}", name=f"{whole.name} in {where}", anchors=out)
        sides.append((Side(id=whole.id, name=whole.name, anchors=rest), other))
    return sides


def _by_thing(found: Resolved, thing: str, others: Sequence[str]) -> list[tuple[Side, Side]]:
    sides = [_side_named(found, given) for given in (thing, *others)]
    pairs = []
    for place, left in enumerate(sides):
        for right in sides[place + 1 :]:
            if set(left.anchors) & set(right.anchors):
                raise JudgementError(f"{left.id} and {right.id} name the same {found.subject}")
            pairs.append((left, right))
    return pairs


def _side_named(found: Resolved, given: str) -> Side:
    """Return what is meant by an id or name; the id of one merged into another means its own mentions."""
    now, old = found.find(given), found.old_side(given)
    if old is not None and set(old.anchors) < set(now.anchors()):
        return old
    return now.side()


def _checked(found: Resolved, decision: Decision, left: Side, right: Side) -> Judgement:
    new = Judgement(subject=found.subject, decision=decision, left=left, right=right)
    against = find_conflict(found.judgements, new)
    if against:
        words = "one" if against[0].decision == "merge" else "two"
        numbers = ", ".join(str(judgement.number) for judgement in against)
        plural = "s" if len(against) > 1 else ""
        raise JudgementError(
            f"{left.id} and {right.id} were judged to be {words} (judgement{plural} {numbers}); take that back first: "
            f"graphbuilder {COMMANDS[found.subject]} undo {against[-1].number}"
        )
    return new


def _keep(workspace: Workspace, judgements: Sequence[Judgement]) -> list[Judgement]:
    with workspace.transaction():
        return [keep_judgement(workspace, judgement) for judgement in judgements]


def undo(workspace: Workspace, subject: Subject, number: int | None = None) -> Judgement:
    """Take back a judgement, the last one where no number is given; return it.

    Raises:
        JudgementError: There is none.
    """
    known = list_judgements(workspace, subject)
    if not known:
        raise JudgementError(f"no judgement about {COMMANDS[subject]} was made; there is nothing to undo")
    chosen = [judgement for judgement in known if number in {None, judgement.number}]
    if not chosen:
        listed = ", ".join(str(judgement.number) for judgement in known)
        raise JudgementError(f"there is no judgement {number} about {COMMANDS[subject]}; there is: {listed}")
    with workspace.transaction():
        drop_judgement(workspace, chosen[-1].number)
    return chosen[-1]
