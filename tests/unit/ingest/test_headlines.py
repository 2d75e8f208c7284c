from graphbuilder.ingest.headlines import choose_title, is_headline, same_title, summarises


def test_the_line_that_shares_words_with_the_story_is_the_title(body: list[str], title: str) -> None:
    assert choose_title(["A rower crossed the lake backwards", title, "Ministers meet in Vellport"], body) == title


def test_a_line_of_navigation_is_no_title(body: list[str]) -> None:
    assert choose_title(["Your window on a wider globe", "Some other line here too"], body) == ""


def test_a_short_line_is_the_title_only_alone(body: list[str]) -> None:
    assert choose_title(["Ministers meet"], body) == "Ministers meet"
    assert choose_title(["Dear friends", "Good evening"], body) == ""


def test_a_question_is_a_title_unless_the_story_asks_on(body: list[str]) -> None:
    question = "Will the ministers settle the fishing dispute?"
    assert choose_title([question], body) == question
    assert choose_title([question], [*body, "And what comes then?"]) == ""


def test_the_sites_name_after_the_title_goes(body: list[str], title: str) -> None:
    assert choose_title([f"{title} | Vellport Courier"], body) == title


def test_the_same_title_is_known_with_other_marks_and_a_word_changed(title: str) -> None:
    assert same_title(title.upper(), title)
    assert same_title(title + " | Vellport Courier", title)
    assert same_title(title.replace("talk", "discuss"), title)
    assert not same_title("Norvania does not expect an agreement", title)
    assert not same_title("anything", "")


def test_summaries_and_headlines(body: list[str]) -> None:
    assert summarises("Ilk says no agreement before elections expected", body)
    assert not summarises("Rower crossed lake backwards", body)
    assert not is_headline("- an item of a list")
    assert not is_headline("The ministers are:")
