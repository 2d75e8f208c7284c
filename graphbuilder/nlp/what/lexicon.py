"""Lexicon: loads and checks data/triggers.toml and data/operators.toml and compiles them to dictionaries by lemma.

Declarations only: it must not look at text.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

import msgspec

from graphbuilder.errors import OntologyError
from graphbuilder.ontology import EVENT_LABELS, load_ontology
from graphbuilder.records.annotation import PlaceRelation, Role

Effect = Literal["keep", "planned", "cancelled", "negated", "hypothetical"]

FILLED = {"any": True, "none": False}
"""The items that ask whether a slot is filled."""
ELSEWHERE = frozenset({"voice", "tag", "document"})
"""Slots that ask for no word of the sentence: for the form of the trigger or a word of the document."""
ROLE_NAMES = frozenset(role.value for role in Role) | frozenset(place.value for place in PlaceRelation)


class Condition(NamedTuple):
    """What one slot must hold: one of these words, an entity of one of these kinds, or a word of one of these classes.

    `filled` asks only whether anything stands there.
    """

    slot: str
    words: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    filled: bool | None = None


class Conditions(NamedTuple):
    """Conditions of which one must fit; none can in a sentence without one of `words` (None where more decides)."""

    alternatives: tuple[Condition, ...]
    words: frozenset[str] | None


class Frame(msgspec.Struct, frozen=True):
    """One reading of a trigger word.

    One condition of `when` and one of `also` must fit, all of `particle`, none of `unless`. The label "" blocks: the words look
    like an event and are none. `roles` override the label's own. `needs` lists roles of which one must be filled, or the mention
    is dropped.
    """

    rule: str
    label: str
    when: Conditions | None = None
    also: Conditions | None = None
    unless: Conditions | None = None
    particle: tuple[Condition, ...] = ()
    roles: dict[str, str] = {}
    needs: list[str] = []
    mode: str | None = None
    plover: str | None = None
    cameo: str | None = None
    confidence: float = 0.8


class FrameEntry(msgspec.Struct, frozen=True):
    """A frame as data/triggers.toml writes it.

    A verb may be followed by its particles ("call off"). `when`, `also` and `unless` map a slot to the lemmas or `@classes` its
    head may be; "any" and "none" ask whether the slot is filled.
    """

    rule: str
    label: str
    verbs: list[str] = []
    nouns: list[str] = []
    adjectives: list[str] = []
    when: dict[str, tuple[str, ...]] = {}
    also: dict[str, tuple[str, ...]] = {}
    unless: dict[str, tuple[str, ...]] = {}
    roles: dict[str, str] = {}
    needs: list[str] = []
    mode: str | None = None
    plover: str | None = None
    cameo: str | None = None
    confidence: float = 0.8


class Operator(msgspec.Struct, frozen=True):
    """A word above an event and what it does to the event's status; `nominal` is what it does to a noun, where that differs.

    Without `carry` only a clause counts, without `clause` only an event noun that is its object.
    """

    name: str
    effect: Effect
    verbs: list[str] = []
    nouns: list[str] = []
    adjectives: list[str] = []
    preps: list[str] = []
    noun_preps: list[str] = []
    nominal: Effect | None = None
    carry: bool = True
    clause: bool = True


class _TriggerFile(msgspec.Struct, frozen=True):
    version: str
    classes: dict[str, list[str]]
    carriers: dict[str, list[str]]
    roles: dict[str, dict[str, str]]
    means: dict[str, list[str]]
    aims: dict[str, list[str]]
    frames: list[FrameEntry]


class _OperatorFile(msgspec.Struct, frozen=True):
    version: str
    operators: list[Operator]
    modifiers: dict[str, list[str]]
    marks: dict[str, list[str]]
    modals: dict[str, list[str]]
    adverbs: dict[str, list[str]]


class Lexicon(msgspec.Struct, frozen=True):
    """Both files, compiled.

    `frames` and `operators` map (lemma, "v" | "n" | "a") to candidates in file order. `phrases` maps the first word of a noun
    written in several tokens to the rest and the lemma it counts as. `words` holds the first word of every entry. `means` and
    `aims` give the words that make a mode. Word lists are turned around: word to effect.
    """

    frames: dict[tuple[str, str], tuple[Frame, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    words: frozenset[str]
    operators: dict[tuple[str, str], tuple[tuple[Operator, str], ...]]
    classes: dict[str, frozenset[str]]
    carriers: dict[str, frozenset[str]]
    roles: dict[str, dict[str, str]]
    means: dict[str, frozenset[str]]
    aims: dict[str, frozenset[str]]
    modifiers: dict[str, Effect]
    marks: dict[str, Effect]
    modals: dict[str, Effect]
    adverbs: dict[str, Effect]


def _read(name: str) -> dict[str, object]:
    return tomllib.loads((files("graphbuilder") / "data" / name).read_text(encoding="utf-8"))


def _turned(table: dict[str, list[str]]) -> dict[str, Effect]:
    return {word: msgspec.convert(effect, Effect) for effect, words in table.items() for word in words}


def _compile_conditions(written: dict[str, tuple[str, ...]], classes: dict[str, list[str]]) -> Conditions | None:
    found = []
    for slot, items in written.items():
        if items[0] in FILLED:
            found.append(Condition(slot, filled=FILLED[items[0]]))
            continue
        names = [item[1:] for item in items if item[0] == "@"]
        members = (word for name in names if not name[0].isupper() for word in classes[name])
        words = frozenset(item for item in items if item[0] != "@")
        found.append(Condition(slot, words, frozenset(name for name in names if name[0].isupper()), frozenset(members)))
    if not found:
        return None
    worded = not any(one.kinds or one.filled is not None or one.slot in ELSEWHERE for one in found)
    return Conditions(tuple(found), frozenset().union(*(one.words | one.members for one in found)) if worded else None)


def _compile_frames(
    triggers: _TriggerFile,
) -> tuple[dict[tuple[str, str], tuple[Frame, ...]], dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    by_lemma: dict[tuple[str, str], list[Frame]] = {}
    phrases: dict[str, dict[tuple[str, ...], str]] = {}
    for written in triggers.frames:
        frame = Frame(
            rule=written.rule,
            label=written.label,
            when=_compile_conditions(written.when, triggers.classes),
            also=_compile_conditions(written.also, triggers.classes),
            unless=_compile_conditions(written.unless, triggers.classes),
            roles=written.roles,
            needs=written.needs,
            mode=written.mode,
            plover=written.plover,
            cameo=written.cameo,
            confidence=written.confidence,
        )
        for entry in written.verbs:
            lemma, *particles = entry.split()
            particle = tuple(Condition("particle", frozenset({word})) for word in particles)
            compiled_frame = msgspec.structs.replace(frame, particle=particle) if particle else frame
            by_lemma.setdefault((lemma, "v"), []).append(compiled_frame)
        for kind, entries in (("n", written.nouns), ("a", written.adjectives)):
            for entry in entries:
                words = tuple(entry.replace("-", " - ").split())
                if len(words) > 1:
                    phrases.setdefault(words[0], {})[words[1:]] = entry
                by_lemma.setdefault((entry, kind), []).append(frame)
    compiled = {key: tuple(sorted(found, key=_bareness)) for key, found in by_lemma.items()}
    return compiled, {
        first: tuple(sorted(rest.items(), key=lambda item: -len(item[0]))) for first, rest in phrases.items()
    }


def _bareness(frame: Frame) -> int:
    """Frames with a particle come first, those without any condition last; else the order of the file holds."""
    if frame.particle:
        return 0
    return 1 if frame.when or frame.also or not frame.label else 2


def _check(triggers: _TriggerFile) -> None:
    plover = load_ontology().plover
    names = {mode for kind in plover.values() for mode in kind.modes}
    for frame in triggers.frames:
        if frame.label and frame.label not in EVENT_LABELS:
            raise OntologyError(f"data/triggers.toml: {frame.rule} names the unknown label {frame.label!r}")
        if frame.plover and frame.plover not in plover:
            raise OntologyError(f"data/triggers.toml: {frame.rule} names the unknown PLOVER type {frame.plover!r}")
        if frame.mode and frame.mode not in names:
            raise OntologyError(f"data/triggers.toml: {frame.rule} names the unknown mode {frame.mode!r}")
        wrong = set(frame.roles.values()) - ROLE_NAMES - {""}
        if wrong:
            raise OntologyError(f"data/triggers.toml: {frame.rule} names the unknown role {min(wrong)!r}")
        for condition in (*frame.when.values(), *frame.also.values(), *frame.unless.values()):
            for item in condition:
                if item.startswith("@") and item[1:] not in triggers.classes and not item[1:2].isupper():
                    raise OntologyError(f"data/triggers.toml: {frame.rule} names the unknown class {item!r}")
    for mode in (*triggers.means, *triggers.aims):
        if mode not in names:
            raise OntologyError(f"data/triggers.toml: means or aims name the unknown mode {mode!r}")
    odd = set(triggers.roles) - set(EVENT_LABELS)
    if odd:
        raise OntologyError(f"data/triggers.toml: roles of the unknown label {min(odd)!r}")


@cache
def load_lexicon() -> Lexicon:
    """Return the compiled lexicon shipped with the package.

    Raises:
        OntologyError: An entry that the graph model, PLOVER or the files themselves do not know.
    """
    try:
        triggers = msgspec.convert(_read("triggers.toml"), _TriggerFile)
        words = msgspec.convert(_read("operators.toml"), _OperatorFile)
    except (msgspec.ValidationError, tomllib.TOMLDecodeError) as error:
        raise OntologyError(f"data/triggers.toml or data/operators.toml: {error}") from error
    _check(triggers)
    frames, phrases = _compile_frames(triggers)
    operators: dict[tuple[str, str], list[tuple[Operator, str]]] = {}
    for operator in words.operators:
        for entry in operator.verbs:
            lemma, _, particle = entry.partition(" ")
            operators.setdefault((lemma, "v"), []).append((operator, particle))
        for kind, entries in (("n", operator.nouns), ("a", operator.adjectives)):
            for entry in entries:
                operators.setdefault((entry, kind), []).append((operator, ""))
    return Lexicon(
        frames=frames,
        phrases=phrases,
        words=frozenset(lemma for lemma, _ in frames) | phrases.keys(),
        operators={key: tuple(sorted(found, key=lambda pair: not pair[1])) for key, found in operators.items()},
        classes={name: frozenset(members) for name, members in triggers.classes.items()},
        carriers={name: frozenset(members) for name, members in triggers.carriers.items()},
        roles=triggers.roles,
        means={mode: frozenset(words) for mode, words in triggers.means.items()},
        aims={mode: frozenset(words) for mode, words in triggers.aims.items()},
        modifiers=_turned(words.modifiers),
        marks=_turned(words.marks),
        modals=_turned(words.modals),
        adverbs=_turned(words.adverbs),
    )
