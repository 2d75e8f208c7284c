from datetime import date

import pytest

from graphbuilder.errors import InputError
from graphbuilder.ingest.pages import read_page


def test_a_page_gives_body_and_what_it_says_of_itself(page: str, body: list[str], title: str) -> None:
    found = read_page(page, "a.html")
    assert [line for line in found.text.split("\n\n") if line in body] == body
    assert found.title == title
    assert found.published == date(2021, 3, 9)
    assert found.url == "https://courier.example/world/fish-talks"
    assert found.source == "The Vellport Courier"
    assert found.byline == ("Mona Tell",)


def bare(head: str, body: list[str], inner: str = "") -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in body)
    return f"<html><head>{head}</head><body>{inner}<article>{paragraphs}</article></body></html>"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2021-03-09T10:00:00Z">',
        '<meta name="date" content="March 9, 2021">',
        '<script type="application/ld+json">[{"@type":["NewsArticle"],"datePublished":"2021-03-09"}]</script>',
        '<script type="application/ld+json">{broken</script><meta name="pubdate" content="20210309">',
        '<meta property="article:modified_time" content="2021-03-12"><meta itemprop="datePublished" content="2021-03-09">',
    ],
)
def test_the_date_is_read_from_metadata(head: str, body: list[str]) -> None:
    assert read_page(bare(head, body), "a.html").published == date(2021, 3, 9)


def test_the_date_of_a_time_element_is_found_where_metadata_says_none(body: list[str]) -> None:
    inner = '<div class="entry-date"><time datetime="2021-03-09T08:00">9 March 2021</time></div>'
    assert read_page(bare("", body, inner), "a.html").published == date(2021, 3, 9)


def test_a_page_without_a_date_has_none(body: list[str]) -> None:
    assert read_page(bare("", body), "a.html").published is None


def test_the_sites_name_is_cut_from_the_title(body: list[str]) -> None:
    head = '<title>Ministers meet - Courier</title><meta property="og:site_name" content="Courier">'
    assert read_page(bare(head, body), "a.html").title == "Ministers meet"


@pytest.mark.parametrize("html", ["<html></html>", "<p>", "<html><body><nav><a>Home</a></nav></body></html>", "x" * 10])
def test_a_page_with_no_article_is_refused_by_name(html: str) -> None:
    with pytest.raises(InputError, match=r"^a\.html: no article found in this page$"):
        read_page(html, "a.html")
