import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.errors import InputError
from graphbuilder.ingest.decoding import decode, normalise

TEXT = "Ministerin Brändl sprach – “gut” – über Café-Preise in Łódź."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_with_a_mark_or_utf8_are_read_without_being_named(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_utf16_big_endian_is_told_by_its_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "a.txt") == TEXT


def test_a_legacy_encoding_is_guessed() -> None:
    text = "Le ministre des Affaires étrangères a été reçu à l'Élysée. " * 20
    assert decode(text.encode("cp1252"), "a.txt") == text


def test_a_page_that_declares_its_encoding_is_believed() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Встреча</body></html>'
    assert decode(page.encode("cp1251"), "a.html", html=True) == page


def test_the_encoding_given_goes_first_and_its_failure_names_the_file_and_the_byte() -> None:
    assert decode("é".encode("latin-1"), "a.txt", encoding="latin-1") == "é"
    with pytest.raises(InputError, match=r"^a\.txt:7: this is not utf-8: byte 1 cannot be read$"):
        decode(b"a\xe9b", "a.txt:7", encoding="utf-8")


def test_bytes_in_no_encoding_are_refused() -> None:
    with pytest.raises(InputError, match="encoding of this text cannot be told"):
        decode(bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D, 0x00, 0xFF]) * 40, "a.txt")


def test_normalise_mends_line_ends_blanks_and_mojibake_and_keeps_curly_quotes() -> None:
    raw = "One\u00a0two\tthree \r\nfour\u200b\rsix â€œsevenâ€\u009d eight “nine”  \u2028cafe\u0301"
    assert normalise(raw) == "One two three\nfour\nsix “seven” eight “nine”\ncafé"


@given(st.text(max_size=200))
def test_normalise_leaves_one_kind_of_line_end_and_blank(text: str) -> None:
    result = normalise(text)
    assert not set(result) & set("\r\t\u00a0\u200b\u2028\x85\x0b\x0c")
    assert "  " not in result
