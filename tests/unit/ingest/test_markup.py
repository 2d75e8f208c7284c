from graphbuilder.ingest.markup import is_markup, is_page, markdown_text, markup_text


def test_blocks_become_paragraphs_and_no_word_is_lost() -> None:
    html = "<p>Ada <b>Brenn</b> met&nbsp;Ilk.</p><div>He left<br>early &amp; alone.<ul><li>one</li><li>two</li></ul></div>Tail"
    assert markup_text(html).split("\n\n") == ["Ada Brenn met Ilk.", "He left\nearly & alone.", "one", "two", "Tail"]


def test_scripts_captions_and_buttons_are_silent() -> None:
    assert (
        markup_text("<p>Text.</p><script>x()</script><figure><figcaption>Cap</figcaption></figure><button>B</button>")
        == "Text."
    )


def test_markup_is_told_from_text_with_angle_brackets() -> None:
    assert is_markup("<p>One.</p>")
    assert not is_markup("a < b and c > d")
    assert not is_markup("He wrote <sic> there.")
    assert is_page("  <!DOCTYPE html><p>x")
    assert not is_page("<p>x</p>")


def test_markdown_gives_title_and_words() -> None:
    text = "# Ministers meet\n\n![boat](b.png)\n\nAda **Brenn** met [Ilk](http://i.example) at *noon*.\n\n---\n"
    text += "\n## Next\n\n> He left."
    title, plain = markdown_text(text)
    assert title == "Ministers meet"
    assert [line for line in plain.split("\n") if line] == ["Ada Brenn met Ilk at noon.", "Next", "He left."]
