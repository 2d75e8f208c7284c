import hashlib
from datetime import date

import pytest

from graphbuilder.ingest import IngestOptions, Skipped
from graphbuilder.ingest.documents import make_document
from graphbuilder.ingest.drafts import Draft
from graphbuilder.records.document import Document, document_id


def make(text: str, *, given: date | None = None, published: date | None = None, source: str | None = None) -> Document:
    draft = Draft(origin="a.txt", text=text, published=published, source=source)
    found = make_document(draft, IngestOptions(date=given))
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(
    ("opening", "field", "given", "expected", "basis"),
    [
        ("", None, None, None, "unknown"),
        ("", None, date(2021, 3, 12), date(2021, 3, 12), "given"),
        ("VELLPORT, March 9, 2021 (AP) - ", None, date(2021, 3, 12), date(2021, 3, 9), "dateline"),
        ("VELLPORT, March 9 (AP) - ", None, date(2021, 3, 12), date(2021, 3, 9), "dateline"),
        ("VELLPORT, Dec 30 (AP) - ", None, date(2021, 1, 2), date(2020, 12, 30), "dateline"),
        ("VELLPORT, March 9 (AP) - ", None, None, None, "unknown"),
        ("VELLPORT, March 9, 2021 (AP) - ", date(2021, 3, 8), date(2021, 3, 12), date(2021, 3, 8), "metadata"),
    ],
)
def test_the_day_is_the_fields_then_the_datelines_then_the_one_given(
    *, opening: str, field: date | None, given: date | None, expected: date | None, basis: str, story: str
) -> None:
    found = make(opening + story, given=given, published=field)
    assert (found.published, found.published_basis) == (expected, basis)
    assert found.text == story


def test_the_id_and_the_hash_are_of_the_cleaned_text(story: str) -> None:
    found = make("Connect with us\n\n" + story, source="Courier")
    sha256 = hashlib.sha256(story.encode()).hexdigest()
    assert found.sha256 == sha256
    assert found.id == document_id(url=None, source="Courier", title="", published=None, sha256=sha256)
    assert found.language == "en"


def test_an_agency_in_a_field_gets_its_one_name(story: str) -> None:
    assert make(story, source="Agence France-Presse").source == "AFP"
    assert make("VELLPORT (AP) - " + story, source="Courier").source == "Courier"


def test_a_text_in_another_language_is_refused_with_its_name() -> None:
    text = (
        "Die Ministerin hat am Dienstag mit ihrem Kollegen über den Streit um die Fischerei gesprochen und ist dann. "
        * 4
    )
    found = make_document(Draft(origin="a.txt", text=text), IngestOptions())
    assert found == Skipped(origin="a.txt", reason="not in English but in German; only English is read")


def test_blanks_and_line_ends_are_one_kind(body: list[str], story: str) -> None:
    raw = "\r\n\r\n".join(line.replace(" ", "\u00a0", 1) for line in body)
    assert make(raw).text == story


def test_a_paper_that_signs_is_no_person(story: str) -> None:
    found = make("Ministers meet in Vellport\n\nBy Andes Wire\n\n" + story, source="Andes Wire")
    assert (found.source, found.byline) == ("Andes Wire", ())
    assert make("Ministers meet in Vellport\n\nBy Mona Tell\n\n" + story).byline == ("Mona Tell",)


@pytest.mark.parametrize(("opening", "filed"), [("", None), ("PORT SARLE, Norvania (AFP) - ", "PORT SARLE, Norvania")])
def test_where_a_story_was_filed_is_kept_though_the_text_loses_it(opening: str, filed: str | None, story: str) -> None:
    found = make(opening + story)
    assert (found.text, found.filed) == (story, filed)
