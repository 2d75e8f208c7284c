"""Import of knowledge into a workspace, and the index that resolution asks. Knows the order of the rooms, no format."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from graphbuilder.errors import InputError, WorkspaceError
from graphbuilder.fingerprint import rules_version
from graphbuilder.knowledge import Source, open_source
from graphbuilder.knowledge.offices import find_offices, find_owner
from graphbuilder.knowledge.values import first_day, last_day
from graphbuilder.records.base import Record
from graphbuilder.records.identity import slug
from graphbuilder.records.knowledge import BadRow, KnownFact, KnownPerson, KnownSpell, Tenure
from graphbuilder.records.offices import SEATS
from graphbuilder.workspace.knowledge import KnowledgeBase, KnownSource
from graphbuilder.workspace.log import Workspace

SHOWN = 3
"""So many bad rows of a file are shown, and the last: it says where a file breaks off."""
STEP = 1_000
"""Progress is told once for so many facts or people."""
Advance = Callable[[int], None]


def _nobody_looks(_count: int) -> None:
    """Show nothing."""


class Imported(Record, frozen=True, kw_only=True):
    """What became of a file: the source as it is kept now, whether that changed anything, and the first bad rows."""

    source: KnownSource
    changed: bool
    examples: tuple[BadRow, ...] = ()


def import_knowledge(
    paths: Sequence[Path], *, workspace: Workspace, name: str | None = None, advance: Advance = _nobody_looks
) -> list[Imported]:
    """Bring files of people and offices into the workspace; a file that is known already changes nothing.

    A file of the same name with other content replaces what the name said before. Rows that cannot be read are counted and
    cost nothing else.

    Args:
        paths: The files.
        workspace: Where to keep them.
        name: The name to keep a single file under; its file name where None.
        advance: Told how many facts were read, or people indexed, since it was told last.

    Raises:
        InputError: A file cannot be read, is of no known format, or holds nobody; then nothing was changed.
    """
    sources = [open_source(path) for path in paths]
    knowledge = KnowledgeBase(workspace)
    with workspace.transaction():
        refresh_index(workspace)
        return [_import(knowledge, source, name or _free_name(knowledge, source.path), advance) for source in sources]


def _free_name(knowledge: KnowledgeBase, path: Path) -> str:
    taken = {source.name: source.path for source in knowledge.sources()}
    where = str(path.absolute())
    return path.name if taken.get(path.name, where) == where else where


def _import(knowledge: KnowledgeBase, source: Source, name: str, advance: Advance) -> Imported:
    before = {known.name: known for known in knowledge.sources()}.get(name)
    if before is not None and before.sha256 == source.sha256:
        return Imported(source=before, changed=False)
    knowledge.forget(name)
    bad: list[BadRow] = []
    skipped = 0
    for number, fact in enumerate(_told_apart(knowledge, source, name), start=1):
        if number % STEP == 0:
            advance(STEP)
        if isinstance(fact, BadRow):
            skipped += 1
            bad = [*bad[:SHOWN], fact]
        else:
            knowledge.keep_fact(name, fact)
    path = str(source.path.absolute())
    knowledge.keep_source(name, path=path, sha256=source.sha256, form=source.format, skipped=skipped)
    _index(knowledge, name, advance)
    kept = next(known for known in knowledge.sources() if known.name == name)
    if not kept.people:
        first = f"; first: {bad[0].where}: {bad[0].reason}" if bad else ""
        raise InputError(str(source.path), f"holds no person that could be read{first}")
    return Imported(source=kept, changed=True, examples=tuple(bad))


def _told_apart(knowledge: KnowledgeBase, source: Source, name: str) -> Iterator[KnownFact]:
    """Yield the facts; a second person under one id of a Popolo file, where ids are unique, is a bad row."""
    for fact in source.facts():
        if isinstance(fact, KnownPerson) and source.format == "popolo" and (known := knowledge.name_of(name, fact.id)):
            reason = f"the id {fact.id!r} was given to {known} before"
            yield BadRow(where=f"person {fact.name}", reason=reason)
        else:
            yield fact


def forget_knowledge(names: Sequence[str], *, workspace: Workspace) -> list[str]:
    """Take sources out of the workspace, by name or path; return their names.

    Raises:
        WorkspaceError: One is not there; then nothing was removed.
    """
    knowledge = KnowledgeBase(workspace)
    known = knowledge.sources()
    gone: list[str] = []
    for given in names:
        found = [s.name for s in known if given == s.name] or [
            s.name for s in known if str(Path(given).absolute()) == s.path
        ]
        if not found:
            listed = ", ".join(source.name for source in known) or "nothing was imported"
            raise WorkspaceError(f"no imported knowledge is called {given!r}; there is: {listed}")
        gone += found
    with workspace.transaction():
        for name in gone:
            knowledge.forget(name)
    return gone


def refresh_index(workspace: Workspace) -> None:
    """Make the index anew where other rules made it; to be called inside a transaction."""
    rules = rules_version("knowledge", "data", "pipeline")
    if workspace.note("knowledge index") == rules:
        return
    knowledge = KnowledgeBase(workspace)
    knowledge.clear_index()
    for source in knowledge.sources():
        _index(knowledge, source.name)
    workspace.keep_note("knowledge index", rules)


def _index(knowledge: KnowledgeBase, source: str, advance: Advance = _nobody_looks) -> None:
    for number, person in enumerate(knowledge.people(source), start=1):
        if number % STEP == 0:
            advance(STEP)
        tenures = [t for spell in knowledge.spells(source, person.id) for t in _tenures(knowledge, source, spell)]
        names = {slug(name) for name in (person.name, *person.aliases)}
        knowledge.put_index(source, person, known_id(source, person), sorted(names), tenures)


def known_id(source: str, person: KnownPerson) -> str:
    """Return the id under which sources agree on a person: the Wikidata id, else one of the source's own."""
    return person.wikidata or f"{source}#{person.id}"


HOUSES = frozenset({"legislature", "chamber"})
"""How Popolo classes the bodies whose members sit in a parliament."""


def _tenures(knowledge: KnowledgeBase, source: str, spell: KnownSpell) -> list[Tenure]:
    post, body = knowledge.thing(source, spell.post), knowledge.thing(source, spell.body)
    period = knowledge.thing(source, spell.period)
    title = spell.title or (post.name if post else None)
    if title is None:
        return []
    if body is not None and body.kind in HOUSES and title.casefold() == "member":
        title = "member of parliament"
    of = spell.of or (post.of if post else None) or (body.name if body else None)
    if of is not None and (owner := knowledge.thing(source, of)) is not None:
        of = owner.name
    offices = find_offices(title, of)
    if (party := knowledge.thing(source, spell.party)) is not None:
        offices += [(kind, find_owner(party.name)) for kind, _ in offices if kind in SEATS]
    start = spell.start or (period.start if period else None)
    end = spell.end or (period.end if period else None)
    return [Tenure(kind=kind, of=key, start=_first(start), end=_last(end)) for kind, key in offices]


def _first(text: str | None) -> date | None:
    return first_day(text) if text else None


def _last(text: str | None) -> date | None:
    return last_day(text) if text else None
