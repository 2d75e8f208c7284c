from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.ingest.cleaning import clean
from graphbuilder.ingest.decoding import normalise
from graphbuilder.ingest.paragraphs import split_paragraphs

PORTRAIT = (
    "With 900 reporters in 60 countries, Northwire covers the world as a leading news agency. Northwire provides fast and "
    "careful coverage of the matters that touch our lives."
)


def curled(text: str) -> str:
    return text.replace(' "', " “").replace('"', "”").replace("'", "’")


def joined(*lines: str) -> str:
    return "\n\n".join(lines)


def test_a_scraped_page_gives_its_story_once(body: list[str], title: str, story: str) -> None:
    scraped = joined(
        "Connect with us", "Search", "Hi, what are you looking for?", "World", title, "-", *body, *map(curled, body),
        "AFP\nWritten By", PORTRAIT, "You may also like:", "Tech & Science",
        "Engineers taught a very old tractor to find its own way home.", "Business", "Mona Tell (L) and Per Aa (R) join a...",
    )  # fmt: skip
    found = clean(scraped)
    assert found.text == story
    assert found.title == title
    assert found.source == "AFP"


def test_a_clean_article_loses_only_its_headline(story: str, title: str) -> None:
    assert clean(story).text == story
    found = clean(joined(title, story))
    assert (found.title, found.text) == (title, story)


@pytest.mark.parametrize(
    "lines",
    [
        # a speech
        ["Good evening.", "My friends,", "We have come a long way since the harbour was closed to us, and we are tired.",
         "We shall fish again.", "They took our nets and our boats and told us to be patient.", "We shall fish again.",
         "Thank you."],
        # an interview
        ["Why did you resign?", "Because the assembly no longer listened, and I had said so three times.",
         "Will you come back?", "No."],
        # subheadings, a list at the end
        ["The assembly of Norvania voted on Tuesday to dissolve itself before the summer.", "What happens next",
         "The president has to call an election within sixty days of the vote.", "The candidates so far:",
         "Ada Brenn, Liberals", "Tomas Ilk, Harbour Party", "Mona Tell"],
        # one-word items that sites use too
        ["The new passport is printed in three languages, the interior ministry said on Monday.", "English", "Norvanian"],
        # a quotation on its own
        ["The minister had one sentence for the reporters who waited at the customs house.", '"No comment"'],
        ["Ministers meet in Vellport"],
        ["Norvania", "Osterby", "Vellport"],
        ["Fishing boats returned to Vellport on Monday after a week of storms.", "Search", "The navy still looks for two boats."],
    ],
)  # fmt: skip
def test_a_text_without_a_trace_of_a_site_loses_nothing(lines: list[str]) -> None:
    found = clean(joined(*lines))
    assert found.text == joined(*lines)


def test_byline_agency_date_and_address_become_metadata(story: str, title: str) -> None:
    found = clean(
        joined("https://courier.example/fish", title, "By Mona Tell and Per Aa, Reuters", "March 9, 2021", story)
    )
    assert found.text == story
    assert found.byline == ("Mona Tell", "Per Aa")
    assert found.source == "Reuters"
    assert found.day == date(2021, 3, 9)
    assert found.url == "https://courier.example/fish"


def test_the_day_it_appeared_goes_before_the_day_it_was_changed(story: str, title: str) -> None:
    found = clean(joined(title, "Updated: March 11, 2021", "Published: March 9, 2021", story))
    assert found.day == date(2021, 3, 9)
    assert clean(joined(title, "Updated: March 11, 2021", story)).day == date(2021, 3, 11)


def test_a_dateline_becomes_metadata(body: list[str], story: str) -> None:
    found = clean(joined("VELLPORT, March 9 (Reuters) - " + body[0], *body[1:]))
    assert found.text == story
    assert (found.source, found.day, found.month_day) == ("Reuters", None, (3, 9))


def test_the_title_given_is_not_repeated_in_the_text(story: str, title: str) -> None:
    found = clean(joined(title.upper(), story, title), title=title)
    assert (found.title, found.text) == (title, story)


def test_lines_around_a_sites_story_go(story: str, title: str) -> None:
    found = clean(
        joined("Skip to content", "Harbour cam", title, "Brenn and Ilk discuss fishing dispute", "Share", story, "Norvania",
               "Cod", "Comments", "2 images")
    )  # fmt: skip
    assert (found.title, found.text) == (title, story)


