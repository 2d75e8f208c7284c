from scripts.make_analyses_page import PAGE, render


def test_the_page_of_the_analyses_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == render(), "run python -m scripts.make_analyses_page"
