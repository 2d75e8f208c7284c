"""Made-up stories for the tests of ingest."""

import pytest

BODY = (
    "Foreign Minister Ada Brenn met her Norvanian counterpart, Tomas Ilk, in Vellport on Tuesday to discuss the fishing dispute.",
    'Brenn said the talks had been "frank and useful" and that both sides\' experts would meet again in the autumn.',
    "Ilk arrived on Monday for a two-day visit, his first since the two governments recalled their ambassadors last year.",
    "Fishermen from both countries have clashed several times over the cod grounds near the Sarle islands.",
    "Norvania does not expect an agreement before the elections, Ilk told the state broadcaster.",
    "He laughed.",
    "The ministers are due to travel to Osterby on Thursday for a summit of the northern states.",
)
TITLE = "Foreign ministers talk fish in Vellport after year of silence"


@pytest.fixture
def body() -> list[str]:
    """Return the paragraphs of a made-up story with straight quotes."""
    return list(BODY)


@pytest.fixture
def title() -> str:
    """Return the headline of the made-up story."""
    return TITLE


@pytest.fixture
def story() -> str:
    """Return the made-up story, its paragraphs parted by blank lines."""
    return "\n\n".join(BODY)


@pytest.fixture
def page(body: list[str], title: str) -> str:
    """Return the made-up story as a page with a site around it."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in body)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | The Vellport Courier</title>
<link rel="canonical" href="https://courier.example/world/fish-talks">
<meta property="og:site_name" content="The Vellport Courier">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite","name":"x"}},
{{"@type":"NewsArticle","headline":"{title}","datePublished":"2021-03-09T23:30:00-05:00",
"author":[{{"@type":"Person","name":"By Mona Tell"}}],"publisher":{{"@type":"Organization","name":"The Vellport Courier"}}}}]}}
</script></head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<header><h1>{title}</h1></header><article>{paragraphs}</article>
<aside><h3>You may also like</h3><a href="/x">A rower crossed the lake backwards</a></aside>
<footer>© 2021 The Vellport Courier. All rights reserved.</footer></body></html>"""
