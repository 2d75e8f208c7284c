"""The page of an annotated document: every span marked, every event told, texts as data."""

from datetime import date

from graphbuilder.nlp.marking import COLOURS, STATUS_COLOURS, marked_page
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
        f'<b>Meeting</b> <span class="status" style="background:{STATUS_COLOURS[Status.PLANNED]}">planned</span> '
        '<span class="role">participant</span> Ana Ruiz, &lt;b&gt;&quot;Hale&quot;&lt;/b&gt; · 2021-03-05 '
        '<span class="how">rule verb:meet · 0.80</span>'
    )


def test_every_status_is_in_the_legend() -> None:
    legend = page().split("<article>")[0]
    assert [status for status in Status if f'{STATUS_COLOURS[status]}">{status}' not in legend] == []


def test_a_word_is_as_wide_as_its_label() -> None:
    met = page().split("min-width: ")[2]
    assert "Meeting (planned)" in met
    assert float(met.split("em")[0]) > 0.35 * len("Meeting (planned)")


def test_names_pronouns_times_and_triggers_are_marked_in_their_colours() -> None:
    text = page()
    wanted = {
        "Person": COLOURS[EntityType.PERSON],
        "= Ana Ruiz": COLOURS[EntityType.PERSON],
        "2021-03-05": COLOURS["time"],
        "Meeting (planned)": STATUS_COLOURS[Status.PLANNED],
    }
    for label, colour in wanted.items():
        start = text.index(f"{label}\n") if f"{label}\n" in text else text.index(label, text.index("spans"))
        assert colour in text[start - 400 : start], label


def test_what_stands_in_a_text_or_title_is_never_markup() -> None:
    text = page('<script>alert("x")</script>')
    assert "<script" not in text
    assert '<b>"Hale"' not in text
