"""The lexicon: both files load, cover the model, and refuse what the model does not know."""

import msgspec
import pytest

from graphbuilder.errors import OntologyError
from graphbuilder.nlp.what import lexicon
from graphbuilder.nlp.what.lexicon import load_lexicon
from graphbuilder.ontology import EVENT_LABELS


def test_every_label_has_frames_and_roles() -> None:
    compiled = load_lexicon()
    labels = {frame.label for frames in compiled.frames.values() for frame in frames}
    assert labels - {""} == set(EVENT_LABELS)
    assert set(compiled.roles) == set(EVENT_LABELS)


def test_rules_have_names_of_their_own() -> None:
    frames = {id(frame): frame for frames in load_lexicon().frames.values() for frame in frames}.values()
    by_rule: dict[str, set[str]] = {}
    for frame in frames:
        by_rule.setdefault(frame.rule, set()).add(frame.label)
    assert all(len(labels) == 1 for labels in by_rule.values())


def test_specific_frames_come_before_bare_ones() -> None:
    for frames in load_lexicon().frames.values():
        bare = [not (frame.when or frame.also or frame.particle) and bool(frame.label) for frame in frames]
        assert bare == sorted(bare)


def test_nouns_in_several_words_are_found_by_their_first() -> None:
    assert ((("call",), "phone call")) in load_lexicon().phrases["phone"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"label": "Picnic"}, "unknown label 'Picnic'"),
        ({"plover": "SMILE"}, "unknown PLOVER type 'SMILE'"),
        ({"mode": "softly"}, "unknown mode 'softly'"),
        ({"roles": {"with": "enemy"}}, "unknown role 'enemy'"),
        ({"when": {"object": ["@nothing"]}}, "unknown class '@nothing'"),
    ],
)
def test_a_frame_outside_the_model_is_refused(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, object], message: str
) -> None:
    read = lexicon._read
    frame = {"rule": "verb:test", "label": "Meeting", "verbs": ["test"]} | change

    def changed(name: str) -> dict[str, object]:
        raw = read(name)
        return raw | {"frames": [frame]} if name == "triggers.toml" else raw

    monkeypatch.setattr(lexicon, "_read", changed)
    with pytest.raises(OntologyError, match=message):
        load_lexicon.__wrapped__()


def test_an_unknown_effect_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    read = lexicon._read

    def changed(name: str) -> dict[str, object]:
        raw = read(name)
        return raw | {"operators": [{"name": "sing", "effect": "loud"}]} if name == "operators.toml" else raw

    monkeypatch.setattr(lexicon, "_read", changed)
    with pytest.raises(OntologyError, match=r"operators\.toml"):
        load_lexicon.__wrapped__()


def test_the_lexicon_is_frozen() -> None:
    frame = next(iter(load_lexicon().frames.values()))[0]
    with pytest.raises(AttributeError):
        frame.label = "Trip"  # type: ignore[misc]  # that it cannot be set is what is tested
    assert isinstance(frame, msgspec.Struct)
