"""The page of an annotated document: every span marked, every event told, texts as data."""

from datetime import date

from graphbuilder.nlp.marking import COLOURS, marked_page
from graphbuilder.records.annotation import (
    Annotation,
    Argument,
    EntityMention,
    EntityType,
    EventMention,
    Extractor,
    LocalEntity,
    Role,
    Sentence,
    Status,
    TimeMention,
)
from graphbuilder.records.document import Document

TEXT = 'Ana Ruiz will meet <b>"Hale"</b> on Friday. She smiled.'


def page(title: str = "Talks") -> str:
    document = Document(id="doc:1", text=TEXT, sha256="0" * 64, title=title, published=date(2021, 3, 4))
    annotation = Annotation(
        document_id="doc:1",
        extractor=Extractor(name="test", version="1", model="none"),
        sentences=(Sentence(index=0, start_char=0, end_char=43), Sentence(index=1, start_char=44, end_char=55)),
        entities=(
            LocalEntity(type=EntityType.PERSON, name="Ana Ruiz"),
            LocalEntity(type=EntityType.PERSON, name='<b>"Hale"</b>'),
        ),
        mentions=(
            EntityMention(sentence=0, start_char=0, end_char=8, form="name", entities=(0,)),
            EntityMention(sentence=0, start_char=19, end_char=32, form="name", entities=(1,)),
            EntityMention(sentence=1, start_char=44, end_char=47, form="pronoun", entities=(0,)),
        ),
        times=(
            TimeMention(
                sentence=0, start_char=36, end_char=42, kind="DATE", value="2021-03-05", start=date(2021, 3, 5),
                end=date(2021, 3, 5),
            ),
        ),
        events=(
            EventMention(
                type="Meeting", status=Status.PLANNED, sentence=0, start_char=14, end_char=18, rule="verb:meet",
                arguments=(Argument(role=Role.PARTICIPANT, entity=0), Argument(role=Role.PARTICIPANT, entity=1)),
                start=date(2021, 3, 5), end=date(2021, 3, 5), confidence=0.8,
            ),
        ),
    )  # fmt: skip
    return marked_page([(document, annotation)])


def test_an_event_is_told_under_its_sentence() -> None:
    told = page().split("<li>")[1].split("</li>")[0]
    assert told == (
        '<b>Meeting</b> <span class="status">planned</span> participant: Ana Ruiz; '
        "participant: &lt;b&gt;&quot;Hale&quot;&lt;/b&gt;; 2021-03-05; rule verb:meet (0.80)"
    )


def test_names_pronouns_times_and_triggers_are_marked_in_their_colours() -> None:
    text = page()
    for label, kind in (("Person", EntityType.PERSON), ("= Ana Ruiz", EntityType.PERSON), ("2021-03-05", "time"),
                        ("Meeting (planned)", "event")):  # fmt: skip
        start = text.index(f"{label}\n") if f"{label}\n" in text else text.index(label, text.index("spans"))
        assert COLOURS[kind] in text[start - 400 : start], label


def test_what_stands_in_a_text_or_title_is_never_markup() -> None:
    text = page('<script>alert("x")</script>')
    assert "<script" not in text
    assert '<b>"Hale"' not in text