LAYOUTS = {
    "fields on lines of their own": (
        "Connect with us", "Search", "The Vellport Courier", "World", "{title}", "By", "AFP", "Published", "March 9, 2021",
        "Tomas Ilk speaks to reporters in Vellport - © AFP Mona TELL", "{body}", "In this article:", "Fishing, Norvania",
        "Written By", "Mona Tell", "With 900 staff in 60 countries, Northwire covers the world.", "You may also like:",
        "World", "The mayor of Osterby opened a bridge on Monday that leads nowhere.", "Business",
        "Shares of the only bank of Sarle fell by half in early trading on Tuesday.",
    ),
    "agency with contributors": (
        "{title}", "By Mona Tell", "Tomas Ilk, the Norvanian foreign minister, arrives in Vellport on Tuesday. (AP Photo/Per Aa)",
        "{body}", "___", "Associated Press writer Per Aa in Osterby contributed to this report.",
        "Copyright 2021 The Associated Press. All rights reserved.",
    ),
    "navigation, captions, a pointer inside, topics": (
        "BBC News", "Home", "News", "Sport", "{title}", "9 March 2021", "Share", "Image source, Getty Images",
        "Image caption, Ilk arrived on Monday", "{first}", "Read more:", "Cod stocks fall for third year in a row",
        "Who owns the Sarle islands?", "{rest}", "Related Topics", "Norvania", "Fishing industry", "More on this story",
        "Cod stocks fall again", "Published 2 days ago",
    ),
    "dateline and desk lines": (
        "World News", "March 9, 2021 / 3:45 PM / Updated 2 years ago", "{title}", "By Mona Tell", "3 Min Read",
        "VELLPORT (Reuters) - {body}", "Reporting by Mona Tell; Editing by Per Aa",
    ),
    "standfirst": (
        "Skip to main content", "News | Opinion | Sport | Culture", "{title}",
        "Norvania does not expect agreement before the elections", "Mona Tell in Vellport", "Tue 9 Mar 2021 10.15 GMT",
        "{body}", "Topics", "Norvania", "Europe", "Reuse this content",
    ),
    "newsletter inside, readers' comments": (
        "Subscribe", "Log in", "{title}", "{first}", "Get our free daily newsletter delivered to your inbox.", "Sign up",
        "{rest}", "Comments (14)", "Brenn should have asked Ilk about the nets that Norvania took, I think.", "Reply",
        "Your email address will not be published.",
    ),
    "caption without a credit": ("Menu", "{title}", "{first}", "Ilk (left) and Brenn at the customs house", "{rest}"),
    "writer's portrait and unlabelled teasers": (
        "{title}", "{body}", "Mona Tell is a reporter for the Vellport Courier. She covers fishing.", "Trending",
        "Five things to know about cod", "A court in Osterby sentenced a man to nine years for stealing a lighthouse.",
        "Two ferries collided off Sarle without injuries, the coast guard said on Monday.",
    ),
    "desk lines of an agency": ("Source: Xinhua| 2021-03-09 10:15:00|Editor: Per Aa", "{title}", "{body}", "Enditem"),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_story(layout: str, body: list[str], story: str, title: str) -> None:
    parts = {"title": title, "body": story, "first": joined(*body[:3]), "rest": joined(*body[3:])}
    found = clean(joined(*LAYOUTS[layout]).format(**parts))
    assert (found.title, found.text) == (title, story)
    twice = parts | {"body": story + "\n\n" + curled(story), "rest": parts["rest"] + "\n\n" + curled(story)}
    assert clean(joined(*LAYOUTS[layout]).format(**twice)).text == story


def test_what_the_lines_around_a_story_said_is_kept(story: str, title: str) -> None:
    found = clean(joined(*LAYOUTS["fields on lines of their own"]).format(title=title, body=story))
    assert (found.source, found.byline, found.day) == ("AFP", ("Mona Tell",), date(2021, 3, 9))
    found = clean(joined(*LAYOUTS["desk lines of an agency"]).format(title=title, body=story))
    assert (found.source, found.day) == ("Xinhua", date(2021, 3, 9))


def test_captions_and_credits_inside_go(body: list[str], story: str) -> None:
    found = clean(
        joined(*body[:2], "Ada Brenn leaves the customs house. REUTERS/Mona Tell", "Advertisement", *body[2:])
    )
    assert found.text == story


def test_a_story_about_an_agency_keeps_its_first_paragraph(body: list[str]) -> None:
    lines = [PORTRAIT, *body]
    assert clean(joined(*lines)).text == joined(*lines)


def test_twice_the_text_is_the_text_with_titles_and_chrome_too(body: list[str], title: str) -> None:
    once = joined("Home", title, "By Mona Tell", *body, "Share this article")
    assert clean(once + "\n\n" + curled(once)) == clean(once)


LINES = (
    "Connect with us", "World", "Ministers meet in Vellport after a year of silence", "By Mona Tell", "AFP", "-", "Share",
    "VELLPORT, March 9 (Reuters) - Foreign Minister Ada Brenn met Tomas Ilk in the old customs house on Tuesday.",
    "VELLPORT — OSTERBY — The two ministers of the north met in two places at once, officials said.",
    "Ilk told the state broadcaster that Norvania does not expect an agreement before the elections.",
    '"We shall fish again," he told reporters at the harbour of Vellport late in the evening.',
    "He laughed.", "What happens next", "You may also like:", "Also read", "Cod stocks fall for the third year", "Sports",
    "A rower from Osterby crossed the great lake backwards in nine days.", "Photo: Mona Tell", "Comments", "March 9, 2021",
    "The ministers are:", "- Ada Brenn", "Mona Tell in Vellport", PORTRAIT, "The minister said on Tuesday that ...",
    "Will the ministers settle it?",
)  # fmt: skip
texts = st.lists(st.sampled_from(LINES) | st.text(max_size=40), max_size=14).map(
    lambda lines: normalise("\n\n".join(lines))
)


@given(texts)
def test_cleaning_again_changes_nothing(text: str) -> None:
    found = clean(text)
    assert clean(found.text, title=found.title).text == found.text


@given(texts)
def test_cleaning_makes_nothing_up(text: str) -> None:
    flat = " ".join(split_paragraphs(text))
    found = clean(text)
    assert all(paragraph in flat for paragraph in found.text.split("\n\n"))
    assert found.title in flat


@given(st.lists(st.sampled_from(LINES[9:12]), min_size=1, max_size=6, unique=True))
def test_a_doubled_body_is_the_single_body(lines: list[str]) -> None:
    single = joined(*lines)
    assert clean(single + "\n\n" + curled(single)).text == clean(single).text
