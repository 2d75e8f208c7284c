import io

from graphbuilder.ingest.streams import binary_kind, read_lines, sniff_format


def test_long_lines_are_passed_over_and_counted() -> None:
    stream = io.BytesIO(b"one\n" + b"x" * 50 + b"\nthree")
    assert list(read_lines(stream, 10)) == [(1, b"one\n"), (2, None), (3, b"three")]


def test_a_long_last_line_ends_the_stream() -> None:
    assert list(read_lines(io.BytesIO(b"x" * 50), 10)) == [(1, None)]


def test_formats_are_told_by_the_first_bytes() -> None:
    heads = [
        b"PAR1..",
        b"\xef\xbb\xbf\n<!DOCTYPE html>",
        b'  {"text": 1}',
        '{"text": 1}'.encode("utf-16"),
        b"Ministers meet",
        b'title,"text",date\n',
        b"text\tdate\n",
        b"Ministers, she said, met.\nThe text, again, is long.",
    ]
    wanted = ["parquet", "html", "jsonl", "jsonl", "text", "csv", "tsv", "text"]
    assert [sniff_format(head, "text") for head in heads] == wanted


def test_text_is_not_binary() -> None:
    assert binary_kind("Ministers – “meet”\r\n\t".encode()) is None
    assert binary_kind("Ministers".encode("utf-16")) is None
    assert binary_kind(b"GIF89a") == "a picture"
